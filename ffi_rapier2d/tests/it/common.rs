//! The exported functions as C calls them, and a world that frees itself.

use std::ffi::CStr;

pub use simple_native_sys::*;

/// An array of the archive's.
pub trait Take {
    type Item;

    /// The items; the array is released.
    fn take(self) -> Vec<Self::Item>;
}

macro_rules! arrays {
    ($($array:ident, $item:ty, $free:ident;)*) => {$(
        impl Take for $array {
            type Item = $item;

            fn take(self) -> Vec<$item> {
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
        // SAFETY: borrowed for the call.
        unsafe { rt_rapier2d_collider_new_polygon(self.0, body, vertices.as_ptr(), vertices.len() as i64) }
    }
    pub fn chain(&self, body: i64, vertices: &[f64], closed: bool) -> i64 {
        // SAFETY: borrowed for the call.
        unsafe {
            rt_rapier2d_collider_new_chain(self.0, body, vertices.as_ptr(), vertices.len() as i64, closed)
        }
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
