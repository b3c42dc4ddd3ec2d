namespace Hillock.Pages;

/// <summary>A file of the repository that is derived from the code.</summary>
/// <param name="Path">Its path in the repository, with slashes.</param>
/// <param name="Text">What it holds.</param>
/// <param name="GoesOn">Whether more follows that was not computed.</param>
internal sealed record GeneratedFile(string Path, string Text, bool GoesOn = false)
{
    private string FullPath => System.IO.Path.Combine(Repository.Root, Path);

    public bool IsUpToDate() => File.Exists(FullPath) && Agrees(File.ReadAllText(FullPath).ReplaceLineEndings("\n"));

    public void Write()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(FullPath)!);
        File.WriteAllText(FullPath, Text);
    }

    private bool Agrees(string there) => GoesOn ? there.StartsWith(Text, StringComparison.Ordinal) : there == Text;
}
