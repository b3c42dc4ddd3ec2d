using Hillock.Expressions;

namespace Hillock.Networks;

/// <summary>How training keeps learned parameters of activations where their formulas have a meaning.</summary>
/// <remarks>After each step of the optimiser a value that has left its domain is moved to the nearest float of the domain;
/// it is projected, not reparametrised, so that its gradient is that of the published formula. Where an end is left out,
/// or a single number, a value stays a margin away from it: a formula such as x/β explodes long before β is 0. Moments
/// that an optimiser keeps are left as they are.</remarks>
public static class LearnedDomain
{
    private const double WidestMargin = 1.0 / 1024;

    /// <summary>How near to an excluded value the parameter may come: 1/1024, or half of its default's distance where that
    /// is less.</summary>
    public static double Margin(ActivationParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return Math.Min(WidestMargin, parameter.Domain.DistanceFromOpenEnds(parameter.Default) / 2);
    }

    /// <summary>The nearest value that the parameter may be trained to; NaN for NaN, which must show as a
    /// divergence.</summary>
    public static float Nearest(float value, ActivationParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        if (float.IsNaN(value))
            return value;
        var nearest = parameter.Domain.Nearest(value, Margin(parameter));
        var rounded = (float)nearest;
        // An end such as 0.1 is no float: the next one inside.
        if (parameter.Domain.Contains(rounded) || !float.IsFinite(rounded))
            return rounded;
        return rounded > nearest ? MathF.BitDecrement(rounded) : MathF.BitIncrement(rounded);
    }
}
