using Hillock.Analysis;
using Hillock.Analysis.Properties;
using Hillock.Catalogue;

namespace Hillock.Tests.Analysis.Properties;

/// <summary>How much of the catalogue is proved; a change that proves less fails.</summary>
public class ProofCountTests
{
    [Fact]
    public void As_much_of_the_catalogue_is_proved_as_has_been()
    {
        var functions = ActivationCatalogue.All.Select(entry => new AnalysedFunction(entry.Definition)).ToList();
        AtLeast(416, functions, RangeProperty.Of);
        AtLeast(413, functions, MonotonicityProperty.Of);
        AtLeast(383, functions, MonotonePiecesProperty.Of);
        AtLeast(383, functions, MonotonePiecesProperty.Extrema);
        AtLeast(410, functions, LipschitzProperty.Of);
        AtLeast(412, functions, ConvexityProperty.Of);
        AtLeast(415, functions, InvertibleProperty.Of);
        AtLeast(378, functions, FixedPointsProperty.Of);
        AtLeast(421, functions, ZeroAtZeroProperty.Of);
    }

    private static void AtLeast<T>(int count, List<AnalysedFunction> functions, Func<AnalysedFunction, Finding<T>> property)
    {
        var unproved = functions.Where(f => property(f).Status != Certainty.Proved).Select(f => f.Definition.Id).ToList();
        Assert.True(
            functions.Count - unproved.Count >= count,
            $"{property.Method.DeclaringType!.Name}: {functions.Count - unproved.Count} of {functions.Count} proved, "
                + $"not {string.Join(", ", unproved)}");
    }
}
