//! Children of `fork`. Plain only: the sanitizers' own allocator does not outlive a fork while threads allocate.

#![cfg(unix)]

use tests::{
    modules,
    program::{CTest, Checker},
    shipped,
};

#[test]
fn a_child_of_fork_works_or_is_refused() {
    CTest::new("fork").run(Checker::Plain);
}

#[test]
fn a_child_made_while_webassembly_is_compiled_loads_a_module_or_is_told_why_not() {
    let test = CTest::new("fork_wasm").with_archive(shipped().clone());
    let module = test.folder().join("hostile.wasm");
    modules::wasm("hostile_wasm.c", &module, &["-DPLAIN"]);
    println!("{}", test.with_argument(module.to_string_lossy()).run(Checker::Plain));
}
