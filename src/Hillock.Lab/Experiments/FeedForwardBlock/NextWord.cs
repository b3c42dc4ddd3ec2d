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

    private const int Features = 48;
    private const double Sharpness = 2;

    private readonly double[] _embedding;
    private readonly double[] _phases;
    private readonly double[] _readout;

    public NextWord(int seed)
    {
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

    /// <summary>Draws contexts and what follows them.</summary>
    public void Draw(SeededRandom random, Span<float> inputs, Span<int> next)
    {
        inputs.Clear();
        Span<int> context = stackalloc int[Places];
        for (var row = 0; row < next.Length; row++)
        {
            for (var place = 0; place < Places; place++)
            {
                context[place] = random.NextBelow(Tokens);
                inputs[(row * Inputs) + (place * Tokens) + context[place]] = 1;
            }

            next[row] = Sample(Probabilities(context), random.NextUniform());
        }
    }

    /// <summary>Contexts with their probabilities, for an exact comparison.</summary>
    public (float[] Inputs, double[] Probabilities) Test(int count, int seed)
    {
        var random = new SeededRandom((ulong)seed, 12);
        var (inputs, probabilities) = (new float[count * Inputs], new List<double>());
        Span<int> context = stackalloc int[Places];
        for (var row = 0; row < count; row++)
        {
            for (var place = 0; place < Places; place++)
            {
                context[place] = random.NextBelow(Tokens);
                inputs[(row * Inputs) + (place * Tokens) + context[place]] = 1;
            }

            probabilities.AddRange(Probabilities(context));
        }

        return (inputs, [.. probabilities]);
    }

    private static int Sample(double[] probabilities, double lot)
    {
        var token = 0;
        for (; token < probabilities.Length - 1 && lot >= probabilities[token]; token++) lot -= probabilities[token];
        return token;
    }
}
