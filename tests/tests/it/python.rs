//! Python calls the shared object, with signatures read from the manifest.

use std::process::Command;
use tests::{archive, folder};
use xtask::workspace::{root, stdout};

#[test]
fn python_calls_through_ctypes() {
    let mut python = Command::new("python3");
    python.arg(folder().join("python/ctypes_host.py"));
    python.arg(&archive().shared).arg(root().join("simple_native/simple_native.json"));
    println!("{}", stdout(&mut python).unwrap());
}
