namespace Hillock.Cli;

/// <summary>Options that do not fit together or a value that cannot be used; the message is shown as it is.</summary>
internal sealed class UsageException(string message) : Exception(message);
