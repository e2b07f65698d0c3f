/**
 * The native layer under a programming language, for Node: each library is a property, loaded when first used.
 *
 *     const { regex } = require("simple_native");
 *     const date = regex.Regex.new("(\\d{4})-(\\d{2})");
 *     console.log(date.find("made in 2026-11"));
 *     date.close();
 *
 * Classes own their handles and throw NativeError; functions are the exported ones by their own names, over plain
 * integers (a BigInt where a number would not be exact), and return what failure returns. SIMPLE_NATIVE_LIBRARY
 * names the shared object.
 */
"use strict";

const abi = require("./lib/abi");
const { NativeError, LoadError } = require("./lib/runtime");

exports.version = abi.version;
exports.NativeError = NativeError;
exports.LoadError = LoadError;

for (const name of abi.libraries) {
  Object.defineProperty(exports, name, { enumerable: true, get: () => require(`./lib/${name}`) });
}

/** The exported function of this name, with JavaScript's types. */
exports.fn = (name) => {
  const library = abi.prefixes[name.split("_")[1]] ?? "native";
  return exports[library][name];
};
