"""Drawing beside Skia (the package `skia-python` of PyPI), from Python: rows of the bench's table.

Arguments: the shared object, the file of icons, and a font file. What is measured is the processor's time of the whole
process, the two in turns, so that a busy machine changes little.
"""

import ctypes
import math
import re
import statistics
import sys
import time

import skia

library = ctypes.CDLL(sys.argv[1])
icons = [line for line in open(sys.argv[2]).read().splitlines() if line and not line.startswith("#")]
TURNS = 9


def declared(name, result, *arguments):
    function = library["rt_lyon_" + name]
    function.restype, function.argtypes = result, arguments
    return function


i64, f64, text = ctypes.c_int64, ctypes.c_double, ctypes.c_char_p
numbers, handles = ctypes.POINTER(f64), ctypes.POINTER(i64)
canvas_new = declared("canvas_new", i64, i64, i64)
canvas_clear = declared("canvas_clear", ctypes.c_bool, i64, i64)
draw = declared("canvas_draw", ctypes.c_bool, i64, i64, f64, f64, f64, f64, i64)
draw_many = declared("canvas_draw_many", ctypes.c_bool, i64, handles, i64, numbers, i64, handles, i64)
draw_text = declared("canvas_draw_text", ctypes.c_bool, i64, i64, text, f64, f64, f64, i64)
draw_picture = declared("canvas_draw_picture", ctypes.c_bool, i64, i64, i64, f64)
fill = declared("canvas_fill", ctypes.c_bool, i64, i64, i64, i64, i64, text)
to_svg = declared("path_to_svg", ctypes.c_void_p, i64)
from_svg = declared("path_from_svg", i64, text)
combine = declared("path_combine", i64, i64, i64, i64, i64, f64)
path_free = declared("path_free", ctypes.c_bool, i64)
font_load = declared("font_load", i64, text, i64)
gradient = declared("paint_linear_gradient", i64, f64, f64, f64, f64, numbers, i64, handles, i64, i64)
paint_color = declared("paint_color", i64, i64)
turn = declared("transform_rotate", i64, f64)
last_error = declared("get_last_error", text)


text_free = library.rt_text_free
text_free.argtypes = (ctypes.c_void_p,)


def made(handle):
    assert handle, last_error()
    return handle


def theirs_of(path):
    """The path that the text of one of ours describes: M, L, Q, C and Z, all absolute."""
    raw = to_svg(path)
    made = skia.Path()
    for letter, rest in re.findall("([MLQCZ])([^MLQCZ]*)", ctypes.cast(raw, text).value.decode()):
        at = [float(number) for number in rest.split()]
        call = {"M": made.moveTo, "L": made.lineTo, "Q": made.quadTo, "C": made.cubicTo, "Z": made.close}[letter]
        call(*at)
    text_free(raw)
    return made


def both(d):
    ours = made(from_svg(d.encode()))
    return ours, theirs_of(ours)


def seconds(work):
    begun = time.process_time()
    work()
    return time.process_time() - begun


def row(what, ours, theirs, repeats=1, aim=""):
    """Microseconds of each, and the median of the turns' ratios."""
    ours(), theirs()
    again = lambda work: seconds(lambda: [work() for _ in range(repeats)])
    turns = [(again(ours), again(theirs)) for _ in range(TURNS)]
    middle = lambda figures: statistics.median(figures) / repeats * 1e6
    ratio = statistics.median(a / b for a, b in turns)
    us, them = middle(a for a, _ in turns), middle(b for _, b in turns)
    print(f"| {what} | {us:.1f} µs | {them:.1f} µs | {ratio:.2f} | {aim} |", flush=True)


def paint(color, blend=None):
    made = skia.Paint(AntiAlias=True, Color=color)
    if blend is not None:
        made.setBlendMode(blend)
    return made


def drawn_icons():
    # Icons are 16 units across.
    ours, theirs = zip(*map(both, icons))
    count = len(icons)
    for size, repeats in ((64, 8), (256, 3), (1024, 1)):
        canvas, surface = made(canvas_new(size, size)), skia.Surface(size, size)
        scale = size / 16
        other = surface.getCanvas()
        other.scale(scale, scale)
        black = paint(skia.ColorBLACK)

        def draw_ours():
            for path in ours:
                draw(canvas, path, 0, 0, 0, scale, 0xFF)

        def draw_theirs():
            for path in theirs:
                other.drawPath(path, black)

        row(f"drawing {count} icons at {size} px / Skia", draw_ours, draw_theirs, repeats, "at most 1.5")


def star(points, inner, outer):
    corners = []
    for i in range(2 * points):
        radius, angle = (outer, inner)[i % 2], i * math.pi / points
        corners.append(f"{radius * math.sin(angle):g} {-radius * math.cos(angle):g}")
    return "M" + "L".join(corners) + "Z"


def frame():
    """A game's frame: 150 shapes, each in its place, on 800 by 600 pixels."""
    shapes = [star(5, 8, 20), star(3, 6, 14), "M-15 -10H15V10H-15Z", "M-12 0A12 12 0 0 1 12 0A12 12 0 0 1 -12 0Z"]
    ours, theirs = zip(*map(both, shapes))
    places = [((i * 97) % 800, (i * 61) % 600, i * 0.37, 0.6 + (i % 5) * 0.3) for i in range(150)]
    flat = (f64 * 600)(*[number for place in places for number in place])
    paths = (i64 * 150)(*[ours[i % 4] for i in range(150)])
    colors = (i64 * 150)(*[(0x204060 * (i + 1) & 0xFFFFFF) << 8 | 0xFF for i in range(150)])
    paints = [paint(skia.Color((c := colors[i]) >> 24 & 255, c >> 16 & 255, c >> 8 & 255)) for i in range(150)]
    canvas, surface = made(canvas_new(800, 600)), skia.Surface(800, 600)
    other = surface.getCanvas()

    def draw_ours():
        canvas_clear(canvas, 0x101020FF)
        assert draw_many(canvas, paths, 150, flat, 600, colors, 150)

    def draw_theirs():
        other.clear(0xFF101020)
        for i, (x, y, angle, scale) in enumerate(places):
            other.save()
            other.translate(x, y)
            other.rotate(math.degrees(angle))
            other.scale(scale, scale)
            other.drawPath(theirs[i % 4], paints[i])
            other.restore()

    row("a game's frame: 150 shapes cleared and drawn at 800 x 600 / Skia", draw_ours, draw_theirs, 20)


def whole_canvases():
    size = (1280, 720)
    canvas, surface = made(canvas_new(*size)), skia.Surface(*size)
    other = surface.getCanvas()
    row("a canvas of 1280 x 720 cleared / Skia", lambda: canvas_clear(canvas, 0x336699FF),
        lambda: other.clear(0xFF336699), 10)
    everything = made(from_svg(b"M0 0H1280V720H0Z"))
    area = skia.Rect(0, 0, *size)
    sunset = made(gradient(0, 0, 1280, 720, (f64 * 2)(0, 1), 2, (i64 * 2)(0xFF0000FF, 0x0000FFFF), 2, 0))
    shader = skia.GradientShader.MakeLinear([(0, 0), size], [0xFFFF0000, 0xFF0000FF])
    row("filled with a linear gradient / Skia", lambda: fill(canvas, everything, 0, sunset, 0, b"{}"),
        lambda: other.drawRect(area, skia.Paint(Shader=shader)), 2)
    half = made(paint_color(0xFF800080))
    row("multiplied with a colour / Skia", lambda: fill(canvas, everything, 0, half, 0, b'{"blend":"multiply"}'),
        lambda: other.drawRect(area, paint(0x80FF8000, skia.BlendMode.kMultiply)), 2)
    picture = made(canvas_new(512, 512))
    canvas_clear(picture, 0xFF800080)
    image = skia.Surface(512, 512)
    image.getCanvas().clear(0x80FF8000)
    image = image.makeImageSnapshot()
    turned = made(turn(0.3))
    sampling = skia.SamplingOptions(skia.FilterMode.kLinear)

    def turned_by_skia():
        other.save()
        other.rotate(math.degrees(0.3))
        other.drawImage(image, 0, 0, sampling)
        other.restore()

    row("a picture of 512 x 512 drawn, turned / Skia", lambda: draw_picture(canvas, picture, turned, 1.0), turned_by_skia, 3)


def text_lines():
    file = sys.argv[3]
    lines = [f"Line {i}: the quick brown fox jumps over the lazy dog." for i in range(30)]
    font, other_font = made(font_load(file.encode(), 0)), skia.Font(skia.Typeface.MakeFromFile(file), 16)
    canvas, surface = made(canvas_new(800, 600)), skia.Surface(800, 600)
    other, black = surface.getCanvas(), paint(skia.ColorBLACK)

    def draw_ours():
        for i, line in enumerate(lines):
            draw_text(canvas, font, line.encode(), 10, 20 + 19 * i, 16, 0xFF)

    def draw_theirs():
        for i, line in enumerate(lines):
            other.drawString(line, 10, 20 + 19 * i, other_font, black)

    row("30 lines of text shaped and drawn, 16 px / Skia, which keeps its letters and does not shape", draw_ours, draw_theirs, 5)


def combined():
    ours, theirs = zip(*map(both, icons))

    def join_ours():
        for i in range(0, len(ours) - 1):
            path_free(made(combine(ours[i], ours[i + 1], 0, 1, 0.01)))

    def join_theirs():
        for i in range(0, len(theirs) - 1):
            skia.Op(theirs[i], theirs[i + 1], skia.PathOp.kUnion_PathOp)

    row("the union of each icon and the next, curves as lines / Skia, which keeps curves", join_ours, join_theirs)


drawn_icons()
frame()
whole_canvases()
text_lines()
combined()
