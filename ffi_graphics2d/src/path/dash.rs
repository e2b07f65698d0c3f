//! Cutting a path into dashes.

use super::{Curve, Path, PathData, Subpath, measure::Ruler};
use crate::{Error, Result, check};
use ffi_core::memory;

const MOST_DASHES: usize = 1_000_000;
/// The most bytes that each dash, and each piece of the path, takes.
const OF_A_DASH: usize = 512;

pub fn dash(path: &Path, pattern: &[f64], offset: f64) -> Result<PathData> {
    let pattern = Pattern::new(pattern)?;
    check::finite("offset", offset)?;
    let count = path.measure().length() / pattern.sum * (pattern.lengths.len() as f64 / 2.0);
    if count > MOST_DASHES as f64 {
        return Err(Error::TooManyDashes { count, most: MOST_DASHES });
    }
    memory::room_for_input((count as usize + path.data().points().len()) * OF_A_DASH, 1)?;
    let mut dashes = PathData::default();
    let start = pattern.cursor(offset);
    for subpath in path.data().subpaths() {
        let pieces = cut(&subpath, &mut start.clone());
        let whole = subpath.closed && pieces.uncut;
        for piece in joined(pieces, subpath.closed) {
            if let Some(first) = piece.first() {
                dashes.begin(first.from());
                piece.iter().for_each(|curve| dashes.curve_to(curve));
                if whole {
                    dashes.close();
                }
            }
        }
    }
    Ok(dashes)
}

struct Pattern {
    lengths: Vec<f64>,
    sum: f64,
}

/// A place in the pattern.
#[derive(Clone)]
struct Cursor<'a> {
    lengths: &'a [f64],
    index: usize,
    left: f64,
}

impl Pattern {
    fn new(lengths: &[f64]) -> Result<Self> {
        for (index, &value) in lengths.iter().enumerate() {
            check::length("pattern", value).map_err(|_| Error::BadLength {
                name: "pattern",
                index,
                value,
            })?;
        }
        let times = if lengths.len() % 2 == 1 { 2 } else { 1 };
        let lengths = lengths.repeat(times);
        let sum = lengths.iter().fold(0.0, |sum, length| sum + length);
        if sum > 0.0 { Ok(Self { lengths, sum }) } else { Err(Error::EmptyPattern { sum }) }
    }

    fn cursor(&self, offset: f64) -> Cursor<'_> {
        let mut cursor = Cursor { lengths: &self.lengths, index: 0, left: self.lengths[0] };
        let mut ahead = offset.rem_euclid(self.sum);
        for _ in 0..self.lengths.len() {
            if ahead == 0.0 || ahead < cursor.left {
                break;
            }
            ahead -= cursor.left;
            cursor.next();
        }
        cursor.left = (cursor.left - ahead).max(0.0);
        cursor
    }
}

impl Cursor<'_> {
    fn on(&self) -> bool {
        self.index.is_multiple_of(2)
    }

    fn next(&mut self) {
        self.index = (self.index + 1) % self.lengths.len();
        self.left = self.lengths[self.index];
    }
}

/// The dashes of one subpath; whether one starts where it does, one ends where it does, and nothing was cut.
struct Pieces {
    dashes: Vec<Vec<Curve>>,
    at_start: bool,
    at_end: bool,
    uncut: bool,
}

/// The rest of a curve that counts as used up, in parts of its length: no dash is made of rounding errors.
const ROUNDING: f64 = 1e-11;

fn cut(subpath: &Subpath, cursor: &mut Cursor) -> Pieces {
    let at_start = cursor.on();
    let mut dashes = if at_start { vec![vec![]] } else { vec![] };
    let mut uncut = true;
    for curve in subpath.drawn() {
        let ruler = Ruler::new(curve);
        let whole = ruler.length();
        let (mut done, mut t) = (0.0, 0.0);
        while done + cursor.left < whole * (1.0 - ROUNDING) {
            done += cursor.left;
            let end = ruler.parameter(done).max(t);
            if cursor.on() {
                push(&mut dashes, part(&curve, t, end));
            }
            t = end;
            uncut = false;
            cursor.next();
            if cursor.on() {
                dashes.push(vec![]);
            }
        }
        cursor.left = (cursor.left - (whole - done)).max(0.0);
        if cursor.on() && t < 1.0 {
            push(&mut dashes, part(&curve, t, 1.0));
        }
    }
    Pieces { dashes, at_start, at_end: cursor.on(), uncut }
}

fn part(curve: &Curve, from: f64, to: f64) -> Curve {
    if from < to {
        return curve.split_range(from..to);
    }
    let at = curve.sample(from);
    Curve::line(at, at)
}

fn push(dashes: &mut [Vec<Curve>], curve: Curve) {
    if let Some(dash) = dashes.last_mut() {
        dash.push(curve);
    }
}

/// On a closed subpath, the last dash runs on into the first.
fn joined(pieces: Pieces, closed: bool) -> Vec<Vec<Curve>> {
    let Pieces { mut dashes, at_start, at_end, .. } = pieces;
    if closed && at_start && at_end && dashes.len() > 1 {
        let first = std::mem::take(&mut dashes[0]);
        dashes.last_mut().expect("more than one").extend(first);
    }
    dashes
}
