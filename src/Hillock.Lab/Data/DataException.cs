namespace Hillock.Lab.Data;

/// <summary>Data cannot be used: the message is one sentence that says which file, where, and what is wrong.</summary>
public sealed class DataException : Exception
{
    /// <summary>Data cannot be used for the reason in <paramref name="message"/>.</summary>
    public DataException(string message) : base(message)
    {
    }

    /// <summary>Data cannot be used for the reason in <paramref name="message"/>, found by another exception.</summary>
    public DataException(string message, Exception inner) : base(message, inner)
    {
    }
}
