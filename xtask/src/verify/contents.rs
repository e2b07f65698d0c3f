//! Contents of a package: sums, licences, bill of materials, symbols, link flags.

use super::unpacked::Unpacked;
use crate::{
    abi::check,
    dist::{finish, floor, licences, sbom},
    files::files_of,
    workspace::{root, run, stdout},
};
use anyhow::{Context, Result, bail, ensure};
use std::{collections::BTreeSet, fs, path::Path, process::Command};

pub fn check(package: &Unpacked) -> Result<()> {
    sums(package)?;
    documents(package)?;
    build_paths(package)?;
    println!("files: sums, licences and bill of materials hold; no path of the building machine");
    let target = package.target()?;
    if target.is_windows() {
        if let Some(tools) = target.tools()? {
            symbols_of_windows(package, tools.ar)?;
        }
    } else if cfg!(target_os = "linux") {
        symbols(package)?;
    }
    Ok(())
}

/// Every file is listed, and is as it is listed.
fn sums(package: &Unpacked) -> Result<()> {
    let listed = fs::read_to_string(package.root.join("SHA256SUMS"))?;
    let listed: BTreeSet<&str> = listed.lines().filter_map(|line| Some(line.split_once("  ")?.1)).collect();
    for file in files_of(&package.root)? {
        let name = file.to_string_lossy().replace('\\', "/");
        ensure!(name == "SHA256SUMS" || listed.contains(name.as_str()), "{name} is not in SHA256SUMS");
    }
    let mut program =
        if cfg!(target_os = "macos") { Command::new("shasum") } else { Command::new("sha256sum") };
    if cfg!(target_os = "macos") {
        program.args(["-a", "256"]);
    }
    run(program.args(["--check", "--strict", "SHA256SUMS"]).current_dir(&package.root)).map(drop)
}

/// The licences name what the bill of materials names.
fn documents(package: &Unpacked) -> Result<()> {
    let doc = package.root.join("share/doc/simple_native");
    let licences = fs::read_to_string(doc.join("THIRD-PARTY.txt"))?;
    for (name, version) in sbom::components(&doc.join("sbom.cdx.json"))?.keys() {
        ensure!(licences.contains(&format!("\n{name} {version}\n")), "no licence of {name} {version}");
    }
    if let Some(missing) = licences::missing_within(&licences) {
        bail!("THIRD-PARTY.txt lacks {missing}");
    }
    ensure!(licences.contains("\nThe Rust standard library\n"), "no licence of the Rust standard library");
    ensure!(licences.contains("The Rust Project Developers"), "nobody holds the Rust standard library");
    ensure!(!licences.contains("<copyright holders>"), "a licence names no holder");
    for name in ["LICENSE-MIT", "LICENSE-APACHE", "README.md"] {
        ensure!(doc.join(name).is_file(), "no {name}");
    }
    Ok(())
}

/// A path of the machine that built it tells strangers nothing and changes with the machine.
fn build_paths(package: &Unpacked) -> Result<()> {
    let home = std::env::home_dir().context("a home folder")?;
    for file in files_of(&package.root.join("lib"))? {
        let bytes = fs::read(package.root.join("lib").join(&file))?;
        for path in [home.join(".cargo"), root().to_path_buf()] {
            let path = path.to_string_lossy().into_owned();
            let found = memchr::memmem::find(&bytes, path.as_bytes());
            ensure!(found.is_none(), "{path} is inside lib/{}", file.display());
        }
    }
    Ok(())
}

/// By readelf's word, which had no part in making them.
fn symbols(package: &Unpacked) -> Result<()> {
    let globals = globals(&package.archive(), "-sW")?;
    let visible = globals.iter().filter(|one| one.1 != "HIDDEN").map(|one| one.0.clone()).collect();
    only_ours("the archive", &visible, package)?;
    let prefix = package.prefix();
    for (name, _) in &globals {
        let marked = name.starts_with(prefix) || name.contains("$simple_native_");
        ensure!(marked, "{name} in the archive does not bear its version");
    }
    let raw = finish::visible_symbols(&package.archive())?;
    ensure!(raw == visible, "readelf sees other symbols than we do");
    println!("archive: {} functions are visible and nothing else", visible.len());
    let target = package.target()?;
    if target.has_glibc() {
        let cc = target.tools()?.map_or("cc", |tools| tools.cc);
        let missing = floor::not_in_old_systems(&package.archive(), cc)?;
        let (major, minor) = floor::GLIBC;
        ensure!(
            missing.is_empty(),
            "the archive asks for what glibc {major}.{minor} has not got: {missing:?}"
        );
        println!("archive: asks for nothing that glibc {major}.{minor} has not got");
    }
    let Some(shared) = package.shared() else { return Ok(()) };
    let exported = globals_of_shared(&shared)?;
    only_ours("the shared object", &exported, package)?;
    let newest = floor::newest_glibc(&shared)?;
    println!("shared object: exports the same; needs glibc {}.{} or later", newest.0, newest.1);
    for file in files_of(&package.root.join("lib"))?.iter().filter(|file| file.starts_with("simple")) {
        let newest = floor::newest_glibc(&package.root.join("lib").join(file))?;
        ensure!(newest <= floor::GLIBC, "{} needs glibc {}.{}", file.display(), newest.0, newest.1);
    }
    let told = format!("glibc {}.{} or later", floor::GLIBC.0, floor::GLIBC.1);
    let readme = fs::read_to_string(package.root.join("share/doc/simple_native/README.md"))?;
    ensure!(readme.contains(&told), "the README does not say that a package needs {told}");
    ensure!(
        newest <= floor::GLIBC,
        "the shared object needs a glibc later than {}.{}",
        floor::GLIBC.0,
        floor::GLIBC.1
    );
    Ok(())
}

/// The same by the tools of MinGW, whose names are those of its archiver but for the end.
fn symbols_of_windows(package: &Unpacked, ar: &str) -> Result<()> {
    let start = ar.trim_end_matches("ar");
    let tool = |name: &str| Command::new(format!("{start}{name}"));
    let prefix = package.prefix();
    let text = stdout(tool("nm").args(["-g", "--defined-only"]).arg(package.archive()))?;
    let names = text.lines().filter_map(|line| line.split_whitespace().nth(2));
    let visible: BTreeSet<String> =
        names.filter(|name| !name.contains(finish::MARK)).map(str::to_owned).collect();
    only_ours("the archive", &visible, package)?;
    let text = stdout(tool("objdump").arg("-p").arg(package.shared().context("no DLL")?))?;
    let table = text.split("[Ordinal/Name Pointer] Table").nth(1).context("a DLL that exports nothing")?;
    let lines = table.lines().map(str::trim).skip_while(|line| !line.starts_with('['));
    let lines = lines.take_while(|line| line.starts_with('['));
    let exported = lines.filter_map(|line| Some(line.split_whitespace().next_back()?.to_owned())).collect();
    only_ours("the DLL", &exported, package)?;
    for file in ["lib/libsimple_native.dll.a", "lib/simple_native.dll.lib"] {
        let file = package.root.join(file);
        let names = stdout(tool("nm").arg("-g").arg(&file))?;
        let missing = visible.iter().find(|name| !names.contains(&format!("__imp_{name}\n")));
        ensure!(
            missing.is_none(),
            "{} does not import {}",
            file.display(),
            missing.unwrap_or(&prefix.to_owned())
        );
    }
    println!(
        "archive and DLL: {} functions are visible and nothing else; both import libraries have them",
        visible.len()
    );
    Ok(())
}

fn only_ours(what: &str, visible: &BTreeSet<String>, package: &Unpacked) -> Result<()> {
    let prefix = package.prefix();
    let findings = check::exports(visible, &package.manifest);
    ensure!(findings.is_empty(), "{what}: {}", findings.join("\n"));
    match visible.iter().find(|name| !name.starts_with(prefix)) {
        Some(name) => bail!("{what} shows {name}"),
        None => Ok(()),
    }
}

fn globals_of_shared(shared: &Path) -> Result<BTreeSet<String>> {
    Ok(globals(shared, "--dyn-syms")?.into_iter().map(|one| one.0).collect())
}

/// The defined globals: name and visibility.
fn globals(file: &Path, option: &str) -> Result<Vec<(String, String)>> {
    let text = stdout(Command::new("readelf").args([option, "-W"]).arg(file))?;
    let symbols = text.lines().filter_map(|line| {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let [_, _, _, _, binding, visibility, section, name, ..] = columns[..] else { return None };
        let defined = ["GLOBAL", "WEAK", "UNIQUE"].contains(&binding) && section != "UND";
        defined.then(|| (name.to_owned(), visibility.to_owned()))
    });
    Ok(symbols.collect())
}
