using System.Globalization;
using System.Text;
using Hillock.Catalogue;

namespace Hillock.Pages;

/// <summary>Caffe's whole table of activation layers, with derivatives.</summary>
internal static class CaffePage
{
    private const string Introduction = """

        # Caffe's activation layers

        The layers of the founding text, as Hillock evaluates and differentiates them. `hillock show caffe:BNLL` tells
        more of one, `hillock list --framework caffe` lists them.

        What to know before moving a network:

        - **Threshold** is a step to 0 or 1, strictly above the threshold, and has no backward pass; PyTorch's Threshold
          replaces small values instead.
        - **ReLU** with a `negative_slope` is the leaky rectifier; its default slope is 0, PyTorch's LeakyReLU has 0.01.
        - **Clip** hands the gradient on at both bounds, PyTorch's Hardtanh stops it there.
        - **Power** computes its derivative from the output, p·scale·y/(shift + scale·x): NaN where the base is 0, except
          for p = 1 and p = 2. Ours is p·scale·(shift + scale·x)^(p − 1).
        - **BNLL**'s backward pass takes the slope to be that of x = 50 beyond 50.
        - **Exp** and **Log** write −1 for the base e.
        - **PReLU** starts at 0.25 and learns one slope a channel unless `channel_shared` is set.
        - **Scale** and **Bias** are affine: no network becomes a universal approximator by them.

        | layer | f(x) | f′(x) | by its parameters | at its kinks | here |
        |---|---|---|---|---|---|

        """;

    public static string Write()
    {
        var page = new StringBuilder(Markdown.Header).Append(Introduction.ReplaceLineEndings("\n"));
        var caffe = FrameworkNames.Find("caffe")!;
        foreach (var named in caffe.Names.Select(name => ActivationNames.Of(caffe, name)))
            page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", Cells(named))} |\n");
        return page.ToString();
    }

    private static IEnumerable<string> Cells(NamedActivation named)
    {
        var activation = Activation.Parse(named.Text);
        yield return $"**{named.FrameworkName!.Name}**";
        yield return Markdown.Code(activation.Formula.ToString());
        yield return Markdown.Code(activation.Derivative().ToString());
        yield return string.Join("<br>", activation.Parameters.Select(p =>
            $"{p.Name} = {Markdown.Number(p.Default)}: "
            + Markdown.Code(activation.DerivativeWithRespectTo(p.Name).ToString())));
        yield return string.Join("<br>", activation.Kinks.Select(kink =>
            $"{Markdown.Code(kink.Location.ToString())}: {Markdown.Code(kink.Slope.ToString())}"));
        yield return Markdown.Link(named.Entry, "catalogue/");
    }
}
