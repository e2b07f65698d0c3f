//! Sources of mappings: the list that comes with the library, and the variables that SDL's users set.

use crate::mapping::{Mapping, field};
use ffi_core::{
    environment,
    fork::{ForkSafeLazy, ForkSafeMutex},
};
use std::{borrow::Cow, sync::Arc};

#[cfg(target_os = "macos")]
const LINES: &str = include_str!("../../patches/gilrs-core/SDL_GameControllerDB/gamecontrollerdb-macos.txt");
#[cfg(windows)]
const LINES: &str =
    include_str!("../../patches/gilrs-core/SDL_GameControllerDB/gamecontrollerdb-windows.txt");
#[cfg(not(any(target_os = "macos", windows)))]
const LINES: &str = include_str!("../../patches/gilrs-core/SDL_GameControllerDB/gamecontrollerdb-linux.txt");

/// SDL's name for this system.
const PLATFORM: &str = if cfg!(target_os = "macos") {
    "Mac OS X"
} else if cfg!(windows) {
    "Windows"
} else {
    "Linux"
};

/// The identity of a model: bus, checksum of the name, maker, 0, model, 0, version, two bytes of the driver's, each
/// little-endian.
pub type Guid = [u8; 16];

/// A line, with what it is found by.
#[derive(Clone)]
struct Entry {
    guid: Guid,
    /// The checksum of the name that the pad must have; 0 for any.
    crc: u16,
    line: Cow<'static, str>,
}

/// The mappings.
#[derive(Clone)]
pub struct Database(Vec<Entry>);

/// Mappings of this process with what its host added, once it has.
static EXTENDED: ForkSafeMutex<Option<Arc<Database>>> = ForkSafeMutex::inherited(|| None);

/// Mappings of this process.
pub fn get() -> Arc<Database> {
    // Not in the scrutinee, which would hold the lock.
    let extended = EXTENDED.lock().clone();
    extended.unwrap_or_else(original)
}

/// Adds those lines of a text that are mappings for this system; gives how many there were.
pub fn extend(text: &str) -> usize {
    let mut extended = EXTENDED.lock();
    let mut database = extended.as_deref().cloned().unwrap_or_else(|| Database::clone(&original()));
    let is_foreign = |line: &str| {
        field(line, "platform").is_some_and(|system| !system.trim().eq_ignore_ascii_case(PLATFORM))
    };
    let mut added = 0;
    for line in text.lines().map(str::trim).filter(|line| !is_foreign(line)) {
        let is_mapping = identity(line).is_some() && !Mapping::parse(line).bindings.is_empty();
        added += usize::from(is_mapping && database.add(Cow::Owned(line.to_owned())));
    }
    if added > 0 {
        *extended = Some(Arc::new(database));
    }
    added
}

/// Mappings that come with the library and the environment.
fn original() -> Arc<Database> {
    static DATABASE: ForkSafeLazy<Arc<Database>> = ForkSafeLazy::once();
    let made = DATABASE.get_or_try_make(|| {
        let file = environment::variable("SDL_GAMECONTROLLERCONFIG_FILE").map(std::fs::read);
        let lines = environment::text("SDL_GAMECONTROLLERCONFIG");
        // A file that cannot be read now may be read for the next pad.
        let is_whole = !matches!(file, Some(Err(_)));
        let database = Arc::new(Database::new(file.and_then(Result::ok), lines));
        if is_whole { Ok(database) } else { Err(database) }
    });
    made.map_or_else(|without_file| without_file, Arc::clone)
}

impl Database {
    /// The list that comes with the library, and what users add.
    fn new(file: Option<Vec<u8>>, lines: Option<String>) -> Self {
        let mut database = Self(Vec::new());
        for line in LINES.lines() {
            database.add(Cow::Borrowed(line));
        }
        let text = String::from_utf8_lossy(&file.unwrap_or_default()).into_owned();
        let ours =
            |line: &&str| field(line, "platform").is_some_and(|system| system.eq_ignore_ascii_case(PLATFORM));
        let more = lines.unwrap_or_default();
        for line in text.lines().filter(ours).chain(more.lines()) {
            database.add(Cow::Owned(line.to_owned()));
        }
        database
    }

    /// Takes a line in, instead of one with the same identity. Comments, what has no identity and what a hint speaks
    /// against are passed over: then false.
    fn add(&mut self, line: Cow<'static, str>) -> bool {
        let Some(mut guid) = identity(&line) else { return false };
        if !hint_agrees(&line) {
            return false;
        }
        let own = [guid[2], guid[3]];
        let crc = field(&line, "crc").and_then(|crc| u16::from_str_radix(crc.trim(), 16).ok());
        let crc = crc.unwrap_or(u16::from_le_bytes(own));
        guid[2..4].fill(0);
        let entry = Entry { guid, crc, line };
        match self.0.iter_mut().find(|other| other.guid == entry.guid && other.crc == entry.crc) {
            Some(same) => *same = entry,
            None => self.0.push(entry),
        }
        true
    }

    /// The mapping of a pad: that of its very model, else that of the same maker and model with another version.
    pub fn find(&self, guid: Guid, name: &str) -> Option<Mapping> {
        let crc = crc16(name.as_bytes());
        let mut plain = guid;
        plain[2..4].fill(0);
        let with_maker = plain[4..6] != [0, 0] && plain[8..10] != [0, 0];
        let found = self.search(crc, |entry| entry.guid == plain);
        let found = found.or_else(|| {
            let but_version = |guid: &Guid| [guid[..12].to_vec(), guid[14..].to_vec()];
            let wanted = but_version(&plain);
            with_maker.then(|| self.search(crc, |entry| but_version(&entry.guid) == wanted)).flatten()
        });
        found.map(|entry| Mapping::parse(&entry.line))
    }

    /// The first that agrees with the name's checksum, else the first that asks for none.
    fn search(&self, crc: u16, is_wanted: impl Fn(&Entry) -> bool) -> Option<&Entry> {
        let mut any = None;
        for entry in self.0.iter().filter(|entry| is_wanted(entry)) {
            if entry.crc == crc {
                return Some(entry);
            }
            if entry.crc == 0 && any.is_none() {
                any = Some(entry);
            }
        }
        any
    }

    /// All lines.
    #[cfg(test)]
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|entry| &*entry.line)
    }
}

/// The identity that a line begins with.
fn identity(line: &str) -> Option<Guid> {
    line.split(',').next().and_then(|guid| parse_guid(guid.trim()))
}

fn parse_guid(text: &str) -> Option<Guid> {
    if text.len() != 32 || !text.is_ascii() {
        return None;
    }
    let mut guid = Guid::default();
    for (byte, digits) in guid.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    }
    Some(guid)
}

/// Tells whether the variable that a line's `hint` names is set as it asks: `hint:NAME:=1` or `hint:!NAME:=1`, with
/// the value that it has where it is not set.
fn hint_agrees(line: &str) -> bool {
    let Some(hint) = field(line, "hint") else { return true };
    let (hint, is_negated) = match hint.strip_prefix('!') {
        Some(hint) => (hint, true),
        None => (hint, false),
    };
    let (name, default) = hint.split_once(":=").unwrap_or((hint, "0"));
    let value = match environment::text(name) {
        Some(value) if !value.is_empty() => value != "0" && !value.eq_ignore_ascii_case("false"),
        _ => default.trim() != "0",
    };
    value != is_negated
}

/// CRC-16/ARC, by which SDL tells models of one identity apart.
fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |crc, byte| {
        (0..8).fold(crc ^ u16::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xa001 } else { crc >> 1 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::field;

    fn database(lines: &[&str]) -> Database {
        let mut database = Database(Vec::new());
        for line in lines {
            database.add(Cow::Owned((*line).to_owned()));
        }
        database
    }

    fn guid(text: &str) -> Guid {
        parse_guid(text).unwrap()
    }

    #[test]
    fn every_line_of_the_list_is_read_whole() {
        let mut lines = 0;
        for line in get().lines() {
            lines += 1;
            let fields = line.split(',').skip(2).filter(|field| field.contains(':'));
            let beside = fields
                .clone()
                .filter(|field| ["platform:", "crc:", "hint:"].iter().any(|key| field.starts_with(key)));
            // Buttons that SDL 2 does not know either.
            let later =
                fields.clone().filter(|field| field.starts_with("misc") && !field.starts_with("misc1"));
            let mapping = Mapping::parse(line);
            assert_eq!(mapping.bindings.len() + beside.count() + later.count(), fields.count(), "{line}");
            assert!(field(line, "platform").is_some());
        }
        assert!(lines > 700 || !cfg!(target_os = "linux"), "{lines}");
    }

    #[test]
    fn the_checksum_is_the_known_one() {
        assert_eq!(crc16(b"123456789"), 0xbb3d);
    }

    #[test]
    fn a_model_is_found_whatever_its_version() {
        let database = database(&[
            "030000005e0400000b13000022050000,One,a:b0,",
            "030000005e0400000b13000023050000,Two,a:b1,",
            "03000000000000000000000001000000,Nobody's,a:b2,",
        ]);
        let name = |text: &str| database.find(guid(text), "x").and_then(|mapping| mapping.name);
        assert_eq!(name("030000005e0400000b13000023050000").as_deref(), Some("Two"));
        assert_eq!(name("030000005e0400000b13000099050000").as_deref(), Some("One"));
        assert_eq!(name("03004d2a5e0400000b13000099050000").as_deref(), Some("One"));
        assert_eq!(name("050000005e0400000b13000099050000"), None);
        assert_eq!(name("03000000000000000000000002000000"), None);
    }

    #[test]
    fn a_line_with_a_checksum_is_for_one_name() {
        let crc = format!("{:04x}", crc16(b"A pad"));
        let own = format!("03000000341200007856000001000000,Own,crc:{crc},a:b1,");
        let database = database(&["03000000341200007856000001000000,Any,a:b0,", &own]);
        let name =
            |name: &str| database.find(guid("03000000341200007856000001000000"), name).unwrap().name.unwrap();
        assert_eq!((name("A pad"), name("Another")), ("Own".to_owned(), "Any".to_owned()));
    }

    #[test]
    fn hints_choose_lines() {
        let database = database(&[
            "03000000341200007856000001000000,Labels,a:b1,hint:SDL_NO_SUCH_HINT_SET:=1,",
            "03000000341200007856000001000000,Places,a:b0,hint:!SDL_NO_SUCH_HINT_SET:=1,",
            "garbage",
            "# comment",
        ]);
        assert_eq!(database.lines().count(), 1);
        assert_eq!(
            database.find(guid("03000000341200007856000001000000"), "").unwrap().name.unwrap(),
            "Labels"
        );
    }
}
