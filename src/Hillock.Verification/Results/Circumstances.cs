namespace Hillock.Verification;

/// <summary>How a result came about.</summary>
/// <param name="Command">What was typed.</param>
/// <param name="Date">The day.</param>
/// <param name="Machine">Processor, system and .NET version.</param>
public sealed record Circumstances(string Command, DateOnly Date, string Machine);
