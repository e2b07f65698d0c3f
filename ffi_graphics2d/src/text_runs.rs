//! Lines of text as runs of one direction and one script, in the order in which they are seen.

use harfrust::{Buffer, Direction, Script};
use std::ops::Range;
use unicode_bidi::ParagraphBidiInfo;

/// A part of a line that is shaped as one.
pub struct Run {
    /// Its bytes.
    pub range: Range<usize>,
    pub direction: Direction,
    /// None where it holds nothing but what all scripts have.
    pub script: Option<Script>,
}

/// The runs of a line, from left to right, by the Unicode Bidirectional Algorithm (UAX 9). The line's own direction is
/// that of its first letter.
pub fn in_visual_order(line: &str) -> Vec<Run> {
    if line.is_ascii() {
        return vec![Run { range: 0..line.len(), direction: Direction::LeftToRight, script: None }];
    }
    let info = ParagraphBidiInfo::new(line, None);
    let (levels, ranges) = info.visual_runs(0..line.len());
    let mut runs = vec![];
    for range in ranges {
        let first = runs.len();
        let is_rtl = levels.get(range.start).is_some_and(|level| level.is_rtl());
        let direction = if is_rtl { Direction::RightToLeft } else { Direction::LeftToRight };
        split(line, range, direction, &mut runs);
        if is_rtl {
            runs[first..].reverse();
        }
    }
    runs
}

/// Splits a range where its script changes. What all scripts have goes with what is before it.
fn split(line: &str, range: Range<usize>, direction: Direction, runs: &mut Vec<Run>) {
    let (mut start, mut script) = (range.start, None);
    let mut one = Buffer::new();
    for (at, c) in line[range.clone()].char_indices() {
        let own = script_of(c, &mut one);
        if own.is_some() && own != script {
            if script.is_some() {
                runs.push(Run { range: start..range.start + at, direction, script });
                start = range.start + at;
            }
            script = own;
        }
    }
    runs.push(Run { range: start..range.end, direction, script });
}

/// The script that is a character's own, as harfrust guesses it.
fn script_of(c: char, one: &mut Buffer) -> Option<Script> {
    one.clear();
    one.push(u32::from(c), 0);
    one.guess_segment_properties();
    one.script()
}
