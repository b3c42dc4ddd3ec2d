using Hillock.Benchmarks.Peers;
using Hillock.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hillock.Benchmarks.Training;

/// <summary>libtorch: a sequence of linear layers and relu, autograd and its own optimiser, as its users write
/// it.</summary>
internal sealed class LibtorchTraining : IDisposable
{
    private readonly Sequential _model;
    private readonly optim.Optimizer _optimizer;
    private readonly (Tensor Inputs, Tensor Classes)[] _batches;
    private int _next;

    public LibtorchTraining(TrainingProblem problem)
    {
        set_grad_enabled(true);
        _model = nn.Sequential(Modules(problem.Shape.Sizes));
        using (no_grad())
            CopyWeights(problem.NewNetwork(), _model);
        _optimizer = optim.SGD(_model.parameters(), TrainingProblem.LearningRate);
        _batches = [.. problem.Places.Select(places => Batch(problem.Examples, places))];
    }

    public static string Description =>
        $"libtorch {torch.__version__} through TorchSharp {Versions.Of(typeof(torch))}: Sequential of Linear and ReLU, "
        + "cross_entropy, backward, SGD; its batches lie ready, so it copies no examples";

    public static void UseThreads(int threads)
    {
        InitializeDeviceType(DeviceType.CPU);
        set_num_threads(threads);
    }

    /// <summary>One step with the next batch, whose loss is not asked for.</summary>
    public void Step()
    {
        using var scope = NewDisposeScope();
        Move();
    }

    /// <summary>One step with the next batch.</summary>
    /// <returns>The loss before the step.</returns>
    public double StepWithLoss()
    {
        using var scope = NewDisposeScope();
        return Move().item<float>();
    }

    /// <summary>The memory taken from the heap after a forward pass and after a backward pass, whichever is more:
    /// less than what is in use in the middle of the backward pass.</summary>
    /// <param name="before">The memory in use before this was made, batches but the first included.</param>
    public long MemoryOfStep(long before)
    {
        using var scope = NewDisposeScope();
        _optimizer.zero_grad();
        var loss = Forward();
        var forward = NativeHeap.BytesInUse();
        loss.backward();
        return Math.Max(forward, NativeHeap.BytesInUse()) - before;
    }

    public void Dispose()
    {
        foreach (var (inputs, classes) in _batches)
        {
            inputs.Dispose();
            classes.Dispose();
        }

        _optimizer.Dispose();
        _model.Dispose();
    }

    private Tensor Move()
    {
        _optimizer.zero_grad();
        var loss = Forward();
        loss.backward();
        _optimizer.step();
        return loss;
    }

    private Tensor Forward()
    {
        var (inputs, classes) = _batches[_next++ % _batches.Length];
        return nn.functional.cross_entropy(_model.call(inputs), classes);
    }

    private static IEnumerable<nn.Module<Tensor, Tensor>> Modules(int[] sizes)
    {
        for (var layer = 1; layer < sizes.Length; layer++)
        {
            yield return nn.Linear(sizes[layer - 1], sizes[layer]);
            if (layer < sizes.Length - 1) yield return nn.ReLU();
        }
    }

    // libtorch keeps weights as outputs × inputs.
    private static void CopyWeights(DenseNetwork network, Sequential model)
    {
        foreach (var (layer, linear) in network.Layers.Zip(model.children().OfType<Linear>()))
        {
            using var weights = tensor(layer.Weights.ToArray(), layer.Inputs, layer.Outputs);
            using var biases = tensor(layer.Biases.ToArray());
            using var transposed = weights.t();
            linear.weight.copy_(transposed);
            linear.bias!.copy_(biases);
        }
    }

    // Cloned, because a tensor made of an array uses the memory of the array.
    private static (Tensor Inputs, Tensor Classes) Batch(Examples examples, int[] places)
    {
        var inputs = examples.Inputs.AsSpan(places[0] * examples.Features, places.Length * examples.Features);
        var classes = examples.Classes.Slice(places[0], places.Length).ToArray();
        using var x = tensor(inputs.ToArray(), places.Length, examples.Features);
        using var y = tensor([.. classes.Select(c => (long)c)]);
        return (x.clone(), y.clone());
    }
}
