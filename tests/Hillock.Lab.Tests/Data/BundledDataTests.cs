using Hillock.Lab.Data;

namespace Hillock.Lab.Tests.Data;

public class BundledDataTests
{
    private static int[] ClassCounts(DataSet data) =>
        [.. data.Classes.CountBy(c => c).OrderBy(c => c.Key).Select(c => c.Value)];

    private static double Mean(DataSet data, int feature) =>
        Enumerable.Range(0, data.Count).Average(row => data.Inputs[row * data.Features + feature]);

    [Fact]
    public void Iris()
    {
        DataSet iris = BundledData.Iris();
        Assert.Equal(("iris", 4, 150), (iris.Name, iris.Features, iris.Count));
        Assert.Equal([50, 50, 50], ClassCounts(iris));
        Assert.Equal(["setosa", "versicolor", "virginica"], iris.ClassNames);
        Assert.Equal([5.1f, 3.5f, 1.4f, 0.2f], iris.Inputs[..4]);
        double[] means = [5.8433, 3.0573, 3.7580, 1.1993];
        for (int feature = 0; feature < 4; feature++)
            Assert.Equal(means[feature], Mean(iris, feature), 1e-4);
        Assert.Equal("petal width (cm)", iris.FeatureNames[3]);
    }

    [Fact]
    public void Wine()
    {
        DataSet wine = BundledData.Wine();
        Assert.Equal((13, 178), (wine.Features, wine.Count));
        Assert.Equal([59, 71, 48], ClassCounts(wine));
        Assert.Equal(13.0006, Mean(wine, 0), 1e-4);
        Assert.Equal("proline", wine.FeatureNames[12]);
        Assert.Equal(1065f, wine.Inputs[12]);
        Assert.Equal(3, wine.ClassNames.Count);
    }

    [Fact]
    public void Breast_cancer()
    {
        DataSet cancer = BundledData.BreastCancer();
        Assert.Equal((30, 569), (cancer.Features, cancer.Count));
        Assert.Equal([212, 357], ClassCounts(cancer));
        Assert.Equal(["malignant", "benign"], cancer.ClassNames);
        Assert.Equal(14.1273, Mean(cancer, 0), 1e-4);
        Assert.Equal(30, cancer.FeatureNames.Count);
        Assert.Equal("worst radius", cancer.FeatureNames[20]);
        Assert.Equal(25.38f, cancer.Inputs[20]);
    }

    [Fact]
    public void Digits()
    {
        DataSet digits = BundledData.Digits();
        Assert.Equal((64, 1797), (digits.Features, digits.Count));
        Assert.Equal([178, 182, 177, 183, 181, 182, 181, 179, 174, 180], ClassCounts(digits));
        Assert.Equal([0, 0, 5, 13, 9, 1, 0, 0], digits.Inputs[..8]);
        Assert.Equal((0f, 16f), (digits.Inputs.Min(), digits.Inputs.Max()));
        Assert.Equal(4.884165, digits.Inputs.Average(pixel => (double)pixel), 1e-6);
        Assert.True(digits.IsImage);
        Assert.Equal((1438, 359), (digits.Split(1).Training.Count, digits.Split(1).Test.Count));
    }
}
