"""Rigid body physics in two dimensions.

Lengths are metres, angles radians (counter-clockwise, with y up), masses kilograms, times seconds. A
world holds bodies; colliders give bodies their shape and mass; joints tie two bodies together. Handles
belong to one world: a call that mixes worlds fails, and freeing a world makes all its bodies, colliders
and joints stale at once. Calls from several threads into one world take turns, and wait while it steps;
different worlds do not wait for each other.

Numbers are double precision inside too (the build `rapier2d-f64` of the crate `rapier2d`). Measured on
a pile of 1,000 bodies, a step takes 0.86 ms against 0.63 ms in single precision, 1.36 times as long.
For that, what a host sets it reads back exactly; ten seconds of free fall end 2e-12 m from the scheme's
exact sum rather than 1.9 mm; and a body that creeps at 0.1 m/s still moves ten kilometres from the
origin, where single precision loses every step of it.

The same calls in the same order give the same numbers, bit for bit, on one machine. Queries never change
how a simulation goes on.

Numbers must be finite and no larger than 1e15; sizes and masses no smaller than 1e-15."""
# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

import ctypes as _c
from array import array as _array
from typing import NamedTuple

from . import _runtime as _rt

_declare = _rt.declare
_take_text = _rt.take_text
_fail, _quietly = _rt.failure("rt_rapier2d_get_last_error", "rt_rapier2d_clear_error")


class BodyPosition(NamedTuple):
    """Where a body is."""

    x: float
    """Metres along x."""

    y: float
    """Metres along y."""

    rotation: float
    """Radians counter-clockwise, above −π and up to π."""


class _BodyPosition(_c.Structure):
    _fields_ = [("x", _c.c_double), ("y", _c.c_double), ("rotation", _c.c_double)]


class BodyVelocity(NamedTuple):
    """How fast a body moves."""

    vx: float
    """Metres per second along x, of its centre of mass."""

    vy: float
    """Metres per second along y."""

    angular: float
    """Radians per second, counter-clockwise."""


class _BodyVelocity(_c.Structure):
    _fields_ = [("vx", _c.c_double), ("vy", _c.c_double), ("angular", _c.c_double)]


class Contact(NamedTuple):
    """A point where two colliders touch."""

    collider1: int
    """The one collider."""

    collider2: int
    """The other."""

    point_x: float
    """Where they touch: the middle between the two surfaces, in metres."""

    point_y: float
    """The same along y."""

    normal_x: float
    """The unit vector that points from the one collider to the other."""

    normal_y: float
    """The same along y."""

    penetration: float
    """How deep they are in each other, in metres; 0 where they just touch."""


class _Contact(_c.Structure):
    _fields_ = [("collider1", _c.c_int64), ("collider2", _c.c_int64), ("point_x", _c.c_double), ("point_y", _c.c_double), ("normal_x", _c.c_double), ("normal_y", _c.c_double), ("penetration", _c.c_double)]


class RayHit(NamedTuple):
    """What a ray hits."""

    hit: bool
    """True where it hits something."""

    collider: int
    """The collider that it hits first, 0 where it hits none."""

    distance: float
    """How far that is, in metres along the ray."""


class _RayHit(_c.Structure):
    _fields_ = [("hit", _c.c_bool), ("collider", _c.c_int64), ("distance", _c.c_double)]


class PhysicsVector(NamedTuple):
    """A vector, or a point."""

    x: float
    """Along x."""

    y: float
    """Along y."""


class _PhysicsVector(_c.Structure):
    _fields_ = [("x", _c.c_double), ("y", _c.c_double)]


class CollisionEvent(NamedTuple):
    """Two colliders that started or stopped touching."""

    collider1: int
    """The one collider. To be freed is to stop touching: its handle is stale then, and 0 where that was before
    the snapshot that this world was restored from."""

    collider2: int
    """The other."""

    started: bool
    """True where they started touching, false where they stopped."""

    sensor: bool
    """True where one of them is a sensor."""


class _CollisionEvent(_c.Structure):
    _fields_ = [("collider1", _c.c_int64), ("collider2", _c.c_int64), ("started", _c.c_bool), ("sensor", _c.c_bool)]


class CastHit(NamedTuple):
    """What a ray or a moving shape hits, and where."""

    hit: bool
    """True where it hits something."""

    collider: int
    """The collider that it hits first, 0 where it hits none."""

    distance: float
    """How far it goes until then, in metres."""

    x: float
    """Where on the collider's surface it hits."""

    y: float
    """The same along y."""

    normal_x: float
    """The surface's outward unit normal there; 0, 0 where it begins inside."""

    normal_y: float
    """The same along y."""


class _CastHit(_c.Structure):
    _fields_ = [("hit", _c.c_bool), ("collider", _c.c_int64), ("distance", _c.c_double), ("x", _c.c_double), ("y", _c.c_double), ("normal_x", _c.c_double), ("normal_y", _c.c_double)]


class NearestCollider(NamedTuple):
    """The collider closest to a point."""

    found: bool
    """True where one is near enough."""

    collider: int
    """The collider, 0 for none."""

    distance: float
    """How far it is in metres, 0 from inside."""

    x: float
    """Its point that is closest; the point itself from inside."""

    y: float
    """The same along y."""

    inside: bool
    """True where the point is inside."""


class _NearestCollider(_c.Structure):
    _fields_ = [("found", _c.c_bool), ("collider", _c.c_int64), ("distance", _c.c_double), ("x", _c.c_double), ("y", _c.c_double), ("inside", _c.c_bool)]


_rt_rapier2d_world_new = _declare("rt_rapier2d_world_new", _c.c_int64, [_c.c_double, _c.c_double])


def rt_rapier2d_world_new(gravity_x: float, gravity_y: float) -> int:
    """An empty world with this gravity in m/s², (0, −9.81) on Earth with y up. The caller frees it.

    On failure: 0."""
    return _rt_rapier2d_world_new(gravity_x, gravity_y)


_rt_rapier2d_world_free = _declare("rt_rapier2d_world_free", _c.c_bool, [_c.c_int64])


def rt_rapier2d_world_free(world: int) -> bool:
    """Frees the world with all its bodies, colliders and joints, whose handles are stale at once. Waits for a
    step that another thread has under way. Contacts and events that were taken from it live on.

    On failure: false."""
    return _rt_rapier2d_world_free(world if 0 <= world <= 9223372036854775807 else _rt.integer(world))


_rt_rapier2d_world_step = _declare("rt_rapier2d_world_step", _c.c_bool, [_c.c_int64, _c.c_double])


def rt_rapier2d_world_step(world: int, dt: float) -> bool:
    """Advances the world by `dt` seconds, above 0 and at most 1. Steps of equal length, 1/60 or 1/120, behave
    best. Speeds above 400 m/s (see `rt_rapier2d_world_set_max_speed`) and turns of more than 45° a substep
    (see `rt_rapier2d_body_set_fast_rotation`) are cut down to that.

    On failure: false."""
    return _rt_rapier2d_world_step(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), dt)


_rt_rapier2d_world_set_gravity = _declare("rt_rapier2d_world_set_gravity", _c.c_bool, [_c.c_int64, _c.c_double, _c.c_double])


def rt_rapier2d_world_set_gravity(world: int, x: float, y: float) -> bool:
    """Changes the gravity, in m/s², and wakes every body.

    On failure: false."""
    return _rt_rapier2d_world_set_gravity(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), x, y)


_rt_rapier2d_body_new_dynamic = _declare("rt_rapier2d_body_new_dynamic", _c.c_int64, [_c.c_int64, _c.c_double, _c.c_double, _c.c_double])


def rt_rapier2d_body_new_dynamic(world: int, x: float, y: float, rotation: float) -> int:
    """A dynamic body: gravity, forces and contacts move it. It weighs what its colliders weigh, or what
    `rt_rapier2d_body_set_mass` says; without either, neither gravity nor forces move it. The world owns it.

    On failure: 0."""
    return _rt_rapier2d_body_new_dynamic(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), x, y, rotation)


_rt_rapier2d_body_new_static = _declare("rt_rapier2d_body_new_static", _c.c_int64, [_c.c_int64, _c.c_double, _c.c_double, _c.c_double])


def rt_rapier2d_body_new_static(world: int, x: float, y: float, rotation: float) -> int:
    """A static body: nothing moves it but `rt_rapier2d_body_set_position`. The world owns it.

    On failure: 0."""
    return _rt_rapier2d_body_new_static(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), x, y, rotation)


_rt_rapier2d_body_new_kinematic = _declare("rt_rapier2d_body_new_kinematic", _c.c_int64, [_c.c_int64, _c.c_double, _c.c_double, _c.c_double])


def rt_rapier2d_body_new_kinematic(world: int, x: float, y: float, rotation: float) -> int:
    """A kinematic body: it moves at the velocity that it is given, or where `rt_rapier2d_body_move_to` sends
    it, pushes dynamic bodies, and is pushed by none. The world owns it.

    On failure: 0."""
    return _rt_rapier2d_body_new_kinematic(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), x, y, rotation)


_rt_rapier2d_body_free = _declare("rt_rapier2d_body_free", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_rapier2d_body_free(world: int, handle: int) -> bool:
    """Frees the body with its colliders and joints, whose handles are stale at once.

    On failure: false."""
    return _rt_rapier2d_body_free(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_rapier2d_body_get_position = _declare("rt_rapier2d_body_get_position", _BodyPosition, [_c.c_int64, _c.c_int64])


def rt_rapier2d_body_get_position(world: int, handle: int) -> BodyPosition:
    """Where the body is now.

    On failure: x 0.0, y 0.0, rotation 0.0."""
    result = _rt_rapier2d_body_get_position(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))
    return BodyPosition(result.x, result.y, result.rotation)


_rt_rapier2d_body_set_position = _declare("rt_rapier2d_body_set_position", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double, _c.c_double, _c.c_double])


def rt_rapier2d_body_set_position(world: int, handle: int, x: float, y: float, rotation: float) -> bool:
    """Puts the body somewhere at once, without moving through what is between, and wakes it. Its velocity
    stays. Queries see it there from now on.

    On failure: false."""
    return _rt_rapier2d_body_set_position(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), x, y, rotation)


_rt_rapier2d_body_get_velocity = _declare("rt_rapier2d_body_get_velocity", _BodyVelocity, [_c.c_int64, _c.c_int64])


def rt_rapier2d_body_get_velocity(world: int, handle: int) -> BodyVelocity:
    """How fast the body moves.

    On failure: vx 0.0, vy 0.0, angular 0.0."""
    result = _rt_rapier2d_body_get_velocity(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))
    return BodyVelocity(result.vx, result.vy, result.angular)


_rt_rapier2d_body_set_velocity = _declare("rt_rapier2d_body_set_velocity", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double, _c.c_double, _c.c_double])


def rt_rapier2d_body_set_velocity(world: int, handle: int, vx: float, vy: float, angular: float) -> bool:
    """Gives a dynamic or kinematic body a velocity and wakes it. A kinematic body keeps it until it is given
    another.

    On failure: false."""
    return _rt_rapier2d_body_set_velocity(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), vx, vy, angular)


_rt_rapier2d_body_apply_force = _declare("rt_rapier2d_body_apply_force", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double, _c.c_double, _c.c_bool])


def rt_rapier2d_body_apply_force(world: int, handle: int, fx: float, fy: float, wake_up: bool) -> bool:
    """Pushes a dynamic body at its centre of mass with a force in newtons, during the next step only: call
    again before each step for a lasting push. Forces of several calls add up. A sleeping body that is not
    woken by it does not move.

    On failure: false."""
    return _rt_rapier2d_body_apply_force(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), fx, fy, wake_up)


_rt_rapier2d_body_apply_impulse = _declare("rt_rapier2d_body_apply_impulse", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double, _c.c_double, _c.c_bool])


def rt_rapier2d_body_apply_impulse(world: int, handle: int, ix: float, iy: float, wake_up: bool) -> bool:
    """Changes a dynamic body's velocity at once by an impulse in newton seconds at its centre of mass.

    On failure: false."""
    return _rt_rapier2d_body_apply_impulse(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), ix, iy, wake_up)


_rt_rapier2d_body_apply_torque = _declare("rt_rapier2d_body_apply_torque", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double, _c.c_bool])


def rt_rapier2d_body_apply_torque(world: int, handle: int, torque: float, wake_up: bool) -> bool:
    """Turns a dynamic body with a torque in newton metres, counter-clockwise, during the next step only. A body
    without colliders has no moment of inertia and does not turn.

    On failure: false."""
    return _rt_rapier2d_body_apply_torque(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), torque, wake_up)


_rt_rapier2d_body_set_mass = _declare("rt_rapier2d_body_set_mass", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double])


def rt_rapier2d_body_set_mass(world: int, handle: int, mass: float) -> bool:
    """Makes the body weigh `mass` kilograms in all, whatever colliders it has or gets; its moment of inertia is
    that of its colliders, scaled to this mass.

    On failure: false."""
    return _rt_rapier2d_body_set_mass(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), mass)


_rt_rapier2d_body_get_mass = _declare("rt_rapier2d_body_get_mass", _c.c_double, [_c.c_int64, _c.c_int64])


def rt_rapier2d_body_get_mass(world: int, handle: int) -> float:
    """What the body weighs in kilograms: what it was given, else the sum of its colliders.

    On failure: 0.0."""
    return _rt_rapier2d_body_get_mass(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_rapier2d_body_set_linear_damping = _declare("rt_rapier2d_body_set_linear_damping", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double])


def rt_rapier2d_body_set_linear_damping(world: int, handle: int, damping: float) -> bool:
    """How fast the body's velocity fades, per second: with no force it falls to 1/(1 + damping·dt) in dt. 0 in
    a new body.

    On failure: false."""
    return _rt_rapier2d_body_set_linear_damping(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), damping)


_rt_rapier2d_body_set_angular_damping = _declare("rt_rapier2d_body_set_angular_damping", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double])


def rt_rapier2d_body_set_angular_damping(world: int, handle: int, damping: float) -> bool:
    """How fast the body's spin fades, per second, as with linear damping. 0 in a new body.

    On failure: false."""
    return _rt_rapier2d_body_set_angular_damping(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), damping)


_rt_rapier2d_body_is_sleeping = _declare("rt_rapier2d_body_is_sleeping", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_rapier2d_body_is_sleeping(world: int, handle: int) -> bool:
    """True where the body rests and is left out of the simulation until something wakes it.

    On failure: false."""
    return _rt_rapier2d_body_is_sleeping(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_rapier2d_body_wake_up = _declare("rt_rapier2d_body_wake_up", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_rapier2d_body_wake_up(world: int, handle: int) -> bool:
    """Wakes the body.

    On failure: false."""
    return _rt_rapier2d_body_wake_up(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_rapier2d_collider_new_circle = _declare("rt_rapier2d_collider_new_circle", _c.c_int64, [_c.c_int64, _c.c_int64, _c.c_double])


def rt_rapier2d_collider_new_circle(world: int, body: int, radius: float) -> int:
    """A circle about the body's origin. A new collider has density 1 kg/m², friction 0.5, restitution 0, no
    offset, is solid, and belongs to and meets all groups.

    On failure: 0."""
    return _rt_rapier2d_collider_new_circle(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), body if 0 <= body <= 9223372036854775807 else _rt.integer(body), radius)


_rt_rapier2d_collider_new_box = _declare("rt_rapier2d_collider_new_box", _c.c_int64, [_c.c_int64, _c.c_int64, _c.c_double, _c.c_double])


def rt_rapier2d_collider_new_box(world: int, body: int, half_width: float, half_height: float) -> int:
    """A box of twice these sizes about the body's origin.

    On failure: 0."""
    return _rt_rapier2d_collider_new_box(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), body if 0 <= body <= 9223372036854775807 else _rt.integer(body), half_width, half_height)


_rt_rapier2d_collider_new_capsule = _declare("rt_rapier2d_collider_new_capsule", _c.c_int64, [_c.c_int64, _c.c_int64, _c.c_double, _c.c_double])


def rt_rapier2d_collider_new_capsule(world: int, body: int, half_height: float, radius: float) -> int:
    """A capsule about the body's origin: all points no farther than `radius` from the segment that goes from
    `half_height` below to `half_height` above it, along the body's y axis.

    On failure: 0."""
    return _rt_rapier2d_collider_new_capsule(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), body if 0 <= body <= 9223372036854775807 else _rt.integer(body), half_height, radius)


_rt_rapier2d_collider_new_polygon = _declare("rt_rapier2d_collider_new_polygon", _c.c_int64, [_c.c_int64, _c.c_int64, _c.c_void_p, _c.c_int64])


def rt_rapier2d_collider_new_polygon(world: int, body: int, vertices: list[float] | None) -> int:
    """A polygon whose outline is `vertices`, x, y pairs in the body's coordinates, in either winding, at least
    3 points, which does not cross or touch itself. A convex one, of up to 16,384 points, is taken as it is;
    another, of up to 2,048, is cut into convex pieces that together are exactly it, and is one collider all
    the same.

    On failure: 0."""
    vertices_data, vertices_len, vertices_kept = _rt.items("d", vertices)
    return _rt_rapier2d_collider_new_polygon(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), body if 0 <= body <= 9223372036854775807 else _rt.integer(body), vertices_data, vertices_len)


_rt_rapier2d_collider_free = _declare("rt_rapier2d_collider_free", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_rapier2d_collider_free(world: int, handle: int) -> bool:
    """Frees the collider. Its body stays, and weighs less by it unless it was given a mass.

    On failure: false."""
    return _rt_rapier2d_collider_free(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_rapier2d_collider_set_offset = _declare("rt_rapier2d_collider_set_offset", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double, _c.c_double, _c.c_double])


def rt_rapier2d_collider_set_offset(world: int, handle: int, x: float, y: float, rotation: float) -> bool:
    """Moves and turns the collider relative to its body.

    On failure: false."""
    return _rt_rapier2d_collider_set_offset(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), x, y, rotation)


_rt_rapier2d_collider_set_restitution = _declare("rt_rapier2d_collider_set_restitution", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double])


def rt_rapier2d_collider_set_restitution(world: int, handle: int, coef: float) -> bool:
    """How much of its speed a bounce gives back: 0 none, 1 all. Two colliders that meet use the average of
    theirs. What lands flat on two corners at once comes back slower, a box to three quarters of the height:
    the solver works through the corners one after the other.

    On failure: false."""
    return _rt_rapier2d_collider_set_restitution(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), coef)


_rt_rapier2d_collider_set_friction = _declare("rt_rapier2d_collider_set_friction", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double])


def rt_rapier2d_collider_set_friction(world: int, handle: int, coef: float) -> bool:
    """The coefficient of friction. Two colliders that meet use the average of theirs.

    On failure: false."""
    return _rt_rapier2d_collider_set_friction(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), coef)


_rt_rapier2d_collider_set_density = _declare("rt_rapier2d_collider_set_density", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double])


def rt_rapier2d_collider_set_density(world: int, handle: int, density: float) -> bool:
    """The density in kg/m², from which its body's mass follows at once. 0 for a collider without mass.

    On failure: false."""
    return _rt_rapier2d_collider_set_density(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), density)


_rt_rapier2d_collider_set_sensor = _declare("rt_rapier2d_collider_set_sensor", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_bool])


def rt_rapier2d_collider_set_sensor(world: int, handle: int, is_sensor: bool) -> bool:
    """A sensor feels what touches it (`rt_rapier2d_world_intersection_test`, collision events) without stopping
    it: it makes no contacts, and rays pass through. It still weighs what its density says.

    On failure: false."""
    return _rt_rapier2d_collider_set_sensor(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), is_sensor)


_rt_rapier2d_world_get_contacts = _declare("rt_rapier2d_world_get_contacts", _c.c_int64, [_c.c_int64])


def rt_rapier2d_world_get_contacts(world: int) -> int:
    """The touching points after the last step, at the places where the colliders are now, as an object that
    the caller frees with `rt_rapier2d_contacts_free`: it does not change with the world. Sensors make none.

    On failure: 0."""
    return _rt_rapier2d_world_get_contacts(world if 0 <= world <= 9223372036854775807 else _rt.integer(world))


_rt_rapier2d_contacts_count = _declare("rt_rapier2d_contacts_count", _c.c_int64, [_c.c_int64])


def rt_rapier2d_contacts_count(contacts: int) -> int:
    """How many touching points there are.

    On failure: -1."""
    return _rt_rapier2d_contacts_count(contacts if 0 <= contacts <= 9223372036854775807 else _rt.integer(contacts))


_rt_rapier2d_contacts_get = _declare("rt_rapier2d_contacts_get", _Contact, [_c.c_int64, _c.c_int64])


def rt_rapier2d_contacts_get(contacts: int, index: int) -> Contact:
    """The touching point at `index`.

    On failure: collider1 0, collider2 0, point_x 0.0, point_y 0.0, normal_x 0.0, normal_y 0.0, penetration 0.0."""
    result = _rt_rapier2d_contacts_get(contacts if 0 <= contacts <= 9223372036854775807 else _rt.integer(contacts), index if 0 <= index <= 9223372036854775807 else _rt.integer(index))
    return Contact(result.collider1, result.collider2, result.point_x, result.point_y, result.normal_x, result.normal_y, result.penetration)


_rt_rapier2d_contacts_free = _declare("rt_rapier2d_contacts_free", _c.c_bool, [_c.c_int64])


def rt_rapier2d_contacts_free(contacts: int) -> bool:
    """Frees the contacts.

    On failure: false."""
    return _rt_rapier2d_contacts_free(contacts if 0 <= contacts <= 9223372036854775807 else _rt.integer(contacts))


_rt_rapier2d_world_intersection_test = _declare("rt_rapier2d_world_intersection_test", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64])


def rt_rapier2d_world_intersection_test(world: int, collider1: int, collider2: int) -> bool:
    """True where the two colliders overlap or touch as they are now, whatever their groups and whether or not
    they are sensors.

    On failure: false."""
    return _rt_rapier2d_world_intersection_test(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), collider1 if 0 <= collider1 <= 9223372036854775807 else _rt.integer(collider1), collider2 if 0 <= collider2 <= 9223372036854775807 else _rt.integer(collider2))


_rt_rapier2d_world_cast_ray = _declare("rt_rapier2d_world_cast_ray", _RayHit, [_c.c_int64, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_double])


def rt_rapier2d_world_cast_ray(world: int, origin_x: float, origin_y: float, dir_x: float, dir_y: float, max_dist: float) -> RayHit:
    """The first collider on a ray from a point along a direction of any length but 0, up to `max_dist` metres,
    which may be infinite. Shapes are solid: from inside the distance is 0. Sensors are not hit. To hit
    nothing is no failure.

    On failure: hit false, collider 0, distance 0.0."""
    result = _rt_rapier2d_world_cast_ray(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), origin_x, origin_y, dir_x, dir_y, max_dist)
    return RayHit(result.hit, result.collider, result.distance)


_rt_rapier2d_joint_distance = _declare("rt_rapier2d_joint_distance", _c.c_int64, [_c.c_int64, _c.c_int64, _c.c_int64, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_double])


def rt_rapier2d_joint_distance(world: int, body1: int, body2: int, anchor1_x: float, anchor1_y: float, anchor2_x: float, anchor2_y: float, distance: float) -> int:
    """Holds two points, one of each body and in that body's coordinates, `distance` metres apart, above 0: a
    massless rod. Bodies that a joint ties still collide with each other; see
    `rt_rapier2d_joint_set_contacts`. The world owns the joint.

    On failure: 0."""
    return _rt_rapier2d_joint_distance(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), body1 if 0 <= body1 <= 9223372036854775807 else _rt.integer(body1), body2 if 0 <= body2 <= 9223372036854775807 else _rt.integer(body2), anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance)


_rt_rapier2d_joint_revolute = _declare("rt_rapier2d_joint_revolute", _c.c_int64, [_c.c_int64, _c.c_int64, _c.c_int64, _c.c_double, _c.c_double])


def rt_rapier2d_joint_revolute(world: int, body1: int, body2: int, anchor_x: float, anchor_y: float) -> int:
    """A hinge at a point of the world, which both bodies keep there. Its angle is 0 as they are now and grows
    as `body2` turns counter-clockwise.

    On failure: 0."""
    return _rt_rapier2d_joint_revolute(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), body1 if 0 <= body1 <= 9223372036854775807 else _rt.integer(body1), body2 if 0 <= body2 <= 9223372036854775807 else _rt.integer(body2), anchor_x, anchor_y)


_rt_rapier2d_joint_prismatic = _declare("rt_rapier2d_joint_prismatic", _c.c_int64, [_c.c_int64, _c.c_int64, _c.c_int64, _c.c_double, _c.c_double])


def rt_rapier2d_joint_prismatic(world: int, body1: int, body2: int, axis_x: float, axis_y: float) -> int:
    """Lets `body2` slide along an axis, given in `body1`'s coordinates with any length but 0, without turning.
    Its position is 0 m as they are now and grows along the axis.

    On failure: 0."""
    return _rt_rapier2d_joint_prismatic(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), body1 if 0 <= body1 <= 9223372036854775807 else _rt.integer(body1), body2 if 0 <= body2 <= 9223372036854775807 else _rt.integer(body2), axis_x, axis_y)


_rt_rapier2d_joint_fixed = _declare("rt_rapier2d_joint_fixed", _c.c_int64, [_c.c_int64, _c.c_int64, _c.c_int64])


def rt_rapier2d_joint_fixed(world: int, body1: int, body2: int) -> int:
    """Keeps two bodies as they are now relative to each other.

    On failure: 0."""
    return _rt_rapier2d_joint_fixed(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), body1 if 0 <= body1 <= 9223372036854775807 else _rt.integer(body1), body2 if 0 <= body2 <= 9223372036854775807 else _rt.integer(body2))


_rt_rapier2d_joint_free = _declare("rt_rapier2d_joint_free", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_rapier2d_joint_free(world: int, handle: int) -> bool:
    """Frees the joint; its bodies go on without it, awake.

    On failure: false."""
    return _rt_rapier2d_joint_free(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_rapier2d_joint_set_limits = _declare("rt_rapier2d_joint_set_limits", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double, _c.c_double])


def rt_rapier2d_joint_set_limits(world: int, joint: int, min: float, max: float) -> bool:
    """Keeps a revolute joint's angle (radians, less than a full turn apart) or a prismatic joint's position
    (metres) from `min` to `max`.

    On failure: false."""
    return _rt_rapier2d_joint_set_limits(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), joint if 0 <= joint <= 9223372036854775807 else _rt.integer(joint), min, max)


_rt_rapier2d_joint_set_motor = _declare("rt_rapier2d_joint_set_motor", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double, _c.c_double])


def rt_rapier2d_joint_set_motor(world: int, joint: int, target_vel: float, max_force: float) -> bool:
    """Drives a revolute joint towards `target_vel` rad/s, or a prismatic one towards m/s, with a torque (N·m)
    or force (N) of at most `max_force`, which may be infinite. With 0 the joint moves freely.

    On failure: false."""
    return _rt_rapier2d_joint_set_motor(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), joint if 0 <= joint <= 9223372036854775807 else _rt.integer(joint), target_vel, max_force)


_rt_rapier2d_world_body_count = _declare("rt_rapier2d_world_body_count", _c.c_int64, [_c.c_int64])


def rt_rapier2d_world_body_count(world: int) -> int:
    """How many bodies the world has.

    On failure: -1."""
    return _rt_rapier2d_world_body_count(world if 0 <= world <= 9223372036854775807 else _rt.integer(world))


_rt_rapier2d_world_collider_count = _declare("rt_rapier2d_world_collider_count", _c.c_int64, [_c.c_int64])


def rt_rapier2d_world_collider_count(world: int) -> int:
    """How many colliders the world has.

    On failure: -1."""
    return _rt_rapier2d_world_collider_count(world if 0 <= world <= 9223372036854775807 else _rt.integer(world))


_rt_rapier2d_world_joint_count = _declare("rt_rapier2d_world_joint_count", _c.c_int64, [_c.c_int64])


def rt_rapier2d_world_joint_count(world: int) -> int:
    """How many joints the world has.

    On failure: -1."""
    return _rt_rapier2d_world_joint_count(world if 0 <= world <= 9223372036854775807 else _rt.integer(world))


_rt_rapier2d_get_last_error = _declare("rt_rapier2d_get_last_error", _c.c_void_p, [])


def rt_rapier2d_get_last_error() -> str:
    """Why this thread's last failed rapier2d call failed: one sentence, `""` where none did. A call that succeeds leaves it alone."""
    return _take_text(_rt_rapier2d_get_last_error())


_rt_rapier2d_body_get_type = _declare("rt_rapier2d_body_get_type", _c.c_int64, [_c.c_int64, _c.c_int64])


def rt_rapier2d_body_get_type(world: int, handle: int) -> int:
    """What moves the body: 0 dynamic, 1 static, 2 kinematic; −1 on failure.

    On failure: -1."""
    return _rt_rapier2d_body_get_type(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_rapier2d_body_set_type = _declare("rt_rapier2d_body_set_type", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64])


def rt_rapier2d_body_set_type(world: int, handle: int, body_type: int) -> bool:
    """Changes what moves the body: 0 dynamic, 1 static, 2 kinematic. Wakes it.

    On failure: false."""
    return _rt_rapier2d_body_set_type(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), body_type if 0 <= body_type <= 9223372036854775807 else _rt.integer(body_type))


_rt_rapier2d_body_set_enabled = _declare("rt_rapier2d_body_set_enabled", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_bool])


def rt_rapier2d_body_set_enabled(world: int, handle: int, enabled: bool) -> bool:
    """Takes the body with its colliders and joints out of the simulation, or puts it back in. A step does so
    itself with a body whose numbers have grown beyond all bounds.

    On failure: false."""
    return _rt_rapier2d_body_set_enabled(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), enabled)


_rt_rapier2d_body_is_enabled = _declare("rt_rapier2d_body_is_enabled", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_rapier2d_body_is_enabled(world: int, handle: int) -> bool:
    """True where the body is in the simulation.

    On failure: false."""
    return _rt_rapier2d_body_is_enabled(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_rapier2d_body_move_to = _declare("rt_rapier2d_body_move_to", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double, _c.c_double, _c.c_double])


def rt_rapier2d_body_move_to(world: int, handle: int, x: float, y: float, rotation: float) -> bool:
    """Sends a kinematic body somewhere: the next step moves it there, pushing what is in the way as fast as
    that takes, and then it stands still.

    On failure: false."""
    return _rt_rapier2d_body_move_to(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), x, y, rotation)


_rt_rapier2d_body_apply_force_at = _declare("rt_rapier2d_body_apply_force_at", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_bool])


def rt_rapier2d_body_apply_force_at(world: int, handle: int, fx: float, fy: float, x: float, y: float, wake_up: bool) -> bool:
    """Pushes a dynamic body with a force in newtons at a point of the world, during the next step only.

    On failure: false."""
    return _rt_rapier2d_body_apply_force_at(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), fx, fy, x, y, wake_up)


_rt_rapier2d_body_apply_impulse_at = _declare("rt_rapier2d_body_apply_impulse_at", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_bool])


def rt_rapier2d_body_apply_impulse_at(world: int, handle: int, ix: float, iy: float, x: float, y: float, wake_up: bool) -> bool:
    """Changes a dynamic body's velocity and spin at once by an impulse in newton seconds at a point of the
    world.

    On failure: false."""
    return _rt_rapier2d_body_apply_impulse_at(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), ix, iy, x, y, wake_up)


_rt_rapier2d_body_apply_angular_impulse = _declare("rt_rapier2d_body_apply_angular_impulse", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double, _c.c_bool])


def rt_rapier2d_body_apply_angular_impulse(world: int, handle: int, impulse: float, wake_up: bool) -> bool:
    """Changes a dynamic body's spin at once by an angular impulse in newton metre seconds.

    On failure: false."""
    return _rt_rapier2d_body_apply_angular_impulse(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), impulse, wake_up)


_rt_rapier2d_body_get_inertia = _declare("rt_rapier2d_body_get_inertia", _c.c_double, [_c.c_int64, _c.c_int64])


def rt_rapier2d_body_get_inertia(world: int, handle: int) -> float:
    """The body's moment of inertia about its centre of mass in kg·m²; 0 where it has none and does not turn.

    On failure: 0.0."""
    return _rt_rapier2d_body_get_inertia(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_rapier2d_body_get_center_of_mass = _declare("rt_rapier2d_body_get_center_of_mass", _PhysicsVector, [_c.c_int64, _c.c_int64])


def rt_rapier2d_body_get_center_of_mass(world: int, handle: int) -> PhysicsVector:
    """The body's centre of mass, as a point of the world.

    On failure: x 0.0, y 0.0."""
    result = _rt_rapier2d_body_get_center_of_mass(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))
    return PhysicsVector(result.x, result.y)


_rt_rapier2d_body_predict_position = _declare("rt_rapier2d_body_predict_position", _BodyPosition, [_c.c_int64, _c.c_int64, _c.c_double])


def rt_rapier2d_body_predict_position(world: int, handle: int, dt: float) -> BodyPosition:
    """Where the body will be after `dt` seconds, 0 to 1, at its present velocity, were nothing in the way.

    On failure: x 0.0, y 0.0, rotation 0.0."""
    result = _rt_rapier2d_body_predict_position(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), dt)
    return BodyPosition(result.x, result.y, result.rotation)


_rt_rapier2d_body_set_gravity_scale = _declare("rt_rapier2d_body_set_gravity_scale", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double])


def rt_rapier2d_body_set_gravity_scale(world: int, handle: int, scale: float) -> bool:
    """Multiplies the gravity that acts on the body; 1 in a new body, 0 for none, below 0 to rise. Wakes it.

    On failure: false."""
    return _rt_rapier2d_body_set_gravity_scale(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), scale)


_rt_rapier2d_body_lock_rotation = _declare("rt_rapier2d_body_lock_rotation", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_bool])


def rt_rapier2d_body_lock_rotation(world: int, handle: int, locked: bool) -> bool:
    """Keeps the body from turning, or lets it turn again.

    On failure: false."""
    return _rt_rapier2d_body_lock_rotation(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), locked)


_rt_rapier2d_body_set_can_sleep = _declare("rt_rapier2d_body_set_can_sleep", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_bool])


def rt_rapier2d_body_set_can_sleep(world: int, handle: int, can_sleep: bool) -> bool:
    """Whether the body falls asleep when it rests, as a new one does.

    On failure: false."""
    return _rt_rapier2d_body_set_can_sleep(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), can_sleep)


_rt_rapier2d_body_set_ccd = _declare("rt_rapier2d_body_set_ccd", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_bool])


def rt_rapier2d_body_set_ccd(world: int, handle: int, enabled: bool) -> bool:
    """Full continuous collision detection for a fast dynamic body: it cannot pass through moving bodies
    between two steps either. Static colliders stop every fast body as it is.

    On failure: false."""
    return _rt_rapier2d_body_set_ccd(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), enabled)


_rt_rapier2d_body_set_fast_rotation = _declare("rt_rapier2d_body_set_fast_rotation", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_bool])


def rt_rapier2d_body_set_fast_rotation(world: int, handle: int, allowed: bool) -> bool:
    """Lets the body turn by more than 45° in a substep, of which a step has 4: a wheel, say. A new body may not,
    so that continuous collision detection stays exact.

    On failure: false."""
    return _rt_rapier2d_body_set_fast_rotation(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), allowed)


_rt_rapier2d_body_set_user_data = _declare("rt_rapier2d_body_set_user_data", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64])


def rt_rapier2d_body_set_user_data(world: int, handle: int, user_data: int) -> bool:
    """A number of the host's own, kept with the body and in snapshots; 0 in a new body.

    On failure: false."""
    return _rt_rapier2d_body_set_user_data(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), user_data if 0 <= user_data <= 9223372036854775807 else _rt.integer(user_data))


_rt_rapier2d_body_get_user_data = _declare("rt_rapier2d_body_get_user_data", _c.c_int64, [_c.c_int64, _c.c_int64])


def rt_rapier2d_body_get_user_data(world: int, handle: int) -> int:
    """The number that `rt_rapier2d_body_set_user_data` left; 0 on failure.

    On failure: 0."""
    return _rt_rapier2d_body_get_user_data(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_rapier2d_body_get_colliders = _declare("rt_rapier2d_body_get_colliders", _rt.I64Array, [_c.c_int64, _c.c_int64])


def rt_rapier2d_body_get_colliders(world: int, handle: int) -> list[int]:
    """The handles of the body's colliders.

    On failure: []."""
    return _rt_rapier2d_body_get_colliders(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle)).take()


_rt_rapier2d_world_get_bodies = _declare("rt_rapier2d_world_get_bodies", _rt.I64Array, [_c.c_int64])


def rt_rapier2d_world_get_bodies(world: int) -> list[int]:
    """The handles of all bodies, in the order of all bulk calls: it changes only when bodies come and go, and a
    restored world has the same.

    On failure: []."""
    return _rt_rapier2d_world_get_bodies(world if 0 <= world <= 9223372036854775807 else _rt.integer(world)).take()


_rt_rapier2d_world_get_colliders = _declare("rt_rapier2d_world_get_colliders", _rt.I64Array, [_c.c_int64])


def rt_rapier2d_world_get_colliders(world: int) -> list[int]:
    """The handles of all colliders, in an order that a restored world shares.

    On failure: []."""
    return _rt_rapier2d_world_get_colliders(world if 0 <= world <= 9223372036854775807 else _rt.integer(world)).take()


_rt_rapier2d_world_get_joints = _declare("rt_rapier2d_world_get_joints", _rt.I64Array, [_c.c_int64])


def rt_rapier2d_world_get_joints(world: int) -> list[int]:
    """The handles of all joints, in an order that a restored world shares.

    On failure: []."""
    return _rt_rapier2d_world_get_joints(world if 0 <= world <= 9223372036854775807 else _rt.integer(world)).take()


_rt_rapier2d_world_get_transforms = _declare("rt_rapier2d_world_get_transforms", _rt.F64Array, [_c.c_int64])


def rt_rapier2d_world_get_transforms(world: int) -> list[float]:
    """Where all bodies are: x, y and rotation of each, in the order of `rt_rapier2d_world_get_bodies`.

    On failure: []."""
    return _rt_rapier2d_world_get_transforms(world if 0 <= world <= 9223372036854775807 else _rt.integer(world)).take()


_rt_rapier2d_world_get_velocities = _declare("rt_rapier2d_world_get_velocities", _rt.F64Array, [_c.c_int64])


def rt_rapier2d_world_get_velocities(world: int) -> list[float]:
    """How fast all bodies move: vx, vy and spin of each, in the order of `rt_rapier2d_world_get_bodies`.

    On failure: []."""
    return _rt_rapier2d_world_get_velocities(world if 0 <= world <= 9223372036854775807 else _rt.integer(world)).take()


_rt_rapier2d_world_get_transform_bytes = _declare("rt_rapier2d_world_get_transform_bytes", _rt.Bytes, [_c.c_int64])


def rt_rapier2d_world_get_transform_bytes(world: int) -> bytes:
    """Where all bodies are as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation,
    16 bytes each, in the order of `rt_rapier2d_world_get_bodies`.

    On failure: []."""
    return _rt_rapier2d_world_get_transform_bytes(world if 0 <= world <= 9223372036854775807 else _rt.integer(world)).take()


_rt_rapier2d_collider_set_groups = _declare("rt_rapier2d_collider_set_groups", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64, _c.c_int64])


def rt_rapier2d_collider_set_groups(world: int, handle: int, memberships: int, filter: int) -> bool:
    """Which colliders this one meets: `memberships` are the groups that it belongs to and `filter` those it
    meets, 32 of them, a bit each. Two colliders meet where each one's filter has a group of the other.

    On failure: false."""
    return _rt_rapier2d_collider_set_groups(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), memberships if 0 <= memberships <= 9223372036854775807 else _rt.integer(memberships), filter if 0 <= filter <= 9223372036854775807 else _rt.integer(filter))


_rt_rapier2d_collider_get_position = _declare("rt_rapier2d_collider_get_position", _BodyPosition, [_c.c_int64, _c.c_int64])


def rt_rapier2d_collider_get_position(world: int, handle: int) -> BodyPosition:
    """Where the collider is in the world.

    On failure: x 0.0, y 0.0, rotation 0.0."""
    result = _rt_rapier2d_collider_get_position(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))
    return BodyPosition(result.x, result.y, result.rotation)


_rt_rapier2d_collider_get_body = _declare("rt_rapier2d_collider_get_body", _c.c_int64, [_c.c_int64, _c.c_int64])


def rt_rapier2d_collider_get_body(world: int, handle: int) -> int:
    """The handle of the body that the collider belongs to.

    On failure: 0."""
    return _rt_rapier2d_collider_get_body(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_rapier2d_collider_set_user_data = _declare("rt_rapier2d_collider_set_user_data", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64])


def rt_rapier2d_collider_set_user_data(world: int, handle: int, user_data: int) -> bool:
    """A number of the host's own, kept with the collider and in snapshots; 0 in a new collider.

    On failure: false."""
    return _rt_rapier2d_collider_set_user_data(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), user_data if 0 <= user_data <= 9223372036854775807 else _rt.integer(user_data))


_rt_rapier2d_collider_get_user_data = _declare("rt_rapier2d_collider_get_user_data", _c.c_int64, [_c.c_int64, _c.c_int64])


def rt_rapier2d_collider_get_user_data(world: int, handle: int) -> int:
    """The number that `rt_rapier2d_collider_set_user_data` left; 0 on failure.

    On failure: 0."""
    return _rt_rapier2d_collider_get_user_data(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_rapier2d_contacts_values = _declare("rt_rapier2d_contacts_values", _rt.F64Array, [_c.c_int64])


def rt_rapier2d_contacts_values(contacts: int) -> list[float]:
    """All touching points at once: point x, y, normal x, y and penetration of each.

    On failure: []."""
    return _rt_rapier2d_contacts_values(contacts if 0 <= contacts <= 9223372036854775807 else _rt.integer(contacts)).take()


_rt_rapier2d_contacts_colliders = _declare("rt_rapier2d_contacts_colliders", _rt.I64Array, [_c.c_int64])


def rt_rapier2d_contacts_colliders(contacts: int) -> list[int]:
    """The two colliders of each touching point, in the same order.

    On failure: []."""
    return _rt_rapier2d_contacts_colliders(contacts if 0 <= contacts <= 9223372036854775807 else _rt.integer(contacts)).take()


_rt_rapier2d_contacts_bytes = _declare("rt_rapier2d_contacts_bytes", _rt.Bytes, [_c.c_int64])


def rt_rapier2d_contacts_bytes(contacts: int) -> bytes:
    """All touching points as packed 32-bit floats for a GPU's buffer: point x, y and normal x, y, 16 bytes each.

    On failure: []."""
    return _rt_rapier2d_contacts_bytes(contacts if 0 <= contacts <= 9223372036854775807 else _rt.integer(contacts)).take()


_rt_rapier2d_world_get_collision_events = _declare("rt_rapier2d_world_get_collision_events", _c.c_int64, [_c.c_int64])


def rt_rapier2d_world_get_collision_events(world: int) -> int:
    """What started and stopped touching during the last step, sensors included: an object that the caller
    frees with `rt_rapier2d_collision_events_free`. The next step forgets them, so ask after each. Two bodies
    that are both static, or a static and a kinematic one, or two kinematic ones, make none unless one of the
    two colliders is a sensor; two static bodies make none at all.

    On failure: 0."""
    return _rt_rapier2d_world_get_collision_events(world if 0 <= world <= 9223372036854775807 else _rt.integer(world))


_rt_rapier2d_collision_events_count = _declare("rt_rapier2d_collision_events_count", _c.c_int64, [_c.c_int64])


def rt_rapier2d_collision_events_count(events: int) -> int:
    """How many events there are.

    On failure: -1."""
    return _rt_rapier2d_collision_events_count(events if 0 <= events <= 9223372036854775807 else _rt.integer(events))


_rt_rapier2d_collision_events_get = _declare("rt_rapier2d_collision_events_get", _CollisionEvent, [_c.c_int64, _c.c_int64])


def rt_rapier2d_collision_events_get(events: int, index: int) -> CollisionEvent:
    """The event at `index`, in the order they happened.

    On failure: collider1 0, collider2 0, started false, sensor false."""
    result = _rt_rapier2d_collision_events_get(events if 0 <= events <= 9223372036854775807 else _rt.integer(events), index if 0 <= index <= 9223372036854775807 else _rt.integer(index))
    return CollisionEvent(result.collider1, result.collider2, result.started, result.sensor)


_rt_rapier2d_collision_events_free = _declare("rt_rapier2d_collision_events_free", _c.c_bool, [_c.c_int64])


def rt_rapier2d_collision_events_free(events: int) -> bool:
    """Frees the events.

    On failure: false."""
    return _rt_rapier2d_collision_events_free(events if 0 <= events <= 9223372036854775807 else _rt.integer(events))


_rt_rapier2d_joint_set_contacts = _declare("rt_rapier2d_joint_set_contacts", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_bool])


def rt_rapier2d_joint_set_contacts(world: int, joint: int, enabled: bool) -> bool:
    """Whether the two bodies of the joint collide with each other, as they do at first.

    On failure: false."""
    return _rt_rapier2d_joint_set_contacts(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), joint if 0 <= joint <= 9223372036854775807 else _rt.integer(joint), enabled)


_rt_rapier2d_joint_get_position = _declare("rt_rapier2d_joint_get_position", _c.c_double, [_c.c_int64, _c.c_int64])


def rt_rapier2d_joint_get_position(world: int, joint: int) -> float:
    """Where the joint is: a revolute joint's angle in radians, above −π and up to π, a prismatic joint's
    position in metres, a distance joint's length.

    On failure: 0.0."""
    return _rt_rapier2d_joint_get_position(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), joint if 0 <= joint <= 9223372036854775807 else _rt.integer(joint))


_rt_rapier2d_available = _declare("rt_rapier2d_available", _c.c_bool, [])


def rt_rapier2d_available() -> bool:
    """True where this build holds the rapier2d library, as it does where this links."""
    return _rt_rapier2d_available()


_rt_rapier2d_clear_error = _declare("rt_rapier2d_clear_error", None, [])


def rt_rapier2d_clear_error() -> None:
    """Forgets why this thread's last failed rapier2d call failed."""
    return _rt_rapier2d_clear_error()


_rt_rapier2d_version = _declare("rt_rapier2d_version", _c.c_void_p, [])


def rt_rapier2d_version() -> str:
    """The version of the wrapped library, the crate `rapier2d-f64`."""
    return _take_text(_rt_rapier2d_version())


_rt_rapier2d_world_cast_ray_filtered = _declare("rt_rapier2d_world_cast_ray_filtered", _CastHit, [_c.c_int64, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_int64, _c.c_int64, _c.c_bool, _c.c_int64])


def rt_rapier2d_world_cast_ray_filtered(world: int, origin_x: float, origin_y: float, dir_x: float, dir_y: float, max_dist: float, memberships: int, filter: int, sensors: bool, exclude_body: int) -> CastHit:
    """A ray as in `rt_rapier2d_world_cast_ray` that also says where it hits, and is choosy: it hits what the
    groups of `memberships` and `filter` meet (4294967295 for all), sensors too where `sensors` is true, and
    no collider of `exclude_body`, which may be 0.

    On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0."""
    result = _rt_rapier2d_world_cast_ray_filtered(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), origin_x, origin_y, dir_x, dir_y, max_dist, memberships if 0 <= memberships <= 9223372036854775807 else _rt.integer(memberships), filter if 0 <= filter <= 9223372036854775807 else _rt.integer(filter), sensors, exclude_body if 0 <= exclude_body <= 9223372036854775807 else _rt.integer(exclude_body))
    return CastHit(result.hit, result.collider, result.distance, result.x, result.y, result.normal_x, result.normal_y)


_rt_rapier2d_world_cast_circle = _declare("rt_rapier2d_world_cast_circle", _CastHit, [_c.c_int64, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_int64, _c.c_int64, _c.c_bool, _c.c_int64])


def rt_rapier2d_world_cast_circle(world: int, x: float, y: float, radius: float, dir_x: float, dir_y: float, max_dist: float, memberships: int, filter: int, sensors: bool, exclude_body: int) -> CastHit:
    """The first collider that a circle touches on its way from a point along a direction, choosy as in
    `rt_rapier2d_world_cast_ray_filtered`. The distance is how far its centre goes.

    On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0."""
    result = _rt_rapier2d_world_cast_circle(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), x, y, radius, dir_x, dir_y, max_dist, memberships if 0 <= memberships <= 9223372036854775807 else _rt.integer(memberships), filter if 0 <= filter <= 9223372036854775807 else _rt.integer(filter), sensors, exclude_body if 0 <= exclude_body <= 9223372036854775807 else _rt.integer(exclude_body))
    return CastHit(result.hit, result.collider, result.distance, result.x, result.y, result.normal_x, result.normal_y)


_rt_rapier2d_world_query_point = _declare("rt_rapier2d_world_query_point", _rt.I64Array, [_c.c_int64, _c.c_double, _c.c_double])


def rt_rapier2d_world_query_point(world: int, x: float, y: float) -> list[int]:
    """The colliders that a point is in, sensors too.

    On failure: []."""
    return _rt_rapier2d_world_query_point(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), x, y).take()


_rt_rapier2d_world_query_nearest = _declare("rt_rapier2d_world_query_nearest", _NearestCollider, [_c.c_int64, _c.c_double, _c.c_double, _c.c_double])


def rt_rapier2d_world_query_nearest(world: int, x: float, y: float, max_dist: float) -> NearestCollider:
    """The collider closest to a point, no farther than `max_dist` metres, which may be infinite; sensors too.

    On failure: found false, collider 0, distance 0.0, x 0.0, y 0.0, inside false."""
    result = _rt_rapier2d_world_query_nearest(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), x, y, max_dist)
    return NearestCollider(result.found, result.collider, result.distance, result.x, result.y, result.inside)


_rt_rapier2d_world_query_circle = _declare("rt_rapier2d_world_query_circle", _rt.I64Array, [_c.c_int64, _c.c_double, _c.c_double, _c.c_double])


def rt_rapier2d_world_query_circle(world: int, x: float, y: float, radius: float) -> list[int]:
    """The colliders that overlap or touch a circle, sensors too.

    On failure: []."""
    return _rt_rapier2d_world_query_circle(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), x, y, radius).take()


_rt_rapier2d_world_query_box = _declare("rt_rapier2d_world_query_box", _rt.I64Array, [_c.c_int64, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_double])


def rt_rapier2d_world_query_box(world: int, x: float, y: float, half_width: float, half_height: float, rotation: float) -> list[int]:
    """The colliders that overlap or touch a box of twice these sizes about a point, turned by `rotation`;
    sensors too.

    On failure: []."""
    return _rt_rapier2d_world_query_box(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), x, y, half_width, half_height, rotation).take()


_rt_rapier2d_world_snapshot = _declare("rt_rapier2d_world_snapshot", _rt.Bytes, [_c.c_int64])


def rt_rapier2d_world_snapshot(world: int) -> bytes:
    """The whole world as bytes: bodies, colliders, joints, contacts, settings and user data. A world restored
    from them goes on exactly as this one does, bit for bit, also in another process of the same build on a
    machine of the same kind.

    On failure: []."""
    return _rt_rapier2d_world_snapshot(world if 0 <= world <= 9223372036854775807 else _rt.integer(world)).take()


_rt_rapier2d_world_restore = _declare("rt_rapier2d_world_restore", _c.c_int64, [_c.c_char_p, _c.c_int64])


def rt_rapier2d_world_restore(snapshot: bytes | bytearray | memoryview | None) -> int:
    """A new world from a snapshot, with handles of its own: its bodies, colliders and joints are in the same
    order in `rt_rapier2d_world_get_bodies` and its like. Damaged bytes are refused; bytes that were forged on
    purpose are not recognised, so restore only what you wrote.

    On failure: 0."""
    snapshot_data, snapshot_len = _rt.data(snapshot)
    return _rt_rapier2d_world_restore(snapshot_data, snapshot_len)


_rt_rapier2d_world_get_gravity = _declare("rt_rapier2d_world_get_gravity", _PhysicsVector, [_c.c_int64])


def rt_rapier2d_world_get_gravity(world: int) -> PhysicsVector:
    """The gravity in m/s².

    On failure: x 0.0, y 0.0."""
    result = _rt_rapier2d_world_get_gravity(world if 0 <= world <= 9223372036854775807 else _rt.integer(world))
    return PhysicsVector(result.x, result.y)


_rt_rapier2d_world_set_iterations = _declare("rt_rapier2d_world_set_iterations", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_rapier2d_world_set_iterations(world: int, iterations: int) -> bool:
    """How often the solver works through contacts and joints in a step, 1 to 100; 4 in a new world. More is
    stiffer and slower.

    On failure: false."""
    return _rt_rapier2d_world_set_iterations(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), iterations if 0 <= iterations <= 9223372036854775807 else _rt.integer(iterations))


_rt_rapier2d_world_set_max_speed = _declare("rt_rapier2d_world_set_max_speed", _c.c_bool, [_c.c_int64, _c.c_double])


def rt_rapier2d_world_set_max_speed(world: int, speed: float) -> bool:
    """The speed in m/s that no body exceeds, 400 in a new world: it keeps a scene that bursts apart in reach of
    continuous collision detection. Infinity for none.

    On failure: false."""
    return _rt_rapier2d_world_set_max_speed(world if 0 <= world <= 9223372036854775807 else _rt.integer(world), speed)


class World(_rt.Owner):
    """A world: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_rapier2d_world_free, self._handle)

    @staticmethod
    def new(gravity_x: float, gravity_y: float) -> "World | None":
        """An empty world with this gravity in m/s², (0, −9.81) on Earth with y up. The caller frees it.

        On failure: 0."""
        result = _rt_rapier2d_world_new(gravity_x, gravity_y)
        if not result:
            _fail()
        return World(result, None) if result else None

    @staticmethod
    def restore(snapshot: bytes | bytearray | memoryview | None) -> "World | None":
        """A new world from a snapshot, with handles of its own: its bodies, colliders and joints are in the same
        order in `rt_rapier2d_world_get_bodies` and its like. Damaged bytes are refused; bytes that were forged on
        purpose are not recognised, so restore only what you wrote.

        On failure: 0."""
        snapshot_data, snapshot_len = _rt.data(snapshot)
        result = _rt_rapier2d_world_restore(snapshot_data, snapshot_len)
        if not result:
            _fail()
        return World(result, None) if result else None

    def step(self, dt: float) -> bool:
        """Advances the world by `dt` seconds, above 0 and at most 1. Steps of equal length, 1/60 or 1/120, behave
        best. Speeds above 400 m/s (see `rt_rapier2d_world_set_max_speed`) and turns of more than 45° a substep
        (see `rt_rapier2d_body_set_fast_rotation`) are cut down to that.

        On failure: false."""
        result = _rt_rapier2d_world_step(self._handle, dt)
        if not result:
            _fail()
        return result

    def set_gravity(self, x: float, y: float) -> bool:
        """Changes the gravity, in m/s², and wakes every body.

        On failure: false."""
        result = _rt_rapier2d_world_set_gravity(self._handle, x, y)
        if not result:
            _fail()
        return result

    def body_new_dynamic(self, x: float, y: float, rotation: float) -> "Body | None":
        """A dynamic body: gravity, forces and contacts move it. It weighs what its colliders weigh, or what
        `rt_rapier2d_body_set_mass` says; without either, neither gravity nor forces move it. The world owns it.

        On failure: 0."""
        result = _rt_rapier2d_body_new_dynamic(self._handle, x, y, rotation)
        if not result:
            _fail()
        return Body(result, self) if result else None

    def body_new_static(self, x: float, y: float, rotation: float) -> "Body | None":
        """A static body: nothing moves it but `rt_rapier2d_body_set_position`. The world owns it.

        On failure: 0."""
        result = _rt_rapier2d_body_new_static(self._handle, x, y, rotation)
        if not result:
            _fail()
        return Body(result, self) if result else None

    def body_new_kinematic(self, x: float, y: float, rotation: float) -> "Body | None":
        """A kinematic body: it moves at the velocity that it is given, or where `rt_rapier2d_body_move_to` sends
        it, pushes dynamic bodies, and is pushed by none. The world owns it.

        On failure: 0."""
        result = _rt_rapier2d_body_new_kinematic(self._handle, x, y, rotation)
        if not result:
            _fail()
        return Body(result, self) if result else None

    def collider_new_circle(self, body: "Body | None", radius: float) -> "Collider | None":
        """A circle about the body's origin. A new collider has density 1 kg/m², friction 0.5, restitution 0, no
        offset, is solid, and belongs to and meets all groups.

        On failure: 0."""
        result = _rt_rapier2d_collider_new_circle(self._handle, body._handle if body is not None else 0, radius)
        if not result:
            _fail()
        return Collider(result, self) if result else None

    def collider_new_box(self, body: "Body | None", half_width: float, half_height: float) -> "Collider | None":
        """A box of twice these sizes about the body's origin.

        On failure: 0."""
        result = _rt_rapier2d_collider_new_box(self._handle, body._handle if body is not None else 0, half_width, half_height)
        if not result:
            _fail()
        return Collider(result, self) if result else None

    def collider_new_capsule(self, body: "Body | None", half_height: float, radius: float) -> "Collider | None":
        """A capsule about the body's origin: all points no farther than `radius` from the segment that goes from
        `half_height` below to `half_height` above it, along the body's y axis.

        On failure: 0."""
        result = _rt_rapier2d_collider_new_capsule(self._handle, body._handle if body is not None else 0, half_height, radius)
        if not result:
            _fail()
        return Collider(result, self) if result else None

    def collider_new_polygon(self, body: "Body | None", vertices: list[float] | None) -> "Collider | None":
        """A polygon whose outline is `vertices`, x, y pairs in the body's coordinates, in either winding, at least
        3 points, which does not cross or touch itself. A convex one, of up to 16,384 points, is taken as it is;
        another, of up to 2,048, is cut into convex pieces that together are exactly it, and is one collider all
        the same.

        On failure: 0."""
        vertices_data, vertices_len, vertices_kept = _rt.items("d", vertices)
        result = _rt_rapier2d_collider_new_polygon(self._handle, body._handle if body is not None else 0, vertices_data, vertices_len)
        if not result:
            _fail()
        return Collider(result, self) if result else None

    def get_contacts(self) -> "Contacts | None":
        """The touching points after the last step, at the places where the colliders are now, as an object that
        the caller frees with `rt_rapier2d_contacts_free`: it does not change with the world. Sensors make none.

        On failure: 0."""
        result = _rt_rapier2d_world_get_contacts(self._handle)
        if not result:
            _fail()
        return Contacts(result, None) if result else None

    def intersection_test(self, collider1: "Collider | None", collider2: "Collider | None") -> bool:
        """True where the two colliders overlap or touch as they are now, whatever their groups and whether or not
        they are sensors.

        On failure: false."""
        result = _rt_rapier2d_world_intersection_test(self._handle, collider1._handle if collider1 is not None else 0, collider2._handle if collider2 is not None else 0)
        if not result:
            _fail()
        return result

    def cast_ray(self, origin_x: float, origin_y: float, dir_x: float, dir_y: float, max_dist: float) -> RayHit:
        """The first collider on a ray from a point along a direction of any length but 0, up to `max_dist` metres,
        which may be infinite. Shapes are solid: from inside the distance is 0. Sensors are not hit. To hit
        nothing is no failure.

        On failure: hit false, collider 0, distance 0.0."""
        result = _rt_rapier2d_world_cast_ray(self._handle, origin_x, origin_y, dir_x, dir_y, max_dist)
        result = RayHit(result.hit, result.collider, result.distance)
        if result.hit == False and result.collider == 0 and result.distance == 0.0:
            _fail()
        return result

    def joint_distance(self, body1: "Body | None", body2: "Body | None", anchor1_x: float, anchor1_y: float, anchor2_x: float, anchor2_y: float, distance: float) -> "Joint | None":
        """Holds two points, one of each body and in that body's coordinates, `distance` metres apart, above 0: a
        massless rod. Bodies that a joint ties still collide with each other; see
        `rt_rapier2d_joint_set_contacts`. The world owns the joint.

        On failure: 0."""
        result = _rt_rapier2d_joint_distance(self._handle, body1._handle if body1 is not None else 0, body2._handle if body2 is not None else 0, anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance)
        if not result:
            _fail()
        return Joint(result, self) if result else None

    def joint_revolute(self, body1: "Body | None", body2: "Body | None", anchor_x: float, anchor_y: float) -> "Joint | None":
        """A hinge at a point of the world, which both bodies keep there. Its angle is 0 as they are now and grows
        as `body2` turns counter-clockwise.

        On failure: 0."""
        result = _rt_rapier2d_joint_revolute(self._handle, body1._handle if body1 is not None else 0, body2._handle if body2 is not None else 0, anchor_x, anchor_y)
        if not result:
            _fail()
        return Joint(result, self) if result else None

    def joint_prismatic(self, body1: "Body | None", body2: "Body | None", axis_x: float, axis_y: float) -> "Joint | None":
        """Lets `body2` slide along an axis, given in `body1`'s coordinates with any length but 0, without turning.
        Its position is 0 m as they are now and grows along the axis.

        On failure: 0."""
        result = _rt_rapier2d_joint_prismatic(self._handle, body1._handle if body1 is not None else 0, body2._handle if body2 is not None else 0, axis_x, axis_y)
        if not result:
            _fail()
        return Joint(result, self) if result else None

    def joint_fixed(self, body1: "Body | None", body2: "Body | None") -> "Joint | None":
        """Keeps two bodies as they are now relative to each other.

        On failure: 0."""
        result = _rt_rapier2d_joint_fixed(self._handle, body1._handle if body1 is not None else 0, body2._handle if body2 is not None else 0)
        if not result:
            _fail()
        return Joint(result, self) if result else None

    def body_count(self) -> int:
        """How many bodies the world has.

        On failure: -1."""
        result = _rt_rapier2d_world_body_count(self._handle)
        if result == -1:
            _fail()
        return result

    def collider_count(self) -> int:
        """How many colliders the world has.

        On failure: -1."""
        result = _rt_rapier2d_world_collider_count(self._handle)
        if result == -1:
            _fail()
        return result

    def joint_count(self) -> int:
        """How many joints the world has.

        On failure: -1."""
        result = _rt_rapier2d_world_joint_count(self._handle)
        if result == -1:
            _fail()
        return result

    def get_bodies(self) -> list[int]:
        """The handles of all bodies, in the order of all bulk calls: it changes only when bodies come and go, and a
        restored world has the same.

        On failure: []."""
        result = _rt_rapier2d_world_get_bodies(self._handle).take()
        if not result:
            _fail()
        return result

    def get_colliders(self) -> list[int]:
        """The handles of all colliders, in an order that a restored world shares.

        On failure: []."""
        result = _rt_rapier2d_world_get_colliders(self._handle).take()
        if not result:
            _fail()
        return result

    def get_joints(self) -> list[int]:
        """The handles of all joints, in an order that a restored world shares.

        On failure: []."""
        result = _rt_rapier2d_world_get_joints(self._handle).take()
        if not result:
            _fail()
        return result

    def get_transforms(self) -> list[float]:
        """Where all bodies are: x, y and rotation of each, in the order of `rt_rapier2d_world_get_bodies`.

        On failure: []."""
        result = _rt_rapier2d_world_get_transforms(self._handle).take()
        if not result:
            _fail()
        return result

    def get_velocities(self) -> list[float]:
        """How fast all bodies move: vx, vy and spin of each, in the order of `rt_rapier2d_world_get_bodies`.

        On failure: []."""
        result = _rt_rapier2d_world_get_velocities(self._handle).take()
        if not result:
            _fail()
        return result

    def get_transform_bytes(self) -> bytes:
        """Where all bodies are as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation,
        16 bytes each, in the order of `rt_rapier2d_world_get_bodies`.

        On failure: []."""
        result = _rt_rapier2d_world_get_transform_bytes(self._handle).take()
        if not result:
            _fail()
        return result

    def get_collision_events(self) -> "CollisionEvents | None":
        """What started and stopped touching during the last step, sensors included: an object that the caller
        frees with `rt_rapier2d_collision_events_free`. The next step forgets them, so ask after each. Two bodies
        that are both static, or a static and a kinematic one, or two kinematic ones, make none unless one of the
        two colliders is a sensor; two static bodies make none at all.

        On failure: 0."""
        result = _rt_rapier2d_world_get_collision_events(self._handle)
        if not result:
            _fail()
        return CollisionEvents(result, None) if result else None

    def cast_ray_filtered(self, origin_x: float, origin_y: float, dir_x: float, dir_y: float, max_dist: float, memberships: int, filter: int, sensors: bool, exclude_body: "Body | None") -> CastHit:
        """A ray as in `rt_rapier2d_world_cast_ray` that also says where it hits, and is choosy: it hits what the
        groups of `memberships` and `filter` meet (4294967295 for all), sensors too where `sensors` is true, and
        no collider of `exclude_body`, which may be 0.

        On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0."""
        result = _rt_rapier2d_world_cast_ray_filtered(self._handle, origin_x, origin_y, dir_x, dir_y, max_dist, memberships if 0 <= memberships <= 9223372036854775807 else _rt.integer(memberships), filter if 0 <= filter <= 9223372036854775807 else _rt.integer(filter), sensors, exclude_body._handle if exclude_body is not None else 0)
        result = CastHit(result.hit, result.collider, result.distance, result.x, result.y, result.normal_x, result.normal_y)
        if result.hit == False and result.collider == 0 and result.distance == 0.0 and result.x == 0.0 and result.y == 0.0 and result.normal_x == 0.0 and result.normal_y == 0.0:
            _fail()
        return result

    def cast_circle(self, x: float, y: float, radius: float, dir_x: float, dir_y: float, max_dist: float, memberships: int, filter: int, sensors: bool, exclude_body: "Body | None") -> CastHit:
        """The first collider that a circle touches on its way from a point along a direction, choosy as in
        `rt_rapier2d_world_cast_ray_filtered`. The distance is how far its centre goes.

        On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0."""
        result = _rt_rapier2d_world_cast_circle(self._handle, x, y, radius, dir_x, dir_y, max_dist, memberships if 0 <= memberships <= 9223372036854775807 else _rt.integer(memberships), filter if 0 <= filter <= 9223372036854775807 else _rt.integer(filter), sensors, exclude_body._handle if exclude_body is not None else 0)
        result = CastHit(result.hit, result.collider, result.distance, result.x, result.y, result.normal_x, result.normal_y)
        if result.hit == False and result.collider == 0 and result.distance == 0.0 and result.x == 0.0 and result.y == 0.0 and result.normal_x == 0.0 and result.normal_y == 0.0:
            _fail()
        return result

    def query_point(self, x: float, y: float) -> list[int]:
        """The colliders that a point is in, sensors too.

        On failure: []."""
        result = _rt_rapier2d_world_query_point(self._handle, x, y).take()
        if not result:
            _fail()
        return result

    def query_nearest(self, x: float, y: float, max_dist: float) -> NearestCollider:
        """The collider closest to a point, no farther than `max_dist` metres, which may be infinite; sensors too.

        On failure: found false, collider 0, distance 0.0, x 0.0, y 0.0, inside false."""
        result = _rt_rapier2d_world_query_nearest(self._handle, x, y, max_dist)
        result = NearestCollider(result.found, result.collider, result.distance, result.x, result.y, result.inside)
        if result.found == False and result.collider == 0 and result.distance == 0.0 and result.x == 0.0 and result.y == 0.0 and result.inside == False:
            _fail()
        return result

    def query_circle(self, x: float, y: float, radius: float) -> list[int]:
        """The colliders that overlap or touch a circle, sensors too.

        On failure: []."""
        result = _rt_rapier2d_world_query_circle(self._handle, x, y, radius).take()
        if not result:
            _fail()
        return result

    def query_box(self, x: float, y: float, half_width: float, half_height: float, rotation: float) -> list[int]:
        """The colliders that overlap or touch a box of twice these sizes about a point, turned by `rotation`;
        sensors too.

        On failure: []."""
        result = _rt_rapier2d_world_query_box(self._handle, x, y, half_width, half_height, rotation).take()
        if not result:
            _fail()
        return result

    def snapshot(self) -> bytes:
        """The whole world as bytes: bodies, colliders, joints, contacts, settings and user data. A world restored
        from them goes on exactly as this one does, bit for bit, also in another process of the same build on a
        machine of the same kind.

        On failure: []."""
        result = _rt_rapier2d_world_snapshot(self._handle).take()
        if not result:
            _fail()
        return result

    def get_gravity(self) -> PhysicsVector:
        """The gravity in m/s².

        On failure: x 0.0, y 0.0."""
        result = _rt_rapier2d_world_get_gravity(self._handle)
        result = PhysicsVector(result.x, result.y)
        if result.x == 0.0 and result.y == 0.0:
            _fail()
        return result

    def set_iterations(self, iterations: int) -> bool:
        """How often the solver works through contacts and joints in a step, 1 to 100; 4 in a new world. More is
        stiffer and slower.

        On failure: false."""
        result = _rt_rapier2d_world_set_iterations(self._handle, iterations if 0 <= iterations <= 9223372036854775807 else _rt.integer(iterations))
        if not result:
            _fail()
        return result

    def set_max_speed(self, speed: float) -> bool:
        """The speed in m/s that no body exceeds, 400 in a new world: it keeps a scene that bursts apart in reach of
        continuous collision detection. Infinity for none.

        On failure: false."""
        result = _rt_rapier2d_world_set_max_speed(self._handle, speed)
        if not result:
            _fail()
        return result


class Body(_rt.Owner):
    """A body, which belongs to its world and is freed with it, or by `close()`; not when Python forgets it."""

    __slots__ = ()
    _owned = False

    def _release(self):
        _quietly(_rt_rapier2d_body_free, self._parent._handle, self._handle)

    def get_position(self) -> BodyPosition:
        """Where the body is now.

        On failure: x 0.0, y 0.0, rotation 0.0."""
        result = _rt_rapier2d_body_get_position(self._parent._handle, self._handle)
        result = BodyPosition(result.x, result.y, result.rotation)
        if result.x == 0.0 and result.y == 0.0 and result.rotation == 0.0:
            _fail()
        return result

    def set_position(self, x: float, y: float, rotation: float) -> bool:
        """Puts the body somewhere at once, without moving through what is between, and wakes it. Its velocity
        stays. Queries see it there from now on.

        On failure: false."""
        result = _rt_rapier2d_body_set_position(self._parent._handle, self._handle, x, y, rotation)
        if not result:
            _fail()
        return result

    def get_velocity(self) -> BodyVelocity:
        """How fast the body moves.

        On failure: vx 0.0, vy 0.0, angular 0.0."""
        result = _rt_rapier2d_body_get_velocity(self._parent._handle, self._handle)
        result = BodyVelocity(result.vx, result.vy, result.angular)
        if result.vx == 0.0 and result.vy == 0.0 and result.angular == 0.0:
            _fail()
        return result

    def set_velocity(self, vx: float, vy: float, angular: float) -> bool:
        """Gives a dynamic or kinematic body a velocity and wakes it. A kinematic body keeps it until it is given
        another.

        On failure: false."""
        result = _rt_rapier2d_body_set_velocity(self._parent._handle, self._handle, vx, vy, angular)
        if not result:
            _fail()
        return result

    def apply_force(self, fx: float, fy: float, wake_up: bool) -> bool:
        """Pushes a dynamic body at its centre of mass with a force in newtons, during the next step only: call
        again before each step for a lasting push. Forces of several calls add up. A sleeping body that is not
        woken by it does not move.

        On failure: false."""
        result = _rt_rapier2d_body_apply_force(self._parent._handle, self._handle, fx, fy, wake_up)
        if not result:
            _fail()
        return result

    def apply_impulse(self, ix: float, iy: float, wake_up: bool) -> bool:
        """Changes a dynamic body's velocity at once by an impulse in newton seconds at its centre of mass.

        On failure: false."""
        result = _rt_rapier2d_body_apply_impulse(self._parent._handle, self._handle, ix, iy, wake_up)
        if not result:
            _fail()
        return result

    def apply_torque(self, torque: float, wake_up: bool) -> bool:
        """Turns a dynamic body with a torque in newton metres, counter-clockwise, during the next step only. A body
        without colliders has no moment of inertia and does not turn.

        On failure: false."""
        result = _rt_rapier2d_body_apply_torque(self._parent._handle, self._handle, torque, wake_up)
        if not result:
            _fail()
        return result

    def set_mass(self, mass: float) -> bool:
        """Makes the body weigh `mass` kilograms in all, whatever colliders it has or gets; its moment of inertia is
        that of its colliders, scaled to this mass.

        On failure: false."""
        result = _rt_rapier2d_body_set_mass(self._parent._handle, self._handle, mass)
        if not result:
            _fail()
        return result

    def get_mass(self) -> float:
        """What the body weighs in kilograms: what it was given, else the sum of its colliders.

        On failure: 0.0."""
        result = _rt_rapier2d_body_get_mass(self._parent._handle, self._handle)
        if result == 0.0:
            _fail()
        return result

    def set_linear_damping(self, damping: float) -> bool:
        """How fast the body's velocity fades, per second: with no force it falls to 1/(1 + damping·dt) in dt. 0 in
        a new body.

        On failure: false."""
        result = _rt_rapier2d_body_set_linear_damping(self._parent._handle, self._handle, damping)
        if not result:
            _fail()
        return result

    def set_angular_damping(self, damping: float) -> bool:
        """How fast the body's spin fades, per second, as with linear damping. 0 in a new body.

        On failure: false."""
        result = _rt_rapier2d_body_set_angular_damping(self._parent._handle, self._handle, damping)
        if not result:
            _fail()
        return result

    def is_sleeping(self) -> bool:
        """True where the body rests and is left out of the simulation until something wakes it.

        On failure: false."""
        result = _rt_rapier2d_body_is_sleeping(self._parent._handle, self._handle)
        if not result:
            _fail()
        return result

    def wake_up(self) -> bool:
        """Wakes the body.

        On failure: false."""
        result = _rt_rapier2d_body_wake_up(self._parent._handle, self._handle)
        if not result:
            _fail()
        return result

    def get_type(self) -> int:
        """What moves the body: 0 dynamic, 1 static, 2 kinematic; −1 on failure.

        On failure: -1."""
        result = _rt_rapier2d_body_get_type(self._parent._handle, self._handle)
        if result == -1:
            _fail()
        return result

    def set_type(self, body_type: int) -> bool:
        """Changes what moves the body: 0 dynamic, 1 static, 2 kinematic. Wakes it.

        On failure: false."""
        result = _rt_rapier2d_body_set_type(self._parent._handle, self._handle, body_type if 0 <= body_type <= 9223372036854775807 else _rt.integer(body_type))
        if not result:
            _fail()
        return result

    def set_enabled(self, enabled: bool) -> bool:
        """Takes the body with its colliders and joints out of the simulation, or puts it back in. A step does so
        itself with a body whose numbers have grown beyond all bounds.

        On failure: false."""
        result = _rt_rapier2d_body_set_enabled(self._parent._handle, self._handle, enabled)
        if not result:
            _fail()
        return result

    def is_enabled(self) -> bool:
        """True where the body is in the simulation.

        On failure: false."""
        result = _rt_rapier2d_body_is_enabled(self._parent._handle, self._handle)
        if not result:
            _fail()
        return result

    def move_to(self, x: float, y: float, rotation: float) -> bool:
        """Sends a kinematic body somewhere: the next step moves it there, pushing what is in the way as fast as
        that takes, and then it stands still.

        On failure: false."""
        result = _rt_rapier2d_body_move_to(self._parent._handle, self._handle, x, y, rotation)
        if not result:
            _fail()
        return result

    def apply_force_at(self, fx: float, fy: float, x: float, y: float, wake_up: bool) -> bool:
        """Pushes a dynamic body with a force in newtons at a point of the world, during the next step only.

        On failure: false."""
        result = _rt_rapier2d_body_apply_force_at(self._parent._handle, self._handle, fx, fy, x, y, wake_up)
        if not result:
            _fail()
        return result

    def apply_impulse_at(self, ix: float, iy: float, x: float, y: float, wake_up: bool) -> bool:
        """Changes a dynamic body's velocity and spin at once by an impulse in newton seconds at a point of the
        world.

        On failure: false."""
        result = _rt_rapier2d_body_apply_impulse_at(self._parent._handle, self._handle, ix, iy, x, y, wake_up)
        if not result:
            _fail()
        return result

    def apply_angular_impulse(self, impulse: float, wake_up: bool) -> bool:
        """Changes a dynamic body's spin at once by an angular impulse in newton metre seconds.

        On failure: false."""
        result = _rt_rapier2d_body_apply_angular_impulse(self._parent._handle, self._handle, impulse, wake_up)
        if not result:
            _fail()
        return result

    def get_inertia(self) -> float:
        """The body's moment of inertia about its centre of mass in kg·m²; 0 where it has none and does not turn.

        On failure: 0.0."""
        result = _rt_rapier2d_body_get_inertia(self._parent._handle, self._handle)
        if result == 0.0:
            _fail()
        return result

    def get_center_of_mass(self) -> PhysicsVector:
        """The body's centre of mass, as a point of the world.

        On failure: x 0.0, y 0.0."""
        result = _rt_rapier2d_body_get_center_of_mass(self._parent._handle, self._handle)
        result = PhysicsVector(result.x, result.y)
        if result.x == 0.0 and result.y == 0.0:
            _fail()
        return result

    def predict_position(self, dt: float) -> BodyPosition:
        """Where the body will be after `dt` seconds, 0 to 1, at its present velocity, were nothing in the way.

        On failure: x 0.0, y 0.0, rotation 0.0."""
        result = _rt_rapier2d_body_predict_position(self._parent._handle, self._handle, dt)
        result = BodyPosition(result.x, result.y, result.rotation)
        if result.x == 0.0 and result.y == 0.0 and result.rotation == 0.0:
            _fail()
        return result

    def set_gravity_scale(self, scale: float) -> bool:
        """Multiplies the gravity that acts on the body; 1 in a new body, 0 for none, below 0 to rise. Wakes it.

        On failure: false."""
        result = _rt_rapier2d_body_set_gravity_scale(self._parent._handle, self._handle, scale)
        if not result:
            _fail()
        return result

    def lock_rotation(self, locked: bool) -> bool:
        """Keeps the body from turning, or lets it turn again.

        On failure: false."""
        result = _rt_rapier2d_body_lock_rotation(self._parent._handle, self._handle, locked)
        if not result:
            _fail()
        return result

    def set_can_sleep(self, can_sleep: bool) -> bool:
        """Whether the body falls asleep when it rests, as a new one does.

        On failure: false."""
        result = _rt_rapier2d_body_set_can_sleep(self._parent._handle, self._handle, can_sleep)
        if not result:
            _fail()
        return result

    def set_ccd(self, enabled: bool) -> bool:
        """Full continuous collision detection for a fast dynamic body: it cannot pass through moving bodies
        between two steps either. Static colliders stop every fast body as it is.

        On failure: false."""
        result = _rt_rapier2d_body_set_ccd(self._parent._handle, self._handle, enabled)
        if not result:
            _fail()
        return result

    def set_fast_rotation(self, allowed: bool) -> bool:
        """Lets the body turn by more than 45° in a substep, of which a step has 4: a wheel, say. A new body may not,
        so that continuous collision detection stays exact.

        On failure: false."""
        result = _rt_rapier2d_body_set_fast_rotation(self._parent._handle, self._handle, allowed)
        if not result:
            _fail()
        return result

    def set_user_data(self, user_data: int) -> bool:
        """A number of the host's own, kept with the body and in snapshots; 0 in a new body.

        On failure: false."""
        result = _rt_rapier2d_body_set_user_data(self._parent._handle, self._handle, user_data if 0 <= user_data <= 9223372036854775807 else _rt.integer(user_data))
        if not result:
            _fail()
        return result

    def get_user_data(self) -> int:
        """The number that `rt_rapier2d_body_set_user_data` left; 0 on failure.

        On failure: 0."""
        result = _rt_rapier2d_body_get_user_data(self._parent._handle, self._handle)
        if not result:
            _fail()
        return result

    def get_colliders(self) -> list[int]:
        """The handles of the body's colliders.

        On failure: []."""
        result = _rt_rapier2d_body_get_colliders(self._parent._handle, self._handle).take()
        if not result:
            _fail()
        return result


class Collider(_rt.Owner):
    """A collider, which belongs to its world and is freed with it, or by `close()`; not when Python forgets it."""

    __slots__ = ()
    _owned = False

    def _release(self):
        _quietly(_rt_rapier2d_collider_free, self._parent._handle, self._handle)

    def set_offset(self, x: float, y: float, rotation: float) -> bool:
        """Moves and turns the collider relative to its body.

        On failure: false."""
        result = _rt_rapier2d_collider_set_offset(self._parent._handle, self._handle, x, y, rotation)
        if not result:
            _fail()
        return result

    def set_restitution(self, coef: float) -> bool:
        """How much of its speed a bounce gives back: 0 none, 1 all. Two colliders that meet use the average of
        theirs. What lands flat on two corners at once comes back slower, a box to three quarters of the height:
        the solver works through the corners one after the other.

        On failure: false."""
        result = _rt_rapier2d_collider_set_restitution(self._parent._handle, self._handle, coef)
        if not result:
            _fail()
        return result

    def set_friction(self, coef: float) -> bool:
        """The coefficient of friction. Two colliders that meet use the average of theirs.

        On failure: false."""
        result = _rt_rapier2d_collider_set_friction(self._parent._handle, self._handle, coef)
        if not result:
            _fail()
        return result

    def set_density(self, density: float) -> bool:
        """The density in kg/m², from which its body's mass follows at once. 0 for a collider without mass.

        On failure: false."""
        result = _rt_rapier2d_collider_set_density(self._parent._handle, self._handle, density)
        if not result:
            _fail()
        return result

    def set_sensor(self, is_sensor: bool) -> bool:
        """A sensor feels what touches it (`rt_rapier2d_world_intersection_test`, collision events) without stopping
        it: it makes no contacts, and rays pass through. It still weighs what its density says.

        On failure: false."""
        result = _rt_rapier2d_collider_set_sensor(self._parent._handle, self._handle, is_sensor)
        if not result:
            _fail()
        return result

    def set_groups(self, memberships: int, filter: int) -> bool:
        """Which colliders this one meets: `memberships` are the groups that it belongs to and `filter` those it
        meets, 32 of them, a bit each. Two colliders meet where each one's filter has a group of the other.

        On failure: false."""
        result = _rt_rapier2d_collider_set_groups(self._parent._handle, self._handle, memberships if 0 <= memberships <= 9223372036854775807 else _rt.integer(memberships), filter if 0 <= filter <= 9223372036854775807 else _rt.integer(filter))
        if not result:
            _fail()
        return result

    def get_position(self) -> BodyPosition:
        """Where the collider is in the world.

        On failure: x 0.0, y 0.0, rotation 0.0."""
        result = _rt_rapier2d_collider_get_position(self._parent._handle, self._handle)
        result = BodyPosition(result.x, result.y, result.rotation)
        if result.x == 0.0 and result.y == 0.0 and result.rotation == 0.0:
            _fail()
        return result

    def get_body(self) -> "Body | None":
        """The handle of the body that the collider belongs to.

        On failure: 0."""
        result = _rt_rapier2d_collider_get_body(self._parent._handle, self._handle)
        if not result:
            _fail()
        return Body(result, self._parent, owned=False) if result else None

    def set_user_data(self, user_data: int) -> bool:
        """A number of the host's own, kept with the collider and in snapshots; 0 in a new collider.

        On failure: false."""
        result = _rt_rapier2d_collider_set_user_data(self._parent._handle, self._handle, user_data if 0 <= user_data <= 9223372036854775807 else _rt.integer(user_data))
        if not result:
            _fail()
        return result

    def get_user_data(self) -> int:
        """The number that `rt_rapier2d_collider_set_user_data` left; 0 on failure.

        On failure: 0."""
        result = _rt_rapier2d_collider_get_user_data(self._parent._handle, self._handle)
        if not result:
            _fail()
        return result


class Contacts(_rt.Owner):
    """A contacts: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_rapier2d_contacts_free, self._handle)

    def count(self) -> int:
        """How many touching points there are.

        On failure: -1."""
        result = _rt_rapier2d_contacts_count(self._handle)
        if result == -1:
            _fail()
        return result

    def get(self, index: int) -> Contact:
        """The touching point at `index`.

        On failure: collider1 0, collider2 0, point_x 0.0, point_y 0.0, normal_x 0.0, normal_y 0.0, penetration 0.0."""
        result = _rt_rapier2d_contacts_get(self._handle, index if 0 <= index <= 9223372036854775807 else _rt.integer(index))
        result = Contact(result.collider1, result.collider2, result.point_x, result.point_y, result.normal_x, result.normal_y, result.penetration)
        if result.collider1 == 0 and result.collider2 == 0 and result.point_x == 0.0 and result.point_y == 0.0 and result.normal_x == 0.0 and result.normal_y == 0.0 and result.penetration == 0.0:
            _fail()
        return result

    def values(self) -> list[float]:
        """All touching points at once: point x, y, normal x, y and penetration of each.

        On failure: []."""
        result = _rt_rapier2d_contacts_values(self._handle).take()
        if not result:
            _fail()
        return result

    def colliders(self) -> list[int]:
        """The two colliders of each touching point, in the same order.

        On failure: []."""
        result = _rt_rapier2d_contacts_colliders(self._handle).take()
        if not result:
            _fail()
        return result

    def bytes(self) -> bytes:
        """All touching points as packed 32-bit floats for a GPU's buffer: point x, y and normal x, y, 16 bytes each.

        On failure: []."""
        result = _rt_rapier2d_contacts_bytes(self._handle).take()
        if not result:
            _fail()
        return result


class Joint(_rt.Owner):
    """A joint, which belongs to its world and is freed with it, or by `close()`; not when Python forgets it."""

    __slots__ = ()
    _owned = False

    def _release(self):
        _quietly(_rt_rapier2d_joint_free, self._parent._handle, self._handle)

    def set_limits(self, min: float, max: float) -> bool:
        """Keeps a revolute joint's angle (radians, less than a full turn apart) or a prismatic joint's position
        (metres) from `min` to `max`.

        On failure: false."""
        result = _rt_rapier2d_joint_set_limits(self._parent._handle, self._handle, min, max)
        if not result:
            _fail()
        return result

    def set_motor(self, target_vel: float, max_force: float) -> bool:
        """Drives a revolute joint towards `target_vel` rad/s, or a prismatic one towards m/s, with a torque (N·m)
        or force (N) of at most `max_force`, which may be infinite. With 0 the joint moves freely.

        On failure: false."""
        result = _rt_rapier2d_joint_set_motor(self._parent._handle, self._handle, target_vel, max_force)
        if not result:
            _fail()
        return result

    def set_contacts(self, enabled: bool) -> bool:
        """Whether the two bodies of the joint collide with each other, as they do at first.

        On failure: false."""
        result = _rt_rapier2d_joint_set_contacts(self._parent._handle, self._handle, enabled)
        if not result:
            _fail()
        return result

    def get_position(self) -> float:
        """Where the joint is: a revolute joint's angle in radians, above −π and up to π, a prismatic joint's
        position in metres, a distance joint's length.

        On failure: 0.0."""
        result = _rt_rapier2d_joint_get_position(self._parent._handle, self._handle)
        if result == 0.0:
            _fail()
        return result


class CollisionEvents(_rt.Owner):
    """A collision events: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_rapier2d_collision_events_free, self._handle)

    def count(self) -> int:
        """How many events there are.

        On failure: -1."""
        result = _rt_rapier2d_collision_events_count(self._handle)
        if result == -1:
            _fail()
        return result

    def get(self, index: int) -> CollisionEvent:
        """The event at `index`, in the order they happened.

        On failure: collider1 0, collider2 0, started false, sensor false."""
        result = _rt_rapier2d_collision_events_get(self._handle, index if 0 <= index <= 9223372036854775807 else _rt.integer(index))
        result = CollisionEvent(result.collider1, result.collider2, result.started, result.sensor)
        if result.collider1 == 0 and result.collider2 == 0 and result.started == False and result.sensor == False:
            _fail()
        return result
