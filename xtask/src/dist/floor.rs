//! Old systems: a shared object that is linked on a new one asks for the newest version of each function of glibc and
//! libstdc++. Here it is told which older version of the same function it is to ask for.

use super::finish::objcopy;
use crate::{
    abi::record::each_member,
    targets,
    workspace::{run, stdout},
};
use anyhow::{Context, Result, ensure};
use object::{
    Endianness, Object, ObjectSymbol,
    elf::{self, FileHeader64},
    read::elf::{FileHeader, Sym},
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

/// Copies of archives or objects that ask for old versions of what `linked`, which was linked of them as they are, asks for in new
/// ones; with a source of what old systems have not got, and where they have the rest. Nothing where nothing has to be changed.
pub fn copies(linked: &Path, cc: &str, archives: &[&Path], work: &Path) -> Result<Option<Vec<PathBuf>>> {
    let asked = symbols(linked)?;
    let new: Vec<&Versioned> =
        asked.iter().filter(|one| !one.defined && !one.weak && is_new(&one.version)).collect();
    if new.is_empty() {
        return Ok(None);
    }
    let known = older(cc)?;
    let (mut renames, mut functions) = (String::new(), Vec::new());
    for one in new {
        let name = &one.name;
        let to = if ["(", " "].iter().any(|end| OF_PROGRAMS.contains(&format!(" {OWN}{name}{end}"))) {
            format!("{OWN}{name}")
        } else {
            let old = known.get(name).with_context(|| {
                format!("{name} is not in glibc {}.{}, but in {}", GLIBC.0, GLIBC.1, one.version)
            })?;
            functions.push((name.clone(), old.clone()));
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
    copies.extend(stand_ins(&functions, cc, work)?);
    Ok(Some(copies))
}

/// Objects of glibc in which functions were before 2.34 that are in libc today, by how their names begin. Before 2.30 the
/// dynamic linker minds in which object it is told to look.
const OBJECTS: &[(&str, &[&str])] = &[
    ("libpthread.so.0", &["pthread_", "__pthread_", "sem_"]),
    ("libdl.so.2", &["dl"]),
    ("librt.so.1", &["timer_", "shm_", "mq_", "aio_", "lio_"]),
    ("libutil.so.1", &["openpty", "forkpty", "login_tty"]),
];

/// Compiles a shared object of files in C for this machine, and for old systems of its kind.
pub fn compile(flags: &[&str], sources: &[PathBuf], with: &[PathBuf], to: &Path) -> Result<()> {
    let (compiled, work) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let mut objects = Vec::new();
    for source in sources {
        let name = source.file_stem().context("a source's name")?.to_string_lossy();
        let object = compiled.path().join(format!("{name}.o"));
        run(Command::new("cc").args(["-c", "-fPIC"]).args(flags).arg(source).arg("-o").arg(&object))?;
        objects.push(object);
    }
    let link = |files: &[PathBuf]| {
        let mut cc = Command::new("cc");
        cc.args(["-shared", "-fPIC", "-O2", "-s"]).args(files).args(with).arg("-o").arg(to);
        run(&mut cc).map(drop)
    };
    link(&objects)?;
    if !targets::host()?.has_glibc() {
        return Ok(());
    }
    let paths: Vec<&Path> = objects.iter().map(PathBuf::as_path).collect();
    if let Some(files) = copies(to, "cc", &paths, work.path())? {
        link(&files)?;
    }
    loosen(to)
}

/// Names of functions that a program linked with an archive on a system as old as the floor would not find there.
pub fn not_in_old_systems(archive: &Path, cc: &str) -> Result<BTreeSet<String>> {
    let mut known = BTreeMap::new();
    for name in ["libc.so.6", "libm.so.6"] {
        for one in symbols(&file(cc, name)?)?.into_iter().filter(|one| one.defined) {
            *known.entry(one.name).or_insert(false) |= !is_new(&one.version);
        }
    }
    let mut missing = BTreeSet::new();
    each_member(archive, |file| {
        for symbol in file.symbols().filter(|symbol| symbol.is_undefined() && !symbol.is_weak()) {
            let name = symbol.name()?;
            // Before they were in an object, these were in each program.
            let is_of_programs = OF_PROGRAMS.contains(&format!(" {OWN}{name}("));
            if known.get(name) == Some(&false) && !is_of_programs {
                missing.insert(name.to_owned());
            }
        }
        Ok(())
    })?;
    Ok(missing)
}

/// Stands in for the objects that these functions were in, for the linker.
fn stand_ins(functions: &[(String, String)], cc: &str, work: &Path) -> Result<Vec<PathBuf>> {
    let mut made = Vec::new();
    for (object, starts) in OBJECTS {
        let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (name, version) in functions {
            if starts.iter().any(|start| name.starts_with(start)) {
                versions.entry(version).or_default().push(name);
            }
        }
        if versions.is_empty() {
            continue;
        }
        let (source, script) = (work.join("stand_in.c"), work.join("stand_in.map"));
        let code: String =
            versions.values().flatten().map(|name| format!("void {name}(void) {{}}\n")).collect();
        let nodes = versions
            .iter()
            .map(|(version, names)| format!("{version} {{ global: {}; }};\n", names.join("; ")));
        fs::write(&source, code)?;
        fs::write(&script, nodes.collect::<String>())?;
        let to = work.join(object);
        let mut link = Command::new(cc);
        link.args(["-shared", "-fPIC", "-nostdlib", "-fno-builtin"]).arg(format!("-Wl,-soname,{object}"));
        link.arg(format!("-Wl,--version-script={}", script.display())).arg(&source).arg("-o").arg(&to);
        run(&mut link)?;
        made.push(to);
    }
    Ok(made)
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

/// Asks for what may be missing in no version at all: ld says of a version that it has to be there, and an old system
/// refuses the whole object for its sake.
pub fn loosen(shared: &Path) -> Result<()> {
    let mut bytes = fs::read(shared)?;
    for (place, value) in edits(&bytes).with_context(|| shared.display().to_string())? {
        bytes[place..place + value.len()].copy_from_slice(&value);
    }
    fs::write(shared, bytes).with_context(|| shared.display().to_string())
}

/// Places in the file and what is to be there: no version at symbols that may be missing, and an old one of the same
/// object's in the place of each new one.
fn edits(bytes: &[u8]) -> Result<Vec<(usize, Vec<u8>)>> {
    let header = FileHeader64::<Endianness>::parse(bytes)?;
    let endian = header.endian()?;
    ensure!(endian == Endianness::Little, "a file of another byte order");
    let sections = header.sections(endian, bytes)?;
    let place = |of: usize| of - bytes.as_ptr().addr();
    let (mut edits, mut gone) = (Vec::new(), BTreeSet::new());
    let Some((mut needs, link)) = sections.gnu_verneed(endian, bytes)? else { return Ok(edits) };
    let strings = sections.strings(endian, bytes, link)?;
    while let Some((_, versions)) = needs.next()? {
        let mut new = Vec::new();
        let mut old = None;
        for version in versions {
            let version = version?;
            if is_new(&String::from_utf8_lossy(version.name(endian, strings)?)) {
                new.push(version)
            } else {
                old = Some(version)
            }
        }
        for version in new {
            let old = old.context("an object of glibc that is asked for in new versions alone")?;
            gone.insert(version.vna_other.get(endian).0);
            let (hash, name) = (&raw const version.vna_hash, &raw const version.vna_name);
            edits.push((place(hash.addr()), old.vna_hash.get(endian).to_le_bytes().to_vec()));
            edits.push((place(name.addr()), old.vna_name.get(endian).to_le_bytes().to_vec()));
        }
    }
    let symbols = sections.symbols(endian, bytes, elf::SHT_DYNSYM)?;
    let (versions, _) = sections.gnu_versym(endian, bytes)?.context("symbols without versions")?;
    for (symbol, version) in symbols.iter().zip(versions) {
        if gone.contains(&version.0.get(endian).index().0) {
            let name = String::from_utf8_lossy(symbol.name(endian, symbols.strings())?);
            ensure!(symbol.st_bind() == elf::STB_WEAK, "{name} is asked for in a new version");
            let version = &raw const version.0;
            edits.push((place(version.addr()), elf::VER_NDX_GLOBAL.0.to_le_bytes().to_vec()));
        }
    }
    Ok(edits)
}

/// The newest glibc that a shared object asks for.
pub fn newest_glibc(shared: &Path) -> Result<(u32, u32)> {
    let text = stdout(Command::new("readelf").args(["-V", "-W"]).arg(shared))?;
    let names = text.split_whitespace().map(|word| word.trim_matches(['(', ')']));
    names.filter_map(number).max().with_context(|| format!("{} asks for no glibc", shared.display()))
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
        let code = "#include <math.h>\n#include <pthread.h>\n#include <sys/stat.h>\n#include <sys/random.h>\n\
                    #pragma weak getrandom\nstatic void *end(void *of) { return of; }\n\
                    double one(double x) { struct stat s; pthread_t t; if (pthread_create(&t, 0, end, &t)) return 0; \
                    void *out; pthread_join(t, &out); \
                    return hypot(x, 4) + (fstat(0, &s) != 0) + (getrandom == 0) + (out != &t); }\n";
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
        // Where an old system has it.
        let needed = stdout(Command::new("readelf").args(["-V", "-W"]).arg(path("old.so"))).unwrap();
        assert!(needed.contains("File: libpthread.so.0"), "{needed}");
        assert_eq!(not_in_old_systems(&path("libone.a"), "cc").unwrap(), BTreeSet::new());
        let code =
            "extern char __libc_single_threaded;\nchar *one(void) { return &__libc_single_threaded; }\n";
        fs::write(&source, code).unwrap();
        run(Command::new("cc").args(["-c", "-O1"]).arg(&source).arg("-o").arg(path("two.o"))).unwrap();
        run(Command::new("ar").arg("rc").args([path("libtwo.a"), path("two.o")])).unwrap();
        let missing = not_in_old_systems(&path("libtwo.a"), "cc").unwrap();
        assert!(missing.iter().eq(["__libc_single_threaded"]), "{missing:?}");
        let main = path("main.c");
        fs::write(&main, "double one(double);\nint main(void) { return one(3) != 5; }\n").unwrap();
        run(Command::new("cc").arg(&main).arg(path("old.so")).arg("-o").arg(path("main"))).unwrap();
        run(&mut Command::new(path("main"))).unwrap();
    }
}
