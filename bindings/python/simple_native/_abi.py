"""What these modules were generated from."""
# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

VERSION = "0.1.0"
REVISION = 4
HASH = 432060318808704637
LIBRARIES = (
    "native",
    "audio",
    "cuda",
    "gamepad",
    "http",
    "lyon",
    "module",
    "rapier2d",
    "regex",
    "winit",
)
# The library of each function's first word.
PREFIXES = {
    "audio": "audio",
    "bytes": "native",
    "cuda": "cuda",
    "events": "module",
    "f64": "native",
    "gamepad": "gamepad",
    "http": "http",
    "i64": "native",
    "lyon": "lyon",
    "module": "module",
    "native": "native",
    "rapier2d": "rapier2d",
    "regex": "regex",
    "text": "native",
    "winit": "winit",
    "ws": "http",
}
