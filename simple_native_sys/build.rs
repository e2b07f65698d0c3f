//! Finds or builds the archive, and says what to link.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_LINK").is_none() {
        return;
    }
    println!("cargo::rerun-if-env-changed=SIMPLE_NATIVE_DIR");
    println!("cargo::rerun-if-env-changed=SIMPLE_NATIVE_FEATURES");
    println!("cargo::rerun-if-env-changed=SIMPLE_NATIVE_PACKAGES");
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let package = match (env::var_os("SIMPLE_NATIVE_DIR"), env::var("SIMPLE_NATIVE_PACKAGES")) {
        (Some(folder), _) => Some(PathBuf::from(folder)),
        (None, Ok(packages)) => Some(chosen_package(&packages)),
        // share/simple_native/rust in the package.
        _ => here.ancestors().nth(3).filter(|root| flags_file(root).is_file()).map(Path::to_path_buf),
    };
    match package {
        Some(root) => link_package(&root),
        None => link_built(here.parent().expect("the crate lies in a folder")),
    }
}

/// Unpacks the package for the target that we build for, of this crate's version, and gives its folder.
fn chosen_package(packages: &str) -> PathBuf {
    let suffix = match env::var("SIMPLE_NATIVE_FEATURES").as_deref() {
        Err(_) | Ok("" | "full") => String::new(),
        Ok(features) => features.split(',').map(|feature| format!("-{feature}")).collect(),
    };
    let target = env::var("TARGET").expect("cargo sets it");
    let name = format!("simple_native{suffix}-{}-{target}", env!("CARGO_PKG_VERSION"));
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("package");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("cargo's folder can be written");
    let file = format!("{name}.tar.xz");
    for one in ["SHA256SUMS", &file] {
        fetch(packages, one, &folder);
    }
    let sums = fs::read_to_string(folder.join("SHA256SUMS")).expect("what was fetched can be read");
    let sum = sums.lines().find(|line| line.ends_with(&format!("  {file}")));
    let sum = sum.unwrap_or_else(|| panic!("SHA256SUMS at {packages} does not list {file}"));
    fs::write(folder.join("sum"), format!("{sum}\n")).expect("cargo's folder can be written");
    run(Command::new("sha256sum").args(["--check", "--strict", "sum"]).current_dir(&folder));
    run(Command::new("tar").args(["-xJf", &file]).current_dir(&folder));
    folder.join(name)
}

/// Brings a file from a folder or a URL.
fn fetch(from: &str, file: &str, to: &Path) {
    if from.contains("://") {
        let url = format!("{}/{file}", from.trim_end_matches('/'));
        run(Command::new("curl").args(["-fsSL", "--retry", "3", "-o"]).arg(to.join(file)).arg(url));
        return;
    }
    let path = Path::new(from).join(file);
    println!("cargo::rerun-if-changed={}", path.display());
    if let Err(error) = fs::copy(&path, to.join(file)) {
        panic!("SIMPLE_NATIVE_PACKAGES: {}: {error}", path.display());
    }
}

fn run(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?} ended with {}\n{said}", output.status);
}

fn flags_file(root: &Path) -> PathBuf {
    root.join("share/simple_native/link-flags.txt")
}

fn link_package(root: &Path) {
    let file = flags_file(root);
    println!("cargo::rerun-if-changed={}", file.display());
    let flags = fs::read_to_string(&file).unwrap_or_else(|error| {
        panic!("{} is no simple_native package: {}: {error}", root.display(), file.display())
    });
    emit(&root.join("lib"), &root.join("include"), &flags);
}

/// Builds into a folder of its own: cargo holds the lock of the other one while it waits for us.
fn link_built(workspace: &Path) {
    if !workspace.join("simple_native/Cargo.toml").is_file() {
        panic!("no archive: set SIMPLE_NATIVE_DIR to the folder of an unpacked simple_native package");
    }
    for entry in fs::read_dir(workspace).expect("the workspace is a folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("ffi_")
            || ["Cargo.lock", "cuda", "patches", "plugin_host", "simple_native"].contains(&name.as_str())
        {
            println!("cargo::rerun-if-changed={}", entry.path().display());
        }
    }
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("target");
    let triple = env::var("TARGET").expect("cargo sets it");
    let mut cargo = Command::new(env::var_os("CARGO").expect("cargo sets it"));
    cargo.current_dir(workspace).args(["rustc", "--release", "--package", "simple_native", "--lib"]);
    cargo.args(["--color", "never", "--target", &triple]);
    if let Ok(features) = env::var("SIMPLE_NATIVE_FEATURES") {
        cargo.args(["--no-default-features", "--features", &features]);
    }
    // What looks at the runtime's own code, as clippy does, is not to compile this.
    cargo.args(["--", "--print", "native-static-libs"]).env("CARGO_TARGET_DIR", &target);
    cargo.env_remove("RUSTC_WORKSPACE_WRAPPER");
    let output = cargo.output().unwrap_or_else(|error| panic!("{cargo:?}: {error}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{cargo:?} ended with {}\n{said}", output.status);
    let flags =
        said.lines().find_map(|line| line.split_once("native-static-libs:")).expect("rustc names them").1;
    emit(&target.join(triple).join("release"), &workspace.join("simple_native/include"), flags);
}

/// The archive goes to the final link as it is, not into this crate's own.
fn emit(folder: &Path, include: &Path, flags: &str) {
    println!("cargo::rustc-link-search=native={}", folder.display());
    println!("cargo::rustc-link-lib=static:-bundle=simple_native");
    println!("cargo::metadata=include={}", include.display());
    let mut words = flags.split_whitespace();
    while let Some(word) = words.next() {
        if word == "-framework" {
            println!("cargo::rustc-link-lib=framework={}", words.next().expect("a framework's name"));
        } else if let Some(name) = word.strip_prefix("-l").or_else(|| word.strip_suffix(".lib")) {
            // The unwinder: Rust brings its own.
            if name != "gcc_eh" {
                println!("cargo::rustc-link-lib={name}");
            }
        }
    }
}
