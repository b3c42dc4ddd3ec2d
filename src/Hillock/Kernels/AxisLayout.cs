using System.Globalization;

namespace Hillock.Kernels;

/// <summary>How one axis divides a row-major array: element i of a line along the axis lies at
/// (outer · <see cref="Length"/> + i) · <see cref="Inner"/> + inner.</summary>
/// <param name="Outer">The product of the dimensions before the axis.</param>
/// <param name="Length">The dimension of the axis.</param>
/// <param name="Inner">The product of the dimensions behind the axis, which is also the stride along it.</param>
public readonly record struct AxisLayout(nint Outer, nint Length, nint Inner)
{
    /// <summary>The number of elements.</summary>
    public nint Count => checked(Outer * Length * Inner);

    /// <summary>The number of lines along the axis.</summary>
    public nint Lines => checked(Outer * Inner);

    /// <summary>Divides a shape around an axis.</summary>
    /// <param name="shape">The dimensions, the last running fastest. No dimensions, a single number, count as one
    /// dimension of 1.</param>
    /// <param name="axis">From 0 on, or from −1 downwards, which counts from the end.</param>
    /// <exception cref="ShapeException">A dimension is negative, the shape has no such axis, or it has more elements
    /// than the address space.</exception>
    public static AxisLayout Of(ReadOnlySpan<int> shape, int axis)
    {
        if (shape.IsEmpty) shape = [1];
        var place = axis < 0 ? axis + shape.Length : axis;
        if (place < 0 || place >= shape.Length)
            throw new ShapeException(
                $"The shape {Text(shape)} has no axis {Text(axis)}; its axes are {Text(-shape.Length)} to {Text(shape.Length - 1)}.");
        return new AxisLayout(Product(shape, 0, place), Product(shape, place, place + 1), Product(shape, place + 1, shape.Length))
            .Checked(shape);
    }

    /// <summary>An axis of length 1 around the whole array: what belongs to a line belongs to all elements.</summary>
    /// <exception cref="ShapeException">A dimension is negative, or there are more elements than the address space has.
    /// </exception>
    public static AxisLayout OfAll(ReadOnlySpan<int> shape) => Of([1, .. shape], 0);

    /// <summary>All dimensions but the first taken as one axis: each element of an example has a place of its own.</summary>
    /// <exception cref="ShapeException">A dimension is negative, or there are more elements than the address space has.
    /// </exception>
    public static AxisLayout OfExamples(ReadOnlySpan<int> shape)
    {
        var first = Of(shape, 0);
        return new AxisLayout(first.Length, first.Inner, 1);
    }

    /// <summary>The same array with another dimension of the axis.</summary>
    public AxisLayout WithLength(nint length) => this with { Length = length };

    /// <summary>Where the line of this number begins; lines with neighbouring inner places have neighbouring
    /// numbers.</summary>
    public nint StartOf(nint line) => (line / Inner * Length * Inner) + (line % Inner);

    private static nint Product(ReadOnlySpan<int> shape, int from, int to)
    {
        nint product = 1;
        foreach (var dimension in shape[from..to])
        {
            if (dimension < 0) throw new ShapeException($"The shape {Text(shape)} has a negative dimension.");
            product = dimension == 0 ? 0 : product > nint.MaxValue / dimension ? throw TooLarge(shape) : product * dimension;
        }

        return product;
    }

    private AxisLayout Checked(ReadOnlySpan<int> shape)
    {
        var others = (Int128)Outer * Inner;
        return others * Length > nint.MaxValue ? throw TooLarge(shape) : this;
    }

    private static ShapeException TooLarge(ReadOnlySpan<int> shape) =>
        new($"The shape {Text(shape)} has more elements than the address space.");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(ReadOnlySpan<int> shape)
    {
        var dimensions = new List<string>();
        foreach (var dimension in shape) dimensions.Add(Text(dimension));
        return $"[{string.Join(", ", dimensions)}]";
    }
}
