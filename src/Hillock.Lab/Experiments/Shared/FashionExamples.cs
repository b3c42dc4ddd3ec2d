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
        var parts = Standardised(Slice(all, 0, training), Slice(tested, 0, test));
        return new(parts[0], parts[1]);
    }

    /// <summary>The first so many training examples to train on, all test examples, and the last so many training examples
    /// to choose by.</summary>
    /// <exception cref="DataException">The files are not on this machine; the message says how to get them.</exception>
    public static (FashionExamples Data, Examples Choice) LoadWithChoice(int training, int choice)
    {
        var (all, tested) = DataSets.Find("fashion-mnist").Split(seed: 0);
        var parts = Standardised(Slice(all, 0, training), tested, Slice(all, all.Count - choice, choice));
        return (new(parts[0], parts[1]), parts[2]);
    }

    // By the first part, which is the one to train on.
    private static Examples[] Standardised(params DataPart[] parts)
    {
        var standardisation = Standardisation.Fit(parts[0]);
        return [.. parts.Select(part => ExamplesOf(standardisation.Apply(part)))];
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
