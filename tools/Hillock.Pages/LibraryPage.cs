using System.Globalization;
using System.Text;
using Hillock.Catalogue;

namespace Hillock.Pages;

/// <summary>What each library calls the activations.</summary>
internal static class LibraryPage
{
    public static string Write()
    {
        var page = new StringBuilder(Markdown.Header);
        page.Append("\n# What libraries call them\n\nA name stands for the function with the library's own defaults. ")
            .Append("`hillock show keras:hard_sigmoid` and `hillock diff jax:gelu torch:gelu` take these names.\n");
        foreach (var framework in FrameworkNames.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {framework.Title}\n\n`{framework.Id}:`");
            foreach (var prefix in framework.Prefixes) page.Append(CultureInfo.InvariantCulture, $", `{prefix}.`");
            page.Append("\n\n| name | ours | arguments | note |\n|---|---|---|---|\n");
            foreach (var name in framework.Names)
                page.Append(CultureInfo.InvariantCulture, $"| `{name.Name}` | {Ours(framework, name)} ")
                    .Append(CultureInfo.InvariantCulture, $"| {name.Arguments} | {name.Remark} |\n");
            foreach (var name in framework.Groups)
                page.Append(CultureInfo.InvariantCulture, $"| `{name.Name}` | [`{name.Target}`]({GroupPage.File}#{name.Target}) ")
                    .Append(CultureInfo.InvariantCulture, $"| | {name.Remark} |\n");
        }

        return page.ToString();
    }

    private static string Ours(Framework framework, FrameworkName name)
    {
        var named = ActivationNames.Of(framework, name);
        var values = named.Values.Select(value => $"{value.Key}={Markdown.Number(value.Value)}");
        return $"{Markdown.Link(named.Entry)} {string.Join(", ", values)}".TrimEnd();
    }
}
