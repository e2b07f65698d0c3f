//! What the archive says of itself.

use ffi_core::{Text, export, handle};

const SIGNATURES: &str = include_str!("../abi/signatures.txt");

/// The version of the boundary's rules: how texts, arrays, handles and failure work. It changes only with
/// them, not with every new function.
#[export]
fn rt_native_abi_version() -> i64 {
    1
}

/// A hash of every signature that this archive was built with. A host compares it with the
/// `SIMPLE_NATIVE_ABI_HASH` of the header it was compiled against: where they differ, one of the two is of
/// another version.
#[export]
fn rt_native_abi_hash() -> i64 {
    const HASH: i64 = hash(SIGNATURES);
    HASH
}

/// The version of this archive.
#[export]
fn rt_native_version() -> Text {
    Text::new(env!("CARGO_PKG_VERSION"))
}

/// The manifest of this build, as JSON: every function that it holds, with parameter names, types,
/// ownership, thread rule, failure value and meaning.
#[export]
fn rt_native_manifest() -> Text {
    let head = concat!(
        r#"{"name":"simple_native","version":""#,
        env!("CARGO_PKG_VERSION"),
        r#"","abi_version":1,"abi_hash":"#
    );
    let hash = rt_native_abi_hash().to_string();
    let mut pieces = vec![head, &hash, r#","libraries":["#];
    for (i, library) in LIBRARIES.iter().enumerate() {
        pieces.extend([if i > 0 { "," } else { "" }, library]);
    }
    pieces.push("]}");
    Text::from_pieces(&pieces)
}

/// How many objects are alive: handles that were given out and not freed. A host's tests assert with it that
/// they leak none.
#[export]
fn rt_native_live_handles() -> i64 {
    handle::live()
}

/// Panics inside the archive with `message`, so that a host can see for itself that its build catches panics:
/// the call fails, `rt_native_get_last_error` begins with `internal error:` and holds the message, and every
/// later call works. Never succeeds.
#[export]
fn rt_native_provoke_panic(message: &str) -> bool {
    panic!("{message}")
}

/// Why this thread's last failed `rt_native_` call failed: one sentence, `""` where none did.
#[export]
fn rt_native_get_last_error() -> Text {
    Text::new(&crate::LIBRARY.last_error())
}

/// Forgets why this thread's last failed `rt_native_` call failed.
#[export]
fn rt_native_clear_error() {
    crate::LIBRARY.clear_error();
}

/// The libraries of this build, as the manifest describes them.
const LIBRARIES: &[&str] = &[
    include_str!("../abi/native.json"),
    #[cfg(feature = "audio")]
    include_str!("../abi/audio.json"),
    #[cfg(feature = "cuda")]
    include_str!("../abi/cuda.json"),
    #[cfg(feature = "gamepad")]
    include_str!("../abi/gamepad.json"),
    #[cfg(feature = "http")]
    include_str!("../abi/http.json"),
    #[cfg(feature = "graphics2d")]
    include_str!("../abi/lyon.json"),
    #[cfg(feature = "module")]
    include_str!("../abi/module.json"),
    #[cfg(feature = "rapier2d")]
    include_str!("../abi/rapier2d.json"),
    #[cfg(feature = "regex")]
    include_str!("../abi/regex.json"),
    #[cfg(feature = "window")]
    include_str!("../abi/winit.json"),
];

/// 64-bit FNV-1a (Fowler, Noll and Vo) of the lines that are no comments, sign bit cleared.
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
    (hash & (i64::MAX as u64)) as i64
}
