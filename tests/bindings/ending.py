"""A program of Python's ends well while the archive calls its functions."""

import subprocess
import sys
import time

CLIENT = """
import socket, sys, threading

def ask():
    try:
        connection = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
        while True:
            connection.sendall(b"GET / HTTP/1.1\\r\\nHost: here\\r\\n\\r\\n" * 8)
            if not connection.recv(65536):
                return
    except OSError:
        pass

for _ in range(6):
    threading.Thread(target=ask).start()
"""


def serve():
    from simple_native import http, module

    calls = 0

    def answer(request, _):
        nonlocal calls
        calls += 1
        sum(range(200))
        return http.HttpResponse.create(200, "x")

    def notified(subscription, _):
        while module.rt_events_next(subscription, 0):
            pass

    assert module.rt_events_notify(module.rt_events_subscribe(["http"]), notified, None)
    assert http.rt_http_register_handler("answer", answer, None)
    server = http.rt_http_server_create(0)
    assert http.rt_http_server_route(server, "GET", "/", "answer")
    assert http.rt_http_server_start_background(server)
    port = http.rt_http_server_port(server)
    subprocess.Popen([sys.executable, "-c", CLIENT, str(port)])
    while calls < 1000:
        time.sleep(0.01)
    print("ends", flush=True)


if sys.argv[1:] == ["serve"]:
    serve()
else:
    for _ in range(5):
        done = subprocess.run([sys.executable, __file__, "serve"], capture_output=True, text=True, timeout=60)
        assert done.returncode == 0 and done.stdout == "ends\n", (done.returncode, done.stdout, done.stderr[-500:])
    print("ending: fine")
