-- 2D paths: made, measured, tessellated into triangles for a GPU, drawn into pictures, and saved.
--
-- Coordinates are 64-bit floats and no particular way up: where y grows downwards, as on a screen, a positive
-- angle turns clockwise. Angles are in radians. Lengths, radii and tolerances are in the path's own units.
--
-- Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

local rt = require("simple_native.runtime")
local C, M = rt.C, {}
local check, quietly = rt.failure("lyon")

M.PathBuilder = rt.class("PathBuilder", true)
M.Path = rt.class("Path", true)
M.FillTessellation = rt.class("FillTessellation", true)
M.VertexBuffer = rt.class("VertexBuffer", true)
M.IndexBuffer = rt.class("IndexBuffer", true)
M.StrokeTessellation = rt.class("StrokeTessellation", true)
M.Transform = rt.class("Transform", true)
M.Animation = rt.class("Animation", true)

--- A new, empty path builder. Free it with `rt_lyon_path_builder_free`, or turn it into a path with
--- `rt_lyon_path_builder_build`, which frees it too.
function M.rt_lyon_path_builder_new()
    return C.rt_lyon_path_builder_new()
end

--- Frees a path builder, and what was drawn with it.
---
--- On failure: false.
function M.rt_lyon_path_builder_free(builder)
    return C.rt_lyon_path_builder_free(rt.to_integer(builder))
end

--- Begins a subpath at a point. A subpath that is still open ends there, unclosed. Coordinates go from -1e30
--- to 1e30, here and everywhere.
---
--- On failure: false.
function M.rt_lyon_path_builder_begin(builder, x, y)
    return C.rt_lyon_path_builder_begin(rt.to_integer(builder), x, y)
end

--- A line to a point. Fails where no subpath is open.
---
--- On failure: false.
function M.rt_lyon_path_builder_line_to(builder, x, y)
    return C.rt_lyon_path_builder_line_to(rt.to_integer(builder), x, y)
end

--- A quadratic Bézier curve to a point. Fails where no subpath is open.
---
--- On failure: false.
function M.rt_lyon_path_builder_quadratic_bezier_to(builder, ctrl_x, ctrl_y, to_x, to_y)
    return C.rt_lyon_path_builder_quadratic_bezier_to(rt.to_integer(builder), ctrl_x, ctrl_y, to_x, to_y)
end

--- A cubic Bézier curve to a point. Fails where no subpath is open.
---
--- On failure: false.
function M.rt_lyon_path_builder_cubic_bezier_to(builder, ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y)
    return C.rt_lyon_path_builder_cubic_bezier_to(rt.to_integer(builder), ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y)
end

--- An arc of a circle around a centre: a line to its start where the subpath ends elsewhere, then the arc.
--- Angles in radians, from the direction of x towards that of y; a negative sweep turns the other way, and
--- one beyond 2π goes round more than once (1,000 times at most). Within 7e-8 of the radius of the true
--- circle. Fails where no subpath is open or the radius is below 0.
---
--- On failure: false.
function M.rt_lyon_path_builder_arc_to(builder, center_x, center_y, radius, start_angle, sweep_angle)
    return C.rt_lyon_path_builder_arc_to(rt.to_integer(builder), center_x, center_y, radius, start_angle, sweep_angle)
end

--- Closes the open subpath with a line back to its start. Fails where no subpath is open.
---
--- On failure: false.
function M.rt_lyon_path_builder_close(builder)
    return C.rt_lyon_path_builder_close(rt.to_integer(builder))
end

--- Ends the open subpath, unclosed, and makes the path. Frees the builder.
---
--- On failure: 0.
function M.rt_lyon_path_builder_build(builder)
    return C.rt_lyon_path_builder_build(rt.to_integer(builder))
end

--- Frees a path.
---
--- On failure: false.
function M.rt_lyon_path_free(path)
    return C.rt_lyon_path_free(rt.to_integer(path))
end

--- The exact extent of the path's lines and curves; control points that the curves do not reach do not
--- count. Fails for a path without points.
---
--- On failure: min_x 0.0, min_y 0.0, max_x 0.0, max_y 0.0.
function M.rt_lyon_path_get_bounds(path)
    return rt.structures.RtPathBounds(C.rt_lyon_path_get_bounds(rt.to_integer(path)))
end

--- Whether a point lies inside the path, by the non-zero rule; open subpaths count as closed. Exact for
--- curves too. A point on the outline itself may be either.
---
--- On failure: false.
function M.rt_lyon_path_contains_point(path, x, y)
    return C.rt_lyon_path_contains_point(rt.to_integer(path), x, y)
end

--- The path with each point moved: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty. Fails where a coordinate
--- would leave -1e30 to 1e30.
---
--- On failure: 0.
function M.rt_lyon_path_transform(path, m11, m12, m21, m22, tx, ty)
    return C.rt_lyon_path_transform(rt.to_integer(path), m11, m12, m21, m22, tx, ty)
end

--- A rectangle with corners at (x, y) and (x + width, y + height), drawn from x towards x + width first.
--- Fails where width or height is below 0.
---
--- On failure: 0.
function M.rt_lyon_path_rectangle(x, y, width, height)
    return C.rt_lyon_path_rectangle(x, y, width, height)
end

--- A rectangle whose corners are quarter circles. A radius of more than half the width or height counts as
--- that half. Fails where width, height or radius is below 0.
---
--- On failure: 0.
function M.rt_lyon_path_rounded_rectangle(x, y, width, height, radius)
    return C.rt_lyon_path_rounded_rectangle(x, y, width, height, radius)
end

--- A circle, drawn from its rightmost point towards growing y. Within 7e-8 of its radius of the true circle.
--- Fails where the radius is below 0.
---
--- On failure: 0.
function M.rt_lyon_path_circle(center_x, center_y, radius)
    return C.rt_lyon_path_circle(center_x, center_y, radius)
end

--- An ellipse with axes along x and y, drawn like a circle. Fails where a radius is below 0.
---
--- On failure: 0.
function M.rt_lyon_path_ellipse(center_x, center_y, radius_x, radius_y)
    return C.rt_lyon_path_ellipse(center_x, center_y, radius_x, radius_y)
end

--- A closed polygon through `num_points` points, given as x, y pairs in `points`; further numbers are not
--- looked at. Fails for fewer than 3 points, and where `points` holds fewer than 2 · num_points numbers.
---
--- On failure: 0.
function M.rt_lyon_path_polygon(points, num_points)
    local points_data, points_len = rt.floats(points)
    return C.rt_lyon_path_polygon(points_data, points_len, rt.to_integer(num_points))
end

--- A star with `num_points` tips (3 to 1,000,000) at `outer_radius` and as many notches at `inner_radius`,
--- evenly spaced. The first tip is at (center_x, center_y − outer_radius): upwards where y grows downwards.
--- Its area is num_points · inner_radius · outer_radius · sin(π / num_points). Fails where a radius is
--- below 0.
---
--- On failure: 0.
function M.rt_lyon_path_star(center_x, center_y, inner_radius, outer_radius, num_points)
    return C.rt_lyon_path_star(center_x, center_y, inner_radius, outer_radius, rt.to_integer(num_points))
end

--- Triangles that fill a path by the even-odd rule; open subpaths count as closed. `tolerance` is how far a
--- triangle's edge may lie from the curve it stands for, in the path's units. Vertices are 32-bit numbers
--- relative to the path's own place and size: to about 1e-7 of its extent. Fails for a tolerance that is not
--- above 0, or so small that the curves would take more than 1,048,576 lines.
---
--- On failure: 0.
function M.rt_lyon_fill_tessellate(path, tolerance)
    return C.rt_lyon_fill_tessellate(rt.to_integer(path), tolerance)
end

--- The same by a fill rule: even-odd 0, non-zero 1.
---
--- On failure: 0.
function M.rt_lyon_fill_tessellate_with_rule(path, tolerance, fill_rule)
    return C.rt_lyon_fill_tessellate_with_rule(rt.to_integer(path), tolerance, rt.to_integer(fill_rule))
end

--- Frees a tessellation. Buffers got from it stay valid.
---
--- On failure: false.
function M.rt_lyon_fill_tessellation_free(tess)
    return C.rt_lyon_fill_tessellation_free(rt.to_integer(tess))
end

--- The vertices, as a buffer of its own to be freed. Nothing is copied.
---
--- On failure: 0.
function M.rt_lyon_fill_tessellation_get_vertices(tess)
    return C.rt_lyon_fill_tessellation_get_vertices(rt.to_integer(tess))
end

--- The indices, as a buffer of its own to be freed. Nothing is copied.
---
--- On failure: 0.
function M.rt_lyon_fill_tessellation_get_indices(tess)
    return C.rt_lyon_fill_tessellation_get_indices(rt.to_integer(tess))
end

--- How many vertices there are.
---
--- On failure: -1.
function M.rt_lyon_fill_tessellation_vertex_count(tess)
    return rt.integer(C.rt_lyon_fill_tessellation_vertex_count(rt.to_integer(tess)))
end

--- How many indices there are: 3 for each triangle.
---
--- On failure: -1.
function M.rt_lyon_fill_tessellation_index_count(tess)
    return rt.integer(C.rt_lyon_fill_tessellation_index_count(rt.to_integer(tess)))
end

--- Triangles that stroke a path with a line of this width, with butt caps, miter joins and a miter limit of 4.
--- `tolerance` is how far the middle of the stroke may lie from the curve, and a round cap's or join's edge from
--- its circle. Triangles may overlap where the path turns sharply or crosses itself. A width of 0 gives no
--- triangles; one below 0, or below 1e-7 of the path's extent, fails, and so does a tolerance as for filling.
---
--- On failure: 0.
function M.rt_lyon_stroke_tessellate(path, width, tolerance)
    return C.rt_lyon_stroke_tessellate(rt.to_integer(path), width, tolerance)
end

--- The same with options, a JSON object: `line_cap` "butt", "square" or "round"; `line_join` "miter", "round" or
--- "bevel"; `miter_limit` from 1 to 1000000, SVG's: a join whose length, from its inner corner to its tip, is
--- more line widths than that becomes a bevel. An unknown key or value fails, and last error names it. `{}` changes nothing.
---
--- On failure: 0.
function M.rt_lyon_stroke_tessellate_with_options(path, width, tolerance, options_json)
    return C.rt_lyon_stroke_tessellate_with_options(rt.to_integer(path), width, tolerance, rt.text(options_json))
end

--- Frees a tessellation. Buffers got from it stay valid.
---
--- On failure: false.
function M.rt_lyon_stroke_tessellation_free(tess)
    return C.rt_lyon_stroke_tessellation_free(rt.to_integer(tess))
end

--- The vertices, as a buffer of its own to be freed. Nothing is copied.
---
--- On failure: 0.
function M.rt_lyon_stroke_tessellation_get_vertices(tess)
    return C.rt_lyon_stroke_tessellation_get_vertices(rt.to_integer(tess))
end

--- The indices, as a buffer of its own to be freed. Nothing is copied.
---
--- On failure: 0.
function M.rt_lyon_stroke_tessellation_get_indices(tess)
    return C.rt_lyon_stroke_tessellation_get_indices(rt.to_integer(tess))
end

--- How many vertices there are.
---
--- On failure: -1.
function M.rt_lyon_stroke_tessellation_vertex_count(tess)
    return rt.integer(C.rt_lyon_stroke_tessellation_vertex_count(rt.to_integer(tess)))
end

--- How many indices there are: 3 for each triangle.
---
--- On failure: -1.
function M.rt_lyon_stroke_tessellation_index_count(tess)
    return rt.integer(C.rt_lyon_stroke_tessellation_index_count(rt.to_integer(tess)))
end

--- Frees a vertex buffer. The tessellation it came from stays valid.
---
--- On failure: false.
function M.rt_lyon_vertex_buffer_free(buffer)
    return C.rt_lyon_vertex_buffer_free(rt.to_integer(buffer))
end

--- Where a vertex is. Fails where there is no vertex of that index, which counts from 0.
---
--- On failure: x 0.0, y 0.0.
function M.rt_lyon_vertex_buffer_get_position(buffer, index)
    return rt.structures.RtVertexPosition(C.rt_lyon_vertex_buffer_get_position(rt.to_integer(buffer), rt.to_integer(index)))
end

--- The normal of a vertex of a stroke: how far it lies from the middle of the stroke, in half line widths (1 on
--- a straight edge, more on a miter). Zeros for a fill. Fails where there is no vertex of that index.
---
--- On failure: x 0.0, y 0.0.
function M.rt_lyon_vertex_buffer_get_normal(buffer, index)
    return rt.structures.RtVertexNormal(C.rt_lyon_vertex_buffer_get_normal(rt.to_integer(buffer), rt.to_integer(index)))
end

--- How many vertices there are.
---
--- On failure: -1.
function M.rt_lyon_vertex_buffer_size(buffer)
    return rt.integer(C.rt_lyon_vertex_buffer_size(rt.to_integer(buffer)))
end

--- All vertices: x, y, normal_x, normal_y for each.
---
--- On failure: [].
function M.rt_lyon_vertex_buffer_to_array(buffer)
    return rt.take_numbers(C.rt_lyon_vertex_buffer_to_array(rt.to_integer(buffer)), C.rt_f64_array_free)
end

--- Frees an index buffer. The tessellation it came from stays valid.
---
--- On failure: false.
function M.rt_lyon_index_buffer_free(buffer)
    return C.rt_lyon_index_buffer_free(rt.to_integer(buffer))
end

--- The index of a triangle's corner among the vertices: items 3·n to 3·n + 2 are triangle n. Fails where
--- there is no item of that index.
---
--- On failure: -1.
function M.rt_lyon_index_buffer_get(buffer, index)
    return rt.integer(C.rt_lyon_index_buffer_get(rt.to_integer(buffer), rt.to_integer(index)))
end

--- How many indices there are: 3 for each triangle.
---
--- On failure: -1.
function M.rt_lyon_index_buffer_size(buffer)
    return rt.integer(C.rt_lyon_index_buffer_size(rt.to_integer(buffer)))
end

--- All indices, 3 for each triangle.
---
--- On failure: [].
function M.rt_lyon_index_buffer_to_array(buffer)
    return rt.take_numbers(C.rt_lyon_index_buffer_to_array(rt.to_integer(buffer)), C.rt_i64_array_free)
end

--- The transform that changes nothing.
function M.rt_lyon_transform_identity()
    return C.rt_lyon_transform_identity()
end

--- A shift by (tx, ty).
---
--- On failure: 0.
function M.rt_lyon_transform_translate(tx, ty)
    return C.rt_lyon_transform_translate(tx, ty)
end

--- A turn around the origin, in radians, from the direction of x towards that of y: a positive angle turns
--- (1, 0) towards (0, 1).
---
--- On failure: 0.
function M.rt_lyon_transform_rotate(angle)
    return C.rt_lyon_transform_rotate(angle)
end

--- Multiplies x by sx and y by sy; negative factors mirror.
---
--- On failure: 0.
function M.rt_lyon_transform_scale(sx, sy)
    return C.rt_lyon_transform_scale(sx, sy)
end

--- The transform that does t1 first and then t2.
---
--- On failure: 0.
function M.rt_lyon_transform_multiply(t1, t2)
    return C.rt_lyon_transform_multiply(rt.to_integer(t1), rt.to_integer(t2))
end

--- Frees a transform.
---
--- On failure: false.
function M.rt_lyon_transform_free(transform)
    return C.rt_lyon_transform_free(rt.to_integer(transform))
end

--- Why this thread's last failed lyon call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
function M.rt_lyon_get_last_error()
    return rt.take_text(C.rt_lyon_get_last_error())
end

--- Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
--- milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
--- `rt_lyon_animation_finish`. A file that is there already is replaced.
---
--- On failure: 0.
function M.rt_lyon_animation_new(file, width, height, frames, frame_ms)
    return C.rt_lyon_animation_new(rt.text(file), rt.to_integer(width), rt.to_integer(height), rt.to_integer(frames), rt.to_integer(frame_ms))
end

--- Adds the next frame: width · height · 4 bytes, as for `rt_lyon_png_save`. Fails where all frames are there.
---
--- On failure: false.
function M.rt_lyon_animation_add_frame(animation, pixels)
    local pixels_data, pixels_len = rt.bytes(pixels)
    return C.rt_lyon_animation_add_frame(rt.to_integer(animation), pixels_data, pixels_len)
end

--- Completes the file and frees the animation. Fails, and removes the file, where frames are missing or it
--- cannot be written.
---
--- On failure: false.
function M.rt_lyon_animation_finish(animation)
    return C.rt_lyon_animation_finish(rt.to_integer(animation))
end

--- Frees an animation that is not wanted any more, and removes its file.
---
--- On failure: false.
function M.rt_lyon_animation_free(animation)
    return C.rt_lyon_animation_free(rt.to_integer(animation))
end

--- All vertices as a GPU takes them: 16 bytes each, four 32-bit floats in the machine's byte order: x, y,
--- normal_x, normal_y.
---
--- On failure: [].
function M.rt_lyon_vertex_buffer_bytes(buffer)
    return rt.take_bytes(C.rt_lyon_vertex_buffer_bytes(rt.to_integer(buffer)))
end

--- All indices as a GPU takes them: 4 bytes each, unsigned 32-bit integers in the machine's byte order.
---
--- On failure: [].
function M.rt_lyon_index_buffer_bytes(buffer)
    return rt.take_bytes(C.rt_lyon_index_buffer_bytes(rt.to_integer(buffer)))
end

--- Writes the bytes of `rt_lyon_vertex_buffer_bytes` into memory of the caller's, a mapped GPU buffer say, and
--- returns how many. Fails, and writes nothing, where it is smaller than 16 bytes for each vertex.
---
--- On failure: -1.
function M.rt_lyon_vertex_buffer_write(buffer, out)
    local out_data, out_len = rt.buffer(out)
    return rt.integer(C.rt_lyon_vertex_buffer_write(rt.to_integer(buffer), out_data, out_len))
end

--- Writes the bytes of `rt_lyon_index_buffer_bytes` into memory of the caller's and returns how many. Fails, and
--- writes nothing, where it is smaller than 4 bytes for each index.
---
--- On failure: -1.
function M.rt_lyon_index_buffer_write(buffer, out)
    local out_data, out_len = rt.buffer(out)
    return rt.integer(C.rt_lyon_index_buffer_write(rt.to_integer(buffer), out_data, out_len))
end

--- Adds all subpaths of a path. A subpath that is still open ends there, unclosed, and none is open afterwards.
function M.rt_lyon_path_builder_add_path(builder, path)
    C.rt_lyon_path_builder_add_path(rt.to_integer(builder), rt.to_integer(path))
end

--- Lays a filled path over a picture. `transform` takes the path's coordinates to pixels, with (0, 0) the top
--- left corner of the picture and y downwards; 0 stands for the transform that changes nothing. `color` is
--- 0xRRGGBBAA. `pixels` is the picture: width · height · 4 bytes of red, green, blue and alpha, not
--- premultiplied, row after row from the top. Edges are smoothed: a pixel takes as much of the colour as
--- the path covers of it, seen along 16 lines a row: what is lower than a sixteenth of a pixel may be missed or
--- come out too strong. What lies outside the picture is left out.
---
--- On failure: false.
function M.rt_lyon_fill_tessellation_draw(tess, transform, color, pixels, width, height)
    local pixels_data, pixels_len = rt.buffer(pixels)
    return C.rt_lyon_fill_tessellation_draw(rt.to_integer(tess), rt.to_integer(transform), rt.to_integer(color), pixels_data, pixels_len, rt.to_integer(width), rt.to_integer(height))
end

--- Lays a stroked path over a picture, as `rt_lyon_fill_tessellation_draw` does a filled one. Where triangles
--- overlap, the colour is laid once.
---
--- On failure: false.
function M.rt_lyon_stroke_tessellation_draw(tess, transform, color, pixels, width, height)
    local pixels_data, pixels_len = rt.buffer(pixels)
    return C.rt_lyon_stroke_tessellation_draw(rt.to_integer(tess), rt.to_integer(transform), rt.to_integer(color), pixels_data, pixels_len, rt.to_integer(width), rt.to_integer(height))
end

--- A new picture, transparent but for the path filled with a colour (0xRRGGBBAA) by a fill rule (even-odd 0,
--- non-zero 1). The path's coordinates are pixels. Width and height are 1 to 32,768.
---
--- On failure: [].
function M.rt_lyon_path_rasterize(path, fill_rule, color, width, height)
    return rt.take_bytes(C.rt_lyon_path_rasterize(rt.to_integer(path), rt.to_integer(fill_rule), rt.to_integer(color), rt.to_integer(width), rt.to_integer(height)))
end

--- Whether a point lies in one of the triangles.
---
--- On failure: false.
function M.rt_lyon_fill_tessellation_contains_point(tess, x, y)
    return C.rt_lyon_fill_tessellation_contains_point(rt.to_integer(tess), x, y)
end

--- True where this build holds the lyon library, as it does where this links.
function M.rt_lyon_available()
    return C.rt_lyon_available()
end

--- Forgets why this thread's last failed lyon call failed.
function M.rt_lyon_clear_error()
    C.rt_lyon_clear_error()
end

--- The version of the wrapped library, the crate `lyon`.
function M.rt_lyon_version()
    return rt.take_text(C.rt_lyon_version())
end

--- The same with a transform: `rt_lyon_path_transform` with the six numbers that `rt_lyon_transform_get` gives.
---
--- On failure: 0.
function M.rt_lyon_path_apply_transform(path, transform)
    return C.rt_lyon_path_apply_transform(rt.to_integer(path), rt.to_integer(transform))
end

--- Whether a point lies inside the path by a fill rule: even-odd 0, non-zero 1.
---
--- On failure: false.
function M.rt_lyon_path_contains_point_with_rule(path, x, y, fill_rule)
    return C.rt_lyon_path_contains_point_with_rule(rt.to_integer(path), x, y, rt.to_integer(fill_rule))
end

--- The length of all subpaths together; a closed one's closing line counts. To about 1e-9 of the length.
---
--- On failure: 0.0.
function M.rt_lyon_path_length(path)
    return C.rt_lyon_path_length(rt.to_integer(path))
end

--- The point at a distance along the path, from 0 to `rt_lyon_path_length`, and the direction there. Subpaths
--- follow one another; the jump between them takes no length. Fails for a path without length and for a
--- distance beyond its ends.
---
--- On failure: x 0.0, y 0.0, tangent_x 0.0, tangent_y 0.0.
function M.rt_lyon_path_point_at(path, distance)
    return rt.structures.RtPathPoint(C.rt_lyon_path_point_at(rt.to_integer(path), distance))
end

--- The path cut into dashes: `pattern` holds the lengths of dash, gap, dash, gap and so on, and repeats (an odd
--- number of lengths is taken twice over, as in SVG). The pattern starts `offset` into itself at the start of
--- each subpath. Curves stay curves. On a closed subpath, a dash that runs across its start stays one piece.
--- Fails for a length below 0, for a pattern that adds up to 0, and for more than 1,000,000 dashes.
---
--- On failure: 0.
function M.rt_lyon_path_dash(path, pattern, offset)
    local pattern_data, pattern_len = rt.floats(pattern)
    return C.rt_lyon_path_dash(rt.to_integer(path), pattern_data, pattern_len, offset)
end

--- The path that SVG path data describes (the `d` of a `<path>`): all commands, absolute and relative. The empty
--- text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.
---
--- On failure: 0.
function M.rt_lyon_path_from_svg(d)
    return C.rt_lyon_path_from_svg(rt.text(d))
end

--- The path as SVG path data, in absolute M, L, Q, C and Z. Read back, it gives the same path, bit for bit.
---
--- On failure: "".
function M.rt_lyon_path_to_svg(path)
    return rt.take_text(C.rt_lyon_path_to_svg(rt.to_integer(path)))
end

--- A picture as the bytes of a PNG file. `pixels` are 4 bytes each: red, green, blue, alpha (not premultiplied),
--- row after row from the top.
---
--- On failure: [].
function M.rt_lyon_png_encode(pixels, width, height)
    local pixels_data, pixels_len = rt.bytes(pixels)
    return rt.take_bytes(C.rt_lyon_png_encode(pixels_data, pixels_len, rt.to_integer(width), rt.to_integer(height)))
end

--- Writes a picture to a PNG file. A file that is there already is replaced.
---
--- On failure: false.
function M.rt_lyon_png_save(file, pixels, width, height)
    local pixels_data, pixels_len = rt.bytes(pixels)
    return C.rt_lyon_png_save(rt.text(file), pixels_data, pixels_len, rt.to_integer(width), rt.to_integer(height))
end

--- Whether a point lies in one of the triangles.
---
--- On failure: false.
function M.rt_lyon_stroke_tessellation_contains_point(tess, x, y)
    return C.rt_lyon_stroke_tessellation_contains_point(rt.to_integer(tess), x, y)
end

--- Whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
--- tolerance of a hundredth of the width. For many points, make the tessellation once.
---
--- On failure: false.
function M.rt_lyon_path_stroke_contains_point(path, width, options_json, x, y)
    return C.rt_lyon_path_stroke_contains_point(rt.to_integer(path), width, rt.text(options_json), x, y)
end

--- The transform with these six numbers: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
---
--- On failure: 0.
function M.rt_lyon_transform_new(m11, m12, m21, m22, tx, ty)
    return C.rt_lyon_transform_new(m11, m12, m21, m22, tx, ty)
end

--- The six numbers of a transform.
---
--- On failure: m11 0.0, m12 0.0, m21 0.0, m22 0.0, tx 0.0, ty 0.0.
function M.rt_lyon_transform_get(transform)
    return rt.structures.RtTransformMatrix(C.rt_lyon_transform_get(rt.to_integer(transform)))
end

--- The transform that undoes another. Fails where there is none: for a transform that flattens the plane.
---
--- On failure: 0.
function M.rt_lyon_transform_inverse(transform)
    return C.rt_lyon_transform_inverse(rt.to_integer(transform))
end

--- Where a transform takes a point.
---
--- On failure: x 0.0, y 0.0.
function M.rt_lyon_transform_apply(transform, x, y)
    return rt.structures.RtTransformedPoint(C.rt_lyon_transform_apply(rt.to_integer(transform), x, y))
end

--- Frees it; a second time does nothing.
function M.PathBuilder:_release()
    quietly(C.rt_lyon_path_builder_free, self.handle)
end

--- A new, empty path builder. Free it with `rt_lyon_path_builder_free`, or turn it into a path with
--- `rt_lyon_path_builder_build`, which frees it too.
function M.PathBuilder.new()
    local result = C.rt_lyon_path_builder_new()
    return M.PathBuilder.wrap(result, nil, true)
end

--- Begins a subpath at a point. A subpath that is still open ends there, unclosed. Coordinates go from -1e30
--- to 1e30, here and everywhere.
---
--- On failure: false.
function M.PathBuilder:begin(x, y)
    local result = C.rt_lyon_path_builder_begin(self.handle, x, y)
    if result == false then check() end
    return result
end

--- A line to a point. Fails where no subpath is open.
---
--- On failure: false.
function M.PathBuilder:line_to(x, y)
    local result = C.rt_lyon_path_builder_line_to(self.handle, x, y)
    if result == false then check() end
    return result
end

--- A quadratic Bézier curve to a point. Fails where no subpath is open.
---
--- On failure: false.
function M.PathBuilder:quadratic_bezier_to(ctrl_x, ctrl_y, to_x, to_y)
    local result = C.rt_lyon_path_builder_quadratic_bezier_to(self.handle, ctrl_x, ctrl_y, to_x, to_y)
    if result == false then check() end
    return result
end

--- A cubic Bézier curve to a point. Fails where no subpath is open.
---
--- On failure: false.
function M.PathBuilder:cubic_bezier_to(ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y)
    local result = C.rt_lyon_path_builder_cubic_bezier_to(self.handle, ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y)
    if result == false then check() end
    return result
end

--- An arc of a circle around a centre: a line to its start where the subpath ends elsewhere, then the arc.
--- Angles in radians, from the direction of x towards that of y; a negative sweep turns the other way, and
--- one beyond 2π goes round more than once (1,000 times at most). Within 7e-8 of the radius of the true
--- circle. Fails where no subpath is open or the radius is below 0.
---
--- On failure: false.
function M.PathBuilder:arc_to(center_x, center_y, radius, start_angle, sweep_angle)
    local result = C.rt_lyon_path_builder_arc_to(self.handle, center_x, center_y, radius, start_angle, sweep_angle)
    if result == false then check() end
    return result
end

--- Closes the open subpath with a line back to its start. Fails where no subpath is open.
---
--- On failure: false.
function M.PathBuilder:path_builder_close()
    local result = C.rt_lyon_path_builder_close(self.handle)
    if result == false then check() end
    return result
end

--- Ends the open subpath, unclosed, and makes the path. Frees the builder.
---
--- On failure: 0.
function M.PathBuilder:build()
    local result = C.rt_lyon_path_builder_build(self.handle)
    if result == 0 then check() end
    self.handle = 0LL
    return M.Path.wrap(result, nil, true)
end

--- Adds all subpaths of a path. A subpath that is still open ends there, unclosed, and none is open afterwards.
function M.PathBuilder:add_path(path)
    C.rt_lyon_clear_error()
    C.rt_lyon_path_builder_add_path(self.handle, rt.handle(path))
    check()
end

--- Frees it; a second time does nothing.
function M.Path:_release()
    quietly(C.rt_lyon_path_free, self.handle)
end

--- A rectangle with corners at (x, y) and (x + width, y + height), drawn from x towards x + width first.
--- Fails where width or height is below 0.
---
--- On failure: 0.
function M.Path.rectangle(x, y, width, height)
    local result = C.rt_lyon_path_rectangle(x, y, width, height)
    if result == 0 then check() end
    return M.Path.wrap(result, nil, true)
end

--- A rectangle whose corners are quarter circles. A radius of more than half the width or height counts as
--- that half. Fails where width, height or radius is below 0.
---
--- On failure: 0.
function M.Path.rounded_rectangle(x, y, width, height, radius)
    local result = C.rt_lyon_path_rounded_rectangle(x, y, width, height, radius)
    if result == 0 then check() end
    return M.Path.wrap(result, nil, true)
end

--- A circle, drawn from its rightmost point towards growing y. Within 7e-8 of its radius of the true circle.
--- Fails where the radius is below 0.
---
--- On failure: 0.
function M.Path.circle(center_x, center_y, radius)
    local result = C.rt_lyon_path_circle(center_x, center_y, radius)
    if result == 0 then check() end
    return M.Path.wrap(result, nil, true)
end

--- An ellipse with axes along x and y, drawn like a circle. Fails where a radius is below 0.
---
--- On failure: 0.
function M.Path.ellipse(center_x, center_y, radius_x, radius_y)
    local result = C.rt_lyon_path_ellipse(center_x, center_y, radius_x, radius_y)
    if result == 0 then check() end
    return M.Path.wrap(result, nil, true)
end

--- A closed polygon through `num_points` points, given as x, y pairs in `points`; further numbers are not
--- looked at. Fails for fewer than 3 points, and where `points` holds fewer than 2 · num_points numbers.
---
--- On failure: 0.
function M.Path.polygon(points, num_points)
    local points_data, points_len = rt.floats(points)
    local result = C.rt_lyon_path_polygon(points_data, points_len, rt.to_integer(num_points))
    if result == 0 then check() end
    return M.Path.wrap(result, nil, true)
end

--- A star with `num_points` tips (3 to 1,000,000) at `outer_radius` and as many notches at `inner_radius`,
--- evenly spaced. The first tip is at (center_x, center_y − outer_radius): upwards where y grows downwards.
--- Its area is num_points · inner_radius · outer_radius · sin(π / num_points). Fails where a radius is
--- below 0.
---
--- On failure: 0.
function M.Path.star(center_x, center_y, inner_radius, outer_radius, num_points)
    local result = C.rt_lyon_path_star(center_x, center_y, inner_radius, outer_radius, rt.to_integer(num_points))
    if result == 0 then check() end
    return M.Path.wrap(result, nil, true)
end

--- The path that SVG path data describes (the `d` of a `<path>`): all commands, absolute and relative. The empty
--- text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.
---
--- On failure: 0.
function M.Path.from_svg(d)
    local result = C.rt_lyon_path_from_svg(rt.text(d))
    if result == 0 then check() end
    return M.Path.wrap(result, nil, true)
end

--- The exact extent of the path's lines and curves; control points that the curves do not reach do not
--- count. Fails for a path without points.
---
--- On failure: min_x 0.0, min_y 0.0, max_x 0.0, max_y 0.0.
function M.Path:get_bounds()
    local result = rt.structures.RtPathBounds(C.rt_lyon_path_get_bounds(self.handle))
    if result["min_x"] == 0.0 and result["min_y"] == 0.0 and result["max_x"] == 0.0 and result["max_y"] == 0.0 then check() end
    return result
end

--- Whether a point lies inside the path, by the non-zero rule; open subpaths count as closed. Exact for
--- curves too. A point on the outline itself may be either.
---
--- On failure: false.
function M.Path:contains_point(x, y)
    local result = C.rt_lyon_path_contains_point(self.handle, x, y)
    if result == false then check() end
    return result
end

--- The path with each point moved: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty. Fails where a coordinate
--- would leave -1e30 to 1e30.
---
--- On failure: 0.
function M.Path:transform(m11, m12, m21, m22, tx, ty)
    local result = C.rt_lyon_path_transform(self.handle, m11, m12, m21, m22, tx, ty)
    if result == 0 then check() end
    return M.Path.wrap(result, nil, true)
end

--- Triangles that fill a path by the even-odd rule; open subpaths count as closed. `tolerance` is how far a
--- triangle's edge may lie from the curve it stands for, in the path's units. Vertices are 32-bit numbers
--- relative to the path's own place and size: to about 1e-7 of its extent. Fails for a tolerance that is not
--- above 0, or so small that the curves would take more than 1,048,576 lines.
---
--- On failure: 0.
function M.Path:fill_tessellate(tolerance)
    local result = C.rt_lyon_fill_tessellate(self.handle, tolerance)
    if result == 0 then check() end
    return M.FillTessellation.wrap(result, nil, true)
end

--- The same by a fill rule: even-odd 0, non-zero 1.
---
--- On failure: 0.
function M.Path:fill_tessellate_with_rule(tolerance, fill_rule)
    local result = C.rt_lyon_fill_tessellate_with_rule(self.handle, tolerance, rt.to_integer(fill_rule))
    if result == 0 then check() end
    return M.FillTessellation.wrap(result, nil, true)
end

--- Triangles that stroke a path with a line of this width, with butt caps, miter joins and a miter limit of 4.
--- `tolerance` is how far the middle of the stroke may lie from the curve, and a round cap's or join's edge from
--- its circle. Triangles may overlap where the path turns sharply or crosses itself. A width of 0 gives no
--- triangles; one below 0, or below 1e-7 of the path's extent, fails, and so does a tolerance as for filling.
---
--- On failure: 0.
function M.Path:stroke_tessellate(width, tolerance)
    local result = C.rt_lyon_stroke_tessellate(self.handle, width, tolerance)
    if result == 0 then check() end
    return M.StrokeTessellation.wrap(result, nil, true)
end

--- The same with options, a JSON object: `line_cap` "butt", "square" or "round"; `line_join` "miter", "round" or
--- "bevel"; `miter_limit` from 1 to 1000000, SVG's: a join whose length, from its inner corner to its tip, is
--- more line widths than that becomes a bevel. An unknown key or value fails, and last error names it. `{}` changes nothing.
---
--- On failure: 0.
function M.Path:stroke_tessellate_with_options(width, tolerance, options_json)
    local result = C.rt_lyon_stroke_tessellate_with_options(self.handle, width, tolerance, rt.text(options_json))
    if result == 0 then check() end
    return M.StrokeTessellation.wrap(result, nil, true)
end

--- A new picture, transparent but for the path filled with a colour (0xRRGGBBAA) by a fill rule (even-odd 0,
--- non-zero 1). The path's coordinates are pixels. Width and height are 1 to 32,768.
---
--- On failure: [].
function M.Path:rasterize(fill_rule, color, width, height)
    local result = rt.take_bytes(C.rt_lyon_path_rasterize(self.handle, rt.to_integer(fill_rule), rt.to_integer(color), rt.to_integer(width), rt.to_integer(height)))
    if #result == 0 then check() end
    return result
end

--- The same with a transform: `rt_lyon_path_transform` with the six numbers that `rt_lyon_transform_get` gives.
---
--- On failure: 0.
function M.Path:apply_transform(transform)
    local result = C.rt_lyon_path_apply_transform(self.handle, rt.handle(transform))
    if result == 0 then check() end
    return M.Path.wrap(result, nil, true)
end

--- Whether a point lies inside the path by a fill rule: even-odd 0, non-zero 1.
---
--- On failure: false.
function M.Path:contains_point_with_rule(x, y, fill_rule)
    local result = C.rt_lyon_path_contains_point_with_rule(self.handle, x, y, rt.to_integer(fill_rule))
    if result == false then check() end
    return result
end

--- The length of all subpaths together; a closed one's closing line counts. To about 1e-9 of the length.
---
--- On failure: 0.0.
function M.Path:length()
    local result = C.rt_lyon_path_length(self.handle)
    if result == 0.0 then check() end
    return result
end

--- The point at a distance along the path, from 0 to `rt_lyon_path_length`, and the direction there. Subpaths
--- follow one another; the jump between them takes no length. Fails for a path without length and for a
--- distance beyond its ends.
---
--- On failure: x 0.0, y 0.0, tangent_x 0.0, tangent_y 0.0.
function M.Path:point_at(distance)
    local result = rt.structures.RtPathPoint(C.rt_lyon_path_point_at(self.handle, distance))
    if result["x"] == 0.0 and result["y"] == 0.0 and result["tangent_x"] == 0.0 and result["tangent_y"] == 0.0 then check() end
    return result
end

--- The path cut into dashes: `pattern` holds the lengths of dash, gap, dash, gap and so on, and repeats (an odd
--- number of lengths is taken twice over, as in SVG). The pattern starts `offset` into itself at the start of
--- each subpath. Curves stay curves. On a closed subpath, a dash that runs across its start stays one piece.
--- Fails for a length below 0, for a pattern that adds up to 0, and for more than 1,000,000 dashes.
---
--- On failure: 0.
function M.Path:dash(pattern, offset)
    local pattern_data, pattern_len = rt.floats(pattern)
    local result = C.rt_lyon_path_dash(self.handle, pattern_data, pattern_len, offset)
    if result == 0 then check() end
    return M.Path.wrap(result, nil, true)
end

--- The path as SVG path data, in absolute M, L, Q, C and Z. Read back, it gives the same path, bit for bit.
---
--- On failure: "".
function M.Path:to_svg()
    local result = rt.take_text(C.rt_lyon_path_to_svg(self.handle))
    if result == "" then check() end
    return result
end

--- Whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
--- tolerance of a hundredth of the width. For many points, make the tessellation once.
---
--- On failure: false.
function M.Path:stroke_contains_point(width, options_json, x, y)
    local result = C.rt_lyon_path_stroke_contains_point(self.handle, width, rt.text(options_json), x, y)
    if result == false then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.FillTessellation:_release()
    quietly(C.rt_lyon_fill_tessellation_free, self.handle)
end

--- The vertices, as a buffer of its own to be freed. Nothing is copied.
---
--- On failure: 0.
function M.FillTessellation:get_vertices()
    local result = C.rt_lyon_fill_tessellation_get_vertices(self.handle)
    if result == 0 then check() end
    return M.VertexBuffer.wrap(result, nil, true)
end

--- The indices, as a buffer of its own to be freed. Nothing is copied.
---
--- On failure: 0.
function M.FillTessellation:get_indices()
    local result = C.rt_lyon_fill_tessellation_get_indices(self.handle)
    if result == 0 then check() end
    return M.IndexBuffer.wrap(result, nil, true)
end

--- How many vertices there are.
---
--- On failure: -1.
function M.FillTessellation:vertex_count()
    local result = rt.integer(C.rt_lyon_fill_tessellation_vertex_count(self.handle))
    if result == -1 then check() end
    return result
end

--- How many indices there are: 3 for each triangle.
---
--- On failure: -1.
function M.FillTessellation:index_count()
    local result = rt.integer(C.rt_lyon_fill_tessellation_index_count(self.handle))
    if result == -1 then check() end
    return result
end

--- Lays a filled path over a picture. `transform` takes the path's coordinates to pixels, with (0, 0) the top
--- left corner of the picture and y downwards; 0 stands for the transform that changes nothing. `color` is
--- 0xRRGGBBAA. `pixels` is the picture: width · height · 4 bytes of red, green, blue and alpha, not
--- premultiplied, row after row from the top. Edges are smoothed: a pixel takes as much of the colour as
--- the path covers of it, seen along 16 lines a row: what is lower than a sixteenth of a pixel may be missed or
--- come out too strong. What lies outside the picture is left out.
---
--- On failure: false.
function M.FillTessellation:draw(transform, color, pixels, width, height)
    local pixels_data, pixels_len = rt.buffer(pixels)
    local result = C.rt_lyon_fill_tessellation_draw(self.handle, rt.handle(transform), rt.to_integer(color), pixels_data, pixels_len, rt.to_integer(width), rt.to_integer(height))
    if result == false then check() end
    return result
end

--- Whether a point lies in one of the triangles.
---
--- On failure: false.
function M.FillTessellation:contains_point(x, y)
    local result = C.rt_lyon_fill_tessellation_contains_point(self.handle, x, y)
    if result == false then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.VertexBuffer:_release()
    quietly(C.rt_lyon_vertex_buffer_free, self.handle)
end

--- Where a vertex is. Fails where there is no vertex of that index, which counts from 0.
---
--- On failure: x 0.0, y 0.0.
function M.VertexBuffer:get_position(index)
    local result = rt.structures.RtVertexPosition(C.rt_lyon_vertex_buffer_get_position(self.handle, rt.to_integer(index)))
    if result["x"] == 0.0 and result["y"] == 0.0 then check() end
    return result
end

--- The normal of a vertex of a stroke: how far it lies from the middle of the stroke, in half line widths (1 on
--- a straight edge, more on a miter). Zeros for a fill. Fails where there is no vertex of that index.
---
--- On failure: x 0.0, y 0.0.
function M.VertexBuffer:get_normal(index)
    local result = rt.structures.RtVertexNormal(C.rt_lyon_vertex_buffer_get_normal(self.handle, rt.to_integer(index)))
    if result["x"] == 0.0 and result["y"] == 0.0 then check() end
    return result
end

--- How many vertices there are.
---
--- On failure: -1.
function M.VertexBuffer:size()
    local result = rt.integer(C.rt_lyon_vertex_buffer_size(self.handle))
    if result == -1 then check() end
    return result
end

--- All vertices: x, y, normal_x, normal_y for each.
---
--- On failure: [].
function M.VertexBuffer:to_array()
    local result = rt.take_numbers(C.rt_lyon_vertex_buffer_to_array(self.handle), C.rt_f64_array_free)
    if #result == 0 then check() end
    return result
end

--- All vertices as a GPU takes them: 16 bytes each, four 32-bit floats in the machine's byte order: x, y,
--- normal_x, normal_y.
---
--- On failure: [].
function M.VertexBuffer:bytes()
    local result = rt.take_bytes(C.rt_lyon_vertex_buffer_bytes(self.handle))
    if #result == 0 then check() end
    return result
end

--- Writes the bytes of `rt_lyon_vertex_buffer_bytes` into memory of the caller's, a mapped GPU buffer say, and
--- returns how many. Fails, and writes nothing, where it is smaller than 16 bytes for each vertex.
---
--- On failure: -1.
function M.VertexBuffer:write(out)
    local out_data, out_len = rt.buffer(out)
    local result = rt.integer(C.rt_lyon_vertex_buffer_write(self.handle, out_data, out_len))
    if result == -1 then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.IndexBuffer:_release()
    quietly(C.rt_lyon_index_buffer_free, self.handle)
end

--- The index of a triangle's corner among the vertices: items 3·n to 3·n + 2 are triangle n. Fails where
--- there is no item of that index.
---
--- On failure: -1.
function M.IndexBuffer:get(index)
    local result = rt.integer(C.rt_lyon_index_buffer_get(self.handle, rt.to_integer(index)))
    if result == -1 then check() end
    return result
end

--- How many indices there are: 3 for each triangle.
---
--- On failure: -1.
function M.IndexBuffer:size()
    local result = rt.integer(C.rt_lyon_index_buffer_size(self.handle))
    if result == -1 then check() end
    return result
end

--- All indices, 3 for each triangle.
---
--- On failure: [].
function M.IndexBuffer:to_array()
    local result = rt.take_numbers(C.rt_lyon_index_buffer_to_array(self.handle), C.rt_i64_array_free)
    if #result == 0 then check() end
    return result
end

--- All indices as a GPU takes them: 4 bytes each, unsigned 32-bit integers in the machine's byte order.
---
--- On failure: [].
function M.IndexBuffer:bytes()
    local result = rt.take_bytes(C.rt_lyon_index_buffer_bytes(self.handle))
    if #result == 0 then check() end
    return result
end

--- Writes the bytes of `rt_lyon_index_buffer_bytes` into memory of the caller's and returns how many. Fails, and
--- writes nothing, where it is smaller than 4 bytes for each index.
---
--- On failure: -1.
function M.IndexBuffer:write(out)
    local out_data, out_len = rt.buffer(out)
    local result = rt.integer(C.rt_lyon_index_buffer_write(self.handle, out_data, out_len))
    if result == -1 then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.StrokeTessellation:_release()
    quietly(C.rt_lyon_stroke_tessellation_free, self.handle)
end

--- The vertices, as a buffer of its own to be freed. Nothing is copied.
---
--- On failure: 0.
function M.StrokeTessellation:get_vertices()
    local result = C.rt_lyon_stroke_tessellation_get_vertices(self.handle)
    if result == 0 then check() end
    return M.VertexBuffer.wrap(result, nil, true)
end

--- The indices, as a buffer of its own to be freed. Nothing is copied.
---
--- On failure: 0.
function M.StrokeTessellation:get_indices()
    local result = C.rt_lyon_stroke_tessellation_get_indices(self.handle)
    if result == 0 then check() end
    return M.IndexBuffer.wrap(result, nil, true)
end

--- How many vertices there are.
---
--- On failure: -1.
function M.StrokeTessellation:vertex_count()
    local result = rt.integer(C.rt_lyon_stroke_tessellation_vertex_count(self.handle))
    if result == -1 then check() end
    return result
end

--- How many indices there are: 3 for each triangle.
---
--- On failure: -1.
function M.StrokeTessellation:index_count()
    local result = rt.integer(C.rt_lyon_stroke_tessellation_index_count(self.handle))
    if result == -1 then check() end
    return result
end

--- Lays a stroked path over a picture, as `rt_lyon_fill_tessellation_draw` does a filled one. Where triangles
--- overlap, the colour is laid once.
---
--- On failure: false.
function M.StrokeTessellation:draw(transform, color, pixels, width, height)
    local pixels_data, pixels_len = rt.buffer(pixels)
    local result = C.rt_lyon_stroke_tessellation_draw(self.handle, rt.handle(transform), rt.to_integer(color), pixels_data, pixels_len, rt.to_integer(width), rt.to_integer(height))
    if result == false then check() end
    return result
end

--- Whether a point lies in one of the triangles.
---
--- On failure: false.
function M.StrokeTessellation:contains_point(x, y)
    local result = C.rt_lyon_stroke_tessellation_contains_point(self.handle, x, y)
    if result == false then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.Transform:_release()
    quietly(C.rt_lyon_transform_free, self.handle)
end

--- The transform that changes nothing.
function M.Transform.identity()
    local result = C.rt_lyon_transform_identity()
    return M.Transform.wrap(result, nil, true)
end

--- A shift by (tx, ty).
---
--- On failure: 0.
function M.Transform.translate(tx, ty)
    local result = C.rt_lyon_transform_translate(tx, ty)
    if result == 0 then check() end
    return M.Transform.wrap(result, nil, true)
end

--- A turn around the origin, in radians, from the direction of x towards that of y: a positive angle turns
--- (1, 0) towards (0, 1).
---
--- On failure: 0.
function M.Transform.rotate(angle)
    local result = C.rt_lyon_transform_rotate(angle)
    if result == 0 then check() end
    return M.Transform.wrap(result, nil, true)
end

--- Multiplies x by sx and y by sy; negative factors mirror.
---
--- On failure: 0.
function M.Transform.scale(sx, sy)
    local result = C.rt_lyon_transform_scale(sx, sy)
    if result == 0 then check() end
    return M.Transform.wrap(result, nil, true)
end

--- The transform with these six numbers: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
---
--- On failure: 0.
function M.Transform.new(m11, m12, m21, m22, tx, ty)
    local result = C.rt_lyon_transform_new(m11, m12, m21, m22, tx, ty)
    if result == 0 then check() end
    return M.Transform.wrap(result, nil, true)
end

--- The transform that does t1 first and then t2.
---
--- On failure: 0.
function M.Transform:multiply(t2)
    local result = C.rt_lyon_transform_multiply(self.handle, rt.handle(t2))
    if result == 0 then check() end
    return M.Transform.wrap(result, nil, true)
end

--- The six numbers of a transform.
---
--- On failure: m11 0.0, m12 0.0, m21 0.0, m22 0.0, tx 0.0, ty 0.0.
function M.Transform:get()
    local result = rt.structures.RtTransformMatrix(C.rt_lyon_transform_get(self.handle))
    if result["m11"] == 0.0 and result["m12"] == 0.0 and result["m21"] == 0.0 and result["m22"] == 0.0 and result["tx"] == 0.0 and result["ty"] == 0.0 then check() end
    return result
end

--- The transform that undoes another. Fails where there is none: for a transform that flattens the plane.
---
--- On failure: 0.
function M.Transform:inverse()
    local result = C.rt_lyon_transform_inverse(self.handle)
    if result == 0 then check() end
    return M.Transform.wrap(result, nil, true)
end

--- Where a transform takes a point.
---
--- On failure: x 0.0, y 0.0.
function M.Transform:apply(x, y)
    local result = rt.structures.RtTransformedPoint(C.rt_lyon_transform_apply(self.handle, x, y))
    if result["x"] == 0.0 and result["y"] == 0.0 then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.Animation:_release()
    quietly(C.rt_lyon_animation_free, self.handle)
end

--- Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
--- milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
--- `rt_lyon_animation_finish`. A file that is there already is replaced.
---
--- On failure: 0.
function M.Animation.new(file, width, height, frames, frame_ms)
    local result = C.rt_lyon_animation_new(rt.text(file), rt.to_integer(width), rt.to_integer(height), rt.to_integer(frames), rt.to_integer(frame_ms))
    if result == 0 then check() end
    return M.Animation.wrap(result, nil, true)
end

--- Adds the next frame: width · height · 4 bytes, as for `rt_lyon_png_save`. Fails where all frames are there.
---
--- On failure: false.
function M.Animation:add_frame(pixels)
    local pixels_data, pixels_len = rt.bytes(pixels)
    local result = C.rt_lyon_animation_add_frame(self.handle, pixels_data, pixels_len)
    if result == false then check() end
    return result
end

--- Completes the file and frees the animation. Fails, and removes the file, where frames are missing or it
--- cannot be written.
---
--- On failure: false.
function M.Animation:finish()
    local result = C.rt_lyon_animation_finish(self.handle)
    if result == false then check() end
    self.handle = 0LL
    return result
end

return M
