//! The GPU's kernels and its host code, compiled for the CPU and run there on an emulated GPU, against the CPU
//! reference. This checks their logic; hardware is what `cargo xtask gpu-check` is for.

use crate::common;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Mutex,
    thread,
    time::{SystemTime, UNIX_EPOCH},
};
use xtask::cc::SANITIZERS;

/// Sources that something stands in for on the emulated GPU, or that need Rust.
const LEFT_OUT: &[&str] = &["bridge.cpp", "checks_bridge.cpp", "gpu_stub.cpp"];

/// The CPU's kernels for rounded activations, linked by what chooses among them: the GPU is held against exact ones, so
/// that nothing calls these here.
const NOT_CALLED: &[&str] =
    &["rounded_avx2.cpp", "rounded_neon.cpp", "rounded_plain.cpp", "rounded_vnni.cpp"];

fn is_one_of(source: &Path, names: &[&str]) -> bool {
    names.iter().any(|name| source.ends_with(name))
}

/// Adds the sources in `folder` and in the folders of it.
fn add_sources(folder: &Path, sources: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            add_sources(&path, sources);
        } else if path.extension().is_some_and(|end| end == "cpp" || end == "cu")
            && !is_one_of(&path, LEFT_OUT)
        {
            sources.push(path);
        }
    }
}

fn sources(cuda: &Path) -> Vec<PathBuf> {
    let mut sources = Vec::new();
    for folder in ["src", "emulator", "check"] {
        add_sources(&cuda.join(folder), &mut sources);
    }
    // Of an inline function that several have, the first one's is linked: one with sanitizers.
    sources.sort_by_key(|source| is_one_of(source, NOT_CALLED));
    sources
}

fn compile(cuda: &Path, source: &Path, object: &Path) {
    let mut compiler = Command::new("c++");
    compiler.args(["-std=c++17", "-ffp-contract=off", "-Wall", "-Wextra", "-Werror"]);
    if is_one_of(source, NOT_CALLED) {
        compiler.arg("-O0");
    } else {
        compiler.arg("-O1").args(SANITIZERS).arg("-g1");
    }
    for folder in ["src", "emulator", "check"] {
        compiler.arg("-I").arg(cuda.join(folder));
    }
    common::run(compiler.args(["-x", "c++", "-c"]).arg(source).arg("-o").arg(object));
}

/// The program of `cuda/emulator/main.cpp`.
fn program(folder: &Path) -> PathBuf {
    let cuda = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cuda");
    let jobs: Vec<_> = sources(&cuda)
        .into_iter()
        .enumerate()
        .map(|(number, source)| (source, folder.join(format!("{number}.o"))))
        .collect();
    let left = Mutex::new(jobs.iter());
    let next = || left.lock().unwrap().next();
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((source, object)) = next() {
                    compile(&cuda, source, object)
                }
            });
        }
    });
    let program = folder.join("check_emulated");
    let mut linker = Command::new("c++");
    linker.args(SANITIZERS).args(jobs.iter().map(|(_, object)| object));
    common::run(linker.args(["-pthread", "-o"]).arg(&program));
    program
}

/// The kernels of `bad_kernels.cpp`, and the finding that each has to be stopped with.
const MISTAKES: &[(&str, &str)] = &[
    ("beyond_the_end", "heap-buffer-overflow"),
    ("beyond_shared_memory", "AddressSanitizer"),
    ("misaligned", "misaligned address"),
    ("one_thread_leaves_out_a_barrier", "waits at __syncthreads for threads that do not come"),
    ("half_a_warp_shuffles", "waits at __shfl_xor_sync for threads that do not come"),
    ("no_barrier", "the order matters"),
    ("order_of_blocks", "the order matters"),
    ("does_not_wait", "does not wait for earlier kernels"),
];

fn the_emulator_finds_mistakes(program: &Path) {
    for (mistake, said) in MISTAKES {
        let output = Command::new(program).args(["mistake", mistake]).output().unwrap();
        let words = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && words.contains(said), "{mistake}: {words}");
    }
}

fn kernels(program: &Path) -> String {
    let seed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_nanos().to_string();
    format!("seed {seed}\n{}", common::run(Command::new(program).args(["kernels", &seed])))
}

fn timings(program: &Path) -> String {
    common::run(Command::new(program).arg("timings"))
}

fn models(program: &Path) {
    let (folder, list) = common::script("emulated.py", &[]);
    let run = |name: &str, command: &str, rest: &[&str]| {
        let file = folder.path().join(name);
        let model = file.with_extension("gguf");
        let table = ffi_cuda::testing::model_table(model.to_str().unwrap()).unwrap();
        fs::write(file.with_extension("table"), table).unwrap();
        let mut check = Command::new(program);
        check.arg(command).arg(model).arg(file.with_extension("tokens"));
        print!("{}", common::run(check.args(rest)));
    };
    let first = list.split(' ').next().unwrap();
    run(first, "memory", &[]);
    run(first, "together", &[]);
    for line in list.lines() {
        let (name, runs) = line.split_once(' ').unwrap();
        run(name, "model", &[runs]);
    }
}

#[test]
fn kernels_and_models_on_the_emulated_gpu() {
    let folder = tempfile::tempdir().unwrap();
    let program = program(folder.path());
    the_emulator_finds_mistakes(&program);
    thread::scope(|scope| {
        let kernels = scope.spawn(|| kernels(&program) + &timings(&program));
        models(&program);
        print!("{}", kernels.join().unwrap());
    });
}
