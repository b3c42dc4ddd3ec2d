#!/usr/bin/env bash
# Builds the benchmarks and runs them:
#   ./bench.sh kernels [--json FILE] [--quick] [--functions a,b] [--precision accurate,fast] [--threads 1,2] [--alone]
#   ./bench.sh training [--json FILE] [--quick] [--networks 2-8-8-2,64-64-64-10] [--threads 1,2]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
output="$root/artifacts/bin/Hillock.Benchmarks/release_linux-x64"

if ! command -v dotnet >/dev/null 2>&1 || ! dotnet --list-sdks | grep -q '^10\.'; then
    echo "bench.sh: the .NET 10 SDK is needed but 'dotnet --list-sdks' shows none of version 10; install it and run this again." >&2
    exit 2
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! dotnet build "$root/bench/Hillock.Benchmarks" -c Release --nologo -v quiet >"$log" 2>&1; then
    cat "$log" >&2
    echo "bench.sh: the build failed; see above." >&2
    exit 1
fi

# libtorch wants a newer libstdc++ than some systems have. If this cannot help, libtorch is left out and named.
preload=
if ! grep -qs GLIBCXX_3.4.32 /usr/lib/x86_64-linux-gnu/libstdc++.so.6 /usr/lib64/libstdc++.so.6; then
    preload=$("$root/bench/libtorch-on-old-libstdcxx.sh" "$output" "$root/artifacts") || preload=
fi

# libtorch takes its results from malloc. Left alone, malloc hands large ones back to the system each time and libtorch
# would be timed on page faults; with these two it keeps them.
export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=17179869184
export HILLOCK_BENCH_FOLDER="$root/bench" HILLOCK_BENCH_SDK
HILLOCK_BENCH_SDK=$(dotnet --version)
LD_PRELOAD=$preload dotnet "$output/Hillock.Benchmarks.dll" "$@"
