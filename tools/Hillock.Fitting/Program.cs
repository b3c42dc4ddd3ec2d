using Hillock.Fitting;

// Writes the coefficients of the vector kernels, or with --check compares them with what is there.
var file = Path.Combine(Repository.Root, "src", "Hillock", "Kernels", "Elementary", "Coefficients.g.cs");
var text = CoefficientFile.Write(Fits.All(), Fits.Rational());
if (!args.Contains("--check"))
{
    File.WriteAllText(file, text);
    Console.WriteLine($"written to {Path.GetRelativePath(Repository.Root, file)}");
    return 0;
}

var isSame = File.ReadAllText(file).ReplaceLineEndings("\n") == text;
Console.WriteLine(isSame ? "the coefficients are up to date" : "the coefficients differ: run this program without --check");
return isSame ? 0 : 1;
