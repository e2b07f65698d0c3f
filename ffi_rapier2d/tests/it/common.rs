//! The exported functions as C calls them, and a world that frees itself.

use std::ffi::{CStr, c_char};

macro_rules! structs {
    ($($name:ident { $($field:ident: $type:ty),* })*) => {$(
        #[repr(C)]
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name { $(pub $field: $type),* }
    )*};
}

structs! {
    RtBodyPosition { x: f64, y: f64, rotation: f64 }
    RtBodyVelocity { vx: f64, vy: f64, angular: f64 }
    RtPhysicsVector { x: f64, y: f64 }
    RtContact {
        collider1: i64, collider2: i64, point_x: f64, point_y: f64, normal_x: f64, normal_y: f64, penetration: f64
    }
    RtCollisionEvent { collider1: i64, collider2: i64, started: bool, sensor: bool }
    RtRayHit { hit: bool, collider: i64, distance: f64 }
    RtCastHit { hit: bool, collider: i64, distance: f64, x: f64, y: f64, normal_x: f64, normal_y: f64 }
    RtNearestCollider { found: bool, collider: i64, distance: f64, x: f64, y: f64, inside: bool }
    RtF64Array { data: *mut f64, len: i64 }
    RtI64Array { data: *mut i64, len: i64 }
    RtBytes { data: *mut u8, len: i64 }
}

unsafe extern "C" {
    pub safe fn rt_rapier2d_get_last_error() -> *mut c_char;
    pub safe fn rt_rapier2d_clear_error();
    fn rt_text_free(text: *mut c_char);
    fn rt_f64_array_free(data: *mut f64, len: i64);
    fn rt_i64_array_free(data: *mut i64, len: i64);
    fn rt_bytes_free(data: *mut u8, len: i64);
    pub safe fn rt_rapier2d_world_new(gravity_x: f64, gravity_y: f64) -> i64;
    pub safe fn rt_rapier2d_world_free(world: i64) -> bool;
    pub safe fn rt_rapier2d_world_step(world: i64, dt: f64) -> bool;
    pub safe fn rt_rapier2d_world_set_gravity(world: i64, x: f64, y: f64) -> bool;
    pub safe fn rt_rapier2d_world_get_gravity(world: i64) -> RtPhysicsVector;
    pub safe fn rt_rapier2d_world_set_iterations(world: i64, iterations: i64) -> bool;
    pub safe fn rt_rapier2d_world_set_max_speed(world: i64, speed: f64) -> bool;
    pub safe fn rt_rapier2d_world_set_length_unit(world: i64, unit: f64) -> bool;
    pub safe fn rt_rapier2d_world_get_length_unit(world: i64) -> f64;
    pub safe fn rt_rapier2d_world_set_sleep(world: i64, speed: f64, seconds: f64) -> bool;
    pub safe fn rt_rapier2d_body_set_sleep(world: i64, handle: i64, speed: f64, seconds: f64) -> bool;
    pub safe fn rt_rapier2d_world_body_count(world: i64) -> i64;
    pub safe fn rt_rapier2d_world_collider_count(world: i64) -> i64;
    pub safe fn rt_rapier2d_world_joint_count(world: i64) -> i64;
    pub safe fn rt_rapier2d_body_new_dynamic(world: i64, x: f64, y: f64, rotation: f64) -> i64;
    pub safe fn rt_rapier2d_body_new_static(world: i64, x: f64, y: f64, rotation: f64) -> i64;
    pub safe fn rt_rapier2d_body_new_kinematic(world: i64, x: f64, y: f64, rotation: f64) -> i64;
    pub safe fn rt_rapier2d_body_free(world: i64, handle: i64) -> bool;
    pub safe fn rt_rapier2d_body_get_position(world: i64, handle: i64) -> RtBodyPosition;
    pub safe fn rt_rapier2d_body_set_position(world: i64, handle: i64, x: f64, y: f64, rotation: f64)
    -> bool;
    pub safe fn rt_rapier2d_body_get_velocity(world: i64, handle: i64) -> RtBodyVelocity;
    pub safe fn rt_rapier2d_body_set_velocity(
        world: i64,
        handle: i64,
        vx: f64,
        vy: f64,
        angular: f64,
    ) -> bool;
    pub safe fn rt_rapier2d_body_apply_force(
        world: i64,
        handle: i64,
        fx: f64,
        fy: f64,
        wake_up: bool,
    ) -> bool;
    pub safe fn rt_rapier2d_body_apply_impulse(
        world: i64,
        handle: i64,
        ix: f64,
        iy: f64,
        wake_up: bool,
    ) -> bool;
    pub safe fn rt_rapier2d_body_apply_torque(world: i64, handle: i64, torque: f64, wake_up: bool) -> bool;
    pub safe fn rt_rapier2d_body_set_mass(world: i64, handle: i64, mass: f64) -> bool;
    pub safe fn rt_rapier2d_body_get_mass(world: i64, handle: i64) -> f64;
    pub safe fn rt_rapier2d_body_set_linear_damping(world: i64, handle: i64, damping: f64) -> bool;
    pub safe fn rt_rapier2d_body_set_angular_damping(world: i64, handle: i64, damping: f64) -> bool;
    pub safe fn rt_rapier2d_body_is_sleeping(world: i64, handle: i64) -> bool;
    pub safe fn rt_rapier2d_body_wake_up(world: i64, handle: i64) -> bool;
    pub safe fn rt_rapier2d_body_get_type(world: i64, handle: i64) -> i64;
    pub safe fn rt_rapier2d_body_set_type(world: i64, handle: i64, body_type: i64) -> bool;
    pub safe fn rt_rapier2d_body_set_enabled(world: i64, handle: i64, enabled: bool) -> bool;
    pub safe fn rt_rapier2d_body_is_enabled(world: i64, handle: i64) -> bool;
    pub safe fn rt_rapier2d_body_move_to(world: i64, handle: i64, x: f64, y: f64, rotation: f64) -> bool;
    pub safe fn rt_rapier2d_body_apply_force_at(
        world: i64,
        handle: i64,
        fx: f64,
        fy: f64,
        x: f64,
        y: f64,
        wake_up: bool,
    ) -> bool;
    pub safe fn rt_rapier2d_body_apply_impulse_at(
        world: i64,
        handle: i64,
        ix: f64,
        iy: f64,
        x: f64,
        y: f64,
        wake_up: bool,
    ) -> bool;
    pub safe fn rt_rapier2d_body_apply_angular_impulse(
        world: i64,
        handle: i64,
        impulse: f64,
        wake_up: bool,
    ) -> bool;
    pub safe fn rt_rapier2d_body_get_inertia(world: i64, handle: i64) -> f64;
    pub safe fn rt_rapier2d_body_get_center_of_mass(world: i64, handle: i64) -> RtPhysicsVector;
    pub safe fn rt_rapier2d_body_predict_position(world: i64, handle: i64, dt: f64) -> RtBodyPosition;
    pub safe fn rt_rapier2d_body_set_gravity_scale(world: i64, handle: i64, scale: f64) -> bool;
    pub safe fn rt_rapier2d_body_lock_rotation(world: i64, handle: i64, locked: bool) -> bool;
    pub safe fn rt_rapier2d_body_set_can_sleep(world: i64, handle: i64, can_sleep: bool) -> bool;
    pub safe fn rt_rapier2d_body_set_ccd(world: i64, handle: i64, enabled: bool) -> bool;
    pub safe fn rt_rapier2d_body_set_fast_rotation(world: i64, handle: i64, allowed: bool) -> bool;
    pub safe fn rt_rapier2d_body_set_user_data(world: i64, handle: i64, user_data: i64) -> bool;
    pub safe fn rt_rapier2d_body_get_user_data(world: i64, handle: i64) -> i64;
    pub safe fn rt_rapier2d_body_get_colliders(world: i64, handle: i64) -> RtI64Array;
    pub safe fn rt_rapier2d_collider_new_circle(world: i64, body: i64, radius: f64) -> i64;
    pub safe fn rt_rapier2d_collider_new_box(world: i64, body: i64, half_width: f64, half_height: f64)
    -> i64;
    pub safe fn rt_rapier2d_collider_new_capsule(world: i64, body: i64, half_height: f64, radius: f64)
    -> i64;
    pub safe fn rt_rapier2d_collider_new_polygon(
        world: i64,
        body: i64,
        vertices: *const f64,
        vertices_len: i64,
    ) -> i64;
    pub safe fn rt_rapier2d_collider_new_chain(
        world: i64,
        body: i64,
        vertices: *const f64,
        vertices_len: i64,
        closed: bool,
    ) -> i64;
    pub safe fn rt_rapier2d_collider_free(world: i64, handle: i64) -> bool;
    pub safe fn rt_rapier2d_collider_set_offset(
        world: i64,
        handle: i64,
        x: f64,
        y: f64,
        rotation: f64,
    ) -> bool;
    pub safe fn rt_rapier2d_collider_set_restitution(world: i64, handle: i64, coef: f64) -> bool;
    pub safe fn rt_rapier2d_collider_set_friction(world: i64, handle: i64, coef: f64) -> bool;
    pub safe fn rt_rapier2d_collider_set_density(world: i64, handle: i64, density: f64) -> bool;
    pub safe fn rt_rapier2d_collider_set_sensor(world: i64, handle: i64, is_sensor: bool) -> bool;
    pub safe fn rt_rapier2d_collider_set_groups(
        world: i64,
        handle: i64,
        memberships: i64,
        filter: i64,
    ) -> bool;
    pub safe fn rt_rapier2d_collider_get_position(world: i64, handle: i64) -> RtBodyPosition;
    pub safe fn rt_rapier2d_collider_get_body(world: i64, handle: i64) -> i64;
    pub safe fn rt_rapier2d_collider_set_user_data(world: i64, handle: i64, user_data: i64) -> bool;
    pub safe fn rt_rapier2d_collider_get_user_data(world: i64, handle: i64) -> i64;
    pub safe fn rt_rapier2d_world_get_contacts(world: i64) -> i64;
    pub safe fn rt_rapier2d_contacts_count(contacts: i64) -> i64;
    pub safe fn rt_rapier2d_contacts_get(contacts: i64, index: i64) -> RtContact;
    pub safe fn rt_rapier2d_contacts_free(contacts: i64) -> bool;
    pub safe fn rt_rapier2d_contacts_values(contacts: i64) -> RtF64Array;
    pub safe fn rt_rapier2d_contacts_colliders(contacts: i64) -> RtI64Array;
    pub safe fn rt_rapier2d_contacts_bytes(contacts: i64) -> RtBytes;
    pub safe fn rt_rapier2d_world_get_collision_events(world: i64) -> i64;
    pub safe fn rt_rapier2d_collision_events_count(events: i64) -> i64;
    pub safe fn rt_rapier2d_collision_events_get(events: i64, index: i64) -> RtCollisionEvent;
    pub safe fn rt_rapier2d_collision_events_free(events: i64) -> bool;
    pub safe fn rt_rapier2d_world_intersection_test(world: i64, collider1: i64, collider2: i64) -> bool;
    pub safe fn rt_rapier2d_world_cast_ray(
        world: i64,
        origin_x: f64,
        origin_y: f64,
        dir_x: f64,
        dir_y: f64,
        max_dist: f64,
    ) -> RtRayHit;
    pub safe fn rt_rapier2d_world_cast_ray_filtered(
        world: i64,
        origin_x: f64,
        origin_y: f64,
        dir_x: f64,
        dir_y: f64,
        max_dist: f64,
        memberships: i64,
        filter: i64,
        sensors: bool,
        exclude_body: i64,
    ) -> RtCastHit;
    pub safe fn rt_rapier2d_world_cast_circle(
        world: i64,
        x: f64,
        y: f64,
        radius: f64,
        dir_x: f64,
        dir_y: f64,
        max_dist: f64,
        memberships: i64,
        filter: i64,
        sensors: bool,
        exclude_body: i64,
    ) -> RtCastHit;
    pub safe fn rt_rapier2d_world_query_point(world: i64, x: f64, y: f64) -> RtI64Array;
    pub safe fn rt_rapier2d_world_query_nearest(
        world: i64,
        x: f64,
        y: f64,
        max_dist: f64,
    ) -> RtNearestCollider;
    pub safe fn rt_rapier2d_world_query_circle(world: i64, x: f64, y: f64, radius: f64) -> RtI64Array;
    pub safe fn rt_rapier2d_world_query_box(
        world: i64,
        x: f64,
        y: f64,
        half_width: f64,
        half_height: f64,
        rotation: f64,
    ) -> RtI64Array;
    pub safe fn rt_rapier2d_joint_distance(
        world: i64,
        body1: i64,
        body2: i64,
        anchor1_x: f64,
        anchor1_y: f64,
        anchor2_x: f64,
        anchor2_y: f64,
        distance: f64,
    ) -> i64;
    pub safe fn rt_rapier2d_joint_revolute(
        world: i64,
        body1: i64,
        body2: i64,
        anchor_x: f64,
        anchor_y: f64,
    ) -> i64;
    pub safe fn rt_rapier2d_joint_prismatic(
        world: i64,
        body1: i64,
        body2: i64,
        axis_x: f64,
        axis_y: f64,
    ) -> i64;
    pub safe fn rt_rapier2d_joint_fixed(world: i64, body1: i64, body2: i64) -> i64;
    pub safe fn rt_rapier2d_joint_free(world: i64, handle: i64) -> bool;
    pub safe fn rt_rapier2d_joint_set_limits(world: i64, joint: i64, min: f64, max: f64) -> bool;
    pub safe fn rt_rapier2d_joint_set_motor(world: i64, joint: i64, target_vel: f64, max_force: f64) -> bool;
    pub safe fn rt_rapier2d_joint_set_contacts(world: i64, joint: i64, enabled: bool) -> bool;
    pub safe fn rt_rapier2d_joint_get_position(world: i64, joint: i64) -> f64;
    pub safe fn rt_rapier2d_world_get_bodies(world: i64) -> RtI64Array;
    pub safe fn rt_rapier2d_world_get_colliders(world: i64) -> RtI64Array;
    pub safe fn rt_rapier2d_world_get_joints(world: i64) -> RtI64Array;
    pub safe fn rt_rapier2d_world_get_transforms(world: i64) -> RtF64Array;
    pub safe fn rt_rapier2d_world_get_velocities(world: i64) -> RtF64Array;
    pub safe fn rt_rapier2d_world_get_transform_bytes(world: i64) -> RtBytes;
    pub safe fn rt_rapier2d_world_snapshot(world: i64) -> RtBytes;
    pub safe fn rt_rapier2d_world_restore(snapshot: *const u8, snapshot_len: i64) -> i64;
}

macro_rules! arrays {
    ($($array:ident, $item:ty, $free:ident;)*) => {$(
        impl $array {
            /// The items; the array is released.
            pub fn take(self) -> Vec<$item> {
                if self.data.is_null() {
                    assert_eq!(self.len, 0);
                    return Vec::new();
                }
                // SAFETY: an array of the archive's, not released yet.
                unsafe {
                    let items = std::slice::from_raw_parts(self.data, self.len as usize).to_vec();
                    $free(self.data, self.len);
                    items
                }
            }
        }
    )*};
}

arrays! {
    RtF64Array, f64, rt_f64_array_free;
    RtI64Array, i64, rt_i64_array_free;
    RtBytes, u8, rt_bytes_free;
}

/// The last error, which is then forgotten.
pub fn error() -> String {
    let text = rt_rapier2d_get_last_error();
    // SAFETY: a text of the archive's, not released yet.
    let copy = unsafe {
        let copy = CStr::from_ptr(text).to_str().expect("UTF-8").to_owned();
        rt_text_free(text);
        copy
    };
    rt_rapier2d_clear_error();
    copy
}

/// Says what went wrong where something should have worked.
#[track_caller]
pub fn ok(succeeded: bool) {
    assert!(succeeded, "{}", error());
}

/// The handle, or what went wrong.
#[track_caller]
pub fn made(handle: i64) -> i64 {
    assert!(handle > 0, "{}", error());
    handle
}

#[track_caller]
pub fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} and not {expected} ± {tolerance}");
}

pub const DT: f64 = 1.0 / 60.0;
/// The solver's substeps of a step in a new world.
pub const SUBSTEPS: f64 = 4.0;
pub const G: f64 = 9.81;

/// A world that frees itself, with the handles of calls that must succeed.
pub struct World(pub i64);

impl Drop for World {
    fn drop(&mut self) {
        rt_rapier2d_world_free(self.0);
    }
}

impl World {
    #[track_caller]
    pub fn new(gravity_x: f64, gravity_y: f64) -> Self {
        Self(made(rt_rapier2d_world_new(gravity_x, gravity_y)))
    }
    #[track_caller]
    pub fn steps(&self, count: usize) {
        for _ in 0..count {
            ok(rt_rapier2d_world_step(self.0, DT));
        }
    }
    #[track_caller]
    pub fn dynamic(&self, x: f64, y: f64) -> i64 {
        made(rt_rapier2d_body_new_dynamic(self.0, x, y, 0.0))
    }
    #[track_caller]
    pub fn fixed(&self, x: f64, y: f64) -> i64 {
        made(rt_rapier2d_body_new_static(self.0, x, y, 0.0))
    }
    #[track_caller]
    pub fn circle(&self, body: i64, radius: f64) -> i64 {
        made(rt_rapier2d_collider_new_circle(self.0, body, radius))
    }
    #[track_caller]
    pub fn rectangle(&self, body: i64, half_width: f64, half_height: f64) -> i64 {
        made(rt_rapier2d_collider_new_box(self.0, body, half_width, half_height))
    }
    pub fn polygon(&self, body: i64, vertices: &[f64]) -> i64 {
        rt_rapier2d_collider_new_polygon(self.0, body, vertices.as_ptr(), vertices.len() as i64)
    }
    pub fn chain(&self, body: i64, vertices: &[f64], closed: bool) -> i64 {
        rt_rapier2d_collider_new_chain(self.0, body, vertices.as_ptr(), vertices.len() as i64, closed)
    }
    /// A static floor whose top is y = 0.
    #[track_caller]
    pub fn floor(&self) -> i64 {
        self.rectangle(self.fixed(0.0, -1.0), 1000.0, 1.0)
    }
    pub fn at(&self, body: i64) -> RtBodyPosition {
        rt_rapier2d_body_get_position(self.0, body)
    }
    pub fn velocity(&self, body: i64) -> RtBodyVelocity {
        rt_rapier2d_body_get_velocity(self.0, body)
    }
    /// Kinetic and potential energy of all bodies, at the height of their centres of mass.
    pub fn energy(&self) -> f64 {
        let energy = |&body: &i64| {
            let (mass, velocity) = (rt_rapier2d_body_get_mass(self.0, body), self.velocity(body));
            let inertia = rt_rapier2d_body_get_inertia(self.0, body);
            let square = velocity.vx.powi(2) + velocity.vy.powi(2);
            let height = rt_rapier2d_body_get_center_of_mass(self.0, body).y;
            mass * square / 2.0 + inertia * velocity.angular.powi(2) / 2.0 + mass * G * height
        };
        let bodies = rt_rapier2d_world_get_bodies(self.0).take();
        bodies.iter().filter(|&&body| rt_rapier2d_body_get_type(self.0, body) == 0).map(energy).sum()
    }
    /// The bits of where everything is and how it moves.
    pub fn bits(&self) -> Vec<u64> {
        let transforms = rt_rapier2d_world_get_transforms(self.0).take();
        let velocities = rt_rapier2d_world_get_velocities(self.0).take();
        transforms.into_iter().chain(velocities).map(f64::to_bits).collect()
    }
    pub fn contacts(&self) -> Vec<RtContact> {
        let contacts = made(rt_rapier2d_world_get_contacts(self.0));
        let all = (0..rt_rapier2d_contacts_count(contacts)).map(|i| rt_rapier2d_contacts_get(contacts, i));
        let all = all.collect();
        ok(rt_rapier2d_contacts_free(contacts));
        all
    }
    pub fn events(&self) -> Vec<RtCollisionEvent> {
        let events = made(rt_rapier2d_world_get_collision_events(self.0));
        let count = rt_rapier2d_collision_events_count(events);
        let all = (0..count).map(|i| rt_rapier2d_collision_events_get(events, i)).collect();
        ok(rt_rapier2d_collision_events_free(events));
        all
    }
    pub fn ray(&self, x: f64, y: f64, dir_x: f64, dir_y: f64, max: f64) -> RtRayHit {
        rt_rapier2d_world_cast_ray(self.0, x, y, dir_x, dir_y, max)
    }
}
