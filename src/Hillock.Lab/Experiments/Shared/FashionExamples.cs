using Hillock.Lab.Data;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Shared;

/// <summary>Fashion-MNIST, or the first part of it, each pixel standardised over the training examples.</summary>
/// <param name="Training">What to train on.</param>
/// <param name="Test">What to test on.</param>
internal sealed record FashionExamples(Examples Training, Examples Test)
{
    /// <summary>The number of all training examples.</summary>
    public const int All = 60_000;

    /// <summary>The first so many examples to train on, and to test on; they are in no order in the files.</summary>
    /// <exception cref="DataException">The files are not on this machine; the message says how to get them.</exception>
    public static FashionExamples Load(int training = All, int test = 10_000)
    {
        var (all, tested) = DataSets.Find("fashion-mnist").Split(seed: 0);
        return Standardised(Slice(all, 0, training), Slice(tested, 0, test));
    }

    /// <summary>The first so many training examples to train on, and the last so many of them to choose by: no test example
    /// is looked at.</summary>
    /// <exception cref="DataException">The files are not on this machine; the message says how to get them.</exception>
    public static FashionExamples LoadForChoice(int training, int validation)
    {
        var all = DataSets.Find("fashion-mnist").Split(seed: 0).Training;
        return Standardised(Slice(all, 0, training), Slice(all, all.Count - validation, validation));
    }

    private static FashionExamples Standardised(DataPart training, DataPart test)
    {
        var standardisation = Standardisation.Fit(training);
        return new(ExamplesOf(standardisation.Apply(training)), ExamplesOf(standardisation.Apply(test)));
    }

    private static DataPart Slice(DataPart part, int start, int count)
    {
        var end = Math.Min(part.Count, start + count);
        return part with
        {
            Rows = part.Rows[start..end],
            Inputs = part.Inputs[(start * part.Data.Features)..(end * part.Data.Features)],
            Classes = part.Classes[start..end],
        };
    }

    private static Examples ExamplesOf(DataPart part) =>
        Examples.OfClasses(part.Inputs, part.Data.Features, part.Classes, part.Data.ClassNames.Count);
}
