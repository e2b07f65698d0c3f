//! Every code of the ten, and what an error says.

use ffi_cuda::{Context, CudaError, CudaErrorCode, device_count};

const PARROT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../cuda/model/parrot.gguf");

fn failing(place: &str, after: u64) -> Context {
    Context::with_fault(place, after)
}

#[test]
fn codes_are_total_over_all_integers() {
    for code in (-100..200).chain([i32::MIN, i32::MAX]) {
        let known = matches!(code, 0..=8 | 99);
        let of = CudaErrorCode::from_code(code);
        assert_eq!(of.code(), if known { code } else { 99 });
        assert_eq!(of.is_retriable(), code == 2);
        let error = CudaError::from_code(code);
        assert_eq!(error.code(), if known && code != 0 { code } else { 99 });
        assert!(!error.to_string().is_empty());
    }
    let names: Vec<&str> = (0..=9).map(|code| CudaErrorCode::from_code(code).code_str()).collect();
    assert_eq!(names[1..4], ["INVALID_DEVICE", "VRAM_OOM", "MODEL_LOAD_FAILED"]);
    assert_eq!(names[9], "UNKNOWN");
}

#[test]
fn devices() {
    assert_eq!(Context::new(-2).err().unwrap().code(), 1);
    assert_eq!(Context::new(i32::MIN).err().unwrap().code(), 1);
    let beyond = Context::new(device_count()).err().unwrap();
    assert!(matches!(beyond, CudaError::DeviceNotFound(_)) && beyond.code() == 8);
    assert!(Context::new(-1).is_ok());
}

#[test]
fn code_1_a_device_that_is_lost() {
    let error = failing("health", 0).check_device_health().unwrap_err();
    assert_eq!((error.code(), error.code_str()), (1, "INVALID_DEVICE"));
}

#[test]
fn code_2_out_of_memory_wherever_it_happens_leaves_nothing_allocated() {
    // The weights, the turns, the two caches, then the room for a batch.
    for after in 0..16 {
        let context = failing("allocate", after);
        let result = context.load_model(PARROT).and_then(|model| {
            let mut inference = model.start_inference("Figaro", 4, 0.0, 0)?;
            inference.next_token().map(drop)
        });
        let error = result.unwrap_err();
        assert!(error.code() == 2 && error.is_retriable(), "{error}");
        assert_eq!(context.process_vram_usage(), 0, "after {after}");
    }
}

#[test]
fn code_3_a_file_that_is_no_model() {
    let context = Context::new(-1).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("text.gguf");
    std::fs::write(&file, "a text that is long enough for a header").unwrap();
    for path in [
        file.to_str().unwrap(),
        "/no/such/file",
        "",
        folder.path().to_str().unwrap(),
        "/dev/null",
        "/dev/zero",
    ] {
        let error = context.load_model(path).err().unwrap();
        assert_eq!(error.code(), 3, "{path}: {error}");
        assert!(error.to_string().contains(path), "{error}");
    }
    #[cfg(unix)]
    {
        // A pipe that nobody writes to is not waited for.
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert_eq!(context.load_model(pipe.to_str().unwrap()).err().unwrap().code(), 3);
    }
}

#[test]
fn code_4_an_inference_that_fails_is_over() {
    let context = failing("synchronize", 2);
    let model = context.load_model(PARROT).unwrap();
    let mut inference = model.start_inference("Figaro", 20, 0.0, 0).unwrap();
    assert!(inference.next_token().unwrap().is_some());
    assert!(inference.next_token().unwrap().is_some());
    let error = inference.next_token().unwrap_err();
    assert_eq!((error.code(), error.code_str()), (4, "INFERENCE_FAILED"));
    assert_eq!(inference.next_token().unwrap(), None);
}

#[test]
fn code_6_a_kernel_that_does_not_start() {
    let context = failing("launch", 5);
    let model = context.load_model(PARROT).unwrap();
    let error = model.logits(&[1, 2, 3], true).unwrap_err();
    assert_eq!((error.code(), error.code_str()), (6, "KERNEL_LAUNCH_FAILED"));
    drop(model);
    assert_eq!(context.process_vram_usage(), 0);
}

#[test]
fn code_7_memory_that_is_elsewhere() {
    let context = failing("resident", 0);
    let error = context.load_model(PARROT).unwrap().check_vram_residency().unwrap_err();
    assert_eq!((error.code(), error.code_str()), (7, "VRAM_RESIDENCY_FAILED"));
}

#[test]
fn code_99_whatever_else() {
    let error = failing("upload", 2).load_model(PARROT).err().unwrap();
    assert_eq!((error.code(), error.code_str()), (99, "UNKNOWN"));
}
