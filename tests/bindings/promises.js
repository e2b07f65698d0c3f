// Promises of Node's binding: what the calls give, why they fail, and that nothing of JavaScript's that they work with
// goes away meanwhile.
"use strict";

const assert = require("node:assert");
const v8 = require("node:v8");
const vm = require("node:vm");
const { Worker, isMainThread, parentPort, MessageChannel } = require("node:worker_threads");
const { http, lyon, native, regex, NativeError } = require("simple_native");

async function answers(port, count) {
  const url = `http://127.0.0.1:${port}/echo`;
  return Promise.all(Array.from({ length: count }, (_, at) => http.rt_http_post_async(url, `${at} ü`, "text/plain")));
}

async function main() {
  const before = native.rt_native_live_handles();
  const server = http.HttpServer.create(0);
  server.route("POST", "/echo", "echo");
  server.route("GET", "/waits", "waits");
  http.registerHandler("echo", (request) => http.HttpResponse.create(200, request.body()));
  server.startBackground();
  const port = server.port();

  // Results and reasons are each call's own, also where many run at once.
  const [said, refused, again] = await Promise.all([
    answers(port, 40),
    http.rt_http_get_async("http://127.0.0.1:1/").then(() => assert.fail(), (error) => error),
    http.rt_http_get_async("nothing:").then(() => assert.fail(), (error) => error),
  ]);
  said.forEach((one, at) => assert.deepEqual([one.status, one.body, one.error], [200, `${at} ü`, ""]));
  assert(refused instanceof NativeError && /127\.0\.0\.1:1/.test(refused.message), refused.message);
  assert(again instanceof NativeError && /nothing:/.test(again.message), again.message);
  // The reason of a call in the background is not this thread's last error.
  http.rt_http_clear_error();
  await http.rt_http_get_async("nothing:").catch(() => {});
  assert.equal(http.rt_http_get_last_error(), "");

  // A wait keeps no one else waiting; nothing is no failure.
  let ticks = 0;
  const clock = setInterval(() => ticks++, 5);
  assert.equal(await server.nextRequestAsync(200), null);
  clearInterval(clock);
  assert(ticks > 5, `${ticks}`);

  // Arguments are refused as elsewhere, by the promise.
  await assert.rejects(server.nextRequestAsync("x"), TypeError);
  await assert.rejects(http.rt_http_get_async("a\0b"), RangeError);

  // An object that is closed meanwhile, and one that nobody else knows.
  const other = http.HttpServer.create(0);
  other.startBackground();
  const waits = other.nextRequestAsync(5000).catch((error) => error);
  other.close();
  const ended = await waits;
  assert(ended === null || ended instanceof NativeError);
  const set = await regex.RegexSet.newAsync(Array.from({ length: 200 }, (_, at) => `a${at}`));
  assert.deepEqual(set.matches("a7"), [7]);
  set.close();

  // Memory that JavaScript gives away while the call reads it.
  const picture = new Uint8Array(2 ** 20).fill(97);
  const decoded = lyon.Canvas.decodeAsync(picture).catch((error) => error);
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(picture.buffer, [picture.buffer]);
  assert.equal(picture.length, 0);
  assert((await decoded) instanceof NativeError);
  port1.close();
  port2.close();
  // Arrays of texts and of numbers, and memory of less than eight bytes before a number.
  const canvas = await lyon.Canvas.fromPixelsAsync(new Uint8Array([1, 2, 3, 255]), 1, 1);
  assert.equal((await canvas.getPixelsAsync()).length, 4);
  const path = lyon.Path.polygon([0, 0, 4, 0, 4, 3], 3);
  const dashed = await path.dashAsync([1, 1], 0);
  assert(Math.abs(dashed.length() - 6) < 1e-9, `${dashed.length()}`);
  for (const one of [canvas, path, dashed]) one.close();

  // The collector knows of memory that is not its own: 1.6 GB of pictures, of which nobody holds one.
  for (let i = 0; i < 400; i++) {
    lyon.Canvas.new(1000, 1000);
    assert(native.rt_native_bulk_memory() < 1e9);
    await new Promise(setImmediate);
  }

  // A worker has its own.
  const worker = new Worker(__filename, { env: process.env });
  worker.postMessage(port);
  assert.equal(await new Promise((done, fail) => worker.once("message", done).once("error", fail)), "0 ü");
  await worker.terminate();

  http.unregisterHandler("echo");
  server.stop();
  server.close();
  v8.setFlagsFromString("--expose-gc");
  const collect = vm.runInNewContext("gc");
  for (let i = 0; i < 300 && native.rt_native_live_handles() !== before; i++) {
    collect();
    await new Promise((done) => setTimeout(done, 10));
  }
  assert.equal(native.rt_native_live_handles(), before);
  console.log("promises: fine");
}

if (isMainThread) {
  main().catch((error) => {
    console.error(error);
    process.exit(1);
  });
} else {
  parentPort.once("message", async (port) => parentPort.postMessage((await answers(port, 1))[0].body));
}
