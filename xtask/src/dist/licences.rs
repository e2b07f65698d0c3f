//! The licence texts of everything that is linked into the archive.

use crate::{targets::Target, workspace::root};
use anyhow::{Context, Result, bail};
use cargo_metadata::Package;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folder of licence texts for crates that ship none, by SPDX name.
fn standard_texts() -> PathBuf {
    root().join("licences")
}

/// Folders of a crate of which nothing is linked.
const NOT_LINKED: &[&str] =
    &["tests", "test", "benches", "examples", "fuzz", "assets", "docs", "doc", "target", ".git", ".github"];

/// Copyright of the standard library, by the COPYRIGHT file of the Rust toolchain.
const STANDARD_LIBRARY: &str = "Copyright: The Rust Project Developers (see https://thanks.rust-lang.org)\n\
    library/backtrace: Copyright 2014 Alex Crichton, and The Rust Project Developers\n\
    library/core/src/unicode/unicode_data.rs: Unicode-3.0, Copyright 1991-2024 Unicode, Inc\n\
    library/std/src/sync/mpmc: Copyright 2019 The Crossbeam Project Developers, and The Rust Project Developers";

/// Parts of crates under licences of their own, and words of those.
const WITHIN: &[(&str, &str)] = &[
    ("gilrs-core", "SDL_GameControllerDB/LICENSE:"),
    ("opusic-sys", "opus/COPYING:"),
    ("ring", "third_party/fiat/LICENSE:"),
    ("ring", "src/polyfill/once_cell/LICENSE-MIT:"),
    ("zstd-sys", "zstd/LICENSE:"),
    ("tracing-core", "src/spin/LICENSE:"),
    ("regex-syntax", "src/unicode_tables/LICENSE-UNICODE:"),
    ("wayland-protocols", "protocols/COPYING:"),
];

/// Files of others within our own crates: what they are, the crate that they come with, their licence and who holds it.
const FILES: &[(&str, &str, &str, &str)] = &[(
    "Roboto Regular (https://github.com/googlefonts/roboto-2), the letters of Western European languages",
    "harfrust",
    "Apache-2.0",
    "Copyright 2015 Google Inc.",
)];

/// Parts of the compiler that are linked into a shared object: a word of the triples, what they are, their licence and
/// who holds it, and the texts of it.
const COMPILERS: &[(&str, &str, &str, &[&str])] = &[
    (
        "-gnu",
        "Parts of GCC's runtime libraries, in the shared object",
        "GPL-3.0-or-later WITH GCC-exception-3.1, Copyright the Free Software Foundation, Inc.",
        &["GCC-exception-3.1"],
    ),
    (
        "-windows-gnu",
        "Parts of MinGW-w64 and its winpthreads, in the shared object",
        "MIT, and BSD-3-Clause (Copyright (c) 2010 Lockless Inc.)",
        &["MIT", "BSD-3-Clause"],
    ),
];

/// The heading of a crate whose licence in a folder of it is missing from `text`.
pub fn missing_within(text: &str) -> Option<String> {
    let heading = format!("\n{:=<100}\n", "");
    let sections: Vec<&str> = text.split(heading.as_str()).collect();
    WITHIN.iter().find_map(|(name, place)| {
        let section = sections.iter().find(|section| section.starts_with(&format!("{name} ")))?;
        (!section.contains(&format!("\n{place}\n"))).then(|| format!("{place} of {name}"))
    })
}

/// Writes `THIRD-PARTY.txt`: each crate with its licence texts, the Rust standard library's and the compilers'.
pub fn write(to: &Path, packages: &[Package], machine: &Target) -> Result<()> {
    let mut out =
        String::from("What is inside libsimple_native besides its own code, and under which licences.\n");
    for package in packages {
        out.push_str(&format!("\n{:=<100}\n{} {}\n", "", package.name, package.version));
        out.push_str(&format!("Licence: {}\n", expression(package)?));
        if let Some(repository) = &package.repository {
            out.push_str(&format!("Source: {repository}\n"));
        }
        for text in texts_of(package)? {
            out.push_str(&format!("\n{}\n", text.trim_end()));
        }
    }
    out.push_str(&format!(
        "\n{:=<100}\nThe Rust standard library\nLicence: MIT OR Apache-2.0\n\n{STANDARD_LIBRARY}\n",
        ""
    ));
    for name in ["MIT", "Apache-2.0", "LLVM-exception", "BSD-2-Clause", "Unicode-3.0"] {
        let text = standard_text(name, "The Rust Project Developers (see https://thanks.rust-lang.org)")?;
        out.push_str(&format!("\n{}\n", text.trim_end()));
    }
    for (word, name, licence, texts) in COMPILERS {
        if machine.triple.contains(word) {
            out.push_str(&format!("\n{:=<100}\n{name}\nLicence: {licence}\n", ""));
            for text in *texts {
                out.push_str(&format!("\n{}\n", standard_text(text, "the mingw-w64 project")?.trim_end()));
            }
        }
    }
    for (name, with, licence, holders) in FILES {
        if packages.iter().any(|package| package.name.as_str() == *with) {
            let text = standard_text(licence, holders)?;
            out.push_str(&format!(
                "\n{:=<100}\n{name}\nLicence: {licence}\n{holders}\n\n{}\n",
                "",
                text.trim_end()
            ));
        }
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

/// The licence texts in a crate's folder and the folders in it, or the standard ones that its expression names.
fn texts_of(package: &Package) -> Result<Vec<String>> {
    let folder = package.manifest_path.parent().context("a crate's folder")?.as_std_path();
    let mut texts = Vec::new();
    let mut at_top = false;
    for path in licence_files(folder)? {
        let text = fs::read(&path).with_context(|| path.display().to_string())?;
        let text = String::from_utf8_lossy(&text).into_owned();
        let place = path.strip_prefix(folder)?;
        let is_nested = place.components().count() > 1;
        at_top |= !is_nested;
        // What is in a folder is about what lies there.
        texts.push(if is_nested { format!("{}:\n\n{text}", place.display()) } else { text });
    }
    if !at_top {
        texts.splice(0..0, standard_texts_of(package)?);
    }
    Ok(texts)
}

fn standard_texts_of(package: &Package) -> Result<Vec<String>> {
    let expression = expression(package)?;
    let holders = match package.authors.as_slice() {
        [] => format!("the authors of {}", package.name),
        authors => authors.join(", "),
    };
    let names =
        ["MIT", "Apache-2.0", "BSD-3-Clause", "BSD-2-Clause", "ISC", "Zlib", "MPL-2.0", "BSL-1.0", "CC0-1.0"];
    let known = names
        .iter()
        .filter(|name| expression.contains(*name) && standard_texts().join(format!("{name}.txt")).is_file());
    let texts = known.map(|name| standard_text(name, &holders)).collect::<Result<Vec<String>>>()?;
    if texts.is_empty() {
        bail!(
            "no licence text for {} {}: add one to {}",
            package.name,
            package.version,
            standard_texts().display()
        );
    }
    Ok(texts)
}

/// A standard text, in the name of `holders` where it names any.
fn standard_text(name: &str, holders: &str) -> Result<String> {
    let path = standard_texts().join(format!("{name}.txt"));
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let text = text.replace("<copyright notice>", "Copyright (c) <year> <owner>");
    Ok(text.replace("<year> <copyright holders>", holders).replace("<year> <owner>", holders))
}

/// Sorted, those at the top first.
fn licence_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        if path.is_dir() && !NOT_LINKED.contains(&name.as_str()) {
            folders.push(path);
        } else if path.is_file() && is_licence(&name) {
            files.push(path);
        }
    }
    files.sort();
    folders.sort();
    for folder in folders {
        files.extend(licence_files(&folder)?);
    }
    Ok(files)
}

fn is_licence(name: &str) -> bool {
    let starts = ["license", "licence", "copying", "copyright", "notice", "unlicense"];
    starts.iter().any(|start| name.starts_with(start)) && !name.ends_with(".rs")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_in_folders_count_and_those_of_tests_do_not() {
        let folder = tempfile::tempdir().unwrap();
        for file in ["src/part/LICENSE-UNICODE", "tests/LICENSE", "src/license.rs", "COPYRIGHT", "src/lib.rs"]
        {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let found = licence_files(folder.path()).unwrap();
        let found: Vec<_> = found.iter().map(|path| path.strip_prefix(folder.path()).unwrap()).collect();
        assert_eq!(found, [Path::new("COPYRIGHT"), Path::new("src/part/LICENSE-UNICODE")]);
    }

    #[test]
    fn a_standard_text_names_its_holders() {
        for name in ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause"] {
            let text = standard_text(name, "Ada").unwrap();
            assert!(text.contains("Copyright (c) Ada"), "{text}");
        }
    }
}
