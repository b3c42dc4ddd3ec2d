namespace Hillock.Verification;

/// <summary>y = f(x), element by element, for numbers of some type that are held in doubles.</summary>
public delegate void Evaluation(ReadOnlySpan<double> x, Span<double> y);
