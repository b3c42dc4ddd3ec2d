#!/usr/bin/env bash
# Makes TorchSharp's native library load where libstdc++ is older than GCC 13's (Debian 12).
#
#   libtorch-on-old-libstdcxx.sh DIRECTORY SHIMS   patch every libLibTorchSharp.so below DIRECTORY (a build's output folder)
#                                          and print the path of a small shim to put into LD_PRELOAD
#
# Why: TorchSharp 0.107 asks for GLIBCXX_3.4.32, and the only symbol it takes from that version is the iostream
# initialiser std::ios_base_library_init(). The patch marks that one version requirement weak; the shim offers the symbol.
# For these benchmarks only; the library does not depend on it.
set -euo pipefail
dir=${1:?usage: libtorch-on-old-libstdcxx.sh DIRECTORY SHIMS}
shim=${2:?the folder for the shim}/libios_init_shim.so
if [ ! -e "$shim" ]; then
  g++ -shared -fPIC -O2 -x c++ -o "$shim" - <<'CPP'
#include <iostream>
extern "C" void _ZSt21ios_base_library_initv() { static std::ios_base::Init init; }
CPP
fi
find "$dir" -name libLibTorchSharp.so -print0 | while IFS= read -r -d '' file; do
python3 - "$file" <<'PY'
import struct, sys
path = sys.argv[1]
image = bytearray(open(path, 'rb').read())
section_table, = struct.unpack_from('<Q', image, 40)
entry_size, count, names_index = struct.unpack_from('<HHH', image, 58)
sections = [struct.unpack_from('<IIQQQQIIQQ', image, section_table + i * entry_size) for i in range(count)]
text = lambda offset: image[offset:image.index(0, offset)].decode()
by_name = {text(sections[names_index][4] + s[0]): s for s in sections}
strings, needs = by_name['.dynstr'][4], by_name['.gnu.version_r'][4]
while True:
    _, entries, _, first, following = struct.unpack_from('<HHIII', image, needs)
    at = needs + first
    for _ in range(entries):
        _, flags, _, name, step = struct.unpack_from('<IHHII', image, at)
        if text(strings + name) == 'GLIBCXX_3.4.32':
            struct.pack_into('<H', image, at + 4, flags | 2)      # VER_FLG_WEAK
        at += step
    if following == 0:
        break
    needs += following
open(path, 'wb').write(image)
PY
done
echo "$shim"
