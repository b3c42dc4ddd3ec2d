using Hillock.Expressions;
using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class AlgebraicSigmoids
{
    public static Family Family { get; } = new(
        "algebraic_sigmoids",
        "Sigmoids without exponentials: ratios, roots and the inverse tangent.",
        [
            new("softsign", "x/(1 + abs(x))")
            {
                Year = 2009,
                Citation = "Bergstra, Desjardins, Lamblin & Bengio, Quadratic Polynomials Learn Better Image Features, "
                    + "TR 1337, Univ. Montreal 2009; Elliott 1993",
            },
            new("scaled_softsign", "a*x/(b + abs(x))", Learned("a", 1), Learned("b", 1, Positive))
            {
                Year = 2023,
                Citation = "Pishchik, Trainable activations for image classification, preprints 202301.0463",
                StartsAs = "softsign",
            },
            new("softsign_plus", "x/(1 + sqrt(x^2 + epsilon))", Fixed("epsilon", 0.01, Positive))
            {
                Year = 2022,
                Citation = "Pan, square-root-based (mollified) AFs; Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 4",
                Remark = "The sources give no default; this one is ours.",
            },
            new("elliott", "0.5*s*x/(1 + abs(s*x)) + 0.5", Fixed("s", 1, Positive))
            {
                Year = 1993,
                Citation = "Elliott, A Better Activation Function for Artificial Neural Networks, ISR TR 93-8, "
                    + "Univ. Maryland 1993",
            },
            new("elliott_symmetric", "s*x/(1 + abs(s*x))", Fixed("s", 1, Positive))
            {
                Year = 1993,
                Citation = "Elliott 1993",
                StartsAs = "softsign",
                AlsoKnownAs =
                [
                    new("algebraic_sigmoid_abs") { Citation = Survey("eq. 38") },
                ],
            },
            new("mishra", "0.5*(x/(1 + abs(x)))^2 + 0.5*x/(1 + abs(x))")
            {
                Citation = Survey("section 3.11 (Mishra AF)"),
            },
            new("rootsig", "a*x/(1 + sqrt(1 + (a*x)^2))", Fixed("a", 1, Positive))
            {
                Citation = Survey("section 3.2.25 (rootsig)"),
            },
            new("algebraic_sigmoid_sqrt", "a*x/sqrt(1 + (a*x)^2)", Fixed("a", 1, Positive))
            {
                Citation = Survey("eq. 39"),
                StartsAs = "isru",
            },
            new("algebraic_sigmoid_ratio", "x/(a + abs(x))", Fixed("a", 1, Positive))
            {
                Citation = Survey("eq. 37"),
                StartsAs = "softsign",
            },
            new("generalized_algebraic_sigmoid", "x/(1 + abs(x)^k)^(1/k)", Fixed("k", 2, Positive))
            {
                Year = 1996,
                Citation = "Menon, characterization of a class of sigmoid functions, Neural Networks 9(5)",
                StartsAs = "isru",
            },
            new("isru", "x/sqrt(1 + alpha*x^2)", Learned("alpha", 1, ParameterDomain.Positive))
            {
                Year = 2017,
                Citation = "Carlile et al., Improving Deep Learning by Inverse Square Root Linear Units (ISRLUs), "
                    + "arXiv:1710.09967",
            },
            new("step_plus", "0.5*(1 + x/sqrt(x^2 + epsilon))", Fixed("epsilon", 0.01, Positive))
            {
                Year = 2022,
                Citation = "Pan, square-root-based (mollified) AFs; Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 4",
                Remark = "The sources give no default; this one is ours.",
            },
            new("bipolar_plus", "x/sqrt(x^2 + epsilon)", Fixed("epsilon", 0.01, Positive))
            {
                Year = 2022,
                Citation = "Pan, square-root-based (mollified) AFs; Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 4",
                Remark = "The sources give no default; this one is ours.",
            },
            new("brelu_plus",
                "0.5*((x + sqrt(x^2 + epsilon)) + (x - 1 + sqrt((x - 1)^2 + epsilon)))/(sqrt(x^2 + epsilon) + "
                    + "sqrt((x - 1)^2 + epsilon))",
                Fixed("epsilon", 0.01, Positive))
            {
                Year = 2022,
                Citation = "Pan, square-root-based (mollified) AFs; Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 4",
                Remark = "The sources give no default; this one is ours.",
            },
            new("hardtanh_plus",
                "2*x/(sqrt((x - 1)^2 + epsilon) + sqrt((x + 1)^2 + epsilon))",
                Fixed("epsilon", 0.01, Positive))
            {
                Year = 2022,
                Citation = "Pan, square-root-based (mollified) AFs; Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 4",
                Remark = "The sources give no default; this one is ours.",
            },
            new("arctan", "atan(x)")
            {
                Year = 1998,
                Citation = "classical; Kunc & Kléma, Three Decades of Activations, arXiv:2402.09092, section 3.2.4",
            },
            new("arctan_golden_ratio", "atan(x)/g", Fixed("g", 1.618033988749895, Positive))
            {
                Year = 2022,
                Citation = "Sivri, arctangent variations, Electronics 11(2):267",
            },
            new("arctan_pi_scaled", "2*atan(pi*x/2)/pi")
            {
                Year = 1993,
                Citation = "classical normalised arctangent (unit slope at 0, range (-1,1))",
            },
            new("arctan_silu", "atan(x*sigmoid(x))") { Citation = Survey("section 3.3.25 (ASiLU)") },
        ]);
}
