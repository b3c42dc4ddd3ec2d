namespace Hillock.Kernels;

/// <summary>A shape or an axis that does not fit; the message is one sentence that says what and where.</summary>
public sealed class ShapeException(string message) : ArgumentException(message);
