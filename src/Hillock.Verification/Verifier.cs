using System.Diagnostics;
using Hillock.Kernels;

namespace Hillock.Verification;

/// <summary>Measures the errors of an activation's kernels against a witness that shares nothing with them.</summary>
/// <remarks>
/// Types narrower than double take two stages. All inputs are screened with the kernel for double, whose errors are
/// millions of times smaller. Then the witness, which computes with 320 bits, judges the worst inputs of every stratum
/// (sign and exponent), and says at a sample of each stratum how far the screen itself is from the truth. For double
/// there is only the witness, and only samples are possible. At ±∞ and NaN the kernel for double alone is asked.
/// </remarks>
public sealed class Verifier
{
    private readonly ElementType _type;
    private readonly KernelPrecision _precision;
    private readonly bool _tryAll;

    /// <summary>Prepares verifications.</summary>
    /// <param name="type">The type of inputs and results.</param>
    /// <param name="precision">The precision of the kernels; those of 16 bits have one only.</param>
    /// <param name="exhaustive">Try all inputs there are; for types of 16 bits that is always so.</param>
    /// <exception cref="ArgumentException">The type has no kernels of this precision, or too many numbers.</exception>
    public Verifier(ElementType type, KernelPrecision precision, bool exhaustive)
    {
        if (exhaustive && type == ElementType.Double)
            throw new ArgumentException("float64 has 2^64 numbers: too many to try all.", nameof(exhaustive));
        if (precision == KernelPrecision.Exact && type == ElementType.Double)
            throw new ArgumentException("There are no exact kernels for float64.", nameof(precision));
        _type = type;
        _precision = precision;
        _tryAll = exhaustive || type.Bits == 16;
    }

    /// <summary>Whether a result has been got from the same kernels with no fewer inputs.</summary>
    public bool WouldRepeat(ActivationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Type == _type.Name && result.Precision == _precision && (result.Exhaustive || !_tryAll);
    }

    /// <summary>Verifies value and derivative, alone and in one pass, and parameter gradients, with the default
    /// parameters.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="progress">Is told the part that is done, from 0 to 1, by several threads.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public ActivationResult Run(
        Activation activation, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(activation);
        var watch = Stopwatch.StartNew();
        var strata = _tryAll ? Strata.All(_type) : Strata.Sample(_type, activation.KinkLocations());
        var verifications = Quantity.Of(activation)
            .Select(quantity => (quantity, kernel: KernelEvaluation.Of(quantity, _type, _precision)))
            .Where(pair => pair.kernel is not null)
            .Select(pair => new QuantityVerification(pair.quantity, pair.kernel!, _type, _precision, strata))
            .ToList();
        var work = new WorkDone(verifications.Count * strata.Sum(stratum => stratum.Count), progress);
        return new ActivationResult
        {
            Function = activation.Id,
            Type = _type.Name,
            Precision = _precision,
            Exhaustive = _tryAll,
            Quantities = [.. verifications.SelectMany(verification => verification.Run(work, cancellation))],
            Seconds = watch.Elapsed.TotalSeconds,
        };
    }
}
