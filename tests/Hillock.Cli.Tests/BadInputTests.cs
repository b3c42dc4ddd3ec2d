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
    [InlineData("The shape [3] has no axis 1; its axes are -1 to 0.", "eval", "softmax", "--at", "1,2,3", "--axis", "1")]
    [InlineData("halves the axis, which has an odd length, 3", "eval", "swiglu", "--at", "1,2,3")]
    [InlineData("for functions of several elements", "eval", "gelu", "--at", "1", "--axis", "0")]
    [InlineData("for functions of one element", "eval", "softmax", "--at", "1", "--derivative", "1")]
    [InlineData("softmax has no gate", "eval", "softmax gate first", "--at", "1")]
    [InlineData("say which half is the gate", "eval", "gated(silu)", "--at", "1,2")]
    [InlineData("t must be a number above 0", "eval", "softmax(t=0)", "--at", "1,2")]
    [InlineData("k must be a whole number", "eval", "maxout(k=1.5)", "--at", "1,2")]
    [InlineData("softmax has no noise", "eval", "softmax", "--at", "1,2", "--seed", "1")]
    [InlineData("no activation with noise is called 'gelu'", "eval", "gelu", "--at", "1", "--seed", "1")]
    [InlineData("lower must not be above upper", "eval", "rrelu(lower=1)", "--at", "1", "--seed", "1")]
    [InlineData("a function of several elements, not of one", "compare", "softmax")]
    [InlineData("Did you mean 'softmax'", "show", "sofmax")]
    [InlineData("bound behind 'm'", "eval", "x - m where m = mean(x*s), s = sum(x)", "--at", "1,2")]
    [InlineData("cannot be learned", "eval", "a*x - m where learned a=1, m = mean(x)", "--at", "1,2")]
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
    [InlineData("no optimizer 'adm'; there are sgd, nesterov, adam, adamw, rmsprop. Did you mean 'adam'", "compare", "relu", "--optimizer", "adm")]
    [InlineData("which 'log(x)' has not", "compare", "log(x)", "--data", "iris", "--init", "gain")]
    [InlineData("more than 2147483591 weights", "compare", "relu", "--data", "iris", "--hidden", "65536,65536")]
    [InlineData("GiB", "compare", "relu", "--data", "iris", "--seeds", "2000000000")]
    [InlineData("Seeds are from 0 to 2147483647", "compare", "relu", "--seeds", "2", "--first-seed", "2147483647")]
    [InlineData("--norm bath: there are none, batch, layer", "compare", "relu", "--norm", "bath")]
    [InlineData("--learned 1: there are layer, unit, network", "compare", "relu", "--learned", "1")]
    [InlineData("dropout of 1 is not in [0, 1)", "compare", "relu", "--dropout", "1")]
    [InlineData("not both", "compare", "relu", "--dropout", "0.1", "--alpha-dropout", "0.1")]
    [InlineData("Did you mean 'cosine'", "compare", "relu", "--schedule", "cosin")]
    [InlineData("warm-up of 30 epochs does not fit into 20", "compare", "relu", "--warm-up", "30")]
    [InlineData("number of 0 or more", "compare", "relu", "--weight-decay", "-1")]
    [InlineData("limit of the gradient's norm", "compare", "relu", "--clip", "nan")]
    [InlineData("0 learning rates cannot be tried", "compare", "relu", "--tune", "0")]
    [InlineData("ends with no fewer; 5 and 3 were", "compare", "relu", "--until-decided", "3")]
    [InlineData("begins with at least 2", "compare", "relu", "--seeds", "1", "--until-decided", "3")]
    [InlineData("patience of 0 epochs", "compare", "relu", "--patience", "0")]
    [InlineData("no 'batchnorm'; there are batch-norm", "compare", "relu with batchnorm")]
    [InlineData("'dropout' needs a value", "compare", "relu with dropout")]
    [InlineData("'residual' takes no value", "compare", "relu with residual=3")]
    [InlineData("'x' is not a number", "compare", "relu with dropout=x")]
    [InlineData("dropout of 2 is not in", "compare", "relu with dropout=2")]
    [InlineData("no initialisation 'heh'", "compare", "relu with init=heh")]
    [InlineData("'128xx' is not a whole number", "compare", "relu", "--hidden", "128xx")]
    [InlineData("given twice", "compare", "relu", "relu")]
    [InlineData("more than the 120 training examples", "compare", "relu", "--data", "iris", "--batch", "1000")]
    [InlineData("file, not a folder", "compare", "relu", "--data", "iris", "--out", "/etc/passwd")]
    [InlineData("no run store here yet", "runs", "--store", "/nowhere/runs.db")]
    [InlineData("folder, not a run store", "runs", "--store", "/")]
    [InlineData("Say which runs to delete", "runs", "delete", "--store", "/nowhere/runs.db")]
    [InlineData("--all deletes every run", "runs", "delete", "17", "--all")]
    [InlineData("no command 'shwo'. Did you mean 'show'", "runs", "shwo")]
    [InlineData("'x' is not a whole number", "runs", "show", "x")]
    [InlineData("No entry of the catalogue", "list", "nothing-like-this")]
    [InlineData("Did you mean 'gelu'", "verify", "gleu")]
    [InlineData("there are 2^64 doubles", "verify", "gelu", "--type", "double", "--exhaustive")]
    [InlineData("float, double, half and bfloat16", "verify", "gelu", "--type", "quad")]
    [InlineData("accurate, fast and exact", "verify", "gelu", "--precision", "best")]
    [InlineData("not float16", "verify", "gelu", "--type", "half", "--precision", "fast")]
    [InlineData("ends in .md", "verify", "gelu", "--markdown", "accuracy.txt")]
    [InlineData("no folder", "verify", "gelu", "--markdown", "/nowhere/accuracy.md")]
    [InlineData("--resume needs --markdown", "verify", "gelu", "--resume")]
    [InlineData("No library 'kaffe' is known. Did you mean 'caffe'", "list", "--framework", "kaffe")]
    [InlineData("Caffe has no activation whose name contains 'mish'", "list", "--framework", "caffe", "mish")]
    [InlineData("No family 'relus'; there are polynomials, rectifiers", "list", "--family", "relus")]
    [InlineData("'leaky' has different meanings", "show", "leaky")]
    [InlineData("no property 'smoth'. Did you mean 'smooth'", "list", "--where", "smoth and odd")]
    [InlineData("compare it, as in 'lipschitz <= 1'", "list", "--where", "lipschitz")]
    [InlineData("give it without --framework", "list", "--framework", "caffe", "--where", "odd")]
    [InlineData("ends in .svg or .png", "show", "relu", "--plot", "relu.jpg")]
    [InlineData("ends in .html", "show", "relu", "--html", "relu.txt")]
    [InlineData("finite number of 0 or more", "show", "relu", "--bias-deviation", "-1")]
    [InlineData("1 to 10000 layers, not 0", "depth", "relu", "--layers", "0")]
    [InlineData("at least 2 units, not 1", "depth", "relu", "--width", "1")]
    [InlineData("no initialisation 'heh'; there are lecun", "depth", "relu", "--init", "heh")]
    [InlineData("'log(x)' or its slope has no mean square", "depth", "log(x)")]
    [InlineData("There is one for σ_b = 0", "depth", "relu", "--init", "critical")]
    [InlineData("biases is 0 or more, not -1", "depth", "relu", "--sigma-b", "-1")]
    [InlineData("'x' is not a number", "depth", "relu", "--sigma-b", "x")]
    [InlineData("At least 1 random network", "depth", "relu", "--networks", "0")]
    [InlineData("weights, more than the", "depth", "relu", "--layers", "10000", "--width", "10000")]
    [InlineData("ends in .svg", "depth", "relu", "--plot", "depth.png")]
    [InlineData("Did you mean 'gelu'", "depth", "gleu")]
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
