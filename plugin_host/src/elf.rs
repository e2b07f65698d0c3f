//! Looks at a shared library before the system maps it: one that ends before what its headers name is mapped all
//! the same, and the first look at what is missing ends the process; and what the system says of one that is no
//! library of this machine's names neither machine.

use crate::error::PluginError;
use object::{
    Endianness, elf,
    read::{
        ReadCache,
        elf::{FileHeader, ProgramHeader, Sym},
    },
};
use std::{fs::File, io, path::Path};

#[cfg(target_pointer_width = "64")]
type Header = object::elf::FileHeader64<Endianness>;
#[cfg(target_pointer_width = "32")]
type Header = object::elf::FileHeader32<Endianness>;

/// Beyond these bytes lies the machine, in both classes.
const MACHINE: usize = 18;

/// What was found in a file that is a library for this machine.
pub struct Looked {
    /// Whether it defines symbols that the whole process shares with every later definition of theirs
    /// (STB_GNU_UNIQUE): templates' and inline functions' static data in C++.
    pub has_unique_symbols: bool,
}

/// Refuses what is no shared library for this machine, and one that is cut short.
pub fn look(path: &Path) -> Result<Looked, PluginError> {
    let failed = |error: io::Error| PluginError::NotLoaded(error.to_string());
    let file = open(path).map_err(failed)?;
    let size = file.metadata().map_err(failed)?.len();
    let file = ReadCache::new(file);
    refuse_foreign(&file, size)?;
    let Ok(header) = Header::parse(&file) else { return Err(PluginError::CutShort) };
    let Ok(endian) = header.endian() else { return Err(PluginError::CutShort) };
    let Ok(segments) = header.program_headers(endian, &file) else { return Err(PluginError::CutShort) };
    // On a machine of 32 bits they are narrower.
    #[allow(clippy::useless_conversion)]
    let end = |segment: &<Header as FileHeader>::ProgramHeader| {
        let (start, length): (u64, u64) = (segment.p_offset(endian).into(), segment.p_filesz(endian).into());
        start.checked_add(length)
    };
    let mut loaded = segments.iter().filter(|segment| segment.p_type(endian) == elf::PT_LOAD);
    if loaded.any(|segment| end(segment).is_none_or(|end| end > size)) {
        return Err(PluginError::CutShort);
    }
    Ok(Looked { has_unique_symbols: has_unique_symbols(header, endian, &file).unwrap_or(false) })
}

/// Where it was a file, it may be a pipe by now: nobody waits for it.
fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let file = File::options().read(true).custom_flags(libc::O_NONBLOCK | libc::O_CLOEXEC).open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::Error::other("it is no regular file")) }
}

fn refuse_foreign<'d>(file: impl object::ReadRef<'d>, size: u64) -> Result<(), PluginError> {
    let length = size.min(MACHINE as u64 + 2);
    let head = file.read_bytes_at(0, length).unwrap_or_default();
    if !head.starts_with(&elf::ELFMAG) {
        return Err(PluginError::NoLibrary(match head {
            [] => "is empty",
            [0xcf | 0xce, 0xfa, 0xed, 0xfe, ..] => "is a library for macOS",
            [b'M', b'Z', ..] => "is a library for Windows",
            [b'!', b'<', b'a', b'r', b'c', b'h', b'>', ..] => "is a static archive: link it with -shared",
            _ => "begins neither as a shared library does (ELF) nor as WebAssembly",
        }));
    }
    if (head.len() as u64) < MACHINE as u64 + 2 {
        return Err(PluginError::CutShort);
    }
    let little = head[elf_head::DATA] == elf_head::LITTLE_ENDIAN;
    let bytes = [head[MACHINE], head[MACHINE + 1]];
    let machine = if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) };
    let bits = if head[elf_head::CLASS] == elf_head::CLASS_64 { 64 } else { 32 };
    let own = MACHINES.iter().find(|(name, _)| *name == std::env::consts::ARCH);
    let mine = (usize::BITS, cfg!(target_endian = "little"));
    if (bits, little) != mine || own.is_some_and(|(_, own)| *own != machine) {
        return Err(PluginError::OtherMachine { found: name_of(machine, bits), own: std::env::consts::ARCH });
    }
    Ok(())
}

/// Places in the first bytes, and what stands there.
mod elf_head {
    pub const CLASS: usize = 4;
    pub const CLASS_64: u8 = 2;
    pub const DATA: usize = 5;
    pub const LITTLE_ENDIAN: u8 = 1;
}

/// Names of machines, as Rust has them, by their numbers in ELF.
const MACHINES: [(&str, u16); 8] = [
    ("x86", 3),
    ("powerpc64", 21),
    ("s390x", 22),
    ("arm", 40),
    ("x86_64", 62),
    ("aarch64", 183),
    ("riscv64", 243),
    ("loongarch64", 258),
];

fn name_of(machine: u16, bits: u32) -> String {
    match MACHINES.iter().find(|(_, number)| *number == machine) {
        Some((name, _)) => format!("{name} ({bits} bits)"),
        None => format!("a machine of ELF's number {machine} ({bits} bits)"),
    }
}

fn has_unique_symbols<'d>(
    header: &Header,
    endian: Endianness,
    file: impl object::ReadRef<'d>,
) -> object::read::Result<bool> {
    let sections = header.sections(endian, file)?;
    let symbols = sections.symbols(endian, file, elf::SHT_DYNSYM)?;
    Ok(symbols.iter().any(|symbol| symbol.st_bind() == elf::STB_GNU_UNIQUE && !symbol.is_undefined(endian)))
}
