using Hillock.Benchmarks;
using Hillock.Benchmarks.Training;

Action run;
try
{
    if (args.FirstOrDefault() == "training")
    {
        var options = TrainingOptions.Read(args);
        run = () => TrainingBenchmark.Run(options);
    }
    else
    {
        var options = Options.Read(args);
        run = () => KernelBenchmark.Run(options);
    }
}
catch (ArgumentException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

run();
return 0;
