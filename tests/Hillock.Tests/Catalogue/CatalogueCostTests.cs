using System.Diagnostics;
using Hillock.Catalogue;

namespace Hillock.Tests.Catalogue;

[Collection(Alone.Name)]
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

    [Fact]
    public void No_kernel_is_compiled_before_it_is_used()
    {
        // Translating and emitting a single kernel allocates more than this.
        const long bytesOfHandle = 20_000;
        var definitions = ActivationCatalogue.All.Select(entry => entry.Definition).ToList();
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var entry in ActivationCatalogue.All) GC.KeepAlive(Activation.Of(entry).Kernel<float>());
        var handles = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(handles / definitions.Count, 1, bytesOfHandle);

        var kernel = Activation.Of(ActivationCatalogue.All.Last()).Kernel<float>();
        before = GC.GetAllocatedBytesForCurrentThread();
        kernel.Value([1], new float[1]);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before > bytesOfHandle);
    }

    // Values that many others are made of, such as the logarithm of a parameter, were once computed for each of them.
    [Theory]
    [InlineData("exp_affine")]
    [InlineData("lsrelu")]
    [InlineData("power")]
    public void Functions_of_parameters_alone_do_not_swell_the_code(string id)
    {
        var kernel = Activation.Parse(id).Kernel<float>();
        var watch = Stopwatch.StartNew();
        kernel.Backward([1], [1], new float[1], [], new double[Activation.Parse(id).Parameters.Count]);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1.5));
    }
}
