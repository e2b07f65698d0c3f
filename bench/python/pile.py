"""The pile of bench/src/bin/rapier2d.rs in pymunk: COUNT bodies, STEPS steps, with sleep where SLEEP is 1. Prints the
seconds that the steps took."""

import sys
import time

import pymunk

count, steps, sleep = (int(argument) for argument in sys.argv[1:])
space = pymunk.Space()
space.gravity = (0, -9.81)
space.iterations = 4
if sleep:
    space.sleep_time_threshold = 0.5


def add(body, shape):
    shape.density = 1
    shape.friction = 0.5
    space.add(shape) if body is space.static_body else space.add(body, shape)


for x, y, half_width, half_height in ((0, -0.5, 100, 0.5), (-15.5, 40, 0.5, 40), (15.5, 40, 0.5, 40)):
    corners = [(x + i * half_width, y + j * half_height) for i, j in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    add(space.static_body, pymunk.Poly(space.static_body, corners))
for i in range(count):
    row, column = divmod(i, 25)
    body = pymunk.Body()
    body.position = ((column - 12.5) * 1.15 + 0.3 * (row % 3 - 1), 0.6 + 1.1 * row)
    add(body, pymunk.Circle(body, 0.5) if (row + column) % 2 else pymunk.Poly.create_box(body, (1, 1)))
start = time.process_time()
for _ in range(steps):
    space.step(1 / 60)
print(f"{time.process_time() - start:.6f}")
