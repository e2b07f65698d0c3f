"""Plays Simple for the files of bindings/simple: what they say is carried out line by line, over externs that treat words
as Simple's runtime does. An integer that comes back must have 61 bits; a call takes at most 8 integers, or floats alone;
the address of a text lasts until the next is asked for."""

import ctypes
import json
import os
import re
from collections import namedtuple
from pathlib import Path

FILES = Path(os.environ["SIMPLE_FILES"])
MANIFEST = json.loads(Path(os.environ["SIMPLE_MANIFEST"]).read_text())


class Integer(int):
    def __add__(self, other):
        return Integer(int(self) + other)

    def __floordiv__(self, other):
        return Integer(int(self) // other)

    def to_f64(self):
        return float(self)

    def to_i64(self):
        return self

    def to_u8(self):
        return Integer(self & 0xFF)


class List(list):
    def len(self):
        return Integer(len(self))

    def push(self, value):
        self.append(value)


def simple(value):
    """A value as Simple's files see it; bytes that are no text stay what they are."""
    if isinstance(value, int) and not isinstance(value, bool):
        if not -(1 << 60) <= value < 1 << 60:
            beyond.add(value)
        return Integer(value)
    if isinstance(value, (list, bytearray)):
        return List(map(simple, value))
    return value


# Integers that the vectors gave though no program of Simple's could: they may come back.
beyond = set()


def fits(word):
    if not -(1 << 60) <= word < 1 << 60 and word not in beyond:
        raise OverflowError(f"{word:#x} came back, which no integer of Simple's is")
    return Integer(word)


libraries = []
buffer = None


def spl_dlopen(path):
    libraries.append(ctypes.CDLL(path))
    return Integer(len(libraries))


def spl_dlsym(handle, name):
    return Integer(ctypes.cast(getattr(libraries[handle - 1], name), ctypes.c_void_p).value)


def spl_wffi_call_i64(function, words, count):
    assert count == len(words) <= 8 and all(type(word) is Integer for word in words), words
    kind = ctypes.CFUNCTYPE(ctypes.c_int64, *[ctypes.c_int64] * len(words))
    return fits(kind(function)(*words))


def spl_wffi_call_f64(function, floats, count):
    assert count == len(floats) <= 8 and all(isinstance(value, float) for value in floats), floats
    kind = ctypes.CFUNCTYPE(ctypes.c_double, *[ctypes.c_double] * len(floats))
    return kind(function)(*floats)


def spl_str_ptr(text):
    global buffer
    if text is None:
        return Integer(0)
    assert isinstance(text, (str, bytes))
    if buffer is not None:
        ctypes.memset(buffer, 0x7E, len(buffer) - 1)
    buffer = ctypes.create_string_buffer(text.encode() if isinstance(text, str) else text)
    return fits(ctypes.addressof(buffer))


def rt_cstring_to_text(address):
    return ctypes.string_at(address).decode() if address else ""


def rt_env_get(name):
    return os.environ.get(name, "")


EXTERNS = {function.__name__: function for function in (
    spl_dlopen, spl_dlsym, spl_wffi_call_i64, spl_wffi_call_f64, spl_str_ptr, rt_cstring_to_text, rt_env_get)}

FUNCTION = re.compile(r"fn (\w+)\((.*)\) -> (.+):")
VARIABLE = re.compile(r"( *)(?:val|var) (\w+)(?:: [^=]+)? = (.*)")


def expression(text):
    """An expression in Python's words: lists and integers are Simple's."""
    text = re.sub(r"\bnil\b", "None", text)
    text = re.sub(r"(?<![\w\])])\[(.*)\]", r"List([\1])", text)
    text = re.sub(r"(?<= )/(?= )", "//", text)
    return re.sub(r'(?<![\w".])(\d+)(?![\w"])', r"Integer(\1)", text)


def python(path):
    """A file in Python; a line that is none of the few kinds known here ends the run."""
    out = []
    shared = [line.split()[1].rstrip(":") for line in path.read_text().splitlines() if line.startswith("var ")]
    for line in path.read_text().splitlines():
        code = line.strip()
        indent = line[: len(line) - len(line.lstrip())]
        if not code or code.startswith("#"):
            continue
        if code.startswith("extern fn "):
            name = re.match(r"extern fn (\w+)\(", code).group(1)
            assert name in EXTERNS, code
        elif code == "use simple_native.words.*":
            pass
        elif match := FUNCTION.fullmatch(code):
            names = [param.split(":")[0].strip() for param in match.group(2).split(", ") if param]
            out.append(f"def {match.group(1)}({', '.join(names)}):")
            out += [f"    global {name}" for name in shared]
        elif match := VARIABLE.fullmatch(line):
            out.append(f"{match.group(1)}{match.group(2)} = {expression(match.group(3))}")
        elif re.fullmatch(r"(if|while) .+:", code):
            out.append(f"{indent}{expression(code[:-1])}:")
        elif code.startswith("return "):
            out.append(f"{indent}return {expression(code[7:])}")
        elif match := re.fullmatch(r"(\w+) = (.+)", code):
            out.append(f"{indent}{match.group(1)} = {expression(match.group(2))}")
        else:
            assert re.fullmatch(r"\w+(\.\w+)?\(.*\)", code), code
            out.append(f"{indent}{expression(code)}")
    return "\n".join(out)


def load():
    scope = {**EXTERNS, "Integer": Integer, "List": List}
    for path in sorted(FILES.glob("*.spl"), key=lambda path: path.name != "words.spl"):
        exec(compile(python(path), path.name, "exec"), scope)
    return scope


SCOPE = load()
FUNCTIONS = {one["name"]: one for library in MANIFEST["libraries"] for one in library["functions"]}
LIBRARY = {one["name"]: library["name"] for library in MANIFEST["libraries"] for one in library["functions"]}
STRUCTS = {one["name"]: one for library in MANIFEST["libraries"] for one in library["structs"]}


def function(name):
    """The function that the contract calls `name`, over Simple's."""
    about = FUNCTIONS[name]
    callee = SCOPE.get(name.removeprefix("rt_"))
    if not callee:
        # What takes a function of the host, or memory of the archive, has no place in Simple.
        return lambda *arguments: contract(about, plain(name, arguments))

    def call(*arguments):
        buffers = [one for one in arguments if isinstance(one, bytearray)]
        given = [given_for(kind["type"], one) for one, kind in zip(arguments, about["params"])]
        seen = callee(*given)
        if buffers:
            seen, filled = seen
            buffers[0][: len(filled)] = bytes(filled)
        return contract(about, seen)

    return call


def given_for(kind, value):
    if kind == "[u8 out]":
        return Integer(len(value))
    if kind.startswith("["):
        return List(map(simple, value or []))
    if kind == "f64":
        return float(value)
    return simple(value)


def plain(name, arguments):
    """What a function without a file of Simple's gives for texts and for nothing."""
    words = [spl_str_ptr(one) if one is None or isinstance(one, (str, bytes)) else Integer(one) for one in arguments]
    pairs = [[word, Integer(0)] if kind["type"].startswith("[") else [word]
             for word, kind in zip(words, FUNCTIONS[name]["params"])]
    library = spl_dlopen(f"{os.environ['SIMPLE_SFFI_PATH']}/libspl_{LIBRARY[name]}.so")
    words = [word for pair in pairs for word in pair]
    return spl_wffi_call_i64(spl_dlsym(library, name), words, len(words))


def contract(about, seen):
    """What Simple's function gave, as the contract's would."""
    if about.get("truth") and not seen and SCOPE["native_last_call_failed"]():
        return about["failure"]
    if about["returns"] == "bool":
        return bool(seen)
    if about["returns"] == "":
        return None
    if about["returns"] in STRUCTS:
        names = [field["name"] for field in STRUCTS[about["returns"]]["fields"]]
        return namedtuple("Fields", names)(*("" if value is None else value for value in seen))
    if about["returns"] == "[u8]":
        return bytes(seen)
    if about["returns"] == "i64":
        return int(seen)
    if about["returns"] == "[text]":
        return ["" if one is None else one for one in seen]
    return "" if seen is None else seen
