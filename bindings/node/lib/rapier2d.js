/**
 * Rigid body physics in two dimensions.
 *
 * Lengths are metres, angles radians (counter-clockwise, with y up), masses kilograms, times seconds. A
 * world holds bodies; colliders give bodies their shape and mass; joints tie two bodies together. Handles
 * belong to one world: a call that mixes worlds fails, and freeing a world makes all its bodies, colliders
 * and joints stale at once. Calls from several threads into one world take turns, and wait while it steps;
 * different worlds do not wait for each other.
 *
 * Numbers are double precision inside too (the build `rapier2d-f64` of the crate `rapier2d`). Measured on
 * a pile of 1,000 bodies, a step takes 0.86 ms against 0.63 ms in single precision, 1.36 times as long.
 * For that, what a host sets it reads back exactly; ten seconds of free fall end 2e-12 m from the scheme's
 * exact sum rather than 1.9 mm; and a body that creeps at 0.1 m/s still moves ten kilometres from the
 * origin, where single precision loses every step of it.
 *
 * The same calls in the same order give the same numbers, bit for bit, on one machine. Queries never change
 * how a simulation goes on.
 *
 * Numbers must be finite and no larger than 1e15; sizes and masses no smaller than 1e-15.
 */
// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.
"use strict";

const rt = require("./runtime");
const { check, quietly } = rt.failure("rapier2d");

/** Where a body is. */
rt.structure("RtBodyPosition", [["x", "f64"], ["y", "f64"], ["rotation", "f64"]]);

/** How fast a body moves. */
rt.structure("RtBodyVelocity", [["vx", "f64"], ["vy", "f64"], ["angular", "f64"]]);

/** A point where two colliders touch. */
rt.structure("RtContact", [["collider1", "i64"], ["collider2", "i64"], ["point_x", "f64"], ["point_y", "f64"], ["normal_x", "f64"], ["normal_y", "f64"], ["penetration", "f64"]]);

/** What a ray hits. */
rt.structure("RtRayHit", [["hit", "bool"], ["collider", "i64"], ["distance", "f64"]]);

/** A vector, or a point. */
rt.structure("RtPhysicsVector", [["x", "f64"], ["y", "f64"]]);

/** Two colliders that started or stopped touching. */
rt.structure("RtCollisionEvent", [["collider1", "i64"], ["collider2", "i64"], ["started", "bool"], ["sensor", "bool"]]);

/** What a ray or a moving shape hits, and where. */
rt.structure("RtCastHit", [["hit", "bool"], ["collider", "i64"], ["distance", "f64"], ["x", "f64"], ["y", "f64"], ["normal_x", "f64"], ["normal_y", "f64"]]);

/** The collider closest to a point. */
rt.structure("RtNearestCollider", [["found", "bool"], ["collider", "i64"], ["distance", "f64"], ["x", "f64"], ["y", "f64"], ["inside", "bool"]]);

const _rt_rapier2d_world_new = rt.declare("rt_rapier2d_world_new", "int64", ["double", "double"]);

/**
 * An empty world with this gravity in m/s², (0, −9.81) on Earth with y up. The caller frees it.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_world_new = (gravity_x, gravity_y) => _rt_rapier2d_world_new(gravity_x, gravity_y);

const _rt_rapier2d_world_free = rt.declare("rt_rapier2d_world_free", "bool", ["int64"]);

/**
 * Frees the world with all its bodies, colliders and joints, whose handles are stale at once. Waits for a
 * step that another thread has under way. Contacts and events that were taken from it live on.
 *
 * On failure: false.
 */
exports.rt_rapier2d_world_free = (world) => _rt_rapier2d_world_free(rt.integer(world));

const _rt_rapier2d_world_step = rt.declare("rt_rapier2d_world_step", "bool", ["int64", "double"]);

/**
 * Advances the world by `dt` seconds, above 0 and at most 1. Steps of equal length, 1/60 or 1/120, behave
 * best. Speeds above 400 m/s (see `rt_rapier2d_world_set_max_speed`) and turns of more than 45° a substep
 * (see `rt_rapier2d_body_set_fast_rotation`) are cut down to that.
 *
 * On failure: false.
 */
exports.rt_rapier2d_world_step = (world, dt) => _rt_rapier2d_world_step(rt.integer(world), dt);

const _rt_rapier2d_world_set_gravity = rt.declare("rt_rapier2d_world_set_gravity", "bool", ["int64", "double", "double"]);

/**
 * Changes the gravity, in m/s², and wakes every body.
 *
 * On failure: false.
 */
exports.rt_rapier2d_world_set_gravity = (world, x, y) => _rt_rapier2d_world_set_gravity(rt.integer(world), x, y);

const _rt_rapier2d_body_new_dynamic = rt.declare("rt_rapier2d_body_new_dynamic", "int64", ["int64", "double", "double", "double"]);

/**
 * A dynamic body: gravity, forces and contacts move it. It weighs what its colliders weigh, or what
 * `rt_rapier2d_body_set_mass` says; without either, neither gravity nor forces move it. The world owns it.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_body_new_dynamic = (world, x, y, rotation) => _rt_rapier2d_body_new_dynamic(rt.integer(world), x, y, rotation);

const _rt_rapier2d_body_new_static = rt.declare("rt_rapier2d_body_new_static", "int64", ["int64", "double", "double", "double"]);

/**
 * A static body: nothing moves it but `rt_rapier2d_body_set_position`. The world owns it.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_body_new_static = (world, x, y, rotation) => _rt_rapier2d_body_new_static(rt.integer(world), x, y, rotation);

const _rt_rapier2d_body_new_kinematic = rt.declare("rt_rapier2d_body_new_kinematic", "int64", ["int64", "double", "double", "double"]);

/**
 * A kinematic body: it moves at the velocity that it is given, or where `rt_rapier2d_body_move_to` sends
 * it, pushes dynamic bodies, and is pushed by none. The world owns it.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_body_new_kinematic = (world, x, y, rotation) => _rt_rapier2d_body_new_kinematic(rt.integer(world), x, y, rotation);

const _rt_rapier2d_body_free = rt.declare("rt_rapier2d_body_free", "bool", ["int64", "int64"]);

/**
 * Frees the body with its colliders and joints, whose handles are stale at once.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_free = (world, handle) => _rt_rapier2d_body_free(rt.integer(world), rt.integer(handle));

const _rt_rapier2d_body_get_position = rt.declare("rt_rapier2d_body_get_position", "RtBodyPosition", ["int64", "int64"]);

/**
 * Where the body is now.
 *
 * On failure: x 0.0, y 0.0, rotation 0.0.
 */
exports.rt_rapier2d_body_get_position = (world, handle) => rt.takeStructure("RtBodyPosition", _rt_rapier2d_body_get_position(rt.integer(world), rt.integer(handle)));

const _rt_rapier2d_body_set_position = rt.declare("rt_rapier2d_body_set_position", "bool", ["int64", "int64", "double", "double", "double"]);

/**
 * Puts the body somewhere at once, without moving through what is between, and wakes it. Its velocity
 * stays. Queries see it there from now on.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_set_position = (world, handle, x, y, rotation) => _rt_rapier2d_body_set_position(rt.integer(world), rt.integer(handle), x, y, rotation);

const _rt_rapier2d_body_get_velocity = rt.declare("rt_rapier2d_body_get_velocity", "RtBodyVelocity", ["int64", "int64"]);

/**
 * How fast the body moves.
 *
 * On failure: vx 0.0, vy 0.0, angular 0.0.
 */
exports.rt_rapier2d_body_get_velocity = (world, handle) => rt.takeStructure("RtBodyVelocity", _rt_rapier2d_body_get_velocity(rt.integer(world), rt.integer(handle)));

const _rt_rapier2d_body_set_velocity = rt.declare("rt_rapier2d_body_set_velocity", "bool", ["int64", "int64", "double", "double", "double"]);

/**
 * Gives a dynamic or kinematic body a velocity and wakes it. A kinematic body keeps it until it is given
 * another.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_set_velocity = (world, handle, vx, vy, angular) => _rt_rapier2d_body_set_velocity(rt.integer(world), rt.integer(handle), vx, vy, angular);

const _rt_rapier2d_body_apply_force = rt.declare("rt_rapier2d_body_apply_force", "bool", ["int64", "int64", "double", "double", "bool"]);

/**
 * Pushes a dynamic body at its centre of mass with a force in newtons, during the next step only: call
 * again before each step for a lasting push. Forces of several calls add up. A sleeping body that is not
 * woken by it does not move.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_apply_force = (world, handle, fx, fy, wake_up) => _rt_rapier2d_body_apply_force(rt.integer(world), rt.integer(handle), fx, fy, wake_up);

const _rt_rapier2d_body_apply_impulse = rt.declare("rt_rapier2d_body_apply_impulse", "bool", ["int64", "int64", "double", "double", "bool"]);

/**
 * Changes a dynamic body's velocity at once by an impulse in newton seconds at its centre of mass.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_apply_impulse = (world, handle, ix, iy, wake_up) => _rt_rapier2d_body_apply_impulse(rt.integer(world), rt.integer(handle), ix, iy, wake_up);

const _rt_rapier2d_body_apply_torque = rt.declare("rt_rapier2d_body_apply_torque", "bool", ["int64", "int64", "double", "bool"]);

/**
 * Turns a dynamic body with a torque in newton metres, counter-clockwise, during the next step only. A body
 * without colliders has no moment of inertia and does not turn.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_apply_torque = (world, handle, torque, wake_up) => _rt_rapier2d_body_apply_torque(rt.integer(world), rt.integer(handle), torque, wake_up);

const _rt_rapier2d_body_set_mass = rt.declare("rt_rapier2d_body_set_mass", "bool", ["int64", "int64", "double"]);

/**
 * Makes the body weigh `mass` kilograms in all, whatever colliders it has or gets; its moment of inertia is
 * that of its colliders, scaled to this mass.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_set_mass = (world, handle, mass) => _rt_rapier2d_body_set_mass(rt.integer(world), rt.integer(handle), mass);

const _rt_rapier2d_body_get_mass = rt.declare("rt_rapier2d_body_get_mass", "double", ["int64", "int64"]);

/**
 * What the body weighs in kilograms: what it was given, else the sum of its colliders.
 *
 * On failure: 0.0.
 */
exports.rt_rapier2d_body_get_mass = (world, handle) => _rt_rapier2d_body_get_mass(rt.integer(world), rt.integer(handle));

const _rt_rapier2d_body_set_linear_damping = rt.declare("rt_rapier2d_body_set_linear_damping", "bool", ["int64", "int64", "double"]);

/**
 * How fast the body's velocity fades, per second: with no force it falls to 1/(1 + damping·dt) in dt. 0 in
 * a new body.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_set_linear_damping = (world, handle, damping) => _rt_rapier2d_body_set_linear_damping(rt.integer(world), rt.integer(handle), damping);

const _rt_rapier2d_body_set_angular_damping = rt.declare("rt_rapier2d_body_set_angular_damping", "bool", ["int64", "int64", "double"]);

/**
 * How fast the body's spin fades, per second, as with linear damping. 0 in a new body.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_set_angular_damping = (world, handle, damping) => _rt_rapier2d_body_set_angular_damping(rt.integer(world), rt.integer(handle), damping);

const _rt_rapier2d_body_is_sleeping = rt.declare("rt_rapier2d_body_is_sleeping", "bool", ["int64", "int64"]);

/**
 * True where the body rests and is left out of the simulation until something wakes it.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_is_sleeping = (world, handle) => _rt_rapier2d_body_is_sleeping(rt.integer(world), rt.integer(handle));

const _rt_rapier2d_body_wake_up = rt.declare("rt_rapier2d_body_wake_up", "bool", ["int64", "int64"]);

/**
 * Wakes the body.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_wake_up = (world, handle) => _rt_rapier2d_body_wake_up(rt.integer(world), rt.integer(handle));

const _rt_rapier2d_collider_new_circle = rt.declare("rt_rapier2d_collider_new_circle", "int64", ["int64", "int64", "double"]);

/**
 * A circle about the body's origin. A new collider has density 1 kg/m², friction 0.5, restitution 0, no
 * offset, is solid, and belongs to and meets all groups.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_collider_new_circle = (world, body, radius) => _rt_rapier2d_collider_new_circle(rt.integer(world), rt.integer(body), radius);

const _rt_rapier2d_collider_new_box = rt.declare("rt_rapier2d_collider_new_box", "int64", ["int64", "int64", "double", "double"]);

/**
 * A box of twice these sizes about the body's origin.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_collider_new_box = (world, body, half_width, half_height) => _rt_rapier2d_collider_new_box(rt.integer(world), rt.integer(body), half_width, half_height);

const _rt_rapier2d_collider_new_capsule = rt.declare("rt_rapier2d_collider_new_capsule", "int64", ["int64", "int64", "double", "double"]);

/**
 * A capsule about the body's origin: all points no farther than `radius` from the segment that goes from
 * `half_height` below to `half_height` above it, along the body's y axis.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_collider_new_capsule = (world, body, half_height, radius) => _rt_rapier2d_collider_new_capsule(rt.integer(world), rt.integer(body), half_height, radius);

const _rt_rapier2d_collider_new_polygon = rt.declare("rt_rapier2d_collider_new_polygon", "int64", ["int64", "int64", "void *", "int64"]);

/**
 * A polygon whose outline is `vertices`, x, y pairs in the body's coordinates, in either winding, at least
 * 3 points, which does not cross or touch itself. A convex one, of up to 16,384 points, is taken as it is;
 * another, of up to 2,048, is cut into convex pieces that together are exactly it, and is one collider all
 * the same.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_collider_new_polygon = (world, body, vertices) => _rt_rapier2d_collider_new_polygon(rt.integer(world), rt.integer(body), ...rt.floats(vertices));

const _rt_rapier2d_collider_free = rt.declare("rt_rapier2d_collider_free", "bool", ["int64", "int64"]);

/**
 * Frees the collider. Its body stays, and weighs less by it unless it was given a mass.
 *
 * On failure: false.
 */
exports.rt_rapier2d_collider_free = (world, handle) => _rt_rapier2d_collider_free(rt.integer(world), rt.integer(handle));

const _rt_rapier2d_collider_set_offset = rt.declare("rt_rapier2d_collider_set_offset", "bool", ["int64", "int64", "double", "double", "double"]);

/**
 * Moves and turns the collider relative to its body.
 *
 * On failure: false.
 */
exports.rt_rapier2d_collider_set_offset = (world, handle, x, y, rotation) => _rt_rapier2d_collider_set_offset(rt.integer(world), rt.integer(handle), x, y, rotation);

const _rt_rapier2d_collider_set_restitution = rt.declare("rt_rapier2d_collider_set_restitution", "bool", ["int64", "int64", "double"]);

/**
 * How much of its speed a bounce gives back: 0 none, 1 all. Two colliders that meet use the average of
 * theirs. What lands flat on two corners at once comes back slower, a box to three quarters of the height:
 * the solver works through the corners one after the other.
 *
 * On failure: false.
 */
exports.rt_rapier2d_collider_set_restitution = (world, handle, coef) => _rt_rapier2d_collider_set_restitution(rt.integer(world), rt.integer(handle), coef);

const _rt_rapier2d_collider_set_friction = rt.declare("rt_rapier2d_collider_set_friction", "bool", ["int64", "int64", "double"]);

/**
 * The coefficient of friction. Two colliders that meet use the average of theirs.
 *
 * On failure: false.
 */
exports.rt_rapier2d_collider_set_friction = (world, handle, coef) => _rt_rapier2d_collider_set_friction(rt.integer(world), rt.integer(handle), coef);

const _rt_rapier2d_collider_set_density = rt.declare("rt_rapier2d_collider_set_density", "bool", ["int64", "int64", "double"]);

/**
 * The density in kg/m², from which its body's mass follows at once. 0 for a collider without mass.
 *
 * On failure: false.
 */
exports.rt_rapier2d_collider_set_density = (world, handle, density) => _rt_rapier2d_collider_set_density(rt.integer(world), rt.integer(handle), density);

const _rt_rapier2d_collider_set_sensor = rt.declare("rt_rapier2d_collider_set_sensor", "bool", ["int64", "int64", "bool"]);

/**
 * A sensor feels what touches it (`rt_rapier2d_world_intersection_test`, collision events) without stopping
 * it: it makes no contacts, and rays pass through. It still weighs what its density says.
 *
 * On failure: false.
 */
exports.rt_rapier2d_collider_set_sensor = (world, handle, is_sensor) => _rt_rapier2d_collider_set_sensor(rt.integer(world), rt.integer(handle), is_sensor);

const _rt_rapier2d_world_get_contacts = rt.declare("rt_rapier2d_world_get_contacts", "int64", ["int64"]);

/**
 * The touching points after the last step, at the places where the colliders are now, as an object that
 * the caller frees with `rt_rapier2d_contacts_free`: it does not change with the world. Sensors make none.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_world_get_contacts = (world) => _rt_rapier2d_world_get_contacts(rt.integer(world));

const _rt_rapier2d_contacts_count = rt.declare("rt_rapier2d_contacts_count", "int64", ["int64"]);

/**
 * How many touching points there are.
 *
 * On failure: -1.
 */
exports.rt_rapier2d_contacts_count = (contacts) => _rt_rapier2d_contacts_count(rt.integer(contacts));

const _rt_rapier2d_contacts_get = rt.declare("rt_rapier2d_contacts_get", "RtContact", ["int64", "int64"]);

/**
 * The touching point at `index`.
 *
 * On failure: collider1 0, collider2 0, point_x 0.0, point_y 0.0, normal_x 0.0, normal_y 0.0, penetration 0.0.
 */
exports.rt_rapier2d_contacts_get = (contacts, index) => rt.takeStructure("RtContact", _rt_rapier2d_contacts_get(rt.integer(contacts), rt.integer(index)));

const _rt_rapier2d_contacts_free = rt.declare("rt_rapier2d_contacts_free", "bool", ["int64"]);

/**
 * Frees the contacts.
 *
 * On failure: false.
 */
exports.rt_rapier2d_contacts_free = (contacts) => _rt_rapier2d_contacts_free(rt.integer(contacts));

const _rt_rapier2d_world_intersection_test = rt.declare("rt_rapier2d_world_intersection_test", "bool", ["int64", "int64", "int64"]);

/**
 * True where the two colliders overlap or touch as they are now, whatever their groups and whether or not
 * they are sensors.
 *
 * On failure: false.
 */
exports.rt_rapier2d_world_intersection_test = (world, collider1, collider2) => _rt_rapier2d_world_intersection_test(rt.integer(world), rt.integer(collider1), rt.integer(collider2));

const _rt_rapier2d_world_cast_ray = rt.declare("rt_rapier2d_world_cast_ray", "RtRayHit", ["int64", "double", "double", "double", "double", "double"]);

/**
 * The first collider on a ray from a point along a direction of any length but 0, up to `max_dist` metres,
 * which may be infinite. Shapes are solid: from inside the distance is 0. Sensors are not hit. To hit
 * nothing is no failure.
 *
 * On failure: hit false, collider 0, distance 0.0.
 */
exports.rt_rapier2d_world_cast_ray = (world, origin_x, origin_y, dir_x, dir_y, max_dist) => rt.takeStructure("RtRayHit", _rt_rapier2d_world_cast_ray(rt.integer(world), origin_x, origin_y, dir_x, dir_y, max_dist));

const _rt_rapier2d_joint_distance = rt.declare("rt_rapier2d_joint_distance", "int64", ["int64", "int64", "int64", "double", "double", "double", "double", "double"]);

/**
 * Holds two points, one of each body and in that body's coordinates, `distance` metres apart, above 0: a
 * massless rod. Bodies that a joint ties still collide with each other; see
 * `rt_rapier2d_joint_set_contacts`. The world owns the joint.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_joint_distance = (world, body1, body2, anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance) => _rt_rapier2d_joint_distance(rt.integer(world), rt.integer(body1), rt.integer(body2), anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance);

const _rt_rapier2d_joint_revolute = rt.declare("rt_rapier2d_joint_revolute", "int64", ["int64", "int64", "int64", "double", "double"]);

/**
 * A hinge at a point of the world, which both bodies keep there. Its angle is 0 as they are now and grows
 * as `body2` turns counter-clockwise.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_joint_revolute = (world, body1, body2, anchor_x, anchor_y) => _rt_rapier2d_joint_revolute(rt.integer(world), rt.integer(body1), rt.integer(body2), anchor_x, anchor_y);

const _rt_rapier2d_joint_prismatic = rt.declare("rt_rapier2d_joint_prismatic", "int64", ["int64", "int64", "int64", "double", "double"]);

/**
 * Lets `body2` slide along an axis, given in `body1`'s coordinates with any length but 0, without turning.
 * Its position is 0 m as they are now and grows along the axis.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_joint_prismatic = (world, body1, body2, axis_x, axis_y) => _rt_rapier2d_joint_prismatic(rt.integer(world), rt.integer(body1), rt.integer(body2), axis_x, axis_y);

const _rt_rapier2d_joint_fixed = rt.declare("rt_rapier2d_joint_fixed", "int64", ["int64", "int64", "int64"]);

/**
 * Keeps two bodies as they are now relative to each other.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_joint_fixed = (world, body1, body2) => _rt_rapier2d_joint_fixed(rt.integer(world), rt.integer(body1), rt.integer(body2));

const _rt_rapier2d_joint_free = rt.declare("rt_rapier2d_joint_free", "bool", ["int64", "int64"]);

/**
 * Frees the joint; its bodies go on without it, awake.
 *
 * On failure: false.
 */
exports.rt_rapier2d_joint_free = (world, handle) => _rt_rapier2d_joint_free(rt.integer(world), rt.integer(handle));

const _rt_rapier2d_joint_set_limits = rt.declare("rt_rapier2d_joint_set_limits", "bool", ["int64", "int64", "double", "double"]);

/**
 * Keeps a revolute joint's angle (radians, less than a full turn apart) or a prismatic joint's position
 * (metres) from `min` to `max`.
 *
 * On failure: false.
 */
exports.rt_rapier2d_joint_set_limits = (world, joint, min, max) => _rt_rapier2d_joint_set_limits(rt.integer(world), rt.integer(joint), min, max);

const _rt_rapier2d_joint_set_motor = rt.declare("rt_rapier2d_joint_set_motor", "bool", ["int64", "int64", "double", "double"]);

/**
 * Drives a revolute joint towards `target_vel` rad/s, or a prismatic one towards m/s, with a torque (N·m)
 * or force (N) of at most `max_force`, which may be infinite. With 0 the joint moves freely.
 *
 * On failure: false.
 */
exports.rt_rapier2d_joint_set_motor = (world, joint, target_vel, max_force) => _rt_rapier2d_joint_set_motor(rt.integer(world), rt.integer(joint), target_vel, max_force);

const _rt_rapier2d_world_body_count = rt.declare("rt_rapier2d_world_body_count", "int64", ["int64"]);

/**
 * How many bodies the world has.
 *
 * On failure: -1.
 */
exports.rt_rapier2d_world_body_count = (world) => _rt_rapier2d_world_body_count(rt.integer(world));

const _rt_rapier2d_world_collider_count = rt.declare("rt_rapier2d_world_collider_count", "int64", ["int64"]);

/**
 * How many colliders the world has.
 *
 * On failure: -1.
 */
exports.rt_rapier2d_world_collider_count = (world) => _rt_rapier2d_world_collider_count(rt.integer(world));

const _rt_rapier2d_world_joint_count = rt.declare("rt_rapier2d_world_joint_count", "int64", ["int64"]);

/**
 * How many joints the world has.
 *
 * On failure: -1.
 */
exports.rt_rapier2d_world_joint_count = (world) => _rt_rapier2d_world_joint_count(rt.integer(world));

const _rt_rapier2d_get_last_error = rt.declare("rt_rapier2d_get_last_error", "void *", []);

/**
 * Why this thread's last failed rapier2d call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 */
exports.rt_rapier2d_get_last_error = () => rt.takeText(_rt_rapier2d_get_last_error());

const _rt_rapier2d_body_get_type = rt.declare("rt_rapier2d_body_get_type", "int64", ["int64", "int64"]);

/**
 * What moves the body: 0 dynamic, 1 static, 2 kinematic; −1 on failure.
 *
 * On failure: -1.
 */
exports.rt_rapier2d_body_get_type = (world, handle) => _rt_rapier2d_body_get_type(rt.integer(world), rt.integer(handle));

const _rt_rapier2d_body_set_type = rt.declare("rt_rapier2d_body_set_type", "bool", ["int64", "int64", "int64"]);

/**
 * Changes what moves the body: 0 dynamic, 1 static, 2 kinematic. Wakes it.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_set_type = (world, handle, body_type) => _rt_rapier2d_body_set_type(rt.integer(world), rt.integer(handle), rt.integer(body_type));

const _rt_rapier2d_body_set_enabled = rt.declare("rt_rapier2d_body_set_enabled", "bool", ["int64", "int64", "bool"]);

/**
 * Takes the body with its colliders and joints out of the simulation, or puts it back in. A step does so
 * itself with a body whose numbers have grown beyond all bounds.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_set_enabled = (world, handle, enabled) => _rt_rapier2d_body_set_enabled(rt.integer(world), rt.integer(handle), enabled);

const _rt_rapier2d_body_is_enabled = rt.declare("rt_rapier2d_body_is_enabled", "bool", ["int64", "int64"]);

/**
 * True where the body is in the simulation.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_is_enabled = (world, handle) => _rt_rapier2d_body_is_enabled(rt.integer(world), rt.integer(handle));

const _rt_rapier2d_body_move_to = rt.declare("rt_rapier2d_body_move_to", "bool", ["int64", "int64", "double", "double", "double"]);

/**
 * Sends a kinematic body somewhere: the next step moves it there, pushing what is in the way as fast as
 * that takes, and then it stands still.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_move_to = (world, handle, x, y, rotation) => _rt_rapier2d_body_move_to(rt.integer(world), rt.integer(handle), x, y, rotation);

const _rt_rapier2d_body_apply_force_at = rt.declare("rt_rapier2d_body_apply_force_at", "bool", ["int64", "int64", "double", "double", "double", "double", "bool"]);

/**
 * Pushes a dynamic body with a force in newtons at a point of the world, during the next step only.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_apply_force_at = (world, handle, fx, fy, x, y, wake_up) => _rt_rapier2d_body_apply_force_at(rt.integer(world), rt.integer(handle), fx, fy, x, y, wake_up);

const _rt_rapier2d_body_apply_impulse_at = rt.declare("rt_rapier2d_body_apply_impulse_at", "bool", ["int64", "int64", "double", "double", "double", "double", "bool"]);

/**
 * Changes a dynamic body's velocity and spin at once by an impulse in newton seconds at a point of the
 * world.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_apply_impulse_at = (world, handle, ix, iy, x, y, wake_up) => _rt_rapier2d_body_apply_impulse_at(rt.integer(world), rt.integer(handle), ix, iy, x, y, wake_up);

const _rt_rapier2d_body_apply_angular_impulse = rt.declare("rt_rapier2d_body_apply_angular_impulse", "bool", ["int64", "int64", "double", "bool"]);

/**
 * Changes a dynamic body's spin at once by an angular impulse in newton metre seconds.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_apply_angular_impulse = (world, handle, impulse, wake_up) => _rt_rapier2d_body_apply_angular_impulse(rt.integer(world), rt.integer(handle), impulse, wake_up);

const _rt_rapier2d_body_get_inertia = rt.declare("rt_rapier2d_body_get_inertia", "double", ["int64", "int64"]);

/**
 * The body's moment of inertia about its centre of mass in kg·m²; 0 where it has none and does not turn.
 *
 * On failure: 0.0.
 */
exports.rt_rapier2d_body_get_inertia = (world, handle) => _rt_rapier2d_body_get_inertia(rt.integer(world), rt.integer(handle));

const _rt_rapier2d_body_get_center_of_mass = rt.declare("rt_rapier2d_body_get_center_of_mass", "RtPhysicsVector", ["int64", "int64"]);

/**
 * The body's centre of mass, as a point of the world.
 *
 * On failure: x 0.0, y 0.0.
 */
exports.rt_rapier2d_body_get_center_of_mass = (world, handle) => rt.takeStructure("RtPhysicsVector", _rt_rapier2d_body_get_center_of_mass(rt.integer(world), rt.integer(handle)));

const _rt_rapier2d_body_predict_position = rt.declare("rt_rapier2d_body_predict_position", "RtBodyPosition", ["int64", "int64", "double"]);

/**
 * Where the body will be after `dt` seconds, 0 to 1, at its present velocity, were nothing in the way.
 *
 * On failure: x 0.0, y 0.0, rotation 0.0.
 */
exports.rt_rapier2d_body_predict_position = (world, handle, dt) => rt.takeStructure("RtBodyPosition", _rt_rapier2d_body_predict_position(rt.integer(world), rt.integer(handle), dt));

const _rt_rapier2d_body_set_gravity_scale = rt.declare("rt_rapier2d_body_set_gravity_scale", "bool", ["int64", "int64", "double"]);

/**
 * Multiplies the gravity that acts on the body; 1 in a new body, 0 for none, below 0 to rise. Wakes it.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_set_gravity_scale = (world, handle, scale) => _rt_rapier2d_body_set_gravity_scale(rt.integer(world), rt.integer(handle), scale);

const _rt_rapier2d_body_lock_rotation = rt.declare("rt_rapier2d_body_lock_rotation", "bool", ["int64", "int64", "bool"]);

/**
 * Keeps the body from turning, or lets it turn again.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_lock_rotation = (world, handle, locked) => _rt_rapier2d_body_lock_rotation(rt.integer(world), rt.integer(handle), locked);

const _rt_rapier2d_body_set_can_sleep = rt.declare("rt_rapier2d_body_set_can_sleep", "bool", ["int64", "int64", "bool"]);

/**
 * Whether the body falls asleep when it rests, as a new one does.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_set_can_sleep = (world, handle, can_sleep) => _rt_rapier2d_body_set_can_sleep(rt.integer(world), rt.integer(handle), can_sleep);

const _rt_rapier2d_body_set_ccd = rt.declare("rt_rapier2d_body_set_ccd", "bool", ["int64", "int64", "bool"]);

/**
 * Full continuous collision detection for a fast dynamic body: it cannot pass through moving bodies
 * between two steps either. Static colliders stop every fast body as it is.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_set_ccd = (world, handle, enabled) => _rt_rapier2d_body_set_ccd(rt.integer(world), rt.integer(handle), enabled);

const _rt_rapier2d_body_set_fast_rotation = rt.declare("rt_rapier2d_body_set_fast_rotation", "bool", ["int64", "int64", "bool"]);

/**
 * Lets the body turn by more than 45° in a substep, of which a step has 4: a wheel, say. A new body may not,
 * so that continuous collision detection stays exact.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_set_fast_rotation = (world, handle, allowed) => _rt_rapier2d_body_set_fast_rotation(rt.integer(world), rt.integer(handle), allowed);

const _rt_rapier2d_body_set_user_data = rt.declare("rt_rapier2d_body_set_user_data", "bool", ["int64", "int64", "int64"]);

/**
 * A number of the host's own, kept with the body and in snapshots; 0 in a new body.
 *
 * On failure: false.
 */
exports.rt_rapier2d_body_set_user_data = (world, handle, user_data) => _rt_rapier2d_body_set_user_data(rt.integer(world), rt.integer(handle), rt.integer(user_data));

const _rt_rapier2d_body_get_user_data = rt.declare("rt_rapier2d_body_get_user_data", "int64", ["int64", "int64"]);

/**
 * The number that `rt_rapier2d_body_set_user_data` left; 0 on failure.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_body_get_user_data = (world, handle) => _rt_rapier2d_body_get_user_data(rt.integer(world), rt.integer(handle));

const _rt_rapier2d_body_get_colliders = rt.declare("rt_rapier2d_body_get_colliders", "RtI64Array", ["int64", "int64"]);

/**
 * The handles of the body's colliders.
 *
 * On failure: [].
 */
exports.rt_rapier2d_body_get_colliders = (world, handle) => rt.takeIntegers(_rt_rapier2d_body_get_colliders(rt.integer(world), rt.integer(handle)));

const _rt_rapier2d_world_get_bodies = rt.declare("rt_rapier2d_world_get_bodies", "RtI64Array", ["int64"]);

/**
 * The handles of all bodies, in the order of all bulk calls: it changes only when bodies come and go, and a
 * restored world has the same.
 *
 * On failure: [].
 */
exports.rt_rapier2d_world_get_bodies = (world) => rt.takeIntegers(_rt_rapier2d_world_get_bodies(rt.integer(world)));

const _rt_rapier2d_world_get_colliders = rt.declare("rt_rapier2d_world_get_colliders", "RtI64Array", ["int64"]);

/**
 * The handles of all colliders, in an order that a restored world shares.
 *
 * On failure: [].
 */
exports.rt_rapier2d_world_get_colliders = (world) => rt.takeIntegers(_rt_rapier2d_world_get_colliders(rt.integer(world)));

const _rt_rapier2d_world_get_joints = rt.declare("rt_rapier2d_world_get_joints", "RtI64Array", ["int64"]);

/**
 * The handles of all joints, in an order that a restored world shares.
 *
 * On failure: [].
 */
exports.rt_rapier2d_world_get_joints = (world) => rt.takeIntegers(_rt_rapier2d_world_get_joints(rt.integer(world)));

const _rt_rapier2d_world_get_transforms = rt.declare("rt_rapier2d_world_get_transforms", "RtF64Array", ["int64"]);

/**
 * Where all bodies are: x, y and rotation of each, in the order of `rt_rapier2d_world_get_bodies`.
 *
 * On failure: [].
 */
exports.rt_rapier2d_world_get_transforms = (world) => rt.takeFloats(_rt_rapier2d_world_get_transforms(rt.integer(world)));

const _rt_rapier2d_world_get_velocities = rt.declare("rt_rapier2d_world_get_velocities", "RtF64Array", ["int64"]);

/**
 * How fast all bodies move: vx, vy and spin of each, in the order of `rt_rapier2d_world_get_bodies`.
 *
 * On failure: [].
 */
exports.rt_rapier2d_world_get_velocities = (world) => rt.takeFloats(_rt_rapier2d_world_get_velocities(rt.integer(world)));

const _rt_rapier2d_world_get_transform_bytes = rt.declare("rt_rapier2d_world_get_transform_bytes", "RtBytes", ["int64"]);

/**
 * Where all bodies are as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation,
 * 16 bytes each, in the order of `rt_rapier2d_world_get_bodies`.
 *
 * On failure: [].
 */
exports.rt_rapier2d_world_get_transform_bytes = (world) => rt.takeBytes(_rt_rapier2d_world_get_transform_bytes(rt.integer(world)));

const _rt_rapier2d_collider_set_groups = rt.declare("rt_rapier2d_collider_set_groups", "bool", ["int64", "int64", "int64", "int64"]);

/**
 * Which colliders this one meets: `memberships` are the groups that it belongs to and `filter` those it
 * meets, 32 of them, a bit each. Two colliders meet where each one's filter has a group of the other.
 *
 * On failure: false.
 */
exports.rt_rapier2d_collider_set_groups = (world, handle, memberships, filter) => _rt_rapier2d_collider_set_groups(rt.integer(world), rt.integer(handle), rt.integer(memberships), rt.integer(filter));

const _rt_rapier2d_collider_get_position = rt.declare("rt_rapier2d_collider_get_position", "RtBodyPosition", ["int64", "int64"]);

/**
 * Where the collider is in the world.
 *
 * On failure: x 0.0, y 0.0, rotation 0.0.
 */
exports.rt_rapier2d_collider_get_position = (world, handle) => rt.takeStructure("RtBodyPosition", _rt_rapier2d_collider_get_position(rt.integer(world), rt.integer(handle)));

const _rt_rapier2d_collider_get_body = rt.declare("rt_rapier2d_collider_get_body", "int64", ["int64", "int64"]);

/**
 * The handle of the body that the collider belongs to.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_collider_get_body = (world, handle) => _rt_rapier2d_collider_get_body(rt.integer(world), rt.integer(handle));

const _rt_rapier2d_collider_set_user_data = rt.declare("rt_rapier2d_collider_set_user_data", "bool", ["int64", "int64", "int64"]);

/**
 * A number of the host's own, kept with the collider and in snapshots; 0 in a new collider.
 *
 * On failure: false.
 */
exports.rt_rapier2d_collider_set_user_data = (world, handle, user_data) => _rt_rapier2d_collider_set_user_data(rt.integer(world), rt.integer(handle), rt.integer(user_data));

const _rt_rapier2d_collider_get_user_data = rt.declare("rt_rapier2d_collider_get_user_data", "int64", ["int64", "int64"]);

/**
 * The number that `rt_rapier2d_collider_set_user_data` left; 0 on failure.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_collider_get_user_data = (world, handle) => _rt_rapier2d_collider_get_user_data(rt.integer(world), rt.integer(handle));

const _rt_rapier2d_contacts_values = rt.declare("rt_rapier2d_contacts_values", "RtF64Array", ["int64"]);

/**
 * All touching points at once: point x, y, normal x, y and penetration of each.
 *
 * On failure: [].
 */
exports.rt_rapier2d_contacts_values = (contacts) => rt.takeFloats(_rt_rapier2d_contacts_values(rt.integer(contacts)));

const _rt_rapier2d_contacts_colliders = rt.declare("rt_rapier2d_contacts_colliders", "RtI64Array", ["int64"]);

/**
 * The two colliders of each touching point, in the same order.
 *
 * On failure: [].
 */
exports.rt_rapier2d_contacts_colliders = (contacts) => rt.takeIntegers(_rt_rapier2d_contacts_colliders(rt.integer(contacts)));

const _rt_rapier2d_contacts_bytes = rt.declare("rt_rapier2d_contacts_bytes", "RtBytes", ["int64"]);

/**
 * All touching points as packed 32-bit floats for a GPU's buffer: point x, y and normal x, y, 16 bytes each.
 *
 * On failure: [].
 */
exports.rt_rapier2d_contacts_bytes = (contacts) => rt.takeBytes(_rt_rapier2d_contacts_bytes(rt.integer(contacts)));

const _rt_rapier2d_world_get_collision_events = rt.declare("rt_rapier2d_world_get_collision_events", "int64", ["int64"]);

/**
 * What started and stopped touching during the last step, sensors included: an object that the caller
 * frees with `rt_rapier2d_collision_events_free`. The next step forgets them, so ask after each. Two bodies
 * that are both static, or a static and a kinematic one, or two kinematic ones, make none unless one of the
 * two colliders is a sensor; two static bodies make none at all.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_world_get_collision_events = (world) => _rt_rapier2d_world_get_collision_events(rt.integer(world));

const _rt_rapier2d_collision_events_count = rt.declare("rt_rapier2d_collision_events_count", "int64", ["int64"]);

/**
 * How many events there are.
 *
 * On failure: -1.
 */
exports.rt_rapier2d_collision_events_count = (events) => _rt_rapier2d_collision_events_count(rt.integer(events));

const _rt_rapier2d_collision_events_get = rt.declare("rt_rapier2d_collision_events_get", "RtCollisionEvent", ["int64", "int64"]);

/**
 * The event at `index`, in the order they happened.
 *
 * On failure: collider1 0, collider2 0, started false, sensor false.
 */
exports.rt_rapier2d_collision_events_get = (events, index) => rt.takeStructure("RtCollisionEvent", _rt_rapier2d_collision_events_get(rt.integer(events), rt.integer(index)));

const _rt_rapier2d_collision_events_free = rt.declare("rt_rapier2d_collision_events_free", "bool", ["int64"]);

/**
 * Frees the events.
 *
 * On failure: false.
 */
exports.rt_rapier2d_collision_events_free = (events) => _rt_rapier2d_collision_events_free(rt.integer(events));

const _rt_rapier2d_joint_set_contacts = rt.declare("rt_rapier2d_joint_set_contacts", "bool", ["int64", "int64", "bool"]);

/**
 * Whether the two bodies of the joint collide with each other, as they do at first.
 *
 * On failure: false.
 */
exports.rt_rapier2d_joint_set_contacts = (world, joint, enabled) => _rt_rapier2d_joint_set_contacts(rt.integer(world), rt.integer(joint), enabled);

const _rt_rapier2d_joint_get_position = rt.declare("rt_rapier2d_joint_get_position", "double", ["int64", "int64"]);

/**
 * Where the joint is: a revolute joint's angle in radians, above −π and up to π, a prismatic joint's
 * position in metres, a distance joint's length.
 *
 * On failure: 0.0.
 */
exports.rt_rapier2d_joint_get_position = (world, joint) => _rt_rapier2d_joint_get_position(rt.integer(world), rt.integer(joint));

const _rt_rapier2d_available = rt.declare("rt_rapier2d_available", "bool", []);

/**
 * True where this build holds the rapier2d library, as it does where this links.
 */
exports.rt_rapier2d_available = () => _rt_rapier2d_available();

const _rt_rapier2d_clear_error = rt.declare("rt_rapier2d_clear_error", "void", []);

/**
 * Forgets why this thread's last failed rapier2d call failed.
 */
exports.rt_rapier2d_clear_error = () => _rt_rapier2d_clear_error();

const _rt_rapier2d_version = rt.declare("rt_rapier2d_version", "void *", []);

/**
 * The version of the wrapped library, the crate `rapier2d-f64`.
 */
exports.rt_rapier2d_version = () => rt.takeText(_rt_rapier2d_version());

const _rt_rapier2d_world_cast_ray_filtered = rt.declare("rt_rapier2d_world_cast_ray_filtered", "RtCastHit", ["int64", "double", "double", "double", "double", "double", "int64", "int64", "bool", "int64"]);

/**
 * A ray as in `rt_rapier2d_world_cast_ray` that also says where it hits, and is choosy: it hits what the
 * groups of `memberships` and `filter` meet (4294967295 for all), sensors too where `sensors` is true, and
 * no collider of `exclude_body`, which may be 0.
 *
 * On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
 */
exports.rt_rapier2d_world_cast_ray_filtered = (world, origin_x, origin_y, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body) => rt.takeStructure("RtCastHit", _rt_rapier2d_world_cast_ray_filtered(rt.integer(world), origin_x, origin_y, dir_x, dir_y, max_dist, rt.integer(memberships), rt.integer(filter), sensors, rt.integer(exclude_body)));

const _rt_rapier2d_world_cast_circle = rt.declare("rt_rapier2d_world_cast_circle", "RtCastHit", ["int64", "double", "double", "double", "double", "double", "double", "int64", "int64", "bool", "int64"]);

/**
 * The first collider that a circle touches on its way from a point along a direction, choosy as in
 * `rt_rapier2d_world_cast_ray_filtered`. The distance is how far its centre goes.
 *
 * On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
 */
exports.rt_rapier2d_world_cast_circle = (world, x, y, radius, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body) => rt.takeStructure("RtCastHit", _rt_rapier2d_world_cast_circle(rt.integer(world), x, y, radius, dir_x, dir_y, max_dist, rt.integer(memberships), rt.integer(filter), sensors, rt.integer(exclude_body)));

const _rt_rapier2d_world_query_point = rt.declare("rt_rapier2d_world_query_point", "RtI64Array", ["int64", "double", "double"]);

/**
 * The colliders that a point is in, sensors too.
 *
 * On failure: [].
 */
exports.rt_rapier2d_world_query_point = (world, x, y) => rt.takeIntegers(_rt_rapier2d_world_query_point(rt.integer(world), x, y));

const _rt_rapier2d_world_query_nearest = rt.declare("rt_rapier2d_world_query_nearest", "RtNearestCollider", ["int64", "double", "double", "double"]);

/**
 * The collider closest to a point, no farther than `max_dist` metres, which may be infinite; sensors too.
 *
 * On failure: found false, collider 0, distance 0.0, x 0.0, y 0.0, inside false.
 */
exports.rt_rapier2d_world_query_nearest = (world, x, y, max_dist) => rt.takeStructure("RtNearestCollider", _rt_rapier2d_world_query_nearest(rt.integer(world), x, y, max_dist));

const _rt_rapier2d_world_query_circle = rt.declare("rt_rapier2d_world_query_circle", "RtI64Array", ["int64", "double", "double", "double"]);

/**
 * The colliders that overlap or touch a circle, sensors too.
 *
 * On failure: [].
 */
exports.rt_rapier2d_world_query_circle = (world, x, y, radius) => rt.takeIntegers(_rt_rapier2d_world_query_circle(rt.integer(world), x, y, radius));

const _rt_rapier2d_world_query_box = rt.declare("rt_rapier2d_world_query_box", "RtI64Array", ["int64", "double", "double", "double", "double", "double"]);

/**
 * The colliders that overlap or touch a box of twice these sizes about a point, turned by `rotation`;
 * sensors too.
 *
 * On failure: [].
 */
exports.rt_rapier2d_world_query_box = (world, x, y, half_width, half_height, rotation) => rt.takeIntegers(_rt_rapier2d_world_query_box(rt.integer(world), x, y, half_width, half_height, rotation));

const _rt_rapier2d_world_snapshot = rt.declare("rt_rapier2d_world_snapshot", "RtBytes", ["int64"]);

/**
 * The whole world as bytes: bodies, colliders, joints, contacts, settings and user data. A world restored
 * from them goes on exactly as this one does, bit for bit, also in another process of the same build on a
 * machine of the same kind.
 *
 * On failure: [].
 */
exports.rt_rapier2d_world_snapshot = (world) => rt.takeBytes(_rt_rapier2d_world_snapshot(rt.integer(world)));

const _rt_rapier2d_world_restore = rt.declare("rt_rapier2d_world_restore", "int64", ["void *", "int64"]);

/**
 * A new world from a snapshot, with handles of its own: its bodies, colliders and joints are in the same
 * order in `rt_rapier2d_world_get_bodies` and its like. Damaged bytes are refused; bytes that were forged on
 * purpose are not recognised, so restore only what you wrote.
 *
 * On failure: 0.
 */
exports.rt_rapier2d_world_restore = (snapshot) => _rt_rapier2d_world_restore(...rt.bytes(snapshot));

const _rt_rapier2d_world_get_gravity = rt.declare("rt_rapier2d_world_get_gravity", "RtPhysicsVector", ["int64"]);

/**
 * The gravity in m/s².
 *
 * On failure: x 0.0, y 0.0.
 */
exports.rt_rapier2d_world_get_gravity = (world) => rt.takeStructure("RtPhysicsVector", _rt_rapier2d_world_get_gravity(rt.integer(world)));

const _rt_rapier2d_world_set_iterations = rt.declare("rt_rapier2d_world_set_iterations", "bool", ["int64", "int64"]);

/**
 * How often the solver works through contacts and joints in a step, 1 to 100; 4 in a new world. More is
 * stiffer and slower.
 *
 * On failure: false.
 */
exports.rt_rapier2d_world_set_iterations = (world, iterations) => _rt_rapier2d_world_set_iterations(rt.integer(world), rt.integer(iterations));

const _rt_rapier2d_world_set_max_speed = rt.declare("rt_rapier2d_world_set_max_speed", "bool", ["int64", "double"]);

/**
 * The speed in m/s that no body exceeds, 400 in a new world: it keeps a scene that bursts apart in reach of
 * continuous collision detection. Infinity for none.
 *
 * On failure: false.
 */
exports.rt_rapier2d_world_set_max_speed = (world, speed) => _rt_rapier2d_world_set_max_speed(rt.integer(world), speed);

/**
 * A world: freed by `close()`, or when JavaScript forgets it.
 */
class World extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_rapier2d_world_free, handle);
  }

  /**
   * An empty world with this gravity in m/s², (0, −9.81) on Earth with y up. The caller frees it.
   *
   * On failure: 0.
   */
  static new(gravity_x, gravity_y) {
    const result = _rt_rapier2d_world_new(gravity_x, gravity_y);
    if (result == 0) check();
    return World.wrap(result, null, true);
  }

  /**
   * A new world from a snapshot, with handles of its own: its bodies, colliders and joints are in the same
   * order in `rt_rapier2d_world_get_bodies` and its like. Damaged bytes are refused; bytes that were forged on
   * purpose are not recognised, so restore only what you wrote.
   *
   * On failure: 0.
   */
  static restore(snapshot) {
    const result = _rt_rapier2d_world_restore(...rt.bytes(snapshot));
    if (result == 0) check();
    return World.wrap(result, null, true);
  }

  /**
   * Advances the world by `dt` seconds, above 0 and at most 1. Steps of equal length, 1/60 or 1/120, behave
   * best. Speeds above 400 m/s (see `rt_rapier2d_world_set_max_speed`) and turns of more than 45° a substep
   * (see `rt_rapier2d_body_set_fast_rotation`) are cut down to that.
   *
   * On failure: false.
   */
  step(dt) {
    const result = _rt_rapier2d_world_step(this.handle, dt);
    if (!result) check();
    return result;
  }

  /**
   * Changes the gravity, in m/s², and wakes every body.
   *
   * On failure: false.
   */
  setGravity(x, y) {
    const result = _rt_rapier2d_world_set_gravity(this.handle, x, y);
    if (!result) check();
    return result;
  }

  /**
   * A dynamic body: gravity, forces and contacts move it. It weighs what its colliders weigh, or what
   * `rt_rapier2d_body_set_mass` says; without either, neither gravity nor forces move it. The world owns it.
   *
   * On failure: 0.
   */
  bodyNewDynamic(x, y, rotation) {
    const result = _rt_rapier2d_body_new_dynamic(this.handle, x, y, rotation);
    if (result == 0) check();
    return Body.wrap(result, this, true);
  }

  /**
   * A static body: nothing moves it but `rt_rapier2d_body_set_position`. The world owns it.
   *
   * On failure: 0.
   */
  bodyNewStatic(x, y, rotation) {
    const result = _rt_rapier2d_body_new_static(this.handle, x, y, rotation);
    if (result == 0) check();
    return Body.wrap(result, this, true);
  }

  /**
   * A kinematic body: it moves at the velocity that it is given, or where `rt_rapier2d_body_move_to` sends
   * it, pushes dynamic bodies, and is pushed by none. The world owns it.
   *
   * On failure: 0.
   */
  bodyNewKinematic(x, y, rotation) {
    const result = _rt_rapier2d_body_new_kinematic(this.handle, x, y, rotation);
    if (result == 0) check();
    return Body.wrap(result, this, true);
  }

  /**
   * A circle about the body's origin. A new collider has density 1 kg/m², friction 0.5, restitution 0, no
   * offset, is solid, and belongs to and meets all groups.
   *
   * On failure: 0.
   */
  colliderNewCircle(body, radius) {
    const result = _rt_rapier2d_collider_new_circle(this.handle, rt.handle(body), radius);
    if (result == 0) check();
    return Collider.wrap(result, this, true);
  }

  /**
   * A box of twice these sizes about the body's origin.
   *
   * On failure: 0.
   */
  colliderNewBox(body, half_width, half_height) {
    const result = _rt_rapier2d_collider_new_box(this.handle, rt.handle(body), half_width, half_height);
    if (result == 0) check();
    return Collider.wrap(result, this, true);
  }

  /**
   * A capsule about the body's origin: all points no farther than `radius` from the segment that goes from
   * `half_height` below to `half_height` above it, along the body's y axis.
   *
   * On failure: 0.
   */
  colliderNewCapsule(body, half_height, radius) {
    const result = _rt_rapier2d_collider_new_capsule(this.handle, rt.handle(body), half_height, radius);
    if (result == 0) check();
    return Collider.wrap(result, this, true);
  }

  /**
   * A polygon whose outline is `vertices`, x, y pairs in the body's coordinates, in either winding, at least
   * 3 points, which does not cross or touch itself. A convex one, of up to 16,384 points, is taken as it is;
   * another, of up to 2,048, is cut into convex pieces that together are exactly it, and is one collider all
   * the same.
   *
   * On failure: 0.
   */
  colliderNewPolygon(body, vertices) {
    const result = _rt_rapier2d_collider_new_polygon(this.handle, rt.handle(body), ...rt.floats(vertices));
    if (result == 0) check();
    return Collider.wrap(result, this, true);
  }

  /**
   * The touching points after the last step, at the places where the colliders are now, as an object that
   * the caller frees with `rt_rapier2d_contacts_free`: it does not change with the world. Sensors make none.
   *
   * On failure: 0.
   */
  getContacts() {
    const result = _rt_rapier2d_world_get_contacts(this.handle);
    if (result == 0) check();
    return Contacts.wrap(result, null, true);
  }

  /**
   * True where the two colliders overlap or touch as they are now, whatever their groups and whether or not
   * they are sensors.
   *
   * On failure: false.
   */
  intersectionTest(collider1, collider2) {
    const result = _rt_rapier2d_world_intersection_test(this.handle, rt.handle(collider1), rt.handle(collider2));
    if (!result) check();
    return result;
  }

  /**
   * The first collider on a ray from a point along a direction of any length but 0, up to `max_dist` metres,
   * which may be infinite. Shapes are solid: from inside the distance is 0. Sensors are not hit. To hit
   * nothing is no failure.
   *
   * On failure: hit false, collider 0, distance 0.0.
   */
  castRay(origin_x, origin_y, dir_x, dir_y, max_dist) {
    const result = rt.takeStructure("RtRayHit", _rt_rapier2d_world_cast_ray(this.handle, origin_x, origin_y, dir_x, dir_y, max_dist));
    if (result.hit == false && result.collider == 0 && result.distance == 0.0) check();
    return result;
  }

  /**
   * Holds two points, one of each body and in that body's coordinates, `distance` metres apart, above 0: a
   * massless rod. Bodies that a joint ties still collide with each other; see
   * `rt_rapier2d_joint_set_contacts`. The world owns the joint.
   *
   * On failure: 0.
   */
  jointDistance(body1, body2, anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance) {
    const result = _rt_rapier2d_joint_distance(this.handle, rt.handle(body1), rt.handle(body2), anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance);
    if (result == 0) check();
    return Joint.wrap(result, this, true);
  }

  /**
   * A hinge at a point of the world, which both bodies keep there. Its angle is 0 as they are now and grows
   * as `body2` turns counter-clockwise.
   *
   * On failure: 0.
   */
  jointRevolute(body1, body2, anchor_x, anchor_y) {
    const result = _rt_rapier2d_joint_revolute(this.handle, rt.handle(body1), rt.handle(body2), anchor_x, anchor_y);
    if (result == 0) check();
    return Joint.wrap(result, this, true);
  }

  /**
   * Lets `body2` slide along an axis, given in `body1`'s coordinates with any length but 0, without turning.
   * Its position is 0 m as they are now and grows along the axis.
   *
   * On failure: 0.
   */
  jointPrismatic(body1, body2, axis_x, axis_y) {
    const result = _rt_rapier2d_joint_prismatic(this.handle, rt.handle(body1), rt.handle(body2), axis_x, axis_y);
    if (result == 0) check();
    return Joint.wrap(result, this, true);
  }

  /**
   * Keeps two bodies as they are now relative to each other.
   *
   * On failure: 0.
   */
  jointFixed(body1, body2) {
    const result = _rt_rapier2d_joint_fixed(this.handle, rt.handle(body1), rt.handle(body2));
    if (result == 0) check();
    return Joint.wrap(result, this, true);
  }

  /**
   * How many bodies the world has.
   *
   * On failure: -1.
   */
  bodyCount() {
    const result = _rt_rapier2d_world_body_count(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * How many colliders the world has.
   *
   * On failure: -1.
   */
  colliderCount() {
    const result = _rt_rapier2d_world_collider_count(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * How many joints the world has.
   *
   * On failure: -1.
   */
  jointCount() {
    const result = _rt_rapier2d_world_joint_count(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * The handles of all bodies, in the order of all bulk calls: it changes only when bodies come and go, and a
   * restored world has the same.
   *
   * On failure: [].
   */
  getBodies() {
    const result = rt.takeIntegers(_rt_rapier2d_world_get_bodies(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * The handles of all colliders, in an order that a restored world shares.
   *
   * On failure: [].
   */
  getColliders() {
    const result = rt.takeIntegers(_rt_rapier2d_world_get_colliders(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * The handles of all joints, in an order that a restored world shares.
   *
   * On failure: [].
   */
  getJoints() {
    const result = rt.takeIntegers(_rt_rapier2d_world_get_joints(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * Where all bodies are: x, y and rotation of each, in the order of `rt_rapier2d_world_get_bodies`.
   *
   * On failure: [].
   */
  getTransforms() {
    const result = rt.takeFloats(_rt_rapier2d_world_get_transforms(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * How fast all bodies move: vx, vy and spin of each, in the order of `rt_rapier2d_world_get_bodies`.
   *
   * On failure: [].
   */
  getVelocities() {
    const result = rt.takeFloats(_rt_rapier2d_world_get_velocities(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * Where all bodies are as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation,
   * 16 bytes each, in the order of `rt_rapier2d_world_get_bodies`.
   *
   * On failure: [].
   */
  getTransformBytes() {
    const result = rt.takeBytes(_rt_rapier2d_world_get_transform_bytes(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * What started and stopped touching during the last step, sensors included: an object that the caller
   * frees with `rt_rapier2d_collision_events_free`. The next step forgets them, so ask after each. Two bodies
   * that are both static, or a static and a kinematic one, or two kinematic ones, make none unless one of the
   * two colliders is a sensor; two static bodies make none at all.
   *
   * On failure: 0.
   */
  getCollisionEvents() {
    const result = _rt_rapier2d_world_get_collision_events(this.handle);
    if (result == 0) check();
    return CollisionEvents.wrap(result, null, true);
  }

  /**
   * A ray as in `rt_rapier2d_world_cast_ray` that also says where it hits, and is choosy: it hits what the
   * groups of `memberships` and `filter` meet (4294967295 for all), sensors too where `sensors` is true, and
   * no collider of `exclude_body`, which may be 0.
   *
   * On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
   */
  castRayFiltered(origin_x, origin_y, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body) {
    const result = rt.takeStructure("RtCastHit", _rt_rapier2d_world_cast_ray_filtered(this.handle, origin_x, origin_y, dir_x, dir_y, max_dist, rt.integer(memberships), rt.integer(filter), sensors, rt.handle(exclude_body)));
    if (result.hit == false && result.collider == 0 && result.distance == 0.0 && result.x == 0.0 && result.y == 0.0 && result.normal_x == 0.0 && result.normal_y == 0.0) check();
    return result;
  }

  /**
   * The first collider that a circle touches on its way from a point along a direction, choosy as in
   * `rt_rapier2d_world_cast_ray_filtered`. The distance is how far its centre goes.
   *
   * On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
   */
  castCircle(x, y, radius, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body) {
    const result = rt.takeStructure("RtCastHit", _rt_rapier2d_world_cast_circle(this.handle, x, y, radius, dir_x, dir_y, max_dist, rt.integer(memberships), rt.integer(filter), sensors, rt.handle(exclude_body)));
    if (result.hit == false && result.collider == 0 && result.distance == 0.0 && result.x == 0.0 && result.y == 0.0 && result.normal_x == 0.0 && result.normal_y == 0.0) check();
    return result;
  }

  /**
   * The colliders that a point is in, sensors too.
   *
   * On failure: [].
   */
  queryPoint(x, y) {
    const result = rt.takeIntegers(_rt_rapier2d_world_query_point(this.handle, x, y));
    if (result.length === 0) check();
    return result;
  }

  /**
   * The collider closest to a point, no farther than `max_dist` metres, which may be infinite; sensors too.
   *
   * On failure: found false, collider 0, distance 0.0, x 0.0, y 0.0, inside false.
   */
  queryNearest(x, y, max_dist) {
    const result = rt.takeStructure("RtNearestCollider", _rt_rapier2d_world_query_nearest(this.handle, x, y, max_dist));
    if (result.found == false && result.collider == 0 && result.distance == 0.0 && result.x == 0.0 && result.y == 0.0 && result.inside == false) check();
    return result;
  }

  /**
   * The colliders that overlap or touch a circle, sensors too.
   *
   * On failure: [].
   */
  queryCircle(x, y, radius) {
    const result = rt.takeIntegers(_rt_rapier2d_world_query_circle(this.handle, x, y, radius));
    if (result.length === 0) check();
    return result;
  }

  /**
   * The colliders that overlap or touch a box of twice these sizes about a point, turned by `rotation`;
   * sensors too.
   *
   * On failure: [].
   */
  queryBox(x, y, half_width, half_height, rotation) {
    const result = rt.takeIntegers(_rt_rapier2d_world_query_box(this.handle, x, y, half_width, half_height, rotation));
    if (result.length === 0) check();
    return result;
  }

  /**
   * The whole world as bytes: bodies, colliders, joints, contacts, settings and user data. A world restored
   * from them goes on exactly as this one does, bit for bit, also in another process of the same build on a
   * machine of the same kind.
   *
   * On failure: [].
   */
  snapshot() {
    const result = rt.takeBytes(_rt_rapier2d_world_snapshot(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * The gravity in m/s².
   *
   * On failure: x 0.0, y 0.0.
   */
  getGravity() {
    const result = rt.takeStructure("RtPhysicsVector", _rt_rapier2d_world_get_gravity(this.handle));
    if (result.x == 0.0 && result.y == 0.0) check();
    return result;
  }

  /**
   * How often the solver works through contacts and joints in a step, 1 to 100; 4 in a new world. More is
   * stiffer and slower.
   *
   * On failure: false.
   */
  setIterations(iterations) {
    const result = _rt_rapier2d_world_set_iterations(this.handle, rt.integer(iterations));
    if (!result) check();
    return result;
  }

  /**
   * The speed in m/s that no body exceeds, 400 in a new world: it keeps a scene that bursts apart in reach of
   * continuous collision detection. Infinity for none.
   *
   * On failure: false.
   */
  setMaxSpeed(speed) {
    const result = _rt_rapier2d_world_set_max_speed(this.handle, speed);
    if (!result) check();
    return result;
  }
}
exports.World = World;

/**
 * A body: it belongs to its world and is freed with it, or by `close()`.
 */
class Body extends rt.Owner {
  static collected = false;

  static release(handle, parent) {
    quietly(_rt_rapier2d_body_free, parent.handle, handle);
  }

  /**
   * Where the body is now.
   *
   * On failure: x 0.0, y 0.0, rotation 0.0.
   */
  getPosition() {
    const result = rt.takeStructure("RtBodyPosition", _rt_rapier2d_body_get_position(this.parent.handle, this.handle));
    if (result.x == 0.0 && result.y == 0.0 && result.rotation == 0.0) check();
    return result;
  }

  /**
   * Puts the body somewhere at once, without moving through what is between, and wakes it. Its velocity
   * stays. Queries see it there from now on.
   *
   * On failure: false.
   */
  setPosition(x, y, rotation) {
    const result = _rt_rapier2d_body_set_position(this.parent.handle, this.handle, x, y, rotation);
    if (!result) check();
    return result;
  }

  /**
   * How fast the body moves.
   *
   * On failure: vx 0.0, vy 0.0, angular 0.0.
   */
  getVelocity() {
    const result = rt.takeStructure("RtBodyVelocity", _rt_rapier2d_body_get_velocity(this.parent.handle, this.handle));
    if (result.vx == 0.0 && result.vy == 0.0 && result.angular == 0.0) check();
    return result;
  }

  /**
   * Gives a dynamic or kinematic body a velocity and wakes it. A kinematic body keeps it until it is given
   * another.
   *
   * On failure: false.
   */
  setVelocity(vx, vy, angular) {
    const result = _rt_rapier2d_body_set_velocity(this.parent.handle, this.handle, vx, vy, angular);
    if (!result) check();
    return result;
  }

  /**
   * Pushes a dynamic body at its centre of mass with a force in newtons, during the next step only: call
   * again before each step for a lasting push. Forces of several calls add up. A sleeping body that is not
   * woken by it does not move.
   *
   * On failure: false.
   */
  applyForce(fx, fy, wake_up) {
    const result = _rt_rapier2d_body_apply_force(this.parent.handle, this.handle, fx, fy, wake_up);
    if (!result) check();
    return result;
  }

  /**
   * Changes a dynamic body's velocity at once by an impulse in newton seconds at its centre of mass.
   *
   * On failure: false.
   */
  applyImpulse(ix, iy, wake_up) {
    const result = _rt_rapier2d_body_apply_impulse(this.parent.handle, this.handle, ix, iy, wake_up);
    if (!result) check();
    return result;
  }

  /**
   * Turns a dynamic body with a torque in newton metres, counter-clockwise, during the next step only. A body
   * without colliders has no moment of inertia and does not turn.
   *
   * On failure: false.
   */
  applyTorque(torque, wake_up) {
    const result = _rt_rapier2d_body_apply_torque(this.parent.handle, this.handle, torque, wake_up);
    if (!result) check();
    return result;
  }

  /**
   * Makes the body weigh `mass` kilograms in all, whatever colliders it has or gets; its moment of inertia is
   * that of its colliders, scaled to this mass.
   *
   * On failure: false.
   */
  setMass(mass) {
    const result = _rt_rapier2d_body_set_mass(this.parent.handle, this.handle, mass);
    if (!result) check();
    return result;
  }

  /**
   * What the body weighs in kilograms: what it was given, else the sum of its colliders.
   *
   * On failure: 0.0.
   */
  getMass() {
    const result = _rt_rapier2d_body_get_mass(this.parent.handle, this.handle);
    if (result == 0.0) check();
    return result;
  }

  /**
   * How fast the body's velocity fades, per second: with no force it falls to 1/(1 + damping·dt) in dt. 0 in
   * a new body.
   *
   * On failure: false.
   */
  setLinearDamping(damping) {
    const result = _rt_rapier2d_body_set_linear_damping(this.parent.handle, this.handle, damping);
    if (!result) check();
    return result;
  }

  /**
   * How fast the body's spin fades, per second, as with linear damping. 0 in a new body.
   *
   * On failure: false.
   */
  setAngularDamping(damping) {
    const result = _rt_rapier2d_body_set_angular_damping(this.parent.handle, this.handle, damping);
    if (!result) check();
    return result;
  }

  /**
   * True where the body rests and is left out of the simulation until something wakes it.
   *
   * On failure: false.
   */
  isSleeping() {
    const result = _rt_rapier2d_body_is_sleeping(this.parent.handle, this.handle);
    if (!result) check();
    return result;
  }

  /**
   * Wakes the body.
   *
   * On failure: false.
   */
  wakeUp() {
    const result = _rt_rapier2d_body_wake_up(this.parent.handle, this.handle);
    if (!result) check();
    return result;
  }

  /**
   * What moves the body: 0 dynamic, 1 static, 2 kinematic; −1 on failure.
   *
   * On failure: -1.
   */
  getType() {
    const result = _rt_rapier2d_body_get_type(this.parent.handle, this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * Changes what moves the body: 0 dynamic, 1 static, 2 kinematic. Wakes it.
   *
   * On failure: false.
   */
  setType(body_type) {
    const result = _rt_rapier2d_body_set_type(this.parent.handle, this.handle, rt.integer(body_type));
    if (!result) check();
    return result;
  }

  /**
   * Takes the body with its colliders and joints out of the simulation, or puts it back in. A step does so
   * itself with a body whose numbers have grown beyond all bounds.
   *
   * On failure: false.
   */
  setEnabled(enabled) {
    const result = _rt_rapier2d_body_set_enabled(this.parent.handle, this.handle, enabled);
    if (!result) check();
    return result;
  }

  /**
   * True where the body is in the simulation.
   *
   * On failure: false.
   */
  isEnabled() {
    const result = _rt_rapier2d_body_is_enabled(this.parent.handle, this.handle);
    if (!result) check();
    return result;
  }

  /**
   * Sends a kinematic body somewhere: the next step moves it there, pushing what is in the way as fast as
   * that takes, and then it stands still.
   *
   * On failure: false.
   */
  moveTo(x, y, rotation) {
    const result = _rt_rapier2d_body_move_to(this.parent.handle, this.handle, x, y, rotation);
    if (!result) check();
    return result;
  }

  /**
   * Pushes a dynamic body with a force in newtons at a point of the world, during the next step only.
   *
   * On failure: false.
   */
  applyForceAt(fx, fy, x, y, wake_up) {
    const result = _rt_rapier2d_body_apply_force_at(this.parent.handle, this.handle, fx, fy, x, y, wake_up);
    if (!result) check();
    return result;
  }

  /**
   * Changes a dynamic body's velocity and spin at once by an impulse in newton seconds at a point of the
   * world.
   *
   * On failure: false.
   */
  applyImpulseAt(ix, iy, x, y, wake_up) {
    const result = _rt_rapier2d_body_apply_impulse_at(this.parent.handle, this.handle, ix, iy, x, y, wake_up);
    if (!result) check();
    return result;
  }

  /**
   * Changes a dynamic body's spin at once by an angular impulse in newton metre seconds.
   *
   * On failure: false.
   */
  applyAngularImpulse(impulse, wake_up) {
    const result = _rt_rapier2d_body_apply_angular_impulse(this.parent.handle, this.handle, impulse, wake_up);
    if (!result) check();
    return result;
  }

  /**
   * The body's moment of inertia about its centre of mass in kg·m²; 0 where it has none and does not turn.
   *
   * On failure: 0.0.
   */
  getInertia() {
    const result = _rt_rapier2d_body_get_inertia(this.parent.handle, this.handle);
    if (result == 0.0) check();
    return result;
  }

  /**
   * The body's centre of mass, as a point of the world.
   *
   * On failure: x 0.0, y 0.0.
   */
  getCenterOfMass() {
    const result = rt.takeStructure("RtPhysicsVector", _rt_rapier2d_body_get_center_of_mass(this.parent.handle, this.handle));
    if (result.x == 0.0 && result.y == 0.0) check();
    return result;
  }

  /**
   * Where the body will be after `dt` seconds, 0 to 1, at its present velocity, were nothing in the way.
   *
   * On failure: x 0.0, y 0.0, rotation 0.0.
   */
  predictPosition(dt) {
    const result = rt.takeStructure("RtBodyPosition", _rt_rapier2d_body_predict_position(this.parent.handle, this.handle, dt));
    if (result.x == 0.0 && result.y == 0.0 && result.rotation == 0.0) check();
    return result;
  }

  /**
   * Multiplies the gravity that acts on the body; 1 in a new body, 0 for none, below 0 to rise. Wakes it.
   *
   * On failure: false.
   */
  setGravityScale(scale) {
    const result = _rt_rapier2d_body_set_gravity_scale(this.parent.handle, this.handle, scale);
    if (!result) check();
    return result;
  }

  /**
   * Keeps the body from turning, or lets it turn again.
   *
   * On failure: false.
   */
  lockRotation(locked) {
    const result = _rt_rapier2d_body_lock_rotation(this.parent.handle, this.handle, locked);
    if (!result) check();
    return result;
  }

  /**
   * Whether the body falls asleep when it rests, as a new one does.
   *
   * On failure: false.
   */
  setCanSleep(can_sleep) {
    const result = _rt_rapier2d_body_set_can_sleep(this.parent.handle, this.handle, can_sleep);
    if (!result) check();
    return result;
  }

  /**
   * Full continuous collision detection for a fast dynamic body: it cannot pass through moving bodies
   * between two steps either. Static colliders stop every fast body as it is.
   *
   * On failure: false.
   */
  setCcd(enabled) {
    const result = _rt_rapier2d_body_set_ccd(this.parent.handle, this.handle, enabled);
    if (!result) check();
    return result;
  }

  /**
   * Lets the body turn by more than 45° in a substep, of which a step has 4: a wheel, say. A new body may not,
   * so that continuous collision detection stays exact.
   *
   * On failure: false.
   */
  setFastRotation(allowed) {
    const result = _rt_rapier2d_body_set_fast_rotation(this.parent.handle, this.handle, allowed);
    if (!result) check();
    return result;
  }

  /**
   * A number of the host's own, kept with the body and in snapshots; 0 in a new body.
   *
   * On failure: false.
   */
  setUserData(user_data) {
    const result = _rt_rapier2d_body_set_user_data(this.parent.handle, this.handle, rt.integer(user_data));
    if (!result) check();
    return result;
  }

  /**
   * The number that `rt_rapier2d_body_set_user_data` left; 0 on failure.
   *
   * On failure: 0.
   */
  getUserData() {
    const result = _rt_rapier2d_body_get_user_data(this.parent.handle, this.handle);
    if (result == 0) check();
    return result;
  }

  /**
   * The handles of the body's colliders.
   *
   * On failure: [].
   */
  getColliders() {
    const result = rt.takeIntegers(_rt_rapier2d_body_get_colliders(this.parent.handle, this.handle));
    if (result.length === 0) check();
    return result;
  }
}
exports.Body = Body;

/**
 * A collider: it belongs to its world and is freed with it, or by `close()`.
 */
class Collider extends rt.Owner {
  static collected = false;

  static release(handle, parent) {
    quietly(_rt_rapier2d_collider_free, parent.handle, handle);
  }

  /**
   * Moves and turns the collider relative to its body.
   *
   * On failure: false.
   */
  setOffset(x, y, rotation) {
    const result = _rt_rapier2d_collider_set_offset(this.parent.handle, this.handle, x, y, rotation);
    if (!result) check();
    return result;
  }

  /**
   * How much of its speed a bounce gives back: 0 none, 1 all. Two colliders that meet use the average of
   * theirs. What lands flat on two corners at once comes back slower, a box to three quarters of the height:
   * the solver works through the corners one after the other.
   *
   * On failure: false.
   */
  setRestitution(coef) {
    const result = _rt_rapier2d_collider_set_restitution(this.parent.handle, this.handle, coef);
    if (!result) check();
    return result;
  }

  /**
   * The coefficient of friction. Two colliders that meet use the average of theirs.
   *
   * On failure: false.
   */
  setFriction(coef) {
    const result = _rt_rapier2d_collider_set_friction(this.parent.handle, this.handle, coef);
    if (!result) check();
    return result;
  }

  /**
   * The density in kg/m², from which its body's mass follows at once. 0 for a collider without mass.
   *
   * On failure: false.
   */
  setDensity(density) {
    const result = _rt_rapier2d_collider_set_density(this.parent.handle, this.handle, density);
    if (!result) check();
    return result;
  }

  /**
   * A sensor feels what touches it (`rt_rapier2d_world_intersection_test`, collision events) without stopping
   * it: it makes no contacts, and rays pass through. It still weighs what its density says.
   *
   * On failure: false.
   */
  setSensor(is_sensor) {
    const result = _rt_rapier2d_collider_set_sensor(this.parent.handle, this.handle, is_sensor);
    if (!result) check();
    return result;
  }

  /**
   * Which colliders this one meets: `memberships` are the groups that it belongs to and `filter` those it
   * meets, 32 of them, a bit each. Two colliders meet where each one's filter has a group of the other.
   *
   * On failure: false.
   */
  setGroups(memberships, filter) {
    const result = _rt_rapier2d_collider_set_groups(this.parent.handle, this.handle, rt.integer(memberships), rt.integer(filter));
    if (!result) check();
    return result;
  }

  /**
   * Where the collider is in the world.
   *
   * On failure: x 0.0, y 0.0, rotation 0.0.
   */
  getPosition() {
    const result = rt.takeStructure("RtBodyPosition", _rt_rapier2d_collider_get_position(this.parent.handle, this.handle));
    if (result.x == 0.0 && result.y == 0.0 && result.rotation == 0.0) check();
    return result;
  }

  /**
   * The handle of the body that the collider belongs to.
   *
   * On failure: 0.
   */
  getBody() {
    const result = _rt_rapier2d_collider_get_body(this.parent.handle, this.handle);
    if (result == 0) check();
    return Body.wrap(result, this.parent, false);
  }

  /**
   * A number of the host's own, kept with the collider and in snapshots; 0 in a new collider.
   *
   * On failure: false.
   */
  setUserData(user_data) {
    const result = _rt_rapier2d_collider_set_user_data(this.parent.handle, this.handle, rt.integer(user_data));
    if (!result) check();
    return result;
  }

  /**
   * The number that `rt_rapier2d_collider_set_user_data` left; 0 on failure.
   *
   * On failure: 0.
   */
  getUserData() {
    const result = _rt_rapier2d_collider_get_user_data(this.parent.handle, this.handle);
    if (result == 0) check();
    return result;
  }
}
exports.Collider = Collider;

/**
 * A contacts: freed by `close()`, or when JavaScript forgets it.
 */
class Contacts extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_rapier2d_contacts_free, handle);
  }

  /**
   * How many touching points there are.
   *
   * On failure: -1.
   */
  count() {
    const result = _rt_rapier2d_contacts_count(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * The touching point at `index`.
   *
   * On failure: collider1 0, collider2 0, point_x 0.0, point_y 0.0, normal_x 0.0, normal_y 0.0, penetration 0.0.
   */
  get(index) {
    const result = rt.takeStructure("RtContact", _rt_rapier2d_contacts_get(this.handle, rt.integer(index)));
    if (result.collider1 == 0 && result.collider2 == 0 && result.point_x == 0.0 && result.point_y == 0.0 && result.normal_x == 0.0 && result.normal_y == 0.0 && result.penetration == 0.0) check();
    return result;
  }

  /**
   * All touching points at once: point x, y, normal x, y and penetration of each.
   *
   * On failure: [].
   */
  values() {
    const result = rt.takeFloats(_rt_rapier2d_contacts_values(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * The two colliders of each touching point, in the same order.
   *
   * On failure: [].
   */
  colliders() {
    const result = rt.takeIntegers(_rt_rapier2d_contacts_colliders(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * All touching points as packed 32-bit floats for a GPU's buffer: point x, y and normal x, y, 16 bytes each.
   *
   * On failure: [].
   */
  bytes() {
    const result = rt.takeBytes(_rt_rapier2d_contacts_bytes(this.handle));
    if (result.length === 0) check();
    return result;
  }
}
exports.Contacts = Contacts;

/**
 * A joint: it belongs to its world and is freed with it, or by `close()`.
 */
class Joint extends rt.Owner {
  static collected = false;

  static release(handle, parent) {
    quietly(_rt_rapier2d_joint_free, parent.handle, handle);
  }

  /**
   * Keeps a revolute joint's angle (radians, less than a full turn apart) or a prismatic joint's position
   * (metres) from `min` to `max`.
   *
   * On failure: false.
   */
  setLimits(min, max) {
    const result = _rt_rapier2d_joint_set_limits(this.parent.handle, this.handle, min, max);
    if (!result) check();
    return result;
  }

  /**
   * Drives a revolute joint towards `target_vel` rad/s, or a prismatic one towards m/s, with a torque (N·m)
   * or force (N) of at most `max_force`, which may be infinite. With 0 the joint moves freely.
   *
   * On failure: false.
   */
  setMotor(target_vel, max_force) {
    const result = _rt_rapier2d_joint_set_motor(this.parent.handle, this.handle, target_vel, max_force);
    if (!result) check();
    return result;
  }

  /**
   * Whether the two bodies of the joint collide with each other, as they do at first.
   *
   * On failure: false.
   */
  setContacts(enabled) {
    const result = _rt_rapier2d_joint_set_contacts(this.parent.handle, this.handle, enabled);
    if (!result) check();
    return result;
  }

  /**
   * Where the joint is: a revolute joint's angle in radians, above −π and up to π, a prismatic joint's
   * position in metres, a distance joint's length.
   *
   * On failure: 0.0.
   */
  getPosition() {
    const result = _rt_rapier2d_joint_get_position(this.parent.handle, this.handle);
    if (result == 0.0) check();
    return result;
  }
}
exports.Joint = Joint;

/**
 * A collision events: freed by `close()`, or when JavaScript forgets it.
 */
class CollisionEvents extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_rapier2d_collision_events_free, handle);
  }

  /**
   * How many events there are.
   *
   * On failure: -1.
   */
  count() {
    const result = _rt_rapier2d_collision_events_count(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * The event at `index`, in the order they happened.
   *
   * On failure: collider1 0, collider2 0, started false, sensor false.
   */
  get(index) {
    const result = rt.takeStructure("RtCollisionEvent", _rt_rapier2d_collision_events_get(this.handle, rt.integer(index)));
    if (result.collider1 == 0 && result.collider2 == 0 && result.started == false && result.sensor == false) check();
    return result;
  }
}
exports.CollisionEvents = CollisionEvents;
