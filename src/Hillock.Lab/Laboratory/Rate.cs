namespace Hillock.Lab.Laboratory;

/// <summary>How near to the published experiment a reproduction comes.</summary>
public enum Rate
{
    /// <summary>With the data and the definitions of the source: numbers are compared with its numbers.</summary>
    Exact,

    /// <summary>With other data or at another length: only order, ratio and shape are compared.</summary>
    Form,
}
