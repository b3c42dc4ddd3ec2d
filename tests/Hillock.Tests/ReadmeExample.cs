namespace Hillock.Tests;

/// <summary>The example of the README, run as it stands there.</summary>
internal static class ReadmeExample
{
    public static void Run()
    {
        // begin
        var mine = Activation.Parse("x*sigmoid(beta*x) where learned beta=1.7");
        float[] x = [-6, -1, 0, 2], y = new float[4], dx = new float[4];
        double[] dBeta = [0];
        var kernel = mine.Kernel<float>();
        kernel.Value(x, y);
        kernel.Backward(x, upstream: [1, 1, 1, 1], dx, parameters: [1.7], dBeta);
        Console.WriteLine($"f' = {mine.Derivative()}");
        Console.WriteLine($"f(2) = {y[3]}, f'(-1) = {dx[1]}, dL/dbeta = {dBeta[0]:F6}");
        // end
    }
}
