using System.Globalization;
using Hillock.Expressions;
using Hillock.Expressions.Groups;
using Hillock.Expressions.Noise;

namespace Hillock.Catalogue.Groups;

/// <summary>How an entry for several elements is written down, parameters free.</summary>
internal abstract record GroupForm
{
    /// <summary>The formula as readers see it.</summary>
    public abstract string Text { get; }

    /// <summary>The definition with these values of the parameters.</summary>
    public abstract GroupDefinition Define(string id, IReadOnlyDictionary<string, double> values);

    /// <summary>An activation that is part of the form, with its free parameters bound to values.</summary>
    protected static Definition Part(string formula, IReadOnlyDictionary<string, double> values) =>
        EntryReader.Read(Bind(formula, values), DefinitionSet.Empty).Definition;

    /// <summary>A formula with its free parameters bound to values; the text may end in bindings already.</summary>
    protected static string Bind(string formula, IReadOnlyDictionary<string, double> values)
    {
        var free = FormulaParser.FreeNames(formula).ToHashSet(StringComparer.Ordinal);
        var bindings = values.Where(value => free.Contains(value.Key)).Select(value =>
            string.Create(CultureInfo.InvariantCulture, $"{value.Key}={value.Value:R}")).ToList();
        if (bindings.Count == 0) return formula;
        var separator = formula.Contains(" where ", StringComparison.Ordinal) ? "," : " where";
        return $"{formula}{separator} {string.Join(", ", bindings)}";
    }
}

/// <summary>A formula over reductions: <c>exp(x - m)/s where m = anchor(x), s = sum(exp(x - m))</c>.</summary>
internal sealed record ReducedForm(string Formula, double? Masked = null) : GroupForm
{
    public override string Text => Formula;

    public override GroupDefinition Define(string id, IReadOnlyDictionary<string, double> values) =>
        ReducedDefinition.Of(id, FormulaParser.Parse(Bind(Formula, values), KnownFunctions.OfCatalogue), Masked);
}

/// <summary>One half times an activation of the other.</summary>
internal sealed record GatedForm(string Gate, bool GateFirst, string Value = "x") : GroupForm
{
    public override string Text =>
        $"y = v(b)*g(a), g(x) = {Gate}, v(x) = {Value}, gate {(GateFirst ? "first" : "last")}: "
        + $"a is the {(GateFirst ? "first" : "second")} half";

    public override GroupDefinition Define(string id, IReadOnlyDictionary<string, double> values) => new GatedDefinition(
        $"{id} gate {(GateFirst ? "first" : "last")}",
        Part(Gate, values), Part(Value, values), GateFirst);
}

/// <summary>The results of several activations, one behind the other.</summary>
internal sealed record JoinedForm(params string[] Parts) : GroupForm
{
    public override string Text => $"y = ({string.Join(" ; ", Parts)})";

    public override GroupDefinition Define(string id, IReadOnlyDictionary<string, double> values) =>
        new JoinedDefinition(id, [.. Parts.Select(part => Part(part, values))]);
}

/// <summary>The largest of k neighbours.</summary>
internal sealed record MaxoutForm : GroupForm
{
    public override string Text => "y_i = max(x_(k*i), …, x_(k*i + k - 1))";

    public override GroupDefinition Define(string id, IReadOnlyDictionary<string, double> values)
    {
        var k = values["k"];
        if (k == Math.Floor(k) && k <= int.MaxValue) return new MaxoutDefinition(id, (int)k);
        var text = string.Create(CultureInfo.InvariantCulture, $"{id}(k={k:R})");
        throw new FormulaException(text, id.Length + 1, 1, "k must be a whole number");
    }
}

/// <summary>1 at the first position of the maximum.</summary>
internal sealed record HardmaxForm : GroupForm
{
    public override string Text => "y_i = 1 where x_i is the first maximum of the line, 0 elsewhere";

    public override GroupDefinition Define(string id, IReadOnlyDictionary<string, double> values) =>
        new HardmaxDefinition(id);
}

/// <summary>softmax of an activation with noise, or 1 at its maximum.</summary>
internal sealed record GumbelForm(bool IsHard) : GroupForm
{
    private const string Noisy = "(x + g)/tau where g ~ gumbel";

    public override string Text => $"y = {(IsHard ? "hardmax" : "softmax")}(z), z = {Noisy}";

    public override GroupDefinition Define(string id, IReadOnlyDictionary<string, double> values)
    {
        var parsed = FormulaParser.Parse(Bind(Noisy, values));
        var tau = new ActivationParameter("tau", values["tau"], Learned: false, ParameterDomain.Positive);
        var before = new NoisyDefinition(id, parsed.Expression, [tau], parsed.Noise!);
        return new PerturbedDefinition(id, before, GroupCatalogue.Find("softmax")!.Definition, IsHard);
    }
}
