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
        let all = [Language::Python, Language::Node, Language::Ruby, Language::Java];
        let files = packages(&full().file, &all, folder.path()).unwrap();
        (folder, files)
    });
    let end = match language {
        Language::Python => "whl",
        Language::Node => "tgz",
        Language::Ruby => "gem",
        Language::Java => "jar",
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
    let auditwheel = python::environment("auditwheel", &["auditwheel==6.8.2"]).unwrap();
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
