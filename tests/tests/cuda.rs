//! Devices, models and inferences, from C.

use tests::program::{CTest, suite};

#[test]
fn cuda_from_c() {
    let model = tests::folder().join("../cuda/model/parrot.gguf");
    suite("cuda", &CTest::new("cuda").with_argument(model.to_str().unwrap()));
}
