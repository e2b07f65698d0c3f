//! Compiles `cuda/`: the C++ always, the CUDA where nvcc is found.

use std::{
    env, iter,
    path::{Path, PathBuf},
    process::Command,
    sync::Mutex,
    thread,
};

const SOURCES: &[&str] = &[
    "bridge.cpp",
    "cpu/cpu_elementwise.cpp",
    "cpu/cpu_experts.cpp",
    "cpu/cpu_kernels.cpp",
    "cpu/cpu_memory.cpp",
    "cpu/cpu_operations.cpp",
    "cpu/cpu_plain.cpp",
    "cpu/cpu_pool.cpp",
    "cpu/exact_avx2.cpp",
    "cpu/exact_avx512.cpp",
    "cpu/exact_neon.cpp",
    "cpu/rounded_avx2.cpp",
    "cpu/rounded_neon.cpp",
    "cpu/rounded_plain.cpp",
    "cpu/rounded_vnni.cpp",
    "devices.cpp",
    "gpu/layout/layout.cpp",
    "model/config.cpp",
    "model/model.cpp",
    "model/model_table.cpp",
    "model/session.cpp",
    "model/session_attention.cpp",
    "old_systems.cpp",
    "ops/blocks.cpp",
    "ops/iq_blocks.cpp",
    "ops/operations.cpp",
    "ops/sampling.cpp",
];
/// With the feature `checks`, in `cuda/check`.
const CHECKS: &[&str] = &[
    "bench.cpp",
    "checks_bridge.cpp",
    "kernels.cpp",
    "launch_policies.cpp",
    "plain_sampling.cpp",
    "sampling_checks.cpp",
    "timings.cpp",
];
/// Kernels, those that take longest to compile first.
const KERNELS: &[&str] = &[
    "gpu/kernels/prompt.cu",
    "gpu/kernels/prompt_wgmma.cu",
    "gpu/kernels/matmul.cu",
    "gpu/kernels/attention.cu",
    "gpu/kernels/attention_prompt.cu",
    "gpu/kernels/elementwise.cu",
    "gpu/kernels/sample.cu",
    "gpu/launch/gpu_device.cu",
    "gpu/launch/queue.cu",
];
/// Ampere and Hopper (with all that Hopper alone has) as they are, and PTX that later GPUs compile for themselves.
const ARCHITECTURES: &[&str] =
    &["arch=compute_80,code=sm_80", "arch=compute_90a,code=sm_90a", "arch=compute_90,code=compute_90"];

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cuda/src");
    println!("cargo:rerun-if-changed={}", folder.display());
    println!("cargo:rerun-if-changed=src/bridge.rs");
    for variable in ["FFI_CUDA", "CUDA_HOME", "CUDACXX", "NVCC", "PATH"] {
        println!("cargo:rerun-if-env-changed={variable}");
    }
    let checks = env::var_os("CARGO_FEATURE_CHECKS").is_some();
    let bridges: &[&str] = if checks { &["src/bridge.rs", "src/checks.rs"] } else { &["src/bridge.rs"] };
    let mut build = cxx_build::bridges(bridges);
    build.std("c++17").include(&folder).files(SOURCES.iter().map(|name| folder.join(name)));
    if checks {
        let folder = folder.join("../check");
        println!("cargo:rerun-if-changed={}", folder.display());
        println!("cargo:rerun-if-changed=src/checks.rs");
        build.include(&folder).files(CHECKS.iter().map(|name| folder.join(name)));
    }
    // A reference that is no slower in tests, and rounds as written: no fused multiply-add.
    build.opt_level(3).define("NDEBUG", None).flag_if_supported("-ffp-contract=off");
    build.flag_if_supported("/EHsc");
    // Line tables, as the Rust code of a debug build has: all else is a third of the compiling, and most of each program
    // that is linked with it.
    if env::var("DEBUG").is_ok_and(|debug| debug != "false") {
        build.flag_if_supported("-g1");
    }
    // GCC for Windows aligns no stack for AVX's vectors.
    let moves = "-Wa,-muse-unaligned-vector-move";
    if env::var("TARGET").is_ok_and(|target| target.ends_with("x86_64-pc-windows-gnu"))
        && build.is_flag_supported(moves).unwrap_or(false)
    {
        build.flag(moves).define("SNCUDA_UNALIGNED_MOVES", None);
    }
    match toolkit() {
        Some(nvcc) => {
            kernels(&nvcc, &folder).into_iter().for_each(|object| {
                build.object(object);
            });
            build.compile("sncuda");
            link_runtime(&nvcc);
            println!("cargo:rustc-env=FFI_CUDA_GPU=1");
        }
        None => {
            build.file(folder.join("gpu/gpu_stub.cpp"));
            build.compile("sncuda");
        }
    }
}

/// The nvcc to build with: none where `FFI_CUDA` is 0, or where there is none and `FFI_CUDA` is not 1.
fn toolkit() -> Option<PathBuf> {
    let wish = env::var("FFI_CUDA").unwrap_or_default();
    if wish == "0" {
        return None;
    }
    let found = candidates().into_iter().find(|path| path.is_file());
    assert!(
        found.is_some() || wish != "1",
        "FFI_CUDA is 1, and there is no nvcc in NVCC, CUDACXX, CUDA_HOME, PATH or /usr/local/cuda"
    );
    found
}

fn candidates() -> Vec<PathBuf> {
    let name = if cfg!(windows) { "nvcc.exe" } else { "nvcc" };
    let mut paths: Vec<PathBuf> =
        ["NVCC", "CUDACXX"].iter().filter_map(|variable| env::var_os(variable).map(PathBuf::from)).collect();
    paths.extend(env::var_os("CUDA_HOME").map(|home| Path::new(&home).join("bin").join(name)));
    if let Some(path) = env::var_os("PATH") {
        paths.extend(env::split_paths(&path).map(|folder| folder.join(name)));
    }
    paths.push(Path::new("/usr/local/cuda/bin").join(name));
    paths
}

fn kernels(nvcc: &Path, folder: &Path) -> Vec<PathBuf> {
    #[allow(unsafe_code)]
    // SAFETY: a build script has one thread here. `cc` takes nvcc from this variable only.
    unsafe {
        env::set_var("NVCC", nvcc)
    };
    let compile = |name: &str| {
        // Each by itself: of several in one build, `cc` makes code that has to be linked for the GPU once more.
        let mut build = cc::Build::new();
        build.cuda(true).debug(false).opt_level(3).flag("-std=c++17").include(folder).file(folder.join(name));
        // The decoders round as the reference does.
        build.flag("-fmad=false");
        for architecture in ARCHITECTURES {
            build.flag("-gencode").flag(architecture);
        }
        build.compile_intermediates()
    };
    let left = Mutex::new(KERNELS.iter());
    let next = || left.lock().expect("no thread has panicked").next();
    let jobs = env::var("NUM_JOBS").ok().and_then(|jobs| jobs.parse().ok()).unwrap_or(1);
    thread::scope(|scope| {
        let worker = || iter::from_fn(next).flat_map(|name| compile(name)).collect::<Vec<_>>();
        let workers: Vec<_> = (0..jobs).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("the kernels are compiled")).collect()
    })
}

fn link_runtime(nvcc: &Path) {
    let version = Command::new(nvcc).arg("--version").output();
    assert!(version.is_ok_and(|output| output.status.success()), "{} does not run", nvcc.display());
    let root = nvcc.canonicalize().ok().and_then(|path| Some(path.parent()?.parent()?.to_owned()));
    let root = root.unwrap_or_else(|| PathBuf::from("/usr/local/cuda"));
    for library in ["lib64", "lib/x64", "lib"] {
        let folder = root.join(library);
        if folder.is_dir() {
            println!("cargo:rustc-link-search=native={}", folder.display());
        }
    }
    println!("cargo:rustc-link-lib=static=cudart_static");
    if cfg!(target_os = "linux") {
        for library in ["rt", "pthread", "dl"] {
            println!("cargo:rustc-link-lib={library}");
        }
    }
}
