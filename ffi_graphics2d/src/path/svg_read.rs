//! SVG path data, read by the grammar of SVG 2.

use super::{PathData, arc};
use crate::{Error, Result, check};
use lyon::geom::{Angle, ArcFlags, Point, Vector};

pub fn read(d: &str) -> Result<PathData> {
    let (data, error) = read_leniently(d);
    error.map_or(Ok(data), Err)
}

/// What is drawn up to the first error, and that.
pub fn read_leniently(d: &str) -> (PathData, Option<Error>) {
    let mut reader = Reader::new(d);
    let error = reader.all().err();
    (reader.data, error)
}

/// Origin of absolute coordinates: added to a number, even to -0, it leaves the number as it is.
const NOTHING: Vector<f64> = Vector::new(-0.0, -0.0);

/// The control point that S and T mirror.
#[derive(Clone, Copy)]
enum Mirror {
    None,
    Quadratic(Point<f64>),
    Cubic(Point<f64>),
}

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
    data: PathData,
    current: Point<f64>,
    start: Point<f64>,
    /// True after Z: the next piece must begin a subpath.
    closed: bool,
    mirror: Mirror,
}

impl<'a> Reader<'a> {
    fn new(d: &'a str) -> Self {
        let origin = Point::new(0.0, 0.0);
        Self {
            text: d.as_bytes(),
            at: 0,
            data: PathData::default(),
            current: origin,
            start: origin,
            closed: false,
            mirror: Mirror::None,
        }
    }

    fn all(&mut self) -> Result<()> {
        self.space();
        while let Some(letter) = self.letter()? {
            self.command(letter)?;
        }
        Ok(())
    }

    fn fail<T>(&self, what: impl Into<String>) -> Result<T> {
        Err(Error::Svg { offset: self.at, what: what.into() })
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r' | 0x0c)) {
            self.at += 1;
        }
    }

    fn comma(&mut self) {
        self.space();
        if self.peek() == Some(b',') {
            self.at += 1;
            self.space();
        }
    }

    /// The next command's letter; none at the end.
    fn letter(&mut self) -> Result<Option<u8>> {
        let Some(byte) = self.peek() else { return Ok(None) };
        if !b"MmZzLlHhVvCcSsQqTtAa".contains(&byte) {
            return self.fail("a command was expected: one of MZLHVCSQTA");
        }
        if self.data.current().is_none() && !b"Mm".contains(&byte) {
            return self.fail("a path begins with M");
        }
        self.at += 1;
        self.space();
        Ok(Some(byte))
    }

    /// One command with all its arguments, which may repeat.
    fn command(&mut self, letter: u8) -> Result<()> {
        if letter.eq_ignore_ascii_case(&b'z') {
            self.data.close();
            self.current = self.start;
            self.closed = true;
            self.mirror = Mirror::None;
            return Ok(());
        }
        let mut letter = letter;
        loop {
            self.piece(letter)?;
            // Further pairs after M are lines.
            letter = match letter {
                b'M' => b'L',
                b'm' => b'l',
                other => other,
            };
            let end = self.at;
            self.comma();
            if !matches!(self.peek(), Some(b'0'..=b'9' | b'+' | b'-' | b'.')) {
                if self.text[end..self.at].contains(&b',') {
                    return self.fail("a number was expected after the comma");
                }
                return Ok(());
            }
        }
    }

    fn piece(&mut self, letter: u8) -> Result<()> {
        let from = if letter.is_ascii_lowercase() { self.current.to_vector() } else { NOTHING };
        let (mut mirror, start) = (Mirror::None, self.at);
        match letter.to_ascii_uppercase() {
            b'M' => {
                let at = self.pair(from)?;
                self.data.begin(at);
                (self.current, self.start, self.closed) = (at, at, false);
            }
            b'L' => {
                let to = self.pair(from)?;
                self.line(to);
            }
            b'H' => {
                let x = self.coordinate(from.x)?;
                self.line(Point::new(x, self.current.y));
            }
            b'V' => {
                let y = self.coordinate(from.y)?;
                self.line(Point::new(self.current.x, y));
            }
            b'C' => {
                let (ctrl1, ctrl2, to) = (self.pair(from)?, self.next_pair(from)?, self.next_pair(from)?);
                mirror = self.cubic(ctrl1, ctrl2, to);
            }
            b'S' => {
                let (ctrl2, to) = (self.pair(from)?, self.next_pair(from)?);
                let ctrl1 = match self.mirror {
                    Mirror::Cubic(ctrl) => self.mirrored(start, ctrl)?,
                    _ => self.current,
                };
                mirror = self.cubic(ctrl1, ctrl2, to);
            }
            b'Q' => {
                let (ctrl, to) = (self.pair(from)?, self.next_pair(from)?);
                mirror = self.quadratic(ctrl, to);
            }
            b'T' => {
                let to = self.pair(from)?;
                let ctrl = match self.mirror {
                    Mirror::Quadratic(ctrl) => self.mirrored(start, ctrl)?,
                    _ => self.current,
                };
                mirror = self.quadratic(ctrl, to);
            }
            _ => self.arc(from)?,
        }
        self.mirror = mirror;
        Ok(())
    }

    /// After Z, a piece begins a subpath where the closed one began.
    fn open(&mut self) {
        if self.closed {
            self.data.begin(self.start);
            self.closed = false;
        }
    }

    fn line(&mut self, to: Point<f64>) {
        self.open();
        self.data.line_to(to);
        self.current = to;
    }

    fn quadratic(&mut self, ctrl: Point<f64>, to: Point<f64>) -> Mirror {
        self.open();
        self.data.quadratic_to(ctrl, to);
        self.current = to;
        Mirror::Quadratic(ctrl)
    }

    fn cubic(&mut self, ctrl1: Point<f64>, ctrl2: Point<f64>, to: Point<f64>) -> Mirror {
        self.open();
        self.data.cubic_to(ctrl1, ctrl2, to);
        self.current = to;
        Mirror::Cubic(ctrl2)
    }

    fn mirrored(&self, start: usize, ctrl: Point<f64>) -> Result<Point<f64>> {
        self.reached(start, self.current + (self.current - ctrl))
    }

    /// A point that the piece whose numbers begin at `start` leads to.
    fn reached(&self, start: usize, at: Point<f64>) -> Result<Point<f64>> {
        let far = [at.x, at.y].into_iter().find(|value| value.is_nan() || value.abs() > check::FARTHEST);
        let Some(value) = far else { return Ok(at) };
        let what = format!("it leads to a coordinate of {value:?}, and they go from -1e30 to 1e30");
        Err(Error::Svg { offset: start, what })
    }

    fn arc(&mut self, from: Vector<f64>) -> Result<()> {
        let start = self.at;
        let radii = Vector::new(self.number()?, self.next_number()?);
        let x_rotation = Angle::degrees(self.next_number()?);
        let flags = ArcFlags { large_arc: self.flag()?, sweep: self.flag()? };
        let to = self.next_pair(from)?;
        if self.current == to {
            self.open();
            return Ok(());
        }
        let Some(shape) = arc::between(self.current, to, radii.abs(), x_rotation, flags) else {
            self.line(to);
            return Ok(());
        };
        let reach = Vector::new(1.0, 1.0) * (shape.radii.x + shape.radii.y);
        self.reached(start, shape.center + reach)?;
        self.reached(start, shape.center - reach)?;
        self.open();
        arc::draw(&mut self.data, &shape);
        self.data.move_current(to);
        self.current = to;
        Ok(())
    }

    fn pair(&mut self, from: Vector<f64>) -> Result<Point<f64>> {
        let x = self.coordinate(from.x)?;
        self.comma();
        Ok(Point::new(x, self.coordinate(from.y)?))
    }

    fn next_pair(&mut self, from: Vector<f64>) -> Result<Point<f64>> {
        self.comma();
        self.pair(from)
    }

    fn coordinate(&mut self, from: f64) -> Result<f64> {
        let at = self.at;
        let value = self.number()? + from;
        if value.abs() > check::FARTHEST {
            self.at = at;
            return self.fail(format!("{value:?} is no coordinate from -1e30 to 1e30"));
        }
        Ok(value)
    }

    fn next_number(&mut self) -> Result<f64> {
        self.comma();
        self.number()
    }

    /// A flag of an arc: one digit, which needs nothing around it.
    fn flag(&mut self) -> Result<bool> {
        self.comma();
        let flag = match self.peek() {
            Some(b'0') => false,
            Some(b'1') => true,
            _ => return self.fail("a flag was expected: 0 or 1"),
        };
        self.at += 1;
        Ok(flag)
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at - start
    }

    fn sign(&mut self) {
        if matches!(self.peek(), Some(b'+' | b'-')) {
            self.at += 1;
        }
    }

    fn number(&mut self) -> Result<f64> {
        let start = self.at;
        self.sign();
        let mut digits = self.digits();
        if self.peek() == Some(b'.') {
            self.at += 1;
            digits += self.digits();
        }
        if digits == 0 {
            self.at = start;
            return self.fail("a number was expected");
        }
        self.exponent();
        let text = std::str::from_utf8(&self.text[start..self.at]).unwrap_or_default();
        match text.parse::<f64>() {
            Ok(value) if value.abs() <= check::FARTHEST => Ok(value),
            _ => {
                let what = format!("{text} is no number from -1e30 to 1e30");
                self.at = start;
                self.fail(what)
            }
        }
    }

    /// An exponent, where one follows: `1e` and no digit is a number and then something else.
    fn exponent(&mut self) {
        let start = self.at;
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            self.sign();
            if self.digits() == 0 {
                self.at = start;
            }
        }
    }
}
