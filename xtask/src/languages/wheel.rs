//! A wheel, as the binary distribution format has it: <https://packaging.python.org/specifications/binary-distribution-format/>

use super::{native::Native, zipped::Zip};
use crate::{files::files_of, verify::newest_glibc};
use anyhow::{Context, Result};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
};

const SUMMARY: &str =
    "The native layer under a programming language: regular expressions, HTTP, physics, graphics, sound";

pub fn make(package: &Native, to: &Path) -> Result<PathBuf> {
    let shared = package.shared()?;
    let (major, minor) = newest_glibc(&shared)?;
    let tag = format!("py3-none-manylinux_{major}_{minor}_{}", package.architecture);
    let name = format!("simple_native-{}", package.version());
    let file = to.join(format!("{name}-{tag}.whl"));
    let mut wheel = Wheel { zip: Zip::create(&file)?, record: String::new() };
    let modules = package.binding("python");
    for path in files_of(&modules.join("simple_native"))? {
        let contents = fs::read(modules.join("simple_native").join(&path))?;
        wheel.add(&format!("simple_native/{}", path.display()), &contents)?;
    }
    wheel.add("simple_native/libsimple_native.so", &fs::read(shared)?)?;
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
