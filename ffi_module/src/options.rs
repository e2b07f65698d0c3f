//! Limits and grants of a WebAssembly module.

use crate::{Error, Result};
use serde::{Deserialize, Serialize};

/// Limits and grants. What is not granted does not exist for the module.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// Memory, in MiB.
    pub memory_mib: u32,
    /// For each message, in milliseconds.
    pub time_ms: u32,
    /// Entries of all tables together.
    pub table: u32,
    /// The size of its file, in KiB.
    pub code_kib: u32,
    /// For compiling it, in milliseconds.
    pub compile_ms: u32,
    /// True where a module that died begins anew with the next message.
    pub restart: bool,
    /// True where its memory ends in pages that nobody may touch, instead of being measured at each access; where there
    /// is address space for that if nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guard_pages: Option<bool>,
    /// The folder in which what was compiled is kept; `user` is the user's own.
    pub cache: String,
    /// Things that it may ask the host for.
    #[serde(deserialize_with = "ffi_core::json::by_name")]
    pub grants: Grants,
}

/// Things that a module may ask the host for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Grants {
    /// The time of day, and WASI's other clocks.
    pub clock: bool,
    /// Random numbers of the system's.
    pub random: bool,
    /// Arguments that WASI gives it, after its name.
    pub arguments: Vec<String>,
    /// The names of environment variables that it may read.
    pub environment: Vec<String>,
    /// The paths of files that it may read.
    pub files: Vec<String>,
    /// The folders that it has in WASI.
    #[serde(deserialize_with = "ffi_core::json::each_by_name")]
    pub folders: Vec<Folder>,
    /// The names of the host's functions that it may call.
    pub functions: Vec<String>,
}

/// A folder that a module may read, and write to where that is granted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Folder {
    /// Path of the folder.
    pub path: String,
    /// Name by which the module knows it; its path where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// True where it may be written to.
    #[serde(default)]
    pub writable: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            memory_mib: 64,
            time_ms: 5000,
            table: 100_000,
            code_kib: 16 << 10,
            compile_ms: 30_000,
            restart: false,
            guard_pages: None,
            cache: String::new(),
            grants: Grants::default(),
        }
    }
}

impl Options {
    /// From JSON; what it does not mention stays as it is by default.
    pub fn parse(json: &str) -> Result<Self> {
        ffi_core::json::object(json).map_err(Error::Options)
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    #[test]
    fn no_struct_is_taken_from_a_list() {
        let named = r#"{"grants": {"folders": [{"path": "/tmp", "writable": true}]}}"#;
        assert!(Options::parse(named).unwrap().grants.folders[0].writable);
        for listed in [
            "[1]",
            r#"{"grants": [true]}"#,
            r#"{"grants": {"folders": [["/tmp", "name", true]]}}"#,
            r#"{"grants": {"folders": [["/tmp"]]}}"#,
        ] {
            assert!(Options::parse(listed).is_err(), "{listed}");
        }
    }
}
