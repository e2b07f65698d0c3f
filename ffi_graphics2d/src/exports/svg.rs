//! Paths from and to SVG.

use crate::{
    Error, Path, Result,
    path::{svg_read, svg_write},
};
use ffi_core::{New, Text, export, ffi_struct, memory};

/// The longest that a point is as text: two numbers, a letter and blanks.
const OF_A_POINT: usize = 64;

/// The first error of SVG path data.
#[ffi_struct]
pub struct SvgError {
    /// The byte at which it is, from 0; -1 where there is none.
    pub offset: i64,
    /// What is wrong there, "" where nothing is.
    pub reason: String,
}

/// Makes the path that SVG path data describes (the `d` of a `<path>`): all commands, absolute and relative. The empty
/// text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.
#[export(heavy, memory = 64)]
fn rt_lyon_path_from_svg(d: &str) -> Result<New<Path>> {
    Ok(New::new(Path::new(svg_read::read(d)?)))
}

/// Makes the path that SVG path data describes up to its first error, as browsers draw it: the pieces before the one that
/// the error is in. `rt_lyon_svg_find_error` says where that is.
#[export(heavy, memory = 64)]
fn rt_lyon_path_from_svg_lenient(d: &str) -> New<Path> {
    New::new(Path::new(svg_read::read_leniently(d).0))
}

/// Tells where SVG path data has its first error, and what it is.
#[export(heavy, memory = 64, fail(offset = -1), none(offset = -1))]
fn rt_lyon_svg_find_error(d: &str) -> SvgError {
    match svg_read::read_leniently(d).1 {
        Some(Error::Svg { offset, what }) => SvgError { offset: offset as i64, reason: what },
        _ => SvgError { offset: -1, reason: String::new() },
    }
}

/// Returns the path as SVG path data, in absolute M, L, Q, C and Z. Read back, it gives the same path, bit for bit.
#[export]
fn rt_lyon_path_to_svg(path: &Path) -> Text {
    memory::require(path.data().points().len() * OF_A_POINT * memory::TIMES);
    Text::new(&svg_write::write(path.data()))
}
