"""What these modules were generated from."""
# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

VERSION = "0.1.0"
REVISION = 1
HASH = 6401692175036946059
LIBRARIES = (
    "native",
    "audio",
    "cuda",
    "gamepad",
    "http",
    "lyon",
    "rapier2d",
    "regex",
    "winit",
)
