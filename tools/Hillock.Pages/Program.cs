using Hillock.Pages;

// Writes the pages of the catalogue, or with --check compares them with what is there: all formulas, names and pictures,
// and the properties of every n-th function; with --check --all those of every function.
const int Sampled = 32;
var isCheck = args.Contains("--check");
var properties = ComputedProperties.OfEvery(isCheck && !args.Contains("--all") ? Sampled : 1);
var files = GeneratedFiles.All(properties);
if (isCheck)
{
    var stale = files.Where(file => !file.IsUpToDate()).Select(file => file.Path)
        .Concat(GeneratedFiles.LeftOver(files).Select(path => path + " (left over)")).ToList();
    foreach (var path in stale.Take(10)) Console.WriteLine($"{path} differs from the code");
    Console.WriteLine(stale.Count == 0
        ? "the pages of the catalogue are up to date"
        : $"{stale.Count} pages differ: run this program without --check");
    return stale.Count == 0 ? 0 : 1;
}

foreach (var path in GeneratedFiles.LeftOver(files)) File.Delete(Path.Combine(Repository.Root, path));
foreach (var file in files) file.Write();
Console.WriteLine($"{files.Count} files written to docs and data");
return 0;
