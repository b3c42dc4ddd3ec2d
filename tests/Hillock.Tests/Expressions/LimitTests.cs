using Hillock.Catalogue;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;
using Hillock.Precision;
using Hillock.Verification;

namespace Hillock.Tests.Expressions;

/// <summary>Limits by asymptotic expansion: known ones, and attacks on all that is claimed of the catalogue.</summary>
public class LimitTests
{
    public static TheoryData<string, double, double> Known => new()
    {
        // formula, limit at −∞, limit at +∞; NaN: proved to have none
        { "sin(x)", double.NaN, double.NaN },
        { "sin(x)/x", 0, 0 },
        { "x + sin(x)", double.NegativeInfinity, double.PositiveInfinity },
        { "x*sin(x)", double.NaN, double.NaN },
        { "x*(2 + sin(x))", double.NegativeInfinity, double.PositiveInfinity },
        { "sin(x)*cos(3*x) - cos(x/7)", double.NaN, double.NaN },
        { "exp(-sin(x))", double.NaN, double.NaN },
        { "x - floor(x)", double.NaN, double.NaN },
        { "floor(x)/x", 1, 1 },
        { "floor(x)", double.NegativeInfinity, double.PositiveInfinity },
        { "floor(sigmoid(x))", 0, 0 },
        { "floor(1 + sigmoid(-x))", 1, 1 },
        { "sqrt(x^2 + 1) - abs(x)", 0, 0 },
        { "sqrt(x^2 + x) - abs(x)", -0.5, 0.5 },
        { "softplus(x) - max(x, 0)", 0, 0 },
        { "tanh(x) - 1", -2, 0 },
        { "x*sigmoid(x) - x", double.PositiveInfinity, 0 },
        { "exp(-exp(x))", 1, 0 },
        { "exp(exp(x) - x)*exp(-exp(x))", double.PositiveInfinity, 0 },
        { "log(1 + exp(exp(x)))/exp(x)", double.PositiveInfinity, 1 },
        { "(1 + 1/x)^x", Math.E, Math.E },
        { "x^2*(cos(1/x) - 1)", -0.5, -0.5 },
        { "exp(x)/x^50", 0, double.PositiveInfinity },
        { "log(abs(x))^9/abs(x)^0.01", 0, 0 },
        { "(exp(x) - exp(-x))/(exp(x) + exp(-x))", -1, 1 },
        { "x*(Phi(x) - 1)", double.PositiveInfinity, 0 },
        { "erfc(x)*exp(x^2)*x*sqrt(pi)", double.NegativeInfinity, 1 },
        { "atan(x^3) - asinh(x)/log(abs(x))", (-Math.PI / 2) + 1, (Math.PI / 2) - 1 },
        { "where(x > 1000000, 3, x)", double.NegativeInfinity, 3 },
        { "clamp(x*(1 + sin(x)/x), -5, exp(x))", -5, double.PositiveInfinity },
        { "max(x, 0) + 0.1*max(-x - 1, 0) - 0.1*max(-x + 1, 0)", -0.2, double.PositiveInfinity },
        { "0.1*x + 0.2*x - 0.3*x", double.NegativeInfinity, double.PositiveInfinity },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Is_the_known_one(string formula, double atMinus, double atPlus)
    {
        var f = Read(formula);
        Check(Limit.AtInfinity(f, -1), atMinus);
        Check(Limit.AtInfinity(f, 1), atPlus);

        void Check(Limit limit, double expected)
        {
            Assert.True(limit.IsDecided, $"{formula}: {limit.Because}");
            Assert.Equal(double.IsNaN(expected), limit.Kind == LimitKind.None);
            Close.Relative(expected, limit.Value, 1e-15, formula, floor: 1e-15);
        }
    }

    [Theory]
    [InlineData("1/x", double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("x/abs(x)", -1, 1)]
    [InlineData("x/abs(x)*(x + 2)", -2, 2)]
    [InlineData("sin(x)/x", 1, 1)]
    [InlineData("where(x > 0, exp(-1/x), 0)", 0, 0)]
    [InlineData("abs(x)^0.5/x", double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("x*log(abs(x))", 0, 0)]
    [InlineData("floor(x)", -1, 0)]
    [InlineData("(1 - cos(x))/x^2", 0.5, 0.5)]
    [InlineData("sin(1/x)", double.NaN, double.NaN)]
    [InlineData("x*sin(1/x)", 0, 0)]
    [InlineData("exp(1/x)", 0, double.PositiveInfinity)]
    public void Is_the_known_one_beside_0(string formula, double fromBelow, double fromAbove)
    {
        var f = Read(formula);
        Assert.Equal(fromBelow, Limit.Beside(f, Number.Zero, -1).Value);
        Assert.Equal(fromAbove, Limit.Beside(f, Number.Zero, 1).Value);
    }

    [Theory]
    [InlineData("log(x)", LimitKind.Undefined)]
    [InlineData("sqrt(-1 - x^2)", LimitKind.Undefined)]
    [InlineData("tan(x)", LimitKind.NotDecided)]
    [InlineData("where(sin(x) > 0, 1, 0)", LimitKind.NotDecided)]
    // Exactly 0, but log(2 + sqrt(2)) is another atom than log(sqrt(2)) + log(1 + sqrt(2)).
    [InlineData("x*(log(2 + sqrt(2)) - log(sqrt(2)) - log(1 + sqrt(2)))", LimitKind.NotDecided)]
    public void Is_not_claimed_where_it_is_not_known(string formula, LimitKind expected) =>
        Assert.Equal(expected, Limit.AtInfinity(Read(formula), -1).Kind);

    [Fact]
    public void Is_decided_for_every_entry_of_the_catalogue()
    {
        var open = Claims().Where(claim => !claim.Limit.IsDecided)
            .Select(claim => $"{claim.Id}: {claim.Limit.Because}");
        Assert.Empty(open);
    }

    [Fact]
    public void Withstands_values_of_320_bits_farther_and_farther_out()
    {
        var refuted = Claims().SelectMany(claim => Refutations(claim.Formula, claim.Side, claim.Limit)
            .Select(reason => $"{claim.Id} at {(claim.Side > 0 ? "+∞" : "−∞")}: {reason}"));
        Assert.Empty(refuted);
    }

    [Fact]
    public void Is_what_kernels_give_for_infinite_elements()
    {
        var kernels = ActivationCatalogue.All.ToDictionary(entry => entry.Id,
            entry => new Activation(entry.Definition).Kernel<double>());
        var differing = Claims().Where(claim => claim.Limit.IsDecided
            && !Agrees(claim.Limit.Value, AtInfinity(claim.Id, claim.Side)))
            
                
                    
                        
                            
                                
                                    
                                        
                                            
                                                
                                                    
                                                        
                                                            
                                                                
                                                                    
                                                                        
                                                                            
                                                                                
                                                                                    
                                                                                        
                                                                                            
                                                                                                
                                                                                                    
                                                                                                        
                                                                                                            
                                                                                                                .Select(claim => $"{claim.Id} at {claim.Side}·∞: {AtInfinity(claim.Id, claim.Side)}, not {claim.Limit.Value}");
        Assert.Empty(differing);

        static bool Agrees(double a, double b) => a.Equals(b) || Math.Abs(a - b) <= 1e-14 * Math.Max(1, Math.Abs(a));

        double AtInfinity(string id, int side)
        {
            Span<double> value = [side * double.PositiveInfinity];
            kernels[id].Value(value, value);
            return value[0];
        }
    }

    [Fact]
    public void Wrong_claims_are_refuted()
    {
        var (tanh, bump) = (Read("tanh(x)"), Read("exp(-x^2)"));
        Assert.NotEmpty(Refutations(tanh, 1, Limit.AtInfinity(tanh, -1)));
        Assert.NotEmpty(Refutations(tanh, 1, Limit.AtInfinity(Read("2 - tanh(x)"), 1)));
        Assert.NotEmpty(Refutations(bump, 1, Limit.AtInfinity(Read("0"), 1)));
        Assert.NotEmpty(Refutations(Read("log(1 + x^2)"), 1, Limit.AtInfinity(Read("-x"), 1)));
        Assert.NotEmpty(Refutations(Read("1/x"), 1, Limit.AtInfinity(Read("-1/x"), 1)));
    }

    private static IEnumerable<(string Id, Expression Formula, int Side, Limit Limit)> Claims() =>
        from entry in ActivationCatalogue.All
        let formula = WithDefaults(entry.Definition)
        from side in new[] { -1, 1 }
        select (entry.Id, formula, side, Limit.AtInfinity(formula, side));

    private static readonly double[] Distances = [6.3, 23.7, 81.3, 251.7, 4099.3];

    private static IEnumerable<string> Refutations(Expression f, int side, Limit limit)
    {
        var values = Distances
            .Select(x => PreciseEvaluation.TryEvaluate(f, side * x, new Dictionary<string, double>()))
            .OfType<BigReal>()
            .ToList();
        if (values.Count < 2) yield break;
        var last = values[^1];
        if (limit.EventualSign is { } sign && sign != last.Sign && last.Sign != 0)
            yield return $"its sign is {last.Sign}, not {sign}";
        if (limit.Kind is LimitKind.PlusInfinity or LimitKind.MinusInfinity)
        {
            var direction = limit.Kind == LimitKind.PlusInfinity ? 1 : -1;
            if (last.Sign != direction || BigReal.Abs(last) < BigReal.Abs(values[0]))
                yield return $"it is {last} far out";
        }

        if (limit.Kind != LimitKind.Finite) yield break;
        // A limit such as 1 is a double; of pi/2 the double is only near.
        var exact = limit.Exact!.Bounds is var bounds && bounds.Low == bounds.High;
        var distances = values.Select(v => (v - limit.Value).ToDouble()).ToList();
        var rounding = exact ? 0 : 1e-14 * Math.Max(1e-3, Math.Abs(limit.Value));
        if (Math.Abs(distances[^1]) > Math.Max(0.9 * Math.Abs(distances[0]), rounding))
            yield return $"it stays {distances[^1]} away from {limit.Value}";
        // Farther out 320 bits do not tell the value from its limit.
        var told = distances.LastOrDefault(d => Math.Abs(d) > rounding);
        if (limit.Approach == Approach.Equal && told != 0 && distances[^1] != 0) yield return $"it differs by {told}";
        if (limit.Approach == Approach.FromAbove && told < 0) yield return "it is below";
        if (limit.Approach == Approach.FromBelow && told > 0) yield return "it is above";
    }

    internal static Expression WithDefaults(Definition definition) => definition.Formula.Substitute(
        definition.Parameters.ToDictionary(p => p.Name, p => (Expression)p.Default));

    private static Expression Read(string formula) => FormulaParser.Parse(formula, new KnownFunctions(DefinitionSet.Empty)).Expression;
}
