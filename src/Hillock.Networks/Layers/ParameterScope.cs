namespace Hillock.Networks;

/// <summary>How many values a learned parameter of an activation has.</summary>
public enum ParameterScope
{
    /// <summary>One in each layer.</summary>
    Layer,

    /// <summary>One in each unit of each layer, as in PReLU of He et al. 2015 (“channel-wise”).</summary>
    Unit,

    /// <summary>One for all layers of the network with the same activation.</summary>
    Network,
}
