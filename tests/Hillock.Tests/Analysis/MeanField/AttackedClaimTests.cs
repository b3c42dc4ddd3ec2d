using Hillock.Analysis.Intervals;
using Hillock.Analysis.MeanField;
using Hillock.Catalogue;

namespace Hillock.Tests.Analysis.MeanField;

/// <summary>What is claimed of every entry of the catalogue, tried at points.</summary>
public class AttackedClaimTests
{
    private static readonly double[] FarOut = [12, 12.5, 17, 30, 64, 150, 1000, 1e5];

    public static TheoryData<string> Families => new(ActivationCatalogue.Families.Select(family => family.Name));

    [Theory]
    [MemberData(nameof(Families))]
    public void Nothing_grows_faster_than_its_bound(string family)
    {
        foreach (var id in Ids(family))
            foreach (var side in new[] { -1, 1 })
                Check(id, side);
    }

    private static void Check(string id, int side)
    {
        var function = Analysed.Function(id);
        var tail = side > 0 ? new Interval(12, double.PositiveInfinity) : new Interval(double.NegativeInfinity, -12);
        if (GrowthBound.Of(function.ExactFormula, tail) is not var (scale, power, rate)) return;
        foreach (var x in FarOut)
        {
            var bound = scale * Math.Pow(1 + x, power) * Math.Exp(rate * x);
            var value = Math.Abs(function.ValueAt(side * x));
            Assert.False(value > bound * (1 + 1e-12), $"{id} at {side * x}: {value} is above {bound}.");
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void What_is_called_odd_is_odd(string family)
    {
        foreach (var id in Ids(family))
        {
            var function = Analysed.Function(id);
            if (!Parity.IsOdd(function.ExactFormula)) continue;
            foreach (var x in new[] { 1e-3, 0.11, 0.37, 0.9, 1.7, 2.6, 5.3, 11 })
                Close.Relative(-function.ValueAt(x), function.ValueAt(-x), 1e-12, $"{id} at ±{x}", floor: 1e-300);
        }
    }

    private static IEnumerable<string> Ids(string family) =>
        ActivationCatalogue.Families.Single(known => known.Name == family).Entries.Select(entry => entry.Id);
}
