//! Functions about the archive itself.

use ffi_core::{Failure, Text, depth, error::Category, export, handle};
use std::cmp::Ordering;

const SIGNATURES: &str = include_str!("../abi/signatures.txt");
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Returns the version of the boundary's rules: how texts, arrays, handles and failure work. It changes only with them,
/// not with every new function.
#[export(light)]
fn rt_native_abi_version() -> i64 {
    1
}

/// Returns a hash of every signature that this archive was built with. A host compares it with the
/// `SIMPLE_NATIVE_ABI_HASH` of the header it was compiled against: where they differ, one of the two is of another
/// version.
#[export(light)]
fn rt_native_abi_hash() -> i64 {
    const HASH: i64 = hash(SIGNATURES);
    HASH
}

/// Returns how often the interface has changed so far: of two archives, headers or manifests that differ, the one with
/// the smaller revision is the older.
#[export(light)]
fn rt_native_abi_revision() -> i64 {
    const REVISION: i64 = revision(SIGNATURES);
    REVISION
}

/// Tells whether a caller fits this archive: one that was compiled with a header of revision `abi_revision` and hash
/// `abi_hash`, or generated from such a manifest. Where it does not, the last error says which of the two is older. In
/// C, `SIMPLE_NATIVE_FITS()` asks this.
#[export(light)]
fn rt_native_check_abi(abi_revision: i64, abi_hash: i64) -> Result<(), Misfit> {
    let (ours, fits) = (rt_native_abi_revision(), rt_native_abi_hash() == abi_hash);
    match abi_revision.cmp(&ours) {
        _ if fits => Ok(()),
        Ordering::Less => Err(Misfit::CallerOlder { theirs: abi_revision, ours }),
        Ordering::Greater => Err(Misfit::ArchiveOlder { theirs: abi_revision, ours }),
        Ordering::Equal => Err(Misfit::Different { ours, theirs: abi_hash }),
    }
}

/// Misfits of a caller and this archive.
#[derive(Debug, thiserror::Error)]
enum Misfit {
    #[error(
        "`abi_revision` is {theirs} and this archive ({VERSION}) has revision {ours}: the caller is older; \
         build or generate it again with this archive's header or manifest"
    )]
    CallerOlder { theirs: i64, ours: i64 },
    #[error(
        "`abi_revision` is {theirs} and this archive ({VERSION}) has revision {ours}: the archive is older; \
         load the one that the caller's header or manifest came with"
    )]
    ArchiveOlder { theirs: i64, ours: i64 },
    #[error(
        "`abi_hash` is {theirs}, not that of this archive ({VERSION}), and both are of revision {ours}: neither \
         is older, they were made from different sources"
    )]
    Different { ours: i64, theirs: i64 },
}

impl Failure for Misfit {
    fn category(&self) -> Category {
        Category::InvalidArgument
    }
}

/// Returns the version of this archive.
#[export(light)]
fn rt_native_version() -> Text {
    Text::new(env!("CARGO_PKG_VERSION"))
}

/// Returns the manifest of this build, as JSON: every function that it holds, with parameter names, types, ownership,
/// thread rule, failure value and meaning.
#[export]
fn rt_native_manifest() -> Text {
    let head = concat!(
        r#"{"name":"simple_native","version":""#,
        env!("CARGO_PKG_VERSION"),
        r#"","abi_version":1,"abi_revision":"#
    );
    let (revision, hash) = (rt_native_abi_revision().to_string(), rt_native_abi_hash().to_string());
    let mut pieces = vec![head, &revision, r#","abi_hash":"#, &hash, r#","libraries":["#];
    for (i, library) in LIBRARIES.iter().enumerate() {
        pieces.extend([if i > 0 { "," } else { "" }, library]);
    }
    pieces.push("]}");
    Text::from_pieces(&pieces)
}

/// Returns how many objects are alive: handles that were given out and not freed. A host's tests assert with it that
/// they leak none.
#[export(light)]
fn rt_native_live_handles() -> i64 {
    handle::live()
}

/// Returns how many bytes the archive holds in blocks of at least 64 KiB: pictures, decoded sounds, bodies, buffers of
/// worlds and servers. The rest is small beside it; the weights of models are not in it. A binding tells its garbage
/// collector by it what small objects stand for.
#[export(light)]
fn rt_native_bulk_memory() -> i64 {
    ffi_core::reserve::bulk_bytes()
}

/// Panics inside the archive with `message`, so that a host can see for itself that its build catches panics:
/// the call fails, `rt_native_get_last_error` begins with `internal error:` and holds the message, and every
/// later call works. Never succeeds.
#[export(memory = 8)]
fn rt_native_provoke_panic(message: &str) -> bool {
    panic!("{message}")
}

/// Tells whether the last call of this thread failed, of those that can: asking, releasing memory and reading last
/// errors count as none. For bindings: asked right after a call, it tells a failure value from the same value as an
/// answer, and whether the library's last error is that call's.
#[export(light)]
fn rt_native_last_call_failed() -> bool {
    depth::last_call_failed()
}

/// Has this thread's calls leave no word of themselves while `quiet`: they change neither what
/// `rt_native_last_call_failed` tells nor any last error. Returns what was so before, to be put back. For bindings: what
/// a collector frees, it frees between any two steps of a program, also between a call and the question whether it
/// failed.
#[export(light)]
fn rt_native_set_quiet(quiet: bool) -> bool {
    depth::set_quiet(quiet)
}

/// Copies why this thread's last failed call failed, of whichever library, into `buffer`: for hosts that want no
/// allocation, and nothing to release. The sentence ends with a NUL, and is cut between characters where `buffer` is
/// shorter. Returns the bytes of the whole sentence without the NUL: 0 where no call failed or the error was cleared,
/// -1 where `buffer` is none. Works without any memory, and leaves what `rt_native_last_call_failed` tells as it is.
#[export(light, unnoticed, memory = 0)]
fn rt_native_copy_last_error(buffer: &mut [u8]) -> i64 {
    ffi_core::last_error::copy_last(buffer) as i64
}

/// Returns why this thread's last failed `rt_native_` call failed: one sentence, `""` where none did.
#[export(light)]
fn rt_native_get_last_error() -> Text {
    Text::new(&crate::LIBRARY.last_error())
}

/// Returns the category of this thread's last failed `rt_native_` call, by the same numbers in every library: 0 none
/// failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of
/// another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a
/// limit, 7 unsupported here, 8 internal error.
#[export(light)]
fn rt_native_get_last_error_code() -> i64 {
    crate::LIBRARY.last_error_category()
}

/// Forgets why this thread's last failed `rt_native_` call failed.
#[export(light)]
fn rt_native_clear_error() {
    crate::LIBRARY.clear_error();
}

// `LIBRARIES`: those of this build, as the manifest describes them.
include!(concat!(env!("OUT_DIR"), "/libraries.rs"));

/// The lower 53 bits of the 64-bit FNV-1a (Fowler, Noll and Vo) of the lines that are no comments: every host's integers
/// hold them, and a double does.
const fn hash(text: &str) -> i64 {
    let bytes = text.as_bytes();
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut line_start = true;
    let mut comment = false;
    let mut i = 0;
    while i < bytes.len() {
        if line_start {
            comment = bytes[i] == b'#';
        }
        line_start = bytes[i] == b'\n';
        if !comment {
            hash = (hash ^ bytes[i] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        }
        i += 1;
    }
    (hash & ((1 << 53) - 1)) as i64
}

/// The number in the first line, `# revision N`.
const fn revision(text: &str) -> i64 {
    let bytes = text.as_bytes();
    let mut number = 0;
    let mut i = 0;
    while i < bytes.len() && bytes[i] != b'\n' {
        if bytes[i].is_ascii_digit() {
            number = number * 10 + (bytes[i] - b'0') as i64;
        }
        i += 1;
    }
    number
}
