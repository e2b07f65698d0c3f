//! A wheel, as the binary distribution format has it: <https://packaging.python.org/specifications/binary-distribution-format/>

use super::{
    native::{Native, compile},
    zipped::Zip,
};
use crate::{
    dist::floor::{GLIBC, newest_glibc},
    files::files_of,
    workspace::stdout,
};
use anyhow::{Context, Result, ensure};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The extension's file name: by Python's stable interface.
const EXTENSION: &str = "_calls.abi3.so";

const SUMMARY: &str =
    "The native layer under a programming language: regular expressions, HTTP, physics, graphics, sound";

pub fn make(package: &Native, to: &Path) -> Result<PathBuf> {
    let shared = package.shared()?;
    let modules = package.binding("python");
    let work = tempfile::tempdir()?;
    let extension = make_extension(&modules, work.path())?;
    let (major, minor) = newest_glibc(&shared)?.max(newest_glibc(&extension)?).max(GLIBC);
    let tag = format!("py3-none-manylinux_{major}_{minor}_{}", package.architecture);
    let name = format!("simple_native-{}", package.version());
    let file = to.join(format!("{name}-{tag}.whl"));
    let mut wheel = Wheel { zip: Zip::create(&file)?, record: String::new() };
    for path in files_of(&modules.join("simple_native"))? {
        let contents = fs::read(modules.join("simple_native").join(&path))?;
        wheel.add(&format!("simple_native/{}", path.display()), &contents)?;
    }
    wheel.add("simple_native/libsimple_native.so", &fs::read(shared)?)?;
    wheel.add(&format!("simple_native/{EXTENSION}"), &fs::read(extension)?)?;
    let info = format!("{name}.dist-info");
    let mut licences = String::new();
    for path in package.licences() {
        let licence = path.file_name().context("a licence's name")?.to_string_lossy().into_owned();
        wheel.add(&format!("{info}/licenses/{licence}"), &fs::read(&path)?)?;
        licences.push_str(&format!("License-File: {licence}\n"));
    }
    let readme = fs::read_to_string(package.unpacked.root.join("share/doc/simple_native/README.md"))?;
    let metadata = format!(
        "Metadata-Version: 2.4\nName: simple_native\nVersion: {}\nSummary: {SUMMARY}\nRequires-Python: >=3.6\n\
         License-Expression: MIT OR Apache-2.0\n{licences}Description-Content-Type: text/markdown\n\n{readme}",
        package.version()
    );
    wheel.add(&format!("{info}/METADATA"), metadata.as_bytes())?;
    let tags = format!("Wheel-Version: 1.0\nGenerator: simple_native\nRoot-Is-Purelib: false\nTag: {tag}\n");
    wheel.add(&format!("{info}/WHEEL"), tags.as_bytes())?;
    wheel.finish(&format!("{info}/RECORD"))?;
    Ok(file)
}

/// Compiles the extension of Python's binding, whose files lie in `binding`, into the folder `to`; gives its path.
pub fn make_extension(binding: &Path, to: &Path) -> Result<PathBuf> {
    let include = "import sysconfig; print(sysconfig.get_path('include'))";
    let headers = PathBuf::from(stdout(Command::new("python3").args(["-c", include]))?.trim());
    ensure!(
        headers.join("Python.h").exists(),
        "no Python.h in {}: install Python's headers (Debian's python3-dev)",
        headers.display()
    );
    let extension = to.join(EXTENSION);
    compile(&[binding.join("native/calls.c")], &[headers], &[], &extension)?;
    Ok(extension)
}

struct Wheel {
    zip: Zip<fs::File>,
    /// A line for each file: name, sum, size.
    record: String,
}

impl Wheel {
    fn add(&mut self, name: &str, contents: &[u8]) -> Result<()> {
        let sum = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(contents));
        self.record.push_str(&format!("{name},sha256={sum},{}\n", contents.len()));
        self.zip.add(name, contents)
    }

    /// The record names itself without sum and size.
    fn finish(mut self, name: &str) -> Result<()> {
        self.record.push_str(&format!("{name},,\n"));
        self.zip.add(name, self.record.as_bytes())?;
        self.zip.finish()
    }
}
