//! Dialogs and settings of a Linux desktop, by its portal (`org.freedesktop.portal.Desktop`): the same with and without a
//! sandbox, on GNOME, KDE and others.

use crate::dbus::{Connection, Outcome, Target, Value};
use std::sync::atomic::{AtomicU32, Ordering};

const NAME: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";

/// What a dialog for files is to ask for.
pub struct FileDialog<'a> {
    pub kind: FileKind,
    /// The window that it belongs to, as portals name it; empty for none.
    pub parent: String,
    pub title: &'a str,
    /// What a new file is to be called.
    pub name: &'a str,
    /// Names of kinds of files, and their patterns.
    pub filters: &'a [(String, Vec<String>)],
}

/// Which dialog it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Open,
    OpenSeveral,
    OpenFolder,
    Save,
}

fn portal() -> Outcome<Connection> {
    let mut connection = Connection::open()?;
    if !connection.has(NAME)? {
        return Err(format!(
            "the desktop has no portal ({NAME}): install xdg-desktop-portal and a backend of it"
        ));
    }
    Ok(connection)
}

fn target(interface: &str) -> Target<'_> {
    Target { name: NAME, path: PATH, interface }
}

/// Shows a dialog and waits for the user: addresses of files, none where the user has chosen none.
pub fn choose(dialog: &FileDialog<'_>) -> Outcome<Vec<String>> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let mut connection = portal()?;
    let token = format!("simple_native_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let sender = connection.name.trim_start_matches(':').replace('.', "_");
    let request = format!("/org/freedesktop/portal/desktop/request/{sender}/{token}");
    // Before it is asked: the answer may come at once.
    connection.listen(&format!(
        "type='signal',interface='org.freedesktop.portal.Request',member='Response',path='{request}'"
    ))?;
    // Who goes answers no more.
    connection.listen(&format!(
        "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='{NAME}'"
    ))?;
    let method = if dialog.kind == FileKind::Save { "SaveFile" } else { "OpenFile" };
    let arguments = [Value::text(&dialog.parent), Value::text(dialog.title), options(dialog, &token)];
    let answer = connection.call(target("org.freedesktop.portal.FileChooser"), method, &arguments)?;
    let handle = answer.first().and_then(Value::as_text).unwrap_or(&request).to_owned();
    if handle != request {
        return Err("its portal is older than 0.9 and answers elsewhere".into());
    }
    loop {
        let signal = connection.signal()?;
        if signal.member == "NameOwnerChanged" {
            if signal.body.get(2).and_then(Value::as_text) == Some("") {
                return Err("the desktop's portal ended before the dialog did".into());
            }
            continue;
        }
        if signal.member != "Response" || signal.path != request {
            continue;
        }
        let [response, results] = &signal.body[..] else { return Err("the portal's answer is none".into()) };
        return match response.as_u32() {
            Some(0) => {
                let uris = results.get("uris").map(Value::items).unwrap_or_default();
                Ok(uris.iter().filter_map(|uri| Some(uri.as_text()?.to_owned())).collect())
            }
            // Cancelled, or closed.
            Some(1 | 2) => Ok(Vec::new()),
            _ => Err("the portal's answer is none".into()),
        };
    }
}

fn options(dialog: &FileDialog<'_>, token: &str) -> Value {
    let mut options = vec![("handle_token", Value::text(token)), ("modal", Value::Bool(true))];
    match dialog.kind {
        FileKind::OpenSeveral => options.push(("multiple", Value::Bool(true))),
        FileKind::OpenFolder => options.push(("directory", Value::Bool(true))),
        _ => {}
    }
    if !dialog.name.is_empty() {
        options.push(("current_name", Value::text(dialog.name)));
    }
    if !dialog.filters.is_empty() {
        let pattern = |text: &String| Value::Struct(vec![Value::U32(0), Value::text(text)]);
        let filter = |(name, patterns): &(String, Vec<String>)| {
            let patterns = Value::Array("(us)", patterns.iter().map(pattern).collect());
            Value::Struct(vec![Value::text(name), patterns])
        };
        options.push(("filters", Value::Array("(sa(us))", dialog.filters.iter().map(filter).collect())));
    }
    Value::dict(options)
}

/// Whether the desktop is light (1) or dark (2); 0 where it has no preference.
pub fn theme() -> Outcome<u32> {
    let mut connection = portal()?;
    let arguments = [Value::text("org.freedesktop.appearance"), Value::text("color-scheme")];
    let answer = connection.call(target("org.freedesktop.portal.Settings"), "Read", &arguments)?;
    let scheme = answer.first().and_then(Value::as_u32);
    scheme.map(theme_of).ok_or_else(|| "the portal tells no colour scheme".into())
}

/// Calls `tell` with each later answer of [`theme`], until the bus goes away.
pub fn watch_theme(tell: impl Fn(u32)) -> Outcome<()> {
    let mut connection = portal()?;
    connection.listen(
        "type='signal',interface='org.freedesktop.portal.Settings',member='SettingChanged',\
         arg0='org.freedesktop.appearance',arg1='color-scheme'",
    )?;
    loop {
        let signal = connection.signal()?;
        if signal.member == "SettingChanged"
            && let Some(scheme) = signal.body.get(2).and_then(Value::as_u32)
        {
            tell(theme_of(scheme));
        }
    }
}

/// The portal counts dark 1 and light 2.
fn theme_of(scheme: u32) -> u32 {
    match scheme {
        1 => 2,
        2 => 1,
        _ => 0,
    }
}

/// The path of a file's address.
pub fn path_of(address: &str) -> Option<Vec<u8>> {
    let rest = address.strip_prefix("file://")?;
    let path = &rest[rest.find('/')?..];
    let (mut found, mut bytes) = (Vec::new(), path.bytes());
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            found.push(byte);
            continue;
        }
        let digits = [bytes.next()?, bytes.next()?];
        found.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::path_of;

    #[test]
    fn paths_of_addresses() {
        assert_eq!(path_of("file:///a%20b/%C3%A4.txt").unwrap(), "/a b/ä.txt".as_bytes());
        assert_eq!(path_of("file://host/x").unwrap(), b"/x");
        assert_eq!(path_of("file:///x%FF").unwrap(), b"/x\xff");
        for wrong in ["http://x/y", "file:///%2", "file:///%zz", "file://", "/x"] {
            assert_eq!(path_of(wrong), None, "{wrong}");
        }
    }
}
