//! Truth values fill the register that they are returned in.

use std::fs;
use tests::{
    manifest,
    program::{CTest, Checker},
    whole_registers,
};

#[test]
fn every_truth_value_is_0_or_1_in_all_64_bits() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("whole_registers.c");
    fs::write(&source, whole_registers::program(manifest())).unwrap();
    println!("{}", CTest::from_source(&source).run(Checker::Plain));
}
