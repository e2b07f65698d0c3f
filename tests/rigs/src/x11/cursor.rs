//! The pointer's picture, as the X server shows it.

use super::connect;
use x11rb::protocol::xfixes::ConnectionExt;

/// Size and pixels of the pointer, each pixel a word of alpha, red, green and blue.
#[derive(Debug, PartialEq, Eq)]
pub struct Picture {
    /// From left to right.
    pub width: u16,
    /// From top to bottom.
    pub height: u16,
    /// Line by line.
    pub pixels: Vec<u32>,
}

impl Picture {
    /// Tells whether there is nothing to be seen.
    pub fn is_empty(&self) -> bool {
        self.pixels.iter().all(|pixel| pixel >> 24 == 0)
    }
}

/// The pointer's picture at this moment.
pub fn picture() -> Picture {
    let (connection, _) = connect();
    connection.xfixes_query_version(4, 0).expect("a request").reply().expect("XFixes");
    let image = connection.xfixes_get_cursor_image().expect("a request").reply().expect("a picture");
    Picture { width: image.width, height: image.height, pixels: image.cursor_image }
}
