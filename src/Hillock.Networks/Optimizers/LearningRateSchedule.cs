namespace Hillock.Networks;

/// <summary>How the learning rate changes in the course of training: a factor that depends on the time t in epochs, of
/// which there are T.</summary>
public sealed class LearningRateSchedule
{
    private readonly Func<double, double> _factor;

    private LearningRateSchedule(string name, Func<double, double> factor, double warmUp = 0) =>
        (Name, _factor, WarmUp) = (name, factor, warmUp);

    /// <summary>The names that <see cref="Create"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["constant", "step", "cosine"];

    /// <summary>Always 1.</summary>
    public static LearningRateSchedule Constant { get; } = new("constant", _ => 1);

    /// <summary>One of <see cref="Names"/>.</summary>
    public string Name { get; }

    /// <summary>The epochs at the beginning in which the factor rises from 0.</summary>
    public double WarmUp { get; }

    /// <summary>1 until T/2, 1/10 until 3T/4, then 1/100.</summary>
    /// <remarks>He, Zhang, Ren and Sun 2016, "Deep residual learning for image recognition", section 4.2.</remarks>
    public static LearningRateSchedule Step(int epochs) =>
        new("step", t => t < epochs / 2.0 ? 1 : t < epochs * 0.75 ? 0.1 : 0.01);

    /// <summary>(1 + cos(πt/T))/2.</summary>
    /// <remarks>Loshchilov and Hutter 2017, "SGDR", equation 5, without restarts.</remarks>
    public static LearningRateSchedule Cosine(int epochs) =>
        new("cosine", t => (1 + Math.Cos(Math.PI * Math.Min(1, t / epochs))) / 2);

    /// <summary>The schedule of a name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="epochs">T, at least 1.</param>
    /// <param name="warmUp">The epochs in which the factor rises, from 0 to T.</param>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static LearningRateSchedule Create(string name, int epochs, double warmUp = 0)
    {
        if (!(warmUp >= 0 && warmUp <= Math.Max(1, epochs)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(warmUp), warmUp, $"A warm-up takes from 0 to {epochs} epochs, which is all there are.");
        }

        var schedule = name switch
        {
            "constant" => Constant,
            "step" => Step(epochs),
            "cosine" => Cosine(epochs),
            _ => throw new ArgumentException(
                $"There is no schedule '{name}'; known are {string.Join(", ", Names)}.", nameof(name)),
        };
        return new(schedule.Name, schedule._factor, warmUp);
    }

    /// <summary>The factor for one step.</summary>
    /// <param name="epoch">t at the beginning of the step, at least 0.</param>
    /// <param name="stepsPerEpoch">How many steps an epoch has. In the warm-up the k-th of n steps has k/n of the
    /// factor, so that the first is not lost.</param>
    public double FactorAt(double epoch, int stepsPerEpoch)
    {
        var rise = WarmUp > 0 ? Math.Min(1, (epoch + 1.0 / stepsPerEpoch) / WarmUp) : 1;
        return rise * _factor(epoch);
    }
}
