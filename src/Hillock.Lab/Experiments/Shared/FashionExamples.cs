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
        var taken = First(all, training);
        var standardisation = Standardisation.Fit(taken);
        return new(ExamplesOf(standardisation.Apply(taken)), ExamplesOf(standardisation.Apply(First(tested, test))));
    }

    private static DataPart First(DataPart part, int count) => part.Count <= count
        ? part
        : part with
        {
            Rows = part.Rows[..count],
            Inputs = part.Inputs[..(count * part.Data.Features)],
            Classes = part.Classes[..count],
        };

    private static Examples ExamplesOf(DataPart part) =>
        Examples.OfClasses(part.Inputs, part.Data.Features, part.Classes, part.Data.ClassNames.Count);
}
