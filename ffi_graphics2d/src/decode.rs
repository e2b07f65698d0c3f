//! Pictures read from PNG and JPEG files.

use crate::{
    Error, Result,
    picture::{self, Size},
};
use ffi_core::{canvas::Canvas, file, memory};
use png::{ColorType, Limits, Transformations};
use std::io::Cursor;
use zune_jpeg::{
    JpegDecoder,
    zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions},
};

/// The longest file that is read.
const MOST_BYTES: u64 = 1 << 30;
/// Most bytes that one byte of a PNG file may stand for: Deflate copies 258 bytes by two bits at the best.
const PNG_RATIO: usize = 1032;
/// Most pixels that one byte of a JPEG file may stand for: a block of 64 takes a bit at the least.
const JPEG_RATIO: usize = 64 * 8;
/// Most scans of a progressive JPEG: some ten are usual, and each goes over all blocks.
const MOST_SCANS: usize = 100;
/// Bytes a pixel that a decoder takes beside the picture: a progressive JPEG's coefficients, two bytes each, of four
/// components.
const JPEG_PIXEL_BYTES: usize = 12;
/// Bytes that a PNG's ancillary chunks may take.
const MOST_CHUNK_BYTES: usize = 64 << 20;

/// The picture in a file.
pub fn load(file: &str) -> Result<Canvas> {
    let bytes = file::read(file, MOST_BYTES).map_err(|error| Error::file(file, error))?;
    memory::room_for_input(bytes.len(), 1)?;
    read(&bytes, || format!("`file` is {file}, which"))
}

/// The picture that `bytes` are a file of.
pub fn decode(bytes: &[u8]) -> Result<Canvas> {
    read(bytes, || "`bytes`".to_owned())
}

fn read(bytes: &[u8], name: impl Fn() -> String) -> Result<Canvas> {
    let read = || match bytes {
        [0x89, b'P', b'N', b'G', ..] => png(bytes),
        [0xff, 0xd8, ..] => jpeg(bytes),
        _ => Err(Unreadable::Not("it begins as neither a PNG nor a JPEG file does".into())),
    };
    picture::with_stack(read)?.map_err(|error| match error {
        Unreadable::Not(what) => Error::Picture { source_name: name(), what },
        Unreadable::Other(error) => error,
    })
}

enum Unreadable {
    /// No picture; the text says why.
    Not(String),
    Other(Error),
}

impl<E: Into<Error>> From<E> for Unreadable {
    fn from(error: E) -> Self {
        Self::Other(error.into())
    }
}

fn not(what: impl ToString) -> Unreadable {
    Unreadable::Not(what.to_string())
}

/// The size of a picture that holds `claimed` of something, of which so many bytes can hold `most`.
fn size(width: usize, height: usize, claimed: usize, most: usize) -> Result<Size, Unreadable> {
    if claimed > most {
        return Err(not(format!(
            "it is too short for the {width} by {height} pixels that it claims to have"
        )));
    }
    Ok(Size::new(width as i64, height as i64)?)
}

fn png(bytes: &[u8]) -> Result<Canvas, Unreadable> {
    let limits = Limits { bytes: MOST_CHUNK_BYTES };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(Transformations::normalize_to_color8());
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let header = decoder.read_header_info().map_err(not)?;
    let (width, height) = (header.width as usize, header.height as usize);
    let claimed = header.raw_row_length().saturating_mul(height);
    let size = size(width, height, claimed, bytes.len().saturating_mul(PNG_RATIO))?;
    let mut reader = decoder.read_info().map_err(not)?;
    check_palette(reader.info())?;
    let mut pixels = size.blank()?;
    let needed = reader.output_buffer_size().unwrap_or(usize::MAX);
    let part = pixels.get_mut(..needed).ok_or_else(|| not("its pixels take more than four bytes"))?;
    let info = reader.next_frame(part).map_err(not)?;
    match info.color_type {
        ColorType::Rgba => {}
        ColorType::Rgb => widen(&mut pixels, 3, |pixel| [pixel[0], pixel[1], pixel[2], 255]),
        ColorType::GrayscaleAlpha => widen(&mut pixels, 2, |pixel| [pixel[0], pixel[0], pixel[0], pixel[1]]),
        ColorType::Grayscale => widen(&mut pixels, 1, |pixel| [pixel[0], pixel[0], pixel[0], 255]),
        ColorType::Indexed => return Err(not("its colours are only numbers")),
    }
    Ok(Canvas::new(size.width, size.height, pixels))
}

/// The decoder panics where a palette ends within a colour.
fn check_palette(info: &png::Info) -> Result<(), Unreadable> {
    let bytes = info.palette.as_ref().map_or(0, |palette| palette.len());
    if info.color_type == ColorType::Indexed && !bytes.is_multiple_of(3) {
        return Err(not(format!("its palette has {bytes} bytes, and each colour takes three")));
    }
    Ok(())
}

/// Makes four bytes of each `from` bytes; from the end, so that none is overwritten before it is read.
fn widen(pixels: &mut [u8], from: usize, make: impl Fn(&[u8]) -> [u8; 4]) {
    for i in (0..pixels.len() / 4).rev() {
        let pixel = make(&pixels[i * from..(i + 1) * from]);
        pixels[i * 4..(i + 1) * 4].copy_from_slice(&pixel);
    }
}

fn jpeg(bytes: &[u8]) -> Result<Canvas, Unreadable> {
    if bytes.windows(2).filter(|pair| pair == &[0xff, 0xda]).count() > MOST_SCANS {
        return Err(not(format!("it has more than {MOST_SCANS} scans")));
    }
    let most = picture::MOST_PIXELS as usize;
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(most)
        .set_max_height(most)
        // Trap: with alpha, four inks are read wrong.
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(not)?;
    let (width, height) = decoder.dimensions().ok_or_else(|| not("it tells no size"))?;
    let size = size(width, height, width * height, bytes.len().saturating_mul(JPEG_RATIO))?;
    memory::room_for((size.bytes() / 4).saturating_mul(JPEG_PIXEL_BYTES))?;
    let mut pixels = size.blank()?;
    decoder.decode_into(&mut pixels[..width * height * 3]).map_err(not)?;
    widen(&mut pixels, 3, |pixel| [pixel[0], pixel[1], pixel[2], 255]);
    Ok(Canvas::new(size.width, size.height, pixels))
}
