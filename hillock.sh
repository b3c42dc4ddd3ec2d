#!/usr/bin/env bash
# Builds Hillock when a source file is newer than the last build, then runs the command line with all arguments.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program="$root/artifacts/bin/Hillock.Cli/release/Hillock.Cli.dll"
stamp="$root/artifacts/.built"

if ! command -v dotnet >/dev/null 2>&1; then
    echo "hillock: the .NET 10 SDK is needed but there is no 'dotnet' on the PATH; install it and run this again." >&2
    exit 2
fi
if ! dotnet --list-sdks | grep -q '^10\.'; then
    echo "hillock: the .NET 10 SDK is needed; 'dotnet --list-sdks' shows none of version 10." >&2
    exit 2
fi

needs_build() {
    [ ! -f "$program" ] || [ ! -f "$stamp" ] && return 0
    [ -n "$(find "$root/src" "$root/data" "$root"/Directory.*.props "$root/global.json" -newer "$stamp" -print -quit)" ]
}

if needs_build; then
    log=$(mktemp)
    echo "Building Hillock (only when sources have changed) …" >&2
    if ! dotnet build "$root/src/Hillock.Cli" -c Release --nologo -v quiet >"$log" 2>&1; then
        cat "$log" >&2
        echo "hillock: the build failed; see above." >&2
        exit 1
    fi
    rm -f "$log"
    touch "$stamp"
fi

exec dotnet "$program" "$@"
