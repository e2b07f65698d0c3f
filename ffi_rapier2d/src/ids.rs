//! Types that handles of this library stand for.

use ffi_core::{Kind, Object, object};
use rapier2d_f64::prelude::{ColliderHandle, ImpulseJointHandle, RigidBodyHandle};

/// A body, collider or joint, as a handle knows it: a key in the world that owns it.
pub trait Child: Object {
    /// Key of the object in its world.
    type Key: Copy;
    /// The error for one of another world.
    const OF_ANOTHER_WORLD: &'static str;
    /// The error for one that another thread is just freeing.
    const FREED: &'static str;
    /// One at `key` in the world numbered `world`.
    fn new(world: u64, key: Self::Key) -> Self;
    /// The world's number, and the key there.
    fn place(&self) -> (u64, Self::Key);
}

macro_rules! child {
    ($name:ident, $key:ty, $text:literal) => {
        #[doc = concat!("A ", $text, ", as a handle knows it.")]
        pub struct $name {
            world: u64,
            key: $key,
        }
        object!($name, Kind::$name, Batched);

        impl Child for $name {
            type Key = $key;
            const OF_ANOTHER_WORLD: &'static str = concat!("a ", $text, " of another world");
            const FREED: &'static str = concat!("a ", $text, " that was freed");
            fn new(world: u64, key: $key) -> Self {
                Self { world, key }
            }
            #[inline(always)]
            fn place(&self) -> (u64, $key) {
                (self.world, self.key)
            }
        }
    };
}

child!(Body, RigidBodyHandle, "body");
child!(Collider, ColliderHandle, "collider");
child!(Joint, ImpulseJointHandle, "joint");
