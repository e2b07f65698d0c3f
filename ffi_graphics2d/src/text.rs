//! Text as paths, by the outlines and the kerning of a font.

use crate::{
    Error, Result, check,
    path::PathData,
    text_runs::{self, Run},
};
use ffi_core::{Kind, file, memory};
use harfrust::{
    Buffer, ShapeOptions, ShapePlan, ShaperFont,
    font::{
        Source,
        glyph::outline::{DrawMemory, DrawOptions, PathSink},
    },
    shape,
};
use lyon::geom::{Point, Vector};

/// The font that is always there: letters, digits and signs of Western European languages, some Greek ones and those of
/// arithmetic, of Roboto Regular 2.137 (Apache-2.0), by fontTools' subsetter, without hints.
const BUILT_IN: &[u8] = include_bytes!("sans.ttf");
/// The largest font file that is read.
const MOST_BYTES: u64 = 256 << 20;
/// Bytes that a byte of text takes while it is shaped: its level, its run, its glyph and the glyph's place.
const OF_A_BYTE: usize = 128;
/// The largest size of text, in pixels or whatever the unit is.
const LARGEST: f64 = 1e6;

/// A font. It never changes.
pub struct Font {
    font: harfrust::Font,
    units_per_em: f64,
}

ffi_core::object!(Font, Kind::Font);

/// Vertical metrics of a font's lines.
pub struct LineMetrics {
    pub ascent: f64,
    pub descent: f64,
    pub line_gap: f64,
}

impl LineMetrics {
    /// Distance from one baseline to the next.
    fn pitch(&self) -> f64 {
        self.ascent + self.descent + self.line_gap
    }
}

impl Font {
    /// The font that is built in.
    pub fn built_in() -> Result<Self> {
        Self::new(BUILT_IN, 0, || "the built-in font".into())
    }

    /// The font of that number in a file.
    pub fn load(path: &str, index: i64) -> Result<Self> {
        let bytes = file::read(path, MOST_BYTES).map_err(|error| Error::file(path, error))?;
        Self::new(bytes, index, || format!("`file` is {path}, which"))
    }

    /// The font of that number in a file's bytes.
    pub fn decode(bytes: &[u8], index: i64) -> Result<Self> {
        Self::new(memory::copy(bytes)?, index, || "`bytes`".into())
    }

    fn new(source: impl Into<Source>, index: i64, name: impl Fn() -> String) -> Result<Self> {
        let index = check::within("index", index, 0, i64::from(u16::MAX))? as u32;
        let none = |what| Error::Font { source_name: name(), index, what };
        let font =
            harfrust::Font::new(source, index).ok_or_else(|| none("it holds none that can be read"))?;
        if font.outline_glyphs().is_empty() {
            return Err(none("it has no outlines"));
        }
        let units_per_em = f64::from(font.units_per_em());
        if units_per_em == 0.0 {
            return Err(none("it has no size"));
        }
        Ok(Self { font, units_per_em })
    }

    fn scale(&self, size: f64) -> Result<f64> {
        if size > 0.0 && size <= LARGEST {
            return Ok(size / self.units_per_em);
        }
        check::positive("size", size)?;
        Err(Error::NumberOutOfRange { name: "size", value: size, least: 0.0, most: LARGEST })
    }

    /// The font's line heights at this size.
    pub fn metrics(&self, size: f64) -> Result<LineMetrics> {
        let scale = self.scale(size)?;
        let line = self.font.metrics().h_line().unwrap_or_default();
        let [ascent, descent, line_gap] =
            [line.ascender, line.descender, line.line_gap].map(|value| value.to_f64() * scale);
        Ok(LineMetrics { ascent, descent: -descent, line_gap })
    }

    /// Width of the longest line, and height of all lines.
    pub fn measure(&self, text: &str, size: f64) -> Result<(f64, f64)> {
        let (scale, metrics) = (self.scale(size)?, self.metrics(size)?);
        let (mut widest, mut width, mut last) = (0, 0, 0);
        self.for_each_run(text, |line, run| {
            if line != last {
                (width, last) = (0, line);
            }
            width += run.glyph_positions().iter().map(|at| i64::from(at.x_advance)).sum::<i64>();
            widest = widest.max(width);
            Ok(())
        })?;
        let count = text.split('\n').count() as f64;
        Ok((widest as f64 * scale, count * metrics.pitch() - metrics.line_gap))
    }

    /// The outlines of a text whose first baseline begins at the origin; y grows downwards.
    pub fn outline(&self, text: &str, size: f64) -> Result<PathData> {
        let (scale, metrics) = (self.scale(size)?, self.metrics(size)?);
        let glyphs = self.font.outline_glyphs();
        let mut pen =
            Pen { data: PathData::default(), origin: Point::zero(), scale, open: false, error: None };
        let (mut from, mut last) = (0_i64, 0);
        self.for_each_run(text, |line, run| {
            if line != last {
                (from, last) = (0, line);
            }
            for (glyph, at) in run.glyph_infos().iter().zip(run.glyph_positions()) {
                let shift = Vector::new(from + i64::from(at.x_offset), -i64::from(at.y_offset)).cast::<f64>();
                pen.origin = Point::new(0.0, line as f64 * metrics.pitch()) + shift * scale;
                if let Some(outline) = glyphs.get(glyph.glyph_id.into()) {
                    memory::room_for_input(outline.required_memory_size(), 1)?;
                    // A glyph that is broken is left out.
                    let _ = outline.draw(&DrawOptions::new(), DrawMemory::default(), &mut pen);
                }
                if let Some(error) = pen.error.take() {
                    return Err(error);
                }
                from += i64::from(at.x_advance);
            }
            Ok(())
        })?;
        Ok(pen.data)
    }

    /// Tells whether there is a glyph for each character that is seen.
    pub fn covers(&self, text: &str) -> bool {
        let map = self.font.charmap();
        text.chars()
            .filter(|c| !c.is_control())
            .all(|c| map.map_unicode(c).is_some_and(|glyph| glyph.to_u32() != 0))
    }

    /// Calls `take` with the glyphs of each run and the number of its line, line by line and from left to right.
    fn for_each_run(&self, text: &str, mut take: impl FnMut(usize, &Buffer) -> Result<()>) -> Result<()> {
        memory::room_for_input(text.len(), OF_A_BYTE)?;
        let font = ShaperFont::new(&self.font);
        let (mut buffer, mut plan) = (Buffer::new(), None);
        for (number, line) in text.split('\n').enumerate() {
            let line = line.strip_suffix('\r').unwrap_or(line);
            for Run { range, direction, script } in text_runs::in_visual_order(line) {
                buffer.clear();
                for (at, c) in line[range].char_indices() {
                    buffer.push(u32::from(if c == '\t' { ' ' } else { c }), at as u32);
                }
                if buffer.is_empty() {
                    continue;
                }
                buffer.set_direction(direction);
                buffer.set_script(script);
                buffer.guess_segment_properties();
                let of = (buffer.direction(), buffer.script());
                // Most runs are of the script of the run before.
                let (_, plan) = match plan.take().filter(|(known, _)| *known == of) {
                    Some(known) => plan.insert(known),
                    None => plan.insert((of, ShapePlan::new(&self.font, of.0, of.1, buffer.language(), &[]))),
                };
                let shaped = shape(&font, &mut buffer, ShapeOptions::new().plan(Some(plan)));
                if shaped.is_err() || !buffer.allocation_successful() {
                    return Err(Error::Shaping { len: line.len() });
                }
                take(number, &buffer)?;
            }
        }
        Ok(())
    }
}

/// Draws glyphs into a path.
struct Pen {
    data: PathData,
    origin: Point<f64>,
    scale: f64,
    /// True while a subpath takes further pieces.
    open: bool,
    error: Option<Error>,
}

impl Pen {
    fn at(&mut self, x: f32, y: f32) -> Point<f64> {
        self.origin + Vector::new(f64::from(x), -f64::from(y)) * self.scale
    }

    /// Makes room for a piece; false where none is drawn any more.
    fn may_draw(&mut self, begins: bool, points: &[Point<f64>]) -> bool {
        if self.error.is_some() {
            return false;
        }
        let reached = points.iter().try_for_each(|&at| check::reached("size", at).map(drop));
        self.error = reached.and_then(|()| Ok(self.data.reserve()?)).err();
        self.error.is_none() && (begins || self.open)
    }
}

impl PathSink for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let at = self.at(x, y);
        if self.may_draw(true, &[at]) {
            self.data.begin(at);
            self.open = true;
        }
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        if self.may_draw(false, &[to]) {
            self.data.line_to(to);
        }
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        let (ctrl, to) = (self.at(cx0, cy0), self.at(x, y));
        if self.may_draw(false, &[ctrl, to]) {
            self.data.quadratic_to(ctrl, to);
        }
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let (ctrl1, ctrl2, to) = (self.at(cx0, cy0), self.at(cx1, cy1), self.at(x, y));
        if self.may_draw(false, &[ctrl1, ctrl2, to]) {
            self.data.cubic_to(ctrl1, ctrl2, to);
        }
    }

    fn close(&mut self) {
        if self.open {
            self.data.close();
            self.open = false;
        }
    }
}
