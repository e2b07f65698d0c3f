//! The clipboard.

use crate::{Result, clipboard};
use ffi_core::export;

/// Returns the clipboard's text. `""` where it holds the empty text, and on failure: where it holds no text, where
/// there is no display, and where the program that offers the text, or Wayland's compositor, does not answer for 2
/// seconds.
#[export(blocks)]
fn rt_winit_clipboard_get_text() -> Result<String> {
    clipboard::text()
}

/// Puts a text into the clipboard, where it stays until another program or call puts something there, while
/// this process lives. X servers take some 16 million bytes; a longer text fails.
#[export(blocks)]
fn rt_winit_clipboard_set_text(text: &str) -> Result<()> {
    clipboard::set_text(text)
}
