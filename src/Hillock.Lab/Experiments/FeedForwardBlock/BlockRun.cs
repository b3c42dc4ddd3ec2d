using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.FeedForwardBlock;

/// <summary>A network of blocks that learns the language.</summary>
/// <param name="Name">As papers call it.</param>
/// <param name="Function">The activation.</param>
/// <param name="IsGated">Whether it is a gate.</param>
/// <param name="Seed">The seed of language, weights and examples.</param>
internal sealed record BlockRun(string Name, string Function, bool IsGated, int Seed)
{
    public const int Batch = 64;
    public const double LearningRate = 2e-3;
    public const int PlainHidden = 4 * BlockNetwork.Width;

    private const int Points = 40;

    /// <summary>Results of the unit in a block: two thirds where there are two matrices in front of it, for as many parameters.</summary>
    public int Hidden => IsGated ? PlainHidden * 2 / 3 : PlainHidden;

    /// <summary>Trains it on examples that are drawn afresh for each batch.</summary>
    public BlockCurve Train(int updates, StepProgress progress)
    {
        var language = new NextWord(Seed);
        var network = Create(Batch);
        network.Initialise(new SeededRandom((ulong)Seed, 13));
        var optimizer = new Adam(network.Parameters.Length, LearningRate);
        var random = new SeededRandom((ulong)Seed, 14);
        var (inputs, next, gradient) = (new float[Batch * NextWord.Inputs], new int[Batch], new float[Batch * NextWord.Tokens]);
        var (heldOut, seen) = (language.Test(isHeldOut: true), language.Test(isHeldOut: false));
        var every = Math.Max(1, updates / Points);
        var (at, excess, ofSeen) = (new List<double>(), new List<double>(), new List<double>());
        for (var update = 1; update <= updates; update++)
        {
            language.Draw(random, inputs, next);
            network.Forward(inputs);
            SoftmaxCrossEntropy.LossAndGradient(network.Logits, next, NextWord.Tokens, gradient);
            network.Backward(inputs, gradient);
            // The rate falls to 0, so that the end does not depend on the last batches.
            optimizer.LearningRate = LearningRate * 0.5 * (1 + Math.Cos(Math.PI * update / updates));
            optimizer.Step(network.Parameters, network.Gradients);
            if (update % 100 == 0) progress.Tell(update, updates);
            if (update % every != 0) continue;
            at.Add(update);
            excess.Add(Excess(network, heldOut));
            ofSeen.Add(Excess(network, seen));
        }

        return new(at, excess, ofSeen, network.Count);
    }

    private BlockNetwork Create(int batch) =>
        new(new BlockUnit(Function, IsGated), Hidden, NextWord.Inputs, NextWord.Tokens, batch);

    // Σ p ln (p/q): the log-perplexity above the least possible.
    private static double Excess(BlockNetwork network, (float[] Inputs, double[] Probabilities) test)
    {
        var sum = 0.0;
        for (var first = 0; first < NextWord.HeldOut; first += Batch)
        {
            network.Forward(test.Inputs.AsSpan(first * NextWord.Inputs, Batch * NextWord.Inputs));
            for (var row = 0; row < Batch; row++)
            {
                var logits = network.Logits.AsSpan(row * NextWord.Tokens, NextWord.Tokens);
                var largest = logits[0];
                foreach (var logit in logits) largest = Math.Max(largest, logit);
                var all = 0.0;
                foreach (var logit in logits) all += Math.Exp(logit - largest);
                for (var token = 0; token < NextWord.Tokens; token++)
                {
                    var p = test.Probabilities[((first + row) * NextWord.Tokens) + token];
                    sum += p * (Math.Log(p) - (logits[token] - largest - Math.Log(all)));
                }
            }
        }

        return sum / NextWord.HeldOut;
    }
}

/// <summary>How training went.</summary>
/// <param name="Updates">When it was tested.</param>
/// <param name="Excess">The log-perplexity above the least possible, on contexts that were held out.</param>
/// <param name="ExcessOfSeen">The same on contexts of the training.</param>
/// <param name="Parameters">How many parameters the network has.</param>
internal sealed record BlockCurve(
    IReadOnlyList<double> Updates, IReadOnlyList<double> Excess, IReadOnlyList<double> ExcessOfSeen, int Parameters);
