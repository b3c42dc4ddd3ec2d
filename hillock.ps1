# Builds Hillock when a source file is newer than the last build, then runs the command line with all arguments.
$ErrorActionPreference = 'Stop'
$program = Join-Path $PSScriptRoot 'artifacts/bin/Hillock.Cli/release/Hillock.Cli.dll'
$stamp = Join-Path $PSScriptRoot 'artifacts/.built'

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine("hillock: the .NET 10 SDK is needed but there is no 'dotnet' on the PATH; install it and run this again.")
    exit 2
}
if (-not (dotnet --list-sdks | Select-String '^10\.')) {
    [Console]::Error.WriteLine("hillock: the .NET 10 SDK is needed; 'dotnet --list-sdks' shows none of version 10.")
    exit 2
}

function Test-NeedsBuild {
    if (-not (Test-Path $program) -or -not (Test-Path $stamp)) { return $true }
    $built = (Get-Item $stamp).LastWriteTimeUtc
    $sources = 'src', 'data', 'Directory.Build.props', 'Directory.Packages.props', 'global.json' |
        ForEach-Object { Join-Path $PSScriptRoot $_ }
    $newer = Get-ChildItem $sources -Recurse -File | Where-Object LastWriteTimeUtc -gt $built | Select-Object -First 1
    return [bool]$newer
}

if (Test-NeedsBuild) {
    [Console]::Error.WriteLine('Building Hillock (only when sources have changed) ...')
    $log = dotnet build (Join-Path $PSScriptRoot 'src/Hillock.Cli') -c Release --nologo -v quiet 2>&1
    if ($LASTEXITCODE -ne 0) {
        $log | ForEach-Object { [Console]::Error.WriteLine($_) }
        [Console]::Error.WriteLine('hillock: the build failed; see above.')
        exit 1
    }
    New-Item -ItemType File -Path $stamp -Force | Out-Null
}

dotnet $program @args
exit $LASTEXITCODE
