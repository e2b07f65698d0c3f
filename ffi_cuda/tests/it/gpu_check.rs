//! The scripts that `cargo xtask gpu-check` sends to machines with a GPU, on the CPU reference in its place.

use crate::{common, gpu_build};

use std::fs;
use xtask::{gpu_check::fill, python};

#[test]
fn its_scripts_work_on_the_cpu_reference_and_say_that_there_is_no_gpu() {
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path(), &gpu_build::built().shared).unwrap();

    let python = python::environment("cuda-python", common::PACKAGES).unwrap();
    let check = || {
        let mut check = python::script(&python, &folder.path().join("check.py"));
        check.current_dir(folder.path());
        check
    };
    let parts = "kernels,functions,repeats,memory,together,operations,speed";
    let said = common::run(check().args(["--device", "-1", "--timeout", "1200", "--only", parts]));
    assert!(said.ends_with("\n0 failed\n") && !said.contains("| left out: "), "{said}");
    for line in [
        ", CUDA 13.0, seed ",
        "ok     matmul Q4_K: ",
        "ok     a model larger than the memory: ",
        "ok     sample of both: ",
        "ok     matmul by small scales Q4_K: ",
        "ok     4 inferences while others load and wait",
        "| matmul_glu Q4_K | 1x256x256 | ",
        "| sample with filters | ",
        "a choice among 128256 tokens",
        "| tiny F16 | ",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }

    // Each part is given up after a second, and the next one begins.
    let short =
        check().args(["--device", "-1", "--timeout", "1", "--only", "kernels,speed"]).output().unwrap();
    let report = fs::read_to_string(folder.path().join("gpu-check.txt")).unwrap();
    assert!(!short.status.success() && report == String::from_utf8_lossy(&short.stdout), "{report}");
    for line in ["FAILED kernels: no end after 1 s", "FAILED speed: no end after 1 s", "\n2 failed\n"] {
        assert!(report.contains(line), "{line}: {report}");
    }

    let output = check().env("CUDA_VISIBLE_DEVICES", "-1").output().unwrap();
    let words = String::from_utf8_lossy(&output.stderr);
    let said = "No GPU can be used here: device 0 was not found";
    assert!(!output.status.success() && words.starts_with(said), "{words}");
}
