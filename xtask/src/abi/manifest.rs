//! The manifest: every function with what a binding generator must know of it.

use anyhow::Result;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// `simple_native.json`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Manifest {
    /// "simple_native".
    pub name: String,
    /// The archive's version.
    pub version: String,
    /// The version of the boundary's rules.
    pub abi_version: i64,
    /// How often the signatures have changed: the smaller of two is the older.
    pub abi_revision: i64,
    /// What the functions' names begin with in this package, where that is not `rt_`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub prefix: Option<String>,
    /// The functions that this package leaves out.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub without: Vec<String>,
    /// What `rt_native_abi_hash` returns: a hash of all signatures.
    pub abi_hash: i64,
    /// The libraries, the boundary itself ("native") first.
    pub libraries: Vec<Library>,
}

/// One library of the archive.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Library {
    /// The prefix of its functions.
    pub name: String,
    /// What its functions have in common, for their users.
    pub doc: String,
    /// The functions that tell why a call of this library failed; none where its calls cannot.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub errors: Option<Errors>,
    /// The enums whose numbers its functions take and return.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub enums: Vec<Enum>,
    /// The kinds of objects that its functions make.
    pub objects: Vec<Object>,
    /// The structs that its functions return.
    pub structs: Vec<Struct>,
    /// Its functions, the contract's first.
    pub functions: Vec<Function>,
}

/// How a library's last error is asked for. Each is a function's name.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Errors {
    /// Gives the text and leaves it.
    pub get: String,
    /// Forgets it.
    pub clear: String,
    /// Gives its category.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub code: Option<String>,
}

/// Names for numbers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Enum {
    /// Its name, one of all libraries'.
    pub name: String,
    /// What it is about.
    pub doc: String,
    /// Its numbers.
    pub values: Vec<EnumValue>,
}

/// A number with a name.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EnumValue {
    /// Its name: `CloseRequested`.
    pub name: String,
    /// The number.
    pub value: i64,
    /// What it means.
    pub doc: String,
}

/// A kind of object that handles stand for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Object {
    /// Its name, as parameters and results give it.
    pub kind: String,
    /// The function that frees one; none where only its parent does.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub release: Option<String>,
    /// The kind of object that one belongs to and is freed with.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub parent: Option<String>,
    /// The kind of object that frees one with itself at the latest, though it is the caller's to free.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub freed_with: Option<String>,
}

/// A struct returned by value.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Struct {
    /// Its name in C.
    pub name: String,
    /// What it means.
    pub doc: String,
    /// Its fields in order.
    pub fields: Vec<Field>,
}

/// A field of a struct.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// `i64`, `f64`, `bool` or `text`.
    pub r#type: String,
    /// The kind of object that it is a handle of, 0 for none; the object has its owner already.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub handle: Option<String>,
    /// The enum that a number is of.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub r#enum: Option<String>,
    /// True for a text that can be nothing: `rt_text_is_none` tells.
    #[serde(skip_serializing_if = "is_false", default)]
    pub optional: bool,
    /// What it means.
    pub doc: String,
}

/// An exported function.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Function {
    /// Its name in C.
    pub name: String,
    /// One line: what it does.
    pub summary: String,
    /// All of its documentation.
    pub doc: String,
    /// Its parameters in the contract's notation; an array is two C parameters.
    pub params: Vec<Parameter>,
    /// What it returns, in the contract's notation or the name of a struct; empty for nothing.
    pub returns: String,
    /// The kind of object that a returned handle stands for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub returns_handle: Option<String>,
    /// Who owns what is returned: "caller" for texts, arrays and new handles; absent for a handle whose owner
    /// has it already.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub owner: Option<String>,
    /// The function that releases what is returned.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub release: Option<String>,
    /// Whether it can fail, one that returns nothing included. Where an answer may be the failure value too,
    /// `rt_native_last_call_failed` tells.
    #[serde(default)]
    pub fails: bool,
    /// What it returns where it fails; null where it cannot fail or returns nothing.
    pub failure: Value,
    /// What it returns where there is nothing, which is no failure: for a struct, the fields that say so.
    #[serde(skip_serializing_if = "Value::is_null", default)]
    pub none: Value,
    /// True where a returned text, or one of an array's, can be nothing: `rt_text_is_none` tells.
    #[serde(skip_serializing_if = "is_false", default)]
    pub optional: bool,
    /// True for an `i64` that is 1 or 0, as a boolean would be.
    #[serde(skip_serializing_if = "is_false", default)]
    pub truth: bool,
    /// The enum that a returned number is of.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub returns_enum: Option<String>,
    /// The kind of object that the handles in a returned array stand for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub returns_handles: Option<String>,
    /// Who owns those: "caller", or "parent" where they have their owner already.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub items_owner: Option<String>,
    /// The `_into` twin of a function that returns a struct by value.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub into: Option<String>,
    /// "any", or the rule.
    pub thread: String,
    /// True where the call may wait for the outside world.
    pub blocks: bool,
    /// True where it takes long though it waits for nothing: a runtime with a lock lets go of it for these and for those
    /// that block.
    #[serde(skip_serializing_if = "is_false", default)]
    pub heavy: bool,
    /// The version that brought it.
    pub since: String,
}

/// A parameter.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// Its type in the contract's notation; "callback" for a function of the host, "pointer" for what the host
    /// wants to find again in it.
    pub r#type: String,
    /// What a callback takes and returns.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub callback: Option<Callback>,
    /// True where only a text that the archive returned may be passed.
    #[serde(skip_serializing_if = "is_false", default)]
    pub from_archive: bool,
    /// The kind of object that a handle stands for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub handle: Option<String>,
    /// "borrowed" for the length of the call, or "consumed": the call releases it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ownership: Option<String>,
    /// When what is consumed is: "always", but where an argument is refused, or on "success" alone.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub consumed: Option<String>,
    /// True for a handle that may be 0.
    #[serde(skip_serializing_if = "is_false", default)]
    pub zero: bool,
    /// The kind of object that the handles in an array stand for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub handles: Option<String>,
    /// The enum that a number is of.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub r#enum: Option<String>,
    /// For a buffer of the caller's, how many bytes of it the call writes: "result" for what it returns, the name of a
    /// parameter, or "all" of it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub fills: Option<String>,
    /// The JSON schema of a text that is JSON.
    #[serde(skip_serializing_if = "Value::is_null", default)]
    pub schema: Value,
}

/// A function of the host.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Callback {
    /// The threads that it is called on: "any".
    pub threads: String,
    /// Whether it may be called on several at once.
    pub concurrent: bool,
    /// The exported function after which it is not called any more. It takes what the one that began took first.
    pub ends: String,
    /// Whether a second one takes the place of the first.
    pub replaces: bool,
    /// Its parameters.
    pub params: Vec<CallbackParameter>,
    /// What it returns; empty for nothing.
    pub returns: String,
    /// The kind of object that the handle it returns stands for, which is the archive's from then on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub returns_handle: Option<String>,
}

/// A parameter of a callback.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CallbackParameter {
    /// Its name.
    pub name: String,
    /// Its type.
    pub r#type: String,
    /// The kind of object that it is a handle of; the object has its owner already.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub handle: Option<String>,
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(value: &bool) -> bool {
    !*value
}

/// The array types: the contract's notation, the struct in C, its item in C, what releases it.
pub const ARRAYS: &[(&str, &str, &str, &str)] = &[
    ("[f64]", "RtF64Array", "double", "rt_f64_array_free"),
    ("[i64]", "RtI64Array", "int64_t", "rt_i64_array_free"),
    ("[u8]", "RtBytes", "uint8_t", "rt_bytes_free"),
    ("[text]", "RtTextArray", "char *", "rt_text_array_free"),
];

impl Manifest {
    /// Every function of every library.
    pub fn functions(&self) -> impl Iterator<Item = &Function> {
        self.libraries.iter().flat_map(|library| &library.functions)
    }

    /// The struct called `name`.
    pub fn find_struct(&self, name: &str) -> Option<&Struct> {
        self.libraries.iter().flat_map(|library| &library.structs).find(|one| one.name == name)
    }

    /// As the file holds it.
    pub fn to_json(&self) -> Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }
}

impl EnumValue {
    /// Its name as a constant: `CLOSE_REQUESTED`.
    pub fn constant(&self) -> String {
        upper_snake(&self.name)
    }
}

impl Enum {
    /// What its constants begin with in C: `SN_PAD_BUTTON_`.
    pub fn prefix(&self) -> String {
        format!("SN_{}_", upper_snake(&self.name))
    }
}

/// `CloseRequested` as `CLOSE_REQUESTED`.
fn upper_snake(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(c.to_uppercase());
    }
    out
}
