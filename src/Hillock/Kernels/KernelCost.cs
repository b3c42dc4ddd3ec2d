namespace Hillock.Kernels;

/// <summary>What a kernel spends on one vector of elements, counted from its program: a 512-bit vector holds 16 floats
/// or 8 doubles, and 8 floats where they are computed in lanes of double width.</summary>
/// <param name="Instructions">All vector instructions in the loop, loads and stores included.</param>
/// <param name="Multiplications">Multiplications and fused multiply-adds, the scarce resource of most processors.</param>
/// <param name="Divisions">Divisions.</param>
/// <param name="SquareRoots">Square roots.</param>
/// <param name="BytesPerElement">Bytes read and written an element.</param>
public sealed record KernelCost(
    int Instructions, int Multiplications, int Divisions, int SquareRoots, int BytesPerElement)
{
    private const int VectorBytes = 64;

    // What a thread must have to do, in cycles, to be worth its while: ten times what handing over takes.
    private const int LeastCycles = 6000;

    /// <summary>The least number of elements that a thread is given.</summary>
    internal int SmallestShare(ElementFormat lanes)
    {
        const int cyclesOfDivision = 8;
        var cycles = (Instructions / 2) + (cyclesOfDivision * (Divisions + SquareRoots));
        return LeastCycles / cycles * (VectorBytes / lanes.Size);
    }

    /// <summary>What programs for float elements in several kinds of lanes are compared by: the instructions for 64 bytes
    /// of elements. A division, mostly hidden behind other work, counts as several, and a scaling as the twelve that it is
    /// where the processor has no instruction for it.</summary>
    internal static int Weight(VectorProgram program)
    {
        var cost = Of(program, sizeof(float));
        var isDouble = program.Format.Size != sizeof(float);
        var scalings = program.Instructions.Count(i => i.Operation == VectorOperation.Scale);
        var conversions = isDouble ? cost.BytesPerElement / sizeof(float) : 0;
        var roots = (cost.Divisions + cost.SquareRoots) * (isDouble ? 6 : 2);
        return (cost.Instructions + conversions + roots + (11 * scalings)) * (isDouble ? 2 : 1);
    }

    internal static KernelCost Of(VectorProgram program, int bytesOfElement)
    {
        var uniform = program.FindUniform();
        var loop = program.Instructions.Where((_, index) => !uniform[index]).ToList();
        var inputs = Count(VectorOperation.Input) + Count(VectorOperation.Upstream);
        var outputs = program.Outputs.Count;
        return new KernelCost(
            loop.Count + outputs,
            Count(VectorOperation.Multiply) + Count(VectorOperation.FusedMultiplyAdd),
            Count(VectorOperation.Divide),
            Count(VectorOperation.SquareRoot),
            (inputs + outputs) * bytesOfElement);

        int Count(VectorOperation operation) => loop.Count(instruction => instruction.Operation == operation);
    }
}
