// Bricks: a small whole game with a window, a canvas, text and sounds. The arrow keys or the mouse move the paddle.
//
//     c++ -std=c++17 -O2 -I$P/include -o bricks game.cpp $P/lib/libsimple_native.a $(cat $P/share/simple_native/link-flags.txt)

#include "simple_native.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

using namespace simple_native;
using Clock = std::chrono::steady_clock;

constexpr double WIDTH = 800, HEIGHT = 600, PADDLE = 110, RADIUS = 9, BRICK_WIDTH = 68, BRICK_HEIGHT = 22;
constexpr double FRAME = 1.0 / 60;
constexpr int64_t NIGHT = 0x10182CFF, PAPER = 0xF4EFE6FF;
constexpr int64_t ROWS[] = {0xE4572EFF, 0xF3A712FF, 0xA8C686FF, 0x669BBCFF, 0x8E6C8AFF};

// Short tones; silence where there is no device.
struct Sounds {
    audio::AudioEngine engine;
    audio::AudioSourceRef wall, paddle, brick;

    Sounds() {
        try {
            engine = audio::AudioEngine::init();
            wall = tone(220), paddle = tone(330), brick = tone(660);
        } catch (const error &) {
        }
    }
    audio::AudioSourceRef tone(double pitch) {
        const int64_t rate = engine.get_sample_rate(), count = rate / 12;
        std::vector<double> wave(count);
        for (int64_t i = 0; i < count; i++)
            wave[i] = 0.2 * (1.0 - double(i) / count) * std::sin(6.283185307179586 * pitch * i / rate);
        return engine.load_from_samples(wave, rate, 1);
    }
    void play(audio::AudioSourceRef sound) {
        if (engine) engine.play_sound(sound);
    }
};

struct Brick {
    double x, y;
    int64_t color;
};

struct Game {
    double paddle = WIDTH / 2, x = 0, y = 0, dx = 0, dy = 0;
    int score = 0, lives = 3;
    bool waits = true;
    std::vector<Brick> bricks;

    Game() {
        for (int row = 0; row < 5; row++)
            for (int column = 0; column < 10; column++)
                bricks.push_back({74.0 + column * 73, 71.0 + row * 28, ROWS[row]});
        serve();
    }
    void serve() { x = WIDTH / 2, y = 380, dx = 150, dy = 300, waits = true; }
    void step(double dt, double direction, Sounds &sounds) {
        paddle = std::clamp(paddle + direction * 620 * dt, PADDLE / 2, WIDTH - PADDLE / 2);
        if (waits || !lives) return;
        x += dx * dt, y += dy * dt;
        if (x <= RADIUS || x >= WIDTH - RADIUS) x = std::clamp(x, RADIUS, WIDTH - RADIUS), dx = -dx, sounds.play(sounds.wall);
        if (y < RADIUS) y = RADIUS, dy = -dy, sounds.play(sounds.wall);
        if (dy > 0 && std::abs(y - 560) < 12 && std::abs(x - paddle) < PADDLE / 2 + RADIUS)
            dx = (x - paddle) * 7, dy = -dy, sounds.play(sounds.paddle);
        auto across = [&](const Brick &brick) { return std::abs(x - brick.x) - BRICK_WIDTH / 2; };
        auto down = [&](const Brick &brick) { return std::abs(y - brick.y) - BRICK_HEIGHT / 2; };
        auto hit = std::find_if(bricks.begin(), bricks.end(),
                                [&](const Brick &brick) { return std::max(across(brick), down(brick)) < RADIUS; });
        if (hit != bricks.end()) {
            (across(*hit) > down(*hit) ? dx : dy) *= -1;
            bricks.erase(hit), score += 10, sounds.play(sounds.brick);
        }
        if (y > HEIGHT + 40) lives--, serve();
    }
};

int main() {
    auto loop = winit::EventLoop::create();
    auto window = loop.window_new(WIDTH, HEIGHT, "Bricks");
    auto canvas = lyon::Canvas::create(WIDTH, HEIGHT);
    auto font = lyon::Font::built_in();
    auto rounded = [](double w, double h, double r) { return lyon::Path::rounded_rectangle(-w / 2, -h / 2, w, h, r); };
    auto brick = rounded(BRICK_WIDTH, BRICK_HEIGHT, 5), paddle = rounded(PADDLE, 16, 8), ball = lyon::Path::circle(0, 0, RADIUS);
    Sounds sounds;
    Game game;
    for (auto due = Clock::now();; std::this_thread::sleep_until(due)) {
        for (const auto &event : loop.poll_all(256)) {
            const auto kind = event.get_type();
            if (kind == SN_EVENT_CLOSE_REQUESTED) return 0;
            if (kind == SN_EVENT_MOUSE_MOVED) game.paddle = event.mouse_moved().x / window.scale_factor();
            const auto key = kind == SN_EVENT_KEYBOARD_INPUT ? event.keyboard_input() : RtKeyInput{};
            if (key.pressed && key.keycode == SN_KEY_CODE_ESCAPE) return 0;
            if (kind == SN_EVENT_MOUSE_BUTTON || (key.pressed && key.keycode == SN_KEY_CODE_SPACE)) {
                if (!game.lives || game.bricks.empty()) game = Game();
                game.waits = false;
            }
        }
        game.step(FRAME, window.key_is_pressed(SN_KEY_CODE_RIGHT) - window.key_is_pressed(SN_KEY_CODE_LEFT), sounds);

        canvas.clear(NIGHT);
        for (const Brick &one : game.bricks) canvas.draw(brick, one.x, one.y, 0, 1, one.color);
        canvas.draw(paddle, game.paddle, 568, 0, 1, PAPER);
        canvas.draw(ball, game.x, game.y, 0, 1, PAPER);
        canvas.draw_text(font, std::to_string(game.score) + " points, " + std::to_string(game.lives) + " balls", 40, 40, 22, PAPER);
        if (game.waits || game.bricks.empty()) {
            const char *says = game.bricks.empty() ? "All gone!" : game.lives ? "Space begins" : "Over";
            canvas.draw_text(font, says, WIDTH / 2 - font.measure(says, 44).width / 2, 330, 44, PAPER);
        }
        window.present_canvas(canvas);
        due = std::max(due + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(FRAME)), Clock::now());
    }
}
