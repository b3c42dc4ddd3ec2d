using System.Globalization;

namespace Hillock.Lab.Comparisons;

/// <summary>Refuses comparisons that this machine's memory cannot hold, before hours are spent on them.</summary>
internal static class MemoryNeeded
{
    // Weights, gradients and the two moments of Adam; pre-activations, activations and their gradients, which are
    // packed in two orders.
    private const int CopiesOfParameters = 4;
    private const int CopiesOfUnits = 5;

    // Measured with room to spare: an epoch of a run as an object, and the statistics of one of its layers.
    private const int BytesOfEpoch = 100;
    private const int BytesOfLayer = 120;

    /// <summary>Checks the networks that are trained at once, and the curves of all runs.</summary>
    /// <exception cref="SettingsException">They need more than there is; the message says how much.</exception>
    public static void Check(ComparisonSettings settings, DataSummary data)
    {
        var hidden = string.Join('-', settings.Hidden);
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var runs = (double)settings.Functions.Count * settings.MostSeeds * settings.Tune;
        var networks = Math.Min(runs, Environment.ProcessorCount) * BytesOfNetwork(settings, data);
        if (networks > available)
        {
            throw new SettingsException(
                $"Networks of {hidden} hidden units need about {InGigabytes(networks)} while they are trained, and "
                + $"there are {InGigabytes(available)}.");
        }

        var curves = runs * (settings.Epochs + 1.0) * (BytesOfEpoch + (BytesOfLayer * settings.Hidden.Count));
        if (curves > available)
        {
            throw new SettingsException(
                $"The curves of {settings.MostSeeds} seeds need about {InGigabytes(curves)}, and there are "
                + $"{InGigabytes(available)}; ask for fewer seeds, functions or epochs.");
        }
    }

    private static double BytesOfNetwork(ComparisonSettings settings, DataSummary data)
    {
        var outputs = settings.Autoencoder ? data.Features : Math.Max(1, data.ClassNames.Count);
        int[] sizes = [data.Features, .. settings.Hidden, outputs];
        var parameters = sizes.Zip(sizes.Skip(1), (inputs, outputs) => (inputs + 1.0) * outputs).ToList();
        // Arrays are counted in 31 bits.
        if (parameters.Sum() > Array.MaxLength)
        {
            var hidden = string.Join('-', settings.Hidden);
            throw new SettingsException($"A network of {hidden} hidden units has more than {Array.MaxLength} weights.");
        }

        var units = sizes.Sum(size => (double)size) * settings.BatchSize;
        return sizeof(float) * ((CopiesOfParameters * parameters.Sum()) + (CopiesOfUnits * units));
    }

    private static string InGigabytes(double bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / (1L << 30):G3} GiB");
}
