//! Building the archive, and what a program must be linked with to use it.

use crate::{
    progress::watched,
    targets,
    workspace::{cargo, has_program, root, run, stdout, target},
};
use anyhow::{Context, Result};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// Options of building the archive.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Optimised, as it is shipped.
    pub release: bool,
    /// The cargo features; none for the default ones.
    pub features: Option<Vec<String>>,
    /// A target folder of its own, so that the archive there stays what others built.
    pub target: Option<PathBuf>,
    /// The target triple; none for this machine.
    pub triple: Option<String>,
    /// The workspace to build; none for this one.
    pub source: Option<PathBuf>,
    /// The toolkit to compile GPU code with; none for one that is found, or else no GPU code.
    pub cuda_home: Option<PathBuf>,
    /// Show a person how far it is.
    pub watched: bool,
}

/// A built archive.
#[derive(Clone, Debug)]
pub struct Built {
    /// `libsimple_native.a`.
    pub archive: PathBuf,
    /// `libsimple_native.so`.
    pub shared: PathBuf,
    /// Libraries with which a program must be linked, as rustc says.
    pub system_libraries: Vec<String>,
}

/// Builds the static archive and the shared object.
pub fn build(options: &Options) -> Result<Built> {
    let mut cargo = cargo();
    cargo.args(["rustc", "--package", "simple_native", "--lib", "--color", "never"]);
    let source = options.source.as_deref().unwrap_or(root());
    cargo.current_dir(source);
    let machine = options.triple.as_deref().map_or_else(targets::host, targets::find)?;
    let tools = machine.tools()?;
    if options.release {
        let flags = tools.map_or(&[][..], |tools| tools.rust_flags);
        release_for(&mut cargo, source, options.cuda_home.is_some(), flags);
    }
    if let Some(triple) = &options.triple {
        cargo.args(["--target", triple]);
    }
    machine.prepare(&mut cargo)?;
    if tools.is_some() {
        // The shared object is linked from the finished archive, by the target's own linker.
        cargo.args(["--crate-type", "staticlib"]);
    }
    if let Some(features) = &options.features {
        cargo.arg("--no-default-features").arg("--features").arg(features.join(","));
    } else if !options.release {
        cargo.args(["--features", "developers"]);
    }
    if let Some(home) = &options.cuda_home {
        cargo.env("FFI_CUDA", "1").env("CUDA_HOME", home);
    }
    cargo.args(["--", "--print", "native-static-libs"]);
    let target = options.target.clone().unwrap_or_else(target);
    cargo.env("CARGO_TARGET_DIR", &target);
    let said = if options.watched {
        watched(&mut cargo)?
    } else {
        String::from_utf8_lossy(&run(&mut cargo)?.stderr).into_owned()
    };
    let folder = target.join(options.triple.as_deref().unwrap_or_default());
    let folder = folder.join(if options.release { "release" } else { "debug" });
    let mut libraries = system_libraries(&said)?;
    libraries.extend(machine.compilers_libraries.iter().map(|&library| library.to_owned()));
    Ok(Built {
        archive: folder.join(machine.archive),
        shared: folder.join(machine.shared.unwrap_or("none")),
        system_libraries: libraries,
    })
}

/// A CUDA toolkit that compiles and needs no GPU: fetched at the first use, then kept in `~/.cache`.
pub fn cuda_toolkit() -> Result<PathBuf> {
    let script = root().join("cuda/tools/setup-cuda.sh");
    let line = stdout(Command::new("bash").arg(script))?;
    let home = line.trim().strip_prefix("export CUDA_HOME=").context("setup-cuda.sh named no folder")?;
    Ok(PathBuf::from(home))
}

/// Makes `cargo` build what is shipped. Every release build does the same, so that all share their artifacts.
pub fn release(cargo: &mut Command, source: &Path, cuda: bool) {
    release_for(cargo, source, cuda, &[]);
}

fn release_for(cargo: &mut Command, source: &Path, cuda: bool, flags: &[&str]) {
    cargo.arg("--release").args(rust_flags(source, flags));
    // Files in C and C++ name themselves as well. nvcc, where there is one, does not know the flag.
    let flag = format!("-ffile-prefix-map={}=crates", registry().display());
    cargo.env("CFLAGS", &flag);
    let nvcc = ["CUDA_HOME", "CUDACXX", "NVCC"].iter().any(|name| std::env::var_os(name).is_some());
    if !cuda && !nvcc && !has_program("nvcc") {
        cargo.env("CXXFLAGS", flag);
    }
}

/// Cargo arguments that keep this machine's folders out of what is shipped: panic messages name a crate's
/// file, not where it lay. With the target's own flags, which cargo would otherwise take in the place of these.
fn rust_flags(source: &Path, more: &[&str]) -> [String; 2] {
    let remap = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    let remapped = [remap(&registry(), "crates"), remap(source, "simple_native")];
    let flags = remapped.into_iter().chain(more.iter().map(|&flag| flag.to_owned()));
    // A text of JSON is one of TOML: a backslash in a path on Windows stays one.
    let flags: Vec<String> = flags.map(|flag| serde_json::Value::from(flag).to_string()).collect();
    ["--config".into(), format!("build.rustflags=[{}]", flags.join(","))]
}

/// The folder in which cargo keeps the sources of the crates that we depend on.
fn registry() -> PathBuf {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    home.unwrap_or_default().join("registry/src")
}

/// The libraries in rustc's note, each once. `gcc_s` and `c` come with every compiler driver; the unwinder that rustc
/// brings for musl by the name of `unwind` is in every gcc as `gcc_eh`.
fn system_libraries(stderr: &str) -> Result<Vec<String>> {
    let line = stderr
        .lines()
        .find_map(|line| line.split_once("native-static-libs:"))
        .context("rustc named no native-static-libs")?
        .1;
    let mut libraries: Vec<String> = Vec::new();
    for library in line.split_whitespace() {
        let library = if library == "-lunwind" { "-lgcc_eh" } else { library };
        if !["-lgcc_s", "-lc"].contains(&library) && !libraries.iter().any(|known| known == library) {
            libraries.push(library.to_owned());
        }
    }
    Ok(libraries)
}

/// The folder with the header.
pub fn include_folder() -> PathBuf {
    root().join("simple_native/include")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libraries_come_once_and_by_names_that_compilers_know() {
        let of = |line: &str| system_libraries(&format!("note: native-static-libs: {line}\n")).unwrap();
        assert_eq!(of("-lunwind -lc"), ["-lgcc_eh"]);
        assert_eq!(of("-lstdc++ -lm -lgcc_s -lm -lc"), ["-lstdc++", "-lm"]);
    }

    #[test]
    fn a_path_with_backslashes_stays_one_in_cargos_configuration() {
        let [option, flags] = rust_flags(Path::new(r#"D:\a\new "x""#), &["--cfg=x"]);
        assert_eq!(option, "--config");
        let said = run(cargo()
            .args(["-Zunstable-options", "config", "get", "build.rustflags", &option, &flags])
            .env("RUSTC_BOOTSTRAP", "1"));
        let said = String::from_utf8(said.unwrap().stdout).unwrap();
        assert!(
            said.contains(r#"--remap-path-prefix=D:\\a\\new \"x\"=simple_native"#)
                || said.contains(r#"=D:\a\new "x"=simple_native"#),
            "{said}"
        );
    }
}
