using Hillock.Lab.Experiments.LinearCollapse;
using Hillock.Lab.Laboratory.Results;

namespace Hillock.Lab.Tests.Experiments.LinearCollapse;

public class AffineVerdictTests
{
    [Theory]
    [InlineData("identity", true)]
    [InlineData("3*x - 2", true)]
    [InlineData("max(x, 0) - max(-x, 0)", true)]
    [InlineData("relu", false)]
    [InlineData("x + 0.001*tanh(x)", false)]
    [InlineData("x^2", false)]
    [InlineData("where(x > 0, 1, 0)", false)]
    [InlineData("1/x", false)]
    public void Proof_and_trial_agree_on_functions_that_are_known(string formula, bool isAffine)
    {
        var verdict = AffineVerdict.Of(formula, Activation.Parse(formula));
        Assert.Equal(isAffine, verdict.Proved);
        Assert.Equal(isAffine, verdict.Tried);
    }

    [Fact]
    public void A_disagreement_is_caught()
    {
        Assert.Equal(Outcome.DidNotHold, LinearCollapseExperiment.AllAgree([new("f", true, "", 1)]).Outcome);
        Assert.Equal(Outcome.DidNotHold, LinearCollapseExperiment.AllAgree([new("f", null, "", 0)]).Outcome);
        Assert.Equal(Outcome.Held, LinearCollapseExperiment.AllAgree([new("f", false, "", double.NaN)]).Outcome);
    }
}
