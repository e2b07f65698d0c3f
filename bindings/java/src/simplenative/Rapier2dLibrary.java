package simplenative;

// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

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
public final class Rapier2dLibrary {
    private Rapier2dLibrary() {}

    /** Throws where a call failed; a call that only found nothing left no error. */
    private static void check() {
        Convert.check(rt_rapier2d_get_last_error(), Raw::rt_rapier2d_clear_error);
    }

    /** Calls what frees: what was freed already is no failure that a later call may take for its own. */
    private static void quietly(Runnable release) {
        boolean clear = rt_rapier2d_get_last_error().isEmpty();
        release.run();
        if (clear) rt_rapier2d_clear_error();
    }

    /**
     * Where a body is.
     */
    public record BodyPosition(double x, double y, double rotation) {
        static BodyPosition of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new BodyPosition(memory.getDouble(0), memory.getDouble(8), memory.getDouble(16));
        }
    }

    /**
     * How fast a body moves.
     */
    public record BodyVelocity(double vx, double vy, double angular) {
        static BodyVelocity of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new BodyVelocity(memory.getDouble(0), memory.getDouble(8), memory.getDouble(16));
        }
    }

    /**
     * A point where two colliders touch.
     */
    public record Contact(long collider1, long collider2, double point_x, double point_y, double normal_x, double normal_y, double penetration) {
        static Contact of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new Contact(memory.getLong(0), memory.getLong(8), memory.getDouble(16), memory.getDouble(24), memory.getDouble(32), memory.getDouble(40), memory.getDouble(48));
        }
    }

    /**
     * What a ray hits.
     */
    public record RayHit(boolean hit, long collider, double distance) {
        static RayHit of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new RayHit(memory.get(0) != 0, memory.getLong(8), memory.getDouble(16));
        }
    }

    /**
     * A vector, or a point.
     */
    public record PhysicsVector(double x, double y) {
        static PhysicsVector of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new PhysicsVector(memory.getDouble(0), memory.getDouble(8));
        }
    }

    /**
     * Two colliders that started or stopped touching.
     */
    public record CollisionEvent(long collider1, long collider2, boolean started, boolean sensor) {
        static CollisionEvent of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new CollisionEvent(memory.getLong(0), memory.getLong(8), memory.get(16) != 0, memory.get(17) != 0);
        }
    }

    /**
     * What a ray or a moving shape hits, and where.
     */
    public record CastHit(boolean hit, long collider, double distance, double x, double y, double normal_x, double normal_y) {
        static CastHit of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new CastHit(memory.get(0) != 0, memory.getLong(8), memory.getDouble(16), memory.getDouble(24), memory.getDouble(32), memory.getDouble(40), memory.getDouble(48));
        }
    }

    /**
     * The collider closest to a point.
     */
    public record NearestCollider(boolean found, long collider, double distance, double x, double y, boolean inside) {
        static NearestCollider of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new NearestCollider(memory.get(0) != 0, memory.getLong(8), memory.getDouble(16), memory.getDouble(24), memory.getDouble(32), memory.get(40) != 0);
        }
    }

    /**
     * An empty world with this gravity in m/s², (0, −9.81) on Earth with y up. The caller frees it.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_world_new(double gravity_x, double gravity_y) {
        return Raw.rt_rapier2d_world_new(gravity_x, gravity_y);
    }

    /**
     * Frees the world with all its bodies, colliders and joints, whose handles are stale at once. Waits for a
     * step that another thread has under way. Contacts and events that were taken from it live on.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_world_free(long world) {
        return Raw.rt_rapier2d_world_free(world);
    }

    /**
     * Advances the world by `dt` seconds, above 0 and at most 1. Steps of equal length, 1/60 or 1/120, behave
     * best. Speeds above 400 m/s (see `rt_rapier2d_world_set_max_speed`) and turns of more than 45° a substep
     * (see `rt_rapier2d_body_set_fast_rotation`) are cut down to that.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_world_step(long world, double dt) {
        return Raw.rt_rapier2d_world_step(world, dt);
    }

    /**
     * Changes the gravity, in m/s², and wakes every body.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_world_set_gravity(long world, double x, double y) {
        return Raw.rt_rapier2d_world_set_gravity(world, x, y);
    }

    /**
     * A dynamic body: gravity, forces and contacts move it. It weighs what its colliders weigh, or what
     * `rt_rapier2d_body_set_mass` says; without either, neither gravity nor forces move it. The world owns it.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_body_new_dynamic(long world, double x, double y, double rotation) {
        return Raw.rt_rapier2d_body_new_dynamic(world, x, y, rotation);
    }

    /**
     * A static body: nothing moves it but `rt_rapier2d_body_set_position`. The world owns it.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_body_new_static(long world, double x, double y, double rotation) {
        return Raw.rt_rapier2d_body_new_static(world, x, y, rotation);
    }

    /**
     * A kinematic body: it moves at the velocity that it is given, or where `rt_rapier2d_body_move_to` sends
     * it, pushes dynamic bodies, and is pushed by none. The world owns it.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_body_new_kinematic(long world, double x, double y, double rotation) {
        return Raw.rt_rapier2d_body_new_kinematic(world, x, y, rotation);
    }

    /**
     * Frees the body with its colliders and joints, whose handles are stale at once.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_free(long world, long handle) {
        return Raw.rt_rapier2d_body_free(world, handle);
    }

    /**
     * Where the body is now.
     *
     * On failure: x 0.0, y 0.0, rotation 0.0.
     */
    public static BodyPosition rt_rapier2d_body_get_position(long world, long handle) {
        return BodyPosition.of(Raw.rt_rapier2d_body_get_position(world, handle));
    }

    /**
     * Puts the body somewhere at once, without moving through what is between, and wakes it. Its velocity
     * stays. Queries see it there from now on.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_set_position(long world, long handle, double x, double y, double rotation) {
        return Raw.rt_rapier2d_body_set_position(world, handle, x, y, rotation);
    }

    /**
     * How fast the body moves.
     *
     * On failure: vx 0.0, vy 0.0, angular 0.0.
     */
    public static BodyVelocity rt_rapier2d_body_get_velocity(long world, long handle) {
        return BodyVelocity.of(Raw.rt_rapier2d_body_get_velocity(world, handle));
    }

    /**
     * Gives a dynamic or kinematic body a velocity and wakes it. A kinematic body keeps it until it is given
     * another.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_set_velocity(long world, long handle, double vx, double vy, double angular) {
        return Raw.rt_rapier2d_body_set_velocity(world, handle, vx, vy, angular);
    }

    /**
     * Pushes a dynamic body at its centre of mass with a force in newtons, during the next step only: call
     * again before each step for a lasting push. Forces of several calls add up. A sleeping body that is not
     * woken by it does not move.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_apply_force(long world, long handle, double fx, double fy, boolean wake_up) {
        return Raw.rt_rapier2d_body_apply_force(world, handle, fx, fy, wake_up);
    }

    /**
     * Changes a dynamic body's velocity at once by an impulse in newton seconds at its centre of mass.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_apply_impulse(long world, long handle, double ix, double iy, boolean wake_up) {
        return Raw.rt_rapier2d_body_apply_impulse(world, handle, ix, iy, wake_up);
    }

    /**
     * Turns a dynamic body with a torque in newton metres, counter-clockwise, during the next step only. A body
     * without colliders has no moment of inertia and does not turn.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_apply_torque(long world, long handle, double torque, boolean wake_up) {
        return Raw.rt_rapier2d_body_apply_torque(world, handle, torque, wake_up);
    }

    /**
     * Makes the body weigh `mass` kilograms in all, whatever colliders it has or gets; its moment of inertia is
     * that of its colliders, scaled to this mass.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_set_mass(long world, long handle, double mass) {
        return Raw.rt_rapier2d_body_set_mass(world, handle, mass);
    }

    /**
     * What the body weighs in kilograms: what it was given, else the sum of its colliders.
     *
     * On failure: 0.0.
     */
    public static double rt_rapier2d_body_get_mass(long world, long handle) {
        return Raw.rt_rapier2d_body_get_mass(world, handle);
    }

    /**
     * How fast the body's velocity fades, per second: with no force it falls to 1/(1 + damping·dt) in dt. 0 in
     * a new body.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_set_linear_damping(long world, long handle, double damping) {
        return Raw.rt_rapier2d_body_set_linear_damping(world, handle, damping);
    }

    /**
     * How fast the body's spin fades, per second, as with linear damping. 0 in a new body.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_set_angular_damping(long world, long handle, double damping) {
        return Raw.rt_rapier2d_body_set_angular_damping(world, handle, damping);
    }

    /**
     * True where the body rests and is left out of the simulation until something wakes it.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_is_sleeping(long world, long handle) {
        return Raw.rt_rapier2d_body_is_sleeping(world, handle);
    }

    /**
     * Wakes the body.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_wake_up(long world, long handle) {
        return Raw.rt_rapier2d_body_wake_up(world, handle);
    }

    /**
     * A circle about the body's origin. A new collider has density 1 kg/m², friction 0.5, restitution 0, no
     * offset, is solid, and belongs to and meets all groups.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_collider_new_circle(long world, long body, double radius) {
        return Raw.rt_rapier2d_collider_new_circle(world, body, radius);
    }

    /**
     * A box of twice these sizes about the body's origin.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_collider_new_box(long world, long body, double half_width, double half_height) {
        return Raw.rt_rapier2d_collider_new_box(world, body, half_width, half_height);
    }

    /**
     * A capsule about the body's origin: all points no farther than `radius` from the segment that goes from
     * `half_height` below to `half_height` above it, along the body's y axis.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_collider_new_capsule(long world, long body, double half_height, double radius) {
        return Raw.rt_rapier2d_collider_new_capsule(world, body, half_height, radius);
    }

    /**
     * A polygon whose outline is `vertices`, x, y pairs in the body's coordinates, in either winding, at least
     * 3 points, which does not cross or touch itself. A convex one, of up to 16,384 points, is taken as it is;
     * another, of up to 2,048, is cut into convex pieces that together are exactly it, and is one collider all
     * the same.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_collider_new_polygon(long world, long body, double[] vertices) {
        return Raw.rt_rapier2d_collider_new_polygon(world, body, vertices);
    }

    /**
     * Frees the collider. Its body stays, and weighs less by it unless it was given a mass.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_collider_free(long world, long handle) {
        return Raw.rt_rapier2d_collider_free(world, handle);
    }

    /**
     * Moves and turns the collider relative to its body.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_collider_set_offset(long world, long handle, double x, double y, double rotation) {
        return Raw.rt_rapier2d_collider_set_offset(world, handle, x, y, rotation);
    }

    /**
     * How much of its speed a bounce gives back: 0 none, 1 all. Two colliders that meet use the average of
     * theirs. What lands flat on two corners at once comes back slower, a box to three quarters of the height:
     * the solver works through the corners one after the other.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_collider_set_restitution(long world, long handle, double coef) {
        return Raw.rt_rapier2d_collider_set_restitution(world, handle, coef);
    }

    /**
     * The coefficient of friction. Two colliders that meet use the average of theirs.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_collider_set_friction(long world, long handle, double coef) {
        return Raw.rt_rapier2d_collider_set_friction(world, handle, coef);
    }

    /**
     * The density in kg/m², from which its body's mass follows at once. 0 for a collider without mass.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_collider_set_density(long world, long handle, double density) {
        return Raw.rt_rapier2d_collider_set_density(world, handle, density);
    }

    /**
     * A sensor feels what touches it (`rt_rapier2d_world_intersection_test`, collision events) without stopping
     * it: it makes no contacts, and rays pass through. It still weighs what its density says.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_collider_set_sensor(long world, long handle, boolean is_sensor) {
        return Raw.rt_rapier2d_collider_set_sensor(world, handle, is_sensor);
    }

    /**
     * The touching points after the last step, at the places where the colliders are now, as an object that
     * the caller frees with `rt_rapier2d_contacts_free`: it does not change with the world. Sensors make none.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_world_get_contacts(long world) {
        return Raw.rt_rapier2d_world_get_contacts(world);
    }

    /**
     * How many touching points there are.
     *
     * On failure: -1.
     */
    public static long rt_rapier2d_contacts_count(long contacts) {
        return Raw.rt_rapier2d_contacts_count(contacts);
    }

    /**
     * The touching point at `index`.
     *
     * On failure: collider1 0, collider2 0, point_x 0.0, point_y 0.0, normal_x 0.0, normal_y 0.0, penetration 0.0.
     */
    public static Contact rt_rapier2d_contacts_get(long contacts, long index) {
        return Contact.of(Raw.rt_rapier2d_contacts_get(contacts, index));
    }

    /**
     * Frees the contacts.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_contacts_free(long contacts) {
        return Raw.rt_rapier2d_contacts_free(contacts);
    }

    /**
     * True where the two colliders overlap or touch as they are now, whatever their groups and whether or not
     * they are sensors.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_world_intersection_test(long world, long collider1, long collider2) {
        return Raw.rt_rapier2d_world_intersection_test(world, collider1, collider2);
    }

    /**
     * The first collider on a ray from a point along a direction of any length but 0, up to `max_dist` metres,
     * which may be infinite. Shapes are solid: from inside the distance is 0. Sensors are not hit. To hit
     * nothing is no failure.
     *
     * On failure: hit false, collider 0, distance 0.0.
     */
    public static RayHit rt_rapier2d_world_cast_ray(long world, double origin_x, double origin_y, double dir_x, double dir_y, double max_dist) {
        return RayHit.of(Raw.rt_rapier2d_world_cast_ray(world, origin_x, origin_y, dir_x, dir_y, max_dist));
    }

    /**
     * Holds two points, one of each body and in that body's coordinates, `distance` metres apart, above 0: a
     * massless rod. Bodies that a joint ties still collide with each other; see
     * `rt_rapier2d_joint_set_contacts`. The world owns the joint.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_joint_distance(long world, long body1, long body2, double anchor1_x, double anchor1_y, double anchor2_x, double anchor2_y, double distance) {
        return Raw.rt_rapier2d_joint_distance(world, body1, body2, anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance);
    }

    /**
     * A hinge at a point of the world, which both bodies keep there. Its angle is 0 as they are now and grows
     * as `body2` turns counter-clockwise.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_joint_revolute(long world, long body1, long body2, double anchor_x, double anchor_y) {
        return Raw.rt_rapier2d_joint_revolute(world, body1, body2, anchor_x, anchor_y);
    }

    /**
     * Lets `body2` slide along an axis, given in `body1`'s coordinates with any length but 0, without turning.
     * Its position is 0 m as they are now and grows along the axis.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_joint_prismatic(long world, long body1, long body2, double axis_x, double axis_y) {
        return Raw.rt_rapier2d_joint_prismatic(world, body1, body2, axis_x, axis_y);
    }

    /**
     * Keeps two bodies as they are now relative to each other.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_joint_fixed(long world, long body1, long body2) {
        return Raw.rt_rapier2d_joint_fixed(world, body1, body2);
    }

    /**
     * Frees the joint; its bodies go on without it, awake.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_joint_free(long world, long handle) {
        return Raw.rt_rapier2d_joint_free(world, handle);
    }

    /**
     * Keeps a revolute joint's angle (radians, less than a full turn apart) or a prismatic joint's position
     * (metres) from `min` to `max`.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_joint_set_limits(long world, long joint, double min, double max) {
        return Raw.rt_rapier2d_joint_set_limits(world, joint, min, max);
    }

    /**
     * Drives a revolute joint towards `target_vel` rad/s, or a prismatic one towards m/s, with a torque (N·m)
     * or force (N) of at most `max_force`, which may be infinite. With 0 the joint moves freely.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_joint_set_motor(long world, long joint, double target_vel, double max_force) {
        return Raw.rt_rapier2d_joint_set_motor(world, joint, target_vel, max_force);
    }

    /**
     * How many bodies the world has.
     *
     * On failure: -1.
     */
    public static long rt_rapier2d_world_body_count(long world) {
        return Raw.rt_rapier2d_world_body_count(world);
    }

    /**
     * How many colliders the world has.
     *
     * On failure: -1.
     */
    public static long rt_rapier2d_world_collider_count(long world) {
        return Raw.rt_rapier2d_world_collider_count(world);
    }

    /**
     * How many joints the world has.
     *
     * On failure: -1.
     */
    public static long rt_rapier2d_world_joint_count(long world) {
        return Raw.rt_rapier2d_world_joint_count(world);
    }

    /**
     * Why this thread's last failed rapier2d call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
     */
    public static String rt_rapier2d_get_last_error() {
        return Convert.text(Raw.rt_rapier2d_get_last_error());
    }

    /**
     * What moves the body: 0 dynamic, 1 static, 2 kinematic; −1 on failure.
     *
     * On failure: -1.
     */
    public static long rt_rapier2d_body_get_type(long world, long handle) {
        return Raw.rt_rapier2d_body_get_type(world, handle);
    }

    /**
     * Changes what moves the body: 0 dynamic, 1 static, 2 kinematic. Wakes it.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_set_type(long world, long handle, long body_type) {
        return Raw.rt_rapier2d_body_set_type(world, handle, body_type);
    }

    /**
     * Takes the body with its colliders and joints out of the simulation, or puts it back in. A step does so
     * itself with a body whose numbers have grown beyond all bounds.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_set_enabled(long world, long handle, boolean enabled) {
        return Raw.rt_rapier2d_body_set_enabled(world, handle, enabled);
    }

    /**
     * True where the body is in the simulation.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_is_enabled(long world, long handle) {
        return Raw.rt_rapier2d_body_is_enabled(world, handle);
    }

    /**
     * Sends a kinematic body somewhere: the next step moves it there, pushing what is in the way as fast as
     * that takes, and then it stands still.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_move_to(long world, long handle, double x, double y, double rotation) {
        return Raw.rt_rapier2d_body_move_to(world, handle, x, y, rotation);
    }

    /**
     * Pushes a dynamic body with a force in newtons at a point of the world, during the next step only.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_apply_force_at(long world, long handle, double fx, double fy, double x, double y, boolean wake_up) {
        return Raw.rt_rapier2d_body_apply_force_at(world, handle, fx, fy, x, y, wake_up);
    }

    /**
     * Changes a dynamic body's velocity and spin at once by an impulse in newton seconds at a point of the
     * world.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_apply_impulse_at(long world, long handle, double ix, double iy, double x, double y, boolean wake_up) {
        return Raw.rt_rapier2d_body_apply_impulse_at(world, handle, ix, iy, x, y, wake_up);
    }

    /**
     * Changes a dynamic body's spin at once by an angular impulse in newton metre seconds.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_apply_angular_impulse(long world, long handle, double impulse, boolean wake_up) {
        return Raw.rt_rapier2d_body_apply_angular_impulse(world, handle, impulse, wake_up);
    }

    /**
     * The body's moment of inertia about its centre of mass in kg·m²; 0 where it has none and does not turn.
     *
     * On failure: 0.0.
     */
    public static double rt_rapier2d_body_get_inertia(long world, long handle) {
        return Raw.rt_rapier2d_body_get_inertia(world, handle);
    }

    /**
     * The body's centre of mass, as a point of the world.
     *
     * On failure: x 0.0, y 0.0.
     */
    public static PhysicsVector rt_rapier2d_body_get_center_of_mass(long world, long handle) {
        return PhysicsVector.of(Raw.rt_rapier2d_body_get_center_of_mass(world, handle));
    }

    /**
     * Where the body will be after `dt` seconds, 0 to 1, at its present velocity, were nothing in the way.
     *
     * On failure: x 0.0, y 0.0, rotation 0.0.
     */
    public static BodyPosition rt_rapier2d_body_predict_position(long world, long handle, double dt) {
        return BodyPosition.of(Raw.rt_rapier2d_body_predict_position(world, handle, dt));
    }

    /**
     * Multiplies the gravity that acts on the body; 1 in a new body, 0 for none, below 0 to rise. Wakes it.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_set_gravity_scale(long world, long handle, double scale) {
        return Raw.rt_rapier2d_body_set_gravity_scale(world, handle, scale);
    }

    /**
     * Keeps the body from turning, or lets it turn again.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_lock_rotation(long world, long handle, boolean locked) {
        return Raw.rt_rapier2d_body_lock_rotation(world, handle, locked);
    }

    /**
     * Whether the body falls asleep when it rests, as a new one does.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_set_can_sleep(long world, long handle, boolean can_sleep) {
        return Raw.rt_rapier2d_body_set_can_sleep(world, handle, can_sleep);
    }

    /**
     * Full continuous collision detection for a fast dynamic body: it cannot pass through moving bodies
     * between two steps either. Static colliders stop every fast body as it is.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_set_ccd(long world, long handle, boolean enabled) {
        return Raw.rt_rapier2d_body_set_ccd(world, handle, enabled);
    }

    /**
     * Lets the body turn by more than 45° in a substep, of which a step has 4: a wheel, say. A new body may not,
     * so that continuous collision detection stays exact.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_set_fast_rotation(long world, long handle, boolean allowed) {
        return Raw.rt_rapier2d_body_set_fast_rotation(world, handle, allowed);
    }

    /**
     * A number of the host's own, kept with the body and in snapshots; 0 in a new body.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_body_set_user_data(long world, long handle, long user_data) {
        return Raw.rt_rapier2d_body_set_user_data(world, handle, user_data);
    }

    /**
     * The number that `rt_rapier2d_body_set_user_data` left; 0 on failure.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_body_get_user_data(long world, long handle) {
        return Raw.rt_rapier2d_body_get_user_data(world, handle);
    }

    /**
     * The handles of the body's colliders.
     *
     * On failure: [].
     */
    public static long[] rt_rapier2d_body_get_colliders(long world, long handle) {
        return Raw.rt_rapier2d_body_get_colliders(world, handle);
    }

    /**
     * The handles of all bodies, in the order of all bulk calls: it changes only when bodies come and go, and a
     * restored world has the same.
     *
     * On failure: [].
     */
    public static long[] rt_rapier2d_world_get_bodies(long world) {
        return Raw.rt_rapier2d_world_get_bodies(world);
    }

    /**
     * The handles of all colliders, in an order that a restored world shares.
     *
     * On failure: [].
     */
    public static long[] rt_rapier2d_world_get_colliders(long world) {
        return Raw.rt_rapier2d_world_get_colliders(world);
    }

    /**
     * The handles of all joints, in an order that a restored world shares.
     *
     * On failure: [].
     */
    public static long[] rt_rapier2d_world_get_joints(long world) {
        return Raw.rt_rapier2d_world_get_joints(world);
    }

    /**
     * Where all bodies are: x, y and rotation of each, in the order of `rt_rapier2d_world_get_bodies`.
     *
     * On failure: [].
     */
    public static double[] rt_rapier2d_world_get_transforms(long world) {
        return Raw.rt_rapier2d_world_get_transforms(world);
    }

    /**
     * How fast all bodies move: vx, vy and spin of each, in the order of `rt_rapier2d_world_get_bodies`.
     *
     * On failure: [].
     */
    public static double[] rt_rapier2d_world_get_velocities(long world) {
        return Raw.rt_rapier2d_world_get_velocities(world);
    }

    /**
     * Where all bodies are as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation,
     * 16 bytes each, in the order of `rt_rapier2d_world_get_bodies`.
     *
     * On failure: [].
     */
    public static byte[] rt_rapier2d_world_get_transform_bytes(long world) {
        return Raw.rt_rapier2d_world_get_transform_bytes(world);
    }

    /**
     * Which colliders this one meets: `memberships` are the groups that it belongs to and `filter` those it
     * meets, 32 of them, a bit each. Two colliders meet where each one's filter has a group of the other.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_collider_set_groups(long world, long handle, long memberships, long filter) {
        return Raw.rt_rapier2d_collider_set_groups(world, handle, memberships, filter);
    }

    /**
     * Where the collider is in the world.
     *
     * On failure: x 0.0, y 0.0, rotation 0.0.
     */
    public static BodyPosition rt_rapier2d_collider_get_position(long world, long handle) {
        return BodyPosition.of(Raw.rt_rapier2d_collider_get_position(world, handle));
    }

    /**
     * The handle of the body that the collider belongs to.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_collider_get_body(long world, long handle) {
        return Raw.rt_rapier2d_collider_get_body(world, handle);
    }

    /**
     * A number of the host's own, kept with the collider and in snapshots; 0 in a new collider.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_collider_set_user_data(long world, long handle, long user_data) {
        return Raw.rt_rapier2d_collider_set_user_data(world, handle, user_data);
    }

    /**
     * The number that `rt_rapier2d_collider_set_user_data` left; 0 on failure.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_collider_get_user_data(long world, long handle) {
        return Raw.rt_rapier2d_collider_get_user_data(world, handle);
    }

    /**
     * All touching points at once: point x, y, normal x, y and penetration of each.
     *
     * On failure: [].
     */
    public static double[] rt_rapier2d_contacts_values(long contacts) {
        return Raw.rt_rapier2d_contacts_values(contacts);
    }

    /**
     * The two colliders of each touching point, in the same order.
     *
     * On failure: [].
     */
    public static long[] rt_rapier2d_contacts_colliders(long contacts) {
        return Raw.rt_rapier2d_contacts_colliders(contacts);
    }

    /**
     * All touching points as packed 32-bit floats for a GPU's buffer: point x, y and normal x, y, 16 bytes each.
     *
     * On failure: [].
     */
    public static byte[] rt_rapier2d_contacts_bytes(long contacts) {
        return Raw.rt_rapier2d_contacts_bytes(contacts);
    }

    /**
     * What started and stopped touching during the last step, sensors included: an object that the caller
     * frees with `rt_rapier2d_collision_events_free`. The next step forgets them, so ask after each. Two bodies
     * that are both static, or a static and a kinematic one, or two kinematic ones, make none unless one of the
     * two colliders is a sensor; two static bodies make none at all.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_world_get_collision_events(long world) {
        return Raw.rt_rapier2d_world_get_collision_events(world);
    }

    /**
     * How many events there are.
     *
     * On failure: -1.
     */
    public static long rt_rapier2d_collision_events_count(long events) {
        return Raw.rt_rapier2d_collision_events_count(events);
    }

    /**
     * The event at `index`, in the order they happened.
     *
     * On failure: collider1 0, collider2 0, started false, sensor false.
     */
    public static CollisionEvent rt_rapier2d_collision_events_get(long events, long index) {
        return CollisionEvent.of(Raw.rt_rapier2d_collision_events_get(events, index));
    }

    /**
     * Frees the events.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_collision_events_free(long events) {
        return Raw.rt_rapier2d_collision_events_free(events);
    }

    /**
     * Whether the two bodies of the joint collide with each other, as they do at first.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_joint_set_contacts(long world, long joint, boolean enabled) {
        return Raw.rt_rapier2d_joint_set_contacts(world, joint, enabled);
    }

    /**
     * Where the joint is: a revolute joint's angle in radians, above −π and up to π, a prismatic joint's
     * position in metres, a distance joint's length.
     *
     * On failure: 0.0.
     */
    public static double rt_rapier2d_joint_get_position(long world, long joint) {
        return Raw.rt_rapier2d_joint_get_position(world, joint);
    }

    /**
     * True where this build holds the rapier2d library, as it does where this links.
     */
    public static boolean rt_rapier2d_available() {
        return Raw.rt_rapier2d_available();
    }

    /**
     * Forgets why this thread's last failed rapier2d call failed.
     */
    public static void rt_rapier2d_clear_error() {
        Raw.rt_rapier2d_clear_error();
    }

    /**
     * The version of the wrapped library, the crate `rapier2d-f64`.
     */
    public static String rt_rapier2d_version() {
        return Convert.text(Raw.rt_rapier2d_version());
    }

    /**
     * A ray as in `rt_rapier2d_world_cast_ray` that also says where it hits, and is choosy: it hits what the
     * groups of `memberships` and `filter` meet (4294967295 for all), sensors too where `sensors` is true, and
     * no collider of `exclude_body`, which may be 0.
     *
     * On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
     */
    public static CastHit rt_rapier2d_world_cast_ray_filtered(long world, double origin_x, double origin_y, double dir_x, double dir_y, double max_dist, long memberships, long filter, boolean sensors, long exclude_body) {
        return CastHit.of(Raw.rt_rapier2d_world_cast_ray_filtered(world, origin_x, origin_y, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body));
    }

    /**
     * The first collider that a circle touches on its way from a point along a direction, choosy as in
     * `rt_rapier2d_world_cast_ray_filtered`. The distance is how far its centre goes.
     *
     * On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
     */
    public static CastHit rt_rapier2d_world_cast_circle(long world, double x, double y, double radius, double dir_x, double dir_y, double max_dist, long memberships, long filter, boolean sensors, long exclude_body) {
        return CastHit.of(Raw.rt_rapier2d_world_cast_circle(world, x, y, radius, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body));
    }

    /**
     * The colliders that a point is in, sensors too.
     *
     * On failure: [].
     */
    public static long[] rt_rapier2d_world_query_point(long world, double x, double y) {
        return Raw.rt_rapier2d_world_query_point(world, x, y);
    }

    /**
     * The collider closest to a point, no farther than `max_dist` metres, which may be infinite; sensors too.
     *
     * On failure: found false, collider 0, distance 0.0, x 0.0, y 0.0, inside false.
     */
    public static NearestCollider rt_rapier2d_world_query_nearest(long world, double x, double y, double max_dist) {
        return NearestCollider.of(Raw.rt_rapier2d_world_query_nearest(world, x, y, max_dist));
    }

    /**
     * The colliders that overlap or touch a circle, sensors too.
     *
     * On failure: [].
     */
    public static long[] rt_rapier2d_world_query_circle(long world, double x, double y, double radius) {
        return Raw.rt_rapier2d_world_query_circle(world, x, y, radius);
    }

    /**
     * The colliders that overlap or touch a box of twice these sizes about a point, turned by `rotation`;
     * sensors too.
     *
     * On failure: [].
     */
    public static long[] rt_rapier2d_world_query_box(long world, double x, double y, double half_width, double half_height, double rotation) {
        return Raw.rt_rapier2d_world_query_box(world, x, y, half_width, half_height, rotation);
    }

    /**
     * The whole world as bytes: bodies, colliders, joints, contacts, settings and user data. A world restored
     * from them goes on exactly as this one does, bit for bit, also in another process of the same build on a
     * machine of the same kind.
     *
     * On failure: [].
     */
    public static byte[] rt_rapier2d_world_snapshot(long world) {
        return Raw.rt_rapier2d_world_snapshot(world);
    }

    /**
     * A new world from a snapshot, with handles of its own: its bodies, colliders and joints are in the same
     * order in `rt_rapier2d_world_get_bodies` and its like. Damaged bytes are refused; bytes that were forged on
     * purpose are not recognised, so restore only what you wrote.
     *
     * On failure: 0.
     */
    public static long rt_rapier2d_world_restore(byte[] snapshot) {
        return Raw.rt_rapier2d_world_restore(snapshot);
    }

    /**
     * The gravity in m/s².
     *
     * On failure: x 0.0, y 0.0.
     */
    public static PhysicsVector rt_rapier2d_world_get_gravity(long world) {
        return PhysicsVector.of(Raw.rt_rapier2d_world_get_gravity(world));
    }

    /**
     * How often the solver works through contacts and joints in a step, 1 to 100; 4 in a new world. More is
     * stiffer and slower.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_world_set_iterations(long world, long iterations) {
        return Raw.rt_rapier2d_world_set_iterations(world, iterations);
    }

    /**
     * The speed in m/s that no body exceeds, 400 in a new world: it keeps a scene that bursts apart in reach of
     * continuous collision detection. Infinity for none.
     *
     * On failure: false.
     */
    public static boolean rt_rapier2d_world_set_max_speed(long world, double speed) {
        return Raw.rt_rapier2d_world_set_max_speed(world, speed);
    }

    /**
     * A world: freed by `close()`, or when Java forgets it.
     */
    public static final class World extends NativeObject {
        private World(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_rapier2d_world_free(own)));
        }

        static World wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new World(handle, parent, owned);
        }

        /**
         * An empty world with this gravity in m/s², (0, −9.81) on Earth with y up. The caller frees it.
         *
         * On failure: 0.
         */
        public static Rapier2dLibrary.World create(double gravity_x, double gravity_y) {
            var result = Raw.rt_rapier2d_world_new(gravity_x, gravity_y);
            if (result == 0) check();
            return Rapier2dLibrary.World.wrap(result, null, true);
        }

        /**
         * A new world from a snapshot, with handles of its own: its bodies, colliders and joints are in the same
         * order in `rt_rapier2d_world_get_bodies` and its like. Damaged bytes are refused; bytes that were forged on
         * purpose are not recognised, so restore only what you wrote.
         *
         * On failure: 0.
         */
        public static Rapier2dLibrary.World restore(byte[] snapshot) {
            var result = Raw.rt_rapier2d_world_restore(snapshot);
            if (result == 0) check();
            return Rapier2dLibrary.World.wrap(result, null, true);
        }

        /**
         * Advances the world by `dt` seconds, above 0 and at most 1. Steps of equal length, 1/60 or 1/120, behave
         * best. Speeds above 400 m/s (see `rt_rapier2d_world_set_max_speed`) and turns of more than 45° a substep
         * (see `rt_rapier2d_body_set_fast_rotation`) are cut down to that.
         *
         * On failure: false.
         */
        public boolean step(double dt) {
            var result = Raw.rt_rapier2d_world_step(handle(), dt);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Changes the gravity, in m/s², and wakes every body.
         *
         * On failure: false.
         */
        public boolean setGravity(double x, double y) {
            var result = Raw.rt_rapier2d_world_set_gravity(handle(), x, y);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * A dynamic body: gravity, forces and contacts move it. It weighs what its colliders weigh, or what
         * `rt_rapier2d_body_set_mass` says; without either, neither gravity nor forces move it. The world owns it.
         *
         * On failure: 0.
         */
        public Rapier2dLibrary.Body bodyNewDynamic(double x, double y, double rotation) {
            var result = Raw.rt_rapier2d_body_new_dynamic(handle(), x, y, rotation);
            NativeObject.keep(this);
            if (result == 0) check();
            return Rapier2dLibrary.Body.wrap(result, this, true);
        }

        /**
         * A static body: nothing moves it but `rt_rapier2d_body_set_position`. The world owns it.
         *
         * On failure: 0.
         */
        public Rapier2dLibrary.Body bodyNewStatic(double x, double y, double rotation) {
            var result = Raw.rt_rapier2d_body_new_static(handle(), x, y, rotation);
            NativeObject.keep(this);
            if (result == 0) check();
            return Rapier2dLibrary.Body.wrap(result, this, true);
        }

        /**
         * A kinematic body: it moves at the velocity that it is given, or where `rt_rapier2d_body_move_to` sends
         * it, pushes dynamic bodies, and is pushed by none. The world owns it.
         *
         * On failure: 0.
         */
        public Rapier2dLibrary.Body bodyNewKinematic(double x, double y, double rotation) {
            var result = Raw.rt_rapier2d_body_new_kinematic(handle(), x, y, rotation);
            NativeObject.keep(this);
            if (result == 0) check();
            return Rapier2dLibrary.Body.wrap(result, this, true);
        }

        /**
         * A circle about the body's origin. A new collider has density 1 kg/m², friction 0.5, restitution 0, no
         * offset, is solid, and belongs to and meets all groups.
         *
         * On failure: 0.
         */
        public Rapier2dLibrary.Collider colliderNewCircle(Rapier2dLibrary.Body body, double radius) {
            var result = Raw.rt_rapier2d_collider_new_circle(handle(), NativeObject.number(body), radius);
            NativeObject.keep(this);
            NativeObject.keep(body);
            if (result == 0) check();
            return Rapier2dLibrary.Collider.wrap(result, this, true);
        }

        /**
         * A box of twice these sizes about the body's origin.
         *
         * On failure: 0.
         */
        public Rapier2dLibrary.Collider colliderNewBox(Rapier2dLibrary.Body body, double half_width, double half_height) {
            var result = Raw.rt_rapier2d_collider_new_box(handle(), NativeObject.number(body), half_width, half_height);
            NativeObject.keep(this);
            NativeObject.keep(body);
            if (result == 0) check();
            return Rapier2dLibrary.Collider.wrap(result, this, true);
        }

        /**
         * A capsule about the body's origin: all points no farther than `radius` from the segment that goes from
         * `half_height` below to `half_height` above it, along the body's y axis.
         *
         * On failure: 0.
         */
        public Rapier2dLibrary.Collider colliderNewCapsule(Rapier2dLibrary.Body body, double half_height, double radius) {
            var result = Raw.rt_rapier2d_collider_new_capsule(handle(), NativeObject.number(body), half_height, radius);
            NativeObject.keep(this);
            NativeObject.keep(body);
            if (result == 0) check();
            return Rapier2dLibrary.Collider.wrap(result, this, true);
        }

        /**
         * A polygon whose outline is `vertices`, x, y pairs in the body's coordinates, in either winding, at least
         * 3 points, which does not cross or touch itself. A convex one, of up to 16,384 points, is taken as it is;
         * another, of up to 2,048, is cut into convex pieces that together are exactly it, and is one collider all
         * the same.
         *
         * On failure: 0.
         */
        public Rapier2dLibrary.Collider colliderNewPolygon(Rapier2dLibrary.Body body, double[] vertices) {
            var result = Raw.rt_rapier2d_collider_new_polygon(handle(), NativeObject.number(body), vertices);
            NativeObject.keep(this);
            NativeObject.keep(body);
            if (result == 0) check();
            return Rapier2dLibrary.Collider.wrap(result, this, true);
        }

        /**
         * The touching points after the last step, at the places where the colliders are now, as an object that
         * the caller frees with `rt_rapier2d_contacts_free`: it does not change with the world. Sensors make none.
         *
         * On failure: 0.
         */
        public Rapier2dLibrary.Contacts getContacts() {
            var result = Raw.rt_rapier2d_world_get_contacts(handle());
            NativeObject.keep(this);
            if (result == 0) check();
            return Rapier2dLibrary.Contacts.wrap(result, null, true);
        }

        /**
         * True where the two colliders overlap or touch as they are now, whatever their groups and whether or not
         * they are sensors.
         *
         * On failure: false.
         */
        public boolean intersectionTest(Rapier2dLibrary.Collider collider1, Rapier2dLibrary.Collider collider2) {
            var result = Raw.rt_rapier2d_world_intersection_test(handle(), NativeObject.number(collider1), NativeObject.number(collider2));
            NativeObject.keep(this);
            NativeObject.keep(collider1);
            NativeObject.keep(collider2);
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
        public RayHit castRay(double origin_x, double origin_y, double dir_x, double dir_y, double max_dist) {
            var result = RayHit.of(Raw.rt_rapier2d_world_cast_ray(handle(), origin_x, origin_y, dir_x, dir_y, max_dist));
            NativeObject.keep(this);
            if (result.hit() == false && result.collider() == 0 && result.distance() == 0.0) check();
            return result;
        }

        /**
         * Holds two points, one of each body and in that body's coordinates, `distance` metres apart, above 0: a
         * massless rod. Bodies that a joint ties still collide with each other; see
         * `rt_rapier2d_joint_set_contacts`. The world owns the joint.
         *
         * On failure: 0.
         */
        public Rapier2dLibrary.Joint jointDistance(Rapier2dLibrary.Body body1, Rapier2dLibrary.Body body2, double anchor1_x, double anchor1_y, double anchor2_x, double anchor2_y, double distance) {
            var result = Raw.rt_rapier2d_joint_distance(handle(), NativeObject.number(body1), NativeObject.number(body2), anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance);
            NativeObject.keep(this);
            NativeObject.keep(body1);
            NativeObject.keep(body2);
            if (result == 0) check();
            return Rapier2dLibrary.Joint.wrap(result, this, true);
        }

        /**
         * A hinge at a point of the world, which both bodies keep there. Its angle is 0 as they are now and grows
         * as `body2` turns counter-clockwise.
         *
         * On failure: 0.
         */
        public Rapier2dLibrary.Joint jointRevolute(Rapier2dLibrary.Body body1, Rapier2dLibrary.Body body2, double anchor_x, double anchor_y) {
            var result = Raw.rt_rapier2d_joint_revolute(handle(), NativeObject.number(body1), NativeObject.number(body2), anchor_x, anchor_y);
            NativeObject.keep(this);
            NativeObject.keep(body1);
            NativeObject.keep(body2);
            if (result == 0) check();
            return Rapier2dLibrary.Joint.wrap(result, this, true);
        }

        /**
         * Lets `body2` slide along an axis, given in `body1`'s coordinates with any length but 0, without turning.
         * Its position is 0 m as they are now and grows along the axis.
         *
         * On failure: 0.
         */
        public Rapier2dLibrary.Joint jointPrismatic(Rapier2dLibrary.Body body1, Rapier2dLibrary.Body body2, double axis_x, double axis_y) {
            var result = Raw.rt_rapier2d_joint_prismatic(handle(), NativeObject.number(body1), NativeObject.number(body2), axis_x, axis_y);
            NativeObject.keep(this);
            NativeObject.keep(body1);
            NativeObject.keep(body2);
            if (result == 0) check();
            return Rapier2dLibrary.Joint.wrap(result, this, true);
        }

        /**
         * Keeps two bodies as they are now relative to each other.
         *
         * On failure: 0.
         */
        public Rapier2dLibrary.Joint jointFixed(Rapier2dLibrary.Body body1, Rapier2dLibrary.Body body2) {
            var result = Raw.rt_rapier2d_joint_fixed(handle(), NativeObject.number(body1), NativeObject.number(body2));
            NativeObject.keep(this);
            NativeObject.keep(body1);
            NativeObject.keep(body2);
            if (result == 0) check();
            return Rapier2dLibrary.Joint.wrap(result, this, true);
        }

        /**
         * How many bodies the world has.
         *
         * On failure: -1.
         */
        public long bodyCount() {
            var result = Raw.rt_rapier2d_world_body_count(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * How many colliders the world has.
         *
         * On failure: -1.
         */
        public long colliderCount() {
            var result = Raw.rt_rapier2d_world_collider_count(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * How many joints the world has.
         *
         * On failure: -1.
         */
        public long jointCount() {
            var result = Raw.rt_rapier2d_world_joint_count(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The handles of all bodies, in the order of all bulk calls: it changes only when bodies come and go, and a
         * restored world has the same.
         *
         * On failure: [].
         */
        public long[] getBodies() {
            var result = Raw.rt_rapier2d_world_get_bodies(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * The handles of all colliders, in an order that a restored world shares.
         *
         * On failure: [].
         */
        public long[] getColliders() {
            var result = Raw.rt_rapier2d_world_get_colliders(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * The handles of all joints, in an order that a restored world shares.
         *
         * On failure: [].
         */
        public long[] getJoints() {
            var result = Raw.rt_rapier2d_world_get_joints(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * Where all bodies are: x, y and rotation of each, in the order of `rt_rapier2d_world_get_bodies`.
         *
         * On failure: [].
         */
        public double[] getTransforms() {
            var result = Raw.rt_rapier2d_world_get_transforms(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * How fast all bodies move: vx, vy and spin of each, in the order of `rt_rapier2d_world_get_bodies`.
         *
         * On failure: [].
         */
        public double[] getVelocities() {
            var result = Raw.rt_rapier2d_world_get_velocities(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * Where all bodies are as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation,
         * 16 bytes each, in the order of `rt_rapier2d_world_get_bodies`.
         *
         * On failure: [].
         */
        public byte[] getTransformBytes() {
            var result = Raw.rt_rapier2d_world_get_transform_bytes(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
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
        public Rapier2dLibrary.CollisionEvents getCollisionEvents() {
            var result = Raw.rt_rapier2d_world_get_collision_events(handle());
            NativeObject.keep(this);
            if (result == 0) check();
            return Rapier2dLibrary.CollisionEvents.wrap(result, null, true);
        }

        /**
         * A ray as in `rt_rapier2d_world_cast_ray` that also says where it hits, and is choosy: it hits what the
         * groups of `memberships` and `filter` meet (4294967295 for all), sensors too where `sensors` is true, and
         * no collider of `exclude_body`, which may be 0.
         *
         * On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
         */
        public CastHit castRayFiltered(double origin_x, double origin_y, double dir_x, double dir_y, double max_dist, long memberships, long filter, boolean sensors, Rapier2dLibrary.Body exclude_body) {
            var result = CastHit.of(Raw.rt_rapier2d_world_cast_ray_filtered(handle(), origin_x, origin_y, dir_x, dir_y, max_dist, memberships, filter, sensors, NativeObject.number(exclude_body)));
            NativeObject.keep(this);
            NativeObject.keep(exclude_body);
            if (result.hit() == false && result.collider() == 0 && result.distance() == 0.0 && result.x() == 0.0 && result.y() == 0.0 && result.normal_x() == 0.0 && result.normal_y() == 0.0) check();
            return result;
        }

        /**
         * The first collider that a circle touches on its way from a point along a direction, choosy as in
         * `rt_rapier2d_world_cast_ray_filtered`. The distance is how far its centre goes.
         *
         * On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
         */
        public CastHit castCircle(double x, double y, double radius, double dir_x, double dir_y, double max_dist, long memberships, long filter, boolean sensors, Rapier2dLibrary.Body exclude_body) {
            var result = CastHit.of(Raw.rt_rapier2d_world_cast_circle(handle(), x, y, radius, dir_x, dir_y, max_dist, memberships, filter, sensors, NativeObject.number(exclude_body)));
            NativeObject.keep(this);
            NativeObject.keep(exclude_body);
            if (result.hit() == false && result.collider() == 0 && result.distance() == 0.0 && result.x() == 0.0 && result.y() == 0.0 && result.normal_x() == 0.0 && result.normal_y() == 0.0) check();
            return result;
        }

        /**
         * The colliders that a point is in, sensors too.
         *
         * On failure: [].
         */
        public long[] queryPoint(double x, double y) {
            var result = Raw.rt_rapier2d_world_query_point(handle(), x, y);
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * The collider closest to a point, no farther than `max_dist` metres, which may be infinite; sensors too.
         *
         * On failure: found false, collider 0, distance 0.0, x 0.0, y 0.0, inside false.
         */
        public NearestCollider queryNearest(double x, double y, double max_dist) {
            var result = NearestCollider.of(Raw.rt_rapier2d_world_query_nearest(handle(), x, y, max_dist));
            NativeObject.keep(this);
            if (result.found() == false && result.collider() == 0 && result.distance() == 0.0 && result.x() == 0.0 && result.y() == 0.0 && result.inside() == false) check();
            return result;
        }

        /**
         * The colliders that overlap or touch a circle, sensors too.
         *
         * On failure: [].
         */
        public long[] queryCircle(double x, double y, double radius) {
            var result = Raw.rt_rapier2d_world_query_circle(handle(), x, y, radius);
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * The colliders that overlap or touch a box of twice these sizes about a point, turned by `rotation`;
         * sensors too.
         *
         * On failure: [].
         */
        public long[] queryBox(double x, double y, double half_width, double half_height, double rotation) {
            var result = Raw.rt_rapier2d_world_query_box(handle(), x, y, half_width, half_height, rotation);
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * The whole world as bytes: bodies, colliders, joints, contacts, settings and user data. A world restored
         * from them goes on exactly as this one does, bit for bit, also in another process of the same build on a
         * machine of the same kind.
         *
         * On failure: [].
         */
        public byte[] snapshot() {
            var result = Raw.rt_rapier2d_world_snapshot(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * The gravity in m/s².
         *
         * On failure: x 0.0, y 0.0.
         */
        public PhysicsVector getGravity() {
            var result = PhysicsVector.of(Raw.rt_rapier2d_world_get_gravity(handle()));
            NativeObject.keep(this);
            if (result.x() == 0.0 && result.y() == 0.0) check();
            return result;
        }

        /**
         * How often the solver works through contacts and joints in a step, 1 to 100; 4 in a new world. More is
         * stiffer and slower.
         *
         * On failure: false.
         */
        public boolean setIterations(long iterations) {
            var result = Raw.rt_rapier2d_world_set_iterations(handle(), iterations);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The speed in m/s that no body exceeds, 400 in a new world: it keeps a scene that bursts apart in reach of
         * continuous collision detection. Infinity for none.
         *
         * On failure: false.
         */
        public boolean setMaxSpeed(double speed) {
            var result = Raw.rt_rapier2d_world_set_max_speed(handle(), speed);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }
    }

    /**
     * A body: it belongs to its world and is freed with it, or by `close()`.
     */
    public static final class Body extends NativeObject {
        private Body(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && false, (own, of) -> quietly(() -> Raw.rt_rapier2d_body_free(of, own)));
        }

        static Body wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new Body(handle, parent, owned);
        }

        /**
         * Where the body is now.
         *
         * On failure: x 0.0, y 0.0, rotation 0.0.
         */
        public BodyPosition getPosition() {
            var result = BodyPosition.of(Raw.rt_rapier2d_body_get_position(parent().handle(), handle()));
            NativeObject.keep(this);
            if (result.x() == 0.0 && result.y() == 0.0 && result.rotation() == 0.0) check();
            return result;
        }

        /**
         * Puts the body somewhere at once, without moving through what is between, and wakes it. Its velocity
         * stays. Queries see it there from now on.
         *
         * On failure: false.
         */
        public boolean setPosition(double x, double y, double rotation) {
            var result = Raw.rt_rapier2d_body_set_position(parent().handle(), handle(), x, y, rotation);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * How fast the body moves.
         *
         * On failure: vx 0.0, vy 0.0, angular 0.0.
         */
        public BodyVelocity getVelocity() {
            var result = BodyVelocity.of(Raw.rt_rapier2d_body_get_velocity(parent().handle(), handle()));
            NativeObject.keep(this);
            if (result.vx() == 0.0 && result.vy() == 0.0 && result.angular() == 0.0) check();
            return result;
        }

        /**
         * Gives a dynamic or kinematic body a velocity and wakes it. A kinematic body keeps it until it is given
         * another.
         *
         * On failure: false.
         */
        public boolean setVelocity(double vx, double vy, double angular) {
            var result = Raw.rt_rapier2d_body_set_velocity(parent().handle(), handle(), vx, vy, angular);
            NativeObject.keep(this);
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
        public boolean applyForce(double fx, double fy, boolean wake_up) {
            var result = Raw.rt_rapier2d_body_apply_force(parent().handle(), handle(), fx, fy, wake_up);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Changes a dynamic body's velocity at once by an impulse in newton seconds at its centre of mass.
         *
         * On failure: false.
         */
        public boolean applyImpulse(double ix, double iy, boolean wake_up) {
            var result = Raw.rt_rapier2d_body_apply_impulse(parent().handle(), handle(), ix, iy, wake_up);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Turns a dynamic body with a torque in newton metres, counter-clockwise, during the next step only. A body
         * without colliders has no moment of inertia and does not turn.
         *
         * On failure: false.
         */
        public boolean applyTorque(double torque, boolean wake_up) {
            var result = Raw.rt_rapier2d_body_apply_torque(parent().handle(), handle(), torque, wake_up);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Makes the body weigh `mass` kilograms in all, whatever colliders it has or gets; its moment of inertia is
         * that of its colliders, scaled to this mass.
         *
         * On failure: false.
         */
        public boolean setMass(double mass) {
            var result = Raw.rt_rapier2d_body_set_mass(parent().handle(), handle(), mass);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * What the body weighs in kilograms: what it was given, else the sum of its colliders.
         *
         * On failure: 0.0.
         */
        public double getMass() {
            var result = Raw.rt_rapier2d_body_get_mass(parent().handle(), handle());
            NativeObject.keep(this);
            if (result == 0.0) check();
            return result;
        }

        /**
         * How fast the body's velocity fades, per second: with no force it falls to 1/(1 + damping·dt) in dt. 0 in
         * a new body.
         *
         * On failure: false.
         */
        public boolean setLinearDamping(double damping) {
            var result = Raw.rt_rapier2d_body_set_linear_damping(parent().handle(), handle(), damping);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * How fast the body's spin fades, per second, as with linear damping. 0 in a new body.
         *
         * On failure: false.
         */
        public boolean setAngularDamping(double damping) {
            var result = Raw.rt_rapier2d_body_set_angular_damping(parent().handle(), handle(), damping);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * True where the body rests and is left out of the simulation until something wakes it.
         *
         * On failure: false.
         */
        public boolean isSleeping() {
            var result = Raw.rt_rapier2d_body_is_sleeping(parent().handle(), handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Wakes the body.
         *
         * On failure: false.
         */
        public boolean wakeUp() {
            var result = Raw.rt_rapier2d_body_wake_up(parent().handle(), handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * What moves the body: 0 dynamic, 1 static, 2 kinematic; −1 on failure.
         *
         * On failure: -1.
         */
        public long getType() {
            var result = Raw.rt_rapier2d_body_get_type(parent().handle(), handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * Changes what moves the body: 0 dynamic, 1 static, 2 kinematic. Wakes it.
         *
         * On failure: false.
         */
        public boolean setType(long body_type) {
            var result = Raw.rt_rapier2d_body_set_type(parent().handle(), handle(), body_type);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Takes the body with its colliders and joints out of the simulation, or puts it back in. A step does so
         * itself with a body whose numbers have grown beyond all bounds.
         *
         * On failure: false.
         */
        public boolean setEnabled(boolean enabled) {
            var result = Raw.rt_rapier2d_body_set_enabled(parent().handle(), handle(), enabled);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * True where the body is in the simulation.
         *
         * On failure: false.
         */
        public boolean isEnabled() {
            var result = Raw.rt_rapier2d_body_is_enabled(parent().handle(), handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Sends a kinematic body somewhere: the next step moves it there, pushing what is in the way as fast as
         * that takes, and then it stands still.
         *
         * On failure: false.
         */
        public boolean moveTo(double x, double y, double rotation) {
            var result = Raw.rt_rapier2d_body_move_to(parent().handle(), handle(), x, y, rotation);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Pushes a dynamic body with a force in newtons at a point of the world, during the next step only.
         *
         * On failure: false.
         */
        public boolean applyForceAt(double fx, double fy, double x, double y, boolean wake_up) {
            var result = Raw.rt_rapier2d_body_apply_force_at(parent().handle(), handle(), fx, fy, x, y, wake_up);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Changes a dynamic body's velocity and spin at once by an impulse in newton seconds at a point of the
         * world.
         *
         * On failure: false.
         */
        public boolean applyImpulseAt(double ix, double iy, double x, double y, boolean wake_up) {
            var result = Raw.rt_rapier2d_body_apply_impulse_at(parent().handle(), handle(), ix, iy, x, y, wake_up);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Changes a dynamic body's spin at once by an angular impulse in newton metre seconds.
         *
         * On failure: false.
         */
        public boolean applyAngularImpulse(double impulse, boolean wake_up) {
            var result = Raw.rt_rapier2d_body_apply_angular_impulse(parent().handle(), handle(), impulse, wake_up);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The body's moment of inertia about its centre of mass in kg·m²; 0 where it has none and does not turn.
         *
         * On failure: 0.0.
         */
        public double getInertia() {
            var result = Raw.rt_rapier2d_body_get_inertia(parent().handle(), handle());
            NativeObject.keep(this);
            if (result == 0.0) check();
            return result;
        }

        /**
         * The body's centre of mass, as a point of the world.
         *
         * On failure: x 0.0, y 0.0.
         */
        public PhysicsVector getCenterOfMass() {
            var result = PhysicsVector.of(Raw.rt_rapier2d_body_get_center_of_mass(parent().handle(), handle()));
            NativeObject.keep(this);
            if (result.x() == 0.0 && result.y() == 0.0) check();
            return result;
        }

        /**
         * Where the body will be after `dt` seconds, 0 to 1, at its present velocity, were nothing in the way.
         *
         * On failure: x 0.0, y 0.0, rotation 0.0.
         */
        public BodyPosition predictPosition(double dt) {
            var result = BodyPosition.of(Raw.rt_rapier2d_body_predict_position(parent().handle(), handle(), dt));
            NativeObject.keep(this);
            if (result.x() == 0.0 && result.y() == 0.0 && result.rotation() == 0.0) check();
            return result;
        }

        /**
         * Multiplies the gravity that acts on the body; 1 in a new body, 0 for none, below 0 to rise. Wakes it.
         *
         * On failure: false.
         */
        public boolean setGravityScale(double scale) {
            var result = Raw.rt_rapier2d_body_set_gravity_scale(parent().handle(), handle(), scale);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Keeps the body from turning, or lets it turn again.
         *
         * On failure: false.
         */
        public boolean lockRotation(boolean locked) {
            var result = Raw.rt_rapier2d_body_lock_rotation(parent().handle(), handle(), locked);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Whether the body falls asleep when it rests, as a new one does.
         *
         * On failure: false.
         */
        public boolean setCanSleep(boolean can_sleep) {
            var result = Raw.rt_rapier2d_body_set_can_sleep(parent().handle(), handle(), can_sleep);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Full continuous collision detection for a fast dynamic body: it cannot pass through moving bodies
         * between two steps either. Static colliders stop every fast body as it is.
         *
         * On failure: false.
         */
        public boolean setCcd(boolean enabled) {
            var result = Raw.rt_rapier2d_body_set_ccd(parent().handle(), handle(), enabled);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Lets the body turn by more than 45° in a substep, of which a step has 4: a wheel, say. A new body may not,
         * so that continuous collision detection stays exact.
         *
         * On failure: false.
         */
        public boolean setFastRotation(boolean allowed) {
            var result = Raw.rt_rapier2d_body_set_fast_rotation(parent().handle(), handle(), allowed);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * A number of the host's own, kept with the body and in snapshots; 0 in a new body.
         *
         * On failure: false.
         */
        public boolean setUserData(long user_data) {
            var result = Raw.rt_rapier2d_body_set_user_data(parent().handle(), handle(), user_data);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The number that `rt_rapier2d_body_set_user_data` left; 0 on failure.
         *
         * On failure: 0.
         */
        public long getUserData() {
            var result = Raw.rt_rapier2d_body_get_user_data(parent().handle(), handle());
            NativeObject.keep(this);
            if (result == 0) check();
            return result;
        }

        /**
         * The handles of the body's colliders.
         *
         * On failure: [].
         */
        public long[] getColliders() {
            var result = Raw.rt_rapier2d_body_get_colliders(parent().handle(), handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }
    }

    /**
     * A collider: it belongs to its world and is freed with it, or by `close()`.
     */
    public static final class Collider extends NativeObject {
        private Collider(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && false, (own, of) -> quietly(() -> Raw.rt_rapier2d_collider_free(of, own)));
        }

        static Collider wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new Collider(handle, parent, owned);
        }

        /**
         * Moves and turns the collider relative to its body.
         *
         * On failure: false.
         */
        public boolean setOffset(double x, double y, double rotation) {
            var result = Raw.rt_rapier2d_collider_set_offset(parent().handle(), handle(), x, y, rotation);
            NativeObject.keep(this);
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
        public boolean setRestitution(double coef) {
            var result = Raw.rt_rapier2d_collider_set_restitution(parent().handle(), handle(), coef);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The coefficient of friction. Two colliders that meet use the average of theirs.
         *
         * On failure: false.
         */
        public boolean setFriction(double coef) {
            var result = Raw.rt_rapier2d_collider_set_friction(parent().handle(), handle(), coef);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The density in kg/m², from which its body's mass follows at once. 0 for a collider without mass.
         *
         * On failure: false.
         */
        public boolean setDensity(double density) {
            var result = Raw.rt_rapier2d_collider_set_density(parent().handle(), handle(), density);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * A sensor feels what touches it (`rt_rapier2d_world_intersection_test`, collision events) without stopping
         * it: it makes no contacts, and rays pass through. It still weighs what its density says.
         *
         * On failure: false.
         */
        public boolean setSensor(boolean is_sensor) {
            var result = Raw.rt_rapier2d_collider_set_sensor(parent().handle(), handle(), is_sensor);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Which colliders this one meets: `memberships` are the groups that it belongs to and `filter` those it
         * meets, 32 of them, a bit each. Two colliders meet where each one's filter has a group of the other.
         *
         * On failure: false.
         */
        public boolean setGroups(long memberships, long filter) {
            var result = Raw.rt_rapier2d_collider_set_groups(parent().handle(), handle(), memberships, filter);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Where the collider is in the world.
         *
         * On failure: x 0.0, y 0.0, rotation 0.0.
         */
        public BodyPosition getPosition() {
            var result = BodyPosition.of(Raw.rt_rapier2d_collider_get_position(parent().handle(), handle()));
            NativeObject.keep(this);
            if (result.x() == 0.0 && result.y() == 0.0 && result.rotation() == 0.0) check();
            return result;
        }

        /**
         * The handle of the body that the collider belongs to.
         *
         * On failure: 0.
         */
        public Rapier2dLibrary.Body getBody() {
            var result = Raw.rt_rapier2d_collider_get_body(parent().handle(), handle());
            NativeObject.keep(this);
            if (result == 0) check();
            return Rapier2dLibrary.Body.wrap(result, parent(), false);
        }

        /**
         * A number of the host's own, kept with the collider and in snapshots; 0 in a new collider.
         *
         * On failure: false.
         */
        public boolean setUserData(long user_data) {
            var result = Raw.rt_rapier2d_collider_set_user_data(parent().handle(), handle(), user_data);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The number that `rt_rapier2d_collider_set_user_data` left; 0 on failure.
         *
         * On failure: 0.
         */
        public long getUserData() {
            var result = Raw.rt_rapier2d_collider_get_user_data(parent().handle(), handle());
            NativeObject.keep(this);
            if (result == 0) check();
            return result;
        }
    }

    /**
     * A contacts: freed by `close()`, or when Java forgets it.
     */
    public static final class Contacts extends NativeObject {
        private Contacts(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_rapier2d_contacts_free(own)));
        }

        static Contacts wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new Contacts(handle, parent, owned);
        }

        /**
         * How many touching points there are.
         *
         * On failure: -1.
         */
        public long count() {
            var result = Raw.rt_rapier2d_contacts_count(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The touching point at `index`.
         *
         * On failure: collider1 0, collider2 0, point_x 0.0, point_y 0.0, normal_x 0.0, normal_y 0.0, penetration 0.0.
         */
        public Contact get(long index) {
            var result = Contact.of(Raw.rt_rapier2d_contacts_get(handle(), index));
            NativeObject.keep(this);
            if (result.collider1() == 0 && result.collider2() == 0 && result.point_x() == 0.0 && result.point_y() == 0.0 && result.normal_x() == 0.0 && result.normal_y() == 0.0 && result.penetration() == 0.0) check();
            return result;
        }

        /**
         * All touching points at once: point x, y, normal x, y and penetration of each.
         *
         * On failure: [].
         */
        public double[] values() {
            var result = Raw.rt_rapier2d_contacts_values(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * The two colliders of each touching point, in the same order.
         *
         * On failure: [].
         */
        public long[] colliders() {
            var result = Raw.rt_rapier2d_contacts_colliders(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * All touching points as packed 32-bit floats for a GPU's buffer: point x, y and normal x, y, 16 bytes each.
         *
         * On failure: [].
         */
        public byte[] bytes() {
            var result = Raw.rt_rapier2d_contacts_bytes(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }
    }

    /**
     * A joint: it belongs to its world and is freed with it, or by `close()`.
     */
    public static final class Joint extends NativeObject {
        private Joint(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && false, (own, of) -> quietly(() -> Raw.rt_rapier2d_joint_free(of, own)));
        }

        static Joint wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new Joint(handle, parent, owned);
        }

        /**
         * Keeps a revolute joint's angle (radians, less than a full turn apart) or a prismatic joint's position
         * (metres) from `min` to `max`.
         *
         * On failure: false.
         */
        public boolean setLimits(double min, double max) {
            var result = Raw.rt_rapier2d_joint_set_limits(parent().handle(), handle(), min, max);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Drives a revolute joint towards `target_vel` rad/s, or a prismatic one towards m/s, with a torque (N·m)
         * or force (N) of at most `max_force`, which may be infinite. With 0 the joint moves freely.
         *
         * On failure: false.
         */
        public boolean setMotor(double target_vel, double max_force) {
            var result = Raw.rt_rapier2d_joint_set_motor(parent().handle(), handle(), target_vel, max_force);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Whether the two bodies of the joint collide with each other, as they do at first.
         *
         * On failure: false.
         */
        public boolean setContacts(boolean enabled) {
            var result = Raw.rt_rapier2d_joint_set_contacts(parent().handle(), handle(), enabled);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Where the joint is: a revolute joint's angle in radians, above −π and up to π, a prismatic joint's
         * position in metres, a distance joint's length.
         *
         * On failure: 0.0.
         */
        public double getPosition() {
            var result = Raw.rt_rapier2d_joint_get_position(parent().handle(), handle());
            NativeObject.keep(this);
            if (result == 0.0) check();
            return result;
        }
    }

    /**
     * A collision events: freed by `close()`, or when Java forgets it.
     */
    public static final class CollisionEvents extends NativeObject {
        private CollisionEvents(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_rapier2d_collision_events_free(own)));
        }

        static CollisionEvents wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new CollisionEvents(handle, parent, owned);
        }

        /**
         * How many events there are.
         *
         * On failure: -1.
         */
        public long count() {
            var result = Raw.rt_rapier2d_collision_events_count(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The event at `index`, in the order they happened.
         *
         * On failure: collider1 0, collider2 0, started false, sensor false.
         */
        public CollisionEvent get(long index) {
            var result = CollisionEvent.of(Raw.rt_rapier2d_collision_events_get(handle(), index));
            NativeObject.keep(this);
            if (result.collider1() == 0 && result.collider2() == 0 && result.started() == false && result.sensor() == false) check();
            return result;
        }
    }
}
