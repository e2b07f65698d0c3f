//! Writing the file that a caller's path names: what lies there stays as it was until all of the new one is there.

use crate::{
    file::{careful, require_regular},
    signals::without_write_signals,
};
use std::{
    fs::{self, File, OpenOptions},
    hash::{BuildHasher, Hasher, RandomState},
    io::{self, ErrorKind, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

/// A file that is being written. It is as new when [`finish`](Self::finish) succeeds; dropped before, it leaves
/// what was there. Writes raise no signal.
///
/// A regular file, or what a link leads to, is replaced by one that was written beside it and has its permissions. A
/// device or a pipe takes the bytes as they come: it is neither replaced nor removed.
#[derive(Debug)]
pub struct FileWriter {
    file: File,
    /// None where it is written to in its place.
    beside: Option<Beside>,
}

/// A file in the folder of the one that it is to become; removed when dropped.
#[derive(Debug)]
struct Beside {
    path: PathBuf,
    target: PathBuf,
}

impl FileWriter {
    /// Begins the file of this path.
    pub fn begin(path: impl AsRef<Path>) -> io::Result<Self> {
        Self::begin_for(path.as_ref(), 0o666)
    }

    /// Begins the file of this path, which, where it is new, these permissions are for.
    fn begin_for(path: &Path, mode: u32) -> io::Result<Self> {
        let there = match careful().write(true).open(path) {
            Ok(there) => there,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Self::beside(&end_of_links(path)?, mode);
            }
            Err(error) => return Err(explained(path, error)),
        };
        if !there.metadata()?.is_file() {
            wait_for_readers(&there)?;
            return Ok(Self { file: there, beside: None });
        }
        match fs::canonicalize(path) {
            // Its reader is to be those of the old file: until they are known, nobody else.
            Ok(target) if is_same(&there, &target) => Self::beside(&target, 0o600),
            // It has no name any more, and was reached through a descriptor's.
            _ => {
                there.set_len(0)?;
                Ok(Self { file: there, beside: None })
            }
        }
    }

    /// Replaces the file of this path by these bytes.
    pub fn write(path: impl AsRef<Path>, bytes: &[u8]) -> io::Result<()> {
        let mut writer = Self::begin(path)?;
        writer.write_all(bytes)?;
        writer.finish()
    }

    /// The same for what others are not to read: where the file is new, its owner alone may.
    pub fn write_private(path: impl AsRef<Path>, bytes: &[u8]) -> io::Result<()> {
        let mut writer = Self::begin_for(path.as_ref(), 0o600)?;
        writer.write_all(bytes)?;
        writer.finish()
    }

    /// Puts what was written in the place of what is there.
    pub fn finish(mut self) -> io::Result<()> {
        let Some(mut beside) = self.beside.take() else { return Ok(()) };
        if let Ok(old) = fs::symlink_metadata(&beside.target) {
            require_regular(old.file_type())?;
            keep_permissions(&self.file, &old)?;
            // Else a machine that stops now may keep neither the old nor the new.
            self.file.sync_all()?;
        }
        fs::rename(&beside.path, &beside.target)?;
        // Nothing is left to remove.
        beside.path.clear();
        Ok(())
    }

    fn beside(target: &Path, mode: u32) -> io::Result<Self> {
        let folder = folder(target).ok_or(ErrorKind::NotFound)?;
        loop {
            // Random enough: the file is made here, or another name is tried.
            let random = RandomState::new().build_hasher().finish();
            let path = folder.join(format!(".simple_native-{random:016x}.part"));
            let mut options = OpenOptions::new();
            options.write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
            match options.open(&path) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                opened => {
                    let beside = Some(Beside { path, target: target.to_owned() });
                    return Ok(Self { file: opened?, beside });
                }
            }
        }
    }
}

impl Seek for FileWriter {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

impl Write for FileWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        without_write_signals(|| self.file.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// The folder that a path's last name is in; None where it ends in no name.
fn folder(path: &Path) -> Option<&Path> {
    path.file_name()?;
    path.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
}

/// Follows the links at `path` to their end, where nothing needs to be yet.
fn end_of_links(path: &Path) -> io::Result<PathBuf> {
    const MOST: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST {
        match fs::read_link(&path) {
            Ok(next) => path = folder(&path).ok_or(ErrorKind::NotFound)?.join(next),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("it is a link to a link, and so on without end"))
}

/// Says what the system's number for it hides: a pipe that nobody reads, or a socket.
fn explained(path: &Path, error: io::Error) -> io::Error {
    #[cfg(unix)]
    if error.raw_os_error() == Some(libc::ENXIO) {
        use std::os::unix::fs::FileTypeExt;
        let is_pipe = fs::metadata(path).is_ok_and(|known| known.file_type().is_fifo());
        let reason = if is_pipe { "it is a pipe that nobody reads" } else { "it takes nothing" };
        return io::Error::new(ErrorKind::NotConnected, reason);
    }
    let _ = path;
    error
}

/// Makes a file that was opened without blocking block: what is written waits until it is taken.
#[cfg(unix)]
fn wait_for_readers(file: &File) -> io::Result<()> {
    use std::os::fd::AsRawFd;
    // SAFETY: the descriptor is open.
    let flags = unsafe { libc::fcntl(file.as_raw_fd(), libc::F_GETFL) };
    // SAFETY: as before.
    if flags == -1 || unsafe { libc::fcntl(file.as_raw_fd(), libc::F_SETFL, flags & !libc::O_NONBLOCK) } == -1
    {
        return Err(io::Error::last_os_error());
    }
    Ok(())
}

#[cfg(not(unix))]
fn wait_for_readers(_file: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn is_same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same = |a: fs::Metadata, b: fs::Metadata| (a.dev(), a.ino()) == (b.dev(), b.ino());
    file.metadata().is_ok_and(|a| fs::symlink_metadata(path).is_ok_and(|b| same(a, b)))
}

#[cfg(not(unix))]
fn is_same(_file: &File, _path: &Path) -> bool {
    true
}

/// Gives the new file the owner, the group and the permissions of the old one. Where the group cannot be kept, those
/// of the new one may do what everybody may.
#[cfg(unix)]
fn keep_permissions(file: &File, old: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let new = file.metadata()?;
    let mut mode = old.mode() & 0o7777;
    if (new.uid(), new.gid()) != (old.uid(), old.gid())
        && fchown(file, Some(old.uid()), Some(old.gid())).is_err()
    {
        mode &= 0o777;
        if new.gid() != old.gid() && fchown(file, None, Some(old.gid())).is_err() {
            mode &= (mode & 0o007) << 3 | !0o070;
        }
    }
    file.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn keep_permissions(file: &File, old: &fs::Metadata) -> io::Result<()> {
    file.set_permissions(old.permissions())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::file::Folder;
    use std::{
        ffi::CString,
        io::Read,
        os::{
            fd::AsRawFd,
            unix::{
                ffi::OsStrExt,
                fs::{FileTypeExt, MetadataExt, PermissionsExt, symlink},
            },
        },
        thread,
    };

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries.map(|one| one.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn special(path: &Path, mode: libc::mode_t, device: libc::dev_t) -> io::Result<()> {
        let name = CString::new(path.as_os_str().as_bytes()).unwrap();
        // SAFETY: a NUL-terminated path.
        match unsafe { libc::mknod(name.as_ptr(), mode, device) } {
            0 => Ok(()),
            _ => Err(io::Error::last_os_error()),
        }
    }

    #[test]
    fn an_old_file_stays_until_the_new_one_is_there() {
        let folder = Folder::new("stays");
        let path = folder.0.join("file");
        for old in [None, Some(b"old".as_slice())] {
            if let Some(old) = old {
                fs::write(&path, old).unwrap();
            }
            let mut writer = FileWriter::begin(&path).unwrap();
            writer.write_all(b"half").unwrap();
            assert_eq!(fs::read(&path).ok().as_deref(), old);
            drop(writer);
            assert_eq!(fs::read(&path).ok().as_deref(), old);
            assert_eq!(names(&folder.0).len(), old.iter().count());
        }
        FileWriter::write(&path, b"new").unwrap();
        assert_eq!((fs::read(&path).unwrap(), names(&folder.0)), (b"new".to_vec(), vec!["file".into()]));
    }

    #[test]
    fn links_are_followed() {
        let folder = Folder::new("links");
        let at = |name: &str| folder.0.join(name);
        fs::create_dir(at("inner")).unwrap();
        fs::write(at("inner/old"), "old").unwrap();
        for (link, to) in
            [("a", "b"), ("b", "inner/old"), ("c", "d"), ("d", "inner/new"), ("e", "f"), ("f", "e")]
        {
            symlink(to, at(link)).unwrap();
        }
        for (link, to) in [("a", "inner/old"), ("c", "inner/new")] {
            FileWriter::write(at(link), link.as_bytes()).unwrap();
            assert!(fs::symlink_metadata(at(link)).unwrap().is_symlink());
            assert_eq!(fs::read(at(to)).unwrap(), link.as_bytes());
            assert!(fs::symlink_metadata(at(to)).unwrap().is_file());
        }
        FileWriter::begin(at("e")).unwrap_err();
        assert_eq!(names(&at("inner")), ["new", "old"]);
    }

    #[test]
    fn permissions_are_kept() {
        let folder = Folder::new("permissions");
        let (path, new) = (folder.0.join("file"), folder.0.join("new"));
        for mode in [0o600, 0o640, 0o755] {
            fs::write(&path, "old").unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            // Another's, where the test may give it away.
            let given = std::os::unix::fs::chown(&path, Some(12), Some(34)).is_ok();
            FileWriter::write(&path, b"new").unwrap();
            let known = fs::metadata(&path).unwrap();
            assert_eq!((fs::read(&path).unwrap(), known.mode() & 0o7777), (b"new".to_vec(), mode));
            assert!(!given || (known.uid(), known.gid()) == (12, 34));
        }
        FileWriter::write(&new, b"").unwrap();
        fs::write(folder.0.join("plain"), "").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().mode();
        assert_eq!(mode(&new), mode(&folder.0.join("plain")), "as any new file");
    }

    #[test]
    fn a_device_is_written_to_and_stays() {
        assert_eq!(FileWriter::write("/dev/full", b"x").unwrap_err().kind(), ErrorKind::StorageFull);
        FileWriter::write("/dev/null", b"x").unwrap();
        let folder = Folder::new("device");
        let node = folder.0.join("null");
        // A node of one's own takes rights that the test may not have.
        let writer = special(&node, libc::S_IFCHR | 0o600, libc::makedev(1, 3))
            .and_then(|()| FileWriter::begin(&node));
        if let Ok(mut writer) = writer {
            writer.write_all(b"x").unwrap();
            drop(writer);
            FileWriter::write(&node, b"x").unwrap();
            assert!(fs::metadata(&node).unwrap().file_type().is_char_device());
        }
        for path in ["/dev/null", "/dev/full"] {
            assert!(fs::metadata(path).unwrap().file_type().is_char_device());
        }
    }

    #[test]
    fn a_pipe_is_written_to_where_somebody_reads() {
        let folder = Folder::new("pipe");
        let path = folder.0.join("pipe");
        special(&path, libc::S_IFIFO | 0o600, 0).unwrap();
        assert_eq!(FileWriter::begin(&path).unwrap_err().to_string(), "it is a pipe that nobody reads");
        let much = vec![7; 1 << 20];
        let mut reader = careful().read(true).open(&path).unwrap();
        wait_for_readers(&reader).unwrap();
        let mut writer = FileWriter::begin(&path).unwrap();
        let read = thread::spawn(move || {
            let mut read = vec![];
            reader.read_to_end(&mut read).map(|_| read)
        });
        writer.write_all(&much).unwrap();
        writer.finish().unwrap();
        assert!(read.join().unwrap().unwrap() == much);
        let reader = careful().read(true).open(&path).unwrap();
        let mut writer = FileWriter::begin(&path).unwrap();
        drop(reader);
        assert_eq!(writer.write(b"x").unwrap_err().kind(), ErrorKind::BrokenPipe);
        drop(writer);
        assert!(fs::metadata(&path).unwrap().file_type().is_fifo());
    }

    #[test]
    fn a_file_without_a_name_is_written_in_its_place() {
        let folder = Folder::new("nameless");
        let path = folder.0.join("file");
        fs::write(&path, "much that goes").unwrap();
        let mut file = File::options().read(true).write(true).open(&path).unwrap();
        fs::remove_file(&path).unwrap();
        FileWriter::write(format!("/dev/fd/{}", file.as_raw_fd()), b"new").unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        assert_eq!((text.as_str(), names(&folder.0).len()), ("new", 0));
    }

    #[test]
    fn what_cannot_be_written_is_refused_at_the_beginning() {
        let folder = Folder::new("refused_writes");
        let kind = |path: PathBuf| FileWriter::begin(path).unwrap_err().kind();
        assert_eq!(kind(folder.0.clone()), ErrorKind::IsADirectory);
        assert_eq!(kind(folder.0.join("none/file")), ErrorKind::NotFound);
        assert_eq!(kind("".into()), ErrorKind::NotFound);
        fs::write(folder.0.join("file"), "old").unwrap();
        assert_eq!(kind(folder.0.join("file/file")), ErrorKind::NotADirectory);
    }

    /// In a process of its own, which asks for a limit, for a user without rights, or for a small disk.
    fn alone(test: &str, before: &str) -> bool {
        const ALONE: &str = "FILE_WRITER_ALONE";
        if std::env::var(ALONE).is_ok_and(|one| one == test) {
            return true;
        }
        let status = std::process::Command::new("sh")
            .args(["-c", &format!("{before} exec \"$0\" --exact --nocapture \"$1\"")])
            .arg(std::env::current_exe().unwrap())
            .arg(format!("file_writer::tests::{test}"))
            .env(ALONE, test)
            .status();
        assert!(status.unwrap().success());
        false
    }

    #[test]
    fn a_file_longer_than_the_processs_limit_leaves_the_old_one() {
        if !alone("a_file_longer_than_the_processs_limit_leaves_the_old_one", "ulimit -f 8 &&") {
            return;
        }
        // SAFETY: without a handler the signal ends the process.
        unsafe { libc::signal(libc::SIGXFSZ, libc::SIG_DFL) };
        let folder = Folder::new("limit");
        let path = folder.0.join("file");
        fs::write(&path, "old").unwrap();
        assert_eq!(FileWriter::write(&path, &[7; 1 << 20]).unwrap_err().kind(), ErrorKind::FileTooLarge);
        assert_eq!((fs::read(&path).unwrap(), names(&folder.0).len()), (b"old".to_vec(), 1));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_leaves_the_old_file() {
        // SAFETY: the process asks who it is.
        if unsafe { libc::geteuid() } != 0 {
            return;
        }
        let folder = Folder::new("full");
        let name = CString::new(folder.0.as_os_str().as_bytes()).unwrap();
        // SAFETY: NUL-terminated texts.
        let mounted = unsafe {
            libc::mount(c"none".as_ptr(), name.as_ptr(), c"tmpfs".as_ptr(), 0, c"size=64k".as_ptr().cast())
                == 0
        };
        if !mounted {
            return;
        }
        let path = folder.0.join("file");
        fs::write(&path, "old").unwrap();
        let written = FileWriter::write(&path, &[7; 1 << 20]).map_err(|error| error.kind());
        let left = (fs::read(&path).unwrap(), names(&folder.0).len());
        // SAFETY: a NUL-terminated path.
        unsafe { libc::umount2(name.as_ptr(), libc::MNT_DETACH) };
        assert_eq!((written, left), (Err(ErrorKind::StorageFull), (b"old".to_vec(), 1)));
    }

    #[test]
    fn a_folder_without_permission_keeps_its_file() {
        let folder = Folder::new("forbidden");
        let path = folder.0.join("file");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o666)).unwrap();
        fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o555)).unwrap();
        let attempt = {
            let path = path.clone();
            thread::spawn(move || {
                // The thread alone, of this process: the system call knows threads, and libc's function processes.
                // SAFETY: it changes the calling thread's user, and nothing that Rust knows of.
                #[cfg(target_os = "linux")]
                unsafe {
                    libc::syscall(libc::SYS_setresuid, 65534, 65534, 65534)
                };
                FileWriter::write(&path, b"new").map_err(|error| error.kind())
            })
        };
        assert_eq!(attempt.join().unwrap(), Err(ErrorKind::PermissionDenied));
        assert_eq!((fs::read(&path).unwrap(), names(&folder.0).len()), (b"old".to_vec(), 1));
        fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o755)).unwrap();
    }
}
