//! Text: fonts, what they measure, and the outlines of what is written with them.

use crate::{
    Path, Result, canvas,
    color::Color,
    text::{Font, LineMetrics},
};
use ffi_core::{Consumed, New, canvas::Canvas, export, ffi_struct};

/// How high the lines of a font are, at a size.
#[ffi_struct]
pub struct FontMetrics {
    /// How far letters reach above the baseline.
    pub ascent: f64,
    /// How far they reach below it; a positive number.
    pub descent: f64,
    /// What is left free between two lines. From one baseline to the next, it is the sum of the three.
    pub line_gap: f64,
}

/// How large a text is.
#[ffi_struct]
pub struct TextSize {
    /// How far the longest line advances.
    pub width: f64,
    /// From the ascent of the first line to the descent of the last.
    pub height: f64,
}

/// Makes the font that is built in, Roboto Regular: the letters, digits and signs of Western European languages, Greek
/// letters of formulas, and signs of arithmetic. Free it with `rt_lyon_font_free`.
#[export]
fn rt_lyon_font_built_in() -> Result<New<Font>> {
    Font::built_in().map(New::new)
}

/// Makes a font of a file: TrueType, OpenType, a collection of them or Type 1, 256 MiB at most. `index` says which font
/// of a collection, from 0. A variable font looks as it does at first. Fails where the file cannot be read or holds no
/// such font with outlines.
#[export(blocks, heavy)]
fn rt_lyon_font_load(file: &str, index: i64) -> Result<New<Font>> {
    Font::load(file, index).map(New::new)
}

/// Makes a font of the bytes of a font file, as `rt_lyon_font_load` does. They are copied.
#[export(heavy)]
fn rt_lyon_font_decode(bytes: &[u8], index: i64) -> Result<New<Font>> {
    Font::decode(bytes, index).map(New::new)
}

/// Frees a font. Paths made with it stay valid.
#[export]
fn rt_lyon_font_free(font: Consumed<Font>) -> bool {
    drop(font);
    true
}

/// Returns how high lines are, for text of `size` (above 0, up to 1e6): the font's em, in pixels where paths are in
/// pixels.
#[export]
fn rt_lyon_font_get_metrics(font: &Font, size: f64) -> Result<FontMetrics> {
    let LineMetrics { ascent, descent, line_gap } = font.metrics(size)?;
    Ok(FontMetrics { ascent, descent, line_gap })
}

/// Returns how large a text is as `rt_lyon_font_text` writes it. The empty text has one line.
#[export(heavy)]
fn rt_lyon_font_measure(font: &Font, text: &str, size: f64) -> Result<TextSize> {
    let (width, height) = font.measure(text, size)?;
    Ok(TextSize { width, height })
}

/// Tells whether a font has a glyph for each character of a text, control characters aside. For one that it has not, it
/// shows its sign for that, a box in most fonts.
#[export]
fn rt_lyon_font_covers(font: &Font, text: &str) -> bool {
    font.covers(text)
}

/// Makes the path of a text, with the font's kerning and ligatures: its first baseline begins at (0, 0), y grows
/// downwards, and each line break begins a line below. A tab is a space. It fills, by the non-zero rule, strokes and
/// transforms as all paths do. Lines go from (0, y) to the right whatever their direction; one that mixes directions, as Hebrew
/// with numbers in it does, is put in order by the Unicode Bidirectional Algorithm.
#[export(heavy)]
fn rt_lyon_font_text(font: &Font, text: &str, size: f64) -> Result<New<Path>> {
    Ok(New::new(Path::new(font.outline(text, size)?)))
}

/// Draws a text on a canvas: its first baseline begins at (x, y), and it is laid over what is there in `color`,
/// 0xRRGGBBAA. The same as `rt_lyon_font_text` and `rt_lyon_canvas_draw` do; a text that stays is drawn faster as a path
/// that is kept.
#[export(heavy)]
fn rt_lyon_canvas_draw_text(
    canvas: &Canvas,
    font: &Font,
    text: &str,
    x: f64,
    y: f64,
    size: f64,
    color: i64,
) -> Result<()> {
    let color = Color::from_argument("color", color)?;
    canvas::draw_path(canvas, &Path::new(font.outline(text, size)?), [x, y, 0.0, 1.0], color)
}
