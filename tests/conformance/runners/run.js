// Runs the vectors through the Node binding: run.js FOLDER ROOT; prints how many calls each library had.
"use strict";

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const native = require("simple_native");

const [folder, root] = process.argv.slice(2);
const manifest = JSON.parse(fs.readFileSync(path.join(root, "simple_native/simple_native.json"), "utf8"));
const params = {};
for (const library of manifest.libraries) {
  for (const one of library.functions) params[one.name] = one.params.map((param) => param.type);
}

let bound;
const joined = (pieces) => pieces.map((piece) => (typeof piece === "string" ? piece : String(bound[piece.var]))).join("");
const FLOATS = { nan: NaN, inf: Infinity, "-inf": -Infinity, "-0": -0 };

function argument(value) {
  if (Array.isArray(value)) return value.map(argument);
  if (value === null || typeof value !== "object") return value;
  if (value.i64) return BigInt(value.i64);
  if (value.f64) return FLOATS[value.f64];
  if ("bytes" in value || "hex" in value) return Buffer.from(value.bytes ?? value.hex, "hex");
  if ("text" in value) return (typeof value.text === "string" ? value.text : joined(value.text)).repeat(value.times ?? 1);
  if ("items" in value) return Array(value.times).fill(argument(value.items)).flat();
  if ("out" in value) return Buffer.alloc(value.out);
  return bound[value.var];
}

const same = (seen, wanted) => seen === wanted || (typeof seen === "bigint" && seen == wanted) || (typeof wanted === "bigint" && seen == wanted);

const OPERATORS = {
  i64: (seen, value) => seen == BigInt(value),
  f64: (seen, value) => (value === "nan" ? Number.isNaN(seen) : seen === FLOATS[value]),
  handle: (seen, name) => (bound[name] = seen) > 0,
  bind: (seen, name) => ((bound[name] = seen), true),
  as: (seen, value) => matches(seen, value),
  var: (seen, name) => same(seen, bound[name]),
  text: (seen, value) => seen === joined(value),
  near: (seen, value, wanted) => Math.abs(seen - value) <= wanted.by,
  by: () => true,
  from: (seen, value) => seen >= value,
  to: (seen, value) => seen <= value,
  contains: (seen, value) => seen.includes(value),
  starts: (seen, value) => seen.startsWith(value),
  hex: (seen, value) => Buffer.compare(Buffer.from(seen), Buffer.from(value, "hex")) === 0,
  length: (seen, value) => matches(typeof seen === "string" ? Buffer.byteLength(seen) : seen.length, value),
  each: (seen, value) => [...seen].every((item) => matches(item, value)),
  at: (seen, value) => Object.entries(value).every(([at, item]) => matches(seen[at], item)),
  fields: (seen, value) => Object.entries(value).every(([name, item]) => matches(seen[name], item)),
  not: (seen, value) => !matches(seen, value),
  every: (seen, value) => value.every((item) => matches(seen, item)),
};

function matches(seen, wanted) {
  if (Array.isArray(wanted)) return seen.length === wanted.length && wanted.every((item, i) => matches(seen[i], item));
  if (wanted === null) return seen === null || seen === undefined;
  if (typeof wanted !== "object") return same(seen, wanted);
  return Object.entries(wanted).every(([key, value]) => OPERATORS[key](seen, value, wanted));
}

function show(value) {
  return JSON.stringify(value, (_, one) => (typeof one === "bigint" ? one.toString() : one))?.slice(0, 300);
}

function expect(seen, wanted) {
  if (!matches(seen, wanted)) throw new Error(`gave ${show(seen)}, not ${show(wanted)}`);
}

function call(one, library) {
  for (let i = 0; i < (one.repeat ?? 1); i++) {
    const given = one.args.map(argument);
    if ("error" in one) native.fn(`rt_${library}_clear_error`)();
    const seen = native.fn(one.call)(...given);
    if ("gives" in one) expect(seen, one.gives);
    if ("error" in one) expect(native.fn(`rt_${library}_get_last_error`)(), one.error);
    if ("out" in one) expect(given[params[one.call].indexOf("[u8 out]")], one.out);
  }
}

const live = native.fn("rt_native_live_handles");
const pause = new Int32Array(new SharedArrayBuffer(4));

function sequence(one, library) {
  const before = live();
  const tmp = fs.mkdtempSync(path.join(os.tmpdir(), "vectors-"));
  bound = { tmp, root };
  try {
    one.calls.forEach((each, at) => {
      try {
        call(each, library);
      } catch (error) {
        throw new Error(`${library}: ${one.name}: call ${at}: ${show(each)}: ${error.message}`);
      }
    });
  } finally {
    fs.rmSync(tmp, { recursive: true });
  }
  for (let i = 0; i < 500 && live() !== before; i++) Atomics.wait(pause, 0, 0, 10);
  if (live() !== before) throw new Error(`${library}: ${one.name} leaves objects`);
  return one.calls.length;
}

let failures = 0;
for (const name of fs.readdirSync(folder).filter((name) => name.endsWith(".json")).sort()) {
  const file = JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"));
  let calls = 0;
  for (const one of file.sequences) {
    try {
      calls += sequence(one, file.library);
    } catch (error) {
      console.error(error.message);
      failures++;
    }
  }
  console.log(`calls ${file.library} ${calls}`);
}
process.exit(failures > 0 ? 1 : 0);
