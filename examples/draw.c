/* See draw.h. */
#include "draw.h"

#include <stdio.h>
#include <stdlib.h>

/* How far triangles may lie from the curve, in the path's units. */
static const double TOLERANCE = 0.05;

static void fail(const char *what) {
    char *reason = rt_lyon_get_last_error();
    fprintf(stderr, "%s: %s\n", what, reason);
    rt_text_free(reason);
    exit(1);
}

static int64_t made(int64_t handle, const char *what) {
    if (handle == 0) fail(what);
    return handle;
}

Canvas draw_canvas(int64_t width, int64_t height, uint32_t color) {
    Canvas canvas = {width, height, width * height * 4, NULL};
    canvas.pixels = malloc((size_t)canvas.size);
    if (canvas.pixels == NULL) {
        fprintf(stderr, "no memory for a canvas\n");
        exit(1);
    }
    draw_clear(&canvas, color);
    return canvas;
}

void draw_canvas_free(Canvas *canvas) {
    free(canvas->pixels);
    canvas->pixels = NULL;
}

void draw_clear(Canvas *canvas, uint32_t color) {
    for (int64_t i = 0; i < canvas->size; i += 4) {
        canvas->pixels[i] = (uint8_t)(color >> 24);
        canvas->pixels[i + 1] = (uint8_t)(color >> 16);
        canvas->pixels[i + 2] = (uint8_t)(color >> 8);
        canvas->pixels[i + 3] = (uint8_t)color;
    }
}

static void fill(Canvas *canvas, int64_t path, int64_t transform, int64_t rule, uint32_t color) {
    int64_t tess = made(rt_lyon_fill_tessellate_with_rule(path, TOLERANCE, rule), "fill");
    if (!rt_lyon_fill_tessellation_draw(tess, transform, color, canvas->pixels, canvas->size, canvas->width,
                                        canvas->height))
        fail("draw a fill");
    rt_lyon_fill_tessellation_free(tess);
}

void draw_fill(Canvas *canvas, int64_t path, int64_t transform, uint32_t color) {
    fill(canvas, path, transform, 1, color);
}

void draw_fill_even_odd(Canvas *canvas, int64_t path, int64_t transform, uint32_t color) {
    fill(canvas, path, transform, 0, color);
}

void draw_stroke(Canvas *canvas, int64_t path, int64_t transform, double width, const char *options,
                 uint32_t color) {
    int64_t tess = made(rt_lyon_stroke_tessellate_with_options(path, width, TOLERANCE, options), "stroke");
    if (!rt_lyon_stroke_tessellation_draw(tess, transform, color, canvas->pixels, canvas->size,
                                          canvas->width, canvas->height))
        fail("draw a stroke");
    rt_lyon_stroke_tessellation_free(tess);
}

void draw_dashes(Canvas *canvas, int64_t path, int64_t transform, double width, const char *options,
                 const double *pattern, int64_t count, double offset, uint32_t color) {
    int64_t dashes = made(rt_lyon_path_dash(path, pattern, count, offset), "dash");
    draw_stroke(canvas, dashes, transform, width, options, color);
    rt_lyon_path_free(dashes);
}

void draw_line(Canvas *canvas, double x1, double y1, double x2, double y2, double width, uint32_t color) {
    int64_t builder = made(rt_lyon_path_builder_new(), "builder");
    rt_lyon_path_builder_begin(builder, x1, y1);
    rt_lyon_path_builder_line_to(builder, x2, y2);
    int64_t path = made(rt_lyon_path_builder_build(builder), "line");
    draw_stroke(canvas, path, 0, width, DRAW_ROUND, color);
    rt_lyon_path_free(path);
}

void draw_disc(Canvas *canvas, double x, double y, double radius, uint32_t color) {
    int64_t path = made(rt_lyon_path_circle(x, y, radius), "disc");
    draw_fill(canvas, path, 0, color);
    rt_lyon_path_free(path);
}

void draw_box(Canvas *canvas, double x, double y, double width, double height, uint32_t color) {
    int64_t path = made(rt_lyon_path_rectangle(x, y, width, height), "box");
    draw_fill(canvas, path, 0, color);
    rt_lyon_path_free(path);
}

/* Letters as SVG path data in a box 4 wide and 6 high, y downwards. */
static const char *letter(char c) {
    static const char *const letters[26] = {
        "M0 6L2 0L4 6M.7 4H3.3",              "M0 0V6H2.5A1.5 1.5 0 0 0 2.5 3H0H2.2A1.5 1.5 0 0 0 2.2 0Z",
        "M4 1A2.2 2.2 0 0 0 0 2V4A2.2 2.2 0 0 0 4 5", "M0 0V6H1.5A2.5 2.5 0 0 0 4 3.5V2.5A2.5 2.5 0 0 0 1.5 0Z",
        "M4 0H0V6H4M0 3H3",                   "M4 0H0V6M0 3H3",
        "M4 1A2.2 2.2 0 0 0 0 2V4A2.2 2.2 0 0 0 4 5V3H2.4", "M0 0V6M4 0V6M0 3H4",
        "M2 0V6M1 0H3M1 6H3",                 "M3.5 0V4A1.75 2 0 0 1 0 4",
        "M0 0V6M4 0L0 3.6M1.3 2.5L4 6",       "M0 0V6H4",
        "M0 6V0L2 3.5L4 0V6",                 "M0 6V0L4 6V0",
        "M2 0A2 2 0 0 0 0 2V4A2 2 0 0 0 4 4V2A2 2 0 0 0 2 0Z", "M0 6V0H2.3A1.7 1.7 0 0 1 2.3 3.4H0",
        "M2 0A2 2 0 0 0 0 2V4A2 2 0 0 0 4 4V2A2 2 0 0 0 2 0ZM2.4 4.3L4 6", "M0 6V0H2.3A1.7 1.7 0 0 1 2.3 3.4H0M2 3.4L4 6",
        "M3.8 1A1.9 1.6 0 1 0 2 3A1.9 1.5 0 1 1 .1 5", "M0 0H4M2 0V6",
        "M0 0V4A2 2 0 0 0 4 4V0",             "M0 0L2 6L4 0",
        "M0 0L1 6L2 2L3 6L4 0",               "M0 0L4 6M4 0L0 6",
        "M0 0L2 3L4 0M2 3V6",                 "M0 0H4L0 6H4",
    };
    static const char *const digits[10] = {
        "M2 0A2 2 0 0 0 0 2V4A2 2 0 0 0 4 4V2A2 2 0 0 0 2 0ZM.8 4.8L3.2 1.2",
        "M.8 1.2L2.2 0V6M.8 6H3.6",           "M.1 1.6A1.95 1.7 0 1 1 3.4 2.9L0 6H4",
        "M.2 0H3.8L1.9 2.4A1.85 1.8 0 1 1 .1 5", "M3 6V0L0 4.2H4",
        "M3.7 0H.5L.3 2.6A1.95 1.85 0 1 1 .1 5", "M3.4 .3A4 4 0 0 0 0 4A2 2 0 1 0 .1 3.6",
        "M0 0H4L1.4 6",                       "M2 2.9A1.7 1.45 0 1 1 2.01 2.9A2 1.55 0 1 1 1.99 2.9",
        "M.6 5.7A4 4 0 0 0 4 2A2 2 0 1 0 3.9 2.4",
    };
    if (c >= 'a' && c <= 'z') return letters[c - 'a'];
    if (c >= 'A' && c <= 'Z') return letters[c - 'A'];
    if (c >= '0' && c <= '9') return digits[c - '0'];
    switch (c) {
    case '.': return "M1.9 6H2.1";
    case ',': return "M2.2 5.6L1.6 7";
    case ':': return "M1.9 2H2.1M1.9 5H2.1";
    case '-': return "M.6 3H3.4";
    case '+': return "M.4 3H3.6M2 1.4V4.6";
    case '=': return "M.4 2.2H3.6M.4 3.8H3.6";
    case '/': return "M0 6.6L4 -.6";
    case '%': return "M0 6L4 0M.9 .3A.8 .8 0 1 0 .91 .3M3.1 4.1A.8 .8 0 1 0 3.11 4.1";
    case '(': return "M3 -.6Q.2 3 3 6.6";
    case ')': return "M1 -.6Q3.8 3 1 6.6";
    case '\'': return "M2 0V1.4";
    default: return "";
    }
}

double draw_text(Canvas *canvas, const char *text, double x, double y, double height, uint32_t color) {
    double scale = height / 6;
    for (; *text != '\0'; text++, x += 5.6 * scale) {
        int64_t path = made(rt_lyon_path_from_svg(letter(*text)), "letter");
        int64_t place = made(rt_lyon_transform_new(scale, 0, 0, scale, x, y), "place");
        int64_t placed = made(rt_lyon_path_apply_transform(path, place), "placed letter");
        draw_stroke(canvas, placed, 0, height / 8, DRAW_ROUND, color);
        rt_lyon_path_free(placed);
        rt_lyon_transform_free(place);
        rt_lyon_path_free(path);
    }
    return x;
}

void draw_save_png(const Canvas *canvas, const char *file) {
    if (!rt_lyon_png_save(file, canvas->pixels, canvas->size, canvas->width, canvas->height)) fail("save");
}

int64_t draw_animation(const Canvas *canvas, const char *file, int64_t frames, int64_t frame_ms) {
    return made(rt_lyon_animation_new(file, canvas->width, canvas->height, frames, frame_ms), "animation");
}

void draw_frame(int64_t animation, const Canvas *canvas) {
    if (!rt_lyon_animation_add_frame(animation, canvas->pixels, canvas->size)) fail("add a frame");
}

void draw_animation_finish(int64_t animation) {
    if (!rt_lyon_animation_finish(animation)) fail("finish the animation");
}
