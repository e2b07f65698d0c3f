#!/usr/bin/env python3
"""Checks the CUDA code of simple_native on this machine's GPU, and measures it.

Needs an NVIDIA driver and Python with numpy; no Rust, no CUDA toolkit. Exit status 0 where everything passed.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
os.environ.setdefault("SIMPLE_NATIVE_LIBRARY", str(HERE / "libsimple_native.so"))
sys.dont_write_bytecode = True

try:
    import numpy  # noqa: F401
except ImportError:
    sys.exit("This needs numpy: python3 -m pip install numpy (or your system's package python3-numpy).")

import correctness  # noqa: E402
import operations  # noqa: E402
import speed  # noqa: E402
from simple_native import cuda  # noqa: E402


class Report:
    """What was looked at, what came of it."""

    def __init__(self):
        self.failed = []
        self.lines = []

    def say(self, line=""):
        print(line, flush=True)
        self.lines.append(line)

    def check(self, name, passed, detail=""):
        if not passed:
            self.failed.append(name)
        self.say(f"{'ok    ' if passed else 'FAILED'} {name}{': ' + detail if detail else ''}")
        return passed


def sanitizer():
    found = shutil.which("compute-sanitizer")
    usual = Path("/usr/local/cuda/bin/compute-sanitizer")
    return found or (str(usual) if usual.exists() else None)


def run_sanitizer(report, arguments):
    tool = sanitizer()
    if not tool:
        report.say("left out: compute-sanitizer is not on this machine")
        return
    for kind in ("memcheck", "racecheck"):
        command = [tool, "--tool", kind, "--error-exitcode", "9", sys.executable, str(HERE / "check.py")]
        command += ["--device", str(arguments.device), "--only", "kernels,models"]
        done = subprocess.run(command, capture_output=True, text=True)
        last = (done.stdout + done.stderr).strip().splitlines()[-1:]
        report.check(f"compute-sanitizer {kind}", done.returncode == 0, last[0] if last else "")


PARTS = ("kernels", "functions", "models", "repeats", "memory", "together", "sanitizer", "operations", "speed")


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--device", type=int, default=0, help="which GPU; -1 tries these scripts on the CPU reference")
    parser.add_argument("--only", default=",".join(PARTS), help=f"parts, of {','.join(PARTS)}")
    parser.add_argument("--folder", help="where models are written, up to 17 GB for a while")
    parser.add_argument("--seed", type=int, default=None)
    arguments = parser.parse_args()
    arguments.only = arguments.only.split(",")
    unknown = set(arguments.only) - set(PARTS)
    if unknown:
        parser.error(f"--only knows {', '.join(PARTS)}, and not {', '.join(sorted(unknown))}")
    if arguments.seed is None:
        arguments.seed = int.from_bytes(os.urandom(4), "little")
    return arguments


def main():
    arguments = parse()
    if arguments.device >= 0 and not cuda.rt_cuda_is_available():
        cuda.rt_cuda_set_device(arguments.device)
        sys.exit(f"No GPU can be used here: {cuda.rt_cuda_get_last_error()}.")
    if not cuda.rt_cuda_set_device(arguments.device):
        sys.exit(f"Device {arguments.device} cannot be used: {cuda.rt_cuda_get_last_error()}.")
    report = Report()
    name = cuda.rt_cuda_device_name(arguments.device)
    report.say(f"device {arguments.device}: {name}, {cuda.rt_cuda_device_memory(arguments.device) / 2**30:.1f} GiB, "
               f"CUDA {cuda.rt_cuda_version()}, seed {arguments.seed}")
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        checks = correctness.Checks(report, arguments.device, Path(folder), arguments.seed)
        for part in arguments.only:
            report.say(f"\n# {part}")
            if part == "sanitizer":
                run_sanitizer(report, arguments)
            elif part == "operations":
                operations.measure(report, arguments.device)
            elif part == "speed":
                speed.measure(report, arguments.device, Path(folder))
            else:
                getattr(checks, part)()
    report.say(f"\n{len(report.failed)} failed" + "".join(f"\n  {name}" for name in report.failed))
    (Path.cwd() / "gpu-check.txt").write_text("\n".join(report.lines) + "\n")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
