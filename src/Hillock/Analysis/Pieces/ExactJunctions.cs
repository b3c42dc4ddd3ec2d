using Hillock.Analysis.Intervals;
using Hillock.Analysis.Limits;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Pieces;

/// <summary>How the two sides of a seam meet where rounding hides it: asked of exact expansions beside the point.</summary>
internal sealed class ExactJunctions
{
    private readonly Lazy<PiecewiseForm?> _form;

    /// <summary>Prepares a function; nothing is computed before it is asked for.</summary>
    public ExactJunctions(Expression formula) => _form = new(() => Decided(() => PiecewiseForm.Of(formula)));

    /// <summary>How often the function is continuously differentiable at a seam, −1 where it is not continuous; null where
    /// that is not known.</summary>
    public int? OrderAt(Interval seam)
    {
        if (_form.Value is not { } form) return null;
        var place = new Bounds(seam.Lower, seam.Upper);
        var indices = Enumerable.Range(0, form.Breakpoints.Count)
            .Where(i => form.Breakpoints[i].Place.Overlaps(place))
            .ToList();
        return indices is [var index] ? Decided(() => Junction.At(form, index))?.Order : null;
    }

    private static T? Decided<T>(Func<T> find)
        where T : class
    {
        try
        {
            return find();
        }
        catch (Exception e) when (e is NotDecidedException or UndefinedException)
        {
            return null;
        }
    }
}
