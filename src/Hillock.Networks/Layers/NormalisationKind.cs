namespace Hillock.Networks;

/// <summary>What is done to xW + b before the activation.</summary>
public enum NormalisationKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Each unit to mean 0 and variance 1 over the batch; <see cref="BatchNormalisation"/>.</summary>
    Batch,

    /// <summary>Each example to mean 0 and variance 1 over the units; <see cref="LayerNormalisation"/>.</summary>
    Layer,
}
