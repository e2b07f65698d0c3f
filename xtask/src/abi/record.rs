//! Reading the compiled archive: signature records and symbols.

use anyhow::{Context, Result};
use object::{Object, ObjectSection, ObjectSymbol, read::archive::ArchiveFile};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// The section that the export attribute writes its records to.
pub const SECTION: &str = ".rt_abi";

/// One line of the section.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Record {
    /// An exported function.
    Function(Box<FunctionRecord>),
    /// A struct that functions return.
    Struct(StructRecord),
    /// An enum of numbers.
    Enum(EnumRecord),
    /// A library's documentation.
    About(AboutRecord),
}

/// An exported function, as the attribute saw it.
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs)]
pub struct FunctionRecord {
    pub function: String,
    pub library: String,
    /// The file in which it is written: functions beyond the contract come in this order.
    pub file: String,
    pub line: u32,
    pub params: Vec<ParameterRecord>,
    pub returns: ReturnRecord,
    /// False where no argument can be refused and the function itself cannot fail.
    pub fallible: bool,
    pub failure: serde_json::Value,
    pub thread: String,
    pub blocks: bool,
    pub since: String,
    pub doc: String,
    pub facts: Facts,
}

/// Facts that the attribute says beyond the signature.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Facts {
    pub truth: bool,
    pub offsets: bool,
    pub heavy: bool,
    pub unowned: bool,
    pub replaces: bool,
    /// True where it frees its object and yet is not its kind's destructor.
    pub consumer: bool,
    pub none: serde_json::Value,
    pub fills: Option<String>,
    pub ends: Option<String>,
    /// Parameters that may be 0.
    pub zero: Vec<String>,
    /// Kinds of the handles in arrays, by parameter; `result` is what is returned.
    pub handles: BTreeMap<String, String>,
    /// Enums of numbers, the same way.
    pub numbers: BTreeMap<String, String>,
    /// JSON schemas of parameters: files.
    pub schema: BTreeMap<String, String>,
}

/// One of its parameters.
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs)]
pub struct ParameterRecord {
    pub name: String,
    pub r#type: String,
    pub handle: String,
    /// True, false, or "success" where the call frees what it stands for only where it succeeds.
    pub consumes: serde_json::Value,
    /// True where only a text that the archive returned may be passed.
    pub archives: bool,
}

/// The result of a function.
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs)]
pub struct ReturnRecord {
    pub r#type: String,
    pub handle: String,
    /// The kind of object that frees that one together with itself.
    pub parent: String,
    /// The kind of object that frees that one with itself at the latest.
    pub freed_with: String,
    /// True where the object has its owner already.
    pub borrowed: bool,
    /// True where the text, or one of the array, can be nothing.
    pub optional: bool,
}

/// A struct returned by value.
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs)]
pub struct StructRecord {
    pub r#struct: String,
    pub doc: String,
    pub fields: Vec<FieldRecord>,
}

/// One of its fields.
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs)]
pub struct FieldRecord {
    pub name: String,
    pub r#type: String,
    pub optional: bool,
    pub handle: String,
    pub r#enum: String,
    pub doc: String,
}

/// An enum of numbers.
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs)]
pub struct EnumRecord {
    pub r#enum: String,
    pub library: String,
    pub doc: String,
    pub values: Vec<ValueRecord>,
}

/// One of its numbers.
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs)]
pub struct ValueRecord {
    pub name: String,
    pub value: i64,
    pub doc: String,
}

/// A library's documentation for its users.
#[derive(Debug, Clone, Default, Deserialize)]
#[allow(missing_docs)]
pub struct AboutRecord {
    /// The prefix of its functions.
    pub about: String,
    pub title: String,
    pub wraps: String,
    pub doc: String,
}

/// Calls `visit` with every object file in the archive.
pub fn each_member(archive: &Path, mut visit: impl FnMut(&object::File) -> Result<()>) -> Result<()> {
    let data = fs::read(archive).with_context(|| archive.display().to_string())?;
    let members = ArchiveFile::parse(&*data)?;
    for member in members.members() {
        let bytes = member?.data(&*data)?;
        if let Ok(file) = object::File::parse(bytes) {
            visit(&file)?;
        }
    }
    Ok(())
}

/// All records of the archive.
pub fn records(archive: &Path) -> Result<Vec<Record>> {
    let mut records = Vec::new();
    each_member(archive, |file| {
        for section in file.sections().filter(|section| section.name() == Ok(SECTION)) {
            for line in section.data()?.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()) {
                let text = String::from_utf8_lossy(line).into_owned();
                records.push(serde_json::from_slice(line).with_context(|| format!("the record {text}"))?);
            }
        }
        Ok(())
    })?;
    Ok(records)
}

/// The global symbols that an object file defines, thread-local ones included.
pub fn globals<'a>(file: &'a object::File<'a>) -> impl Iterator<Item = object::Symbol<'a, 'a>> {
    file.symbols().filter(|symbol| symbol.is_global() && !symbol.is_undefined())
}

/// The names of all global symbols that the archive defines.
pub fn defined_symbols(archive: &Path) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    each_member(archive, |file| {
        names.extend(globals(file).filter_map(|symbol| symbol.name().ok().map(str::to_owned)));
        Ok(())
    })?;
    Ok(names)
}
