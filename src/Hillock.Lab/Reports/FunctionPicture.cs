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

    /// <summary>When the function was published.</summary>
    public int? Year { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Citation { get; init; }
}
