using System.Globalization;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Laboratory.Results;

/// <summary>One thing that was tested.</summary>
/// <param name="Statement">What should be so, as a sentence without its point.</param>
/// <param name="Measured">What was found, with its unit.</param>
/// <param name="Outcome">What came out.</param>
public sealed record Check(string Statement, string Measured, Outcome Outcome)
{
    /// <summary>The published figure and where it stands; null where none is printed.</summary>
    public string? Published { get; init; }

    /// <summary>Why it came out so, or by how much it missed; null where nothing needs to be said.</summary>
    public string? Remark { get; init; }

    /// <summary>A check that does not depend on how long was trained.</summary>
    public static Check That(string statement, bool holds, string measured) =>
        new(statement, measured, holds ? Outcome.Held : Outcome.DidNotHold);

    /// <summary>A check that failing decides only where the bench works at full length.</summary>
    public static Check AtLength(Workbench bench, string statement, bool holds, string measured)
    {
        ArgumentNullException.ThrowIfNull(bench);
        return new(
            statement, measured,
            holds ? Outcome.Held : bench.IsFullLength ? Outcome.DidNotHold : Outcome.NotDecided);
    }

    /// <summary>A number that should lie within bounds.</summary>
    public static Check Within(string statement, double measured, double lower, double upper, int digits = 4)
    {
        var missed = measured < lower ? lower - measured : measured > upper ? measured - upper : 0;
        var holds = measured >= lower && measured <= upper;
        return That(statement, holds, Numbers.Compact(measured, digits)) with
        {
            Remark = string.Create(
                CultureInfo.InvariantCulture,
                $"allowed {Numbers.Compact(lower, digits)} to {Numbers.Compact(upper, digits)}")
                + (holds || double.IsNaN(measured) ? "" : $", missed by {Numbers.Compact(missed, 2)}"),
        };
    }
}
