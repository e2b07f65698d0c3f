//! The folder in which a host has compiled modules kept.

use wasmtime::{Engine, Module};

#[cfg(unix)]
use {
    ffi_core::environment,
    plugin_host::{CodeCache, Distrust},
    std::path::{Path, PathBuf},
};

/// The word in a host's options for the user's own folder.
#[cfg(unix)]
const USERS: &str = "user";

/// Digest of a module file's contents.
pub type Identity = [u8; 32];

/// The folder, where there is one.
#[derive(Default)]
pub struct Cache(#[cfg(unix)] Option<CodeCache>);

#[cfg(unix)]
impl Cache {
    /// That of this name in the options.
    pub fn open(named: &str) -> Result<Self, String> {
        match folder(named, environment::is_trusted())? {
            Some(path) => CodeCache::open(&path).map(Self).map_err(distrusted),
            None => Ok(Self(None)),
        }
    }

    /// The module that was compiled of the bytes of this identity.
    pub fn load(&self, engine: &Engine, identity: &Identity) -> Result<Option<Module>, String> {
        match &self.0 {
            Some(cache) => cache.load(engine, identity).map_err(distrusted),
            None => Ok(None),
        }
    }

    /// Keeps it, where that can be.
    pub fn save(&self, engine: &Engine, identity: &Identity, module: &Module) {
        if let Some(cache) = &self.0 {
            // It is compiled again another time.
            let _ = cache.save(engine, identity, module);
        }
    }
}

/// None in a program that has more rights than whoever started it: they make the environment, which says where the
/// user's folder is, and the user's files may be theirs.
#[cfg(unix)]
fn folder(named: &str, is_trusted: bool) -> Result<Option<PathBuf>, String> {
    let path = match named {
        "" => None,
        USERS => dirs::cache_dir().map(|folder| folder.join("simple_native/modules")),
        path if Path::new(path).is_absolute() => Some(path.into()),
        path => {
            return Err(format!("`cache` is \"{path}\", which is neither \"user\" nor a path from the root"));
        }
    };
    Ok(path.filter(|_| is_trusted))
}

#[cfg(unix)]
fn distrusted(distrust: Distrust) -> String {
    format!("compiled modules are not taken from everybody (`cache`): {distrust}")
}

#[cfg(not(unix))]
impl Cache {
    /// There is none.
    pub fn open(named: &str) -> Result<Self, String> {
        if named.is_empty() {
            Ok(Self())
        } else {
            Err("no folder is its owner's alone here (`cache`)".into())
        }
    }

    /// None is kept.
    pub fn load(&self, _: &Engine, _: &Identity) -> Result<Option<Module>, String> {
        Ok(None)
    }

    /// Keeps none.
    pub fn save(&self, _: &Engine, _: &Identity, _: &Module) {}
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_program_with_more_rights_than_its_user_takes_no_code_from_a_folder() {
        assert_eq!(folder("/here", true), Ok(Some("/here".into())));
        for named in ["/here", USERS, ""] {
            assert_eq!(folder(named, false), Ok(None), "{named}");
        }
        assert!(folder("here", true).is_err() && folder("here", false).is_err());
    }
}
