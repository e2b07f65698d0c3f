/* What the graphics library can do, on one poster. */
#include "acts.h"
#include "draw.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const uint32_t INK = 0x22223bff, PAPER = 0xf8f4ecff, RED = 0xd1495bff, BLUE = 0x30638eff,
                      TEAL = 0x00798cff, GOLD = 0xedae49ff, GREY = 0x9a8c98ff;

/* The left upper corner of panel `i` of 12, four to a row. */
static double panel_x(int i) { return 30 + (i % 4) * 300; }
static double panel_y(int i) { return 110 + (i / 4) * 290; }

static void panel(Canvas *canvas, int i, const char *title) {
    int64_t frame = rt_lyon_path_rounded_rectangle(panel_x(i), panel_y(i), 280, 265, 14);
    draw_fill(canvas, frame, 0, 0xffffffff);
    draw_stroke(canvas, frame, 0, 1.2, DRAW_PLAIN, 0x22223b40);
    draw_text(canvas, title, panel_x(i) + 16, panel_y(i) + 16, 12, INK);
    rt_lyon_path_free(frame);
}

static int64_t at_center(int i, double scale) {
    return rt_lyon_transform_new(scale, 0, 0, scale, panel_x(i) + 140, panel_y(i) + 145);
}

static void shapes(Canvas *canvas, int i) {
    panel(canvas, i, "shapes");
    double x = panel_x(i), y = panel_y(i);
    double triangle[] = {x + 190, y + 230, x + 250, y + 230, x + 220, y + 175};
    int64_t all[] = {
        rt_lyon_path_circle(x + 62, y + 85, 36),
        rt_lyon_path_star(x + 140, y + 92, 14, 36, 5),
        rt_lyon_path_ellipse(x + 224, y + 85, 40, 26),
        rt_lyon_path_rounded_rectangle(x + 28, y + 170, 76, 62, 16),
        rt_lyon_path_star(x + 146, y + 200, 26, 34, 12),
        rt_lyon_path_polygon(triangle, 6, 3),
    };
    const uint32_t colors[] = {RED, GOLD, TEAL, BLUE, GREY, RED};
    for (int k = 0; k < 6; k++) {
        draw_fill(canvas, all[k], 0, colors[k]);
        draw_stroke(canvas, all[k], 0, 2.5, DRAW_ROUND, INK);
        rt_lyon_path_free(all[k]);
    }
}

static void fill_rules(Canvas *canvas, int i) {
    panel(canvas, i, "even-odd, non-zero");
    /* A five-pointed star in one stroke: its middle is wound around twice. */
    int64_t star = rt_lyon_path_from_svg("M0-60L35.3 48.5L-57 -18.5H57L-35.3 48.5Z");
    for (int rule = 0; rule < 2; rule++) {
        int64_t place = rt_lyon_transform_translate(panel_x(i) + 78 + 126 * rule, panel_y(i) + 148);
        if (rule == 0)
            draw_fill_even_odd(canvas, star, place, GOLD);
        else
            draw_fill(canvas, star, place, GOLD);
        draw_stroke(canvas, star, place, 2, DRAW_ROUND, INK);
        rt_lyon_transform_free(place);
    }
    rt_lyon_path_free(star);
}

static void caps_and_joins(Canvas *canvas, int i) {
    panel(canvas, i, "caps and joins");
    static const char *const options[] = {
        "{\"line_cap\":\"butt\",\"line_join\":\"miter\",\"miter_limit\":10}",
        "{\"line_cap\":\"square\",\"line_join\":\"bevel\"}",
        "{\"line_cap\":\"round\",\"line_join\":\"round\"}",
    };
    static const uint32_t colors[] = {BLUE, TEAL, RED};
    for (int k = 0; k < 3; k++) {
        int64_t bend = rt_lyon_path_from_svg("M-85 18L-30 -22L10 18L85 -22");
        int64_t place = rt_lyon_transform_translate(panel_x(i) + 140, panel_y(i) + 82 + 68 * k);
        draw_stroke(canvas, bend, place, 20, options[k], colors[k]);
        draw_stroke(canvas, bend, place, 1.5, DRAW_ROUND, 0xffffffff);
        rt_lyon_transform_free(place);
        rt_lyon_path_free(bend);
    }
}

static void dashes(Canvas *canvas, int i) {
    panel(canvas, i, "dashed curves");
    static const double patterns[][4] = {{16, 8, 16, 8}, {0, 9, 0, 9}, {22, 7, 3, 7}, {2, 5, 2, 5}};
    static const uint32_t colors[] = {RED, BLUE, TEAL, INK};
    for (int k = 0; k < 4; k++) {
        int64_t ring = rt_lyon_path_circle(panel_x(i) + 140, panel_y(i) + 148, 96 - 24 * k);
        draw_dashes(canvas, ring, 0, 6 - k, DRAW_ROUND, patterns[k], 4, 0, colors[k]);
        rt_lyon_path_free(ring);
    }
}

static void curves(Canvas *canvas, int i) {
    panel(canvas, i, "exact bounds");
    int64_t builder = rt_lyon_path_builder_new();
    rt_lyon_path_builder_begin(builder, panel_x(i) + 60, panel_y(i) + 215);
    rt_lyon_path_builder_cubic_bezier_to(builder, panel_x(i) - 20, panel_y(i) + 20, panel_x(i) + 330,
                                         panel_y(i) + 5, panel_x(i) + 200, panel_y(i) + 215);
    int64_t curve = rt_lyon_path_builder_build(builder);
    RtPathBounds b = rt_lyon_path_get_bounds(curve);
    int64_t box = rt_lyon_path_rectangle(b.min_x, b.min_y, b.max_x - b.min_x, b.max_y - b.min_y);
    static const double pattern[] = {6, 5};
    draw_fill(canvas, curve, 0, 0x30638e30);
    draw_dashes(canvas, box, 0, 1.5, DRAW_PLAIN, pattern, 2, 0, RED);
    draw_stroke(canvas, curve, 0, 5, DRAW_ROUND, BLUE);
    rt_lyon_path_free(box);
    rt_lyon_path_free(curve);
}

static void along(Canvas *canvas, int i) {
    panel(canvas, i, "points along a path");
    int64_t place = at_center(i, 1);
    int64_t raw = rt_lyon_path_from_svg("M-105 40C-60-130 -10 130 30 0S90-80 105 30");
    int64_t path = rt_lyon_path_apply_transform(raw, place);
    double length = rt_lyon_path_length(path);
    draw_stroke(canvas, path, 0, 3, DRAW_ROUND, GREY);
    for (int k = 0; k <= 24; k++) {
        RtPathPoint p = rt_lyon_path_point_at(path, length * k / 24);
        double nx = -p.tangent_y * 14, ny = p.tangent_x * 14;
        draw_line(canvas, p.x - nx, p.y - ny, p.x + nx, p.y + ny, 1.5, TEAL);
        draw_disc(canvas, p.x, p.y, 4, k % 6 == 0 ? RED : TEAL);
    }
    rt_lyon_path_free(path);
    rt_lyon_path_free(raw);
    rt_lyon_transform_free(place);
}

static void triangles(Canvas *canvas, int i) {
    panel(canvas, i, "triangles for a GPU");
    int64_t place = at_center(i, 1.15);
    int64_t heart = rt_lyon_path_from_svg("M0 80C-120 0 -80-90 -30-70C-10-62 0-45 0-40C0-45 10-62 30-70C80-90 120 0 0 80Z");
    int64_t tess = rt_lyon_fill_tessellate(heart, 1.5);
    int64_t vertices = rt_lyon_fill_tessellation_get_vertices(tess);
    int64_t indices = rt_lyon_fill_tessellation_get_indices(tess);
    RtI64Array corner = rt_lyon_index_buffer_to_array(indices);
    RtF64Array vertex = rt_lyon_vertex_buffer_to_array(vertices);
    for (int64_t k = 0; k + 2 < corner.len; k += 3) {
        double points[6];
        for (int c = 0; c < 3; c++) {
            points[2 * c] = vertex.data[4 * corner.data[k + c]];
            points[2 * c + 1] = vertex.data[4 * corner.data[k + c] + 1];
        }
        int64_t triangle = rt_lyon_path_polygon(points, 6, 3);
        draw_fill(canvas, triangle, place, (k / 3) % 2 == 0 ? 0xd1495bff : 0xe0808eff);
        draw_stroke(canvas, triangle, place, 0.8, DRAW_ROUND, 0xffffffff);
        rt_lyon_path_free(triangle);
    }
    rt_f64_array_free(vertex.data, vertex.len);
    rt_i64_array_free(corner.data, corner.len);
    rt_lyon_vertex_buffer_free(vertices);
    rt_lyon_index_buffer_free(indices);
    rt_lyon_fill_tessellation_free(tess);
    rt_lyon_path_free(heart);
    rt_lyon_transform_free(place);
}

static void transforms(Canvas *canvas, int i) {
    panel(canvas, i, "transforms");
    int64_t leaf = rt_lyon_path_from_svg("M0 0Q22-46 0-96Q-22-46 0 0Z");
    int64_t center = at_center(i, 1);
    static const uint32_t colors[] = {RED, GOLD, TEAL, BLUE};
    for (int k = 0; k < 16; k++) {
        int64_t turn = rt_lyon_transform_rotate(k * 3.14159265358979 / 8);
        int64_t place = rt_lyon_transform_multiply(turn, center);
        draw_fill(canvas, leaf, place, (colors[k % 4] & 0xffffff00) | 0xa0);
        rt_lyon_transform_free(place);
        rt_lyon_transform_free(turn);
    }
    rt_lyon_transform_free(center);
    rt_lyon_path_free(leaf);
}

static void hits(Canvas *canvas, int i) {
    panel(canvas, i, "hit tests");
    int64_t place = at_center(i, 1);
    int64_t raw = rt_lyon_path_from_svg("M-90-20A50 50 0 0 1 0-40A50 50 0 0 1 90-20Q60 60 0 90Q-60 60 -90-20Z");
    int64_t path = rt_lyon_path_apply_transform(raw, place);
    int64_t edge = rt_lyon_stroke_tessellate(path, 22, 0.1);
    for (double y = 45; y < 255; y += 9) {
        for (double x = 14; x < 272; x += 9) {
            double px = panel_x(i) + x, py = panel_y(i) + y;
            uint32_t color = rt_lyon_stroke_tessellation_contains_point(edge, px, py) ? RED
                             : rt_lyon_path_contains_point(path, px, py)              ? GOLD
                                                                                      : 0xe6dfd2ff;
            draw_disc(canvas, px, py, 2.6, color);
        }
    }
    rt_lyon_stroke_tessellation_free(edge);
    rt_lyon_path_free(path);
    rt_lyon_path_free(raw);
    rt_lyon_transform_free(place);
}

static void spiral(Canvas *canvas, int i) {
    panel(canvas, i, "arcs");
    int64_t builder = rt_lyon_path_builder_new();
    double x = panel_x(i) + 140, y = panel_y(i) + 148;
    rt_lyon_path_builder_begin(builder, x, y);
    double side = 1;
    for (int k = 0; k < 24; k++) {
        double radius = 4 + 4 * k;
        rt_lyon_path_builder_arc_to(builder, x, y, radius, side > 0 ? 0 : 3.14159265358979, 3.14159265358979);
        x += side * 4;
        side = -side;
    }
    int64_t path = rt_lyon_path_builder_build(builder);
    draw_stroke(canvas, path, 0, 3, DRAW_ROUND, TEAL);
    rt_lyon_path_free(path);
}

static void blending(Canvas *canvas, int i) {
    panel(canvas, i, "colours laid over");
    static const uint32_t colors[] = {0xd1495bb0, 0xedae49b0, 0x30638eb0};
    for (int k = 0; k < 3; k++) {
        double angle = -1.5707963 + k * 2.0943951;
        draw_disc(canvas, panel_x(i) + 140 + 42 * cos(angle), panel_y(i) + 155 + 42 * sin(angle), 62, colors[k]);
    }
}

static void fine(Canvas *canvas, int i) {
    panel(canvas, i, "smooth edges");
    double x = panel_x(i) + 22, y = panel_y(i) + 240;
    for (int k = 0; k <= 22; k++) {
        double angle = k * 1.5707963 / 22;
        draw_line(canvas, x, y, x + 190 * cos(angle), y - 190 * sin(angle), 0.3 + 0.09 * k, INK);
    }
    for (int k = 0; k < 9; k++) draw_disc(canvas, x + 238, y - 184 + 23 * k, 0.6 + 1.1 * k, RED);
}

/* A wheel that rolls, drawn frame by frame from tessellations that are made once. */
static void animate(const char *file) {
    enum { FRAMES = 48 };
    Canvas canvas = draw_canvas(480, 200, PAPER);
    int64_t animation = draw_animation(&canvas, file, FRAMES, 40);
    int64_t wheel = rt_lyon_path_from_svg("M50 0A50 50 0 1 0-50 0A50 50 0 1 0 50 0ZM0-50V50M-50 0H50M-35.4-35.4L35.4 35.4M35.4-35.4L-35.4 35.4");
    int64_t spokes = rt_lyon_stroke_tessellate(wheel, 5, 0.05);
    for (int k = 0; k < FRAMES; k++) {
        draw_clear(&canvas, PAPER);
        draw_box(&canvas, 0, 160, 480, 40, GOLD);
        /* One turn takes the wheel 2 pi 50 pixels on. */
        double angle = k * 2 * 3.14159265358979 / FRAMES;
        int64_t turn = rt_lyon_transform_rotate(angle);
        int64_t roll = rt_lyon_transform_translate(80 + 50 * angle, 107.5);
        int64_t place = rt_lyon_transform_multiply(turn, roll);
        rt_lyon_stroke_tessellation_draw(spokes, place, BLUE, canvas.pixels, canvas.size, canvas.width,
                                         canvas.height);
        rt_lyon_transform_free(place);
        rt_lyon_transform_free(roll);
        rt_lyon_transform_free(turn);
        draw_frame(animation, &canvas);
    }
    draw_animation_finish(animation);
    rt_lyon_stroke_tessellation_free(spokes);
    rt_lyon_path_free(wheel);
    draw_canvas_free(&canvas);
    printf("an animation: %s\n", file);
}

int act_graphics(const char *out) {
    void (*const panels[12])(Canvas *, int) = {shapes,    fill_rules, caps_and_joins, dashes,
                                               curves,    along,      triangles,      transforms,
                                               hits,      spiral,     blending,       fine};
    char file[1024];
    int64_t before = rt_native_live_handles();
    Canvas canvas = draw_canvas(1240, 1000, PAPER);
    draw_text(&canvas, "graphics: lyon behind a C boundary", 34, 42, 30, INK);
    for (int i = 0; i < 12; i++) panels[i](&canvas, i);
    snprintf(file, sizeof file, "%s/graphics.png", out);
    draw_save_png(&canvas, file);
    draw_canvas_free(&canvas);
    printf("a poster of the library's work: %s\n", file);
    snprintf(file, sizeof file, "%s/wheel.png", out);
    animate(file);
    return rt_native_live_handles() == before ? 0 : 1;
}
