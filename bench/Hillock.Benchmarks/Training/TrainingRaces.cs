using Hillock.Benchmarks.Racing;

namespace Hillock.Benchmarks.Training;

/// <summary>The races of steps: one network after the other, ours and libtorch taking turns.</summary>
internal sealed class TrainingRaces(TrainingOptions options)
{
    public const string Libtorch = "libtorch";

    private const int StepsCompared = 100;
    private const int ManyNetworks = 64;

    /// <summary>One step of each network, for one number of threads.</summary>
    public IEnumerable<TrainingMeasurement> OneNetwork(int threads)
    {
        LibtorchTraining.UseThreads(threads);
        foreach (var shape in options.Networks)
        {
            var problem = new TrainingProblem(shape);
            var measurement = Step(problem, threads);
            yield return threads > 1 ? measurement : measurement with
            {
                Bytes = new OurTraining(problem, threads).MemoryBytes,
                PeerBytes = MemoryOfLibtorch(problem),
                LossDifference = LossDifference(problem),
            };
        }
    }

    /// <summary>A step of each of 64 small networks: ours on two threads, some networks each, libtorch one network
    /// after the other.</summary>
    public TrainingMeasurement ManySmallNetworks()
    {
        const int Steps = 50;
        LibtorchTraining.UseThreads(1);
        var problem = new TrainingProblem(NetworkShape.All[0]);
        var ours = Enumerable.Range(0, ManyNetworks).Select(_ => new OurTraining(problem, threads: 1)).ToList();
        using var libtorch = new LibtorchTraining(problem);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 2 };
        var timings = Run(
            () => Parallel.ForEach(ours, parallel, training => Repeat(() => training.Step(), Steps)), libtorch.Step);
        // A round of ours is so many steps of all networks; one of libtorch a single step.
        var ourTime = timings[0].Minimum / Steps;
        return new(
            $"{ManyNetworks} × {problem.Shape.Name}", problem.Shape.Batch, 2, Libtorch, ourTime / 1000,
            ManyNetworks * timings[1].Minimum / ourTime,
            ManyNetworks * timings[1].Median / (timings[0].Median / Steps));
    }

    private TrainingMeasurement Step(TrainingProblem problem, int threads)
    {
        var ours = new OurTraining(problem, threads);
        using var libtorch = new LibtorchTraining(problem);
        var timings = Run(() => ours.Step(), libtorch.Step);
        return new(
            problem.Shape.Name, problem.Shape.Batch, threads, Libtorch, timings[0].Minimum / 1000,
            timings[1].Minimum / timings[0].Minimum, timings[1].Median / timings[0].Median);
    }

    private IReadOnlyList<Timing> Run(Action ours, Action libtorch) => StepRace.Run(
        [new("ours", ours, null), new(Libtorch, libtorch, null)], options.Quick);

    private static void Repeat(Action action, int times)
    {
        for (var i = 0; i < times; i++) action();
    }

    // The first step of a process leaves things behind that are not of the step; so there is a first one.
    private static long MemoryOfLibtorch(TrainingProblem problem)
    {
        using (var first = new LibtorchTraining(problem)) first.Step();
        var before = NativeHeap.BytesInUse();
        using var libtorch = new LibtorchTraining(problem);
        libtorch.Step();
        var otherBatches = (TrainingProblem.Batches - 1L) * problem.Shape.Batch * problem.Shape.Inputs * sizeof(float);
        return libtorch.MemoryOfStep(before + otherBatches);
    }

    private static double LossDifference(TrainingProblem problem)
    {
        var ours = new OurTraining(problem, threads: 1);
        using var libtorch = new LibtorchTraining(problem);
        for (var step = 0; step < StepsCompared; step++)
        {
            ours.Step();
            libtorch.Step();
        }

        return Math.Abs(ours.Step() - libtorch.StepWithLoss());
    }
}
