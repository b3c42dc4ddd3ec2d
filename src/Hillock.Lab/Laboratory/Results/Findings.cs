using Hillock.Lab.Laboratory.Figures;

namespace Hillock.Lab.Laboratory.Results;

/// <summary>What an experiment found.</summary>
/// <param name="Summary">One or two sentences with the numbers that matter.</param>
/// <param name="Checks">What was tested; they decide the verdict.</param>
/// <param name="Sections">Tables and figures, in the order of reading.</param>
public sealed record Findings(string Summary, IReadOnlyList<Check> Checks, IReadOnlyList<Section> Sections)
{
    /// <summary>The verdict.</summary>
    public Outcome Verdict => Outcomes.Of(Checks.Select(check => check.Outcome));
}

/// <summary>A part of the page of an experiment.</summary>
/// <param name="Title">Its heading.</param>
public sealed record Section(string Title)
{
    /// <summary>What is to be seen, and what to make of it; may be empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>Tables.</summary>
    public IReadOnlyList<ResultTable> Tables { get; init; } = [];

    /// <summary>Pictures.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];
}
