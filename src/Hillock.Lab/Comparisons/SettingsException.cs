namespace Hillock.Lab.Comparisons;

/// <summary>A comparison that cannot be run as asked; the message says what and why in one sentence.</summary>
public sealed class SettingsException(string message) : Exception(message);
