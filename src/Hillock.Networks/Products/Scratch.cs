using System.Runtime.ConstrainedExecution;
using System.Runtime.InteropServices;

namespace Hillock.Networks.Products;

/// <summary>Memory in which a thread lays out what it multiplies. It is taken once a thread, and what it holds is worth
/// nothing after the product.</summary>
internal sealed unsafe class Scratch : CriticalFinalizerObject
{
    private const int Alignment = 64;

    [ThreadStatic]
    private static Scratch? t_ofThread;

    private float* _results;
    private int _resultsLength;

    private Scratch()
    {
        Left = Take(LeftOperand.MostPackedAtOnce);
        Right = Take(RightOperand.MostPackedAtOnce);
        Zeros = Take(RightOperand.WidestStrip);
        new Span<float>(Zeros, RightOperand.WidestStrip).Clear();
        Row = Take(RightOperand.WidestStrip);
        Edge = Take(RegisterTile.Rows * RightOperand.WidestStrip);
    }

    ~Scratch()
    {
        NativeMemory.AlignedFree(Left);
        NativeMemory.AlignedFree(Right);
        NativeMemory.AlignedFree(Zeros);
        NativeMemory.AlignedFree(Row);
        NativeMemory.AlignedFree(Edge);
        NativeMemory.AlignedFree(_results);
    }

    public static Scratch OfThread => t_ofThread ??= new();

    /// <summary>A block of the left matrix.</summary>
    public float* Left { get; }

    /// <summary>Some strips of the right matrix.</summary>
    public float* Right { get; }

    /// <summary>A row of zeros, which stays one.</summary>
    public float* Zeros { get; }

    /// <summary>What the rows of a strip begin with.</summary>
    public float* Row { get; }

    /// <summary>A tile that reaches over the edge of the result.</summary>
    public float* Edge { get; }

    /// <summary>Room for results that are used at once; the same memory for each call.</summary>
    public float* Results(int length)
    {
        if (length > _resultsLength)
        {
            NativeMemory.AlignedFree(_results);
            _results = Take(length);
            _resultsLength = length;
        }

        return _results;
    }

    private static float* Take(int count) => (float*)NativeMemory.AlignedAlloc((nuint)count * sizeof(float), Alignment);
}
