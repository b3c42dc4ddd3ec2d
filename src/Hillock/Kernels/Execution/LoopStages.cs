namespace Hillock.Kernels.Execution;

/// <summary>A stretch of a program that a loop goes through for a whole block of vectors before the next stretch
/// begins.</summary>
/// <param name="Start">The first instruction.</param>
/// <param name="End">The instruction after the last.</param>
/// <param name="Kept">The values that later stages need.</param>
internal readonly record struct Stage(int Start, int End, int[] Kept);

/// <summary>Where a program is cut into stages.</summary>
/// <remarks>
/// A processor looks ahead over a limited number of instructions that wait for their operands: five vectors or so of a
/// whole kernel. Of a stage of a dozen instructions it is as many vectors as the pipes can do with. What a later stage needs
/// is kept in memory that stays in the first-level cache; each such value costs a store and a load.
/// </remarks>
internal static class LoopStages
{
    // In cycles; chosen by what kernels take on an AMD Zen 5 with 512 bits.
    private const double CostOfKeeping = 1.3;
    private const double CostOfReading = 0.25;

    // No stage is as long.
    private const int LongestStage = 160;

    /// <summary>The stages of a program; one, where nothing is gained.</summary>
    /// <param name="program">The program.</param>
    /// <param name="isUniform">For each instruction, whether its value is the same for all elements.</param>
    public static Stage[] Of(VectorProgram program, bool[] isUniform)
    {
        var needed = NeededAt(program, isUniform);
        List<int> cuts = [0, .. CheapestCuts(program, isUniform, needed), isUniform.Length];
        var stages = new Stage[cuts.Count - 1];
        for (var s = 0; s < stages.Length; s++)
        {
            var (start, end) = (cuts[s], cuts[s + 1]);
            stages[s] = new Stage(start, end, [.. needed[end].Where(i => i >= start && !IsReadAgain(program, i))]);
        }

        return stages;
    }

    /// <summary>Whether a value is read from memory again rather than kept, which costs less where nothing is
    /// converted.</summary>
    private static bool IsReadAgain(VectorProgram program, int index) => program.Instructions[index].Operation switch
    {
        VectorOperation.Input or VectorOperation.Upstream => !program.Format.IsWidened,
        VectorOperation.Uniform => true,
        _ => false,
    };

    // For each place of a cut, the values from before it that are used after it.
    private static int[][] NeededAt(VectorProgram program, bool[] isUniform)
    {
        var lastUse = VectorsInStep.LastUses(program);
        var needed = new int[isUniform.Length + 1][];
        var living = new List<int>();
        for (var cut = 0; cut < isUniform.Length; cut++)
        {
            living.RemoveAll(value => lastUse[value] < cut);
            needed[cut] = [.. living];
            if (!isUniform[cut] && !VectorsInStep.IsMask(program.Instructions[cut].Operation)) living.Add(cut);
        }

        needed[isUniform.Length] = [];
        return needed;
    }

    // The least sum of what stages and cuts cost, from the costs of all stretches.
    private static List<int> CheapestCuts(VectorProgram program, bool[] isUniform, int[][] needed)
    {
        var length = isUniform.Length;
        var least = new double[length + 1];
        var previous = new int[length + 1];
        Array.Fill(least, double.PositiveInfinity, 1, length);
        for (var start = 0; start < length; start++)
        {
            var before = least[start] + needed[start].Sum(i => IsReadAgain(program, i) ? CostOfReading : CostOfKeeping);
            var stage = new StageCost(program, isUniform, start);
            for (var end = start + 1; end <= Math.Min(length, start + LongestStage); end++)
            {
                stage.Add(end - 1);
                if (before + stage.Cycles < least[end]) (least[end], previous[end]) = (before + stage.Cycles, start);
            }
        }

        var cuts = new List<int>();
        for (var cut = previous[length]; cut > 0; cut = previous[cut]) cuts.Insert(0, cut);
        return cuts;
    }
}
