namespace Hillock.Analysis.MeanField;

/// <summary>Where layers go that begin near a fixed point.</summary>
public enum Attraction
{
    /// <summary>Towards it.</summary>
    Attracting,

    /// <summary>Nowhere: there are fixed points all around.</summary>
    Neutral,

    /// <summary>Away from it.</summary>
    Repelling,
}
