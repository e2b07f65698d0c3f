/*
 * 2D paths and text: made, measured, tessellated into triangles for a GPU, drawn into pictures and on canvases, and
 * saved.
 *
 * Coordinates are 64-bit floats and no particular way up: where y grows downwards, as on a screen, a positive
 * angle turns clockwise. Angles are in radians. Lengths, radii and tolerances are in the path's own units.
 */
#ifndef SIMPLE_NATIVE_LYON_H
#define SIMPLE_NATIVE_LYON_H

#include "native.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Which points are inside a path that winds about them.
 */
enum SnFillRule {
    /* Those about which it winds an odd number of times. */
    SN_FILL_RULE_EVEN_ODD = 0,
    /* Those about which it does not wind as often one way as the other. */
    SN_FILL_RULE_NON_ZERO = 1
};

/*
 * What is made of what two paths fill.
 */
enum SnPathOperation {
    /* What one of them fills, or both. */
    SN_PATH_OPERATION_UNION = 0,
    /* What both fill. */
    SN_PATH_OPERATION_INTERSECTION = 1,
    /* What the first fills and the second does not. */
    SN_PATH_OPERATION_DIFFERENCE = 2,
    /* What one of them fills and the other does not. */
    SN_PATH_OPERATION_XOR = 3
};

/*
 * What lies beyond the ends of a gradient.
 */
enum SnSpread {
    /* The colours at its ends. */
    SN_SPREAD_PAD = 0,
    /* The gradient again and again. */
    SN_SPREAD_REPEAT = 1,
    /* The gradient again and again, every other time mirrored. */
    SN_SPREAD_REFLECT = 2
};

/*
 * A box with sides along x and y.
 */
typedef struct RtPathBounds {
    /* The smallest x. */
    double min_x;
    /* The smallest y. */
    double min_y;
    /* The largest x. */
    double max_x;
    /* The largest y. */
    double max_y;
} RtPathBounds;

/*
 * Position of a vertex.
 */
typedef struct RtVertexPosition {
    /* Its x coordinate. */
    double x;
    /* Its y coordinate. */
    double y;
} RtVertexPosition;

/*
 * The normal of a vertex.
 */
typedef struct RtVertexNormal {
    /* How far the stroke's edge is from its middle in x, in half widths. */
    double x;
    /* How far the stroke's edge is from its middle in y, in half widths. */
    double y;
} RtVertexNormal;

/*
 * How large a canvas is.
 */
typedef struct RtCanvasSize {
    /* Pixels in a row. */
    int64_t width;
    /* Rows. */
    int64_t height;
} RtCanvasSize;

/*
 * A place along a path and the direction the path has there.
 */
typedef struct RtPathPoint {
    /* Its x coordinate. */
    double x;
    /* Its y coordinate. */
    double y;
    /* The direction, of length 1; zeros where the path has none there. */
    double tangent_x;
    /* The direction, of length 1; zeros where the path has none there. */
    double tangent_y;
} RtPathPoint;

/*
 * The first error of SVG path data.
 */
typedef struct RtSvgError {
    /* The byte at which it is, from 0; -1 where there is none. */
    int64_t offset;
    /* What is wrong there, "" where nothing is. */
    char *reason;
} RtSvgError;

/*
 * How high the lines of a font are, at a size.
 */
typedef struct RtFontMetrics {
    /* How far letters reach above the baseline. */
    double ascent;
    /* How far they reach below it; a positive number. */
    double descent;
    /* What is left free between two lines. From one baseline to the next, it is the sum of the three. */
    double line_gap;
} RtFontMetrics;

/*
 * How large a text is.
 */
typedef struct RtTextSize {
    /* How far the longest line advances. */
    double width;
    /* From the ascent of the first line to the descent of the last. */
    double height;
} RtTextSize;

/*
 * The six numbers of a transform: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
 */
typedef struct RtTransformMatrix {
    /* What x adds to x'. */
    double m11;
    /* What x adds to y'. */
    double m12;
    /* What y adds to x'. */
    double m21;
    /* What y adds to y'. */
    double m22;
    /* What is added to x'. */
    double tx;
    /* What is added to y'. */
    double ty;
} RtTransformMatrix;

/*
 * A point.
 */
typedef struct RtTransformedPoint {
    /* Its x coordinate. */
    double x;
    /* Its y coordinate. */
    double y;
} RtTransformedPoint;

/*
 * Makes a new, empty path builder. Free it with `rt_lyon_path_builder_free`, or turn it into a path with
 * `rt_lyon_path_builder_build`, which frees it too.
 *
 * Returns a path builder; free it with rt_lyon_path_builder_free. On failure: 0.
 */
int64_t rt_lyon_path_builder_new(void);

/*
 * Frees a path builder, and what was drawn with it.
 *
 * `builder` is a path builder, freed by this call. On failure: false.
 */
bool rt_lyon_path_builder_free(int64_t builder);

/*
 * Begins a subpath at a point. A subpath that is still open ends there, unclosed. Coordinates go from -1e30
 * to 1e30, here and everywhere.
 *
 * `builder` is a path builder. On failure: false.
 */
bool rt_lyon_path_builder_begin(int64_t builder, double x, double y);

/*
 * Adds a line to a point. Fails where no subpath is open.
 *
 * `builder` is a path builder. On failure: false.
 */
bool rt_lyon_path_builder_line_to(int64_t builder, double x, double y);

/*
 * Adds a quadratic Bézier curve to a point. Fails where no subpath is open.
 *
 * `builder` is a path builder. On failure: false.
 */
bool rt_lyon_path_builder_quadratic_bezier_to(int64_t builder, double ctrl_x, double ctrl_y, double to_x, double to_y);

/*
 * Adds a cubic Bézier curve to a point. Fails where no subpath is open.
 *
 * `builder` is a path builder. On failure: false.
 */
bool rt_lyon_path_builder_cubic_bezier_to(int64_t builder, double ctrl1_x, double ctrl1_y, double ctrl2_x, double ctrl2_y, double to_x, double to_y);

/*
 * Adds an arc of a circle around a centre: a line to its start where the subpath ends elsewhere, then the arc. Angles
 * in radians, from the direction of x towards that of y; a negative sweep turns the other way, and one beyond 2π goes
 * round more than once (1,000 times at most). Within 7e-8 of the radius of the true circle. Fails where no subpath is
 * open or the radius is below 0.
 *
 * `builder` is a path builder. On failure: false.
 */
bool rt_lyon_path_builder_arc_to(int64_t builder, double center_x, double center_y, double radius, double start_angle, double sweep_angle);

/*
 * Closes the open subpath with a line back to its start. Fails where no subpath is open.
 *
 * `builder` is a path builder. On failure: false.
 */
bool rt_lyon_path_builder_close(int64_t builder);

/*
 * Ends the open subpath, unclosed, and makes the path. Frees the builder.
 *
 * `builder` is a path builder, freed by this call. Returns a path; free it with rt_lyon_path_free. On
 * failure: 0.
 */
int64_t rt_lyon_path_builder_build(int64_t builder);

/*
 * Frees a path.
 *
 * `path` is a path, freed by this call. On failure: false.
 */
bool rt_lyon_path_free(int64_t path);

/*
 * Returns the exact extent of the path's lines and curves; control points that the curves do not reach do not count.
 * Fails for a path without points.
 *
 * `path` is a path. On failure: min_x 0.0, min_y 0.0, max_x 0.0, max_y 0.0.
 */
RtPathBounds rt_lyon_path_get_bounds(int64_t path);

/*
 * Tells whether a point lies inside the path, by the non-zero rule; open subpaths count as closed. Exact for curves
 * too. A point on the outline itself may be either.
 *
 * `path` is a path. On failure: false.
 */
bool rt_lyon_path_contains_point(int64_t path, double x, double y);

/*
 * Makes a path with each point moved: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty. Fails where a coordinate would
 * leave -1e30 to 1e30.
 *
 * `path` is a path. Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_transform(int64_t path, double m11, double m12, double m21, double m22, double tx, double ty);

/*
 * Makes a rectangle with corners at (x, y) and (x + width, y + height), drawn from x towards x + width first. Fails
 * where width or height is below 0.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_rectangle(double x, double y, double width, double height);

/*
 * Makes a rectangle whose corners are quarter circles. A radius of more than half the width or height counts as that
 * half. Fails where width, height or radius is below 0.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_rounded_rectangle(double x, double y, double width, double height, double radius);

/*
 * Makes a circle, drawn from its rightmost point towards growing y. Within 7e-8 of its radius of the true circle.
 * Fails where the radius is below 0.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_circle(double center_x, double center_y, double radius);

/*
 * Makes an ellipse with axes along x and y, drawn like a circle. Fails where a radius is below 0.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_ellipse(double center_x, double center_y, double radius_x, double radius_y);

/*
 * Makes a closed polygon through `num_points` points, given as x, y pairs in `points`; further numbers are not looked
 * at. Fails for fewer than 3 points, and where `points` holds fewer than 2 · num_points numbers.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_polygon(const double *points, int64_t points_len, int64_t num_points);

/*
 * Makes a star with `num_points` tips (3 to 1,000,000) at `outer_radius` and as many notches at `inner_radius`, evenly
 * spaced. The first tip is at (center_x, center_y − outer_radius): upwards where y grows downwards. Its area is
 * num_points · inner_radius · outer_radius · sin(π / num_points). Fails where a radius is below 0.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_star(double center_x, double center_y, double inner_radius, double outer_radius, int64_t num_points);

/*
 * Triangles that fill a path by the even-odd rule; open subpaths count as closed. `tolerance` is how far a
 * triangle's edge may lie from the curve it stands for, in the path's units. Vertices are 32-bit numbers
 * relative to the path's own place and size: to about 1e-7 of its extent. Fails for a tolerance that is not
 * above 0, or so small that the curves would take more than 1,048,576 lines. Lines that cross are cut at each crossing:
 * a scribble of 4,000 long lines has two million, takes seconds and gives 1.8 million triangles;
 * `rt_lyon_path_rasterize` draws it in a fraction of a second.
 *
 * `path` is a path. Returns a fill tessellation; free it with rt_lyon_fill_tessellation_free. On
 * failure: 0.
 */
int64_t rt_lyon_fill_tessellate(int64_t path, double tolerance);

/*
 * Tessellates as `rt_lyon_fill_tessellate` does, by a fill rule: even-odd 0, non-zero 1.
 *
 * `path` is a path. Returns a fill tessellation; free it with rt_lyon_fill_tessellation_free. On
 * failure: 0.
 */
int64_t rt_lyon_fill_tessellate_with_rule(int64_t path, double tolerance, int64_t fill_rule);

/*
 * Frees a tessellation. Buffers got from it stay valid.
 *
 * `tess` is a fill tessellation, freed by this call. On failure: false.
 */
bool rt_lyon_fill_tessellation_free(int64_t tess);

/*
 * Returns the vertices, as a buffer of its own to be freed. Nothing is copied.
 *
 * `tess` is a fill tessellation. Returns a vertex buffer; free it with rt_lyon_vertex_buffer_free. On
 * failure: 0.
 */
int64_t rt_lyon_fill_tessellation_get_vertices(int64_t tess);

/*
 * Returns the indices, as a buffer of its own to be freed. Nothing is copied.
 *
 * `tess` is a fill tessellation. Returns an index buffer; free it with rt_lyon_index_buffer_free. On
 * failure: 0.
 */
int64_t rt_lyon_fill_tessellation_get_indices(int64_t tess);

/*
 * Returns how many vertices there are.
 *
 * `tess` is a fill tessellation. On failure: -1.
 */
int64_t rt_lyon_fill_tessellation_vertex_count(int64_t tess);

/*
 * Returns how many indices there are: 3 for each triangle.
 *
 * `tess` is a fill tessellation. On failure: -1.
 */
int64_t rt_lyon_fill_tessellation_index_count(int64_t tess);

/*
 * Triangles that stroke a path with a line of this width, with butt caps, miter joins and a miter limit of 4.
 * `tolerance` is how far the middle of the stroke may lie from the curve, and a round cap's or join's edge from
 * its circle. Triangles may overlap where the path turns sharply or crosses itself. A width of 0 gives no
 * triangles; one below 0, or below 1e-7 of the path's extent, fails, and so does a tolerance as for filling.
 *
 * `path` is a path. Returns a stroke tessellation; free it with rt_lyon_stroke_tessellation_free. On
 * failure: 0.
 */
int64_t rt_lyon_stroke_tessellate(int64_t path, double width, double tolerance);

/*
 * Tessellates as `rt_lyon_stroke_tessellate` does, with options, a JSON object: `line_cap` "butt", "square" or
 * "round"; `line_join` "miter", "round" or "bevel"; `miter_limit` from 1 to 1000000, SVG's: a join whose length, from
 * its inner corner to its tip, is more line widths than that becomes a bevel. An unknown key or value fails, and last
 * error names it. `{}` changes nothing.
 *
 * `path` is a path. Returns a stroke tessellation; free it with rt_lyon_stroke_tessellation_free. On
 * failure: 0.
 */
int64_t rt_lyon_stroke_tessellate_with_options(int64_t path, double width, double tolerance, const char *options_json);

/*
 * Frees a tessellation. Buffers got from it stay valid.
 *
 * `tess` is a stroke tessellation, freed by this call. On failure: false.
 */
bool rt_lyon_stroke_tessellation_free(int64_t tess);

/*
 * Returns the vertices, as a buffer of its own to be freed. Nothing is copied.
 *
 * `tess` is a stroke tessellation. Returns a vertex buffer; free it with rt_lyon_vertex_buffer_free.
 * On failure: 0.
 */
int64_t rt_lyon_stroke_tessellation_get_vertices(int64_t tess);

/*
 * Returns the indices, as a buffer of its own to be freed. Nothing is copied.
 *
 * `tess` is a stroke tessellation. Returns an index buffer; free it with rt_lyon_index_buffer_free. On
 * failure: 0.
 */
int64_t rt_lyon_stroke_tessellation_get_indices(int64_t tess);

/*
 * Returns how many vertices there are.
 *
 * `tess` is a stroke tessellation. On failure: -1.
 */
int64_t rt_lyon_stroke_tessellation_vertex_count(int64_t tess);

/*
 * Returns how many indices there are: 3 for each triangle.
 *
 * `tess` is a stroke tessellation. On failure: -1.
 */
int64_t rt_lyon_stroke_tessellation_index_count(int64_t tess);

/*
 * Frees a vertex buffer. The tessellation it came from stays valid.
 *
 * `buffer` is a vertex buffer, freed by this call. On failure: false.
 */
bool rt_lyon_vertex_buffer_free(int64_t buffer);

/*
 * Returns where a vertex is. Fails where there is no vertex of that index, which counts from 0.
 *
 * `buffer` is a vertex buffer. On failure: x 0.0, y 0.0.
 */
RtVertexPosition rt_lyon_vertex_buffer_get_position(int64_t buffer, int64_t index);

/*
 * Returns the normal of a vertex of a stroke: how far it lies from the middle of the stroke, in half line widths (1 on
 * a straight edge, more on a miter). Zeros for a fill. Fails where there is no vertex of that index.
 *
 * `buffer` is a vertex buffer. On failure: x 0.0, y 0.0.
 */
RtVertexNormal rt_lyon_vertex_buffer_get_normal(int64_t buffer, int64_t index);

/*
 * Returns how many vertices there are.
 *
 * `buffer` is a vertex buffer. On failure: -1.
 */
int64_t rt_lyon_vertex_buffer_size(int64_t buffer);

/*
 * Returns all vertices: x, y, normal_x, normal_y for each.
 *
 * `buffer` is a vertex buffer. Release what it returns with rt_f64_array_free. On failure: an empty
 * array.
 */
RtF64Array rt_lyon_vertex_buffer_to_array(int64_t buffer);

/*
 * Frees an index buffer. The tessellation it came from stays valid.
 *
 * `buffer` is an index buffer, freed by this call. On failure: false.
 */
bool rt_lyon_index_buffer_free(int64_t buffer);

/*
 * Returns the index of a triangle's corner among the vertices: items 3·n to 3·n + 2 are triangle n. Fails where there
 * is no item of that index.
 *
 * `buffer` is an index buffer. On failure: -1.
 */
int64_t rt_lyon_index_buffer_get(int64_t buffer, int64_t index);

/*
 * Returns how many indices there are: 3 for each triangle.
 *
 * `buffer` is an index buffer. On failure: -1.
 */
int64_t rt_lyon_index_buffer_size(int64_t buffer);

/*
 * Returns all indices, 3 for each triangle.
 *
 * `buffer` is an index buffer. Release what it returns with rt_i64_array_free. On failure: an empty
 * array.
 */
RtI64Array rt_lyon_index_buffer_to_array(int64_t buffer);

/*
 * Makes the transform that changes nothing.
 *
 * Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
 */
int64_t rt_lyon_transform_identity(void);

/*
 * Makes a shift by (tx, ty).
 *
 * Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
 */
int64_t rt_lyon_transform_translate(double tx, double ty);

/*
 * Makes a turn around the origin, in radians, from the direction of x towards that of y: a positive angle turns (1, 0)
 * towards (0, 1).
 *
 * Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
 */
int64_t rt_lyon_transform_rotate(double angle);

/*
 * Multiplies x by sx and y by sy; negative factors mirror.
 *
 * Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
 */
int64_t rt_lyon_transform_scale(double sx, double sy);

/*
 * Makes the transform that does t1 first and then t2.
 *
 * `t1` is a transform. `t2` is a transform. Returns a transform; free it with rt_lyon_transform_free.
 * On failure: 0.
 */
int64_t rt_lyon_transform_multiply(int64_t t1, int64_t t2);

/*
 * Frees a transform.
 *
 * `transform` is a transform, freed by this call. On failure: false.
 */
bool rt_lyon_transform_free(int64_t transform);

/*
 * Returns why this thread's last failed lyon call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_lyon_get_last_error(void);

/*
 * Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
 * milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
 * `rt_lyon_animation_finish`, which replaces a file that is there already; until then, and where it fails, that one
 * stays as it was. A file that is replaced keeps its permissions, links are followed, and a device, or a pipe that
 * somebody reads, is written to as frames come. A child of `fork` does not have the animation.
 *
 * Returns an animation; free it with rt_lyon_animation_free. On failure: 0. May wait; blocks its own
 * thread only.
 */
int64_t rt_lyon_animation_new(const char *file, int64_t width, int64_t height, int64_t frames, int64_t frame_ms);

/*
 * Adds the next frame: width · height · 4 bytes, as for `rt_lyon_png_save`. Fails where all frames are there.
 *
 * `animation` is an animation. On failure: false. May wait; blocks its own thread only.
 */
bool rt_lyon_animation_add_frame(int64_t animation, const uint8_t *pixels, int64_t pixels_len);

/*
 * Completes the file and frees the animation. Fails, and leaves what was there, where frames are missing or it
 * cannot be written.
 *
 * `animation` is an animation, freed by this call. On failure: false. May wait; blocks its own thread
 * only.
 */
bool rt_lyon_animation_finish(int64_t animation);

/*
 * Frees an animation that is not wanted any more; its file stays as it was before.
 *
 * `animation` is an animation, freed by this call. On failure: false. May wait; blocks its own thread
 * only.
 */
bool rt_lyon_animation_free(int64_t animation);

/*
 * Returns all vertices as a GPU takes them: 16 bytes each, four 32-bit floats in the machine's byte order: x, y,
 * normal_x, normal_y.
 *
 * `buffer` is a vertex buffer. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_lyon_vertex_buffer_bytes(int64_t buffer);

/*
 * Returns all indices as a GPU takes them: 4 bytes each, unsigned 32-bit integers in the machine's byte order.
 *
 * `buffer` is an index buffer. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_lyon_index_buffer_bytes(int64_t buffer);

/*
 * Writes the bytes of `rt_lyon_vertex_buffer_bytes` into memory of the caller's, a mapped GPU buffer say, and
 * returns how many. Fails, and writes nothing, where it is smaller than 16 bytes for each vertex.
 *
 * `buffer` is a vertex buffer. On failure: -1.
 */
int64_t rt_lyon_vertex_buffer_write(int64_t buffer, uint8_t *out, int64_t out_len);

/*
 * Writes the bytes of `rt_lyon_index_buffer_bytes` into memory of the caller's and returns how many. Fails, and
 * writes nothing, where it is smaller than 4 bytes for each index.
 *
 * `buffer` is an index buffer. On failure: -1.
 */
int64_t rt_lyon_index_buffer_write(int64_t buffer, uint8_t *out, int64_t out_len);

/*
 * Adds all subpaths of a path. A subpath that is still open ends there, unclosed, and none is open afterwards.
 *
 * `builder` is a path builder. `path` is a path.
 */
void rt_lyon_path_builder_add_path(int64_t builder, int64_t path);

/*
 * Makes a canvas, a picture to draw on: `width` times `height` transparent pixels (each side 1 to 32,768). Its
 * coordinates are pixels, with (0, 0) its top left corner and y downwards. Calls on one canvas take turns; what is shown
 * or read of it is it as it was between two of them. A child of `fork` has a copy of its own. Free it with
 * `rt_lyon_canvas_free`.
 *
 * Returns a canvas; free it with rt_lyon_canvas_free. On failure: 0.
 */
int64_t rt_lyon_canvas_new(int64_t width, int64_t height);

/*
 * Makes a canvas of pixels: width · height · 4 bytes of red, green, blue and alpha, not premultiplied, row after row
 * from the top. They are copied.
 *
 * Returns a canvas; free it with rt_lyon_canvas_free. On failure: 0.
 */
int64_t rt_lyon_canvas_from_pixels(const uint8_t *pixels, int64_t pixels_len, int64_t width, int64_t height);

/*
 * Makes a canvas of the picture in a PNG or JPEG file (1 GiB at most, each side 32,768 pixels at most). Of an animation
 * it is the first frame; 16 bits a channel become 8; colour profiles and turns that a camera noted are left out. Fails
 * where the file cannot be read, is no such picture, is cut off, or claims more pixels than its bytes can hold.
 *
 * Returns a canvas; free it with rt_lyon_canvas_free. On failure: 0. May wait; blocks its own thread
 * only.
 */
int64_t rt_lyon_canvas_load(const char *file);

/*
 * Makes a canvas of the bytes of a PNG or JPEG file, as `rt_lyon_canvas_load` does.
 *
 * Returns a canvas; free it with rt_lyon_canvas_free. On failure: 0.
 */
int64_t rt_lyon_canvas_decode(const uint8_t *bytes, int64_t bytes_len);

/*
 * Frees a canvas.
 *
 * `canvas` is a canvas, freed by this call. On failure: false.
 */
bool rt_lyon_canvas_free(int64_t canvas);

/*
 * Returns how large a canvas is.
 *
 * `canvas` is a canvas. On failure: width 0, height 0.
 */
RtCanvasSize rt_lyon_canvas_get_size(int64_t canvas);

/*
 * Makes every pixel of a canvas one colour, 0xRRGGBBAA, whatever it was.
 *
 * `canvas` is a canvas. On failure: false.
 */
bool rt_lyon_canvas_clear(int64_t canvas, int64_t color);

/*
 * Draws a path on a canvas: what it fills by the non-zero rule, scaled about (0, 0), turned by `angle` radians from the
 * direction of x towards that of y, and shifted by (x, y). `color` is 0xRRGGBBAA and laid over what is there; edges are
 * smoothed by the area of each pixel that is covered. A line is drawn as the path that `rt_lyon_path_stroke` makes of
 * it. What lies outside the canvas is left out.
 *
 * `canvas` is a canvas. `path` is a path. On failure: false.
 */
bool rt_lyon_canvas_draw(int64_t canvas, int64_t path, double x, double y, double angle, double scale, int64_t color);

/*
 * Draws many paths on a canvas, one after the other, each as `rt_lyon_canvas_draw` does. `placements` holds x, y, angle
 * and scale of each; `paths` (handles) and `colors` (0xRRGGBBAA) hold one for each placement, or one for all. Where one
 * of them is wrong, nothing is drawn.
 *
 * `canvas` is a canvas. On failure: false.
 */
bool rt_lyon_canvas_draw_many(int64_t canvas, const int64_t *paths, int64_t paths_len, const double *placements, int64_t placements_len, const int64_t *colors, int64_t colors_len);

/*
 * Draws a picture, which is a canvas too, on a canvas. `transform` takes the picture's coordinates, from (0, 0) to its
 * width and height, to those of the canvas; 0 stands for the transform that changes nothing. Between the middles of its
 * pixels the picture is mixed from the nearest four (bilinear filtering); at whole shifts it stays as it is, and drawn
 * smaller than half its size it shows some of its pixels only. Its edges are smoothed. `opacity` is 0 to 1. A canvas
 * may be drawn on itself.
 *
 * `canvas` is a canvas. `picture` is a canvas. `transform` is a transform. On failure: false.
 */
bool rt_lyon_canvas_draw_picture(int64_t canvas, int64_t picture, int64_t transform, double opacity);

/*
 * Draws many pictures on a canvas, one after the other, as `rt_lyon_canvas_draw_picture` does. `placements` holds x, y,
 * angle and scale of each: where the middle of the picture lies, how it is turned about that, and how it is scaled.
 * `pictures` (handles of canvases) and `opacities` (0 to 1) hold one for each placement, or one for all. Where one of
 * them is wrong, nothing is drawn.
 *
 * `canvas` is a canvas. On failure: false.
 */
bool rt_lyon_canvas_draw_pictures(int64_t canvas, const int64_t *pictures, int64_t pictures_len, const double *placements, int64_t placements_len, const double *opacities, int64_t opacities_len);

/*
 * Returns a copy of the pixels: 4 bytes each, red, green, blue and alpha (not premultiplied), row after row from the
 * top. A window shows a canvas without a copy by `rt_winit_window_present_canvas`.
 *
 * `canvas` is a canvas. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_lyon_canvas_get_pixels(int64_t canvas);

/*
 * Writes the pixels into memory of the caller's and returns how many bytes they are: width · height · 4. Fails, and
 * writes nothing, where it is smaller.
 *
 * `canvas` is a canvas. On failure: -1.
 */
int64_t rt_lyon_canvas_write_pixels(int64_t canvas, uint8_t *out, int64_t out_len);

/*
 * Writes a canvas to a PNG file, as `rt_lyon_png_save` does a picture.
 *
 * `canvas` is a canvas. On failure: false. May wait; blocks its own thread only.
 */
bool rt_lyon_canvas_save(int64_t canvas, const char *file);

/*
 * Returns the colour, 0xRRGGBBAA, that a text names as CSS does: by one of its 148 names (`tomato`; `transparent`), in
 * hexadecimal digits (`#f80`, `#f80c`, `#ff8800`, `#ff8800cc`), or by a function (`rgb(255 136 0)`, `rgb(100% 50% 0 / 80%)`,
 * `hsl(32 100% 50%)`, `hwb()`, `lab()`, `lch()`, `oklab()`, `oklch()`). It is opaque where the text says nothing else. -1
 * where it names none.
 *
 * On failure: -1.
 */
int64_t rt_lyon_color_from_text(const char *text);

/*
 * Returns the colour of these parts, 0xRRGGBBAA, each 0 to 255; an `alpha` of 255 is opaque.
 *
 * On failure: -1.
 */
int64_t rt_lyon_color_from_parts(int64_t red, int64_t green, int64_t blue, int64_t alpha);

/*
 * Makes the path of what two paths fill together: their union 0, their intersection 1, the difference 2 (what `path` fills
 * and `other` does not), or xor 3 (what one of them fills and the other does not). `fill_rule` (even-odd 0, non-zero 1) says
 * what each of them fills; open subpaths count as closed. To combine paths of different rules, simplify one of them
 * first.
 *
 * The new path is made of closed subpaths of straight lines that do not cross, the outer ones one way round and holes the
 * other, so that it fills the same by either rule. Curves become lines, nowhere farther from them than `tolerance`,
 * above 0. Corners of the paths keep their coordinates; where lines cross, they meet to about 1e-9 of the extent. Fails
 * where the curves would take more than 1,048,576 lines, or these cross some 4 million times.
 *
 * `path` is a path. `other` is a path. Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_combine(int64_t path, int64_t other, int64_t operation, int64_t fill_rule, double tolerance);

/*
 * Makes the path of what a path fills by a rule (even-odd 0, non-zero 1), in lines that do not cross: as
 * `rt_lyon_path_combine` makes it of two. Corners on a straight line are left out.
 *
 * `path` is a path. Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_simplify(int64_t path, int64_t fill_rule, double tolerance);

/*
 * Makes the path of what a path fills by a rule (even-odd 0, non-zero 1), grown by `distance`, or shrunk where that is below
 * 0: with a stroke, twice as wide, of the edge of what is filled, or without it. The path is made as by
 * `rt_lyon_path_combine`; `tolerance` holds for curves and for round joins, and both may add up. What shrinks away
 * leaves nothing.
 *
 * `options_json` is that of `rt_lyon_path_stroke`: `line_join` "miter" (with `miter_limit`, 4), "round" (all that is no
 * farther than `distance`) or "bevel". Fails for a distance other than 0 and below 1e-9 of the path's extent, and
 * where it is more than the radius of curves that bend inwards, so seen, and have more than 256 corners with `tolerance`.
 *
 * `path` is a path. Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_offset(int64_t path, double distance, int64_t fill_rule, double tolerance, const char *options_json);

/*
 * Lays a filled path over a picture. `transform` takes the path's coordinates to pixels, with (0, 0) the top
 * left corner of the picture and y downwards; 0 stands for the transform that changes nothing. `color` is
 * 0xRRGGBBAA. `pixels` is the picture: width · height · 4 bytes of red, green, blue and alpha, not
 * premultiplied, row after row from the top. Edges are smoothed: a pixel takes as much of the colour as
 * the tessellation covers of its area. What lies outside the picture is left out.
 *
 * `tess` is a fill tessellation. `transform` is a transform. On failure: false.
 */
bool rt_lyon_fill_tessellation_draw(int64_t tess, int64_t transform, int64_t color, uint8_t *pixels, int64_t pixels_len, int64_t width, int64_t height);

/*
 * Lays a stroked path over a picture, as `rt_lyon_fill_tessellation_draw` does a filled one. Where triangles
 * overlap, the colour is laid once.
 *
 * `tess` is a stroke tessellation. `transform` is a transform. On failure: false.
 */
bool rt_lyon_stroke_tessellation_draw(int64_t tess, int64_t transform, int64_t color, uint8_t *pixels, int64_t pixels_len, int64_t width, int64_t height);

/*
 * Draws a new picture, transparent but for the path filled with a colour (0xRRGGBBAA) by a fill rule (even-odd 0,
 * non-zero 1). The path's coordinates are pixels; a pixel takes as much of the colour as the path covers of its area,
 * to a 500th. Where very many lines cross in a row of pixels, the rest of that row is seen along 16 lines. Width and
 * height are 1 to 32,768.
 *
 * `path` is a path. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_lyon_path_rasterize(int64_t path, int64_t fill_rule, int64_t color, int64_t width, int64_t height);

/*
 * Tells whether a point lies in one of the triangles.
 *
 * `tess` is a fill tessellation. On failure: false.
 */
bool rt_lyon_fill_tessellation_contains_point(int64_t tess, double x, double y);

/*
 * Makes a paint of one colour, 0xRRGGBBAA. Free it, as all paints, with `rt_lyon_paint_free`.
 *
 * Returns a paint; free it with rt_lyon_paint_free. On failure: 0.
 */
int64_t rt_lyon_paint_color(int64_t color);

/*
 * Makes a gradient along a line: its colours change from (`x1`, `y1`) to (`x2`, `y2`), which must differ, and are the
 * same across. `colors` (0xRRGGBBAA) lie at `offsets`, which go from 0 to 1 and never back; between them, each channel
 * and alpha is mixed. 1 to 4,096 of each. `spread` says what lies before 0 and beyond 1: the colours at the ends 0, the
 * gradient again 1, or mirrored 2. Coordinates are those of the shape that is filled.
 *
 * Returns a paint; free it with rt_lyon_paint_free. On failure: 0.
 */
int64_t rt_lyon_paint_linear_gradient(double x1, double y1, double x2, double y2, const double *offsets, int64_t offsets_len, const int64_t *colors, int64_t colors_len, int64_t spread);

/*
 * Makes a gradient that goes out from a focus, at offset 0, to a circle around it, at offset 1, as SVG's does. The focus
 * is mostly the centre of the circle, and must lie inside it. `offsets`, `colors` and `spread` as for
 * `rt_lyon_paint_linear_gradient`.
 *
 * Returns a paint; free it with rt_lyon_paint_free. On failure: 0.
 */
int64_t rt_lyon_paint_radial_gradient(double center_x, double center_y, double radius, double focus_x, double focus_y, const double *offsets, int64_t offsets_len, const int64_t *colors, int64_t colors_len, int64_t spread);

/*
 * Makes a gradient that goes once round a centre, from `start_angle` (radians, from the direction of x towards that of
 * y) at offset 0 to the same direction at offset 1. `offsets` and `colors` as for `rt_lyon_paint_linear_gradient`.
 *
 * Returns a paint; free it with rt_lyon_paint_free. On failure: 0.
 */
int64_t rt_lyon_paint_conic_gradient(double center_x, double center_y, double start_angle, const double *offsets, int64_t offsets_len, const int64_t *colors, int64_t colors_len);

/*
 * Makes a paint of a picture as it is now, a canvas: it lies with its top left corner at (0, 0) of the shape's
 * coordinates, mixed between its pixels as by `rt_lyon_canvas_draw_picture`, and beyond its edges as it is there.
 *
 * `picture` is a canvas. Returns a paint; free it with rt_lyon_paint_free. On failure: 0.
 */
int64_t rt_lyon_paint_picture(int64_t picture);

/*
 * Frees a paint.
 *
 * `paint` is a paint, freed by this call. On failure: false.
 */
bool rt_lyon_paint_free(int64_t paint);

/*
 * Fills a path on a canvas with a paint. `transform` takes the path's coordinates and the paint's to those of the
 * canvas; 0 stands for the transform that changes nothing. `clip` is a path in the canvas's coordinates: nothing is
 * drawn outside what it fills by the non-zero rule, and its edges are smooth; 0 for none.
 *
 * `options_json` is a JSON object: `fill_rule` "non-zero" or "even-odd"; `opacity` 0 to 1, of the whole fill; `blend`,
 * how the fill and what is there make what is seen, by the names of the web's canvas: "source-over" (laid over it),
 * "source-in", "source-out", "source-atop", "destination-over", "destination-in", "destination-out",
 * "destination-atop", "xor", "copy", "clear", "lighter", "multiply", "screen", "overlay", "darken", "lighten",
 * "color-dodge", "color-burn", "hard-light", "soft-light", "difference", "exclusion", "hue", "saturation", "color",
 * "luminosity". What the path does not cover stays, whatever the mode. `{}` changes nothing. An unknown key or value
 * fails, and last error names it.
 *
 * To blend or fade several shapes as one, draw them on a canvas of their own and fill with that as a picture.
 *
 * `canvas` is a canvas. `path` is a path. `transform` is a transform. `paint` is a paint. `clip` is a
 * path. On failure: false.
 */
bool rt_lyon_canvas_fill(int64_t canvas, int64_t path, int64_t transform, int64_t paint, int64_t clip, const char *options_json);

/*
 * Makes a path moved by a transform: `rt_lyon_path_transform` with the six numbers that `rt_lyon_transform_get` gives.
 *
 * `path` is a path. `transform` is a transform. Returns a path; free it with rt_lyon_path_free. On
 * failure: 0.
 */
int64_t rt_lyon_path_apply_transform(int64_t path, int64_t transform);

/*
 * Tells whether a point lies inside the path by a fill rule: even-odd 0, non-zero 1.
 *
 * `path` is a path. On failure: false.
 */
bool rt_lyon_path_contains_point_with_rule(int64_t path, double x, double y, int64_t fill_rule);

/*
 * Returns the length of all subpaths together; a closed one's closing line counts. To about 1e-9 of the length.
 *
 * `path` is a path. On failure: 0.0.
 */
double rt_lyon_path_length(int64_t path);

/*
 * Returns the point at a distance along the path, from 0 to `rt_lyon_path_length`, and the direction there. Subpaths
 * follow one another; the jump between them takes no length. Fails for a path without length and for a distance beyond
 * its ends.
 *
 * `path` is a path. On failure: x 0.0, y 0.0, tangent_x 0.0, tangent_y 0.0.
 */
RtPathPoint rt_lyon_path_point_at(int64_t path, double distance);

/*
 * Makes a path cut into dashes: `pattern` holds the lengths of dash, gap, dash, gap and so on, and repeats (an odd
 * number of lengths is taken twice over, as in SVG). The pattern starts `offset` into itself at the start of each
 * subpath. Curves stay curves. On a closed subpath, a dash that runs across its start stays one piece. Fails for a
 * length below 0, for a pattern that adds up to 0, and for more than 1,000,000 dashes.
 *
 * `path` is a path. Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_dash(int64_t path, const double *pattern, int64_t pattern_len, double offset);

/*
 * Encodes a picture as the bytes of a PNG file. `pixels` are 4 bytes each: red, green, blue, alpha (not
 * premultiplied), row after row from the top.
 *
 * Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_lyon_png_encode(const uint8_t *pixels, int64_t pixels_len, int64_t width, int64_t height);

/*
 * Writes a picture to a PNG file. A file that is there already is replaced once the new one is complete, and keeps its
 * permissions; where that fails it stays as it was. Links are followed; a device, or a pipe that somebody reads, is
 * written to.
 *
 * On failure: false. May wait; blocks its own thread only.
 */
bool rt_lyon_png_save(const char *file, const uint8_t *pixels, int64_t pixels_len, int64_t width, int64_t height);

/*
 * Makes the path round what a stroke covers, with the width, tolerance and options of
 * `rt_lyon_stroke_tessellate_with_options`: closed subpaths that, filled by the non-zero rule, cover the same. They may
 * overlap where the stroke does.
 *
 * `path` is a path. Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_stroke(int64_t path, double width, double tolerance, const char *options_json);

/*
 * Tells whether a point lies in one of the triangles.
 *
 * `tess` is a stroke tessellation. On failure: false.
 */
bool rt_lyon_stroke_tessellation_contains_point(int64_t tess, double x, double y);

/*
 * Tells whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
 * tolerance of a hundredth of the width. For many points, make the tessellation once.
 *
 * `path` is a path. On failure: false.
 */
bool rt_lyon_path_stroke_contains_point(int64_t path, double width, const char *options_json, double x, double y);

/*
 * Makes the path that SVG path data describes (the `d` of a `<path>`): all commands, absolute and relative. The empty
 * text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_from_svg(const char *d);

/*
 * Makes the path that SVG path data describes up to its first error, as browsers draw it: the pieces before the one that
 * the error is in. `rt_lyon_svg_find_error` says where that is.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_from_svg_lenient(const char *d);

/*
 * Tells where SVG path data has its first error, and what it is.
 *
 * On failure: offset -1, reason "".
 */
RtSvgError rt_lyon_svg_find_error(const char *d);

/*
 * Returns the path as SVG path data, in absolute M, L, Q, C and Z. Read back, it gives the same path, bit for bit.
 *
 * `path` is a path. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_lyon_path_to_svg(int64_t path);

/*
 * Makes the font that is built in, Roboto Regular: the letters, digits and signs of Western European languages, Greek
 * letters of formulas, and signs of arithmetic. Free it with `rt_lyon_font_free`.
 *
 * Returns a font; free it with rt_lyon_font_free. On failure: 0.
 */
int64_t rt_lyon_font_built_in(void);

/*
 * Makes a font of a file: TrueType, OpenType, a collection of them or Type 1, 256 MiB at most. `index` says which font
 * of a collection, from 0. A variable font looks as it does at first. Fails where the file cannot be read or holds no
 * such font with outlines.
 *
 * Returns a font; free it with rt_lyon_font_free. On failure: 0. May wait; blocks its own thread only.
 */
int64_t rt_lyon_font_load(const char *file, int64_t index);

/*
 * Makes a font of the bytes of a font file, as `rt_lyon_font_load` does. They are copied.
 *
 * Returns a font; free it with rt_lyon_font_free. On failure: 0.
 */
int64_t rt_lyon_font_decode(const uint8_t *bytes, int64_t bytes_len, int64_t index);

/*
 * Frees a font. Paths made with it stay valid.
 *
 * `font` is a font, freed by this call. On failure: false.
 */
bool rt_lyon_font_free(int64_t font);

/*
 * Returns how high lines are, for text of `size` (above 0, up to 1e6): the font's em, in pixels where paths are in
 * pixels.
 *
 * `font` is a font. On failure: ascent 0.0, descent 0.0, line_gap 0.0.
 */
RtFontMetrics rt_lyon_font_get_metrics(int64_t font, double size);

/*
 * Returns how large a text is as `rt_lyon_font_text` writes it. The empty text has one line.
 *
 * `font` is a font. On failure: width 0.0, height 0.0.
 */
RtTextSize rt_lyon_font_measure(int64_t font, const char *text, double size);

/*
 * Tells whether a font has a glyph for each character of a text, control characters aside. For one that it has not, it
 * shows its sign for that, a box in most fonts.
 *
 * `font` is a font. On failure: false.
 */
bool rt_lyon_font_covers(int64_t font, const char *text);

/*
 * Makes the path of a text, with the font's kerning and ligatures: its first baseline begins at (0, 0), y grows
 * downwards, and each line break begins a line below. A tab is a space. It fills, by the non-zero rule, strokes and
 * transforms as all paths do. Lines go from (0, y) to the right whatever their direction; one that mixes directions, as Hebrew
 * with numbers in it does, is put in order by the Unicode Bidirectional Algorithm.
 *
 * `font` is a font. Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_font_text(int64_t font, const char *text, double size);

/*
 * Draws a text on a canvas: its first baseline begins at (x, y), and it is laid over what is there in `color`,
 * 0xRRGGBBAA. The same as `rt_lyon_font_text` and `rt_lyon_canvas_draw` do; a text that stays is drawn faster as a path
 * that is kept.
 *
 * `canvas` is a canvas. `font` is a font. On failure: false.
 */
bool rt_lyon_canvas_draw_text(int64_t canvas, int64_t font, const char *text, double x, double y, double size, int64_t color);

/*
 * Makes the transform with these six numbers: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
 *
 * Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
 */
int64_t rt_lyon_transform_new(double m11, double m12, double m21, double m22, double tx, double ty);

/*
 * Returns the six numbers of a transform.
 *
 * `transform` is a transform. On failure: m11 0.0, m12 0.0, m21 0.0, m22 0.0, tx 0.0, ty 0.0.
 */
RtTransformMatrix rt_lyon_transform_get(int64_t transform);

/*
 * Makes the transform that undoes another. Fails where there is none: for a transform that flattens the plane.
 *
 * `transform` is a transform. Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
 */
int64_t rt_lyon_transform_inverse(int64_t transform);

/*
 * Returns where a transform takes a point.
 *
 * `transform` is a transform. On failure: x 0.0, y 0.0.
 */
RtTransformedPoint rt_lyon_transform_apply(int64_t transform, double x, double y);

/*
 * Tells whether this build holds the lyon library, as it does where this links.
 */
bool rt_lyon_available(void);

/*
 * Forgets why this thread's last failed lyon call failed.
 */
void rt_lyon_clear_error(void);

/*
 * Returns the category of this thread's last failed lyon call, by the same numbers in every library: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
 */
int64_t rt_lyon_get_last_error_code(void);

/*
 * Returns the version of the wrapped library, the crate `lyon`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_lyon_version(void);

/* ---- The twins: each fills *out, and returns whether the call succeeded. ---- */

bool rt_lyon_path_get_bounds_into(int64_t path, RtPathBounds *out);
bool rt_lyon_vertex_buffer_get_position_into(int64_t buffer, int64_t index, RtVertexPosition *out);
bool rt_lyon_vertex_buffer_get_normal_into(int64_t buffer, int64_t index, RtVertexNormal *out);
bool rt_lyon_vertex_buffer_to_array_into(int64_t buffer, RtF64Array *out);
bool rt_lyon_index_buffer_to_array_into(int64_t buffer, RtI64Array *out);
bool rt_lyon_vertex_buffer_bytes_into(int64_t buffer, RtBytes *out);
bool rt_lyon_index_buffer_bytes_into(int64_t buffer, RtBytes *out);
bool rt_lyon_canvas_get_size_into(int64_t canvas, RtCanvasSize *out);
bool rt_lyon_canvas_get_pixels_into(int64_t canvas, RtBytes *out);
bool rt_lyon_path_rasterize_into(int64_t path, int64_t fill_rule, int64_t color, int64_t width, int64_t height, RtBytes *out);
bool rt_lyon_path_point_at_into(int64_t path, double distance, RtPathPoint *out);
bool rt_lyon_png_encode_into(const uint8_t *pixels, int64_t pixels_len, int64_t width, int64_t height, RtBytes *out);
bool rt_lyon_svg_find_error_into(const char *d, RtSvgError *out);
bool rt_lyon_font_get_metrics_into(int64_t font, double size, RtFontMetrics *out);
bool rt_lyon_font_measure_into(int64_t font, const char *text, double size, RtTextSize *out);
bool rt_lyon_transform_get_into(int64_t transform, RtTransformMatrix *out);
bool rt_lyon_transform_apply_into(int64_t transform, double x, double y, RtTransformedPoint *out);

#ifdef __cplusplus
}
#endif

#endif /* SIMPLE_NATIVE_LYON_H */
