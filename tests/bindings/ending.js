// A program of Node's ends well while the archive calls its functions, and takes a handler away that waits to be
// called: it runs when the event loop is free, so nothing may wait for it.
"use strict";

const assert = require("node:assert");
const { spawn, spawnSync } = require("node:child_process");
const { http } = require("simple_native");

const CLIENT = `
const net = require("node:net");
for (let i = 0; i < 6; i++) {
  const connection = net.connect(Number(process.argv[1]), "127.0.0.1");
  const ask = () => connection.write("GET / HTTP/1.1\\r\\nHost: here\\r\\n\\r\\n".repeat(8));
  connection.on("connect", ask).on("data", ask).on("error", () => {}).on("close", () => process.exit());
}
`;

function serve(how) {
  let calls = 0;
  assert(http.rt_http_register_handler("answer", () => {
    calls++;
    return http.HttpResponse.create(200, "x");
  }, null));
  const server = http.rt_http_server_create(0);
  assert(http.rt_http_server_route(server, "GET", "/", "answer"));
  assert(http.rt_http_server_start_background(server));
  spawn(process.execPath, ["-e", CLIENT, String(http.rt_http_server_port(server))], { stdio: "ignore" });
  const timer = setInterval(() => {
    if (calls < 300) return;
    clearInterval(timer);
    // The requests that come now wait for the event loop.
    for (const end = Date.now() + 200; Date.now() < end; );
    if (how === "unregister") {
      assert(http.rt_http_unregister_handler("answer"));
      const seen = calls;
      setTimeout(() => {
        assert.equal(calls, seen);
        console.log("ends");
        process.exit(0);
      }, 300);
      return;
    }
    if (how === "unregister and end") assert(http.rt_http_unregister_handler("answer"));
    console.log("ends");
    process.exit(0);
  }, 10);
}

if (process.argv[2]) serve(process.argv[2]);
else {
  for (const how of ["end", "unregister", "unregister and end"]) {
    const done = spawnSync(process.execPath, [__filename, how], { encoding: "utf8", timeout: 60000 });
    assert.equal(done.status, 0, `${how}: ${done.signal} ${done.stdout} ${done.stderr.slice(-500)}`);
    assert.equal(done.stdout, "ends\n");
  }
  console.log("ending: fine");
}
