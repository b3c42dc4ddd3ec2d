using Hillock.Analysis;
using Hillock.Catalogue;
using Hillock.Expressions;

namespace Hillock.Tests.Catalogue;

public class ActivationNamesTests
{
    public static TheoryData<string> Libraries => new(FrameworkNames.All.Select(framework => framework.Id));

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Every_name_of_a_library_leads_to_an_entry(string library)
    {
        var framework = FrameworkNames.Find(library)!;
        Assert.Distinct(framework.Names.Select(name => FrameworkNames.Folded(name.Name)));
        foreach (var name in framework.Names)
        {
            var named = ActivationNames.Of(framework, name);
            Assert.Equal(named.Text, ActivationNames.Find($"{library}:{name.Name}")!.Text);
            Assert.Equal(named.Entry.Id, Activation.Parse(named.Text).Id);
            var parameters = named.Entry.Parameters.Select(p => p.Name).ToList();
            Assert.All(NameList.Pairs(name.Arguments), pair => Assert.Contains(pair.Value, parameters));
            Assert.All(named.Values, value => Assert.True(
                named.Entry.Parameters.Single(p => p.Name == value.Key).Admits(value.Value)));
        }
    }

    [Fact]
    public void No_name_is_used_twice()
    {
        var names = ActivationCatalogue.Ids
            .Concat(ActivationCatalogue.All.SelectMany(entry => entry.AlsoKnownAs).Select(synonym => synonym.Name));
        Assert.Distinct(names);
        Assert.Distinct(FrameworkNames.All.SelectMany(framework => framework.Prefixes.Prepend(framework.Id)));
    }

    [Theory]
    [InlineData("torch.nn.GELU", "gelu")]
    [InlineData("F.leaky_relu", "leaky_relu")]
    [InlineData("jax:gelu", "gelu_tanh")]
    [InlineData("jax.nn.hard_silu", "hard_swish")]
    [InlineData("keras:leaky_relu", "leaky_relu(negative_slope=0.2)")]
    [InlineData("keras.layers.LeakyReLU", "leaky_relu(negative_slope=0.3)")]
    [InlineData("keras.ops.gelu", "gelu_tanh")]
    [InlineData("keras2:hard_sigmoid", "hard_sigmoid_02")]
    [InlineData("KERAS:Hard_Sigmoid", "hard_sigmoid")]
    [InlineData("caffe:BNLL", "softplus")]
    [InlineData("onednn:gelu_erf", "gelu")]
    [InlineData("dnnl:eltwise_clip_v2", "hard_tanh")]
    [InlineData("ggml:GGML_UNARY_OP_RELU", "relu")]
    [InlineData("ggml:ggml_xielu", "xielu")]
    [InlineData("cudnn:CUDNN_POINTWISE_GELU_FWD", "gelu")]
    [InlineData("fann:ELLIOT", "elliott")]
    [InlineData("jax.numpy.clip", "clip")]
    [InlineData("mxnet:LeakyReLU", "leaky_relu(negative_slope=0.25)")]
    [InlineData("linear", "identity")]
    [InlineData("gelu_new", "gelu_tanh")]
    [InlineData("quick_gelu", "gelu_quick")]
    [InlineData("telu", "tanhexp")]
    [InlineData("siren", "sin(omega=30)")]
    [InlineData("gelu", "gelu")]
    [InlineData("LeakyReLU", "leaky_relu")]
    public void Names_lead_to_what_they_mean(string name, string expected) =>
        Assert.Equal(expected, ActivationNames.Find(name)!.Text);

    [Theory]
    [InlineData("onnx:LeakyRelu(alpha=0.2)", -1, -0.2)]
    [InlineData("paddle:stanh(scale_a=2, scale_b=3)", 1e6, 3)]
    [InlineData("keras:leaky_relu", -10, -2)]
    [InlineData("mxnet:elu", -1000, -0.25)]
    [InlineData("very_leaky_relu", -3, -1)]
    [InlineData("siren", 0.1, 0.14112000805986722)]
    public void Parameters_follow_the_library(string text, double x, double expected) =>
        Assert.Equal(expected, Activation.Parse(text).Value(x), 12);

    [Theory]
    [InlineData("x-1")]
    [InlineData("x-x")]
    [InlineData("e")]
    public void Formulas_are_not_taken_for_names(string formula) => Assert.Null(Activation.Parse(formula).Entry);

    [Theory]
    [InlineData("leaky", "different meanings: leaky_relu(negative_slope=0.25) (mxnet:leaky), leaky_relu(negative_slope=0.1)")]
    [InlineData("caffe:gelu", "unknown activation")]
    [InlineData("onnx:LeakyRelu(beta=0.2)", "has no parameter 'beta'")]
    [InlineData("golo", "Did you mean 'golu'")]
    [InlineData("telo", "'telu'")]
    public void A_name_that_cannot_be_meant_is_refused(string text, string problem)
    {
        var mistake = Assert.Throws<FormulaException>(() => Activation.Parse(text));
        Assert.Contains(problem, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_meanings_of_a_bare_name_are_known()
    {
        var gelu = ActivationNames.Find("gelu")!;
        var others = ActivationNames.OtherMeanings(gelu, "gelu").ToList();
        Assert.All(others, other => Assert.Equal("gelu_tanh", other.Text));
        Assert.Equal(["aidotnet", "flux", "ggml", "jax"], others.Select(other => other.Framework!.Id).Order());
    }

    [Fact]
    public void The_largest_difference_is_found()
    {
        var difference = LargestDifference.Between(
            Activation.Parse("gelu").Kernel<double>(), Activation.Parse("gelu_tanh").Kernel<double>());
        Assert.Equal(4.7324e-4, difference.Size, 1e-8);
        Assert.Equal(2.70, Math.Abs(difference.At), 0.01);
        var hard = LargestDifference.Between(
            Activation.Parse("hard_sigmoid").Kernel<double>(), Activation.Parse("hard_sigmoid_02").Kernel<double>());
        Assert.Equal(1 / 12.0, hard.Size, 1e-12);
        Assert.Equal(2.5, Math.Abs(hard.At), 1e-9);
        Assert.Equal(0, LargestDifference.Between(
            Activation.Parse("silu").Kernel<double>(), Activation.Parse("swish").Kernel<double>()).Size);
    }
}
