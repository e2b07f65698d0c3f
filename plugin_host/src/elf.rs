//! Looks at a shared library before the system maps it: one that ends before what its headers name is mapped all
//! the same, and the first look at what is missing ends the process; and what the system says of one that is no
//! library of this machine's names neither machine.

use crate::error::PluginError;
use object::{
    Endianness, elf,
    read::{
        ReadCache,
        elf::{FileHeader, ProgramHeader, SectionHeader, Sym},
    },
};
use std::{fs::File, io, ops::Range, path::Path};

#[cfg(target_pointer_width = "64")]
type Header = object::elf::FileHeader64<Endianness>;
#[cfg(target_pointer_width = "32")]
type Header = object::elf::FileHeader32<Endianness>;
type Segment = <Header as FileHeader>::ProgramHeader;

/// The system reads their headers onto the caller's stack.
const MOST_SEGMENTS: u16 = 256;
/// Larger tables of sections or symbols are not looked through: a file with holes can claim any.
const LARGEST_TABLE: u64 = 64 << 20;

/// Beyond these bytes lies the machine, in both classes.
const MACHINE: usize = 18;

/// Facts about a file that is a library for this machine.
pub struct Looked {
    /// True where it defines symbols that the whole process shares with every later definition of theirs
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
    if header.e_phnum(endian) > MOST_SEGMENTS {
        return Err(PluginError::NoLibrary("is damaged: it has more program headers than any library"));
    }
    let Ok(segments) = header.program_headers(endian, &file) else { return Err(PluginError::CutShort) };
    let segments = || segments.iter().filter(|segment| segment.p_type(endian) == elf::PT_LOAD);
    let in_file = |segment: &Segment| range(segment.p_offset(endian), segment.p_filesz(endian));
    if segments().any(|segment| in_file(segment).is_none_or(|part| part.end > size)) {
        return Err(PluginError::CutShort);
    }
    let in_memory = |segment: &Segment| range(segment.p_vaddr(endian), segment.p_memsz(endian));
    if !ascend(segments().map(in_memory)) {
        return Err(PluginError::NoLibrary("is damaged: what its program headers name overlaps in memory"));
    }
    Ok(Looked { has_unique_symbols: has_unique_symbols(header, endian, &file).unwrap_or(false) })
}

/// The range of `length` bytes from `start` on.
fn range(start: impl Into<u64>, length: impl Into<u64>) -> Option<Range<u64>> {
    let start = start.into();
    Some(start..start.checked_add(length.into())?)
}

/// Tells whether each part lies behind the one before: the system maps them one after the other, and over one
/// another.
fn ascend(parts: impl Iterator<Item = Option<Range<u64>>>) -> bool {
    let mut end = 0;
    for part in parts {
        let Some(part) = part.filter(|part| part.start >= end) else { return false };
        end = part.end;
    }
    true
}

/// Opens without waiting: what was a file may be a pipe by now.
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
    let count = header.shnum(endian, file)?;
    if u64::from(count) * size_of::<<Header as FileHeader>::SectionHeader>() as u64 > LARGEST_TABLE {
        return Ok(false);
    }
    let sections = header.sections(endian, file)?;
    // On a machine of 32 bits they are narrower.
    #[allow(clippy::useless_conversion)]
    let is_too_large = |section: &<Header as FileHeader>::SectionHeader| {
        section.sh_type(endian) == elf::SHT_DYNSYM && u64::from(section.sh_size(endian)) > LARGEST_TABLE
    };
    if sections.iter().any(is_too_large) {
        return Ok(false);
    }
    let symbols = sections.symbols(endian, file, elf::SHT_DYNSYM)?;
    Ok(symbols.iter().any(|symbol| symbol.st_bind() == elf::STB_GNU_UNIQUE && !symbol.is_undefined(endian)))
}
