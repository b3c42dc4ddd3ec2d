using Hillock.Networks;

namespace Hillock.Lab.Experiments.FeedForwardBlock;

/// <summary>A language of our own: the next token is drawn from probabilities that a random function of the three tokens before
/// gives, so that the best possible loss is known exactly.</summary>
/// <remarks>logits = sharpness · U sin(E₁[a] + E₂[b] + E₃[c] + φ), with random matrices: every token before matters, and their
/// effects do not add up.</remarks>
internal sealed class NextWord
{
    public const int Tokens = 16;
    public const int Places = 3;
    public const int Inputs = Places * Tokens;

    /// <summary>All contexts.</summary>
    public const int Contexts = Tokens * Tokens * Tokens;

    /// <summary>Contexts that are never drawn, to test on.</summary>
    public const int HeldOut = 384;

    private const int Features = 48;
    private const double Sharpness = 2;

    private readonly double[] _embedding;
    private readonly double[] _phases;
    private readonly double[] _readout;

    // In a random order: those that are held out, then the others.
    private readonly int[] _contexts = [.. Enumerable.Range(0, Contexts)];

    public NextWord(int seed)
    {
        new SeededRandom((ulong)seed, 12).Shuffle<int>(_contexts);
        var random = new SeededRandom((ulong)seed, 11);
        _embedding = Normal(Inputs * Features, 1.2);
        _phases = [.. Enumerable.Range(0, Features).Select(_ => 2 * Math.PI * random.NextUniform())];
        _readout = Normal(Features * Tokens, Sharpness * Math.Sqrt(2.0 / Features));

        double[] Normal(int count, double deviation) => [.. Enumerable.Range(0, count).Select(_ => deviation * random.NextNormal())];
    }

    /// <summary>The probabilities of the next token.</summary>
    public double[] Probabilities(ReadOnlySpan<int> context)
    {
        var logits = new double[Tokens];
        for (var f = 0; f < Features; f++)
        {
            var sum = _phases[f];
            for (var place = 0; place < Places; place++) sum += _embedding[(((place * Tokens) + context[place]) * Features) + f];
            var feature = Math.Sin(sum);
            for (var token = 0; token < Tokens; token++) logits[token] += feature * _readout[(f * Tokens) + token];
        }

        var largest = logits.Max();
        double[] weights = [.. logits.Select(logit => Math.Exp(logit - largest))];
        var all = weights.Sum();
        return [.. weights.Select(weight => weight / all)];
    }

    /// <summary>Draws contexts that are not held out, and what follows them.</summary>
    public void Draw(SeededRandom random, Span<float> inputs, Span<int> next)
    {
        inputs.Clear();
        Span<int> context = stackalloc int[Places];
        for (var row = 0; row < next.Length; row++)
        {
            Read(_contexts[HeldOut + random.NextBelow(Contexts - HeldOut)], context, inputs[(row * Inputs)..]);
            next[row] = Sample(Probabilities(context), random.NextUniform());
        }
    }

    /// <summary>Contexts with their probabilities, for an exact comparison.</summary>
    /// <param name="isHeldOut">Whether those that are never drawn; else as many that are.</param>
    public (float[] Inputs, double[] Probabilities) Test(bool isHeldOut)
    {
        var (inputs, probabilities) = (new float[HeldOut * Inputs], new List<double>());
        Span<int> context = stackalloc int[Places];
        for (var row = 0; row < HeldOut; row++)
        {
            Read(_contexts[isHeldOut ? row : HeldOut + row], context, inputs.AsSpan(row * Inputs));
            probabilities.AddRange(Probabilities(context));
        }

        return (inputs, [.. probabilities]);
    }

    // Marks the token at each place.
    private static void Read(int number, Span<int> context, Span<float> inputs)
    {
        for (var place = 0; place < Places; place++, number /= Tokens)
        {
            context[place] = number % Tokens;
            inputs[(place * Tokens) + context[place]] = 1;
        }
    }

    private static int Sample(double[] probabilities, double lot)
    {
        var token = 0;
        for (; token < probabilities.Length - 1 && lot >= probabilities[token]; token++) lot -= probabilities[token];
        return token;
    }
}
