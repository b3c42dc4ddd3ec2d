namespace Hillock.Lab.Runs;

/// <summary>A run store cannot be used; the message is one sentence that names the file and the reason.</summary>
public sealed class StoreException : Exception
{
    /// <summary>A store cannot be used for the reason in <paramref name="message"/>.</summary>
    public StoreException(string message) : base(message)
    {
    }

    /// <summary>A store cannot be used for the reason in <paramref name="message"/>, which another exception
    /// found.</summary>
    public StoreException(string message, Exception inner) : base(message, inner)
    {
    }
}
