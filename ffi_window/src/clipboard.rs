//! The clipboard: text, HTML and pictures; and the text that is selected.

use crate::{
    Error, Result,
    clipboard_content::{Content, Selection},
};
use arboard::Clipboard;
use ffi_core::{
    fork::{ForkSafeMutex, ProcessLocal},
    signals::without_write_signals,
    thread::with_signals_blocked,
};

/// Keeps what was put there alive between calls: on X11 and Wayland the process that offers a text hands it
/// out itself.
static KEPT: ForkSafeMutex<Option<ProcessLocal<Clipboard>>> = ForkSafeMutex::inherited(|| None);

fn with<R>(what: &'static str, work: impl Fn(&mut Clipboard) -> Result<R, arboard::Error>) -> Result<R> {
    let failed = |error: arboard::Error| Error::Clipboard { what, reason: error.to_string() };
    let keep = || {
        let mut kept = KEPT.lock();
        match &*kept {
            // Its thread and its connection are the parent's.
            Some(clipboard) if clipboard.get().is_none() => {
                let reason = "a process that this one is forked from has opened it".into();
                return Err(Error::Clipboard { what, reason });
            }
            Some(_) => {}
            // It starts a thread.
            None => *kept = Some(ProcessLocal::new(with_signals_blocked(Clipboard::new).map_err(failed)?)),
        }
        Ok(())
    };
    keep()?;
    // All share one connection; no lock is held while another program is asked.
    match Clipboard::new().and_then(|mut clipboard| work(&mut clipboard)) {
        Ok(value) => Ok(value),
        Err(arboard::Error::ContentNotAvailable) => Err(failed(arboard::Error::ContentNotAvailable)),
        Err(_) => {
            // The connection may have broken; the next one need not.
            drop(KEPT.lock().take());
            keep()?;
            Clipboard::new().and_then(|mut clipboard| work(&mut clipboard)).map_err(failed)
        }
    }
}

/// The text that is there.
pub fn text(selection: Selection) -> Result<String> {
    #[cfg(target_os = "linux")]
    return read(|| crate::x11_selection::text(selection), || crate::wayland_selection::text(selection));
    #[cfg(not(target_os = "linux"))]
    match selection {
        Selection::Clipboard => without_write_signals(|| with("read", Clipboard::get_text)),
        Selection::Primary => Err(not_here("what is selected is known on X11 and Wayland alone")),
    }
}

/// The HTML that is there.
pub fn html() -> Result<String> {
    #[cfg(target_os = "linux")]
    return read(crate::x11_selection::html, crate::wayland_selection::html);
    #[cfg(not(target_os = "linux"))]
    without_write_signals(|| with("read", |clipboard| clipboard.get().html()))
}

/// The picture that is there, as a PNG file.
pub fn png() -> Result<Vec<u8>> {
    #[cfg(target_os = "linux")]
    return read(crate::x11_selection::png, crate::wayland_selection::png);
    #[cfg(not(target_os = "linux"))]
    Err(not_here("pictures are read on X11 and Wayland alone"))
}

/// Puts something there.
pub fn set(selection: Selection, content: &Content) -> Result<()> {
    without_write_signals(|| write(selection, content))
}

#[cfg(target_os = "linux")]
fn read<T>(
    of_x11: impl FnOnce() -> Outcome<Option<T>>,
    of_wayland: impl FnOnce() -> Option<Outcome<Option<T>>>,
) -> Result<T> {
    let failed = |reason: String| Error::Clipboard { what: "read", reason };
    let found = without_write_signals(|| {
        if is_x11() {
            return of_x11();
        }
        match of_wayland() {
            Some(found) => found,
            // Its compositor shares the clipboard with the X server in it.
            None if is_set("DISPLAY") => of_x11(),
            None => Err(NO_CLIPBOARD.into()),
        }
    });
    let found = found.map_err(|error| failed(error.to_string()))?;
    found.ok_or_else(|| failed(arboard::Error::ContentNotAvailable.to_string()))
}

#[cfg(target_os = "linux")]
type Outcome<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[cfg(target_os = "linux")]
const NO_CLIPBOARD: &str = "there is no display, or one whose compositor has no data control \
                            (neither ext-data-control-v1 nor wlr-data-control) and no X server";

#[cfg(not(target_os = "linux"))]
fn not_here(reason: &str) -> Error {
    Error::Impossible("this", reason.into())
}

#[cfg(target_os = "linux")]
fn write(selection: Selection, content: &Content) -> Result<()> {
    use arboard::{LinuxClipboardKind, SetExtLinux};
    let failed = |reason: String| Error::Clipboard { what: "set", reason };
    let on_x11 =
        || crate::x11_clipboard::offer(selection, content).map_err(|error| failed(error.to_string()));
    if is_x11() {
        return on_x11();
    }
    if let Some(png) = &content.png {
        let set = || with_signals_blocked(|| wayland_png(png));
        return match crate::wayland_selection::after_setting(selection, set) {
            Err(_) if is_set("DISPLAY") => on_x11(),
            outcome => outcome.map_err(failed),
        };
    }
    let kind = match selection {
        Selection::Clipboard => LinuxClipboardKind::Clipboard,
        Selection::Primary => LinuxClipboardKind::Primary,
    };
    let text = content.text.as_deref().unwrap_or_default();
    // A thread is started that hands it out.
    let set = |clipboard: &mut Clipboard| {
        with_signals_blocked(|| match &content.html {
            Some(html) => clipboard.set().clipboard(kind).html(&**html, Some(text)),
            None => clipboard.set().clipboard(kind).text(text),
        })
    };
    crate::wayland_selection::after_setting(selection, || with("set", set))
}

/// Offers a picture on Wayland, from a thread that ends when another program offers something.
#[cfg(target_os = "linux")]
fn wayland_png(png: &[u8]) -> std::result::Result<(), String> {
    use wl_clipboard_rs::copy::{MimeType, Options, Source};
    let kind = MimeType::Specific(crate::clipboard_content::PNG.into());
    Options::new().copy(Source::Bytes(png.into()), kind).map_err(|error| error.to_string())
}

#[cfg(not(target_os = "linux"))]
fn write(selection: Selection, content: &Content) -> Result<()> {
    if selection == Selection::Primary {
        return Err(not_here("what is selected is known on X11 and Wayland alone"));
    }
    if content.png.is_some() {
        return Err(not_here("pictures are offered on X11 and Wayland alone"));
    }
    let text = content.text.as_deref().unwrap_or_default();
    with("set", |clipboard| {
        with_signals_blocked(|| match &content.html {
            Some(html) => clipboard.set().html(&**html, Some(text)),
            None => clipboard.set_text(text),
        })
    })
}

#[cfg(target_os = "linux")]
fn is_set(name: &str) -> bool {
    ffi_core::environment::variable(name).is_some_and(|value| !value.is_empty())
}

/// Tells whether it is X's clipboard that programs share.
#[cfg(target_os = "linux")]
fn is_x11() -> bool {
    !is_set("WAYLAND_DISPLAY") && is_set("DISPLAY")
}
