using Hillock.Analysis;
using Hillock.Analysis.Properties;
using Hillock.Catalogue;
using Hillock.Expressions;
using Hillock.Tests.Catalogue;

namespace Hillock.Tests.Analysis.Properties;

/// <summary>Every claim about range, monotonicity, slope, curvature and fixed points is attacked.</summary>
public class ClaimTests
{
    private const int RandomPoints = 40;

    /// <summary>Functions made for trouble.</summary>
    private static readonly string[] Troublemakers =
    [
        "sin(1/x)", "x*sin(x)", "where(x > 0.5, 1, 0)", "abs(x - pi/7)", "clamp(x, -1000001, 1000002)", "exp(-exp(x))", "3",
        "x^5 - 3*x^3 + x/7", "floor(x)", "1/x", "1/x^2", "abs(x)^0.5", "log(x)", "sqrt(x)", "x^3", "x + sin(x)", "tan(x)",
        "where(x > 0, 1/x, x)", "where(x < 0, x, x + 1)", "where(x < 0, x, x - 1)", "sign(x)", "x*exp(-x^2)",
        "max(x^2 - 2, 0)", "x^2*sign(x)", "sin(x)/x", "x^4 - x^2", "log(1 + x^2) - x", "exp(x) - x", "tanh(x) - x",
        "min(x, sin(x))", "1/(x^2 - 2)", "x*log(x)", "where(x >= 1, 2, where(x > 1, 5, x))", "atan(x) - x/2", "cosh(x) - 1",
        "(x - 1)^2*(x + 2)", "x - floor(x)", "sqrt(abs(x))*sin(x)", "x*sigmoid(100*x)",
    ];

    public static TheoryData<string> Functions => new(CatalogueSample.Representative.Concat(Troublemakers));

    [Theory]
    [MemberData(nameof(Functions))]
    public void No_claim_is_refuted(string text)
    {
        var function = Parse(text);
        var pieces = MonotonePiecesProperty.Of(function);
        var attacker = new ClaimAttacker(function, RandomPoints, Ends(pieces.Value));
        Survives(RangeProperty.Of(function), attacker.Refute);
        Survives(MonotonicityProperty.Of(function), attacker.Refute);
        Survives(pieces, attacker.Refute);
        Survives(LipschitzProperty.Of(function), attacker.RefuteLipschitz);
        Survives(ConvexityProperty.Of(function), attacker.Refute);
        Survives(InvertibleProperty.Of(function), isInvertible => isInvertible ? attacker.RefuteInvertible() : null);
        Survives(FixedPointsProperty.Of(function), attacker.Refute);
    }

    [Theory]
    [InlineData("sin(x)", Monotonicity.Increasing)]
    [InlineData("x*sigmoid(x)", Monotonicity.Increasing)]
    [InlineData("max(x, 0)", Monotonicity.Increasing)]
    [InlineData("tanh(x)", Monotonicity.Decreasing)]
    [InlineData("where(x > 0, x, x + 1e-7)", Monotonicity.NonDecreasing)]
    [InlineData("x + 1.0000001*sin(x)", Monotonicity.Increasing)]
    [InlineData("x + 1e-12*exp(-(x - 1)^2)", Monotonicity.Constant)]
    public void The_attacker_refutes_a_wrong_monotonicity(string text, Monotonicity wrong) =>
        Assert.NotNull(new ClaimAttacker(Parse(text), 2000, 0, 1, Math.PI).Refute(wrong));

    [Theory]
    [InlineData("x*Phi(x)", -0.1699)]
    [InlineData("x*sigmoid(x)", -0.2784)]
    [InlineData("sin(x)", -0.999)]
    public void The_attacker_refutes_a_wrong_range(string text, double infimum) =>
        Assert.NotNull(new ClaimAttacker(Parse(text), 2000).Refute(
            new FunctionRange(new(new(infimum, infimum), true, null), Unbounded, null, null)));

    [Fact]
    public void The_attacker_refutes_wrong_slopes_curvatures_and_fixed_points()
    {
        Assert.NotNull(new ClaimAttacker(Parse("x*Phi(x)"), 2000).RefuteLipschitz(new(1.1289, 1.1289)));
        Assert.NotNull(new ClaimAttacker(Parse("x*sigmoid(x)"), 500).Refute(Curvature.Convex));
        Assert.NotNull(new ClaimAttacker(Parse("x^2"), 50).Refute(Curvature.Affine));
        Assert.NotNull(new ClaimAttacker(Parse("x^2"), 50).RefuteInvertible());
        Assert.NotNull(new ClaimAttacker(Parse("cos(x)"), 50).Refute(new FixedPoints([], [])));
        Assert.NotNull(new ClaimAttacker(Parse("x^3"), 50).Refute(
            new FixedPoints([new(new(-1, -1), default, default), new(new(1, 1), default, default)], [])));
    }

    internal static AnalysedFunction Parse(string text) => new(
        ActivationCatalogue.Find(text)?.Definition ?? new Definition(text, FormulaParser.Parse(text).Expression, []));

    private static Bound Unbounded => new(new(double.PositiveInfinity, double.PositiveInfinity), false, null);

    private static IEnumerable<double> Ends(IReadOnlyList<MonotonePiece>? pieces) =>
        pieces?.Take(8).SelectMany(piece => (double[])[piece.From.Lower, piece.To.Upper]) ?? [];

    private static void Survives<T>(Finding<T> finding, Func<T, string?> refute)
    {
        Assert.NotEmpty(finding.Because);
        if (finding.Status == Certainty.NotDecided) return;
        var refutation = refute(finding.Value!);
        Assert.True(refutation is null, $"{refutation} ({finding.Status}: {finding.Because})");
    }
}
