using Hillock.Catalogue;

namespace Hillock.Tests.Catalogue;

public class CatalogueCostTests
{
    [Fact]
    public void All_definitions_together_take_less_than_20_megabytes()
    {
        var none = new Dictionary<string, double>();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var definitions = ActivationCatalogue.All.Select(entry => entry.With(none)).ToList();
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(definitions);
        Assert.InRange(bytes, 1, 20_000_000);
    }
}
