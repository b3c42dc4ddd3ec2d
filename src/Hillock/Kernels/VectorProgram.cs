namespace Hillock.Kernels;

/// <summary>One instruction; operands are the numbers of earlier instructions, −1 where there is none.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="A">First operand.</param>
/// <param name="B">Second operand.</param>
/// <param name="C">Third operand.</param>
/// <param name="D">Fourth operand.</param>
/// <param name="Number">The value of a constant.</param>
/// <param name="Bits">The bit pattern, shift count or uniform index.</param>
internal readonly record struct Instruction(
    VectorOperation Operation, int A = -1, int B = -1, int C = -1, int D = -1, double Number = 0, ulong Bits = 0)
{
    /// <summary>Whether the value is known when the program is built.</summary>
    public bool IsNumber => Operation is VectorOperation.Constant or VectorOperation.Bits;

    /// <summary>The same instruction with its operands renumbered.</summary>
    public Instruction WithOperands(int[] numbers)
    {
        return this with { A = New(A), B = New(B), C = New(C), D = New(D) };

        int New(int operand) => operand < 0 ? -1 : numbers[operand];
    }

    public IEnumerable<int> Operands
    {
        get
        {
            if (A >= 0) yield return A;
            if (B >= 0) yield return B;
            if (C >= 0) yield return C;
            if (D >= 0) yield return D;
        }
    }
}

/// <summary>A straight-line program in static single assignment: what a kernel does to one vector of elements.</summary>
/// <param name="Format">The element format.</param>
/// <param name="Instructions">The instructions; each uses only earlier ones.</param>
/// <param name="Outputs">The instructions whose values are stored.</param>
/// <param name="UniformCount">How many uniform values a call must supply.</param>
internal sealed record VectorProgram(
    ElementFormat Format, IReadOnlyList<Instruction> Instructions, IReadOnlyList<int> Outputs, int UniformCount)
{
    /// <summary>For each instruction, whether its value is the same for all elements of a call.</summary>
    /// <param name="parametersVary">Whether each element has parameters of its own.</param>
    public bool[] FindUniform(bool parametersVary = false)
    {
        var uniform = new bool[Instructions.Count];
        for (var i = 0; i < uniform.Length; i++)
        {
            uniform[i] = Instructions[i].Operation is not (VectorOperation.Input or VectorOperation.Upstream)
                && !(parametersVary && Instructions[i].Operation == VectorOperation.Uniform)
                && Instructions[i].Operands.All(operand => uniform[operand]);
        }

        return uniform;
    }

    /// <summary>For each instruction, how often its value is used.</summary>
    public int[] CountUses()
    {
        var uses = new int[Instructions.Count];
        foreach (var instruction in Instructions)
            foreach (var operand in instruction.Operands)
                uses[operand]++;
        foreach (var output in Outputs) uses[output]++;
        return uses;
    }

    /// <summary>The same program without the instructions that no output needs.</summary>
    public VectorProgram WithoutDeadCode()
    {
        var live = new bool[Instructions.Count];
        foreach (var output in Outputs) live[output] = true;
        for (var i = live.Length - 1; i >= 0; i--)
            if (live[i])
                foreach (var operand in Instructions[i].Operands)
                    live[operand] = true;

        var renumbered = new int[Instructions.Count];
        var kept = new List<Instruction>();
        for (var i = 0; i < live.Length; i++)
        {
            if (!live[i]) continue;
            renumbered[i] = kept.Count;
            kept.Add(Instructions[i].WithOperands(renumbered));
        }

        return this with { Instructions = kept, Outputs = [.. Outputs.Select(output => renumbered[output])] };
    }
}
