"""Bricks: a small whole game with a window, a canvas, text and sounds. The arrow keys or the mouse move the paddle.

    PYTHONPATH=$P/bindings/python python3 game.py
"""

import math
import time

from simple_native import Error, audio, lyon, winit
from simple_native.winit import KeyCode

WIDTH, HEIGHT, FRAME = 800, 600, 1 / 60
NIGHT, PAPER = 0x10182CFF, 0xF4EFE6FF
ROWS = (0xE4572EFF, 0xF3A712FF, 0xA8C686FF, 0x669BBCFF, 0x8E6C8AFF)
COLUMNS, BRICK_WIDTH, BRICK_HEIGHT = 10, 68, 22
PADDLE, RADIUS = 110, 9


class Sounds:
    """Short tones; silence where there is no device."""

    def __init__(self):
        try:
            self.engine = audio.AudioEngine.init()
        except Error:
            self.engine = None
            return
        rate = self.engine.get_sample_rate()
        self.tones = {name: self.tone(rate, pitch) for name, pitch in (("wall", 220), ("paddle", 330), ("brick", 660))}

    def tone(self, rate, pitch):
        count = rate // 12
        wave = [0.2 * (1 - i / count) * math.sin(math.tau * pitch * i / rate) for i in range(count)]
        return self.engine.load_from_samples(wave, rate, 1)

    def play(self, name):
        if self.engine:
            self.engine.play_sound(self.tones[name])


class Game:
    def __init__(self):
        self.paddle, self.score, self.lives = WIDTH / 2, 0, 3
        self.bricks = {
            (40 + column * 73 + BRICK_WIDTH / 2, 60 + row * 28 + BRICK_HEIGHT / 2): color
            for row, color in enumerate(ROWS)
            for column in range(COLUMNS)
        }
        self.serve()

    def serve(self):
        self.x, self.y, self.dx, self.dy, self.waits = WIDTH / 2, 380, 150, 300, True

    def step(self, dt, direction, sounds):
        self.paddle = min(max(self.paddle + direction * 620 * dt, PADDLE / 2), WIDTH - PADDLE / 2)
        if self.waits or not self.lives:
            return
        self.x, self.y = self.x + self.dx * dt, self.y + self.dy * dt
        if not RADIUS < self.x < WIDTH - RADIUS:
            self.x, self.dx = min(max(self.x, RADIUS), WIDTH - RADIUS), -self.dx
            sounds.play("wall")
        if self.y < RADIUS:
            self.y, self.dy = RADIUS, -self.dy
            sounds.play("wall")
        if self.dy > 0 and abs(self.y - 560) < 12 and abs(self.x - self.paddle) < PADDLE / 2 + RADIUS:
            self.dx, self.dy = (self.x - self.paddle) * 7, -self.dy
            sounds.play("paddle")
        for brick in self.bricks:
            across, down = abs(self.x - brick[0]) - BRICK_WIDTH / 2, abs(self.y - brick[1]) - BRICK_HEIGHT / 2
            if max(across, down) < RADIUS:
                self.dx, self.dy = (-self.dx, self.dy) if across > down else (self.dx, -self.dy)
                del self.bricks[brick]
                self.score += 10
                sounds.play("brick")
                break
        if self.y > HEIGHT + 40:
            self.lives -= 1
            self.serve()


def main():
    loop = winit.EventLoop.new()
    window = loop.window_new(WIDTH, HEIGHT, "Bricks")
    canvas, font, sounds, game = lyon.Canvas.new(WIDTH, HEIGHT), lyon.Font.built_in(), Sounds(), Game()
    brick = lyon.Path.rounded_rectangle(-BRICK_WIDTH / 2, -BRICK_HEIGHT / 2, BRICK_WIDTH, BRICK_HEIGHT, 5)
    paddle = lyon.Path.rounded_rectangle(-PADDLE / 2, -8, PADDLE, 16, 8)
    ball = lyon.Path.circle(0, 0, RADIUS)
    due = time.monotonic()
    while True:
        for event in loop.poll_all(256):
            kind = event.get_type()
            if kind == winit.Event.CLOSE_REQUESTED:
                return
            if kind == winit.Event.MOUSE_MOVED:
                game.paddle = event.mouse_moved().x / window.scale_factor()
            key = event.keyboard_input() if kind == winit.Event.KEYBOARD_INPUT else None
            if key and key.pressed and key.keycode == KeyCode.ESCAPE:
                return
            if kind == winit.Event.MOUSE_BUTTON or key and key.pressed and key.keycode == KeyCode.SPACE:
                game = game if game.lives and game.bricks else Game()
                game.waits = False
        direction = window.key_is_pressed(KeyCode.RIGHT) - window.key_is_pressed(KeyCode.LEFT)
        game.step(FRAME, direction, sounds)

        canvas.clear(NIGHT)
        if game.bricks:
            places = [number for x, y in game.bricks for number in (x, y, 0, 1)]
            canvas.draw_many([brick.handle], places, game.bricks.values())
        canvas.draw(paddle, game.paddle, 568, 0, 1, PAPER)
        canvas.draw(ball, game.x, game.y, 0, 1, PAPER)
        canvas.draw_text(font, f"{game.score} points, {game.lives} balls", 40, 40, 22, PAPER)
        if game.waits or not game.bricks:
            says = "Space begins" if game.bricks and game.lives else "All gone!" if game.lives else "Over"
            canvas.draw_text(font, says, WIDTH / 2 - font.measure(says, 44).width / 2, 330, 44, PAPER)
        window.present_canvas(canvas)
        due = max(due + FRAME, time.monotonic())
        time.sleep(max(0.0, due - time.monotonic()))


main()
