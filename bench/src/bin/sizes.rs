//! Sizes: of the packages, and of a stripped C host that uses one library, built with the full package.

use anyhow::Result;
use std::{fs, path::Path, process::Command};
use xtask::{
    dist::{Plan, Variant, package},
    verify::Unpacked,
    workspace::{root, run},
};

fn main() -> Result<()> {
    println!("| what | size |\n|---|---|");
    let full = package(&Plan::full()?)?;
    let core = package(&Plan::full()?.variant(Variant::Core))?;
    for (name, file) in [("full", &full.file), ("core", &core.file)] {
        println!("| the {name} package, compressed (full: under 25 MiB) | {:.2} MiB |", mebibytes(file)?);
    }
    let unpacked = Unpacked::new(&full.file)?;
    println!("| the archive in the full package | {:.2} MiB |", mebibytes(&unpacked.archive())?);
    if let Some(shared) = unpacked.shared() {
        println!("| the shared object in it | {:.2} MiB |", mebibytes(&shared)?);
    }
    for library in &unpacked.manifest.libraries {
        // The example of the library's page; for the boundary itself, the smallest program there is.
        let example = root().join(format!("docs/examples/{}.c", library.name));
        let source = if example.is_file() { example } else { root().join("tests/c/packaged.c") };
        println!(
            "| a stripped host that uses {} alone | {:.2} MiB |",
            library.name,
            host(&unpacked, &source)?
        );
    }
    Ok(())
}

fn host(package: &Unpacked, source: &Path) -> Result<f64> {
    let program = package.program("host");
    let mut cc = Command::new("cc");
    cc.arg("-O2").arg("-I").arg(package.root.join("include")).arg(source).arg("-o").arg(&program);
    run(cc.arg(package.archive()).args(package.link_flags()?))?;
    run(Command::new("strip").arg(&program))?;
    mebibytes(&program)
}

fn mebibytes(file: &Path) -> Result<f64> {
    Ok(fs::metadata(file)?.len() as f64 / f64::from(1 << 20))
}
