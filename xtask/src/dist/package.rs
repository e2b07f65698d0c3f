//! The package: archive, shared object, headers, manifest, link flags, licences, bill of materials, checksums.

use super::{Names, Plan, finish, licences, link, linked::Linked, sbom, shared};
use crate::{
    abi::{Manifest, files, header, rust as declarations},
    bindings::{self, cpp},
    build::{Built, build},
    files::{copy, files_of, sha256},
    words,
    workspace::{root, run, tar},
};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A finished package.
pub struct Package {
    /// The folder it was put together in.
    pub folder: PathBuf,
    /// The file to ship.
    pub file: PathBuf,
}

/// Builds the archive as it is shipped and packs it.
pub fn package(plan: &Plan) -> Result<Package> {
    plan.check()?;
    let built = build(&plan.options())?;
    let dist = plan.target.join("dist");
    let folder = dist.join(plan.name());
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    for part in ["include", "lib", "share/simple_native", "share/doc/simple_native"] {
        fs::create_dir_all(folder.join(part))?;
    }
    let archive = folder.join("lib").join(built.archive.file_name().context("the archive's name")?);
    let manifest = inside(plan, &built)?;
    finish::finish(&built.archive, &archive, files::version(), &plan.names)?;
    shared_object(plan, &built, &archive)?;
    interface(&manifest, &plan.names, &folder)?;
    link::write(&folder, &built, plan.machine)?;
    rust(&manifest, &plan.names, &folder.join("share/simple_native/rust"))?;
    // They know the functions by the names of the sources.
    if plan.names.prefix.is_none() {
        other_languages(&folder)?;
        word_interface(plan, &folder)?;
    }
    documents(plan, &folder.join("share/doc/simple_native"))?;
    fs::write(folder.join("SHA256SUMS"), checksums(&folder)?)?;
    let file = pack(&dist, &plan.name())?;
    Ok(Package { folder, file })
}

/// The manifest of what the package holds. The hash stays that of all libraries: hosts of a smaller build need no other
/// header.
fn inside(plan: &Plan, built: &Built) -> Result<Manifest> {
    let inside = files::manifest(&built.archive)?;
    let mut manifest = bindings::manifest()?;
    manifest.libraries.retain(|library| inside.libraries.iter().any(|one| one.name == library.name));
    plan.names.apply(&mut manifest)?;
    Ok(manifest)
}

/// The headers and the manifest.
fn interface(manifest: &Manifest, names: &Names, folder: &Path) -> Result<()> {
    let write = |file: &str, text: &str| fs::write(folder.join(file), names.in_text(text));
    fs::create_dir_all(folder.join("include/simple_native"))?;
    for header in header::headers(manifest) {
        write(&format!("include/{}", header.path), &header.text)?;
    }
    write("include/simple_native.hpp", &cpp::text(manifest))?;
    write("share/simple_native/simple_native.json", &manifest.to_json()?)?;
    copy(&root().join("simple_native/tsan.supp"), &folder.join("share/simple_native/tsan.supp"))?;
    if manifest.libraries.iter().any(|library| library.name == "module") {
        let header = "include/simple_module.h";
        copy(&root().join("module_sdk").join(header), &folder.join(header))?;
    }
    Ok(())
}

fn documents(plan: &Plan, doc: &Path) -> Result<()> {
    for name in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&root().join(name), &doc.join(name))?;
    }
    let linked = Linked::of(plan)?;
    licences::write(&doc.join("THIRD-PARTY.txt"), &linked.packages, plan.machine)?;
    sbom::write(&doc.join("sbom.cdx.json"), &linked)
}

/// The crate that links a Rust program with the package it lies in, and declares what that has.
fn rust(manifest: &Manifest, names: &Names, to: &Path) -> Result<()> {
    let from = root().join("simple_native_sys");
    fs::create_dir_all(to.join("src"))?;
    for name in ["Cargo.toml", "build.rs", "src/lib.rs"] {
        copy(&from.join(name), &to.join(name))?;
    }
    fs::write(to.join("src/declarations.rs"), names.in_text(&declarations::text(manifest)))?;
    Ok(())
}

/// The other languages' bindings, which find the shared object beside them.
fn other_languages(folder: &Path) -> Result<()> {
    bindings::stage_into(&bindings::manifest()?, &folder.join("bindings"), Vec::new()).map(drop)
}

/// The word interface, over the shared object of this package.
fn word_interface(plan: &Plan, folder: &Path) -> Result<()> {
    let sources = folder.join("bindings/simple/words");
    copy(&sources.join("simple_native_words.h"), &folder.join("include/simple_native_words.h"))?;
    if !plan.machine.is_linux() || plan.machine.shared.is_none() || !plan.machine.is_host()? {
        return Ok(());
    }
    let path = folder.join("share/simple_native/simple_native.json");
    let inside: Manifest = serde_json::from_str(&fs::read_to_string(path)?)?;
    let names = inside.libraries.iter().map(|library| library.name.as_str());
    words::build(&sources, names, &folder.join("lib/simple"))
}

/// The shared object beside the archive, where the target has one: of the same code, but for systems that build at
/// home alone, which get cargo's.
fn shared_object(plan: &Plan, built: &Built, archive: &Path) -> Result<()> {
    let Some(name) = plan.machine.shared else { return Ok(()) };
    let lib = archive.parent().context("the archive's folder")?;
    if plan.machine.cross.is_none() {
        return copy(&built.shared, &lib.join(name));
    }
    shared::link(archive, &built.system_libraries, plan.machine, lib)
}

/// Packs the folder: the same bytes for the same files, whoever packs them, when and where.
fn pack(dist: &Path, name: &str) -> Result<PathBuf> {
    let file = dist.join(format!("{name}.tar.xz"));
    let mut tar = tar();
    tar.args(["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--mtime=@0"]);
    tar.args(["--mode=u+rwX,go+rX", "--format=posix", "--pax-option=delete=atime,delete=ctime", "-cJf"]);
    // More threads would cut the stream into blocks by their number. The shared object repeats much of the archive, which
    // takes a dictionary that holds both: a quarter less.
    run(tar.arg(&file).arg("-C").arg(dist).arg(name).env("XZ_OPT", "-T1 --lzma2=preset=6,dict=128MiB"))?;
    Ok(file)
}

/// One line for each file, as `sha256sum -c` reads them.
fn checksums(folder: &Path) -> Result<String> {
    let mut out = String::new();
    for file in files_of(folder)? {
        out.push_str(&format!("{}  {}\n", sha256(&folder.join(&file))?, file.display()));
    }
    Ok(out)
}
