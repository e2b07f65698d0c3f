//! PNG files of pictures.

use crate::{
    Error, Result,
    picture::{Size, encode},
};
use ffi_core::export;

/// A picture as the bytes of a PNG file. `pixels` are 4 bytes each: red, green, blue, alpha (not premultiplied),
/// row after row from the top.
#[export(heavy)]
fn rt_lyon_png_encode(pixels: &[u8], width: i64, height: i64) -> Result<Vec<u8>> {
    encode(pixels, Size::new(width, height)?)
}

/// Writes a picture to a PNG file. A file that is there already is replaced.
#[export(blocks, heavy)]
fn rt_lyon_png_save(file: &str, pixels: &[u8], width: i64, height: i64) -> Result<()> {
    let png = encode(pixels, Size::new(width, height)?)?;
    std::fs::write(file, png)
        .map_err(|error| Error::File { file: file.to_owned(), reason: error.to_string() })
}
