namespace Hillock.Catalogue;

/// <summary>Sources that many entries share.</summary>
internal static class Sources
{
    public const string Folklore = "folklore";

    public const string EvaluationOnly = "The function in evaluation; training adds noise.";

    /// <summary>A function that we know from the survey of 2024 alone, not from its first publication.</summary>
    /// <param name="place">A section or an equation, as in <c>section 3.2.22</c>, and the survey's name of it.</param>
    public static string Survey(string place) =>
        $"Kunc & Kléma, Three Decades of Activations, arXiv:2402.09092, {place}";
}
