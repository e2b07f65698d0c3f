/* The physics scene, live in a window: the left button drags bodies and the right one throws balls, the arrows
 * tilt gravity, the wheel is a lens on time, Space begins anew, Escape or closing ends it. Without a hand at it,
 * it ends by itself. What was last shown goes to `out`. */
#include "acts.h"
#include "physics_view.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RESIZED = 1, CLOSE = 3, KEY = 10, BUTTON = 20, MOUSE = 21, WHEEL = 22 };
enum { ESCAPE = 27, SPACE = 32, KEY_LEFT = 37, KEY_UP = 38, KEY_RIGHT = 39, KEY_DOWN = 40 };
enum { LEFT_BUTTON = 0, RIGHT_BUTTON = 1, WIDTH = 960, HEIGHT = WIDTH * SCENE_HEIGHT / SCENE_WIDTH };
/* Without a hand at it, and after its last touch. */
enum { SECONDS = 8, SECONDS_AFTER = 20, PAUSE_MS = 2 };

static const double STEP = 1.0 / 120, MOST_BEHIND = 0.1, GRAVITY = 9.81;

typedef struct {
    Scene scene;
    View view;
    int64_t loop, window;
    double x, y;          /* the pointer, in metres */
    double pull_x, pull_y; /* where gravity pulls: a direction */
    double pace;          /* seconds of the scene in a second */
    int64_t held;         /* the body that the pointer drags, or 0 */
    int64_t pictures, events;
    double end;
    bool over;
} Stage;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static bool refused(const char *what) {
    char *error = rt_winit_get_last_error();
    fprintf(stderr, "%s: %s\n", what, error);
    rt_text_free(error);
    return false;
}

/* The body under the pointer, or 0. */
static int64_t body_at(const Stage *stage) {
    RtI64Array colliders = rt_rapier2d_world_query_point(stage->scene.world, stage->x, stage->y);
    int64_t body = colliders.len ? rt_rapier2d_collider_get_body(stage->scene.world, colliders.data[0]) : 0;
    rt_i64_array_free(colliders.data, colliders.len);
    return body;
}

static void throw_ball(Stage *stage) {
    if (stage->scene.piece_count == SCENE_PIECES) return;
    int64_t world = stage->scene.world, ball = rt_rapier2d_body_new_dynamic(world, stage->x, stage->y, 0);
    const Shape *shapes = stage->scene.shapes;
    int shape = 0;
    while (shapes[shape].kind != SHAPE_CIRCLE) shape++;
    rt_rapier2d_collider_new_circle(world, ball, shapes[shape].a);
    rt_rapier2d_body_set_velocity(world, ball, 12, 6, 0);
    stage->scene.pieces[stage->scene.piece_count++] = (Piece){ball, shape, 0xef233cff};
}

static bool begin(Stage *stage) {
    stage->held = 0;
    stage->pull_x = 0;
    stage->pull_y = -1;
    return scene_begin(&stage->scene);
}

static void key(Stage *stage, RtKeyInput input) {
    if (!input.pressed) return;
    switch (input.keycode) {
    case ESCAPE: stage->over = true; return;
    case SPACE:
        scene_end(&stage->scene);
        stage->over = !begin(stage);
        return;
    case KEY_LEFT: stage->pull_x = -1, stage->pull_y = 0; break;
    case KEY_RIGHT: stage->pull_x = 1, stage->pull_y = 0; break;
    case KEY_UP: stage->pull_x = 0, stage->pull_y = 1; break;
    case KEY_DOWN: stage->pull_x = 0, stage->pull_y = -1; break;
    default: return;
    }
    rt_rapier2d_world_set_gravity(stage->scene.world, GRAVITY * stage->pull_x, GRAVITY * stage->pull_y);
}

static void resize(Stage *stage, RtWindowSize size) {
    /* As large as it fits. */
    int64_t by_height = size.height * SCENE_WIDTH / SCENE_HEIGHT;
    int64_t width = size.width < by_height ? size.width : by_height;
    if (width == stage->view.canvas.width || width < SCENE_WIDTH) return;
    view_free(&stage->view, &stage->scene);
    stage->view = view_of(&stage->scene, (int)width);
}

/* What a hand did; false for an event that no hand makes. */
static bool take(Stage *stage, int64_t event) {
    switch (rt_winit_event_get_type(event)) {
    case CLOSE: return stage->over = true;
    case KEY: key(stage, rt_winit_event_keyboard_input(event)); return true;
    case BUTTON: {
        RtMouseButtonInput input = rt_winit_event_mouse_button(event);
        if (input.button == LEFT_BUTTON) stage->held = input.pressed ? body_at(stage) : 0;
        if (input.button == RIGHT_BUTTON && input.pressed) throw_ball(stage);
        return true;
    }
    case MOUSE: {
        RtMousePosition at = rt_winit_event_mouse_moved(event);
        stage->x = at.x / stage->view.scale;
        stage->y = SCENE_HEIGHT - at.y / stage->view.scale;
        return false;
    }
    case WHEEL:
        stage->pace = fmin(fmax(stage->pace * pow(1.2, rt_winit_event_mouse_wheel(event).delta_y), 0.1), 2);
        return true;
    case RESIZED: resize(stage, rt_winit_event_window_resized(event)); return false;
    default: return false;
    }
}

/* What happens within a few milliseconds. */
static void take_all(Stage *stage) {
    for (int64_t event; (event = rt_winit_event_loop_wait_events(stage->loop, PAUSE_MS)) > 0; stage->events++) {
        if (take(stage, event)) stage->end = now() + SECONDS_AFTER;
        rt_winit_event_free(event);
    }
}

/* A body that is dragged flies to the pointer. */
static void drag(const Stage *stage) {
    if (!stage->held) return;
    RtBodyPosition at = rt_rapier2d_body_get_position(stage->scene.world, stage->held);
    rt_rapier2d_body_set_velocity(stage->scene.world, stage->held, 12 * (stage->x - at.x), 12 * (stage->y - at.y), 0);
}

static bool show(Stage *stage) {
    view_draw(&stage->view, &stage->scene);
    const Canvas *canvas = &stage->view.canvas;
    stage->pictures++;
    return rt_winit_window_present_rgba(stage->window, canvas->width, canvas->height, canvas->pixels, canvas->size) ||
           refused("the picture");
}

/* Where nobody sees the screen, the demo says how to keep a picture of it. */
static void screenshot(void) {
    const char *command = getenv("DEMO_SCREENSHOT");
    if (command && system(command) != 0) fprintf(stderr, "no screenshot: %s\n", command);
}

/* The scene as fast as time goes by, until it is over; as slow as the machine where that cannot be. */
static bool play(Stage *stage) {
    double start = now(), shot = start + SECONDS / 2.0, last = start, behind = 0;
    stage->end = start + SECONDS;
    while (!stage->over && last < stage->end) {
        take_all(stage);
        double time = now();
        behind = fmin(behind + (time - last) * stage->pace, MOST_BEHIND);
        last = time;
        for (; behind >= STEP && !stage->over; behind -= STEP) {
            drag(stage);
            if (!scene_step(&stage->scene, STEP)) return false;
        }
        if (!show(stage)) return false;
        if (shot && time > shot) {
            screenshot();
            shot = 0;
        }
    }
    double seconds = now() - start;
    printf("  %lld pictures in %.1f s (%.0f in a second), %lld events; the scene is at %.1f s\n",
           (long long)stage->pictures, seconds, (double)stage->pictures / seconds, (long long)stage->events,
           stage->scene.time);
    return true;
}

static bool open_window(Stage *stage) {
    const char *title = "simple_native: drag, throw (right button), arrows, wheel, Space, Escape";
    stage->window = rt_winit_window_new(stage->loop, WIDTH, HEIGHT, title);
    return stage->window || refused("no window");
}

static bool on_stage(Stage *stage, const char *out) {
    if (!begin(stage)) return false;
    stage->view = view_of(&stage->scene, WIDTH);
    bool played = open_window(stage) && play(stage);
    char file[1024];
    snprintf(file, sizeof file, "%s/window_last.png", out);
    draw_save_png(&stage->view.canvas, file);
    printf("  the last picture: %s\n", file);
    view_free(&stage->view, &stage->scene);
    scene_end(&stage->scene);
    return played;
}

int act_window(const char *out) {
    int64_t loop = rt_winit_event_loop_new();
    if (loop == 0) {
        refused("no window here");
        return 0;
    }
    Stage *stage = calloc(1, sizeof *stage);
    bool played = false;
    if (stage) {
        stage->loop = loop;
        stage->pace = 1;
        played = on_stage(stage, out);
    }
    free(stage);
    return !(rt_winit_event_loop_free(loop) && played);
}
