using System.Xml.Linq;
using Hillock.Catalogue;
using Hillock.Lab.Reports;
using Hillock.Lab.Tests.Data;

namespace Hillock.Lab.Tests.Reports;

public class FunctionPicturesTests
{
    [Fact]
    public void Relu_is_shown_with_its_derivative_and_its_kink()
    {
        var picture = FunctionPictures.Of(Activation.Parse("relu"), "relu");

        Assert.Equal((-5, 5), (picture.X[0], picture.X[^1]));
        Assert.Equal((0, 5), (picture.Value[0], picture.Value[^1]));
        Assert.Equal((0, 1), (picture.Derivative[0], picture.Derivative[^1]));
        Assert.Equal([0.0], picture.Kinks);
        Assert.Equal(2010, picture.Year);
    }

    [Fact]
    public void A_typed_formula_keeps_its_name_and_its_parameters()
    {
        const string formula = "x*sigmoid(beta*x) where learned beta=1.5";
        var picture = FunctionPictures.Of(Activation.Parse(formula), formula);

        Assert.Equal(formula, picture.Name);
        Assert.Contains("learned beta=1.5", picture.FormulaText, StringComparison.Ordinal);
        Assert.Null(picture.Citation);
    }

    [Fact]
    public void Functions_of_every_family_can_be_reported()
    {
        using var folder = new TemporaryFolder();
        string[] ids = [.. ActivationCatalogue.Ids.Where((_, index) => index % 10 == 0)];
        var pictures = ids.Select(id => FunctionPictures.Of(Activation.Parse(id), id)).ToArray();

        Report.Write(new SampleComparison { Functions = ids, Seeds = 2, Epochs = 2 }.Build(), pictures, folder.Path);

        var page = XDocument.Load(Path.Combine(folder.Path, Report.PageName)).Root!;
        Assert.Equal(2 * ids.Length, page.Descendants("math").Count());
        Assert.All(pictures, picture => Assert.Contains(picture.FormulaLatex, page.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("No formula was given", page.Value, StringComparison.Ordinal);
    }
}
