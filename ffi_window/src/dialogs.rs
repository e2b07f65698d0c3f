//! Dialogs: which programs of a desktop show them.

use crate::{Error, Result, constants::MessageKind, limits, window::Window};
use ffi_core::Handle;
#[cfg(target_os = "linux")]
use ffi_core::{fork::ForkSafeMutex, thread::Builder};

/// Which dialog for files it is.
#[cfg(target_os = "linux")]
pub use crate::portal::FileKind;

/// Which dialog for files it is.
#[cfg(not(target_os = "linux"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum FileKind {
    Open,
    OpenSeveral,
    OpenFolder,
    Save,
}

/// The window that a dialog belongs to, as portals name it; empty for none.
pub fn parent(window: Handle<Window>) -> Result<String> {
    if window.number() == 0 {
        return Ok(String::new());
    }
    let window = window.get().map_err(Error::Argument)?;
    window.state()?;
    #[cfg(target_os = "linux")]
    if crate::ui_thread::display()?.system == crate::platform::System::X11 {
        return Ok(format!("x11:{:x}", window.shared.id));
    }
    Ok(String::new())
}

const FILES: &str = "choosing a file";
const MESSAGE: &str = "showing a message";
const THEME: &str = "telling whether the desktop is light or dark";

/// Lets the user choose files: their paths.
pub fn choose(
    parent: String,
    kind: FileKind,
    title: &str,
    name: &str,
    filters: &[&str],
) -> Result<Vec<Vec<u8>>> {
    limits::name("title", title)?;
    limits::name("name", name)?;
    let filters = filters.iter().map(|filter| read_filter(filter)).collect::<Result<Vec<_>>>()?;
    #[cfg(target_os = "linux")]
    {
        use crate::portal;
        let dialog = portal::FileDialog { kind, parent, title, name, filters: &filters };
        let chosen = ffi_core::signals::without_write_signals(|| portal::choose(&dialog));
        let chosen = chosen.map_err(|reason| Error::Impossible(FILES, reason))?;
        let paths: Vec<Vec<u8>> = chosen.iter().filter_map(|address| portal::path_of(address)).collect();
        if paths.len() < chosen.len() {
            return Err(Error::Impossible(FILES, "the user chose one that is not on this machine".into()));
        }
        Ok(paths)
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = (parent, kind, filters);
        Err(Error::Impossible(FILES, ELSEWHERE.into()))
    }
}

#[cfg(not(target_os = "linux"))]
const ELSEWHERE: &str = "it is done on Linux alone";

/// A kind of files: its name, and patterns.
fn read_filter(filter: &str) -> Result<(String, Vec<String>)> {
    limits::name("filters", filter)?;
    let wrong = || Error::Filter(filter.chars().take(64).collect());
    let (name, patterns) = filter.split_once('|').ok_or_else(wrong)?;
    let patterns: Vec<String> =
        patterns.split(';').map(str::trim).filter(|pattern| !pattern.is_empty()).map(str::to_owned).collect();
    if name.trim().is_empty() || patterns.is_empty() {
        return Err(wrong());
    }
    Ok((name.trim().to_owned(), patterns))
}

/// Whether somebody hears when it changes; a child of `fork` has no such thread.
#[cfg(target_os = "linux")]
static IS_WATCHED: ForkSafeMutex<bool> = ForkSafeMutex::by_each_process(|| false);

/// Whether the desktop is light or dark. From now on windows are told when that changes.
pub fn theme() -> Result<i64> {
    #[cfg(target_os = "linux")]
    {
        let theme = ffi_core::signals::without_write_signals(crate::portal::theme)
            .map_err(|reason| Error::Impossible(THEME, reason))?;
        let is_watched = std::mem::replace(&mut *IS_WATCHED.lock(), true);
        if !is_watched {
            let watch = || {
                let tell = |theme| crate::ui_thread::post(move |app, _| app.take_theme(i64::from(theme)));
                let _ = crate::portal::watch_theme(tell);
                *IS_WATCHED.lock() = false;
            };
            if Builder::new("simple_native theme").spawn(watch).is_err() {
                *IS_WATCHED.lock() = false;
            }
        }
        Ok(theme.into())
    }
    #[cfg(not(target_os = "linux"))]
    Err(Error::Impossible(THEME, ELSEWHERE.into()))
}

/// Shows a message; the number of the button that was chosen.
pub fn message(kind: MessageKind, title: &str, text: &str, accept: &str, cancel: &str) -> Result<i64> {
    for (name, value) in [("title", title), ("text", text), ("accept", accept), ("cancel", cancel)] {
        limits::name(name, value)?;
    }
    #[cfg(target_os = "linux")]
    {
        let shown = crate::message_box::show(kind, title, text, accept, cancel);
        shown.map(i64::from).map_err(|reason| Error::Impossible(MESSAGE, reason))
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = kind;
        Err(Error::Impossible(MESSAGE, ELSEWHERE.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::read_filter;

    #[test]
    fn filters() {
        let (name, patterns) = read_filter("Pictures | *.png; *.jpg;").unwrap();
        assert_eq!((name.as_str(), patterns), ("Pictures", vec!["*.png".to_owned(), "*.jpg".to_owned()]));
        for wrong in ["*.png", "|*.png", "Pictures|", "Pictures|;", "", "a\0|b"] {
            assert!(read_filter(wrong).is_err(), "{wrong:?}");
        }
    }
}
