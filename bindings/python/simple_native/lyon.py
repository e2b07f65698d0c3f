"""2D paths: made, measured, tessellated into triangles for a GPU, drawn into pictures, and saved.

Coordinates are 64-bit floats and no particular way up: where y grows downwards, as on a screen, a positive
angle turns clockwise. Angles are in radians. Lengths, radii and tolerances are in the path's own units."""
# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

import ctypes as _c
from array import array as _array
from typing import NamedTuple

from . import _runtime as _rt

_declare = _rt.declare
_take_text = _rt.take_text
_fail, _quietly = _rt.failure("rt_lyon_get_last_error", "rt_lyon_clear_error")


class PathBounds(NamedTuple):
    """A box with sides along x and y."""

    min_x: float
    """The smallest x."""

    min_y: float
    """The smallest y."""

    max_x: float
    """The largest x."""

    max_y: float
    """The largest y."""


class _PathBounds(_c.Structure):
    _fields_ = [("min_x", _c.c_double), ("min_y", _c.c_double), ("max_x", _c.c_double), ("max_y", _c.c_double)]


class VertexPosition(NamedTuple):
    """Where a vertex is."""

    x: float
    """Where it is."""

    y: float
    """Where it is."""


class _VertexPosition(_c.Structure):
    _fields_ = [("x", _c.c_double), ("y", _c.c_double)]


class VertexNormal(NamedTuple):
    """The normal of a vertex."""

    x: float
    """How far the stroke's edge is from its middle in x, in half widths."""

    y: float
    """How far the stroke's edge is from its middle in y, in half widths."""


class _VertexNormal(_c.Structure):
    _fields_ = [("x", _c.c_double), ("y", _c.c_double)]


class PathPoint(NamedTuple):
    """A place along a path and the direction the path has there."""

    x: float
    """Where it is."""

    y: float
    """Where it is."""

    tangent_x: float
    """The direction, of length 1; zeros where the path has none there."""

    tangent_y: float
    """The direction, of length 1; zeros where the path has none there."""


class _PathPoint(_c.Structure):
    _fields_ = [("x", _c.c_double), ("y", _c.c_double), ("tangent_x", _c.c_double), ("tangent_y", _c.c_double)]


class TransformMatrix(NamedTuple):
    """The six numbers of a transform: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty."""

    m11: float
    """What x adds to x'."""

    m12: float
    """What x adds to y'."""

    m21: float
    """What y adds to x'."""

    m22: float
    """What y adds to y'."""

    tx: float
    """What is added to x'."""

    ty: float
    """What is added to y'."""


class _TransformMatrix(_c.Structure):
    _fields_ = [("m11", _c.c_double), ("m12", _c.c_double), ("m21", _c.c_double), ("m22", _c.c_double), ("tx", _c.c_double), ("ty", _c.c_double)]


class TransformedPoint(NamedTuple):
    """A point."""

    x: float
    """Where it is."""

    y: float
    """Where it is."""


class _TransformedPoint(_c.Structure):
    _fields_ = [("x", _c.c_double), ("y", _c.c_double)]


_rt_lyon_path_builder_new = _declare("rt_lyon_path_builder_new", _c.c_int64, [])


def rt_lyon_path_builder_new() -> int:
    """A new, empty path builder. Free it with `rt_lyon_path_builder_free`, or turn it into a path with
    `rt_lyon_path_builder_build`, which frees it too."""
    return _rt_lyon_path_builder_new()


_rt_lyon_path_builder_free = _declare("rt_lyon_path_builder_free", _c.c_bool, [_c.c_int64])


def rt_lyon_path_builder_free(builder: int) -> bool:
    """Frees a path builder, and what was drawn with it.

    On failure: false."""
    return _rt_lyon_path_builder_free(builder if 0 <= builder <= 9223372036854775807 else _rt.integer(builder))


_rt_lyon_path_builder_begin = _declare("rt_lyon_path_builder_begin", _c.c_bool, [_c.c_int64, _c.c_double, _c.c_double])


def rt_lyon_path_builder_begin(builder: int, x: float, y: float) -> bool:
    """Begins a subpath at a point. A subpath that is still open ends there, unclosed. Coordinates go from -1e30
    to 1e30, here and everywhere.

    On failure: false."""
    return _rt_lyon_path_builder_begin(builder if 0 <= builder <= 9223372036854775807 else _rt.integer(builder), x, y)


_rt_lyon_path_builder_line_to = _declare("rt_lyon_path_builder_line_to", _c.c_bool, [_c.c_int64, _c.c_double, _c.c_double])


def rt_lyon_path_builder_line_to(builder: int, x: float, y: float) -> bool:
    """A line to a point. Fails where no subpath is open.

    On failure: false."""
    return _rt_lyon_path_builder_line_to(builder if 0 <= builder <= 9223372036854775807 else _rt.integer(builder), x, y)


_rt_lyon_path_builder_quadratic_bezier_to = _declare("rt_lyon_path_builder_quadratic_bezier_to", _c.c_bool, [_c.c_int64, _c.c_double, _c.c_double, _c.c_double, _c.c_double])


def rt_lyon_path_builder_quadratic_bezier_to(builder: int, ctrl_x: float, ctrl_y: float, to_x: float, to_y: float) -> bool:
    """A quadratic Bézier curve to a point. Fails where no subpath is open.

    On failure: false."""
    return _rt_lyon_path_builder_quadratic_bezier_to(builder if 0 <= builder <= 9223372036854775807 else _rt.integer(builder), ctrl_x, ctrl_y, to_x, to_y)


_rt_lyon_path_builder_cubic_bezier_to = _declare("rt_lyon_path_builder_cubic_bezier_to", _c.c_bool, [_c.c_int64, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_double])


def rt_lyon_path_builder_cubic_bezier_to(builder: int, ctrl1_x: float, ctrl1_y: float, ctrl2_x: float, ctrl2_y: float, to_x: float, to_y: float) -> bool:
    """A cubic Bézier curve to a point. Fails where no subpath is open.

    On failure: false."""
    return _rt_lyon_path_builder_cubic_bezier_to(builder if 0 <= builder <= 9223372036854775807 else _rt.integer(builder), ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y)


_rt_lyon_path_builder_arc_to = _declare("rt_lyon_path_builder_arc_to", _c.c_bool, [_c.c_int64, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_double])


def rt_lyon_path_builder_arc_to(builder: int, center_x: float, center_y: float, radius: float, start_angle: float, sweep_angle: float) -> bool:
    """An arc of a circle around a centre: a line to its start where the subpath ends elsewhere, then the arc.
    Angles in radians, from the direction of x towards that of y; a negative sweep turns the other way, and
    one beyond 2π goes round more than once (1,000 times at most). Within 7e-8 of the radius of the true
    circle. Fails where no subpath is open or the radius is below 0.

    On failure: false."""
    return _rt_lyon_path_builder_arc_to(builder if 0 <= builder <= 9223372036854775807 else _rt.integer(builder), center_x, center_y, radius, start_angle, sweep_angle)


_rt_lyon_path_builder_close = _declare("rt_lyon_path_builder_close", _c.c_bool, [_c.c_int64])


def rt_lyon_path_builder_close(builder: int) -> bool:
    """Closes the open subpath with a line back to its start. Fails where no subpath is open.

    On failure: false."""
    return _rt_lyon_path_builder_close(builder if 0 <= builder <= 9223372036854775807 else _rt.integer(builder))


_rt_lyon_path_builder_build = _declare("rt_lyon_path_builder_build", _c.c_int64, [_c.c_int64])


def rt_lyon_path_builder_build(builder: int) -> int:
    """Ends the open subpath, unclosed, and makes the path. Frees the builder.

    On failure: 0."""
    return _rt_lyon_path_builder_build(builder if 0 <= builder <= 9223372036854775807 else _rt.integer(builder))


_rt_lyon_path_free = _declare("rt_lyon_path_free", _c.c_bool, [_c.c_int64])


def rt_lyon_path_free(path: int) -> bool:
    """Frees a path.

    On failure: false."""
    return _rt_lyon_path_free(path if 0 <= path <= 9223372036854775807 else _rt.integer(path))


_rt_lyon_path_get_bounds = _declare("rt_lyon_path_get_bounds", _PathBounds, [_c.c_int64])


def rt_lyon_path_get_bounds(path: int) -> PathBounds:
    """The exact extent of the path's lines and curves; control points that the curves do not reach do not
    count. Fails for a path without points.

    On failure: min_x 0.0, min_y 0.0, max_x 0.0, max_y 0.0."""
    result = _rt_lyon_path_get_bounds(path if 0 <= path <= 9223372036854775807 else _rt.integer(path))
    return PathBounds(result.min_x, result.min_y, result.max_x, result.max_y)


_rt_lyon_path_contains_point = _declare("rt_lyon_path_contains_point", _c.c_bool, [_c.c_int64, _c.c_double, _c.c_double])


def rt_lyon_path_contains_point(path: int, x: float, y: float) -> bool:
    """Whether a point lies inside the path, by the non-zero rule; open subpaths count as closed. Exact for
    curves too. A point on the outline itself may be either.

    On failure: false."""
    return _rt_lyon_path_contains_point(path if 0 <= path <= 9223372036854775807 else _rt.integer(path), x, y)


_rt_lyon_path_transform = _declare("rt_lyon_path_transform", _c.c_int64, [_c.c_int64, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_double])


def rt_lyon_path_transform(path: int, m11: float, m12: float, m21: float, m22: float, tx: float, ty: float) -> int:
    """The path with each point moved: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty. Fails where a coordinate
    would leave -1e30 to 1e30.

    On failure: 0."""
    return _rt_lyon_path_transform(path if 0 <= path <= 9223372036854775807 else _rt.integer(path), m11, m12, m21, m22, tx, ty)


_rt_lyon_path_rectangle = _declare("rt_lyon_path_rectangle", _c.c_int64, [_c.c_double, _c.c_double, _c.c_double, _c.c_double])


def rt_lyon_path_rectangle(x: float, y: float, width: float, height: float) -> int:
    """A rectangle with corners at (x, y) and (x + width, y + height), drawn from x towards x + width first.
    Fails where width or height is below 0.

    On failure: 0."""
    return _rt_lyon_path_rectangle(x, y, width, height)


_rt_lyon_path_rounded_rectangle = _declare("rt_lyon_path_rounded_rectangle", _c.c_int64, [_c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_double])


def rt_lyon_path_rounded_rectangle(x: float, y: float, width: float, height: float, radius: float) -> int:
    """A rectangle whose corners are quarter circles. A radius of more than half the width or height counts as
    that half. Fails where width, height or radius is below 0.

    On failure: 0."""
    return _rt_lyon_path_rounded_rectangle(x, y, width, height, radius)


_rt_lyon_path_circle = _declare("rt_lyon_path_circle", _c.c_int64, [_c.c_double, _c.c_double, _c.c_double])


def rt_lyon_path_circle(center_x: float, center_y: float, radius: float) -> int:
    """A circle, drawn from its rightmost point towards growing y. Within 7e-8 of its radius of the true circle.
    Fails where the radius is below 0.

    On failure: 0."""
    return _rt_lyon_path_circle(center_x, center_y, radius)


_rt_lyon_path_ellipse = _declare("rt_lyon_path_ellipse", _c.c_int64, [_c.c_double, _c.c_double, _c.c_double, _c.c_double])


def rt_lyon_path_ellipse(center_x: float, center_y: float, radius_x: float, radius_y: float) -> int:
    """An ellipse with axes along x and y, drawn like a circle. Fails where a radius is below 0.

    On failure: 0."""
    return _rt_lyon_path_ellipse(center_x, center_y, radius_x, radius_y)


_rt_lyon_path_polygon = _declare("rt_lyon_path_polygon", _c.c_int64, [_c.c_void_p, _c.c_int64, _c.c_int64])


def rt_lyon_path_polygon(points: list[float] | None, num_points: int) -> int:
    """A closed polygon through `num_points` points, given as x, y pairs in `points`; further numbers are not
    looked at. Fails for fewer than 3 points, and where `points` holds fewer than 2 · num_points numbers.

    On failure: 0."""
    points_data, points_len, points_kept = _rt.items("d", points)
    return _rt_lyon_path_polygon(points_data, points_len, num_points if 0 <= num_points <= 9223372036854775807 else _rt.integer(num_points))


_rt_lyon_path_star = _declare("rt_lyon_path_star", _c.c_int64, [_c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_int64])


def rt_lyon_path_star(center_x: float, center_y: float, inner_radius: float, outer_radius: float, num_points: int) -> int:
    """A star with `num_points` tips (3 to 1,000,000) at `outer_radius` and as many notches at `inner_radius`,
    evenly spaced. The first tip is at (center_x, center_y − outer_radius): upwards where y grows downwards.
    Its area is num_points · inner_radius · outer_radius · sin(π / num_points). Fails where a radius is
    below 0.

    On failure: 0."""
    return _rt_lyon_path_star(center_x, center_y, inner_radius, outer_radius, num_points if 0 <= num_points <= 9223372036854775807 else _rt.integer(num_points))


_rt_lyon_fill_tessellate = _declare("rt_lyon_fill_tessellate", _c.c_int64, [_c.c_int64, _c.c_double])


def rt_lyon_fill_tessellate(path: int, tolerance: float) -> int:
    """Triangles that fill a path by the even-odd rule; open subpaths count as closed. `tolerance` is how far a
    triangle's edge may lie from the curve it stands for, in the path's units. Vertices are 32-bit numbers
    relative to the path's own place and size: to about 1e-7 of its extent. Fails for a tolerance that is not
    above 0, or so small that the curves would take more than 1,048,576 lines.

    On failure: 0."""
    return _rt_lyon_fill_tessellate(path if 0 <= path <= 9223372036854775807 else _rt.integer(path), tolerance)


_rt_lyon_fill_tessellate_with_rule = _declare("rt_lyon_fill_tessellate_with_rule", _c.c_int64, [_c.c_int64, _c.c_double, _c.c_int64])


def rt_lyon_fill_tessellate_with_rule(path: int, tolerance: float, fill_rule: int) -> int:
    """The same by a fill rule: even-odd 0, non-zero 1.

    On failure: 0."""
    return _rt_lyon_fill_tessellate_with_rule(path if 0 <= path <= 9223372036854775807 else _rt.integer(path), tolerance, fill_rule if 0 <= fill_rule <= 9223372036854775807 else _rt.integer(fill_rule))


_rt_lyon_fill_tessellation_free = _declare("rt_lyon_fill_tessellation_free", _c.c_bool, [_c.c_int64])


def rt_lyon_fill_tessellation_free(tess: int) -> bool:
    """Frees a tessellation. Buffers got from it stay valid.

    On failure: false."""
    return _rt_lyon_fill_tessellation_free(tess if 0 <= tess <= 9223372036854775807 else _rt.integer(tess))


_rt_lyon_fill_tessellation_get_vertices = _declare("rt_lyon_fill_tessellation_get_vertices", _c.c_int64, [_c.c_int64])


def rt_lyon_fill_tessellation_get_vertices(tess: int) -> int:
    """The vertices, as a buffer of its own to be freed. Nothing is copied.

    On failure: 0."""
    return _rt_lyon_fill_tessellation_get_vertices(tess if 0 <= tess <= 9223372036854775807 else _rt.integer(tess))


_rt_lyon_fill_tessellation_get_indices = _declare("rt_lyon_fill_tessellation_get_indices", _c.c_int64, [_c.c_int64])


def rt_lyon_fill_tessellation_get_indices(tess: int) -> int:
    """The indices, as a buffer of its own to be freed. Nothing is copied.

    On failure: 0."""
    return _rt_lyon_fill_tessellation_get_indices(tess if 0 <= tess <= 9223372036854775807 else _rt.integer(tess))


_rt_lyon_fill_tessellation_vertex_count = _declare("rt_lyon_fill_tessellation_vertex_count", _c.c_int64, [_c.c_int64])


def rt_lyon_fill_tessellation_vertex_count(tess: int) -> int:
    """How many vertices there are.

    On failure: -1."""
    return _rt_lyon_fill_tessellation_vertex_count(tess if 0 <= tess <= 9223372036854775807 else _rt.integer(tess))


_rt_lyon_fill_tessellation_index_count = _declare("rt_lyon_fill_tessellation_index_count", _c.c_int64, [_c.c_int64])


def rt_lyon_fill_tessellation_index_count(tess: int) -> int:
    """How many indices there are: 3 for each triangle.

    On failure: -1."""
    return _rt_lyon_fill_tessellation_index_count(tess if 0 <= tess <= 9223372036854775807 else _rt.integer(tess))


_rt_lyon_stroke_tessellate = _declare("rt_lyon_stroke_tessellate", _c.c_int64, [_c.c_int64, _c.c_double, _c.c_double])


def rt_lyon_stroke_tessellate(path: int, width: float, tolerance: float) -> int:
    """Triangles that stroke a path with a line of this width, with butt caps, miter joins and a miter limit of 4.
    `tolerance` is how far the middle of the stroke may lie from the curve, and a round cap's or join's edge from
    its circle. Triangles may overlap where the path turns sharply or crosses itself. A width of 0 gives no
    triangles; one below 0, or below 1e-7 of the path's extent, fails, and so does a tolerance as for filling.

    On failure: 0."""
    return _rt_lyon_stroke_tessellate(path if 0 <= path <= 9223372036854775807 else _rt.integer(path), width, tolerance)


_rt_lyon_stroke_tessellate_with_options = _declare("rt_lyon_stroke_tessellate_with_options", _c.c_int64, [_c.c_int64, _c.c_double, _c.c_double, _c.c_char_p])


def rt_lyon_stroke_tessellate_with_options(path: int, width: float, tolerance: float, options_json: str | bytes | None) -> int:
    """The same with options, a JSON object: `line_cap` "butt", "square" or "round"; `line_join` "miter", "round" or
    "bevel"; `miter_limit` from 1 to 1000000, SVG's: a join whose length, from its inner corner to its tip, is
    more line widths than that becomes a bevel. An unknown key or value fails, and last error names it. `{}` changes nothing.

    On failure: 0."""
    return _rt_lyon_stroke_tessellate_with_options(path if 0 <= path <= 9223372036854775807 else _rt.integer(path), width, tolerance, options_json.encode() if type(options_json) is str and "\0" not in options_json else _rt.text(options_json))


_rt_lyon_stroke_tessellation_free = _declare("rt_lyon_stroke_tessellation_free", _c.c_bool, [_c.c_int64])


def rt_lyon_stroke_tessellation_free(tess: int) -> bool:
    """Frees a tessellation. Buffers got from it stay valid.

    On failure: false."""
    return _rt_lyon_stroke_tessellation_free(tess if 0 <= tess <= 9223372036854775807 else _rt.integer(tess))


_rt_lyon_stroke_tessellation_get_vertices = _declare("rt_lyon_stroke_tessellation_get_vertices", _c.c_int64, [_c.c_int64])


def rt_lyon_stroke_tessellation_get_vertices(tess: int) -> int:
    """The vertices, as a buffer of its own to be freed. Nothing is copied.

    On failure: 0."""
    return _rt_lyon_stroke_tessellation_get_vertices(tess if 0 <= tess <= 9223372036854775807 else _rt.integer(tess))


_rt_lyon_stroke_tessellation_get_indices = _declare("rt_lyon_stroke_tessellation_get_indices", _c.c_int64, [_c.c_int64])


def rt_lyon_stroke_tessellation_get_indices(tess: int) -> int:
    """The indices, as a buffer of its own to be freed. Nothing is copied.

    On failure: 0."""
    return _rt_lyon_stroke_tessellation_get_indices(tess if 0 <= tess <= 9223372036854775807 else _rt.integer(tess))


_rt_lyon_stroke_tessellation_vertex_count = _declare("rt_lyon_stroke_tessellation_vertex_count", _c.c_int64, [_c.c_int64])


def rt_lyon_stroke_tessellation_vertex_count(tess: int) -> int:
    """How many vertices there are.

    On failure: -1."""
    return _rt_lyon_stroke_tessellation_vertex_count(tess if 0 <= tess <= 9223372036854775807 else _rt.integer(tess))


_rt_lyon_stroke_tessellation_index_count = _declare("rt_lyon_stroke_tessellation_index_count", _c.c_int64, [_c.c_int64])


def rt_lyon_stroke_tessellation_index_count(tess: int) -> int:
    """How many indices there are: 3 for each triangle.

    On failure: -1."""
    return _rt_lyon_stroke_tessellation_index_count(tess if 0 <= tess <= 9223372036854775807 else _rt.integer(tess))


_rt_lyon_vertex_buffer_free = _declare("rt_lyon_vertex_buffer_free", _c.c_bool, [_c.c_int64])


def rt_lyon_vertex_buffer_free(buffer: int) -> bool:
    """Frees a vertex buffer. The tessellation it came from stays valid.

    On failure: false."""
    return _rt_lyon_vertex_buffer_free(buffer if 0 <= buffer <= 9223372036854775807 else _rt.integer(buffer))


_rt_lyon_vertex_buffer_get_position = _declare("rt_lyon_vertex_buffer_get_position", _VertexPosition, [_c.c_int64, _c.c_int64])


def rt_lyon_vertex_buffer_get_position(buffer: int, index: int) -> VertexPosition:
    """Where a vertex is. Fails where there is no vertex of that index, which counts from 0.

    On failure: x 0.0, y 0.0."""
    result = _rt_lyon_vertex_buffer_get_position(buffer if 0 <= buffer <= 9223372036854775807 else _rt.integer(buffer), index if 0 <= index <= 9223372036854775807 else _rt.integer(index))
    return VertexPosition(result.x, result.y)


_rt_lyon_vertex_buffer_get_normal = _declare("rt_lyon_vertex_buffer_get_normal", _VertexNormal, [_c.c_int64, _c.c_int64])


def rt_lyon_vertex_buffer_get_normal(buffer: int, index: int) -> VertexNormal:
    """The normal of a vertex of a stroke: how far it lies from the middle of the stroke, in half line widths (1 on
    a straight edge, more on a miter). Zeros for a fill. Fails where there is no vertex of that index.

    On failure: x 0.0, y 0.0."""
    result = _rt_lyon_vertex_buffer_get_normal(buffer if 0 <= buffer <= 9223372036854775807 else _rt.integer(buffer), index if 0 <= index <= 9223372036854775807 else _rt.integer(index))
    return VertexNormal(result.x, result.y)


_rt_lyon_vertex_buffer_size = _declare("rt_lyon_vertex_buffer_size", _c.c_int64, [_c.c_int64])


def rt_lyon_vertex_buffer_size(buffer: int) -> int:
    """How many vertices there are.

    On failure: -1."""
    return _rt_lyon_vertex_buffer_size(buffer if 0 <= buffer <= 9223372036854775807 else _rt.integer(buffer))


_rt_lyon_vertex_buffer_to_array = _declare("rt_lyon_vertex_buffer_to_array", _rt.F64Array, [_c.c_int64])


def rt_lyon_vertex_buffer_to_array(buffer: int) -> list[float]:
    """All vertices: x, y, normal_x, normal_y for each.

    On failure: []."""
    return _rt_lyon_vertex_buffer_to_array(buffer if 0 <= buffer <= 9223372036854775807 else _rt.integer(buffer)).take()


_rt_lyon_index_buffer_free = _declare("rt_lyon_index_buffer_free", _c.c_bool, [_c.c_int64])


def rt_lyon_index_buffer_free(buffer: int) -> bool:
    """Frees an index buffer. The tessellation it came from stays valid.

    On failure: false."""
    return _rt_lyon_index_buffer_free(buffer if 0 <= buffer <= 9223372036854775807 else _rt.integer(buffer))


_rt_lyon_index_buffer_get = _declare("rt_lyon_index_buffer_get", _c.c_int64, [_c.c_int64, _c.c_int64])


def rt_lyon_index_buffer_get(buffer: int, index: int) -> int:
    """The index of a triangle's corner among the vertices: items 3·n to 3·n + 2 are triangle n. Fails where
    there is no item of that index.

    On failure: -1."""
    return _rt_lyon_index_buffer_get(buffer if 0 <= buffer <= 9223372036854775807 else _rt.integer(buffer), index if 0 <= index <= 9223372036854775807 else _rt.integer(index))


_rt_lyon_index_buffer_size = _declare("rt_lyon_index_buffer_size", _c.c_int64, [_c.c_int64])


def rt_lyon_index_buffer_size(buffer: int) -> int:
    """How many indices there are: 3 for each triangle.

    On failure: -1."""
    return _rt_lyon_index_buffer_size(buffer if 0 <= buffer <= 9223372036854775807 else _rt.integer(buffer))


_rt_lyon_index_buffer_to_array = _declare("rt_lyon_index_buffer_to_array", _rt.I64Array, [_c.c_int64])


def rt_lyon_index_buffer_to_array(buffer: int) -> list[int]:
    """All indices, 3 for each triangle.

    On failure: []."""
    return _rt_lyon_index_buffer_to_array(buffer if 0 <= buffer <= 9223372036854775807 else _rt.integer(buffer)).take()


_rt_lyon_transform_identity = _declare("rt_lyon_transform_identity", _c.c_int64, [])


def rt_lyon_transform_identity() -> int:
    """The transform that changes nothing."""
    return _rt_lyon_transform_identity()


_rt_lyon_transform_translate = _declare("rt_lyon_transform_translate", _c.c_int64, [_c.c_double, _c.c_double])


def rt_lyon_transform_translate(tx: float, ty: float) -> int:
    """A shift by (tx, ty).

    On failure: 0."""
    return _rt_lyon_transform_translate(tx, ty)


_rt_lyon_transform_rotate = _declare("rt_lyon_transform_rotate", _c.c_int64, [_c.c_double])


def rt_lyon_transform_rotate(angle: float) -> int:
    """A turn around the origin, in radians, from the direction of x towards that of y: a positive angle turns
    (1, 0) towards (0, 1).

    On failure: 0."""
    return _rt_lyon_transform_rotate(angle)


_rt_lyon_transform_scale = _declare("rt_lyon_transform_scale", _c.c_int64, [_c.c_double, _c.c_double])


def rt_lyon_transform_scale(sx: float, sy: float) -> int:
    """Multiplies x by sx and y by sy; negative factors mirror.

    On failure: 0."""
    return _rt_lyon_transform_scale(sx, sy)


_rt_lyon_transform_multiply = _declare("rt_lyon_transform_multiply", _c.c_int64, [_c.c_int64, _c.c_int64])


def rt_lyon_transform_multiply(t1: int, t2: int) -> int:
    """The transform that does t1 first and then t2.

    On failure: 0."""
    return _rt_lyon_transform_multiply(t1 if 0 <= t1 <= 9223372036854775807 else _rt.integer(t1), t2 if 0 <= t2 <= 9223372036854775807 else _rt.integer(t2))


_rt_lyon_transform_free = _declare("rt_lyon_transform_free", _c.c_bool, [_c.c_int64])


def rt_lyon_transform_free(transform: int) -> bool:
    """Frees a transform.

    On failure: false."""
    return _rt_lyon_transform_free(transform if 0 <= transform <= 9223372036854775807 else _rt.integer(transform))


_rt_lyon_get_last_error = _declare("rt_lyon_get_last_error", _c.c_void_p, [])


def rt_lyon_get_last_error() -> str:
    """Why this thread's last failed lyon call failed: one sentence, `""` where none did. A call that succeeds leaves it alone."""
    return _take_text(_rt_lyon_get_last_error())


_rt_lyon_animation_new = _declare("rt_lyon_animation_new", _c.c_int64, [_c.c_char_p, _c.c_int64, _c.c_int64, _c.c_int64, _c.c_int64])


def rt_lyon_animation_new(file: str | bytes | None, width: int, height: int, frames: int, frame_ms: int) -> int:
    """Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
    milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
    `rt_lyon_animation_finish`. A file that is there already is replaced.

    On failure: 0."""
    return _rt_lyon_animation_new(file.encode() if type(file) is str and "\0" not in file else _rt.text(file), width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height), frames if 0 <= frames <= 9223372036854775807 else _rt.integer(frames), frame_ms if 0 <= frame_ms <= 9223372036854775807 else _rt.integer(frame_ms))


_rt_lyon_animation_add_frame = _declare("rt_lyon_animation_add_frame", _c.c_bool, [_c.c_int64, _c.c_char_p, _c.c_int64])


def rt_lyon_animation_add_frame(animation: int, pixels: bytes | bytearray | memoryview | None) -> bool:
    """Adds the next frame: width · height · 4 bytes, as for `rt_lyon_png_save`. Fails where all frames are there.

    On failure: false."""
    pixels_data, pixels_len = _rt.data(pixels)
    return _rt_lyon_animation_add_frame(animation if 0 <= animation <= 9223372036854775807 else _rt.integer(animation), pixels_data, pixels_len)


_rt_lyon_animation_finish = _declare("rt_lyon_animation_finish", _c.c_bool, [_c.c_int64])


def rt_lyon_animation_finish(animation: int) -> bool:
    """Completes the file and frees the animation. Fails, and removes the file, where frames are missing or it
    cannot be written.

    On failure: false."""
    return _rt_lyon_animation_finish(animation if 0 <= animation <= 9223372036854775807 else _rt.integer(animation))


_rt_lyon_animation_free = _declare("rt_lyon_animation_free", _c.c_bool, [_c.c_int64])


def rt_lyon_animation_free(animation: int) -> bool:
    """Frees an animation that is not wanted any more, and removes its file.

    On failure: false."""
    return _rt_lyon_animation_free(animation if 0 <= animation <= 9223372036854775807 else _rt.integer(animation))


_rt_lyon_vertex_buffer_bytes = _declare("rt_lyon_vertex_buffer_bytes", _rt.Bytes, [_c.c_int64])


def rt_lyon_vertex_buffer_bytes(buffer: int) -> bytes:
    """All vertices as a GPU takes them: 16 bytes each, four 32-bit floats in the machine's byte order: x, y,
    normal_x, normal_y.

    On failure: []."""
    return _rt_lyon_vertex_buffer_bytes(buffer if 0 <= buffer <= 9223372036854775807 else _rt.integer(buffer)).take()


_rt_lyon_index_buffer_bytes = _declare("rt_lyon_index_buffer_bytes", _rt.Bytes, [_c.c_int64])


def rt_lyon_index_buffer_bytes(buffer: int) -> bytes:
    """All indices as a GPU takes them: 4 bytes each, unsigned 32-bit integers in the machine's byte order.

    On failure: []."""
    return _rt_lyon_index_buffer_bytes(buffer if 0 <= buffer <= 9223372036854775807 else _rt.integer(buffer)).take()


_rt_lyon_vertex_buffer_write = _declare("rt_lyon_vertex_buffer_write", _c.c_int64, [_c.c_int64, _c.c_void_p, _c.c_int64])


def rt_lyon_vertex_buffer_write(buffer: int, out: bytearray | memoryview | None) -> int:
    """Writes the bytes of `rt_lyon_vertex_buffer_bytes` into memory of the caller's, a mapped GPU buffer say, and
    returns how many. Fails, and writes nothing, where it is smaller than 16 bytes for each vertex.

    On failure: -1."""
    out_data, out_len = _rt.buffer(out)
    return _rt_lyon_vertex_buffer_write(buffer if 0 <= buffer <= 9223372036854775807 else _rt.integer(buffer), out_data, out_len)


_rt_lyon_index_buffer_write = _declare("rt_lyon_index_buffer_write", _c.c_int64, [_c.c_int64, _c.c_void_p, _c.c_int64])


def rt_lyon_index_buffer_write(buffer: int, out: bytearray | memoryview | None) -> int:
    """Writes the bytes of `rt_lyon_index_buffer_bytes` into memory of the caller's and returns how many. Fails, and
    writes nothing, where it is smaller than 4 bytes for each index.

    On failure: -1."""
    out_data, out_len = _rt.buffer(out)
    return _rt_lyon_index_buffer_write(buffer if 0 <= buffer <= 9223372036854775807 else _rt.integer(buffer), out_data, out_len)


_rt_lyon_path_builder_add_path = _declare("rt_lyon_path_builder_add_path", None, [_c.c_int64, _c.c_int64])


def rt_lyon_path_builder_add_path(builder: int, path: int) -> None:
    """Adds all subpaths of a path. A subpath that is still open ends there, unclosed, and none is open afterwards."""
    return _rt_lyon_path_builder_add_path(builder if 0 <= builder <= 9223372036854775807 else _rt.integer(builder), path if 0 <= path <= 9223372036854775807 else _rt.integer(path))


_rt_lyon_fill_tessellation_draw = _declare("rt_lyon_fill_tessellation_draw", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64, _c.c_void_p, _c.c_int64, _c.c_int64, _c.c_int64])


def rt_lyon_fill_tessellation_draw(tess: int, transform: int, color: int, pixels: bytearray | memoryview | None, width: int, height: int) -> bool:
    """Lays a filled path over a picture. `transform` takes the path's coordinates to pixels, with (0, 0) the top
    left corner of the picture and y downwards; 0 stands for the transform that changes nothing. `color` is
    0xRRGGBBAA. `pixels` is the picture: width · height · 4 bytes of red, green, blue and alpha, not
    premultiplied, row after row from the top. Edges are smoothed: a pixel takes as much of the colour as
    the path covers of it, seen along 16 lines a row: what is lower than a sixteenth of a pixel may be missed or
    come out too strong. What lies outside the picture is left out.

    On failure: false."""
    pixels_data, pixels_len = _rt.buffer(pixels)
    return _rt_lyon_fill_tessellation_draw(tess if 0 <= tess <= 9223372036854775807 else _rt.integer(tess), transform if 0 <= transform <= 9223372036854775807 else _rt.integer(transform), color if 0 <= color <= 9223372036854775807 else _rt.integer(color), pixels_data, pixels_len, width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height))


_rt_lyon_stroke_tessellation_draw = _declare("rt_lyon_stroke_tessellation_draw", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64, _c.c_void_p, _c.c_int64, _c.c_int64, _c.c_int64])


def rt_lyon_stroke_tessellation_draw(tess: int, transform: int, color: int, pixels: bytearray | memoryview | None, width: int, height: int) -> bool:
    """Lays a stroked path over a picture, as `rt_lyon_fill_tessellation_draw` does a filled one. Where triangles
    overlap, the colour is laid once.

    On failure: false."""
    pixels_data, pixels_len = _rt.buffer(pixels)
    return _rt_lyon_stroke_tessellation_draw(tess if 0 <= tess <= 9223372036854775807 else _rt.integer(tess), transform if 0 <= transform <= 9223372036854775807 else _rt.integer(transform), color if 0 <= color <= 9223372036854775807 else _rt.integer(color), pixels_data, pixels_len, width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height))


_rt_lyon_path_rasterize = _declare("rt_lyon_path_rasterize", _rt.Bytes, [_c.c_int64, _c.c_int64, _c.c_int64, _c.c_int64, _c.c_int64])


def rt_lyon_path_rasterize(path: int, fill_rule: int, color: int, width: int, height: int) -> bytes:
    """A new picture, transparent but for the path filled with a colour (0xRRGGBBAA) by a fill rule (even-odd 0,
    non-zero 1). The path's coordinates are pixels. Width and height are 1 to 32,768.

    On failure: []."""
    return _rt_lyon_path_rasterize(path if 0 <= path <= 9223372036854775807 else _rt.integer(path), fill_rule if 0 <= fill_rule <= 9223372036854775807 else _rt.integer(fill_rule), color if 0 <= color <= 9223372036854775807 else _rt.integer(color), width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height)).take()


_rt_lyon_fill_tessellation_contains_point = _declare("rt_lyon_fill_tessellation_contains_point", _c.c_bool, [_c.c_int64, _c.c_double, _c.c_double])


def rt_lyon_fill_tessellation_contains_point(tess: int, x: float, y: float) -> bool:
    """Whether a point lies in one of the triangles.

    On failure: false."""
    return _rt_lyon_fill_tessellation_contains_point(tess if 0 <= tess <= 9223372036854775807 else _rt.integer(tess), x, y)


_rt_lyon_available = _declare("rt_lyon_available", _c.c_bool, [])


def rt_lyon_available() -> bool:
    """True where this build holds the lyon library, as it does where this links."""
    return _rt_lyon_available()


_rt_lyon_clear_error = _declare("rt_lyon_clear_error", None, [])


def rt_lyon_clear_error() -> None:
    """Forgets why this thread's last failed lyon call failed."""
    return _rt_lyon_clear_error()


_rt_lyon_version = _declare("rt_lyon_version", _c.c_void_p, [])


def rt_lyon_version() -> str:
    """The version of the wrapped library, the crate `lyon`."""
    return _take_text(_rt_lyon_version())


_rt_lyon_path_apply_transform = _declare("rt_lyon_path_apply_transform", _c.c_int64, [_c.c_int64, _c.c_int64])


def rt_lyon_path_apply_transform(path: int, transform: int) -> int:
    """The same with a transform: `rt_lyon_path_transform` with the six numbers that `rt_lyon_transform_get` gives.

    On failure: 0."""
    return _rt_lyon_path_apply_transform(path if 0 <= path <= 9223372036854775807 else _rt.integer(path), transform if 0 <= transform <= 9223372036854775807 else _rt.integer(transform))


_rt_lyon_path_contains_point_with_rule = _declare("rt_lyon_path_contains_point_with_rule", _c.c_bool, [_c.c_int64, _c.c_double, _c.c_double, _c.c_int64])


def rt_lyon_path_contains_point_with_rule(path: int, x: float, y: float, fill_rule: int) -> bool:
    """Whether a point lies inside the path by a fill rule: even-odd 0, non-zero 1.

    On failure: false."""
    return _rt_lyon_path_contains_point_with_rule(path if 0 <= path <= 9223372036854775807 else _rt.integer(path), x, y, fill_rule if 0 <= fill_rule <= 9223372036854775807 else _rt.integer(fill_rule))


_rt_lyon_path_length = _declare("rt_lyon_path_length", _c.c_double, [_c.c_int64])


def rt_lyon_path_length(path: int) -> float:
    """The length of all subpaths together; a closed one's closing line counts. To about 1e-9 of the length.

    On failure: 0.0."""
    return _rt_lyon_path_length(path if 0 <= path <= 9223372036854775807 else _rt.integer(path))


_rt_lyon_path_point_at = _declare("rt_lyon_path_point_at", _PathPoint, [_c.c_int64, _c.c_double])


def rt_lyon_path_point_at(path: int, distance: float) -> PathPoint:
    """The point at a distance along the path, from 0 to `rt_lyon_path_length`, and the direction there. Subpaths
    follow one another; the jump between them takes no length. Fails for a path without length and for a
    distance beyond its ends.

    On failure: x 0.0, y 0.0, tangent_x 0.0, tangent_y 0.0."""
    result = _rt_lyon_path_point_at(path if 0 <= path <= 9223372036854775807 else _rt.integer(path), distance)
    return PathPoint(result.x, result.y, result.tangent_x, result.tangent_y)


_rt_lyon_path_dash = _declare("rt_lyon_path_dash", _c.c_int64, [_c.c_int64, _c.c_void_p, _c.c_int64, _c.c_double])


def rt_lyon_path_dash(path: int, pattern: list[float] | None, offset: float) -> int:
    """The path cut into dashes: `pattern` holds the lengths of dash, gap, dash, gap and so on, and repeats (an odd
    number of lengths is taken twice over, as in SVG). The pattern starts `offset` into itself at the start of
    each subpath. Curves stay curves. On a closed subpath, a dash that runs across its start stays one piece.
    Fails for a length below 0, for a pattern that adds up to 0, and for more than 1,000,000 dashes.

    On failure: 0."""
    pattern_data, pattern_len, pattern_kept = _rt.items("d", pattern)
    return _rt_lyon_path_dash(path if 0 <= path <= 9223372036854775807 else _rt.integer(path), pattern_data, pattern_len, offset)


_rt_lyon_path_from_svg = _declare("rt_lyon_path_from_svg", _c.c_int64, [_c.c_char_p])


def rt_lyon_path_from_svg(d: str | bytes | None) -> int:
    """The path that SVG path data describes (the `d` of a `<path>`): all commands, absolute and relative. The empty
    text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.

    On failure: 0."""
    return _rt_lyon_path_from_svg(d.encode() if type(d) is str and "\0" not in d else _rt.text(d))


_rt_lyon_path_to_svg = _declare("rt_lyon_path_to_svg", _c.c_void_p, [_c.c_int64])


def rt_lyon_path_to_svg(path: int) -> str:
    """The path as SVG path data, in absolute M, L, Q, C and Z. Read back, it gives the same path, bit for bit.

    On failure: ""."""
    return _take_text(_rt_lyon_path_to_svg(path if 0 <= path <= 9223372036854775807 else _rt.integer(path)))


_rt_lyon_png_encode = _declare("rt_lyon_png_encode", _rt.Bytes, [_c.c_char_p, _c.c_int64, _c.c_int64, _c.c_int64])


def rt_lyon_png_encode(pixels: bytes | bytearray | memoryview | None, width: int, height: int) -> bytes:
    """A picture as the bytes of a PNG file. `pixels` are 4 bytes each: red, green, blue, alpha (not premultiplied),
    row after row from the top.

    On failure: []."""
    pixels_data, pixels_len = _rt.data(pixels)
    return _rt_lyon_png_encode(pixels_data, pixels_len, width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height)).take()


_rt_lyon_png_save = _declare("rt_lyon_png_save", _c.c_bool, [_c.c_char_p, _c.c_char_p, _c.c_int64, _c.c_int64, _c.c_int64])


def rt_lyon_png_save(file: str | bytes | None, pixels: bytes | bytearray | memoryview | None, width: int, height: int) -> bool:
    """Writes a picture to a PNG file. A file that is there already is replaced.

    On failure: false."""
    pixels_data, pixels_len = _rt.data(pixels)
    return _rt_lyon_png_save(file.encode() if type(file) is str and "\0" not in file else _rt.text(file), pixels_data, pixels_len, width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height))


_rt_lyon_stroke_tessellation_contains_point = _declare("rt_lyon_stroke_tessellation_contains_point", _c.c_bool, [_c.c_int64, _c.c_double, _c.c_double])


def rt_lyon_stroke_tessellation_contains_point(tess: int, x: float, y: float) -> bool:
    """Whether a point lies in one of the triangles.

    On failure: false."""
    return _rt_lyon_stroke_tessellation_contains_point(tess if 0 <= tess <= 9223372036854775807 else _rt.integer(tess), x, y)


_rt_lyon_path_stroke_contains_point = _declare("rt_lyon_path_stroke_contains_point", _c.c_bool, [_c.c_int64, _c.c_double, _c.c_char_p, _c.c_double, _c.c_double])


def rt_lyon_path_stroke_contains_point(path: int, width: float, options_json: str | bytes | None, x: float, y: float) -> bool:
    """Whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
    tolerance of a hundredth of the width. For many points, make the tessellation once.

    On failure: false."""
    return _rt_lyon_path_stroke_contains_point(path if 0 <= path <= 9223372036854775807 else _rt.integer(path), width, options_json.encode() if type(options_json) is str and "\0" not in options_json else _rt.text(options_json), x, y)


_rt_lyon_transform_new = _declare("rt_lyon_transform_new", _c.c_int64, [_c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_double])


def rt_lyon_transform_new(m11: float, m12: float, m21: float, m22: float, tx: float, ty: float) -> int:
    """The transform with these six numbers: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.

    On failure: 0."""
    return _rt_lyon_transform_new(m11, m12, m21, m22, tx, ty)


_rt_lyon_transform_get = _declare("rt_lyon_transform_get", _TransformMatrix, [_c.c_int64])


def rt_lyon_transform_get(transform: int) -> TransformMatrix:
    """The six numbers of a transform.

    On failure: m11 0.0, m12 0.0, m21 0.0, m22 0.0, tx 0.0, ty 0.0."""
    result = _rt_lyon_transform_get(transform if 0 <= transform <= 9223372036854775807 else _rt.integer(transform))
    return TransformMatrix(result.m11, result.m12, result.m21, result.m22, result.tx, result.ty)


_rt_lyon_transform_inverse = _declare("rt_lyon_transform_inverse", _c.c_int64, [_c.c_int64])


def rt_lyon_transform_inverse(transform: int) -> int:
    """The transform that undoes another. Fails where there is none: for a transform that flattens the plane.

    On failure: 0."""
    return _rt_lyon_transform_inverse(transform if 0 <= transform <= 9223372036854775807 else _rt.integer(transform))


_rt_lyon_transform_apply = _declare("rt_lyon_transform_apply", _TransformedPoint, [_c.c_int64, _c.c_double, _c.c_double])


def rt_lyon_transform_apply(transform: int, x: float, y: float) -> TransformedPoint:
    """Where a transform takes a point.

    On failure: x 0.0, y 0.0."""
    result = _rt_lyon_transform_apply(transform if 0 <= transform <= 9223372036854775807 else _rt.integer(transform), x, y)
    return TransformedPoint(result.x, result.y)


class PathBuilder(_rt.Owner):
    """A path builder: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_lyon_path_builder_free, self._handle)

    @staticmethod
    def new() -> "PathBuilder | None":
        """A new, empty path builder. Free it with `rt_lyon_path_builder_free`, or turn it into a path with
        `rt_lyon_path_builder_build`, which frees it too."""
        result = _rt_lyon_path_builder_new()
        return PathBuilder(result, None) if result else None

    def begin(self, x: float, y: float) -> bool:
        """Begins a subpath at a point. A subpath that is still open ends there, unclosed. Coordinates go from -1e30
        to 1e30, here and everywhere.

        On failure: false."""
        result = _rt_lyon_path_builder_begin(self._handle, x, y)
        if not result:
            _fail()
        return result

    def line_to(self, x: float, y: float) -> bool:
        """A line to a point. Fails where no subpath is open.

        On failure: false."""
        result = _rt_lyon_path_builder_line_to(self._handle, x, y)
        if not result:
            _fail()
        return result

    def quadratic_bezier_to(self, ctrl_x: float, ctrl_y: float, to_x: float, to_y: float) -> bool:
        """A quadratic Bézier curve to a point. Fails where no subpath is open.

        On failure: false."""
        result = _rt_lyon_path_builder_quadratic_bezier_to(self._handle, ctrl_x, ctrl_y, to_x, to_y)
        if not result:
            _fail()
        return result

    def cubic_bezier_to(self, ctrl1_x: float, ctrl1_y: float, ctrl2_x: float, ctrl2_y: float, to_x: float, to_y: float) -> bool:
        """A cubic Bézier curve to a point. Fails where no subpath is open.

        On failure: false."""
        result = _rt_lyon_path_builder_cubic_bezier_to(self._handle, ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y)
        if not result:
            _fail()
        return result

    def arc_to(self, center_x: float, center_y: float, radius: float, start_angle: float, sweep_angle: float) -> bool:
        """An arc of a circle around a centre: a line to its start where the subpath ends elsewhere, then the arc.
        Angles in radians, from the direction of x towards that of y; a negative sweep turns the other way, and
        one beyond 2π goes round more than once (1,000 times at most). Within 7e-8 of the radius of the true
        circle. Fails where no subpath is open or the radius is below 0.

        On failure: false."""
        result = _rt_lyon_path_builder_arc_to(self._handle, center_x, center_y, radius, start_angle, sweep_angle)
        if not result:
            _fail()
        return result

    def path_builder_close(self) -> bool:
        """Closes the open subpath with a line back to its start. Fails where no subpath is open.

        On failure: false."""
        result = _rt_lyon_path_builder_close(self._handle)
        if not result:
            _fail()
        return result

    def build(self) -> "Path | None":
        """Ends the open subpath, unclosed, and makes the path. Frees the builder.

        On failure: 0."""
        result = _rt_lyon_path_builder_build(self._handle)
        if not result:
            _fail()
        self._handle = 0
        return Path(result, None) if result else None

    def add_path(self, path: "Path | None") -> None:
        """Adds all subpaths of a path. A subpath that is still open ends there, unclosed, and none is open afterwards."""
        _rt_lyon_clear_error()
        _rt_lyon_path_builder_add_path(self._handle, path._handle if path is not None else 0)
        _fail()


class Path(_rt.Owner):
    """A path: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_lyon_path_free, self._handle)

    @staticmethod
    def rectangle(x: float, y: float, width: float, height: float) -> "Path | None":
        """A rectangle with corners at (x, y) and (x + width, y + height), drawn from x towards x + width first.
        Fails where width or height is below 0.

        On failure: 0."""
        result = _rt_lyon_path_rectangle(x, y, width, height)
        if not result:
            _fail()
        return Path(result, None) if result else None

    @staticmethod
    def rounded_rectangle(x: float, y: float, width: float, height: float, radius: float) -> "Path | None":
        """A rectangle whose corners are quarter circles. A radius of more than half the width or height counts as
        that half. Fails where width, height or radius is below 0.

        On failure: 0."""
        result = _rt_lyon_path_rounded_rectangle(x, y, width, height, radius)
        if not result:
            _fail()
        return Path(result, None) if result else None

    @staticmethod
    def circle(center_x: float, center_y: float, radius: float) -> "Path | None":
        """A circle, drawn from its rightmost point towards growing y. Within 7e-8 of its radius of the true circle.
        Fails where the radius is below 0.

        On failure: 0."""
        result = _rt_lyon_path_circle(center_x, center_y, radius)
        if not result:
            _fail()
        return Path(result, None) if result else None

    @staticmethod
    def ellipse(center_x: float, center_y: float, radius_x: float, radius_y: float) -> "Path | None":
        """An ellipse with axes along x and y, drawn like a circle. Fails where a radius is below 0.

        On failure: 0."""
        result = _rt_lyon_path_ellipse(center_x, center_y, radius_x, radius_y)
        if not result:
            _fail()
        return Path(result, None) if result else None

    @staticmethod
    def polygon(points: list[float] | None, num_points: int) -> "Path | None":
        """A closed polygon through `num_points` points, given as x, y pairs in `points`; further numbers are not
        looked at. Fails for fewer than 3 points, and where `points` holds fewer than 2 · num_points numbers.

        On failure: 0."""
        points_data, points_len, points_kept = _rt.items("d", points)
        result = _rt_lyon_path_polygon(points_data, points_len, num_points if 0 <= num_points <= 9223372036854775807 else _rt.integer(num_points))
        if not result:
            _fail()
        return Path(result, None) if result else None

    @staticmethod
    def star(center_x: float, center_y: float, inner_radius: float, outer_radius: float, num_points: int) -> "Path | None":
        """A star with `num_points` tips (3 to 1,000,000) at `outer_radius` and as many notches at `inner_radius`,
        evenly spaced. The first tip is at (center_x, center_y − outer_radius): upwards where y grows downwards.
        Its area is num_points · inner_radius · outer_radius · sin(π / num_points). Fails where a radius is
        below 0.

        On failure: 0."""
        result = _rt_lyon_path_star(center_x, center_y, inner_radius, outer_radius, num_points if 0 <= num_points <= 9223372036854775807 else _rt.integer(num_points))
        if not result:
            _fail()
        return Path(result, None) if result else None

    @staticmethod
    def from_svg(d: str | bytes | None) -> "Path | None":
        """The path that SVG path data describes (the `d` of a `<path>`): all commands, absolute and relative. The empty
        text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.

        On failure: 0."""
        result = _rt_lyon_path_from_svg(d.encode() if type(d) is str and "\0" not in d else _rt.text(d))
        if not result:
            _fail()
        return Path(result, None) if result else None

    def get_bounds(self) -> PathBounds:
        """The exact extent of the path's lines and curves; control points that the curves do not reach do not
        count. Fails for a path without points.

        On failure: min_x 0.0, min_y 0.0, max_x 0.0, max_y 0.0."""
        result = _rt_lyon_path_get_bounds(self._handle)
        result = PathBounds(result.min_x, result.min_y, result.max_x, result.max_y)
        if result.min_x == 0.0 and result.min_y == 0.0 and result.max_x == 0.0 and result.max_y == 0.0:
            _fail()
        return result

    def contains_point(self, x: float, y: float) -> bool:
        """Whether a point lies inside the path, by the non-zero rule; open subpaths count as closed. Exact for
        curves too. A point on the outline itself may be either.

        On failure: false."""
        result = _rt_lyon_path_contains_point(self._handle, x, y)
        if not result:
            _fail()
        return result

    def transform(self, m11: float, m12: float, m21: float, m22: float, tx: float, ty: float) -> "Path | None":
        """The path with each point moved: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty. Fails where a coordinate
        would leave -1e30 to 1e30.

        On failure: 0."""
        result = _rt_lyon_path_transform(self._handle, m11, m12, m21, m22, tx, ty)
        if not result:
            _fail()
        return Path(result, None) if result else None

    def fill_tessellate(self, tolerance: float) -> "FillTessellation | None":
        """Triangles that fill a path by the even-odd rule; open subpaths count as closed. `tolerance` is how far a
        triangle's edge may lie from the curve it stands for, in the path's units. Vertices are 32-bit numbers
        relative to the path's own place and size: to about 1e-7 of its extent. Fails for a tolerance that is not
        above 0, or so small that the curves would take more than 1,048,576 lines.

        On failure: 0."""
        result = _rt_lyon_fill_tessellate(self._handle, tolerance)
        if not result:
            _fail()
        return FillTessellation(result, None) if result else None

    def fill_tessellate_with_rule(self, tolerance: float, fill_rule: int) -> "FillTessellation | None":
        """The same by a fill rule: even-odd 0, non-zero 1.

        On failure: 0."""
        result = _rt_lyon_fill_tessellate_with_rule(self._handle, tolerance, fill_rule if 0 <= fill_rule <= 9223372036854775807 else _rt.integer(fill_rule))
        if not result:
            _fail()
        return FillTessellation(result, None) if result else None

    def stroke_tessellate(self, width: float, tolerance: float) -> "StrokeTessellation | None":
        """Triangles that stroke a path with a line of this width, with butt caps, miter joins and a miter limit of 4.
        `tolerance` is how far the middle of the stroke may lie from the curve, and a round cap's or join's edge from
        its circle. Triangles may overlap where the path turns sharply or crosses itself. A width of 0 gives no
        triangles; one below 0, or below 1e-7 of the path's extent, fails, and so does a tolerance as for filling.

        On failure: 0."""
        result = _rt_lyon_stroke_tessellate(self._handle, width, tolerance)
        if not result:
            _fail()
        return StrokeTessellation(result, None) if result else None

    def stroke_tessellate_with_options(self, width: float, tolerance: float, options_json: str | bytes | None) -> "StrokeTessellation | None":
        """The same with options, a JSON object: `line_cap` "butt", "square" or "round"; `line_join` "miter", "round" or
        "bevel"; `miter_limit` from 1 to 1000000, SVG's: a join whose length, from its inner corner to its tip, is
        more line widths than that becomes a bevel. An unknown key or value fails, and last error names it. `{}` changes nothing.

        On failure: 0."""
        result = _rt_lyon_stroke_tessellate_with_options(self._handle, width, tolerance, options_json.encode() if type(options_json) is str and "\0" not in options_json else _rt.text(options_json))
        if not result:
            _fail()
        return StrokeTessellation(result, None) if result else None

    def rasterize(self, fill_rule: int, color: int, width: int, height: int) -> bytes:
        """A new picture, transparent but for the path filled with a colour (0xRRGGBBAA) by a fill rule (even-odd 0,
        non-zero 1). The path's coordinates are pixels. Width and height are 1 to 32,768.

        On failure: []."""
        result = _rt_lyon_path_rasterize(self._handle, fill_rule if 0 <= fill_rule <= 9223372036854775807 else _rt.integer(fill_rule), color if 0 <= color <= 9223372036854775807 else _rt.integer(color), width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height)).take()
        if not result:
            _fail()
        return result

    def apply_transform(self, transform: "Transform | None") -> "Path | None":
        """The same with a transform: `rt_lyon_path_transform` with the six numbers that `rt_lyon_transform_get` gives.

        On failure: 0."""
        result = _rt_lyon_path_apply_transform(self._handle, transform._handle if transform is not None else 0)
        if not result:
            _fail()
        return Path(result, None) if result else None

    def contains_point_with_rule(self, x: float, y: float, fill_rule: int) -> bool:
        """Whether a point lies inside the path by a fill rule: even-odd 0, non-zero 1.

        On failure: false."""
        result = _rt_lyon_path_contains_point_with_rule(self._handle, x, y, fill_rule if 0 <= fill_rule <= 9223372036854775807 else _rt.integer(fill_rule))
        if not result:
            _fail()
        return result

    def length(self) -> float:
        """The length of all subpaths together; a closed one's closing line counts. To about 1e-9 of the length.

        On failure: 0.0."""
        result = _rt_lyon_path_length(self._handle)
        if result == 0.0:
            _fail()
        return result

    def point_at(self, distance: float) -> PathPoint:
        """The point at a distance along the path, from 0 to `rt_lyon_path_length`, and the direction there. Subpaths
        follow one another; the jump between them takes no length. Fails for a path without length and for a
        distance beyond its ends.

        On failure: x 0.0, y 0.0, tangent_x 0.0, tangent_y 0.0."""
        result = _rt_lyon_path_point_at(self._handle, distance)
        result = PathPoint(result.x, result.y, result.tangent_x, result.tangent_y)
        if result.x == 0.0 and result.y == 0.0 and result.tangent_x == 0.0 and result.tangent_y == 0.0:
            _fail()
        return result

    def dash(self, pattern: list[float] | None, offset: float) -> "Path | None":
        """The path cut into dashes: `pattern` holds the lengths of dash, gap, dash, gap and so on, and repeats (an odd
        number of lengths is taken twice over, as in SVG). The pattern starts `offset` into itself at the start of
        each subpath. Curves stay curves. On a closed subpath, a dash that runs across its start stays one piece.
        Fails for a length below 0, for a pattern that adds up to 0, and for more than 1,000,000 dashes.

        On failure: 0."""
        pattern_data, pattern_len, pattern_kept = _rt.items("d", pattern)
        result = _rt_lyon_path_dash(self._handle, pattern_data, pattern_len, offset)
        if not result:
            _fail()
        return Path(result, None) if result else None

    def to_svg(self) -> str:
        """The path as SVG path data, in absolute M, L, Q, C and Z. Read back, it gives the same path, bit for bit.

        On failure: ""."""
        result = _take_text(_rt_lyon_path_to_svg(self._handle))
        if not result:
            _fail()
        return result

    def stroke_contains_point(self, width: float, options_json: str | bytes | None, x: float, y: float) -> bool:
        """Whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
        tolerance of a hundredth of the width. For many points, make the tessellation once.

        On failure: false."""
        result = _rt_lyon_path_stroke_contains_point(self._handle, width, options_json.encode() if type(options_json) is str and "\0" not in options_json else _rt.text(options_json), x, y)
        if not result:
            _fail()
        return result


class FillTessellation(_rt.Owner):
    """A fill tessellation: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_lyon_fill_tessellation_free, self._handle)

    def get_vertices(self) -> "VertexBuffer | None":
        """The vertices, as a buffer of its own to be freed. Nothing is copied.

        On failure: 0."""
        result = _rt_lyon_fill_tessellation_get_vertices(self._handle)
        if not result:
            _fail()
        return VertexBuffer(result, None) if result else None

    def get_indices(self) -> "IndexBuffer | None":
        """The indices, as a buffer of its own to be freed. Nothing is copied.

        On failure: 0."""
        result = _rt_lyon_fill_tessellation_get_indices(self._handle)
        if not result:
            _fail()
        return IndexBuffer(result, None) if result else None

    def vertex_count(self) -> int:
        """How many vertices there are.

        On failure: -1."""
        result = _rt_lyon_fill_tessellation_vertex_count(self._handle)
        if result == -1:
            _fail()
        return result

    def index_count(self) -> int:
        """How many indices there are: 3 for each triangle.

        On failure: -1."""
        result = _rt_lyon_fill_tessellation_index_count(self._handle)
        if result == -1:
            _fail()
        return result

    def draw(self, transform: "Transform | None", color: int, pixels: bytearray | memoryview | None, width: int, height: int) -> bool:
        """Lays a filled path over a picture. `transform` takes the path's coordinates to pixels, with (0, 0) the top
        left corner of the picture and y downwards; 0 stands for the transform that changes nothing. `color` is
        0xRRGGBBAA. `pixels` is the picture: width · height · 4 bytes of red, green, blue and alpha, not
        premultiplied, row after row from the top. Edges are smoothed: a pixel takes as much of the colour as
        the path covers of it, seen along 16 lines a row: what is lower than a sixteenth of a pixel may be missed or
        come out too strong. What lies outside the picture is left out.

        On failure: false."""
        pixels_data, pixels_len = _rt.buffer(pixels)
        result = _rt_lyon_fill_tessellation_draw(self._handle, transform._handle if transform is not None else 0, color if 0 <= color <= 9223372036854775807 else _rt.integer(color), pixels_data, pixels_len, width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height))
        if not result:
            _fail()
        return result

    def contains_point(self, x: float, y: float) -> bool:
        """Whether a point lies in one of the triangles.

        On failure: false."""
        result = _rt_lyon_fill_tessellation_contains_point(self._handle, x, y)
        if not result:
            _fail()
        return result


class VertexBuffer(_rt.Owner):
    """A vertex buffer: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_lyon_vertex_buffer_free, self._handle)

    def get_position(self, index: int) -> VertexPosition:
        """Where a vertex is. Fails where there is no vertex of that index, which counts from 0.

        On failure: x 0.0, y 0.0."""
        result = _rt_lyon_vertex_buffer_get_position(self._handle, index if 0 <= index <= 9223372036854775807 else _rt.integer(index))
        result = VertexPosition(result.x, result.y)
        if result.x == 0.0 and result.y == 0.0:
            _fail()
        return result

    def get_normal(self, index: int) -> VertexNormal:
        """The normal of a vertex of a stroke: how far it lies from the middle of the stroke, in half line widths (1 on
        a straight edge, more on a miter). Zeros for a fill. Fails where there is no vertex of that index.

        On failure: x 0.0, y 0.0."""
        result = _rt_lyon_vertex_buffer_get_normal(self._handle, index if 0 <= index <= 9223372036854775807 else _rt.integer(index))
        result = VertexNormal(result.x, result.y)
        if result.x == 0.0 and result.y == 0.0:
            _fail()
        return result

    def size(self) -> int:
        """How many vertices there are.

        On failure: -1."""
        result = _rt_lyon_vertex_buffer_size(self._handle)
        if result == -1:
            _fail()
        return result

    def to_array(self) -> list[float]:
        """All vertices: x, y, normal_x, normal_y for each.

        On failure: []."""
        result = _rt_lyon_vertex_buffer_to_array(self._handle).take()
        if not result:
            _fail()
        return result

    def bytes(self) -> bytes:
        """All vertices as a GPU takes them: 16 bytes each, four 32-bit floats in the machine's byte order: x, y,
        normal_x, normal_y.

        On failure: []."""
        result = _rt_lyon_vertex_buffer_bytes(self._handle).take()
        if not result:
            _fail()
        return result

    def write(self, out: bytearray | memoryview | None) -> int:
        """Writes the bytes of `rt_lyon_vertex_buffer_bytes` into memory of the caller's, a mapped GPU buffer say, and
        returns how many. Fails, and writes nothing, where it is smaller than 16 bytes for each vertex.

        On failure: -1."""
        out_data, out_len = _rt.buffer(out)
        result = _rt_lyon_vertex_buffer_write(self._handle, out_data, out_len)
        if result == -1:
            _fail()
        return result


class IndexBuffer(_rt.Owner):
    """A index buffer: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_lyon_index_buffer_free, self._handle)

    def get(self, index: int) -> int:
        """The index of a triangle's corner among the vertices: items 3·n to 3·n + 2 are triangle n. Fails where
        there is no item of that index.

        On failure: -1."""
        result = _rt_lyon_index_buffer_get(self._handle, index if 0 <= index <= 9223372036854775807 else _rt.integer(index))
        if result == -1:
            _fail()
        return result

    def size(self) -> int:
        """How many indices there are: 3 for each triangle.

        On failure: -1."""
        result = _rt_lyon_index_buffer_size(self._handle)
        if result == -1:
            _fail()
        return result

    def to_array(self) -> list[int]:
        """All indices, 3 for each triangle.

        On failure: []."""
        result = _rt_lyon_index_buffer_to_array(self._handle).take()
        if not result:
            _fail()
        return result

    def bytes(self) -> bytes:
        """All indices as a GPU takes them: 4 bytes each, unsigned 32-bit integers in the machine's byte order.

        On failure: []."""
        result = _rt_lyon_index_buffer_bytes(self._handle).take()
        if not result:
            _fail()
        return result

    def write(self, out: bytearray | memoryview | None) -> int:
        """Writes the bytes of `rt_lyon_index_buffer_bytes` into memory of the caller's and returns how many. Fails, and
        writes nothing, where it is smaller than 4 bytes for each index.

        On failure: -1."""
        out_data, out_len = _rt.buffer(out)
        result = _rt_lyon_index_buffer_write(self._handle, out_data, out_len)
        if result == -1:
            _fail()
        return result


class StrokeTessellation(_rt.Owner):
    """A stroke tessellation: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_lyon_stroke_tessellation_free, self._handle)

    def get_vertices(self) -> "VertexBuffer | None":
        """The vertices, as a buffer of its own to be freed. Nothing is copied.

        On failure: 0."""
        result = _rt_lyon_stroke_tessellation_get_vertices(self._handle)
        if not result:
            _fail()
        return VertexBuffer(result, None) if result else None

    def get_indices(self) -> "IndexBuffer | None":
        """The indices, as a buffer of its own to be freed. Nothing is copied.

        On failure: 0."""
        result = _rt_lyon_stroke_tessellation_get_indices(self._handle)
        if not result:
            _fail()
        return IndexBuffer(result, None) if result else None

    def vertex_count(self) -> int:
        """How many vertices there are.

        On failure: -1."""
        result = _rt_lyon_stroke_tessellation_vertex_count(self._handle)
        if result == -1:
            _fail()
        return result

    def index_count(self) -> int:
        """How many indices there are: 3 for each triangle.

        On failure: -1."""
        result = _rt_lyon_stroke_tessellation_index_count(self._handle)
        if result == -1:
            _fail()
        return result

    def draw(self, transform: "Transform | None", color: int, pixels: bytearray | memoryview | None, width: int, height: int) -> bool:
        """Lays a stroked path over a picture, as `rt_lyon_fill_tessellation_draw` does a filled one. Where triangles
        overlap, the colour is laid once.

        On failure: false."""
        pixels_data, pixels_len = _rt.buffer(pixels)
        result = _rt_lyon_stroke_tessellation_draw(self._handle, transform._handle if transform is not None else 0, color if 0 <= color <= 9223372036854775807 else _rt.integer(color), pixels_data, pixels_len, width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height))
        if not result:
            _fail()
        return result

    def contains_point(self, x: float, y: float) -> bool:
        """Whether a point lies in one of the triangles.

        On failure: false."""
        result = _rt_lyon_stroke_tessellation_contains_point(self._handle, x, y)
        if not result:
            _fail()
        return result


class Transform(_rt.Owner):
    """A transform: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_lyon_transform_free, self._handle)

    @staticmethod
    def identity() -> "Transform | None":
        """The transform that changes nothing."""
        result = _rt_lyon_transform_identity()
        return Transform(result, None) if result else None

    @staticmethod
    def translate(tx: float, ty: float) -> "Transform | None":
        """A shift by (tx, ty).

        On failure: 0."""
        result = _rt_lyon_transform_translate(tx, ty)
        if not result:
            _fail()
        return Transform(result, None) if result else None

    @staticmethod
    def rotate(angle: float) -> "Transform | None":
        """A turn around the origin, in radians, from the direction of x towards that of y: a positive angle turns
        (1, 0) towards (0, 1).

        On failure: 0."""
        result = _rt_lyon_transform_rotate(angle)
        if not result:
            _fail()
        return Transform(result, None) if result else None

    @staticmethod
    def scale(sx: float, sy: float) -> "Transform | None":
        """Multiplies x by sx and y by sy; negative factors mirror.

        On failure: 0."""
        result = _rt_lyon_transform_scale(sx, sy)
        if not result:
            _fail()
        return Transform(result, None) if result else None

    @staticmethod
    def new(m11: float, m12: float, m21: float, m22: float, tx: float, ty: float) -> "Transform | None":
        """The transform with these six numbers: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.

        On failure: 0."""
        result = _rt_lyon_transform_new(m11, m12, m21, m22, tx, ty)
        if not result:
            _fail()
        return Transform(result, None) if result else None

    def multiply(self, t2: "Transform | None") -> "Transform | None":
        """The transform that does t1 first and then t2.

        On failure: 0."""
        result = _rt_lyon_transform_multiply(self._handle, t2._handle if t2 is not None else 0)
        if not result:
            _fail()
        return Transform(result, None) if result else None

    def get(self) -> TransformMatrix:
        """The six numbers of a transform.

        On failure: m11 0.0, m12 0.0, m21 0.0, m22 0.0, tx 0.0, ty 0.0."""
        result = _rt_lyon_transform_get(self._handle)
        result = TransformMatrix(result.m11, result.m12, result.m21, result.m22, result.tx, result.ty)
        if result.m11 == 0.0 and result.m12 == 0.0 and result.m21 == 0.0 and result.m22 == 0.0 and result.tx == 0.0 and result.ty == 0.0:
            _fail()
        return result

    def inverse(self) -> "Transform | None":
        """The transform that undoes another. Fails where there is none: for a transform that flattens the plane.

        On failure: 0."""
        result = _rt_lyon_transform_inverse(self._handle)
        if not result:
            _fail()
        return Transform(result, None) if result else None

    def apply(self, x: float, y: float) -> TransformedPoint:
        """Where a transform takes a point.

        On failure: x 0.0, y 0.0."""
        result = _rt_lyon_transform_apply(self._handle, x, y)
        result = TransformedPoint(result.x, result.y)
        if result.x == 0.0 and result.y == 0.0:
            _fail()
        return result


class Animation(_rt.Owner):
    """A animation: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_lyon_animation_free, self._handle)

    @staticmethod
    def new(file: str | bytes | None, width: int, height: int, frames: int, frame_ms: int) -> "Animation | None":
        """Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
        milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
        `rt_lyon_animation_finish`. A file that is there already is replaced.

        On failure: 0."""
        result = _rt_lyon_animation_new(file.encode() if type(file) is str and "\0" not in file else _rt.text(file), width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height), frames if 0 <= frames <= 9223372036854775807 else _rt.integer(frames), frame_ms if 0 <= frame_ms <= 9223372036854775807 else _rt.integer(frame_ms))
        if not result:
            _fail()
        return Animation(result, None) if result else None

    def add_frame(self, pixels: bytes | bytearray | memoryview | None) -> bool:
        """Adds the next frame: width · height · 4 bytes, as for `rt_lyon_png_save`. Fails where all frames are there.

        On failure: false."""
        pixels_data, pixels_len = _rt.data(pixels)
        result = _rt_lyon_animation_add_frame(self._handle, pixels_data, pixels_len)
        if not result:
            _fail()
        return result

    def finish(self) -> bool:
        """Completes the file and frees the animation. Fails, and removes the file, where frames are missing or it
        cannot be written.

        On failure: false."""
        result = _rt_lyon_animation_finish(self._handle)
        if not result:
            _fail()
        self._handle = 0
        return result
