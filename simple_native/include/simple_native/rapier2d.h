/*
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
#ifndef SIMPLE_NATIVE_RAPIER2D_H
#define SIMPLE_NATIVE_RAPIER2D_H

#include "native.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * What moves a body.
 */
enum SnBodyType {
    /* Forces and collisions. */
    SN_BODY_TYPE_DYNAMIC = 0,
    /* Nothing. */
    SN_BODY_TYPE_STATIC = 1,
    /* The host alone. */
    SN_BODY_TYPE_KINEMATIC = 2
};

/*
 * How two colliders' coefficients become one.
 */
enum SnCombineRule {
    /* Half their sum. */
    SN_COMBINE_RULE_AVERAGE = 0,
    /* The smaller one. */
    SN_COMBINE_RULE_MINIMUM = 1,
    /* Their product. */
    SN_COMBINE_RULE_MULTIPLY = 2,
    /* The larger one. */
    SN_COMBINE_RULE_MAXIMUM = 3,
    /* Their sum, at most 1. */
    SN_COMBINE_RULE_CLAMPED_SUM = 4,
    /* The square root of their product, as in Box2D's friction. */
    SN_COMBINE_RULE_GEOMETRIC_MEAN = 5
};

/*
 * What of a world is drawn to look at it; add them up.
 */
enum SnDebugPart {
    /* The outlines of colliders. */
    SN_DEBUG_PART_SHAPES = 1,
    /* The axes of bodies. */
    SN_DEBUG_PART_AXES = 2,
    /* Joints: from the centres of mass to their points, and what lies between these. */
    SN_DEBUG_PART_JOINTS = 4,
    /* Contact points with their normals. */
    SN_DEBUG_PART_CONTACTS = 8,
    /* The boxes around colliders. */
    SN_DEBUG_PART_BOXES = 16
};

/*
 * Where a body is.
 */
typedef struct RtBodyPosition {
    /* Metres along x. */
    double x;
    /* Metres along y. */
    double y;
    /* Radians counter-clockwise, above −π and up to π. */
    double rotation;
} RtBodyPosition;

/*
 * How fast a body moves.
 */
typedef struct RtBodyVelocity {
    /* Metres per second along x, of its centre of mass. */
    double vx;
    /* Metres per second along y. */
    double vy;
    /* Radians per second, counter-clockwise. */
    double angular;
} RtBodyVelocity;

/*
 * A point where two colliders touch.
 */
typedef struct RtContact {
    /* The one collider. */
    int64_t collider1;
    /* The other. */
    int64_t collider2;
    /* x of the touching point, which is the middle between the two surfaces, in metres. */
    double point_x;
    /* y of the touching point. */
    double point_y;
    /* x of the unit vector that points from the one collider to the other. */
    double normal_x;
    /* y of that unit vector. */
    double normal_y;
    /* How deep they are in each other, in metres; 0 where they just touch. */
    double penetration;
} RtContact;

/*
 * What a ray hits.
 */
typedef struct RtRayHit {
    /* True where it hits something. */
    bool hit;
    /* The collider that it hits first, 0 where it hits none. */
    int64_t collider;
    /* The distance along the ray, in metres. */
    double distance;
} RtRayHit;

/*
 * A vector, or a point.
 */
typedef struct RtPhysicsVector {
    /* Along x. */
    double x;
    /* Along y. */
    double y;
} RtPhysicsVector;

/*
 * What a ray or a moving shape hits, and where.
 */
typedef struct RtCastHit {
    /* True where it hits something. */
    bool hit;
    /* The collider that it hits first, 0 where it hits none. */
    int64_t collider;
    /* The distance until then, in metres. */
    double distance;
    /* x of the place on the collider's surface that is hit. */
    double x;
    /* y of that place. */
    double y;
    /* x of the surface's outward unit normal there; 0, 0 where a ray, or the centre of a circle, begins inside. */
    double normal_x;
    /* y of that normal. */
    double normal_y;
} RtCastHit;

/*
 * How far a character gets.
 */
typedef struct RtCharacterMovement {
    /* Metres along x that it moves. */
    double x;
    /* Metres along y. */
    double y;
    /* True where it stands on something then. */
    bool grounded;
    /* True where it slides along something. */
    bool sliding;
} RtCharacterMovement;

/*
 * Two colliders that started or stopped touching.
 */
typedef struct RtCollisionEvent {
    /* The one collider. To be freed is to stop touching: its handle is stale then, and 0 where that was before */
    /* the snapshot that this world was restored from. */
    int64_t collider1;
    /* The other. */
    int64_t collider2;
    /* True where they started touching, false where they stopped. */
    bool started;
    /* True where one of them is a sensor. */
    bool sensor;
} RtCollisionEvent;

/*
 * Who met in an event, where and how hard.
 */
typedef struct RtCollisionDetails {
    /* The body of the one collider, stale where it was freed. */
    int64_t body1;
    /* The body of the other. */
    int64_t body2;
    /* The one body's user data. */
    int64_t body1_data;
    /* The other body's. */
    int64_t body2_data;
    /* The one collider's user data. */
    int64_t collider1_data;
    /* The other collider's. */
    int64_t collider2_data;
    /* x of the middle of where they touch, weighed by what each point pushes, after the step; 0 as all that follows */
    /* where they stopped touching or one is a sensor. */
    double x;
    /* y of that place. */
    double y;
    /* x of the unit vector that points from the one collider to the other there. */
    double normal_x;
    /* y of that vector. */
    double normal_y;
    /* The sum of what their points pushed along the normal in the step, in N·s; divided by the step's length, the force. */
    double impulse;
    /* The speed in m/s at which they came together as the step began, where they were closest: how hard the hit was. */
    /* 0 in force events. */
    double speed;
} RtCollisionDetails;

/*
 * The part of a body that is in fluids.
 */
typedef struct RtSubmergedPart {
    /* Its area in m². */
    double area;
    /* x of its centre, 0 where there is none. */
    double x;
    /* y of its centre. */
    double y;
} RtSubmergedPart;

/*
 * What a joint does to its second body, and the opposite to its first.
 */
typedef struct RtJointForce {
    /* x of the force in N. */
    double x;
    /* y of the force. */
    double y;
    /* The torque in N·m about the joint's point of the second body. */
    double torque;
} RtJointForce;

/*
 * The collider closest to a point.
 */
typedef struct RtNearestCollider {
    /* True where one is near enough. */
    bool found;
    /* The collider, 0 for none. */
    int64_t collider;
    /* The distance to it in metres, 0 from inside. */
    double distance;
    /* x of its point that is closest; the point itself from inside. */
    double x;
    /* y of that point. */
    double y;
    /* True where the point is inside. */
    bool inside;
} RtNearestCollider;

/*
 * Makes an empty world with this gravity in m/s², (0, −9.81) on Earth with y up. The caller frees it.
 *
 * Returns a world; free it with rt_rapier2d_world_free. On failure: 0.
 */
int64_t rt_rapier2d_world_new(double gravity_x, double gravity_y);

/*
 * Frees the world with all its bodies, colliders and joints, whose handles are stale at once. Waits for a
 * step that another thread has under way. Contacts and events that were taken from it live on.
 *
 * `world` is a world, freed by this call. On failure: false.
 */
bool rt_rapier2d_world_free(int64_t world);

/*
 * Advances the world by `dt` seconds, above 0 and at most 1. Steps of equal length, 1/60 or 1/120, behave
 * best. Speeds above 400 m/s (see `rt_rapier2d_world_set_max_speed`) and turns of more than 45° a substep
 * (see `rt_rapier2d_body_set_fast_rotation`) are cut down to that.
 *
 * Where memory is short it fails and changes nothing. Where so much begins to touch that memory turns out to be short
 * in the middle of the step, it fails too, and the world can only be read and freed from then on.
 *
 * `world` is a world. On failure: false.
 */
bool rt_rapier2d_world_step(int64_t world, double dt);

/*
 * Changes the gravity, in m/s², and wakes every body.
 *
 * `world` is a world. On failure: false.
 */
bool rt_rapier2d_world_set_gravity(int64_t world, double x, double y);

/*
 * Makes a dynamic body: gravity, forces and contacts move it. It weighs what its colliders weigh, or what
 * `rt_rapier2d_body_set_mass` says; without either, neither gravity nor forces move it. The world owns it.
 *
 * `world` is a world. Returns a body; free it with rt_rapier2d_body_free. On failure: 0.
 */
int64_t rt_rapier2d_body_new_dynamic(int64_t world, double x, double y, double rotation);

/*
 * Makes a static body: nothing moves it but `rt_rapier2d_body_set_position`. The world owns it.
 *
 * `world` is a world. Returns a body; free it with rt_rapier2d_body_free. On failure: 0.
 */
int64_t rt_rapier2d_body_new_static(int64_t world, double x, double y, double rotation);

/*
 * Makes a kinematic body: it moves at the velocity that it is given, or where `rt_rapier2d_body_move_to` sends it,
 * pushes dynamic bodies, and is pushed by none. The world owns it.
 *
 * `world` is a world. Returns a body; free it with rt_rapier2d_body_free. On failure: 0.
 */
int64_t rt_rapier2d_body_new_kinematic(int64_t world, double x, double y, double rotation);

/*
 * Frees the body with its colliders and joints, whose handles are stale at once.
 *
 * `world` is a world. `handle` is a body, freed by this call. On failure: false.
 */
bool rt_rapier2d_body_free(int64_t world, int64_t handle);

/*
 * Returns where the body is now.
 *
 * `world` is a world. `handle` is a body. On failure: x 0.0, y 0.0, rotation 0.0.
 */
RtBodyPosition rt_rapier2d_body_get_position(int64_t world, int64_t handle);

/*
 * Puts the body somewhere at once, without moving through what is between, and wakes it. Its velocity
 * stays. Queries see it there from now on.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_position(int64_t world, int64_t handle, double x, double y, double rotation);

/*
 * Returns how fast the body moves.
 *
 * `world` is a world. `handle` is a body. On failure: vx 0.0, vy 0.0, angular 0.0.
 */
RtBodyVelocity rt_rapier2d_body_get_velocity(int64_t world, int64_t handle);

/*
 * Gives a dynamic or kinematic body a velocity and wakes it. A kinematic body keeps it until it is given
 * another.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_velocity(int64_t world, int64_t handle, double vx, double vy, double angular);

/*
 * Pushes a dynamic body at its centre of mass with a force in newtons, during the next step only: call
 * again before each step for a lasting push. Forces of several calls add up. A sleeping body that is not
 * woken by it does not move.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_apply_force(int64_t world, int64_t handle, double fx, double fy, bool wake_up);

/*
 * Changes a dynamic body's velocity at once by an impulse in newton seconds at its centre of mass.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_apply_impulse(int64_t world, int64_t handle, double ix, double iy, bool wake_up);

/*
 * Turns a dynamic body with a torque in newton metres, counter-clockwise, during the next step only. A body
 * without colliders has no moment of inertia and does not turn.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_apply_torque(int64_t world, int64_t handle, double torque, bool wake_up);

/*
 * Makes the body weigh `mass` kilograms in all, whatever colliders it has or gets; its moment of inertia is
 * that of its colliders, scaled to this mass.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_mass(int64_t world, int64_t handle, double mass);

/*
 * Returns what the body weighs in kilograms: what it was given, else the sum of its colliders.
 *
 * `world` is a world. `handle` is a body. On failure: 0.0.
 */
double rt_rapier2d_body_get_mass(int64_t world, int64_t handle);

/*
 * Sets how fast the body's velocity fades, per second: with no force it falls to 1/(1 + damping·dt) in dt. 0 in a new
 * body.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_linear_damping(int64_t world, int64_t handle, double damping);

/*
 * Sets how fast the body's spin fades, per second, as with linear damping. 0 in a new body.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_angular_damping(int64_t world, int64_t handle, double damping);

/*
 * Tells whether the body rests and is left out of the simulation until something wakes it.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_is_sleeping(int64_t world, int64_t handle);

/*
 * Wakes the body.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_wake_up(int64_t world, int64_t handle);

/*
 * Makes a circle about the body's origin. A new collider has density 1 kg/m², friction 0.5, restitution 0, no offset,
 * is solid, and belongs to and meets all groups.
 *
 * `world` is a world. `body` is a body. Returns a collider; free it with rt_rapier2d_collider_free. On
 * failure: 0.
 */
int64_t rt_rapier2d_collider_new_circle(int64_t world, int64_t body, double radius);

/*
 * Makes a box of twice these sizes about the body's origin. Static boxes and convex polygons side by side make ground
 * without seams where they are flush to 0.005 length units: what stands, slides or rolls on one of them does not feel
 * the corners of the next. What falls right onto a seam still does, and seams between bodies that move are felt; one
 * polygon or one chain has none at all.
 *
 * `world` is a world. `body` is a body. Returns a collider; free it with rt_rapier2d_collider_free. On
 * failure: 0.
 */
int64_t rt_rapier2d_collider_new_box(int64_t world, int64_t body, double half_width, double half_height);

/*
 * Makes a capsule about the body's origin: all points no farther than `radius` from the segment that goes from
 * `half_height` below to `half_height` above it, along the body's y axis.
 *
 * `world` is a world. `body` is a body. Returns a collider; free it with rt_rapier2d_collider_free. On
 * failure: 0.
 */
int64_t rt_rapier2d_collider_new_capsule(int64_t world, int64_t body, double half_height, double radius);

/*
 * Makes a polygon whose outline is `vertices`, x, y pairs in the body's coordinates, in either winding, at least 3
 * points, which does not cross or touch itself. A convex one, of up to 16,384 points, is taken as it is; another, of
 * up to 2,048, is cut into convex pieces that together are exactly it, and is one collider all the same.
 *
 * `world` is a world. `body` is a body. Returns a collider; free it with rt_rapier2d_collider_free. On
 * failure: 0.
 */
int64_t rt_rapier2d_collider_new_polygon(int64_t world, int64_t body, const double *vertices, int64_t vertices_len);

/*
 * Frees the collider. Its body stays, and weighs less by it unless it was given a mass.
 *
 * `world` is a world. `handle` is a collider, freed by this call. On failure: false.
 */
bool rt_rapier2d_collider_free(int64_t world, int64_t handle);

/*
 * Moves and turns the collider relative to its body.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_offset(int64_t world, int64_t handle, double x, double y, double rotation);

/*
 * Sets how much of its speed a bounce gives back: 0 none, 1 all. Two colliders that meet use the average of theirs.
 * What lands flat on two corners at once comes back slower, a box to three quarters of the height: the solver works
 * through the corners one after the other.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_restitution(int64_t world, int64_t handle, double coef);

/*
 * Sets the coefficient of friction. Two colliders that meet use the average of theirs. A change wakes no body: wake
 * what rests there.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_friction(int64_t world, int64_t handle, double coef);

/*
 * Sets the density in kg/m², from which its body's mass follows at once. 0 for a collider without mass.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_density(int64_t world, int64_t handle, double density);

/*
 * Makes a collider a sensor, or a plain one again. A sensor feels what touches it
 * (`rt_rapier2d_world_intersection_test`, collision events) without stopping it: it makes no contacts, and rays pass
 * through. It still weighs what its density says.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_sensor(int64_t world, int64_t handle, bool is_sensor);

/*
 * Returns the touching points after the last step, at the places where the colliders are now, as an object that the
 * caller frees with `rt_rapier2d_contacts_free`: it does not change with the world. Sensors make none.
 *
 * `world` is a world. Returns a contacts; free it with rt_rapier2d_contacts_free. On failure: 0.
 */
int64_t rt_rapier2d_world_get_contacts(int64_t world);

/*
 * Returns how many touching points there are.
 *
 * `contacts` is a contacts. On failure: -1.
 */
int64_t rt_rapier2d_contacts_count(int64_t contacts);

/*
 * Returns the touching point at `index`.
 *
 * `contacts` is a contacts. On failure: collider1 0, collider2 0, point_x 0.0, point_y 0.0, normal_x
 * 0.0, normal_y 0.0, penetration 0.0.
 */
RtContact rt_rapier2d_contacts_get(int64_t contacts, int64_t index);

/*
 * Frees the contacts.
 *
 * `contacts` is a contacts, freed by this call. On failure: false.
 */
bool rt_rapier2d_contacts_free(int64_t contacts);

/*
 * Tells whether the two colliders overlap or touch as they are now, whatever their groups and whether or not they are
 * sensors.
 *
 * `world` is a world. `collider1` is a collider. `collider2` is a collider. On failure: false.
 */
bool rt_rapier2d_world_intersection_test(int64_t world, int64_t collider1, int64_t collider2);

/*
 * Finds the first collider on a ray from a point along a direction of any length but 0, up to `max_dist` metres, which
 * may be infinite. Shapes are solid: from inside the distance is 0. Sensors are not hit. To hit nothing is no failure.
 *
 * `world` is a world. On failure: hit false, collider 0, distance 0.0.
 */
RtRayHit rt_rapier2d_world_cast_ray(int64_t world, double origin_x, double origin_y, double dir_x, double dir_y, double max_dist);

/*
 * Holds two points, one of each body and in that body's coordinates, `distance` metres apart, above 0: a
 * massless rod. Bodies that a joint ties still collide with each other; see
 * `rt_rapier2d_joint_set_contacts`. The world owns the joint.
 *
 * `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
 * rt_rapier2d_joint_free. On failure: 0.
 */
int64_t rt_rapier2d_joint_distance(int64_t world, int64_t body1, int64_t body2, double anchor1_x, double anchor1_y, double anchor2_x, double anchor2_y, double distance);

/*
 * Makes a hinge at a point of the world, which both bodies keep there. Its angle is 0 as they are now and grows as
 * `body2` turns counter-clockwise.
 *
 * `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
 * rt_rapier2d_joint_free. On failure: 0.
 */
int64_t rt_rapier2d_joint_revolute(int64_t world, int64_t body1, int64_t body2, double anchor_x, double anchor_y);

/*
 * Lets `body2` slide along an axis, given in `body1`'s coordinates with any length but 0, without turning.
 * Its position is 0 m as they are now and grows along the axis.
 *
 * `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
 * rt_rapier2d_joint_free. On failure: 0.
 */
int64_t rt_rapier2d_joint_prismatic(int64_t world, int64_t body1, int64_t body2, double axis_x, double axis_y);

/*
 * Keeps two bodies as they are now relative to each other.
 *
 * `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
 * rt_rapier2d_joint_free. On failure: 0.
 */
int64_t rt_rapier2d_joint_fixed(int64_t world, int64_t body1, int64_t body2);

/*
 * Frees the joint; its bodies go on without it, awake.
 *
 * `world` is a world. `handle` is a joint, freed by this call. On failure: false.
 */
bool rt_rapier2d_joint_free(int64_t world, int64_t handle);

/*
 * Keeps a revolute joint's angle (radians, less than a full turn apart), a prismatic joint's position (metres) or a
 * wheel's position along its axis from `min` to `max`.
 *
 * `world` is a world. `joint` is a joint. On failure: false.
 */
bool rt_rapier2d_joint_set_limits(int64_t world, int64_t joint, double min, double max);

/*
 * Drives a revolute or a wheel's joint towards `target_vel` rad/s, or a prismatic one towards m/s, with a torque (N·m)
 * or force (N) of at most `max_force`, which may be infinite. With 0 the joint moves freely. A speed of 0 is a brake.
 * The motor makes up for what it falls behind, up to 0.02 rad or length units, and so turns as far as it should under
 * load, and a brake does not creep; to catch up it goes faster than its speed for a few steps. It cannot hold what is
 * all mass at a distance, a weight without extent at the end of a long arm: give it some moment of inertia.
 *
 * `world` is a world. `joint` is a joint. On failure: false.
 */
bool rt_rapier2d_joint_set_motor(int64_t world, int64_t joint, double target_vel, double max_force);

/*
 * Returns how many bodies the world has.
 *
 * `world` is a world. On failure: -1.
 */
int64_t rt_rapier2d_world_body_count(int64_t world);

/*
 * Returns how many colliders the world has.
 *
 * `world` is a world. On failure: -1.
 */
int64_t rt_rapier2d_world_collider_count(int64_t world);

/*
 * Returns how many joints the world has.
 *
 * `world` is a world. On failure: -1.
 */
int64_t rt_rapier2d_world_joint_count(int64_t world);

/*
 * Returns why this thread's last failed rapier2d call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_rapier2d_get_last_error(void);

/*
 * Returns what moves the body: 0 dynamic, 1 static, 2 kinematic; −1 on failure.
 *
 * `world` is a world. `handle` is a body. On failure: -1.
 */
int64_t rt_rapier2d_body_get_type(int64_t world, int64_t handle);

/*
 * Changes what moves the body: 0 dynamic, 1 static, 2 kinematic. Wakes it.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_type(int64_t world, int64_t handle, int64_t body_type);

/*
 * Takes the body with its colliders and joints out of the simulation, or puts it back in. A step does so
 * itself with a body whose numbers have grown beyond all bounds.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_enabled(int64_t world, int64_t handle, bool enabled);

/*
 * Tells whether the body is in the simulation.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_is_enabled(int64_t world, int64_t handle);

/*
 * Sets a number of the host's own, kept with the body and in snapshots; 0 in a new body.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_user_data(int64_t world, int64_t handle, int64_t user_data);

/*
 * Returns the number that `rt_rapier2d_body_set_user_data` left; 0 on failure.
 *
 * `world` is a world. `handle` is a body. On failure: 0.
 */
int64_t rt_rapier2d_body_get_user_data(int64_t world, int64_t handle);

/*
 * Returns the handles of the body's colliders.
 *
 * `world` is a world. `handle` is a body. Release what it returns with rt_i64_array_free. On failure:
 * an empty array.
 */
RtI64Array rt_rapier2d_body_get_colliders(int64_t world, int64_t handle);

/*
 * Pushes a dynamic body with a force in newtons at a point of the world, during the next step only.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_apply_force_at(int64_t world, int64_t handle, double fx, double fy, double x, double y, bool wake_up);

/*
 * Changes a dynamic body's velocity and spin at once by an impulse in newton seconds at a point of the
 * world.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_apply_impulse_at(int64_t world, int64_t handle, double ix, double iy, double x, double y, bool wake_up);

/*
 * Changes a dynamic body's spin at once by an angular impulse in newton metre seconds.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_apply_angular_impulse(int64_t world, int64_t handle, double impulse, bool wake_up);

/*
 * Returns the body's moment of inertia about its centre of mass in kg·m²; 0 where it has none and does not turn.
 *
 * `world` is a world. `handle` is a body. On failure: 0.0.
 */
double rt_rapier2d_body_get_inertia(int64_t world, int64_t handle);

/*
 * Returns the body's centre of mass, as a point of the world.
 *
 * `world` is a world. `handle` is a body. On failure: x 0.0, y 0.0.
 */
RtPhysicsVector rt_rapier2d_body_get_center_of_mass(int64_t world, int64_t handle);

/*
 * Sends a kinematic body somewhere: the next step moves it there, pushing what is in the way as fast as
 * that takes, and then it stands still.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_move_to(int64_t world, int64_t handle, double x, double y, double rotation);

/*
 * Returns where the body will be after `dt` seconds, 0 to 1, at its present velocity, were nothing in the way.
 *
 * `world` is a world. `handle` is a body. On failure: x 0.0, y 0.0, rotation 0.0.
 */
RtBodyPosition rt_rapier2d_body_predict_position(int64_t world, int64_t handle, double dt);

/*
 * Multiplies the gravity that acts on the body; 1 in a new body, 0 for none, below 0 to rise. Wakes it.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_gravity_scale(int64_t world, int64_t handle, double scale);

/*
 * Keeps the body from turning, or lets it turn again.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_lock_rotation(int64_t world, int64_t handle, bool locked);

/*
 * Keeps the body from moving along the world's x or y axis, or lets it move there again. Wakes it. What is locked has,
 * to contacts and forces along that axis, no end of mass.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_lock_translation(int64_t world, int64_t handle, bool lock_x, bool lock_y);

/*
 * Turns full continuous collision detection on or off for a fast dynamic body: between two steps it does not pass
 * through slow bodies that can move either. Static colliders stop every fast body as it is. Others are looked at where
 * they are as the step begins: two bodies that are both fast may pass through each other all the same, and a fast
 * kinematic body sweeps over what is in its way, what sleeps there sooner, as it wakes a step too late. Steps so short
 * that neither moves by more than the thinner one's half size help.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_ccd(int64_t world, int64_t handle, bool enabled);

/*
 * Lets the body turn by more than 45° in a substep, of which a step has 4: a wheel, say. A new body may not,
 * so that continuous collision detection stays exact.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_fast_rotation(int64_t world, int64_t handle, bool allowed);

/*
 * Sets whether the body falls asleep when it rests, as a new one does.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_can_sleep(int64_t world, int64_t handle, bool can_sleep);

/*
 * Sets when this body falls asleep, as `rt_rapier2d_world_set_sleep` says for all others: once no point of it has
 * moved at `speed` or more, in m/s, for `seconds`; 0 and above. Wakes it.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_sleep(int64_t world, int64_t handle, double speed, double seconds);

/*
 * Returns the handles of all bodies, in the order of all bulk calls: it changes only when bodies come and go, and a
 * restored world has the same.
 *
 * `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_rapier2d_world_get_bodies(int64_t world);

/*
 * Returns the handles of all colliders, in an order that a restored world shares.
 *
 * `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_rapier2d_world_get_colliders(int64_t world);

/*
 * Returns the handles of all joints, in an order that a restored world shares.
 *
 * `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_rapier2d_world_get_joints(int64_t world);

/*
 * Returns where all bodies are: x, y and rotation of each, in the order of `rt_rapier2d_world_get_bodies`.
 *
 * `world` is a world. Release what it returns with rt_f64_array_free. On failure: an empty array.
 */
RtF64Array rt_rapier2d_world_get_transforms(int64_t world);

/*
 * Returns how fast all bodies move: vx, vy and spin of each, in the order of `rt_rapier2d_world_get_bodies`.
 *
 * `world` is a world. Release what it returns with rt_f64_array_free. On failure: an empty array.
 */
RtF64Array rt_rapier2d_world_get_velocities(int64_t world);

/*
 * Returns where all bodies are as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation, 16
 * bytes each, in the order of `rt_rapier2d_world_get_bodies`.
 *
 * `world` is a world. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_rapier2d_world_get_transform_bytes(int64_t world);

/*
 * Finds the first collider that a box of twice these sizes touches on its way from a place along a direction, without
 * turning, selective as in `rt_rapier2d_world_cast_ray_filtered`. The distance is how far it goes; x and y are the middle
 * of where it then touches the collider. What it overlaps as it begins by more than 0.01 length units stops it at once,
 * with a normal of 0, 0; what it overlaps by less, or touches, stops it only where it goes deeper: what stands on the
 * ground can look along it.
 *
 * `world` is a world. `exclude_body` is a body. On failure: hit false, collider 0, distance 0.0, x
 * 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
 */
RtCastHit rt_rapier2d_world_cast_box(int64_t world, double x, double y, double rotation, double half_width, double half_height, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, int64_t exclude_body);

/*
 * Finds the first collider that a capsule touches on its way, as `rt_rapier2d_world_cast_box` does: all points no
 * farther than `radius` from the segment that goes from `half_height` below to `half_height` above a place, turned by
 * `rotation`.
 *
 * `world` is a world. `exclude_body` is a body. On failure: hit false, collider 0, distance 0.0, x
 * 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
 */
RtCastHit rt_rapier2d_world_cast_capsule(int64_t world, double x, double y, double rotation, double half_height, double radius, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, int64_t exclude_body);

/*
 * Finds the first collider that a polygon touches on its way, as `rt_rapier2d_world_cast_box` does. Its outline is
 * `vertices`, as that of `rt_rapier2d_collider_new_polygon`, about a place and turned by `rotation`.
 *
 * `world` is a world. `exclude_body` is a body. On failure: hit false, collider 0, distance 0.0, x
 * 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
 */
RtCastHit rt_rapier2d_world_cast_polygon(int64_t world, const double *vertices, int64_t vertices_len, double x, double y, double rotation, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, int64_t exclude_body);

/*
 * Finds the first collider that this one would touch if it moved along a direction from where it is, without turning, as
 * `rt_rapier2d_world_cast_box` does: of other bodies, of those its groups meet, and no sensors.
 *
 * `world` is a world. `handle` is a collider. On failure: hit false, collider 0, distance 0.0, x 0.0,
 * y 0.0, normal_x 0.0, normal_y 0.0.
 */
RtCastHit rt_rapier2d_collider_cast(int64_t world, int64_t handle, double dir_x, double dir_y, double max_dist);

/*
 * Finds the first collider that the body would touch with any of its colliders if it moved along a direction from where
 * it is, without turning, as `rt_rapier2d_collider_cast` does for one of them. Its sensors do not count; a body without
 * other colliders hits nothing.
 *
 * `world` is a world. `handle` is a body. On failure: hit false, collider 0, distance 0.0, x 0.0, y
 * 0.0, normal_x 0.0, normal_y 0.0.
 */
RtCastHit rt_rapier2d_body_cast(int64_t world, int64_t handle, double dir_x, double dir_y, double max_dist);

/*
 * Finds all colliders on a ray, each where the ray meets it first, in the order of their distances: an object that the
 * caller frees with `rt_rapier2d_cast_hits_free`. Selective as in `rt_rapier2d_world_cast_ray_filtered`.
 *
 * `world` is a world. `exclude_body` is a body. Returns a cast hits; free it with
 * rt_rapier2d_cast_hits_free. On failure: 0.
 */
int64_t rt_rapier2d_world_cast_ray_all(int64_t world, double origin_x, double origin_y, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, int64_t exclude_body);

/*
 * Returns how many hits there are.
 *
 * `hits` is a cast hits. On failure: -1.
 */
int64_t rt_rapier2d_cast_hits_count(int64_t hits);

/*
 * Returns the hit at `index`, from 0.
 *
 * `hits` is a cast hits. On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0,
 * normal_y 0.0.
 */
RtCastHit rt_rapier2d_cast_hits_get(int64_t hits, int64_t index);

/*
 * Returns the collider of each hit.
 *
 * `hits` is a cast hits. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_rapier2d_cast_hits_colliders(int64_t hits);

/*
 * Returns five numbers of each hit: its distance, x and y of the place, x and y of the normal.
 *
 * `hits` is a cast hits. Release what it returns with rt_f64_array_free. On failure: an empty array.
 */
RtF64Array rt_rapier2d_cast_hits_values(int64_t hits);

/*
 * Frees the hits.
 *
 * `hits` is a cast hits, freed by this call. On failure: false.
 */
bool rt_rapier2d_cast_hits_free(int64_t hits);

/*
 * Moves a kinematic body as a character: by (x, y) metres, as far as it gets, in the next step, which takes `dt`
 * seconds. It slides along what it meets, climbs slopes and steps, and keeps to the ground, as the functions beside
 * this one say. The caller adds gravity to the way itself. Its one collider that is no sensor is its shape; it does not
 * turn. Call it once before each step; the returned way is what it goes. One-way colliders, ignored pairs and groups
 * count for it, sensors do not.
 *
 * `world` is a world. `handle` is a body. On failure: x 0.0, y 0.0, grounded false, sliding false.
 */
RtCharacterMovement rt_rapier2d_body_move_character(int64_t world, int64_t handle, double x, double y, double dt);

/*
 * Returns what the character met on its last way, in that order: an object that the caller frees with
 * `rt_rapier2d_cast_hits_free`. The distance of a hit is how far it had come.
 *
 * `world` is a world. `handle` is a body. Returns a cast hits; free it with
 * rt_rapier2d_cast_hits_free. On failure: 0.
 */
int64_t rt_rapier2d_body_get_character_hits(int64_t world, int64_t handle);

/*
 * Sets which direction is up to the character, of any length but 0: (0, 1) at first.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_character_up(int64_t world, int64_t handle, double x, double y);

/*
 * Sets the steepest slope, in radians from 0 to π/2, that the character climbs, and the one from which on it slides
 * down when it is pushed down: π/4 both at first.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_character_slopes(int64_t world, int64_t handle, double climb, double slide);

/*
 * Lets the character climb steps of up to `height` metres on which there is room for `width` metres of it; on dynamic
 * bodies too where `dynamic` is true. A height of 0, as at first, for none.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_character_steps(int64_t world, int64_t handle, double height, double width, bool dynamic);

/*
 * Keeps the character on the ground where that falls away by up to `distance` metres, as long as it does not move up:
 * a fifth of its height at first, 0 for not at all.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_character_snap(int64_t world, int64_t handle, double distance);

/*
 * Sets the gap in metres that the character keeps to all it meets, above 0: a hundredth of its height at first.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_character_gap(int64_t world, int64_t handle, double gap);

/*
 * Lets the character push dynamic bodies that it runs into as if it weighed `mass` kg; 0, as at first, for not at all.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_character_mass(int64_t world, int64_t handle, double mass);

/*
 * Makes a chain of edges through `vertices`, x, y pairs in the body's coordinates, at least 2 points, or 3 where
 * `closed` leads from the last back to the first: ground of any shape, without seams. What slides over its points
 * feels none, where boxes side by side push at what crosses their seams. Its right side is its outside, seen along it:
 * only what comes from there is stopped. So ground goes from right to left, a height field is such a chain whose x
 * falls, a solid outline goes counter-clockwise, and a room clockwise. It weighs nothing and has no inside: queries
 * see lines. For static bodies, mostly; two chains do not meet.
 *
 * `world` is a world. `body` is a body. Returns a collider; free it with rt_rapier2d_collider_free. On
 * failure: 0.
 */
int64_t rt_rapier2d_collider_new_chain(int64_t world, int64_t body, const double *vertices, int64_t vertices_len, bool closed);

/*
 * Sets which colliders this one meets: `memberships` are the groups that it belongs to and `filter` those it meets, 32
 * of them, a bit each. Two colliders meet where each one's filter has a group of the other.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_groups(int64_t world, int64_t handle, int64_t memberships, int64_t filter);

/*
 * Returns where the collider is in the world.
 *
 * `world` is a world. `handle` is a collider. On failure: x 0.0, y 0.0, rotation 0.0.
 */
RtBodyPosition rt_rapier2d_collider_get_position(int64_t world, int64_t handle);

/*
 * Returns the handle of the body that the collider belongs to.
 *
 * `world` is a world. `handle` is a collider. Returns a body. On failure: 0.
 */
int64_t rt_rapier2d_collider_get_body(int64_t world, int64_t handle);

/*
 * Sets a number of the host's own, kept with the collider and in snapshots; 0 in a new collider.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_user_data(int64_t world, int64_t handle, int64_t user_data);

/*
 * Returns the number that `rt_rapier2d_collider_set_user_data` left; 0 on failure.
 *
 * `world` is a world. `handle` is a collider. On failure: 0.
 */
int64_t rt_rapier2d_collider_get_user_data(int64_t world, int64_t handle);

/*
 * Sets how the friction and the restitution of two colliders that meet become one: `CombineRule` numbers, 0, the
 * average, in a new collider. Where the two colliders have different rules, the later one in that list counts: the
 * geometric mean before the sum, the maximum, the product, the minimum and the average. Acts on contacts from the next
 * step on; it wakes no body.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_combine_rules(int64_t world, int64_t handle, int64_t friction, int64_t restitution);

/*
 * Sets which colliders this one pushes, and is pushed by, among those that it meets: groups as those of
 * `rt_rapier2d_collider_set_groups`. Two colliders that meet by those groups, but not by these, still make contacts and
 * events, and pass through each other.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_solver_groups(int64_t world, int64_t handle, int64_t memberships, int64_t filter);

/*
 * Makes the collider stop only what comes from the side to which (x, y) points, a direction of any length in the
 * collider's own coordinates: a platform that one can jump through from below has (0, 1). (0, 0) makes it stop
 * everything again, as a new collider does. What touches it within 45° of that direction from outside is stopped, and
 * whatever else touches it passes until it is out again. To let something fall through that stands on it, see
 * `rt_rapier2d_world_ignore_pair`.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_one_way(int64_t world, int64_t handle, double x, double y);

/*
 * Lets two colliders pass through each other without contacts or events, or meet again, from the next step on; wakes
 * their bodies. Queries still see both.
 *
 * `world` is a world. `collider1` is a collider. `collider2` is a collider. On failure: false.
 */
bool rt_rapier2d_world_ignore_pair(int64_t world, int64_t collider1, int64_t collider2, bool ignored);

/*
 * Does what `rt_rapier2d_world_ignore_pair` does for all colliders that the two bodies have now.
 *
 * `world` is a world. `body1` is a body. `body2` is a body. On failure: false.
 */
bool rt_rapier2d_world_ignore_bodies(int64_t world, int64_t body1, int64_t body2, bool ignored);

/*
 * Sets the force in N above which the collider's contacts with another one are told by
 * `rt_rapier2d_world_get_force_events`; infinity, in a new collider, for never. Of two colliders the lower threshold
 * counts. The force is the sum of what their points push, averaged over the step: a ball that falls on a floor pushes
 * once with its momentum divided by the step's length, and rests with its weight.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_force_threshold(int64_t world, int64_t handle, double force);

/*
 * Returns all touching points at once: point x, y, normal x, y and penetration of each.
 *
 * `contacts` is a contacts. Release what it returns with rt_f64_array_free. On failure: an empty
 * array.
 */
RtF64Array rt_rapier2d_contacts_values(int64_t contacts);

/*
 * Returns the two colliders of each touching point, in the same order.
 *
 * `contacts` is a contacts. Release what it returns with rt_i64_array_free. On failure: an empty
 * array.
 */
RtI64Array rt_rapier2d_contacts_colliders(int64_t contacts);

/*
 * Returns all touching points as packed 32-bit floats for a GPU's buffer: point x, y and normal x, y, 16 bytes each.
 *
 * `contacts` is a contacts. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_rapier2d_contacts_bytes(int64_t contacts);

/*
 * Returns the world as lines to look at, five numbers each: x and y of one end, x and y of the other, and the colour as
 * 0xRRGGBBAA. `what` is a sum of `DebugPart` numbers. The colours tell what moves a body, and which sleep or are
 * disabled: rapier's own. Draw them as they are, or as a path by `rt_rapier2d_world_get_debug_svg`.
 *
 * `world` is a world. Release what it returns with rt_f64_array_free. On failure: an empty array.
 */
RtF64Array rt_rapier2d_world_get_debug_lines(int64_t world, int64_t what);

/*
 * Returns the lines of `rt_rapier2d_world_get_debug_lines` without their colours as the path data of SVG, for
 * `rt_lyon_path_from_svg`: stroke it to see the world.
 *
 * `world` is a world. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_rapier2d_world_get_debug_svg(int64_t world, int64_t what);

/*
 * Returns what started and stopped touching during the last step, sensors included: an object that the caller frees
 * with `rt_rapier2d_collision_events_free`. The next step forgets them, so ask after each. Two bodies that are both
 * static, or a static and a kinematic one, or two kinematic ones, make none unless one of the two colliders is a
 * sensor; two static bodies make none at all.
 *
 * `world` is a world. Returns a collision events; free it with rt_rapier2d_collision_events_free. On
 * failure: 0.
 */
int64_t rt_rapier2d_world_get_collision_events(int64_t world);

/*
 * Returns the pairs of colliders that pressed on each other during the last step with a force above the threshold that
 * `rt_rapier2d_collider_set_force_threshold` gave one of them, as an object like that of
 * `rt_rapier2d_world_get_collision_events`, which the caller frees with `rt_rapier2d_collision_events_free`. Here
 * `started` is true where they did not in the step before, and the force is the details' impulse divided by the
 * step's length.
 *
 * `world` is a world. Returns a collision events; free it with rt_rapier2d_collision_events_free. On
 * failure: 0.
 */
int64_t rt_rapier2d_world_get_force_events(int64_t world);

/*
 * Returns how many events there are.
 *
 * `events` is a collision events. On failure: -1.
 */
int64_t rt_rapier2d_collision_events_count(int64_t events);

/*
 * Returns the event at `index`, in the order they happened.
 *
 * `events` is a collision events. On failure: collider1 0, collider2 0, started false, sensor false.
 */
RtCollisionEvent rt_rapier2d_collision_events_get(int64_t events, int64_t index);

/*
 * Returns which bodies met in the event at `index`, where and how hard.
 *
 * `events` is a collision events. On failure: body1 0, body2 0, body1_data 0, body2_data 0,
 * collider1_data 0, collider2_data 0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0, impulse 0.0, speed
 * 0.0.
 */
RtCollisionDetails rt_rapier2d_collision_events_get_details(int64_t events, int64_t index);

/*
 * Returns the two colliders of each event.
 *
 * `events` is a collision events. Release what it returns with rt_i64_array_free. On failure: an empty
 * array.
 */
RtI64Array rt_rapier2d_collision_events_colliders(int64_t events);

/*
 * Returns the two bodies of each event, in the same order.
 *
 * `events` is a collision events. Release what it returns with rt_i64_array_free. On failure: an empty
 * array.
 */
RtI64Array rt_rapier2d_collision_events_bodies(int64_t events);

/*
 * Returns the host's own numbers of each event: those of the two bodies, then those of the two colliders.
 *
 * `events` is a collision events. Release what it returns with rt_i64_array_free. On failure: an empty
 * array.
 */
RtI64Array rt_rapier2d_collision_events_user_data(int64_t events);

/*
 * Returns eight numbers of each event: 1 where it started, else 0; 1 where one is a sensor, else 0; x and y of the
 * place; x and y of the normal; the impulse and the speed, all as in `rt_rapier2d_collision_events_get_details`.
 *
 * `events` is a collision events. Release what it returns with rt_f64_array_free. On failure: an empty
 * array.
 */
RtF64Array rt_rapier2d_collision_events_values(int64_t events);

/*
 * Returns all events as records of 128 bytes in the machine's byte order: as 64-bit integers the two colliders, the two
 * bodies, the bodies' and the colliders' user data, two each; then as 64-bit floats the eight numbers of
 * `rt_rapier2d_collision_events_values`.
 *
 * `events` is a collision events. Release what it returns with rt_bytes_free. On failure: an empty
 * array.
 */
RtBytes rt_rapier2d_collision_events_bytes(int64_t events);

/*
 * Frees the events.
 *
 * `events` is a collision events, freed by this call. On failure: false.
 */
bool rt_rapier2d_collision_events_free(int64_t events);

/*
 * Makes a box or a polygon, convex or not, a fluid of `density` kg/m²: it becomes a sensor, and what dynamic bodies have
 * in it is lifted by the weight of the fluid whose place it takes, at the middle of that place: exactly, circles and
 * capsules too. `drag`, in N·s/m for each m², brakes its speed relative to the fluid's own, (flow_x, flow_y) m/s, and
 * `angular_drag`, in N·m·s for each m², its spin; neither by more than that speed in a step. A density of 0 makes it a
 * plain sensor again. What floats does not sleep. The fluid acts on what its groups meet.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_fluid(int64_t world, int64_t handle, double density, double drag, double angular_drag, double flow_x, double flow_y);

/*
 * Returns how much of the body is in fluids now, and where the middle of that is.
 *
 * `world` is a world. `handle` is a body. On failure: area 0.0, x 0.0, y 0.0.
 */
RtSubmergedPart rt_rapier2d_body_get_submerged(int64_t world, int64_t handle);

/*
 * Has the world keep where all bodies were before the last step, or not, as a new world does. For hosts that step at a
 * fixed rate and draw at another: what is left of the time that has passed, divided by the step's length, is the part
 * that `rt_rapier2d_world_get_interpolated` takes.
 *
 * `world` is a world.
 */
void rt_rapier2d_world_set_interpolation(int64_t world, bool enabled);

/*
 * Returns where all bodies are between the last two steps, from 0, before the last one, to 1, now: x, y and rotation of
 * each, in the order of `rt_rapier2d_world_get_bodies`. A body that was put elsewhere since the last step is there. After
 * `rt_rapier2d_world_set_interpolation` only.
 *
 * `world` is a world. Release what it returns with rt_f64_array_free. On failure: an empty array.
 */
RtF64Array rt_rapier2d_world_get_interpolated(int64_t world, double part);

/*
 * Returns the same as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation, 16 bytes each.
 *
 * `world` is a world. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_rapier2d_world_get_interpolated_bytes(int64_t world, double part);

/*
 * Returns where one body is between the last two steps, as `rt_rapier2d_world_get_interpolated` does.
 *
 * `world` is a world. `handle` is a body. On failure: x 0.0, y 0.0, rotation 0.0.
 */
RtBodyPosition rt_rapier2d_body_get_interpolated(int64_t world, int64_t handle, double part);

/*
 * Sets whether the two bodies of the joint collide with each other, as they do at first.
 *
 * `world` is a world. `joint` is a joint. On failure: false.
 */
bool rt_rapier2d_joint_set_contacts(int64_t world, int64_t joint, bool enabled);

/*
 * Returns where the joint is: a revolute joint's angle in radians, above −π and up to π, a prismatic joint's position
 * in metres, a wheel's along its axis, a distance joint's, spring's or rope's length.
 *
 * `world` is a world. `joint` is a joint. On failure: 0.0.
 */
double rt_rapier2d_joint_get_position(int64_t world, int64_t joint);

/*
 * Drives a revolute or a wheel's joint to the angle `target`, or a prismatic one to that position, as a spring does: with
 * `stiffness` N·m/rad or N/m, above 0, times what is missing, less `damping` N·m·s or N·s/m times its speed, and at most
 * `max_force`, which may be infinite. An angle is reached the short way round. It takes the place of
 * `rt_rapier2d_joint_set_motor`, and that of it; a largest force of 0 lets the joint move freely.
 *
 * `world` is a world. `joint` is a joint. On failure: false.
 */
bool rt_rapier2d_joint_set_motor_position(int64_t world, int64_t joint, double target, double stiffness, double damping, double max_force);

/*
 * Returns the force and the torque with which the joint acted on its second body at the end of the last step, its motor,
 * spring and limits included. All 0 before the first step.
 *
 * `world` is a world. `joint` is a joint. On failure: x 0.0, y 0.0, torque 0.0.
 */
RtJointForce rt_rapier2d_joint_get_force(int64_t world, int64_t joint);

/*
 * Sets what the joint bears: with a force above `force` N or a torque above `torque` N·m, as
 * `rt_rapier2d_joint_get_force` tells them, it breaks at the end of that step. It is freed then, and its handle one of
 * `rt_rapier2d_world_get_broken_joints`. Both are 0 or more; infinity, for a new joint, is for never.
 *
 * `world` is a world. `joint` is a joint. On failure: false.
 */
bool rt_rapier2d_joint_set_strength(int64_t world, int64_t joint, double force, double torque);

/*
 * Returns the joints that broke in the last step. They are freed: their handles are stale, and only tell which they
 * were.
 *
 * `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_rapier2d_world_get_broken_joints(int64_t world);

/*
 * Sets a number of the host's own, kept with the joint and in snapshots; 0 in a new joint.
 *
 * `world` is a world. `joint` is a joint. On failure: false.
 */
bool rt_rapier2d_joint_set_user_data(int64_t world, int64_t joint, int64_t user_data);

/*
 * Returns the number that `rt_rapier2d_joint_set_user_data` left; 0 on failure.
 *
 * `world` is a world. `joint` is a joint. On failure: 0.
 */
int64_t rt_rapier2d_joint_get_user_data(int64_t world, int64_t joint);

/*
 * Ties two points, one of each body and in that body's coordinates, by a spring of `length` metres at rest, 0 or more:
 * it pulls and pushes with `stiffness` N/m, above 0, times what it is longer, and brakes with `damping` N·s/m times
 * its speed. It is integrated so that no stiffness makes it unstable, which fades a swing a little also without damping,
 * less the more iterations the world has. The world owns the joint.
 *
 * `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
 * rt_rapier2d_joint_free. On failure: 0.
 */
int64_t rt_rapier2d_joint_spring(int64_t world, int64_t body1, int64_t body2, double anchor1_x, double anchor1_y, double anchor2_x, double anchor2_y, double length, double stiffness, double damping);

/*
 * Keeps two points, one of each body and in that body's coordinates, no farther apart than `length` metres, above 0: a
 * massless rope. The world owns the joint.
 *
 * `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
 * rt_rapier2d_joint_free. On failure: 0.
 */
int64_t rt_rapier2d_joint_rope(int64_t world, int64_t body1, int64_t body2, double anchor1_x, double anchor1_y, double anchor2_x, double anchor2_y, double length);

/*
 * Hangs `body2`, a wheel, on `body1`, a vehicle, at a point of the world where both are now: it turns freely there, and
 * moves along the axis alone, given in `body1`'s coordinates with any length but 0, on a spring of `stiffness` N/m,
 * above 0, and `damping` N·s/m, whose rest is where it is now. `rt_rapier2d_joint_set_motor` drives its turning,
 * `rt_rapier2d_joint_set_limits` bounds how far it moves along the axis, and `rt_rapier2d_joint_set_spring` changes the
 * spring. A critically damped spring has the damping 2·√(stiffness·mass). The world owns the joint.
 *
 * `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
 * rt_rapier2d_joint_free. On failure: 0.
 */
int64_t rt_rapier2d_joint_wheel(int64_t world, int64_t body1, int64_t body2, double anchor_x, double anchor_y, double axis_x, double axis_y, double stiffness, double damping);

/*
 * Changes the spring of a spring or a wheel: its `rest`, a length of 0 or more, or for a wheel the position along its
 * axis; its `stiffness` in N/m, above 0; its `damping` in N·s/m. Wakes the bodies.
 *
 * `world` is a world. `joint` is a joint. On failure: false.
 */
bool rt_rapier2d_joint_set_spring(int64_t world, int64_t joint, double rest, double stiffness, double damping);

/*
 * Casts a ray as `rt_rapier2d_world_cast_ray` does, and also says where it hits; it is selective: it hits what the
 * groups of `memberships` and `filter` meet (4294967295 for all), sensors too where `sensors` is true, and no collider
 * of `exclude_body`, which may be 0.
 *
 * `world` is a world. `exclude_body` is a body. On failure: hit false, collider 0, distance 0.0, x
 * 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
 */
RtCastHit rt_rapier2d_world_cast_ray_filtered(int64_t world, double origin_x, double origin_y, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, int64_t exclude_body);

/*
 * Finds the first collider that a circle touches on its way from a point along a direction, selective as in
 * `rt_rapier2d_world_cast_ray_filtered`. The distance is how far its centre goes: 0 where it touches or overlaps
 * something as it begins, whichever way it goes, and the normal then points from what it touches to its centre.
 *
 * `world` is a world. `exclude_body` is a body. On failure: hit false, collider 0, distance 0.0, x
 * 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
 */
RtCastHit rt_rapier2d_world_cast_circle(int64_t world, double x, double y, double radius, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, int64_t exclude_body);

/*
 * Finds the colliders that a point is in, sensors too.
 *
 * `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_rapier2d_world_query_point(int64_t world, double x, double y);

/*
 * Finds the collider closest to a point, no farther than `max_dist` metres, which may be infinite; sensors too.
 *
 * `world` is a world. On failure: found false, collider 0, distance 0.0, x 0.0, y 0.0, inside false.
 */
RtNearestCollider rt_rapier2d_world_query_nearest(int64_t world, double x, double y, double max_dist);

/*
 * Finds the colliders that overlap or touch a circle, sensors too.
 *
 * `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_rapier2d_world_query_circle(int64_t world, double x, double y, double radius);

/*
 * Finds the colliders that overlap or touch a box of twice these sizes about a point, turned by `rotation`; sensors
 * too.
 *
 * `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_rapier2d_world_query_box(int64_t world, double x, double y, double half_width, double half_height, double rotation);

/*
 * Returns the whole world as bytes: bodies, colliders, joints, contacts, settings and user data. A world restored from
 * them goes on exactly as this one does, bit for bit, also in another process of the same build on a machine of the
 * same kind.
 *
 * `world` is a world. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_rapier2d_world_snapshot(int64_t world);

/*
 * Makes a new world from a snapshot, with handles of its own: its bodies, colliders and joints are in the same order
 * in `rt_rapier2d_world_get_bodies` and its like. Damaged bytes are refused; bytes that were forged on purpose are not
 * recognised, so restore only what you wrote.
 *
 * Returns a world; free it with rt_rapier2d_world_free. On failure: 0.
 */
int64_t rt_rapier2d_world_restore(const uint8_t *snapshot, int64_t snapshot_len);

/*
 * Returns the gravity in m/s².
 *
 * `world` is a world. On failure: x 0.0, y 0.0.
 */
RtPhysicsVector rt_rapier2d_world_get_gravity(int64_t world);

/*
 * Sets how often the solver works through contacts and joints in a step, 1 to 100; 4 in a new world. More is stiffer
 * and slower.
 *
 * `world` is a world. On failure: false.
 */
bool rt_rapier2d_world_set_iterations(int64_t world, int64_t iterations);

/*
 * Says how long, in the world's units, a thing of ordinary size is that weighs and falls as one of a metre does: 1 in
 * a new world, whose unit is the metre; 100 where 100 pixels are a metre, and gravity is then about −981. Above 0. The
 * solver's tolerances, the speed at which it pushes apart what overlaps, the speed limit and the speed below which
 * bodies fall asleep grow with it: with the wrong unit a stack is squashed or trembles, and nothing rests. Sizes of
 * what moves are best from a tenth of the unit to ten times as much. All functions give and take the world's own
 * units. Say it before anything else of a new world; it wakes every body.
 *
 * `world` is a world. On failure: false.
 */
bool rt_rapier2d_world_set_length_unit(int64_t world, double unit);

/*
 * Returns the unit that `rt_rapier2d_world_set_length_unit` said, 1 in a new world.
 *
 * `world` is a world. On failure: 0.0.
 */
double rt_rapier2d_world_get_length_unit(int64_t world);

/*
 * Sets when bodies fall asleep: once no point of theirs has moved at `speed` or more for `seconds`, nor a point of
 * what they touch or are tied to. 0.1 length units a second and 0.5 s in a new world; a speed of 0 lets none sleep. A
 * body that nothing holds up stays awake whatever its speed while gravity acts on it, and else, or hanging by joints
 * alone, until it is slower than a thousandth of `speed`; so does one that a motor moves at a hundredth of its target
 * or more. A body that touches another one and trembles, faster than that but on one spot, twice `speed` times `seconds`
 * in size, sleeps after twice as long. Holds for all bodies without a `rt_rapier2d_body_set_sleep` of their own.
 *
 * `world` is a world. On failure: false.
 */
bool rt_rapier2d_world_set_sleep(int64_t world, double speed, double seconds);

/*
 * Sets the speed in m/s that no body exceeds, 400 length units a second in a new world: it keeps a scene that bursts
 * apart in reach of continuous collision detection. Infinity for none.
 *
 * `world` is a world. On failure: false.
 */
bool rt_rapier2d_world_set_max_speed(int64_t world, double speed);

/*
 * Tells whether this build holds the rapier2d library, as it does where this links.
 */
bool rt_rapier2d_available(void);

/*
 * Forgets why this thread's last failed rapier2d call failed.
 */
void rt_rapier2d_clear_error(void);

/*
 * Returns the category of this thread's last failed rapier2d call, by the same numbers in every library: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
 */
int64_t rt_rapier2d_get_last_error_code(void);

/*
 * Returns the version of the wrapped library, the crate `rapier2d-f64`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_rapier2d_version(void);

/* ---- The twins: each fills *out, and returns whether the call succeeded. ---- */

bool rt_rapier2d_body_get_position_into(int64_t world, int64_t handle, RtBodyPosition *out);
bool rt_rapier2d_body_get_velocity_into(int64_t world, int64_t handle, RtBodyVelocity *out);
bool rt_rapier2d_contacts_get_into(int64_t contacts, int64_t index, RtContact *out);
bool rt_rapier2d_world_cast_ray_into(int64_t world, double origin_x, double origin_y, double dir_x, double dir_y, double max_dist, RtRayHit *out);
bool rt_rapier2d_body_get_colliders_into(int64_t world, int64_t handle, RtI64Array *out);
bool rt_rapier2d_body_get_center_of_mass_into(int64_t world, int64_t handle, RtPhysicsVector *out);
bool rt_rapier2d_body_predict_position_into(int64_t world, int64_t handle, double dt, RtBodyPosition *out);
bool rt_rapier2d_world_get_bodies_into(int64_t world, RtI64Array *out);
bool rt_rapier2d_world_get_colliders_into(int64_t world, RtI64Array *out);
bool rt_rapier2d_world_get_joints_into(int64_t world, RtI64Array *out);
bool rt_rapier2d_world_get_transforms_into(int64_t world, RtF64Array *out);
bool rt_rapier2d_world_get_velocities_into(int64_t world, RtF64Array *out);
bool rt_rapier2d_world_get_transform_bytes_into(int64_t world, RtBytes *out);
bool rt_rapier2d_world_cast_box_into(int64_t world, double x, double y, double rotation, double half_width, double half_height, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, int64_t exclude_body, RtCastHit *out);
bool rt_rapier2d_world_cast_capsule_into(int64_t world, double x, double y, double rotation, double half_height, double radius, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, int64_t exclude_body, RtCastHit *out);
bool rt_rapier2d_world_cast_polygon_into(int64_t world, const double *vertices, int64_t vertices_len, double x, double y, double rotation, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, int64_t exclude_body, RtCastHit *out);
bool rt_rapier2d_collider_cast_into(int64_t world, int64_t handle, double dir_x, double dir_y, double max_dist, RtCastHit *out);
bool rt_rapier2d_body_cast_into(int64_t world, int64_t handle, double dir_x, double dir_y, double max_dist, RtCastHit *out);
bool rt_rapier2d_cast_hits_get_into(int64_t hits, int64_t index, RtCastHit *out);
bool rt_rapier2d_cast_hits_colliders_into(int64_t hits, RtI64Array *out);
bool rt_rapier2d_cast_hits_values_into(int64_t hits, RtF64Array *out);
bool rt_rapier2d_body_move_character_into(int64_t world, int64_t handle, double x, double y, double dt, RtCharacterMovement *out);
bool rt_rapier2d_collider_get_position_into(int64_t world, int64_t handle, RtBodyPosition *out);
bool rt_rapier2d_contacts_values_into(int64_t contacts, RtF64Array *out);
bool rt_rapier2d_contacts_colliders_into(int64_t contacts, RtI64Array *out);
bool rt_rapier2d_contacts_bytes_into(int64_t contacts, RtBytes *out);
bool rt_rapier2d_world_get_debug_lines_into(int64_t world, int64_t what, RtF64Array *out);
bool rt_rapier2d_collision_events_get_into(int64_t events, int64_t index, RtCollisionEvent *out);
bool rt_rapier2d_collision_events_get_details_into(int64_t events, int64_t index, RtCollisionDetails *out);
bool rt_rapier2d_collision_events_colliders_into(int64_t events, RtI64Array *out);
bool rt_rapier2d_collision_events_bodies_into(int64_t events, RtI64Array *out);
bool rt_rapier2d_collision_events_user_data_into(int64_t events, RtI64Array *out);
bool rt_rapier2d_collision_events_values_into(int64_t events, RtF64Array *out);
bool rt_rapier2d_collision_events_bytes_into(int64_t events, RtBytes *out);
bool rt_rapier2d_body_get_submerged_into(int64_t world, int64_t handle, RtSubmergedPart *out);
bool rt_rapier2d_world_get_interpolated_into(int64_t world, double part, RtF64Array *out);
bool rt_rapier2d_world_get_interpolated_bytes_into(int64_t world, double part, RtBytes *out);
bool rt_rapier2d_body_get_interpolated_into(int64_t world, int64_t handle, double part, RtBodyPosition *out);
bool rt_rapier2d_joint_get_force_into(int64_t world, int64_t joint, RtJointForce *out);
bool rt_rapier2d_world_get_broken_joints_into(int64_t world, RtI64Array *out);
bool rt_rapier2d_world_cast_ray_filtered_into(int64_t world, double origin_x, double origin_y, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, int64_t exclude_body, RtCastHit *out);
bool rt_rapier2d_world_cast_circle_into(int64_t world, double x, double y, double radius, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, int64_t exclude_body, RtCastHit *out);
bool rt_rapier2d_world_query_point_into(int64_t world, double x, double y, RtI64Array *out);
bool rt_rapier2d_world_query_nearest_into(int64_t world, double x, double y, double max_dist, RtNearestCollider *out);
bool rt_rapier2d_world_query_circle_into(int64_t world, double x, double y, double radius, RtI64Array *out);
bool rt_rapier2d_world_query_box_into(int64_t world, double x, double y, double half_width, double half_height, double rotation, RtI64Array *out);
bool rt_rapier2d_world_snapshot_into(int64_t world, RtBytes *out);
bool rt_rapier2d_world_get_gravity_into(int64_t world, RtPhysicsVector *out);

#ifdef __cplusplus
}
#endif

#endif /* SIMPLE_NATIVE_RAPIER2D_H */
