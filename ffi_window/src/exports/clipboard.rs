//! The clipboard.

use crate::{
    Result, clipboard,
    clipboard_content::{Content, Selection},
};
use ffi_core::export;

/// Returns the clipboard's text. `""` where it holds the empty text, and on failure: where it holds no text, where
/// there is no display, and where the program that offers the text, or Wayland's compositor, does not answer for 2
/// seconds.
#[export(blocks)]
fn rt_winit_clipboard_get_text() -> Result<String> {
    clipboard::text(Selection::Clipboard)
}

/// Puts a text into the clipboard, where it stays until another program or call puts something there, while
/// this process lives. X servers take some 16 million bytes; a longer text fails.
#[export(blocks)]
fn rt_winit_clipboard_set_text(text: &str) -> Result<()> {
    clipboard::set(Selection::Clipboard, &Content::text(text))
}

/// Returns the HTML that is in the clipboard, as a browser or an office puts it there beside its text. `""` where there
/// is none, and on failure.
#[export(blocks)]
fn rt_winit_clipboard_get_html() -> Result<String> {
    clipboard::html()
}

/// Puts HTML into the clipboard, and `text`, which is what programs get that take none.
#[export(blocks)]
fn rt_winit_clipboard_set_html(html: &str, text: &str) -> Result<()> {
    clipboard::set(Selection::Clipboard, &Content::html(html, text))
}

/// Returns the picture that is in the clipboard, as the bytes of a PNG file, which nearly every program offers:
/// `rt_lyon_canvas_decode` makes a canvas of them. Empty where there is none, and on failure: other systems than X11 and
/// Wayland are not asked.
#[export(blocks)]
fn rt_winit_clipboard_get_png() -> Result<Vec<u8>> {
    clipboard::png()
}

/// Puts a picture into the clipboard: the bytes of a PNG file, which `rt_lyon_png_encode` makes of pixels. Fails on other
/// systems than X11 and Wayland.
#[export(blocks)]
fn rt_winit_clipboard_set_png(png: &[u8]) -> Result<()> {
    clipboard::set(Selection::Clipboard, &Content::png(png)?)
}

/// Returns the text that is selected, in whatever program, and that the middle button of a mouse pastes. `""` where that is
/// empty, where nothing is selected, and on failure: other systems than X11 and Wayland have no such thing.
#[export(blocks)]
fn rt_winit_clipboard_get_primary_text() -> Result<String> {
    clipboard::text(Selection::Primary)
}

/// Says which text is selected, so that the middle button of a mouse pastes it into other programs: for programs that have
/// selections of their own. Fails on other systems than X11 and Wayland.
#[export(blocks)]
fn rt_winit_clipboard_set_primary_text(text: &str) -> Result<()> {
    clipboard::set(Selection::Primary, &Content::text(text))
}
