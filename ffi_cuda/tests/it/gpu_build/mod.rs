//! The build with GPU code: compiled and linked with a compile-only toolkit, wherever the tests run.

mod machine_code;

use crate::common;
use std::{collections::BTreeSet, fs, path::Path, process::Command, sync::LazyLock};
use xtask::{
    build::{Built, Options, build, cuda_toolkit},
    cc::Program,
    gpu_check::FEATURES,
};

/// Entries of fat binaries: (1, architecture) is PTX, (2, architecture) machine code. Each begins with a magic
/// number, a version, the header's size and the contents' size; an entry with its kind, a version, its header's size
/// and its contents' size, and at byte 28 the architecture.
fn fat_binary_entries(bytes: &[u8]) -> BTreeSet<(u16, u32)> {
    let u16_at = |at: usize| u16::from_le_bytes(bytes[at..at + 2].try_into().unwrap());
    let u32_at = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    let u64_at = |at: usize| u64::from_le_bytes(bytes[at..at + 8].try_into().unwrap()) as usize;
    let mut entries = BTreeSet::new();
    let magic = [0x50, 0xED, 0x55, 0xBA, 1, 0, 16, 0];
    for start in (0..bytes.len() - 16).filter(|&at| bytes[at..at + 8] == magic) {
        let end = start + 16 + u64_at(start + 8);
        let mut at = start + 16;
        while at + 32 <= end {
            entries.insert((u16_at(at), u32_at(at + 28)));
            at += u32_at(at + 4) as usize + u64_at(at + 8);
        }
    }
    entries
}

/// The build that `cargo xtask gpu-check` sends away, unoptimised: built once for all tests, the compiling takes
/// minutes.
pub fn built() -> &'static Built {
    static BUILT: LazyLock<Built> = LazyLock::new(|| {
        build(&Options {
            features: Some(FEATURES.iter().map(|&feature| feature.to_owned()).collect()),
            target: Some(Path::new(env!("CARGO_TARGET_TMPDIR")).join("gpu-build")),
            cuda_home: Some(cuda_toolkit().unwrap()),
            ..Default::default()
        })
        .unwrap()
    });
    &BUILT
}

/// The kernels that gpu-check gives to a driver, each for the GPUs that it names.
fn assemble_kernels_of_the_check(home: &Path) {
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cuda/gpu_check");
    let folder = tempfile::tempdir().unwrap();
    let words = "import kernels as k; all = (k.SCALE_AND_ADD, k.TURN_AROUND, k.mma_products().text, k.wgmma_products().text)
for i, text in enumerate(all): open(f'{i}.ptx', 'w').write(text)";
    let mut python = Command::new("python3");
    python.args(["-c", words]).current_dir(folder.path()).env("PYTHONPATH", scripts);
    common::run(python.env("PYTHONDONTWRITEBYTECODE", "1"));
    for (number, architecture) in ["sm_80", "sm_80", "sm_90", "sm_90a"].iter().enumerate() {
        let mut ptxas = Command::new(home.join("bin/ptxas"));
        ptxas.args(["-arch", architecture, "-o", "kernel.cubin"]).arg(format!("{number}.ptx"));
        common::run(ptxas.current_dir(folder.path()));
    }
}

#[test]
fn gpu_code_is_compiled_and_linked_and_needs_no_driver() {
    let built = built();
    assemble_kernels_of_the_check(&cuda_toolkit().unwrap());
    let shared = fs::read(&built.shared).unwrap();
    assert_eq!(fat_binary_entries(&shared), BTreeSet::from([(1, 90), (2, 80), (2, 90)]));
    machine_code::check(&built.shared);
    let folder = tempfile::tempdir().unwrap();
    let sources = [Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/devices.c")];
    let program = Program::new(&sources, folder.path().join("devices")).link_static(built).unwrap();
    for linked in [&program, &built.shared] {
        let libraries = common::run(Command::new("ldd").arg(linked));
        assert!(libraries.contains("libc.so") && !libraries.contains("cuda"), "{libraries}");
    }
    let said = common::run(&mut Command::new(program));
    assert!(said.starts_with("13.0 "), "{said}");
    if !Path::new("/dev/nvidiactl").exists() {
        assert!(said.starts_with("13.0 0 device 0 was not found"), "{said}");
    }
}
