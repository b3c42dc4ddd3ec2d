namespace Hillock.Analysis.MeanField;

/// <summary>Where layers go that begin near a fixed point.</summary>
public enum Attraction
{
    /// <summary>Towards it.</summary>
    Attracting,

    /// <summary>Nowhere, as far as can be told: there are fixed points all around, or V′ is too near to 1.</summary>
    Neutral,

    /// <summary>Away from it.</summary>
    Repelling,
}
