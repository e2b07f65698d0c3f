//! Pictures: RGBA bytes, row after row from the top, 4 bytes a pixel, and PNG files of them.

use crate::{Error, Result, check};
use ffi_core::{canvas::Canvas, file_writer::FileWriter, memory, stack};

/// The largest width and height of a picture.
pub const MOST_PIXELS: i64 = 32_768;

/// The size of a picture, checked.
#[derive(Clone, Copy)]
pub struct Size {
    pub width: usize,
    pub height: usize,
}

impl Size {
    /// The size of a canvas, which was checked when it was made.
    pub fn of(canvas: &Canvas) -> Self {
        Self { width: canvas.width(), height: canvas.height() }
    }

    pub fn new(width: i64, height: i64) -> Result<Self> {
        Ok(Self {
            width: check::within("width", width, 1, MOST_PIXELS)? as usize,
            height: check::within("height", height, 1, MOST_PIXELS)? as usize,
        })
    }

    pub fn bytes(self) -> usize {
        self.width * self.height * 4
    }

    /// Transparent pixels, unless memory is short.
    pub fn blank(self) -> Result<Vec<u8>> {
        zeros(self.bytes())
    }

    /// Refuses pixels that are more or fewer than a picture of this size has.
    pub fn check(self, pixels: &[u8]) -> Result<()> {
        if pixels.len() == self.bytes() {
            return Ok(());
        }
        Err(Error::BufferSize {
            name: "pixels",
            len: pixels.len(),
            needed: self.bytes(),
            what: format!("a picture of {} by {} pixels", self.width, self.height),
        })
    }
}

/// A buffer of `bytes` zeros.
pub fn zeros(bytes: usize) -> Result<Vec<u8>> {
    let mut zeros = vec![];
    zeros.try_reserve_exact(bytes).map_err(|_| Error::NoMemory { bytes })?;
    zeros.resize(bytes, 0);
    Ok(zeros)
}

/// Stack that compressing and decompressing take, with room to spare.
const STACK: usize = 1 << 20;

/// Runs `body` on a stack that suffices for pictures: threads of hosts may have a small one, and another may have to grow.
pub fn with_stack<R: Send>(body: impl FnOnce() -> R + Send) -> Result<R> {
    memory::room_for(2 * STACK)?;
    stack::with_room(STACK, body).map_err(|error| Error::Encoding(error.to_string()))
}

/// A picture as the bytes of a PNG file.
pub fn encode(pixels: &[u8], size: Size) -> Result<Vec<u8>> {
    size.check(pixels)?;
    // What comes out grows in one buffer, which is there twice while it moves.
    memory::room_for(pixels.len().saturating_mul(2))?;
    with_stack(|| compress(pixels, size))?
}

/// Writes a picture to a PNG file.
pub fn save(file: &str, pixels: &[u8], size: Size) -> Result<()> {
    let png = encode(pixels, size)?;
    FileWriter::write(file, &png).map_err(|error| Error::file(file, error))
}

fn compress(pixels: &[u8], size: Size) -> Result<Vec<u8>> {
    let mut file = vec![];
    let mut encoder = png::Encoder::new(&mut file, size.width as u32, size.height as u32);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let written = encoder.write_header().and_then(|mut writer| {
        writer.write_image_data(pixels)?;
        writer.finish()
    });
    written.map_err(|error| Error::Encoding(error.to_string()))?;
    Ok(file)
}
