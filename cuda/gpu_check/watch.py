"""Runs a program that may hang or die."""

import os
import signal
import subprocess
import threading


def last_line(log):
    lines = log.read_text(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""


def end(process):
    """With all that it has started. A process that hangs in the driver is not waited for."""
    if process.poll() is not None:
        return
    os.killpg(process.pid, signal.SIGKILL)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        pass


def run(command, seconds, log, say):
    """Tells what it prints, line by line; its errors go to the file `log`. Its exit status, None where it was killed, and in words
    how it ended, with its last words."""
    with log.open("w") as errors:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, errors="replace", start_new_session=True)

    def tell():
        for line in process.stdout:
            say(line.rstrip("\n"))

    reader = threading.Thread(target=tell, daemon=True)
    reader.start()
    status = None
    try:
        status = process.wait(seconds)
        how = f"ended by signal {-status}" if status < 0 else f"ended with status {status}"
    except subprocess.TimeoutExpired:
        how = f"no end after {seconds} s"
    finally:
        end(process)
        reader.join(10)
    last = last_line(log)
    return status, how + (f', last said "{last}"' if last else "")
