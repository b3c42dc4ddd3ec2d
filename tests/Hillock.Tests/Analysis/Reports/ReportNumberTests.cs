using Hillock.Analysis.Properties;
using Hillock.Analysis.Reports;

namespace Hillock.Tests.Analysis.Reports;

public class ReportNumberTests
{
    [Theory]
    [InlineData(0.1, 0.1, "0.1")]
    [InlineData(-0.75179162, -0.75179161, "−0.751792")]
    [InlineData(-1e-15, 1e-15, "0")]
    [InlineData(1.0000004, 1.0000006, "1")]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, "∞")]
    [InlineData(1, 2, "between 1 and 2")]
    [InlineData(0.12346, 0.98761, "between 0.1234 and 0.9877")]
    [InlineData(-98765, -12341, "between −9.877e4 and −1.234e4")]
    [InlineData(-5.5e-9, -5.5e-9, "−5.5e−9")]
    public void An_enclosure_is_written_with_the_digits_it_gives(double lower, double upper, string text) =>
        Assert.Equal(text, ReportNumber.Of(new Enclosure(lower, upper)));
}
