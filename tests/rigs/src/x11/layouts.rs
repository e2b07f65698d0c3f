//! The layouts that xkeyboard-config has, by libxkbcommon.

use crate::tools::{self, Scratch};
use std::process::Command;

/// A key and what it bears: keysyms, and the characters that they stand for.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The kernel's number of its place.
    pub place: u32,
    /// Without Shift.
    pub plain: (u32, u32),
    /// With it.
    pub shifted: (u32, u32),
}

/// All of them, by layout and variant: `de(neo)`.
pub fn all() -> Vec<(String, Vec<Key>)> {
    let scratch = Scratch::new("layouts");
    let program = scratch.path().join("layouts");
    let mut compiler = Command::new("cc");
    compiler.args(["-O1", "-Wall", "-Werror", "-o"]).arg(&program);
    compiler.arg(tools::sources().join("layouts.c")).arg("-l:libxkbcommon.so.0");
    tools::output(&mut compiler);
    tools::output(&mut Command::new(&program)).lines().map(layout).collect()
}

fn layout(line: &str) -> (String, Vec<Key>) {
    let mut words = line.split(' ');
    let name = words.next().expect("a name").to_owned();
    (name, words.map(key).collect())
}

fn key(word: &str) -> Key {
    let numbers: Vec<u32> = word.split(':').map(|number| number.parse().expect("a number")).collect();
    let [place, plain, plain_sign, shifted, shifted_sign] = numbers[..] else { panic!("{word}") };
    Key { place, plain: (plain, plain_sign), shifted: (shifted, shifted_sign) }
}
