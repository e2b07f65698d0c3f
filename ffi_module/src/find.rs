//! Search for modules by name.

use crate::{Error, Result};
use ffi_core::{environment, file};
use std::{
    env, fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

/// Set to a list of folders, as `PATH` is.
const VARIABLE: &str = "SIMPLE_MODULE_PATH";

/// The bytes of a file's name that no common file system goes beyond.
const LONGEST_NAME: usize = 255;

/// The folders that are searched, in order.
fn folders() -> Vec<PathBuf> {
    let listed = environment::variable(VARIABLE).unwrap_or_default();
    let listed = env::split_paths(&listed).filter(|folder| !folder.as_os_str().is_empty());
    let beside = env::current_exe().ok().and_then(|path| Some(path.parent()?.to_path_buf()));
    // It asks the environment where that is.
    let users = environment::is_trusted().then(dirs::data_dir).flatten();
    let users = users.map(|folder| folder.join("simple_native/modules"));
    listed.chain(beside).chain(users).collect()
}

/// The names that the file of a module called `name` may have.
fn files(name: &str) -> [String; 3] {
    let (prefix, suffix) = (env::consts::DLL_PREFIX, env::consts::DLL_SUFFIX);
    [format!("{prefix}{name}{suffix}"), format!("{name}{suffix}"), format!("{name}.wasm")]
}

/// The file of the module called `name`.
pub fn find(name: &str) -> Result<String> {
    // Before it is put behind each folder.
    if name.len() > LONGEST_NAME {
        return Err(Error::LongName(name.len()));
    }
    let good = |c: char| c.is_alphanumeric() || "_-.".contains(c);
    if name.is_empty() || name.starts_with('.') || !name.chars().all(good) {
        return Err(Error::BadName(name.to_owned()));
    }
    let searched = folders();
    let candidates = searched.iter().flat_map(|folder| files(name).map(|file| folder.join(file)));
    match candidates.into_iter().find(|path| path.is_file()) {
        // No host could name it to `rt_module_load`.
        Some(path) => path.into_os_string().into_string().map_err(|path| Error::NotUtf8(path.into())),
        None => Err(Error::NotFound { name: name.to_owned(), searched }),
    }
}

/// Tells whether the file is WebAssembly: by its first bytes or by its name. What
/// is no file is refused with what it is.
pub fn is_wasm(path: &Path) -> Result<bool, String> {
    let meta = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".into(),
        _ => error.to_string(),
    })?;
    file::require_regular(meta.file_type()).map_err(|error| error.to_string())?;
    let mut head = Vec::new();
    let read = file::open(path).and_then(|file| file.take(4).read_to_end(&mut head));
    read.map_err(|error| error.to_string())?;
    let is_named_so = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("wasm"));
    Ok(is_named_so || head == b"\0asm")
}

/// The name of the module in this file.
pub fn name_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy();
    match path.extension() {
        Some(extension) if !extension.eq_ignore_ascii_case("wasm") => {
            stem.strip_prefix(env::consts::DLL_PREFIX).unwrap_or(&stem).to_owned()
        }
        _ => stem.into_owned(),
    }
}
