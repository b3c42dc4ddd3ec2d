using System.Numerics;
using Hillock.Lab.Data;

namespace Hillock.Cli.Commands;

/// <summary>What <c>eval</c> computes of an array.</summary>
/// <param name="Function">The function.</param>
/// <param name="Quantity">What of it, such as <c>f′(x)</c>.</param>
internal abstract record Evaluation(string Function, string Quantity)
{
    /// <summary>The results, in the shape that follows from that of x.</summary>
    public abstract NumpyArray<T> Of<T>(NumpyArray<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
