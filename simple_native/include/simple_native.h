/*
 * simple_native: the native layer under a programming language, as one static archive.
 *
 * Generated from the source by `cargo xtask abi`; not edited by hand.
 *
 * Types. A handle is an int64_t above 0; 0 is "no object". A text parameter is UTF-8, NUL-terminated and
 * borrowed for the call. A returned text is never NULL; it belongs to the caller, who releases it with
 * rt_text_free; rt_text_len gives its length, NUL bytes inside it included. An array parameter is a pointer
 * and a count, borrowed for the call; NULL with count 0 is the empty array. A returned array or struct comes
 * by value; what it points to belongs to the caller. Each function that returns a struct or an array by value
 * has a twin NAME_into that fills *out instead and returns whether the call succeeded.
 *
 * Handles. Each call checks its handles: a freed one, one of another kind, or a number that never was a handle
 * makes the call fail and harms nothing. Freeing twice fails the second time. A child whose parent was freed
 * is freed too. An object freed while another thread is inside a call that uses it is destroyed when that
 * call ends.
 *
 * Failure. No input makes a call crash, hang or unwind: NULL, text that is not UTF-8, a negative count, NaN, a
 * stale handle, a second thread. A failed call returns what its comment says. Why it failed:
 * rt_<library>_get_last_error, the reason of this thread's last failed call in that library; a call that
 * succeeds leaves it alone. A defect inside the archive is caught too: the call fails and the last error
 * begins with "internal error:". (A pointer that is neither NULL nor valid is undefined, as in C.)
 *
 * Threads. Any function may be called from any thread at the same time as any other, unless its comment says
 * otherwise. Two calls wait for each other only where both change the same object.
 */
#ifndef SIMPLE_NATIVE_H
#define SIMPLE_NATIVE_H

#include <stdbool.h>
#include <stdint.h>

/* This header's version. */
#define SIMPLE_NATIVE_VERSION "0.1.0"
/* The version of the rules above. Compare with rt_native_abi_version(). */
#define SIMPLE_NATIVE_ABI_VERSION 1
/* A hash of every signature below. Compare with rt_native_abi_hash(). */
#define SIMPLE_NATIVE_ABI_HASH INT64_C(109795715838737611)

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Arrays by value: `len` items at `data`, which is NULL where there are none. ---- */

/* [f64], owned by the caller; release with rt_f64_array_free. */
typedef struct RtF64Array {
    double *data;
    int64_t len;
} RtF64Array;

/* [i64], owned by the caller; release with rt_i64_array_free. */
typedef struct RtI64Array {
    int64_t *data;
    int64_t len;
} RtI64Array;

/* [u8], owned by the caller; release with rt_bytes_free. */
typedef struct RtBytes {
    uint8_t *data;
    int64_t len;
} RtBytes;

/* [text], owned by the caller; release with rt_text_array_free. */
typedef struct RtTextArray {
    char **data;
    int64_t len;
} RtTextArray;

/* ---- native ------------------------------------------------------------------------------ */

/*
 * The length in bytes of a text that this archive returned, in constant time, NUL bytes inside it
 * included. 0 for NULL.
 */
int64_t rt_text_len(const char *text);

/*
 * Releases a text that this archive returned. NULL does nothing.
 */
void rt_text_free(char *text);

/*
 * Releases an array of 64-bit floats that this archive returned. An empty array does nothing.
 */
void rt_f64_array_free(double *data, int64_t len);

/*
 * Releases an array of 64-bit integers that this archive returned. An empty array does nothing.
 */
void rt_i64_array_free(int64_t *data, int64_t len);

/*
 * Releases bytes that this archive returned. An empty array does nothing.
 */
void rt_bytes_free(uint8_t *data, int64_t len);

/*
 * Releases an array of texts that this archive returned, its texts included. An empty array does nothing.
 */
void rt_text_array_free(char **data, int64_t len);

/*
 * The version of the boundary's rules: how texts, arrays, handles and failure work. It changes only with
 * them, not with every new function.
 */
int64_t rt_native_abi_version(void);

/*
 * A hash of every signature that this archive was built with. A host compares it with the
 * `SIMPLE_NATIVE_ABI_HASH` of the header it was compiled against: where they differ, one of the two is of
 * another version.
 */
int64_t rt_native_abi_hash(void);

/*
 * The version of this archive.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_native_version(void);

/*
 * The manifest of this build, as JSON: every function that it holds, with parameter names, types,
 * ownership, thread rule, failure value and meaning.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_native_manifest(void);

/*
 * How many objects are alive: handles that were given out and not freed. A host's tests assert with it that
 * they leak none.
 */
int64_t rt_native_live_handles(void);

/*
 * Panics inside the archive with `message`, so that a host can see for itself that its build catches panics:
 * the call fails, `rt_native_get_last_error` begins with `internal error:` and holds the message, and every
 * later call works. Never succeeds.
 *
 * On failure: false.
 */
bool rt_native_provoke_panic(const char *message);

/*
 * Why this thread's last failed `rt_native_` call failed: one sentence, `""` where none did.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_native_get_last_error(void);

/*
 * Forgets why this thread's last failed `rt_native_` call failed.
 */
void rt_native_clear_error(void);

/* ---- lyon -------------------------------------------------------------------------------- */

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
 * Where a vertex is.
 */
typedef struct RtVertexPosition {
    /* Where it is. */
    double x;
    /* Where it is. */
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
 * A place along a path and the direction the path has there.
 */
typedef struct RtPathPoint {
    /* Where it is. */
    double x;
    /* Where it is. */
    double y;
    /* The direction, of length 1; zeros where the path has none there. */
    double tangent_x;
    /* The direction, of length 1; zeros where the path has none there. */
    double tangent_y;
} RtPathPoint;

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
    /* Where it is. */
    double x;
    /* Where it is. */
    double y;
} RtTransformedPoint;

/*
 * A new, empty path builder. Free it with `rt_lyon_path_builder_free`, or turn it into a path with
 * `rt_lyon_path_builder_build`, which frees it too.
 *
 * Returns a path builder; free it with rt_lyon_path_builder_free.
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
 * A line to a point. Fails where no subpath is open.
 *
 * `builder` is a path builder. On failure: false.
 */
bool rt_lyon_path_builder_line_to(int64_t builder, double x, double y);

/*
 * A quadratic Bézier curve to a point. Fails where no subpath is open.
 *
 * `builder` is a path builder. On failure: false.
 */
bool rt_lyon_path_builder_quadratic_bezier_to(int64_t builder, double ctrl_x, double ctrl_y, double to_x, double to_y);

/*
 * A cubic Bézier curve to a point. Fails where no subpath is open.
 *
 * `builder` is a path builder. On failure: false.
 */
bool rt_lyon_path_builder_cubic_bezier_to(int64_t builder, double ctrl1_x, double ctrl1_y, double ctrl2_x, double ctrl2_y, double to_x, double to_y);

/*
 * An arc of a circle around a centre: a line to its start where the subpath ends elsewhere, then the arc.
 * Angles in radians, from the direction of x towards that of y; a negative sweep turns the other way, and
 * one beyond 2π goes round more than once (1,000 times at most). Within 7e-8 of the radius of the true
 * circle. Fails where no subpath is open or the radius is below 0.
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
 * The exact extent of the path's lines and curves; control points that the curves do not reach do not
 * count. Fails for a path without points.
 *
 * `path` is a path. On failure: min_x 0.0, min_y 0.0, max_x 0.0, max_y 0.0.
 */
RtPathBounds rt_lyon_path_get_bounds(int64_t path);
bool rt_lyon_path_get_bounds_into(int64_t path, RtPathBounds *out);

/*
 * Whether a point lies inside the path, by the non-zero rule; open subpaths count as closed. Exact for
 * curves too. A point on the outline itself may be either.
 *
 * `path` is a path. On failure: false.
 */
bool rt_lyon_path_contains_point(int64_t path, double x, double y);

/*
 * The path with each point moved: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty. Fails where a coordinate
 * would leave -1e30 to 1e30.
 *
 * `path` is a path. Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_transform(int64_t path, double m11, double m12, double m21, double m22, double tx, double ty);

/*
 * A rectangle with corners at (x, y) and (x + width, y + height), drawn from x towards x + width first.
 * Fails where width or height is below 0.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_rectangle(double x, double y, double width, double height);

/*
 * A rectangle whose corners are quarter circles. A radius of more than half the width or height counts as
 * that half. Fails where width, height or radius is below 0.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_rounded_rectangle(double x, double y, double width, double height, double radius);

/*
 * A circle, drawn from its rightmost point towards growing y. Within 7e-8 of its radius of the true circle.
 * Fails where the radius is below 0.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_circle(double center_x, double center_y, double radius);

/*
 * An ellipse with axes along x and y, drawn like a circle. Fails where a radius is below 0.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_ellipse(double center_x, double center_y, double radius_x, double radius_y);

/*
 * A closed polygon through `num_points` points, given as x, y pairs in `points`; further numbers are not
 * looked at. Fails for fewer than 3 points, and where `points` holds fewer than 2 · num_points numbers.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_polygon(const double *points, int64_t points_len, int64_t num_points);

/*
 * A star with `num_points` tips (3 to 1,000,000) at `outer_radius` and as many notches at `inner_radius`,
 * evenly spaced. The first tip is at (center_x, center_y − outer_radius): upwards where y grows downwards.
 * Its area is num_points · inner_radius · outer_radius · sin(π / num_points). Fails where a radius is
 * below 0.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_star(double center_x, double center_y, double inner_radius, double outer_radius, int64_t num_points);

/*
 * Triangles that fill a path by the even-odd rule; open subpaths count as closed. `tolerance` is how far a
 * triangle's edge may lie from the curve it stands for, in the path's units. Vertices are 32-bit numbers
 * relative to the path's own place and size: to about 1e-7 of its extent. Fails for a tolerance that is not
 * above 0, or so small that the curves would take more than 1,048,576 lines.
 *
 * `path` is a path. Returns a fill tessellation; free it with rt_lyon_fill_tessellation_free. On
 * failure: 0.
 */
int64_t rt_lyon_fill_tessellate(int64_t path, double tolerance);

/*
 * The same by a fill rule: even-odd 0, non-zero 1.
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
 * The vertices, as a buffer of its own to be freed. Nothing is copied.
 *
 * `tess` is a fill tessellation. Returns a vertex buffer; free it with rt_lyon_vertex_buffer_free. On
 * failure: 0.
 */
int64_t rt_lyon_fill_tessellation_get_vertices(int64_t tess);

/*
 * The indices, as a buffer of its own to be freed. Nothing is copied.
 *
 * `tess` is a fill tessellation. Returns a index buffer; free it with rt_lyon_index_buffer_free. On
 * failure: 0.
 */
int64_t rt_lyon_fill_tessellation_get_indices(int64_t tess);

/*
 * How many vertices there are.
 *
 * `tess` is a fill tessellation. On failure: -1.
 */
int64_t rt_lyon_fill_tessellation_vertex_count(int64_t tess);

/*
 * How many indices there are: 3 for each triangle.
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
 * The same with options, a JSON object: `line_cap` "butt", "square" or "round"; `line_join` "miter", "round" or
 * "bevel"; `miter_limit` from 1 to 1000000, the length of a join's tip in line widths beyond which it becomes
 * a bevel. An unknown key or value fails, and last error names it. `{}` changes nothing.
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
 * The vertices, as a buffer of its own to be freed. Nothing is copied.
 *
 * `tess` is a stroke tessellation. Returns a vertex buffer; free it with rt_lyon_vertex_buffer_free.
 * On failure: 0.
 */
int64_t rt_lyon_stroke_tessellation_get_vertices(int64_t tess);

/*
 * The indices, as a buffer of its own to be freed. Nothing is copied.
 *
 * `tess` is a stroke tessellation. Returns a index buffer; free it with rt_lyon_index_buffer_free. On
 * failure: 0.
 */
int64_t rt_lyon_stroke_tessellation_get_indices(int64_t tess);

/*
 * How many vertices there are.
 *
 * `tess` is a stroke tessellation. On failure: -1.
 */
int64_t rt_lyon_stroke_tessellation_vertex_count(int64_t tess);

/*
 * How many indices there are: 3 for each triangle.
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
 * Where a vertex is. Fails where there is no vertex of that index, which counts from 0.
 *
 * `buffer` is a vertex buffer. On failure: x 0.0, y 0.0.
 */
RtVertexPosition rt_lyon_vertex_buffer_get_position(int64_t buffer, int64_t index);
bool rt_lyon_vertex_buffer_get_position_into(int64_t buffer, int64_t index, RtVertexPosition *out);

/*
 * The normal of a vertex of a stroke: how far it lies from the middle of the stroke, in half line widths (1 on
 * a straight edge, more on a miter). Zeros for a fill. Fails where there is no vertex of that index.
 *
 * `buffer` is a vertex buffer. On failure: x 0.0, y 0.0.
 */
RtVertexNormal rt_lyon_vertex_buffer_get_normal(int64_t buffer, int64_t index);
bool rt_lyon_vertex_buffer_get_normal_into(int64_t buffer, int64_t index, RtVertexNormal *out);

/*
 * How many vertices there are.
 *
 * `buffer` is a vertex buffer. On failure: -1.
 */
int64_t rt_lyon_vertex_buffer_size(int64_t buffer);

/*
 * All vertices: x, y, normal_x, normal_y for each.
 *
 * `buffer` is a vertex buffer. Release what it returns with rt_f64_array_free. On failure: an empty
 * array.
 */
RtF64Array rt_lyon_vertex_buffer_to_array(int64_t buffer);
bool rt_lyon_vertex_buffer_to_array_into(int64_t buffer, RtF64Array *out);

/*
 * Frees an index buffer. The tessellation it came from stays valid.
 *
 * `buffer` is a index buffer, freed by this call. On failure: false.
 */
bool rt_lyon_index_buffer_free(int64_t buffer);

/*
 * The index of a triangle's corner among the vertices: items 3·n to 3·n + 2 are triangle n. Fails where
 * there is no item of that index.
 *
 * `buffer` is a index buffer. On failure: -1.
 */
int64_t rt_lyon_index_buffer_get(int64_t buffer, int64_t index);

/*
 * How many indices there are: 3 for each triangle.
 *
 * `buffer` is a index buffer. On failure: -1.
 */
int64_t rt_lyon_index_buffer_size(int64_t buffer);

/*
 * All indices, 3 for each triangle.
 *
 * `buffer` is a index buffer. Release what it returns with rt_i64_array_free. On failure: an empty
 * array.
 */
RtI64Array rt_lyon_index_buffer_to_array(int64_t buffer);
bool rt_lyon_index_buffer_to_array_into(int64_t buffer, RtI64Array *out);

/*
 * The transform that changes nothing.
 *
 * Returns a transform; free it with rt_lyon_transform_free.
 */
int64_t rt_lyon_transform_identity(void);

/*
 * A shift by (tx, ty).
 *
 * Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
 */
int64_t rt_lyon_transform_translate(double tx, double ty);

/*
 * A turn around the origin, in radians, from the direction of x towards that of y: a positive angle turns
 * (1, 0) towards (0, 1).
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
 * The transform that does t1 first and then t2.
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
 * Why this thread's last failed lyon call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_lyon_get_last_error(void);

/*
 * Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
 * milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
 * `rt_lyon_animation_finish`. A file that is there already is replaced.
 *
 * Returns a animation; free it with rt_lyon_animation_finish. On failure: 0. May wait; blocks its own
 * thread only.
 */
int64_t rt_lyon_animation_new(const char *file, int64_t width, int64_t height, int64_t frames, int64_t frame_ms);

/*
 * Adds the next frame: width · height · 4 bytes, as for `rt_lyon_png_save`. Fails where all frames are there.
 *
 * `animation` is a animation. On failure: false. May wait; blocks its own thread only.
 */
bool rt_lyon_animation_add_frame(int64_t animation, const uint8_t *pixels, int64_t pixels_len);

/*
 * Completes the file and frees the animation. Fails, and removes the file, where frames are missing.
 *
 * `animation` is a animation, freed by this call. On failure: false. May wait; blocks its own thread
 * only.
 */
bool rt_lyon_animation_finish(int64_t animation);

/*
 * Frees an animation that is not wanted any more, and removes its file.
 *
 * `animation` is a animation, freed by this call. On failure: false. May wait; blocks its own thread
 * only.
 */
bool rt_lyon_animation_free(int64_t animation);

/*
 * All vertices as a GPU takes them: 16 bytes each, four 32-bit floats in the machine's byte order: x, y,
 * normal_x, normal_y.
 *
 * `buffer` is a vertex buffer. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_lyon_vertex_buffer_bytes(int64_t buffer);
bool rt_lyon_vertex_buffer_bytes_into(int64_t buffer, RtBytes *out);

/*
 * All indices as a GPU takes them: 4 bytes each, unsigned 32-bit integers in the machine's byte order.
 *
 * `buffer` is a index buffer. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_lyon_index_buffer_bytes(int64_t buffer);
bool rt_lyon_index_buffer_bytes_into(int64_t buffer, RtBytes *out);

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
 * `buffer` is a index buffer. On failure: -1.
 */
int64_t rt_lyon_index_buffer_write(int64_t buffer, uint8_t *out, int64_t out_len);

/*
 * Adds all subpaths of a path. A subpath that is still open ends there, unclosed, and none is open afterwards.
 *
 * `builder` is a path builder. `path` is a path.
 */
void rt_lyon_path_builder_add_path(int64_t builder, int64_t path);

/*
 * Lays a filled path over a picture. `transform` takes the path's coordinates to pixels, with (0, 0) the top
 * left corner of the picture and y downwards; 0 stands for the transform that changes nothing. `color` is
 * 0xRRGGBBAA. `pixels` is the picture: width · height · 4 bytes of red, green, blue and alpha, not
 * premultiplied, row after row from the top. Edges are smoothed: a pixel takes as much of the colour as
 * the path covers of it. What lies outside the picture is left out.
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
 * A new picture, transparent but for the path filled with a colour (0xRRGGBBAA) by a fill rule (even-odd 0,
 * non-zero 1). The path's coordinates are pixels. Width and height are 1 to 32,768.
 *
 * `path` is a path. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_lyon_path_rasterize(int64_t path, int64_t fill_rule, int64_t color, int64_t width, int64_t height);
bool rt_lyon_path_rasterize_into(int64_t path, int64_t fill_rule, int64_t color, int64_t width, int64_t height, RtBytes *out);

/*
 * Whether a point lies in one of the triangles.
 *
 * `tess` is a fill tessellation. On failure: false.
 */
bool rt_lyon_fill_tessellation_contains_point(int64_t tess, double x, double y);

/*
 * True where this build holds the lyon library, as it does where this links.
 */
bool rt_lyon_available(void);

/*
 * Forgets why this thread's last failed lyon call failed.
 */
void rt_lyon_clear_error(void);

/*
 * The version of the wrapped library, the crate `lyon`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_lyon_version(void);

/*
 * The same with a transform: `rt_lyon_path_transform` with the six numbers that `rt_lyon_transform_get` gives.
 *
 * `path` is a path. `transform` is a transform. Returns a path; free it with rt_lyon_path_free. On
 * failure: 0.
 */
int64_t rt_lyon_path_apply_transform(int64_t path, int64_t transform);

/*
 * Whether a point lies inside the path by a fill rule: even-odd 0, non-zero 1.
 *
 * `path` is a path. On failure: false.
 */
bool rt_lyon_path_contains_point_with_rule(int64_t path, double x, double y, int64_t fill_rule);

/*
 * The length of all subpaths together; a closed one's closing line counts. To about 1e-9 of the length.
 *
 * `path` is a path. On failure: 0.0.
 */
double rt_lyon_path_length(int64_t path);

/*
 * The point at a distance along the path, from 0 to `rt_lyon_path_length`, and the direction there. Subpaths
 * follow one another; the jump between them takes no length. Fails for a path without length and for a
 * distance beyond its ends.
 *
 * `path` is a path. On failure: x 0.0, y 0.0, tangent_x 0.0, tangent_y 0.0.
 */
RtPathPoint rt_lyon_path_point_at(int64_t path, double distance);
bool rt_lyon_path_point_at_into(int64_t path, double distance, RtPathPoint *out);

/*
 * The path cut into dashes: `pattern` holds the lengths of dash, gap, dash, gap and so on, and repeats (an odd
 * number of lengths is taken twice over, as in SVG). The pattern starts `offset` into itself at the start of
 * each subpath. Curves stay curves. On a closed subpath, a dash that runs across its start stays one piece.
 * Fails for a length below 0, for a pattern that adds up to 0, and for more than 1,000,000 dashes.
 *
 * `path` is a path. Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_dash(int64_t path, const double *pattern, int64_t pattern_len, double offset);

/*
 * The path that SVG path data describes (the `d` of a `<path>`): all commands, absolute and relative. The empty
 * text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_from_svg(const char *d);

/*
 * The path as SVG path data, in absolute M, L, Q, C and Z. Read back, it gives the same path, bit for bit.
 *
 * `path` is a path. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_lyon_path_to_svg(int64_t path);

/*
 * A picture as the bytes of a PNG file. `pixels` are 4 bytes each: red, green, blue, alpha (not premultiplied),
 * row after row from the top.
 *
 * Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_lyon_png_encode(const uint8_t *pixels, int64_t pixels_len, int64_t width, int64_t height);
bool rt_lyon_png_encode_into(const uint8_t *pixels, int64_t pixels_len, int64_t width, int64_t height, RtBytes *out);

/*
 * Writes a picture to a PNG file. A file that is there already is replaced.
 *
 * On failure: false. May wait; blocks its own thread only.
 */
bool rt_lyon_png_save(const char *file, const uint8_t *pixels, int64_t pixels_len, int64_t width, int64_t height);

/*
 * Whether a point lies in one of the triangles.
 *
 * `tess` is a stroke tessellation. On failure: false.
 */
bool rt_lyon_stroke_tessellation_contains_point(int64_t tess, double x, double y);

/*
 * Whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
 * tolerance of a hundredth of the width. For many points, make the tessellation once.
 *
 * `path` is a path. On failure: false.
 */
bool rt_lyon_path_stroke_contains_point(int64_t path, double width, const char *options_json, double x, double y);

/*
 * The transform with these six numbers: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
 *
 * Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
 */
int64_t rt_lyon_transform_new(double m11, double m12, double m21, double m22, double tx, double ty);

/*
 * The six numbers of a transform.
 *
 * `transform` is a transform. On failure: m11 0.0, m12 0.0, m21 0.0, m22 0.0, tx 0.0, ty 0.0.
 */
RtTransformMatrix rt_lyon_transform_get(int64_t transform);
bool rt_lyon_transform_get_into(int64_t transform, RtTransformMatrix *out);

/*
 * The transform that undoes another. Fails where there is none: for a transform that flattens the plane.
 *
 * `transform` is a transform. Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
 */
int64_t rt_lyon_transform_inverse(int64_t transform);

/*
 * Where a transform takes a point.
 *
 * `transform` is a transform. On failure: x 0.0, y 0.0.
 */
RtTransformedPoint rt_lyon_transform_apply(int64_t transform, double x, double y);
bool rt_lyon_transform_apply_into(int64_t transform, double x, double y, RtTransformedPoint *out);

/* ---- regex ------------------------------------------------------------------------------- */

/*
 * Where a match lies in its text.
 */
typedef struct RtRegexSpan {
    /* The offset of its first byte; -1 where there is no match. */
    int64_t start;
    /* The offset after its last byte; -1 where there is no match. */
    int64_t end;
} RtRegexSpan;

/*
 * Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
 * so that every search takes time linear in the text. A bad pattern's last error shows the place.
 *
 * Returns a regex; free it with rt_regex_destroy. On failure: 0.
 */
int64_t rt_regex_new(const char *pattern);

/*
 * Frees a compiled pattern.
 *
 * `handle` is a regex, freed by this call.
 */
void rt_regex_destroy(int64_t handle);

/*
 * Whether `handle` matches anywhere in `text`: 1 or 0.
 *
 * `handle` is a regex. On failure: -1.
 */
int64_t rt_regex_is_match(int64_t handle, const char *text);

/*
 * The first match in `text`, `""` where there is none.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_find(int64_t handle, const char *text);

/*
 * All matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none.
 * Where matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_find_all(int64_t handle, const char *text);

/*
 * The groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group
 * that took no part is an empty piece; `""` where there is no match. `rt_regex_captures_array` keeps the
 * pieces apart.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_captures(int64_t handle, const char *text);

/*
 * How many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
 * there is no match.
 *
 * `handle` is a regex. On failure: -1.
 */
int64_t rt_regex_captures_len(int64_t handle, const char *text);

/*
 * `text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
 * and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace(int64_t handle, const char *text, const char *replacement);

/*
 * `text` with all matches replaced, as in `rt_regex_replace`.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_all(int64_t handle, const char *text, const char *replacement);

/*
 * The pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_split(int64_t handle, const char *text);

/*
 * `rt_regex_is_match` with a pattern instead of a handle: 1 or 0. The `_quick` functions keep the 64 patterns
 * that each thread used last compiled.
 *
 * On failure: -1.
 */
int64_t rt_regex_is_match_quick(const char *pattern, const char *text);

/*
 * `rt_regex_find` with a pattern instead of a handle.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_find_quick(const char *pattern, const char *text);

/*
 * `rt_regex_replace` with a pattern instead of a handle.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_quick(const char *pattern, const char *text, const char *replacement);

/*
 * `rt_regex_replace_all` with a pattern instead of a handle.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_all_quick(const char *pattern, const char *text, const char *replacement);

/*
 * `rt_regex_split` with a pattern instead of a handle.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_split_quick(const char *pattern, const char *text);

/*
 * The groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is
 * `""`; the array is empty where there is no match.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_captures_array(int64_t handle, const char *text);
bool rt_regex_captures_array_into(int64_t handle, const char *text, RtTextArray *out);

/*
 * Where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
 * first, -1 and -1 for a group that took no part; empty where there is no match.
 *
 * `handle` is a regex. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_regex_captures_offsets(int64_t handle, const char *text, int64_t start);
bool rt_regex_captures_offsets_into(int64_t handle, const char *text, int64_t start, RtI64Array *out);

/*
 * The group called `name` of the first match in `text`; `""` where there is no match or the group took no
 * part. A name that the pattern does not have is a failure.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_captures_name(int64_t handle, const char *text, const char *name);

/*
 * The names of the pattern's groups by number, group 0 first; `""` for a group without a name.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_capture_names(int64_t handle);
bool rt_regex_capture_names_into(int64_t handle, RtTextArray *out);

/*
 * True where this build holds the regex library, as it does where this links.
 */
bool rt_regex_available(void);

/*
 * Forgets why this thread's last failed regex call failed.
 */
void rt_regex_clear_error(void);

/*
 * Why this thread's last failed regex call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_regex_get_last_error(void);

/*
 * The version of the wrapped library, the crate `regex`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_regex_version(void);

/*
 * All matches in `text` that do not overlap, in order.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_find_all_array(int64_t handle, const char *text);
bool rt_regex_find_all_array_into(int64_t handle, const char *text, RtTextArray *out);

/*
 * All matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
 * boundary for a whole text.
 *
 * `handle` is a regex. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_regex_find_all_offsets(int64_t handle, const char *text);
bool rt_regex_find_all_offsets_into(int64_t handle, const char *text, RtI64Array *out);

/*
 * How many matches that do not overlap `text` holds.
 *
 * `handle` is a regex. On failure: -1.
 */
int64_t rt_regex_count(int64_t handle, const char *text);

/*
 * Where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
 * before `start` counts as context for `^`, `$` and `\b`. Allocates nothing.
 *
 * `handle` is a regex. On failure: start -1, end -1.
 */
RtRegexSpan rt_regex_find_at(int64_t handle, const char *text, int64_t start);
bool rt_regex_find_at_into(int64_t handle, const char *text, int64_t start, RtRegexSpan *out);

/*
 * Compiles `pattern` with options, a JSON object. All keys are optional; an unknown one is refused by name:
 *
 * - `case_insensitive`, `multi_line` (`^` and `$` match at line breaks), `dot_matches_new_line`, `crlf` (a
 *   line break is `\r\n` too), `swap_greed` (`a*` is lazy, `a*?` greedy), `ignore_whitespace` (and `#`
 *   comments), `octal`: booleans, false if absent
 * - `unicode`: boolean, true if absent
 * - `size_limit`, `dfa_size_limit`: bytes that the compiled pattern, and its search cache, may take
 * - `nest_limit`: how deep groups may nest
 *
 * Returns a regex; free it with rt_regex_destroy. On failure: 0.
 */
int64_t rt_regex_new_with_options(const char *pattern, const char *options_json);

/*
 * `text` with every character that means something in a pattern escaped: the pattern that matches just
 * `text`.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_escape(const char *text);

/*
 * The pattern that `handle` was compiled from.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_pattern(int64_t handle);

/*
 * `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_n(int64_t handle, const char *text, const char *replacement, int64_t limit);

/*
 * `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_all_literal(int64_t handle, const char *text, const char *replacement);

/*
 * Compiles `patterns` into one set, which finds in one pass over a text which of them match.
 *
 * Returns a regex set; free it with rt_regex_set_destroy. On failure: 0.
 */
int64_t rt_regex_set_new(const char *const *patterns, int64_t patterns_len);

/*
 * The same with options for all patterns, as in `rt_regex_new_with_options`.
 *
 * Returns a regex set; free it with rt_regex_set_destroy. On failure: 0.
 */
int64_t rt_regex_set_new_with_options(const char *const *patterns, int64_t patterns_len, const char *options_json);

/*
 * Frees a set.
 *
 * `handle` is a regex set, freed by this call.
 */
void rt_regex_set_destroy(int64_t handle);

/*
 * How many patterns the set has.
 *
 * `handle` is a regex set. On failure: -1.
 */
int64_t rt_regex_set_len(int64_t handle);

/*
 * Whether any pattern of the set matches anywhere in `text`: 1 or 0.
 *
 * `handle` is a regex set. On failure: -1.
 */
int64_t rt_regex_set_is_match(int64_t handle, const char *text);

/*
 * The numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
 * were given.
 *
 * `handle` is a regex set. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_regex_set_matches(int64_t handle, const char *text);
bool rt_regex_set_matches_into(int64_t handle, const char *text, RtI64Array *out);

/*
 * The pieces of `text` between matches; the whole text where there is none.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_split_array(int64_t handle, const char *text);
bool rt_regex_split_array_into(int64_t handle, const char *text, RtTextArray *out);

/*
 * The same with at most `limit` pieces, the last of which holds the rest; 0 gives none.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_split_n_array(int64_t handle, const char *text, int64_t limit);
bool rt_regex_split_n_array_into(int64_t handle, const char *text, int64_t limit, RtTextArray *out);

#ifdef __cplusplus
}
#endif

#endif /* SIMPLE_NATIVE_H */
