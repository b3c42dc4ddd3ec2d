using System.Xml.Linq;
using Hillock.Analysis.Ends;
using Hillock.Analysis.Intervals;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;
using Hillock.Kernels;
using Hillock.Verification;

namespace Hillock.Tests.Expressions;

/// <summary>Every primitive has a row in every table, or a reason why not.</summary>
public class PrimitiveGridTests
{
    public static TheoryData<Primitive> Primitives => new(Enum.GetValues<Primitive>());

    [Theory]
    [MemberData(nameof(Primitives))]
    public void Has_a_name_and_an_arity(Primitive primitive) =>
        Assert.Equal(primitive, PrimitiveTable.Syntax(primitive).Primitive);

    [Theory]
    [MemberData(nameof(Primitives))]
    public void Has_a_derivative_unless_it_is_a_condition(Primitive primitive) =>
        Assert.Equal(!PrimitiveTable.Syntax(primitive).IsCondition, Derivative.Covers(primitive));

    [Theory]
    [MemberData(nameof(Primitives))]
    public void Has_latex(Primitive primitive)
    {
        Assert.True(LatexPrinter.Covers(primitive));
        var latex = LatexPrinter.Print(Sample.Of(primitive));
        Assert.NotEmpty(latex);
        Assert.Equal(latex.Count(c => c == '{'), latex.Count(c => c == '}'));
    }

    [Theory]
    [MemberData(nameof(Primitives))]
    public void Has_mathml_that_is_well_formed(Primitive primitive)
    {
        Assert.True(MathMLPrinter.Covers(primitive));
        Assert.NotEmpty(XElement.Parse(MathMLPrinter.Print(Sample.Of(primitive))).Elements());
    }

    [Theory]
    [MemberData(nameof(Primitives))]
    public void Has_a_plain_and_a_precise_evaluation(Primitive primitive) =>
        Assert.True(PlainEvaluation.Covers(primitive) && PreciseEvaluation.Covers(primitive));

    [Theory]
    [MemberData(nameof(Primitives))]
    public void Has_an_expansion_that_agrees_with_plain_evaluation(Primitive primitive)
    {
        Assert.True(ExpansionRules.Covers(primitive));
        var expression = Sample.Of(primitive);
        foreach (var x in Sample.Points)
        {
            var expected = PlainEvaluation.Evaluate(expression, x, new Dictionary<string, double>());
            var point = new Number(Rational.Of(x));
            // Bounds of double precision of 1 − erf(3.4), for erfc.
            Close.Relative(expected, Expansion.At(expression, point).Bounds.Middle, 1e-9, $"{primitive} at {x}");
            Close.Relative(expected, Limit.Beside(expression, point, 1).Value, 1e-9, $"{primitive} beside {x}");
        }
    }

    [Theory]
    [MemberData(nameof(Primitives))]
    public void Has_an_interval_evaluation_an_interval_Taylor_series_and_an_enclosed_expansion(Primitive primitive) =>
        Assert.True(IntervalTable.Covers(primitive) && SeriesTable.Covers(primitive) && EndTable.Covers(primitive));

    [Theory]
    [MemberData(nameof(Primitives))]
    public void Has_vector_code_that_agrees_with_plain_evaluation(Primitive primitive)
    {
        Assert.True(Lowering.Covers(primitive));
        var expression = Sample.Of(primitive);
        var definition = new Definition("sample", expression, []);
        var activation = new Activation(definition);
        foreach (var x in Sample.Points)
        {
            var expected = PlainEvaluation.Evaluate(expression, x, new Dictionary<string, double>());
            Span<double> wide = [x];
            Span<float> narrow = [(float)x];
            activation.Kernel<double>().Value(wide, wide);
            activation.Kernel<float>().Value(narrow, narrow);
            Close.Relative(expected, wide[0], 1e-12, $"{primitive} at {x}, double");
            Close.Relative(expected, narrow[0], 1e-5, $"{primitive} at {x}, float");
        }
    }

    [Theory]
    [MemberData(nameof(Primitives))]
    public void Is_read_back_as_it_was_printed(Primitive primitive)
    {
        var expression = Sample.Of(primitive);
        Assert.Equal(expression, FormulaParser.Parse(expression.ToString()).Expression);
    }

    [Theory]
    [MemberData(nameof(Primitives))]
    public void Derivative_agrees_with_central_differences(Primitive primitive)
    {
        var expression = Sample.Of(primitive);
        var derivative = Derivative.WithRespectToX(expression);
        var none = new Dictionary<string, double>();
        foreach (var x in Sample.Points)
        {
            var difference = Close.CentralDifference(t => PlainEvaluation.Evaluate(expression, t, none), x);
            Close.Relative(difference, PlainEvaluation.Evaluate(derivative, x, none), 1e-7, $"{primitive} at {x}");
        }
    }
}
