namespace Hillock.Kernels;

/// <summary>Where the values that are the same for a whole call lie in the kernel's array of uniforms.</summary>
/// <remarks>Each parameter takes two places, its rounded value and the rest; then come two limits an output.</remarks>
internal sealed class UniformLayout(IReadOnlyList<string> parameters, int outputs)
{
    public int Count => (2 * parameters.Count) + (2 * outputs);

    public int High(string parameter) => 2 * IndexOf(parameter);

    public int Low(string parameter) => High(parameter) + 1;

    /// <summary>The place of the limit at +∞; the limit at −∞ is the next.</summary>
    public int Limits(int output) => (2 * parameters.Count) + (2 * output);

    private int IndexOf(string parameter)
    {
        for (var i = 0; i < parameters.Count; i++)
            if (parameters[i] == parameter)
                return i;
        throw new InvalidOperationException($"The expression uses the parameter '{parameter}', which is not declared.");
    }
}
