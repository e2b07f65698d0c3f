// Finding and loading the shared object, converting what goes in and comes out, objects that own handles.
"use strict";

const { existsSync } = require("node:fs");
const { join } = require("node:path");
const koffi = require("koffi");
const abi = require("./abi");

/** A call failed; the message says why. */
class NativeError extends Error {}

/** The shared object is missing, or of another version than these files. */
class LoadError extends Error {}

const packaged = join(__dirname, "../../../lib/libsimple_native.so");
const path = process.env.SIMPLE_NATIVE_LIBRARY || (existsSync(packaged) ? packaged : "libsimple_native.so");

function load() {
  let library;
  try {
    library = koffi.load(path);
  } catch (error) {
    throw new LoadError(`simple_native: ${error.message}; SIMPLE_NATIVE_LIBRARY names the file to load`);
  }
  let fits;
  try {
    fits = library.func("rt_native_check_abi", "bool", ["int64", "int64"]);
  } catch {
    throw new LoadError(`simple_native: ${path} is older than these files: it knows no rt_native_check_abi`);
  }
  if (!fits(abi.revision, abi.hash)) {
    const reason = library.func("rt_native_get_last_error", "str", [])();
    throw new LoadError(`simple_native: these files do not fit ${path}: ${reason}`);
  }
  return library;
}

const library = load();

for (const name of ["RtF64Array", "RtI64Array", "RtBytes", "RtTextArray"]) {
  koffi.struct(name, { data: "void *", len: "int64" });
}

/** The exported function of this name; where this build lacks its library, one that says so. */
function declare(name, result, types) {
  try {
    return library.func(name, result, types);
  } catch (error) {
    if (!/Cannot find function/.test(error.message)) throw error;
    return () => {
      throw new NativeError(`this build of simple_native has no ${name}`);
    };
  }
}

const textLen = declare("rt_text_len", "int64", ["void *"]);
const textFree = declare("rt_text_free", "void", ["void *"]);
const release = {};
for (const kind of ["f64_array", "i64_array", "bytes", "text_array"]) {
  release[kind] = declare(`rt_${kind}_free`, "void", ["void *", "int64"]);
}

function readText(pointer) {
  const length = Number(textLen(pointer));
  return length === 0 ? "" : Buffer.from(koffi.view(pointer, length)).toString();
}

/** A returned text; released. */
function takeText(pointer) {
  const text = readText(pointer);
  textFree(pointer);
  return text;
}

/** A copy of what a returned array holds, as bytes; released. */
function copy(array, kind, size) {
  const length = Number(array.len) * size;
  const bytes = new Uint8Array(length);
  if (length > 0) bytes.set(new Uint8Array(koffi.view(array.data, length)));
  release[kind](array.data, array.len);
  return bytes;
}

/** A number where that is exact, a BigInt where it is not, as koffi has it. */
function integer(value) {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

const takeFloats = (array) => Array.from(new Float64Array(copy(array, "f64_array", 8).buffer));
const takeIntegers = (array) => Array.from(new BigInt64Array(copy(array, "i64_array", 8).buffer), integer);
const takeBytes = (array) => Buffer.from(copy(array, "bytes", 1).buffer);

function takeTexts(array) {
  const count = Number(array.len);
  const texts = [];
  if (count > 0) {
    for (const pointer of koffi.decode(array.data, koffi.array("void *", count))) texts.push(readText(pointer));
  }
  release.text_array(array.data, array.len);
  return texts;
}

const structures = {};
const C_TYPES = { i64: "int64", f64: "double", bool: "bool", text: "void *" };

/** Declares a struct: its fields' names and types. */
function structure(name, fields) {
  structures[name] = fields.filter(([, type]) => type === "text").map(([field]) => field);
  koffi.struct(name, Object.fromEntries(fields.map(([field, type]) => [field, C_TYPES[type]])));
}

/** A returned struct with its texts as strings. */
function takeStructure(name, value) {
  for (const field of structures[name]) value[field] = takeText(value[field]);
  return value;
}

/** A text as C has it: a string, or bytes. */
function text(value) {
  if (value === null || value === undefined) return null;
  return Buffer.concat([Buffer.from(value), Buffer.alloc(1)]);
}

const floats = (values) => (values ? [Float64Array.from(values), values.length] : [null, 0]);
const integers = (values) => (values ? [BigInt64Array.from(values, BigInt), values.length] : [null, 0]);
/** Bytes, or a buffer to be filled. */
const bytes = (values) => (values ? [values, values.length] : [null, 0]);

function texts(values) {
  if (!values) return [null, 0];
  const kept = values.map(text);
  const pointers = BigInt64Array.from(kept, (one) => (one === null ? 0n : BigInt(koffi.address(one))));
  // The buffers live for as long as what holds their addresses.
  pointers.kept = kept;
  return [pointers, values.length];
}

let callbackTypes = 0;

/** A function for the archive to call, kept for good: nobody says when the last call of it is over. */
function callback(function_, result, types) {
  if (typeof function_ !== "function") return function_ ?? null;
  const type = koffi.proto(`simple_native_callback_${callbackTypes++}`, result, types);
  return koffi.register(function_, koffi.pointer(type));
}

/** What throws where a call of the library failed; a call that only found nothing left no error. */
function checker(name) {
  const getLastError = declare(`rt_${name}_get_last_error`, "void *", []);
  const clearError = declare(`rt_${name}_clear_error`, "void", []);
  return () => {
    const reason = takeText(getLastError());
    if (reason === "") return;
    clearError();
    throw new NativeError(reason);
  };
}

/** The number of an object, 0 for none. */
const handle = (object) => (object ? object.handle : 0);

const forgotten = new FinalizationRegistry(({ handle, release }) => release(handle, null));

/** An object of the archive. */
class Owner {
  static collected = true;

  /** Some objects go with their parent alone. */
  static release() {}

  /** The object of a handle, null for 0. */
  static wrap(handle, parent, owned) {
    if (handle === 0) return null;
    const object = new this();
    object.handle = handle;
    object.parent = parent;
    if (owned && this.collected) forgotten.register(object, { handle, release: this.release }, object);
    return object;
  }

  /** Frees it; a second time does nothing. */
  close() {
    if (this.handle === 0) return;
    this.constructor.release(this.handle, this.parent);
    this.forget();
  }

  /** It is freed already. */
  forget() {
    forgotten.unregister(this);
    this.handle = 0;
  }
}
// Where the language has `using`.
if (Symbol.dispose) Owner.prototype[Symbol.dispose] = Owner.prototype.close;

module.exports = {
  NativeError, LoadError, Owner, bytes, callback, checker, declare, floats, handle, integers, structure,
  takeBytes, takeFloats, takeIntegers, takeStructure, takeText, takeTexts, text, texts,
};
