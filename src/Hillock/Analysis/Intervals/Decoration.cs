namespace Hillock.Analysis.Intervals;

/// <summary>What is known of a function on the interval over which it was evaluated, besides the enclosure of its values;
/// the decorations of IEEE 1788-2015 (trv, def, dac). The worse of two has the smaller number.</summary>
internal enum Decoration
{
    /// <summary>It may be undefined somewhere; the enclosure holds where it is defined.</summary>
    Unknown,

    /// <summary>It is defined everywhere, but may jump.</summary>
    Defined,

    /// <summary>It is defined and continuous everywhere.</summary>
    Continuous,
}
