// What Node's binding refuses: what C would cut, what is shorter than it says. Objects that functions give back, and
// errors that are no other call's.
"use strict";

const assert = require("node:assert");
const { http, lyon, module: modules, native, regex, NativeError } = require("simple_native");

const before = native.rt_native_live_handles();
const pattern = regex.Regex.new("a+");

for (const cut of ["a\0b", Buffer.from("a\0b")]) {
  assert.throws(() => pattern.find(cut), RangeError);
  assert.throws(() => regex.rt_regex_is_match(pattern.handle, cut), RangeError);
  assert.throws(() => regex.RegexSet.new(["a", cut]), RangeError);
}
for (const other of [5, [97], {}, true, new Uint16Array([97])]) assert.throws(() => pattern.find(other), TypeError);
assert.equal(pattern.find(Buffer.from("xaa")), "aa");

for (const cut of [2 ** 64, 2 ** 64 + 4096, 2 ** 53, 2.9, NaN, Infinity, 2n ** 63n, 2n ** 64n + 1n, -(2n ** 63n) - 1n]) {
  assert.throws(() => pattern.findAt("aaa", cut), RangeError);
  assert.throws(() => regex.rt_regex_is_match(cut, "aaa"), RangeError);
}
for (const other of ["2", null, undefined, true, {}]) assert.throws(() => pattern.findAt("aaa", other), TypeError);
assert.throws(() => pattern.findAt("aaa", 2n ** 63n - 1n), NativeError);
assert.equal(pattern.findAt("aaa", 1n).start, 1);

// The count is that of what was made, whatever the argument says of itself.
const lying = { length: 1e6, [Symbol.iterator]: function* () { yield 1; } };
assert.equal(lyon.rt_lyon_path_polygon(lying, 50), 0);
const path = lyon.rt_lyon_path_polygon(new Set([0, 0.5, 1, 1.5, 2, 0.25]), 3);
assert(path > 0);
lyon.rt_lyon_path_free(path);
lyon.rt_lyon_clear_error();
for (const half of ["\ud800", "a\udc00", "\udc00\ud800"]) {
  assert.throws(() => pattern.find(half), RangeError);
  assert.throws(() => regex.RegexSet.new([half]), RangeError);
}
assert.equal(regex.rt_regex_find_quick(".", "\ud83e\udd9c"), "🦜");
for (const other of ["abc", 5, {}, new ArrayBuffer(48), [0, 0, 1, "x", 2, 0], [0, 0, 1, undefined, 2, 0]]) {
  assert.throws(() => lyon.rt_lyon_path_polygon(other, 3), TypeError);
}
for (const other of ["", 0, false, "ab", {}, { a: 1 }, new ArrayBuffer(8)]) assert.throws(() => regex.rt_regex_set_new(other), TypeError);

for (const other of ["éé", [1, 2], new ArrayBuffer(8), 5]) {
  assert.throws(() => http.rt_http_response_create_bytes(200, other, "a/b"), TypeError);
}
http.rt_http_response_free(http.rt_http_response_create_bytes(200, new Uint16Array([1, 2, 3]), "a/b"));

// Far more than koffi has places for callbacks.
for (let i = 0; i < 20000; i++) assert(http.rt_http_register_handler("many", () => 0, null));
assert(http.rt_http_unregister_handler("many"));
assert(!http.rt_http_unregister_handler("many"));

const get = async (port) => {
  const answered = await fetch(`http://127.0.0.1:${port}/`);
  return answered.ok ? answered.text() : answered.status;
};

async function main() {
  const server = http.HttpServer.create(0);
  server.route("GET", "/", "answer");
  server.startBackground();
  const port = server.port();
  const data = { any: 1 };
  let seen;
  assert(http.rt_http_register_handler("answer", (request, given) => {
    seen = given;
    return http.HttpResponse.create(200, "an object");
  }, data));
  assert.equal(await get(port), "an object");
  assert.equal(seen, data);
  assert(http.rt_http_register_handler("answer", () => http.HttpResponse.create(200, "a number").detach(), null));
  assert.equal(await get(port), "a number");
  http.registerHandler("answer", (request, extra) => http.HttpResponse.create(200, request.path() + extra), "!");
  assert.equal(await get(port), "/!");
  assert.throws(() => http.registerHandler("answer", null), NativeError);
  // An exception is reported and ends nothing.
  http.registerHandler("answer", () => { throw new Error("which is reported"); });
  assert.equal(await get(port), 500);
  // Taken away and registered again at once; taken away for good.
  assert(http.rt_http_unregister_handler("answer"));
  assert(http.rt_http_register_handler("answer", () => http.HttpResponse.create(200, "again"), null));
  await new Promise((done) => setTimeout(done, 50));
  assert.equal(await get(port), "again");
  assert(http.rt_http_unregister_handler("answer"));
  await new Promise((done) => setTimeout(done, 50));
  server.setAnswerTimeout(100);
  assert.equal(await get(port), 503);
  // The request that was left to be pulled is the server's: that it is gone is no failure of another call.
  const asked = get(port);
  await new Promise((done) => setTimeout(done, 50));
  const request = server.nextRequest(1000);
  assert.equal(await asked, 503);
  http.rt_http_clear_error();
  request.close();
  assert.equal(http.rt_http_get_last_error(), "");
  const document = http.JsonValue.parseJson('{"a":""}');
  assert.equal(document.get("/a"), "");
  document.close();
  server.stop();
  server.close();

  const events = modules.EventSubscription.subscribe(["module"]);
  assert(events.notify((told) => assert.equal(told.handle, events.handle), null));
  events.close();

  // A text that no string can hold is freed all the same.
  const used = () => process.memoryUsage().rss;
  const start = used();
  const one = regex.Regex.new("a");
  const many = "a".repeat(600);
  const long = "b".repeat(2 ** 20);
  for (let i = 0; i < 4; i++) {
    assert.throws(() => regex.rt_regex_replace_all_literal(one.handle, many, long), /longer/);
  }
  assert(used() - start < 2 ** 30);
  one.close();
  pattern.close();
  for (let i = 0; i < 200 && native.rt_native_live_handles() !== before; i++) await new Promise((done) => setTimeout(done, 10));
  assert.equal(native.rt_native_live_handles(), before);
  console.log("arguments: fine");
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
