//! The archive from outside: one program, so that what each library's C programs wait for is waited for at the same time.

mod abi;
mod audio;
mod bindings;
mod chat_server;
mod checkers;
mod classes;
mod cuda;
mod docs;
mod environment;
mod features;
mod fork;
mod game;
mod gamepad;
mod hostile;
#[cfg(target_os = "linux")]
mod hosts;
mod http;
mod http_browser;
mod imports;
mod libraries;
mod lyon;
mod module;
mod module_toolchains;
mod module_wasm;
mod native;
mod python;
mod regex;
mod runtime;
mod scarce;
mod signals;
mod statics;
mod threads;
mod typed;
mod whole_registers;
mod window;
