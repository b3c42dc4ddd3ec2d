namespace Hillock.Analysis.Properties;

/// <summary>Factors g on weights of variance 1/fan-in, x ~ N(0, 1).</summary>
/// <param name="OfSignal">1/√E f²: keeps the mean square of pre-activations (He et al. 2015 for the rectifier).</param>
/// <param name="OfGradient">1/√E f′²: keeps the mean square of gradients on their way back.</param>
/// <param name="OfDeviation">1/√Var f: makes the variance of activations 1.</param>
/// <param name="PyTorch">What <c>torch.nn.init.calculate_gain</c> returns, or null where it knows no such function.</param>
public sealed record Gains(
    Finding<BoundedValue> OfSignal, Finding<BoundedValue> OfGradient, Finding<BoundedValue> OfDeviation, double? PyTorch)
{
    internal static Gains Of(AnalysedFunction f, NormalMoments moments) => new(
        ReciprocalRoot(moments.Square), ReciprocalRoot(moments.SlopeSquare), ReciprocalRoot(moments.Variance),
        PyTorchGain(f));

    private static Finding<BoundedValue> ReciprocalRoot(Finding<BoundedValue> moment)
    {
        if (moment.Value is not { } square) return new(null, moment.Status, moment.Because);
        if (square.Value == 0 && square.Bounds.Upper == 0)
            return new(null, moment.Status, "There is none: the moment is 0.");
        return new(
            BoundedValue.Within(
                1 / Math.Sqrt(square.Value),
                Math.BitDecrement(Math.BitDecrement(1 / Math.Sqrt(square.Bounds.Upper))),
                square.Bounds.Lower > 0
                    ? Math.BitIncrement(Math.BitIncrement(1 / Math.Sqrt(square.Bounds.Lower)))
                    : double.PositiveInfinity),
            moment.Status,
            moment.Because);
    }

    // The table of torch.nn.init.calculate_gain. Those of tanh and selu are conventions that keep no variance.
    private static double? PyTorchGain(AnalysedFunction f) => f.Definition.Id switch
    {
        "identity" or "sigmoid" => 1,
        "tanh" => 5.0 / 3,
        "relu" => Math.Sqrt(2),
        "leaky_relu" => Math.Sqrt(2 / (1 + (f.Parameters[0] * f.Parameters[0]))),
        "selu" => 3.0 / 4,
        _ => null,
    };
}
