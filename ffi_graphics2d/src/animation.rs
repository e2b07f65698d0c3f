//! Animations: PNG files of several frames (APNG), which browsers and picture viewers play.

use crate::{
    Error, Result, check,
    picture::{Size, with_stack},
};
use ffi_core::{Kind, Locked, file_writer::FileWriter};
use png::{BlendOp, Writer};
use std::{
    io::{self, BufWriter, Write},
    sync::Arc,
};

/// Bytes that go to the file at once.
const BUFFER: usize = 64 << 10;

const MOST_FRAMES: i64 = 1_000_000;

/// An animation that is being written. Each frame goes to the file as it comes.
pub struct Animation {
    file: String,
    size: Size,
    frames: u32,
    state: Locked<AnimationState>,
}

ffi_core::object!(Animation, Kind::Animation);

struct AnimationState {
    /// None once it failed or was finished.
    writer: Option<Writer<BufWriter<Out>>>,
    out: Out,
    got: u32,
    last: Vec<u8>,
}

/// The file while it is neither finished nor given up: the encoder keeps what it writes to, and writes an end when it
/// is dropped.
#[derive(Clone)]
struct Out(Arc<Locked<Option<FileWriter>>>);

impl Out {
    fn new(file: FileWriter) -> Self {
        Self(Arc::new(Locked::new(Some(file))))
    }

    fn take(&self) -> io::Result<FileWriter> {
        self.0.lock().take().ok_or_else(|| io::ErrorKind::BrokenPipe.into())
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().as_mut().ok_or(io::ErrorKind::BrokenPipe)?.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl AnimationState {
    /// Leaves what was there.
    fn give_up(&mut self) {
        drop(self.out.take());
        self.writer = None;
    }
}

impl Animation {
    /// Begins the file of an animation.
    pub fn create(file: &str, width: i64, height: i64, frames: i64, frame_ms: i64) -> Result<Self> {
        let size = Size::new(width, height)?;
        let frames = check::within("frames", frames, 1, MOST_FRAMES)? as u32;
        let frame_ms = check::within("frame_ms", frame_ms, 1, 65_535)? as u16;
        let out = Out::new(FileWriter::begin(file).map_err(|error| Error::file(file, error))?);
        let buffered = BufWriter::with_capacity(BUFFER, out.clone());
        let mut encoder = png::Encoder::new(buffered, size.width as u32, size.height as u32);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.validate_sequence(true);
        let writer = encoder
            .set_animated(frames, 0)
            .and_then(|()| encoder.set_frame_delay(frame_ms, 1000))
            .and_then(|()| encoder.write_header())
            .map_err(|error| Error::file(file, error))?;
        let state = Locked::new(AnimationState { writer: Some(writer), out, got: 0, last: vec![] });
        Ok(Self { file: file.to_owned(), size, frames, state })
    }

    /// Writes the next frame.
    pub fn add_frame(&self, pixels: &[u8]) -> Result<()> {
        self.size.check(pixels)?;
        let state = &mut *self.state.lock();
        if state.got == self.frames {
            return Err(Error::NoMoreFrames(self.frames));
        }
        let more = pixels.len() - state.last.len();
        state.last.try_reserve_exact(more).map_err(|_| Error::NoMemory { bytes: pixels.len() })?;
        let writer = state.writer.as_mut().ok_or(Error::BrokenAnimation)?;
        let last = &state.last;
        if let Err(error) = with_stack(|| write_frame(writer, self.size, last, pixels))? {
            state.give_up();
            return Err(Error::file(&self.file, error));
        }
        state.got += 1;
        state.last.clear();
        state.last.extend_from_slice(pixels);
        Ok(())
    }

    /// Completes the file.
    pub fn finish(&self) -> Result<()> {
        let state = &mut *self.state.lock();
        if state.got < self.frames {
            return Err(Error::MissingFrames { expected: self.frames, got: state.got });
        }
        let writer = state.writer.take().ok_or(Error::BrokenAnimation)?;
        let written = writer.finish().map_err(io::Error::from);
        written.and_then(|()| state.out.take()?.finish()).map_err(|error| Error::file(&self.file, error))
    }
}

impl Drop for Animation {
    fn drop(&mut self) {
        self.state.lock().give_up();
    }
}

/// Writes a frame: only the part that changed, where the rest can show through.
fn write_frame(
    writer: &mut Writer<BufWriter<Out>>,
    size: Size,
    last: &[u8],
    pixels: &[u8],
) -> Result<(), png::EncodingError> {
    let Some(changes) = Changes::new(size, last, pixels) else {
        writer.reset_frame_position()?;
        writer.reset_frame_dimension()?;
        writer.set_blend_op(BlendOp::Source)?;
        return writer.write_image_data(pixels);
    };
    writer.reset_frame_position()?;
    writer.set_frame_dimension(changes.width as u32, changes.height as u32)?;
    writer.set_frame_position(changes.left as u32, changes.top as u32)?;
    writer.set_blend_op(if changes.opaque { BlendOp::Over } else { BlendOp::Source })?;
    writer.write_image_data(&changes.pixels(size, last, pixels))
}

/// The part of a frame that differs from the one before.
struct Changes {
    left: usize,
    top: usize,
    width: usize,
    height: usize,
    /// True where every changed pixel is opaque, so that unchanged ones can be left transparent.
    opaque: bool,
}

impl Changes {
    /// None for a first frame.
    fn new(size: Size, last: &[u8], pixels: &[u8]) -> Option<Self> {
        if last.is_empty() {
            return None;
        }
        let (mut left, mut right, mut top, mut bottom, mut opaque) = (size.width, 0, size.height, 0, true);
        for (y, (before, now)) in rows(size, last).zip(rows(size, pixels)).enumerate() {
            if before == now {
                continue;
            }
            (top, bottom) = (top.min(y), y + 1);
            for (x, (before, now)) in before.chunks_exact(4).zip(now.chunks_exact(4)).enumerate() {
                if before != now {
                    (left, right) = (left.min(x), right.max(x + 1));
                    opaque &= now[3] == 255;
                }
            }
        }
        if top >= bottom {
            // A frame has at least one pixel.
            (left, right, top, bottom) = (0, 1, 0, 1);
        }
        Some(Self { left, top, width: right - left, height: bottom - top, opaque })
    }

    fn pixels(&self, size: Size, last: &[u8], pixels: &[u8]) -> Vec<u8> {
        let part = self.left * 4..(self.left + self.width) * 4;
        let mut cut = Vec::with_capacity(self.width * self.height * 4);
        for (before, now) in rows(size, last).zip(rows(size, pixels)).skip(self.top).take(self.height) {
            let pairs = before[part.clone()].chunks_exact(4).zip(now[part.clone()].chunks_exact(4));
            for (before, now) in pairs {
                cut.extend_from_slice(if self.opaque && before == now { &[0; 4] } else { now });
            }
        }
        cut
    }
}

fn rows(size: Size, pixels: &[u8]) -> impl Iterator<Item = &[u8]> {
    pixels.chunks_exact(size.width * 4)
}
