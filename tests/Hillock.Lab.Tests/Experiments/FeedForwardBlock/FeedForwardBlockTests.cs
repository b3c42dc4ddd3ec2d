using Hillock.Lab.Experiments.FeedForwardBlock;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Experiments.FeedForwardBlock;

public class FeedForwardBlockTests
{
    private const int Batch = 3;

    [Theory]
    [InlineData("gelu", false)]
    [InlineData("x*sigmoid(a*x) where learned a=1.5", false)]
    [InlineData("silu", true)]
    [InlineData("sigmoid", true)]
    [InlineData("relu", true)]
    [InlineData("identity", true)]
    public void Gradients_are_those_of_central_differences(string function, bool isGated)
    {
        var language = new NextWord(1);
        var (inputs, next) = (new float[Batch * NextWord.Inputs], new int[Batch]);
        language.Draw(new SeededRandom(5), inputs, next);
        var network = new BlockNetwork(new BlockUnit(function, isGated), 6, NextWord.Inputs, NextWord.Tokens, Batch);
        network.Initialise(new SeededRandom(3));
        var gradient = new float[Batch * NextWord.Tokens];
        network.Forward(inputs);
        SoftmaxCrossEntropy.LossAndGradient(network.Logits, next, NextWord.Tokens, gradient);
        network.Backward(inputs, gradient);
        float[] found = [.. network.Gradients];
        var random = new SeededRandom(9);
        int[] places = [.. Enumerable.Range(0, 200).Select(_ => random.NextBelow(network.Parameters.Length)), network.Parameters.Length - 1];
        foreach (var i in places)
        {
            const float step = 1e-2f;
            var expected = (LossAt(i, step) - LossAt(i, -step)) / (2 * step);
            // Of a parameter that no kernel reads, such as the slope of gelu, both are 0.
            Assert.True(Math.Abs(expected - found[i]) < 2e-3 + (0.02 * Math.Abs(expected)), $"{i}: {found[i]}, by differences {expected}");
        }

        Assert.Contains(places, i => Math.Abs(found[i]) > 1e-3);

        double LossAt(int parameter, float step)
        {
            network.Parameters[parameter] += step;
            network.Forward(inputs);
            network.Parameters[parameter] -= step;
            return SoftmaxCrossEntropy.Loss(network.Logits, next, NextWord.Tokens);
        }
    }

    [Fact]
    public void Probabilities_add_up_and_draws_follow_them()
    {
        var language = new NextWord(2);
        var probabilities = language.Probabilities([1, 2, 3]);
        Assert.Equal(1, probabilities.Sum(), 12);
        var (inputs, next) = (new float[20_000 * NextWord.Inputs], new int[20_000]);
        language.Draw(new SeededRandom(1), inputs, next);
        Assert.All(Enumerable.Range(0, 50), row => Assert.Equal(3, inputs.AsSpan(row * NextWord.Inputs, NextWord.Inputs).ToArray().Sum()));
        // The mean of −ln p of what was drawn is the mean entropy.
        var (drawn, entropy) = (0.0, 0.0);
        for (var row = 0; row < next.Length; row++)
        {
            int[] context = [.. Enumerable.Range(0, NextWord.Places).Select(place =>
                inputs.AsSpan((row * NextWord.Inputs) + (place * NextWord.Tokens), NextWord.Tokens).IndexOf(1f))];
            var p = language.Probabilities(context);
            drawn -= Math.Log(p[next[row]]);
            entropy -= p.Sum(share => share * Math.Log(share));
        }

        Assert.Equal(entropy / next.Length, drawn / next.Length, 0.03);
    }

    [Fact]
    public void Plain_and_gated_networks_have_nearly_as_many_parameters()
    {
        var plain = new BlockNetwork(new("relu", false), new BlockRun("", "relu", false, 1).Hidden, NextWord.Inputs, NextWord.Tokens, 1).Count;
        var gated = new BlockNetwork(new("silu", true), new BlockRun("", "silu", true, 1).Hidden, NextWord.Inputs, NextWord.Tokens, 1).Count;
        Assert.InRange((double)gated / plain, 0.98, 1.02);
    }

    [Fact]
    public void Contexts_that_are_held_out_are_never_drawn()
    {
        var language = new NextWord(3);
        var (inputs, next) = (new float[5000 * NextWord.Inputs], new int[5000]);
        language.Draw(new SeededRandom(1), inputs, next);
        var drawn = Keys(inputs);
        var heldOut = Keys(language.Test(isHeldOut: true).Inputs);
        Assert.Equal(NextWord.HeldOut, heldOut.Count);
        Assert.DoesNotContain(heldOut, drawn.Contains);
        Assert.True(Keys(language.Test(isHeldOut: false).Inputs).Count(drawn.Contains) > NextWord.HeldOut / 2);

        static HashSet<string> Keys(float[] inputs) =>
            [.. inputs.Chunk(NextWord.Inputs).Select(row => string.Concat(row.Select(value => value == 0 ? '0' : '1')))];
    }

    [Fact]
    public void A_claim_that_the_numbers_contradict_does_not_hold()
    {
        string[] plain = ["ReLU", "LeakyReLU", "PReLU", "GELU", "SiLU"], gated = ["GLU", "Bilinear", "ReGLU", "GEGLU", "SwiGLU"];
        var claimed = Checks(name => gated.Contains(name) ? 1 : name == "GELU" ? 2 : 3);
        Assert.All(claimed, check => Assert.Equal((check.Statement, Outcome.Held), (check.Statement, check.Outcome)));
        // One gated unit above the plain ones, and GELU above ReLU.
        var contradicted = Checks(name => name is "GLU" or "GELU" ? 5 : gated.Contains(name) ? 1 : 3);
        Assert.Equal([Outcome.DidNotHold, Outcome.DidNotHold, Outcome.Held], contradicted.Select(check => check.Outcome));
        // All alike.
        var open = Checks(_ => 3);
        Assert.Equal([Outcome.NotDecided, Outcome.NotDecided, Outcome.Held], open.Select(check => check.Outcome));

        IReadOnlyList<Check> Checks(Func<string, double> end)
        {
            var random = new SeededRandom(7);
            return FeedForwardBlockExperiment.Checks(
                new Workbench(new FeedForwardBlockExperiment(), new()),
                plain.Concat(gated).SelectMany(name => Enumerable.Range(0, 5).Select(_ =>
                        (name, Curve: new BlockCurve([1], [end(name) + (0.01 * random.NextNormal())], [0], 1000))))
                    .ToLookup(pair => pair.name, pair => pair.Curve));
        }
    }
}
