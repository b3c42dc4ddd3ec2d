using Hillock.Expressions;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Experiments.AlmostEverywhere;
using Hillock.Lab.Experiments.Convergence;
using Hillock.Lab.Experiments.EdgeOfChaos;
using Hillock.Lab.Experiments.EluMeanShift;
using Hillock.Lab.Experiments.FeedForwardBlock;
using Hillock.Lab.Experiments.Gelu2016;
using Hillock.Lab.Experiments.Glorot2010;
using Hillock.Lab.Experiments.LinearCollapse;
using Hillock.Lab.Experiments.LinearRegions;
using Hillock.Lab.Experiments.PerceptronLines;
using Hillock.Lab.Experiments.PreluSlopes;
using Hillock.Lab.Experiments.Saturation;
using Hillock.Lab.Experiments.Selu;
using Hillock.Lab.Experiments.Sparsity;
using Hillock.Lab.Experiments.Taylor;
using Hillock.Lab.Experiments.UniversalApproximation;
using Hillock.Lab.Experiments.VanishingGradient;
using Hillock.Lab.Experiments.ZeroCentred;

namespace Hillock.Lab.Laboratory;

/// <summary>All experiments.</summary>
public static class ExperimentCatalogue
{
    /// <summary>In the order of the founding text.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new LinearCollapseExperiment(),
        new PerceptronLinesExperiment(),
        new UniversalApproximationExperiment(),
        new AlmostEverywhereExperiment(),
        new VanishingGradientExperiment(),
        new Glorot2010Experiment(),
        new SaturationExperiment(),
        new ZeroCentredExperiment(),
        new TaylorExperiment(),
        new SparsityExperiment(),
        new ConvergenceExperiment(),
        new EluMeanShiftExperiment(),
        new PreluSlopesExperiment(),
        new SeluExperiment(),
        new Gelu2016Experiment(),
        new EdgeOfChaosExperiment(),
        new LinearRegionsExperiment(),
        new FeedForwardBlockExperiment(),
    ];

    /// <summary>The experiment of a name.</summary>
    /// <exception cref="SettingsException">There is none; the message names the nearest.</exception>
    public static Experiment Find(string name) =>
        All.FirstOrDefault(known => known.Name == name)
        ?? throw new SettingsException(
            $"There is no experiment '{name}'.{NearestName.Suggestion(name, All.Select(known => known.Name).Append("all"))}"
            + " 'hillock lab' lists them.");
}
