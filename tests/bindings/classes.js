// Node's classes: objects that own their handles, errors that are thrown, functions that the archive calls.
"use strict";

const assert = require("node:assert");
const native = require("simple_native");
const { regex, rapier2d, lyon } = native;

const live = native.fn("rt_native_live_handles");
const before = live();

const date = regex.Regex.new("(\\d{4})-(\\d{2})");
assert.equal(date.find("made in 2026-11"), "2026-11");
assert.strictEqual(date.find("never"), undefined);
assert.strictEqual(date.isMatch("never"), false);
assert.strictEqual(date.isMatch("2026-11"), true);
// An older failure of a function is not a later call's; a copy would be the number without its owner.
assert.equal(regex.rt_regex_find_quick("(", "x"), "");
assert.strictEqual(date.find("never"), undefined);
const some = regex.Regex.new("(?P<a>a)?(b*)");
assert.deepStrictEqual(some.capturesArray("b"), ["b", undefined, "b"]);
assert.deepStrictEqual(some.capturesAllArray("ba"), ["b", undefined, "b", "a", "a", ""]);
assert.deepStrictEqual(some.captureNames(), [undefined, "a", undefined]);
assert.deepStrictEqual([some.find(""), some.capturesName("b", "a"), some.capturesName("a", "a")], ["", undefined, "a"]);
const text = regex.RegexText.new(Buffer.from("c"));
assert.deepStrictEqual([date.captures("never"), date.findIn(text, 0)], [undefined, undefined]);
text.close();
some.close();
assert.throws(() => structuredClone(date), { name: "DataCloneError" });
assert.throws(() => JSON.stringify({ date }), TypeError);
// Offsets count UTF-16's code units as JavaScript does, and bytes of bytes.
const wide = "größe 2026-11 🦜 x";
const either = regex.Regex.new("(\\d{4})-(\\d{2})|(x)");
const found = [...wide.matchAll(/(\d{4})-(\d{2})|(x)/gd)];
assert.deepStrictEqual(either.capturesAllOffsets(wide), found.flatMap((one) => one.indices.flatMap((span) => span ?? [-1, -1])));
assert.deepStrictEqual(either.capturesOffsets(wide, 7), found[1].indices.flatMap((span) => span ?? [-1, -1]));
assert.deepStrictEqual(either.findAllOffsets(wide), [6, 13, 17, 18]);
assert.deepStrictEqual(either.findAt(wide, 14), { start: 17, end: 18 });
assert.deepStrictEqual(either.findAt(Buffer.from(wide), 14), { start: 21, end: 22 });
assert.equal(either.findAt(wide, wide.length), undefined);
assert.throws(() => either.findAt(wide, wide.length + 1), /outside/);
assert.throws(() => either.findAt(wide, 15), /inside a character/);
either.close();
assert.throws(() => date.findAt("2026-11", 99), /`start` is 99/);
date.close();
date.close();
assert.throws(() => date.find("2026-11"), native.NativeError);

const world = rapier2d.World.new(0, -9.81);
let body = world.bodyNewDynamic(0, 10, 0);
const ball = world.colliderNewCircle(body, 0.5);
assert.equal(ball.getBody().handle, body.handle);
for (let i = 0; i < 10; i++) world.step(1 / 60);
assert(body.getPosition().y < 10);
body = null;
assert.equal(world.bodyCount(), 1);
world.close();

// What arrays and structs stand for are objects, which know their world; under its own name a function gives numbers.
const space = rapier2d.World.new(0, 0);
const [left, right] = [0, 1].map((x) => space.bodyNewDynamic(x, 0, 0));
const [first, second] = [left, right].map((one) => space.colliderNewCircle(one, 1));
const same = (objects, others) =>
  assert.deepStrictEqual(objects.map((one) => one.handle).sort(), others.map((one) => one.handle).sort());
same(space.getBodies(), [left, right]);
same(space.getColliders(), [first, second]);
same(left.getColliders(), [first]);
same(space.getJoints(), []);
const joint = space.jointFixed(left, right);
same(space.getJoints(), [joint]);
space.step(1 / 60);
const hit = space.castRay(-10, 0, 1, 0, 100);
for (const { collider } of [
  hit,
  space.castRayFiltered(-10, 0, 1, 0, 100, 0xffff, 0xffff, false, null),
  space.castCircle(-10, 0, 0.1, 1, 0, 100, 0xffff, 0xffff, false, null),
  space.queryNearest(-10, 0, 100),
]) {
  assert(collider instanceof rapier2d.Collider);
  same([collider, collider.getBody()], [first, left]);
}
assert.deepStrictEqual(rapier2d.rt_rapier2d_world_get_bodies(space.handle), [left.handle, right.handle]);
assert.equal(rapier2d.rt_rapier2d_world_cast_ray(space.handle, -10, 0, 1, 0, 100).collider, first.handle);
assert.strictEqual(space.castRay(-10, 0, -1, 0, 100).collider, null);
for (const found of [space.queryPoint(-0.5, 0), space.queryCircle(-0.9, 0, 0.05), space.queryBox(-0.9, 0, 0.05, 0.05, 0)]) {
  same(found, [first]);
}
const contacts = space.getContacts();
const touching = contacts.get(0);
same([touching.collider1, touching.collider2], contacts.colliders());
assert.throws(() => contacts.get(99), native.NativeError);
const events = space.getCollisionEvents();
const begun = events.get(0);
assert(begun.started);
same([begun.collider1.getBody(), begun.collider2.getBody()], [left, right]);
contacts.close();
events.close();
space.getColliders().forEach((one) => one.close());
assert.equal(space.colliderCount(), 0);
assert.throws(() => hit.collider.getBody(), native.NativeError);
space.close();

// Where a function takes handles, a method takes objects, and handles too.
const canvas = lyon.Canvas.new(3, 1);
const square = lyon.Path.rectangle(0, 0, 1, 1);
const dot = lyon.Canvas.new(1, 1);
canvas.drawMany(new Set([square, square.handle]), [0, 0, 0, 1, 2, 0, 0, 1], [0xff0000ff, 0x00ff00ff]);
dot.clear(0x0000ffff);
canvas.drawPictures([dot], [1.5, 0.5, 0, 1], [1]);
assert.equal(canvas.getPixels().toString("hex"), "ff0000ff0000ffff00ff00ff");
assert.throws(() => canvas.drawMany([dot], [0, 0, 0, 1], [0]), native.NativeError);
assert.throws(() => canvas.drawMany([null], [0, 0, 0, 1], [0]), TypeError);
assert.throws(() => canvas.drawMany("ab", [0, 0, 0, 1], [0]), TypeError);
[canvas, square, dot].forEach((one) => one.close());

const builder = lyon.PathBuilder.new();
builder.begin(0, 0);
builder.lineTo(3, 4);
const path = builder.build();
assert.equal(builder.handle, 0);
assert(Math.abs(path.length() - 5) < 1e-9);
path.close();
assert.equal(live(), before);

// What a worker has made goes with it; what it has given away stays.
const { Worker } = require("node:worker_threads");
const made = "const { regex } = require('simple_native'); regex.Regex.new('kept'); regex.Regex.new('closed').close();" +
  "require('node:worker_threads').parentPort.postMessage(regex.Regex.new('given').detach());";
let given;
new Worker(made, { eval: true })
  .on("message", (handle) => (given = handle))
  .on("exit", () => {
    assert.equal(live(), before + 1);
    assert.equal(regex.rt_regex_pattern(given), "given");
    regex.rt_regex_destroy(given);
    console.log("classes: fine");
  });
