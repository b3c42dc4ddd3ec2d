using Hillock.Catalogue;
using Hillock.Catalogue.Groups;
using Hillock.Catalogue.Noise;
using Hillock.Expressions;

namespace Hillock.Tests.Groups;

public class GroupNamesTests
{
    [Fact]
    public void No_name_means_both_one_element_and_several() =>
        Assert.DoesNotContain(GroupCatalogue.Names, name => ActivationNames.Find(name) is not null);

    [Fact]
    public void Every_name_of_a_library_leads_to_an_entry()
    {
        foreach (var framework in FrameworkNames.All)
            foreach (var name in framework.Groups)
            {
                Assert.NotNull(GroupCatalogue.Find(name.Target));
                var found = GroupNames.Find($"{framework.Id}:{name.Name}");
                Assert.Equal((framework.Id, name.Target), (found?.Framework?.Id, found?.Entry.Id));
            }
    }

    [Fact]
    public void Every_activation_with_noise_is_an_entry_or_another_name_of_one() =>
        Assert.All(NoisyCatalogue.All, entry => Assert.NotNull(ActivationNames.Find(entry.Id)));

    [Theory]
    [InlineData("glu", "glu gate last")]
    [InlineData("torch.nn.GLU", "glu gate last")]
    [InlineData("swiglu", "swiglu gate first")]
    [InlineData("ggml:GEGLU", "geglu_tanh gate first")]
    [InlineData("ggml:GEGLU_ERF", "geglu gate first")]
    [InlineData("bilinear_glu gate last", "bilinear gate last")]
    [InlineData("gated(mish) gate last", "gated(mish) gate last")]
    [InlineData("softmax(t=2)", "softmax")]
    public void The_place_of_the_gate_belongs_to_the_identity(string text, string id) =>
        Assert.Equal(id, GroupFunction.Parse(text).Id);

    [Fact]
    public void F_66_published_and_other_gates_differ()
    {
        // An asymmetric line: silu(1)·2, 1·silu(2), and 1·σ(2).
        Assert.Equal(2 * 0.73105857863000488, GroupFunction.Parse("swiglu").Value(1, 2)[0], 1e-15);
        Assert.Equal(2 * 0.88079707797788244, GroupFunction.Parse("swiglu gate last").Value(1, 2)[0], 1e-15);
        Assert.Equal(0.88079707797788244, GroupFunction.Parse("glu").Value(1, 2)[0], 1e-15);
    }

    [Theory]
    [InlineData("gelu", false)]
    [InlineData("relu6", false)]
    [InlineData("max(x, 0)", false)]
    [InlineData("where(x > 0, x, a*x) where a=0.1", false)]
    [InlineData("softmax", true)]
    [InlineData("nn.Softmax", true)]
    [InlineData("swiglu gate last", true)]
    [InlineData("gated(x) gate first", true)]
    [InlineData("x - m where m = mean(x)", true)]
    public void Texts_tell_whether_they_mean_one_element_or_several(string text, bool isGroup) =>
        Assert.Equal(isGroup, GroupFunction.IsMeantBy(text));

    [Theory]
    [InlineData("x - m where m = median(x)", "'median' makes no number of a line; expected sum, mean, norm, max, anchor, threshold")]
    [InlineData("x - m where m = mean(x*s), s = sum(x)", "'s' is bound behind 'm', which needs it")]
    [InlineData("x where m = mean(x)", "the formula does not use 'm'")]
    [InlineData("softmax(t=-1)", "t = -1 is not allowed: t must be a number above 0")]
    [InlineData("softmax(u=1)", "softmax has no parameter 'u'; it has t")]
    [InlineData("hardmax gate first", "hardmax has no gate")]
    public void A_mistake_is_told_in_a_sentence(string text, string problem) =>
        Assert.Equal(problem, Assert.Throws<FormulaException>(() => GroupFunction.Parse(text)).Problem);

    [Fact]
    public void An_activation_is_no_function_of_several_elements_nor_the_reverse()
    {
        Assert.Throws<FormulaException>(() => Activation.Parse("softmax"));
        Assert.Throws<FormulaException>(() => Activation.Parse("x - m where m = mean(x)"));
        Assert.Throws<FormulaException>(() => Activation.Parse("x + n where n ~ normal"));
        Assert.Throws<FormulaException>(() => GroupFunction.Parse("x*2 + 1"));
    }
}
