package simplenative;

// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

/**
 * 2D paths: made, measured, tessellated into triangles for a GPU, drawn into pictures, and saved.
 *
 * Coordinates are 64-bit floats and no particular way up: where y grows downwards, as on a screen, a positive
 * angle turns clockwise. Angles are in radians. Lengths, radii and tolerances are in the path's own units.
 */
public final class LyonLibrary {
    private LyonLibrary() {}

    /** Throws where a call failed; a call that only found nothing left no error. */
    private static void check() {
        Convert.check(rt_lyon_get_last_error(), Raw::rt_lyon_clear_error);
    }

    /** Calls what frees: what was freed already is no failure that a later call may take for its own. */
    private static void quietly(Runnable release) {
        boolean clear = rt_lyon_get_last_error().isEmpty();
        release.run();
        if (clear) rt_lyon_clear_error();
    }

    /**
     * A box with sides along x and y.
     */
    public record PathBounds(double min_x, double min_y, double max_x, double max_y) {
        static PathBounds of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new PathBounds(memory.getDouble(0), memory.getDouble(8), memory.getDouble(16), memory.getDouble(24));
        }
    }

    /**
     * Where a vertex is.
     */
    public record VertexPosition(double x, double y) {
        static VertexPosition of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new VertexPosition(memory.getDouble(0), memory.getDouble(8));
        }
    }

    /**
     * The normal of a vertex.
     */
    public record VertexNormal(double x, double y) {
        static VertexNormal of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new VertexNormal(memory.getDouble(0), memory.getDouble(8));
        }
    }

    /**
     * A place along a path and the direction the path has there.
     */
    public record PathPoint(double x, double y, double tangent_x, double tangent_y) {
        static PathPoint of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new PathPoint(memory.getDouble(0), memory.getDouble(8), memory.getDouble(16), memory.getDouble(24));
        }
    }

    /**
     * The six numbers of a transform: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
     */
    public record TransformMatrix(double m11, double m12, double m21, double m22, double tx, double ty) {
        static TransformMatrix of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new TransformMatrix(memory.getDouble(0), memory.getDouble(8), memory.getDouble(16), memory.getDouble(24), memory.getDouble(32), memory.getDouble(40));
        }
    }

    /**
     * A point.
     */
    public record TransformedPoint(double x, double y) {
        static TransformedPoint of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new TransformedPoint(memory.getDouble(0), memory.getDouble(8));
        }
    }

    /**
     * A new, empty path builder. Free it with `rt_lyon_path_builder_free`, or turn it into a path with
     * `rt_lyon_path_builder_build`, which frees it too.
     */
    public static long rt_lyon_path_builder_new() {
        return Raw.rt_lyon_path_builder_new();
    }

    /**
     * Frees a path builder, and what was drawn with it.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_path_builder_free(long builder) {
        return Raw.rt_lyon_path_builder_free(builder);
    }

    /**
     * Begins a subpath at a point. A subpath that is still open ends there, unclosed. Coordinates go from -1e30
     * to 1e30, here and everywhere.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_path_builder_begin(long builder, double x, double y) {
        return Raw.rt_lyon_path_builder_begin(builder, x, y);
    }

    /**
     * A line to a point. Fails where no subpath is open.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_path_builder_line_to(long builder, double x, double y) {
        return Raw.rt_lyon_path_builder_line_to(builder, x, y);
    }

    /**
     * A quadratic Bézier curve to a point. Fails where no subpath is open.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_path_builder_quadratic_bezier_to(long builder, double ctrl_x, double ctrl_y, double to_x, double to_y) {
        return Raw.rt_lyon_path_builder_quadratic_bezier_to(builder, ctrl_x, ctrl_y, to_x, to_y);
    }

    /**
     * A cubic Bézier curve to a point. Fails where no subpath is open.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_path_builder_cubic_bezier_to(long builder, double ctrl1_x, double ctrl1_y, double ctrl2_x, double ctrl2_y, double to_x, double to_y) {
        return Raw.rt_lyon_path_builder_cubic_bezier_to(builder, ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y);
    }

    /**
     * An arc of a circle around a centre: a line to its start where the subpath ends elsewhere, then the arc.
     * Angles in radians, from the direction of x towards that of y; a negative sweep turns the other way, and
     * one beyond 2π goes round more than once (1,000 times at most). Within 7e-8 of the radius of the true
     * circle. Fails where no subpath is open or the radius is below 0.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_path_builder_arc_to(long builder, double center_x, double center_y, double radius, double start_angle, double sweep_angle) {
        return Raw.rt_lyon_path_builder_arc_to(builder, center_x, center_y, radius, start_angle, sweep_angle);
    }

    /**
     * Closes the open subpath with a line back to its start. Fails where no subpath is open.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_path_builder_close(long builder) {
        return Raw.rt_lyon_path_builder_close(builder);
    }

    /**
     * Ends the open subpath, unclosed, and makes the path. Frees the builder.
     *
     * On failure: 0.
     */
    public static long rt_lyon_path_builder_build(long builder) {
        return Raw.rt_lyon_path_builder_build(builder);
    }

    /**
     * Frees a path.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_path_free(long path) {
        return Raw.rt_lyon_path_free(path);
    }

    /**
     * The exact extent of the path's lines and curves; control points that the curves do not reach do not
     * count. Fails for a path without points.
     *
     * On failure: min_x 0.0, min_y 0.0, max_x 0.0, max_y 0.0.
     */
    public static PathBounds rt_lyon_path_get_bounds(long path) {
        return PathBounds.of(Raw.rt_lyon_path_get_bounds(path));
    }

    /**
     * Whether a point lies inside the path, by the non-zero rule; open subpaths count as closed. Exact for
     * curves too. A point on the outline itself may be either.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_path_contains_point(long path, double x, double y) {
        return Raw.rt_lyon_path_contains_point(path, x, y);
    }

    /**
     * The path with each point moved: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty. Fails where a coordinate
     * would leave -1e30 to 1e30.
     *
     * On failure: 0.
     */
    public static long rt_lyon_path_transform(long path, double m11, double m12, double m21, double m22, double tx, double ty) {
        return Raw.rt_lyon_path_transform(path, m11, m12, m21, m22, tx, ty);
    }

    /**
     * A rectangle with corners at (x, y) and (x + width, y + height), drawn from x towards x + width first.
     * Fails where width or height is below 0.
     *
     * On failure: 0.
     */
    public static long rt_lyon_path_rectangle(double x, double y, double width, double height) {
        return Raw.rt_lyon_path_rectangle(x, y, width, height);
    }

    /**
     * A rectangle whose corners are quarter circles. A radius of more than half the width or height counts as
     * that half. Fails where width, height or radius is below 0.
     *
     * On failure: 0.
     */
    public static long rt_lyon_path_rounded_rectangle(double x, double y, double width, double height, double radius) {
        return Raw.rt_lyon_path_rounded_rectangle(x, y, width, height, radius);
    }

    /**
     * A circle, drawn from its rightmost point towards growing y. Within 7e-8 of its radius of the true circle.
     * Fails where the radius is below 0.
     *
     * On failure: 0.
     */
    public static long rt_lyon_path_circle(double center_x, double center_y, double radius) {
        return Raw.rt_lyon_path_circle(center_x, center_y, radius);
    }

    /**
     * An ellipse with axes along x and y, drawn like a circle. Fails where a radius is below 0.
     *
     * On failure: 0.
     */
    public static long rt_lyon_path_ellipse(double center_x, double center_y, double radius_x, double radius_y) {
        return Raw.rt_lyon_path_ellipse(center_x, center_y, radius_x, radius_y);
    }

    /**
     * A closed polygon through `num_points` points, given as x, y pairs in `points`; further numbers are not
     * looked at. Fails for fewer than 3 points, and where `points` holds fewer than 2 · num_points numbers.
     *
     * On failure: 0.
     */
    public static long rt_lyon_path_polygon(double[] points, long num_points) {
        return Raw.rt_lyon_path_polygon(points, num_points);
    }

    /**
     * A star with `num_points` tips (3 to 1,000,000) at `outer_radius` and as many notches at `inner_radius`,
     * evenly spaced. The first tip is at (center_x, center_y − outer_radius): upwards where y grows downwards.
     * Its area is num_points · inner_radius · outer_radius · sin(π / num_points). Fails where a radius is
     * below 0.
     *
     * On failure: 0.
     */
    public static long rt_lyon_path_star(double center_x, double center_y, double inner_radius, double outer_radius, long num_points) {
        return Raw.rt_lyon_path_star(center_x, center_y, inner_radius, outer_radius, num_points);
    }

    /**
     * Triangles that fill a path by the even-odd rule; open subpaths count as closed. `tolerance` is how far a
     * triangle's edge may lie from the curve it stands for, in the path's units. Vertices are 32-bit numbers
     * relative to the path's own place and size: to about 1e-7 of its extent. Fails for a tolerance that is not
     * above 0, or so small that the curves would take more than 1,048,576 lines.
     *
     * On failure: 0.
     */
    public static long rt_lyon_fill_tessellate(long path, double tolerance) {
        return Raw.rt_lyon_fill_tessellate(path, tolerance);
    }

    /**
     * The same by a fill rule: even-odd 0, non-zero 1.
     *
     * On failure: 0.
     */
    public static long rt_lyon_fill_tessellate_with_rule(long path, double tolerance, long fill_rule) {
        return Raw.rt_lyon_fill_tessellate_with_rule(path, tolerance, fill_rule);
    }

    /**
     * Frees a tessellation. Buffers got from it stay valid.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_fill_tessellation_free(long tess) {
        return Raw.rt_lyon_fill_tessellation_free(tess);
    }

    /**
     * The vertices, as a buffer of its own to be freed. Nothing is copied.
     *
     * On failure: 0.
     */
    public static long rt_lyon_fill_tessellation_get_vertices(long tess) {
        return Raw.rt_lyon_fill_tessellation_get_vertices(tess);
    }

    /**
     * The indices, as a buffer of its own to be freed. Nothing is copied.
     *
     * On failure: 0.
     */
    public static long rt_lyon_fill_tessellation_get_indices(long tess) {
        return Raw.rt_lyon_fill_tessellation_get_indices(tess);
    }

    /**
     * How many vertices there are.
     *
     * On failure: -1.
     */
    public static long rt_lyon_fill_tessellation_vertex_count(long tess) {
        return Raw.rt_lyon_fill_tessellation_vertex_count(tess);
    }

    /**
     * How many indices there are: 3 for each triangle.
     *
     * On failure: -1.
     */
    public static long rt_lyon_fill_tessellation_index_count(long tess) {
        return Raw.rt_lyon_fill_tessellation_index_count(tess);
    }

    /**
     * Triangles that stroke a path with a line of this width, with butt caps, miter joins and a miter limit of 4.
     * `tolerance` is how far the middle of the stroke may lie from the curve, and a round cap's or join's edge from
     * its circle. Triangles may overlap where the path turns sharply or crosses itself. A width of 0 gives no
     * triangles; one below 0, or below 1e-7 of the path's extent, fails, and so does a tolerance as for filling.
     *
     * On failure: 0.
     */
    public static long rt_lyon_stroke_tessellate(long path, double width, double tolerance) {
        return Raw.rt_lyon_stroke_tessellate(path, width, tolerance);
    }

    /**
     * The same with options, a JSON object: `line_cap` "butt", "square" or "round"; `line_join` "miter", "round" or
     * "bevel"; `miter_limit` from 1 to 1000000, SVG's: a join whose length, from its inner corner to its tip, is
     * more line widths than that becomes a bevel. An unknown key or value fails, and last error names it. `{}` changes nothing.
     *
     * On failure: 0.
     */
    public static long rt_lyon_stroke_tessellate_with_options(long path, double width, double tolerance, String options_json) {
        return Raw.rt_lyon_stroke_tessellate_with_options(path, width, tolerance, Convert.utf8(options_json));
    }

    /**
     * The same with options, a JSON object: `line_cap` "butt", "square" or "round"; `line_join` "miter", "round" or
     * "bevel"; `miter_limit` from 1 to 1000000, SVG's: a join whose length, from its inner corner to its tip, is
     * more line widths than that becomes a bevel. An unknown key or value fails, and last error names it. `{}` changes nothing.
     *
     * On failure: 0.
     */
    public static long rt_lyon_stroke_tessellate_with_options(long path, double width, double tolerance, byte[] options_json) {
        return Raw.rt_lyon_stroke_tessellate_with_options(path, width, tolerance, options_json);
    }

    /**
     * Frees a tessellation. Buffers got from it stay valid.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_stroke_tessellation_free(long tess) {
        return Raw.rt_lyon_stroke_tessellation_free(tess);
    }

    /**
     * The vertices, as a buffer of its own to be freed. Nothing is copied.
     *
     * On failure: 0.
     */
    public static long rt_lyon_stroke_tessellation_get_vertices(long tess) {
        return Raw.rt_lyon_stroke_tessellation_get_vertices(tess);
    }

    /**
     * The indices, as a buffer of its own to be freed. Nothing is copied.
     *
     * On failure: 0.
     */
    public static long rt_lyon_stroke_tessellation_get_indices(long tess) {
        return Raw.rt_lyon_stroke_tessellation_get_indices(tess);
    }

    /**
     * How many vertices there are.
     *
     * On failure: -1.
     */
    public static long rt_lyon_stroke_tessellation_vertex_count(long tess) {
        return Raw.rt_lyon_stroke_tessellation_vertex_count(tess);
    }

    /**
     * How many indices there are: 3 for each triangle.
     *
     * On failure: -1.
     */
    public static long rt_lyon_stroke_tessellation_index_count(long tess) {
        return Raw.rt_lyon_stroke_tessellation_index_count(tess);
    }

    /**
     * Frees a vertex buffer. The tessellation it came from stays valid.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_vertex_buffer_free(long buffer) {
        return Raw.rt_lyon_vertex_buffer_free(buffer);
    }

    /**
     * Where a vertex is. Fails where there is no vertex of that index, which counts from 0.
     *
     * On failure: x 0.0, y 0.0.
     */
    public static VertexPosition rt_lyon_vertex_buffer_get_position(long buffer, long index) {
        return VertexPosition.of(Raw.rt_lyon_vertex_buffer_get_position(buffer, index));
    }

    /**
     * The normal of a vertex of a stroke: how far it lies from the middle of the stroke, in half line widths (1 on
     * a straight edge, more on a miter). Zeros for a fill. Fails where there is no vertex of that index.
     *
     * On failure: x 0.0, y 0.0.
     */
    public static VertexNormal rt_lyon_vertex_buffer_get_normal(long buffer, long index) {
        return VertexNormal.of(Raw.rt_lyon_vertex_buffer_get_normal(buffer, index));
    }

    /**
     * How many vertices there are.
     *
     * On failure: -1.
     */
    public static long rt_lyon_vertex_buffer_size(long buffer) {
        return Raw.rt_lyon_vertex_buffer_size(buffer);
    }

    /**
     * All vertices: x, y, normal_x, normal_y for each.
     *
     * On failure: [].
     */
    public static double[] rt_lyon_vertex_buffer_to_array(long buffer) {
        return Raw.rt_lyon_vertex_buffer_to_array(buffer);
    }

    /**
     * Frees an index buffer. The tessellation it came from stays valid.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_index_buffer_free(long buffer) {
        return Raw.rt_lyon_index_buffer_free(buffer);
    }

    /**
     * The index of a triangle's corner among the vertices: items 3·n to 3·n + 2 are triangle n. Fails where
     * there is no item of that index.
     *
     * On failure: -1.
     */
    public static long rt_lyon_index_buffer_get(long buffer, long index) {
        return Raw.rt_lyon_index_buffer_get(buffer, index);
    }

    /**
     * How many indices there are: 3 for each triangle.
     *
     * On failure: -1.
     */
    public static long rt_lyon_index_buffer_size(long buffer) {
        return Raw.rt_lyon_index_buffer_size(buffer);
    }

    /**
     * All indices, 3 for each triangle.
     *
     * On failure: [].
     */
    public static long[] rt_lyon_index_buffer_to_array(long buffer) {
        return Raw.rt_lyon_index_buffer_to_array(buffer);
    }

    /**
     * The transform that changes nothing.
     */
    public static long rt_lyon_transform_identity() {
        return Raw.rt_lyon_transform_identity();
    }

    /**
     * A shift by (tx, ty).
     *
     * On failure: 0.
     */
    public static long rt_lyon_transform_translate(double tx, double ty) {
        return Raw.rt_lyon_transform_translate(tx, ty);
    }

    /**
     * A turn around the origin, in radians, from the direction of x towards that of y: a positive angle turns
     * (1, 0) towards (0, 1).
     *
     * On failure: 0.
     */
    public static long rt_lyon_transform_rotate(double angle) {
        return Raw.rt_lyon_transform_rotate(angle);
    }

    /**
     * Multiplies x by sx and y by sy; negative factors mirror.
     *
     * On failure: 0.
     */
    public static long rt_lyon_transform_scale(double sx, double sy) {
        return Raw.rt_lyon_transform_scale(sx, sy);
    }

    /**
     * The transform that does t1 first and then t2.
     *
     * On failure: 0.
     */
    public static long rt_lyon_transform_multiply(long t1, long t2) {
        return Raw.rt_lyon_transform_multiply(t1, t2);
    }

    /**
     * Frees a transform.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_transform_free(long transform) {
        return Raw.rt_lyon_transform_free(transform);
    }

    /**
     * Why this thread's last failed lyon call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
     */
    public static String rt_lyon_get_last_error() {
        return Convert.text(Raw.rt_lyon_get_last_error());
    }

    /**
     * Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
     * milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
     * `rt_lyon_animation_finish`. A file that is there already is replaced.
     *
     * On failure: 0.
     */
    public static long rt_lyon_animation_new(String file, long width, long height, long frames, long frame_ms) {
        return Raw.rt_lyon_animation_new(Convert.utf8(file), width, height, frames, frame_ms);
    }

    /**
     * Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
     * milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
     * `rt_lyon_animation_finish`. A file that is there already is replaced.
     *
     * On failure: 0.
     */
    public static long rt_lyon_animation_new(byte[] file, long width, long height, long frames, long frame_ms) {
        return Raw.rt_lyon_animation_new(file, width, height, frames, frame_ms);
    }

    /**
     * Adds the next frame: width · height · 4 bytes, as for `rt_lyon_png_save`. Fails where all frames are there.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_animation_add_frame(long animation, byte[] pixels) {
        return Raw.rt_lyon_animation_add_frame(animation, pixels);
    }

    /**
     * Completes the file and frees the animation. Fails, and removes the file, where frames are missing or it
     * cannot be written.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_animation_finish(long animation) {
        return Raw.rt_lyon_animation_finish(animation);
    }

    /**
     * Frees an animation that is not wanted any more, and removes its file.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_animation_free(long animation) {
        return Raw.rt_lyon_animation_free(animation);
    }

    /**
     * All vertices as a GPU takes them: 16 bytes each, four 32-bit floats in the machine's byte order: x, y,
     * normal_x, normal_y.
     *
     * On failure: [].
     */
    public static byte[] rt_lyon_vertex_buffer_bytes(long buffer) {
        return Raw.rt_lyon_vertex_buffer_bytes(buffer);
    }

    /**
     * All indices as a GPU takes them: 4 bytes each, unsigned 32-bit integers in the machine's byte order.
     *
     * On failure: [].
     */
    public static byte[] rt_lyon_index_buffer_bytes(long buffer) {
        return Raw.rt_lyon_index_buffer_bytes(buffer);
    }

    /**
     * Writes the bytes of `rt_lyon_vertex_buffer_bytes` into memory of the caller's, a mapped GPU buffer say, and
     * returns how many. Fails, and writes nothing, where it is smaller than 16 bytes for each vertex.
     *
     * On failure: -1.
     */
    public static long rt_lyon_vertex_buffer_write(long buffer, byte[] out) {
        return Raw.rt_lyon_vertex_buffer_write(buffer, out);
    }

    /**
     * Writes the bytes of `rt_lyon_index_buffer_bytes` into memory of the caller's and returns how many. Fails, and
     * writes nothing, where it is smaller than 4 bytes for each index.
     *
     * On failure: -1.
     */
    public static long rt_lyon_index_buffer_write(long buffer, byte[] out) {
        return Raw.rt_lyon_index_buffer_write(buffer, out);
    }

    /**
     * Adds all subpaths of a path. A subpath that is still open ends there, unclosed, and none is open afterwards.
     */
    public static void rt_lyon_path_builder_add_path(long builder, long path) {
        Raw.rt_lyon_path_builder_add_path(builder, path);
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
    public static boolean rt_lyon_fill_tessellation_draw(long tess, long transform, long color, byte[] pixels, long width, long height) {
        return Raw.rt_lyon_fill_tessellation_draw(tess, transform, color, pixels, width, height);
    }

    /**
     * Lays a stroked path over a picture, as `rt_lyon_fill_tessellation_draw` does a filled one. Where triangles
     * overlap, the colour is laid once.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_stroke_tessellation_draw(long tess, long transform, long color, byte[] pixels, long width, long height) {
        return Raw.rt_lyon_stroke_tessellation_draw(tess, transform, color, pixels, width, height);
    }

    /**
     * A new picture, transparent but for the path filled with a colour (0xRRGGBBAA) by a fill rule (even-odd 0,
     * non-zero 1). The path's coordinates are pixels. Width and height are 1 to 32,768.
     *
     * On failure: [].
     */
    public static byte[] rt_lyon_path_rasterize(long path, long fill_rule, long color, long width, long height) {
        return Raw.rt_lyon_path_rasterize(path, fill_rule, color, width, height);
    }

    /**
     * Whether a point lies in one of the triangles.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_fill_tessellation_contains_point(long tess, double x, double y) {
        return Raw.rt_lyon_fill_tessellation_contains_point(tess, x, y);
    }

    /**
     * True where this build holds the lyon library, as it does where this links.
     */
    public static boolean rt_lyon_available() {
        return Raw.rt_lyon_available();
    }

    /**
     * Forgets why this thread's last failed lyon call failed.
     */
    public static void rt_lyon_clear_error() {
        Raw.rt_lyon_clear_error();
    }

    /**
     * The version of the wrapped library, the crate `lyon`.
     */
    public static String rt_lyon_version() {
        return Convert.text(Raw.rt_lyon_version());
    }

    /**
     * The same with a transform: `rt_lyon_path_transform` with the six numbers that `rt_lyon_transform_get` gives.
     *
     * On failure: 0.
     */
    public static long rt_lyon_path_apply_transform(long path, long transform) {
        return Raw.rt_lyon_path_apply_transform(path, transform);
    }

    /**
     * Whether a point lies inside the path by a fill rule: even-odd 0, non-zero 1.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_path_contains_point_with_rule(long path, double x, double y, long fill_rule) {
        return Raw.rt_lyon_path_contains_point_with_rule(path, x, y, fill_rule);
    }

    /**
     * The length of all subpaths together; a closed one's closing line counts. To about 1e-9 of the length.
     *
     * On failure: 0.0.
     */
    public static double rt_lyon_path_length(long path) {
        return Raw.rt_lyon_path_length(path);
    }

    /**
     * The point at a distance along the path, from 0 to `rt_lyon_path_length`, and the direction there. Subpaths
     * follow one another; the jump between them takes no length. Fails for a path without length and for a
     * distance beyond its ends.
     *
     * On failure: x 0.0, y 0.0, tangent_x 0.0, tangent_y 0.0.
     */
    public static PathPoint rt_lyon_path_point_at(long path, double distance) {
        return PathPoint.of(Raw.rt_lyon_path_point_at(path, distance));
    }

    /**
     * The path cut into dashes: `pattern` holds the lengths of dash, gap, dash, gap and so on, and repeats (an odd
     * number of lengths is taken twice over, as in SVG). The pattern starts `offset` into itself at the start of
     * each subpath. Curves stay curves. On a closed subpath, a dash that runs across its start stays one piece.
     * Fails for a length below 0, for a pattern that adds up to 0, and for more than 1,000,000 dashes.
     *
     * On failure: 0.
     */
    public static long rt_lyon_path_dash(long path, double[] pattern, double offset) {
        return Raw.rt_lyon_path_dash(path, pattern, offset);
    }

    /**
     * The path that SVG path data describes (the `d` of a `&lt;path>`): all commands, absolute and relative. The empty
     * text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.
     *
     * On failure: 0.
     */
    public static long rt_lyon_path_from_svg(String d) {
        return Raw.rt_lyon_path_from_svg(Convert.utf8(d));
    }

    /**
     * The path that SVG path data describes (the `d` of a `&lt;path>`): all commands, absolute and relative. The empty
     * text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.
     *
     * On failure: 0.
     */
    public static long rt_lyon_path_from_svg(byte[] d) {
        return Raw.rt_lyon_path_from_svg(d);
    }

    /**
     * The path as SVG path data, in absolute M, L, Q, C and Z. Read back, it gives the same path, bit for bit.
     *
     * On failure: "".
     */
    public static String rt_lyon_path_to_svg(long path) {
        return Convert.text(Raw.rt_lyon_path_to_svg(path));
    }

    /**
     * A picture as the bytes of a PNG file. `pixels` are 4 bytes each: red, green, blue, alpha (not premultiplied),
     * row after row from the top.
     *
     * On failure: [].
     */
    public static byte[] rt_lyon_png_encode(byte[] pixels, long width, long height) {
        return Raw.rt_lyon_png_encode(pixels, width, height);
    }

    /**
     * Writes a picture to a PNG file. A file that is there already is replaced.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_png_save(String file, byte[] pixels, long width, long height) {
        return Raw.rt_lyon_png_save(Convert.utf8(file), pixels, width, height);
    }

    /**
     * Writes a picture to a PNG file. A file that is there already is replaced.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_png_save(byte[] file, byte[] pixels, long width, long height) {
        return Raw.rt_lyon_png_save(file, pixels, width, height);
    }

    /**
     * Whether a point lies in one of the triangles.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_stroke_tessellation_contains_point(long tess, double x, double y) {
        return Raw.rt_lyon_stroke_tessellation_contains_point(tess, x, y);
    }

    /**
     * Whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
     * tolerance of a hundredth of the width. For many points, make the tessellation once.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_path_stroke_contains_point(long path, double width, String options_json, double x, double y) {
        return Raw.rt_lyon_path_stroke_contains_point(path, width, Convert.utf8(options_json), x, y);
    }

    /**
     * Whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
     * tolerance of a hundredth of the width. For many points, make the tessellation once.
     *
     * On failure: false.
     */
    public static boolean rt_lyon_path_stroke_contains_point(long path, double width, byte[] options_json, double x, double y) {
        return Raw.rt_lyon_path_stroke_contains_point(path, width, options_json, x, y);
    }

    /**
     * The transform with these six numbers: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
     *
     * On failure: 0.
     */
    public static long rt_lyon_transform_new(double m11, double m12, double m21, double m22, double tx, double ty) {
        return Raw.rt_lyon_transform_new(m11, m12, m21, m22, tx, ty);
    }

    /**
     * The six numbers of a transform.
     *
     * On failure: m11 0.0, m12 0.0, m21 0.0, m22 0.0, tx 0.0, ty 0.0.
     */
    public static TransformMatrix rt_lyon_transform_get(long transform) {
        return TransformMatrix.of(Raw.rt_lyon_transform_get(transform));
    }

    /**
     * The transform that undoes another. Fails where there is none: for a transform that flattens the plane.
     *
     * On failure: 0.
     */
    public static long rt_lyon_transform_inverse(long transform) {
        return Raw.rt_lyon_transform_inverse(transform);
    }

    /**
     * Where a transform takes a point.
     *
     * On failure: x 0.0, y 0.0.
     */
    public static TransformedPoint rt_lyon_transform_apply(long transform, double x, double y) {
        return TransformedPoint.of(Raw.rt_lyon_transform_apply(transform, x, y));
    }

    /**
     * A path builder: freed by `close()`, or when Java forgets it.
     */
    public static final class PathBuilder extends NativeObject {
        private PathBuilder(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_lyon_path_builder_free(own)));
        }

        static PathBuilder wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new PathBuilder(handle, parent, owned);
        }

        /**
         * A new, empty path builder. Free it with `rt_lyon_path_builder_free`, or turn it into a path with
         * `rt_lyon_path_builder_build`, which frees it too.
         */
        public static LyonLibrary.PathBuilder create() {
            var result = Raw.rt_lyon_path_builder_new();
            return LyonLibrary.PathBuilder.wrap(result, null, true);
        }

        /**
         * Begins a subpath at a point. A subpath that is still open ends there, unclosed. Coordinates go from -1e30
         * to 1e30, here and everywhere.
         *
         * On failure: false.
         */
        public boolean begin(double x, double y) {
            var result = Raw.rt_lyon_path_builder_begin(handle(), x, y);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * A line to a point. Fails where no subpath is open.
         *
         * On failure: false.
         */
        public boolean lineTo(double x, double y) {
            var result = Raw.rt_lyon_path_builder_line_to(handle(), x, y);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * A quadratic Bézier curve to a point. Fails where no subpath is open.
         *
         * On failure: false.
         */
        public boolean quadraticBezierTo(double ctrl_x, double ctrl_y, double to_x, double to_y) {
            var result = Raw.rt_lyon_path_builder_quadratic_bezier_to(handle(), ctrl_x, ctrl_y, to_x, to_y);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * A cubic Bézier curve to a point. Fails where no subpath is open.
         *
         * On failure: false.
         */
        public boolean cubicBezierTo(double ctrl1_x, double ctrl1_y, double ctrl2_x, double ctrl2_y, double to_x, double to_y) {
            var result = Raw.rt_lyon_path_builder_cubic_bezier_to(handle(), ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y);
            NativeObject.keep(this);
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
        public boolean arcTo(double center_x, double center_y, double radius, double start_angle, double sweep_angle) {
            var result = Raw.rt_lyon_path_builder_arc_to(handle(), center_x, center_y, radius, start_angle, sweep_angle);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Closes the open subpath with a line back to its start. Fails where no subpath is open.
         *
         * On failure: false.
         */
        public boolean pathBuilderClose() {
            var result = Raw.rt_lyon_path_builder_close(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Ends the open subpath, unclosed, and makes the path. Frees the builder.
         *
         * On failure: 0.
         */
        public LyonLibrary.Path build() {
            var result = Raw.rt_lyon_path_builder_build(handle());
            NativeObject.keep(this);
            if (result == 0) check();
            forget();
            return LyonLibrary.Path.wrap(result, null, true);
        }

        /**
         * Adds all subpaths of a path. A subpath that is still open ends there, unclosed, and none is open afterwards.
         */
        public void addPath(LyonLibrary.Path path) {
            rt_lyon_clear_error();
            Raw.rt_lyon_path_builder_add_path(handle(), NativeObject.number(path));
            NativeObject.keep(this);
            NativeObject.keep(path);
            check();
        }
    }

    /**
     * A path: freed by `close()`, or when Java forgets it.
     */
    public static final class Path extends NativeObject {
        private Path(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_lyon_path_free(own)));
        }

        static Path wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new Path(handle, parent, owned);
        }

        /**
         * A rectangle with corners at (x, y) and (x + width, y + height), drawn from x towards x + width first.
         * Fails where width or height is below 0.
         *
         * On failure: 0.
         */
        public static LyonLibrary.Path rectangle(double x, double y, double width, double height) {
            var result = Raw.rt_lyon_path_rectangle(x, y, width, height);
            if (result == 0) check();
            return LyonLibrary.Path.wrap(result, null, true);
        }

        /**
         * A rectangle whose corners are quarter circles. A radius of more than half the width or height counts as
         * that half. Fails where width, height or radius is below 0.
         *
         * On failure: 0.
         */
        public static LyonLibrary.Path roundedRectangle(double x, double y, double width, double height, double radius) {
            var result = Raw.rt_lyon_path_rounded_rectangle(x, y, width, height, radius);
            if (result == 0) check();
            return LyonLibrary.Path.wrap(result, null, true);
        }

        /**
         * A circle, drawn from its rightmost point towards growing y. Within 7e-8 of its radius of the true circle.
         * Fails where the radius is below 0.
         *
         * On failure: 0.
         */
        public static LyonLibrary.Path circle(double center_x, double center_y, double radius) {
            var result = Raw.rt_lyon_path_circle(center_x, center_y, radius);
            if (result == 0) check();
            return LyonLibrary.Path.wrap(result, null, true);
        }

        /**
         * An ellipse with axes along x and y, drawn like a circle. Fails where a radius is below 0.
         *
         * On failure: 0.
         */
        public static LyonLibrary.Path ellipse(double center_x, double center_y, double radius_x, double radius_y) {
            var result = Raw.rt_lyon_path_ellipse(center_x, center_y, radius_x, radius_y);
            if (result == 0) check();
            return LyonLibrary.Path.wrap(result, null, true);
        }

        /**
         * A closed polygon through `num_points` points, given as x, y pairs in `points`; further numbers are not
         * looked at. Fails for fewer than 3 points, and where `points` holds fewer than 2 · num_points numbers.
         *
         * On failure: 0.
         */
        public static LyonLibrary.Path polygon(double[] points, long num_points) {
            var result = Raw.rt_lyon_path_polygon(points, num_points);
            if (result == 0) check();
            return LyonLibrary.Path.wrap(result, null, true);
        }

        /**
         * A star with `num_points` tips (3 to 1,000,000) at `outer_radius` and as many notches at `inner_radius`,
         * evenly spaced. The first tip is at (center_x, center_y − outer_radius): upwards where y grows downwards.
         * Its area is num_points · inner_radius · outer_radius · sin(π / num_points). Fails where a radius is
         * below 0.
         *
         * On failure: 0.
         */
        public static LyonLibrary.Path star(double center_x, double center_y, double inner_radius, double outer_radius, long num_points) {
            var result = Raw.rt_lyon_path_star(center_x, center_y, inner_radius, outer_radius, num_points);
            if (result == 0) check();
            return LyonLibrary.Path.wrap(result, null, true);
        }

        /**
         * The path that SVG path data describes (the `d` of a `&lt;path>`): all commands, absolute and relative. The empty
         * text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.
         *
         * On failure: 0.
         */
        public static LyonLibrary.Path fromSvg(String d) {
            var result = Raw.rt_lyon_path_from_svg(Convert.utf8(d));
            if (result == 0) check();
            return LyonLibrary.Path.wrap(result, null, true);
        }

        /**
         * The exact extent of the path's lines and curves; control points that the curves do not reach do not
         * count. Fails for a path without points.
         *
         * On failure: min_x 0.0, min_y 0.0, max_x 0.0, max_y 0.0.
         */
        public PathBounds getBounds() {
            var result = PathBounds.of(Raw.rt_lyon_path_get_bounds(handle()));
            NativeObject.keep(this);
            if (result.min_x() == 0.0 && result.min_y() == 0.0 && result.max_x() == 0.0 && result.max_y() == 0.0) check();
            return result;
        }

        /**
         * Whether a point lies inside the path, by the non-zero rule; open subpaths count as closed. Exact for
         * curves too. A point on the outline itself may be either.
         *
         * On failure: false.
         */
        public boolean containsPoint(double x, double y) {
            var result = Raw.rt_lyon_path_contains_point(handle(), x, y);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The path with each point moved: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty. Fails where a coordinate
         * would leave -1e30 to 1e30.
         *
         * On failure: 0.
         */
        public LyonLibrary.Path transform(double m11, double m12, double m21, double m22, double tx, double ty) {
            var result = Raw.rt_lyon_path_transform(handle(), m11, m12, m21, m22, tx, ty);
            NativeObject.keep(this);
            if (result == 0) check();
            return LyonLibrary.Path.wrap(result, null, true);
        }

        /**
         * Triangles that fill a path by the even-odd rule; open subpaths count as closed. `tolerance` is how far a
         * triangle's edge may lie from the curve it stands for, in the path's units. Vertices are 32-bit numbers
         * relative to the path's own place and size: to about 1e-7 of its extent. Fails for a tolerance that is not
         * above 0, or so small that the curves would take more than 1,048,576 lines.
         *
         * On failure: 0.
         */
        public LyonLibrary.FillTessellation fillTessellate(double tolerance) {
            var result = Raw.rt_lyon_fill_tessellate(handle(), tolerance);
            NativeObject.keep(this);
            if (result == 0) check();
            return LyonLibrary.FillTessellation.wrap(result, null, true);
        }

        /**
         * The same by a fill rule: even-odd 0, non-zero 1.
         *
         * On failure: 0.
         */
        public LyonLibrary.FillTessellation fillTessellateWithRule(double tolerance, long fill_rule) {
            var result = Raw.rt_lyon_fill_tessellate_with_rule(handle(), tolerance, fill_rule);
            NativeObject.keep(this);
            if (result == 0) check();
            return LyonLibrary.FillTessellation.wrap(result, null, true);
        }

        /**
         * Triangles that stroke a path with a line of this width, with butt caps, miter joins and a miter limit of 4.
         * `tolerance` is how far the middle of the stroke may lie from the curve, and a round cap's or join's edge from
         * its circle. Triangles may overlap where the path turns sharply or crosses itself. A width of 0 gives no
         * triangles; one below 0, or below 1e-7 of the path's extent, fails, and so does a tolerance as for filling.
         *
         * On failure: 0.
         */
        public LyonLibrary.StrokeTessellation strokeTessellate(double width, double tolerance) {
            var result = Raw.rt_lyon_stroke_tessellate(handle(), width, tolerance);
            NativeObject.keep(this);
            if (result == 0) check();
            return LyonLibrary.StrokeTessellation.wrap(result, null, true);
        }

        /**
         * The same with options, a JSON object: `line_cap` "butt", "square" or "round"; `line_join` "miter", "round" or
         * "bevel"; `miter_limit` from 1 to 1000000, SVG's: a join whose length, from its inner corner to its tip, is
         * more line widths than that becomes a bevel. An unknown key or value fails, and last error names it. `{}` changes nothing.
         *
         * On failure: 0.
         */
        public LyonLibrary.StrokeTessellation strokeTessellateWithOptions(double width, double tolerance, String options_json) {
            var result = Raw.rt_lyon_stroke_tessellate_with_options(handle(), width, tolerance, Convert.utf8(options_json));
            NativeObject.keep(this);
            if (result == 0) check();
            return LyonLibrary.StrokeTessellation.wrap(result, null, true);
        }

        /**
         * A new picture, transparent but for the path filled with a colour (0xRRGGBBAA) by a fill rule (even-odd 0,
         * non-zero 1). The path's coordinates are pixels. Width and height are 1 to 32,768.
         *
         * On failure: [].
         */
        public byte[] rasterize(long fill_rule, long color, long width, long height) {
            var result = Raw.rt_lyon_path_rasterize(handle(), fill_rule, color, width, height);
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * The same with a transform: `rt_lyon_path_transform` with the six numbers that `rt_lyon_transform_get` gives.
         *
         * On failure: 0.
         */
        public LyonLibrary.Path applyTransform(LyonLibrary.Transform transform) {
            var result = Raw.rt_lyon_path_apply_transform(handle(), NativeObject.number(transform));
            NativeObject.keep(this);
            NativeObject.keep(transform);
            if (result == 0) check();
            return LyonLibrary.Path.wrap(result, null, true);
        }

        /**
         * Whether a point lies inside the path by a fill rule: even-odd 0, non-zero 1.
         *
         * On failure: false.
         */
        public boolean containsPointWithRule(double x, double y, long fill_rule) {
            var result = Raw.rt_lyon_path_contains_point_with_rule(handle(), x, y, fill_rule);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The length of all subpaths together; a closed one's closing line counts. To about 1e-9 of the length.
         *
         * On failure: 0.0.
         */
        public double length() {
            var result = Raw.rt_lyon_path_length(handle());
            NativeObject.keep(this);
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
        public PathPoint pointAt(double distance) {
            var result = PathPoint.of(Raw.rt_lyon_path_point_at(handle(), distance));
            NativeObject.keep(this);
            if (result.x() == 0.0 && result.y() == 0.0 && result.tangent_x() == 0.0 && result.tangent_y() == 0.0) check();
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
        public LyonLibrary.Path dash(double[] pattern, double offset) {
            var result = Raw.rt_lyon_path_dash(handle(), pattern, offset);
            NativeObject.keep(this);
            if (result == 0) check();
            return LyonLibrary.Path.wrap(result, null, true);
        }

        /**
         * The path as SVG path data, in absolute M, L, Q, C and Z. Read back, it gives the same path, bit for bit.
         *
         * On failure: "".
         */
        public String toSvg() {
            var result = Convert.text(Raw.rt_lyon_path_to_svg(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * Whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
         * tolerance of a hundredth of the width. For many points, make the tessellation once.
         *
         * On failure: false.
         */
        public boolean strokeContainsPoint(double width, String options_json, double x, double y) {
            var result = Raw.rt_lyon_path_stroke_contains_point(handle(), width, Convert.utf8(options_json), x, y);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }
    }

    /**
     * A fill tessellation: freed by `close()`, or when Java forgets it.
     */
    public static final class FillTessellation extends NativeObject {
        private FillTessellation(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_lyon_fill_tessellation_free(own)));
        }

        static FillTessellation wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new FillTessellation(handle, parent, owned);
        }

        /**
         * The vertices, as a buffer of its own to be freed. Nothing is copied.
         *
         * On failure: 0.
         */
        public LyonLibrary.VertexBuffer getVertices() {
            var result = Raw.rt_lyon_fill_tessellation_get_vertices(handle());
            NativeObject.keep(this);
            if (result == 0) check();
            return LyonLibrary.VertexBuffer.wrap(result, null, true);
        }

        /**
         * The indices, as a buffer of its own to be freed. Nothing is copied.
         *
         * On failure: 0.
         */
        public LyonLibrary.IndexBuffer getIndices() {
            var result = Raw.rt_lyon_fill_tessellation_get_indices(handle());
            NativeObject.keep(this);
            if (result == 0) check();
            return LyonLibrary.IndexBuffer.wrap(result, null, true);
        }

        /**
         * How many vertices there are.
         *
         * On failure: -1.
         */
        public long vertexCount() {
            var result = Raw.rt_lyon_fill_tessellation_vertex_count(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * How many indices there are: 3 for each triangle.
         *
         * On failure: -1.
         */
        public long indexCount() {
            var result = Raw.rt_lyon_fill_tessellation_index_count(handle());
            NativeObject.keep(this);
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
        public boolean draw(LyonLibrary.Transform transform, long color, byte[] pixels, long width, long height) {
            var result = Raw.rt_lyon_fill_tessellation_draw(handle(), NativeObject.number(transform), color, pixels, width, height);
            NativeObject.keep(this);
            NativeObject.keep(transform);
            if (!result) check();
            return result;
        }

        /**
         * Whether a point lies in one of the triangles.
         *
         * On failure: false.
         */
        public boolean containsPoint(double x, double y) {
            var result = Raw.rt_lyon_fill_tessellation_contains_point(handle(), x, y);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }
    }

    /**
     * A vertex buffer: freed by `close()`, or when Java forgets it.
     */
    public static final class VertexBuffer extends NativeObject {
        private VertexBuffer(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_lyon_vertex_buffer_free(own)));
        }

        static VertexBuffer wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new VertexBuffer(handle, parent, owned);
        }

        /**
         * Where a vertex is. Fails where there is no vertex of that index, which counts from 0.
         *
         * On failure: x 0.0, y 0.0.
         */
        public VertexPosition getPosition(long index) {
            var result = VertexPosition.of(Raw.rt_lyon_vertex_buffer_get_position(handle(), index));
            NativeObject.keep(this);
            if (result.x() == 0.0 && result.y() == 0.0) check();
            return result;
        }

        /**
         * The normal of a vertex of a stroke: how far it lies from the middle of the stroke, in half line widths (1 on
         * a straight edge, more on a miter). Zeros for a fill. Fails where there is no vertex of that index.
         *
         * On failure: x 0.0, y 0.0.
         */
        public VertexNormal getNormal(long index) {
            var result = VertexNormal.of(Raw.rt_lyon_vertex_buffer_get_normal(handle(), index));
            NativeObject.keep(this);
            if (result.x() == 0.0 && result.y() == 0.0) check();
            return result;
        }

        /**
         * How many vertices there are.
         *
         * On failure: -1.
         */
        public long size() {
            var result = Raw.rt_lyon_vertex_buffer_size(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * All vertices: x, y, normal_x, normal_y for each.
         *
         * On failure: [].
         */
        public double[] toArray() {
            var result = Raw.rt_lyon_vertex_buffer_to_array(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * All vertices as a GPU takes them: 16 bytes each, four 32-bit floats in the machine's byte order: x, y,
         * normal_x, normal_y.
         *
         * On failure: [].
         */
        public byte[] bytes() {
            var result = Raw.rt_lyon_vertex_buffer_bytes(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * Writes the bytes of `rt_lyon_vertex_buffer_bytes` into memory of the caller's, a mapped GPU buffer say, and
         * returns how many. Fails, and writes nothing, where it is smaller than 16 bytes for each vertex.
         *
         * On failure: -1.
         */
        public long write(byte[] out) {
            var result = Raw.rt_lyon_vertex_buffer_write(handle(), out);
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }
    }

    /**
     * A index buffer: freed by `close()`, or when Java forgets it.
     */
    public static final class IndexBuffer extends NativeObject {
        private IndexBuffer(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_lyon_index_buffer_free(own)));
        }

        static IndexBuffer wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new IndexBuffer(handle, parent, owned);
        }

        /**
         * The index of a triangle's corner among the vertices: items 3·n to 3·n + 2 are triangle n. Fails where
         * there is no item of that index.
         *
         * On failure: -1.
         */
        public long get(long index) {
            var result = Raw.rt_lyon_index_buffer_get(handle(), index);
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * How many indices there are: 3 for each triangle.
         *
         * On failure: -1.
         */
        public long size() {
            var result = Raw.rt_lyon_index_buffer_size(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * All indices, 3 for each triangle.
         *
         * On failure: [].
         */
        public long[] toArray() {
            var result = Raw.rt_lyon_index_buffer_to_array(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * All indices as a GPU takes them: 4 bytes each, unsigned 32-bit integers in the machine's byte order.
         *
         * On failure: [].
         */
        public byte[] bytes() {
            var result = Raw.rt_lyon_index_buffer_bytes(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * Writes the bytes of `rt_lyon_index_buffer_bytes` into memory of the caller's and returns how many. Fails, and
         * writes nothing, where it is smaller than 4 bytes for each index.
         *
         * On failure: -1.
         */
        public long write(byte[] out) {
            var result = Raw.rt_lyon_index_buffer_write(handle(), out);
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }
    }

    /**
     * A stroke tessellation: freed by `close()`, or when Java forgets it.
     */
    public static final class StrokeTessellation extends NativeObject {
        private StrokeTessellation(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_lyon_stroke_tessellation_free(own)));
        }

        static StrokeTessellation wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new StrokeTessellation(handle, parent, owned);
        }

        /**
         * The vertices, as a buffer of its own to be freed. Nothing is copied.
         *
         * On failure: 0.
         */
        public LyonLibrary.VertexBuffer getVertices() {
            var result = Raw.rt_lyon_stroke_tessellation_get_vertices(handle());
            NativeObject.keep(this);
            if (result == 0) check();
            return LyonLibrary.VertexBuffer.wrap(result, null, true);
        }

        /**
         * The indices, as a buffer of its own to be freed. Nothing is copied.
         *
         * On failure: 0.
         */
        public LyonLibrary.IndexBuffer getIndices() {
            var result = Raw.rt_lyon_stroke_tessellation_get_indices(handle());
            NativeObject.keep(this);
            if (result == 0) check();
            return LyonLibrary.IndexBuffer.wrap(result, null, true);
        }

        /**
         * How many vertices there are.
         *
         * On failure: -1.
         */
        public long vertexCount() {
            var result = Raw.rt_lyon_stroke_tessellation_vertex_count(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * How many indices there are: 3 for each triangle.
         *
         * On failure: -1.
         */
        public long indexCount() {
            var result = Raw.rt_lyon_stroke_tessellation_index_count(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * Lays a stroked path over a picture, as `rt_lyon_fill_tessellation_draw` does a filled one. Where triangles
         * overlap, the colour is laid once.
         *
         * On failure: false.
         */
        public boolean draw(LyonLibrary.Transform transform, long color, byte[] pixels, long width, long height) {
            var result = Raw.rt_lyon_stroke_tessellation_draw(handle(), NativeObject.number(transform), color, pixels, width, height);
            NativeObject.keep(this);
            NativeObject.keep(transform);
            if (!result) check();
            return result;
        }

        /**
         * Whether a point lies in one of the triangles.
         *
         * On failure: false.
         */
        public boolean containsPoint(double x, double y) {
            var result = Raw.rt_lyon_stroke_tessellation_contains_point(handle(), x, y);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }
    }

    /**
     * A transform: freed by `close()`, or when Java forgets it.
     */
    public static final class Transform extends NativeObject {
        private Transform(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_lyon_transform_free(own)));
        }

        static Transform wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new Transform(handle, parent, owned);
        }

        /**
         * The transform that changes nothing.
         */
        public static LyonLibrary.Transform identity() {
            var result = Raw.rt_lyon_transform_identity();
            return LyonLibrary.Transform.wrap(result, null, true);
        }

        /**
         * A shift by (tx, ty).
         *
         * On failure: 0.
         */
        public static LyonLibrary.Transform translate(double tx, double ty) {
            var result = Raw.rt_lyon_transform_translate(tx, ty);
            if (result == 0) check();
            return LyonLibrary.Transform.wrap(result, null, true);
        }

        /**
         * A turn around the origin, in radians, from the direction of x towards that of y: a positive angle turns
         * (1, 0) towards (0, 1).
         *
         * On failure: 0.
         */
        public static LyonLibrary.Transform rotate(double angle) {
            var result = Raw.rt_lyon_transform_rotate(angle);
            if (result == 0) check();
            return LyonLibrary.Transform.wrap(result, null, true);
        }

        /**
         * Multiplies x by sx and y by sy; negative factors mirror.
         *
         * On failure: 0.
         */
        public static LyonLibrary.Transform scale(double sx, double sy) {
            var result = Raw.rt_lyon_transform_scale(sx, sy);
            if (result == 0) check();
            return LyonLibrary.Transform.wrap(result, null, true);
        }

        /**
         * The transform with these six numbers: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
         *
         * On failure: 0.
         */
        public static LyonLibrary.Transform create(double m11, double m12, double m21, double m22, double tx, double ty) {
            var result = Raw.rt_lyon_transform_new(m11, m12, m21, m22, tx, ty);
            if (result == 0) check();
            return LyonLibrary.Transform.wrap(result, null, true);
        }

        /**
         * The transform that does t1 first and then t2.
         *
         * On failure: 0.
         */
        public LyonLibrary.Transform multiply(LyonLibrary.Transform t2) {
            var result = Raw.rt_lyon_transform_multiply(handle(), NativeObject.number(t2));
            NativeObject.keep(this);
            NativeObject.keep(t2);
            if (result == 0) check();
            return LyonLibrary.Transform.wrap(result, null, true);
        }

        /**
         * The six numbers of a transform.
         *
         * On failure: m11 0.0, m12 0.0, m21 0.0, m22 0.0, tx 0.0, ty 0.0.
         */
        public TransformMatrix get() {
            var result = TransformMatrix.of(Raw.rt_lyon_transform_get(handle()));
            NativeObject.keep(this);
            if (result.m11() == 0.0 && result.m12() == 0.0 && result.m21() == 0.0 && result.m22() == 0.0 && result.tx() == 0.0 && result.ty() == 0.0) check();
            return result;
        }

        /**
         * The transform that undoes another. Fails where there is none: for a transform that flattens the plane.
         *
         * On failure: 0.
         */
        public LyonLibrary.Transform inverse() {
            var result = Raw.rt_lyon_transform_inverse(handle());
            NativeObject.keep(this);
            if (result == 0) check();
            return LyonLibrary.Transform.wrap(result, null, true);
        }

        /**
         * Where a transform takes a point.
         *
         * On failure: x 0.0, y 0.0.
         */
        public TransformedPoint apply(double x, double y) {
            var result = TransformedPoint.of(Raw.rt_lyon_transform_apply(handle(), x, y));
            NativeObject.keep(this);
            if (result.x() == 0.0 && result.y() == 0.0) check();
            return result;
        }
    }

    /**
     * A animation: freed by `close()`, or when Java forgets it.
     */
    public static final class Animation extends NativeObject {
        private Animation(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_lyon_animation_free(own)));
        }

        static Animation wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new Animation(handle, parent, owned);
        }

        /**
         * Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
         * milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
         * `rt_lyon_animation_finish`. A file that is there already is replaced.
         *
         * On failure: 0.
         */
        public static LyonLibrary.Animation create(String file, long width, long height, long frames, long frame_ms) {
            var result = Raw.rt_lyon_animation_new(Convert.utf8(file), width, height, frames, frame_ms);
            if (result == 0) check();
            return LyonLibrary.Animation.wrap(result, null, true);
        }

        /**
         * Adds the next frame: width · height · 4 bytes, as for `rt_lyon_png_save`. Fails where all frames are there.
         *
         * On failure: false.
         */
        public boolean addFrame(byte[] pixels) {
            var result = Raw.rt_lyon_animation_add_frame(handle(), pixels);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Completes the file and frees the animation. Fails, and removes the file, where frames are missing or it
         * cannot be written.
         *
         * On failure: false.
         */
        public boolean finish() {
            var result = Raw.rt_lyon_animation_finish(handle());
            NativeObject.keep(this);
            if (!result) check();
            forget();
            return result;
        }
    }
}
