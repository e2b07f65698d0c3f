//! The clipboard's text.

use crate::{Error, Result};
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
pub fn text() -> Result<String> {
    without_write_signals(read)
}

fn read() -> Result<String> {
    #[cfg(target_os = "linux")]
    {
        let found =
            if is_x11() { Some(crate::x11_selection::text()) } else { crate::wayland_selection::text() };
        if let Some(found) = found {
            let failed = |reason: String| Error::Clipboard { what: "read", reason };
            let found = found.map_err(|error| failed(error.to_string()))?;
            return found.ok_or_else(|| failed(arboard::Error::ContentNotAvailable.to_string()));
        }
    }
    with("read", Clipboard::get_text)
}

/// Puts a text there.
pub fn set_text(text: &str) -> Result<()> {
    without_write_signals(|| write(text))
}

fn write(text: &str) -> Result<()> {
    #[cfg(target_os = "linux")]
    if is_x11() {
        let failed = |reason: String| Error::Clipboard { what: "set", reason };
        return crate::x11_clipboard::offer(text).map_err(|error| failed(error.to_string()));
    }
    // On Wayland a thread is started that hands the text out.
    let set = || with("set", |clipboard| with_signals_blocked(|| clipboard.set_text(text)));
    #[cfg(target_os = "linux")]
    return crate::wayland_selection::after_setting(set);
    #[cfg(not(target_os = "linux"))]
    set()
}

/// Whether it is X's clipboard that programs share.
#[cfg(target_os = "linux")]
fn is_x11() -> bool {
    let is_set = |name| ffi_core::environment::variable(name).is_some_and(|value| !value.is_empty());
    !is_set("WAYLAND_DISPLAY") && is_set("DISPLAY")
}
