"""A Python host: the shared object through ctypes, every signature read from the manifest."""

import ctypes
import json
import sys

SCALARS = {"i64": ctypes.c_int64, "f64": ctypes.c_double, "bool": ctypes.c_bool}
ITEMS = {"[f64]": ctypes.c_double, "[i64]": ctypes.c_int64, "[u8]": ctypes.c_uint8, "[text]": ctypes.c_char_p}


def array_struct(item):
    """The struct that an array comes in."""
    pointer = ctypes.POINTER(ctypes.c_void_p if item is ctypes.c_char_p else item)
    return type("Array", (ctypes.Structure,), {"_fields_": [("data", pointer), ("len", ctypes.c_int64)]})


class Library:
    """The functions of the archive as Python functions, by name."""

    def __init__(self, path, manifest):
        self.raw = ctypes.CDLL(path)
        self.manifest = manifest
        self.structs = {
            struct["name"]: self.struct(struct)
            for library in manifest["libraries"]
            for struct in library["structs"]
        }
        self.functions = {
            function["name"]: function
            for library in manifest["libraries"]
            for function in library["functions"]
        }
        for function in self.functions.values():
            self.declare(function)

    def struct(self, struct):
        fields = [
            (field["name"], ctypes.c_void_p if field["type"] == "text" else SCALARS[field["type"]])
            for field in struct["fields"]
        ]
        return type(struct["name"], (ctypes.Structure,), {"_fields_": fields})

    def declare(self, function):
        raw = getattr(self.raw, function["name"])
        arguments = []
        for param in function["params"]:
            kind = param["type"]
            if kind in SCALARS:
                arguments.append(SCALARS[kind])
            elif kind == "text":
                arguments.append(ctypes.c_void_p if param.get("ownership") == "consumed" else ctypes.c_char_p)
            else:
                arguments += [ctypes.c_void_p, ctypes.c_int64]
        raw.argtypes = arguments
        returns = function["returns"]
        if returns in ITEMS:
            raw.restype = array_struct(ITEMS[returns])
        elif returns in self.structs:
            raw.restype = self.structs[returns]
        else:
            raw.restype = {"": None, "text": ctypes.c_void_p, **SCALARS}[returns]

    def text(self, pointer):
        """A returned text as str; freed."""
        value = ctypes.string_at(pointer, self.raw.rt_text_len(ctypes.cast(pointer, ctypes.c_char_p)))
        self.raw.rt_text_free(pointer)
        return value.decode()

    def call(self, name, *arguments):
        function = self.functions[name]
        raw_arguments = []
        for param, argument in zip(function["params"], arguments, strict=True):
            if param["type"] in SCALARS:
                raw_arguments.append(argument)
            elif param["type"] == "text":
                raw_arguments.append(None if argument is None else argument.encode())
            else:
                item = ITEMS[param["type"]]
                values = [value.encode() if item is ctypes.c_char_p else value for value in argument]
                raw_arguments += [ctypes.cast((item * len(values))(*values), ctypes.c_void_p), len(values)]
        result = getattr(self.raw, name)(*raw_arguments)
        returns = function["returns"]
        if returns == "text":
            return self.text(result)
        if returns in self.structs:
            return tuple(getattr(result, field) for field, _ in result._fields_)
        if returns == "[text]":
            values = [ctypes.string_at(result.data[i]).decode() for i in range(result.len)]
        elif returns in ITEMS:
            values = result.data[: result.len] if result.len else []
        else:
            return result
        getattr(self.raw, function["release"])(result.data, result.len)
        return values


def main(path, manifest_path):
    with open(manifest_path, encoding="utf-8") as file:
        manifest = json.load(file)
    native = Library(path, manifest)
    assert native.call("rt_native_abi_hash") == manifest["abi_hash"]
    assert json.loads(native.call("rt_native_manifest")) == manifest, "the archive's manifest is the file"

    word = native.call("rt_regex_new", r"(?P<first>\w+) (\w+)")
    assert word > 0
    assert native.call("rt_regex_is_match", word, "grüne Wiese") == 1
    assert native.call("rt_regex_find", word, "die grüne Wiese") == "die grüne"
    assert native.call("rt_regex_find_at", word, "ab cd", 0) == (0, 5)
    assert native.call("rt_regex_find_at", word, "-", 0) == (-1, -1)
    assert native.call("rt_regex_captures_array", word, "grüne Wiese") == ["grüne Wiese", "grüne", "Wiese"]
    assert native.call("rt_regex_find_all_offsets", word, "a b, c d") == [0, 3, 5, 8]
    assert native.call("rt_regex_replace_all", word, "a b, c d", "$2 $first") == "b a, d c"
    assert native.call("rt_regex_is_match", word, None) == -1
    assert native.call("rt_regex_get_last_error") == "`text` is NULL"
    names = native.call("rt_regex_set_new", ["a", "ü"])
    assert native.call("rt_regex_set_matches", names, "über") == [1]
    native.call("rt_regex_set_destroy", names)
    native.call("rt_regex_destroy", word)
    assert native.call("rt_regex_is_match", word, "a b") == -1
    assert native.call("rt_native_provoke_panic", "from Python") is False
    assert native.call("rt_native_get_last_error").startswith("internal error: from Python")
    assert native.call("rt_native_live_handles") == 0
    print(f"{len(native.functions)} functions declared from the manifest")


main(*sys.argv[1:])
