using System.CommandLine;
using Hillock.Analysis.MeanField;
using Hillock.Cli.Output;
using Hillock.Lab.Depth;
using Hillock.Lab.Reports;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock depth</c>: what a deep network of an activation does with signals and gradients.</summary>
internal static class DepthCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new DepthOptions();
        var plot = new Option<string?>("--plot")
        {
            Description = "An SVG file to draw theory and networks into.",
            HelpName = "file.svg",
        };
        var json = CommonOptions.Json();
        var command = new Command("depth", "Predict and measure signals and gradients in a deep random network.");
        options.AddTo(command);
        command.Add(plot);
        command.Add(json);
        command.SetAction(result =>
        {
            var file = result.GetValue(plot);
            if (file is not null && !file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
                throw new UsageException($"--plot {file}: pictures are SVG; name a file that ends in .svg.");
            var study = DepthStudy.Run(options.Read(result));
            if (file is not null) File.WriteAllText(file, DepthPicture.Draw(study));
            if (result.GetValue(json)) terminal.WriteJson(Describe(study));
            else DepthReport.Print(terminal, study, file);
            return CommandLine.Success;
        });
        return command;
    }

    private static object Describe(DepthResult study) => new
    {
        Function = study.Settings.Activation.Id,
        study.Settings.Initialisation,
        study.Settings.Width,
        study.WeightDeviation,
        BiasDeviation = study.Settings.UsedBiasDeviation,
        Seeds = Enumerable.Range(study.Settings.FirstSeed, study.Settings.Networks),
        Edge = study.Edge is { FixedPoint: var point }
            ? new { point.Variance, point.Chi, point.Slope, Attraction = NameOf(point.Attraction) }
            : null,
        study.Layers,
        GradientReach = new { GradientReach.Limit, study.Predicted, study.Measured },
    };

    private static string NameOf(Attraction attraction) => attraction switch
    {
        Attraction.Attracting => "attracting",
        Attraction.Neutral => "neutral",
        _ => "repelling",
    };
}
