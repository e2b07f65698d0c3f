//! Old systems: a shared object that is linked on a new one asks for the newest version of each function of glibc and
//! libstdc++. Here it is told which older version of the same function it is to ask for.

use super::finish::objcopy;
use crate::workspace::{run, stdout};
use anyhow::{Context, Result, ensure};
use object::{
    Endianness,
    elf::{self, FileHeader64},
    read::elf::FileHeader,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The glibc with which packages for Linux work, and any later one.
pub const GLIBC: (u32, u32) = (2, 17);

/// What glibc had in no file but a program's own before 2.33, and what that called.
const OF_PROGRAMS: &str = include_str!("floor.c");
const OWN: &str = "simple_native_";

/// A symbol that a shared object asks for or has: its name, its version, and whether it may be missing.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Versioned {
    name: String,
    version: String,
    weak: bool,
    defined: bool,
}

/// Copies of archives that ask for old versions of what `linked`, which was linked of them as they are, asks for in new
/// ones; with a source of what old systems have not got. Nothing where nothing has to be changed.
pub fn copies(linked: &Path, cc: &str, archives: &[&Path], work: &Path) -> Result<Option<Vec<PathBuf>>> {
    let asked = symbols(linked)?;
    let new: Vec<&Versioned> =
        asked.iter().filter(|one| !one.defined && !one.weak && is_new(&one.version)).collect();
    if new.is_empty() {
        return Ok(None);
    }
    let known = older(cc)?;
    let mut renames = String::new();
    for one in new {
        let name = &one.name;
        let to = if ["(", " "].iter().any(|end| OF_PROGRAMS.contains(&format!(" {OWN}{name}{end}"))) {
            format!("{OWN}{name}")
        } else {
            let old = known.get(name).with_context(|| {
                format!("{name} is not in glibc {}.{}, but in {}", GLIBC.0, GLIBC.1, one.version)
            })?;
            format!("{name}@{old}")
        };
        renames.push_str(&format!("{name} {to}\n"));
    }
    let list = work.join("older");
    fs::write(&list, renames)?;
    let mut copies = vec![work.join("floor.c")];
    fs::write(&copies[0], OF_PROGRAMS)?;
    for archive in archives {
        let copy = work.join(archive.file_name().context("an archive's name")?);
        run(objcopy()?.arg(format!("--redefine-syms={}", list.display())).arg(archive).arg(&copy))?;
        copies.push(copy);
    }
    Ok(Some(copies))
}

/// The objects of glibc in which functions were that are in one today.
pub fn separate(cc: &str) -> Result<Vec<PathBuf>> {
    ["libpthread.so.0", "libdl.so.2"].iter().map(|name| file(cc, name)).collect()
}

/// A file of the compiler's system.
pub fn file(cc: &str, name: &str) -> Result<PathBuf> {
    let path = PathBuf::from(stdout(Command::new(cc).arg(format!("-print-file-name={name}")))?.trim());
    ensure!(path.is_absolute(), "{cc} knows no {name}");
    Ok(path)
}

/// Of each function the newest version that is old enough.
fn older(cc: &str) -> Result<BTreeMap<String, String>> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for name in ["libc.so.6", "libm.so.6"] {
        for one in symbols(&file(cc, name)?)? {
            if !one.defined || is_new(&one.version) || number(&one.version).is_none() {
                continue;
            }
            let known = found.entry(one.name).or_insert_with(|| one.version.clone());
            if number(known) < number(&one.version) {
                *known = one.version;
            }
        }
    }
    Ok(found)
}

/// Lets versions of glibc that are new, and are asked for by what may be missing alone, be missing too. ld says of
/// every version that it has to be there.
pub fn loosen(shared: &Path) -> Result<()> {
    let strict: BTreeSet<String> =
        symbols(shared)?.into_iter().filter(|one| !one.defined && !one.weak).map(|one| one.version).collect();
    let mut bytes = fs::read(shared)?;
    for (place, name) in asked_versions(&bytes)? {
        if is_new(&name) {
            ensure!(!strict.contains(&name), "{} still asks for {name}", shared.display());
            bytes[place..place + 2].copy_from_slice(&elf::VER_FLG_WEAK.0.to_le_bytes());
        }
    }
    fs::write(shared, bytes).with_context(|| shared.display().to_string())
}

/// The newest glibc that a shared object cannot do without.
pub fn newest_glibc(shared: &Path) -> Result<(u32, u32)> {
    let asked = symbols(shared)?.into_iter().filter(|one| !one.defined && !one.weak);
    let newest = asked.filter_map(|one| number(&one.version)).max();
    let bytes = fs::read(shared)?;
    // What may be missing must be told to be so, or the object is refused for the version's sake.
    let firm = firm_versions(&bytes)?.iter().filter_map(|name| number(name)).max();
    newest.max(firm).with_context(|| format!("{} asks for no glibc", shared.display()))
}

/// Where in the file the flags of each version lie that is asked for, and the version's name.
fn asked_versions(bytes: &[u8]) -> Result<Vec<(usize, String)>> {
    each_version(bytes).map(|all| all.into_iter().map(|(place, name, _)| (place, name)).collect())
}

fn firm_versions(bytes: &[u8]) -> Result<Vec<String>> {
    let all = each_version(bytes)?.into_iter();
    Ok(all.filter(|one| one.2 & elf::VER_FLG_WEAK.0 == 0).map(|one| one.1).collect())
}

fn each_version(bytes: &[u8]) -> Result<Vec<(usize, String, u16)>> {
    let header = FileHeader64::<Endianness>::parse(bytes)?;
    let endian = header.endian()?;
    let sections = header.sections(endian, bytes)?;
    let Some((mut needs, link)) = sections.gnu_verneed(endian, bytes)? else { return Ok(Vec::new()) };
    let strings = sections.strings(endian, bytes, link)?;
    let mut found = Vec::new();
    while let Some((_, mut versions)) = needs.next()? {
        while let Some(version) = versions.next()? {
            let name = String::from_utf8_lossy(version.name(endian, strings)?).into_owned();
            let place = (&raw const version.vna_flags).addr() - bytes.as_ptr().addr();
            found.push((place, name, version.vna_flags.get(endian).0));
        }
    }
    Ok(found)
}

/// The symbols that the dynamic linker sees, by readelf's word.
fn symbols(file: &Path) -> Result<Vec<Versioned>> {
    let text = stdout(Command::new("readelf").args(["--dyn-syms", "-W"]).arg(file))?;
    Ok(text.lines().filter_map(versioned).collect())
}

/// `65: 0000000000000000 0 FUNC GLOBAL DEFAULT UND hypot@GLIBC_2.35 (12)`.
fn versioned(line: &str) -> Option<Versioned> {
    let columns: Vec<&str> = line.split_whitespace().collect();
    let [_, _, _, _, binding, _, section, symbol, ..] = columns[..] else { return None };
    let (name, version) = symbol.split_once('@')?;
    Some(Versioned {
        name: name.to_owned(),
        version: version.trim_start_matches('@').to_owned(),
        weak: binding == "WEAK",
        defined: section != "UND",
    })
}

/// True for a version of glibc that is later than the floor.
fn is_new(version: &str) -> bool {
    number(version).is_some_and(|number| number > GLIBC)
}

fn number(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.strip_prefix("GLIBC_")?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbols_version_and_whether_it_may_be_missing_are_read() {
        let line = "   285: 0000000000000000     0 FUNC    WEAK   DEFAULT  UND getrandom@GLIBC_2.25 (41)";
        let one = versioned(line).unwrap();
        assert_eq!((one.name.as_str(), one.version.as_str()), ("getrandom", "GLIBC_2.25"));
        assert!(one.weak && !one.defined);
        let one = versioned("  1: 0 932 FUNC GLOBAL DEFAULT 17 hypot@@GLIBC_2.35").unwrap();
        assert!(one.defined && one.version == "GLIBC_2.35");
        assert!(
            is_new("GLIBC_2.18") && !is_new("GLIBC_2.17") && !is_new("GLIBC_2.2.5") && !is_new("GCC_3.0")
        );
    }

    /// A program's object asks for the old version of a function and for no new one, and still works.
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    #[test]
    fn a_function_is_asked_for_in_its_old_version() {
        let work = tempfile::tempdir().unwrap();
        let source = work.path().join("one.c");
        let code = "#include <math.h>\n#include <sys/stat.h>\n#include <sys/random.h>\n#pragma weak getrandom\n\
                    double one(double x) { struct stat s; return hypot(x, 4) + (fstat(0, &s) != 0) + (getrandom == 0); }\n";
        fs::write(&source, code).unwrap();
        let path = |name: &str| work.path().join(name);
        run(Command::new("cc").args(["-c", "-fPIC", "-O1"]).arg(&source).arg("-o").arg(path("one.o")))
            .unwrap();
        run(Command::new("ar").arg("rc").args([path("libone.a"), path("one.o")])).unwrap();
        let link = |files: &[PathBuf], to: &Path| {
            let mut cc = Command::new("cc");
            cc.args(["-shared", "-Wl,-u,one", "-o"]).arg(to).args(files).arg("-lm");
            run(&mut cc).unwrap();
        };
        link(&[path("libone.a")], &path("new.so"));
        assert!(newest_glibc(&path("new.so")).unwrap() > GLIBC);
        let folder = tempfile::tempdir().unwrap();
        let copies = copies(&path("new.so"), "cc", &[&path("libone.a")], folder.path()).unwrap().unwrap();
        link(&copies, &path("old.so"));
        loosen(&path("old.so")).unwrap();
        assert!(newest_glibc(&path("old.so")).unwrap() <= GLIBC);
        let main = path("main.c");
        fs::write(&main, "double one(double);\nint main(void) { return one(3) != 5; }\n").unwrap();
        run(Command::new("cc").arg(&main).arg(path("old.so")).arg("-o").arg(path("main"))).unwrap();
        run(&mut Command::new(path("main"))).unwrap();
    }
}
