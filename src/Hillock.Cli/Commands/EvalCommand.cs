using System.CommandLine;
using Hillock.Cli.Output;
using Hillock.Kernels.Groups;
using Hillock.Lab.Data;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock eval</c>: values and derivatives at points, or over a whole NumPy file.</summary>
internal static class EvalCommand
{
    public static Command Create(Terminal terminal)
    {
        var function = CommonOptions.Function();
        var at = new Option<string?>("--at")
        {
            Description = "Points between commas, as in \"-2,-1,0.5\"; for a function of several elements they are one line.",
            HelpName = "points",
        };
        var input = new Option<string?>("--input")
        {
            Description = "A NumPy file (.npy) of type <f4 or <f8.",
            HelpName = "x.npy",
        };
        var output = new Option<string?>("--output")
        {
            Description = "Where the results go, with the shape and type of the input.",
            HelpName = "y.npy",
        };
        var derivative = CommonOptions.Derivative();
        var parameter = new Option<string?>("--with-respect-to")
        {
            Description = "The parameter to differentiate by instead of x.",
            HelpName = "p",
        };
        var axis = new Option<int?>("--axis")
        {
            Description = "The axis of a function of several elements; -1 is the last, which holds unless another is given.",
            HelpName = "a",
        };
        var masked = new Option<bool>("--masked")
        {
            Description = "Let a line that is masked altogether (all -inf for softmax) have no weights instead of NaN.",
        };
        var oneHot = new Option<bool>("--one-hot")
        {
            Description = "Let a single +inf take all the weight of its line instead of making it NaN.",
        };
        var seed = new Option<ulong?>("--seed")
        {
            Description = "Evaluate as in training, with the noise of this seed; without it, as in evaluation.",
            HelpName = "n",
        };
        var definitions = new DefinitionsOption();
        var json = CommonOptions.Json();
        var command = new Command("eval", "Evaluate a function or its derivatives.")
        {
            function, at, input, output, derivative, parameter, axis, masked, oneHot, seed, definitions, json,
        };
        command.SetAction(result =>
        {
            var evaluation = Evaluation(result);
            switch (result.GetValue(at), result.GetValue(input), result.GetValue(output))
            {
                case ({ } points, null, null):
                    EvaluatePoints(terminal, evaluation, Numbers.ParseList(points, "--at"), result.GetValue(json));
                    break;
                case (null, { } from, { } to):
                    EvaluateFile(terminal, evaluation, from, to, result.GetValue(json));
                    break;
                default:
                    throw new UsageException("Give either --at POINTS, or --input x.npy and --output y.npy.");
            }

            return CommandLine.Success;
        });
        return command;

        Evaluation Evaluation(ParseResult result)
        {
            var (text, defined) = (result.GetRequiredValue(function), definitions.Of(result));
            var (order, by) = (result.GetValue(derivative), result.GetValue(parameter));
            var special = (result.GetValue(masked) ? SpecialLines.Masked : 0)
                | (result.GetValue(oneHot) ? SpecialLines.OneHot : 0);
            var isGroup = GroupFunction.IsMeantBy(text);
            if ((isGroup || result.GetValue(seed) is not null) && (order != 0 || by is not null))
                throw new UsageException("--derivative and --with-respect-to are for functions of one element without noise.");
            if (isGroup)
                return new GroupEvaluation(
                    GroupFunction.Parse(text, defined), result.GetValue(axis) ?? -1, special, result.GetValue(seed));
            if (result.GetValue(axis) is not null || special != 0)
                throw new UsageException("--axis, --masked and --one-hot are for functions of several elements.");
            if (result.GetValue(seed) is { } noise) return new NoisyEvaluation(NoisyActivation.Parse(text, defined), noise);
            var activation = NoisyActivation.IsMeantBy(text)
                ? NoisyActivation.Parse(text, defined).Evaluation
                : Activation.Parse(text, defined);
            return ActivationEvaluation.Of(activation, order, by);
        }
    }

    private static void EvaluatePoints(Terminal terminal, Evaluation evaluation, double[] x, bool json)
    {
        var y = evaluation.Of(new NumpyArray<double>(x, [x.Length])).Values;
        if (json)
        {
            terminal.WriteJson(new { evaluation.Function, evaluation.Quantity, X = x, Y = y });
            return;
        }

        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("x").RightAligned())
            .AddColumn(new TableColumn(Markup.Escape(evaluation.Quantity)).RightAligned());
        for (var i = 0; i < Math.Max(x.Length, y.Length); i++) table.AddRow(Cell(x, i), Cell(y, i));
        terminal.Console.Write(table);
    }

    private static string Cell(double[] numbers, int i) => i < numbers.Length ? Numbers.Long(numbers[i]) : "";

    private static void EvaluateFile(Terminal terminal, Evaluation evaluation, string input, string output, bool json)
    {
        NumpyArray result = NumpyFile.Read(input) switch
        {
            NumpyArray<float> singles => evaluation.Of(singles),
            NumpyArray<double> doubles => evaluation.Of(doubles),
            var other => throw new InvalidOperationException($"A NumPy file gave {other.GetType().Name}."),
        };
        if (result is NumpyArray<float> single) NumpyFile.Write(output, single);
        else NumpyFile.Write(output, (NumpyArray<double>)result);
        var elements = result.Shape.Aggregate(1, (product, length) => product * length);
        var (function, quantity) = (evaluation.Function, evaluation.Quantity);
        if (json) terminal.WriteJson(new { Function = function, Quantity = quantity, Elements = elements, Output = output });
        else terminal.WriteLine($"{quantity} of {function} for {elements} elements, written to {output}");
    }
}
