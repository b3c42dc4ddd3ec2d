using Hillock.Networks;

namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>Pictures that stay, the same for all models.</summary>
/// <param name="Watched">Those whose activations are watched.</param>
/// <param name="Tested">Those of the error curve.</param>
/// <param name="Judged">Those of the last error.</param>
/// <param name="Choice">Those by which rates are chosen: none of them is judged by.</param>
internal sealed record PictureSets(Examples Watched, Examples Tested, Examples Judged, Examples Choice)
{
    public const int CountTested = 2000;
    public const int CountJudged = 10_000;
}
