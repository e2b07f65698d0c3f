//! Measuring, shared by all benchmarks. Each library has a program in `src/bin` that prints table rows; `cargo xtask
//! bench` runs them and keeps the rows in `RESULTS.md`.
//!
//! Both sides of a comparison run in one process, in short turns, so that a machine that is busy for a moment
//! is busy for both; what is kept is the median turn's ratio.

use std::{hint::black_box, time::Instant};

/// Turns of each side.
const TURNS: usize = 31;

/// Seconds that `work` takes.
pub fn seconds<R>(work: impl FnOnce() -> R) -> f64 {
    let start = Instant::now();
    black_box(work());
    start.elapsed().as_secs_f64()
}

/// The median of some figures.
pub fn median(figures: &mut [f64]) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// Two things measured side by side: the median seconds of each, and the median of the turns' ratios.
#[derive(Clone, Copy, Debug)]
pub struct Comparison {
    /// Seconds of ours.
    pub ours: f64,
    /// Seconds of what it is compared with.
    pub theirs: f64,
    /// Ours divided by theirs, turn by turn.
    pub ratio: f64,
}

/// Runs `ours` and `theirs` in turns, each once to warm up.
pub fn compare<A, B>(mut ours: impl FnMut() -> A, mut theirs: impl FnMut() -> B) -> Comparison {
    black_box((ours(), theirs()));
    let turns: Vec<(f64, f64)> = (0..TURNS).map(|_| (seconds(&mut ours), seconds(&mut theirs))).collect();
    Comparison {
        ours: median(&mut turns.iter().map(|turn| turn.0).collect::<Vec<_>>()),
        theirs: median(&mut turns.iter().map(|turn| turn.1).collect::<Vec<_>>()),
        ratio: median(&mut turns.iter().map(|turn| turn.0 / turn.1).collect::<Vec<_>>()),
    }
}

/// Prints the head of a table.
pub fn table() {
    println!("| what | ours | beside it | ratio | aim |\n|---|---|---|---|---|");
}

/// Prints a row: figures as text, with their units; the aim is `""` where there is none.
pub fn row(what: &str, ours: &str, theirs: &str, ratio: f64, aim: &str) {
    println!("| {what} | {ours} | {theirs} | {ratio:.2} | {aim} |");
}

/// `seconds` divided among `calls`, as nanoseconds.
pub fn nanoseconds(seconds: f64, calls: usize) -> String {
    format!("{:.1} ns", seconds * 1e9 / calls as f64)
}
