#!/usr/bin/env python3
"""Checks the CUDA code of simple_native on this machine's GPU, and measures it.

Needs an NVIDIA driver and Python with numpy; no Rust, no CUDA toolkit. Exit status 0 where everything passed. Each part
runs in a process of its own, so that one that hangs or dies costs none of the others: what it was at last stands in
gpu-check-PART.log then.
"""

import argparse
import faulthandler
import os
import shutil
import sys
import tempfile
import traceback
from pathlib import Path

HERE = Path(__file__).resolve().parent
os.environ.setdefault("SIMPLE_NATIVE_LIBRARY", str(HERE / "libsimple_native.so"))
sys.dont_write_bytecode = True

import watch  # noqa: E402

try:
    import numpy  # noqa: F401
except ImportError:
    sys.exit("This needs numpy: python3 -m pip install numpy (or your system's package python3-numpy).")

# Each part, and after how many seconds it is given up.
PARTS = {
    "kernels": 300,
    "functions": 60,
    "models": 300,
    "repeats": 120,
    "memory": 240,
    "together": 120,
    "operations": 300,
    "speed": 540,
    "sanitizer": 270,  # each tool
}


class Report:
    """What was looked at, what came of it: printed, and kept in a file as it comes."""

    def __init__(self, path=None):
        self.failed = []
        self.file = path and path.open("w")

    def say(self, line=""):
        print(line, flush=True)
        if line.startswith("FAILED "):
            self.failed.append(line[len("FAILED "):].split(":")[0])
        if self.file:
            self.file.write(line + "\n")
            self.file.flush()

    def check(self, name, passed, detail=""):
        self.say(f"{'ok    ' if passed else 'FAILED'} {name}{': ' + detail if detail else ''}")
        return passed


def sanitizer():
    found = shutil.which("compute-sanitizer")
    usual = Path("/usr/local/cuda/bin/compute-sanitizer")
    return found or (str(usual) if usual.exists() else None)


def command(arguments, parts, folder):
    """This program, for some parts in one process."""
    same = ["--device", str(arguments.device), "--seed", str(arguments.seed), "--folder", folder]
    return [sys.executable, str(HERE / "check.py"), "--here", *same, "--only", parts]


def run_sanitizer(report, arguments, folder, seconds):
    tool = sanitizer()
    if not tool:
        report.say("left out: compute-sanitizer is not on this machine")
        return
    for kind in ("memcheck", "racecheck"):
        log, lines = Path.cwd() / f"gpu-check-{kind}.log", []
        checked = [tool, "--tool", kind, "--error-exitcode", "9", *command(arguments, "kernels,models", folder)]
        status, how = watch.run(checked, seconds, log, lines.append)
        report.check(f"compute-sanitizer {kind}", status == 0, "; ".join([how, *lines[-1:]]))


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--device", type=int, default=0, help="which GPU; -1 tries these scripts on the CPU reference")
    parser.add_argument("--only", default=",".join(PARTS), help=f"parts, of {','.join(PARTS)}")
    parser.add_argument("--folder", help="where models are written, up to 17 GB for a while")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--timeout", type=int, help="seconds for each part (for each tool of the sanitizer), in place of its own")
    parser.add_argument("--here", action="store_true", help="in this process, without time-outs, and without gpu-check.txt")
    arguments = parser.parse_args()
    arguments.only = arguments.only.split(",")
    unknown = set(arguments.only) - {*PARTS, "device"}
    if unknown:
        parser.error(f"--only knows {', '.join(PARTS)}, and not {', '.join(sorted(unknown))}")
    if arguments.seed is None:
        arguments.seed = int.from_bytes(os.urandom(4), "little")
    return arguments


def look_at_device(report, arguments):
    from simple_native import cuda

    if arguments.device >= 0 and not cuda.rt_cuda_is_available():
        cuda.rt_cuda_set_device(arguments.device)
        sys.exit(f"No GPU can be used here: {cuda.rt_cuda_get_last_error()}.")
    if not cuda.rt_cuda_set_device(arguments.device):
        sys.exit(f"Device {arguments.device} cannot be used: {cuda.rt_cuda_get_last_error()}.")
    name = cuda.rt_cuda_device_name(arguments.device)
    report.say(f"device {arguments.device}: {name}, {cuda.rt_cuda_device_memory(arguments.device) / 2**30:.1f} GiB, "
               f"CUDA {cuda.rt_cuda_version()}, seed {arguments.seed}")


def run_here(report, arguments, folder):
    import correctness
    import operations
    import speed
    from simple_native import cuda

    cuda.rt_cuda_set_exact(True)  # what a GPU is held against
    for part in arguments.only:
        if part == "device":
            look_at_device(report, arguments)
            continue
        try:
            cuda.rt_cuda_set_device(arguments.device)
            if part == "operations":
                operations.measure(report, arguments.device)
            elif part == "speed":
                speed.measure(report, arguments.device, folder)
            else:
                getattr(correctness.Checks(report, arguments.device, folder, arguments.seed), part)()
        except Exception as error:
            traceback.print_exc()
            report.check(part, False, f"{type(error).__name__}: {error}")


def run_apart(report, arguments, folder):
    for part in ["device", *arguments.only]:
        seconds = 60 if part == "device" else arguments.timeout or PARTS[part]
        if part != "device":
            report.say(f"\n# {part}")
        if part == "sanitizer":
            run_sanitizer(report, arguments, folder, seconds)
            continue
        log, before = Path.cwd() / f"gpu-check-{part}.log", len(report.failed)
        status, how = watch.run(command(arguments, part, folder), seconds, log, report.say)
        if status != 0 and part == "device":
            sys.exit(watch.last_line(log) or how)
        said = status == 1 and len(report.failed) > before
        if status != 0 and not said:
            report.check(part, False, how)


def main():
    arguments = parse()
    if arguments.here:
        faulthandler.enable()
    report = Report(None if arguments.here else Path.cwd() / "gpu-check.txt")
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        if arguments.here:
            run_here(report, arguments, Path(folder))
        else:
            run_apart(report, arguments, folder)
            report.say(f"\n{len(report.failed)} failed" + "".join(f"\n  {name}" for name in report.failed))
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
