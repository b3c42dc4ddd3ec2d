using Hillock.Kernels;
using Hillock.Kernels.Execution;

namespace Hillock.Tests.Kernels;

/// <summary>Programs cut into stages, which a loop goes through block by block.</summary>
public class LoopStagesTests
{
    // Longer than two blocks of 48 vectors at any width, and whole vectors of none.
    private const int Length = 1999;

    // The last is repaired where it is NaN: of a value and a derivative together, before the last stage.
    private static readonly string[] Formulas =
    [
        "max(x, 0)",
        "x*sigmoid(x)",
        "x*tanh(softplus(x))",
        "log(1 + exp(x))",
        "x*Phi(x)",
        "sin(x)*tanh(x)",
        "x*exp(x)/(1 + exp(2*x))",
    ];

    public static TheoryData<string> All => [.. Formulas];

    [Fact]
    public void Short_programs_are_left_whole_and_long_ones_are_cut()
    {
        Assert.Single(StagesOf(KernelCases.Program("max(x, 0)")));
        Assert.InRange(StagesOf(KernelCases.Program("x*tanh(softplus(x))")).Length, 2, 4);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Stages_cover_the_program_and_keep_what_later_ones_need(string formula)
    {
        var program = KernelCases.Program(formula);
        var stages = StagesOf(program);
        var uniform = program.FindUniform();
        var available = new HashSet<int>();
        var end = 0;
        foreach (var stage in stages)
        {
            Assert.Equal(end, stage.Start);
            end = stage.End;
            for (var i = stage.Start; i < stage.End; i++)
                foreach (var operand in VaryingOperands(program, uniform, i).Where(operand => operand < stage.Start))
                    Assert.Contains(operand, available);
            available.UnionWith(stage.Kept);
        }

        Assert.Equal(program.Instructions.Count, end);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Blocks_give_what_one_vector_at_a_time_gives(string formula)
    {
        float[] special = [float.PositiveInfinity, float.NegativeInfinity, float.NaN, 1e30f, -0f, -1e30f, -104.3f];
        foreach (var width in KernelCases.Widths)
        {
            var kernel = KernelCases.Parse(formula).Kernel<float>(width);
            var x = new float[Length];
            for (var i = 0; i < x.Length; i++) x[i] = ((i * 37 % 401) - 200) / 16f;
            for (var i = 0; i < special.Length; i++) x[150 + (250 * i)] = special[i];
            var (y, slopes) = (new float[Length], new float[Length]);
            kernel.ValueAndDerivative(x, y, slopes);
            var inPlace = (float[])x.Clone();
            kernel.Value(inPlace, inPlace);
            for (var i = 0; i < x.Length; i++)
            {
                var (oneValue, oneSlope) = (new float[1], new float[1]);
                kernel.ValueAndDerivative([x[i]], oneValue, oneSlope);
                AssertSame(oneValue[0], y[i], x[i]);
                AssertSame(oneSlope[0], slopes[i], x[i]);
                kernel.Value([x[i]], oneValue);
                AssertSame(oneValue[0], inPlace[i], x[i]);
            }
        }
    }

    private static void AssertSame(float expected, float actual, float x) => Assert.True(
        KernelCases.Bits(expected) == KernelCases.Bits(actual), $"{actual} instead of {expected} at {x}");

    private static Stage[] StagesOf(VectorProgram program) => LoopStages.Of(program, program.FindUniform());

    // Those of a mask instead of the mask; what is read from memory is always there.
    private static IEnumerable<int> VaryingOperands(VectorProgram program, bool[] uniform, int index) => program
        .Instructions[index].Operands
        .Where(operand => !uniform[operand])
        .SelectMany(operand => program.Instructions[operand].Operation switch
        {
            var operation when VectorsInStep.IsMask(operation) => VaryingOperands(program, uniform, operand),
            VectorOperation.Input when !program.Format.IsWidened => [],
            _ => [operand],
        });
}
