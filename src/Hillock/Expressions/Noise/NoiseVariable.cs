namespace Hillock.Expressions.Noise;

/// <summary>How the noise of an element is distributed.</summary>
public enum NoiseKind
{
    /// <summary>Between 0 and 1, evenly.</summary>
    Uniform,

    /// <summary>N(0, 1).</summary>
    Normal,

    /// <summary>|N(0, 1)|.</summary>
    HalfNormal,

    /// <summary>Standard Gumbel, exp(−exp(−g)).</summary>
    Gumbel,
}

/// <summary>A variable of a formula that is drawn anew for each element in training, as <c>n ~ normal</c>.</summary>
/// <param name="Name">Its name in the formula.</param>
/// <param name="Kind">How it is distributed.</param>
public sealed record NoiseVariable(string Name, NoiseKind Kind)
{
    private const double EulerGamma = 0.57721566490153286;

    /// <summary>The words by which formulas name the distributions.</summary>
    public static IReadOnlyDictionary<string, NoiseKind> Kinds { get; } = new Dictionary<string, NoiseKind>
    {
        ["uniform"] = NoiseKind.Uniform,
        ["normal"] = NoiseKind.Normal,
        ["half_normal"] = NoiseKind.HalfNormal,
        ["gumbel"] = NoiseKind.Gumbel,
    };

    /// <summary>Its expectation, which takes its place in evaluation: ½, 0, √(2/π) or Euler's γ.</summary>
    public double Mean => Kind switch
    {
        NoiseKind.Uniform => 0.5,
        NoiseKind.Normal => 0,
        NoiseKind.HalfNormal => Math.Sqrt(2 / Math.PI),
        _ => EulerGamma,
    };

    /// <summary>An expression with the mean in place of the noise.</summary>
    public Expression PutMeanInto(Expression e) =>
        Simplifier.Simplify(e.Substitute(new Dictionary<string, Expression> { [Name] = Mean }));

    /// <summary>The binding as formulas write it.</summary>
    public override string ToString() => $"{Name} ~ {Kinds.First(word => word.Value == Kind).Key}";
}
