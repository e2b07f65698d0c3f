# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

module SimpleNative
  # Rigid body physics in two dimensions.
  #
  # Lengths are metres, angles radians (counter-clockwise, with y up), masses kilograms, times seconds. A
  # world holds bodies; colliders give bodies their shape and mass; joints tie two bodies together. Handles
  # belong to one world: a call that mixes worlds fails, and freeing a world makes all its bodies, colliders
  # and joints stale at once. Calls from several threads into one world take turns, and wait while it steps;
  # different worlds do not wait for each other.
  #
  # Numbers are double precision inside too (the build `rapier2d-f64` of the crate `rapier2d`). Measured on
  # a pile of 1,000 bodies, a step takes 0.86 ms against 0.63 ms in single precision, 1.36 times as long.
  # For that, what a host sets it reads back exactly; ten seconds of free fall end 2e-12 m from the scheme's
  # exact sum rather than 1.9 mm; and a body that creeps at 0.1 m/s still moves ten kilometres from the
  # origin, where single precision loses every step of it.
  #
  # The same calls in the same order give the same numbers, bit for bit, on one machine. Queries never change
  # how a simulation goes on.
  #
  # Numbers must be finite and no larger than 1e15; sizes and masses no smaller than 1e-15.
  module Rapier2d
    extend Library
    self.library = "rapier2d"

    # Where a body is.
    BodyPosition = Runtime.structure(24, "@0d@8d@16d", [:f64, :f64, :f64], :x, :y, :rotation)

    # How fast a body moves.
    BodyVelocity = Runtime.structure(24, "@0d@8d@16d", [:f64, :f64, :f64], :vx, :vy, :angular)

    # A point where two colliders touch.
    Contact = Runtime.structure(56, "@0q@8q@16d@24d@32d@40d@48d", [:i64, :i64, :f64, :f64, :f64, :f64, :f64], :collider1, :collider2, :point_x, :point_y, :normal_x, :normal_y, :penetration)

    # What a ray hits.
    RayHit = Runtime.structure(24, "@0C@8q@16d", [:bool, :i64, :f64], :hit, :collider, :distance)

    # A vector, or a point.
    PhysicsVector = Runtime.structure(16, "@0d@8d", [:f64, :f64], :x, :y)

    # Two colliders that started or stopped touching.
    CollisionEvent = Runtime.structure(24, "@0q@8q@16C@17C", [:i64, :i64, :bool, :bool], :collider1, :collider2, :started, :sensor)

    # What a ray or a moving shape hits, and where.
    CastHit = Runtime.structure(56, "@0C@8q@16d@24d@32d@40d@48d", [:bool, :i64, :f64, :f64, :f64, :f64, :f64], :hit, :collider, :distance, :x, :y, :normal_x, :normal_y)

    # The collider closest to a point.
    NearestCollider = Runtime.structure(48, "@0C@8q@16d@24d@32d@40C", [:bool, :i64, :f64, :f64, :f64, :bool], :found, :collider, :distance, :x, :y, :inside)

    RT_RAPIER2D_WORLD_NEW = declare("rt_rapier2d_world_new", [F64, F64], I64)
    # An empty world with this gravity in m/s², (0, −9.81) on Earth with y up. The caller frees it.
    #
    # On failure: 0.
    def self.rt_rapier2d_world_new(gravity_x, gravity_y) = RT_RAPIER2D_WORLD_NEW.call(gravity_x, gravity_y)

    RT_RAPIER2D_WORLD_FREE = declare("rt_rapier2d_world_free", [I64], BOOL)
    # Frees the world with all its bodies, colliders and joints, whose handles are stale at once. Waits for a
    # step that another thread has under way. Contacts and events that were taken from it live on.
    #
    # On failure: false.
    def self.rt_rapier2d_world_free(world) = RT_RAPIER2D_WORLD_FREE.call(Runtime.integer(world)) != 0

    RT_RAPIER2D_WORLD_STEP = declare("rt_rapier2d_world_step", [I64, F64], BOOL)
    # Advances the world by `dt` seconds, above 0 and at most 1. Steps of equal length, 1/60 or 1/120, behave
    # best. Speeds above 400 m/s (see `rt_rapier2d_world_set_max_speed`) and turns of more than 45° a substep
    # (see `rt_rapier2d_body_set_fast_rotation`) are cut down to that.
    #
    # On failure: false.
    def self.rt_rapier2d_world_step(world, dt) = RT_RAPIER2D_WORLD_STEP.call(Runtime.integer(world), dt) != 0

    RT_RAPIER2D_WORLD_SET_GRAVITY = declare("rt_rapier2d_world_set_gravity", [I64, F64, F64], BOOL)
    # Changes the gravity, in m/s², and wakes every body.
    #
    # On failure: false.
    def self.rt_rapier2d_world_set_gravity(world, x, y) = RT_RAPIER2D_WORLD_SET_GRAVITY.call(Runtime.integer(world), x, y) != 0

    RT_RAPIER2D_BODY_NEW_DYNAMIC = declare("rt_rapier2d_body_new_dynamic", [I64, F64, F64, F64], I64)
    # A dynamic body: gravity, forces and contacts move it. It weighs what its colliders weigh, or what
    # `rt_rapier2d_body_set_mass` says; without either, neither gravity nor forces move it. The world owns it.
    #
    # On failure: 0.
    def self.rt_rapier2d_body_new_dynamic(world, x, y, rotation) = RT_RAPIER2D_BODY_NEW_DYNAMIC.call(Runtime.integer(world), x, y, rotation)

    RT_RAPIER2D_BODY_NEW_STATIC = declare("rt_rapier2d_body_new_static", [I64, F64, F64, F64], I64)
    # A static body: nothing moves it but `rt_rapier2d_body_set_position`. The world owns it.
    #
    # On failure: 0.
    def self.rt_rapier2d_body_new_static(world, x, y, rotation) = RT_RAPIER2D_BODY_NEW_STATIC.call(Runtime.integer(world), x, y, rotation)

    RT_RAPIER2D_BODY_NEW_KINEMATIC = declare("rt_rapier2d_body_new_kinematic", [I64, F64, F64, F64], I64)
    # A kinematic body: it moves at the velocity that it is given, or where `rt_rapier2d_body_move_to` sends
    # it, pushes dynamic bodies, and is pushed by none. The world owns it.
    #
    # On failure: 0.
    def self.rt_rapier2d_body_new_kinematic(world, x, y, rotation) = RT_RAPIER2D_BODY_NEW_KINEMATIC.call(Runtime.integer(world), x, y, rotation)

    RT_RAPIER2D_BODY_FREE = declare("rt_rapier2d_body_free", [I64, I64], BOOL)
    # Frees the body with its colliders and joints, whose handles are stale at once.
    #
    # On failure: false.
    def self.rt_rapier2d_body_free(world, handle) = RT_RAPIER2D_BODY_FREE.call(Runtime.integer(world), Runtime.integer(handle)) != 0

    RT_RAPIER2D_BODY_GET_POSITION = declare("rt_rapier2d_body_get_position", [I64, I64], BodyPosition)
    # Where the body is now.
    #
    # On failure: x 0.0, y 0.0, rotation 0.0.
    def self.rt_rapier2d_body_get_position(world, handle) = RT_RAPIER2D_BODY_GET_POSITION.call(Runtime.integer(world), Runtime.integer(handle))

    RT_RAPIER2D_BODY_SET_POSITION = declare("rt_rapier2d_body_set_position", [I64, I64, F64, F64, F64], BOOL)
    # Puts the body somewhere at once, without moving through what is between, and wakes it. Its velocity
    # stays. Queries see it there from now on.
    #
    # On failure: false.
    def self.rt_rapier2d_body_set_position(world, handle, x, y, rotation) = RT_RAPIER2D_BODY_SET_POSITION.call(Runtime.integer(world), Runtime.integer(handle), x, y, rotation) != 0

    RT_RAPIER2D_BODY_GET_VELOCITY = declare("rt_rapier2d_body_get_velocity", [I64, I64], BodyVelocity)
    # How fast the body moves.
    #
    # On failure: vx 0.0, vy 0.0, angular 0.0.
    def self.rt_rapier2d_body_get_velocity(world, handle) = RT_RAPIER2D_BODY_GET_VELOCITY.call(Runtime.integer(world), Runtime.integer(handle))

    RT_RAPIER2D_BODY_SET_VELOCITY = declare("rt_rapier2d_body_set_velocity", [I64, I64, F64, F64, F64], BOOL)
    # Gives a dynamic or kinematic body a velocity and wakes it. A kinematic body keeps it until it is given
    # another.
    #
    # On failure: false.
    def self.rt_rapier2d_body_set_velocity(world, handle, vx, vy, angular) = RT_RAPIER2D_BODY_SET_VELOCITY.call(Runtime.integer(world), Runtime.integer(handle), vx, vy, angular) != 0

    RT_RAPIER2D_BODY_APPLY_FORCE = declare("rt_rapier2d_body_apply_force", [I64, I64, F64, F64, BOOL], BOOL)
    # Pushes a dynamic body at its centre of mass with a force in newtons, during the next step only: call
    # again before each step for a lasting push. Forces of several calls add up. A sleeping body that is not
    # woken by it does not move.
    #
    # On failure: false.
    def self.rt_rapier2d_body_apply_force(world, handle, fx, fy, wake_up) = RT_RAPIER2D_BODY_APPLY_FORCE.call(Runtime.integer(world), Runtime.integer(handle), fx, fy, wake_up ? 1 : 0) != 0

    RT_RAPIER2D_BODY_APPLY_IMPULSE = declare("rt_rapier2d_body_apply_impulse", [I64, I64, F64, F64, BOOL], BOOL)
    # Changes a dynamic body's velocity at once by an impulse in newton seconds at its centre of mass.
    #
    # On failure: false.
    def self.rt_rapier2d_body_apply_impulse(world, handle, ix, iy, wake_up) = RT_RAPIER2D_BODY_APPLY_IMPULSE.call(Runtime.integer(world), Runtime.integer(handle), ix, iy, wake_up ? 1 : 0) != 0

    RT_RAPIER2D_BODY_APPLY_TORQUE = declare("rt_rapier2d_body_apply_torque", [I64, I64, F64, BOOL], BOOL)
    # Turns a dynamic body with a torque in newton metres, counter-clockwise, during the next step only. A body
    # without colliders has no moment of inertia and does not turn.
    #
    # On failure: false.
    def self.rt_rapier2d_body_apply_torque(world, handle, torque, wake_up) = RT_RAPIER2D_BODY_APPLY_TORQUE.call(Runtime.integer(world), Runtime.integer(handle), torque, wake_up ? 1 : 0) != 0

    RT_RAPIER2D_BODY_SET_MASS = declare("rt_rapier2d_body_set_mass", [I64, I64, F64], BOOL)
    # Makes the body weigh `mass` kilograms in all, whatever colliders it has or gets; its moment of inertia is
    # that of its colliders, scaled to this mass.
    #
    # On failure: false.
    def self.rt_rapier2d_body_set_mass(world, handle, mass) = RT_RAPIER2D_BODY_SET_MASS.call(Runtime.integer(world), Runtime.integer(handle), mass) != 0

    RT_RAPIER2D_BODY_GET_MASS = declare("rt_rapier2d_body_get_mass", [I64, I64], F64)
    # What the body weighs in kilograms: what it was given, else the sum of its colliders.
    #
    # On failure: 0.0.
    def self.rt_rapier2d_body_get_mass(world, handle) = RT_RAPIER2D_BODY_GET_MASS.call(Runtime.integer(world), Runtime.integer(handle))

    RT_RAPIER2D_BODY_SET_LINEAR_DAMPING = declare("rt_rapier2d_body_set_linear_damping", [I64, I64, F64], BOOL)
    # How fast the body's velocity fades, per second: with no force it falls to 1/(1 + damping·dt) in dt. 0 in
    # a new body.
    #
    # On failure: false.
    def self.rt_rapier2d_body_set_linear_damping(world, handle, damping) = RT_RAPIER2D_BODY_SET_LINEAR_DAMPING.call(Runtime.integer(world), Runtime.integer(handle), damping) != 0

    RT_RAPIER2D_BODY_SET_ANGULAR_DAMPING = declare("rt_rapier2d_body_set_angular_damping", [I64, I64, F64], BOOL)
    # How fast the body's spin fades, per second, as with linear damping. 0 in a new body.
    #
    # On failure: false.
    def self.rt_rapier2d_body_set_angular_damping(world, handle, damping) = RT_RAPIER2D_BODY_SET_ANGULAR_DAMPING.call(Runtime.integer(world), Runtime.integer(handle), damping) != 0

    RT_RAPIER2D_BODY_IS_SLEEPING = declare("rt_rapier2d_body_is_sleeping", [I64, I64], BOOL)
    # True where the body rests and is left out of the simulation until something wakes it.
    #
    # On failure: false.
    def self.rt_rapier2d_body_is_sleeping(world, handle) = RT_RAPIER2D_BODY_IS_SLEEPING.call(Runtime.integer(world), Runtime.integer(handle)) != 0

    RT_RAPIER2D_BODY_WAKE_UP = declare("rt_rapier2d_body_wake_up", [I64, I64], BOOL)
    # Wakes the body.
    #
    # On failure: false.
    def self.rt_rapier2d_body_wake_up(world, handle) = RT_RAPIER2D_BODY_WAKE_UP.call(Runtime.integer(world), Runtime.integer(handle)) != 0

    RT_RAPIER2D_COLLIDER_NEW_CIRCLE = declare("rt_rapier2d_collider_new_circle", [I64, I64, F64], I64)
    # A circle about the body's origin. A new collider has density 1 kg/m², friction 0.5, restitution 0, no
    # offset, is solid, and belongs to and meets all groups.
    #
    # On failure: 0.
    def self.rt_rapier2d_collider_new_circle(world, body, radius) = RT_RAPIER2D_COLLIDER_NEW_CIRCLE.call(Runtime.integer(world), Runtime.integer(body), radius)

    RT_RAPIER2D_COLLIDER_NEW_BOX = declare("rt_rapier2d_collider_new_box", [I64, I64, F64, F64], I64)
    # A box of twice these sizes about the body's origin.
    #
    # On failure: 0.
    def self.rt_rapier2d_collider_new_box(world, body, half_width, half_height) = RT_RAPIER2D_COLLIDER_NEW_BOX.call(Runtime.integer(world), Runtime.integer(body), half_width, half_height)

    RT_RAPIER2D_COLLIDER_NEW_CAPSULE = declare("rt_rapier2d_collider_new_capsule", [I64, I64, F64, F64], I64)
    # A capsule about the body's origin: all points no farther than `radius` from the segment that goes from
    # `half_height` below to `half_height` above it, along the body's y axis.
    #
    # On failure: 0.
    def self.rt_rapier2d_collider_new_capsule(world, body, half_height, radius) = RT_RAPIER2D_COLLIDER_NEW_CAPSULE.call(Runtime.integer(world), Runtime.integer(body), half_height, radius)

    RT_RAPIER2D_COLLIDER_NEW_POLYGON = declare("rt_rapier2d_collider_new_polygon", [I64, I64, PTR, I64], I64)
    # A polygon whose outline is `vertices`, x, y pairs in the body's coordinates, in either winding, at least
    # 3 points, which does not cross or touch itself. A convex one, of up to 16,384 points, is taken as it is;
    # another, of up to 2,048, is cut into convex pieces that together are exactly it, and is one collider all
    # the same.
    #
    # On failure: 0.
    def self.rt_rapier2d_collider_new_polygon(world, body, vertices) = RT_RAPIER2D_COLLIDER_NEW_POLYGON.call(Runtime.integer(world), Runtime.integer(body), *Runtime.floats(vertices))

    RT_RAPIER2D_COLLIDER_FREE = declare("rt_rapier2d_collider_free", [I64, I64], BOOL)
    # Frees the collider. Its body stays, and weighs less by it unless it was given a mass.
    #
    # On failure: false.
    def self.rt_rapier2d_collider_free(world, handle) = RT_RAPIER2D_COLLIDER_FREE.call(Runtime.integer(world), Runtime.integer(handle)) != 0

    RT_RAPIER2D_COLLIDER_SET_OFFSET = declare("rt_rapier2d_collider_set_offset", [I64, I64, F64, F64, F64], BOOL)
    # Moves and turns the collider relative to its body.
    #
    # On failure: false.
    def self.rt_rapier2d_collider_set_offset(world, handle, x, y, rotation) = RT_RAPIER2D_COLLIDER_SET_OFFSET.call(Runtime.integer(world), Runtime.integer(handle), x, y, rotation) != 0

    RT_RAPIER2D_COLLIDER_SET_RESTITUTION = declare("rt_rapier2d_collider_set_restitution", [I64, I64, F64], BOOL)
    # How much of its speed a bounce gives back: 0 none, 1 all. Two colliders that meet use the average of
    # theirs. What lands flat on two corners at once comes back slower, a box to three quarters of the height:
    # the solver works through the corners one after the other.
    #
    # On failure: false.
    def self.rt_rapier2d_collider_set_restitution(world, handle, coef) = RT_RAPIER2D_COLLIDER_SET_RESTITUTION.call(Runtime.integer(world), Runtime.integer(handle), coef) != 0

    RT_RAPIER2D_COLLIDER_SET_FRICTION = declare("rt_rapier2d_collider_set_friction", [I64, I64, F64], BOOL)
    # The coefficient of friction. Two colliders that meet use the average of theirs.
    #
    # On failure: false.
    def self.rt_rapier2d_collider_set_friction(world, handle, coef) = RT_RAPIER2D_COLLIDER_SET_FRICTION.call(Runtime.integer(world), Runtime.integer(handle), coef) != 0

    RT_RAPIER2D_COLLIDER_SET_DENSITY = declare("rt_rapier2d_collider_set_density", [I64, I64, F64], BOOL)
    # The density in kg/m², from which its body's mass follows at once. 0 for a collider without mass.
    #
    # On failure: false.
    def self.rt_rapier2d_collider_set_density(world, handle, density) = RT_RAPIER2D_COLLIDER_SET_DENSITY.call(Runtime.integer(world), Runtime.integer(handle), density) != 0

    RT_RAPIER2D_COLLIDER_SET_SENSOR = declare("rt_rapier2d_collider_set_sensor", [I64, I64, BOOL], BOOL)
    # A sensor feels what touches it (`rt_rapier2d_world_intersection_test`, collision events) without stopping
    # it: it makes no contacts, and rays pass through. It still weighs what its density says.
    #
    # On failure: false.
    def self.rt_rapier2d_collider_set_sensor(world, handle, is_sensor) = RT_RAPIER2D_COLLIDER_SET_SENSOR.call(Runtime.integer(world), Runtime.integer(handle), is_sensor ? 1 : 0) != 0

    RT_RAPIER2D_WORLD_GET_CONTACTS = declare("rt_rapier2d_world_get_contacts", [I64], I64)
    # The touching points after the last step, at the places where the colliders are now, as an object that
    # the caller frees with `rt_rapier2d_contacts_free`: it does not change with the world. Sensors make none.
    #
    # On failure: 0.
    def self.rt_rapier2d_world_get_contacts(world) = RT_RAPIER2D_WORLD_GET_CONTACTS.call(Runtime.integer(world))

    RT_RAPIER2D_CONTACTS_COUNT = declare("rt_rapier2d_contacts_count", [I64], I64)
    # How many touching points there are.
    #
    # On failure: -1.
    def self.rt_rapier2d_contacts_count(contacts) = RT_RAPIER2D_CONTACTS_COUNT.call(Runtime.integer(contacts))

    RT_RAPIER2D_CONTACTS_GET = declare("rt_rapier2d_contacts_get", [I64, I64], Contact)
    # The touching point at `index`.
    #
    # On failure: collider1 0, collider2 0, point_x 0.0, point_y 0.0, normal_x 0.0, normal_y 0.0, penetration 0.0.
    def self.rt_rapier2d_contacts_get(contacts, index) = RT_RAPIER2D_CONTACTS_GET.call(Runtime.integer(contacts), Runtime.integer(index))

    RT_RAPIER2D_CONTACTS_FREE = declare("rt_rapier2d_contacts_free", [I64], BOOL)
    # Frees the contacts.
    #
    # On failure: false.
    def self.rt_rapier2d_contacts_free(contacts) = RT_RAPIER2D_CONTACTS_FREE.call(Runtime.integer(contacts)) != 0

    RT_RAPIER2D_WORLD_INTERSECTION_TEST = declare("rt_rapier2d_world_intersection_test", [I64, I64, I64], BOOL)
    # True where the two colliders overlap or touch as they are now, whatever their groups and whether or not
    # they are sensors.
    #
    # On failure: false.
    def self.rt_rapier2d_world_intersection_test(world, collider1, collider2) = RT_RAPIER2D_WORLD_INTERSECTION_TEST.call(Runtime.integer(world), Runtime.integer(collider1), Runtime.integer(collider2)) != 0

    RT_RAPIER2D_WORLD_CAST_RAY = declare("rt_rapier2d_world_cast_ray", [I64, F64, F64, F64, F64, F64], RayHit)
    # The first collider on a ray from a point along a direction of any length but 0, up to `max_dist` metres,
    # which may be infinite. Shapes are solid: from inside the distance is 0. Sensors are not hit. To hit
    # nothing is no failure.
    #
    # On failure: hit false, collider 0, distance 0.0.
    def self.rt_rapier2d_world_cast_ray(world, origin_x, origin_y, dir_x, dir_y, max_dist) = RT_RAPIER2D_WORLD_CAST_RAY.call(Runtime.integer(world), origin_x, origin_y, dir_x, dir_y, max_dist)

    RT_RAPIER2D_JOINT_DISTANCE = declare("rt_rapier2d_joint_distance", [I64, I64, I64, F64, F64, F64, F64, F64], I64)
    # Holds two points, one of each body and in that body's coordinates, `distance` metres apart, above 0: a
    # massless rod. Bodies that a joint ties still collide with each other; see
    # `rt_rapier2d_joint_set_contacts`. The world owns the joint.
    #
    # On failure: 0.
    def self.rt_rapier2d_joint_distance(world, body1, body2, anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance) = RT_RAPIER2D_JOINT_DISTANCE.call(Runtime.integer(world), Runtime.integer(body1), Runtime.integer(body2), anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance)

    RT_RAPIER2D_JOINT_REVOLUTE = declare("rt_rapier2d_joint_revolute", [I64, I64, I64, F64, F64], I64)
    # A hinge at a point of the world, which both bodies keep there. Its angle is 0 as they are now and grows
    # as `body2` turns counter-clockwise.
    #
    # On failure: 0.
    def self.rt_rapier2d_joint_revolute(world, body1, body2, anchor_x, anchor_y) = RT_RAPIER2D_JOINT_REVOLUTE.call(Runtime.integer(world), Runtime.integer(body1), Runtime.integer(body2), anchor_x, anchor_y)

    RT_RAPIER2D_JOINT_PRISMATIC = declare("rt_rapier2d_joint_prismatic", [I64, I64, I64, F64, F64], I64)
    # Lets `body2` slide along an axis, given in `body1`'s coordinates with any length but 0, without turning.
    # Its position is 0 m as they are now and grows along the axis.
    #
    # On failure: 0.
    def self.rt_rapier2d_joint_prismatic(world, body1, body2, axis_x, axis_y) = RT_RAPIER2D_JOINT_PRISMATIC.call(Runtime.integer(world), Runtime.integer(body1), Runtime.integer(body2), axis_x, axis_y)

    RT_RAPIER2D_JOINT_FIXED = declare("rt_rapier2d_joint_fixed", [I64, I64, I64], I64)
    # Keeps two bodies as they are now relative to each other.
    #
    # On failure: 0.
    def self.rt_rapier2d_joint_fixed(world, body1, body2) = RT_RAPIER2D_JOINT_FIXED.call(Runtime.integer(world), Runtime.integer(body1), Runtime.integer(body2))

    RT_RAPIER2D_JOINT_FREE = declare("rt_rapier2d_joint_free", [I64, I64], BOOL)
    # Frees the joint; its bodies go on without it, awake.
    #
    # On failure: false.
    def self.rt_rapier2d_joint_free(world, handle) = RT_RAPIER2D_JOINT_FREE.call(Runtime.integer(world), Runtime.integer(handle)) != 0

    RT_RAPIER2D_JOINT_SET_LIMITS = declare("rt_rapier2d_joint_set_limits", [I64, I64, F64, F64], BOOL)
    # Keeps a revolute joint's angle (radians, less than a full turn apart) or a prismatic joint's position
    # (metres) from `min` to `max`.
    #
    # On failure: false.
    def self.rt_rapier2d_joint_set_limits(world, joint, min, max) = RT_RAPIER2D_JOINT_SET_LIMITS.call(Runtime.integer(world), Runtime.integer(joint), min, max) != 0

    RT_RAPIER2D_JOINT_SET_MOTOR = declare("rt_rapier2d_joint_set_motor", [I64, I64, F64, F64], BOOL)
    # Drives a revolute joint towards `target_vel` rad/s, or a prismatic one towards m/s, with a torque (N·m)
    # or force (N) of at most `max_force`, which may be infinite. With 0 the joint moves freely.
    #
    # On failure: false.
    def self.rt_rapier2d_joint_set_motor(world, joint, target_vel, max_force) = RT_RAPIER2D_JOINT_SET_MOTOR.call(Runtime.integer(world), Runtime.integer(joint), target_vel, max_force) != 0

    RT_RAPIER2D_WORLD_BODY_COUNT = declare("rt_rapier2d_world_body_count", [I64], I64)
    # How many bodies the world has.
    #
    # On failure: -1.
    def self.rt_rapier2d_world_body_count(world) = RT_RAPIER2D_WORLD_BODY_COUNT.call(Runtime.integer(world))

    RT_RAPIER2D_WORLD_COLLIDER_COUNT = declare("rt_rapier2d_world_collider_count", [I64], I64)
    # How many colliders the world has.
    #
    # On failure: -1.
    def self.rt_rapier2d_world_collider_count(world) = RT_RAPIER2D_WORLD_COLLIDER_COUNT.call(Runtime.integer(world))

    RT_RAPIER2D_WORLD_JOINT_COUNT = declare("rt_rapier2d_world_joint_count", [I64], I64)
    # How many joints the world has.
    #
    # On failure: -1.
    def self.rt_rapier2d_world_joint_count(world) = RT_RAPIER2D_WORLD_JOINT_COUNT.call(Runtime.integer(world))

    RT_RAPIER2D_GET_LAST_ERROR = declare("rt_rapier2d_get_last_error", [], PTR)
    # Why this thread's last failed rapier2d call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
    def self.rt_rapier2d_get_last_error() = Runtime.take_text(RT_RAPIER2D_GET_LAST_ERROR.call())

    RT_RAPIER2D_BODY_GET_TYPE = declare("rt_rapier2d_body_get_type", [I64, I64], I64)
    # What moves the body: 0 dynamic, 1 static, 2 kinematic; −1 on failure.
    #
    # On failure: -1.
    def self.rt_rapier2d_body_get_type(world, handle) = RT_RAPIER2D_BODY_GET_TYPE.call(Runtime.integer(world), Runtime.integer(handle))

    RT_RAPIER2D_BODY_SET_TYPE = declare("rt_rapier2d_body_set_type", [I64, I64, I64], BOOL)
    # Changes what moves the body: 0 dynamic, 1 static, 2 kinematic. Wakes it.
    #
    # On failure: false.
    def self.rt_rapier2d_body_set_type(world, handle, body_type) = RT_RAPIER2D_BODY_SET_TYPE.call(Runtime.integer(world), Runtime.integer(handle), Runtime.integer(body_type)) != 0

    RT_RAPIER2D_BODY_SET_ENABLED = declare("rt_rapier2d_body_set_enabled", [I64, I64, BOOL], BOOL)
    # Takes the body with its colliders and joints out of the simulation, or puts it back in. A step does so
    # itself with a body whose numbers have grown beyond all bounds.
    #
    # On failure: false.
    def self.rt_rapier2d_body_set_enabled(world, handle, enabled) = RT_RAPIER2D_BODY_SET_ENABLED.call(Runtime.integer(world), Runtime.integer(handle), enabled ? 1 : 0) != 0

    RT_RAPIER2D_BODY_IS_ENABLED = declare("rt_rapier2d_body_is_enabled", [I64, I64], BOOL)
    # True where the body is in the simulation.
    #
    # On failure: false.
    def self.rt_rapier2d_body_is_enabled(world, handle) = RT_RAPIER2D_BODY_IS_ENABLED.call(Runtime.integer(world), Runtime.integer(handle)) != 0

    RT_RAPIER2D_BODY_MOVE_TO = declare("rt_rapier2d_body_move_to", [I64, I64, F64, F64, F64], BOOL)
    # Sends a kinematic body somewhere: the next step moves it there, pushing what is in the way as fast as
    # that takes, and then it stands still.
    #
    # On failure: false.
    def self.rt_rapier2d_body_move_to(world, handle, x, y, rotation) = RT_RAPIER2D_BODY_MOVE_TO.call(Runtime.integer(world), Runtime.integer(handle), x, y, rotation) != 0

    RT_RAPIER2D_BODY_APPLY_FORCE_AT = declare("rt_rapier2d_body_apply_force_at", [I64, I64, F64, F64, F64, F64, BOOL], BOOL)
    # Pushes a dynamic body with a force in newtons at a point of the world, during the next step only.
    #
    # On failure: false.
    def self.rt_rapier2d_body_apply_force_at(world, handle, fx, fy, x, y, wake_up) = RT_RAPIER2D_BODY_APPLY_FORCE_AT.call(Runtime.integer(world), Runtime.integer(handle), fx, fy, x, y, wake_up ? 1 : 0) != 0

    RT_RAPIER2D_BODY_APPLY_IMPULSE_AT = declare("rt_rapier2d_body_apply_impulse_at", [I64, I64, F64, F64, F64, F64, BOOL], BOOL)
    # Changes a dynamic body's velocity and spin at once by an impulse in newton seconds at a point of the
    # world.
    #
    # On failure: false.
    def self.rt_rapier2d_body_apply_impulse_at(world, handle, ix, iy, x, y, wake_up) = RT_RAPIER2D_BODY_APPLY_IMPULSE_AT.call(Runtime.integer(world), Runtime.integer(handle), ix, iy, x, y, wake_up ? 1 : 0) != 0

    RT_RAPIER2D_BODY_APPLY_ANGULAR_IMPULSE = declare("rt_rapier2d_body_apply_angular_impulse", [I64, I64, F64, BOOL], BOOL)
    # Changes a dynamic body's spin at once by an angular impulse in newton metre seconds.
    #
    # On failure: false.
    def self.rt_rapier2d_body_apply_angular_impulse(world, handle, impulse, wake_up) = RT_RAPIER2D_BODY_APPLY_ANGULAR_IMPULSE.call(Runtime.integer(world), Runtime.integer(handle), impulse, wake_up ? 1 : 0) != 0

    RT_RAPIER2D_BODY_GET_INERTIA = declare("rt_rapier2d_body_get_inertia", [I64, I64], F64)
    # The body's moment of inertia about its centre of mass in kg·m²; 0 where it has none and does not turn.
    #
    # On failure: 0.0.
    def self.rt_rapier2d_body_get_inertia(world, handle) = RT_RAPIER2D_BODY_GET_INERTIA.call(Runtime.integer(world), Runtime.integer(handle))

    RT_RAPIER2D_BODY_GET_CENTER_OF_MASS = declare("rt_rapier2d_body_get_center_of_mass", [I64, I64], PhysicsVector)
    # The body's centre of mass, as a point of the world.
    #
    # On failure: x 0.0, y 0.0.
    def self.rt_rapier2d_body_get_center_of_mass(world, handle) = RT_RAPIER2D_BODY_GET_CENTER_OF_MASS.call(Runtime.integer(world), Runtime.integer(handle))

    RT_RAPIER2D_BODY_PREDICT_POSITION = declare("rt_rapier2d_body_predict_position", [I64, I64, F64], BodyPosition)
    # Where the body will be after `dt` seconds, 0 to 1, at its present velocity, were nothing in the way.
    #
    # On failure: x 0.0, y 0.0, rotation 0.0.
    def self.rt_rapier2d_body_predict_position(world, handle, dt) = RT_RAPIER2D_BODY_PREDICT_POSITION.call(Runtime.integer(world), Runtime.integer(handle), dt)

    RT_RAPIER2D_BODY_SET_GRAVITY_SCALE = declare("rt_rapier2d_body_set_gravity_scale", [I64, I64, F64], BOOL)
    # Multiplies the gravity that acts on the body; 1 in a new body, 0 for none, below 0 to rise. Wakes it.
    #
    # On failure: false.
    def self.rt_rapier2d_body_set_gravity_scale(world, handle, scale) = RT_RAPIER2D_BODY_SET_GRAVITY_SCALE.call(Runtime.integer(world), Runtime.integer(handle), scale) != 0

    RT_RAPIER2D_BODY_LOCK_ROTATION = declare("rt_rapier2d_body_lock_rotation", [I64, I64, BOOL], BOOL)
    # Keeps the body from turning, or lets it turn again.
    #
    # On failure: false.
    def self.rt_rapier2d_body_lock_rotation(world, handle, locked) = RT_RAPIER2D_BODY_LOCK_ROTATION.call(Runtime.integer(world), Runtime.integer(handle), locked ? 1 : 0) != 0

    RT_RAPIER2D_BODY_SET_CAN_SLEEP = declare("rt_rapier2d_body_set_can_sleep", [I64, I64, BOOL], BOOL)
    # Whether the body falls asleep when it rests, as a new one does.
    #
    # On failure: false.
    def self.rt_rapier2d_body_set_can_sleep(world, handle, can_sleep) = RT_RAPIER2D_BODY_SET_CAN_SLEEP.call(Runtime.integer(world), Runtime.integer(handle), can_sleep ? 1 : 0) != 0

    RT_RAPIER2D_BODY_SET_CCD = declare("rt_rapier2d_body_set_ccd", [I64, I64, BOOL], BOOL)
    # Full continuous collision detection for a fast dynamic body: it cannot pass through moving bodies
    # between two steps either. Static colliders stop every fast body as it is.
    #
    # On failure: false.
    def self.rt_rapier2d_body_set_ccd(world, handle, enabled) = RT_RAPIER2D_BODY_SET_CCD.call(Runtime.integer(world), Runtime.integer(handle), enabled ? 1 : 0) != 0

    RT_RAPIER2D_BODY_SET_FAST_ROTATION = declare("rt_rapier2d_body_set_fast_rotation", [I64, I64, BOOL], BOOL)
    # Lets the body turn by more than 45° in a substep, of which a step has 4: a wheel, say. A new body may not,
    # so that continuous collision detection stays exact.
    #
    # On failure: false.
    def self.rt_rapier2d_body_set_fast_rotation(world, handle, allowed) = RT_RAPIER2D_BODY_SET_FAST_ROTATION.call(Runtime.integer(world), Runtime.integer(handle), allowed ? 1 : 0) != 0

    RT_RAPIER2D_BODY_SET_USER_DATA = declare("rt_rapier2d_body_set_user_data", [I64, I64, I64], BOOL)
    # A number of the host's own, kept with the body and in snapshots; 0 in a new body.
    #
    # On failure: false.
    def self.rt_rapier2d_body_set_user_data(world, handle, user_data) = RT_RAPIER2D_BODY_SET_USER_DATA.call(Runtime.integer(world), Runtime.integer(handle), Runtime.integer(user_data)) != 0

    RT_RAPIER2D_BODY_GET_USER_DATA = declare("rt_rapier2d_body_get_user_data", [I64, I64], I64)
    # The number that `rt_rapier2d_body_set_user_data` left; 0 on failure.
    #
    # On failure: 0.
    def self.rt_rapier2d_body_get_user_data(world, handle) = RT_RAPIER2D_BODY_GET_USER_DATA.call(Runtime.integer(world), Runtime.integer(handle))

    RT_RAPIER2D_BODY_GET_COLLIDERS = declare("rt_rapier2d_body_get_colliders", [I64, I64], :integers)
    # The handles of the body's colliders.
    #
    # On failure: [].
    def self.rt_rapier2d_body_get_colliders(world, handle) = RT_RAPIER2D_BODY_GET_COLLIDERS.call(Runtime.integer(world), Runtime.integer(handle))

    RT_RAPIER2D_WORLD_GET_BODIES = declare("rt_rapier2d_world_get_bodies", [I64], :integers)
    # The handles of all bodies, in the order of all bulk calls: it changes only when bodies come and go, and a
    # restored world has the same.
    #
    # On failure: [].
    def self.rt_rapier2d_world_get_bodies(world) = RT_RAPIER2D_WORLD_GET_BODIES.call(Runtime.integer(world))

    RT_RAPIER2D_WORLD_GET_COLLIDERS = declare("rt_rapier2d_world_get_colliders", [I64], :integers)
    # The handles of all colliders, in an order that a restored world shares.
    #
    # On failure: [].
    def self.rt_rapier2d_world_get_colliders(world) = RT_RAPIER2D_WORLD_GET_COLLIDERS.call(Runtime.integer(world))

    RT_RAPIER2D_WORLD_GET_JOINTS = declare("rt_rapier2d_world_get_joints", [I64], :integers)
    # The handles of all joints, in an order that a restored world shares.
    #
    # On failure: [].
    def self.rt_rapier2d_world_get_joints(world) = RT_RAPIER2D_WORLD_GET_JOINTS.call(Runtime.integer(world))

    RT_RAPIER2D_WORLD_GET_TRANSFORMS = declare("rt_rapier2d_world_get_transforms", [I64], :floats)
    # Where all bodies are: x, y and rotation of each, in the order of `rt_rapier2d_world_get_bodies`.
    #
    # On failure: [].
    def self.rt_rapier2d_world_get_transforms(world) = RT_RAPIER2D_WORLD_GET_TRANSFORMS.call(Runtime.integer(world))

    RT_RAPIER2D_WORLD_GET_VELOCITIES = declare("rt_rapier2d_world_get_velocities", [I64], :floats)
    # How fast all bodies move: vx, vy and spin of each, in the order of `rt_rapier2d_world_get_bodies`.
    #
    # On failure: [].
    def self.rt_rapier2d_world_get_velocities(world) = RT_RAPIER2D_WORLD_GET_VELOCITIES.call(Runtime.integer(world))

    RT_RAPIER2D_WORLD_GET_TRANSFORM_BYTES = declare("rt_rapier2d_world_get_transform_bytes", [I64], :bytes)
    # Where all bodies are as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation,
    # 16 bytes each, in the order of `rt_rapier2d_world_get_bodies`.
    #
    # On failure: [].
    def self.rt_rapier2d_world_get_transform_bytes(world) = RT_RAPIER2D_WORLD_GET_TRANSFORM_BYTES.call(Runtime.integer(world))

    RT_RAPIER2D_COLLIDER_SET_GROUPS = declare("rt_rapier2d_collider_set_groups", [I64, I64, I64, I64], BOOL)
    # Which colliders this one meets: `memberships` are the groups that it belongs to and `filter` those it
    # meets, 32 of them, a bit each. Two colliders meet where each one's filter has a group of the other.
    #
    # On failure: false.
    def self.rt_rapier2d_collider_set_groups(world, handle, memberships, filter) = RT_RAPIER2D_COLLIDER_SET_GROUPS.call(Runtime.integer(world), Runtime.integer(handle), Runtime.integer(memberships), Runtime.integer(filter)) != 0

    RT_RAPIER2D_COLLIDER_GET_POSITION = declare("rt_rapier2d_collider_get_position", [I64, I64], BodyPosition)
    # Where the collider is in the world.
    #
    # On failure: x 0.0, y 0.0, rotation 0.0.
    def self.rt_rapier2d_collider_get_position(world, handle) = RT_RAPIER2D_COLLIDER_GET_POSITION.call(Runtime.integer(world), Runtime.integer(handle))

    RT_RAPIER2D_COLLIDER_GET_BODY = declare("rt_rapier2d_collider_get_body", [I64, I64], I64)
    # The handle of the body that the collider belongs to.
    #
    # On failure: 0.
    def self.rt_rapier2d_collider_get_body(world, handle) = RT_RAPIER2D_COLLIDER_GET_BODY.call(Runtime.integer(world), Runtime.integer(handle))

    RT_RAPIER2D_COLLIDER_SET_USER_DATA = declare("rt_rapier2d_collider_set_user_data", [I64, I64, I64], BOOL)
    # A number of the host's own, kept with the collider and in snapshots; 0 in a new collider.
    #
    # On failure: false.
    def self.rt_rapier2d_collider_set_user_data(world, handle, user_data) = RT_RAPIER2D_COLLIDER_SET_USER_DATA.call(Runtime.integer(world), Runtime.integer(handle), Runtime.integer(user_data)) != 0

    RT_RAPIER2D_COLLIDER_GET_USER_DATA = declare("rt_rapier2d_collider_get_user_data", [I64, I64], I64)
    # The number that `rt_rapier2d_collider_set_user_data` left; 0 on failure.
    #
    # On failure: 0.
    def self.rt_rapier2d_collider_get_user_data(world, handle) = RT_RAPIER2D_COLLIDER_GET_USER_DATA.call(Runtime.integer(world), Runtime.integer(handle))

    RT_RAPIER2D_CONTACTS_VALUES = declare("rt_rapier2d_contacts_values", [I64], :floats)
    # All touching points at once: point x, y, normal x, y and penetration of each.
    #
    # On failure: [].
    def self.rt_rapier2d_contacts_values(contacts) = RT_RAPIER2D_CONTACTS_VALUES.call(Runtime.integer(contacts))

    RT_RAPIER2D_CONTACTS_COLLIDERS = declare("rt_rapier2d_contacts_colliders", [I64], :integers)
    # The two colliders of each touching point, in the same order.
    #
    # On failure: [].
    def self.rt_rapier2d_contacts_colliders(contacts) = RT_RAPIER2D_CONTACTS_COLLIDERS.call(Runtime.integer(contacts))

    RT_RAPIER2D_CONTACTS_BYTES = declare("rt_rapier2d_contacts_bytes", [I64], :bytes)
    # All touching points as packed 32-bit floats for a GPU's buffer: point x, y and normal x, y, 16 bytes each.
    #
    # On failure: [].
    def self.rt_rapier2d_contacts_bytes(contacts) = RT_RAPIER2D_CONTACTS_BYTES.call(Runtime.integer(contacts))

    RT_RAPIER2D_WORLD_GET_COLLISION_EVENTS = declare("rt_rapier2d_world_get_collision_events", [I64], I64)
    # What started and stopped touching during the last step, sensors included: an object that the caller
    # frees with `rt_rapier2d_collision_events_free`. The next step forgets them, so ask after each. Two bodies
    # that are both static, or a static and a kinematic one, or two kinematic ones, make none unless one of the
    # two colliders is a sensor; two static bodies make none at all.
    #
    # On failure: 0.
    def self.rt_rapier2d_world_get_collision_events(world) = RT_RAPIER2D_WORLD_GET_COLLISION_EVENTS.call(Runtime.integer(world))

    RT_RAPIER2D_COLLISION_EVENTS_COUNT = declare("rt_rapier2d_collision_events_count", [I64], I64)
    # How many events there are.
    #
    # On failure: -1.
    def self.rt_rapier2d_collision_events_count(events) = RT_RAPIER2D_COLLISION_EVENTS_COUNT.call(Runtime.integer(events))

    RT_RAPIER2D_COLLISION_EVENTS_GET = declare("rt_rapier2d_collision_events_get", [I64, I64], CollisionEvent)
    # The event at `index`, in the order they happened.
    #
    # On failure: collider1 0, collider2 0, started false, sensor false.
    def self.rt_rapier2d_collision_events_get(events, index) = RT_RAPIER2D_COLLISION_EVENTS_GET.call(Runtime.integer(events), Runtime.integer(index))

    RT_RAPIER2D_COLLISION_EVENTS_FREE = declare("rt_rapier2d_collision_events_free", [I64], BOOL)
    # Frees the events.
    #
    # On failure: false.
    def self.rt_rapier2d_collision_events_free(events) = RT_RAPIER2D_COLLISION_EVENTS_FREE.call(Runtime.integer(events)) != 0

    RT_RAPIER2D_JOINT_SET_CONTACTS = declare("rt_rapier2d_joint_set_contacts", [I64, I64, BOOL], BOOL)
    # Whether the two bodies of the joint collide with each other, as they do at first.
    #
    # On failure: false.
    def self.rt_rapier2d_joint_set_contacts(world, joint, enabled) = RT_RAPIER2D_JOINT_SET_CONTACTS.call(Runtime.integer(world), Runtime.integer(joint), enabled ? 1 : 0) != 0

    RT_RAPIER2D_JOINT_GET_POSITION = declare("rt_rapier2d_joint_get_position", [I64, I64], F64)
    # Where the joint is: a revolute joint's angle in radians, above −π and up to π, a prismatic joint's
    # position in metres, a distance joint's length.
    #
    # On failure: 0.0.
    def self.rt_rapier2d_joint_get_position(world, joint) = RT_RAPIER2D_JOINT_GET_POSITION.call(Runtime.integer(world), Runtime.integer(joint))

    RT_RAPIER2D_AVAILABLE = declare("rt_rapier2d_available", [], BOOL)
    # True where this build holds the rapier2d library, as it does where this links.
    def self.rt_rapier2d_available() = RT_RAPIER2D_AVAILABLE.call() != 0

    RT_RAPIER2D_CLEAR_ERROR = declare("rt_rapier2d_clear_error", [], VOID)
    # Forgets why this thread's last failed rapier2d call failed.
    def self.rt_rapier2d_clear_error() = RT_RAPIER2D_CLEAR_ERROR.call()

    RT_RAPIER2D_VERSION = declare("rt_rapier2d_version", [], PTR)
    # The version of the wrapped library, the crate `rapier2d-f64`.
    def self.rt_rapier2d_version() = Runtime.take_text(RT_RAPIER2D_VERSION.call())

    RT_RAPIER2D_WORLD_CAST_RAY_FILTERED = declare("rt_rapier2d_world_cast_ray_filtered", [I64, F64, F64, F64, F64, F64, I64, I64, BOOL, I64], CastHit)
    # A ray as in `rt_rapier2d_world_cast_ray` that also says where it hits, and is choosy: it hits what the
    # groups of `memberships` and `filter` meet (4294967295 for all), sensors too where `sensors` is true, and
    # no collider of `exclude_body`, which may be 0.
    #
    # On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
    def self.rt_rapier2d_world_cast_ray_filtered(world, origin_x, origin_y, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body) = RT_RAPIER2D_WORLD_CAST_RAY_FILTERED.call(Runtime.integer(world), origin_x, origin_y, dir_x, dir_y, max_dist, Runtime.integer(memberships), Runtime.integer(filter), sensors ? 1 : 0, Runtime.integer(exclude_body))

    RT_RAPIER2D_WORLD_CAST_CIRCLE = declare("rt_rapier2d_world_cast_circle", [I64, F64, F64, F64, F64, F64, F64, I64, I64, BOOL, I64], CastHit)
    # The first collider that a circle touches on its way from a point along a direction, choosy as in
    # `rt_rapier2d_world_cast_ray_filtered`. The distance is how far its centre goes.
    #
    # On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
    def self.rt_rapier2d_world_cast_circle(world, x, y, radius, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body) = RT_RAPIER2D_WORLD_CAST_CIRCLE.call(Runtime.integer(world), x, y, radius, dir_x, dir_y, max_dist, Runtime.integer(memberships), Runtime.integer(filter), sensors ? 1 : 0, Runtime.integer(exclude_body))

    RT_RAPIER2D_WORLD_QUERY_POINT = declare("rt_rapier2d_world_query_point", [I64, F64, F64], :integers)
    # The colliders that a point is in, sensors too.
    #
    # On failure: [].
    def self.rt_rapier2d_world_query_point(world, x, y) = RT_RAPIER2D_WORLD_QUERY_POINT.call(Runtime.integer(world), x, y)

    RT_RAPIER2D_WORLD_QUERY_NEAREST = declare("rt_rapier2d_world_query_nearest", [I64, F64, F64, F64], NearestCollider)
    # The collider closest to a point, no farther than `max_dist` metres, which may be infinite; sensors too.
    #
    # On failure: found false, collider 0, distance 0.0, x 0.0, y 0.0, inside false.
    def self.rt_rapier2d_world_query_nearest(world, x, y, max_dist) = RT_RAPIER2D_WORLD_QUERY_NEAREST.call(Runtime.integer(world), x, y, max_dist)

    RT_RAPIER2D_WORLD_QUERY_CIRCLE = declare("rt_rapier2d_world_query_circle", [I64, F64, F64, F64], :integers)
    # The colliders that overlap or touch a circle, sensors too.
    #
    # On failure: [].
    def self.rt_rapier2d_world_query_circle(world, x, y, radius) = RT_RAPIER2D_WORLD_QUERY_CIRCLE.call(Runtime.integer(world), x, y, radius)

    RT_RAPIER2D_WORLD_QUERY_BOX = declare("rt_rapier2d_world_query_box", [I64, F64, F64, F64, F64, F64], :integers)
    # The colliders that overlap or touch a box of twice these sizes about a point, turned by `rotation`;
    # sensors too.
    #
    # On failure: [].
    def self.rt_rapier2d_world_query_box(world, x, y, half_width, half_height, rotation) = RT_RAPIER2D_WORLD_QUERY_BOX.call(Runtime.integer(world), x, y, half_width, half_height, rotation)

    RT_RAPIER2D_WORLD_SNAPSHOT = declare("rt_rapier2d_world_snapshot", [I64], :bytes)
    # The whole world as bytes: bodies, colliders, joints, contacts, settings and user data. A world restored
    # from them goes on exactly as this one does, bit for bit, also in another process of the same build on a
    # machine of the same kind.
    #
    # On failure: [].
    def self.rt_rapier2d_world_snapshot(world) = RT_RAPIER2D_WORLD_SNAPSHOT.call(Runtime.integer(world))

    RT_RAPIER2D_WORLD_RESTORE = declare("rt_rapier2d_world_restore", [PTR, I64], I64)
    # A new world from a snapshot, with handles of its own: its bodies, colliders and joints are in the same
    # order in `rt_rapier2d_world_get_bodies` and its like. Damaged bytes are refused; bytes that were forged on
    # purpose are not recognised, so restore only what you wrote.
    #
    # On failure: 0.
    def self.rt_rapier2d_world_restore(snapshot) = RT_RAPIER2D_WORLD_RESTORE.call(*Runtime.bytes(snapshot))

    RT_RAPIER2D_WORLD_GET_GRAVITY = declare("rt_rapier2d_world_get_gravity", [I64], PhysicsVector)
    # The gravity in m/s².
    #
    # On failure: x 0.0, y 0.0.
    def self.rt_rapier2d_world_get_gravity(world) = RT_RAPIER2D_WORLD_GET_GRAVITY.call(Runtime.integer(world))

    RT_RAPIER2D_WORLD_SET_ITERATIONS = declare("rt_rapier2d_world_set_iterations", [I64, I64], BOOL)
    # How often the solver works through contacts and joints in a step, 1 to 100; 4 in a new world. More is
    # stiffer and slower.
    #
    # On failure: false.
    def self.rt_rapier2d_world_set_iterations(world, iterations) = RT_RAPIER2D_WORLD_SET_ITERATIONS.call(Runtime.integer(world), Runtime.integer(iterations)) != 0

    RT_RAPIER2D_WORLD_SET_MAX_SPEED = declare("rt_rapier2d_world_set_max_speed", [I64, F64], BOOL)
    # The speed in m/s that no body exceeds, 400 in a new world: it keeps a scene that bursts apart in reach of
    # continuous collision detection. Infinity for none.
    #
    # On failure: false.
    def self.rt_rapier2d_world_set_max_speed(world, speed) = RT_RAPIER2D_WORLD_SET_MAX_SPEED.call(Runtime.integer(world), speed) != 0

    # A world. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class World < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Rapier2d.quietly(RT_RAPIER2D_WORLD_FREE, handle)
      end

      # An empty world with this gravity in m/s², (0, −9.81) on Earth with y up. The caller frees it.
      #
      # On failure: 0.
      def self.new(gravity_x, gravity_y, &block)
        result = RT_RAPIER2D_WORLD_NEW.call(gravity_x, gravity_y)
        SimpleNative::Rapier2d.check if result == 0
        World.wrap(result, nil, true, &block)
      end

      # A new world from a snapshot, with handles of its own: its bodies, colliders and joints are in the same
      # order in `rt_rapier2d_world_get_bodies` and its like. Damaged bytes are refused; bytes that were forged on
      # purpose are not recognised, so restore only what you wrote.
      #
      # On failure: 0.
      def self.restore(snapshot, &block)
        result = RT_RAPIER2D_WORLD_RESTORE.call(*Runtime.bytes(snapshot))
        SimpleNative::Rapier2d.check if result == 0
        World.wrap(result, nil, true, &block)
      end

      # Advances the world by `dt` seconds, above 0 and at most 1. Steps of equal length, 1/60 or 1/120, behave
      # best. Speeds above 400 m/s (see `rt_rapier2d_world_set_max_speed`) and turns of more than 45° a substep
      # (see `rt_rapier2d_body_set_fast_rotation`) are cut down to that.
      #
      # On failure: false.
      def step(dt)
        result = RT_RAPIER2D_WORLD_STEP.call(@handle, dt) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Changes the gravity, in m/s², and wakes every body.
      #
      # On failure: false.
      def set_gravity(x, y)
        result = RT_RAPIER2D_WORLD_SET_GRAVITY.call(@handle, x, y) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # A dynamic body: gravity, forces and contacts move it. It weighs what its colliders weigh, or what
      # `rt_rapier2d_body_set_mass` says; without either, neither gravity nor forces move it. The world owns it.
      #
      # On failure: 0.
      def body_new_dynamic(x, y, rotation)
        result = RT_RAPIER2D_BODY_NEW_DYNAMIC.call(@handle, x, y, rotation)
        SimpleNative::Rapier2d.check if result == 0
        Body.wrap(result, self, true)
      end

      # A static body: nothing moves it but `rt_rapier2d_body_set_position`. The world owns it.
      #
      # On failure: 0.
      def body_new_static(x, y, rotation)
        result = RT_RAPIER2D_BODY_NEW_STATIC.call(@handle, x, y, rotation)
        SimpleNative::Rapier2d.check if result == 0
        Body.wrap(result, self, true)
      end

      # A kinematic body: it moves at the velocity that it is given, or where `rt_rapier2d_body_move_to` sends
      # it, pushes dynamic bodies, and is pushed by none. The world owns it.
      #
      # On failure: 0.
      def body_new_kinematic(x, y, rotation)
        result = RT_RAPIER2D_BODY_NEW_KINEMATIC.call(@handle, x, y, rotation)
        SimpleNative::Rapier2d.check if result == 0
        Body.wrap(result, self, true)
      end

      # A circle about the body's origin. A new collider has density 1 kg/m², friction 0.5, restitution 0, no
      # offset, is solid, and belongs to and meets all groups.
      #
      # On failure: 0.
      def collider_new_circle(body, radius)
        result = RT_RAPIER2D_COLLIDER_NEW_CIRCLE.call(@handle, (body&.handle || 0), radius)
        SimpleNative::Rapier2d.check if result == 0
        Collider.wrap(result, self, true)
      end

      # A box of twice these sizes about the body's origin.
      #
      # On failure: 0.
      def collider_new_box(body, half_width, half_height)
        result = RT_RAPIER2D_COLLIDER_NEW_BOX.call(@handle, (body&.handle || 0), half_width, half_height)
        SimpleNative::Rapier2d.check if result == 0
        Collider.wrap(result, self, true)
      end

      # A capsule about the body's origin: all points no farther than `radius` from the segment that goes from
      # `half_height` below to `half_height` above it, along the body's y axis.
      #
      # On failure: 0.
      def collider_new_capsule(body, half_height, radius)
        result = RT_RAPIER2D_COLLIDER_NEW_CAPSULE.call(@handle, (body&.handle || 0), half_height, radius)
        SimpleNative::Rapier2d.check if result == 0
        Collider.wrap(result, self, true)
      end

      # A polygon whose outline is `vertices`, x, y pairs in the body's coordinates, in either winding, at least
      # 3 points, which does not cross or touch itself. A convex one, of up to 16,384 points, is taken as it is;
      # another, of up to 2,048, is cut into convex pieces that together are exactly it, and is one collider all
      # the same.
      #
      # On failure: 0.
      def collider_new_polygon(body, vertices)
        result = RT_RAPIER2D_COLLIDER_NEW_POLYGON.call(@handle, (body&.handle || 0), *Runtime.floats(vertices))
        SimpleNative::Rapier2d.check if result == 0
        Collider.wrap(result, self, true)
      end

      # The touching points after the last step, at the places where the colliders are now, as an object that
      # the caller frees with `rt_rapier2d_contacts_free`: it does not change with the world. Sensors make none.
      #
      # On failure: 0.
      def get_contacts()
        result = RT_RAPIER2D_WORLD_GET_CONTACTS.call(@handle)
        SimpleNative::Rapier2d.check if result == 0
        Contacts.wrap(result, nil, true)
      end

      # True where the two colliders overlap or touch as they are now, whatever their groups and whether or not
      # they are sensors.
      #
      # On failure: false.
      def intersection_test(collider1, collider2)
        result = RT_RAPIER2D_WORLD_INTERSECTION_TEST.call(@handle, (collider1&.handle || 0), (collider2&.handle || 0)) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # The first collider on a ray from a point along a direction of any length but 0, up to `max_dist` metres,
      # which may be infinite. Shapes are solid: from inside the distance is 0. Sensors are not hit. To hit
      # nothing is no failure.
      #
      # On failure: hit false, collider 0, distance 0.0.
      def cast_ray(origin_x, origin_y, dir_x, dir_y, max_dist)
        result = RT_RAPIER2D_WORLD_CAST_RAY.call(@handle, origin_x, origin_y, dir_x, dir_y, max_dist)
        SimpleNative::Rapier2d.check if result.hit == false && result.collider == 0 && result.distance == 0.0
        result
      end

      # Holds two points, one of each body and in that body's coordinates, `distance` metres apart, above 0: a
      # massless rod. Bodies that a joint ties still collide with each other; see
      # `rt_rapier2d_joint_set_contacts`. The world owns the joint.
      #
      # On failure: 0.
      def joint_distance(body1, body2, anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance)
        result = RT_RAPIER2D_JOINT_DISTANCE.call(@handle, (body1&.handle || 0), (body2&.handle || 0), anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance)
        SimpleNative::Rapier2d.check if result == 0
        Joint.wrap(result, self, true)
      end

      # A hinge at a point of the world, which both bodies keep there. Its angle is 0 as they are now and grows
      # as `body2` turns counter-clockwise.
      #
      # On failure: 0.
      def joint_revolute(body1, body2, anchor_x, anchor_y)
        result = RT_RAPIER2D_JOINT_REVOLUTE.call(@handle, (body1&.handle || 0), (body2&.handle || 0), anchor_x, anchor_y)
        SimpleNative::Rapier2d.check if result == 0
        Joint.wrap(result, self, true)
      end

      # Lets `body2` slide along an axis, given in `body1`'s coordinates with any length but 0, without turning.
      # Its position is 0 m as they are now and grows along the axis.
      #
      # On failure: 0.
      def joint_prismatic(body1, body2, axis_x, axis_y)
        result = RT_RAPIER2D_JOINT_PRISMATIC.call(@handle, (body1&.handle || 0), (body2&.handle || 0), axis_x, axis_y)
        SimpleNative::Rapier2d.check if result == 0
        Joint.wrap(result, self, true)
      end

      # Keeps two bodies as they are now relative to each other.
      #
      # On failure: 0.
      def joint_fixed(body1, body2)
        result = RT_RAPIER2D_JOINT_FIXED.call(@handle, (body1&.handle || 0), (body2&.handle || 0))
        SimpleNative::Rapier2d.check if result == 0
        Joint.wrap(result, self, true)
      end

      # How many bodies the world has.
      #
      # On failure: -1.
      def body_count()
        result = RT_RAPIER2D_WORLD_BODY_COUNT.call(@handle)
        SimpleNative::Rapier2d.check if result == -1
        result
      end

      # How many colliders the world has.
      #
      # On failure: -1.
      def collider_count()
        result = RT_RAPIER2D_WORLD_COLLIDER_COUNT.call(@handle)
        SimpleNative::Rapier2d.check if result == -1
        result
      end

      # How many joints the world has.
      #
      # On failure: -1.
      def joint_count()
        result = RT_RAPIER2D_WORLD_JOINT_COUNT.call(@handle)
        SimpleNative::Rapier2d.check if result == -1
        result
      end

      # The handles of all bodies, in the order of all bulk calls: it changes only when bodies come and go, and a
      # restored world has the same.
      #
      # On failure: [].
      def get_bodies()
        result = RT_RAPIER2D_WORLD_GET_BODIES.call(@handle)
        SimpleNative::Rapier2d.check if result.empty?
        result
      end

      # The handles of all colliders, in an order that a restored world shares.
      #
      # On failure: [].
      def get_colliders()
        result = RT_RAPIER2D_WORLD_GET_COLLIDERS.call(@handle)
        SimpleNative::Rapier2d.check if result.empty?
        result
      end

      # The handles of all joints, in an order that a restored world shares.
      #
      # On failure: [].
      def get_joints()
        result = RT_RAPIER2D_WORLD_GET_JOINTS.call(@handle)
        SimpleNative::Rapier2d.check if result.empty?
        result
      end

      # Where all bodies are: x, y and rotation of each, in the order of `rt_rapier2d_world_get_bodies`.
      #
      # On failure: [].
      def get_transforms()
        result = RT_RAPIER2D_WORLD_GET_TRANSFORMS.call(@handle)
        SimpleNative::Rapier2d.check if result.empty?
        result
      end

      # How fast all bodies move: vx, vy and spin of each, in the order of `rt_rapier2d_world_get_bodies`.
      #
      # On failure: [].
      def get_velocities()
        result = RT_RAPIER2D_WORLD_GET_VELOCITIES.call(@handle)
        SimpleNative::Rapier2d.check if result.empty?
        result
      end

      # Where all bodies are as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation,
      # 16 bytes each, in the order of `rt_rapier2d_world_get_bodies`.
      #
      # On failure: [].
      def get_transform_bytes()
        result = RT_RAPIER2D_WORLD_GET_TRANSFORM_BYTES.call(@handle)
        SimpleNative::Rapier2d.check if result.empty?
        result
      end

      # What started and stopped touching during the last step, sensors included: an object that the caller
      # frees with `rt_rapier2d_collision_events_free`. The next step forgets them, so ask after each. Two bodies
      # that are both static, or a static and a kinematic one, or two kinematic ones, make none unless one of the
      # two colliders is a sensor; two static bodies make none at all.
      #
      # On failure: 0.
      def get_collision_events()
        result = RT_RAPIER2D_WORLD_GET_COLLISION_EVENTS.call(@handle)
        SimpleNative::Rapier2d.check if result == 0
        CollisionEvents.wrap(result, nil, true)
      end

      # A ray as in `rt_rapier2d_world_cast_ray` that also says where it hits, and is choosy: it hits what the
      # groups of `memberships` and `filter` meet (4294967295 for all), sensors too where `sensors` is true, and
      # no collider of `exclude_body`, which may be 0.
      #
      # On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
      def cast_ray_filtered(origin_x, origin_y, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body)
        result = RT_RAPIER2D_WORLD_CAST_RAY_FILTERED.call(@handle, origin_x, origin_y, dir_x, dir_y, max_dist, Runtime.integer(memberships), Runtime.integer(filter), sensors ? 1 : 0, (exclude_body&.handle || 0))
        SimpleNative::Rapier2d.check if result.hit == false && result.collider == 0 && result.distance == 0.0 && result.x == 0.0 && result.y == 0.0 && result.normal_x == 0.0 && result.normal_y == 0.0
        result
      end

      # The first collider that a circle touches on its way from a point along a direction, choosy as in
      # `rt_rapier2d_world_cast_ray_filtered`. The distance is how far its centre goes.
      #
      # On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
      def cast_circle(x, y, radius, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body)
        result = RT_RAPIER2D_WORLD_CAST_CIRCLE.call(@handle, x, y, radius, dir_x, dir_y, max_dist, Runtime.integer(memberships), Runtime.integer(filter), sensors ? 1 : 0, (exclude_body&.handle || 0))
        SimpleNative::Rapier2d.check if result.hit == false && result.collider == 0 && result.distance == 0.0 && result.x == 0.0 && result.y == 0.0 && result.normal_x == 0.0 && result.normal_y == 0.0
        result
      end

      # The colliders that a point is in, sensors too.
      #
      # On failure: [].
      def query_point(x, y)
        result = RT_RAPIER2D_WORLD_QUERY_POINT.call(@handle, x, y)
        SimpleNative::Rapier2d.check if result.empty?
        result
      end

      # The collider closest to a point, no farther than `max_dist` metres, which may be infinite; sensors too.
      #
      # On failure: found false, collider 0, distance 0.0, x 0.0, y 0.0, inside false.
      def query_nearest(x, y, max_dist)
        result = RT_RAPIER2D_WORLD_QUERY_NEAREST.call(@handle, x, y, max_dist)
        SimpleNative::Rapier2d.check if result.found == false && result.collider == 0 && result.distance == 0.0 && result.x == 0.0 && result.y == 0.0 && result.inside == false
        result
      end

      # The colliders that overlap or touch a circle, sensors too.
      #
      # On failure: [].
      def query_circle(x, y, radius)
        result = RT_RAPIER2D_WORLD_QUERY_CIRCLE.call(@handle, x, y, radius)
        SimpleNative::Rapier2d.check if result.empty?
        result
      end

      # The colliders that overlap or touch a box of twice these sizes about a point, turned by `rotation`;
      # sensors too.
      #
      # On failure: [].
      def query_box(x, y, half_width, half_height, rotation)
        result = RT_RAPIER2D_WORLD_QUERY_BOX.call(@handle, x, y, half_width, half_height, rotation)
        SimpleNative::Rapier2d.check if result.empty?
        result
      end

      # The whole world as bytes: bodies, colliders, joints, contacts, settings and user data. A world restored
      # from them goes on exactly as this one does, bit for bit, also in another process of the same build on a
      # machine of the same kind.
      #
      # On failure: [].
      def snapshot()
        result = RT_RAPIER2D_WORLD_SNAPSHOT.call(@handle)
        SimpleNative::Rapier2d.check if result.empty?
        result
      end

      # The gravity in m/s².
      #
      # On failure: x 0.0, y 0.0.
      def get_gravity()
        result = RT_RAPIER2D_WORLD_GET_GRAVITY.call(@handle)
        SimpleNative::Rapier2d.check if result.x == 0.0 && result.y == 0.0
        result
      end

      # How often the solver works through contacts and joints in a step, 1 to 100; 4 in a new world. More is
      # stiffer and slower.
      #
      # On failure: false.
      def set_iterations(iterations)
        result = RT_RAPIER2D_WORLD_SET_ITERATIONS.call(@handle, Runtime.integer(iterations)) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # The speed in m/s that no body exceeds, 400 in a new world: it keeps a scene that bursts apart in reach of
      # continuous collision detection. Infinity for none.
      #
      # On failure: false.
      def set_max_speed(speed)
        result = RT_RAPIER2D_WORLD_SET_MAX_SPEED.call(@handle, speed) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end
    end

    # A body. It belongs to its world and is freed with it, or by `close`.
    class Body < Owner
      self.collected = false
      self.releaser = lambda do |handle, parent|
        SimpleNative::Rapier2d.quietly(RT_RAPIER2D_BODY_FREE, parent.handle, handle)
      end

      # Where the body is now.
      #
      # On failure: x 0.0, y 0.0, rotation 0.0.
      def get_position()
        result = RT_RAPIER2D_BODY_GET_POSITION.call(@parent.handle, @handle)
        SimpleNative::Rapier2d.check if result.x == 0.0 && result.y == 0.0 && result.rotation == 0.0
        result
      end

      # Puts the body somewhere at once, without moving through what is between, and wakes it. Its velocity
      # stays. Queries see it there from now on.
      #
      # On failure: false.
      def set_position(x, y, rotation)
        result = RT_RAPIER2D_BODY_SET_POSITION.call(@parent.handle, @handle, x, y, rotation) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # How fast the body moves.
      #
      # On failure: vx 0.0, vy 0.0, angular 0.0.
      def get_velocity()
        result = RT_RAPIER2D_BODY_GET_VELOCITY.call(@parent.handle, @handle)
        SimpleNative::Rapier2d.check if result.vx == 0.0 && result.vy == 0.0 && result.angular == 0.0
        result
      end

      # Gives a dynamic or kinematic body a velocity and wakes it. A kinematic body keeps it until it is given
      # another.
      #
      # On failure: false.
      def set_velocity(vx, vy, angular)
        result = RT_RAPIER2D_BODY_SET_VELOCITY.call(@parent.handle, @handle, vx, vy, angular) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Pushes a dynamic body at its centre of mass with a force in newtons, during the next step only: call
      # again before each step for a lasting push. Forces of several calls add up. A sleeping body that is not
      # woken by it does not move.
      #
      # On failure: false.
      def apply_force(fx, fy, wake_up)
        result = RT_RAPIER2D_BODY_APPLY_FORCE.call(@parent.handle, @handle, fx, fy, wake_up ? 1 : 0) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Changes a dynamic body's velocity at once by an impulse in newton seconds at its centre of mass.
      #
      # On failure: false.
      def apply_impulse(ix, iy, wake_up)
        result = RT_RAPIER2D_BODY_APPLY_IMPULSE.call(@parent.handle, @handle, ix, iy, wake_up ? 1 : 0) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Turns a dynamic body with a torque in newton metres, counter-clockwise, during the next step only. A body
      # without colliders has no moment of inertia and does not turn.
      #
      # On failure: false.
      def apply_torque(torque, wake_up)
        result = RT_RAPIER2D_BODY_APPLY_TORQUE.call(@parent.handle, @handle, torque, wake_up ? 1 : 0) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Makes the body weigh `mass` kilograms in all, whatever colliders it has or gets; its moment of inertia is
      # that of its colliders, scaled to this mass.
      #
      # On failure: false.
      def set_mass(mass)
        result = RT_RAPIER2D_BODY_SET_MASS.call(@parent.handle, @handle, mass) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # What the body weighs in kilograms: what it was given, else the sum of its colliders.
      #
      # On failure: 0.0.
      def get_mass()
        result = RT_RAPIER2D_BODY_GET_MASS.call(@parent.handle, @handle)
        SimpleNative::Rapier2d.check if result == 0.0
        result
      end

      # How fast the body's velocity fades, per second: with no force it falls to 1/(1 + damping·dt) in dt. 0 in
      # a new body.
      #
      # On failure: false.
      def set_linear_damping(damping)
        result = RT_RAPIER2D_BODY_SET_LINEAR_DAMPING.call(@parent.handle, @handle, damping) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # How fast the body's spin fades, per second, as with linear damping. 0 in a new body.
      #
      # On failure: false.
      def set_angular_damping(damping)
        result = RT_RAPIER2D_BODY_SET_ANGULAR_DAMPING.call(@parent.handle, @handle, damping) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # True where the body rests and is left out of the simulation until something wakes it.
      #
      # On failure: false.
      def is_sleeping()
        result = RT_RAPIER2D_BODY_IS_SLEEPING.call(@parent.handle, @handle) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Wakes the body.
      #
      # On failure: false.
      def wake_up()
        result = RT_RAPIER2D_BODY_WAKE_UP.call(@parent.handle, @handle) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # What moves the body: 0 dynamic, 1 static, 2 kinematic; −1 on failure.
      #
      # On failure: -1.
      def get_type()
        result = RT_RAPIER2D_BODY_GET_TYPE.call(@parent.handle, @handle)
        SimpleNative::Rapier2d.check if result == -1
        result
      end

      # Changes what moves the body: 0 dynamic, 1 static, 2 kinematic. Wakes it.
      #
      # On failure: false.
      def set_type(body_type)
        result = RT_RAPIER2D_BODY_SET_TYPE.call(@parent.handle, @handle, Runtime.integer(body_type)) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Takes the body with its colliders and joints out of the simulation, or puts it back in. A step does so
      # itself with a body whose numbers have grown beyond all bounds.
      #
      # On failure: false.
      def set_enabled(enabled)
        result = RT_RAPIER2D_BODY_SET_ENABLED.call(@parent.handle, @handle, enabled ? 1 : 0) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # True where the body is in the simulation.
      #
      # On failure: false.
      def is_enabled()
        result = RT_RAPIER2D_BODY_IS_ENABLED.call(@parent.handle, @handle) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Sends a kinematic body somewhere: the next step moves it there, pushing what is in the way as fast as
      # that takes, and then it stands still.
      #
      # On failure: false.
      def move_to(x, y, rotation)
        result = RT_RAPIER2D_BODY_MOVE_TO.call(@parent.handle, @handle, x, y, rotation) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Pushes a dynamic body with a force in newtons at a point of the world, during the next step only.
      #
      # On failure: false.
      def apply_force_at(fx, fy, x, y, wake_up)
        result = RT_RAPIER2D_BODY_APPLY_FORCE_AT.call(@parent.handle, @handle, fx, fy, x, y, wake_up ? 1 : 0) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Changes a dynamic body's velocity and spin at once by an impulse in newton seconds at a point of the
      # world.
      #
      # On failure: false.
      def apply_impulse_at(ix, iy, x, y, wake_up)
        result = RT_RAPIER2D_BODY_APPLY_IMPULSE_AT.call(@parent.handle, @handle, ix, iy, x, y, wake_up ? 1 : 0) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Changes a dynamic body's spin at once by an angular impulse in newton metre seconds.
      #
      # On failure: false.
      def apply_angular_impulse(impulse, wake_up)
        result = RT_RAPIER2D_BODY_APPLY_ANGULAR_IMPULSE.call(@parent.handle, @handle, impulse, wake_up ? 1 : 0) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # The body's moment of inertia about its centre of mass in kg·m²; 0 where it has none and does not turn.
      #
      # On failure: 0.0.
      def get_inertia()
        result = RT_RAPIER2D_BODY_GET_INERTIA.call(@parent.handle, @handle)
        SimpleNative::Rapier2d.check if result == 0.0
        result
      end

      # The body's centre of mass, as a point of the world.
      #
      # On failure: x 0.0, y 0.0.
      def get_center_of_mass()
        result = RT_RAPIER2D_BODY_GET_CENTER_OF_MASS.call(@parent.handle, @handle)
        SimpleNative::Rapier2d.check if result.x == 0.0 && result.y == 0.0
        result
      end

      # Where the body will be after `dt` seconds, 0 to 1, at its present velocity, were nothing in the way.
      #
      # On failure: x 0.0, y 0.0, rotation 0.0.
      def predict_position(dt)
        result = RT_RAPIER2D_BODY_PREDICT_POSITION.call(@parent.handle, @handle, dt)
        SimpleNative::Rapier2d.check if result.x == 0.0 && result.y == 0.0 && result.rotation == 0.0
        result
      end

      # Multiplies the gravity that acts on the body; 1 in a new body, 0 for none, below 0 to rise. Wakes it.
      #
      # On failure: false.
      def set_gravity_scale(scale)
        result = RT_RAPIER2D_BODY_SET_GRAVITY_SCALE.call(@parent.handle, @handle, scale) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Keeps the body from turning, or lets it turn again.
      #
      # On failure: false.
      def lock_rotation(locked)
        result = RT_RAPIER2D_BODY_LOCK_ROTATION.call(@parent.handle, @handle, locked ? 1 : 0) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Whether the body falls asleep when it rests, as a new one does.
      #
      # On failure: false.
      def set_can_sleep(can_sleep)
        result = RT_RAPIER2D_BODY_SET_CAN_SLEEP.call(@parent.handle, @handle, can_sleep ? 1 : 0) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Full continuous collision detection for a fast dynamic body: it cannot pass through moving bodies
      # between two steps either. Static colliders stop every fast body as it is.
      #
      # On failure: false.
      def set_ccd(enabled)
        result = RT_RAPIER2D_BODY_SET_CCD.call(@parent.handle, @handle, enabled ? 1 : 0) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Lets the body turn by more than 45° in a substep, of which a step has 4: a wheel, say. A new body may not,
      # so that continuous collision detection stays exact.
      #
      # On failure: false.
      def set_fast_rotation(allowed)
        result = RT_RAPIER2D_BODY_SET_FAST_ROTATION.call(@parent.handle, @handle, allowed ? 1 : 0) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # A number of the host's own, kept with the body and in snapshots; 0 in a new body.
      #
      # On failure: false.
      def set_user_data(user_data)
        result = RT_RAPIER2D_BODY_SET_USER_DATA.call(@parent.handle, @handle, Runtime.integer(user_data)) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # The number that `rt_rapier2d_body_set_user_data` left; 0 on failure.
      #
      # On failure: 0.
      def get_user_data()
        result = RT_RAPIER2D_BODY_GET_USER_DATA.call(@parent.handle, @handle)
        SimpleNative::Rapier2d.check if result == 0
        result
      end

      # The handles of the body's colliders.
      #
      # On failure: [].
      def get_colliders()
        result = RT_RAPIER2D_BODY_GET_COLLIDERS.call(@parent.handle, @handle)
        SimpleNative::Rapier2d.check if result.empty?
        result
      end
    end

    # A collider. It belongs to its world and is freed with it, or by `close`.
    class Collider < Owner
      self.collected = false
      self.releaser = lambda do |handle, parent|
        SimpleNative::Rapier2d.quietly(RT_RAPIER2D_COLLIDER_FREE, parent.handle, handle)
      end

      # Moves and turns the collider relative to its body.
      #
      # On failure: false.
      def set_offset(x, y, rotation)
        result = RT_RAPIER2D_COLLIDER_SET_OFFSET.call(@parent.handle, @handle, x, y, rotation) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # How much of its speed a bounce gives back: 0 none, 1 all. Two colliders that meet use the average of
      # theirs. What lands flat on two corners at once comes back slower, a box to three quarters of the height:
      # the solver works through the corners one after the other.
      #
      # On failure: false.
      def set_restitution(coef)
        result = RT_RAPIER2D_COLLIDER_SET_RESTITUTION.call(@parent.handle, @handle, coef) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # The coefficient of friction. Two colliders that meet use the average of theirs.
      #
      # On failure: false.
      def set_friction(coef)
        result = RT_RAPIER2D_COLLIDER_SET_FRICTION.call(@parent.handle, @handle, coef) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # The density in kg/m², from which its body's mass follows at once. 0 for a collider without mass.
      #
      # On failure: false.
      def set_density(density)
        result = RT_RAPIER2D_COLLIDER_SET_DENSITY.call(@parent.handle, @handle, density) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # A sensor feels what touches it (`rt_rapier2d_world_intersection_test`, collision events) without stopping
      # it: it makes no contacts, and rays pass through. It still weighs what its density says.
      #
      # On failure: false.
      def set_sensor(is_sensor)
        result = RT_RAPIER2D_COLLIDER_SET_SENSOR.call(@parent.handle, @handle, is_sensor ? 1 : 0) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Which colliders this one meets: `memberships` are the groups that it belongs to and `filter` those it
      # meets, 32 of them, a bit each. Two colliders meet where each one's filter has a group of the other.
      #
      # On failure: false.
      def set_groups(memberships, filter)
        result = RT_RAPIER2D_COLLIDER_SET_GROUPS.call(@parent.handle, @handle, Runtime.integer(memberships), Runtime.integer(filter)) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Where the collider is in the world.
      #
      # On failure: x 0.0, y 0.0, rotation 0.0.
      def get_position()
        result = RT_RAPIER2D_COLLIDER_GET_POSITION.call(@parent.handle, @handle)
        SimpleNative::Rapier2d.check if result.x == 0.0 && result.y == 0.0 && result.rotation == 0.0
        result
      end

      # The handle of the body that the collider belongs to.
      #
      # On failure: 0.
      def get_body()
        result = RT_RAPIER2D_COLLIDER_GET_BODY.call(@parent.handle, @handle)
        SimpleNative::Rapier2d.check if result == 0
        Body.wrap(result, @parent, false)
      end

      # A number of the host's own, kept with the collider and in snapshots; 0 in a new collider.
      #
      # On failure: false.
      def set_user_data(user_data)
        result = RT_RAPIER2D_COLLIDER_SET_USER_DATA.call(@parent.handle, @handle, Runtime.integer(user_data)) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # The number that `rt_rapier2d_collider_set_user_data` left; 0 on failure.
      #
      # On failure: 0.
      def get_user_data()
        result = RT_RAPIER2D_COLLIDER_GET_USER_DATA.call(@parent.handle, @handle)
        SimpleNative::Rapier2d.check if result == 0
        result
      end
    end

    # A contacts. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class Contacts < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Rapier2d.quietly(RT_RAPIER2D_CONTACTS_FREE, handle)
      end

      # How many touching points there are.
      #
      # On failure: -1.
      def count()
        result = RT_RAPIER2D_CONTACTS_COUNT.call(@handle)
        SimpleNative::Rapier2d.check if result == -1
        result
      end

      # The touching point at `index`.
      #
      # On failure: collider1 0, collider2 0, point_x 0.0, point_y 0.0, normal_x 0.0, normal_y 0.0, penetration 0.0.
      def get(index)
        result = RT_RAPIER2D_CONTACTS_GET.call(@handle, Runtime.integer(index))
        SimpleNative::Rapier2d.check if result.collider1 == 0 && result.collider2 == 0 && result.point_x == 0.0 && result.point_y == 0.0 && result.normal_x == 0.0 && result.normal_y == 0.0 && result.penetration == 0.0
        result
      end

      # All touching points at once: point x, y, normal x, y and penetration of each.
      #
      # On failure: [].
      def values()
        result = RT_RAPIER2D_CONTACTS_VALUES.call(@handle)
        SimpleNative::Rapier2d.check if result.empty?
        result
      end

      # The two colliders of each touching point, in the same order.
      #
      # On failure: [].
      def colliders()
        result = RT_RAPIER2D_CONTACTS_COLLIDERS.call(@handle)
        SimpleNative::Rapier2d.check if result.empty?
        result
      end

      # All touching points as packed 32-bit floats for a GPU's buffer: point x, y and normal x, y, 16 bytes each.
      #
      # On failure: [].
      def bytes()
        result = RT_RAPIER2D_CONTACTS_BYTES.call(@handle)
        SimpleNative::Rapier2d.check if result.empty?
        result
      end
    end

    # A joint. It belongs to its world and is freed with it, or by `close`.
    class Joint < Owner
      self.collected = false
      self.releaser = lambda do |handle, parent|
        SimpleNative::Rapier2d.quietly(RT_RAPIER2D_JOINT_FREE, parent.handle, handle)
      end

      # Keeps a revolute joint's angle (radians, less than a full turn apart) or a prismatic joint's position
      # (metres) from `min` to `max`.
      #
      # On failure: false.
      def set_limits(min, max)
        result = RT_RAPIER2D_JOINT_SET_LIMITS.call(@parent.handle, @handle, min, max) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Drives a revolute joint towards `target_vel` rad/s, or a prismatic one towards m/s, with a torque (N·m)
      # or force (N) of at most `max_force`, which may be infinite. With 0 the joint moves freely.
      #
      # On failure: false.
      def set_motor(target_vel, max_force)
        result = RT_RAPIER2D_JOINT_SET_MOTOR.call(@parent.handle, @handle, target_vel, max_force) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Whether the two bodies of the joint collide with each other, as they do at first.
      #
      # On failure: false.
      def set_contacts(enabled)
        result = RT_RAPIER2D_JOINT_SET_CONTACTS.call(@parent.handle, @handle, enabled ? 1 : 0) != 0
        SimpleNative::Rapier2d.check if !result
        result
      end

      # Where the joint is: a revolute joint's angle in radians, above −π and up to π, a prismatic joint's
      # position in metres, a distance joint's length.
      #
      # On failure: 0.0.
      def get_position()
        result = RT_RAPIER2D_JOINT_GET_POSITION.call(@parent.handle, @handle)
        SimpleNative::Rapier2d.check if result == 0.0
        result
      end
    end

    # A collision events. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class CollisionEvents < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Rapier2d.quietly(RT_RAPIER2D_COLLISION_EVENTS_FREE, handle)
      end

      # How many events there are.
      #
      # On failure: -1.
      def count()
        result = RT_RAPIER2D_COLLISION_EVENTS_COUNT.call(@handle)
        SimpleNative::Rapier2d.check if result == -1
        result
      end

      # The event at `index`, in the order they happened.
      #
      # On failure: collider1 0, collider2 0, started false, sensor false.
      def get(index)
        result = RT_RAPIER2D_COLLISION_EVENTS_GET.call(@handle, Runtime.integer(index))
        SimpleNative::Rapier2d.check if result.collider1 == 0 && result.collider2 == 0 && result.started == false && result.sensor == false
        result
      end
    end
  end
end
