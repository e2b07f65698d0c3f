//! Dialogs of the desktop's, and whether it is light or dark.

use crate::{Result, constants::MessageKind, dialogs, dialogs::FileKind, limits, window::Window};
use ffi_core::{Handle, Text, export};

/// Lets the user choose files to open, in the desktop's own dialog, and returns their paths: `multiple` of them, or one.
/// Empty where he chooses none, which is no failure. `window` is the one that it belongs to, 0 for none. `filters` says which kinds of files may be chosen: a
/// name and its patterns after a bar, "Pictures|*.png;*.jpg"; none allow all. Waits for the user, however long that takes.
///
/// On Linux the desktop's portal shows it; fails where there is no session bus and where the desktop has no portal. Fails on
/// other systems.
#[export(blocks, zero(window))]
fn rt_winit_dialog_open_files(
    window: Handle<Window>,
    title: &str,
    multiple: bool,
    filters: &[&str],
) -> Result<Vec<Text>> {
    let kind = if multiple { FileKind::OpenSeveral } else { FileKind::Open };
    Ok(texts(&dialogs::choose(dialogs::parent(window)?, kind, title, "", filters)?))
}

/// Lets the user choose a folder, as `rt_winit_dialog_open_files` does files: its path, or `""` where he chooses none.
#[export(blocks, zero(window))]
fn rt_winit_dialog_open_folder(window: Handle<Window>, title: &str) -> Result<Text> {
    let chosen = dialogs::choose(dialogs::parent(window)?, FileKind::OpenFolder, title, "", &[])?;
    Ok(first(&chosen))
}

/// Lets the user say where to save a file, as `rt_winit_dialog_open_files` does what to open: its path, or `""` where he
/// does not. `name` is what it would be called. The user was asked where a file of that name is there.
#[export(blocks, zero(window))]
fn rt_winit_dialog_save_file(
    window: Handle<Window>,
    title: &str,
    name: &str,
    filters: &[&str],
) -> Result<Text> {
    let chosen = dialogs::choose(dialogs::parent(window)?, FileKind::Save, title, name, filters)?;
    Ok(first(&chosen))
}

fn texts(paths: &[Vec<u8>]) -> Vec<Text> {
    paths.iter().map(|path| Text::new(&String::from_utf8_lossy(path))).collect()
}

fn first(paths: &[Vec<u8>]) -> Text {
    Text::new(&paths.first().map_or_else(Default::default, |path| String::from_utf8_lossy(path)))
}

/// Shows a message with one or two buttons and returns which was chosen: 0 for the first, 1 for the second, which also
/// stands for closing it. `kind` is information 0, warning 1, error 2. A `cancel` of `""` leaves the second button out. Waits
/// for the user, however long that takes; -1 on failure.
///
/// On Linux `zenity` shows it, or `kdialog` where that is missing, one of which most desktops have; fails where both are, and on
/// other systems.
#[export(blocks, numbers(kind = "MessageKind"))]
fn rt_winit_dialog_message(kind: i64, title: &str, text: &str, accept: &str, cancel: &str) -> Result<i64> {
    let kind = match limits::between("kind", kind, 0, 2)? {
        0 => MessageKind::Information,
        1 => MessageKind::Warning,
        _ => MessageKind::Error,
    };
    dialogs::message(kind, title, text, accept, cancel)
}

/// Tells whether the user has the desktop light, 1, or dark, 2; 0 where he prefers neither. On Linux the desktop's portal
/// knows; fails where there is no session bus and where the desktop has no portal. Fails on other systems.
#[export(blocks, numbers(result = "Theme"))]
fn rt_winit_get_theme() -> Result<i64> {
    dialogs::theme()
}
