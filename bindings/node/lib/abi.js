// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.
"use strict";

module.exports = {
  version: "0.1.0",
  revision: 4n,
  hash: 432060318808704637n,
  libraries: ["native", "audio", "cuda", "gamepad", "http", "lyon", "module", "rapier2d", "regex", "winit"],
  // The library of each function's first word.
  prefixes: {
    audio: "audio",
    bytes: "native",
    cuda: "cuda",
    events: "module",
    f64: "native",
    gamepad: "gamepad",
    http: "http",
    i64: "native",
    lyon: "lyon",
    module: "module",
    native: "native",
    rapier2d: "rapier2d",
    regex: "regex",
    text: "native",
    winit: "winit",
    ws: "http",
  },
};
