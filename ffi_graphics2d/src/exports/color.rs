//! Colours as numbers.

use crate::{Result, check, color::Color};
use ffi_core::export;

/// Returns the colour, 0xRRGGBBAA, that a text names as CSS does: by one of its 148 names (`tomato`; `transparent`), in
/// hexadecimal digits (`#f80`, `#f80c`, `#ff8800`, `#ff8800cc`), or by a function (`rgb(255 136 0)`, `rgb(100% 50% 0 / 80%)`,
/// `hsl(32 100% 50%)`, `hwb()`, `lab()`, `lch()`, `oklab()`, `oklch()`). It is opaque where the text says nothing else. -1
/// where it names none.
#[export(memory = 0)]
fn rt_lyon_color_from_text(text: &str) -> Result<i64> {
    Color::from_text(text).map(Color::number)
}

/// Returns the colour of these parts, 0xRRGGBBAA, each 0 to 255; an `alpha` of 255 is opaque.
#[export]
fn rt_lyon_color_from_parts(red: i64, green: i64, blue: i64, alpha: i64) -> Result<i64> {
    let part = |name, value| check::within(name, value, 0, 255);
    let parts = [part("red", red)?, part("green", green)?, part("blue", blue)?, part("alpha", alpha)?];
    Ok(parts.into_iter().fold(0, |number, part| number << 8 | part))
}
