namespace Hillock.Analysis.Properties;

/// <summary>Saturation on one side.</summary>
/// <param name="Kind">None, soft or hard.</param>
/// <param name="Threshold">Where it is hard, the point c beyond which the derivative is 0; null where there is no such
/// nearest point, as for a constant.</param>
public sealed record SideSaturation(SaturationKind Kind, double? Threshold = null);
