using System.Runtime.InteropServices;
using Hillock.Kernels;
using Hillock.Kernels.Execution;

namespace Hillock.Tests.Kernels;

/// <summary>How many vectors a loop takes in step, and where it finds its numbers.</summary>
public class VectorsInStepTests
{
    [Theory]
    [InlineData("max(x, 0)")]
    [InlineData("sigmoid(x)")]
    [InlineData("x*Phi(x)")]
    public void Short_programs_take_several_vectors_in_step(string formula)
    {
        var program = KernelCases.Program(formula);
        Assert.InRange(InStep(program), 2, 6);
    }

    [Fact]
    public void A_program_with_more_values_than_registers_takes_one_vector()
    {
        // Every term is needed again after the last of them has been computed.
        var terms = Enumerable.Range(1, 40).Select(k => $"abs(x + {k})").ToList();
        var formula = $"({string.Join(" + ", terms)})*({string.Join(" + ", terms.AsEnumerable().Reverse())})";
        var program = KernelCases.Program(formula);
        Assert.Equal(1, InStep(program));
    }

    [Fact]
    public unsafe void Numbers_fill_all_lanes_of_aligned_vectors()
    {
        var table = new NumberTable(bytesOfVector: 64, bytesOfLane: 8);
        var one = BitConverter.DoubleToUInt64Bits(1);
        var offsets = new[] { table.OffsetOf(one), table.OffsetOf(42), table.OffsetOf(one) };
        table.Fill();
        Assert.Equal([0, 64, 0], offsets);
        Assert.Equal(0, table.Start % 64);
        var written = MemoryMarshal.Cast<byte, ulong>(new ReadOnlySpan<byte>((void*)table.Start, 128)).ToArray();
        Assert.Equal([.. Enumerable.Repeat(one, 8), .. Enumerable.Repeat(42UL, 8)], written);
        GC.KeepAlive(table);
    }

    [Theory]
    [InlineData("x*Phi(x)", false)]
    [InlineData("x*sigmoid(x)", false)]
    [InlineData("x*exp(x)/(1 + exp(2*x))", true)]
    public void Only_what_is_nan_far_out_is_repaired(string formula, bool isRepaired) =>
        Assert.Equal(isRepaired, KernelCases.Program(formula).Instructions.Any(i => i.Operation == VectorOperation.Repair));

    [Theory]
    [InlineData("x*Phi(x)")]
    [InlineData("x*sigmoid(x)")]
    public void Gates_have_their_limits_and_the_signs_of_zeros(string formula)
    {
        float[] x = [float.NegativeInfinity, float.MinValue, -1e20f, -0f, 0f, 1e20f, float.MaxValue, float.PositiveInfinity];
        var y = new float[x.Length];
        KernelCases.Parse(formula).Kernel<float>().Value(x, y);
        float[] expected = [-0f, -0f, -0f, -0f, 0f, 1e20f, float.MaxValue, float.PositiveInfinity];
        Assert.Equal(Array.ConvertAll(expected, BitConverter.SingleToInt32Bits), Array.ConvertAll(y, BitConverter.SingleToInt32Bits));
    }

    private static int InStep(VectorProgram program)
    {
        var isUniform = program.FindUniform();
        return VectorsInStep.Of(program, isUniform, LoopStages.Of(program, isUniform));
    }
}
