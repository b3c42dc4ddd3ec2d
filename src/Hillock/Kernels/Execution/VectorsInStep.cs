using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Hillock.Kernels.Execution;

/// <summary>How many vectors a loop takes in step.</summary>
/// <remarks>A kernel is one long chain of dependent instructions, 110 cycles for a sigmoid, and the processor looks ahead
/// over some 200 waiting instructions: less than what all its pipes could do in that time. Instructions of several
/// vectors in turn wait less. There is room for as many as have their values in registers.</remarks>
internal static class VectorsInStep
{
    // More gain little, and take longer to compile.
    private const int Most = 6;
    private const int MostInstructions = 320;

    private static int Registers => Avx512F.VL.IsSupported || AdvSimd.IsSupported ? 32 : 16;

    /// <summary>The number of vectors for a program; 1 where nothing is gained.</summary>
    public static int Of(VectorProgram program, bool[] isUniform, Stage[] stages)
    {
        var length = isUniform.Count(uniform => !uniform);
        var perVector = stages.Max(stage => LargestNumberOfValues(program, isUniform, stage));
        // Two values in memory cost less than a vector fewer in step.
        var free = Registers + 2 - UniformValuesInLoop(program, isUniform);
        var most = Math.Min(free / perVector, MostInstructions / Math.Max(length, 1));
        return Math.Clamp(most, 1, Most);
    }

    /// <summary>Whether the result is a mask, which is computed again wherever it is used: with 512 bits it lives in
    /// registers of its own, out of which the compiler would copy it into a vector and back.</summary>
    public static bool IsMask(VectorOperation operation) =>
        operation is VectorOperation.Equal or VectorOperation.Less or VectorOperation.LessOrEqual;

    private static int UniformValuesInLoop(VectorProgram program, bool[] isUniform) => program.Instructions
        .Where((_, index) => !isUniform[index])
        .SelectMany(instruction => instruction.Operands)
        .Where(operand => isUniform[operand] && !program.Instructions[operand].IsNumber)
        .Distinct()
        .Count();

    private static int LargestNumberOfValues(VectorProgram program, bool[] isUniform, Stage stage)
    {
        var lastUse = LastUses(program, stage.End);
        var living = new HashSet<int>();
        var largest = 1;
        for (var i = stage.Start; i < stage.End; i++)
        {
            // What an earlier stage kept is loaded when it is needed first.
            foreach (var operand in program.Instructions[i].Operands)
                if (operand < stage.Start && IsValue(operand) && lastUse[operand] > i) living.Add(operand);
            living.RemoveWhere(value => lastUse[value] <= i);
            if (IsValue(i)) living.Add(i);
            largest = Math.Max(largest, living.Count);
        }

        return largest;

        bool IsValue(int index) => !isUniform[index] && !IsMask(program.Instructions[index].Operation);
    }

    // From the last instruction to the first, so that what a mask compares lives as long as the mask.
    internal static int[] LastUses(VectorProgram program) => LastUses(program, program.Instructions.Count);

    // Among the instructions before the end.
    private static int[] LastUses(VectorProgram program, int end)
    {
        var last = new int[program.Instructions.Count];
        if (end == last.Length)
            foreach (var output in program.Outputs)
                last[output] = end;
        for (var i = end - 1; i >= 0; i--)
        {
            var instruction = program.Instructions[i];
            var use = IsMask(instruction.Operation) ? last[i] : i;
            foreach (var operand in instruction.Operands) last[operand] = Math.Max(last[operand], use);
        }

        return last;
    }
}
