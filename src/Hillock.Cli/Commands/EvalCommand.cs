using System.CommandLine;
using System.Numerics;
using Hillock.Cli.Output;
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
            Description = "Points between commas, as in \"-2,-1,0.5\".",
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
        var definitions = new DefinitionsOption();
        var json = CommonOptions.Json();
        var command = new Command("eval", "Evaluate an activation or its derivatives.")
        {
            function, at, input, output, derivative, parameter, definitions, json,
        };
        command.SetAction(result =>
        {
            var activation = Activation.Parse(result.GetRequiredValue(function), definitions.Of(result));
            var quantity = Quantity.Of(activation, result.GetValue(derivative), result.GetValue(parameter));
            switch (result.GetValue(at), result.GetValue(input), result.GetValue(output))
            {
                case ({ } points, null, null):
                    EvaluatePoints(terminal, quantity, Numbers.ParseList(points, "--at"), result.GetValue(json));
                    break;
                case (null, { } from, { } to):
                    EvaluateFile(terminal, quantity, from, to, result.GetValue(json));
                    break;
                default:
                    throw new UsageException("Give either --at POINTS, or --input x.npy and --output y.npy.");
            }

            return CommandLine.Success;
        });
        return command;
    }

    private static void EvaluatePoints(Terminal terminal, Quantity quantity, double[] x, bool json)
    {
        var y = quantity.Evaluate<double>(x);
        if (json)
        {
            terminal.WriteJson(new { Function = quantity.Activation.Id, Quantity = quantity.Name, X = x, Y = y });
            return;
        }

        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("x").RightAligned())
            .AddColumn(new TableColumn(Markup.Escape(quantity.Name)).RightAligned());
        for (var i = 0; i < x.Length; i++) table.AddRow(Numbers.Long(x[i]), Numbers.Long(y[i]));
        terminal.Console.Write(table);
    }

    private static void EvaluateFile(Terminal terminal, Quantity quantity, string input, string output, bool json)
    {
        var elements = NumpyFile.Read(input) switch
        {
            NumpyArray<float> singles => Write(quantity, output, singles),
            NumpyArray<double> doubles => Write(quantity, output, doubles),
            var other => throw new InvalidOperationException($"A NumPy file gave {other.GetType().Name}."),
        };
        var (function, name) = (quantity.Activation.Id, quantity.Name);
        if (json) terminal.WriteJson(new { Function = function, Quantity = name, Elements = elements, Output = output });
        else terminal.WriteLine($"{name} of {function} for {elements} elements, written to {output}");
    }

    private static int Write<T>(Quantity quantity, string output, NumpyArray<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        NumpyFile.Write(output, new NumpyArray<T>(quantity.Evaluate<T>(x.Values), x.Shape));
        return x.Values.Length;
    }

    /// <summary>What is evaluated: a derivative in x of some order, or one in a parameter.</summary>
    private sealed record Quantity(Activation Activation, string Name, int Order, int? Parameter)
    {
        public static Quantity Of(Activation activation, int order, string? parameter)
        {
            CommonOptions.CheckOrder(order);
            if (parameter is null) return new Quantity(activation, Label(order), order, null);
            if (order != 0) throw new UsageException("Give either --derivative or --with-respect-to, not both.");
            if (activation.Parameters.All(p => p.Name != parameter))
                throw new UsageException(activation.Parameters.Count == 0
                    ? $"{activation.Id} has no parameters to differentiate by."
                    : $"{activation.Id} has no parameter '{parameter}'; it has "
                        + string.Join(", ", activation.Parameters.Select(p => p.Name)) + ".");
            return new Quantity(activation, $"∂f/∂{parameter}", 0, activation.IndexOf(parameter));
        }

        public T[] Evaluate<T>(ReadOnlySpan<T> x)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var y = new T[x.Length];
            if (Parameter is { } p) Activation.Kernel<T>().ParameterDerivative(p, x, y);
            else Activation.Kernel<T>().Derivative(Order, x, y);
            return y;
        }

        private static string Label(int order) => order switch
        {
            0 => "f(x)",
            1 => "f′(x)",
            2 => "f″(x)",
            // Orders of two digits are not offered.
            _ => $"f⁽{"⁰¹²³⁴⁵⁶⁷⁸⁹"[order]}⁾(x)",
        };
    }
}
