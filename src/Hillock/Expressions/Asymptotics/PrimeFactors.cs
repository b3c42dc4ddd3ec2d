using System.Numerics;

namespace Hillock.Expressions.Asymptotics;

/// <summary>Takes small primes out of an integer, so that log(4) is 2·log(2) and √8 is 2·√2.</summary>
internal static class PrimeFactors
{
    private static readonly int[] Small = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47];

    /// <summary>The small primes and what is left without them, which need not be a prime.</summary>
    public static IEnumerable<(BigInteger Prime, int Count)> Of(BigInteger positive)
    {
        foreach (var prime in Small)
        {
            var count = 0;
            while (!positive.IsOne && (positive % prime).IsZero)
            {
                positive /= prime;
                count++;
            }

            if (count > 0) yield return (prime, count);
        }

        if (!positive.IsOne) yield return (positive, 1);
    }
}
