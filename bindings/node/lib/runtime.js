// Finding and loading the shared object, converting what goes in and comes out, objects that own handles.
"use strict";

const { existsSync } = require("node:fs");
const { join } = require("node:path");
const { isMainThread } = require("node:worker_threads");
const koffi = require("koffi");
const abi = require("./abi");

/** A call failed; the message says why. */
class NativeError extends Error {}

/** The shared object is missing, or of another version than these files. */
class LoadError extends Error {}

const name = { win32: "simple_native.dll", darwin: "libsimple_native.dylib" }[process.platform] || "libsimple_native.so";
// Beside these files, or in the package that they came with.
const places = [name, `../../../lib/${name}`].map((place) => join(__dirname, place));
const path = process.env.SIMPLE_NATIVE_LIBRARY || places.find(existsSync) || name;

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

/** The exported function of this name as koffi has it; where this build lacks its library, one that says so. */
function declareByKoffi(name, result, types) {
  try {
    return library.func(name, result, types);
  } catch (error) {
    if (!/Cannot find function/.test(error.message)) throw error;
    return () => {
      throw new NativeError(`this build of simple_native has no ${name}`);
    };
  }
}

const textLen = declareByKoffi("rt_text_len", "int64", ["void *"]);
const textFree = declareByKoffi("rt_text_free", "void", ["void *"]);
const release = {};
for (const kind of ["f64_array", "i64_array", "bytes", "text_array"]) {
  release[kind] = declareByKoffi(`rt_${kind}_free`, "void", ["void *", "int64"]);
}

function readText(pointer) {
  const length = Number(textLen(pointer));
  return length === 0 ? "" : Buffer.from(koffi.view(pointer, length)).toString();
}

/** A returned text; released. */
function takeText(pointer) {
  try {
    return readText(pointer);
  } finally {
    textFree(pointer);
  }
}

const textIsNone = declareByKoffi("rt_text_is_none", "bool", ["void *"]);

/** A returned text, undefined where there is nothing; released. */
const takeOptionalText = (pointer) => (textIsNone(pointer) ? undefined : takeText(pointer));

/** A copy of what a returned array holds, as bytes; released. */
function copy(array, kind, size) {
  try {
    const length = Number(array.len) * size;
    const bytes = new Uint8Array(length);
    if (length > 0) bytes.set(new Uint8Array(koffi.view(array.data, length)));
    return bytes;
  } finally {
    release[kind](array.data, array.len);
  }
}

/** A number where that is exact, a BigInt where it is not, as koffi has it. */
function fromBigInt(value) {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

const takeFloats = (array) => Array.from(new Float64Array(copy(array, "f64_array", 8).buffer));
const takeIntegers = (array) => Array.from(new BigInt64Array(copy(array, "i64_array", 8).buffer), fromBigInt);
const takeBytes = (array) => Buffer.from(copy(array, "bytes", 1).buffer);

function takeTexts(array, read = readText) {
  try {
    const count = Number(array.len);
    return count > 0 ? Array.from(koffi.decode(array.data, koffi.array("void *", count)), (one) => read(one)) : [];
  } finally {
    release.text_array(array.data, array.len);
  }
}

/** The same where some may be nothing. */
const takeOptionalTexts = (array) =>
  takeTexts(array, (pointer) => (textIsNone(pointer) ? undefined : readText(pointer)));

/** Fields of structs that are texts. */
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

/** An integer of at most 64 bits: koffi would cut it. */
function integer(value) {
  if (Number.isSafeInteger(value)) return value;
  if (typeof value === "bigint") {
    if (BigInt.asIntN(64, value) === value) return value;
    throw new RangeError(`${value} does not fit into 64 bits`);
  }
  if (typeof value === "number") throw new RangeError(`${value} is no integer that a number holds exactly`);
  throw new TypeError(`an integer is a number or a BigInt, not ${shown(value)}`);
}

const shown = (value) => (value === null ? "null" : typeof value === "object" ? value.constructor?.name : typeof value);

function number(value) {
  if (typeof value !== "number") throw new TypeError(`a float is a number, not ${shown(value)}`);
  return value;
}

const NUL = Buffer.alloc(1);

/** A text as C has it, which ends at the first NUL: a string, or bytes. */
function text(value) {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") {
    // UTF-8 has no half of a pair: it would become another character.
    if (/\p{Surrogate}/u.test(value)) throw new RangeError("a text holds half of a surrogate pair");
    if (value.includes("\0")) throw new RangeError("a text holds no NUL");
    // To join two strings is cheaper where they are short, to join two buffers where they are long.
    return value.length < 4096 ? Buffer.from(value + "\0") : Buffer.concat([Buffer.from(value), NUL]);
  }
  if (!(value instanceof Uint8Array)) throw new TypeError(`a text is a string or bytes, not ${shown(value)}`);
  if (value.includes(0)) throw new RangeError("a text holds no NUL");
  return Buffer.concat([value, NUL]);
}

/** Whether `Array.from` finds anything in it but nothing. */
const isList = (values) =>
  typeof values === "object" && (typeof values[Symbol.iterator] === "function" || typeof values.length === "number");

/** A copy in memory of its own, whose length is what it holds, and that length. */
function items(values, make) {
  if (values === null || values === undefined) return [null, 0];
  if (!isList(values)) throw new TypeError(`numbers come in an array, not ${shown(values)}`);
  const made = make(values);
  return [made, made.length];
}

const floats = (values) =>
  items(values, (all) => (all instanceof Float64Array ? all.slice() : Float64Array.from(all, number)));
const integers = (values) =>
  items(values, (all) => (all instanceof BigInt64Array ? all.slice() : BigInt64Array.from(all, (one) => BigInt(integer(one)))));

/** The numbers of objects; an integer stands for itself. */
const handles = (objects) =>
  items(objects, (all) =>
    all instanceof BigInt64Array
      ? all.slice()
      : BigInt64Array.from(all, (one) => BigInt(one instanceof Owner ? one.handle : integer(one))),
  );

/** Bytes, or a buffer to be filled. */
function bytes(values) {
  if (values === null || values === undefined) return [null, 0];
  if (!ArrayBuffer.isView(values)) throw new TypeError(`bytes are a Buffer or another view, not ${shown(values)}`);
  return [values, values.byteLength];
}

function texts(values) {
  if (values === null || values === undefined) return [null, 0];
  if (!isList(values)) throw new TypeError(`texts come in an array, not ${shown(values)}`);
  const kept = Array.from(values, text);
  const pointers = BigInt64Array.from(kept, (one) => (one === null ? 0n : BigInt(koffi.address(one))));
  // The buffers live for as long as what holds their addresses.
  pointers.kept = kept;
  return [pointers, kept.length];
}

// By the letters of what functions take and give: koffi's types, and what converts.
const PARAMETERS = {
  i: ["int64", (name) => `integer(${name})`],
  d: ["double", (name) => name],
  b: ["bool", (name) => name],
  t: ["void *", (name) => `text(${name})`],
  a: ["void *", (name) => name],
};
const RESULTS = {
  v: ["void", (call) => call],
  i: ["int64", (call) => call],
  d: ["double", (call) => call],
  b: ["bool", (call) => call],
  t: ["void *", (call) => `takeText(${call})`],
  o: ["void *", (call) => `takeOptionalText(${call})`],
  F: ["RtF64Array", (call) => `takeFloats(${call})`],
  I: ["RtI64Array", (call) => `takeIntegers(${call})`],
  B: ["RtBytes", (call) => `takeBytes(${call})`],
  T: ["RtTextArray", (call) => `takeTexts(${call})`],
  O: ["RtTextArray", (call) => `takeOptionalTexts(${call})`],
};
const made = new Map();

/** What makes, of a function of koffi's, one whose arguments and result are JavaScript's. */
function converting(result, parameters) {
  const names = [...parameters].map((_, at) => `a${at}`);
  const given = [...parameters].map((letter, at) => PARAMETERS[letter][1](names[at]));
  const taken = RESULTS[result]?.[1] ?? ((call) => `takeStructure("${result}", ${call})`);
  const converters = { integer, text, takeText, takeOptionalText, takeFloats, takeIntegers, takeBytes, takeTexts, takeOptionalTexts, takeStructure };
  // A loop over the arguments would take longer than the call.
  const make = new Function(
    ...Object.keys(converters),
    `return (call) => (${names.join(", ")}) => ${taken(`call(${given.join(", ")})`)};`,
  );
  return make(...Object.values(converters));
}

/** The addon that calls without koffi between, where it is there. */
const addon = (() => {
  const place = join(__dirname, "calls.node");
  if (!existsSync(place)) return undefined;
  const loaded = require(place);
  const names = ["text_len", "text_is_none", "text_free", "f64_array_free", "i64_array_free", "bytes_free", "text_array_free"];
  loaded.use(text, integer, ...[...names, "native_last_call_failed", "native_bulk_memory"].map((name) => address(`rt_${name}`)));
  return loaded;
})();

/** An exported function's address, undefined where this build lacks its library. */
function address(name) {
  try {
    return BigInt(koffi.address(library.symbol(name, "void")));
  } catch {
    return undefined;
  }
}

/** The exported function of this name, for arguments of JavaScript, by the letters of what it takes and gives. */
function declare(name, result, parameters) {
  const where = addon && address(name);
  if (where) return addon.define(where, result, parameters);
  const key = `${result}:${parameters}`;
  if (!made.has(key)) made.set(key, converting(result, parameters));
  const types = [...parameters].map((letter) => PARAMETERS[letter][0]);
  return made.get(key)(declareByKoffi(name, RESULTS[result]?.[0] ?? result, types));
}

// What calls in the background work with, which nothing may free meanwhile.
const working = new Set();

/** The same in the background: gives a promise of [result, reason], whose reason is undefined where the call did not fail. */
function declareAsync(name, result, parameters, library) {
  const where = addon && address(name);
  if (!where) {
    return async () => {
      throw new NativeError(
        addon
          ? `this build of simple_native has no ${name}`
          : "promises need the native part of the tarball that `cargo xtask languages` makes",
      );
    };
  }
  const call = addon.defineAsync(where, result, parameters, address(`rt_${library}_get_last_error`), address(`rt_${library}_clear_error`));
  return async (objects, ...given) => {
    const kept = { objects, given };
    working.add(kept);
    try {
      return await call(...given);
    } finally {
      working.delete(kept);
    }
  };
}

const isAscii = (text) => typeof text !== "string" || Buffer.byteLength(text) === text.length;

/** An offset into a text in bytes, of one in UTF-16's code units where the text is a string. */
function byteOffset(text, offset) {
  offset = integer(offset);
  if (offset < 0 || isAscii(text)) return offset;
  // Beyond the end by as much.
  const units = Number(offset);
  return Buffer.byteLength(text.slice(0, units)) + Math.max(units - text.length, 0);
}

/** The other way, for offsets in an array or an object; -1 stands for none. */
function unitOffsets(text, offsets) {
  if (isAscii(text)) return offsets;
  const encoded = Buffer.from(text);
  const found = new Map([[-1, -1]]);
  let before = 0;
  let units = 0;
  for (const offset of [...new Set(Object.values(offsets))].filter((offset) => offset >= 0).sort((a, b) => a - b)) {
    units += encoded.toString("utf8", before, offset).length;
    found.set(offset, units);
    before = offset;
  }
  if (Array.isArray(offsets)) return offsets.map((offset) => found.get(offset));
  return Object.fromEntries(Object.entries(offsets).map(([name, offset]) => [name, found.get(offset)]));
}

// Functions for the archive to call. It gets one function of C, and a number for its user data.
const functions = new Map();
let numbers = 0;
let callbackTypes = 0;

function called(handle, number) {
  const known = functions.get(Number(number));
  if (known === undefined) return 0;
  try {
    const result = known.function_(handle, known.userData);
    return result instanceof Owner ? result.detach() : integer(result ?? 0);
  } catch (error) {
    console.error(error); // Nobody is there to catch it.
    return 0;
  }
}

/** A function for what the archive tells it: an object in place of its number. */
const told = (function_, kind) =>
  typeof function_ === "function" ? (handle, userData) => function_(kind.wrap(handle, null, false), userData) : function_;

let ending = 0;
const reallyExit = process.reallyExit;

/** An exit waits for the pool's threads, and those that wait for functions of JavaScript would never be done. */
process.reallyExit = (code) => {
  if (ending > 0) koffi.load(null).func("_exit", "void", ["int"])(code ?? 0);
  reallyExit.call(process, code);
};

/**
 * `begin` and `end` for functions of JavaScript. Those run when the event loop is free, so what waits for their end
 * may not keep it busy: the function is gone when `end` returns, the archive's part of it ends in the background.
 */
function callbacks(begin, end, result, types, replaces) {
  const type = koffi.proto(`simple_native_callback_${callbackTypes++}`, result, types);
  const began = new Map();
  let pointer;

  function start(key, first, number) {
    pointer ??= koffi.register(called, koffi.pointer(type));
    if (!begin(first, pointer, BigInt(number))) return false;
    began.set(key, { numbers: [...(began.get(key)?.numbers ?? []), number], ending: false });
    return true;
  }

  function ended(key, first, known) {
    ending--;
    began.delete(key);
    // Begun again meanwhile.
    for (const number of known.numbers) if (functions.has(number)) start(key, first, number);
  }

  return [
    (first, function_, userData) => {
      const key = String(first);
      if (typeof function_ !== "function") return begin(first, function_ ?? null, userData ?? null);
      const known = began.get(key);
      if (replaces && known) {
        functions.set(known.numbers[0], { function_, userData });
        return true;
      }
      const number = ++numbers;
      functions.set(number, { function_, userData });
      return start(key, first, number) || (functions.delete(number), false);
    },
    (first) => {
      const key = String(first);
      const known = began.get(key);
      if (!known) return end(first);
      const there = known.numbers.filter((number) => functions.delete(number)).length > 0;
      if (!known.ending) {
        known.ending = true;
        ending++;
        end.async(first, () => ended(key, first, known));
      }
      return there;
    },
  ];
}

const lastCallFailed = declare("rt_native_last_call_failed", "b", "");
const setQuiet = declare("rt_native_set_quiet", "b", "b");

/** Calls a function that frees: what was freed already is no failure of another call. */
function quietly(release, ...handles) {
  const quiet = setQuiet(true);
  try {
    release(...handles);
  } finally {
    setQuiet(quiet);
  }
}

/** What throws where this thread's last call failed, asked where its result may say so. */
function failure(name) {
  const getLastError = declare(`rt_${name}_get_last_error`, "t", "");
  const clearError = declare(`rt_${name}_clear_error`, "v", "");
  const check = () => {
    if (!lastCallFailed()) return;
    const reason = getLastError();
    clearError();
    throw new NativeError(reason);
  };
  return { check, quietly };
}

/** Throws the reason why a call in the background failed. */
function raise(reason) {
  if (reason !== undefined) throw new NativeError(reason);
}

/** The number of an object, 0 for none. */
const handle = (object) => (object ? object.handle : 0);

/** Tells the collector what the objects' memory is; workers share it. */
const weigh = addon && isMainThread ? addon.weigh : () => {};

// A worker's memory goes without its objects being finalized, where the process goes on.
const ofWorker = isMainThread ? undefined : new Map();
if (ofWorker) process.once("exit", () => ofWorker.forEach((release, handle) => release(handle, null)));

const forgotten = new FinalizationRegistry(({ handle, release }) => {
  ofWorker?.delete(handle);
  release(handle, null);
});

/** What structured clones, messages to workers and JSON meet: a copy would be the number without its owner. */
function refuse() {
  throw new TypeError(
    "an object of the archive is neither copied nor sent to another thread or process: make another one there",
  );
}

/** An object of the archive. */
class Owner {
  #handle = 0;

  /** An own function: what copies an object's members as data refuses to copy it. */
  toJSON = refuse;

  /** Its number, 0 once it was freed. */
  get handle() {
    return this.#handle;
  }

  static collected = true;

  /** Some objects go with their parent alone. */
  static release() {}

  /** The object of a handle, null for 0. */
  static wrap(handle, parent, owned) {
    if (handle === 0) return null;
    const object = new this();
    object.#handle = handle;
    object.parent = parent;
    if (owned && this.collected) {
      weigh();
      forgotten.register(object, { handle, release: this.release }, object);
      ofWorker?.set(handle, this.release);
    }
    return object;
  }

  /** Frees it; a second time does nothing. */
  close() {
    if (this.handle === 0) return;
    this.constructor.release(this.handle, this.parent);
    this.forget();
  }

  /** Its number, which is the caller's to free from now on. */
  detach() {
    const { handle } = this;
    this.forget();
    return handle;
  }

  /** It is freed already. */
  forget() {
    forgotten.unregister(this);
    ofWorker?.delete(this.#handle);
    this.#handle = 0;
  }
}
// Where the language has `using`.
if (Symbol.dispose) Owner.prototype[Symbol.dispose] = Owner.prototype.close;

module.exports = {
  NativeError, LoadError, Owner, byteOffset, bytes, callbacks, declare, declareAsync, declareByKoffi, failure, floats, handle, handles,
  integer, integers, raise, structure, text, texts, told, unitOffsets,
};
