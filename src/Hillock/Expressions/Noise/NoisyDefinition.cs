namespace Hillock.Expressions.Noise;

/// <summary>The definition of an activation with noise: f(x, n), where n is drawn anew for each element in
/// training.</summary>
public sealed class NoisyDefinition
{
    /// <summary>Creates a definition.</summary>
    /// <param name="id">The name by which messages speak of it.</param>
    /// <param name="formula">f, an expression in x, the parameters and the noise.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="noise">The noise.</param>
    public NoisyDefinition(
        string id, Expression formula, IReadOnlyList<ActivationParameter> parameters, NoiseVariable noise)
    {
        Noise = noise;
        Parameters = parameters;
        var asParameter = new ActivationParameter(noise.Name, noise.Mean, Learned: false, ParameterDomain.Real);
        Training = new Definition(id, formula, [.. parameters, asParameter]);
        var mean = noise.PutMeanInto(formula);
        var left = mean.ParameterNames();
        Evaluation = new Definition(id, mean, [.. parameters.Where(p => left.Contains(p.Name))]);
    }

    /// <summary>The noise.</summary>
    public NoiseVariable Noise { get; }

    /// <summary>The parameters, without the noise.</summary>
    public IReadOnlyList<ActivationParameter> Parameters { get; }

    /// <summary>f(x, n), with the noise as the last of the parameters: its derivatives are those for a given noise.</summary>
    public Definition Training { get; }

    /// <summary>f(x, E n): the noise at its mean; only the parameters that still occur.</summary>
    public Definition Evaluation { get; }
}
