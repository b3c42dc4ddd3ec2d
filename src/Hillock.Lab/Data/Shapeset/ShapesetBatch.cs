using Hillock.Networks;

namespace Hillock.Lab.Data.Shapeset;

/// <summary>Pictures side by side, which can be drawn anew in place.</summary>
internal sealed class ShapesetBatch
{
    private readonly ShapesetGenerator _generator;
    private readonly float[] _pixels;
    private readonly int[] _classes;

    /// <summary>Draws so many pictures.</summary>
    public ShapesetBatch(int count, SeededRandom random)
    {
        _generator = new(random);
        (_pixels, _classes) = (new float[count * ShapesetGenerator.Pixels], new int[count]);
        Renew();
        Examples = Examples.OfClasses(_pixels, ShapesetGenerator.Pixels, _classes, ShapesetGenerator.Classes);
    }

    /// <summary>The pictures; other ones after <see cref="Renew"/>.</summary>
    public Examples Examples { get; }

    /// <summary>Draws all pictures anew.</summary>
    public void Renew()
    {
        for (var i = 0; i < _classes.Length; i++)
            _classes[i] = _generator.Draw(_pixels.AsSpan(i * ShapesetGenerator.Pixels, ShapesetGenerator.Pixels));
    }
}
