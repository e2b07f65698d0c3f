//! Modules and events, from C: native ones that misbehave in every way.

use std::os::unix::process::ExitStatusExt;
use tests::{
    modules,
    program::{CTest, Checker, suite},
    shipped,
};

fn with_modules() -> CTest {
    with_modules_for("module")
}

fn with_modules_for(program: &str) -> CTest {
    let test = CTest::new(program);
    let folder = test.folder().join("modules");
    std::fs::create_dir(&folder).unwrap();
    modules::hostile(&folder);
    // Some of these modules throw.
    let suppressions = |tool: &str| tests::source(&format!("thrown.{tool}.supp")).display().to_string();
    test.with_argument(folder.to_string_lossy())
        .with_variable("LSAN_OPTIONS", format!("suppressions={}:print_suppressions=0", suppressions("lsan")))
        .with_variable("VALGRIND_OPTS", format!("--suppressions={}", suppressions("valgrind")))
}

#[test]
fn modules_from_c() {
    suite("module", &with_modules().with_argument("all"));
}

/// The build that is shipped is optimised, and what unwinds goes another way through optimised code.
#[test]
fn modules_from_c_in_the_build_that_is_shipped() {
    with_modules().with_archive(shipped().clone()).with_argument("all").run(Checker::Plain);
}

#[test]
fn a_module_loads_others_as_its_code_comes_and_goes() {
    let test = with_modules_for("loader").with_argument("nested");
    for checker in [Checker::Plain, Checker::Sanitizers, Checker::Valgrind] {
        test.run(checker);
    }
}

/// What `cargo xtask verify` runs on other machines, too.
#[test]
fn modules_as_every_system_has_them() {
    let test = with_modules_for("module_shared");
    for checker in [Checker::Plain, Checker::Sanitizers, Checker::Valgrind] {
        test.run(checker);
    }
}

/// Plain only, as all that forks.
#[test]
fn a_child_made_while_the_loader_is_at_work_loads_a_module_or_is_told_why_not() {
    println!("{}", with_modules_for("loader").with_argument("forks").run(Checker::Plain));
}

/// The module's thread stays behind, so this program alone ends with memory in use.
#[test]
fn a_module_that_never_answers_leaves_the_host_alive() {
    let printed = with_modules().with_argument("never").run(Checker::Plain);
    assert!(printed.contains("the host goes on"), "{printed}");
}

/// A native module shares the process: this is what the header warns of.
#[test]
fn a_module_that_crashes_when_it_is_loaded_takes_its_process_along() {
    let output = with_modules().with_argument("crash").output(Checker::Plain);
    assert_eq!(output.status.signal(), Some(11), "{output:?}");
}
