/**
 * 2D paths: made, measured, tessellated into triangles for a GPU, drawn into pictures, and saved.
 *
 * Coordinates are 64-bit floats and no particular way up: where y grows downwards, as on a screen, a positive
 * angle turns clockwise. Angles are in radians. Lengths, radii and tolerances are in the path's own units.
 */
// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.
"use strict";

const rt = require("./runtime");
const { check, quietly } = rt.failure("lyon");

/** A box with sides along x and y. */
rt.structure("RtPathBounds", [["min_x", "f64"], ["min_y", "f64"], ["max_x", "f64"], ["max_y", "f64"]]);

/** Where a vertex is. */
rt.structure("RtVertexPosition", [["x", "f64"], ["y", "f64"]]);

/** The normal of a vertex. */
rt.structure("RtVertexNormal", [["x", "f64"], ["y", "f64"]]);

/** A place along a path and the direction the path has there. */
rt.structure("RtPathPoint", [["x", "f64"], ["y", "f64"], ["tangent_x", "f64"], ["tangent_y", "f64"]]);

/** The six numbers of a transform: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty. */
rt.structure("RtTransformMatrix", [["m11", "f64"], ["m12", "f64"], ["m21", "f64"], ["m22", "f64"], ["tx", "f64"], ["ty", "f64"]]);

/** A point. */
rt.structure("RtTransformedPoint", [["x", "f64"], ["y", "f64"]]);

const _rt_lyon_path_builder_new = rt.declare("rt_lyon_path_builder_new", "int64", []);

/**
 * A new, empty path builder. Free it with `rt_lyon_path_builder_free`, or turn it into a path with
 * `rt_lyon_path_builder_build`, which frees it too.
 */
exports.rt_lyon_path_builder_new = () => _rt_lyon_path_builder_new();

const _rt_lyon_path_builder_free = rt.declare("rt_lyon_path_builder_free", "bool", ["int64"]);

/**
 * Frees a path builder, and what was drawn with it.
 *
 * On failure: false.
 */
exports.rt_lyon_path_builder_free = (builder) => _rt_lyon_path_builder_free(rt.integer(builder));

const _rt_lyon_path_builder_begin = rt.declare("rt_lyon_path_builder_begin", "bool", ["int64", "double", "double"]);

/**
 * Begins a subpath at a point. A subpath that is still open ends there, unclosed. Coordinates go from -1e30
 * to 1e30, here and everywhere.
 *
 * On failure: false.
 */
exports.rt_lyon_path_builder_begin = (builder, x, y) => _rt_lyon_path_builder_begin(rt.integer(builder), x, y);

const _rt_lyon_path_builder_line_to = rt.declare("rt_lyon_path_builder_line_to", "bool", ["int64", "double", "double"]);

/**
 * A line to a point. Fails where no subpath is open.
 *
 * On failure: false.
 */
exports.rt_lyon_path_builder_line_to = (builder, x, y) => _rt_lyon_path_builder_line_to(rt.integer(builder), x, y);

const _rt_lyon_path_builder_quadratic_bezier_to = rt.declare("rt_lyon_path_builder_quadratic_bezier_to", "bool", ["int64", "double", "double", "double", "double"]);

/**
 * A quadratic Bézier curve to a point. Fails where no subpath is open.
 *
 * On failure: false.
 */
exports.rt_lyon_path_builder_quadratic_bezier_to = (builder, ctrl_x, ctrl_y, to_x, to_y) => _rt_lyon_path_builder_quadratic_bezier_to(rt.integer(builder), ctrl_x, ctrl_y, to_x, to_y);

const _rt_lyon_path_builder_cubic_bezier_to = rt.declare("rt_lyon_path_builder_cubic_bezier_to", "bool", ["int64", "double", "double", "double", "double", "double", "double"]);

/**
 * A cubic Bézier curve to a point. Fails where no subpath is open.
 *
 * On failure: false.
 */
exports.rt_lyon_path_builder_cubic_bezier_to = (builder, ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y) => _rt_lyon_path_builder_cubic_bezier_to(rt.integer(builder), ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y);

const _rt_lyon_path_builder_arc_to = rt.declare("rt_lyon_path_builder_arc_to", "bool", ["int64", "double", "double", "double", "double", "double"]);

/**
 * An arc of a circle around a centre: a line to its start where the subpath ends elsewhere, then the arc.
 * Angles in radians, from the direction of x towards that of y; a negative sweep turns the other way, and
 * one beyond 2π goes round more than once (1,000 times at most). Within 7e-8 of the radius of the true
 * circle. Fails where no subpath is open or the radius is below 0.
 *
 * On failure: false.
 */
exports.rt_lyon_path_builder_arc_to = (builder, center_x, center_y, radius, start_angle, sweep_angle) => _rt_lyon_path_builder_arc_to(rt.integer(builder), center_x, center_y, radius, start_angle, sweep_angle);

const _rt_lyon_path_builder_close = rt.declare("rt_lyon_path_builder_close", "bool", ["int64"]);

/**
 * Closes the open subpath with a line back to its start. Fails where no subpath is open.
 *
 * On failure: false.
 */
exports.rt_lyon_path_builder_close = (builder) => _rt_lyon_path_builder_close(rt.integer(builder));

const _rt_lyon_path_builder_build = rt.declare("rt_lyon_path_builder_build", "int64", ["int64"]);

/**
 * Ends the open subpath, unclosed, and makes the path. Frees the builder.
 *
 * On failure: 0.
 */
exports.rt_lyon_path_builder_build = (builder) => _rt_lyon_path_builder_build(rt.integer(builder));

const _rt_lyon_path_free = rt.declare("rt_lyon_path_free", "bool", ["int64"]);

/**
 * Frees a path.
 *
 * On failure: false.
 */
exports.rt_lyon_path_free = (path) => _rt_lyon_path_free(rt.integer(path));

const _rt_lyon_path_get_bounds = rt.declare("rt_lyon_path_get_bounds", "RtPathBounds", ["int64"]);

/**
 * The exact extent of the path's lines and curves; control points that the curves do not reach do not
 * count. Fails for a path without points.
 *
 * On failure: min_x 0.0, min_y 0.0, max_x 0.0, max_y 0.0.
 */
exports.rt_lyon_path_get_bounds = (path) => rt.takeStructure("RtPathBounds", _rt_lyon_path_get_bounds(rt.integer(path)));

const _rt_lyon_path_contains_point = rt.declare("rt_lyon_path_contains_point", "bool", ["int64", "double", "double"]);

/**
 * Whether a point lies inside the path, by the non-zero rule; open subpaths count as closed. Exact for
 * curves too. A point on the outline itself may be either.
 *
 * On failure: false.
 */
exports.rt_lyon_path_contains_point = (path, x, y) => _rt_lyon_path_contains_point(rt.integer(path), x, y);

const _rt_lyon_path_transform = rt.declare("rt_lyon_path_transform", "int64", ["int64", "double", "double", "double", "double", "double", "double"]);

/**
 * The path with each point moved: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty. Fails where a coordinate
 * would leave -1e30 to 1e30.
 *
 * On failure: 0.
 */
exports.rt_lyon_path_transform = (path, m11, m12, m21, m22, tx, ty) => _rt_lyon_path_transform(rt.integer(path), m11, m12, m21, m22, tx, ty);

const _rt_lyon_path_rectangle = rt.declare("rt_lyon_path_rectangle", "int64", ["double", "double", "double", "double"]);

/**
 * A rectangle with corners at (x, y) and (x + width, y + height), drawn from x towards x + width first.
 * Fails where width or height is below 0.
 *
 * On failure: 0.
 */
exports.rt_lyon_path_rectangle = (x, y, width, height) => _rt_lyon_path_rectangle(x, y, width, height);

const _rt_lyon_path_rounded_rectangle = rt.declare("rt_lyon_path_rounded_rectangle", "int64", ["double", "double", "double", "double", "double"]);

/**
 * A rectangle whose corners are quarter circles. A radius of more than half the width or height counts as
 * that half. Fails where width, height or radius is below 0.
 *
 * On failure: 0.
 */
exports.rt_lyon_path_rounded_rectangle = (x, y, width, height, radius) => _rt_lyon_path_rounded_rectangle(x, y, width, height, radius);

const _rt_lyon_path_circle = rt.declare("rt_lyon_path_circle", "int64", ["double", "double", "double"]);

/**
 * A circle, drawn from its rightmost point towards growing y. Within 7e-8 of its radius of the true circle.
 * Fails where the radius is below 0.
 *
 * On failure: 0.
 */
exports.rt_lyon_path_circle = (center_x, center_y, radius) => _rt_lyon_path_circle(center_x, center_y, radius);

const _rt_lyon_path_ellipse = rt.declare("rt_lyon_path_ellipse", "int64", ["double", "double", "double", "double"]);

/**
 * An ellipse with axes along x and y, drawn like a circle. Fails where a radius is below 0.
 *
 * On failure: 0.
 */
exports.rt_lyon_path_ellipse = (center_x, center_y, radius_x, radius_y) => _rt_lyon_path_ellipse(center_x, center_y, radius_x, radius_y);

const _rt_lyon_path_polygon = rt.declare("rt_lyon_path_polygon", "int64", ["void *", "int64", "int64"]);

/**
 * A closed polygon through `num_points` points, given as x, y pairs in `points`; further numbers are not
 * looked at. Fails for fewer than 3 points, and where `points` holds fewer than 2 · num_points numbers.
 *
 * On failure: 0.
 */
exports.rt_lyon_path_polygon = (points, num_points) => _rt_lyon_path_polygon(...rt.floats(points), rt.integer(num_points));

const _rt_lyon_path_star = rt.declare("rt_lyon_path_star", "int64", ["double", "double", "double", "double", "int64"]);

/**
 * A star with `num_points` tips (3 to 1,000,000) at `outer_radius` and as many notches at `inner_radius`,
 * evenly spaced. The first tip is at (center_x, center_y − outer_radius): upwards where y grows downwards.
 * Its area is num_points · inner_radius · outer_radius · sin(π / num_points). Fails where a radius is
 * below 0.
 *
 * On failure: 0.
 */
exports.rt_lyon_path_star = (center_x, center_y, inner_radius, outer_radius, num_points) => _rt_lyon_path_star(center_x, center_y, inner_radius, outer_radius, rt.integer(num_points));

const _rt_lyon_fill_tessellate = rt.declare("rt_lyon_fill_tessellate", "int64", ["int64", "double"]);

/**
 * Triangles that fill a path by the even-odd rule; open subpaths count as closed. `tolerance` is how far a
 * triangle's edge may lie from the curve it stands for, in the path's units. Vertices are 32-bit numbers
 * relative to the path's own place and size: to about 1e-7 of its extent. Fails for a tolerance that is not
 * above 0, or so small that the curves would take more than 1,048,576 lines.
 *
 * On failure: 0.
 */
exports.rt_lyon_fill_tessellate = (path, tolerance) => _rt_lyon_fill_tessellate(rt.integer(path), tolerance);

const _rt_lyon_fill_tessellate_with_rule = rt.declare("rt_lyon_fill_tessellate_with_rule", "int64", ["int64", "double", "int64"]);

/**
 * The same by a fill rule: even-odd 0, non-zero 1.
 *
 * On failure: 0.
 */
exports.rt_lyon_fill_tessellate_with_rule = (path, tolerance, fill_rule) => _rt_lyon_fill_tessellate_with_rule(rt.integer(path), tolerance, rt.integer(fill_rule));

const _rt_lyon_fill_tessellation_free = rt.declare("rt_lyon_fill_tessellation_free", "bool", ["int64"]);

/**
 * Frees a tessellation. Buffers got from it stay valid.
 *
 * On failure: false.
 */
exports.rt_lyon_fill_tessellation_free = (tess) => _rt_lyon_fill_tessellation_free(rt.integer(tess));

const _rt_lyon_fill_tessellation_get_vertices = rt.declare("rt_lyon_fill_tessellation_get_vertices", "int64", ["int64"]);

/**
 * The vertices, as a buffer of its own to be freed. Nothing is copied.
 *
 * On failure: 0.
 */
exports.rt_lyon_fill_tessellation_get_vertices = (tess) => _rt_lyon_fill_tessellation_get_vertices(rt.integer(tess));

const _rt_lyon_fill_tessellation_get_indices = rt.declare("rt_lyon_fill_tessellation_get_indices", "int64", ["int64"]);

/**
 * The indices, as a buffer of its own to be freed. Nothing is copied.
 *
 * On failure: 0.
 */
exports.rt_lyon_fill_tessellation_get_indices = (tess) => _rt_lyon_fill_tessellation_get_indices(rt.integer(tess));

const _rt_lyon_fill_tessellation_vertex_count = rt.declare("rt_lyon_fill_tessellation_vertex_count", "int64", ["int64"]);

/**
 * How many vertices there are.
 *
 * On failure: -1.
 */
exports.rt_lyon_fill_tessellation_vertex_count = (tess) => _rt_lyon_fill_tessellation_vertex_count(rt.integer(tess));

const _rt_lyon_fill_tessellation_index_count = rt.declare("rt_lyon_fill_tessellation_index_count", "int64", ["int64"]);

/**
 * How many indices there are: 3 for each triangle.
 *
 * On failure: -1.
 */
exports.rt_lyon_fill_tessellation_index_count = (tess) => _rt_lyon_fill_tessellation_index_count(rt.integer(tess));

const _rt_lyon_stroke_tessellate = rt.declare("rt_lyon_stroke_tessellate", "int64", ["int64", "double", "double"]);

/**
 * Triangles that stroke a path with a line of this width, with butt caps, miter joins and a miter limit of 4.
 * `tolerance` is how far the middle of the stroke may lie from the curve, and a round cap's or join's edge from
 * its circle. Triangles may overlap where the path turns sharply or crosses itself. A width of 0 gives no
 * triangles; one below 0, or below 1e-7 of the path's extent, fails, and so does a tolerance as for filling.
 *
 * On failure: 0.
 */
exports.rt_lyon_stroke_tessellate = (path, width, tolerance) => _rt_lyon_stroke_tessellate(rt.integer(path), width, tolerance);

const _rt_lyon_stroke_tessellate_with_options = rt.declare("rt_lyon_stroke_tessellate_with_options", "int64", ["int64", "double", "double", "void *"]);

/**
 * The same with options, a JSON object: `line_cap` "butt", "square" or "round"; `line_join` "miter", "round" or
 * "bevel"; `miter_limit` from 1 to 1000000, SVG's: a join whose length, from its inner corner to its tip, is
 * more line widths than that becomes a bevel. An unknown key or value fails, and last error names it. `{}` changes nothing.
 *
 * On failure: 0.
 */
exports.rt_lyon_stroke_tessellate_with_options = (path, width, tolerance, options_json) => _rt_lyon_stroke_tessellate_with_options(rt.integer(path), width, tolerance, rt.text(options_json));

const _rt_lyon_stroke_tessellation_free = rt.declare("rt_lyon_stroke_tessellation_free", "bool", ["int64"]);

/**
 * Frees a tessellation. Buffers got from it stay valid.
 *
 * On failure: false.
 */
exports.rt_lyon_stroke_tessellation_free = (tess) => _rt_lyon_stroke_tessellation_free(rt.integer(tess));

const _rt_lyon_stroke_tessellation_get_vertices = rt.declare("rt_lyon_stroke_tessellation_get_vertices", "int64", ["int64"]);

/**
 * The vertices, as a buffer of its own to be freed. Nothing is copied.
 *
 * On failure: 0.
 */
exports.rt_lyon_stroke_tessellation_get_vertices = (tess) => _rt_lyon_stroke_tessellation_get_vertices(rt.integer(tess));

const _rt_lyon_stroke_tessellation_get_indices = rt.declare("rt_lyon_stroke_tessellation_get_indices", "int64", ["int64"]);

/**
 * The indices, as a buffer of its own to be freed. Nothing is copied.
 *
 * On failure: 0.
 */
exports.rt_lyon_stroke_tessellation_get_indices = (tess) => _rt_lyon_stroke_tessellation_get_indices(rt.integer(tess));

const _rt_lyon_stroke_tessellation_vertex_count = rt.declare("rt_lyon_stroke_tessellation_vertex_count", "int64", ["int64"]);

/**
 * How many vertices there are.
 *
 * On failure: -1.
 */
exports.rt_lyon_stroke_tessellation_vertex_count = (tess) => _rt_lyon_stroke_tessellation_vertex_count(rt.integer(tess));

const _rt_lyon_stroke_tessellation_index_count = rt.declare("rt_lyon_stroke_tessellation_index_count", "int64", ["int64"]);

/**
 * How many indices there are: 3 for each triangle.
 *
 * On failure: -1.
 */
exports.rt_lyon_stroke_tessellation_index_count = (tess) => _rt_lyon_stroke_tessellation_index_count(rt.integer(tess));

const _rt_lyon_vertex_buffer_free = rt.declare("rt_lyon_vertex_buffer_free", "bool", ["int64"]);

/**
 * Frees a vertex buffer. The tessellation it came from stays valid.
 *
 * On failure: false.
 */
exports.rt_lyon_vertex_buffer_free = (buffer) => _rt_lyon_vertex_buffer_free(rt.integer(buffer));

const _rt_lyon_vertex_buffer_get_position = rt.declare("rt_lyon_vertex_buffer_get_position", "RtVertexPosition", ["int64", "int64"]);

/**
 * Where a vertex is. Fails where there is no vertex of that index, which counts from 0.
 *
 * On failure: x 0.0, y 0.0.
 */
exports.rt_lyon_vertex_buffer_get_position = (buffer, index) => rt.takeStructure("RtVertexPosition", _rt_lyon_vertex_buffer_get_position(rt.integer(buffer), rt.integer(index)));

const _rt_lyon_vertex_buffer_get_normal = rt.declare("rt_lyon_vertex_buffer_get_normal", "RtVertexNormal", ["int64", "int64"]);

/**
 * The normal of a vertex of a stroke: how far it lies from the middle of the stroke, in half line widths (1 on
 * a straight edge, more on a miter). Zeros for a fill. Fails where there is no vertex of that index.
 *
 * On failure: x 0.0, y 0.0.
 */
exports.rt_lyon_vertex_buffer_get_normal = (buffer, index) => rt.takeStructure("RtVertexNormal", _rt_lyon_vertex_buffer_get_normal(rt.integer(buffer), rt.integer(index)));

const _rt_lyon_vertex_buffer_size = rt.declare("rt_lyon_vertex_buffer_size", "int64", ["int64"]);

/**
 * How many vertices there are.
 *
 * On failure: -1.
 */
exports.rt_lyon_vertex_buffer_size = (buffer) => _rt_lyon_vertex_buffer_size(rt.integer(buffer));

const _rt_lyon_vertex_buffer_to_array = rt.declare("rt_lyon_vertex_buffer_to_array", "RtF64Array", ["int64"]);

/**
 * All vertices: x, y, normal_x, normal_y for each.
 *
 * On failure: [].
 */
exports.rt_lyon_vertex_buffer_to_array = (buffer) => rt.takeFloats(_rt_lyon_vertex_buffer_to_array(rt.integer(buffer)));

const _rt_lyon_index_buffer_free = rt.declare("rt_lyon_index_buffer_free", "bool", ["int64"]);

/**
 * Frees an index buffer. The tessellation it came from stays valid.
 *
 * On failure: false.
 */
exports.rt_lyon_index_buffer_free = (buffer) => _rt_lyon_index_buffer_free(rt.integer(buffer));

const _rt_lyon_index_buffer_get = rt.declare("rt_lyon_index_buffer_get", "int64", ["int64", "int64"]);

/**
 * The index of a triangle's corner among the vertices: items 3·n to 3·n + 2 are triangle n. Fails where
 * there is no item of that index.
 *
 * On failure: -1.
 */
exports.rt_lyon_index_buffer_get = (buffer, index) => _rt_lyon_index_buffer_get(rt.integer(buffer), rt.integer(index));

const _rt_lyon_index_buffer_size = rt.declare("rt_lyon_index_buffer_size", "int64", ["int64"]);

/**
 * How many indices there are: 3 for each triangle.
 *
 * On failure: -1.
 */
exports.rt_lyon_index_buffer_size = (buffer) => _rt_lyon_index_buffer_size(rt.integer(buffer));

const _rt_lyon_index_buffer_to_array = rt.declare("rt_lyon_index_buffer_to_array", "RtI64Array", ["int64"]);

/**
 * All indices, 3 for each triangle.
 *
 * On failure: [].
 */
exports.rt_lyon_index_buffer_to_array = (buffer) => rt.takeIntegers(_rt_lyon_index_buffer_to_array(rt.integer(buffer)));

const _rt_lyon_transform_identity = rt.declare("rt_lyon_transform_identity", "int64", []);

/**
 * The transform that changes nothing.
 */
exports.rt_lyon_transform_identity = () => _rt_lyon_transform_identity();

const _rt_lyon_transform_translate = rt.declare("rt_lyon_transform_translate", "int64", ["double", "double"]);

/**
 * A shift by (tx, ty).
 *
 * On failure: 0.
 */
exports.rt_lyon_transform_translate = (tx, ty) => _rt_lyon_transform_translate(tx, ty);

const _rt_lyon_transform_rotate = rt.declare("rt_lyon_transform_rotate", "int64", ["double"]);

/**
 * A turn around the origin, in radians, from the direction of x towards that of y: a positive angle turns
 * (1, 0) towards (0, 1).
 *
 * On failure: 0.
 */
exports.rt_lyon_transform_rotate = (angle) => _rt_lyon_transform_rotate(angle);

const _rt_lyon_transform_scale = rt.declare("rt_lyon_transform_scale", "int64", ["double", "double"]);

/**
 * Multiplies x by sx and y by sy; negative factors mirror.
 *
 * On failure: 0.
 */
exports.rt_lyon_transform_scale = (sx, sy) => _rt_lyon_transform_scale(sx, sy);

const _rt_lyon_transform_multiply = rt.declare("rt_lyon_transform_multiply", "int64", ["int64", "int64"]);

/**
 * The transform that does t1 first and then t2.
 *
 * On failure: 0.
 */
exports.rt_lyon_transform_multiply = (t1, t2) => _rt_lyon_transform_multiply(rt.integer(t1), rt.integer(t2));

const _rt_lyon_transform_free = rt.declare("rt_lyon_transform_free", "bool", ["int64"]);

/**
 * Frees a transform.
 *
 * On failure: false.
 */
exports.rt_lyon_transform_free = (transform) => _rt_lyon_transform_free(rt.integer(transform));

const _rt_lyon_get_last_error = rt.declare("rt_lyon_get_last_error", "void *", []);

/**
 * Why this thread's last failed lyon call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 */
exports.rt_lyon_get_last_error = () => rt.takeText(_rt_lyon_get_last_error());

const _rt_lyon_animation_new = rt.declare("rt_lyon_animation_new", "int64", ["void *", "int64", "int64", "int64", "int64"]);

/**
 * Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
 * milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
 * `rt_lyon_animation_finish`. A file that is there already is replaced.
 *
 * On failure: 0.
 */
exports.rt_lyon_animation_new = (file, width, height, frames, frame_ms) => _rt_lyon_animation_new(rt.text(file), rt.integer(width), rt.integer(height), rt.integer(frames), rt.integer(frame_ms));

const _rt_lyon_animation_add_frame = rt.declare("rt_lyon_animation_add_frame", "bool", ["int64", "void *", "int64"]);

/**
 * Adds the next frame: width · height · 4 bytes, as for `rt_lyon_png_save`. Fails where all frames are there.
 *
 * On failure: false.
 */
exports.rt_lyon_animation_add_frame = (animation, pixels) => _rt_lyon_animation_add_frame(rt.integer(animation), ...rt.bytes(pixels));

const _rt_lyon_animation_finish = rt.declare("rt_lyon_animation_finish", "bool", ["int64"]);

/**
 * Completes the file and frees the animation. Fails, and removes the file, where frames are missing or it
 * cannot be written.
 *
 * On failure: false.
 */
exports.rt_lyon_animation_finish = (animation) => _rt_lyon_animation_finish(rt.integer(animation));

const _rt_lyon_animation_free = rt.declare("rt_lyon_animation_free", "bool", ["int64"]);

/**
 * Frees an animation that is not wanted any more, and removes its file.
 *
 * On failure: false.
 */
exports.rt_lyon_animation_free = (animation) => _rt_lyon_animation_free(rt.integer(animation));

const _rt_lyon_vertex_buffer_bytes = rt.declare("rt_lyon_vertex_buffer_bytes", "RtBytes", ["int64"]);

/**
 * All vertices as a GPU takes them: 16 bytes each, four 32-bit floats in the machine's byte order: x, y,
 * normal_x, normal_y.
 *
 * On failure: [].
 */
exports.rt_lyon_vertex_buffer_bytes = (buffer) => rt.takeBytes(_rt_lyon_vertex_buffer_bytes(rt.integer(buffer)));

const _rt_lyon_index_buffer_bytes = rt.declare("rt_lyon_index_buffer_bytes", "RtBytes", ["int64"]);

/**
 * All indices as a GPU takes them: 4 bytes each, unsigned 32-bit integers in the machine's byte order.
 *
 * On failure: [].
 */
exports.rt_lyon_index_buffer_bytes = (buffer) => rt.takeBytes(_rt_lyon_index_buffer_bytes(rt.integer(buffer)));

const _rt_lyon_vertex_buffer_write = rt.declare("rt_lyon_vertex_buffer_write", "int64", ["int64", "void *", "int64"]);

/**
 * Writes the bytes of `rt_lyon_vertex_buffer_bytes` into memory of the caller's, a mapped GPU buffer say, and
 * returns how many. Fails, and writes nothing, where it is smaller than 16 bytes for each vertex.
 *
 * On failure: -1.
 */
exports.rt_lyon_vertex_buffer_write = (buffer, out) => _rt_lyon_vertex_buffer_write(rt.integer(buffer), ...rt.bytes(out));

const _rt_lyon_index_buffer_write = rt.declare("rt_lyon_index_buffer_write", "int64", ["int64", "void *", "int64"]);

/**
 * Writes the bytes of `rt_lyon_index_buffer_bytes` into memory of the caller's and returns how many. Fails, and
 * writes nothing, where it is smaller than 4 bytes for each index.
 *
 * On failure: -1.
 */
exports.rt_lyon_index_buffer_write = (buffer, out) => _rt_lyon_index_buffer_write(rt.integer(buffer), ...rt.bytes(out));

const _rt_lyon_path_builder_add_path = rt.declare("rt_lyon_path_builder_add_path", "void", ["int64", "int64"]);

/**
 * Adds all subpaths of a path. A subpath that is still open ends there, unclosed, and none is open afterwards.
 */
exports.rt_lyon_path_builder_add_path = (builder, path) => _rt_lyon_path_builder_add_path(rt.integer(builder), rt.integer(path));

const _rt_lyon_fill_tessellation_draw = rt.declare("rt_lyon_fill_tessellation_draw", "bool", ["int64", "int64", "int64", "void *", "int64", "int64", "int64"]);

/**
 * Lays a filled path over a picture. `transform` takes the path's coordinates to pixels, with (0, 0) the top
 * left corner of the picture and y downwards; 0 stands for the transform that changes nothing. `color` is
 * 0xRRGGBBAA. `pixels` is the picture: width · height · 4 bytes of red, green, blue and alpha, not
 * premultiplied, row after row from the top. Edges are smoothed: a pixel takes as much of the colour as
 * the path covers of it, seen along 16 lines a row: what is lower than a sixteenth of a pixel may be missed or
 * come out too strong. What lies outside the picture is left out.
 *
 * On failure: false.
 */
exports.rt_lyon_fill_tessellation_draw = (tess, transform, color, pixels, width, height) => _rt_lyon_fill_tessellation_draw(rt.integer(tess), rt.integer(transform), rt.integer(color), ...rt.bytes(pixels), rt.integer(width), rt.integer(height));

const _rt_lyon_stroke_tessellation_draw = rt.declare("rt_lyon_stroke_tessellation_draw", "bool", ["int64", "int64", "int64", "void *", "int64", "int64", "int64"]);

/**
 * Lays a stroked path over a picture, as `rt_lyon_fill_tessellation_draw` does a filled one. Where triangles
 * overlap, the colour is laid once.
 *
 * On failure: false.
 */
exports.rt_lyon_stroke_tessellation_draw = (tess, transform, color, pixels, width, height) => _rt_lyon_stroke_tessellation_draw(rt.integer(tess), rt.integer(transform), rt.integer(color), ...rt.bytes(pixels), rt.integer(width), rt.integer(height));

const _rt_lyon_path_rasterize = rt.declare("rt_lyon_path_rasterize", "RtBytes", ["int64", "int64", "int64", "int64", "int64"]);

/**
 * A new picture, transparent but for the path filled with a colour (0xRRGGBBAA) by a fill rule (even-odd 0,
 * non-zero 1). The path's coordinates are pixels. Width and height are 1 to 32,768.
 *
 * On failure: [].
 */
exports.rt_lyon_path_rasterize = (path, fill_rule, color, width, height) => rt.takeBytes(_rt_lyon_path_rasterize(rt.integer(path), rt.integer(fill_rule), rt.integer(color), rt.integer(width), rt.integer(height)));

const _rt_lyon_fill_tessellation_contains_point = rt.declare("rt_lyon_fill_tessellation_contains_point", "bool", ["int64", "double", "double"]);

/**
 * Whether a point lies in one of the triangles.
 *
 * On failure: false.
 */
exports.rt_lyon_fill_tessellation_contains_point = (tess, x, y) => _rt_lyon_fill_tessellation_contains_point(rt.integer(tess), x, y);

const _rt_lyon_available = rt.declare("rt_lyon_available", "bool", []);

/**
 * True where this build holds the lyon library, as it does where this links.
 */
exports.rt_lyon_available = () => _rt_lyon_available();

const _rt_lyon_clear_error = rt.declare("rt_lyon_clear_error", "void", []);

/**
 * Forgets why this thread's last failed lyon call failed.
 */
exports.rt_lyon_clear_error = () => _rt_lyon_clear_error();

const _rt_lyon_version = rt.declare("rt_lyon_version", "void *", []);

/**
 * The version of the wrapped library, the crate `lyon`.
 */
exports.rt_lyon_version = () => rt.takeText(_rt_lyon_version());

const _rt_lyon_path_apply_transform = rt.declare("rt_lyon_path_apply_transform", "int64", ["int64", "int64"]);

/**
 * The same with a transform: `rt_lyon_path_transform` with the six numbers that `rt_lyon_transform_get` gives.
 *
 * On failure: 0.
 */
exports.rt_lyon_path_apply_transform = (path, transform) => _rt_lyon_path_apply_transform(rt.integer(path), rt.integer(transform));

const _rt_lyon_path_contains_point_with_rule = rt.declare("rt_lyon_path_contains_point_with_rule", "bool", ["int64", "double", "double", "int64"]);

/**
 * Whether a point lies inside the path by a fill rule: even-odd 0, non-zero 1.
 *
 * On failure: false.
 */
exports.rt_lyon_path_contains_point_with_rule = (path, x, y, fill_rule) => _rt_lyon_path_contains_point_with_rule(rt.integer(path), x, y, rt.integer(fill_rule));

const _rt_lyon_path_length = rt.declare("rt_lyon_path_length", "double", ["int64"]);

/**
 * The length of all subpaths together; a closed one's closing line counts. To about 1e-9 of the length.
 *
 * On failure: 0.0.
 */
exports.rt_lyon_path_length = (path) => _rt_lyon_path_length(rt.integer(path));

const _rt_lyon_path_point_at = rt.declare("rt_lyon_path_point_at", "RtPathPoint", ["int64", "double"]);

/**
 * The point at a distance along the path, from 0 to `rt_lyon_path_length`, and the direction there. Subpaths
 * follow one another; the jump between them takes no length. Fails for a path without length and for a
 * distance beyond its ends.
 *
 * On failure: x 0.0, y 0.0, tangent_x 0.0, tangent_y 0.0.
 */
exports.rt_lyon_path_point_at = (path, distance) => rt.takeStructure("RtPathPoint", _rt_lyon_path_point_at(rt.integer(path), distance));

const _rt_lyon_path_dash = rt.declare("rt_lyon_path_dash", "int64", ["int64", "void *", "int64", "double"]);

/**
 * The path cut into dashes: `pattern` holds the lengths of dash, gap, dash, gap and so on, and repeats (an odd
 * number of lengths is taken twice over, as in SVG). The pattern starts `offset` into itself at the start of
 * each subpath. Curves stay curves. On a closed subpath, a dash that runs across its start stays one piece.
 * Fails for a length below 0, for a pattern that adds up to 0, and for more than 1,000,000 dashes.
 *
 * On failure: 0.
 */
exports.rt_lyon_path_dash = (path, pattern, offset) => _rt_lyon_path_dash(rt.integer(path), ...rt.floats(pattern), offset);

const _rt_lyon_path_from_svg = rt.declare("rt_lyon_path_from_svg", "int64", ["void *"]);

/**
 * The path that SVG path data describes (the `d` of a `<path>`): all commands, absolute and relative. The empty
 * text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.
 *
 * On failure: 0.
 */
exports.rt_lyon_path_from_svg = (d) => _rt_lyon_path_from_svg(rt.text(d));

const _rt_lyon_path_to_svg = rt.declare("rt_lyon_path_to_svg", "void *", ["int64"]);

/**
 * The path as SVG path data, in absolute M, L, Q, C and Z. Read back, it gives the same path, bit for bit.
 *
 * On failure: "".
 */
exports.rt_lyon_path_to_svg = (path) => rt.takeText(_rt_lyon_path_to_svg(rt.integer(path)));

const _rt_lyon_png_encode = rt.declare("rt_lyon_png_encode", "RtBytes", ["void *", "int64", "int64", "int64"]);

/**
 * A picture as the bytes of a PNG file. `pixels` are 4 bytes each: red, green, blue, alpha (not premultiplied),
 * row after row from the top.
 *
 * On failure: [].
 */
exports.rt_lyon_png_encode = (pixels, width, height) => rt.takeBytes(_rt_lyon_png_encode(...rt.bytes(pixels), rt.integer(width), rt.integer(height)));

const _rt_lyon_png_save = rt.declare("rt_lyon_png_save", "bool", ["void *", "void *", "int64", "int64", "int64"]);

/**
 * Writes a picture to a PNG file. A file that is there already is replaced.
 *
 * On failure: false.
 */
exports.rt_lyon_png_save = (file, pixels, width, height) => _rt_lyon_png_save(rt.text(file), ...rt.bytes(pixels), rt.integer(width), rt.integer(height));

const _rt_lyon_stroke_tessellation_contains_point = rt.declare("rt_lyon_stroke_tessellation_contains_point", "bool", ["int64", "double", "double"]);

/**
 * Whether a point lies in one of the triangles.
 *
 * On failure: false.
 */
exports.rt_lyon_stroke_tessellation_contains_point = (tess, x, y) => _rt_lyon_stroke_tessellation_contains_point(rt.integer(tess), x, y);

const _rt_lyon_path_stroke_contains_point = rt.declare("rt_lyon_path_stroke_contains_point", "bool", ["int64", "double", "void *", "double", "double"]);

/**
 * Whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
 * tolerance of a hundredth of the width. For many points, make the tessellation once.
 *
 * On failure: false.
 */
exports.rt_lyon_path_stroke_contains_point = (path, width, options_json, x, y) => _rt_lyon_path_stroke_contains_point(rt.integer(path), width, rt.text(options_json), x, y);

const _rt_lyon_transform_new = rt.declare("rt_lyon_transform_new", "int64", ["double", "double", "double", "double", "double", "double"]);

/**
 * The transform with these six numbers: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
 *
 * On failure: 0.
 */
exports.rt_lyon_transform_new = (m11, m12, m21, m22, tx, ty) => _rt_lyon_transform_new(m11, m12, m21, m22, tx, ty);

const _rt_lyon_transform_get = rt.declare("rt_lyon_transform_get", "RtTransformMatrix", ["int64"]);

/**
 * The six numbers of a transform.
 *
 * On failure: m11 0.0, m12 0.0, m21 0.0, m22 0.0, tx 0.0, ty 0.0.
 */
exports.rt_lyon_transform_get = (transform) => rt.takeStructure("RtTransformMatrix", _rt_lyon_transform_get(rt.integer(transform)));

const _rt_lyon_transform_inverse = rt.declare("rt_lyon_transform_inverse", "int64", ["int64"]);

/**
 * The transform that undoes another. Fails where there is none: for a transform that flattens the plane.
 *
 * On failure: 0.
 */
exports.rt_lyon_transform_inverse = (transform) => _rt_lyon_transform_inverse(rt.integer(transform));

const _rt_lyon_transform_apply = rt.declare("rt_lyon_transform_apply", "RtTransformedPoint", ["int64", "double", "double"]);

/**
 * Where a transform takes a point.
 *
 * On failure: x 0.0, y 0.0.
 */
exports.rt_lyon_transform_apply = (transform, x, y) => rt.takeStructure("RtTransformedPoint", _rt_lyon_transform_apply(rt.integer(transform), x, y));

/**
 * A path builder: freed by `close()`, or when JavaScript forgets it.
 */
class PathBuilder extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_lyon_path_builder_free, handle);
  }

  /**
   * A new, empty path builder. Free it with `rt_lyon_path_builder_free`, or turn it into a path with
   * `rt_lyon_path_builder_build`, which frees it too.
   */
  static new() {
    const result = _rt_lyon_path_builder_new();
    return PathBuilder.wrap(result, null, true);
  }

  /**
   * Begins a subpath at a point. A subpath that is still open ends there, unclosed. Coordinates go from -1e30
   * to 1e30, here and everywhere.
   *
   * On failure: false.
   */
  begin(x, y) {
    const result = _rt_lyon_path_builder_begin(this.handle, x, y);
    if (!result) check();
    return result;
  }

  /**
   * A line to a point. Fails where no subpath is open.
   *
   * On failure: false.
   */
  lineTo(x, y) {
    const result = _rt_lyon_path_builder_line_to(this.handle, x, y);
    if (!result) check();
    return result;
  }

  /**
   * A quadratic Bézier curve to a point. Fails where no subpath is open.
   *
   * On failure: false.
   */
  quadraticBezierTo(ctrl_x, ctrl_y, to_x, to_y) {
    const result = _rt_lyon_path_builder_quadratic_bezier_to(this.handle, ctrl_x, ctrl_y, to_x, to_y);
    if (!result) check();
    return result;
  }

  /**
   * A cubic Bézier curve to a point. Fails where no subpath is open.
   *
   * On failure: false.
   */
  cubicBezierTo(ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y) {
    const result = _rt_lyon_path_builder_cubic_bezier_to(this.handle, ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y);
    if (!result) check();
    return result;
  }

  /**
   * An arc of a circle around a centre: a line to its start where the subpath ends elsewhere, then the arc.
   * Angles in radians, from the direction of x towards that of y; a negative sweep turns the other way, and
   * one beyond 2π goes round more than once (1,000 times at most). Within 7e-8 of the radius of the true
   * circle. Fails where no subpath is open or the radius is below 0.
   *
   * On failure: false.
   */
  arcTo(center_x, center_y, radius, start_angle, sweep_angle) {
    const result = _rt_lyon_path_builder_arc_to(this.handle, center_x, center_y, radius, start_angle, sweep_angle);
    if (!result) check();
    return result;
  }

  /**
   * Closes the open subpath with a line back to its start. Fails where no subpath is open.
   *
   * On failure: false.
   */
  pathBuilderClose() {
    const result = _rt_lyon_path_builder_close(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * Ends the open subpath, unclosed, and makes the path. Frees the builder.
   *
   * On failure: 0.
   */
  build() {
    const result = _rt_lyon_path_builder_build(this.handle);
    if (result == 0) check();
    this.forget();
    return Path.wrap(result, null, true);
  }

  /**
   * Adds all subpaths of a path. A subpath that is still open ends there, unclosed, and none is open afterwards.
   */
  addPath(path) {
    _rt_lyon_clear_error();
    _rt_lyon_path_builder_add_path(this.handle, rt.handle(path));
    check();
  }
}
exports.PathBuilder = PathBuilder;

/**
 * A path: freed by `close()`, or when JavaScript forgets it.
 */
class Path extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_lyon_path_free, handle);
  }

  /**
   * A rectangle with corners at (x, y) and (x + width, y + height), drawn from x towards x + width first.
   * Fails where width or height is below 0.
   *
   * On failure: 0.
   */
  static rectangle(x, y, width, height) {
    const result = _rt_lyon_path_rectangle(x, y, width, height);
    if (result == 0) check();
    return Path.wrap(result, null, true);
  }

  /**
   * A rectangle whose corners are quarter circles. A radius of more than half the width or height counts as
   * that half. Fails where width, height or radius is below 0.
   *
   * On failure: 0.
   */
  static roundedRectangle(x, y, width, height, radius) {
    const result = _rt_lyon_path_rounded_rectangle(x, y, width, height, radius);
    if (result == 0) check();
    return Path.wrap(result, null, true);
  }

  /**
   * A circle, drawn from its rightmost point towards growing y. Within 7e-8 of its radius of the true circle.
   * Fails where the radius is below 0.
   *
   * On failure: 0.
   */
  static circle(center_x, center_y, radius) {
    const result = _rt_lyon_path_circle(center_x, center_y, radius);
    if (result == 0) check();
    return Path.wrap(result, null, true);
  }

  /**
   * An ellipse with axes along x and y, drawn like a circle. Fails where a radius is below 0.
   *
   * On failure: 0.
   */
  static ellipse(center_x, center_y, radius_x, radius_y) {
    const result = _rt_lyon_path_ellipse(center_x, center_y, radius_x, radius_y);
    if (result == 0) check();
    return Path.wrap(result, null, true);
  }

  /**
   * A closed polygon through `num_points` points, given as x, y pairs in `points`; further numbers are not
   * looked at. Fails for fewer than 3 points, and where `points` holds fewer than 2 · num_points numbers.
   *
   * On failure: 0.
   */
  static polygon(points, num_points) {
    const result = _rt_lyon_path_polygon(...rt.floats(points), rt.integer(num_points));
    if (result == 0) check();
    return Path.wrap(result, null, true);
  }

  /**
   * A star with `num_points` tips (3 to 1,000,000) at `outer_radius` and as many notches at `inner_radius`,
   * evenly spaced. The first tip is at (center_x, center_y − outer_radius): upwards where y grows downwards.
   * Its area is num_points · inner_radius · outer_radius · sin(π / num_points). Fails where a radius is
   * below 0.
   *
   * On failure: 0.
   */
  static star(center_x, center_y, inner_radius, outer_radius, num_points) {
    const result = _rt_lyon_path_star(center_x, center_y, inner_radius, outer_radius, rt.integer(num_points));
    if (result == 0) check();
    return Path.wrap(result, null, true);
  }

  /**
   * The path that SVG path data describes (the `d` of a `<path>`): all commands, absolute and relative. The empty
   * text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.
   *
   * On failure: 0.
   */
  static fromSvg(d) {
    const result = _rt_lyon_path_from_svg(rt.text(d));
    if (result == 0) check();
    return Path.wrap(result, null, true);
  }

  /**
   * The exact extent of the path's lines and curves; control points that the curves do not reach do not
   * count. Fails for a path without points.
   *
   * On failure: min_x 0.0, min_y 0.0, max_x 0.0, max_y 0.0.
   */
  getBounds() {
    const result = rt.takeStructure("RtPathBounds", _rt_lyon_path_get_bounds(this.handle));
    if (result.min_x == 0.0 && result.min_y == 0.0 && result.max_x == 0.0 && result.max_y == 0.0) check();
    return result;
  }

  /**
   * Whether a point lies inside the path, by the non-zero rule; open subpaths count as closed. Exact for
   * curves too. A point on the outline itself may be either.
   *
   * On failure: false.
   */
  containsPoint(x, y) {
    const result = _rt_lyon_path_contains_point(this.handle, x, y);
    if (!result) check();
    return result;
  }

  /**
   * The path with each point moved: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty. Fails where a coordinate
   * would leave -1e30 to 1e30.
   *
   * On failure: 0.
   */
  transform(m11, m12, m21, m22, tx, ty) {
    const result = _rt_lyon_path_transform(this.handle, m11, m12, m21, m22, tx, ty);
    if (result == 0) check();
    return Path.wrap(result, null, true);
  }

  /**
   * Triangles that fill a path by the even-odd rule; open subpaths count as closed. `tolerance` is how far a
   * triangle's edge may lie from the curve it stands for, in the path's units. Vertices are 32-bit numbers
   * relative to the path's own place and size: to about 1e-7 of its extent. Fails for a tolerance that is not
   * above 0, or so small that the curves would take more than 1,048,576 lines.
   *
   * On failure: 0.
   */
  fillTessellate(tolerance) {
    const result = _rt_lyon_fill_tessellate(this.handle, tolerance);
    if (result == 0) check();
    return FillTessellation.wrap(result, null, true);
  }

  /**
   * The same by a fill rule: even-odd 0, non-zero 1.
   *
   * On failure: 0.
   */
  fillTessellateWithRule(tolerance, fill_rule) {
    const result = _rt_lyon_fill_tessellate_with_rule(this.handle, tolerance, rt.integer(fill_rule));
    if (result == 0) check();
    return FillTessellation.wrap(result, null, true);
  }

  /**
   * Triangles that stroke a path with a line of this width, with butt caps, miter joins and a miter limit of 4.
   * `tolerance` is how far the middle of the stroke may lie from the curve, and a round cap's or join's edge from
   * its circle. Triangles may overlap where the path turns sharply or crosses itself. A width of 0 gives no
   * triangles; one below 0, or below 1e-7 of the path's extent, fails, and so does a tolerance as for filling.
   *
   * On failure: 0.
   */
  strokeTessellate(width, tolerance) {
    const result = _rt_lyon_stroke_tessellate(this.handle, width, tolerance);
    if (result == 0) check();
    return StrokeTessellation.wrap(result, null, true);
  }

  /**
   * The same with options, a JSON object: `line_cap` "butt", "square" or "round"; `line_join` "miter", "round" or
   * "bevel"; `miter_limit` from 1 to 1000000, SVG's: a join whose length, from its inner corner to its tip, is
   * more line widths than that becomes a bevel. An unknown key or value fails, and last error names it. `{}` changes nothing.
   *
   * On failure: 0.
   */
  strokeTessellateWithOptions(width, tolerance, options_json) {
    const result = _rt_lyon_stroke_tessellate_with_options(this.handle, width, tolerance, rt.text(options_json));
    if (result == 0) check();
    return StrokeTessellation.wrap(result, null, true);
  }

  /**
   * A new picture, transparent but for the path filled with a colour (0xRRGGBBAA) by a fill rule (even-odd 0,
   * non-zero 1). The path's coordinates are pixels. Width and height are 1 to 32,768.
   *
   * On failure: [].
   */
  rasterize(fill_rule, color, width, height) {
    const result = rt.takeBytes(_rt_lyon_path_rasterize(this.handle, rt.integer(fill_rule), rt.integer(color), rt.integer(width), rt.integer(height)));
    if (result.length === 0) check();
    return result;
  }

  /**
   * The same with a transform: `rt_lyon_path_transform` with the six numbers that `rt_lyon_transform_get` gives.
   *
   * On failure: 0.
   */
  applyTransform(transform) {
    const result = _rt_lyon_path_apply_transform(this.handle, rt.handle(transform));
    if (result == 0) check();
    return Path.wrap(result, null, true);
  }

  /**
   * Whether a point lies inside the path by a fill rule: even-odd 0, non-zero 1.
   *
   * On failure: false.
   */
  containsPointWithRule(x, y, fill_rule) {
    const result = _rt_lyon_path_contains_point_with_rule(this.handle, x, y, rt.integer(fill_rule));
    if (!result) check();
    return result;
  }

  /**
   * The length of all subpaths together; a closed one's closing line counts. To about 1e-9 of the length.
   *
   * On failure: 0.0.
   */
  length() {
    const result = _rt_lyon_path_length(this.handle);
    if (result == 0.0) check();
    return result;
  }

  /**
   * The point at a distance along the path, from 0 to `rt_lyon_path_length`, and the direction there. Subpaths
   * follow one another; the jump between them takes no length. Fails for a path without length and for a
   * distance beyond its ends.
   *
   * On failure: x 0.0, y 0.0, tangent_x 0.0, tangent_y 0.0.
   */
  pointAt(distance) {
    const result = rt.takeStructure("RtPathPoint", _rt_lyon_path_point_at(this.handle, distance));
    if (result.x == 0.0 && result.y == 0.0 && result.tangent_x == 0.0 && result.tangent_y == 0.0) check();
    return result;
  }

  /**
   * The path cut into dashes: `pattern` holds the lengths of dash, gap, dash, gap and so on, and repeats (an odd
   * number of lengths is taken twice over, as in SVG). The pattern starts `offset` into itself at the start of
   * each subpath. Curves stay curves. On a closed subpath, a dash that runs across its start stays one piece.
   * Fails for a length below 0, for a pattern that adds up to 0, and for more than 1,000,000 dashes.
   *
   * On failure: 0.
   */
  dash(pattern, offset) {
    const result = _rt_lyon_path_dash(this.handle, ...rt.floats(pattern), offset);
    if (result == 0) check();
    return Path.wrap(result, null, true);
  }

  /**
   * The path as SVG path data, in absolute M, L, Q, C and Z. Read back, it gives the same path, bit for bit.
   *
   * On failure: "".
   */
  toSvg() {
    const result = rt.takeText(_rt_lyon_path_to_svg(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * Whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
   * tolerance of a hundredth of the width. For many points, make the tessellation once.
   *
   * On failure: false.
   */
  strokeContainsPoint(width, options_json, x, y) {
    const result = _rt_lyon_path_stroke_contains_point(this.handle, width, rt.text(options_json), x, y);
    if (!result) check();
    return result;
  }
}
exports.Path = Path;

/**
 * A fill tessellation: freed by `close()`, or when JavaScript forgets it.
 */
class FillTessellation extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_lyon_fill_tessellation_free, handle);
  }

  /**
   * The vertices, as a buffer of its own to be freed. Nothing is copied.
   *
   * On failure: 0.
   */
  getVertices() {
    const result = _rt_lyon_fill_tessellation_get_vertices(this.handle);
    if (result == 0) check();
    return VertexBuffer.wrap(result, null, true);
  }

  /**
   * The indices, as a buffer of its own to be freed. Nothing is copied.
   *
   * On failure: 0.
   */
  getIndices() {
    const result = _rt_lyon_fill_tessellation_get_indices(this.handle);
    if (result == 0) check();
    return IndexBuffer.wrap(result, null, true);
  }

  /**
   * How many vertices there are.
   *
   * On failure: -1.
   */
  vertexCount() {
    const result = _rt_lyon_fill_tessellation_vertex_count(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * How many indices there are: 3 for each triangle.
   *
   * On failure: -1.
   */
  indexCount() {
    const result = _rt_lyon_fill_tessellation_index_count(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * Lays a filled path over a picture. `transform` takes the path's coordinates to pixels, with (0, 0) the top
   * left corner of the picture and y downwards; 0 stands for the transform that changes nothing. `color` is
   * 0xRRGGBBAA. `pixels` is the picture: width · height · 4 bytes of red, green, blue and alpha, not
   * premultiplied, row after row from the top. Edges are smoothed: a pixel takes as much of the colour as
   * the path covers of it, seen along 16 lines a row: what is lower than a sixteenth of a pixel may be missed or
   * come out too strong. What lies outside the picture is left out.
   *
   * On failure: false.
   */
  draw(transform, color, pixels, width, height) {
    const result = _rt_lyon_fill_tessellation_draw(this.handle, rt.handle(transform), rt.integer(color), ...rt.bytes(pixels), rt.integer(width), rt.integer(height));
    if (!result) check();
    return result;
  }

  /**
   * Whether a point lies in one of the triangles.
   *
   * On failure: false.
   */
  containsPoint(x, y) {
    const result = _rt_lyon_fill_tessellation_contains_point(this.handle, x, y);
    if (!result) check();
    return result;
  }
}
exports.FillTessellation = FillTessellation;

/**
 * A vertex buffer: freed by `close()`, or when JavaScript forgets it.
 */
class VertexBuffer extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_lyon_vertex_buffer_free, handle);
  }

  /**
   * Where a vertex is. Fails where there is no vertex of that index, which counts from 0.
   *
   * On failure: x 0.0, y 0.0.
   */
  getPosition(index) {
    const result = rt.takeStructure("RtVertexPosition", _rt_lyon_vertex_buffer_get_position(this.handle, rt.integer(index)));
    if (result.x == 0.0 && result.y == 0.0) check();
    return result;
  }

  /**
   * The normal of a vertex of a stroke: how far it lies from the middle of the stroke, in half line widths (1 on
   * a straight edge, more on a miter). Zeros for a fill. Fails where there is no vertex of that index.
   *
   * On failure: x 0.0, y 0.0.
   */
  getNormal(index) {
    const result = rt.takeStructure("RtVertexNormal", _rt_lyon_vertex_buffer_get_normal(this.handle, rt.integer(index)));
    if (result.x == 0.0 && result.y == 0.0) check();
    return result;
  }

  /**
   * How many vertices there are.
   *
   * On failure: -1.
   */
  size() {
    const result = _rt_lyon_vertex_buffer_size(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * All vertices: x, y, normal_x, normal_y for each.
   *
   * On failure: [].
   */
  toArray() {
    const result = rt.takeFloats(_rt_lyon_vertex_buffer_to_array(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * All vertices as a GPU takes them: 16 bytes each, four 32-bit floats in the machine's byte order: x, y,
   * normal_x, normal_y.
   *
   * On failure: [].
   */
  bytes() {
    const result = rt.takeBytes(_rt_lyon_vertex_buffer_bytes(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * Writes the bytes of `rt_lyon_vertex_buffer_bytes` into memory of the caller's, a mapped GPU buffer say, and
   * returns how many. Fails, and writes nothing, where it is smaller than 16 bytes for each vertex.
   *
   * On failure: -1.
   */
  write(out) {
    const result = _rt_lyon_vertex_buffer_write(this.handle, ...rt.bytes(out));
    if (result == -1) check();
    return result;
  }
}
exports.VertexBuffer = VertexBuffer;

/**
 * A index buffer: freed by `close()`, or when JavaScript forgets it.
 */
class IndexBuffer extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_lyon_index_buffer_free, handle);
  }

  /**
   * The index of a triangle's corner among the vertices: items 3·n to 3·n + 2 are triangle n. Fails where
   * there is no item of that index.
   *
   * On failure: -1.
   */
  get(index) {
    const result = _rt_lyon_index_buffer_get(this.handle, rt.integer(index));
    if (result == -1) check();
    return result;
  }

  /**
   * How many indices there are: 3 for each triangle.
   *
   * On failure: -1.
   */
  size() {
    const result = _rt_lyon_index_buffer_size(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * All indices, 3 for each triangle.
   *
   * On failure: [].
   */
  toArray() {
    const result = rt.takeIntegers(_rt_lyon_index_buffer_to_array(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * All indices as a GPU takes them: 4 bytes each, unsigned 32-bit integers in the machine's byte order.
   *
   * On failure: [].
   */
  bytes() {
    const result = rt.takeBytes(_rt_lyon_index_buffer_bytes(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * Writes the bytes of `rt_lyon_index_buffer_bytes` into memory of the caller's and returns how many. Fails, and
   * writes nothing, where it is smaller than 4 bytes for each index.
   *
   * On failure: -1.
   */
  write(out) {
    const result = _rt_lyon_index_buffer_write(this.handle, ...rt.bytes(out));
    if (result == -1) check();
    return result;
  }
}
exports.IndexBuffer = IndexBuffer;

/**
 * A stroke tessellation: freed by `close()`, or when JavaScript forgets it.
 */
class StrokeTessellation extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_lyon_stroke_tessellation_free, handle);
  }

  /**
   * The vertices, as a buffer of its own to be freed. Nothing is copied.
   *
   * On failure: 0.
   */
  getVertices() {
    const result = _rt_lyon_stroke_tessellation_get_vertices(this.handle);
    if (result == 0) check();
    return VertexBuffer.wrap(result, null, true);
  }

  /**
   * The indices, as a buffer of its own to be freed. Nothing is copied.
   *
   * On failure: 0.
   */
  getIndices() {
    const result = _rt_lyon_stroke_tessellation_get_indices(this.handle);
    if (result == 0) check();
    return IndexBuffer.wrap(result, null, true);
  }

  /**
   * How many vertices there are.
   *
   * On failure: -1.
   */
  vertexCount() {
    const result = _rt_lyon_stroke_tessellation_vertex_count(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * How many indices there are: 3 for each triangle.
   *
   * On failure: -1.
   */
  indexCount() {
    const result = _rt_lyon_stroke_tessellation_index_count(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * Lays a stroked path over a picture, as `rt_lyon_fill_tessellation_draw` does a filled one. Where triangles
   * overlap, the colour is laid once.
   *
   * On failure: false.
   */
  draw(transform, color, pixels, width, height) {
    const result = _rt_lyon_stroke_tessellation_draw(this.handle, rt.handle(transform), rt.integer(color), ...rt.bytes(pixels), rt.integer(width), rt.integer(height));
    if (!result) check();
    return result;
  }

  /**
   * Whether a point lies in one of the triangles.
   *
   * On failure: false.
   */
  containsPoint(x, y) {
    const result = _rt_lyon_stroke_tessellation_contains_point(this.handle, x, y);
    if (!result) check();
    return result;
  }
}
exports.StrokeTessellation = StrokeTessellation;

/**
 * A transform: freed by `close()`, or when JavaScript forgets it.
 */
class Transform extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_lyon_transform_free, handle);
  }

  /**
   * The transform that changes nothing.
   */
  static identity() {
    const result = _rt_lyon_transform_identity();
    return Transform.wrap(result, null, true);
  }

  /**
   * A shift by (tx, ty).
   *
   * On failure: 0.
   */
  static translate(tx, ty) {
    const result = _rt_lyon_transform_translate(tx, ty);
    if (result == 0) check();
    return Transform.wrap(result, null, true);
  }

  /**
   * A turn around the origin, in radians, from the direction of x towards that of y: a positive angle turns
   * (1, 0) towards (0, 1).
   *
   * On failure: 0.
   */
  static rotate(angle) {
    const result = _rt_lyon_transform_rotate(angle);
    if (result == 0) check();
    return Transform.wrap(result, null, true);
  }

  /**
   * Multiplies x by sx and y by sy; negative factors mirror.
   *
   * On failure: 0.
   */
  static scale(sx, sy) {
    const result = _rt_lyon_transform_scale(sx, sy);
    if (result == 0) check();
    return Transform.wrap(result, null, true);
  }

  /**
   * The transform with these six numbers: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
   *
   * On failure: 0.
   */
  static new(m11, m12, m21, m22, tx, ty) {
    const result = _rt_lyon_transform_new(m11, m12, m21, m22, tx, ty);
    if (result == 0) check();
    return Transform.wrap(result, null, true);
  }

  /**
   * The transform that does t1 first and then t2.
   *
   * On failure: 0.
   */
  multiply(t2) {
    const result = _rt_lyon_transform_multiply(this.handle, rt.handle(t2));
    if (result == 0) check();
    return Transform.wrap(result, null, true);
  }

  /**
   * The six numbers of a transform.
   *
   * On failure: m11 0.0, m12 0.0, m21 0.0, m22 0.0, tx 0.0, ty 0.0.
   */
  get() {
    const result = rt.takeStructure("RtTransformMatrix", _rt_lyon_transform_get(this.handle));
    if (result.m11 == 0.0 && result.m12 == 0.0 && result.m21 == 0.0 && result.m22 == 0.0 && result.tx == 0.0 && result.ty == 0.0) check();
    return result;
  }

  /**
   * The transform that undoes another. Fails where there is none: for a transform that flattens the plane.
   *
   * On failure: 0.
   */
  inverse() {
    const result = _rt_lyon_transform_inverse(this.handle);
    if (result == 0) check();
    return Transform.wrap(result, null, true);
  }

  /**
   * Where a transform takes a point.
   *
   * On failure: x 0.0, y 0.0.
   */
  apply(x, y) {
    const result = rt.takeStructure("RtTransformedPoint", _rt_lyon_transform_apply(this.handle, x, y));
    if (result.x == 0.0 && result.y == 0.0) check();
    return result;
  }
}
exports.Transform = Transform;

/**
 * A animation: freed by `close()`, or when JavaScript forgets it.
 */
class Animation extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_lyon_animation_free, handle);
  }

  /**
   * Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
   * milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
   * `rt_lyon_animation_finish`. A file that is there already is replaced.
   *
   * On failure: 0.
   */
  static new(file, width, height, frames, frame_ms) {
    const result = _rt_lyon_animation_new(rt.text(file), rt.integer(width), rt.integer(height), rt.integer(frames), rt.integer(frame_ms));
    if (result == 0) check();
    return Animation.wrap(result, null, true);
  }

  /**
   * Adds the next frame: width · height · 4 bytes, as for `rt_lyon_png_save`. Fails where all frames are there.
   *
   * On failure: false.
   */
  addFrame(pixels) {
    const result = _rt_lyon_animation_add_frame(this.handle, ...rt.bytes(pixels));
    if (!result) check();
    return result;
  }

  /**
   * Completes the file and frees the animation. Fails, and removes the file, where frames are missing or it
   * cannot be written.
   *
   * On failure: false.
   */
  finish() {
    const result = _rt_lyon_animation_finish(this.handle);
    if (!result) check();
    this.forget();
    return result;
  }
}
exports.Animation = Animation;
