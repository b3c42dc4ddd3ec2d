using System.Collections.Concurrent;
using System.Numerics;
using Hillock.Catalogue;
using Hillock.Catalogue.Groups;
using Hillock.Expressions;
using Hillock.Expressions.Groups;
using Hillock.Kernels;
using Hillock.Kernels.Execution;
using Hillock.Kernels.Groups;

namespace Hillock;

/// <summary>A function of several elements, such as softmax, squash, maxout or swiglu: it takes the n elements of each
/// line along an axis to m.</summary>
/// <example>
/// <code>
/// var softmax = GroupFunction.Parse("softmax");
/// softmax.Kernel&lt;float&gt;().Value(x, y, shape: [32, 10], axis: -1);
/// var mine = GroupFunction.Parse("gated(x*sigmoid(1.7*x)) gate first");
/// </code>
/// </example>
public sealed class GroupFunction
{
    private readonly ConcurrentDictionary<(Type Element, SpecialLines Special, VectorWidth Width), object> _kernels = new();

    private GroupFunction(GroupDefinition definition, GroupEntry? entry) => (Definition, Entry) = (definition, entry);

    /// <summary>The id with what tells it from its variants (<c>swiglu gate first</c>), or the formula as typed.</summary>
    public string Id => Definition.Id;

    /// <summary>The definition.</summary>
    public GroupDefinition Definition { get; }

    /// <summary>What the catalogue says of it, or null for a typed formula.</summary>
    public GroupEntry? Entry { get; }

    /// <summary>How m follows from n, as in <c>2n → n</c>.</summary>
    public string ShapeRule => Definition.ShapeRule;

    /// <summary>Whether a text means a function of several elements rather than an activation.</summary>
    public static bool IsMeantBy(string text) => GroupReader.IsGroup(text);

    /// <summary>Reads an entry (<c>softmax</c>, <c>softmax(t=0.5)</c>, <c>glu</c>, <c>torch.nn.GLU</c>), with
    /// <c>gate first</c> or <c>gate last</c> behind a gated one; any activation or formula as a gate
    /// (<c>gated(gelu_tanh) gate first</c>); or a formula over a line
    /// (<c>exp(x - m)/s where m = anchor(x), s = sum(exp(x - m))</c>).</summary>
    /// <exception cref="FormulaException">It is none of these; the message points at the place.</exception>
    public static GroupFunction Parse(string text) => Parse(text, DefinitionSet.Empty);

    /// <summary>The same, where a user's definitions are known besides the catalogue: as gates and in formulas.</summary>
    /// <exception cref="FormulaException">It is none of these; the message points at the place.</exception>
    public static GroupFunction Parse(string text, DefinitionSet definitions)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(definitions);
        var (entry, definition) = GroupReader.Read(text, definitions);
        return new GroupFunction(definition, entry);
    }

    /// <summary>The kernels for <typeparamref name="T"/>, which is <see cref="float"/> or <see cref="double"/>.
    /// Compiled on first use, then kept.</summary>
    /// <param name="special">What becomes of lines where the formula has no value; NaN unless asked otherwise.</param>
    public GroupKernel<T> Kernel<T>(SpecialLines special = SpecialLines.NaN)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Kernel<T>(special, VectorWidths.Best);

    internal GroupKernel<T> Kernel<T>(SpecialLines special, VectorWidth width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        (GroupKernel<T>)_kernels.GetOrAdd(
            (typeof(T), special, width),
            static (key, self) => new GroupKernel<T>(self.Definition, key.Special, key.Width),
            this);

    /// <summary>f of one line, in double precision.</summary>
    /// <exception cref="ShapeException">The function has no lines of this length.</exception>
    public double[] Value(params ReadOnlySpan<double> line)
    {
        var kernel = Kernel<double>();
        var y = new double[kernel.OutputShape([line.Length], 0)[0]];
        kernel.Value(line, y, [line.Length], 0);
        return y;
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
