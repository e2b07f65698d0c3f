//! Paths from and to SVG.

use crate::{
    Path, Result,
    path::{svg_read, svg_write},
};
use ffi_core::{New, Text, export, memory};

/// The longest that a point is as text: two numbers, a letter and blanks.
const OF_A_POINT: usize = 64;

/// Makes the path that SVG path data describes (the `d` of a `<path>`): all commands, absolute and relative. The empty
/// text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.
#[export(heavy, memory = 64)]
fn rt_lyon_path_from_svg(d: &str) -> Result<New<Path>> {
    Ok(New::new(Path::new(svg_read::read(d)?)))
}

/// Returns the path as SVG path data, in absolute M, L, Q, C and Z. Read back, it gives the same path, bit for bit.
#[export]
fn rt_lyon_path_to_svg(path: &Path) -> Text {
    memory::require(path.data().points().len() * OF_A_POINT * memory::TIMES);
    Text::new(&svg_write::write(path.data()))
}
