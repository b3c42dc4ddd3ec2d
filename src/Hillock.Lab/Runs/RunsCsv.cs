using System.Globalization;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Data;

namespace Hillock.Lab.Runs;

/// <summary>Runs as CSV files with a header.</summary>
public static class RunsCsv
{
    /// <summary>A row a run; its last column is the whole configuration as JSON.</summary>
    public static void WriteRuns(TextWriter output, IEnumerable<StoredRun> runs)
    {
        WriteRow(
            output, "id", "function", "definition", "data", "data_hash", "seed", "score", "diverged_at",
            "training_seconds", "hidden", "epochs", "batch_size", "optimizer", "learning_rate", "initialisation",
            "finished", "code", "build", "machine", "configuration");
        foreach (var run in runs)
        {
            var (configuration, training) = (run.Configuration, run.Configuration.Training);
            WriteRow(
                output, run.Id, run.Function, configuration.Definition, run.Data, configuration.DataHash, run.Seed,
                run.Score, run.DivergedAtEpoch, run.TrainingTime.TotalSeconds, string.Join(' ', training.Hidden),
                training.Epochs, training.BatchSize, training.Optimizer, training.LearningRate, training.Initialisation,
                run.Finished.ToString("O", CultureInfo.InvariantCulture), run.Code, configuration.Build, run.Machine,
                configuration.ToJson());
        }
    }

    /// <summary>A row an epoch.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="runs">Which runs.</param>
    /// <param name="resultOf">Gives the curve of a run by its number.</param>
    public static void WriteCurves(TextWriter output, IEnumerable<StoredRun> runs, Func<long, RunResult> resultOf)
    {
        WriteRow(output, "id", "function", "data", "seed", "epoch", "training_loss", "test_loss", "test_score");
        foreach (var run in runs)
        {
            foreach (var epoch in resultOf(run.Id).Epochs)
            {
                WriteRow(
                    output, run.Id, run.Function, run.Data, run.Seed,
                    epoch.Epoch, epoch.TrainingLoss, epoch.TestLoss, epoch.TestScore);
            }
        }
    }

    private static void WriteRow(TextWriter output, params object?[] cells) => output.Write(CsvText.Row(cells));
}
