//! The signature record: one line of JSON for each exported function and struct, in the object-file section
//! [`SECTION`]. It is data without addresses, so it keeps no function alive; `cargo xtask abi` reads it
//! and `cargo xtask dist` drops it.

use crate::kind::Kind;

/// A parameter or return value in the record.
#[derive(Clone, Copy)]
pub struct Abi {
    /// The type, in the notation of the contract, or the name of a struct.
    pub name: &'static str,
    /// The kind of object a handle stands for; empty where it is no handle.
    pub handle: &'static str,
    /// The kind of object that frees this one together with itself; empty where there is none.
    pub parent: &'static str,
    /// The kind of object that frees this one with itself at the latest, though it is the caller's; empty where there
    /// is none.
    pub freed_with: &'static str,
    /// "true" where the call frees the handle.
    pub consumes: &'static str,
    /// "true" where only a text that this archive returned may be passed.
    pub archives: &'static str,
    /// "true" where a returned text, or one of an array's, can be nothing.
    pub optional: &'static str,
}

impl Abi {
    /// A type that is no handle.
    pub const fn plain(name: &'static str) -> Self {
        Self {
            name,
            handle: "",
            parent: "",
            freed_with: "",
            consumes: "false",
            archives: "false",
            optional: "false",
        }
    }

    /// A handle of this kind.
    pub const fn handle(kind: Kind) -> Self {
        const fn name(kind: Option<Kind>) -> &'static str {
            match kind {
                Some(kind) => kind.name(),
                None => "",
            }
        }
        let (parent, freed_with) = (name(kind.parent()), name(kind.freed_with()));
        Self { handle: kind.name(), parent, freed_with, ..Self::plain("i64") }
    }

    /// This type, freed by the call.
    pub const fn consumed(self) -> Self {
        Self { consumes: "true", ..self }
    }

    /// This type, or nothing.
    pub const fn optional(self) -> Self {
        Self { optional: "true", ..self }
    }

    /// This type, with a value of this archive's own.
    pub const fn of_the_archive(self) -> Self {
        Self { archives: "true", ..self }
    }
}

/// The length of `parts` joined.
pub const fn length(parts: &[&str]) -> usize {
    let mut sum = 0;
    let mut i = 0;
    while i < parts.len() {
        sum += parts[i].len();
        i += 1;
    }
    sum
}

/// `parts` joined, as the bytes of a static.
pub const fn join<const N: usize>(parts: &[&str]) -> [u8; N] {
    let mut out = [0; N];
    let mut at = 0;
    let mut i = 0;
    while i < parts.len() {
        let part = parts[i].as_bytes();
        let mut j = 0;
        while j < part.len() {
            out[at] = part[j];
            at += 1;
            j += 1;
        }
        i += 1;
    }
    out
}
