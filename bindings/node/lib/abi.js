// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.
"use strict";

module.exports = {
  version: "0.1.0",
  revision: 2n,
  hash: 4372641708155869409n,
  libraries: ["native", "audio", "cuda", "gamepad", "http", "lyon", "module", "rapier2d", "regex", "winit"],
};
