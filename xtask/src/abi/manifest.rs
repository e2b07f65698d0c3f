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
    /// Number of times that the signatures have changed: the smaller of two is the older.
    pub abi_revision: i64,
    /// The prefix of the functions' names in this package, where that is not `rt_`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub prefix: Option<String>,
    /// The functions that this package leaves out.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub without: Vec<String>,
    /// The hash of all signatures, which `rt_native_abi_hash` returns.
    pub abi_hash: i64,
    /// The libraries, the boundary itself ("native") first.
    pub libraries: Vec<Library>,
}

/// One library of the archive.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Library {
    /// The prefix of its functions.
    pub name: String,
    /// What it brings, in a few words.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub title: String,
    /// The crates that it wraps, separated by commas.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub wraps: String,
    /// The library's documentation, for its users.
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
    /// The library's functions, the contract's first.
    pub functions: Vec<Function>,
}

/// The functions by which a library's last error is asked for, by name.
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
    /// The enum's name, one of all libraries'.
    pub name: String,
    /// The enum's documentation.
    pub doc: String,
    /// The enum's numbers.
    pub values: Vec<EnumValue>,
}

/// A number with a name.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EnumValue {
    /// The number's name: `CloseRequested`.
    pub name: String,
    /// The number.
    pub value: i64,
    /// The number's documentation.
    pub doc: String,
}

/// A kind of object that handles stand for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Object {
    /// The kind's name, as parameters and results give it.
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
    /// The struct's name in C.
    pub name: String,
    /// The struct's documentation.
    pub doc: String,
    /// The struct's fields in order.
    pub fields: Vec<Field>,
}

/// A field of a struct.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Field {
    /// The field's name.
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
    /// The field's documentation.
    pub doc: String,
}

/// An exported function.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Function {
    /// The function's name in C.
    pub name: String,
    /// One line: what it does.
    pub summary: String,
    /// All of its documentation.
    pub doc: String,
    /// The function's parameters in the contract's notation; an array is two C parameters.
    pub params: Vec<Parameter>,
    /// The type of the result, in the contract's notation or the name of a struct; empty for nothing.
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
    /// True where the function can fail, one that returns nothing included. Where an answer may be the failure value
    /// too, `rt_native_last_call_failed` tells.
    #[serde(default)]
    pub fails: bool,
    /// The result of a failed call; null where the function cannot fail or returns nothing.
    pub failure: Value,
    /// The result where there is nothing, which is no failure: for a struct, the fields that say so.
    #[serde(skip_serializing_if = "Value::is_null", default)]
    pub none: Value,
    /// True where a returned text, or one of an array's, can be nothing: `rt_text_is_none` tells.
    #[serde(skip_serializing_if = "is_false", default)]
    pub optional: bool,
    /// True for an `i64` that is 1 or 0, as a boolean would be.
    #[serde(skip_serializing_if = "is_false", default)]
    pub truth: bool,
    /// True where the parameter `start`, if there is one, and all numbers that are returned are offsets into the parameter
    /// `text`, in bytes: methods of languages that count characters convert them.
    #[serde(skip_serializing_if = "is_false", default)]
    pub offsets: bool,
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
    /// The parameter's name.
    pub name: String,
    /// The parameter's type in the contract's notation; "callback" for a function of the host, "pointer" for what the
    /// host wants to find again in it.
    pub r#type: String,
    /// Parameters and result of a callback.
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
    /// True where it may be called on several threads at once.
    pub concurrent: bool,
    /// The exported function after which it is not called any more. It takes what the one that began took first.
    pub ends: String,
    /// True where a second one takes the place of the first.
    pub replaces: bool,
    /// The callback's parameters.
    pub params: Vec<CallbackParameter>,
    /// The type of the callback's result; empty for nothing.
    pub returns: String,
    /// The kind of object that the handle it returns stands for, which is the archive's from then on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub returns_handle: Option<String>,
}

/// A parameter of a callback.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CallbackParameter {
    /// The parameter's name.
    pub name: String,
    /// The parameter's type.
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
    /// The number's name as a constant: `CLOSE_REQUESTED`.
    pub fn constant(&self) -> String {
        upper_snake(&self.name)
    }
}

impl Enum {
    /// The prefix of the enum's constants in C: `SN_PAD_BUTTON_`.
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
