//! The package as a user meets it: unpacked elsewhere, linked by its own flags, beside other Rust code.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};
use tempfile::TempDir;
use tests::{folder, manifest, source};
use xtask::{
    abi::check,
    dist,
    workspace::{run, stdout},
};

struct Unpacked {
    #[allow(dead_code)] // deletes the folder
    folder: TempDir,
    root: PathBuf,
}

/// The package, made once and unpacked into an empty folder.
fn unpacked() -> &'static Unpacked {
    static UNPACKED: OnceLock<Unpacked> = OnceLock::new();
    UNPACKED.get_or_init(|| {
        let package = dist::package(None).expect("the package is made");
        let folder = tempfile::tempdir().unwrap();
        run(Command::new("tar").arg("-xJf").arg(&package.file).arg("-C").arg(folder.path())).unwrap();
        let root = folder.path().join(package.folder.file_name().unwrap());
        Unpacked { folder, root }
    })
}

impl Unpacked {
    fn archive(&self) -> PathBuf {
        self.root.join("lib/libsimple_native.a")
    }

    fn pkg_config(&self, arguments: &[&str]) -> Vec<String> {
        let mut command = Command::new("pkg-config");
        command.args(arguments).env("PKG_CONFIG_PATH", self.root.join("lib/pkgconfig"));
        stdout(&mut command).unwrap().split_whitespace().map(str::to_owned).collect()
    }

    /// Compiles a C file by pkg-config's word alone.
    fn compile(&self, source: &Path, name: &str, module: &str, before: &[&Path], after: &[&Path]) -> PathBuf {
        let program = self.root.join(name);
        let mut cc = Command::new("cc");
        cc.args(self.pkg_config(&["--cflags", module])).arg(source).arg("-o").arg(&program).args(before);
        run(cc.args(self.pkg_config(&["--libs", module])).args(after)).unwrap();
        program
    }
}

/// The second Rust archive, in this folder.
fn second_archive(to: &Path) -> PathBuf {
    let archive = to.join("libsecond.a");
    let mut rustc = Command::new("rustc");
    rustc.args(["--edition", "2024", "-O", "--crate-type", "staticlib", "-o"]).arg(&archive);
    run(rustc.arg(folder().join("rust/second.rs"))).unwrap();
    archive
}

/// The archive's defined globals by another program's word: name and visibility.
fn globals() -> Vec<(String, String)> {
    let text = stdout(Command::new("readelf").arg("-sW").arg(unpacked().archive())).unwrap();
    let symbols = text.lines().filter_map(|line| {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let [_, _, _, _, binding, visibility, section, name, ..] = columns[..] else { return None };
        let defined = ["GLOBAL", "WEAK", "UNIQUE"].contains(&binding) && section != "UND";
        defined.then(|| (name.to_owned(), visibility.to_owned()))
    });
    symbols.collect()
}

#[test]
fn only_rt_symbols_are_visible() {
    let visible: BTreeSet<String> = globals()
        .into_iter()
        .filter(|(_, visibility)| visibility != "HIDDEN")
        .map(|(name, _)| name)
        .collect();
    let findings = check::exports(&visible, manifest());
    assert!(findings.is_empty(), "{}", findings.join("\n"));
    let foreign: Vec<_> = visible.iter().filter(|name| !name.starts_with("rt_")).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
}

#[test]
fn internal_symbols_bear_the_version() {
    let globals = globals();
    assert!(globals.len() > 1000, "a real archive has many symbols");
    let plain: Vec<_> = globals
        .iter()
        .filter(|(name, _)| !name.starts_with("rt_") && !name.contains("$simple_native_"))
        .collect();
    assert!(plain.is_empty(), "{plain:?}");
}

#[test]
fn checksums_hold_and_licences_are_there() {
    let package = unpacked();
    run(Command::new("sha256sum").args(["--check", "--strict", "SHA256SUMS"]).current_dir(&package.root))
        .unwrap();
    let licences = fs::read_to_string(package.root.join("share/doc/simple_native/THIRD-PARTY.txt")).unwrap();
    for inside in ["regex-automata", "aho-corasick", "memchr", "The Rust standard library"] {
        assert!(licences.contains(inside), "{inside} is inside and its licence is not listed");
    }
    for outside in ["\nproptest ", "\nclap ", "\nsyn "] {
        assert!(!licences.contains(outside), "{outside} is not inside");
    }
}

#[test]
fn no_build_path_is_inside() {
    let home = std::env::home_dir().unwrap();
    let bytes = fs::read(unpacked().archive()).unwrap();
    for path in [home.join(".cargo"), xtask::workspace::root().to_path_buf()] {
        let path = path.to_string_lossy().into_owned();
        let found = memchr::memmem::find(&bytes, path.as_bytes()).is_some();
        assert!(!found, "{path} is inside the archive");
    }
}

#[test]
fn the_example_runs_from_the_archive_and_from_the_shared_object() {
    let package = unpacked();
    let hello = source("packaged.c");
    let program = package.compile(&hello, "static", "simple_native", &[], &[]);
    assert_eq!(stdout(&mut Command::new(program)).unwrap(), "2026-11 and caught\n");
    let program = package.compile(&hello, "shared", "simple_native-shared", &[], &[]);
    let mut command = Command::new(program);
    command.env("LD_LIBRARY_PATH", package.root.join("lib"));
    assert_eq!(stdout(&mut command).unwrap(), "2026-11 and caught\n");
}

#[test]
fn the_shared_object_has_its_soname() {
    let shared = unpacked().root.join("lib/libsimple_native.so");
    let text = stdout(Command::new("readelf").arg("-dW").arg(shared)).unwrap();
    assert!(text.contains("Library soname: [libsimple_native.so.0]"), "{text}");
}

#[test]
fn the_link_flags_are_what_rustc_says() {
    let built = xtask::build::build(&xtask::build::Options { release: true, ..Default::default() }).unwrap();
    let flags = unpacked().pkg_config(&["--libs", "simple_native"]);
    for library in &built.system_libraries {
        assert!(flags.contains(library), "{library} is not among {flags:?}");
    }
    let text = fs::read_to_string(unpacked().root.join("share/simple_native/link-flags.txt")).unwrap();
    let plain: Vec<&str> = text.split_whitespace().collect();
    let flags: Vec<&str> = flags.iter().skip(1).map(String::as_str).collect();
    assert_eq!(flags, plain);
}

/// Both link orders, with each linker: each side catches its own panics.
#[test]
fn works_beside_a_second_rust_archive() {
    let package = unpacked();
    let second = second_archive(&package.root);
    for (name, before, after) in
        [("second-first", vec![second.as_path()], vec![]), ("second-last", vec![], vec![second.as_path()])]
    {
        for linker in ["bfd", "gold", "lld"] {
            let flag = format!("-fuse-ld={linker}");
            let mut before = before.clone();
            before.push(Path::new(&flag));
            let program = package.compile(
                &source("beside.c"),
                &format!("{name}-{linker}"),
                "simple_native",
                &before,
                &after,
            );
            let output = run(&mut Command::new(program)).unwrap();
            assert_eq!(String::from_utf8_lossy(&output.stdout), "both work\n", "{name} {linker}");
            assert_eq!(String::from_utf8_lossy(&output.stderr), "", "a library prints nothing");
        }
    }
}

#[test]
fn works_inside_a_rust_program() {
    let package = unpacked();
    let program = package.root.join("rust-host");
    let mut rustc = Command::new("rustc");
    rustc.args(["--edition", "2024", "-o"]).arg(&program).arg(folder().join("rust/host.rs"));
    rustc.arg("-C").arg(format!("link-arg={}", package.archive().display()));
    for flag in package.pkg_config(&["--libs-only-l", "simple_native"]) {
        rustc.arg("-C").arg(format!("link-arg={flag}"));
    }
    run(&mut rustc).unwrap();
    let text = stdout(&mut Command::new(&program)).unwrap();
    assert!(text.ends_with("done\n"), "{text}");
    assert_eq!(
        text.matches("host hook: ").count(),
        3,
        "the host's hook sees the host's panics alone: {text}"
    );
}
