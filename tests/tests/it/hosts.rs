//! Hosts that end or starve a thread or the process.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};
use tests::{
    archive,
    program::{CTest, Checker},
    source,
};
use xtask::{cc::Program, workspace::root};

#[test]
fn calls_at_the_end_of_a_thread_and_of_the_process_work() {
    CTest::new("late").run(Checker::Plain);
}

#[test]
fn what_leaves_a_callback_ends_that_call_alone() {
    CTest::new("callbacks").run(Checker::Plain);
}

#[test]
fn a_thread_that_is_cancelled_ends_after_its_call() {
    CTest::new("cancel").run(Checker::Plain);
}

#[test]
fn a_failure_for_want_of_descriptors_is_not_kept() {
    CTest::new("few_descriptors").run(Checker::Plain);
}

#[test]
fn without_the_libraries_of_devices_all_else_works() {
    CTest::new("no_device_libraries").run(Checker::Plain);
    for library in ["asound", "udev"] {
        assert!(!archive().system_libraries.iter().any(|name| name.contains(library)), "{library}");
    }
}

#[test]
fn copies_in_one_process_refuse_each_others_handles() {
    let test = CTest::new("copies");
    for name in ["one.so", "other.so"] {
        fs::copy(&archive().shared, test.folder().join(name)).unwrap();
    }
    test.run(Checker::Plain);
}

/// With the suppressions that packages have.
fn run_under_tsan(program: &Path, folder: &Path, arguments: &[&str]) -> Output {
    let supp = root().join("simple_native/tsan.supp");
    let mut command = Command::new("timeout");
    command.args(["--signal=ABRT", "900"]).arg(program).args(arguments);
    command.env("TSAN_OPTIONS", format!("suppressions={}", supp.display()));
    command.env("LD_LIBRARY_PATH", folder).output().unwrap()
}

#[test]
fn thread_sanitizer_tells_of_a_hosts_races_alone() {
    let folder = tempfile::tempdir().unwrap();
    let sources = [source("tsan.c"), source("check.c")];
    let here = format!("-I{}", tests::folder().join("c").display());
    let program = Program::new(&sources, folder.path().join("tsan")).with(&["-fsanitize=thread", &here]);
    let program = program.link_shared(archive()).unwrap();
    std::os::unix::fs::symlink(&archive().shared, folder.path().join("libsimple_native.so.0")).unwrap();
    let quiet = run_under_tsan(&program, folder.path(), &[]);
    let said = String::from_utf8_lossy(&quiet.stderr);
    assert!(quiet.status.success() && !said.contains("WARNING"), "{}: {said}", quiet.status);
    let races = run_under_tsan(&program, folder.path(), &["races"]);
    let said = String::from_utf8_lossy(&races.stderr);
    assert!(said.contains("data race") && said.contains("in work"), "{said}");
}
