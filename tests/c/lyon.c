/* Every function of the graphics library: shapes by their areas, curves by their lengths, pictures by their
 * pixels. */
#include "check.h"

#include <unistd.h>

static const double PI = 3.14159265358979323846;
static const int64_t EVEN_ODD = 0, NON_ZERO = 1;

/* The sum of the triangles' areas; the buffers are freed. */
static double area(int64_t vertices, int64_t indices) {
    RtF64Array v = rt_lyon_vertex_buffer_to_array(vertices), v2;
    RtI64Array corners = rt_lyon_index_buffer_to_array(indices), corners2;
    CHECK(rt_lyon_vertex_buffer_to_array_into(vertices, &v2));
    CHECK(rt_lyon_index_buffer_to_array_into(indices, &corners2));
    CHECK_INT(v.len, 4 * rt_lyon_vertex_buffer_size(vertices));
    CHECK_INT(v2.len, v.len);
    CHECK_INT(corners.len, rt_lyon_index_buffer_size(indices));
    CHECK_INT(corners2.len, corners.len);
    double sum = 0;
    for (int64_t i = 0; i < corners.len; i += 3) {
        const double *a = v.data + 4 * corners.data[i], *b = v.data + 4 * corners2.data[i + 1],
                     *c = v2.data + 4 * corners.data[i + 2];
        CHECK_INT(rt_lyon_index_buffer_get(indices, i), corners.data[i]);
        sum += 0.5 * fabs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
    }
    rt_f64_array_free(v.data, v.len);
    rt_f64_array_free(v2.data, v2.len);
    rt_i64_array_free(corners.data, corners.len);
    rt_i64_array_free(corners2.data, corners2.len);
    CHECK(rt_lyon_vertex_buffer_free(vertices));
    CHECK(!rt_lyon_vertex_buffer_free(vertices));
    CHECK(rt_lyon_index_buffer_free(indices));
    CHECK(!rt_lyon_index_buffer_free(indices));
    return sum;
}

static double fill_area(int64_t tess) {
    CHECK(tess > 0);
    int64_t vertices = rt_lyon_fill_tessellation_get_vertices(tess);
    int64_t indices = rt_lyon_fill_tessellation_get_indices(tess);
    CHECK_INT(rt_lyon_fill_tessellation_vertex_count(tess), rt_lyon_vertex_buffer_size(vertices));
    CHECK_INT(rt_lyon_fill_tessellation_index_count(tess), rt_lyon_index_buffer_size(indices));
    CHECK(rt_lyon_fill_tessellation_free(tess));
    CHECK(!rt_lyon_fill_tessellation_free(tess));
    CHECK_INT(rt_lyon_fill_tessellation_vertex_count(tess), -1);
    return area(vertices, indices); /* they outlive the tessellation */
}

static double stroke_area(int64_t tess) {
    CHECK(tess > 0);
    int64_t vertices = rt_lyon_stroke_tessellation_get_vertices(tess);
    int64_t indices = rt_lyon_stroke_tessellation_get_indices(tess);
    CHECK_INT(rt_lyon_stroke_tessellation_vertex_count(tess), rt_lyon_vertex_buffer_size(vertices));
    CHECK_INT(rt_lyon_stroke_tessellation_index_count(tess), rt_lyon_index_buffer_size(indices));
    CHECK(rt_lyon_stroke_tessellation_free(tess));
    CHECK(!rt_lyon_stroke_tessellation_free(tess));
    return area(vertices, indices);
}

static void library(void) {
    CHECK(rt_lyon_available());
    CHECK_CONTAINS(rt_lyon_version(), "1.0.");
    CHECK_INT(rt_lyon_path_circle(0, 0, -1), 0);
    CHECK_TEXT(rt_lyon_get_last_error(), "`radius` is -1.0, which is below 0");
    CHECK_INT(rt_lyon_get_last_error_code(), 1);
    rt_lyon_clear_error();
    CHECK_TEXT(rt_lyon_get_last_error(), "");
}

static void shapes(void) {
    const double corners[] = {0, 0, 30, 0, 0, 40};
    const struct {
        int64_t path;
        double area;
    } all[] = {
        {rt_lyon_path_rectangle(1, 2, 30, 40), 1200},
        {rt_lyon_path_rounded_rectangle(1, 2, 30, 40, 5), 1200 - (4 - PI) * 25},
        {rt_lyon_path_circle(-3, 8, 10), PI * 100},
        {rt_lyon_path_ellipse(0, 0, 20, 5), PI * 100},
        {rt_lyon_path_polygon(corners, 6, 3), 600},
        {rt_lyon_path_star(5, 5, 10, 20, 5), 1000 * sin(PI / 5)},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        CHECK_NEAR(fill_area(rt_lyon_fill_tessellate(all[i].path, 0.001)), all[i].area, 0.1);
        CHECK_NEAR(fill_area(rt_lyon_fill_tessellate_with_rule(all[i].path, 0.001, NON_ZERO)), all[i].area, 0.1);
        CHECK(rt_lyon_path_free(all[i].path));
        CHECK(!rt_lyon_path_free(all[i].path));
    }
}

/* A pie: centre, line, arc, back. */
static int64_t pie(void) {
    int64_t builder = rt_lyon_path_builder_new();
    CHECK(!rt_lyon_path_builder_line_to(builder, 1, 1));
    CHECK_TEXT(rt_lyon_get_last_error(), "`builder` has no open subpath: begin comes first");
    CHECK(rt_lyon_path_builder_begin(builder, 0, 0));
    CHECK(rt_lyon_path_builder_line_to(builder, 10, 0));
    CHECK(rt_lyon_path_builder_arc_to(builder, 0, 0, 10, 0, PI / 2));
    CHECK(rt_lyon_path_builder_close(builder));
    CHECK(!rt_lyon_path_builder_close(builder));
    int64_t path = rt_lyon_path_builder_build(builder);
    CHECK(path > 0);
    CHECK(!rt_lyon_path_builder_free(builder));
    return path;
}

static void building(void) {
    int64_t path = pie(), abandoned = rt_lyon_path_builder_new();
    CHECK(rt_lyon_path_builder_begin(abandoned, 0, 0));
    CHECK(rt_lyon_path_builder_free(abandoned));
    CHECK_NEAR(fill_area(rt_lyon_fill_tessellate(path, 0.0001)), PI * 25, 0.01);
    CHECK_NEAR(rt_lyon_path_length(path), 20 + 5 * PI, 1e-5);

    int64_t builder = rt_lyon_path_builder_new();
    CHECK(rt_lyon_path_builder_begin(builder, 0, 0));
    CHECK(rt_lyon_path_builder_quadratic_bezier_to(builder, 1, 2, 2, 0));
    CHECK(rt_lyon_path_builder_cubic_bezier_to(builder, 2, -1, 0, -1, 0, 0));
    rt_lyon_path_builder_add_path(builder, path);
    int64_t both = rt_lyon_path_builder_build(builder);
    RtPathBounds bounds = rt_lyon_path_get_bounds(both), again;
    CHECK_NEAR(bounds.min_x, 0, 0);
    CHECK_NEAR(bounds.min_y, -0.75, 1e-15);
    CHECK_NEAR(bounds.max_x, 10, 0);
    CHECK_NEAR(bounds.max_y, 10, 0);
    CHECK(rt_lyon_path_get_bounds_into(both, &again));
    CHECK(memcmp(&bounds, &again, sizeof bounds) == 0);
    CHECK(rt_lyon_path_free(both));
    CHECK(rt_lyon_path_free(path));
    CHECK(!rt_lyon_path_get_bounds_into(both, &again));
    CHECK(again.max_x == 0);
}

static void hit_tests(void) {
    int64_t ring = rt_lyon_path_from_svg("M0 0H30V30H0ZM10 10H20V20H10Z");
    CHECK(rt_lyon_path_contains_point(ring, 15, 15));
    CHECK(!rt_lyon_path_contains_point(ring, 31, 15));
    CHECK(!rt_lyon_path_contains_point_with_rule(ring, 15, 15, EVEN_ODD));
    CHECK(rt_lyon_path_contains_point_with_rule(ring, 5, 15, EVEN_ODD));
    CHECK(rt_lyon_path_stroke_contains_point(ring, 4, "{}", 1.9, 15));
    CHECK(!rt_lyon_path_stroke_contains_point(ring, 4, "{}", 2.1, 15));
    int64_t fill = rt_lyon_fill_tessellate(ring, 0.1), stroke = rt_lyon_stroke_tessellate(ring, 4, 0.1);
    CHECK(!rt_lyon_fill_tessellation_contains_point(fill, 15, 15));
    CHECK(rt_lyon_fill_tessellation_contains_point(fill, 5, 15));
    CHECK(rt_lyon_stroke_tessellation_contains_point(stroke, 0, 15));
    CHECK(!rt_lyon_stroke_tessellation_contains_point(stroke, 15, 15));
    CHECK(rt_lyon_fill_tessellation_free(fill));
    CHECK(rt_lyon_stroke_tessellation_free(stroke));
    CHECK(rt_lyon_path_free(ring));
}

static void transforms(void) {
    int64_t identity = rt_lyon_transform_identity(), shift = rt_lyon_transform_translate(3, 4);
    int64_t turn = rt_lyon_transform_rotate(PI / 2), stretch = rt_lyon_transform_scale(2, 5);
    int64_t both = rt_lyon_transform_multiply(shift, stretch), six = rt_lyon_transform_new(1, 2, 3, 4, 5, 6);
    int64_t undo = rt_lyon_transform_inverse(both);
    RtTransformMatrix m = rt_lyon_transform_get(both);
    CHECK(m.m11 == 2 && m.m12 == 0 && m.m21 == 0 && m.m22 == 5 && m.tx == 6 && m.ty == 20);
    CHECK(rt_lyon_transform_get_into(six, &m));
    CHECK(m.m11 == 1 && m.m12 == 2 && m.m21 == 3 && m.m22 == 4 && m.tx == 5 && m.ty == 6);
    RtTransformedPoint at = rt_lyon_transform_apply(turn, 1, 0);
    CHECK_NEAR(at.x, 0, 1e-15);
    CHECK_NEAR(at.y, 1, 1e-15);
    CHECK(rt_lyon_transform_apply_into(undo, 8, 45, &at));
    CHECK_NEAR(at.x, 1, 1e-15);
    CHECK_NEAR(at.y, 5, 1e-15);

    int64_t square = rt_lyon_path_rectangle(0, 0, 1, 1);
    int64_t moved = rt_lyon_path_transform(square, 1, 2, 3, 4, 5, 6), same = rt_lyon_path_apply_transform(square, six);
    CHECK_TEXT(rt_lyon_path_to_svg(moved), "M5 6L6 8L9 12L8 10Z");
    CHECK_TEXT(rt_lyon_path_to_svg(same), "M5 6L6 8L9 12L8 10Z");
    CHECK(rt_lyon_path_free(square) && rt_lyon_path_free(moved) && rt_lyon_path_free(same));
    const int64_t all[] = {identity, shift, turn, stretch, both, six, undo};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        CHECK(rt_lyon_transform_free(all[i]));
        CHECK(!rt_lyon_transform_free(all[i]));
    }
}

static void along_and_dashes(void) {
    int64_t line = rt_lyon_path_from_svg("M0 0H10V10");
    RtPathPoint at = rt_lyon_path_point_at(line, 13);
    CHECK(at.x == 10 && at.y == 3 && at.tangent_x == 0 && at.tangent_y == 1);
    CHECK(!rt_lyon_path_point_at_into(line, 21, &at));
    CHECK(at.x == 0 && at.tangent_y == 0);
    const double pattern[] = {4, 2};
    int64_t dashes = rt_lyon_path_dash(line, pattern, 2, 1);
    CHECK_TEXT(rt_lyon_path_to_svg(dashes), "M0 0L3 0M5 0L9 0M10 1L10 5M10 7L10 10");
    CHECK_NEAR(stroke_area(rt_lyon_stroke_tessellate(dashes, 1, 0.1)), 14, 1e-4);
    CHECK(rt_lyon_path_free(dashes) && rt_lyon_path_free(line));
    CHECK_INT(rt_lyon_path_from_svg("M0 0L1"), 0);
    CHECK_TEXT(rt_lyon_get_last_error(), "`d` is wrong at byte 6: a number was expected");
}

static void combined(void) {
    int64_t one = rt_lyon_path_from_svg("M0 0H20V20H0Z"), other = rt_lyon_path_from_svg("M10 5H30V15H10Z");
    const double areas[] = {500, 100, 300, 400};
    for (int64_t operation = 0; operation < 4; operation++) {
        int64_t made = rt_lyon_path_combine(one, other, operation, NON_ZERO, 0.1);
        CHECK_NEAR(fill_area(rt_lyon_fill_tessellate(made, 0.1)), areas[operation], 1e-3);
        int64_t again = rt_lyon_path_simplify(made, EVEN_ODD, 0.1);
        CHECK_NEAR(rt_lyon_path_length(again), rt_lyon_path_length(made), 1e-9);
        CHECK(rt_lyon_path_free(again) && rt_lyon_path_free(made));
    }
    CHECK_INT(rt_lyon_path_combine(one, other, 4, NON_ZERO, 0.1), 0);
    CHECK_TEXT(rt_lyon_get_last_error(), "`operation` is 4, which is not from 0 to 3");
    int64_t grown = rt_lyon_path_offset(one, 5, NON_ZERO, 1e-4, "{\"line_join\": \"round\"}");
    CHECK_NEAR(fill_area(rt_lyon_fill_tessellate(grown, 0.1)), 800 + 25 * PI, 0.01);
    int64_t shrunk = rt_lyon_path_offset(one, -5, NON_ZERO, 0.1, "{}");
    RtPathBounds bounds = rt_lyon_path_get_bounds(shrunk);
    CHECK(bounds.min_x == 5 && bounds.min_y == 5 && bounds.max_x == 15 && bounds.max_y == 15);
    CHECK(rt_lyon_path_free(grown) && rt_lyon_path_free(shrunk) && rt_lyon_path_free(one) && rt_lyon_path_free(other));
}

static void lenient(void) {
    const char *broken = "M0 0L20 20 30 L5 5";
    int64_t path = rt_lyon_path_from_svg_lenient(broken);
    CHECK_TEXT(rt_lyon_path_to_svg(path), "M0 0L20 20");
    RtSvgError error = rt_lyon_svg_find_error(broken), none;
    CHECK_INT(error.offset, 14);
    CHECK_TEXT(error.reason, "a number was expected");
    CHECK(rt_lyon_svg_find_error_into("M0 0L20 20", &none));
    CHECK_INT(none.offset, -1);
    CHECK_TEXT(none.reason, "");
    CHECK(rt_lyon_path_free(path));
}

static void strokes(void) {
    int64_t line = rt_lyon_path_from_svg("M0 0H50");
    CHECK_NEAR(stroke_area(rt_lyon_stroke_tessellate(line, 4, 0.001)), 200, 1e-3);
    const char *round = "{\"line_cap\": \"round\", \"line_join\": \"bevel\", \"miter_limit\": 2}";
    CHECK_NEAR(stroke_area(rt_lyon_stroke_tessellate_with_options(line, 4, 0.0001, round)), 200 + 4 * PI, 0.01);
    CHECK_INT(rt_lyon_stroke_tessellate_with_options(line, 4, 0.1, "{\"cap\":1}"), 0);
    CHECK_CONTAINS(rt_lyon_get_last_error(), "`cap`");

    int64_t tess = rt_lyon_stroke_tessellate(line, 4, 0.1);
    int64_t vertices = rt_lyon_stroke_tessellation_get_vertices(tess);
    int64_t indices = rt_lyon_stroke_tessellation_get_indices(tess);
    RtVertexPosition position = rt_lyon_vertex_buffer_get_position(vertices, 0);
    RtVertexNormal normal = rt_lyon_vertex_buffer_get_normal(vertices, 0);
    CHECK_NEAR(position.y, 2 * normal.y, 1e-6);
    CHECK_NEAR(fabs(normal.y), 1, 1e-6);
    CHECK(rt_lyon_vertex_buffer_get_position_into(vertices, 1, &position));
    CHECK(rt_lyon_vertex_buffer_get_normal_into(vertices, 1, &normal));
    CHECK(!rt_lyon_vertex_buffer_get_normal_into(vertices, 1000, &normal));
    CHECK_INT(rt_lyon_index_buffer_get(indices, -1), -1);

    float floats[64];
    uint32_t integers[64];
    RtBytes bytes = rt_lyon_vertex_buffer_bytes(vertices);
    CHECK_INT(rt_lyon_vertex_buffer_write(vertices, (uint8_t *)floats, sizeof floats), bytes.len);
    CHECK(memcmp(floats, bytes.data, (size_t)bytes.len) == 0);
    CHECK_NEAR(floats[5], position.y, 1e-6);
    CHECK_INT(rt_lyon_vertex_buffer_write(vertices, (uint8_t *)floats, 3), -1);
    rt_bytes_free(bytes.data, bytes.len);
    CHECK(rt_lyon_vertex_buffer_bytes_into(vertices, &bytes));
    rt_bytes_free(bytes.data, bytes.len);
    bytes = rt_lyon_index_buffer_bytes(indices);
    CHECK_INT(rt_lyon_index_buffer_write(indices, (uint8_t *)integers, sizeof integers), bytes.len);
    CHECK(memcmp(integers, bytes.data, (size_t)bytes.len) == 0);
    CHECK_INT(integers[2], rt_lyon_index_buffer_get(indices, 2));
    rt_bytes_free(bytes.data, bytes.len);
    CHECK(rt_lyon_index_buffer_bytes_into(indices, &bytes));
    rt_bytes_free(bytes.data, bytes.len);
    CHECK(rt_lyon_vertex_buffer_free(vertices) && rt_lyon_index_buffer_free(indices));
    CHECK(rt_lyon_stroke_tessellation_free(tess));
    CHECK(rt_lyon_path_free(line));
}

enum { SIDE = 20, BYTES = SIDE * SIDE * 4 };

static void pictures(void) {
    static uint8_t pixels[BYTES];
    int64_t square = rt_lyon_path_rectangle(0, 0, 5, 5), place = rt_lyon_transform_translate(4, 6);
    int64_t fill = rt_lyon_fill_tessellate(square, 0.1), stroke = rt_lyon_stroke_tessellate(square, 2, 0.1);
    CHECK(rt_lyon_fill_tessellation_draw(fill, place, 0xff0000ff, pixels, BYTES, SIDE, SIDE));
    const uint8_t *inside = pixels + (7 * SIDE + 5) * 4;
    CHECK(inside[0] == 255 && inside[1] == 0 && inside[2] == 0 && inside[3] == 255);
    CHECK_INT(pixels[(5 * SIDE + 5) * 4 + 3], 0);
    CHECK(rt_lyon_stroke_tessellation_draw(stroke, place, 0x00ff00ff, pixels, BYTES, SIDE, SIDE));
    CHECK_INT(pixels[(5 * SIDE + 5) * 4 + 1], 255);
    CHECK(!rt_lyon_stroke_tessellation_draw(stroke, 0, 0x00ff00ff, pixels, BYTES, SIDE, SIDE + 1));

    RtBytes picture = rt_lyon_path_rasterize(square, EVEN_ODD, 0x112233ff, 8, 8), same;
    CHECK_INT(picture.len, 256);
    CHECK_INT(picture.data[0], 0x11);
    CHECK(rt_lyon_path_rasterize_into(square, EVEN_ODD, 0x112233ff, 8, 8, &same));
    CHECK(memcmp(picture.data, same.data, 256) == 0);
    rt_bytes_free(same.data, same.len);
    rt_bytes_free(picture.data, picture.len);

    RtBytes png = rt_lyon_png_encode(pixels, BYTES, SIDE, SIDE);
    CHECK(png.len > 8 && memcmp(png.data, "\x89PNG\r\n\x1a\n", 8) == 0);
    CHECK(rt_lyon_png_save("picture.png", pixels, BYTES, SIDE, SIDE));
    CHECK_INT(unlink("picture.png"), 0);
    rt_bytes_free(png.data, png.len);
    CHECK(rt_lyon_png_encode_into(pixels, BYTES, SIDE, SIDE, &png));
    rt_bytes_free(png.data, png.len);

    int64_t animation = rt_lyon_animation_new("animation.png", SIDE, SIDE, 2, 100);
    CHECK(rt_lyon_animation_add_frame(animation, pixels, BYTES));
    memset(pixels, 255, 100);
    CHECK(rt_lyon_animation_add_frame(animation, pixels, BYTES));
    CHECK(rt_lyon_animation_finish(animation));
    CHECK_INT(unlink("animation.png"), 0);
    animation = rt_lyon_animation_new("animation.png", SIDE, SIDE, 2, 100);
    CHECK(rt_lyon_animation_free(animation));
    CHECK_INT(unlink("animation.png"), -1);

    CHECK(rt_lyon_fill_tessellation_free(fill) && rt_lyon_stroke_tessellation_free(stroke));
    CHECK(rt_lyon_transform_free(place) && rt_lyon_path_free(square));
}

/* Four bytes a pixel, which are the canvas's until it is freed. */
static void memory_of_canvases(void) {
    int64_t before = rt_native_bulk_memory(), canvas = rt_lyon_canvas_new(1000, 1000);
    CHECK(before >= 0);
    CHECK_INT(rt_native_bulk_memory(), before + 4000000);
    rt_lyon_canvas_free(canvas);
    CHECK_INT(rt_native_bulk_memory(), before);
}

static void canvases(void) {
    int64_t canvas = rt_lyon_canvas_new(6, 4), square = rt_lyon_path_rectangle(-1, -1, 2, 2);
    RtCanvasSize size = rt_lyon_canvas_get_size(canvas), again;
    CHECK(rt_lyon_canvas_get_size_into(canvas, &again));
    CHECK(size.width == 6 && size.height == 4 && again.width == 6 && again.height == 4);
    CHECK_INT(rt_lyon_color_from_text("rebeccapurple"), 0x663399ff);
    CHECK_INT(rt_lyon_color_from_text("dark red"), -1);
    CHECK_CONTAINS(rt_lyon_get_last_error(), "`text` is \"dark red\", which names no colour");
    CHECK_INT(rt_lyon_color_from_parts(1, 2, 3, 4), 0x01020304);
    CHECK_INT(rt_lyon_color_from_parts(1, 2, 3, 256), -1);
    CHECK(rt_lyon_canvas_clear(canvas, 0x000000ff));
    CHECK(rt_lyon_canvas_draw(canvas, square, 1, 1, PI / 2, 1, 0xff0000ff));
    const int64_t paths[] = {square, square}, colors[] = {0x00ff00ff};
    const double placements[] = {3, 1, 0, 1, 5, 1, 0, 0.5};
    CHECK(rt_lyon_canvas_draw_many(canvas, paths, 2, placements, 8, colors, 1));
    CHECK(!rt_lyon_canvas_draw_many(canvas, paths, 2, placements, 7, colors, 1));
    CHECK_CONTAINS(rt_lyon_get_last_error(), "`placements` holds 7 numbers");

    uint8_t pixels[96];
    CHECK_INT(rt_lyon_canvas_write_pixels(canvas, pixels, 96), 96);
    CHECK_INT(rt_lyon_canvas_write_pixels(canvas, pixels, 95), -1);
    const uint8_t row[] = {255, 0, 0, 255, 255, 0, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 64, 0, 255, 0, 64, 0, 255};
    CHECK(memcmp(pixels, row, 24) == 0);
    RtBytes copy = rt_lyon_canvas_get_pixels(canvas), other;
    CHECK(rt_lyon_canvas_get_pixels_into(canvas, &other));
    CHECK(copy.len == 96 && memcmp(copy.data, pixels, 96) == 0 && memcmp(other.data, pixels, 96) == 0);
    rt_bytes_free(copy.data, copy.len);
    rt_bytes_free(other.data, other.len);

    int64_t place = rt_lyon_transform_translate(0, 2), picture = rt_lyon_canvas_from_pixels(pixels, 24, 6, 1);
    CHECK(rt_lyon_canvas_draw_picture(canvas, picture, place, 1));
    const double opacities[] = {1};
    const double middle[] = {3, 3.5, PI, 1};
    CHECK(rt_lyon_canvas_draw_pictures(canvas, &picture, 1, middle, 4, opacities, 1));
    CHECK_INT(rt_lyon_canvas_write_pixels(canvas, pixels, 96), 96);
    CHECK(memcmp(pixels + 48, row, 24) == 0);
    for (int i = 0; i < 6; i++) CHECK(memcmp(pixels + 72 + 4 * i, row + 20 - 4 * i, 4) == 0);

    CHECK(rt_lyon_canvas_save(canvas, "canvas.png"));
    int64_t loaded = rt_lyon_canvas_load("canvas.png");
    uint8_t same[96];
    CHECK_INT(rt_lyon_canvas_write_pixels(loaded, same, 96), 96);
    CHECK(memcmp(same, pixels, 96) == 0);
    CHECK_INT(unlink("canvas.png"), 0);
    RtBytes png = rt_lyon_png_encode(pixels, 96, 6, 4);
    int64_t decoded = rt_lyon_canvas_decode(png.data, png.len);
    CHECK_INT(rt_lyon_canvas_decode(png.data, png.len - 20), 0);
    rt_bytes_free(png.data, png.len);

    int64_t outline = rt_lyon_path_stroke(square, 1, 0.1, "{\"line_join\": \"bevel\"}");
    CHECK_NEAR(fill_area(rt_lyon_fill_tessellate_with_rule(outline, 0.1, NON_ZERO)), 8 - 0.5, 1e-6);
    CHECK(rt_lyon_path_free(outline) && rt_lyon_path_free(square) && rt_lyon_transform_free(place));
    const int64_t all[] = {canvas, picture, loaded, decoded};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        CHECK(rt_lyon_canvas_free(all[i]));
        CHECK(!rt_lyon_canvas_free(all[i]));
    }
}

static void texts(void) {
    int64_t font = rt_lyon_font_built_in(), canvas = rt_lyon_canvas_new(40, 20);
    RtFontMetrics metrics = rt_lyon_font_get_metrics(font, 2048);
    CHECK(metrics.ascent == 1900 && metrics.descent == 500 && metrics.line_gap == 0);
    CHECK(rt_lyon_font_get_metrics_into(font, 1024, &metrics));
    CHECK(metrics.ascent == 950 && metrics.descent == 250);
    RtTextSize size = rt_lyon_font_measure(font, "AV\nA", 2048), again; /* 1336 and 1304, less 87 of kerning */
    CHECK(size.width == 2553 && size.height == 4800);
    CHECK(rt_lyon_font_measure_into(font, "AV\nA", 2048, &again));
    CHECK(again.width == 2553 && again.height == 4800);
    CHECK(rt_lyon_font_covers(font, "Z\xc3\xbcrich") && !rt_lyon_font_covers(font, "\xd0\x9f"));
    int64_t path = rt_lyon_font_text(font, "I", 2048);
    CHECK_TEXT(rt_lyon_path_to_svg(path), "M376 -1456L376 0L183 0L183 -1456Z");
    CHECK(rt_lyon_canvas_draw_text(canvas, font, "I", 0, 20, 28, 0xff0000ff));
    RtBytes pixels = rt_lyon_canvas_get_pixels(canvas);
    const uint8_t *inside = pixels.data + (10 * 40 + 4) * 4; /* 2.5 to 5.1 across */
    CHECK(inside[0] == 255 && inside[1] == 0 && inside[3] == 255 && inside[16] == 0);
    rt_bytes_free(pixels.data, pixels.len);
    CHECK_INT(rt_lyon_font_load("no.ttf", 0), 0);
    CHECK_INT(rt_lyon_font_decode((const uint8_t *)"font", 4, 0), 0);
    CHECK_TEXT(rt_lyon_get_last_error(), "`bytes` has no font 0: it holds none that can be read");
    CHECK(rt_lyon_font_free(font));
    CHECK(!rt_lyon_font_free(font));
    CHECK(rt_lyon_canvas_free(canvas) && rt_lyon_path_free(path));
}

static void paints(void) {
    const double offsets[] = {0, 1};
    const int64_t colors[] = {0x000000ff, 0xff0000ff};
    int64_t canvas = rt_lyon_canvas_new(4, 1), square = rt_lyon_path_rectangle(0, 0, 4, 1);
    int64_t clip = rt_lyon_path_rectangle(0, 0, 2, 1), place = rt_lyon_transform_scale(4, 1);
    uint8_t pixels[16];
    int64_t linear = rt_lyon_paint_linear_gradient(0, 0, 4, 0, offsets, 2, colors, 2, 0);
    CHECK(rt_lyon_canvas_fill(canvas, square, 0, linear, clip, "{}"));
    CHECK_INT(rt_lyon_canvas_write_pixels(canvas, pixels, 16), 16);
    CHECK(pixels[0] == 32 && pixels[3] == 255 && pixels[4] == 96 && pixels[8] == 0 && pixels[11] == 0);
    int64_t color = rt_lyon_paint_color(0xff0000ff), picture = rt_lyon_paint_picture(canvas);
    CHECK(rt_lyon_canvas_fill(canvas, square, place, color, 0, "{\"blend\": \"difference\"}"));
    CHECK_INT(rt_lyon_canvas_write_pixels(canvas, pixels, 16), 16);
    CHECK(pixels[0] == 223 && pixels[4] == 159 && pixels[8] == 255 && pixels[11] == 255);
    CHECK(rt_lyon_canvas_fill(canvas, square, 0, picture, 0, "{\"blend\": \"copy\"}")); /* as it was */
    CHECK_INT(rt_lyon_canvas_write_pixels(canvas, pixels, 16), 16);
    CHECK(pixels[0] == 32 && pixels[4] == 96 && pixels[11] == 0);
    int64_t radial = rt_lyon_paint_radial_gradient(0, 0, 4, 0, 0, offsets, 2, colors, 2, 1);
    int64_t conic = rt_lyon_paint_conic_gradient(0, 0, 0, offsets, 2, colors, 2);
    CHECK(rt_lyon_canvas_fill(canvas, square, 0, radial, 0, "{\"opacity\": 0.5}"));
    CHECK(rt_lyon_canvas_fill(canvas, square, 0, conic, 0, "{\"fill_rule\": \"even-odd\"}"));
    CHECK(!rt_lyon_canvas_fill(canvas, square, 0, conic, 0, "{\"blend\": \"mix\"}"));
    CHECK_CONTAINS(rt_lyon_get_last_error(), "`blend`");
    CHECK_INT(rt_lyon_paint_linear_gradient(0, 0, 0, 0, offsets, 2, colors, 2, 0), 0);
    const int64_t all[] = {linear, color, picture, radial, conic};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        CHECK(rt_lyon_paint_free(all[i]));
        CHECK(!rt_lyon_paint_free(all[i]));
    }
    CHECK(rt_lyon_canvas_free(canvas) && rt_lyon_path_free(square) && rt_lyon_path_free(clip));
    CHECK(rt_lyon_transform_free(place));
}

/* Threads that share one path, one builder and their tessellations. */
static int64_t shared_path, shared_builder;

static void *work(void *unused) {
    (void)unused;
    for (int i = 0; i < 50; i++) {
        CHECK_NEAR(fill_area(rt_lyon_fill_tessellate(shared_path, 0.01)), PI * 100, 1);
        CHECK_NEAR(rt_lyon_path_length(shared_path), 20 * PI, 1e-4);
        CHECK(rt_lyon_path_builder_line_to(shared_builder, i, i));
        int64_t transform = rt_lyon_transform_rotate(i);
        CHECK(rt_lyon_transform_free(transform));
    }
    return NULL;
}

static void threads(void) {
    shared_path = rt_lyon_path_circle(0, 0, 10);
    shared_builder = rt_lyon_path_builder_new();
    CHECK(rt_lyon_path_builder_begin(shared_builder, 0, 0));
    check_threads(4, work, NULL);
    int64_t lines = rt_lyon_path_builder_build(shared_builder);
    char *d = rt_lyon_path_to_svg(lines);
    int64_t count = 0;
    for (const char *c = d; *c; c++) count += *c == 'L';
    CHECK_INT(count, 200);
    rt_text_free(d);
    CHECK(rt_lyon_path_free(lines) && rt_lyon_path_free(shared_path));
}

int main(void) {
    int64_t before = rt_native_live_handles();
    library();
    shapes();
    building();
    hit_tests();
    transforms();
    along_and_dashes();
    combined();
    lenient();
    strokes();
    pictures();
    canvases();
    memory_of_canvases();
    texts();
    paints();
    threads();
    CHECK_INT(rt_native_live_handles(), before);
    return 0;
}
