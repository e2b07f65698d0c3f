//! PNG files of pictures.

use crate::{
    Result,
    picture::{self, Size, encode},
};
use ffi_core::export;

/// Encodes a picture as the bytes of a PNG file. `pixels` are 4 bytes each: red, green, blue, alpha (not
/// premultiplied), row after row from the top.
#[export(heavy)]
fn rt_lyon_png_encode(pixels: &[u8], width: i64, height: i64) -> Result<Vec<u8>> {
    encode(pixels, Size::new(width, height)?)
}

/// Writes a picture to a PNG file. A file that is there already is replaced once the new one is complete, and keeps its
/// permissions; where that fails it stays as it was. Links are followed; a device, or a pipe that somebody reads, is
/// written to.
#[export(blocks, heavy)]
fn rt_lyon_png_save(file: &str, pixels: &[u8], width: i64, height: i64) -> Result<()> {
    picture::save(file, pixels, Size::new(width, height)?)
}
