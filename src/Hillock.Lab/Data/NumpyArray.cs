using System.Numerics;

namespace Hillock.Lab.Data;

/// <summary>An array as a NumPy file holds it: a <see cref="NumpyArray{T}"/> of float or double.</summary>
public abstract record NumpyArray
{
    private protected NumpyArray(IReadOnlyList<int> shape) => Shape = shape;

    /// <summary>The length of each dimension; none for a single number.</summary>
    public IReadOnlyList<int> Shape { get; }
}

/// <summary>An array of known element type.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed record NumpyArray<T> : NumpyArray where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Numbers, the last dimension running fastest, and the shape they fill.</summary>
    public NumpyArray(T[] values, IReadOnlyList<int> shape) : base(shape)
    {
        long size = shape.Aggregate(1L, (product, length) => product * length);
        if (shape.Any(length => length < 0) || values.LongLength != size)
            throw new ArgumentException("The shape must have room for exactly the values.", nameof(shape));
        Values = values;
    }

    /// <summary>The numbers, the last dimension running fastest.</summary>
    public T[] Values { get; }
}
