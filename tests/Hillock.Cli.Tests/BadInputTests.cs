namespace Hillock.Cli.Tests;

/// <summary>Bad input is answered in one sentence on the error stream, with exit code 2 and nothing on the output.</summary>
public class BadInputTests
{
    [Theory]
    [InlineData("no command 'lost'. Did you mean 'list'", "lost")]
    [InlineData("has no option '--epoch'. Did you mean '--epochs'", "compare", "relu", "--epoch", "3")]
    [InlineData("'functions' missing", "compare")]
    [InlineData("Did you mean 'gelu'", "show", "gleu")]
    [InlineData("found the end", "show", "x*(1+")]
    [InlineData("written with a point", "show", "x*max(0,5)")]
    [InlineData("Give either --at", "eval", "gelu")]
    [InlineData("'a' is not a number", "eval", "gelu", "--at", "1,a")]
    [InlineData("order of a derivative", "eval", "gelu", "--at", "1", "--derivative", "-1")]
    [InlineData("has no parameter 'gamma'; it has beta", "eval", "swish", "--at", "1", "--with-respect-to", "gamma")]
    [InlineData("no parameters", "eval", "gelu", "--at", "1", "--with-respect-to", "beta")]
    [InlineData("not both", "eval", "swish", "--at", "1", "--with-respect-to", "beta", "--derivative", "1")]
    [InlineData("there is no such file", "eval", "gelu", "--input", "/nowhere/x.npy", "--output", "/nowhere/y.npy")]
    [InlineData("range from 3 to 1 is empty", "plot", "gelu", "--from", "3", "--to", "1")]
    [InlineData("ends in .svg", "plot", "gelu", "--output", "curve.png")]
    [InlineData("Did you mean 'digits'", "compare", "relu", "--data", "digitz")]
    [InlineData("cannot have 0 units", "compare", "relu", "--hidden", "0")]
    [InlineData("cannot have -4 units", "compare", "relu", "--hidden", "8,-4")]
    [InlineData("not a whole number of units", "compare", "relu", "--hidden", "12,a")]
    [InlineData("not a whole number of units", "compare", "relu", "--hidden", "")]
    [InlineData("'x' is not a whole number", "compare", "relu", "--epochs", "x")]
    [InlineData("0 epochs", "compare", "relu", "--epochs", "0")]
    [InlineData("-3 seeds", "compare", "relu", "--seeds", "-3")]
    [InlineData("learning rate is a number above 0", "compare", "relu", "--learning-rate", "0")]
    [InlineData("learning rate is a number above 0", "compare", "relu", "--learning-rate", "nan")]
    [InlineData("'0,1' is not a number", "compare", "relu", "--learning-rate", "0,1")]
    [InlineData("Did you mean 'he'", "compare", "relu", "--init", "heh")]
    [InlineData("no optimizer 'adm'; there are sgd, adam. Did you mean 'adam'", "compare", "relu", "--optimizer", "adm")]
    [InlineData("given twice", "compare", "relu", "relu")]
    [InlineData("more than the 120 training examples", "compare", "relu", "--data", "iris", "--batch", "1000")]
    [InlineData("file, not a folder", "compare", "relu", "--data", "iris", "--out", "/etc/passwd")]
    [InlineData("No entry of the catalogue", "list", "nothing-like-this")]
    [InlineData("No library 'kaffe' is known. Did you mean 'caffe'", "list", "--framework", "kaffe")]
    [InlineData("Caffe has no activation whose name contains 'mish'", "list", "--framework", "caffe", "mish")]
    [InlineData("No family 'relus'; there are polynomials, rectifiers", "list", "--family", "relus")]
    [InlineData("'leaky' has different meanings", "show", "leaky")]
    [InlineData("range from 3 to 1 is empty", "diff", "relu", "gelu", "--from", "3", "--to", "1")]
    [InlineData("ends in .svg", "diff", "relu", "gelu", "--out", "difference.png")]
    public void A_mistake_is_said_in_a_sentence(string expected, params string[] args)
    {
        var run = Invocation.Of(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a,b,c\n", "header")]
    [InlineData("1,2,0\n1,2\n", "line 2")]
    [InlineData("1,2,0\n1,two,1\n", "'two'")]
    public void A_bad_table_is_named_with_its_place(string content, string expected)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("table.csv"), content);
        var run = Invocation.Of("compare", "relu", "--data", folder.File("table.csv"), "--out", folder.File("out"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("table.csv", run.Error, StringComparison.Ordinal);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_numpy_type_is_named()
    {
        using var folder = new TemporaryFolder();
        const string header = "{'descr': '<i4', 'fortran_order': False, 'shape': (1,), }\n";
        File.WriteAllBytes(
            folder.File("x.npy"), [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. System.Text.Encoding.ASCII.GetBytes(header), 0, 0, 0, 0]);
        var run = Invocation.Of("eval", "gelu", "--input", folder.File("x.npy"), "--output", folder.File("y.npy"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("<i4", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("y.npy")));
    }
}
