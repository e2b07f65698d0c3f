//! Looks at a shared library before the system maps it: one that ends before what its headers name is mapped all
//! the same, and the first look at what is missing ends the process.

use object::{
    Endianness,
    elf::PT_LOAD,
    read::{
        ReadCache,
        elf::{FileHeader, ProgramHeader},
    },
};
use std::{fs::File, io, path::Path};

#[cfg(target_pointer_width = "64")]
type Header = object::elf::FileHeader64<Endianness>;
#[cfg(target_pointer_width = "32")]
type Header = object::elf::FileHeader32<Endianness>;

/// Whether the file ends before its segments do. What is no library of this machine's is none that ends early:
/// the system says what is wrong with it.
pub fn ends_early(path: &Path) -> io::Result<bool> {
    let file = File::open(path)?;
    let size = file.metadata()?.len();
    let file = ReadCache::new(file);
    let Ok(header) = Header::parse(&file) else { return Ok(false) };
    let Ok(endian) = header.endian() else { return Ok(false) };
    let Ok(segments) = header.program_headers(endian, &file) else { return Ok(true) };
    // On a machine of 32 bits they are narrower.
    #[allow(clippy::useless_conversion)]
    let end = |segment: &<Header as FileHeader>::ProgramHeader| {
        let (start, length): (u64, u64) = (segment.p_offset(endian).into(), segment.p_filesz(endian).into());
        start.checked_add(length)
    };
    let loaded = segments.iter().filter(|segment| segment.p_type(endian) == PT_LOAD);
    Ok(loaded.map(end).any(|end| end.is_none_or(|end| end > size)))
}
