using System.Runtime.InteropServices;

namespace Hillock.Benchmarks.Peers;

/// <summary>libtorch's operators, called at their exported C++ entry points.</summary>
/// <remarks>TorchSharp exposes no backward functions, and builds some forward ones (mish) from several operators. The
/// entry points are those that libtorch's own autograd calls. A tensor argument is a pointer to an at::Tensor, which
/// is what TorchSharp's handles are; the result goes to the address in the first argument (System V calling
/// convention).</remarks>
internal sealed unsafe partial class Aten(nint library)
{
    private const string Tensor = "RKNS_6TensorE", Again = "S4_", Scalar = "RKN3c106ScalarE", ScalarAgain = "S8_";
    private const string Text = "St17basic_string_viewIcSt11char_traitsIcEE";

    /// <summary>One operator with its arguments bound; gives a new at::Tensor*.</summary>
    public delegate nint Call();

    // After one tensor or two the mangled name of a repeated type is shorter; all signatures here fit these forms.
    public Call Unary(string name, nint x)
    {
        var f = (delegate* unmanaged<nint, nint, void>)Find(name, Tensor);
        return () =>
        {
            var result = Place();
            f(result, x);
            return result;
        };
    }

    public Call Unary(string name, nint x, double a)
    {
        var f = (delegate* unmanaged<nint, nint, nint, void>)Find(name, Tensor + Scalar);
        var sa = FromDouble(a);
        return () =>
        {
            var result = Place();
            f(result, x, sa);
            return result;
        };
    }

    public Call Unary(string name, nint x, double a, double b)
    {
        var f = (delegate* unmanaged<nint, nint, nint, nint, void>)Find(name, Tensor + Scalar + ScalarAgain);
        var (sa, sb) = (FromDouble(a), FromDouble(b));
        return () =>
        {
            var result = Place();
            f(result, x, sa, sb);
            return result;
        };
    }

    public Call Unary(string name, nint x, double a, double b, double c)
    {
        var f = (delegate* unmanaged<nint, nint, nint, nint, nint, void>)Find(
            name, Tensor + Scalar + ScalarAgain + ScalarAgain);
        var (sa, sb, sc) = (FromDouble(a), FromDouble(b), FromDouble(c));
        return () =>
        {
            var result = Place();
            f(result, x, sa, sb, sc);
            return result;
        };
    }

    public Call Unary(string name, nint x, string text)
    {
        var f = (delegate* unmanaged<nint, nint, View, void>)Find(name, Tensor + Text);
        var view = new View(text);
        return () =>
        {
            var result = Place();
            f(result, x, view);
            return result;
        };
    }

    public Call Binary(string name, nint a, nint b)
    {
        var f = (delegate* unmanaged<nint, nint, nint, void>)Find(name, Tensor + Again);
        return () =>
        {
            var result = Place();
            f(result, a, b);
            return result;
        };
    }

    public Call Binary(string name, nint a, nint b, double s)
    {
        var f = (delegate* unmanaged<nint, nint, nint, nint, void>)Find(name, Tensor + Again + Scalar);
        var scalar = FromDouble(s);
        return () =>
        {
            var result = Place();
            f(result, a, b, scalar);
            return result;
        };
    }

    public Call Binary(string name, nint a, nint b, double s, double t)
    {
        var f = (delegate* unmanaged<nint, nint, nint, nint, nint, void>)Find(name, Tensor + Again + Scalar + ScalarAgain);
        var (ss, st) = (FromDouble(s), FromDouble(t));
        return () =>
        {
            var result = Place();
            f(result, a, b, ss, st);
            return result;
        };
    }

    public Call Binary(string name, nint a, nint b, string text)
    {
        var f = (delegate* unmanaged<nint, nint, nint, View, void>)Find(name, Tensor + Again + Text);
        var view = new View(text);
        return () =>
        {
            var result = Place();
            f(result, a, b, view);
            return result;
        };
    }

    public Call LeakyReluBackward(nint gradient, nint x, double slope)
    {
        var f = (delegate* unmanaged<nint, nint, nint, nint, byte, void>)Find(
            "leaky_relu_backward", Tensor + Again + Scalar + "b");
        var s = FromDouble(slope);
        return () =>
        {
            var result = Place();
            f(result, gradient, x, s, 0);
            return result;
        };
    }

    public Call EluBackward(nint gradient, nint x, double alpha, double scale, double inputScale)
    {
        var f = (delegate* unmanaged<nint, nint, nint, nint, nint, byte, nint, void>)Find(
            "elu_backward", Tensor + Scalar + ScalarAgain + ScalarAgain + "b" + Again);
        var (a, s, i) = (FromDouble(alpha), FromDouble(scale), FromDouble(inputScale));
        return () =>
        {
            var result = Place();
            f(result, gradient, a, s, i, 0, x);
            return result;
        };
    }

    public Call LogSigmoidBackward(nint gradient, nint x, nint buffer)
    {
        var f = (delegate* unmanaged<nint, nint, nint, nint, void>)Find(
            "log_sigmoid_backward", Tensor + Again + Again);
        return () =>
        {
            var result = Place();
            f(result, gradient, x, buffer);
            return result;
        };
    }

    [LibraryImport("LibTorchSharp", EntryPoint = "THSTensor_dispose")]
    public static partial void Free(nint tensor);

    [LibraryImport("LibTorchSharp", EntryPoint = "THSTensor_data")]
    public static partial nint Data(nint tensor);

    [LibraryImport("LibTorchSharp", EntryPoint = "THSTorch_float64_to_scalar")]
    private static partial nint FromDouble(double value);

    // THSTensor_dispose deletes the at::Tensor, so its place must come from the C heap.
    private static nint Place() => (nint)NativeMemory.Alloc((nuint)sizeof(nint));

    private nint Find(string name, string signature) =>
        NativeLibrary.GetExport(library, $"_ZN2at4_ops{name.Length}{name}4callE{signature}");

    /// <summary>A std::string_view as libstdc++ lays it out. The text lives as long as the process.</summary>
    private readonly struct View(string text)
    {
        private readonly nint _length = text.Length;
        private readonly nint _characters = Marshal.StringToCoTaskMemUTF8(text);
    }
}
