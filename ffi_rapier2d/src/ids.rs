//! What handles of this library stand for.

use ffi_core::{Kind, Object, object};
use rapier2d_f64::prelude::{ColliderHandle, ImpulseJointHandle, RigidBodyHandle};

/// What a handle of a body, collider or joint stands for: where it is in which world. The world owns it.
pub trait Child: Object {
    /// Where it is in its world.
    type Key: Copy;
    /// What is wrong with one of another world.
    const OF_ANOTHER_WORLD: &'static str;
    /// What is wrong with one that another thread is just freeing.
    const FREED: &'static str;
    /// One at `key` in the world numbered `world`.
    fn new(world: u64, key: Self::Key) -> Self;
    /// The world's number, and where it is there.
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
