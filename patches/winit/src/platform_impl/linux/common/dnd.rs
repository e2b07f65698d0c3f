//! Patched: lists of dragged files (RFC 2483), the same on X11 and Wayland.

use std::path::PathBuf;

use percent_encoding::percent_decode;

/// The files of this machine in a list. Its entries are taken apart before they are decoded, so that one loses no
/// other.
pub fn paths_of(list: &[u8]) -> Vec<PathBuf> {
    list.split(|byte| matches!(byte, b'\r' | b'\n' | 0)).filter_map(path_of).collect()
}

/// The path of an entry `file:///path`, `file://host/path` with this machine's name, or `file:/path`.
fn path_of(uri: &[u8]) -> Option<PathBuf> {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt;

    let uri = uri.trim_ascii();
    let scheme = uri.get(..5)?;
    if !scheme.eq_ignore_ascii_case(b"file:") {
        return None;
    }
    let rest = &uri[5..];
    let path = match rest.strip_prefix(b"//") {
        Some(rest) => {
            let slash = rest.iter().position(|byte| *byte == b'/')?;
            let (host, path) = rest.split_at(slash);
            let is_here = host.is_empty() || host.eq_ignore_ascii_case(b"localhost") || {
                let own = rustix::system::uname();
                host.eq_ignore_ascii_case(own.nodename().to_bytes())
            };
            if !is_here {
                return None;
            }
            path
        },
        None => rest,
    };
    let bytes: Vec<u8> = percent_decode(path).collect();
    (bytes.first() == Some(&b'/') && !bytes.contains(&0)).then(|| PathBuf::from(OsString::from_vec(bytes)))
}
