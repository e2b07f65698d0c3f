"""Bricks: a small whole game with a window, a canvas, text and sounds. The arrow keys or the mouse move the paddle.

    PYTHONPATH=$P/bindings/python python3 game.py
"""

import math

from simple_native import audio, lyon, winit
from simple_native.winit import KeyCode

WIDTH, HEIGHT = 800, 600
NIGHT, PAPER = map(lyon.rt_lyon_color_from_text, ("#10182c", "#f4efe6"))
ROWS = [lyon.rt_lyon_color_from_text(text) for text in ("#e4572e", "#f3a712", "#a8c686", "#669bbc", "#8e6c8a")]
COLUMNS, BRICK_WIDTH, BRICK_HEIGHT = 10, 68, 22
PADDLE, RADIUS = 110, 9


class Sounds:
    """Short tones; silence where there is no device."""

    def __init__(self):
        self.engine = audio.AudioEngine.init_or_silent()
        rate = self.engine.get_sample_rate()
        self.tones = {name: self.tone(rate, pitch) for name, pitch in (("wall", 220), ("paddle", 330), ("brick", 660))}

    def tone(self, rate, pitch):
        count = rate // 12
        wave = [0.2 * (1 - i / count) * math.sin(math.tau * pitch * i / rate) for i in range(count)]
        return self.engine.load_from_samples(wave, rate, 1)

    def play(self, name):
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
    while window.is_open():
        dt = window.frame(60)
        pointer, pressed = window.frame_pointer(), lambda key: window.frame_key(key).pressed
        if pointer.delta_x:
            game.paddle = pointer.x / window.scale_factor()
        if pressed(KeyCode.ESCAPE):
            return
        if pressed(KeyCode.SPACE) or window.frame_mouse_button(0).pressed:
            game = game if game.lives and game.bricks else Game()
            game.waits = False
        direction = window.frame_key(KeyCode.RIGHT).held - window.frame_key(KeyCode.LEFT).held
        # A frame that took too long is a slow one, so that the ball goes through nothing.
        game.step(min(dt, 1 / 30), direction, sounds)

        canvas.clear(NIGHT)
        if game.bricks:
            places = [number for x, y in game.bricks for number in (x, y, 0, 1)]
            canvas.draw_many([brick], places, game.bricks.values())
        canvas.draw(paddle, game.paddle, 568, 0, 1, PAPER)
        canvas.draw(ball, game.x, game.y, 0, 1, PAPER)
        canvas.draw_text(font, f"{game.score} points, {game.lives} balls", 40, 40, 22, PAPER)
        if game.waits or not game.bricks:
            says = "Space begins" if game.bricks and game.lives else "All gone!" if game.lives else "Over"
            canvas.draw_text(font, says, WIDTH / 2 - font.measure(says, 44).width / 2, 330, 44, PAPER)
        window.present_canvas(canvas)


main()
