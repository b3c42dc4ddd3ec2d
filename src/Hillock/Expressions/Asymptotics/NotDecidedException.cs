namespace Hillock.Expressions.Asymptotics;

/// <summary>Ends an expansion that cannot be carried further; the message says why, as the end of a sentence.</summary>
internal class NotDecidedException(string reason) : Exception(reason);

/// <summary>All terms that were kept cancelled; more terms may help.</summary>
internal sealed class CancelledException() : NotDecidedException(
    "all terms of the expansion that were computed cancel");

/// <summary>A part of the formula has no real value here, such as the logarithm of a negative number.</summary>
internal sealed class UndefinedException(string reason) : Exception(reason);
