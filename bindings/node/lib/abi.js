// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.
"use strict";

module.exports = {
  version: "0.1.0",
  revision: 1n,
  hash: 6401692175036946059n,
  libraries: ["native", "audio", "cuda", "gamepad", "http", "lyon", "rapier2d", "regex", "winit"],
};
