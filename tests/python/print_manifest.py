"""Prints the libraries that a shared object says it holds."""

import ctypes
import json
import sys

native = ctypes.CDLL(sys.argv[1])
native.rt_native_manifest.restype = ctypes.c_void_p
text = native.rt_native_manifest()
for library in json.loads(ctypes.string_at(text))["libraries"]:
    print(library["name"])
