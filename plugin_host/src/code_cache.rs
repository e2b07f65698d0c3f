//! A folder of compiled WebAssembly modules. What lies there runs as it is: it is believed where nobody but root and the
//! user whose rights the program has can have written it, and where it is whole.

use cap_std::{
    ambient_authority,
    fs::{Dir, OpenOptions, OpenOptionsExt},
};
use ffi_core::{
    memory::{reserve, room_for},
    signals::without_write_signals,
};
use sha2::{Digest, Sha256};
use std::{
    fmt::Write as _,
    fs::{DirBuilder, File, Metadata},
    hash::{BuildHasher, Hash, Hasher, RandomState},
    io::{self, ErrorKind, Read, Write},
    os::unix::fs::{DirBuilderExt, MetadataExt},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};
use wasmtime::{Engine, Module};

/// Most bytes that are kept in a folder: what was not used for longest goes first.
const MOST: u64 = 512 << 20;
/// The longest file that is looked at.
const LONGEST: u64 = 256 << 20;
/// First bytes of a file; the digest of its name and the rest follows.
const MAGIC: [u8; 16] = *b"simple_native\0c\x01";
const HEAD: usize = MAGIC.len() + 32;
const ENDING: &str = ".cwasm";
/// A file that is being written; the folder may hold files of others that end so.
const PART: &str = ".simple_native.part";
/// Memory that reading and writing take beside the file's own size.
const BESIDE: usize = 1 << 20;
/// A file that is still being written is younger.
const LEFT_BEHIND: Duration = Duration::from_secs(3600);

/// Reason for not believing what a folder holds: others may write to it.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum Distrust {
    #[error("{} belongs to user {owner}, and the program runs with the rights of user {own}", path.display())]
    Owner { path: PathBuf, owner: u32, own: u32 },
    #[error("others than its owner may write to {} (mode {mode:03o}): chmod go-w would change that", path.display())]
    Mode { path: PathBuf, mode: u32 },
}

/// A folder of compiled modules.
pub struct CodeCache {
    folder: Dir,
    path: PathBuf,
}

impl CodeCache {
    /// Opens the folder, which is made where it is not there: for its owner alone. None where that cannot be.
    pub fn open(path: &Path) -> Result<Option<Self>, Distrust> {
        // What is wrong shows when it is opened.
        let _ = DirBuilder::new().recursive(true).mode(0o700).create(path);
        let Ok(folder) = Dir::open_ambient_dir(path, ambient_authority()) else { return Ok(None) };
        let Ok(known) = folder.try_clone().and_then(|folder| folder.into_std_file().metadata()) else {
            return Ok(None);
        };
        check_owner(path, &known)?;
        Ok(Some(Self { folder, path: path.to_owned() }))
    }

    /// The module that was compiled of the bytes with this digest for such an engine; none where it is not there, not
    /// whole, or of another version.
    pub fn load(&self, engine: &Engine, digest: &[u8; 32]) -> Result<Option<Module>, Distrust> {
        let name = name(engine, digest);
        let Ok(Some((file, known))) = self.open_file(&name) else { return Ok(None) };
        check_owner(&self.path.join(&name), &known)?;
        let Ok(Some(bytes)) = read(&file, known.len()) else { return Ok(None) };
        let Some(code) = whole(&name, &bytes) else { return Ok(None) };
        // SAFETY: `save` wrote these bytes, which wasmtime had made: the digest tells that they are all there, as they
        // were, and under the name that they got; and none but the user whose rights the process has, and root, could
        // write there, who can change the program itself. They were read before they were looked at, and change no more.
        // The name stands for wasmtime's version, the machine and the settings, which wasmtime compares once more.
        let module = unsafe { Module::deserialize(engine, code) };
        // Those that are used stay.
        let _ = file.set_modified(SystemTime::now());
        Ok(module.ok())
    }

    /// Keeps the module that was compiled of the bytes with this digest.
    pub fn save(&self, engine: &Engine, digest: &[u8; 32], module: &Module) -> io::Result<()> {
        let image = module.image_range();
        let size = image.end.addr() - image.start.addr();
        if (size + HEAD) as u64 > LONGEST {
            return Err(ErrorKind::FileTooLarge.into());
        }
        room_for(size + BESIDE)?;
        let code = module.serialize().map_err(io::Error::other)?;
        let name = name(engine, digest);
        // No other writer's: the file is made here, or this time nothing is kept.
        let random = RandomState::new().build_hasher().finish();
        let part = format!("{}-{random:016x}{PART}", std::process::id());
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).mode(0o600);
        let file = self.folder.open_with(&part, &options)?.into_std();
        let written = write(file, &name, &code).and_then(|()| self.folder.rename(&part, &self.folder, &name));
        if written.is_err() {
            let _ = self.folder.remove_file(&part);
        }
        written?;
        self.forget_older(&name, MOST)
    }

    /// A regular file of the folder.
    fn open_file(&self, name: &str) -> io::Result<Option<(File, Metadata)>> {
        let mut options = OpenOptions::new();
        // It may be a FIFO, for which nobody waits.
        options.read(true).custom_flags(libc::O_NONBLOCK);
        let file = self.folder.open_with(name, &options)?.into_std();
        let known = file.metadata()?;
        Ok((known.is_file() && known.len() <= LONGEST).then_some((file, known)))
    }

    /// Removes what was used least lately beyond what is kept, and what was left behind by writers that ended.
    fn forget_older(&self, newest: &str, most: u64) -> io::Result<()> {
        let (mut kept, mut sum) = (Vec::new(), 0);
        for entry in self.folder.entries()? {
            let Ok(entry) = entry else { continue };
            let (Ok(name), Ok(known)) = (entry.file_name().into_string(), entry.metadata()) else { continue };
            let Ok(used) = known.modified().map(cap_std::time::SystemTime::into_std) else { continue };
            if name.ends_with(PART) && used.elapsed().is_ok_and(|age| age > LEFT_BEHIND) {
                let _ = self.folder.remove_file(&name);
            } else if is_name(&name) {
                sum += known.len();
                kept.push((used, known.len(), name));
            }
        }
        kept.retain(|(_, _, name)| name != newest);
        kept.sort_unstable();
        for (_, size, name) in kept {
            if sum <= most {
                break;
            }
            let _ = self.folder.remove_file(&name);
            sum -= size;
        }
        Ok(())
    }
}

fn check_owner(path: &Path, known: &Metadata) -> Result<(), Distrust> {
    // SAFETY: it asks who the process is.
    let own = unsafe { libc::geteuid() };
    let (owner, mode) = (known.uid(), known.mode() & 0o7777);
    if owner != 0 && owner != own {
        return Err(Distrust::Owner { path: path.to_owned(), owner, own });
    }
    // Whom a list of access lets write shows as the group.
    if mode & 0o022 != 0 {
        return Err(Distrust::Mode { path: path.to_owned(), mode });
    }
    Ok(())
}

/// The file's bytes, where there is room for them, and for what is made of them.
fn read(file: &File, size: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let Ok(size) = usize::try_from(size) else { return Ok(None) };
    if reserve(&mut bytes, size + 1).is_err() || room_for(2 * size + BESIDE).is_err() {
        return Ok(None);
    }
    file.take(size as u64).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// The code in a file of this name and these bytes, where nothing of it is missing or changed.
fn whole<'bytes>(name: &str, bytes: &'bytes [u8]) -> Option<&'bytes [u8]> {
    let (head, code) = bytes.split_at_checked(HEAD)?;
    let (magic, digest) = head.split_at(MAGIC.len());
    (magic == MAGIC && digest == seal(name, code)).then_some(code)
}

fn write(mut file: File, name: &str, code: &[u8]) -> io::Result<()> {
    let seal = seal(name, code);
    without_write_signals(|| [&MAGIC[..], &seal, code].iter().try_for_each(|bytes| file.write_all(bytes)))
}

/// A file that was given another's name is not whole.
fn seal(name: &str, code: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(name).chain_update(code).finalize().into()
}

/// The name of the file of what an engine makes of the bytes with this digest.
fn name(engine: &Engine, digest: &[u8; 32]) -> String {
    let mut all = AllOf(Sha256::new());
    // What has another form in another version is made again.
    all.write(env!("CARGO_PKG_VERSION").as_bytes());
    all.write(digest);
    engine.precompile_compatibility_hash().hash(&mut all);
    let mut name = String::new();
    for byte in all.0.finalize() {
        let _ = write!(name, "{byte:02x}");
    }
    name + ENDING
}

/// Tells whether it is one of those names.
fn is_name(name: &str) -> bool {
    let digest = name.strip_suffix(ENDING).unwrap_or_default();
    digest.len() == 64 && digest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The digest of what is hashed.
struct AllOf(Sha256);

impl Hasher for AllOf {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_was_used_least_lately_goes_first() {
        let folder = tempfile::tempdir().unwrap();
        let cache = CodeCache::open(folder.path()).unwrap().unwrap();
        let now = SystemTime::now();
        let make = |name: &str, size: usize, age: u64| {
            let file = File::create(folder.path().join(name)).unwrap();
            (&file).write_all(&vec![0; size]).unwrap();
            file.set_modified(now - Duration::from_secs(age)).unwrap();
        };
        let names = || {
            let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
            let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
            names.sort();
            names
        };
        let [a, b, c, new] = ["a", "b", "c", "d"].map(|digit| digit.repeat(64) + ENDING);
        for (name, size, age) in [(&a, 40, 9), (&b, 30, 5), (&c, 20, 7), (&new, 10, 99)] {
            make(name, size, age);
        }
        let [left, now] = ["1-left", "1-now"].map(|name| name.to_owned() + PART);
        make(&left, 1, 4000);
        make(&now, 1, 10);
        let others = ["film.mkv.part", "of_others", "others.cwasm"];
        others.iter().for_each(|name| make(name, 100, 9999));
        for (most, kept) in
            [(100, &[&a, &b, &c, &new][..]), (99, &[&b, &c, &new]), (40, &[&b, &new]), (0, &[&new])]
        {
            cache.forget_older(&new, most).unwrap();
            let mut expected = vec![now.as_str()];
            expected.extend(others);
            expected.extend(kept.iter().map(|name| name.as_str()));
            expected.sort_unstable();
            assert_eq!(names(), expected, "{most}");
        }
    }
}
