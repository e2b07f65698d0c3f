//! `cargo xtask demo`: the archive at work, from a C program.

use crate::{
    build::{Options, build},
    cc::Program,
    workspace::{root, show, target},
};
use anyhow::{Context, Result};
use cargo_metadata::MetadataCommand;
use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

/// As much text as the regex act searches.
const TEXT_BYTES: u64 = 16 << 20;

/// Builds archive and host, and runs all acts or the one called `act`, with further arguments for it.
pub fn demo(act: Option<&str>) -> Result<()> {
    let folder = target().join("demo");
    fs::create_dir_all(&folder)?;
    eprintln!("building the archive (the first time takes a few minutes) ...");
    let built = build(&Options { release: true, ..Default::default() })?;
    let host = Program::new(&sources()?, folder.join("host")).with(&["-O2"]).link_static(&built)?;
    let text = text(&folder)?;
    fs::copy(root().join("cuda/model/parrot.gguf"), folder.join("parrot.gguf"))?;
    show(Command::new(host).arg(&folder).arg(text).args(act))
}

/// Every C file of the examples.
pub fn sources() -> Result<Vec<PathBuf>> {
    let mut sources: Vec<PathBuf> = fs::read_dir(root().join("examples"))?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<Vec<_>>>()?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "c"))
        .collect();
    sources.sort();
    Ok(sources)
}

/// A real text that is on every machine which can build us: the sources of the crates we depend on.
fn text(folder: &Path) -> Result<PathBuf> {
    let path = folder.join("sources.txt");
    let mut out = File::create(&path)?;
    let metadata = MetadataCommand::new().current_dir(root()).exec()?;
    let mut folders: Vec<PathBuf> = metadata
        .packages
        .iter()
        .filter(|package| package.source.is_some())
        .filter_map(|package| Some(package.manifest_path.parent()?.join("src").into_std_path_buf()))
        .collect();
    folders.sort();
    for folder in folders {
        append_sources(&folder, &mut out)?;
        if out.metadata()?.len() > TEXT_BYTES {
            break;
        }
    }
    Ok(path)
}

fn append_sources(folder: &Path, out: &mut File) -> Result<()> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            append_sources(&path, out)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            // What is no UTF-8, or holds a NUL, would end the text early.
            let text = fs::read_to_string(&path).unwrap_or_default().replace('\0', "");
            out.write_all(text.as_bytes()).with_context(|| path.display().to_string())?;
        }
    }
    Ok(())
}
