using System.Collections.Concurrent;
using Hillock.Lab.Data;
using Hillock.Networks;

namespace Hillock.Lab.Comparisons;

/// <summary>The data of a comparison as each seed sees them: split, standardised, ready for a network.</summary>
internal sealed class ComparisonData
{
    private const int MapColumns = 160;
    private const int MapRows = 160;

    private readonly DataSet _data;
    private readonly ComparisonSettings _settings;
    private readonly ConcurrentDictionary<int, Lazy<SeedData>> _bySeed = new();

    public ComparisonData(ComparisonSettings settings)
    {
        _data = DataSets.Find(settings.Data);
        _settings = settings;
        var (training, validation, test) = Parts(settings.FirstSeed);
        if (settings.BatchSize > training.Count)
            throw new SettingsException(
                $"A batch of {settings.BatchSize} is more than the {training.Count} training examples of {settings.Data}.");
        Summary = new DataSummary(
            _data.Name, _data.Features, training.Count, test.Count, settings.Autoencoder ? [] : _data.ClassNames)
        {
            ValidationExamples = validation?.Count ?? 0,
        };
        if (IsPlane) PlanePoints = [.. Enumerable.Range(0, training.Count).Select(row => Point(training, row))];
    }

    public DataSummary Summary { get; }

    public IReadOnlyList<(float X, float Y, int Class)> PlanePoints { get; } = [];

    private bool IsClassification => _data.IsClassification && !_settings.Autoencoder;

    private bool IsPlane => _data.Features == 2 && IsClassification;

    /// <summary>The two parts of a seed. Data with an official test part are the same for all seeds.</summary>
    public SeedData Of(int seed)
    {
        var key = IsTheSameForAllSeeds ? _settings.FirstSeed : seed;
        return _bySeed.GetOrAdd(key, k => new Lazy<SeedData>(() => Prepare(k))).Value;
    }

    /// <summary>Lets the memory go of a seed that is done with.</summary>
    public void Release(int seed)
    {
        if (!IsTheSameForAllSeeds)
            _bySeed.TryRemove(seed, out _);
    }

    // A validation part is drawn for each seed even where the test part is given.
    private bool IsTheSameForAllSeeds => _data.OfficialTrainingCount is not null && !_settings.NeedsValidation;

    /// <summary>The unit of a score in units of the data: networks see standardised targets. Errors of autoencoders
    /// stay in deviations of the inputs, which have no unit in common.</summary>
    public double ScoreUnit(Standardisation standardisation) =>
        _data.IsClassification || _settings.Autoencoder ? 1 : standardisation.TargetDeviation;

    /// <summary>Whether the runs of this seed have a map: those of the first seed, where the data are a plane of
    /// classes.</summary>
    public bool HasMap(int seed) => IsPlane && seed == _settings.FirstSeed;

    /// <summary>What the trained network answers over the plane, or null where it diverged.</summary>
    public DecisionMap? Map(TrainingRun run, Standardisation standardisation)
    {
        if (run.DivergedAtEpoch is not null) return null;
        var (xMin, xMax) = Extent(point => point.X);
        var (yMin, yMax) = Extent(point => point.Y);
        var grid = new float[MapColumns * MapRows * 2];
        for (var row = 0; row < MapRows; row++)
        {
            for (var column = 0; column < MapColumns; column++)
            {
                var at = ((row * MapColumns) + column) * 2;
                // The middle of each cell.
                grid[at] = (float)(xMin + ((xMax - xMin) * (column + 0.5) / MapColumns));
                grid[at + 1] = (float)(yMin + ((yMax - yMin) * (row + 0.5) / MapRows));
            }
        }

        standardisation.Apply(grid, grid);
        var outputs = new float[MapColumns * MapRows * _data.ClassNames.Count];
        run.Network.Predict(grid, outputs);
        var classes = outputs.Chunk(_data.ClassNames.Count).Select(scores => scores.IndexOf(scores.Max())).ToList();
        return new DecisionMap(xMin, xMax, yMin, yMax, MapColumns, MapRows, classes);
    }

    // The points with a margin of a tenth.
    private (double Min, double Max) Extent(Func<(float X, float Y, int Class), float> coordinate)
    {
        var (min, max) = (PlanePoints.Min(coordinate), PlanePoints.Max(coordinate));
        var margin = max > min ? (max - min) / 10 : 1;
        return (min - margin, max + margin);
    }

    private SeedData Prepare(int seed)
    {
        var (training, validation, test) = Parts(seed);
        var standardisation = Standardisation.Fit(training);
        return new SeedData(
            Examples(standardisation.Apply(training)),
            validation is null ? null : Examples(standardisation.Apply(validation)),
            Examples(standardisation.Apply(test)),
            standardisation);
    }

    private (DataPart Training, DataPart? Validation, DataPart Test) Parts(int seed)
    {
        var (training, test) = _data.Split(seed);
        if (!_settings.NeedsValidation)
            return (training, null, test);
        var (rest, validation) = _data.SplitValidation(training, seed);
        return (rest, validation, test);
    }

    private Examples Examples(DataPart part)
    {
        if (_settings.Autoencoder)
            return Networks.Examples.OfThemselves(part.Inputs, _data.Features);
        return _data.IsClassification
            ? Networks.Examples.OfClasses(part.Inputs, _data.Features, part.Classes, _data.ClassNames.Count)
            : Networks.Examples.OfNumbers(part.Inputs, _data.Features, part.Targets);
    }

    private static (float X, float Y, int Class) Point(DataPart part, int row) =>
        (part.Inputs[2 * row], part.Inputs[(2 * row) + 1], part.Classes[row]);
}

/// <summary>The examples of one seed, and how they were standardised.</summary>
internal sealed record SeedData(
    Examples Training, Examples? Validation, Examples Test, Standardisation Standardisation)
{
    /// <summary>Hash of all parts, as networks see them.</summary>
    public string Hash { get; } = Validation is null
        ? ExamplesHash.Of(Training, Test)
        : ExamplesHash.Of(Training, Validation, Test);
}
