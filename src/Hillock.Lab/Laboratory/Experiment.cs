using Hillock.Lab.Laboratory.Results;

namespace Hillock.Lab.Laboratory;

/// <summary>A claim about activations that can be put to the test.</summary>
/// <remarks>An experiment holds no state: <see cref="Run"/> takes all it needs from its <see cref="Workbench"/> and may
/// run many times.</remarks>
public abstract class Experiment
{
    /// <summary>The name on the command line, such as <c>zero-centred</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What is asked, in one sentence.</summary>
    public abstract string Question { get; }

    /// <summary>What the founding text, or the paper, claims.</summary>
    public abstract string Claim { get; }

    /// <summary>How near to the source it comes.</summary>
    public abstract Rate Rate { get; }

    /// <summary>What counts as holding, in words.</summary>
    public abstract string Criterion { get; }

    /// <summary>Papers, with section or equation.</summary>
    public abstract IReadOnlyList<string> Sources { get; }

    /// <summary>What there may be more or less of; empty where the experiment has one length only.</summary>
    public virtual IReadOnlyList<Length> Lengths => [];

    /// <summary>Whether functions of the user can be looked at beside those of the claim.</summary>
    public virtual bool TakesFunctions => false;

    /// <summary>Whether the user may choose a function to approximate.</summary>
    public virtual bool TakesTarget => false;

    /// <summary>About how long it takes at full length on two cores; for the list.</summary>
    public abstract TimeSpan UsualTime { get; }

    /// <summary>What is done, term by term: networks, data, optimiser, what is measured.</summary>
    /// <param name="settings">The lengths and the seed of this run.</param>
    public abstract IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings);

    /// <summary>Runs it.</summary>
    public abstract Findings Run(Workbench bench);
}

/// <summary>One line of a protocol.</summary>
/// <param name="Term">What is described: “network”, “data”, ….</param>
/// <param name="Text">How it is.</param>
public sealed record ProtocolLine(string Term, string Text);
