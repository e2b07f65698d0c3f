"""How long each operation takes by itself, so that a model's time can be told apart."""

import json

import speed
from simple_native import _library, cuda


def time_operations(device):
    """The archive's own timings, an entry that only this check's build has."""
    text = _library.declare("rt_cuda_time_operations", "t", "i")(device)
    if not text:
        raise RuntimeError(cuda.rt_cuda_get_last_error())
    return json.loads(text)


def measure(report, device):
    bandwidth, rate = speed.floors(report, device)
    report.say("Each in a row without gaps, recorded, weights and keys from memory; the median of 9 rows.")
    report.say("\n| operation | shape | time | bytes | share of the copies | products | share of their rate |\n|---|---|---|---|---|---|---|")
    for timing in time_operations(device):
        report.say(row(timing, bandwidth, rate))


def row(timing, bandwidth, rate):
    cells = [timing["operation"], timing["shape"]]
    if timing["left_out"]:
        return "| " + " | ".join([*cells, f"left out: {timing['left_out']}"]) + " |"
    seconds = timing["seconds"]
    cells += [f"{seconds * 1e6:.2f} µs", "", "", "", ""]
    if timing["bytes"]:
        cells[3:5] = f"{timing['bytes'] / seconds / 1e9:.0f} GB/s", f"{timing['bytes'] / seconds / bandwidth:.0%}"
    if timing["operations"]:
        cells[5] = f"{timing['operations'] / seconds / 1e12:.1f} TFLOP/s"
        if rate:
            cells[6] = f"{timing['operations'] / seconds / rate:.0%}"
    return "| " + " | ".join(cells) + " |"
