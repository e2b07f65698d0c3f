//! Data of a path: verbs, points and subpaths.

use super::Curve;
use ffi_core::memory::{self, OutOfMemory};
use lyon::geom::{CubicBezierSegment, Point, QuadraticBezierSegment};
use std::{ops::Range, slice};

#[derive(Clone, Copy)]
enum Verb {
    Line,
    Quadratic,
    Cubic,
}

struct Extent {
    verbs: Range<usize>,
    points: Range<usize>,
    closed: bool,
}

/// Subpaths in order. The points of a subpath are its start and then those of its pieces.
#[derive(Default)]
pub struct PathData {
    verbs: Vec<Verb>,
    points: Vec<Point<f64>>,
    subpaths: Vec<Extent>,
}

/// A start, the pieces that lead on from it, and whether it is closed.
#[derive(Clone, Copy)]
pub struct Subpath<'a> {
    verbs: &'a [Verb],
    points: &'a [Point<f64>],
    pub closed: bool,
}

impl PathData {
    pub fn begin(&mut self, at: Point<f64>) {
        let (verb, point) = (self.verbs.len(), self.points.len());
        self.points.push(at);
        self.subpaths.push(Extent { verbs: verb..verb, points: point..point + 1, closed: false });
    }

    pub fn line_to(&mut self, to: Point<f64>) {
        self.push(Verb::Line, &[to]);
    }

    pub fn quadratic_to(&mut self, ctrl: Point<f64>, to: Point<f64>) {
        self.push(Verb::Quadratic, &[ctrl, to]);
    }

    pub fn cubic_to(&mut self, ctrl1: Point<f64>, ctrl2: Point<f64>, to: Point<f64>) {
        self.push(Verb::Cubic, &[ctrl1, ctrl2, to]);
    }

    /// The curve, which begins where the subpath ends.
    pub fn curve_to(&mut self, curve: &Curve) {
        match curve {
            Curve::Line(line) => self.line_to(line.to),
            Curve::Quadratic(curve) => self.quadratic_to(curve.ctrl, curve.to),
            Curve::Cubic(curve) => self.cubic_to(curve.ctrl1, curve.ctrl2, curve.to),
        }
    }

    /// Closes the last subpath with a line back to its start.
    pub fn close(&mut self) {
        if let Some(last) = self.subpaths.last_mut() {
            last.closed = true;
        }
    }

    /// Size of the data in bytes.
    pub fn bytes(&self) -> usize {
        size_of_val(&*self.verbs) + size_of_val(&*self.points) + size_of_val(&*self.subpaths)
    }

    /// Makes room for the subpaths of another path.
    pub fn reserve_for(&mut self, other: &Self) -> Result<(), OutOfMemory> {
        memory::reserve(&mut self.verbs, other.verbs.len())?;
        memory::reserve(&mut self.points, other.points.len())?;
        memory::reserve(&mut self.subpaths, other.subpaths.len())
    }

    /// Makes room for a begin, a few pieces, or an end.
    pub fn reserve(&mut self) -> Result<(), OutOfMemory> {
        const PIECES: usize = 8;
        memory::reserve(&mut self.verbs, PIECES)?;
        memory::reserve(&mut self.points, 3 * PIECES)?;
        memory::reserve(&mut self.subpaths, 1)
    }

    /// A piece of the last subpath; nothing where there is none.
    fn push(&mut self, verb: Verb, points: &[Point<f64>]) {
        if let Some(last) = self.subpaths.last_mut() {
            self.verbs.push(verb);
            self.points.extend_from_slice(points);
            last.verbs.end = self.verbs.len();
            last.points.end = self.points.len();
        }
    }

    /// The end of the last subpath so far.
    pub fn current(&self) -> Option<Point<f64>> {
        self.points.last().copied()
    }

    /// Moves the end of the last subpath to where it was meant to be, rounding aside.
    pub fn move_current(&mut self, to: Point<f64>) {
        if let Some(last) = self.points.last_mut() {
            *last = to;
        }
    }

    /// All subpaths of another path, after these.
    pub fn append(&mut self, other: &Self) {
        let (verbs, points) = (self.verbs.len(), self.points.len());
        self.verbs.extend_from_slice(&other.verbs);
        self.points.extend_from_slice(&other.points);
        self.subpaths.extend(other.subpaths.iter().map(|subpath| Extent {
            verbs: subpath.verbs.start + verbs..subpath.verbs.end + verbs,
            points: subpath.points.start + points..subpath.points.end + points,
            closed: subpath.closed,
        }));
    }

    pub fn subpaths(&self) -> impl Iterator<Item = Subpath<'_>> {
        self.subpaths.iter().map(|subpath| Subpath {
            verbs: &self.verbs[subpath.verbs.clone()],
            points: &self.points[subpath.points.clone()],
            closed: subpath.closed,
        })
    }

    /// Every piece, each subpath closed, as filling sees it.
    pub fn outline(&self) -> impl Iterator<Item = Curve> {
        self.subpaths().flat_map(|subpath| subpath.curves().chain(subpath.closing_line()))
    }

    pub fn points(&self) -> &[Point<f64>] {
        &self.points
    }

    /// A copy of the path with each point moved by `map`.
    pub fn map<E>(&self, map: impl FnMut(&Point<f64>) -> Result<Point<f64>, E>) -> Result<Self, E> {
        Ok(Self {
            verbs: self.verbs.clone(),
            points: self.points.iter().map(map).collect::<Result<_, E>>()?,
            subpaths: self
                .subpaths
                .iter()
                .map(|subpath| Extent {
                    verbs: subpath.verbs.clone(),
                    points: subpath.points.clone(),
                    closed: subpath.closed,
                })
                .collect(),
        })
    }
}

impl<'a> Subpath<'a> {
    pub fn start(&self) -> Point<f64> {
        self.points[0]
    }

    pub fn end(&self) -> Point<f64> {
        self.points[self.points.len() - 1]
    }

    #[inline]
    pub fn curves(&self) -> impl Iterator<Item = Curve> + use<'a> {
        Curves { verbs: self.verbs.iter(), points: self.points }
    }

    /// The line from the end back to the start, where they differ.
    pub fn closing_line(&self) -> Option<Curve> {
        (self.end() != self.start()).then(|| Curve::line(self.end(), self.start()))
    }

    /// The pieces that are drawn: with the closing line where the subpath is closed.
    pub fn drawn(&self) -> impl Iterator<Item = Curve> + use<'a> {
        self.curves().chain(self.closed.then(|| self.closing_line()).flatten())
    }
}

/// The pieces of a subpath that are left, and their points.
struct Curves<'a> {
    verbs: slice::Iter<'a, Verb>,
    points: &'a [Point<f64>],
}

impl Iterator for Curves<'_> {
    type Item = Curve;

    #[inline]
    fn next(&mut self) -> Option<Curve> {
        let (curve, rest) = match (self.verbs.next()?, self.points) {
            (Verb::Line, &[from, ref rest @ ..]) => (Curve::line(from, rest[0]), rest),
            (Verb::Quadratic, &[from, ctrl, ref rest @ ..]) => {
                (Curve::Quadratic(QuadraticBezierSegment { from, ctrl, to: rest[0] }), rest)
            }
            (Verb::Cubic, &[from, ctrl1, ctrl2, ref rest @ ..]) => {
                (Curve::Cubic(CubicBezierSegment { from, ctrl1, ctrl2, to: rest[0] }), rest)
            }
            _ => return None,
        };
        self.points = rest;
        Some(curve)
    }
}
