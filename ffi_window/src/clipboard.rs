//! The clipboard's text.

use crate::{Error, Result};
use arboard::Clipboard;
use ffi_core::Locked;

/// Keeps what was put there alive between calls: on X11 and Wayland the process that offers a text hands it
/// out itself.
static KEPT: Locked<Option<Clipboard>> = Locked::new(None);

fn with<R>(what: &'static str, work: impl Fn(&mut Clipboard) -> Result<R, arboard::Error>) -> Result<R> {
    let failed = |error: arboard::Error| Error::Clipboard { what, reason: error.to_string() };
    let keep = || -> Result<(), arboard::Error> {
        let mut kept = KEPT.lock();
        if kept.is_none() {
            *kept = Some(Clipboard::new()?);
        }
        Ok(())
    };
    keep().map_err(failed)?;
    // All share one connection; no lock is held while another program is asked.
    match Clipboard::new().and_then(|mut clipboard| work(&mut clipboard)) {
        Ok(value) => Ok(value),
        Err(arboard::Error::ContentNotAvailable) => Err(failed(arboard::Error::ContentNotAvailable)),
        Err(_) => {
            // The connection may have broken; the next one need not.
            drop(KEPT.lock().take());
            keep().map_err(failed)?;
            Clipboard::new().and_then(|mut clipboard| work(&mut clipboard)).map_err(failed)
        }
    }
}

/// The text that is there.
pub fn text() -> Result<String> {
    with("read", Clipboard::get_text)
}

/// Puts a text there.
pub fn set_text(text: &str) -> Result<()> {
    with("set", |clipboard| clipboard.set_text(text))
}
