using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Hillock.Cli.Output;

/// <summary>Adds examples below the help of each command.</summary>
internal static class HelpExamples
{
    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        [""] =
        [
            "hillock compare relu tanh gelu \"x*sigmoid(1.7*x)\"",
            "hillock show gelu",
            "hillock eval gelu --at \"-6,-5.5,0,1\"",
        ],
        ["list"] =
        [
            "hillock list",
            "hillock list soft",
            "hillock list --where \"smooth and bounded_below and not monotone\"",
            "hillock list --where \"lipschitz <= 1 and hard_saturates_left\" --json",
            "hillock list --framework caffe",
            "hillock list --family definitions --definitions my.hillock",
        ],
        ["show"] =
        [
            "hillock show mish",
            "hillock show torch.nn.GELU",
            "hillock show gelu --why",
            "hillock show gelu --kernel",
            "hillock show \"swiglu gate last\"",
            "hillock show relu --plot relu.svg --html relu.html",
            "hillock show my_swish --definitions my.hillock",
            "hillock show \"leaky_relu(negative_slope=0.2)\"",
            "hillock show \"x*sigmoid(beta*x) where learned beta=1\" --json",
        ],
        ["eval"] =
        [
            "hillock eval gelu --at \"-6,-5.5\"",
            "hillock eval tanh --derivative 2 --at \"-1,0,1\"",
            "hillock eval swish --with-respect-to beta --at 0.5",
            "hillock eval silu --input x.npy --output y.npy",
            "hillock eval softmax --axis -1 --input x.npy --output y.npy",
            "hillock eval \"gated(x*sigmoid(1.7*x)) gate first\" --at \"1,2,3,4\"",
            "hillock eval rrelu --seed 7 --at \"-2,-1,1\"",
        ],
        ["plot"] =
        [
            "hillock plot mish --from -6 --to 3",
            "hillock plot gelu --derivative 1",
            "hillock plot relu gelu silu --output curves.svg",
        ],
        ["diff"] =
        [
            "hillock diff jax:gelu torch:gelu",
            "hillock diff keras:hard_sigmoid keras2:hard_sigmoid --out difference.svg",
        ],
        ["identify"] =
        [
            "hillock identify \"x/(1 + exp(-1.702*x))\"",
            "hillock identify \"3*tanh(x/2)\"",
        ],
        ["depth"] =
        [
            "hillock depth tanh --init lecun",
            "hillock depth gelu --layers 100 --width 512 --plot depth.svg",
            "hillock depth tanh --init critical --sigma-b 0.3",
        ],
        ["compare"] =
        [
            "hillock compare relu tanh sigmoid gelu \"x*sigmoid(1.7*x)\"",
            "hillock compare relu tanh gelu --data fashion-mnist --hidden 256,128 --epochs 10 --seeds 3",
            "hillock compare relu tanh --data spirals --hidden 16,16 --epochs 100",
            "hillock compare elu selu --data my-table.csv --out report",
            "hillock compare relu my_swish --definitions my.hillock",
            "hillock compare elu \"relu with batch-norm\" \"selu with init=lecun, alpha-dropout=0.05\" --hidden 128x8",
        ],
        ["lab"] =
        [
            "hillock lab",
            "hillock lab selu",
            "hillock lab glorot-2010 --updates 50000 --out glorot",
            "hillock lab universal-approximation --target \"sin(3*x)\" --function mish",
            "hillock lab all --quick --report lab",
        ],
        ["runs"] = ["hillock runs", "hillock runs --function gelu --data digits", "hillock runs --json"],
        ["runs show"] = ["hillock runs show 17"],
        ["runs export"] =
        [
            "hillock runs export --output runs.csv",
            "hillock runs export --curves --data fashion-mnist --output curves.csv",
        ],
        ["runs delete"] =
        [
            "hillock runs delete 17 18",
            "hillock runs delete --other-builds",
            "hillock runs delete --all",
        ],
        ["verify"] =
        [
            "hillock verify gelu \"x*sigmoid(1.7*x)\"",
            "hillock verify mish --exhaustive",
            "hillock verify tanh --type half",
            "hillock verify promised --exhaustive --markdown docs/accuracy.md --resume",
        ],
        ["data"] = ["hillock data", "hillock data fashion-mnist", "hillock data my-table.csv --json"],
    };

    /// <summary>Adds the examples to the command and all below it.</summary>
    public static void AddTo(RootCommand root)
    {
        if (root.Options.OfType<HelpOption>().FirstOrDefault() is { } help)
            help.Action = new HelpWithExamples(help.Action as HelpAction ?? new HelpAction());
    }

    /// <summary>Whether help is asked for, which makes missing arguments no mistake.</summary>
    public static bool IsAskedFor(ParseResult result) => result.Action is HelpWithExamples;

    private sealed class HelpWithExamples(HelpAction plain) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult result)
        {
            var output = result.InvocationConfiguration.Output;
            var code = WritePlain(result, output);
            if (!Examples.TryGetValue(PathOf(result.CommandResult.Command), out var examples)) return code;
            output.WriteLine(examples.Length == 1 ? "Example:" : "Examples:");
            foreach (var example in examples) output.WriteLine("  " + example);
            output.WriteLine();
            return code;
        }

        /// <summary>“runs show”: the words behind the name of the program.</summary>
        private static string PathOf(Command command) =>
            command.Parents.OfType<Command>().FirstOrDefault() is { } parent
                ? $"{PathOf(parent)} {command.Name}".TrimStart()
                : "";

        // The parser knows the program by the name of its file.
        private int WritePlain(ParseResult result, TextWriter output)
        {
            using var help = new StringWriter();
            result.InvocationConfiguration.Output = help;
            var code = plain.Invoke(result);
            result.InvocationConfiguration.Output = output;
            output.Write(help.ToString().Replace(RootCommand.ExecutableName, "hillock", StringComparison.Ordinal));
            return code;
        }
    }
}
