namespace Hillock.Kernels.Execution;

/// <summary>What a stretch of a program costs for one vector, in cycles: what its instructions take from the pipes, and how
/// long they wait for their operands.</summary>
/// <param name="program">The program.</param>
/// <param name="isUniform">For each instruction, whether its value is the same for all elements.</param>
/// <param name="start">Where the stretch begins.</param>
internal sealed class StageCost(VectorProgram program, bool[] isUniform, int start)
{
    // How many instructions wait at once while the pipes are busy.
    private const double Waiting = 60;

    private const int LatencyOfLoad = 7;
    private const int LatencyOfConversion = 5;
    private const double PipeOfConversion = 0.9;

    private readonly int[] _readyAt = new int[isUniform.Length];
    private double _waited;
    private double _multipliers;
    private double _adders;

    /// <summary>The root of the sum of squares of both: the larger one counts most, and the other still does.</summary>
    public double Cycles
    {
        get
        {
            var waiting = _waited / Waiting;
            var pipes = Math.Max(_multipliers, _adders);
            return Math.Sqrt((waiting * waiting) + (pipes * pipes));
        }
    }

    /// <summary>Takes the next instruction in.</summary>
    public void Add(int index)
    {
        if (isUniform[index]) return;
        var instruction = program.Instructions[index];
        var since = 0;
        foreach (var operand in instruction.Operands)
            if (!isUniform[operand])
                since = Math.Max(since, operand < start ? LatencyOfLoad : _readyAt[operand]);
        var (latency, multipliers, adders) = Costs(instruction.Operation);
        _readyAt[index] = since + latency;
        _waited += since;
        _multipliers += multipliers;
        _adders += adders;
        if (program.Format.IsWidened && program.Outputs.Contains(index)) AddNarrowing(index);
    }

    private void AddNarrowing(int index)
    {
        _waited += _readyAt[index];
        _adders += PipeOfConversion;
    }

    // Latency, and the cycles taken from the two pipes that multiply and the two that add (AMD Zen 5, 512 bits; measured).
    private (int Latency, double Multipliers, double Adders) Costs(VectorOperation operation)
    {
        var isDouble = !program.Format.IsSingle;
        return operation switch
        {
            VectorOperation.Input or VectorOperation.Upstream when program.Format.IsWidened =>
                (LatencyOfLoad + LatencyOfConversion, 0, PipeOfConversion),
            VectorOperation.Input or VectorOperation.Upstream or VectorOperation.Uniform => (LatencyOfLoad, 0, 0),
            VectorOperation.Multiply or VectorOperation.FusedMultiplyAdd => (4, 0.5, 0),
            VectorOperation.Scale => (4, 1, 0),
            VectorOperation.Divide => isDouble ? (14, 2.25, 0) : (11, 1.65, 0),
            VectorOperation.SquareRoot => isDouble ? (20, 4, 0) : (15, 2.5, 0),
            VectorOperation.Add or VectorOperation.Subtract or VectorOperation.Round or VectorOperation.Floor => (3, 0, 0.5),
            VectorOperation.Minimum or VectorOperation.Maximum => (4, 0, 1),
            VectorOperation.Repair => (1, 0, 1),
            VectorOperation.Equal or VectorOperation.Less or VectorOperation.LessOrEqual => (3, 0, 0.35),
            VectorOperation.ShiftLeft or VectorOperation.ShiftRight
                or VectorOperation.QuickMinimum or VectorOperation.QuickMaximum => (2, 0, 0.5),
            _ => (1, 0, 0.25),
        };
    }
}
