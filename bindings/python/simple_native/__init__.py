"""The native layer under a programming language: regular expressions, HTTP, physics, graphics, sound, windows.

Each library is a module with two ways to call it. Its classes own their handles and raise `Error`; its functions
are the exported ones by their own names, over plain integers, and return what failure returns:

    from simple_native import regex

    with regex.Regex.new(r"(\\d{4})-(\\d{2})") as date:
        print(date.find("made in 2026-11"))
"""

import importlib
from typing import Any, List

from ._abi import LIBRARIES, PREFIXES
from ._abi import VERSION as __version__
from ._runtime import Error, LoadError

__all__ = [*LIBRARIES, "Error", "LoadError", "__version__", "function"]


def __getattr__(name: str) -> Any:
    if name in LIBRARIES:
        return importlib.import_module(f".{name}", __name__)
    raise AttributeError(name)


def __dir__() -> List[str]:
    return sorted({*globals(), *LIBRARIES})


def function(name: str) -> Any:
    """The exported function of this name, with Python's types."""
    library = PREFIXES.get(name.split("_")[1], "native")
    return getattr(importlib.import_module(f".{library}", __name__), name)
