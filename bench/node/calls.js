// Calls through Node's binding beside JavaScript's own expressions and koffi's calls: rows of the bench's table.
"use strict";

const koffi = require("koffi");
const { rapier2d, regex } = require("simple_native");

const CALLS = 20_000;
const TURNS = 31;

function seconds(call) {
  const start = process.cpuUsage();
  for (let i = 0; i < CALLS; i++) call();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

function compare(what, ours, theirs, aim) {
  for (let i = 0; i < 5; i++) seconds(ours), seconds(theirs);
  const turns = Array.from({ length: TURNS }, () => [seconds(ours), seconds(theirs)]);
  console.log(JSON.stringify({
    what,
    ours: median(turns.map(([one]) => one)) / CALLS,
    theirs: median(turns.map(([, other]) => other)) / CALLS,
    ratio: median(turns.map(([one, other]) => one / other)),
    aim,
  }));
}

const library = koffi.load(process.env.SIMPLE_NATIVE_LIBRARY);
const world = rapier2d.World.new(0, -9.81);
const { handle } = world;
const count = library.func("rt_rapier2d_world_body_count", "int64", ["int64"]);
compare("a number by method / koffi", () => world.bodyCount(), () => count(handle), 3);

const pattern = regex.Regex.new("[0-9]+");
const own = /[0-9]+/;
const all = /[0-9]+/g;
const text = "the year 2026 and the next";
const isMatch = library.func("rt_regex_is_match", "int64", ["int64", "str"]);
const number = pattern.handle;
compare("a text in, by method / koffi", () => pattern.isMatch(text), () => isMatch(number, text), 3);
compare("a match told / RegExp", () => pattern.isMatch(text), () => own.test(text), 10);
compare("a match / RegExp", () => pattern.find(text), () => own.exec(text)[0], 10);
compare("matches replaced / RegExp", () => pattern.replaceAll(text, "x"), () => text.replace(all, "x"), 10);
