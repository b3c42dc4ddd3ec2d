using Hillock.Catalogue.Groups;

namespace Hillock.Tests.Groups;

public class GroupValueTests
{
    private static readonly int[] Lengths = [2, 6, 64, 1000];

    [Theory]
    [MemberData(nameof(GroupCases.Functions), MemberType = typeof(GroupCases))]
    public void Values_are_those_of_the_plain_formula(string function)
    {
        foreach (var n in Lengths)
        {
            var x = GroupCases.Line(n);
            var expected = GroupCases.Plain[function](x);
            Agree(function, expected, GroupCases.Parse(function).Value(x), 1e-12);
            var singles = Array.ConvertAll(x, v => (float)v);
            var y = new float[expected.Length];
            GroupCases.Parse(function).Kernel<float>().Value(singles, y, [n], 0);
            expected = GroupCases.Plain[function](Array.ConvertAll(singles, v => (double)v));
            Agree(function, expected, Array.ConvertAll(y, v => (double)v), 2e-6);
        }
    }

    [Fact]
    public void Every_entry_of_the_catalogue_is_tested() =>
        Assert.DoesNotContain(
            GroupCatalogue.All, entry => entry.Id is not ("geglu" or "gumbel_softmax" or "gumbel_softmax_hard") && !GroupCases.Plain.ContainsKey(entry.Id));

    [Fact]
    public void Geglu_has_the_exact_gelu()
    {
        // 2·Φ(2)·3, Φ(2) = 0.97724986805182079
        Assert.Equal(6 * 0.97724986805182079, GroupCases.Parse("geglu").Value(2, 3)[0], 1e-14);
    }

    [Fact]
    public void Lines_of_one_element_are_certain()
    {
        foreach (var function in new[] { "softmax", "softmin", "taylor_softmax", "spherical_softmax", "sparsemax", "hardmax" })
            Assert.Equal([1.0], GroupCases.Parse(function).Value(-3.25));
        Assert.Equal([0.0], GroupCases.Parse("log_softmax").Value(1e300));
    }

    [Fact]
    public void Sparsemax_gives_the_examples_of_its_paper()
    {
        // Martins & Astudillo 2016, section 2: in two dimensions a hard sigmoid of the difference.
        Assert.Equal([0.75, 0.25], GroupCases.Parse("sparsemax").Value(0.5, 0));
        Assert.Equal([1.0, 0], GroupCases.Parse("sparsemax").Value(1, 0));
        Assert.Equal([1.0, 0, 0], GroupCases.Parse("sparsemax").Value(7, 6, double.NegativeInfinity));
    }

    [Fact]
    public void Huge_and_tiny_lines_keep_their_values()
    {
        Assert.Equal([0.5, 0.5], GroupCases.Parse("taylor_softmax").Value(1e300, 1e300));
        Assert.Equal([0.5, 0.5], GroupCases.Parse("spherical_softmax").Value(1e300, -1e300));
        Assert.Equal([0.5, 0.5], GroupCases.Parse("spherical_softmax").Value(1e-300, -1e-300));
        Assert.Equal([0.5, 0.5], GroupCases.Parse("spherical_softmax(eps=0.01)").Value(0, 0));
        Close.Relative(0.6, GroupCases.Parse("squash").Value(3e300, 4e300)[0], 1e-14, "squash far out");
        Close.Relative(15e-320, GroupCases.Parse("squash").Value(3e-160, 4e-160)[0], 1e-4, "squash near 0");
        Assert.Equal([0.0, 0.0], GroupCases.Parse("squash").Value(0, 0));
    }

    private static void Agree(string function, double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Close.Relative(expected[i], actual[i], tolerance, $"{function}, element {i} of {expected.Length}", floor: 0.05);
    }
}
