namespace Hillock.Benchmarks.Peers;

/// <summary>The peers that load on this machine; of the others, why they do not.</summary>
internal sealed class PeerSet : IDisposable
{
    private readonly List<IPeer> _peers = [];
    private readonly List<string> _missing = [];

    /// <summary>Loads them.</summary>
    /// <param name="threads">The threads of each.</param>
    /// <param name="isEmpty">Whether none is wanted.</param>
    public PeerSet(int threads, bool isEmpty)
    {
        Threads = threads;
        if (isEmpty)
            return;
        Add("copy", () => new Copy());
        Add("TensorPrimitives", () => new TensorPrimitivesPeer());
        Add("libtorch", () => new LibtorchPeer(threads));
        Add("onnxruntime", () => new OnnxRuntimePeer(threads));
    }

    public int Threads { get; }

    public IReadOnlyList<IPeer> Peers => _peers;

    /// <summary>One sentence a peer that is left out.</summary>
    public IReadOnlyList<string> Missing => _missing;

    public void Dispose() => _peers.ForEach(p => p.Dispose());

    // Whatever a native library throws while it loads, the others can still race.
#pragma warning disable CA1031
    private void Add(string name, Func<IPeer> load)
    {
        try
        {
            var peer = load();
            if (Threads == 1 || peer.IsThreaded) _peers.Add(peer);
            else peer.Dispose();
        }
        catch (Exception e)
        {
            var cause = e.GetBaseException();
            _missing.Add($"{name} is left out: {cause.GetType().Name}, {cause.Message.Split('\n')[0]}");
        }
    }
#pragma warning restore CA1031
}
