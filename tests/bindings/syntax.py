"""What the tables of the page on the syntax say of patterns: argument 1."""

import re
import sys

from simple_native import regex

rows = 0
with open(sys.argv[1], encoding="utf-8") as page:
    for line in page:
        cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) != 4 or not (cells[0].startswith("`") and cells[1]):
            continue
        pattern, text, found = (cell[1:-1].replace("⏎", "\n") for cell in cells[:3])
        with regex.Regex.new(pattern) as one:
            assert one.find(text) == (found or None), f"{pattern} in {text}: {one.find(text)}, not {found}"
        rows += 1
print(rows, "rows hold")
