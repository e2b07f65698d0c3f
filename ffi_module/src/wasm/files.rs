//! The folders that a module was granted, and what it opened in them. cap-std follows no `..` and no symbolic link out of
//! a folder.

use super::preview1::{
    self, BAD_DESCRIPTOR, Done, INVALID, IS_A_FOLDER, LOOP, NOT_A_FOLDER, NOT_FOUND, OVERFLOW, READ_ONLY,
    TOO_MANY_OPEN, UNSUPPORTED,
};
use crate::options::Folder;
use cap_std::{
    ambient_authority,
    fs::{Dir, File, Metadata, OpenOptions},
};
use ffi_core::signals::without_write_signals;
use std::{
    collections::BTreeMap,
    fs::FileTimes,
    io::{self, ErrorKind, Read, Seek, SeekFrom, Write},
    path::Path,
    time::SystemTime,
};

/// The first descriptor that is no stream.
const FIRST: i32 = 3;
/// Most descriptors of one module; the process's are the host's.
const MOST: usize = 256;
/// Most names of a folder that are listed.
const MOST_NAMES: usize = 100_000;

/// An open descriptor.
enum Opened {
    Folder {
        folder: Dir,
        writable: bool,
        /// Name by which the module knows it, where it was granted.
        granted: Option<String>,
        /// Its entries, from when its list was begun.
        list: Vec<Entry>,
    },
    File {
        file: File,
        readable: bool,
        writable: bool,
        appends: bool,
    },
}

/// The kinds of what lies in a folder, by their numbers in WASI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Unknown = 0,
    Folder = 3,
    File = 4,
    Link = 7,
}

/// A name in a folder.
#[derive(Clone)]
pub struct Entry {
    pub name: String,
    pub inode: u64,
    pub kind: Kind,
}

/// Metadata of a file or a folder.
pub struct Stat {
    pub device: u64,
    pub inode: u64,
    pub kind: Kind,
    pub links: u64,
    pub size: u64,
    /// Read, written and changed last, in nanoseconds since 1970.
    pub times: [u64; 3],
}

/// Kind and access of an open descriptor.
pub struct State {
    pub kind: Kind,
    pub readable: bool,
    pub writable: bool,
    pub appends: bool,
}

/// Flags for opening a file.
#[derive(Clone, Copy, Default)]
pub struct How {
    pub read: bool,
    pub write: bool,
    pub append: bool,
    pub create: bool,
    pub exclusive: bool,
    pub truncate: bool,
    pub folder: bool,
    pub follow: bool,
}

/// Descriptors that a module has open beside its streams.
#[derive(Default)]
pub struct Files(BTreeMap<i32, Opened>);

impl Files {
    /// The granted folders, from descriptor 3 on, in their order.
    pub fn open(granted: &[Folder]) -> Result<Self, String> {
        let mut files = Self::default();
        for Folder { path, name, writable } in granted {
            let refused = |reason: &str| format!("`folders` names {path}, which cannot be opened: {reason}");
            let folder = Dir::open_ambient_dir(path, ambient_authority());
            let folder = folder.map_err(|error| refused(&error.to_string()))?;
            let granted = Some(name.clone().unwrap_or_else(|| path.clone()));
            let opened = Opened::Folder { folder, writable: *writable, granted, list: Vec::new() };
            files.add(opened).map_err(|_| refused("there are too many"))?;
        }
        Ok(files)
    }

    fn add(&mut self, opened: Opened) -> Done<i32> {
        if self.0.len() >= MOST {
            return Err(TOO_MANY_OPEN);
        }
        let place = (FIRST..).find(|place| !self.0.contains_key(place)).ok_or(TOO_MANY_OPEN)?;
        self.0.insert(place, opened);
        Ok(place)
    }

    fn get(&mut self, descriptor: i32) -> Done<&mut Opened> {
        self.0.get_mut(&descriptor).ok_or(BAD_DESCRIPTOR)
    }

    /// The folder, and whether it may be written to.
    fn folder(&self, descriptor: i32) -> Done<(&Dir, bool)> {
        match self.0.get(&descriptor) {
            Some(Opened::Folder { folder, writable, .. }) => Ok((folder, *writable)),
            Some(Opened::File { .. }) => Err(NOT_A_FOLDER),
            None => Err(BAD_DESCRIPTOR),
        }
    }

    fn writable(&self, descriptor: i32) -> Done<&Dir> {
        match self.folder(descriptor)? {
            (folder, true) => Ok(folder),
            (_, false) => Err(READ_ONLY),
        }
    }

    /// The name by which the module knows a folder that it was granted.
    pub fn granted(&self, descriptor: i32) -> Done<&str> {
        match self.0.get(&descriptor) {
            Some(Opened::Folder { granted: Some(name), .. }) => Ok(name),
            _ => Err(BAD_DESCRIPTOR),
        }
    }

    /// Closes a descriptor.
    pub fn close(&mut self, descriptor: i32) -> Done {
        self.0.remove(&descriptor).map(drop).ok_or(BAD_DESCRIPTOR)
    }

    /// Gives what `from` is the number `to`, which is closed.
    pub fn renumber(&mut self, from: i32, to: i32) -> Done {
        if !self.0.contains_key(&to) {
            return Err(BAD_DESCRIPTOR);
        }
        let opened = self.0.remove(&from).ok_or(BAD_DESCRIPTOR)?;
        self.0.insert(to, opened);
        Ok(())
    }

    /// Kind and access of a descriptor.
    pub fn state(&mut self, descriptor: i32) -> Done<State> {
        Ok(match self.get(descriptor)? {
            Opened::Folder { writable, .. } => {
                State { kind: Kind::Folder, readable: true, writable: *writable, appends: false }
            }
            Opened::File { readable, writable, appends, .. } => {
                State { kind: Kind::File, readable: *readable, writable: *writable, appends: *appends }
            }
        })
    }

    /// Opens a file or a folder in a folder: its descriptor.
    pub fn open_at(&mut self, descriptor: i32, path: &str, how: How) -> Done<i32> {
        let (folder, writable) = self.folder(descriptor)?;
        let path = here(path);
        let known = match how.follow {
            true => folder.metadata(path),
            false => folder.symlink_metadata(path),
        };
        let known = match known {
            Ok(known) => Some(known),
            Err(error) if error.kind() == ErrorKind::NotFound && how.create => None,
            Err(error) => return Err(preview1::of(&error)),
        };
        let kind = known.as_ref().map(kind);
        let makes = how.create && (how.exclusive || kind.is_none());
        let writes = how.write || how.append || how.truncate || makes;
        let opened = match kind {
            Some(Kind::Folder) if how.create && how.exclusive => return Err(preview1::EXISTS),
            Some(Kind::Folder) if how.append || how.truncate || (how.write && !how.folder) => {
                return Err(IS_A_FOLDER);
            }
            Some(Kind::Folder) => {
                let folder = folder.open_dir(path).map_err(|error| preview1::of(&error))?;
                Opened::Folder { folder, writable, granted: None, list: Vec::new() }
            }
            _ if how.folder => return Err(if kind.is_some() { NOT_A_FOLDER } else { INVALID }),
            Some(Kind::Link) => return Err(LOOP),
            // A pipe may be waited for, and opening a device may do something.
            Some(Kind::Unknown) => return Err(preview1::ACCESS),
            _ if writes && !writable => return Err(READ_ONLY),
            Some(Kind::File) | None => {
                let (readable, writable) = (how.read || !how.write, how.write || how.append);
                let how = How { create: how.create && makes, ..how };
                let file = open_file(folder, path, how, readable)?;
                Opened::File { file, readable, writable, appends: how.append }
            }
        };
        self.add(opened)
    }

    /// Reads on, or from `at`.
    pub fn read(&mut self, descriptor: i32, room: &mut [u8], at: Option<u64>) -> Done<usize> {
        match self.get(descriptor)? {
            Opened::Folder { .. } => Err(IS_A_FOLDER),
            Opened::File { readable: false, .. } => Err(BAD_DESCRIPTOR),
            Opened::File { file, .. } => again(|| match at {
                None => file.read(room),
                Some(at) => apart(file, at, |file| file.read(room)),
            }),
        }
    }

    /// Writes on, or from `at`.
    pub fn write(&mut self, descriptor: i32, bytes: &[u8], at: Option<u64>) -> Done<usize> {
        let file = self.file_to_write(descriptor)?;
        again(|| {
            without_write_signals(|| match at {
                None => file.write(bytes),
                Some(at) => apart(file, at, |file| file.write(bytes)),
            })
        })
    }

    fn file_to_write(&mut self, descriptor: i32) -> Done<&mut File> {
        match self.get(descriptor)? {
            Opened::Folder { .. } => Err(IS_A_FOLDER),
            Opened::File { writable: false, .. } => Err(BAD_DESCRIPTOR),
            Opened::File { file, .. } => Ok(file),
        }
    }

    /// Moves the place at which reading and writing go on.
    pub fn seek(&mut self, descriptor: i32, to: SeekFrom) -> Done<u64> {
        match self.get(descriptor)? {
            Opened::Folder { .. } => Err(BAD_DESCRIPTOR),
            Opened::File { file, .. } => file.seek(to).map_err(|error| preview1::of(&error)),
        }
    }

    /// Cuts a file, or makes it longer.
    pub fn set_size(&mut self, descriptor: i32, size: u64) -> Done {
        let file = self.file_to_write(descriptor)?;
        without_write_signals(|| file.set_len(size)).map_err(|error| preview1::of(&error))
    }

    /// Brings what was written to the disk.
    pub fn sync(&mut self, descriptor: i32) -> Done {
        match self.get(descriptor)? {
            Opened::Folder { .. } => Ok(()),
            Opened::File { file, .. } => file.sync_all().map_err(|error| preview1::of(&error)),
        }
    }

    /// Sets when a file was read and written last.
    pub fn set_times(
        &mut self,
        descriptor: i32,
        read: Option<SystemTime>,
        written: Option<SystemTime>,
    ) -> Done {
        let file = self.file_to_write(descriptor)?;
        set_times(file, read, written).map_err(|error| preview1::of(&error))
    }

    /// Like [`set_times`](Self::set_times), for a file in a folder.
    pub fn set_times_at(
        &self,
        descriptor: i32,
        path: &str,
        read: Option<SystemTime>,
        written: Option<SystemTime>,
    ) -> Done {
        let folder = self.writable(descriptor)?;
        let path = here(path);
        let known = folder.metadata(path).map_err(|error| preview1::of(&error))?;
        if kind(&known) != Kind::File {
            return Err(UNSUPPORTED);
        }
        let file = open_file(folder, path, How { read: true, ..How::default() }, true)?;
        set_times(&file, read, written).map_err(|error| preview1::of(&error))
    }

    /// Metadata of the file or folder behind a descriptor.
    pub fn stat(&mut self, descriptor: i32) -> Done<Stat> {
        let known = match self.get(descriptor)? {
            Opened::Folder { folder, .. } => folder.dir_metadata(),
            Opened::File { file, .. } => file.metadata(),
        };
        known.map(|known| stat(&known)).map_err(|error| preview1::of(&error))
    }

    /// Metadata of a file, folder or link in a folder.
    pub fn stat_at(&self, descriptor: i32, path: &str, follow: bool) -> Done<Stat> {
        let (folder, _) = self.folder(descriptor)?;
        let path = here(path);
        let known = if follow { folder.metadata(path) } else { folder.symlink_metadata(path) };
        known.map(|known| stat(&known)).map_err(|error| preview1::of(&error))
    }

    /// The names in a folder from number `from` on; they are listed when that is 0.
    pub fn list(&mut self, descriptor: i32, from: u64) -> Done<&[Entry]> {
        let Opened::Folder { folder, list, .. } = self.get(descriptor)? else { return Err(NOT_A_FOLDER) };
        if from == 0 {
            *list = names(folder)?;
        }
        let from = usize::try_from(from).map_err(|_| INVALID)?;
        Ok(list.get(from..).unwrap_or_default())
    }

    /// Makes a folder.
    pub fn create_folder(&self, descriptor: i32, path: &str) -> Done {
        self.writable(descriptor)?.create_dir(path).map_err(|error| preview1::of(&error))
    }

    /// Removes an empty folder.
    pub fn remove_folder(&self, descriptor: i32, path: &str) -> Done {
        self.writable(descriptor)?.remove_dir(path).map_err(|error| preview1::of(&error))
    }

    /// Removes a file or a link.
    pub fn remove_file(&self, descriptor: i32, path: &str) -> Done {
        self.writable(descriptor)?.remove_file(path).map_err(|error| preview1::of(&error))
    }

    /// Gives something another name, or another folder.
    pub fn rename(&self, descriptor: i32, path: &str, to: i32, new: &str) -> Done {
        let (from, to) = (self.writable(descriptor)?, self.writable(to)?);
        from.rename(path, to, new).map_err(|error| preview1::of(&error))
    }

    /// The path that a link holds.
    pub fn read_link(&self, descriptor: i32, path: &str) -> Done<String> {
        let (folder, _) = self.folder(descriptor)?;
        let held = folder.read_link(path).map_err(|error| preview1::of(&error))?;
        held.into_os_string().into_string().map_err(|_| INVALID)
    }
}

/// Of no name at all, the folder itself is meant.
fn here(path: &str) -> &Path {
    Path::new(if path.is_empty() { "." } else { path })
}

fn open_file(folder: &Dir, path: &Path, how: How, readable: bool) -> Done<File> {
    let mut options = OpenOptions::new();
    options.read(readable).write(how.write || how.create || how.truncate).append(how.append);
    options.create(how.create).create_new(how.create && how.exclusive).truncate(how.truncate);
    // Another may lie there by now: a pipe, or a terminal.
    #[cfg(unix)]
    cap_std::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NONBLOCK | libc::O_NOCTTY);
    let file = folder.open_with(path, &options).map_err(|error| preview1::of(&error))?;
    let known = file.metadata().map_err(|error| preview1::of(&error))?;
    if known.is_file() { Ok(file) } else { Err(NOT_FOUND) }
}

/// Until no signal interrupts it.
fn again(mut call: impl FnMut() -> io::Result<usize>) -> Done<usize> {
    loop {
        match call() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            done => return done.map_err(|error| preview1::of(&error)),
        }
    }
}

/// Does something at another place of the file, and goes back.
fn apart<T>(file: &mut File, at: u64, call: impl FnOnce(&mut File) -> io::Result<T>) -> io::Result<T> {
    let before = file.stream_position()?;
    file.seek(SeekFrom::Start(at))?;
    let done = call(file);
    file.seek(SeekFrom::Start(before))?;
    done
}

fn set_times(file: &File, read: Option<SystemTime>, written: Option<SystemTime>) -> io::Result<()> {
    let mut times = FileTimes::new();
    if let Some(read) = read {
        times = times.set_accessed(read);
    }
    if let Some(written) = written {
        times = times.set_modified(written);
    }
    file.try_clone()?.into_std().set_times(times)
}

/// Entries of a folder, itself and what is above it first, as WASI has it. A name that is no UTF-8 has none in WASI.
fn names(folder: &Dir) -> Done<Vec<Entry>> {
    let mut names = Vec::new();
    for name in [".", ".."] {
        names.push(Entry { name: name.into(), inode: 0, kind: Kind::Folder });
    }
    for entry in folder.entries().map_err(|error| preview1::of(&error))? {
        let entry = entry.map_err(|error| preview1::of(&error))?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        if names.len() >= MOST_NAMES {
            return Err(OVERFLOW);
        }
        let kind = entry.file_type().map_or(Kind::Unknown, |ty| match () {
            () if ty.is_dir() => Kind::Folder,
            () if ty.is_file() => Kind::File,
            () if ty.is_symlink() => Kind::Link,
            () => Kind::Unknown,
        });
        let inode = entry.metadata().map_or(0, |known| numbers(&known).1);
        names.push(Entry { name, inode, kind });
    }
    Ok(names)
}

fn kind(known: &Metadata) -> Kind {
    match () {
        () if known.is_dir() => Kind::Folder,
        () if known.is_file() => Kind::File,
        () if known.is_symlink() => Kind::Link,
        () => Kind::Unknown,
    }
}

fn stat(known: &Metadata) -> Stat {
    let nanoseconds = |time: io::Result<cap_std::time::SystemTime>| {
        let since = time.ok().and_then(|time| time.into_std().duration_since(SystemTime::UNIX_EPOCH).ok());
        since.map_or(0, |since| since.as_nanos() as u64)
    };
    let (device, inode, links) = numbers(known);
    let written = nanoseconds(known.modified());
    let times = [nanoseconds(known.accessed()), written, written];
    Stat { device, inode, kind: kind(known), links, size: known.len(), times }
}

#[cfg(unix)]
fn numbers(known: &Metadata) -> (u64, u64, u64) {
    use cap_std::fs::MetadataExt;
    (known.dev(), known.ino(), known.nlink())
}

#[cfg(not(unix))]
fn numbers(_: &Metadata) -> (u64, u64, u64) {
    (0, 0, 1)
}

#[cfg(all(test, unix))]
mod tests {
    use super::{super::preview1::*, *};
    use std::{fs, os::unix::fs::symlink, process::Command};
    use tempfile::TempDir;

    const READ: How = How {
        read: true,
        write: false,
        append: false,
        create: false,
        exclusive: false,
        truncate: false,
        folder: false,
        follow: true,
    };
    const CREATE: How = How { write: true, create: true, ..READ };

    /// A folder with a file, a folder and what leads out of it; a secret lies beside it.
    fn granted(writable: bool) -> (TempDir, Files) {
        let around = tempfile::tempdir().unwrap();
        let path = around.path().join("granted");
        fs::create_dir_all(path.join("folder")).unwrap();
        fs::write(path.join("file"), "content").unwrap();
        fs::write(around.path().join("secret"), "secret").unwrap();
        fs::create_dir(around.path().join("beside")).unwrap();
        symlink(around.path().join("secret"), path.join("absolute")).unwrap();
        symlink("../secret", path.join("relative")).unwrap();
        symlink("../../secret", path.join("folder/relative")).unwrap();
        symlink("..", path.join("up")).unwrap();
        symlink("file", path.join("inside")).unwrap();
        symlink("../new", path.join("dangling")).unwrap();
        symlink("itself", path.join("itself")).unwrap();
        let files = open(&path, writable);
        (around, files)
    }

    fn open(path: &Path, writable: bool) -> Files {
        let path = path.to_str().unwrap().to_owned();
        Files::open(&[Folder { path, name: Some("/data".into()), writable }]).unwrap()
    }

    const OUTSIDE: [&str; 8] = [
        "../secret",
        "folder/../../secret",
        "/etc/passwd",
        "absolute",
        "relative",
        "folder/relative",
        "up/secret",
        "dangling",
    ];

    #[test]
    fn nothing_leads_out_of_a_folder() {
        let (around, mut files) = granted(true);
        for path in OUTSIDE {
            assert!(files.open_at(3, path, READ).is_err(), "{path}");
            assert!(files.open_at(3, path, How { write: true, ..READ }).is_err(), "{path}");
            assert!(files.stat_at(3, path, true).is_err(), "{path}");
            assert!(files.set_times_at(3, path, None, Some(SystemTime::UNIX_EPOCH)).is_err(), "{path}");
        }
        for path in ["../new", "/tmp/new", "up/new", "dangling"] {
            assert!(files.open_at(3, path, CREATE).is_err(), "{path}");
        }
        for path in ["../new", "/new", "up/new", "up/beside"] {
            assert!(files.create_folder(3, path).is_err(), "{path}");
            assert!(files.rename(3, "file", 3, path).is_err(), "{path}");
        }
        for path in ["../secret", "up/secret", "up/beside", "../beside"] {
            assert!(files.remove_file(3, path).is_err(), "{path}");
            assert!(files.remove_folder(3, path).is_err(), "{path}");
            assert!(files.rename(3, path, 3, "mine").is_err(), "{path}");
        }
        for path in ["..", "up", "folder/../.."] {
            assert!(files.open_at(3, path, How { folder: true, ..READ }).is_err(), "{path}");
        }
        // Nor from a folder in it, which is one of its own.
        let inner = files.open_at(3, "folder", How { folder: true, ..READ }).unwrap();
        assert!(files.open_at(inner, "../file", READ).is_err());
        assert!(files.open_at(3, "inside", READ).is_ok());
        assert!(!around.path().join("new").exists());
        assert_eq!(fs::read_to_string(around.path().join("secret")).unwrap(), "secret");
    }

    #[test]
    fn a_folder_to_read_is_not_changed() {
        let (around, mut files) = granted(false);
        for how in [
            CREATE,
            How { write: true, ..READ },
            How { append: true, ..READ },
            How { truncate: true, ..READ },
            How { exclusive: true, ..CREATE },
        ] {
            for path in ["file", "new"] {
                let failed = files.open_at(3, path, how);
                let missing = path == "new" && !how.create;
                assert_eq!(failed, Err(if missing { NOT_FOUND } else { READ_ONLY }), "{path}");
            }
        }
        assert_eq!(files.remove_file(3, "file"), Err(READ_ONLY));
        assert_eq!(files.remove_folder(3, "folder"), Err(READ_ONLY));
        assert_eq!(files.create_folder(3, "new"), Err(READ_ONLY));
        assert_eq!(files.rename(3, "file", 3, "new"), Err(READ_ONLY));
        assert_eq!(files.set_times_at(3, "file", None, Some(SystemTime::UNIX_EPOCH)), Err(READ_ONLY));
        let inner = files.open_at(3, "folder", How { folder: true, ..READ }).unwrap();
        assert_eq!(files.open_at(inner, "new", CREATE), Err(READ_ONLY));
        // One that is there may be opened as if it were to be made.
        let file = files.open_at(3, "file", How { create: true, ..READ }).unwrap();
        assert_eq!(files.write(file, b"x", None), Err(BAD_DESCRIPTOR));
        assert_eq!(files.set_size(file, 0), Err(BAD_DESCRIPTOR));
        let path = around.path().join("granted");
        assert_eq!(fs::read_to_string(path.join("file")).unwrap(), "content");
        assert_eq!(fs::read_dir(path).unwrap().count(), 8);
    }

    #[test]
    fn files_are_written_and_read() {
        let (_around, mut files) = granted(true);
        let file = files.open_at(3, "folder/new", CREATE).unwrap();
        assert_eq!(files.write(file, b"one two", None), Ok(7));
        assert_eq!(files.write(file, b"TWO", Some(4)), Ok(3));
        assert_eq!(files.seek(file, SeekFrom::Current(0)), Ok(7));
        let mut room = [0; 20];
        assert_eq!(files.read(file, &mut room, Some(0)), Ok(7));
        assert_eq!(&room[..7], b"one TWO");
        assert_eq!(files.seek(file, SeekFrom::End(-3)), Ok(4));
        assert_eq!(files.read(file, &mut room, None), Ok(3));
        assert_eq!(files.seek(file, SeekFrom::Current(-100)), Err(INVALID));
        files.set_size(file, 3).unwrap();
        assert_eq!(files.stat(file).unwrap().size, 3);
        files.set_times(file, None, Some(SystemTime::UNIX_EPOCH)).unwrap();
        files.rename(3, "folder/new", 3, "moved").unwrap();
        let known = files.stat_at(3, "moved", true).unwrap();
        assert_eq!((known.size, known.kind, known.times[1]), (3, Kind::File, 0));
        let more = files.open_at(3, "moved", How { append: true, ..READ }).unwrap();
        assert_eq!(files.write(more, b"!", None), Ok(1));
        assert_eq!(files.stat_at(3, "moved", true).unwrap().size, 4);
        assert_eq!(files.open_at(3, "moved", How { exclusive: true, ..CREATE }), Err(EXISTS));
        assert_eq!(files.open_at(3, "moved", How { folder: true, ..READ }), Err(NOT_A_FOLDER));
        assert_eq!(files.open_at(3, "folder", How { write: true, ..READ }), Err(IS_A_FOLDER));
        assert_eq!(files.open_at(3, "inside", How { follow: false, ..READ }), Err(LOOP));
        assert!(files.open_at(3, "itself", READ).is_err());
        assert_eq!(files.read_link(3, "inside").as_deref(), Ok("file"));
        files.remove_file(3, "moved").unwrap();
        files.remove_file(3, "inside").unwrap();
        files.create_folder(3, "folder/inner").unwrap();
        assert_eq!(files.remove_folder(3, "folder"), Err(NOT_EMPTY));
        files.close(file).unwrap();
        assert_eq!(files.read(file, &mut room, None), Err(BAD_DESCRIPTOR));
    }

    #[test]
    fn a_folder_is_listed_as_it_was_when_that_began() {
        let (around, mut files) = granted(true);
        let mut names: Vec<_> = files.list(3, 0).unwrap().iter().map(|entry| entry.name.clone()).collect();
        fs::write(around.path().join("granted/later"), "").unwrap();
        assert_eq!(files.list(3, 2).unwrap().len(), names.len() - 2);
        names.sort();
        assert_eq!(
            names,
            [".", "..", "absolute", "dangling", "file", "folder", "inside", "itself", "relative", "up"]
        );
        assert_eq!(files.list(3, 0).unwrap().len(), 11);
        assert!(files.list(3, u64::MAX).unwrap().is_empty());
        let link = files.list(3, 0).unwrap().iter().find(|entry| entry.name == "inside").unwrap().kind;
        assert_eq!(link, Kind::Link);
    }

    /// The limit is the process's, so this is for one of its own.
    #[test]
    #[ignore = "run by the next one"]
    fn within_a_limit_for_files() {
        let (_around, mut files) = granted(true);
        let file = files.open_at(3, "new", CREATE).unwrap();
        let written = files.write(file, &[1; 5000], None).unwrap();
        assert!((1..5000).contains(&written), "{written}");
        assert_eq!(files.write(file, b"x", None), Err(TOO_BIG));
        assert_eq!(files.write(file, b"x", Some(5000)), Err(TOO_BIG));
        assert_eq!(files.set_size(file, 5000), Err(TOO_BIG));
        assert_eq!(files.stat(file).unwrap().size, written as u64);
    }

    #[test]
    fn a_file_that_is_as_long_as_it_may_get_raises_no_signal() {
        let test = "wasm::files::tests::within_a_limit_for_files";
        let limited = r#"ulimit -f 2 && exec "$@" > /dev/null"#;
        let mut command = Command::new("sh");
        command.args(["-c", limited, "sh"]).arg(std::env::current_exe().unwrap());
        let status = command.args(["--exact", test, "--ignored"]).status().unwrap();
        assert!(status.success(), "{status}");
    }

    #[test]
    fn what_is_no_file_is_not_waited_for() {
        let (around, mut files) = granted(true);
        let pipe = around.path().join("granted/pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        for how in [READ, CREATE, How { append: true, ..READ }] {
            assert_eq!(files.open_at(3, "pipe", how), Err(ACCESS));
        }
        assert_eq!(files.set_times_at(3, "pipe", None, None), Err(UNSUPPORTED));
    }

    #[test]
    fn a_module_has_so_many_descriptors_and_no_more() {
        let (_around, mut files) = granted(false);
        for descriptor in 4..3 + MOST as i32 {
            assert_eq!(files.open_at(3, "file", READ), Ok(descriptor));
        }
        assert_eq!(files.open_at(3, "file", READ), Err(TOO_MANY_OPEN));
        files.renumber(9, 10).unwrap();
        assert_eq!(files.renumber(9, 10), Err(BAD_DESCRIPTOR));
        assert_eq!(files.renumber(10, 9), Err(BAD_DESCRIPTOR));
        assert_eq!(files.open_at(3, "file", READ), Ok(9));
    }

    #[test]
    fn what_was_granted_and_is_no_folder_is_named() {
        let (around, files) = granted(false);
        assert_eq!(files.granted(3), Ok("/data"));
        assert_eq!(files.granted(4), Err(BAD_DESCRIPTOR));
        for path in ["nowhere", "secret"] {
            let path = around.path().join(path).display().to_string();
            let folder = Folder { path: path.clone(), name: None, writable: true };
            let reason = Files::open(&[folder]).map(drop).unwrap_err();
            assert!(reason.starts_with(&format!("`folders` names {path}, which cannot")), "{reason}");
        }
    }
}
