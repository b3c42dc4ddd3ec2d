using System.CommandLine;
using Hillock.Cli.Output;
using Hillock.Lab.Comparisons;
using Hillock.Networks;

namespace Hillock.Cli.Commands;

/// <summary>The options of <c>hillock compare</c> that say how networks are trained.</summary>
internal sealed class CompareTrainingOptions
{
    private static readonly ComparisonSettings Defaults = new() { Functions = [] };

    private readonly Option<int> _epochs = new("--epochs")
    {
        Description = "Passes over the training examples.",
        HelpName = "n",
        DefaultValueFactory = _ => Defaults.Epochs,
    };
    private readonly Option<int> _batchSize = new("--batch")
    {
        Description = "Examples in a mini-batch.",
        HelpName = "n",
        DefaultValueFactory = _ => Defaults.BatchSize,
    };
    private readonly Option<string> _optimizer = new("--optimizer")
    {
        Description = string.Join(", ", Optimizer.Names) + "; sgd and nesterov with momentum 0.9.",
        HelpName = "name",
        DefaultValueFactory = _ => Defaults.Optimizer,
    };
    private readonly Option<string?> _learningRate = new("--learning-rate")
    {
        Description = "Step size; without it 0.01 for sgd and nesterov, 0.001 for the others.",
        HelpName = "rate",
    };
    private readonly Option<string> _schedule = new("--schedule")
    {
        Description = "How the rate falls: constant; step (a tenth at 1/2 and at 3/4 of the epochs); cosine (to 0).",
        HelpName = "name",
        DefaultValueFactory = _ => Defaults.Schedule,
    };
    private readonly Option<string?> _warmUp = new("--warm-up")
    {
        Description = "Epochs at the beginning in which the rate rises from 0.",
        HelpName = "epochs",
    };
    private readonly Option<string?> _weightDecay = new("--weight-decay")
    {
        Description = "Pulls weights to 0; without it 0.01 for adamw and 0 for the others.",
        HelpName = "lambda",
    };
    private readonly Option<string?> _clip = new("--clip")
    {
        Description = "The largest norm of the gradient; a longer one is shortened.",
        HelpName = "norm",
    };
    private readonly Option<int> _tune = new("--tune")
    {
        Description = "Try n learning rates around the given one for each function and seed; a validation part decides.",
        HelpName = "n",
        DefaultValueFactory = _ => Defaults.Tune,
    };
    private readonly Option<int?> _patience = new("--patience")
    {
        Description = "Stop after n epochs without a smaller loss on a validation part, and go back to the smallest.",
        HelpName = "n",
    };

    public void AddTo(Command command)
    {
        Option[] options =
        [
            _epochs, _batchSize, _optimizer, _learningRate, _schedule, _warmUp, _tune, _weightDecay, _clip, _patience,
        ];
        foreach (var option in options)
            command.Add(option);
    }

    /// <summary>The settings with what these options say.</summary>
    /// <exception cref="UsageException">A value cannot be read.</exception>
    public ComparisonSettings Apply(ParseResult parsed, ComparisonSettings settings)
    {
        var optimizer = parsed.GetRequiredValue(_optimizer);
        var usualRate = optimizer is "sgd" or "nesterov" ? 0.01 : Defaults.LearningRate;
        return settings with
        {
            Epochs = parsed.GetValue(_epochs),
            BatchSize = parsed.GetValue(_batchSize),
            Optimizer = optimizer,
            LearningRate = Number(_learningRate) ?? usualRate,
            Schedule = parsed.GetRequiredValue(_schedule),
            WarmUp = Number(_warmUp) ?? 0,
            WeightDecay = Number(_weightDecay),
            LargestGradientNorm = Number(_clip),
            Tune = parsed.GetValue(_tune),
            Patience = parsed.GetValue(_patience),
        };

        double? Number(Option<string?> option) =>
            parsed.GetValue(option) is { } text ? Numbers.Parse(text, option.Name) : null;
    }
}
