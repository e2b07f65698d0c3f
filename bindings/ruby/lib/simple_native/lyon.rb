# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

module SimpleNative
  # 2D paths: made, measured, tessellated into triangles for a GPU, drawn into pictures, and saved.
  #
  # Coordinates are 64-bit floats and no particular way up: where y grows downwards, as on a screen, a positive
  # angle turns clockwise. Angles are in radians. Lengths, radii and tolerances are in the path's own units.
  module Lyon
    extend Library
    self.library = "lyon"

    # A box with sides along x and y.
    PathBounds = Runtime.structure(32, "@0d@8d@16d@24d", [:f64, :f64, :f64, :f64], :min_x, :min_y, :max_x, :max_y)

    # Where a vertex is.
    VertexPosition = Runtime.structure(16, "@0d@8d", [:f64, :f64], :x, :y)

    # The normal of a vertex.
    VertexNormal = Runtime.structure(16, "@0d@8d", [:f64, :f64], :x, :y)

    # A place along a path and the direction the path has there.
    PathPoint = Runtime.structure(32, "@0d@8d@16d@24d", [:f64, :f64, :f64, :f64], :x, :y, :tangent_x, :tangent_y)

    # The six numbers of a transform: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
    TransformMatrix = Runtime.structure(48, "@0d@8d@16d@24d@32d@40d", [:f64, :f64, :f64, :f64, :f64, :f64], :m11, :m12, :m21, :m22, :tx, :ty)

    # A point.
    TransformedPoint = Runtime.structure(16, "@0d@8d", [:f64, :f64], :x, :y)

    RT_LYON_PATH_BUILDER_NEW = declare("rt_lyon_path_builder_new", [], I64)
    # A new, empty path builder. Free it with `rt_lyon_path_builder_free`, or turn it into a path with
    # `rt_lyon_path_builder_build`, which frees it too.
    def self.rt_lyon_path_builder_new() = RT_LYON_PATH_BUILDER_NEW.call()

    RT_LYON_PATH_BUILDER_FREE = declare("rt_lyon_path_builder_free", [I64], BOOL)
    # Frees a path builder, and what was drawn with it.
    #
    # On failure: false.
    def self.rt_lyon_path_builder_free(builder) = RT_LYON_PATH_BUILDER_FREE.call(Runtime.integer(builder)) != 0

    RT_LYON_PATH_BUILDER_BEGIN = declare("rt_lyon_path_builder_begin", [I64, F64, F64], BOOL)
    # Begins a subpath at a point. A subpath that is still open ends there, unclosed. Coordinates go from -1e30
    # to 1e30, here and everywhere.
    #
    # On failure: false.
    def self.rt_lyon_path_builder_begin(builder, x, y) = RT_LYON_PATH_BUILDER_BEGIN.call(Runtime.integer(builder), x, y) != 0

    RT_LYON_PATH_BUILDER_LINE_TO = declare("rt_lyon_path_builder_line_to", [I64, F64, F64], BOOL)
    # A line to a point. Fails where no subpath is open.
    #
    # On failure: false.
    def self.rt_lyon_path_builder_line_to(builder, x, y) = RT_LYON_PATH_BUILDER_LINE_TO.call(Runtime.integer(builder), x, y) != 0

    RT_LYON_PATH_BUILDER_QUADRATIC_BEZIER_TO = declare("rt_lyon_path_builder_quadratic_bezier_to", [I64, F64, F64, F64, F64], BOOL)
    # A quadratic Bézier curve to a point. Fails where no subpath is open.
    #
    # On failure: false.
    def self.rt_lyon_path_builder_quadratic_bezier_to(builder, ctrl_x, ctrl_y, to_x, to_y) = RT_LYON_PATH_BUILDER_QUADRATIC_BEZIER_TO.call(Runtime.integer(builder), ctrl_x, ctrl_y, to_x, to_y) != 0

    RT_LYON_PATH_BUILDER_CUBIC_BEZIER_TO = declare("rt_lyon_path_builder_cubic_bezier_to", [I64, F64, F64, F64, F64, F64, F64], BOOL)
    # A cubic Bézier curve to a point. Fails where no subpath is open.
    #
    # On failure: false.
    def self.rt_lyon_path_builder_cubic_bezier_to(builder, ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y) = RT_LYON_PATH_BUILDER_CUBIC_BEZIER_TO.call(Runtime.integer(builder), ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y) != 0

    RT_LYON_PATH_BUILDER_ARC_TO = declare("rt_lyon_path_builder_arc_to", [I64, F64, F64, F64, F64, F64], BOOL)
    # An arc of a circle around a centre: a line to its start where the subpath ends elsewhere, then the arc.
    # Angles in radians, from the direction of x towards that of y; a negative sweep turns the other way, and
    # one beyond 2π goes round more than once (1,000 times at most). Within 7e-8 of the radius of the true
    # circle. Fails where no subpath is open or the radius is below 0.
    #
    # On failure: false.
    def self.rt_lyon_path_builder_arc_to(builder, center_x, center_y, radius, start_angle, sweep_angle) = RT_LYON_PATH_BUILDER_ARC_TO.call(Runtime.integer(builder), center_x, center_y, radius, start_angle, sweep_angle) != 0

    RT_LYON_PATH_BUILDER_CLOSE = declare("rt_lyon_path_builder_close", [I64], BOOL)
    # Closes the open subpath with a line back to its start. Fails where no subpath is open.
    #
    # On failure: false.
    def self.rt_lyon_path_builder_close(builder) = RT_LYON_PATH_BUILDER_CLOSE.call(Runtime.integer(builder)) != 0

    RT_LYON_PATH_BUILDER_BUILD = declare("rt_lyon_path_builder_build", [I64], I64)
    # Ends the open subpath, unclosed, and makes the path. Frees the builder.
    #
    # On failure: 0.
    def self.rt_lyon_path_builder_build(builder) = RT_LYON_PATH_BUILDER_BUILD.call(Runtime.integer(builder))

    RT_LYON_PATH_FREE = declare("rt_lyon_path_free", [I64], BOOL)
    # Frees a path.
    #
    # On failure: false.
    def self.rt_lyon_path_free(path) = RT_LYON_PATH_FREE.call(Runtime.integer(path)) != 0

    RT_LYON_PATH_GET_BOUNDS = declare("rt_lyon_path_get_bounds", [I64], PathBounds)
    # The exact extent of the path's lines and curves; control points that the curves do not reach do not
    # count. Fails for a path without points.
    #
    # On failure: min_x 0.0, min_y 0.0, max_x 0.0, max_y 0.0.
    def self.rt_lyon_path_get_bounds(path) = RT_LYON_PATH_GET_BOUNDS.call(Runtime.integer(path))

    RT_LYON_PATH_CONTAINS_POINT = declare("rt_lyon_path_contains_point", [I64, F64, F64], BOOL)
    # Whether a point lies inside the path, by the non-zero rule; open subpaths count as closed. Exact for
    # curves too. A point on the outline itself may be either.
    #
    # On failure: false.
    def self.rt_lyon_path_contains_point(path, x, y) = RT_LYON_PATH_CONTAINS_POINT.call(Runtime.integer(path), x, y) != 0

    RT_LYON_PATH_TRANSFORM = declare("rt_lyon_path_transform", [I64, F64, F64, F64, F64, F64, F64], I64)
    # The path with each point moved: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty. Fails where a coordinate
    # would leave -1e30 to 1e30.
    #
    # On failure: 0.
    def self.rt_lyon_path_transform(path, m11, m12, m21, m22, tx, ty) = RT_LYON_PATH_TRANSFORM.call(Runtime.integer(path), m11, m12, m21, m22, tx, ty)

    RT_LYON_PATH_RECTANGLE = declare("rt_lyon_path_rectangle", [F64, F64, F64, F64], I64)
    # A rectangle with corners at (x, y) and (x + width, y + height), drawn from x towards x + width first.
    # Fails where width or height is below 0.
    #
    # On failure: 0.
    def self.rt_lyon_path_rectangle(x, y, width, height) = RT_LYON_PATH_RECTANGLE.call(x, y, width, height)

    RT_LYON_PATH_ROUNDED_RECTANGLE = declare("rt_lyon_path_rounded_rectangle", [F64, F64, F64, F64, F64], I64)
    # A rectangle whose corners are quarter circles. A radius of more than half the width or height counts as
    # that half. Fails where width, height or radius is below 0.
    #
    # On failure: 0.
    def self.rt_lyon_path_rounded_rectangle(x, y, width, height, radius) = RT_LYON_PATH_ROUNDED_RECTANGLE.call(x, y, width, height, radius)

    RT_LYON_PATH_CIRCLE = declare("rt_lyon_path_circle", [F64, F64, F64], I64)
    # A circle, drawn from its rightmost point towards growing y. Within 7e-8 of its radius of the true circle.
    # Fails where the radius is below 0.
    #
    # On failure: 0.
    def self.rt_lyon_path_circle(center_x, center_y, radius) = RT_LYON_PATH_CIRCLE.call(center_x, center_y, radius)

    RT_LYON_PATH_ELLIPSE = declare("rt_lyon_path_ellipse", [F64, F64, F64, F64], I64)
    # An ellipse with axes along x and y, drawn like a circle. Fails where a radius is below 0.
    #
    # On failure: 0.
    def self.rt_lyon_path_ellipse(center_x, center_y, radius_x, radius_y) = RT_LYON_PATH_ELLIPSE.call(center_x, center_y, radius_x, radius_y)

    RT_LYON_PATH_POLYGON = declare("rt_lyon_path_polygon", [PTR, I64, I64], I64)
    # A closed polygon through `num_points` points, given as x, y pairs in `points`; further numbers are not
    # looked at. Fails for fewer than 3 points, and where `points` holds fewer than 2 · num_points numbers.
    #
    # On failure: 0.
    def self.rt_lyon_path_polygon(points, num_points) = RT_LYON_PATH_POLYGON.call(*Runtime.floats(points), Runtime.integer(num_points))

    RT_LYON_PATH_STAR = declare("rt_lyon_path_star", [F64, F64, F64, F64, I64], I64)
    # A star with `num_points` tips (3 to 1,000,000) at `outer_radius` and as many notches at `inner_radius`,
    # evenly spaced. The first tip is at (center_x, center_y − outer_radius): upwards where y grows downwards.
    # Its area is num_points · inner_radius · outer_radius · sin(π / num_points). Fails where a radius is
    # below 0.
    #
    # On failure: 0.
    def self.rt_lyon_path_star(center_x, center_y, inner_radius, outer_radius, num_points) = RT_LYON_PATH_STAR.call(center_x, center_y, inner_radius, outer_radius, Runtime.integer(num_points))

    RT_LYON_FILL_TESSELLATE = declare("rt_lyon_fill_tessellate", [I64, F64], I64)
    # Triangles that fill a path by the even-odd rule; open subpaths count as closed. `tolerance` is how far a
    # triangle's edge may lie from the curve it stands for, in the path's units. Vertices are 32-bit numbers
    # relative to the path's own place and size: to about 1e-7 of its extent. Fails for a tolerance that is not
    # above 0, or so small that the curves would take more than 1,048,576 lines.
    #
    # On failure: 0.
    def self.rt_lyon_fill_tessellate(path, tolerance) = RT_LYON_FILL_TESSELLATE.call(Runtime.integer(path), tolerance)

    RT_LYON_FILL_TESSELLATE_WITH_RULE = declare("rt_lyon_fill_tessellate_with_rule", [I64, F64, I64], I64)
    # The same by a fill rule: even-odd 0, non-zero 1.
    #
    # On failure: 0.
    def self.rt_lyon_fill_tessellate_with_rule(path, tolerance, fill_rule) = RT_LYON_FILL_TESSELLATE_WITH_RULE.call(Runtime.integer(path), tolerance, Runtime.integer(fill_rule))

    RT_LYON_FILL_TESSELLATION_FREE = declare("rt_lyon_fill_tessellation_free", [I64], BOOL)
    # Frees a tessellation. Buffers got from it stay valid.
    #
    # On failure: false.
    def self.rt_lyon_fill_tessellation_free(tess) = RT_LYON_FILL_TESSELLATION_FREE.call(Runtime.integer(tess)) != 0

    RT_LYON_FILL_TESSELLATION_GET_VERTICES = declare("rt_lyon_fill_tessellation_get_vertices", [I64], I64)
    # The vertices, as a buffer of its own to be freed. Nothing is copied.
    #
    # On failure: 0.
    def self.rt_lyon_fill_tessellation_get_vertices(tess) = RT_LYON_FILL_TESSELLATION_GET_VERTICES.call(Runtime.integer(tess))

    RT_LYON_FILL_TESSELLATION_GET_INDICES = declare("rt_lyon_fill_tessellation_get_indices", [I64], I64)
    # The indices, as a buffer of its own to be freed. Nothing is copied.
    #
    # On failure: 0.
    def self.rt_lyon_fill_tessellation_get_indices(tess) = RT_LYON_FILL_TESSELLATION_GET_INDICES.call(Runtime.integer(tess))

    RT_LYON_FILL_TESSELLATION_VERTEX_COUNT = declare("rt_lyon_fill_tessellation_vertex_count", [I64], I64)
    # How many vertices there are.
    #
    # On failure: -1.
    def self.rt_lyon_fill_tessellation_vertex_count(tess) = RT_LYON_FILL_TESSELLATION_VERTEX_COUNT.call(Runtime.integer(tess))

    RT_LYON_FILL_TESSELLATION_INDEX_COUNT = declare("rt_lyon_fill_tessellation_index_count", [I64], I64)
    # How many indices there are: 3 for each triangle.
    #
    # On failure: -1.
    def self.rt_lyon_fill_tessellation_index_count(tess) = RT_LYON_FILL_TESSELLATION_INDEX_COUNT.call(Runtime.integer(tess))

    RT_LYON_STROKE_TESSELLATE = declare("rt_lyon_stroke_tessellate", [I64, F64, F64], I64)
    # Triangles that stroke a path with a line of this width, with butt caps, miter joins and a miter limit of 4.
    # `tolerance` is how far the middle of the stroke may lie from the curve, and a round cap's or join's edge from
    # its circle. Triangles may overlap where the path turns sharply or crosses itself. A width of 0 gives no
    # triangles; one below 0, or below 1e-7 of the path's extent, fails, and so does a tolerance as for filling.
    #
    # On failure: 0.
    def self.rt_lyon_stroke_tessellate(path, width, tolerance) = RT_LYON_STROKE_TESSELLATE.call(Runtime.integer(path), width, tolerance)

    RT_LYON_STROKE_TESSELLATE_WITH_OPTIONS = declare("rt_lyon_stroke_tessellate_with_options", [I64, F64, F64, PTR], I64)
    # The same with options, a JSON object: `line_cap` "butt", "square" or "round"; `line_join` "miter", "round" or
    # "bevel"; `miter_limit` from 1 to 1000000, SVG's: a join whose length, from its inner corner to its tip, is
    # more line widths than that becomes a bevel. An unknown key or value fails, and last error names it. `{}` changes nothing.
    #
    # On failure: 0.
    def self.rt_lyon_stroke_tessellate_with_options(path, width, tolerance, options_json) = RT_LYON_STROKE_TESSELLATE_WITH_OPTIONS.call(Runtime.integer(path), width, tolerance, Runtime.text(options_json))

    RT_LYON_STROKE_TESSELLATION_FREE = declare("rt_lyon_stroke_tessellation_free", [I64], BOOL)
    # Frees a tessellation. Buffers got from it stay valid.
    #
    # On failure: false.
    def self.rt_lyon_stroke_tessellation_free(tess) = RT_LYON_STROKE_TESSELLATION_FREE.call(Runtime.integer(tess)) != 0

    RT_LYON_STROKE_TESSELLATION_GET_VERTICES = declare("rt_lyon_stroke_tessellation_get_vertices", [I64], I64)
    # The vertices, as a buffer of its own to be freed. Nothing is copied.
    #
    # On failure: 0.
    def self.rt_lyon_stroke_tessellation_get_vertices(tess) = RT_LYON_STROKE_TESSELLATION_GET_VERTICES.call(Runtime.integer(tess))

    RT_LYON_STROKE_TESSELLATION_GET_INDICES = declare("rt_lyon_stroke_tessellation_get_indices", [I64], I64)
    # The indices, as a buffer of its own to be freed. Nothing is copied.
    #
    # On failure: 0.
    def self.rt_lyon_stroke_tessellation_get_indices(tess) = RT_LYON_STROKE_TESSELLATION_GET_INDICES.call(Runtime.integer(tess))

    RT_LYON_STROKE_TESSELLATION_VERTEX_COUNT = declare("rt_lyon_stroke_tessellation_vertex_count", [I64], I64)
    # How many vertices there are.
    #
    # On failure: -1.
    def self.rt_lyon_stroke_tessellation_vertex_count(tess) = RT_LYON_STROKE_TESSELLATION_VERTEX_COUNT.call(Runtime.integer(tess))

    RT_LYON_STROKE_TESSELLATION_INDEX_COUNT = declare("rt_lyon_stroke_tessellation_index_count", [I64], I64)
    # How many indices there are: 3 for each triangle.
    #
    # On failure: -1.
    def self.rt_lyon_stroke_tessellation_index_count(tess) = RT_LYON_STROKE_TESSELLATION_INDEX_COUNT.call(Runtime.integer(tess))

    RT_LYON_VERTEX_BUFFER_FREE = declare("rt_lyon_vertex_buffer_free", [I64], BOOL)
    # Frees a vertex buffer. The tessellation it came from stays valid.
    #
    # On failure: false.
    def self.rt_lyon_vertex_buffer_free(buffer) = RT_LYON_VERTEX_BUFFER_FREE.call(Runtime.integer(buffer)) != 0

    RT_LYON_VERTEX_BUFFER_GET_POSITION = declare("rt_lyon_vertex_buffer_get_position", [I64, I64], VertexPosition)
    # Where a vertex is. Fails where there is no vertex of that index, which counts from 0.
    #
    # On failure: x 0.0, y 0.0.
    def self.rt_lyon_vertex_buffer_get_position(buffer, index) = RT_LYON_VERTEX_BUFFER_GET_POSITION.call(Runtime.integer(buffer), Runtime.integer(index))

    RT_LYON_VERTEX_BUFFER_GET_NORMAL = declare("rt_lyon_vertex_buffer_get_normal", [I64, I64], VertexNormal)
    # The normal of a vertex of a stroke: how far it lies from the middle of the stroke, in half line widths (1 on
    # a straight edge, more on a miter). Zeros for a fill. Fails where there is no vertex of that index.
    #
    # On failure: x 0.0, y 0.0.
    def self.rt_lyon_vertex_buffer_get_normal(buffer, index) = RT_LYON_VERTEX_BUFFER_GET_NORMAL.call(Runtime.integer(buffer), Runtime.integer(index))

    RT_LYON_VERTEX_BUFFER_SIZE = declare("rt_lyon_vertex_buffer_size", [I64], I64)
    # How many vertices there are.
    #
    # On failure: -1.
    def self.rt_lyon_vertex_buffer_size(buffer) = RT_LYON_VERTEX_BUFFER_SIZE.call(Runtime.integer(buffer))

    RT_LYON_VERTEX_BUFFER_TO_ARRAY = declare("rt_lyon_vertex_buffer_to_array", [I64], :floats)
    # All vertices: x, y, normal_x, normal_y for each.
    #
    # On failure: [].
    def self.rt_lyon_vertex_buffer_to_array(buffer) = RT_LYON_VERTEX_BUFFER_TO_ARRAY.call(Runtime.integer(buffer))

    RT_LYON_INDEX_BUFFER_FREE = declare("rt_lyon_index_buffer_free", [I64], BOOL)
    # Frees an index buffer. The tessellation it came from stays valid.
    #
    # On failure: false.
    def self.rt_lyon_index_buffer_free(buffer) = RT_LYON_INDEX_BUFFER_FREE.call(Runtime.integer(buffer)) != 0

    RT_LYON_INDEX_BUFFER_GET = declare("rt_lyon_index_buffer_get", [I64, I64], I64)
    # The index of a triangle's corner among the vertices: items 3·n to 3·n + 2 are triangle n. Fails where
    # there is no item of that index.
    #
    # On failure: -1.
    def self.rt_lyon_index_buffer_get(buffer, index) = RT_LYON_INDEX_BUFFER_GET.call(Runtime.integer(buffer), Runtime.integer(index))

    RT_LYON_INDEX_BUFFER_SIZE = declare("rt_lyon_index_buffer_size", [I64], I64)
    # How many indices there are: 3 for each triangle.
    #
    # On failure: -1.
    def self.rt_lyon_index_buffer_size(buffer) = RT_LYON_INDEX_BUFFER_SIZE.call(Runtime.integer(buffer))

    RT_LYON_INDEX_BUFFER_TO_ARRAY = declare("rt_lyon_index_buffer_to_array", [I64], :integers)
    # All indices, 3 for each triangle.
    #
    # On failure: [].
    def self.rt_lyon_index_buffer_to_array(buffer) = RT_LYON_INDEX_BUFFER_TO_ARRAY.call(Runtime.integer(buffer))

    RT_LYON_TRANSFORM_IDENTITY = declare("rt_lyon_transform_identity", [], I64)
    # The transform that changes nothing.
    def self.rt_lyon_transform_identity() = RT_LYON_TRANSFORM_IDENTITY.call()

    RT_LYON_TRANSFORM_TRANSLATE = declare("rt_lyon_transform_translate", [F64, F64], I64)
    # A shift by (tx, ty).
    #
    # On failure: 0.
    def self.rt_lyon_transform_translate(tx, ty) = RT_LYON_TRANSFORM_TRANSLATE.call(tx, ty)

    RT_LYON_TRANSFORM_ROTATE = declare("rt_lyon_transform_rotate", [F64], I64)
    # A turn around the origin, in radians, from the direction of x towards that of y: a positive angle turns
    # (1, 0) towards (0, 1).
    #
    # On failure: 0.
    def self.rt_lyon_transform_rotate(angle) = RT_LYON_TRANSFORM_ROTATE.call(angle)

    RT_LYON_TRANSFORM_SCALE = declare("rt_lyon_transform_scale", [F64, F64], I64)
    # Multiplies x by sx and y by sy; negative factors mirror.
    #
    # On failure: 0.
    def self.rt_lyon_transform_scale(sx, sy) = RT_LYON_TRANSFORM_SCALE.call(sx, sy)

    RT_LYON_TRANSFORM_MULTIPLY = declare("rt_lyon_transform_multiply", [I64, I64], I64)
    # The transform that does t1 first and then t2.
    #
    # On failure: 0.
    def self.rt_lyon_transform_multiply(t1, t2) = RT_LYON_TRANSFORM_MULTIPLY.call(Runtime.integer(t1), Runtime.integer(t2))

    RT_LYON_TRANSFORM_FREE = declare("rt_lyon_transform_free", [I64], BOOL)
    # Frees a transform.
    #
    # On failure: false.
    def self.rt_lyon_transform_free(transform) = RT_LYON_TRANSFORM_FREE.call(Runtime.integer(transform)) != 0

    RT_LYON_GET_LAST_ERROR = declare("rt_lyon_get_last_error", [], PTR)
    # Why this thread's last failed lyon call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
    def self.rt_lyon_get_last_error() = Runtime.take_text(RT_LYON_GET_LAST_ERROR.call())

    RT_LYON_ANIMATION_NEW = declare("rt_lyon_animation_new", [PTR, I64, I64, I64, I64], I64)
    # Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
    # milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
    # `rt_lyon_animation_finish`. A file that is there already is replaced.
    #
    # On failure: 0.
    def self.rt_lyon_animation_new(file, width, height, frames, frame_ms) = RT_LYON_ANIMATION_NEW.call(Runtime.text(file), Runtime.integer(width), Runtime.integer(height), Runtime.integer(frames), Runtime.integer(frame_ms))

    RT_LYON_ANIMATION_ADD_FRAME = declare("rt_lyon_animation_add_frame", [I64, PTR, I64], BOOL)
    # Adds the next frame: width · height · 4 bytes, as for `rt_lyon_png_save`. Fails where all frames are there.
    #
    # On failure: false.
    def self.rt_lyon_animation_add_frame(animation, pixels) = RT_LYON_ANIMATION_ADD_FRAME.call(Runtime.integer(animation), *Runtime.bytes(pixels)) != 0

    RT_LYON_ANIMATION_FINISH = declare("rt_lyon_animation_finish", [I64], BOOL)
    # Completes the file and frees the animation. Fails, and removes the file, where frames are missing or it
    # cannot be written.
    #
    # On failure: false.
    def self.rt_lyon_animation_finish(animation) = RT_LYON_ANIMATION_FINISH.call(Runtime.integer(animation)) != 0

    RT_LYON_ANIMATION_FREE = declare("rt_lyon_animation_free", [I64], BOOL)
    # Frees an animation that is not wanted any more, and removes its file.
    #
    # On failure: false.
    def self.rt_lyon_animation_free(animation) = RT_LYON_ANIMATION_FREE.call(Runtime.integer(animation)) != 0

    RT_LYON_VERTEX_BUFFER_BYTES = declare("rt_lyon_vertex_buffer_bytes", [I64], :bytes)
    # All vertices as a GPU takes them: 16 bytes each, four 32-bit floats in the machine's byte order: x, y,
    # normal_x, normal_y.
    #
    # On failure: [].
    def self.rt_lyon_vertex_buffer_bytes(buffer) = RT_LYON_VERTEX_BUFFER_BYTES.call(Runtime.integer(buffer))

    RT_LYON_INDEX_BUFFER_BYTES = declare("rt_lyon_index_buffer_bytes", [I64], :bytes)
    # All indices as a GPU takes them: 4 bytes each, unsigned 32-bit integers in the machine's byte order.
    #
    # On failure: [].
    def self.rt_lyon_index_buffer_bytes(buffer) = RT_LYON_INDEX_BUFFER_BYTES.call(Runtime.integer(buffer))

    RT_LYON_VERTEX_BUFFER_WRITE = declare("rt_lyon_vertex_buffer_write", [I64, PTR, I64], I64)
    # Writes the bytes of `rt_lyon_vertex_buffer_bytes` into memory of the caller's, a mapped GPU buffer say, and
    # returns how many. Fails, and writes nothing, where it is smaller than 16 bytes for each vertex.
    #
    # On failure: -1.
    def self.rt_lyon_vertex_buffer_write(buffer, out) = Runtime.filling(out) { |out_filled| RT_LYON_VERTEX_BUFFER_WRITE.call(Runtime.integer(buffer), *out_filled) }

    RT_LYON_INDEX_BUFFER_WRITE = declare("rt_lyon_index_buffer_write", [I64, PTR, I64], I64)
    # Writes the bytes of `rt_lyon_index_buffer_bytes` into memory of the caller's and returns how many. Fails, and
    # writes nothing, where it is smaller than 4 bytes for each index.
    #
    # On failure: -1.
    def self.rt_lyon_index_buffer_write(buffer, out) = Runtime.filling(out) { |out_filled| RT_LYON_INDEX_BUFFER_WRITE.call(Runtime.integer(buffer), *out_filled) }

    RT_LYON_PATH_BUILDER_ADD_PATH = declare("rt_lyon_path_builder_add_path", [I64, I64], VOID)
    # Adds all subpaths of a path. A subpath that is still open ends there, unclosed, and none is open afterwards.
    def self.rt_lyon_path_builder_add_path(builder, path) = RT_LYON_PATH_BUILDER_ADD_PATH.call(Runtime.integer(builder), Runtime.integer(path))

    RT_LYON_FILL_TESSELLATION_DRAW = declare("rt_lyon_fill_tessellation_draw", [I64, I64, I64, PTR, I64, I64, I64], BOOL)
    # Lays a filled path over a picture. `transform` takes the path's coordinates to pixels, with (0, 0) the top
    # left corner of the picture and y downwards; 0 stands for the transform that changes nothing. `color` is
    # 0xRRGGBBAA. `pixels` is the picture: width · height · 4 bytes of red, green, blue and alpha, not
    # premultiplied, row after row from the top. Edges are smoothed: a pixel takes as much of the colour as
    # the path covers of it, seen along 16 lines a row: what is lower than a sixteenth of a pixel may be missed or
    # come out too strong. What lies outside the picture is left out.
    #
    # On failure: false.
    def self.rt_lyon_fill_tessellation_draw(tess, transform, color, pixels, width, height) = Runtime.filling(pixels) { |pixels_filled| RT_LYON_FILL_TESSELLATION_DRAW.call(Runtime.integer(tess), Runtime.integer(transform), Runtime.integer(color), *pixels_filled, Runtime.integer(width), Runtime.integer(height)) != 0 }

    RT_LYON_STROKE_TESSELLATION_DRAW = declare("rt_lyon_stroke_tessellation_draw", [I64, I64, I64, PTR, I64, I64, I64], BOOL)
    # Lays a stroked path over a picture, as `rt_lyon_fill_tessellation_draw` does a filled one. Where triangles
    # overlap, the colour is laid once.
    #
    # On failure: false.
    def self.rt_lyon_stroke_tessellation_draw(tess, transform, color, pixels, width, height) = Runtime.filling(pixels) { |pixels_filled| RT_LYON_STROKE_TESSELLATION_DRAW.call(Runtime.integer(tess), Runtime.integer(transform), Runtime.integer(color), *pixels_filled, Runtime.integer(width), Runtime.integer(height)) != 0 }

    RT_LYON_PATH_RASTERIZE = declare("rt_lyon_path_rasterize", [I64, I64, I64, I64, I64], :bytes)
    # A new picture, transparent but for the path filled with a colour (0xRRGGBBAA) by a fill rule (even-odd 0,
    # non-zero 1). The path's coordinates are pixels. Width and height are 1 to 32,768.
    #
    # On failure: [].
    def self.rt_lyon_path_rasterize(path, fill_rule, color, width, height) = RT_LYON_PATH_RASTERIZE.call(Runtime.integer(path), Runtime.integer(fill_rule), Runtime.integer(color), Runtime.integer(width), Runtime.integer(height))

    RT_LYON_FILL_TESSELLATION_CONTAINS_POINT = declare("rt_lyon_fill_tessellation_contains_point", [I64, F64, F64], BOOL)
    # Whether a point lies in one of the triangles.
    #
    # On failure: false.
    def self.rt_lyon_fill_tessellation_contains_point(tess, x, y) = RT_LYON_FILL_TESSELLATION_CONTAINS_POINT.call(Runtime.integer(tess), x, y) != 0

    RT_LYON_AVAILABLE = declare("rt_lyon_available", [], BOOL)
    # True where this build holds the lyon library, as it does where this links.
    def self.rt_lyon_available() = RT_LYON_AVAILABLE.call() != 0

    RT_LYON_CLEAR_ERROR = declare("rt_lyon_clear_error", [], VOID)
    # Forgets why this thread's last failed lyon call failed.
    def self.rt_lyon_clear_error() = RT_LYON_CLEAR_ERROR.call()

    RT_LYON_VERSION = declare("rt_lyon_version", [], PTR)
    # The version of the wrapped library, the crate `lyon`.
    def self.rt_lyon_version() = Runtime.take_text(RT_LYON_VERSION.call())

    RT_LYON_PATH_APPLY_TRANSFORM = declare("rt_lyon_path_apply_transform", [I64, I64], I64)
    # The same with a transform: `rt_lyon_path_transform` with the six numbers that `rt_lyon_transform_get` gives.
    #
    # On failure: 0.
    def self.rt_lyon_path_apply_transform(path, transform) = RT_LYON_PATH_APPLY_TRANSFORM.call(Runtime.integer(path), Runtime.integer(transform))

    RT_LYON_PATH_CONTAINS_POINT_WITH_RULE = declare("rt_lyon_path_contains_point_with_rule", [I64, F64, F64, I64], BOOL)
    # Whether a point lies inside the path by a fill rule: even-odd 0, non-zero 1.
    #
    # On failure: false.
    def self.rt_lyon_path_contains_point_with_rule(path, x, y, fill_rule) = RT_LYON_PATH_CONTAINS_POINT_WITH_RULE.call(Runtime.integer(path), x, y, Runtime.integer(fill_rule)) != 0

    RT_LYON_PATH_LENGTH = declare("rt_lyon_path_length", [I64], F64)
    # The length of all subpaths together; a closed one's closing line counts. To about 1e-9 of the length.
    #
    # On failure: 0.0.
    def self.rt_lyon_path_length(path) = RT_LYON_PATH_LENGTH.call(Runtime.integer(path))

    RT_LYON_PATH_POINT_AT = declare("rt_lyon_path_point_at", [I64, F64], PathPoint)
    # The point at a distance along the path, from 0 to `rt_lyon_path_length`, and the direction there. Subpaths
    # follow one another; the jump between them takes no length. Fails for a path without length and for a
    # distance beyond its ends.
    #
    # On failure: x 0.0, y 0.0, tangent_x 0.0, tangent_y 0.0.
    def self.rt_lyon_path_point_at(path, distance) = RT_LYON_PATH_POINT_AT.call(Runtime.integer(path), distance)

    RT_LYON_PATH_DASH = declare("rt_lyon_path_dash", [I64, PTR, I64, F64], I64)
    # The path cut into dashes: `pattern` holds the lengths of dash, gap, dash, gap and so on, and repeats (an odd
    # number of lengths is taken twice over, as in SVG). The pattern starts `offset` into itself at the start of
    # each subpath. Curves stay curves. On a closed subpath, a dash that runs across its start stays one piece.
    # Fails for a length below 0, for a pattern that adds up to 0, and for more than 1,000,000 dashes.
    #
    # On failure: 0.
    def self.rt_lyon_path_dash(path, pattern, offset) = RT_LYON_PATH_DASH.call(Runtime.integer(path), *Runtime.floats(pattern), offset)

    RT_LYON_PATH_FROM_SVG = declare("rt_lyon_path_from_svg", [PTR], I64)
    # The path that SVG path data describes (the `d` of a `<path>`): all commands, absolute and relative. The empty
    # text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.
    #
    # On failure: 0.
    def self.rt_lyon_path_from_svg(d) = RT_LYON_PATH_FROM_SVG.call(Runtime.text(d))

    RT_LYON_PATH_TO_SVG = declare("rt_lyon_path_to_svg", [I64], PTR)
    # The path as SVG path data, in absolute M, L, Q, C and Z. Read back, it gives the same path, bit for bit.
    #
    # On failure: "".
    def self.rt_lyon_path_to_svg(path) = Runtime.take_text(RT_LYON_PATH_TO_SVG.call(Runtime.integer(path)))

    RT_LYON_PNG_ENCODE = declare("rt_lyon_png_encode", [PTR, I64, I64, I64], :bytes)
    # A picture as the bytes of a PNG file. `pixels` are 4 bytes each: red, green, blue, alpha (not premultiplied),
    # row after row from the top.
    #
    # On failure: [].
    def self.rt_lyon_png_encode(pixels, width, height) = RT_LYON_PNG_ENCODE.call(*Runtime.bytes(pixels), Runtime.integer(width), Runtime.integer(height))

    RT_LYON_PNG_SAVE = declare("rt_lyon_png_save", [PTR, PTR, I64, I64, I64], BOOL)
    # Writes a picture to a PNG file. A file that is there already is replaced.
    #
    # On failure: false.
    def self.rt_lyon_png_save(file, pixels, width, height) = RT_LYON_PNG_SAVE.call(Runtime.text(file), *Runtime.bytes(pixels), Runtime.integer(width), Runtime.integer(height)) != 0

    RT_LYON_STROKE_TESSELLATION_CONTAINS_POINT = declare("rt_lyon_stroke_tessellation_contains_point", [I64, F64, F64], BOOL)
    # Whether a point lies in one of the triangles.
    #
    # On failure: false.
    def self.rt_lyon_stroke_tessellation_contains_point(tess, x, y) = RT_LYON_STROKE_TESSELLATION_CONTAINS_POINT.call(Runtime.integer(tess), x, y) != 0

    RT_LYON_PATH_STROKE_CONTAINS_POINT = declare("rt_lyon_path_stroke_contains_point", [I64, F64, PTR, F64, F64], BOOL)
    # Whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
    # tolerance of a hundredth of the width. For many points, make the tessellation once.
    #
    # On failure: false.
    def self.rt_lyon_path_stroke_contains_point(path, width, options_json, x, y) = RT_LYON_PATH_STROKE_CONTAINS_POINT.call(Runtime.integer(path), width, Runtime.text(options_json), x, y) != 0

    RT_LYON_TRANSFORM_NEW = declare("rt_lyon_transform_new", [F64, F64, F64, F64, F64, F64], I64)
    # The transform with these six numbers: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
    #
    # On failure: 0.
    def self.rt_lyon_transform_new(m11, m12, m21, m22, tx, ty) = RT_LYON_TRANSFORM_NEW.call(m11, m12, m21, m22, tx, ty)

    RT_LYON_TRANSFORM_GET = declare("rt_lyon_transform_get", [I64], TransformMatrix)
    # The six numbers of a transform.
    #
    # On failure: m11 0.0, m12 0.0, m21 0.0, m22 0.0, tx 0.0, ty 0.0.
    def self.rt_lyon_transform_get(transform) = RT_LYON_TRANSFORM_GET.call(Runtime.integer(transform))

    RT_LYON_TRANSFORM_INVERSE = declare("rt_lyon_transform_inverse", [I64], I64)
    # The transform that undoes another. Fails where there is none: for a transform that flattens the plane.
    #
    # On failure: 0.
    def self.rt_lyon_transform_inverse(transform) = RT_LYON_TRANSFORM_INVERSE.call(Runtime.integer(transform))

    RT_LYON_TRANSFORM_APPLY = declare("rt_lyon_transform_apply", [I64, F64, F64], TransformedPoint)
    # Where a transform takes a point.
    #
    # On failure: x 0.0, y 0.0.
    def self.rt_lyon_transform_apply(transform, x, y) = RT_LYON_TRANSFORM_APPLY.call(Runtime.integer(transform), x, y)

    # A path builder. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class PathBuilder < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Lyon.quietly(RT_LYON_PATH_BUILDER_FREE, handle)
      end

      # A new, empty path builder. Free it with `rt_lyon_path_builder_free`, or turn it into a path with
      # `rt_lyon_path_builder_build`, which frees it too.
      def self.new(&block)
        result = RT_LYON_PATH_BUILDER_NEW.call()
        PathBuilder.wrap(result, nil, true, &block)
      end

      # Begins a subpath at a point. A subpath that is still open ends there, unclosed. Coordinates go from -1e30
      # to 1e30, here and everywhere.
      #
      # On failure: false.
      def begin(x, y)
        result = RT_LYON_PATH_BUILDER_BEGIN.call(@handle, x, y) != 0
        SimpleNative::Lyon.check if !result
        result
      end

      # A line to a point. Fails where no subpath is open.
      #
      # On failure: false.
      def line_to(x, y)
        result = RT_LYON_PATH_BUILDER_LINE_TO.call(@handle, x, y) != 0
        SimpleNative::Lyon.check if !result
        result
      end

      # A quadratic Bézier curve to a point. Fails where no subpath is open.
      #
      # On failure: false.
      def quadratic_bezier_to(ctrl_x, ctrl_y, to_x, to_y)
        result = RT_LYON_PATH_BUILDER_QUADRATIC_BEZIER_TO.call(@handle, ctrl_x, ctrl_y, to_x, to_y) != 0
        SimpleNative::Lyon.check if !result
        result
      end

      # A cubic Bézier curve to a point. Fails where no subpath is open.
      #
      # On failure: false.
      def cubic_bezier_to(ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y)
        result = RT_LYON_PATH_BUILDER_CUBIC_BEZIER_TO.call(@handle, ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y) != 0
        SimpleNative::Lyon.check if !result
        result
      end

      # An arc of a circle around a centre: a line to its start where the subpath ends elsewhere, then the arc.
      # Angles in radians, from the direction of x towards that of y; a negative sweep turns the other way, and
      # one beyond 2π goes round more than once (1,000 times at most). Within 7e-8 of the radius of the true
      # circle. Fails where no subpath is open or the radius is below 0.
      #
      # On failure: false.
      def arc_to(center_x, center_y, radius, start_angle, sweep_angle)
        result = RT_LYON_PATH_BUILDER_ARC_TO.call(@handle, center_x, center_y, radius, start_angle, sweep_angle) != 0
        SimpleNative::Lyon.check if !result
        result
      end

      # Closes the open subpath with a line back to its start. Fails where no subpath is open.
      #
      # On failure: false.
      def path_builder_close()
        result = RT_LYON_PATH_BUILDER_CLOSE.call(@handle) != 0
        SimpleNative::Lyon.check if !result
        result
      end

      # Ends the open subpath, unclosed, and makes the path. Frees the builder.
      #
      # On failure: 0.
      def build()
        result = RT_LYON_PATH_BUILDER_BUILD.call(@handle)
        SimpleNative::Lyon.check if result == 0
        @handle = 0
        forget
        Path.wrap(result, nil, true)
      end

      # Adds all subpaths of a path. A subpath that is still open ends there, unclosed, and none is open afterwards.
      def add_path(path)
        RT_LYON_CLEAR_ERROR.call
        RT_LYON_PATH_BUILDER_ADD_PATH.call(@handle, (path&.handle || 0))
        SimpleNative::Lyon.check
      end
    end

    # A path. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class Path < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Lyon.quietly(RT_LYON_PATH_FREE, handle)
      end

      # A rectangle with corners at (x, y) and (x + width, y + height), drawn from x towards x + width first.
      # Fails where width or height is below 0.
      #
      # On failure: 0.
      def self.rectangle(x, y, width, height, &block)
        result = RT_LYON_PATH_RECTANGLE.call(x, y, width, height)
        SimpleNative::Lyon.check if result == 0
        Path.wrap(result, nil, true, &block)
      end

      # A rectangle whose corners are quarter circles. A radius of more than half the width or height counts as
      # that half. Fails where width, height or radius is below 0.
      #
      # On failure: 0.
      def self.rounded_rectangle(x, y, width, height, radius, &block)
        result = RT_LYON_PATH_ROUNDED_RECTANGLE.call(x, y, width, height, radius)
        SimpleNative::Lyon.check if result == 0
        Path.wrap(result, nil, true, &block)
      end

      # A circle, drawn from its rightmost point towards growing y. Within 7e-8 of its radius of the true circle.
      # Fails where the radius is below 0.
      #
      # On failure: 0.
      def self.circle(center_x, center_y, radius, &block)
        result = RT_LYON_PATH_CIRCLE.call(center_x, center_y, radius)
        SimpleNative::Lyon.check if result == 0
        Path.wrap(result, nil, true, &block)
      end

      # An ellipse with axes along x and y, drawn like a circle. Fails where a radius is below 0.
      #
      # On failure: 0.
      def self.ellipse(center_x, center_y, radius_x, radius_y, &block)
        result = RT_LYON_PATH_ELLIPSE.call(center_x, center_y, radius_x, radius_y)
        SimpleNative::Lyon.check if result == 0
        Path.wrap(result, nil, true, &block)
      end

      # A closed polygon through `num_points` points, given as x, y pairs in `points`; further numbers are not
      # looked at. Fails for fewer than 3 points, and where `points` holds fewer than 2 · num_points numbers.
      #
      # On failure: 0.
      def self.polygon(points, num_points, &block)
        result = RT_LYON_PATH_POLYGON.call(*Runtime.floats(points), Runtime.integer(num_points))
        SimpleNative::Lyon.check if result == 0
        Path.wrap(result, nil, true, &block)
      end

      # A star with `num_points` tips (3 to 1,000,000) at `outer_radius` and as many notches at `inner_radius`,
      # evenly spaced. The first tip is at (center_x, center_y − outer_radius): upwards where y grows downwards.
      # Its area is num_points · inner_radius · outer_radius · sin(π / num_points). Fails where a radius is
      # below 0.
      #
      # On failure: 0.
      def self.star(center_x, center_y, inner_radius, outer_radius, num_points, &block)
        result = RT_LYON_PATH_STAR.call(center_x, center_y, inner_radius, outer_radius, Runtime.integer(num_points))
        SimpleNative::Lyon.check if result == 0
        Path.wrap(result, nil, true, &block)
      end

      # The path that SVG path data describes (the `d` of a `<path>`): all commands, absolute and relative. The empty
      # text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.
      #
      # On failure: 0.
      def self.from_svg(d, &block)
        result = RT_LYON_PATH_FROM_SVG.call(Runtime.text(d))
        SimpleNative::Lyon.check if result == 0
        Path.wrap(result, nil, true, &block)
      end

      # The exact extent of the path's lines and curves; control points that the curves do not reach do not
      # count. Fails for a path without points.
      #
      # On failure: min_x 0.0, min_y 0.0, max_x 0.0, max_y 0.0.
      def get_bounds()
        result = RT_LYON_PATH_GET_BOUNDS.call(@handle)
        SimpleNative::Lyon.check if result.min_x == 0.0 && result.min_y == 0.0 && result.max_x == 0.0 && result.max_y == 0.0
        result
      end

      # Whether a point lies inside the path, by the non-zero rule; open subpaths count as closed. Exact for
      # curves too. A point on the outline itself may be either.
      #
      # On failure: false.
      def contains_point(x, y)
        result = RT_LYON_PATH_CONTAINS_POINT.call(@handle, x, y) != 0
        SimpleNative::Lyon.check if !result
        result
      end

      # The path with each point moved: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty. Fails where a coordinate
      # would leave -1e30 to 1e30.
      #
      # On failure: 0.
      def transform(m11, m12, m21, m22, tx, ty)
        result = RT_LYON_PATH_TRANSFORM.call(@handle, m11, m12, m21, m22, tx, ty)
        SimpleNative::Lyon.check if result == 0
        Path.wrap(result, nil, true)
      end

      # Triangles that fill a path by the even-odd rule; open subpaths count as closed. `tolerance` is how far a
      # triangle's edge may lie from the curve it stands for, in the path's units. Vertices are 32-bit numbers
      # relative to the path's own place and size: to about 1e-7 of its extent. Fails for a tolerance that is not
      # above 0, or so small that the curves would take more than 1,048,576 lines.
      #
      # On failure: 0.
      def fill_tessellate(tolerance)
        result = RT_LYON_FILL_TESSELLATE.call(@handle, tolerance)
        SimpleNative::Lyon.check if result == 0
        FillTessellation.wrap(result, nil, true)
      end

      # The same by a fill rule: even-odd 0, non-zero 1.
      #
      # On failure: 0.
      def fill_tessellate_with_rule(tolerance, fill_rule)
        result = RT_LYON_FILL_TESSELLATE_WITH_RULE.call(@handle, tolerance, Runtime.integer(fill_rule))
        SimpleNative::Lyon.check if result == 0
        FillTessellation.wrap(result, nil, true)
      end

      # Triangles that stroke a path with a line of this width, with butt caps, miter joins and a miter limit of 4.
      # `tolerance` is how far the middle of the stroke may lie from the curve, and a round cap's or join's edge from
      # its circle. Triangles may overlap where the path turns sharply or crosses itself. A width of 0 gives no
      # triangles; one below 0, or below 1e-7 of the path's extent, fails, and so does a tolerance as for filling.
      #
      # On failure: 0.
      def stroke_tessellate(width, tolerance)
        result = RT_LYON_STROKE_TESSELLATE.call(@handle, width, tolerance)
        SimpleNative::Lyon.check if result == 0
        StrokeTessellation.wrap(result, nil, true)
      end

      # The same with options, a JSON object: `line_cap` "butt", "square" or "round"; `line_join` "miter", "round" or
      # "bevel"; `miter_limit` from 1 to 1000000, SVG's: a join whose length, from its inner corner to its tip, is
      # more line widths than that becomes a bevel. An unknown key or value fails, and last error names it. `{}` changes nothing.
      #
      # On failure: 0.
      def stroke_tessellate_with_options(width, tolerance, options_json)
        result = RT_LYON_STROKE_TESSELLATE_WITH_OPTIONS.call(@handle, width, tolerance, Runtime.text(options_json))
        SimpleNative::Lyon.check if result == 0
        StrokeTessellation.wrap(result, nil, true)
      end

      # A new picture, transparent but for the path filled with a colour (0xRRGGBBAA) by a fill rule (even-odd 0,
      # non-zero 1). The path's coordinates are pixels. Width and height are 1 to 32,768.
      #
      # On failure: [].
      def rasterize(fill_rule, color, width, height)
        result = RT_LYON_PATH_RASTERIZE.call(@handle, Runtime.integer(fill_rule), Runtime.integer(color), Runtime.integer(width), Runtime.integer(height))
        SimpleNative::Lyon.check if result.empty?
        result
      end

      # The same with a transform: `rt_lyon_path_transform` with the six numbers that `rt_lyon_transform_get` gives.
      #
      # On failure: 0.
      def apply_transform(transform)
        result = RT_LYON_PATH_APPLY_TRANSFORM.call(@handle, (transform&.handle || 0))
        SimpleNative::Lyon.check if result == 0
        Path.wrap(result, nil, true)
      end

      # Whether a point lies inside the path by a fill rule: even-odd 0, non-zero 1.
      #
      # On failure: false.
      def contains_point_with_rule(x, y, fill_rule)
        result = RT_LYON_PATH_CONTAINS_POINT_WITH_RULE.call(@handle, x, y, Runtime.integer(fill_rule)) != 0
        SimpleNative::Lyon.check if !result
        result
      end

      # The length of all subpaths together; a closed one's closing line counts. To about 1e-9 of the length.
      #
      # On failure: 0.0.
      def length()
        result = RT_LYON_PATH_LENGTH.call(@handle)
        SimpleNative::Lyon.check if result == 0.0
        result
      end

      # The point at a distance along the path, from 0 to `rt_lyon_path_length`, and the direction there. Subpaths
      # follow one another; the jump between them takes no length. Fails for a path without length and for a
      # distance beyond its ends.
      #
      # On failure: x 0.0, y 0.0, tangent_x 0.0, tangent_y 0.0.
      def point_at(distance)
        result = RT_LYON_PATH_POINT_AT.call(@handle, distance)
        SimpleNative::Lyon.check if result.x == 0.0 && result.y == 0.0 && result.tangent_x == 0.0 && result.tangent_y == 0.0
        result
      end

      # The path cut into dashes: `pattern` holds the lengths of dash, gap, dash, gap and so on, and repeats (an odd
      # number of lengths is taken twice over, as in SVG). The pattern starts `offset` into itself at the start of
      # each subpath. Curves stay curves. On a closed subpath, a dash that runs across its start stays one piece.
      # Fails for a length below 0, for a pattern that adds up to 0, and for more than 1,000,000 dashes.
      #
      # On failure: 0.
      def dash(pattern, offset)
        result = RT_LYON_PATH_DASH.call(@handle, *Runtime.floats(pattern), offset)
        SimpleNative::Lyon.check if result == 0
        Path.wrap(result, nil, true)
      end

      # The path as SVG path data, in absolute M, L, Q, C and Z. Read back, it gives the same path, bit for bit.
      #
      # On failure: "".
      def to_svg()
        result = Runtime.take_text(RT_LYON_PATH_TO_SVG.call(@handle))
        SimpleNative::Lyon.check if result == ""
        result
      end

      # Whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
      # tolerance of a hundredth of the width. For many points, make the tessellation once.
      #
      # On failure: false.
      def stroke_contains_point(width, options_json, x, y)
        result = RT_LYON_PATH_STROKE_CONTAINS_POINT.call(@handle, width, Runtime.text(options_json), x, y) != 0
        SimpleNative::Lyon.check if !result
        result
      end
    end

    # A fill tessellation. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class FillTessellation < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Lyon.quietly(RT_LYON_FILL_TESSELLATION_FREE, handle)
      end

      # The vertices, as a buffer of its own to be freed. Nothing is copied.
      #
      # On failure: 0.
      def get_vertices()
        result = RT_LYON_FILL_TESSELLATION_GET_VERTICES.call(@handle)
        SimpleNative::Lyon.check if result == 0
        VertexBuffer.wrap(result, nil, true)
      end

      # The indices, as a buffer of its own to be freed. Nothing is copied.
      #
      # On failure: 0.
      def get_indices()
        result = RT_LYON_FILL_TESSELLATION_GET_INDICES.call(@handle)
        SimpleNative::Lyon.check if result == 0
        IndexBuffer.wrap(result, nil, true)
      end

      # How many vertices there are.
      #
      # On failure: -1.
      def vertex_count()
        result = RT_LYON_FILL_TESSELLATION_VERTEX_COUNT.call(@handle)
        SimpleNative::Lyon.check if result == -1
        result
      end

      # How many indices there are: 3 for each triangle.
      #
      # On failure: -1.
      def index_count()
        result = RT_LYON_FILL_TESSELLATION_INDEX_COUNT.call(@handle)
        SimpleNative::Lyon.check if result == -1
        result
      end

      # Lays a filled path over a picture. `transform` takes the path's coordinates to pixels, with (0, 0) the top
      # left corner of the picture and y downwards; 0 stands for the transform that changes nothing. `color` is
      # 0xRRGGBBAA. `pixels` is the picture: width · height · 4 bytes of red, green, blue and alpha, not
      # premultiplied, row after row from the top. Edges are smoothed: a pixel takes as much of the colour as
      # the path covers of it, seen along 16 lines a row: what is lower than a sixteenth of a pixel may be missed or
      # come out too strong. What lies outside the picture is left out.
      #
      # On failure: false.
      def draw(transform, color, pixels, width, height)
        result = Runtime.filling(pixels) { |pixels_filled| RT_LYON_FILL_TESSELLATION_DRAW.call(@handle, (transform&.handle || 0), Runtime.integer(color), *pixels_filled, Runtime.integer(width), Runtime.integer(height)) != 0 }
        SimpleNative::Lyon.check if !result
        result
      end

      # Whether a point lies in one of the triangles.
      #
      # On failure: false.
      def contains_point(x, y)
        result = RT_LYON_FILL_TESSELLATION_CONTAINS_POINT.call(@handle, x, y) != 0
        SimpleNative::Lyon.check if !result
        result
      end
    end

    # A vertex buffer. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class VertexBuffer < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Lyon.quietly(RT_LYON_VERTEX_BUFFER_FREE, handle)
      end

      # Where a vertex is. Fails where there is no vertex of that index, which counts from 0.
      #
      # On failure: x 0.0, y 0.0.
      def get_position(index)
        result = RT_LYON_VERTEX_BUFFER_GET_POSITION.call(@handle, Runtime.integer(index))
        SimpleNative::Lyon.check if result.x == 0.0 && result.y == 0.0
        result
      end

      # The normal of a vertex of a stroke: how far it lies from the middle of the stroke, in half line widths (1 on
      # a straight edge, more on a miter). Zeros for a fill. Fails where there is no vertex of that index.
      #
      # On failure: x 0.0, y 0.0.
      def get_normal(index)
        result = RT_LYON_VERTEX_BUFFER_GET_NORMAL.call(@handle, Runtime.integer(index))
        SimpleNative::Lyon.check if result.x == 0.0 && result.y == 0.0
        result
      end

      # How many vertices there are.
      #
      # On failure: -1.
      def size()
        result = RT_LYON_VERTEX_BUFFER_SIZE.call(@handle)
        SimpleNative::Lyon.check if result == -1
        result
      end

      # All vertices: x, y, normal_x, normal_y for each.
      #
      # On failure: [].
      def to_array()
        result = RT_LYON_VERTEX_BUFFER_TO_ARRAY.call(@handle)
        SimpleNative::Lyon.check if result.empty?
        result
      end

      # All vertices as a GPU takes them: 16 bytes each, four 32-bit floats in the machine's byte order: x, y,
      # normal_x, normal_y.
      #
      # On failure: [].
      def bytes()
        result = RT_LYON_VERTEX_BUFFER_BYTES.call(@handle)
        SimpleNative::Lyon.check if result.empty?
        result
      end

      # Writes the bytes of `rt_lyon_vertex_buffer_bytes` into memory of the caller's, a mapped GPU buffer say, and
      # returns how many. Fails, and writes nothing, where it is smaller than 16 bytes for each vertex.
      #
      # On failure: -1.
      def write(out)
        result = Runtime.filling(out) { |out_filled| RT_LYON_VERTEX_BUFFER_WRITE.call(@handle, *out_filled) }
        SimpleNative::Lyon.check if result == -1
        result
      end
    end

    # A index buffer. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class IndexBuffer < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Lyon.quietly(RT_LYON_INDEX_BUFFER_FREE, handle)
      end

      # The index of a triangle's corner among the vertices: items 3·n to 3·n + 2 are triangle n. Fails where
      # there is no item of that index.
      #
      # On failure: -1.
      def get(index)
        result = RT_LYON_INDEX_BUFFER_GET.call(@handle, Runtime.integer(index))
        SimpleNative::Lyon.check if result == -1
        result
      end

      # How many indices there are: 3 for each triangle.
      #
      # On failure: -1.
      def size()
        result = RT_LYON_INDEX_BUFFER_SIZE.call(@handle)
        SimpleNative::Lyon.check if result == -1
        result
      end

      # All indices, 3 for each triangle.
      #
      # On failure: [].
      def to_array()
        result = RT_LYON_INDEX_BUFFER_TO_ARRAY.call(@handle)
        SimpleNative::Lyon.check if result.empty?
        result
      end

      # All indices as a GPU takes them: 4 bytes each, unsigned 32-bit integers in the machine's byte order.
      #
      # On failure: [].
      def bytes()
        result = RT_LYON_INDEX_BUFFER_BYTES.call(@handle)
        SimpleNative::Lyon.check if result.empty?
        result
      end

      # Writes the bytes of `rt_lyon_index_buffer_bytes` into memory of the caller's and returns how many. Fails, and
      # writes nothing, where it is smaller than 4 bytes for each index.
      #
      # On failure: -1.
      def write(out)
        result = Runtime.filling(out) { |out_filled| RT_LYON_INDEX_BUFFER_WRITE.call(@handle, *out_filled) }
        SimpleNative::Lyon.check if result == -1
        result
      end
    end

    # A stroke tessellation. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class StrokeTessellation < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Lyon.quietly(RT_LYON_STROKE_TESSELLATION_FREE, handle)
      end

      # The vertices, as a buffer of its own to be freed. Nothing is copied.
      #
      # On failure: 0.
      def get_vertices()
        result = RT_LYON_STROKE_TESSELLATION_GET_VERTICES.call(@handle)
        SimpleNative::Lyon.check if result == 0
        VertexBuffer.wrap(result, nil, true)
      end

      # The indices, as a buffer of its own to be freed. Nothing is copied.
      #
      # On failure: 0.
      def get_indices()
        result = RT_LYON_STROKE_TESSELLATION_GET_INDICES.call(@handle)
        SimpleNative::Lyon.check if result == 0
        IndexBuffer.wrap(result, nil, true)
      end

      # How many vertices there are.
      #
      # On failure: -1.
      def vertex_count()
        result = RT_LYON_STROKE_TESSELLATION_VERTEX_COUNT.call(@handle)
        SimpleNative::Lyon.check if result == -1
        result
      end

      # How many indices there are: 3 for each triangle.
      #
      # On failure: -1.
      def index_count()
        result = RT_LYON_STROKE_TESSELLATION_INDEX_COUNT.call(@handle)
        SimpleNative::Lyon.check if result == -1
        result
      end

      # Lays a stroked path over a picture, as `rt_lyon_fill_tessellation_draw` does a filled one. Where triangles
      # overlap, the colour is laid once.
      #
      # On failure: false.
      def draw(transform, color, pixels, width, height)
        result = Runtime.filling(pixels) { |pixels_filled| RT_LYON_STROKE_TESSELLATION_DRAW.call(@handle, (transform&.handle || 0), Runtime.integer(color), *pixels_filled, Runtime.integer(width), Runtime.integer(height)) != 0 }
        SimpleNative::Lyon.check if !result
        result
      end

      # Whether a point lies in one of the triangles.
      #
      # On failure: false.
      def contains_point(x, y)
        result = RT_LYON_STROKE_TESSELLATION_CONTAINS_POINT.call(@handle, x, y) != 0
        SimpleNative::Lyon.check if !result
        result
      end
    end

    # A transform. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class Transform < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Lyon.quietly(RT_LYON_TRANSFORM_FREE, handle)
      end

      # The transform that changes nothing.
      def self.identity(&block)
        result = RT_LYON_TRANSFORM_IDENTITY.call()
        Transform.wrap(result, nil, true, &block)
      end

      # A shift by (tx, ty).
      #
      # On failure: 0.
      def self.translate(tx, ty, &block)
        result = RT_LYON_TRANSFORM_TRANSLATE.call(tx, ty)
        SimpleNative::Lyon.check if result == 0
        Transform.wrap(result, nil, true, &block)
      end

      # A turn around the origin, in radians, from the direction of x towards that of y: a positive angle turns
      # (1, 0) towards (0, 1).
      #
      # On failure: 0.
      def self.rotate(angle, &block)
        result = RT_LYON_TRANSFORM_ROTATE.call(angle)
        SimpleNative::Lyon.check if result == 0
        Transform.wrap(result, nil, true, &block)
      end

      # Multiplies x by sx and y by sy; negative factors mirror.
      #
      # On failure: 0.
      def self.scale(sx, sy, &block)
        result = RT_LYON_TRANSFORM_SCALE.call(sx, sy)
        SimpleNative::Lyon.check if result == 0
        Transform.wrap(result, nil, true, &block)
      end

      # The transform with these six numbers: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
      #
      # On failure: 0.
      def self.new(m11, m12, m21, m22, tx, ty, &block)
        result = RT_LYON_TRANSFORM_NEW.call(m11, m12, m21, m22, tx, ty)
        SimpleNative::Lyon.check if result == 0
        Transform.wrap(result, nil, true, &block)
      end

      # The transform that does t1 first and then t2.
      #
      # On failure: 0.
      def multiply(t2)
        result = RT_LYON_TRANSFORM_MULTIPLY.call(@handle, (t2&.handle || 0))
        SimpleNative::Lyon.check if result == 0
        Transform.wrap(result, nil, true)
      end

      # The six numbers of a transform.
      #
      # On failure: m11 0.0, m12 0.0, m21 0.0, m22 0.0, tx 0.0, ty 0.0.
      def get()
        result = RT_LYON_TRANSFORM_GET.call(@handle)
        SimpleNative::Lyon.check if result.m11 == 0.0 && result.m12 == 0.0 && result.m21 == 0.0 && result.m22 == 0.0 && result.tx == 0.0 && result.ty == 0.0
        result
      end

      # The transform that undoes another. Fails where there is none: for a transform that flattens the plane.
      #
      # On failure: 0.
      def inverse()
        result = RT_LYON_TRANSFORM_INVERSE.call(@handle)
        SimpleNative::Lyon.check if result == 0
        Transform.wrap(result, nil, true)
      end

      # Where a transform takes a point.
      #
      # On failure: x 0.0, y 0.0.
      def apply(x, y)
        result = RT_LYON_TRANSFORM_APPLY.call(@handle, x, y)
        SimpleNative::Lyon.check if result.x == 0.0 && result.y == 0.0
        result
      end
    end

    # A animation. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class Animation < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Lyon.quietly(RT_LYON_ANIMATION_FREE, handle)
      end

      # Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
      # milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
      # `rt_lyon_animation_finish`. A file that is there already is replaced.
      #
      # On failure: 0.
      def self.new(file, width, height, frames, frame_ms, &block)
        result = RT_LYON_ANIMATION_NEW.call(Runtime.text(file), Runtime.integer(width), Runtime.integer(height), Runtime.integer(frames), Runtime.integer(frame_ms))
        SimpleNative::Lyon.check if result == 0
        Animation.wrap(result, nil, true, &block)
      end

      # Adds the next frame: width · height · 4 bytes, as for `rt_lyon_png_save`. Fails where all frames are there.
      #
      # On failure: false.
      def add_frame(pixels)
        result = RT_LYON_ANIMATION_ADD_FRAME.call(@handle, *Runtime.bytes(pixels)) != 0
        SimpleNative::Lyon.check if !result
        result
      end

      # Completes the file and frees the animation. Fails, and removes the file, where frames are missing or it
      # cannot be written.
      #
      # On failure: false.
      def finish()
        result = RT_LYON_ANIMATION_FINISH.call(@handle) != 0
        SimpleNative::Lyon.check if !result
        @handle = 0
        forget
        result
      end
    end
  end
end
