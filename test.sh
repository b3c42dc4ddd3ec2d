#!/usr/bin/env bash
# Installs what the tests need and runs them all.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$root"

if ! command -v dotnet >/dev/null 2>&1 || ! dotnet --list-sdks | grep -q '^10\.'; then
    echo "test.sh: the .NET 10 SDK is needed but 'dotnet --list-sdks' shows none of version 10; install it and run this again." >&2
    exit 2
fi

# Fashion-MNIST comes as a Debian package. Without it (another system, no network, not root) the few tests that read
# the real files are skipped and say so.
install_data() {
    [ -d /usr/share/datasets/fashion-mnist ] && return 0
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 0
    apt-get update -qq >/dev/null 2>&1 || true
    apt-get install -y -qq dataset-fashion-mnist >/dev/null 2>&1 ||
        echo "test.sh: dataset-fashion-mnist could not be installed; tests that need it are skipped." >&2
}

install_data
dotnet build Hillock.slnx -c Release --nologo -v quiet

# Generated files must be what their generators write.
dotnet artifacts/bin/Hillock.Fitting/release/Hillock.Fitting.dll --check
dotnet artifacts/bin/Hillock.Pages/release/Hillock.Pages.dll --check

# --no-build: the line above has built everything once.
log=$(mktemp)
status=0
dotnet test --solution Hillock.slnx -c Release --no-build "$@" 2>&1 | tee "$log" || status=$?

count() { sed -n "s/^ *$1: *\([0-9]*\).*/\1/p" "$log" | tail -n 1; }
echo "$(count succeeded) passed, $(count failed) failed, $(count skipped) skipped"
rm -f "$log"
exit "$status"
