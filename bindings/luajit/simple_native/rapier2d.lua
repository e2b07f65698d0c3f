-- Rigid body physics in two dimensions.
--
-- Lengths are metres, angles radians (counter-clockwise, with y up), masses kilograms, times seconds. A
-- world holds bodies; colliders give bodies their shape and mass; joints tie two bodies together. Handles
-- belong to one world: a call that mixes worlds fails, and freeing a world makes all its bodies, colliders
-- and joints stale at once. Calls from several threads into one world take turns, and wait while it steps;
-- different worlds do not wait for each other.
--
-- Numbers are double precision inside too (the build `rapier2d-f64` of the crate `rapier2d`). Measured on
-- a pile of 1,000 bodies, a step takes 0.86 ms against 0.63 ms in single precision, 1.36 times as long.
-- For that, what a host sets it reads back exactly; ten seconds of free fall end 2e-12 m from the scheme's
-- exact sum rather than 1.9 mm; and a body that creeps at 0.1 m/s still moves ten kilometres from the
-- origin, where single precision loses every step of it.
--
-- The same calls in the same order give the same numbers, bit for bit, on one machine. Queries never change
-- how a simulation goes on.
--
-- Numbers must be finite and no larger than 1e15; sizes and masses no smaller than 1e-15.
--
-- Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

local rt = require("simple_native.runtime")
local C, M = rt.C, {}
local check, quietly = rt.failure("rapier2d")

M.World = rt.class("World", true)
M.Body = rt.class("Body", false)
M.Collider = rt.class("Collider", false)
M.Contacts = rt.class("Contacts", true)
M.Joint = rt.class("Joint", false)
M.CollisionEvents = rt.class("CollisionEvents", true)

--- An empty world with this gravity in m/s², (0, −9.81) on Earth with y up. The caller frees it.
---
--- On failure: 0.
function M.rt_rapier2d_world_new(gravity_x, gravity_y)
    return C.rt_rapier2d_world_new(gravity_x, gravity_y)
end

--- Frees the world with all its bodies, colliders and joints, whose handles are stale at once. Waits for a
--- step that another thread has under way. Contacts and events that were taken from it live on.
---
--- On failure: false.
function M.rt_rapier2d_world_free(world)
    return C.rt_rapier2d_world_free(rt.to_integer(world))
end

--- Advances the world by `dt` seconds, above 0 and at most 1. Steps of equal length, 1/60 or 1/120, behave
--- best. Speeds above 400 m/s (see `rt_rapier2d_world_set_max_speed`) and turns of more than 45° a substep
--- (see `rt_rapier2d_body_set_fast_rotation`) are cut down to that.
---
--- On failure: false.
function M.rt_rapier2d_world_step(world, dt)
    return C.rt_rapier2d_world_step(rt.to_integer(world), dt)
end

--- Changes the gravity, in m/s², and wakes every body.
---
--- On failure: false.
function M.rt_rapier2d_world_set_gravity(world, x, y)
    return C.rt_rapier2d_world_set_gravity(rt.to_integer(world), x, y)
end

--- A dynamic body: gravity, forces and contacts move it. It weighs what its colliders weigh, or what
--- `rt_rapier2d_body_set_mass` says; without either, neither gravity nor forces move it. The world owns it.
---
--- On failure: 0.
function M.rt_rapier2d_body_new_dynamic(world, x, y, rotation)
    return C.rt_rapier2d_body_new_dynamic(rt.to_integer(world), x, y, rotation)
end

--- A static body: nothing moves it but `rt_rapier2d_body_set_position`. The world owns it.
---
--- On failure: 0.
function M.rt_rapier2d_body_new_static(world, x, y, rotation)
    return C.rt_rapier2d_body_new_static(rt.to_integer(world), x, y, rotation)
end

--- A kinematic body: it moves at the velocity that it is given, or where `rt_rapier2d_body_move_to` sends
--- it, pushes dynamic bodies, and is pushed by none. The world owns it.
---
--- On failure: 0.
function M.rt_rapier2d_body_new_kinematic(world, x, y, rotation)
    return C.rt_rapier2d_body_new_kinematic(rt.to_integer(world), x, y, rotation)
end

--- Frees the body with its colliders and joints, whose handles are stale at once.
---
--- On failure: false.
function M.rt_rapier2d_body_free(world, handle)
    return C.rt_rapier2d_body_free(rt.to_integer(world), rt.to_integer(handle))
end

--- Where the body is now.
---
--- On failure: x 0.0, y 0.0, rotation 0.0.
function M.rt_rapier2d_body_get_position(world, handle)
    return rt.structures.RtBodyPosition(C.rt_rapier2d_body_get_position(rt.to_integer(world), rt.to_integer(handle)))
end

--- Puts the body somewhere at once, without moving through what is between, and wakes it. Its velocity
--- stays. Queries see it there from now on.
---
--- On failure: false.
function M.rt_rapier2d_body_set_position(world, handle, x, y, rotation)
    return C.rt_rapier2d_body_set_position(rt.to_integer(world), rt.to_integer(handle), x, y, rotation)
end

--- How fast the body moves.
---
--- On failure: vx 0.0, vy 0.0, angular 0.0.
function M.rt_rapier2d_body_get_velocity(world, handle)
    return rt.structures.RtBodyVelocity(C.rt_rapier2d_body_get_velocity(rt.to_integer(world), rt.to_integer(handle)))
end

--- Gives a dynamic or kinematic body a velocity and wakes it. A kinematic body keeps it until it is given
--- another.
---
--- On failure: false.
function M.rt_rapier2d_body_set_velocity(world, handle, vx, vy, angular)
    return C.rt_rapier2d_body_set_velocity(rt.to_integer(world), rt.to_integer(handle), vx, vy, angular)
end

--- Pushes a dynamic body at its centre of mass with a force in newtons, during the next step only: call
--- again before each step for a lasting push. Forces of several calls add up. A sleeping body that is not
--- woken by it does not move.
---
--- On failure: false.
function M.rt_rapier2d_body_apply_force(world, handle, fx, fy, wake_up)
    return C.rt_rapier2d_body_apply_force(rt.to_integer(world), rt.to_integer(handle), fx, fy, wake_up)
end

--- Changes a dynamic body's velocity at once by an impulse in newton seconds at its centre of mass.
---
--- On failure: false.
function M.rt_rapier2d_body_apply_impulse(world, handle, ix, iy, wake_up)
    return C.rt_rapier2d_body_apply_impulse(rt.to_integer(world), rt.to_integer(handle), ix, iy, wake_up)
end

--- Turns a dynamic body with a torque in newton metres, counter-clockwise, during the next step only. A body
--- without colliders has no moment of inertia and does not turn.
---
--- On failure: false.
function M.rt_rapier2d_body_apply_torque(world, handle, torque, wake_up)
    return C.rt_rapier2d_body_apply_torque(rt.to_integer(world), rt.to_integer(handle), torque, wake_up)
end

--- Makes the body weigh `mass` kilograms in all, whatever colliders it has or gets; its moment of inertia is
--- that of its colliders, scaled to this mass.
---
--- On failure: false.
function M.rt_rapier2d_body_set_mass(world, handle, mass)
    return C.rt_rapier2d_body_set_mass(rt.to_integer(world), rt.to_integer(handle), mass)
end

--- What the body weighs in kilograms: what it was given, else the sum of its colliders.
---
--- On failure: 0.0.
function M.rt_rapier2d_body_get_mass(world, handle)
    return C.rt_rapier2d_body_get_mass(rt.to_integer(world), rt.to_integer(handle))
end

--- How fast the body's velocity fades, per second: with no force it falls to 1/(1 + damping·dt) in dt. 0 in
--- a new body.
---
--- On failure: false.
function M.rt_rapier2d_body_set_linear_damping(world, handle, damping)
    return C.rt_rapier2d_body_set_linear_damping(rt.to_integer(world), rt.to_integer(handle), damping)
end

--- How fast the body's spin fades, per second, as with linear damping. 0 in a new body.
---
--- On failure: false.
function M.rt_rapier2d_body_set_angular_damping(world, handle, damping)
    return C.rt_rapier2d_body_set_angular_damping(rt.to_integer(world), rt.to_integer(handle), damping)
end

--- True where the body rests and is left out of the simulation until something wakes it.
---
--- On failure: false.
function M.rt_rapier2d_body_is_sleeping(world, handle)
    return C.rt_rapier2d_body_is_sleeping(rt.to_integer(world), rt.to_integer(handle))
end

--- Wakes the body.
---
--- On failure: false.
function M.rt_rapier2d_body_wake_up(world, handle)
    return C.rt_rapier2d_body_wake_up(rt.to_integer(world), rt.to_integer(handle))
end

--- A circle about the body's origin. A new collider has density 1 kg/m², friction 0.5, restitution 0, no
--- offset, is solid, and belongs to and meets all groups.
---
--- On failure: 0.
function M.rt_rapier2d_collider_new_circle(world, body, radius)
    return C.rt_rapier2d_collider_new_circle(rt.to_integer(world), rt.to_integer(body), radius)
end

--- A box of twice these sizes about the body's origin.
---
--- On failure: 0.
function M.rt_rapier2d_collider_new_box(world, body, half_width, half_height)
    return C.rt_rapier2d_collider_new_box(rt.to_integer(world), rt.to_integer(body), half_width, half_height)
end

--- A capsule about the body's origin: all points no farther than `radius` from the segment that goes from
--- `half_height` below to `half_height` above it, along the body's y axis.
---
--- On failure: 0.
function M.rt_rapier2d_collider_new_capsule(world, body, half_height, radius)
    return C.rt_rapier2d_collider_new_capsule(rt.to_integer(world), rt.to_integer(body), half_height, radius)
end

--- A polygon whose outline is `vertices`, x, y pairs in the body's coordinates, in either winding, at least
--- 3 points, which does not cross or touch itself. A convex one, of up to 16,384 points, is taken as it is;
--- another, of up to 2,048, is cut into convex pieces that together are exactly it, and is one collider all
--- the same.
---
--- On failure: 0.
function M.rt_rapier2d_collider_new_polygon(world, body, vertices)
    local vertices_data, vertices_len = rt.floats(vertices)
    return C.rt_rapier2d_collider_new_polygon(rt.to_integer(world), rt.to_integer(body), vertices_data, vertices_len)
end

--- Frees the collider. Its body stays, and weighs less by it unless it was given a mass.
---
--- On failure: false.
function M.rt_rapier2d_collider_free(world, handle)
    return C.rt_rapier2d_collider_free(rt.to_integer(world), rt.to_integer(handle))
end

--- Moves and turns the collider relative to its body.
---
--- On failure: false.
function M.rt_rapier2d_collider_set_offset(world, handle, x, y, rotation)
    return C.rt_rapier2d_collider_set_offset(rt.to_integer(world), rt.to_integer(handle), x, y, rotation)
end

--- How much of its speed a bounce gives back: 0 none, 1 all. Two colliders that meet use the average of
--- theirs. What lands flat on two corners at once comes back slower, a box to three quarters of the height:
--- the solver works through the corners one after the other.
---
--- On failure: false.
function M.rt_rapier2d_collider_set_restitution(world, handle, coef)
    return C.rt_rapier2d_collider_set_restitution(rt.to_integer(world), rt.to_integer(handle), coef)
end

--- The coefficient of friction. Two colliders that meet use the average of theirs.
---
--- On failure: false.
function M.rt_rapier2d_collider_set_friction(world, handle, coef)
    return C.rt_rapier2d_collider_set_friction(rt.to_integer(world), rt.to_integer(handle), coef)
end

--- The density in kg/m², from which its body's mass follows at once. 0 for a collider without mass.
---
--- On failure: false.
function M.rt_rapier2d_collider_set_density(world, handle, density)
    return C.rt_rapier2d_collider_set_density(rt.to_integer(world), rt.to_integer(handle), density)
end

--- A sensor feels what touches it (`rt_rapier2d_world_intersection_test`, collision events) without stopping
--- it: it makes no contacts, and rays pass through. It still weighs what its density says.
---
--- On failure: false.
function M.rt_rapier2d_collider_set_sensor(world, handle, is_sensor)
    return C.rt_rapier2d_collider_set_sensor(rt.to_integer(world), rt.to_integer(handle), is_sensor)
end

--- The touching points after the last step, at the places where the colliders are now, as an object that
--- the caller frees with `rt_rapier2d_contacts_free`: it does not change with the world. Sensors make none.
---
--- On failure: 0.
function M.rt_rapier2d_world_get_contacts(world)
    return C.rt_rapier2d_world_get_contacts(rt.to_integer(world))
end

--- How many touching points there are.
---
--- On failure: -1.
function M.rt_rapier2d_contacts_count(contacts)
    return rt.integer(C.rt_rapier2d_contacts_count(rt.to_integer(contacts)))
end

--- The touching point at `index`.
---
--- On failure: collider1 0, collider2 0, point_x 0.0, point_y 0.0, normal_x 0.0, normal_y 0.0, penetration 0.0.
function M.rt_rapier2d_contacts_get(contacts, index)
    return rt.structures.RtContact(C.rt_rapier2d_contacts_get(rt.to_integer(contacts), rt.to_integer(index)))
end

--- Frees the contacts.
---
--- On failure: false.
function M.rt_rapier2d_contacts_free(contacts)
    return C.rt_rapier2d_contacts_free(rt.to_integer(contacts))
end

--- True where the two colliders overlap or touch as they are now, whatever their groups and whether or not
--- they are sensors.
---
--- On failure: false.
function M.rt_rapier2d_world_intersection_test(world, collider1, collider2)
    return C.rt_rapier2d_world_intersection_test(rt.to_integer(world), rt.to_integer(collider1), rt.to_integer(collider2))
end

--- The first collider on a ray from a point along a direction of any length but 0, up to `max_dist` metres,
--- which may be infinite. Shapes are solid: from inside the distance is 0. Sensors are not hit. To hit
--- nothing is no failure.
---
--- On failure: hit false, collider 0, distance 0.0.
function M.rt_rapier2d_world_cast_ray(world, origin_x, origin_y, dir_x, dir_y, max_dist)
    return rt.structures.RtRayHit(C.rt_rapier2d_world_cast_ray(rt.to_integer(world), origin_x, origin_y, dir_x, dir_y, max_dist))
end

--- Holds two points, one of each body and in that body's coordinates, `distance` metres apart, above 0: a
--- massless rod. Bodies that a joint ties still collide with each other; see
--- `rt_rapier2d_joint_set_contacts`. The world owns the joint.
---
--- On failure: 0.
function M.rt_rapier2d_joint_distance(world, body1, body2, anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance)
    return C.rt_rapier2d_joint_distance(rt.to_integer(world), rt.to_integer(body1), rt.to_integer(body2), anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance)
end

--- A hinge at a point of the world, which both bodies keep there. Its angle is 0 as they are now and grows
--- as `body2` turns counter-clockwise.
---
--- On failure: 0.
function M.rt_rapier2d_joint_revolute(world, body1, body2, anchor_x, anchor_y)
    return C.rt_rapier2d_joint_revolute(rt.to_integer(world), rt.to_integer(body1), rt.to_integer(body2), anchor_x, anchor_y)
end

--- Lets `body2` slide along an axis, given in `body1`'s coordinates with any length but 0, without turning.
--- Its position is 0 m as they are now and grows along the axis.
---
--- On failure: 0.
function M.rt_rapier2d_joint_prismatic(world, body1, body2, axis_x, axis_y)
    return C.rt_rapier2d_joint_prismatic(rt.to_integer(world), rt.to_integer(body1), rt.to_integer(body2), axis_x, axis_y)
end

--- Keeps two bodies as they are now relative to each other.
---
--- On failure: 0.
function M.rt_rapier2d_joint_fixed(world, body1, body2)
    return C.rt_rapier2d_joint_fixed(rt.to_integer(world), rt.to_integer(body1), rt.to_integer(body2))
end

--- Frees the joint; its bodies go on without it, awake.
---
--- On failure: false.
function M.rt_rapier2d_joint_free(world, handle)
    return C.rt_rapier2d_joint_free(rt.to_integer(world), rt.to_integer(handle))
end

--- Keeps a revolute joint's angle (radians, less than a full turn apart) or a prismatic joint's position
--- (metres) from `min` to `max`.
---
--- On failure: false.
function M.rt_rapier2d_joint_set_limits(world, joint, min, max)
    return C.rt_rapier2d_joint_set_limits(rt.to_integer(world), rt.to_integer(joint), min, max)
end

--- Drives a revolute joint towards `target_vel` rad/s, or a prismatic one towards m/s, with a torque (N·m)
--- or force (N) of at most `max_force`, which may be infinite. With 0 the joint moves freely.
---
--- On failure: false.
function M.rt_rapier2d_joint_set_motor(world, joint, target_vel, max_force)
    return C.rt_rapier2d_joint_set_motor(rt.to_integer(world), rt.to_integer(joint), target_vel, max_force)
end

--- How many bodies the world has.
---
--- On failure: -1.
function M.rt_rapier2d_world_body_count(world)
    return rt.integer(C.rt_rapier2d_world_body_count(rt.to_integer(world)))
end

--- How many colliders the world has.
---
--- On failure: -1.
function M.rt_rapier2d_world_collider_count(world)
    return rt.integer(C.rt_rapier2d_world_collider_count(rt.to_integer(world)))
end

--- How many joints the world has.
---
--- On failure: -1.
function M.rt_rapier2d_world_joint_count(world)
    return rt.integer(C.rt_rapier2d_world_joint_count(rt.to_integer(world)))
end

--- Why this thread's last failed rapier2d call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
function M.rt_rapier2d_get_last_error()
    return rt.take_text(C.rt_rapier2d_get_last_error())
end

--- What moves the body: 0 dynamic, 1 static, 2 kinematic; −1 on failure.
---
--- On failure: -1.
function M.rt_rapier2d_body_get_type(world, handle)
    return rt.integer(C.rt_rapier2d_body_get_type(rt.to_integer(world), rt.to_integer(handle)))
end

--- Changes what moves the body: 0 dynamic, 1 static, 2 kinematic. Wakes it.
---
--- On failure: false.
function M.rt_rapier2d_body_set_type(world, handle, body_type)
    return C.rt_rapier2d_body_set_type(rt.to_integer(world), rt.to_integer(handle), rt.to_integer(body_type))
end

--- Takes the body with its colliders and joints out of the simulation, or puts it back in. A step does so
--- itself with a body whose numbers have grown beyond all bounds.
---
--- On failure: false.
function M.rt_rapier2d_body_set_enabled(world, handle, enabled)
    return C.rt_rapier2d_body_set_enabled(rt.to_integer(world), rt.to_integer(handle), enabled)
end

--- True where the body is in the simulation.
---
--- On failure: false.
function M.rt_rapier2d_body_is_enabled(world, handle)
    return C.rt_rapier2d_body_is_enabled(rt.to_integer(world), rt.to_integer(handle))
end

--- Sends a kinematic body somewhere: the next step moves it there, pushing what is in the way as fast as
--- that takes, and then it stands still.
---
--- On failure: false.
function M.rt_rapier2d_body_move_to(world, handle, x, y, rotation)
    return C.rt_rapier2d_body_move_to(rt.to_integer(world), rt.to_integer(handle), x, y, rotation)
end

--- Pushes a dynamic body with a force in newtons at a point of the world, during the next step only.
---
--- On failure: false.
function M.rt_rapier2d_body_apply_force_at(world, handle, fx, fy, x, y, wake_up)
    return C.rt_rapier2d_body_apply_force_at(rt.to_integer(world), rt.to_integer(handle), fx, fy, x, y, wake_up)
end

--- Changes a dynamic body's velocity and spin at once by an impulse in newton seconds at a point of the
--- world.
---
--- On failure: false.
function M.rt_rapier2d_body_apply_impulse_at(world, handle, ix, iy, x, y, wake_up)
    return C.rt_rapier2d_body_apply_impulse_at(rt.to_integer(world), rt.to_integer(handle), ix, iy, x, y, wake_up)
end

--- Changes a dynamic body's spin at once by an angular impulse in newton metre seconds.
---
--- On failure: false.
function M.rt_rapier2d_body_apply_angular_impulse(world, handle, impulse, wake_up)
    return C.rt_rapier2d_body_apply_angular_impulse(rt.to_integer(world), rt.to_integer(handle), impulse, wake_up)
end

--- The body's moment of inertia about its centre of mass in kg·m²; 0 where it has none and does not turn.
---
--- On failure: 0.0.
function M.rt_rapier2d_body_get_inertia(world, handle)
    return C.rt_rapier2d_body_get_inertia(rt.to_integer(world), rt.to_integer(handle))
end

--- The body's centre of mass, as a point of the world.
---
--- On failure: x 0.0, y 0.0.
function M.rt_rapier2d_body_get_center_of_mass(world, handle)
    return rt.structures.RtPhysicsVector(C.rt_rapier2d_body_get_center_of_mass(rt.to_integer(world), rt.to_integer(handle)))
end

--- Where the body will be after `dt` seconds, 0 to 1, at its present velocity, were nothing in the way.
---
--- On failure: x 0.0, y 0.0, rotation 0.0.
function M.rt_rapier2d_body_predict_position(world, handle, dt)
    return rt.structures.RtBodyPosition(C.rt_rapier2d_body_predict_position(rt.to_integer(world), rt.to_integer(handle), dt))
end

--- Multiplies the gravity that acts on the body; 1 in a new body, 0 for none, below 0 to rise. Wakes it.
---
--- On failure: false.
function M.rt_rapier2d_body_set_gravity_scale(world, handle, scale)
    return C.rt_rapier2d_body_set_gravity_scale(rt.to_integer(world), rt.to_integer(handle), scale)
end

--- Keeps the body from turning, or lets it turn again.
---
--- On failure: false.
function M.rt_rapier2d_body_lock_rotation(world, handle, locked)
    return C.rt_rapier2d_body_lock_rotation(rt.to_integer(world), rt.to_integer(handle), locked)
end

--- Whether the body falls asleep when it rests, as a new one does.
---
--- On failure: false.
function M.rt_rapier2d_body_set_can_sleep(world, handle, can_sleep)
    return C.rt_rapier2d_body_set_can_sleep(rt.to_integer(world), rt.to_integer(handle), can_sleep)
end

--- Full continuous collision detection for a fast dynamic body: it cannot pass through moving bodies
--- between two steps either. Static colliders stop every fast body as it is.
---
--- On failure: false.
function M.rt_rapier2d_body_set_ccd(world, handle, enabled)
    return C.rt_rapier2d_body_set_ccd(rt.to_integer(world), rt.to_integer(handle), enabled)
end

--- Lets the body turn by more than 45° in a substep, of which a step has 4: a wheel, say. A new body may not,
--- so that continuous collision detection stays exact.
---
--- On failure: false.
function M.rt_rapier2d_body_set_fast_rotation(world, handle, allowed)
    return C.rt_rapier2d_body_set_fast_rotation(rt.to_integer(world), rt.to_integer(handle), allowed)
end

--- A number of the host's own, kept with the body and in snapshots; 0 in a new body.
---
--- On failure: false.
function M.rt_rapier2d_body_set_user_data(world, handle, user_data)
    return C.rt_rapier2d_body_set_user_data(rt.to_integer(world), rt.to_integer(handle), rt.to_integer(user_data))
end

--- The number that `rt_rapier2d_body_set_user_data` left; 0 on failure.
---
--- On failure: 0.
function M.rt_rapier2d_body_get_user_data(world, handle)
    return rt.integer(C.rt_rapier2d_body_get_user_data(rt.to_integer(world), rt.to_integer(handle)))
end

--- The handles of the body's colliders.
---
--- On failure: [].
function M.rt_rapier2d_body_get_colliders(world, handle)
    return rt.take_numbers(C.rt_rapier2d_body_get_colliders(rt.to_integer(world), rt.to_integer(handle)), C.rt_i64_array_free)
end

--- The handles of all bodies, in the order of all bulk calls: it changes only when bodies come and go, and a
--- restored world has the same.
---
--- On failure: [].
function M.rt_rapier2d_world_get_bodies(world)
    return rt.take_numbers(C.rt_rapier2d_world_get_bodies(rt.to_integer(world)), C.rt_i64_array_free)
end

--- The handles of all colliders, in an order that a restored world shares.
---
--- On failure: [].
function M.rt_rapier2d_world_get_colliders(world)
    return rt.take_numbers(C.rt_rapier2d_world_get_colliders(rt.to_integer(world)), C.rt_i64_array_free)
end

--- The handles of all joints, in an order that a restored world shares.
---
--- On failure: [].
function M.rt_rapier2d_world_get_joints(world)
    return rt.take_numbers(C.rt_rapier2d_world_get_joints(rt.to_integer(world)), C.rt_i64_array_free)
end

--- Where all bodies are: x, y and rotation of each, in the order of `rt_rapier2d_world_get_bodies`.
---
--- On failure: [].
function M.rt_rapier2d_world_get_transforms(world)
    return rt.take_numbers(C.rt_rapier2d_world_get_transforms(rt.to_integer(world)), C.rt_f64_array_free)
end

--- How fast all bodies move: vx, vy and spin of each, in the order of `rt_rapier2d_world_get_bodies`.
---
--- On failure: [].
function M.rt_rapier2d_world_get_velocities(world)
    return rt.take_numbers(C.rt_rapier2d_world_get_velocities(rt.to_integer(world)), C.rt_f64_array_free)
end

--- Where all bodies are as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation,
--- 16 bytes each, in the order of `rt_rapier2d_world_get_bodies`.
---
--- On failure: [].
function M.rt_rapier2d_world_get_transform_bytes(world)
    return rt.take_bytes(C.rt_rapier2d_world_get_transform_bytes(rt.to_integer(world)))
end

--- Which colliders this one meets: `memberships` are the groups that it belongs to and `filter` those it
--- meets, 32 of them, a bit each. Two colliders meet where each one's filter has a group of the other.
---
--- On failure: false.
function M.rt_rapier2d_collider_set_groups(world, handle, memberships, filter)
    return C.rt_rapier2d_collider_set_groups(rt.to_integer(world), rt.to_integer(handle), rt.to_integer(memberships), rt.to_integer(filter))
end

--- Where the collider is in the world.
---
--- On failure: x 0.0, y 0.0, rotation 0.0.
function M.rt_rapier2d_collider_get_position(world, handle)
    return rt.structures.RtBodyPosition(C.rt_rapier2d_collider_get_position(rt.to_integer(world), rt.to_integer(handle)))
end

--- The handle of the body that the collider belongs to.
---
--- On failure: 0.
function M.rt_rapier2d_collider_get_body(world, handle)
    return C.rt_rapier2d_collider_get_body(rt.to_integer(world), rt.to_integer(handle))
end

--- A number of the host's own, kept with the collider and in snapshots; 0 in a new collider.
---
--- On failure: false.
function M.rt_rapier2d_collider_set_user_data(world, handle, user_data)
    return C.rt_rapier2d_collider_set_user_data(rt.to_integer(world), rt.to_integer(handle), rt.to_integer(user_data))
end

--- The number that `rt_rapier2d_collider_set_user_data` left; 0 on failure.
---
--- On failure: 0.
function M.rt_rapier2d_collider_get_user_data(world, handle)
    return rt.integer(C.rt_rapier2d_collider_get_user_data(rt.to_integer(world), rt.to_integer(handle)))
end

--- All touching points at once: point x, y, normal x, y and penetration of each.
---
--- On failure: [].
function M.rt_rapier2d_contacts_values(contacts)
    return rt.take_numbers(C.rt_rapier2d_contacts_values(rt.to_integer(contacts)), C.rt_f64_array_free)
end

--- The two colliders of each touching point, in the same order.
---
--- On failure: [].
function M.rt_rapier2d_contacts_colliders(contacts)
    return rt.take_numbers(C.rt_rapier2d_contacts_colliders(rt.to_integer(contacts)), C.rt_i64_array_free)
end

--- All touching points as packed 32-bit floats for a GPU's buffer: point x, y and normal x, y, 16 bytes each.
---
--- On failure: [].
function M.rt_rapier2d_contacts_bytes(contacts)
    return rt.take_bytes(C.rt_rapier2d_contacts_bytes(rt.to_integer(contacts)))
end

--- What started and stopped touching during the last step, sensors included: an object that the caller
--- frees with `rt_rapier2d_collision_events_free`. The next step forgets them, so ask after each. Two bodies
--- that are both static, or a static and a kinematic one, or two kinematic ones, make none unless one of the
--- two colliders is a sensor; two static bodies make none at all.
---
--- On failure: 0.
function M.rt_rapier2d_world_get_collision_events(world)
    return C.rt_rapier2d_world_get_collision_events(rt.to_integer(world))
end

--- How many events there are.
---
--- On failure: -1.
function M.rt_rapier2d_collision_events_count(events)
    return rt.integer(C.rt_rapier2d_collision_events_count(rt.to_integer(events)))
end

--- The event at `index`, in the order they happened.
---
--- On failure: collider1 0, collider2 0, started false, sensor false.
function M.rt_rapier2d_collision_events_get(events, index)
    return rt.structures.RtCollisionEvent(C.rt_rapier2d_collision_events_get(rt.to_integer(events), rt.to_integer(index)))
end

--- Frees the events.
---
--- On failure: false.
function M.rt_rapier2d_collision_events_free(events)
    return C.rt_rapier2d_collision_events_free(rt.to_integer(events))
end

--- Whether the two bodies of the joint collide with each other, as they do at first.
---
--- On failure: false.
function M.rt_rapier2d_joint_set_contacts(world, joint, enabled)
    return C.rt_rapier2d_joint_set_contacts(rt.to_integer(world), rt.to_integer(joint), enabled)
end

--- Where the joint is: a revolute joint's angle in radians, above −π and up to π, a prismatic joint's
--- position in metres, a distance joint's length.
---
--- On failure: 0.0.
function M.rt_rapier2d_joint_get_position(world, joint)
    return C.rt_rapier2d_joint_get_position(rt.to_integer(world), rt.to_integer(joint))
end

--- True where this build holds the rapier2d library, as it does where this links.
function M.rt_rapier2d_available()
    return C.rt_rapier2d_available()
end

--- Forgets why this thread's last failed rapier2d call failed.
function M.rt_rapier2d_clear_error()
    C.rt_rapier2d_clear_error()
end

--- The version of the wrapped library, the crate `rapier2d-f64`.
function M.rt_rapier2d_version()
    return rt.take_text(C.rt_rapier2d_version())
end

--- A ray as in `rt_rapier2d_world_cast_ray` that also says where it hits, and is choosy: it hits what the
--- groups of `memberships` and `filter` meet (4294967295 for all), sensors too where `sensors` is true, and
--- no collider of `exclude_body`, which may be 0.
---
--- On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
function M.rt_rapier2d_world_cast_ray_filtered(world, origin_x, origin_y, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body)
    return rt.structures.RtCastHit(C.rt_rapier2d_world_cast_ray_filtered(rt.to_integer(world), origin_x, origin_y, dir_x, dir_y, max_dist, rt.to_integer(memberships), rt.to_integer(filter), sensors, rt.to_integer(exclude_body)))
end

--- The first collider that a circle touches on its way from a point along a direction, choosy as in
--- `rt_rapier2d_world_cast_ray_filtered`. The distance is how far its centre goes.
---
--- On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
function M.rt_rapier2d_world_cast_circle(world, x, y, radius, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body)
    return rt.structures.RtCastHit(C.rt_rapier2d_world_cast_circle(rt.to_integer(world), x, y, radius, dir_x, dir_y, max_dist, rt.to_integer(memberships), rt.to_integer(filter), sensors, rt.to_integer(exclude_body)))
end

--- The colliders that a point is in, sensors too.
---
--- On failure: [].
function M.rt_rapier2d_world_query_point(world, x, y)
    return rt.take_numbers(C.rt_rapier2d_world_query_point(rt.to_integer(world), x, y), C.rt_i64_array_free)
end

--- The collider closest to a point, no farther than `max_dist` metres, which may be infinite; sensors too.
---
--- On failure: found false, collider 0, distance 0.0, x 0.0, y 0.0, inside false.
function M.rt_rapier2d_world_query_nearest(world, x, y, max_dist)
    return rt.structures.RtNearestCollider(C.rt_rapier2d_world_query_nearest(rt.to_integer(world), x, y, max_dist))
end

--- The colliders that overlap or touch a circle, sensors too.
---
--- On failure: [].
function M.rt_rapier2d_world_query_circle(world, x, y, radius)
    return rt.take_numbers(C.rt_rapier2d_world_query_circle(rt.to_integer(world), x, y, radius), C.rt_i64_array_free)
end

--- The colliders that overlap or touch a box of twice these sizes about a point, turned by `rotation`;
--- sensors too.
---
--- On failure: [].
function M.rt_rapier2d_world_query_box(world, x, y, half_width, half_height, rotation)
    return rt.take_numbers(C.rt_rapier2d_world_query_box(rt.to_integer(world), x, y, half_width, half_height, rotation), C.rt_i64_array_free)
end

--- The whole world as bytes: bodies, colliders, joints, contacts, settings and user data. A world restored
--- from them goes on exactly as this one does, bit for bit, also in another process of the same build on a
--- machine of the same kind.
---
--- On failure: [].
function M.rt_rapier2d_world_snapshot(world)
    return rt.take_bytes(C.rt_rapier2d_world_snapshot(rt.to_integer(world)))
end

--- A new world from a snapshot, with handles of its own: its bodies, colliders and joints are in the same
--- order in `rt_rapier2d_world_get_bodies` and its like. Damaged bytes are refused; bytes that were forged on
--- purpose are not recognised, so restore only what you wrote.
---
--- On failure: 0.
function M.rt_rapier2d_world_restore(snapshot)
    local snapshot_data, snapshot_len = rt.bytes(snapshot)
    return C.rt_rapier2d_world_restore(snapshot_data, snapshot_len)
end

--- The gravity in m/s².
---
--- On failure: x 0.0, y 0.0.
function M.rt_rapier2d_world_get_gravity(world)
    return rt.structures.RtPhysicsVector(C.rt_rapier2d_world_get_gravity(rt.to_integer(world)))
end

--- How often the solver works through contacts and joints in a step, 1 to 100; 4 in a new world. More is
--- stiffer and slower.
---
--- On failure: false.
function M.rt_rapier2d_world_set_iterations(world, iterations)
    return C.rt_rapier2d_world_set_iterations(rt.to_integer(world), rt.to_integer(iterations))
end

--- The speed in m/s that no body exceeds, 400 in a new world: it keeps a scene that bursts apart in reach of
--- continuous collision detection. Infinity for none.
---
--- On failure: false.
function M.rt_rapier2d_world_set_max_speed(world, speed)
    return C.rt_rapier2d_world_set_max_speed(rt.to_integer(world), speed)
end

--- Frees it; a second time does nothing.
function M.World:_release()
    quietly(C.rt_rapier2d_world_free, self.handle)
end

--- An empty world with this gravity in m/s², (0, −9.81) on Earth with y up. The caller frees it.
---
--- On failure: 0.
function M.World.new(gravity_x, gravity_y)
    local result = C.rt_rapier2d_world_new(gravity_x, gravity_y)
    if result == 0 then check() end
    return M.World.wrap(result, nil, true)
end

--- A new world from a snapshot, with handles of its own: its bodies, colliders and joints are in the same
--- order in `rt_rapier2d_world_get_bodies` and its like. Damaged bytes are refused; bytes that were forged on
--- purpose are not recognised, so restore only what you wrote.
---
--- On failure: 0.
function M.World.restore(snapshot)
    local snapshot_data, snapshot_len = rt.bytes(snapshot)
    local result = C.rt_rapier2d_world_restore(snapshot_data, snapshot_len)
    if result == 0 then check() end
    return M.World.wrap(result, nil, true)
end

--- Advances the world by `dt` seconds, above 0 and at most 1. Steps of equal length, 1/60 or 1/120, behave
--- best. Speeds above 400 m/s (see `rt_rapier2d_world_set_max_speed`) and turns of more than 45° a substep
--- (see `rt_rapier2d_body_set_fast_rotation`) are cut down to that.
---
--- On failure: false.
function M.World:step(dt)
    local result = C.rt_rapier2d_world_step(self.handle, dt)
    if result == false then check() end
    return result
end

--- Changes the gravity, in m/s², and wakes every body.
---
--- On failure: false.
function M.World:set_gravity(x, y)
    local result = C.rt_rapier2d_world_set_gravity(self.handle, x, y)
    if result == false then check() end
    return result
end

--- A dynamic body: gravity, forces and contacts move it. It weighs what its colliders weigh, or what
--- `rt_rapier2d_body_set_mass` says; without either, neither gravity nor forces move it. The world owns it.
---
--- On failure: 0.
function M.World:body_new_dynamic(x, y, rotation)
    local result = C.rt_rapier2d_body_new_dynamic(self.handle, x, y, rotation)
    if result == 0 then check() end
    return M.Body.wrap(result, self, true)
end

--- A static body: nothing moves it but `rt_rapier2d_body_set_position`. The world owns it.
---
--- On failure: 0.
function M.World:body_new_static(x, y, rotation)
    local result = C.rt_rapier2d_body_new_static(self.handle, x, y, rotation)
    if result == 0 then check() end
    return M.Body.wrap(result, self, true)
end

--- A kinematic body: it moves at the velocity that it is given, or where `rt_rapier2d_body_move_to` sends
--- it, pushes dynamic bodies, and is pushed by none. The world owns it.
---
--- On failure: 0.
function M.World:body_new_kinematic(x, y, rotation)
    local result = C.rt_rapier2d_body_new_kinematic(self.handle, x, y, rotation)
    if result == 0 then check() end
    return M.Body.wrap(result, self, true)
end

--- A circle about the body's origin. A new collider has density 1 kg/m², friction 0.5, restitution 0, no
--- offset, is solid, and belongs to and meets all groups.
---
--- On failure: 0.
function M.World:collider_new_circle(body, radius)
    local result = C.rt_rapier2d_collider_new_circle(self.handle, rt.handle(body), radius)
    if result == 0 then check() end
    return M.Collider.wrap(result, self, true)
end

--- A box of twice these sizes about the body's origin.
---
--- On failure: 0.
function M.World:collider_new_box(body, half_width, half_height)
    local result = C.rt_rapier2d_collider_new_box(self.handle, rt.handle(body), half_width, half_height)
    if result == 0 then check() end
    return M.Collider.wrap(result, self, true)
end

--- A capsule about the body's origin: all points no farther than `radius` from the segment that goes from
--- `half_height` below to `half_height` above it, along the body's y axis.
---
--- On failure: 0.
function M.World:collider_new_capsule(body, half_height, radius)
    local result = C.rt_rapier2d_collider_new_capsule(self.handle, rt.handle(body), half_height, radius)
    if result == 0 then check() end
    return M.Collider.wrap(result, self, true)
end

--- A polygon whose outline is `vertices`, x, y pairs in the body's coordinates, in either winding, at least
--- 3 points, which does not cross or touch itself. A convex one, of up to 16,384 points, is taken as it is;
--- another, of up to 2,048, is cut into convex pieces that together are exactly it, and is one collider all
--- the same.
---
--- On failure: 0.
function M.World:collider_new_polygon(body, vertices)
    local vertices_data, vertices_len = rt.floats(vertices)
    local result = C.rt_rapier2d_collider_new_polygon(self.handle, rt.handle(body), vertices_data, vertices_len)
    if result == 0 then check() end
    return M.Collider.wrap(result, self, true)
end

--- The touching points after the last step, at the places where the colliders are now, as an object that
--- the caller frees with `rt_rapier2d_contacts_free`: it does not change with the world. Sensors make none.
---
--- On failure: 0.
function M.World:get_contacts()
    local result = C.rt_rapier2d_world_get_contacts(self.handle)
    if result == 0 then check() end
    return M.Contacts.wrap(result, nil, true)
end

--- True where the two colliders overlap or touch as they are now, whatever their groups and whether or not
--- they are sensors.
---
--- On failure: false.
function M.World:intersection_test(collider1, collider2)
    local result = C.rt_rapier2d_world_intersection_test(self.handle, rt.handle(collider1), rt.handle(collider2))
    if result == false then check() end
    return result
end

--- The first collider on a ray from a point along a direction of any length but 0, up to `max_dist` metres,
--- which may be infinite. Shapes are solid: from inside the distance is 0. Sensors are not hit. To hit
--- nothing is no failure.
---
--- On failure: hit false, collider 0, distance 0.0.
function M.World:cast_ray(origin_x, origin_y, dir_x, dir_y, max_dist)
    local result = rt.structures.RtRayHit(C.rt_rapier2d_world_cast_ray(self.handle, origin_x, origin_y, dir_x, dir_y, max_dist))
    if result["hit"] == false and result["collider"] == 0 and result["distance"] == 0.0 then check() end
    return result
end

--- Holds two points, one of each body and in that body's coordinates, `distance` metres apart, above 0: a
--- massless rod. Bodies that a joint ties still collide with each other; see
--- `rt_rapier2d_joint_set_contacts`. The world owns the joint.
---
--- On failure: 0.
function M.World:joint_distance(body1, body2, anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance)
    local result = C.rt_rapier2d_joint_distance(self.handle, rt.handle(body1), rt.handle(body2), anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance)
    if result == 0 then check() end
    return M.Joint.wrap(result, self, true)
end

--- A hinge at a point of the world, which both bodies keep there. Its angle is 0 as they are now and grows
--- as `body2` turns counter-clockwise.
---
--- On failure: 0.
function M.World:joint_revolute(body1, body2, anchor_x, anchor_y)
    local result = C.rt_rapier2d_joint_revolute(self.handle, rt.handle(body1), rt.handle(body2), anchor_x, anchor_y)
    if result == 0 then check() end
    return M.Joint.wrap(result, self, true)
end

--- Lets `body2` slide along an axis, given in `body1`'s coordinates with any length but 0, without turning.
--- Its position is 0 m as they are now and grows along the axis.
---
--- On failure: 0.
function M.World:joint_prismatic(body1, body2, axis_x, axis_y)
    local result = C.rt_rapier2d_joint_prismatic(self.handle, rt.handle(body1), rt.handle(body2), axis_x, axis_y)
    if result == 0 then check() end
    return M.Joint.wrap(result, self, true)
end

--- Keeps two bodies as they are now relative to each other.
---
--- On failure: 0.
function M.World:joint_fixed(body1, body2)
    local result = C.rt_rapier2d_joint_fixed(self.handle, rt.handle(body1), rt.handle(body2))
    if result == 0 then check() end
    return M.Joint.wrap(result, self, true)
end

--- How many bodies the world has.
---
--- On failure: -1.
function M.World:body_count()
    local result = rt.integer(C.rt_rapier2d_world_body_count(self.handle))
    if result == -1 then check() end
    return result
end

--- How many colliders the world has.
---
--- On failure: -1.
function M.World:collider_count()
    local result = rt.integer(C.rt_rapier2d_world_collider_count(self.handle))
    if result == -1 then check() end
    return result
end

--- How many joints the world has.
---
--- On failure: -1.
function M.World:joint_count()
    local result = rt.integer(C.rt_rapier2d_world_joint_count(self.handle))
    if result == -1 then check() end
    return result
end

--- The handles of all bodies, in the order of all bulk calls: it changes only when bodies come and go, and a
--- restored world has the same.
---
--- On failure: [].
function M.World:get_bodies()
    local result = rt.take_numbers(C.rt_rapier2d_world_get_bodies(self.handle), C.rt_i64_array_free)
    if #result == 0 then check() end
    return result
end

--- The handles of all colliders, in an order that a restored world shares.
---
--- On failure: [].
function M.World:get_colliders()
    local result = rt.take_numbers(C.rt_rapier2d_world_get_colliders(self.handle), C.rt_i64_array_free)
    if #result == 0 then check() end
    return result
end

--- The handles of all joints, in an order that a restored world shares.
---
--- On failure: [].
function M.World:get_joints()
    local result = rt.take_numbers(C.rt_rapier2d_world_get_joints(self.handle), C.rt_i64_array_free)
    if #result == 0 then check() end
    return result
end

--- Where all bodies are: x, y and rotation of each, in the order of `rt_rapier2d_world_get_bodies`.
---
--- On failure: [].
function M.World:get_transforms()
    local result = rt.take_numbers(C.rt_rapier2d_world_get_transforms(self.handle), C.rt_f64_array_free)
    if #result == 0 then check() end
    return result
end

--- How fast all bodies move: vx, vy and spin of each, in the order of `rt_rapier2d_world_get_bodies`.
---
--- On failure: [].
function M.World:get_velocities()
    local result = rt.take_numbers(C.rt_rapier2d_world_get_velocities(self.handle), C.rt_f64_array_free)
    if #result == 0 then check() end
    return result
end

--- Where all bodies are as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation,
--- 16 bytes each, in the order of `rt_rapier2d_world_get_bodies`.
---
--- On failure: [].
function M.World:get_transform_bytes()
    local result = rt.take_bytes(C.rt_rapier2d_world_get_transform_bytes(self.handle))
    if #result == 0 then check() end
    return result
end

--- What started and stopped touching during the last step, sensors included: an object that the caller
--- frees with `rt_rapier2d_collision_events_free`. The next step forgets them, so ask after each. Two bodies
--- that are both static, or a static and a kinematic one, or two kinematic ones, make none unless one of the
--- two colliders is a sensor; two static bodies make none at all.
---
--- On failure: 0.
function M.World:get_collision_events()
    local result = C.rt_rapier2d_world_get_collision_events(self.handle)
    if result == 0 then check() end
    return M.CollisionEvents.wrap(result, nil, true)
end

--- A ray as in `rt_rapier2d_world_cast_ray` that also says where it hits, and is choosy: it hits what the
--- groups of `memberships` and `filter` meet (4294967295 for all), sensors too where `sensors` is true, and
--- no collider of `exclude_body`, which may be 0.
---
--- On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
function M.World:cast_ray_filtered(origin_x, origin_y, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body)
    local result = rt.structures.RtCastHit(C.rt_rapier2d_world_cast_ray_filtered(self.handle, origin_x, origin_y, dir_x, dir_y, max_dist, rt.to_integer(memberships), rt.to_integer(filter), sensors, rt.handle(exclude_body)))
    if result["hit"] == false and result["collider"] == 0 and result["distance"] == 0.0 and result["x"] == 0.0 and result["y"] == 0.0 and result["normal_x"] == 0.0 and result["normal_y"] == 0.0 then check() end
    return result
end

--- The first collider that a circle touches on its way from a point along a direction, choosy as in
--- `rt_rapier2d_world_cast_ray_filtered`. The distance is how far its centre goes.
---
--- On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
function M.World:cast_circle(x, y, radius, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body)
    local result = rt.structures.RtCastHit(C.rt_rapier2d_world_cast_circle(self.handle, x, y, radius, dir_x, dir_y, max_dist, rt.to_integer(memberships), rt.to_integer(filter), sensors, rt.handle(exclude_body)))
    if result["hit"] == false and result["collider"] == 0 and result["distance"] == 0.0 and result["x"] == 0.0 and result["y"] == 0.0 and result["normal_x"] == 0.0 and result["normal_y"] == 0.0 then check() end
    return result
end

--- The colliders that a point is in, sensors too.
---
--- On failure: [].
function M.World:query_point(x, y)
    local result = rt.take_numbers(C.rt_rapier2d_world_query_point(self.handle, x, y), C.rt_i64_array_free)
    if #result == 0 then check() end
    return result
end

--- The collider closest to a point, no farther than `max_dist` metres, which may be infinite; sensors too.
---
--- On failure: found false, collider 0, distance 0.0, x 0.0, y 0.0, inside false.
function M.World:query_nearest(x, y, max_dist)
    local result = rt.structures.RtNearestCollider(C.rt_rapier2d_world_query_nearest(self.handle, x, y, max_dist))
    if result["found"] == false and result["collider"] == 0 and result["distance"] == 0.0 and result["x"] == 0.0 and result["y"] == 0.0 and result["inside"] == false then check() end
    return result
end

--- The colliders that overlap or touch a circle, sensors too.
---
--- On failure: [].
function M.World:query_circle(x, y, radius)
    local result = rt.take_numbers(C.rt_rapier2d_world_query_circle(self.handle, x, y, radius), C.rt_i64_array_free)
    if #result == 0 then check() end
    return result
end

--- The colliders that overlap or touch a box of twice these sizes about a point, turned by `rotation`;
--- sensors too.
---
--- On failure: [].
function M.World:query_box(x, y, half_width, half_height, rotation)
    local result = rt.take_numbers(C.rt_rapier2d_world_query_box(self.handle, x, y, half_width, half_height, rotation), C.rt_i64_array_free)
    if #result == 0 then check() end
    return result
end

--- The whole world as bytes: bodies, colliders, joints, contacts, settings and user data. A world restored
--- from them goes on exactly as this one does, bit for bit, also in another process of the same build on a
--- machine of the same kind.
---
--- On failure: [].
function M.World:snapshot()
    local result = rt.take_bytes(C.rt_rapier2d_world_snapshot(self.handle))
    if #result == 0 then check() end
    return result
end

--- The gravity in m/s².
---
--- On failure: x 0.0, y 0.0.
function M.World:get_gravity()
    local result = rt.structures.RtPhysicsVector(C.rt_rapier2d_world_get_gravity(self.handle))
    if result["x"] == 0.0 and result["y"] == 0.0 then check() end
    return result
end

--- How often the solver works through contacts and joints in a step, 1 to 100; 4 in a new world. More is
--- stiffer and slower.
---
--- On failure: false.
function M.World:set_iterations(iterations)
    local result = C.rt_rapier2d_world_set_iterations(self.handle, rt.to_integer(iterations))
    if result == false then check() end
    return result
end

--- The speed in m/s that no body exceeds, 400 in a new world: it keeps a scene that bursts apart in reach of
--- continuous collision detection. Infinity for none.
---
--- On failure: false.
function M.World:set_max_speed(speed)
    local result = C.rt_rapier2d_world_set_max_speed(self.handle, speed)
    if result == false then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.Body:_release()
    quietly(C.rt_rapier2d_body_free, self.parent.handle, self.handle)
end

--- Where the body is now.
---
--- On failure: x 0.0, y 0.0, rotation 0.0.
function M.Body:get_position()
    local result = rt.structures.RtBodyPosition(C.rt_rapier2d_body_get_position(self.parent.handle, self.handle))
    if result["x"] == 0.0 and result["y"] == 0.0 and result["rotation"] == 0.0 then check() end
    return result
end

--- Puts the body somewhere at once, without moving through what is between, and wakes it. Its velocity
--- stays. Queries see it there from now on.
---
--- On failure: false.
function M.Body:set_position(x, y, rotation)
    local result = C.rt_rapier2d_body_set_position(self.parent.handle, self.handle, x, y, rotation)
    if result == false then check() end
    return result
end

--- How fast the body moves.
---
--- On failure: vx 0.0, vy 0.0, angular 0.0.
function M.Body:get_velocity()
    local result = rt.structures.RtBodyVelocity(C.rt_rapier2d_body_get_velocity(self.parent.handle, self.handle))
    if result["vx"] == 0.0 and result["vy"] == 0.0 and result["angular"] == 0.0 then check() end
    return result
end

--- Gives a dynamic or kinematic body a velocity and wakes it. A kinematic body keeps it until it is given
--- another.
---
--- On failure: false.
function M.Body:set_velocity(vx, vy, angular)
    local result = C.rt_rapier2d_body_set_velocity(self.parent.handle, self.handle, vx, vy, angular)
    if result == false then check() end
    return result
end

--- Pushes a dynamic body at its centre of mass with a force in newtons, during the next step only: call
--- again before each step for a lasting push. Forces of several calls add up. A sleeping body that is not
--- woken by it does not move.
---
--- On failure: false.
function M.Body:apply_force(fx, fy, wake_up)
    local result = C.rt_rapier2d_body_apply_force(self.parent.handle, self.handle, fx, fy, wake_up)
    if result == false then check() end
    return result
end

--- Changes a dynamic body's velocity at once by an impulse in newton seconds at its centre of mass.
---
--- On failure: false.
function M.Body:apply_impulse(ix, iy, wake_up)
    local result = C.rt_rapier2d_body_apply_impulse(self.parent.handle, self.handle, ix, iy, wake_up)
    if result == false then check() end
    return result
end

--- Turns a dynamic body with a torque in newton metres, counter-clockwise, during the next step only. A body
--- without colliders has no moment of inertia and does not turn.
---
--- On failure: false.
function M.Body:apply_torque(torque, wake_up)
    local result = C.rt_rapier2d_body_apply_torque(self.parent.handle, self.handle, torque, wake_up)
    if result == false then check() end
    return result
end

--- Makes the body weigh `mass` kilograms in all, whatever colliders it has or gets; its moment of inertia is
--- that of its colliders, scaled to this mass.
---
--- On failure: false.
function M.Body:set_mass(mass)
    local result = C.rt_rapier2d_body_set_mass(self.parent.handle, self.handle, mass)
    if result == false then check() end
    return result
end

--- What the body weighs in kilograms: what it was given, else the sum of its colliders.
---
--- On failure: 0.0.
function M.Body:get_mass()
    local result = C.rt_rapier2d_body_get_mass(self.parent.handle, self.handle)
    if result == 0.0 then check() end
    return result
end

--- How fast the body's velocity fades, per second: with no force it falls to 1/(1 + damping·dt) in dt. 0 in
--- a new body.
---
--- On failure: false.
function M.Body:set_linear_damping(damping)
    local result = C.rt_rapier2d_body_set_linear_damping(self.parent.handle, self.handle, damping)
    if result == false then check() end
    return result
end

--- How fast the body's spin fades, per second, as with linear damping. 0 in a new body.
---
--- On failure: false.
function M.Body:set_angular_damping(damping)
    local result = C.rt_rapier2d_body_set_angular_damping(self.parent.handle, self.handle, damping)
    if result == false then check() end
    return result
end

--- True where the body rests and is left out of the simulation until something wakes it.
---
--- On failure: false.
function M.Body:is_sleeping()
    local result = C.rt_rapier2d_body_is_sleeping(self.parent.handle, self.handle)
    if result == false then check() end
    return result
end

--- Wakes the body.
---
--- On failure: false.
function M.Body:wake_up()
    local result = C.rt_rapier2d_body_wake_up(self.parent.handle, self.handle)
    if result == false then check() end
    return result
end

--- What moves the body: 0 dynamic, 1 static, 2 kinematic; −1 on failure.
---
--- On failure: -1.
function M.Body:get_type()
    local result = rt.integer(C.rt_rapier2d_body_get_type(self.parent.handle, self.handle))
    if result == -1 then check() end
    return result
end

--- Changes what moves the body: 0 dynamic, 1 static, 2 kinematic. Wakes it.
---
--- On failure: false.
function M.Body:set_type(body_type)
    local result = C.rt_rapier2d_body_set_type(self.parent.handle, self.handle, rt.to_integer(body_type))
    if result == false then check() end
    return result
end

--- Takes the body with its colliders and joints out of the simulation, or puts it back in. A step does so
--- itself with a body whose numbers have grown beyond all bounds.
---
--- On failure: false.
function M.Body:set_enabled(enabled)
    local result = C.rt_rapier2d_body_set_enabled(self.parent.handle, self.handle, enabled)
    if result == false then check() end
    return result
end

--- True where the body is in the simulation.
---
--- On failure: false.
function M.Body:is_enabled()
    local result = C.rt_rapier2d_body_is_enabled(self.parent.handle, self.handle)
    if result == false then check() end
    return result
end

--- Sends a kinematic body somewhere: the next step moves it there, pushing what is in the way as fast as
--- that takes, and then it stands still.
---
--- On failure: false.
function M.Body:move_to(x, y, rotation)
    local result = C.rt_rapier2d_body_move_to(self.parent.handle, self.handle, x, y, rotation)
    if result == false then check() end
    return result
end

--- Pushes a dynamic body with a force in newtons at a point of the world, during the next step only.
---
--- On failure: false.
function M.Body:apply_force_at(fx, fy, x, y, wake_up)
    local result = C.rt_rapier2d_body_apply_force_at(self.parent.handle, self.handle, fx, fy, x, y, wake_up)
    if result == false then check() end
    return result
end

--- Changes a dynamic body's velocity and spin at once by an impulse in newton seconds at a point of the
--- world.
---
--- On failure: false.
function M.Body:apply_impulse_at(ix, iy, x, y, wake_up)
    local result = C.rt_rapier2d_body_apply_impulse_at(self.parent.handle, self.handle, ix, iy, x, y, wake_up)
    if result == false then check() end
    return result
end

--- Changes a dynamic body's spin at once by an angular impulse in newton metre seconds.
---
--- On failure: false.
function M.Body:apply_angular_impulse(impulse, wake_up)
    local result = C.rt_rapier2d_body_apply_angular_impulse(self.parent.handle, self.handle, impulse, wake_up)
    if result == false then check() end
    return result
end

--- The body's moment of inertia about its centre of mass in kg·m²; 0 where it has none and does not turn.
---
--- On failure: 0.0.
function M.Body:get_inertia()
    local result = C.rt_rapier2d_body_get_inertia(self.parent.handle, self.handle)
    if result == 0.0 then check() end
    return result
end

--- The body's centre of mass, as a point of the world.
---
--- On failure: x 0.0, y 0.0.
function M.Body:get_center_of_mass()
    local result = rt.structures.RtPhysicsVector(C.rt_rapier2d_body_get_center_of_mass(self.parent.handle, self.handle))
    if result["x"] == 0.0 and result["y"] == 0.0 then check() end
    return result
end

--- Where the body will be after `dt` seconds, 0 to 1, at its present velocity, were nothing in the way.
---
--- On failure: x 0.0, y 0.0, rotation 0.0.
function M.Body:predict_position(dt)
    local result = rt.structures.RtBodyPosition(C.rt_rapier2d_body_predict_position(self.parent.handle, self.handle, dt))
    if result["x"] == 0.0 and result["y"] == 0.0 and result["rotation"] == 0.0 then check() end
    return result
end

--- Multiplies the gravity that acts on the body; 1 in a new body, 0 for none, below 0 to rise. Wakes it.
---
--- On failure: false.
function M.Body:set_gravity_scale(scale)
    local result = C.rt_rapier2d_body_set_gravity_scale(self.parent.handle, self.handle, scale)
    if result == false then check() end
    return result
end

--- Keeps the body from turning, or lets it turn again.
---
--- On failure: false.
function M.Body:lock_rotation(locked)
    local result = C.rt_rapier2d_body_lock_rotation(self.parent.handle, self.handle, locked)
    if result == false then check() end
    return result
end

--- Whether the body falls asleep when it rests, as a new one does.
---
--- On failure: false.
function M.Body:set_can_sleep(can_sleep)
    local result = C.rt_rapier2d_body_set_can_sleep(self.parent.handle, self.handle, can_sleep)
    if result == false then check() end
    return result
end

--- Full continuous collision detection for a fast dynamic body: it cannot pass through moving bodies
--- between two steps either. Static colliders stop every fast body as it is.
---
--- On failure: false.
function M.Body:set_ccd(enabled)
    local result = C.rt_rapier2d_body_set_ccd(self.parent.handle, self.handle, enabled)
    if result == false then check() end
    return result
end

--- Lets the body turn by more than 45° in a substep, of which a step has 4: a wheel, say. A new body may not,
--- so that continuous collision detection stays exact.
---
--- On failure: false.
function M.Body:set_fast_rotation(allowed)
    local result = C.rt_rapier2d_body_set_fast_rotation(self.parent.handle, self.handle, allowed)
    if result == false then check() end
    return result
end

--- A number of the host's own, kept with the body and in snapshots; 0 in a new body.
---
--- On failure: false.
function M.Body:set_user_data(user_data)
    local result = C.rt_rapier2d_body_set_user_data(self.parent.handle, self.handle, rt.to_integer(user_data))
    if result == false then check() end
    return result
end

--- The number that `rt_rapier2d_body_set_user_data` left; 0 on failure.
---
--- On failure: 0.
function M.Body:get_user_data()
    local result = rt.integer(C.rt_rapier2d_body_get_user_data(self.parent.handle, self.handle))
    if result == 0 then check() end
    return result
end

--- The handles of the body's colliders.
---
--- On failure: [].
function M.Body:get_colliders()
    local result = rt.take_numbers(C.rt_rapier2d_body_get_colliders(self.parent.handle, self.handle), C.rt_i64_array_free)
    if #result == 0 then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.Collider:_release()
    quietly(C.rt_rapier2d_collider_free, self.parent.handle, self.handle)
end

--- Moves and turns the collider relative to its body.
---
--- On failure: false.
function M.Collider:set_offset(x, y, rotation)
    local result = C.rt_rapier2d_collider_set_offset(self.parent.handle, self.handle, x, y, rotation)
    if result == false then check() end
    return result
end

--- How much of its speed a bounce gives back: 0 none, 1 all. Two colliders that meet use the average of
--- theirs. What lands flat on two corners at once comes back slower, a box to three quarters of the height:
--- the solver works through the corners one after the other.
---
--- On failure: false.
function M.Collider:set_restitution(coef)
    local result = C.rt_rapier2d_collider_set_restitution(self.parent.handle, self.handle, coef)
    if result == false then check() end
    return result
end

--- The coefficient of friction. Two colliders that meet use the average of theirs.
---
--- On failure: false.
function M.Collider:set_friction(coef)
    local result = C.rt_rapier2d_collider_set_friction(self.parent.handle, self.handle, coef)
    if result == false then check() end
    return result
end

--- The density in kg/m², from which its body's mass follows at once. 0 for a collider without mass.
---
--- On failure: false.
function M.Collider:set_density(density)
    local result = C.rt_rapier2d_collider_set_density(self.parent.handle, self.handle, density)
    if result == false then check() end
    return result
end

--- A sensor feels what touches it (`rt_rapier2d_world_intersection_test`, collision events) without stopping
--- it: it makes no contacts, and rays pass through. It still weighs what its density says.
---
--- On failure: false.
function M.Collider:set_sensor(is_sensor)
    local result = C.rt_rapier2d_collider_set_sensor(self.parent.handle, self.handle, is_sensor)
    if result == false then check() end
    return result
end

--- Which colliders this one meets: `memberships` are the groups that it belongs to and `filter` those it
--- meets, 32 of them, a bit each. Two colliders meet where each one's filter has a group of the other.
---
--- On failure: false.
function M.Collider:set_groups(memberships, filter)
    local result = C.rt_rapier2d_collider_set_groups(self.parent.handle, self.handle, rt.to_integer(memberships), rt.to_integer(filter))
    if result == false then check() end
    return result
end

--- Where the collider is in the world.
---
--- On failure: x 0.0, y 0.0, rotation 0.0.
function M.Collider:get_position()
    local result = rt.structures.RtBodyPosition(C.rt_rapier2d_collider_get_position(self.parent.handle, self.handle))
    if result["x"] == 0.0 and result["y"] == 0.0 and result["rotation"] == 0.0 then check() end
    return result
end

--- The handle of the body that the collider belongs to.
---
--- On failure: 0.
function M.Collider:get_body()
    local result = C.rt_rapier2d_collider_get_body(self.parent.handle, self.handle)
    if result == 0 then check() end
    return M.Body.wrap(result, self.parent, false)
end

--- A number of the host's own, kept with the collider and in snapshots; 0 in a new collider.
---
--- On failure: false.
function M.Collider:set_user_data(user_data)
    local result = C.rt_rapier2d_collider_set_user_data(self.parent.handle, self.handle, rt.to_integer(user_data))
    if result == false then check() end
    return result
end

--- The number that `rt_rapier2d_collider_set_user_data` left; 0 on failure.
---
--- On failure: 0.
function M.Collider:get_user_data()
    local result = rt.integer(C.rt_rapier2d_collider_get_user_data(self.parent.handle, self.handle))
    if result == 0 then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.Contacts:_release()
    quietly(C.rt_rapier2d_contacts_free, self.handle)
end

--- How many touching points there are.
---
--- On failure: -1.
function M.Contacts:count()
    local result = rt.integer(C.rt_rapier2d_contacts_count(self.handle))
    if result == -1 then check() end
    return result
end

--- The touching point at `index`.
---
--- On failure: collider1 0, collider2 0, point_x 0.0, point_y 0.0, normal_x 0.0, normal_y 0.0, penetration 0.0.
function M.Contacts:get(index)
    local result = rt.structures.RtContact(C.rt_rapier2d_contacts_get(self.handle, rt.to_integer(index)))
    if result["collider1"] == 0 and result["collider2"] == 0 and result["point_x"] == 0.0 and result["point_y"] == 0.0 and result["normal_x"] == 0.0 and result["normal_y"] == 0.0 and result["penetration"] == 0.0 then check() end
    return result
end

--- All touching points at once: point x, y, normal x, y and penetration of each.
---
--- On failure: [].
function M.Contacts:values()
    local result = rt.take_numbers(C.rt_rapier2d_contacts_values(self.handle), C.rt_f64_array_free)
    if #result == 0 then check() end
    return result
end

--- The two colliders of each touching point, in the same order.
---
--- On failure: [].
function M.Contacts:colliders()
    local result = rt.take_numbers(C.rt_rapier2d_contacts_colliders(self.handle), C.rt_i64_array_free)
    if #result == 0 then check() end
    return result
end

--- All touching points as packed 32-bit floats for a GPU's buffer: point x, y and normal x, y, 16 bytes each.
---
--- On failure: [].
function M.Contacts:bytes()
    local result = rt.take_bytes(C.rt_rapier2d_contacts_bytes(self.handle))
    if #result == 0 then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.Joint:_release()
    quietly(C.rt_rapier2d_joint_free, self.parent.handle, self.handle)
end

--- Keeps a revolute joint's angle (radians, less than a full turn apart) or a prismatic joint's position
--- (metres) from `min` to `max`.
---
--- On failure: false.
function M.Joint:set_limits(min, max)
    local result = C.rt_rapier2d_joint_set_limits(self.parent.handle, self.handle, min, max)
    if result == false then check() end
    return result
end

--- Drives a revolute joint towards `target_vel` rad/s, or a prismatic one towards m/s, with a torque (N·m)
--- or force (N) of at most `max_force`, which may be infinite. With 0 the joint moves freely.
---
--- On failure: false.
function M.Joint:set_motor(target_vel, max_force)
    local result = C.rt_rapier2d_joint_set_motor(self.parent.handle, self.handle, target_vel, max_force)
    if result == false then check() end
    return result
end

--- Whether the two bodies of the joint collide with each other, as they do at first.
---
--- On failure: false.
function M.Joint:set_contacts(enabled)
    local result = C.rt_rapier2d_joint_set_contacts(self.parent.handle, self.handle, enabled)
    if result == false then check() end
    return result
end

--- Where the joint is: a revolute joint's angle in radians, above −π and up to π, a prismatic joint's
--- position in metres, a distance joint's length.
---
--- On failure: 0.0.
function M.Joint:get_position()
    local result = C.rt_rapier2d_joint_get_position(self.parent.handle, self.handle)
    if result == 0.0 then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.CollisionEvents:_release()
    quietly(C.rt_rapier2d_collision_events_free, self.handle)
end

--- How many events there are.
---
--- On failure: -1.
function M.CollisionEvents:count()
    local result = rt.integer(C.rt_rapier2d_collision_events_count(self.handle))
    if result == -1 then check() end
    return result
end

--- The event at `index`, in the order they happened.
---
--- On failure: collider1 0, collider2 0, started false, sensor false.
function M.CollisionEvents:get(index)
    local result = rt.structures.RtCollisionEvent(C.rt_rapier2d_collision_events_get(self.handle, rt.to_integer(index)))
    if result["collider1"] == 0 and result["collider2"] == 0 and result["started"] == false and result["sensor"] == false then check() end
    return result
end

return M
