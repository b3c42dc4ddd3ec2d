using System.Globalization;
using System.Text.Json;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Json;
using Microsoft.Data.Sqlite;

namespace Hillock.Lab.Runs;

/// <summary>Finished runs in an SQLite file, each under the hash of its configuration.</summary>
/// <remarks>
/// <para>The file has two tables. <c>runs</c> has a row a run of a comparison, with its configuration and its result as
/// JSON in the names of <see cref="RunConfiguration"/> and <see cref="RunResult"/> in snake_case; <c>steps</c> has a row a
/// step of an experiment of the laboratory. The header of the file holds the application id 0x484C434B and the version
/// of the schema.</para>
/// <para>Threads and processes may use one store at the same time. A saved run outlives the end of the process at any
/// moment; a power cut may lose the latest runs but leaves a whole store.</para>
/// </remarks>
public sealed class RunStore : IDisposable
{
    private const int SecondsToWaitForOthers = 30;
    private const string Columns =
        "id, function, data, seed, score, diverged_at, training_seconds, finished, code, machine, configuration";

    private readonly SqliteConnection _connection;
    private readonly Lock _lock = new();

    private RunStore(string path, SqliteConnection connection) => (Path, _connection) = (path, connection);

    /// <summary>Where stores are unless said otherwise: the file that the environment variable HILLOCK_STORE names, or
    /// <c>.hillock/runs.db</c> in the user's folder.</summary>
    public static string DefaultPath =>
        Environment.GetEnvironmentVariable("HILLOCK_STORE") is { Length: > 0 } named
            ? named
            : System.IO.Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".hillock", "runs.db");

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Opens a store, and makes it if there is none.</summary>
    /// <exception cref="StoreException">The file is not a store, is of a newer version, or cannot be used.</exception>
    public static RunStore Open(string path)
    {
        MakeFolder(path);
        return Open(path, SqliteOpenMode.ReadWriteCreate);
    }

    /// <summary>Opens a store that is there already.</summary>
    /// <exception cref="StoreException">There is none, or it cannot be used.</exception>
    public static RunStore OpenExisting(string path) => File.Exists(path) || Directory.Exists(path)
        ? Open(path, SqliteOpenMode.ReadWrite)
        : throw new StoreException($"{path}: there is no run store here yet; 'hillock compare' makes one.");

    /// <summary>The result of this configuration, or null where it has not been run.</summary>
    public RunResult? Find(RunConfiguration configuration) => Query(
        "SELECT result FROM runs WHERE key = $key",
        [("$key", configuration.Key())],
        row => JsonSerializer.Deserialize(row.GetString(0), RunJsonContext.Default.RunResult)!).FirstOrDefault();

    /// <summary>Saves a finished run. Where another process has saved the same configuration first, its run
    /// stays.</summary>
    /// <param name="configuration">What the result depends on.</param>
    /// <param name="function">The function as it was asked for.</param>
    /// <param name="data">The data set as it was asked for.</param>
    /// <param name="result">The run.</param>
    public void Add(RunConfiguration configuration, string function, string data, RunResult result) => Change(
        """
        INSERT INTO runs (key, function, data, seed, score, diverged_at, training_seconds,
            finished, code, build, machine, configuration, result)
        VALUES ($key, $function, $data, $seed, $score, $diverged, $seconds,
            $finished, $code, $build, $machine, $configuration, $result)
        ON CONFLICT (key) DO NOTHING
        """,
        [
            ("$key", configuration.Key()),
            ("$function", function),
            ("$data", data),
            ("$seed", result.Seed),
            ("$score", result.FinalScore),
            ("$diverged", result.DivergedAtEpoch),
            ("$seconds", result.TrainingTime.TotalSeconds),
            ("$finished", Now()),
            ("$code", CodeVersion.Name),
            ("$build", configuration.Build),
            ("$machine", MachineDescription.Of()),
            ("$configuration", configuration.ToJson()),
            ("$result", JsonSerializer.Serialize(result, RunJsonContext.Default.RunResult)),
        ]);

    /// <summary>The runs that fit, oldest first.</summary>
    public IReadOnlyList<StoredRun> List(RunFilter filter)
    {
        var (condition, values) = Where(filter);
        return Query($"SELECT {Columns} FROM runs {condition} ORDER BY id", values, ReadRun);
    }

    /// <summary>The result of the run of a number.</summary>
    /// <exception cref="StoreException">There is no such run.</exception>
    public RunResult ResultOf(long id) => Query(
        "SELECT result FROM runs WHERE id = $id",
        [("$id", id)],
        row => JsonSerializer.Deserialize(row.GetString(0), RunJsonContext.Default.RunResult)!).FirstOrDefault()
        ?? throw new StoreException($"{Path}: there is no run {id} in this store.");

    /// <summary>Deletes the runs that fit.</summary>
    /// <returns>How many they were.</returns>
    public int Delete(RunFilter filter)
    {
        var (condition, values) = Where(filter);
        return Change($"DELETE FROM runs {condition}", values);
    }

    /// <summary>The result of this step of an experiment as JSON, or null where it has not been worked.</summary>
    internal string? FindStep(StepKey step) => Query(
        "SELECT result FROM steps WHERE key = $key", [("$key", step.Hash())], row => row.GetString(0)).FirstOrDefault();

    /// <summary>Saves a finished step. Where another process has saved the same step first, its result stays.</summary>
    internal void AddStep(StepKey step, string result, TimeSpan duration) => Change(
        """
        INSERT INTO steps (key, experiment, seconds, finished, build, configuration, result)
        VALUES ($key, $experiment, $seconds, $finished, $build, $configuration, $result)
        ON CONFLICT (key) DO NOTHING
        """,
        [
            ("$key", step.Hash()),
            ("$experiment", step.Experiment),
            ("$seconds", duration.TotalSeconds),
            ("$finished", Now()),
            ("$build", CodeVersion.Build),
            ("$configuration", step.Configuration),
            ("$result", result),
        ]);

    /// <summary>Deletes the steps of experiments that other builds of Hillock have worked.</summary>
    /// <returns>How many they were.</returns>
    public int DeleteStepsOfOtherBuilds() =>
        Change("DELETE FROM steps WHERE build <> $build", [("$build", CodeVersion.Build)]);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _connection.Dispose();

    /// <summary>Lets the file grow no further, as a full disk does; for tests.</summary>
    internal void Fill() => Change("PRAGMA max_page_count = 1", []);

    private static string Now() => DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture);

    private static void MakeFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new StoreException($"{path}: the folder of this run store cannot be made ({e.Message})", e);
        }
    }

    private static RunStore Open(string path, SqliteOpenMode mode)
    {
        if (Directory.Exists(path))
            throw new StoreException($"{path}: this is a folder, not a run store.");
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = System.IO.Path.GetFullPath(path),
            Mode = mode,
            DefaultTimeout = SecondsToWaitForOthers,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            StoreSchema.Prepare(connection, path);
            return new RunStore(path, connection);
        }
        catch (Exception e)
        {
            connection.Dispose();
            if (e is SqliteException mistake)
                throw StoreMistake.Of(path, mistake);
            throw;
        }
    }

    private static (string Condition, List<(string, object?)> Values) Where(RunFilter filter)
    {
        var conditions = new List<string>();
        var values = new List<(string, object?)>();
        if (filter.Ids.Count > 0)
            conditions.Add($"id IN ({string.Join(", ", filter.Ids)})");
        Add("function = $function", "$function", filter.Function);
        Add("data = $data", "$data", filter.Data);
        Add("build <> $build", "$build", filter.OtherBuilds ? CodeVersion.Build : null);
        return (conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions), values);

        void Add(string condition, string name, string? value)
        {
            if (value is null)
                return;
            conditions.Add(condition);
            values.Add((name, value));
        }
    }

    private static StoredRun ReadRun(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Function = row.GetString(1),
        Data = row.GetString(2),
        Seed = row.GetInt32(3),
        Score = row.IsDBNull(4) ? null : row.GetDouble(4),
        DivergedAtEpoch = row.IsDBNull(5) ? null : row.GetInt32(5),
        TrainingTime = SecondsConverter.Span(row.GetDouble(6)),
        Finished = DateTimeOffset.Parse(row.GetString(7), CultureInfo.InvariantCulture),
        Code = row.GetString(8),
        Machine = row.GetString(9),
        Configuration = JsonSerializer.Deserialize(row.GetString(10), RunJsonContext.Default.RunConfiguration)!,
    };

    private List<T> Query<T>(
        string sql, IReadOnlyList<(string, object?)> values, Func<SqliteDataReader, T> read) =>
        Run(sql, values, command =>
        {
            var rows = new List<T>();
            using var reader = command.ExecuteReader();
            while (reader.Read())
                rows.Add(read(reader));
            return rows;
        });

    private int Change(string sql, IReadOnlyList<(string, object?)> values) =>
        Run(sql, values, command => command.ExecuteNonQuery());

    private T Run<T>(string sql, IReadOnlyList<(string Name, object? Value)> values, Func<SqliteCommand, T> run)
    {
        lock (_lock)
        {
            try
            {
                using var command = _connection.CreateCommand();
                command.CommandText = sql;
                foreach (var (name, value) in values)
                    command.Parameters.AddWithValue(name, value ?? DBNull.Value);
                return run(command);
            }
            catch (SqliteException e)
            {
                throw StoreMistake.Of(Path, e);
            }
            catch (JsonException e)
            {
                throw new StoreException($"{Path}: a run of this store cannot be read ({e.Message})", e);
            }
        }
    }
}
