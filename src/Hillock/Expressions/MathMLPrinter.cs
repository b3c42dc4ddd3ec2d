namespace Hillock.Expressions;

/// <summary>Writes expressions as MathML, which browsers set by themselves.</summary>
public static class MathMLPrinter
{
    private static readonly Dictionary<string, string> Greek = new(StringComparer.Ordinal)
    {
        ["alpha"] = "α", ["beta"] = "β", ["gamma"] = "γ", ["delta"] = "δ", ["theta"] = "θ", ["lambda"] = "λ",
        ["lambd"] = "λ", ["mu"] = "μ", ["sigma"] = "σ", ["omega"] = "ω", ["pi"] = "π",
    };

    // The table of MathML: one row a primitive. U+2062 is the invisible product sign;
    // the space behind it keeps x tanh(x) from reading as one name.
    private static readonly Dictionary<Primitive, string> Forms = new()
    {
        [Primitive.Add] = "{0}<mo>+</mo>{1}",
        [Primitive.Subtract] = "{0}<mo>−</mo>{1}",
        [Primitive.Multiply] = "{0}<mo rspace=\"0.14em\">&#x2062;</mo>{1}",
        [Primitive.Divide] = "<mfrac><mrow>{0}</mrow><mrow>{1}</mrow></mfrac>",
        [Primitive.Power] = "<msup><mrow>{0}</mrow><mrow>{1}</mrow></msup>",
        [Primitive.Negate] = "<mo>−</mo>{0}",
        [Primitive.Abs] = "<mo>|</mo>{0}<mo>|</mo>",
        [Primitive.Sign] = "<mi>sgn</mi><mo>(</mo>{0}<mo>)</mo>",
        [Primitive.Min] = "<mi>min</mi><mo>(</mo>{0}<mo>,</mo>{1}<mo>)</mo>",
        [Primitive.Max] = "<mi>max</mi><mo>(</mo>{0}<mo>,</mo>{1}<mo>)</mo>",
        [Primitive.Clamp] = "<mi>clamp</mi><mo>(</mo>{0}<mo>,</mo>{1}<mo>,</mo>{2}<mo>)</mo>",
        [Primitive.Floor] = "<mo>⌊</mo>{0}<mo>⌋</mo>",
        [Primitive.Exp] = "<msup><mi>e</mi><mrow>{0}</mrow></msup>",
        [Primitive.Expm1] = "<mo>(</mo><msup><mi>e</mi><mrow>{0}</mrow></msup><mo>−</mo><mn>1</mn><mo>)</mo>",
        [Primitive.Log] = "<mi>log</mi><mo>(</mo>{0}<mo>)</mo>",
        [Primitive.Log1p] = "<mi>log</mi><mo>(</mo><mn>1</mn><mo>+</mo>{0}<mo>)</mo>",
        [Primitive.Sqrt] = "<msqrt><mrow>{0}</mrow></msqrt>",
        [Primitive.Sin] = "<mi>sin</mi><mo>(</mo>{0}<mo>)</mo>",
        [Primitive.Cos] = "<mi>cos</mi><mo>(</mo>{0}<mo>)</mo>",
        [Primitive.Tan] = "<mi>tan</mi><mo>(</mo>{0}<mo>)</mo>",
        [Primitive.Atan] = "<mi>arctan</mi><mo>(</mo>{0}<mo>)</mo>",
        [Primitive.Sinh] = "<mi>sinh</mi><mo>(</mo>{0}<mo>)</mo>",
        [Primitive.Cosh] = "<mi>cosh</mi><mo>(</mo>{0}<mo>)</mo>",
        [Primitive.Tanh] = "<mi>tanh</mi><mo>(</mo>{0}<mo>)</mo>",
        [Primitive.Asinh] = "<mi>arsinh</mi><mo>(</mo>{0}<mo>)</mo>",
        [Primitive.Erf] = "<mi>erf</mi><mo>(</mo>{0}<mo>)</mo>",
        [Primitive.Erfc] = "<mi>erfc</mi><mo>(</mo>{0}<mo>)</mo>",
        [Primitive.Sigmoid] = "<mi>σ</mi><mo>(</mo>{0}<mo>)</mo>",
        [Primitive.Softplus] = "<mi>softplus</mi><mo>(</mo>{0}<mo>)</mo>",
        [Primitive.NormalDistribution] = "<mi>Φ</mi><mo>(</mo>{0}<mo>)</mo>",
        [Primitive.NormalDensity] = "<mi>φ</mi><mo>(</mo>{0}<mo>)</mo>",
        [Primitive.Less] = "{0}<mo>&lt;</mo>{1}",
        [Primitive.LessOrEqual] = "{0}<mo>≤</mo>{1}",
        [Primitive.Greater] = "{0}<mo>&gt;</mo>{1}",
        [Primitive.GreaterOrEqual] = "{0}<mo>≥</mo>{1}",
        [Primitive.Where] = "<mrow><mo form=\"prefix\" stretchy=\"true\">{{</mo><mtable><mtr><mtd>{1}</mtd><mtd><mtext>if&#xA0;</mtext>{0}</mtd></mtr>"
            + "<mtr><mtd>{2}</mtd><mtd><mtext>otherwise</mtext></mtd></mtr></mtable></mrow>",
    };

    private static readonly FormulaTypesetter Typesetter = new()
    {
        Forms = Forms,
        Variable = "<mi>x</mi>",
        Parentheses = "<mo>(</mo>{0}<mo>)</mo>",
        ProductWithNumber = "{0}<mo>·</mo>{1}",
        Number = value => $"<mn>{TextPrinter.Number(value).Replace("-", "−", StringComparison.Ordinal)}</mn>",
        Name = name => $"<mi>{Greek.GetValueOrDefault(name, name)}</mi>",
    };

    /// <summary>The expression as the content of a <c>math</c> element: one <c>mrow</c>.</summary>
    public static string Print(Expression expression) => $"<mrow>{Typesetter.Print(expression)}</mrow>";

    internal static bool Covers(Primitive primitive) => Forms.ContainsKey(primitive);
}
