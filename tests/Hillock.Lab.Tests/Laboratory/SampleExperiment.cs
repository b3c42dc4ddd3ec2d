using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;

namespace Hillock.Lab.Tests.Laboratory;

/// <summary>An experiment with everything that pages can show.</summary>
internal sealed class SampleExperiment : Experiment
{
    public override string Name => "sample";

    public override string Question => "Is a | sample <shown>?";

    public override string Claim => "It is.";

    public override Rate Rate => Rate.Form;

    public override string Criterion => "it is seen";

    public override IReadOnlyList<string> Sources => ["Somebody 1999, §2"];

    public override IReadOnlyList<Length> Lengths => [new(Length.Epochs, 10, 2)];

    public override TimeSpan UsualTime => TimeSpan.FromSeconds(3);

    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) => [new("data", "none")];

    public override Findings Run(Workbench bench) => new(
        "Seen 3 times.",
        [
            Check.Within("A number is small", 2e-7, 0, 1e-6, digits: 2) with { Published = "10⁻⁷" },
            Check.AtLength(bench, "It is trained", false, "no"),
        ],
        [
            new("Part")
            {
                Text = "Words.",
                Tables = [new("numbers", "Numbers", ["name", "value"], [["a|b", 1.23456], ["c", double.NaN], ["d", default]])],
                Figures =
                [
                    new("curves", "Curves")
                    {
                        Y = new("error") { IsLogarithmic = true },
                        Series =
                        [
                            new("line", [1, 2, 3], [1, 0, 0.01]),
                            new("band", [1, 2, 3], [1, 2, 3]) { Lower = [0.5, 1, 2], Upper = [2, 3, 4], Dashed = true },
                            new("", [1, 3], [1, 1]) { Plain = true },
                        ],
                        Caption = "A caption.",
                    },
                    new("plane", "Plane")
                    {
                        IsSquare = true,
                        Map = new(2, 2, [0, 0.5, 1, double.NaN], []) { XMin = -1, XMax = 1, YMin = -1, YMax = 1 },
                        Areas = [new([0, 1, 0], [0, 0, 1], 2) { Name = "triangle" }],
                        Series = [new("dots", [0.1, 0.2], [0.3, 0.4]) { Style = SeriesStyle.Dots, Size = 5 }],
                        Notes = [new(0, 0, "here")],
                    },
                ],
            },
        ]);
}
