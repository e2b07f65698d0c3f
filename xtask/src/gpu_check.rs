//! `cargo xtask gpu-check`: a folder that checks and measures the CUDA code on another machine's GPU.

use crate::{
    bindings,
    build::{Options, build, cuda_toolkit},
    workspace::{root, target},
};
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Largest size of the folder, which is to travel by any means.
const MOST_BYTES: u64 = 64 << 20;
/// Of the Python bindings: what the scripts call, and what that needs.
const BINDINGS: &[&str] = &["__init__.py", "_abi.py", "_library.py", "_runtime.py", "cuda.py", "native.py"];

/// The features of its shared object.
pub const FEATURES: &[&str] = &["gpu-check"];

/// Builds the shared object with the cuda feature alone and puts the scripts beside it.
pub fn folder() -> Result<PathBuf> {
    let built = build(&Options {
        release: true,
        features: Some(FEATURES.iter().map(|&feature| feature.to_owned()).collect()),
        target: Some(target().join("gpu-check-build")),
        cuda_home: Some(cuda_toolkit()?),
        ..Default::default()
    })?;
    let folder = target().join("gpu-check");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fill(&folder, &built.shared)?;
    eprintln!(
        "{} MiB; on a machine with an NVIDIA driver and Python with numpy: python3 check.py",
        size(&folder)? >> 20
    );
    Ok(folder)
}

/// Puts the shared object, the bindings and the scripts into `folder`.
pub fn fill(folder: &Path, shared: &Path) -> Result<()> {
    let python = folder.join("simple_native");
    fs::create_dir_all(&python)?;
    bindings::stage()?;
    copy(shared, &folder.join("libsimple_native.so"))?;
    for name in BINDINGS {
        copy(&bindings::folder().join("python/simple_native").join(name), &python.join(name))?;
    }
    for entry in fs::read_dir(root().join("cuda/gpu_check"))? {
        let path = entry?.path();
        if path.is_file() {
            copy(&path, &folder.join(path.file_name().unwrap_or_default()))?;
        }
    }
    let bytes = size(folder)?;
    ensure!(bytes <= MOST_BYTES, "{} has {bytes} bytes, more than {MOST_BYTES}", folder.display());
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| from.display().to_string())?;
    Ok(())
}

fn size(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        bytes += if path.is_dir() { size(&path)? } else { path.metadata()?.len() };
    }
    Ok(bytes)
}
