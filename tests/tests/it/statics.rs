//! Every static of ours says what a fork does to it: by its type, or here.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    str::FromStr,
};
use xtask::workspace::{root, sources};

/// Statics whose types do not say it: where they are, their names, and what a fork does to them.
const SAID_HERE: [(&str, &str, &str); 12] = [
    ("ffi_core/src/fork/registry.rs", "REGISTRY", "the fork itself takes it"),
    (
        "ffi_core/src/reserve.rs",
        "RESERVE",
        "no lock: a slot is a bit, and the child's copy of it is the child's",
    ),
    ("ffi_core/src/events.rs", "PUBLISHED", "registered by `subscribe`; a child has no subscriptions"),
    ("ffi_core/src/wakeup.rs", "OPEN", "registered by `new`; a child closes them"),
    (
        "ffi_core/src/handle/global.rs",
        "DOMAIN",
        "registered with the first object of a kind, as the objects' keeper",
    ),
    ("ffi_core/src/handle/global.rs", "TABLE", "registered with the first object of a kind"),
    (
        "ffi_http/src/server/handler/registry.rs",
        "WAITING",
        "held with the registered handlers; empty in a child",
    ),
    ("ffi_http/src/server/handler/registry.rs", "ENDED", "nobody waits in a child"),
    (
        "cuda/src/devices.cpp",
        "devices",
        "every way to it is through `open_device` of `ffi_cuda`, which has a lock that a fork takes",
    ),
    ("cuda/src/gpu/launch/queue.cu", "mutex", "a child has no GPU: the driver does not outlive a fork"),
    ("cuda/src/gpu/launch/queue.cu", "locks", "a child has no GPU: the driver does not outlive a fork"),
    ("cuda/src/gpu/launch/queue.cu", "known", "a child has no GPU: the driver does not outlive a fork"),
];

/// Locks of crates that are patched here, by their files, and what a child finds that is forked while a thread has one.
const PATCHED: [(&str, &[&str], &str); 15] = [
    (
        "patches/winit/src/platform_impl/linux/mod.rs",
        &["X11_BACKEND", "XLIB_ERROR_HOOKS"],
        "the thread of the windows holds them while it connects: a child that is forked then has no windows",
    ),
    (
        "patches/winit/src/platform_impl/linux/x11/util/wm.rs",
        &["SUPPORTED_HINTS", "WM_NAME"],
        "the thread of the windows holds them while it copies a value: a child that is forked then has no windows",
    ),
    (
        "patches/winit/src/platform_impl/linux/x11/ime/input_method.rs",
        &["GLOBAL_LOCK"],
        "the thread of the windows holds it while it opens an input method: a child that is forked then has no windows",
    ),
    (
        "patches/winit/src/platform_impl/linux/common/xkb/mod.rs",
        &["XKBCH", "XKBH", "XKBXH"],
        "libraries are opened under them once: a child that is forked then has no windows",
    ),
    ("patches/llguidance/src/json_validation.rs", &["SCHEMA_VALIDATOR"], "in a feature that is off"),
    ("patches/minijinja/src/defaults.rs", &["FILTERS", "GLOBALS", "TESTS"], CHATS),
    ("patches/minijinja/src/environment.rs", &["DEFAULT_AUTO_ESCAPE", "FORMATTER", "NO_AUTO_ESCAPE"], CHATS),
    ("patches/minijinja/src/syntax.rs", &["DEFAULT_DELIMS_ARC"], CHATS),
    ("patches/minijinja/src/utils.rs", &["CACHE"], CHATS),
    ("patches/symphonia-format-mkv/src/schema.rs", &["MKV_SCHEMA"], TABLE),
    ("patches/symphonia-bundle-mp3/src/layer1/mod.rs", &["FACTOR"], TABLE),
    (
        "patches/symphonia-bundle-mp3/src/layer3/codebooks.rs",
        &["CODEBOOK_TABLES", "QUADS_CODEBOOK_TABLE"],
        TABLE,
    ),
    (
        "patches/symphonia-bundle-mp3/src/layer3/hybrid_synthesis.rs",
        &["ANTIALIAS_CS_CA", "IMDCT_HALF_COS_12", "IMDCT_WINDOWS"],
        TABLE,
    ),
    ("patches/symphonia-bundle-mp3/src/layer3/requantize.rs", &["POW43"], TABLE),
    (
        "patches/symphonia-bundle-mp3/src/layer3/stereo.rs",
        &["INTENSITY_STEREO_RATIOS_MPEG1", "INTENSITY_STEREO_RATIOS_MPEG2"],
        TABLE,
    ),
];
/// Reason for the statics of `ffi_cuda/src/chat/template.rs`, which are made before the first conversation.
const CHATS: &str = "all are made before the first template is read, while no fork can come between";
const TABLE: &str = "a table that the first file of its kind fills: in a child that is forked then, decoders come to no end, and are \
                     given up after five seconds";

/// Types without a lock and without a thread: constants, and numbers that are whole at every moment.
fn is_plain(of: &str) -> bool {
    let named = ["Library", "Empty", "&[Call]", "[u8;", "Count", "Allocator"];
    let of = of.rsplit_once("::").map_or(of, |(_, of)| of);
    of.starts_with("Atomic") || of.starts_with("[Atomic") || named.iter().any(|name| of.starts_with(name))
}

/// Types that say what a child finds.
fn says_it(of: &str) -> bool {
    let of = of.trim_start_matches("fork::").trim_start_matches("ffi_core::fork::");
    ["ForkSafeLazy<", "ForkSafeMutex<", "ForkGate"].iter().any(|name| of.starts_with(name))
}

/// The names and types of the statics in `tokens`, but for tests' and for threads' own.
fn statics(tokens: TokenStream, found: &mut Vec<(String, String)>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is = |at: usize, text: &str| tokens.get(at).is_some_and(|token| token.to_string() == text);
    let mut at = 0;
    let mut for_tests = false;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => {
                let text = group.to_string().replace(' ', "");
                for_tests |= text.starts_with("[cfg(test)") || text.starts_with("[cfg(all(test");
            }
            TokenTree::Group(group) => {
                let is_threads =
                    at >= 2 && (is(at - 2, "thread_local") || is(at - 2, "task_local")) && is(at - 1, "!");
                if !(is_threads || for_tests && group.delimiter() == Delimiter::Brace) {
                    statics(group.stream(), found);
                }
                for_tests &= group.delimiter() != Delimiter::Brace;
            }
            TokenTree::Ident(word) if word == "static" && !(at > 0 && is(at - 1, "'")) => {
                let is_lazy = is(at + 1, "ref");
                let name = if is(at + 1, "mut") || is_lazy { at + 2 } else { at + 1 };
                if is(name + 1, ":") {
                    let ends = |token: &TokenTree| [";", "="].contains(&token.to_string().as_str());
                    let of: Vec<String> = tokens[name + 2..]
                        .iter()
                        .take_while(|token| !ends(token))
                        .map(|t| t.to_string())
                        .collect();
                    let of = of.concat().replace(' ', "");
                    found.push((tokens[name].to_string(), if is_lazy { format!("Lazy<{of}>") } else { of }));
                }
            }
            TokenTree::Punct(punct) if punct.as_char() == ';' => for_tests = false,
            _ => {}
        }
        at += 1;
    }
}

fn rust_sources() -> Vec<PathBuf> {
    let is_ours = |file: &Path| {
        let of = file.components().next().unwrap().as_os_str().to_str().unwrap();
        let crates = of.starts_with("ffi_") || ["plugin_host", "simple_native"].contains(&of);
        let in_source = file.components().any(|part| part.as_os_str() == "src");
        let is_test = file.file_name().is_some_and(|name| name == "tests.rs");
        crates && in_source && !is_test && !file.starts_with("ffi_core/macros") && has_end(file, &["rs"])
    };
    sources(".").unwrap().into_iter().filter(|file| is_ours(file)).collect()
}

fn has_end(file: &Path, ends: &[&str]) -> bool {
    file.extension().is_some_and(|end| ends.iter().any(|known| *known == end))
}

/// The names of the statics of C++ that are locks or have any.
fn locks_of_cxx(source: &str) -> Vec<String> {
    let is_lock = |line: &str| {
        let types = ["mutex", "once_flag", "condition_variable", "std::thread ", "OpenDevices", "Loaded>"];
        line.starts_with("static ") && types.iter().any(|of| line.contains(of))
    };
    let name = |line: &str| {
        let before = line.split(['=', ';', '{']).next().unwrap();
        before.rsplit([' ', '&', '*']).find(|word| !word.is_empty()).unwrap().to_owned()
    };
    source.lines().map(str::trim).filter(|line| is_lock(line)).map(name).collect()
}

#[test]
fn every_static_says_what_a_fork_does_to_it() {
    let mut said: BTreeSet<(&str, &str)> = SAID_HERE.iter().map(|(file, name, _)| (*file, *name)).collect();
    let mut silent = Vec::new();
    let mut count = 0;
    let mut look = |file: &Path, name: &str, of: &str| {
        let file = file.to_str().unwrap();
        count += 1;
        let is_listed = SAID_HERE.iter().any(|(at, known, _)| *at == file && *known == name);
        said.retain(|(at, known)| *at != file || *known != name);
        if !is_listed && !says_it(of) && !is_plain(of) {
            silent.push(format!("{file}: {name}: {of}"));
        }
    };
    for file in rust_sources() {
        let source = fs::read_to_string(root().join(&file)).unwrap();
        let mut found = Vec::new();
        statics(TokenStream::from_str(&source).unwrap(), &mut found);
        found.iter().for_each(|(name, of)| look(&file, name, of));
    }
    for file in sources("cuda/src").unwrap() {
        if has_end(&file, &["cpp", "h", "cu", "cuh"]) {
            let source = fs::read_to_string(root().join(&file)).unwrap();
            locks_of_cxx(&source).iter().for_each(|name| look(&file, name, "a lock of C++"));
        }
    }
    assert!(count > 30, "{count} statics were found");
    assert!(
        silent.is_empty(),
        "a child of fork finds these locked, or without their thread (use `ffi_core::fork`, or say it in this test):\n{}",
        silent.join("\n")
    );
    assert!(said.is_empty(), "no longer there: {said:?}");
}

/// The names of the locks in a source of Rust.
fn locks_of_rust(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    statics(TokenStream::from_str(source).unwrap(), &mut found);
    let is_lock =
        |of: &str| ["Mutex", "RwLock", "Once", "Lazy", "Condvar"].iter().any(|lock| of.contains(lock));
    let mut names: Vec<String> =
        found.into_iter().filter(|(_, of)| is_lock(of)).map(|(name, _)| name).collect();
    names.sort();
    names
}

#[test]
fn locks_of_patched_crates_are_known() {
    let is_here = |file: &Path| {
        let file = file.to_str().unwrap();
        let elsewhere = file.contains("/platform_impl/") && !file.contains("/linux/");
        file.contains("/src/") && file.ends_with(".rs") && !elsewhere
    };
    let mut found = Vec::new();
    for file in sources("patches").unwrap().into_iter().filter(|file| is_here(file)) {
        let names = locks_of_rust(&fs::read_to_string(root().join(&file)).unwrap());
        if !names.is_empty() {
            found.push((file.to_str().unwrap().to_owned(), names));
        }
    }
    found.sort();
    let mut known: Vec<_> =
        PATCHED.iter().map(|(file, names, _)| ((*file).to_owned(), names.to_vec())).collect();
    known.sort();
    assert_eq!(found.len(), known.len(), "{found:#?}");
    for ((file, names), (known_file, known_names)) in found.iter().zip(&known) {
        assert!(
            file == known_file && names == known_names,
            "{file}: {names:?}: say what a fork does to them"
        );
    }
}

#[test]
fn statics_are_found_wherever_they_stand() {
    let source = "static A: Mutex<u8> = x; fn f(_: &'static str) { static mut B: [u8; 2] = y; }
        thread_local! { static C: u8 = z; } thread_local!(static D: u8 = z);
        macro_rules! m { () => { static E: $crate::T = t; } }
        #[cfg(test)] mod tests { static F: u8 = 1; } mod n { pub static G: u8 = 1; }
        lazy_static! { static ref H: [u8; 2] = t; }";
    let mut found = Vec::new();
    statics(TokenStream::from_str(source).unwrap(), &mut found);
    let found: Vec<String> = found.into_iter().map(|(name, of)| format!("{name}:{of}")).collect();
    assert_eq!(found, ["A:Mutex<u8>", "B:[u8;2]", "E:$crate::T", "G:u8", "H:Lazy<[u8;2]>"]);
    let source =
        "static std::mutex mutex;\n static OpenDevices &devices = *new OpenDevices;\nstatic int x = 0;";
    assert_eq!(locks_of_cxx(source), ["mutex", "devices"]);
}
