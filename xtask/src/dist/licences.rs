//! The licence texts of everything that is linked into the archive.

use crate::workspace::root;
use anyhow::{Context, Result, bail};
use cargo_metadata::Package;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Where licence texts of crates that ship none are kept, by SPDX name.
fn standard_texts() -> PathBuf {
    root().join("licences")
}

/// Writes `THIRD-PARTY.txt`: each crate with its licence texts, and the Rust standard library's.
pub fn write(to: &Path, packages: &[Package]) -> Result<()> {
    let mut out =
        String::from("What is inside libsimple_native besides its own code, and under which licences.\n");
    for package in packages {
        out.push_str(&format!("\n{:=<100}\n{} {}\n", "", package.name, package.version));
        out.push_str(&format!("Licence: {}\n", expression(package)?));
        if let Some(repository) = &package.repository {
            out.push_str(&format!("Source: {repository}\n"));
        }
        for path in texts_of(package)? {
            let text = fs::read(&path).with_context(|| path.display().to_string())?;
            out.push_str(&format!("\n{}\n", String::from_utf8_lossy(&text).trim_end()));
        }
    }
    out.push_str(&format!("\n{:=<100}\nThe Rust standard library\nLicence: MIT OR Apache-2.0\n", ""));
    for name in ["MIT", "Apache-2.0", "LLVM-exception"] {
        let path = standard_texts().join(format!("{name}.txt"));
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        out.push_str(&format!("\n{}\n", text.trim_end()));
    }
    fs::write(to, out).with_context(|| to.display().to_string())
}

fn expression(package: &Package) -> Result<String> {
    match (&package.license, &package.license_file) {
        (Some(expression), _) => Ok(expression.clone()),
        (None, Some(file)) => Ok(format!("see {file}")),
        (None, None) => bail!("{} {} names no licence", package.name, package.version),
    }
}

/// The licence files in a crate's folder, or the standard texts that its expression names.
fn texts_of(package: &Package) -> Result<Vec<PathBuf>> {
    let folder = package.manifest_path.parent().context("a crate's folder")?;
    let mut found: Vec<PathBuf> = fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file() && is_licence(path))
        .collect();
    found.sort();
    if found.is_empty() {
        let expression = expression(package)?;
        found = [
            "MIT",
            "Apache-2.0",
            "BSD-3-Clause",
            "BSD-2-Clause",
            "ISC",
            "Zlib",
            "MPL-2.0",
            "BSL-1.0",
            "CC0-1.0",
        ]
        .iter()
        .filter(|name| expression.contains(*name))
        .map(|name| standard_texts().join(format!("{name}.txt")))
        .filter(|path| path.is_file())
        .collect();
    }
    if found.is_empty() {
        bail!(
            "no licence text for {} {}: add one to {}",
            package.name,
            package.version,
            standard_texts().display()
        );
    }
    Ok(found)
}

fn is_licence(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
    ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"].iter().any(|start| name.starts_with(start))
}
