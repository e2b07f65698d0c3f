//! Packages that each language's own installer takes, installed where nothing else of ours is.

use super::full;
use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};
use tempfile::TempDir;
use tests::npm;
use xtask::{
    languages::{Language, packages},
    python,
    workspace::{root, run, stdout},
};

/// The files, made once for all tests.
fn made(language: Language) -> PathBuf {
    static MADE: OnceLock<(TempDir, Vec<PathBuf>)> = OnceLock::new();
    let (_, files) = MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let files = packages(&full().file, &Language::ALL, folder.path()).unwrap();
        (folder, files)
    });
    let end = match language {
        Language::Python => "whl",
        Language::Node => "tgz",
        Language::Ruby => "gem",
        Language::Luajit => "rock",
        Language::Java => "jar",
        Language::Rust => "crate",
        Language::C => "deb",
    };
    files.iter().find(|file| file.extension() == Some(OsStr::new(end))).unwrap().clone()
}

/// The language's test of its classes, with what was installed and without a display.
fn run_classes(program: &mut Command, file: &str, folder: &Path) {
    run_installed(program.arg(tests::folder().join("bindings").join(file)), folder);
}

/// A program with what was installed, without a display.
fn run_installed(program: &mut Command, folder: &Path) {
    program.current_dir(folder).env_remove("SIMPLE_NATIVE_LIBRARY");
    run(program.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY")).unwrap();
}

#[test]
fn pip_installs_a_wheel() {
    let work = tempfile::tempdir().unwrap();
    let wheel = made(Language::Python);
    run(Command::new("python3").args(["-m", "venv"]).arg(work.path().join("venv"))).unwrap();
    let python = work.path().join("venv/bin/python");
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--no-index"]).arg(&wheel)).unwrap();
    // The extension takes ctypes' place, with which the other tests run: what they try is tried with it too.
    run(Command::new(&python).args(["-c", "from simple_native import _library; assert _library._calls"]))
        .unwrap();
    for file in ["classes.py", "arguments.py", "ending.py"] {
        run_classes(&mut Command::new(&python), file, work.path());
    }
    let vectors = tests::folder().join("conformance");
    let mut runner = Command::new(&python);
    runner.arg(vectors.join("runners/run.py")).arg(&vectors).arg(root());
    run_installed(&mut runner, work.path());
    run(Command::new(&python).args(["-m", "pip", "check"])).unwrap();
    // It runs where its name says, by the judgement of those who define such names.
    let auditwheel = python::environment("auditwheel", &["auditwheel==6.8.2", "abi3audit==0.0.26"]).unwrap();
    let where_it_is = "import simple_native._calls; print(simple_native._calls.__file__)";
    let extension = stdout(Command::new(&python).args(["-c", where_it_is])).unwrap();
    let mut abi3audit = Command::new(auditwheel.with_file_name("abi3audit"));
    abi3audit.args(["--strict", "--assume-minimum-abi3", "3.10"]);
    run(abi3audit.arg(extension.trim()).env("HOME", work.path())).unwrap();
    let said = stdout(Command::new(auditwheel).args(["-m", "auditwheel", "show"]).arg(&wheel)).unwrap();
    let name = wheel.file_stem().unwrap().to_string_lossy().into_owned();
    let tag = name.rsplit('-').next().unwrap();
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains(&format!("is consistent with the following platform tag: \"{tag}\"")), "{said}");
}

#[test]
fn npm_installs_a_tarball() {
    let work = tempfile::tempdir().unwrap();
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--silent", "--prefix"]).arg(work.path());
    run(npm.arg(made(Language::Node)).current_dir(work.path())).unwrap();
    let attw = npm::program("@arethetypeswrong/cli@0.18.5", "attw");
    run(Command::new(attw).arg(made(Language::Node)).current_dir(work.path())).unwrap();
    // The addon takes koffi's place, with which the other tests run: what they try is tried with it too.
    let vectors = tests::folder().join("conformance");
    let node = || {
        let mut node = Command::new("node");
        node.env("NODE_PATH", work.path().join("node_modules"));
        node
    };
    for file in ["classes.js", "arguments.js", "ending.js", "promises.js"] {
        run_classes(&mut node(), file, work.path());
    }
    run_installed(node().arg(vectors.join("runners/run.js")).arg(&vectors).arg(root()), work.path());
}

#[test]
fn gem_installs_a_gem() {
    let work = tempfile::tempdir().unwrap();
    let mut gem = Command::new("gem");
    gem.args(["install", "--local", "--no-document", "--install-dir"]).arg(work.path());
    run(gem.arg(made(Language::Ruby)).current_dir(work.path())).unwrap();
    let mut ruby = Command::new("ruby");
    run_classes(ruby.env("GEM_HOME", work.path()).env("GEM_PATH", work.path()), "classes.rb", work.path());
}

#[test]
fn java_takes_a_jar() {
    let work = tempfile::tempdir().unwrap();
    let jar = made(Language::Java);
    let temporary = work.path().join("temporary");
    fs::create_dir(&temporary).unwrap();
    let mut java = Command::new("java");
    java.arg("-cp").arg(&jar).arg(format!("-Djava.io.tmpdir={}", temporary.display()));
    run_classes(&mut java, "Classes.java", work.path());
    assert_eq!(fs::read_dir(&temporary).unwrap().count(), 0, "what was unpacked is left");
    for suffix in ["-sources", "-javadoc"] {
        let name = jar.file_name().unwrap().to_string_lossy().replace(".jar", &format!("{suffix}.jar"));
        let listed =
            stdout(Command::new("jar").arg("--list").arg("--file").arg(jar.with_file_name(name))).unwrap();
        let one = if suffix == "-sources" {
            "simplenative/RegexLibrary.java"
        } else {
            "simplenative/RegexLibrary.html"
        };
        assert!(listed.lines().any(|line| line == one), "{suffix}: {listed}");
    }
}

#[test]
fn luarocks_installs_a_rock() {
    let work = tempfile::tempdir().unwrap();
    let tree = work.path().join("tree");
    let luarocks = |arguments: &[&OsStr]| {
        let mut luarocks = Command::new("luarocks");
        luarocks.args(["--lua-version=5.1", "--tree"]).arg(&tree).args(arguments);
        run(luarocks.current_dir(work.path()).env("HOME", work.path())).unwrap();
    };
    luarocks(&["install".as_ref(), made(Language::Luajit).as_os_str()]);
    let mut luajit = Command::new("luajit");
    let modules = tree.join("share/lua/5.1");
    luajit.env("LUA_PATH", format!("{0}/?.lua;{0}/?/init.lua;;", modules.display()));
    run_classes(&mut luajit, "classes.lua", work.path());
    luarocks(&["remove".as_ref(), "simple_native".as_ref()]);
    assert!(!modules.join("simple_native").exists());
}

/// What a registry gives of the crate: its files, beside a package that the program names.
#[test]
fn cargo_takes_a_crate() {
    let work = tempfile::tempdir().unwrap();
    run(Command::new("tar").arg("-xzf").arg(made(Language::Rust)).arg("-C").arg(work.path())).unwrap();
    let unpacked = fs::read_dir(work.path()).unwrap().next().unwrap().unwrap().path();
    fs::create_dir(work.path().join("src")).unwrap();
    fs::copy(tests::folder().join("rust/runtime.rs"), work.path().join("src/main.rs")).unwrap();
    let manifest = format!(
        "[package]\nname = \"runtime\"\nedition = \"2024\"\n\n[dependencies]\nsimple-native-sys = {{ path = {unpacked:?} \
         }}\n\n[workspace]\n"
    );
    fs::write(work.path().join("Cargo.toml"), manifest).unwrap();
    let mut cargo = xtask::workspace::cargo();
    cargo.args(["run", "--quiet", "--offline"]).current_dir(work.path());
    cargo.env("SIMPLE_NATIVE_DIR", &full().folder).env_remove("SIMPLE_NATIVE_PACKAGES");
    assert_eq!(stdout(&mut cargo).unwrap(), "2026-11\n");
}

/// A program in C that prints what it finds.
fn program_in_c(folder: &Path) -> PathBuf {
    let source = folder.join("finds.c");
    let text = "#include <simple_native.h>\n#include <stdio.h>\nint main(void) {\n    \
                char *found = rt_regex_find_quick(\"[0-9]{4}-[0-9]{2}\", \"made in 2026-11\");\n    \
                puts(found);\n    rt_text_free(found);\n}\n";
    fs::write(&source, text).unwrap();
    source
}

/// A program in C, with what a system has after the package was installed in its folder.
#[test]
fn debian_takes_a_package() {
    let work = tempfile::tempdir().unwrap();
    let system = work.path().join("system");
    fs::create_dir_all(system.join("var/lib/dpkg/info")).unwrap();
    fs::create_dir_all(system.join("var/lib/dpkg/updates")).unwrap();
    fs::write(system.join("var/lib/dpkg/status"), "").unwrap();
    let mut dpkg = Command::new("dpkg");
    // What it depends on is this machine's, and the folder need not be root's.
    dpkg.arg(format!("--root={}", system.display())).args(["--force-depends", "--force-not-root"]);
    let path = format!("{}:/usr/sbin:/sbin", std::env::var("PATH").unwrap());
    run(dpkg.arg("--install").arg(made(Language::C)).env("PATH", path)).unwrap();
    let usr = system.join("usr");
    for name in ["simple_native", "simple_native-shared"] {
        let mut flags = Command::new("pkg-config");
        flags.args(["--cflags", "--libs", name]).env("PKG_CONFIG_PATH", usr.join("lib/pkgconfig"));
        let flags = stdout(&mut flags).unwrap();
        let program = work.path().join(name);
        let mut cc = Command::new("cc");
        run(cc.arg(program_in_c(work.path())).arg("-o").arg(&program).args(flags.split_whitespace()))
            .unwrap();
        let said = stdout(Command::new(&program).env("LD_LIBRARY_PATH", usr.join("lib"))).unwrap();
        assert_eq!(said.trim(), "2026-11");
    }
}

#[test]
fn conan_takes_the_package() {
    let work = tempfile::tempdir().unwrap();
    let program = python::environment("conan", &["conan==2.34.0"]).unwrap().with_file_name("conan");
    let conan = |arguments: &[&OsStr]| {
        let mut conan = Command::new(&program);
        conan.args(arguments).current_dir(work.path()).env("CONAN_HOME", work.path().join("home"));
        run(&mut conan).unwrap();
    };
    conan(&["profile".as_ref(), "detect".as_ref()]);
    conan(&["export-pkg".as_ref(), full().folder.as_os_str()]);
    fs::write(work.path().join("conanfile.txt"), CONAN_USER).unwrap();
    fs::write(work.path().join("CMakeLists.txt"), CMAKE_USER).unwrap();
    program_in_c(work.path());
    conan(&["install".as_ref(), ".".as_ref(), "--output-folder=made".as_ref()]);
    let mut cmake = Command::new("cmake");
    cmake.args([
        "-B",
        "made",
        "-DCMAKE_BUILD_TYPE=Release",
        "-DCMAKE_TOOLCHAIN_FILE=made/conan_toolchain.cmake",
    ]);
    run(cmake.current_dir(work.path())).unwrap();
    run(Command::new("cmake").args(["--build", "made"]).current_dir(work.path())).unwrap();
    assert_eq!(stdout(&mut Command::new(work.path().join("made/finds"))).unwrap().trim(), "2026-11");
}

const CONAN_USER: &str = "[requires]\nsimple_native/0.1.0\n[generators]\nCMakeDeps\nCMakeToolchain\n";
const CMAKE_USER: &str = "cmake_minimum_required(VERSION 3.15)\nproject(finds C CXX)\n\
    find_package(simple_native CONFIG REQUIRED)\nadd_executable(finds finds.c)\n\
    target_link_libraries(finds simple_native::static)\n";
