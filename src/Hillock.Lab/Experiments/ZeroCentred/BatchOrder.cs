using Hillock.Networks;

namespace Hillock.Lab.Experiments.ZeroCentred;

/// <summary>Batches of examples, all examples in an order drawn anew each time round.</summary>
internal sealed class BatchOrder
{
    private readonly Examples _examples;
    private readonly SeededRandom _random;
    private readonly int[] _places;
    private readonly float[] _inputs;
    private readonly int[] _classes;
    private int _next;

    public BatchOrder(Examples examples, int size, SeededRandom random)
    {
        (_examples, _random) = (examples, random);
        _places = [.. Enumerable.Range(0, examples.Count)];
        (_inputs, _classes) = (new float[size * examples.Features], new int[size]);
        _next = _places.Length;
    }

    /// <summary>The next batch, until the one after it. A rest that is too small for a batch is left out.</summary>
    public (float[] Inputs, int[] Classes) Next()
    {
        if (_next + _classes.Length > _places.Length)
        {
            _random.Shuffle<int>(_places);
            _next = 0;
        }

        for (var i = 0; i < _classes.Length; i++)
        {
            var place = _places[_next++];
            _examples.Inputs.AsSpan(place * _examples.Features, _examples.Features).CopyTo(_inputs.AsSpan(i * _examples.Features));
            _classes[i] = _examples.Classes[place];
        }

        return (_inputs, _classes);
    }
}
