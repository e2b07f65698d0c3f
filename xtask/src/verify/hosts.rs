//! Programs built with the package in every way that it offers, and run.

use super::{
    toolchains,
    unpacked::{Example, Unpacked, source},
};
use crate::{
    cc,
    workspace::{root, run, stdout},
};
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Output of a program of `tests/c` where all is well.
const BESIDE: &str = "both work\n";

/// Gives the libraries whose examples work.
pub fn check(package: &Unpacked) -> Result<Vec<String>> {
    beside_rust(package)?;
    let examples = examples(package)?;
    plain_flags(package)?;
    folder_with_a_space(package)?;
    without_shared_objects(package)?;
    inside_rust(package)?;
    Ok(examples)
}

/// C and C++ by pkg-config, beside a second Rust archive in both orders, by every compiler and linker, with and
/// without sections collected.
fn beside_rust(package: &Unpacked) -> Result<()> {
    let second = second_archive(package)?;
    let cflags = toolchains::pkg_config(package, &["--cflags", "simple_native"])?;
    let libs = toolchains::pkg_config(package, &["--libs", "simple_native"])?;
    let mut tried = 0;
    for (cc, cxx) in toolchains::COMPILERS {
        for linker in toolchains::linkers()? {
            for collect in ["-Wl,--gc-sections", "-Wl,--no-gc-sections"] {
                // Each way once with either language and either order.
                let (compiler, file) = if tried % 2 == 0 { (cc, "beside.c") } else { (cxx, "beside.cpp") };
                let program = package.program("beside");
                let mut build = package.command(compiler);
                build
                    .args(&cflags)
                    .arg(source(file))
                    .arg("-o")
                    .arg(&program)
                    .arg(toolchains::use_linker(compiler, linker)?);
                let second_first = tried / 2 % 2 == 0;
                build
                    .args(second_first.then_some(&second))
                    .args(&libs)
                    .args((!second_first).then_some(&second));
                run(build.arg(collect).arg("-pthread"))?;
                prints(package, &program, BESIDE)
                    .with_context(|| format!("{file} by {compiler} and {linker}, {collect}"))?;
                tried += 1;
            }
        }
    }
    println!(
        "pkg-config: {tried} programs by two compilers and four linkers work beside a second Rust archive"
    );
    Ok(())
}

/// The example of each library inside does what its page says.
fn examples(package: &Unpacked) -> Result<Vec<String>> {
    let flags = toolchains::pkg_config(package, &["--cflags", "--libs", "simple_native"])?;
    let mut worked = Vec::new();
    for Example { library, file, expected } in package.examples()? {
        let program = package.program(&library);
        run(package.command("gcc").arg(&file).arg("-o").arg(&program).args(&flags))?;
        let said = stdout(package.command(&program).arg(root().join("cuda/model/parrot.gguf")))?;
        ensure!(said == expected, "the example of {library} printed {said:?}");
        worked.push(library);
    }
    println!("examples: {} work", worked.join(", "));
    Ok(worked)
}

/// Runs `program` and looks at what it says: nothing else, and nothing on standard error.
fn prints(package: &Unpacked, program: &Path, expected: &str) -> Result<()> {
    let output = run(&mut package.command(program))?;
    let said = String::from_utf8_lossy(&output.stdout);
    ensure!(said == expected, "{} printed {said:?}", program.display());
    let complaint = String::from_utf8_lossy(&output.stderr);
    ensure!(complaint.is_empty(), "{} complained: {complaint}", program.display());
    Ok(())
}

/// The archive of another Rust staticlib.
fn second_archive(package: &Unpacked) -> Result<PathBuf> {
    let archive = package.program("libsecond.a");
    let mut rustc = Command::new("rustc");
    rustc.args(["--edition", "2024", "-O", "--crate-type", "staticlib", "-o"]).arg(&archive);
    run(rustc.arg(root().join("tests/rust/second.rs")))?;
    Ok(archive)
}

/// By `link-flags.txt` alone, which says the same as pkg-config, and to leave out what is not called.
fn plain_flags(package: &Unpacked) -> Result<()> {
    let flags = package.link_flags()?;
    let libs = toolchains::pkg_config(package, &["--libs", "simple_native"])?;
    let without: Vec<&String> = flags.iter().filter(|flag| *flag != cc::GC_SECTIONS).collect();
    ensure!(libs[2..].iter().eq(without), "pkg-config says {libs:?}, the text file {flags:?}");
    for compiler in toolchains::COMPILERS.iter().flat_map(|pair| [pair.0, pair.1]) {
        let (file, standard) = if compiler.ends_with("++") {
            ("packaged.cpp", "-std=c++17")
        } else {
            ("packaged.c", "-std=c11")
        };
        let program = package.program("plain");
        let mut build = package.command(compiler);
        build.arg(standard);
        build.arg("-I").arg(package.root.join("include")).arg(source(file)).arg("-o").arg(&program);
        run(build.arg(package.archive()).args(&flags))?;
        prints(package, &program, super::shared::PACKAGED)
            .with_context(|| format!("{file} by {compiler}"))?;
    }
    println!("plain flags: C and C++ by gcc and clang");
    Ok(())
}

/// pkg-config's words for a shell, where the package lies in a folder with a space in its name.
fn folder_with_a_space(package: &Unpacked) -> Result<()> {
    let spaced = package.program("a folder");
    fs::create_dir(&spaced)?;
    run(Command::new("cp")
        .arg("-a")
        .arg(package.root.join("lib"))
        .arg(package.root.join("include"))
        .arg(&spaced))?;
    let program = package.program("spaced");
    let mut build = package.command("sh");
    build.arg("-c").arg("eval gcc \"$1\" -o \"$2\" $(pkg-config --cflags --libs simple_native)").arg("sh");
    build.arg(source("packaged.c")).arg(&program);
    run(build.env("PKG_CONFIG_LIBDIR", spaced.join("lib/pkgconfig")))?;
    prints(package, &program, super::shared::PACKAGED)?;
    fs::remove_dir_all(&spaced)?;
    println!("pkg-config: works in a folder with a space in its name");
    Ok(())
}

/// A program that needs no shared object at all, not even glibc's.
fn without_shared_objects(package: &Unpacked) -> Result<()> {
    let (flags, dropped) = toolchains::static_flags(package)?;
    let program = package.program("static-pie");
    let mut build = package.command("gcc");
    build.args(["-static-pie", "-Wl,--gc-sections", "-I"]).arg(package.root.join("include"));
    build.arg(source("packaged.c")).arg("-o").arg(&program).arg(package.archive());
    run(build.args(&flags))?;
    prints(package, &program, super::shared::PACKAGED)?;
    let needed = stdout(Command::new("readelf").args(["-d", "-W"]).arg(&program))?;
    ensure!(!needed.contains("(NEEDED)"), "a program linked with -static-pie needs shared objects: {needed}");
    let without =
        if dropped.is_empty() { String::new() } else { format!(", without {}", dropped.join(", ")) };
    println!("static-pie: works{without}");
    Ok(())
}

/// A Rust program with panics and a hook of its own, by the crate in the package.
fn inside_rust(package: &Unpacked) -> Result<()> {
    let folder = rust_host(package)?;
    let mut cargo = crate::workspace::cargo();
    cargo.current_dir(&folder).args(["run", "--quiet", "--offline"]).env_remove("SIMPLE_NATIVE_DIR");
    is_rust_host_well(&stdout(cargo.env("CARGO_TARGET_DIR", folder.join("target")))?)
}

/// The folder of that program.
pub fn rust_host(package: &Unpacked) -> Result<PathBuf> {
    let folder = package.program("rust-host.crate");
    fs::create_dir_all(folder.join("src"))?;
    fs::copy(root().join("tests/rust/host.rs"), folder.join("src/main.rs"))?;
    let crate_folder = package.root.join("share/simple_native/rust");
    fs::write(
        folder.join("Cargo.toml"),
        format!(
            "[package]\nname = \"rust-host\"\nedition = \"2024\"\n\n[dependencies]\nsimple-native-sys = {{ path = \
             {crate_folder:?} }}\n\n[workspace]\n"
        ),
    )?;
    Ok(folder)
}

/// Looks at what that program said.
pub fn is_rust_host_well(said: &str) -> Result<()> {
    ensure!(said.ends_with("done\n"), "the Rust program said {said}");
    let hooked = said.matches("host hook: ").count();
    ensure!(hooked == 3, "the host's hook saw {hooked} panics, and only 3 were the host's: {said}");
    println!("simple-native-sys: a Rust program with panics of its own");
    Ok(())
}

/// A project with a C and a C++ program and every target of the CMake package.
pub fn cmake(package: &Unpacked) -> Result<()> {
    let compilers = if cfg!(target_os = "linux") { toolchains::COMPILERS } else { &[("", "")][..] };
    for (cc, cxx) in compilers {
        let build = package.program(&format!("cmake-{cc}"));
        let mut configure = package.command("cmake");
        configure.arg("-S").arg(root().join("tests/cmake")).arg("-B").arg(&build);
        configure.arg(format!("-DCMAKE_PREFIX_PATH={}", package.root.display()));
        configure.arg(format!("-DPROGRAMS={}", source("").display()));
        if !cc.is_empty() {
            configure.arg(format!("-DCMAKE_C_COMPILER={cc}")).arg(format!("-DCMAKE_CXX_COMPILER={cxx}"));
        }
        run(&mut configure)?;
        run(package.command("cmake").args(["--build"]).arg(&build).args(["--config", "Release"]))?;
        run(package.command("ctest").arg("--test-dir").arg(&build).args([
            "-C",
            "Release",
            "--output-on-failure",
        ]))?;
    }
    println!("cmake: C and C++, the archive and the shared object");
    Ok(())
}
