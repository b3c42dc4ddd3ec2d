using Hillock.Lab.Comparisons;
using Hillock.Lab.Comparisons.Statistics;
using Hillock.Lab.Reports;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Reports;

/// <summary>Comparisons made up for tests: the shapes are those of real training, the numbers are not.</summary>
internal sealed record SampleComparison
{
    public IReadOnlyList<string> Functions { get; init; } = ["relu", "gelu", "silu", "tanh", "square"];

    public int Seeds { get; init; } = 5;

    public int Epochs { get; init; } = 20;

    public bool IsRegression { get; init; }

    public bool HasPlane { get; init; }

    public bool Interrupted { get; init; }

    /// <summary>How many seeds of a function diverge.</summary>
    public Func<string, int> Diverging { get; init; } = name => name == "square" ? 3 : 0;

    public ComparisonResult Build()
    {
        var functions = Functions.Select((name, index) => FunctionSummary.Of(
            name, [.. Enumerable.Range(1, Seeds).Select(seed => Run(name, index, seed))])).ToArray();
        return new ComparisonResult
        {
            Settings = new ComparisonSettings
            {
                Functions = Functions, Data = HasPlane ? "moons" : "digits", Epochs = Epochs, Seeds = Seeds,
                Hidden = [64, 32],
            },
            Data = new DataSummary(
                HasPlane ? "moons" : "digits", HasPlane ? 2 : 64, 1437, 360,
                IsRegression ? [] : HasPlane ? ["left", "right"] : [.. Enumerable.Range(0, 10).Select(i => $"{i}")]),
            Functions = functions,
            Differences = PairedDifferences.Of(functions),
            PlanePoints = HasPlane ? Points() : [],
            Started = new DateTimeOffset(2026, 3, 1, 14, 5, 9, TimeSpan.FromHours(1)),
            Duration = TimeSpan.FromSeconds(214.6),
            Machine = "AMD EPYC 9V74, 2 cores, 512-bit vectors",
            Command = $"hillock compare {string.Join(' ', Functions)} --data digits --seeds {Seeds} --epochs {Epochs}",
            Interrupted = Interrupted,
        };
    }

    public static FunctionPicture Picture(string name)
    {
        double[] xs = [.. Enumerable.Range(0, 401).Select(i => -5 + i * 0.025)];
        Func<double, double> value = name switch
        {
            "relu" => x => Math.Max(0, x),
            "tanh" => Math.Tanh,
            "square" => x => x * x,
            _ => x => x / (1 + Math.Exp(-1.702 * x)),
        };
        return new FunctionPicture
        {
            Name = name,
            FormulaText = name == "relu" ? "max(0, x)" : "x*sigmoid(1.702*x) + a<b",
            FormulaMathML = "<mrow><mi>x</mi></mrow>",
            DerivativeMathML = "<mrow><mn>1</mn></mrow>",
            FormulaLatex = @"x\,\sigma(1.702\,x)",
            DerivativeText = name == "relu" ? "where(x > 0, 1, 0)" : "sigmoid(1.702*x)*(1 + 1.702*x*(1 - sigmoid(1.702*x)))",
            DerivativeLatex = @"\sigma(1.702x)\left(1 + 1.702x(1-\sigma(1.702x))\right)",
            X = xs,
            Value = [.. xs.Select(value)],
            Derivative = [.. xs.Select(x => name == "relu" ? (x > 0 ? 1 : 0) : (value(x + 1e-5) - value(x - 1e-5)) / 2e-5)],
            Kinks = name == "relu" ? [0] : [],
            Year = 2016,
            Citation = "Hendrycks and Gimpel, “Gaussian Error Linear Units”",
        };
    }

    public IReadOnlyList<FunctionPicture> Pictures() => [.. Functions.Select(Picture)];

    private RunResult Run(string name, int index, int seed)
    {
        var random = new Random(100 * index + seed);
        var diverges = seed <= Diverging(name);
        var last = diverges ? 4 + seed : Epochs;
        // The seed moves all functions alike, as a hard or an easy split does.
        var offset = 0.15 * new Random(seed).NextDouble();
        return new RunResult
        {
            Seed = seed,
            Epochs = [.. Enumerable.Range(0, last + 1).Select(epoch => Epoch(index, epoch, offset, diverges, random))],
            TrainingTime = TimeSpan.FromSeconds(1.3 + 0.1 * index + 0.05 * seed),
            DivergedAtEpoch = diverges ? last : null,
            LearnedParameters = name.Contains("learned", StringComparison.Ordinal)
                ? [new Dictionary<string, double> { ["beta"] = 1.2 }, new Dictionary<string, double> { ["beta"] = 0.83 }]
                : [],
            DecisionMap = HasPlane && !diverges ? Map(index, seed) : null,
        };
    }

    private EpochRecord Epoch(int index, int epoch, double offset, bool diverges, Random random)
    {
        var speed = 0.45 - 0.03 * index;
        var loss = 2.3 * Math.Exp(-speed * epoch) + 0.05 * (1 + index * 0.3) * Math.Exp(-0.03 * epoch);
        loss *= 1 + 0.15 * (random.NextDouble() - 0.5) + offset;
        if (diverges)
            loss = 2.3 * Math.Exp(0.9 * epoch * epoch / 4);
        var testLoss = loss * 1.2 + 0.06;
        var error = Math.Clamp(0.9 * Math.Exp(-speed * epoch) + (0.015 + 0.004 * index) * (1 + offset)
            + 0.004 * random.NextDouble(), 0, 0.9);
        var score = IsRegression ? 3.1 * Math.Exp(-speed * epoch) + 0.4 + (0.02 * index) + offset + (0.01 * random.NextDouble()) : 1 - error;
        if (diverges && epoch > 4)
            (loss, testLoss, score) = (double.PositiveInfinity, double.NaN, IsRegression ? double.NaN : 0.1);
        return new EpochRecord(epoch, loss, testLoss, score, [Layer(1, index, epoch, random), Layer(2, index, epoch, random)]);
    }

    private static LayerStatistics Layer(int layer, int index, int epoch, Random random) => new(
        layer,
        new TensorStatistics(0.1 * index, 1 + 0.1 * layer + 0.03 * epoch / layer),
        new TensorStatistics(0.4 - 0.02 * epoch / layer + 0.01 * random.NextDouble(), 0.6 + 0.05 * index + 0.02 * epoch),
        new TensorStatistics(0, 1e-3 * Math.Exp(-0.2 * epoch) * layer * (1 + index)),
        index == 0 ? 0.5 - 0.1 * layer + 0.005 * epoch : 0,
        Math.Min(1, 0.05 * index + 0.01 * epoch * layer));

    private static DecisionMap Map(int index, int seed)
    {
        const int columns = 120, rows = 100;
        var classes = new int[columns * rows];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var (x, y) = (-1.5 + 4.0 * column / columns, -1 + 2.5 * row / rows);
                classes[row * columns + column] = y > 0.5 * Math.Cos(2 * x + 0.1 * (index + seed)) ? 0 : 1;
            }
        }

        return new DecisionMap(-1.5, 2.5, -1, 1.5, columns, rows, classes);
    }

    private static (float X, float Y, int Class)[] Points()
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, 200).Select(i =>
        {
            var angle = Math.PI * random.NextDouble();
            var (x, y) = i % 2 == 0 ? (Math.Cos(angle), Math.Sin(angle)) : (1 - Math.Cos(angle), 0.5 - Math.Sin(angle));
            return ((float)(x + 0.1 * random.NextDouble()), (float)(y + 0.1 * random.NextDouble()), i % 2);
        })];
    }
}
