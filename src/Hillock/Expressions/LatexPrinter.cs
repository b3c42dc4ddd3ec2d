namespace Hillock.Expressions;

/// <summary>Writes expressions as LaTeX mathematics.</summary>
public static class LatexPrinter
{
    private static readonly Dictionary<string, string> Greek = new(StringComparer.Ordinal)
    {
        ["alpha"] = @"\alpha", ["beta"] = @"\beta", ["gamma"] = @"\gamma", ["delta"] = @"\delta",
        ["theta"] = @"\theta", ["lambda"] = @"\lambda", ["lambd"] = @"\lambda", ["mu"] = @"\mu",
        ["sigma"] = @"\sigma", ["omega"] = @"\omega", ["pi"] = @"\pi", ["e"] = "e",
    };

    // The table of LaTeX: one row a primitive, operands already printed without outer parentheses.
    private static readonly Dictionary<Primitive, string> Forms = new()
    {
        [Primitive.Add] = "{0} + {1}",
        [Primitive.Subtract] = "{0} - {1}",
        [Primitive.Multiply] = @"{0} \, {1}",
        [Primitive.Divide] = @"\frac{{{0}}}{{{1}}}",
        [Primitive.Power] = "{0}^{{{1}}}",
        [Primitive.Negate] = "-{0}",
        [Primitive.Abs] = @"\left|{0}\right|",
        [Primitive.Sign] = @"\operatorname{{sgn}}\left({0}\right)",
        [Primitive.Min] = @"\min\left({0}, {1}\right)",
        [Primitive.Max] = @"\max\left({0}, {1}\right)",
        [Primitive.Clamp] = @"\operatorname{{clamp}}\left({0}, {1}, {2}\right)",
        [Primitive.Floor] = @"\left\lfloor {0} \right\rfloor",
        [Primitive.Exp] = "e^{{{0}}}",
        [Primitive.Expm1] = @"\left(e^{{{0}}} - 1\right)",
        [Primitive.Log] = @"\log\left({0}\right)",
        [Primitive.Log1p] = @"\log\left(1 + {0}\right)",
        [Primitive.Sqrt] = @"\sqrt{{{0}}}",
        [Primitive.Sin] = @"\sin\left({0}\right)",
        [Primitive.Cos] = @"\cos\left({0}\right)",
        [Primitive.Tan] = @"\tan\left({0}\right)",
        [Primitive.Atan] = @"\arctan\left({0}\right)",
        [Primitive.Sinh] = @"\sinh\left({0}\right)",
        [Primitive.Cosh] = @"\cosh\left({0}\right)",
        [Primitive.Tanh] = @"\tanh\left({0}\right)",
        [Primitive.Asinh] = @"\operatorname{{arsinh}}\left({0}\right)",
        [Primitive.Erf] = @"\operatorname{{erf}}\left({0}\right)",
        [Primitive.Erfc] = @"\operatorname{{erfc}}\left({0}\right)",
        [Primitive.Sigmoid] = @"\sigma\left({0}\right)",
        [Primitive.Softplus] = @"\operatorname{{softplus}}\left({0}\right)",
        [Primitive.NormalDistribution] = @"\Phi\left({0}\right)",
        [Primitive.NormalDensity] = @"\varphi\left({0}\right)",
        [Primitive.Less] = "{0} < {1}",
        [Primitive.LessOrEqual] = @"{0} \le {1}",
        [Primitive.Greater] = "{0} > {1}",
        [Primitive.GreaterOrEqual] = @"{0} \ge {1}",
        [Primitive.Where] = @"\begin{{cases}} {1} & \text{{if }} {0} \\ {2} & \text{{otherwise}} \end{{cases}}",
    };

    private static readonly FormulaTypesetter Typesetter = new()
    {
        Forms = Forms,
        Variable = "x",
        Parentheses = @"\left({0}\right)",
        // Two numbers side by side need a dot between them.
        ProductWithNumber = @"{0} \cdot {1}",
        Number = Number,
        Name = Name,
    };

    /// <summary>The expression as LaTeX, without surrounding dollar signs.</summary>
    public static string Print(Expression expression) => Typesetter.Print(expression);

    internal static bool Covers(Primitive primitive) => Forms.ContainsKey(primitive);

    private static string Number(double value)
    {
        var text = TextPrinter.Number(value);
        var exponent = text.IndexOf('E', StringComparison.Ordinal);
        return exponent < 0 ? text : $@"{text[..exponent]} \cdot 10^{{{text[(exponent + 1)..].TrimStart('+')}}}";
    }

    private static string Name(string name) =>
        Greek.TryGetValue(name, out var symbol) ? symbol
        : name.Length == 1 ? name
        : $@"\mathrm{{{name.Replace("_", @"\_", StringComparison.Ordinal)}}}";
}
