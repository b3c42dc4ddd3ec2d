using static Hillock.Catalogue.Parameters;

namespace Hillock.Catalogue;

internal static class Steps
{
    public static Family Family { get; } = new(
        "steps",
        "Two or three levels.",
        [
            new("step", "where(x > threshold, 1, 0)", Fixed("threshold", 0))
            {
                Year = 1943,
                Citation = "McCulloch & Pitts 1943; Rosenblatt 1958",
                Slopes = [("threshold", "0")],
            },
            new("binary_step", "where(x >= 0, 1, 0)")
            {
                Year = 1943,
                Citation = "McCulloch & Pitts, logical calculus of nervous activity",
                Slopes = [("0", "0")],
            },
            new("sign", "sign(x)")
            {
                Year = 1958,
                Citation = "Rosenblatt, perceptron (bipolar threshold)",
                Slopes = [("0", "0")],
            },
            new("step_bipolar", "where(x >= 0, 1, -1)")
            {
                Year = 1958,
                Citation = "Rosenblatt, The Perceptron, Psychological Review 1958",
                Slopes = [("0", "0")],
            },
            new("react_sign", "where(x >= a, 1, -1)", Learned("a", 0))
            {
                Year = 2020,
                Citation = "Liu, ReActNet, arXiv:2003.03488 (RSign; trained with a surrogate gradient)",
                Slopes = [("a", "0")],
                StartsAs = "step_bipolar",
            },
            new("sign_bit", "where(x < 0, 1, 0)") { Year = 2017, Citation = "TFLite schema", Slopes = [("0", "0")] },
        ]);
}
