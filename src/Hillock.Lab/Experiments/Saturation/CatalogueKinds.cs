using Hillock.Analysis.Properties;
using Hillock.Catalogue;
using Hillock.Lab.Laboratory.Results;

namespace Hillock.Lab.Experiments.Saturation;

/// <summary>Which way every activation of the catalogue saturates.</summary>
internal static class CatalogueKinds
{
    // As the definitions of Gulcehre and others have it, worked out by hand: left, right.
    private static readonly (string Function, SaturationKind Left, SaturationKind Right)[] ByHand =
    [
        ("relu", SaturationKind.Hard, SaturationKind.None), ("leaky_relu", SaturationKind.None, SaturationKind.None),
        ("prelu", SaturationKind.None, SaturationKind.None), ("elu", SaturationKind.Soft, SaturationKind.None),
        ("selu", SaturationKind.Soft, SaturationKind.None), ("celu", SaturationKind.Soft, SaturationKind.None),
        ("sigmoid", SaturationKind.Soft, SaturationKind.Soft), ("tanh", SaturationKind.Soft, SaturationKind.Soft),
        ("softsign", SaturationKind.Soft, SaturationKind.Soft), ("arctan", SaturationKind.Soft, SaturationKind.Soft),
        ("erf(x)", SaturationKind.Soft, SaturationKind.Soft), ("hard_sigmoid", SaturationKind.Hard, SaturationKind.Hard),
        ("hard_tanh", SaturationKind.Hard, SaturationKind.Hard), ("relu6", SaturationKind.Hard, SaturationKind.Hard),
        ("gelu", SaturationKind.Soft, SaturationKind.None), ("silu", SaturationKind.Soft, SaturationKind.None),
        ("mish", SaturationKind.Soft, SaturationKind.None), ("softplus", SaturationKind.Soft, SaturationKind.None),
        ("identity", SaturationKind.None, SaturationKind.None), ("soft_shrink", SaturationKind.None, SaturationKind.None),
        ("x^2", SaturationKind.None, SaturationKind.None), ("sin", SaturationKind.None, SaturationKind.None),
        ("gaussian", SaturationKind.Soft, SaturationKind.Soft), ("step", SaturationKind.Hard, SaturationKind.Hard),
    ];

    /// <summary>The kinds of every entry, with how sure they are.</summary>
    public static IReadOnlyList<EntryKind> All()
    {
        string[] ids = [.. ActivationCatalogue.All.Select(entry => entry.Id)];
        var kinds = new EntryKind[ids.Length];
        Parallel.For(0, kinds.Length, i => kinds[i] = Of(ids[i]));
        return kinds;
    }

    /// <summary>Those of one activation.</summary>
    public static EntryKind Of(string function)
    {
        var report = Activation.Parse(function).Properties();
        var (left, right) = (report.SaturationLeft, report.SaturationRight);
        return new(
            function, left.Value?.Kind, right.Value?.Kind, left.Value?.Threshold, right.Value?.Threshold,
            left.Status == Certainty.Proved && right.Status == Certainty.Proved);
    }

    /// <summary>That reports agree with what was worked out by hand.</summary>
    public static Check CheckByHand()
    {
        string[] wrong = [.. ByHand.Where(row => Of(row.Function) is var found && (found.Left != row.Left || found.Right != row.Right)).Select(row => row.Function)];
        return Check.That(
            $"Of {ByHand.Length} functions the reports say what the definitions give by hand", wrong.Length == 0,
            wrong.Length == 0 ? "all agree" : "not for " + string.Join(", ", wrong));
    }
}

/// <summary>How an activation saturates.</summary>
/// <param name="Function">The activation.</param>
/// <param name="Left">Towards −∞; null where it is not decided.</param>
/// <param name="Right">Towards ∞.</param>
/// <param name="LeftThreshold">Where hard saturation begins.</param>
/// <param name="RightThreshold">Where it begins on the right.</param>
/// <param name="IsProved">Whether both are proved.</param>
internal sealed record EntryKind(
    string Function, SaturationKind? Left, SaturationKind? Right, double? LeftThreshold, double? RightThreshold, bool IsProved);
