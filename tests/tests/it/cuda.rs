//! Devices, models and inferences, from C.

use tests::program::{CTest, Checker, suite};

fn with_model(name: &str) -> CTest {
    let model = tests::folder().join("../cuda/model/parrot.gguf");
    CTest::new(name).with_argument(model.to_str().unwrap())
}

#[test]
fn cuda_from_c() {
    suite("cuda", &with_model("cuda"));
}

#[test]
fn processes_fork_and_end_while_threads_call() {
    with_model("cuda_processes").run(Checker::Plain);
}
