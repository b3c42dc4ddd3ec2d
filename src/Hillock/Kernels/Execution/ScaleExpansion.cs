namespace Hillock.Kernels.Execution;

/// <summary>Replaces <see cref="VectorOperation.Scale"/> where the processor has no instruction for it.</summary>
internal static class ScaleExpansion
{
    /// <summary>An equivalent program without scaling instructions: the same bits.</summary>
    public static VectorProgram Expand(VectorProgram program)
    {
        if (program.Instructions.All(i => i.Operation != VectorOperation.Scale)) return program;
        var expanded = new List<Instruction>();
        var renumbered = new int[program.Instructions.Count];
        for (var i = 0; i < renumbered.Length; i++)
        {
            var moved = program.Instructions[i].WithOperands(renumbered);
            renumbered[i] = moved.Operation == VectorOperation.Scale
                ? Expand(program.Format, expanded, moved.A, moved.B)
                : Append(expanded, moved);
        }

        return program with { Instructions = expanded, Outputs = [.. program.Outputs.Select(output => renumbered[output])] };
    }

    // a · 2ⁿ in one step where 2ⁿ is a normal number. Else in two halves: the first keeps every bit, unless the
    // result vanishes anyway, so there is a single rounding as in the instruction.
    private static int Expand(ElementFormat format, List<Instruction> code, int a, int n)
    {
        var oneStep = Emit(VectorOperation.Constant, number: format.ExponentBias - 1);
        var size = Emit(VectorOperation.Abs, n);
        var needsTwo = Emit(VectorOperation.Less, oneStep, size);
        var half = Emit(VectorOperation.Constant, number: 0.5);
        var halved = Emit(VectorOperation.Round, Emit(VectorOperation.Multiply, n, half));
        var first = Emit(VectorOperation.Select, needsTwo, halved, n);
        var second = Emit(VectorOperation.Subtract, n, first);
        var once = Emit(VectorOperation.Multiply, a, PowerOfTwo(first));
        return Emit(VectorOperation.Multiply, once, PowerOfTwo(second));

        // The integer n + bias, left in the low bits by the addition, is moved into the exponent field.
        int PowerOfTwo(int exponent)
        {
            var magic = Emit(VectorOperation.Constant, number: format.RoundingMagic + format.ExponentBias);
            var sum = Emit(VectorOperation.Add, exponent, magic);
            return Append(code, new Instruction(VectorOperation.ShiftLeft, sum, Bits: (ulong)format.MantissaBits));
        }

        int Emit(VectorOperation operation, int x = -1, int y = -1, int z = -1, double number = 0) =>
            Append(code, new Instruction(operation, x, y, z, Number: number));
    }

    private static int Append(List<Instruction> code, Instruction instruction)
    {
        code.Add(instruction);
        return code.Count - 1;
    }
}
