namespace Hillock.Lab.Reports;

/// <summary>What a report shows of a function apart from its runs.</summary>
public sealed record FunctionPicture
{
    /// <summary>The function's name in the comparison.</summary>
    public required string Name { get; init; }

    /// <summary>The formula f(x) as text.</summary>
    public required string FormulaText { get; init; }

    /// <summary>The formula f(x) in LaTeX.</summary>
    public required string FormulaLatex { get; init; }

    /// <summary>The formula f(x) as the content of a MathML element.</summary>
    public required string FormulaMathML { get; init; }

    /// <summary>The derivative f′(x) as the content of a MathML element.</summary>
    public required string DerivativeMathML { get; init; }

    /// <summary>The derivative f′(x) as text.</summary>
    public required string DerivativeText { get; init; }

    /// <summary>The derivative f′(x) in LaTeX.</summary>
    public required string DerivativeLatex { get; init; }

    /// <summary>Where the function was sampled, ascending.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>f at each <see cref="X"/>.</summary>
    public required IReadOnlyList<double> Value { get; init; }

    /// <summary>f′ at each <see cref="X"/>.</summary>
    public required IReadOnlyList<double> Derivative { get; init; }

    /// <summary>Where the slope, or the function itself, jumps.</summary>
    public IReadOnlyList<double> Kinks { get; init; } = [];

    /// <summary>Where the slope is next to nothing, if that is to be shown.</summary>
    public IReadOnlyList<SaturatedZone> Saturated { get; init; } = [];

    /// <summary>Tangents to be drawn.</summary>
    public IReadOnlyList<Tangent> Tangents { get; init; } = [];

    /// <summary>When the function was published.</summary>
    public int? Year { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Citation { get; init; }
}

/// <summary>A stretch on which hardly any gradient passes.</summary>
/// <param name="From">Its left end.</param>
/// <param name="To">Its right end.</param>
/// <param name="IsHard">Whether the slope is exactly 0 there.</param>
public sealed record SaturatedZone(double From, double To, bool IsHard);

/// <summary>A line that touches the curve at a point, with the slope that is used there.</summary>
/// <param name="X">The point.</param>
/// <param name="Y">f there.</param>
/// <param name="Slope">f′ there; at a kink, the slope that the definition names.</param>
public sealed record Tangent(double X, double Y, double Slope);
