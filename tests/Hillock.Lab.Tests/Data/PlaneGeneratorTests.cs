using Hillock.Lab.Data;

namespace Hillock.Lab.Tests.Data;

public class PlaneGeneratorTests
{
    public static TheoryData<string> Names => [.. PlaneGenerator.All.Select(generator => generator.Name)];

    private static (float X, float Y, int Class)[] Points(string request)
    {
        DataSet data = DataSets.Find(request);
        return [.. data.Classes.Select((c, i) => (data.Inputs[2 * i], data.Inputs[2 * i + 1], c))];
    }

    /// <summary>The share of points that the best of many straight lines puts on the right side.</summary>
    private static double BestLine((float X, float Y, int Class)[] points) => Enumerable.Range(0, 360).Max(degree =>
    {
        (double sin, double cos) = Math.SinCos(degree * Math.PI / 180);
        int right = points.Count(p => p.Class == 1);
        int best = right;
        foreach ((_, _, int c) in points.OrderBy(p => p.X * cos + p.Y * sin))
            best = Math.Max(best, right += c == 0 ? 1 : -1);
        return (double)best / points.Length;
    });

    /// <summary>The share of points whose nearest other point is of their class.</summary>
    private static double NearestNeighbour((float X, float Y, int Class)[] points) => points.Average(p =>
        points.Where(q => q != p).MinBy(q => (q.X - p.X) * (q.X - p.X) + (q.Y - p.Y) * (q.Y - p.Y)).Class == p.Class ? 1.0 : 0);

    [Theory]
    [MemberData(nameof(Names))]
    public void Points_are_many_finite_and_of_two_equal_classes(string name)
    {
        DataSet data = DataSets.Find(name);
        Assert.Equal((name, 2, 600), (data.Name, data.Features, data.Count));
        Assert.Equal(300, data.Classes.Sum());
        Assert.Equal(2, data.ClassNames.Count);
        Assert.All(data.Inputs, value => Assert.InRange(value, -3f, 3f));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_seed_alone_decides_the_points(string name)
    {
        Assert.Equal(DataSets.Find(name, 1).Inputs, DataSets.Find(name, 1).Inputs);
        Assert.NotEqual(DataSets.Find(name, 1).Inputs, DataSets.Find(name, 2).Inputs);
    }

    [Fact]
    public void The_points_of_a_seed_never_change()
    {
        float[] expected = [-0.143027f, 1.123193f, 0.987282f, -0.375866f];
        Assert.All(expected.Zip(DataSets.Find("moons").Inputs), pair => Assert.Equal(pair.First, pair.Second, 2e-6f));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Neighbours_are_mostly_of_one_class(string name) =>
        Assert.InRange(NearestNeighbour(Points(name)), 0.9, 1);

    [Theory]
    [InlineData("moons", 0.8, 0.95)]
    [InlineData("circles", 0.5, 0.75)]
    [InlineData("spirals", 0.5, 0.75)]
    [InlineData("xor", 0.5, 0.8)]
    [InlineData("triangles-in-circles", 0.5, 0.8)]
    public void No_line_parts_the_classes(string name, double least, double most) =>
        Assert.InRange(BestLine(Points(name)), least, most);

    [Fact]
    public void Without_noise_the_points_lie_on_their_figures()
    {
        Assert.All(Points("circles(noise=0)"), p => Assert.Equal(p.Class == 0 ? 1 : 0.5, double.Hypot(p.X, p.Y), 1e-6));
        Assert.All(Points("xor(noise=0)"), p => Assert.Equal(p.Class == 0, p.X * p.Y >= 0));
        Assert.All(Points("moons(noise=0)"), p => Assert.Equal(
            1, p.Class == 0 ? double.Hypot(p.X, p.Y) : double.Hypot(p.X - 1, p.Y - 0.5), 1e-6));
        Assert.All(Points("triangles-in-circles(noise=0)"), p =>
        {
            (double least, double most) = p.Class == 0 ? (0.0, 0.4) : (0.8, 1.0);
            Assert.InRange(double.Hypot(p.X, p.Y), least - 1e-6, most + 1e-6);
        });
        Assert.Equal(1, NearestNeighbour(Points("spirals(noise=0)")));
    }

    [Fact]
    public void Noise_and_number_of_points_can_be_asked_for()
    {
        DataSet data = DataSets.Find(" Moons( noise = 0.5 , points=1001 ) ");
        Assert.Equal(("moons(noise = 0.5 , points=1001)", 1001), (data.Name, data.Count));
        (float X, float Y, int Class)[] points = Points("circles(noise=0.5)");
        double variance = points.Average(p => p.X * p.X + p.Y * p.Y);
        // Mean of the squared radii, and the noise of both coordinates.
        Assert.Equal((1 + 0.25) / 2 + 2 * 0.25, variance, 0.15);
        Assert.Equal(600, DataSets.Find("xor()").Count);
    }

    [Theory]
    [InlineData("moons(points=9)", "moons(points=9): 'points=9' does not give a whole number from 10 to 1000000.")]
    [InlineData("moons(points=20.5)", "'points=20.5' does not give a whole number")]
    [InlineData("moons(noise=-1)", "'noise=-1' does not give a number from 0 to 10.")]
    [InlineData("moons(noise=nan)", "'noise=nan' does not give a number")]
    [InlineData("moons(noise=)", "'noise=' does not give a number")]
    [InlineData("moons(0.2)", "'0.2' is neither points=… nor noise=….")]
    [InlineData("moons(nose=0.2)", "'nose=0.2' is neither points=… nor noise=….")]
    public void A_wrong_argument_is_named(string request, string problem) => Assert.Contains(
        problem, Assert.Throws<DataException>(() => DataSets.Find(request)).Message, StringComparison.Ordinal);
}
