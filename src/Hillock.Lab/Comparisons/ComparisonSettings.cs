using Hillock.Expressions;
using Hillock.Networks;

namespace Hillock.Lab.Comparisons;

/// <summary>What was asked: everything that is needed to run a comparison again.</summary>
public sealed record ComparisonSettings
{
    /// <summary>Catalogue ids or formulas, in the order asked.</summary>
    public required IReadOnlyList<string> Functions { get; init; }

    /// <summary>The name of a data set, or the path of a CSV file.</summary>
    public string Data { get; init; } = "digits";

    /// <summary>Units of each hidden layer, input side first.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [64, 64];

    /// <summary>Passes over the training examples.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>How many seeds; seed k trains every function from the same initial weights in the same batch order.</summary>
    public int Seeds { get; init; } = 5;

    /// <summary>How many seeds a function may get at most: those of which a pair is not told apart yet get twice as
    /// many, again and again; null to stay with <see cref="Seeds"/>.</summary>
    public int? UntilDecided { get; init; }

    /// <summary>The first seed.</summary>
    public int FirstSeed { get; init; } = 1;

    /// <summary>Step size of the optimiser; where rates are tuned, the middle of those tried.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>One of <see cref="Networks.Optimizer.Names"/>; sgd and nesterov have a momentum of 0.9.</summary>
    public string Optimizer { get; init; } = "adam";

    /// <summary>The initialisation of the weights: <c>lecun</c>, <c>glorot-standard</c>, <c>glorot</c>, <c>he</c> or
    /// <c>gain</c>.</summary>
    public string Initialisation { get; init; } = "he";

    /// <summary>Examples in a mini-batch.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>What is done to xW + b of hidden layers before the activation.</summary>
    public NormalisationKind Normalisation { get; init; }

    /// <summary>The share of results of hidden layers that is dropped in training, in [0, 1).</summary>
    public double Dropout { get; init; }

    /// <summary>The same for the dropout that keeps mean and variance, as SELU needs it.</summary>
    public double AlphaDropout { get; init; }

    /// <summary>Whether hidden layers with as many inputs as units add their inputs to their results.</summary>
    public bool Residual { get; init; }

    /// <summary>How many values a learned parameter of an activation has.</summary>
    public ParameterScope LearnedScope { get; init; }

    /// <summary>How the learning rate changes: one of <see cref="LearningRateSchedule.Names"/>.</summary>
    public string Schedule { get; init; } = "constant";

    /// <summary>Epochs at the beginning in which the learning rate rises from 0.</summary>
    public double WarmUp { get; init; }

    /// <summary>λ, which pulls weights to 0; null for what is usual, 0.01 for <c>adamw</c> and 0 otherwise.</summary>
    public double? WeightDecay { get; init; }

    /// <summary>The largest norm of the gradient, or null for no limit.</summary>
    public double? LargestGradientNorm { get; init; }

    /// <summary>Ends a run after so many epochs without a smaller validation loss; null for never.</summary>
    public int? Patience { get; init; }

    /// <summary>How many learning rates are tried for each function and seed; the best on the validation part counts.
    /// 1 tries none but the one given.</summary>
    public int Tune { get; init; } = 1;

    /// <summary>Whether networks learn to repeat their inputs, whatever the data's answers.</summary>
    public bool Autoencoder { get; init; }

    /// <summary>How many seeds there are at each planned look at the differences.</summary>
    internal IReadOnlyList<int> Looks
    {
        get
        {
            var looks = new List<int> { Seeds };
            while (looks[^1] < MostSeeds)
                looks.Add((int)Math.Min(2L * looks[^1], MostSeeds));
            return looks;
        }
    }

    internal int MostSeeds => UntilDecided ?? Seeds;

    /// <summary>Whether a fifth of the training part is held back to decide by.</summary>
    internal bool NeedsValidation => Patience is not null || Tune > 1;

    /// <summary>Refuses what cannot be run, before anything is loaded.</summary>
    /// <exception cref="SettingsException">A setting is out of range; the message names it.</exception>
    internal void Check()
    {
        Require(Functions.Count > 0, "Name at least one function to compare.");
        Require(Functions.Distinct(StringComparer.Ordinal).Count() == Functions.Count, "Each function is compared once; one is given twice.");
        Require(Hidden.Count > 0, "A network needs at least one hidden layer, as in --hidden 128,128.");
        foreach (var units in Hidden)
            Require(units is > 0 and <= 65_536, $"A hidden layer cannot have {units} units; it has between 1 and 65536.");
        Require(Epochs > 0, $"{Epochs} epochs train nothing; give at least 1.");
        Require(Seeds > 0, $"{Seeds} seeds run nothing; give at least 1.");
        Require(
            (long)FirstSeed + MostSeeds - 1 <= int.MaxValue && FirstSeed >= 0,
            $"Seeds are from 0 to {int.MaxValue}; {MostSeeds} of them from {FirstSeed} are not.");
        Require(
            UntilDecided is null || (Seeds > 1 && UntilDecided >= Seeds),
            "Adding seeds until all is decided begins with at least 2 and ends with no fewer; "
            + $"{Seeds} and {UntilDecided} were asked for.");
        Require(BatchSize > 0, $"A batch of {BatchSize} examples is empty; give at least 1.");
        RequireName("optimizer", Optimizer, Networks.Optimizer.Names);
        RequireName("schedule", Schedule, LearningRateSchedule.Names);
        Require(WarmUp >= 0 && WarmUp <= Epochs, $"A warm-up of {WarmUp} epochs does not fit into {Epochs} epochs.");
        Require(
            WeightDecay is null or (>= 0 and < double.PositiveInfinity), "The weight decay is a number of 0 or more.");
        Require(
            LargestGradientNorm is null or (> 0 and < double.PositiveInfinity),
            "The limit of the gradient's norm is a number above 0.");
        Require(Patience is null or > 0, $"A patience of {Patience} epochs would never begin; give at least 1.");
        Require(Tune is >= 1 and <= 25, $"{Tune} learning rates cannot be tried; give from 1 to 25.");
        CheckNetwork();
    }

    /// <summary>Refuses what a function may have of its own.</summary>
    internal void CheckNetwork()
    {
        Require(double.IsFinite(LearningRate) && LearningRate > 0, "The learning rate is a number above 0.");
        RequireName("initialisation", Initialisation, [.. WeightInitialisation.All.Select(i => i.Name)]);
        Require(Dropout is >= 0 and < 1, $"A dropout of {Dropout} is not in [0, 1).");
        Require(AlphaDropout is >= 0 and < 1, $"An alpha dropout of {AlphaDropout} is not in [0, 1).");
        Require(Dropout == 0 || AlphaDropout == 0, "Give either a dropout or an alpha dropout, not both.");
    }

    internal TrainingSettings ForSeed(int seed) => new()
    {
        Hidden = Hidden,
        Normalisation = Normalisation,
        Dropout = Math.Max(Dropout, AlphaDropout),
        AlphaDropout = AlphaDropout > 0,
        Residual = Residual,
        LearnedScope = LearnedScope,
        Epochs = Epochs,
        BatchSize = BatchSize,
        Optimizer = Optimizer,
        LearningRate = LearningRate,
        Schedule = Schedule,
        WarmUp = WarmUp,
        WeightDecay = WeightDecay ?? (Optimizer == "adamw" ? AdamW.DefaultWeightDecay : 0),
        LargestGradientNorm = LargestGradientNorm,
        Patience = Patience,
        Initialisation = Initialisation,
        Seed = seed,
    };

    private static void Require(bool holds, string otherwise)
    {
        if (!holds) throw new SettingsException(otherwise);
    }

    private static void RequireName(string what, string name, IReadOnlyList<string> known) => Require(
        known.Contains(name),
        $"There is no {what} '{name}'; there are {string.Join(", ", known)}.{NearestName.Suggestion(name, known)}");
}
