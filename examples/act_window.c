/* A window with a picture that moves: the arrow keys or a held left button steer it, the wheel sizes it, Escape
 * or closing ends it. Without a hand at it, it ends by itself. What was last shown goes to `out`. */
#include "acts.h"
#include "simple_native.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { CLOSE = 3, RESIZED = 1, KEY = 10, BUTTON = 20, MOUSE = 21, WHEEL = 22 };
enum { ESCAPE = 27, KEY_LEFT = 37, KEY_UP = 38, KEY_RIGHT = 39, KEY_DOWN = 40 };
enum { LEFT_BUTTON = 0, SECONDS = 6, FRAME_MS = 16 };

typedef struct {
    int64_t width, height;
    uint8_t *pixels;
    double x, y, dx, dy, radius;
    bool held, over;
    int64_t events;
} Scene;

static void pause_ms(long ms) {
    struct timespec time = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&time, NULL);
}

static void key(Scene *scene, int64_t event) {
    RtKeyInput input = rt_winit_event_keyboard_input(event);
    if (!input.pressed) return;
    if (input.keycode == ESCAPE) scene->over = true;
    if (input.keycode == KEY_LEFT) scene->dx -= 1;
    if (input.keycode == KEY_RIGHT) scene->dx += 1;
    if (input.keycode == KEY_UP) scene->dy -= 1;
    if (input.keycode == KEY_DOWN) scene->dy += 1;
}

static void resize(Scene *scene, int64_t width, int64_t height) {
    uint8_t *pixels = realloc(scene->pixels, (size_t)(width * height * 4));
    if (!pixels) return;
    scene->pixels = pixels;
    scene->width = width;
    scene->height = height;
}

static void take(Scene *scene, int64_t event) {
    scene->events++;
    switch (rt_winit_event_get_type(event)) {
    case CLOSE: scene->over = true; break;
    case KEY: key(scene, event); break;
    case RESIZED: {
        RtWindowSize size = rt_winit_event_window_resized(event);
        resize(scene, size.width, size.height);
        break;
    }
    case BUTTON: {
        RtMouseButtonInput input = rt_winit_event_mouse_button(event);
        if (input.button == LEFT_BUTTON) scene->held = input.pressed;
        break;
    }
    case MOUSE: {
        RtMousePosition at = rt_winit_event_mouse_moved(event);
        if (scene->held) scene->x = at.x, scene->y = at.y;
        break;
    }
    case WHEEL:
        scene->radius = fmin(fmax(scene->radius + 4 * rt_winit_event_mouse_wheel(event).delta_y, 8), 200);
        break;
    }
}

static void move(Scene *scene) {
    scene->x += scene->dx;
    scene->y += scene->dy;
    double right = (double)scene->width - scene->radius, bottom = (double)scene->height - scene->radius;
    if (scene->x < scene->radius || scene->x > right) scene->dx = -scene->dx;
    if (scene->y < scene->radius || scene->y > bottom) scene->dy = -scene->dy;
    scene->x = fmin(fmax(scene->x, scene->radius), right);
    scene->y = fmin(fmax(scene->y, scene->radius), bottom);
}

/* A lit ball over a checkered ground. */
static void draw(const Scene *scene) {
    for (int64_t y = 0; y < scene->height; y++) {
        for (int64_t x = 0; x < scene->width; x++) {
            uint8_t *pixel = scene->pixels + (y * scene->width + x) * 4;
            double u = ((double)x - scene->x) / scene->radius, v = ((double)y - scene->y) / scene->radius;
            double depth = 1 - u * u - v * v;
            uint8_t ground = (x / 32 + y / 32) % 2 ? 40 : 56;
            double light = depth > 0 ? fmax(0.15, (-0.5 * u - 0.6 * v + 0.62 * sqrt(depth))) : 0;
            pixel[0] = depth > 0 ? (uint8_t)(255 * light) : ground;
            pixel[1] = depth > 0 ? (uint8_t)(140 * light) : ground;
            pixel[2] = depth > 0 ? (uint8_t)(40 * light) : (uint8_t)(ground + 16);
            pixel[3] = 255;
        }
    }
}

/* As a portable pixmap, which any viewer opens. */
static bool save(const Scene *scene, const char *out) {
    char path[4096];
    snprintf(path, sizeof path, "%s/window.ppm", out);
    FILE *file = fopen(path, "wb");
    if (!file) return false;
    fprintf(file, "P6\n%lld %lld\n255\n", (long long)scene->width, (long long)scene->height);
    for (int64_t i = 0; i < scene->width * scene->height; i++) fwrite(scene->pixels + i * 4, 1, 3, file);
    printf("the last picture: %s\n", path);
    return fclose(file) == 0;
}

/* Where nobody sees the screen, the demo says how to keep a picture of it. */
static void screenshot(void) {
    const char *command = getenv("DEMO_SCREENSHOT");
    if (command && system(command) != 0) fprintf(stderr, "no screenshot: %s\n", command);
}

static int failed(const char *what) {
    char *error = rt_winit_get_last_error();
    fprintf(stderr, "%s: %s\n", what, error);
    rt_text_free(error);
    return 1;
}

int act_window(const char *out) {
    int64_t loop = rt_winit_event_loop_new();
    if (loop == 0) {
        failed("no window here");
        return 0;
    }
    int64_t window = rt_winit_window_new(loop, 640, 400, "simple_native: arrows, mouse, wheel, Escape");
    if (window == 0) return failed("no window");
    Scene scene = {.x = 100, .y = 100, .dx = 3, .dy = 2, .radius = 48};
    resize(&scene, 640, 400);
    int64_t frames = 0;
    time_t end = time(NULL) + SECONDS;
    bool shot = false;
    for (; !scene.over && time(NULL) < end && scene.pixels; frames++) {
        for (int64_t event; (event = rt_winit_event_loop_poll_events(loop, 1)) > 0;) {
            take(&scene, event);
            rt_winit_event_free(event);
        }
        move(&scene);
        draw(&scene);
        if (!rt_winit_window_present_rgba(window, scene.width, scene.height, scene.pixels,
                                          scene.width * scene.height * 4))
            return failed("the picture");
        if (!shot && time(NULL) >= end - SECONDS / 2) {
            screenshot();
            shot = true;
        }
        pause_ms(FRAME_MS);
    }
    printf("%lld pictures, %lld events\n", (long long)frames, (long long)scene.events);
    bool saved = save(&scene, out);
    free(scene.pixels);
    return !(rt_winit_event_loop_free(loop) && saved);
}
