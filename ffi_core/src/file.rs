//! Opening the file that a caller's path names: it is looked at before it is opened, for the opening itself may wait
//! for ever (a FIFO) or do something (a device).

use std::{
    fs::{self, File, FileType, OpenOptions},
    io::{self, ErrorKind},
    path::Path,
};

/// Opens a regular file to read. Whatever else lies there is refused without waiting for it.
pub fn open(path: impl AsRef<Path>) -> io::Result<File> {
    let path = path.as_ref();
    require_regular(fs::metadata(path)?.file_type())?;
    let file = careful().read(true).open(path)?;
    // Another may lie there by now.
    require_regular(file.metadata()?.file_type())?;
    Ok(file)
}

/// The bytes of a regular file, at most `limit` of them: a longer one is an error, of kind
/// [`FileTooLarge`](ErrorKind::FileTooLarge).
pub fn read(path: impl AsRef<Path>, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut io::Read::take(open(path)?, limit.saturating_add(1)), &mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(io::Error::new(ErrorKind::FileTooLarge, format!("it has more than {limit} bytes")));
    }
    Ok(bytes)
}

/// Fails unless `found` is a regular file; the error says what it is instead.
pub fn require_regular(found: FileType) -> io::Result<()> {
    if found.is_file() {
        return Ok(());
    }
    let kind = if found.is_dir() { ErrorKind::IsADirectory } else { ErrorKind::InvalidInput };
    Err(io::Error::new(kind, format!("it is {}, and no regular file", name(found))))
}

/// Neither waits for a FIFO's other end nor becomes the process's terminal, nor is inherited by programs.
pub(crate) fn careful() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NONBLOCK | libc::O_NOCTTY);
    options
}

#[cfg(unix)]
fn name(found: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    match found {
        _ if found.is_dir() => "a directory",
        _ if found.is_fifo() => "a pipe",
        _ if found.is_socket() => "a socket",
        _ if found.is_char_device() || found.is_block_device() => "a device",
        _ => "something else",
    }
}

#[cfg(not(unix))]
fn name(found: FileType) -> &'static str {
    if found.is_dir() { "a directory" } else { "something else" }
}

/// A folder of a test's own, which goes when the test ends.
#[cfg(all(test, unix))]
pub(crate) struct Folder(pub std::path::PathBuf);

#[cfg(all(test, unix))]
impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("simple_native_{name}_{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

#[cfg(all(test, unix))]
impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::{
        ffi::CString,
        io::Read,
        os::unix::{ffi::OsStrExt, fs::symlink, net::UnixListener},
        path::PathBuf,
    };

    /// One of each that is no regular file, and what it is called.
    fn others(folder: &Path) -> Vec<(PathBuf, &'static str)> {
        let fifo = folder.join("fifo");
        let name = CString::new(fifo.as_os_str().as_bytes()).unwrap();
        // SAFETY: a NUL-terminated path.
        assert_eq!(unsafe { libc::mkfifo(name.as_ptr(), 0o600) }, 0);
        let socket = folder.join("socket");
        drop(UnixListener::bind(&socket).unwrap());
        symlink(&fifo, folder.join("link")).unwrap();
        vec![
            (folder.into(), "a directory"),
            (folder.join("link"), "a pipe"),
            (fifo, "a pipe"),
            (socket, "a socket"),
            ("/dev/null".into(), "a device"),
        ]
    }

    #[test]
    fn what_is_no_regular_file_is_refused_without_waiting() {
        let folder = Folder::new("refused");
        for (path, name) in others(&folder.0) {
            let said = open(&path).map(drop).map_err(|error| error.to_string());
            assert_eq!(said, Err(format!("it is {name}, and no regular file")), "{path:?}");
        }
    }

    #[test]
    fn regular_files_are_read() {
        let folder = Folder::new("regular");
        let path = folder.0.join("file");
        assert_eq!(open(&path).map(drop).unwrap_err().kind(), ErrorKind::NotFound);
        fs::write(&path, "text").unwrap();
        let mut text = String::new();
        open(&path).unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "text");
        assert_eq!(
            (read(&path, 4).unwrap(), read(&path, 3).unwrap_err().kind()),
            (b"text".to_vec(), ErrorKind::FileTooLarge)
        );
    }
}
