//! What handles of this library stand for.

use crate::{Result, events::Event, exports::Contact, simulation::Sim};
use ffi_core::{Handle, Kind, Locked, Object, object};
use rapier2d_f64::prelude::{ColliderHandle, ImpulseJointHandle, RigidBodyHandle};
use std::{
    ops::DerefMut,
    sync::atomic::{AtomicU64, Ordering},
};

/// A world and all that is in it.
pub struct World {
    id: u64,
    sim: Locked<Sim>,
}
object!(World, Kind::World);

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

/// The touching points of a world at one moment.
pub struct Contacts(pub Vec<Contact>);
object!(Contacts, Kind::Contacts);

/// What started and stopped touching in one step.
pub struct CollisionEvents(pub Vec<Event>);
object!(CollisionEvents, Kind::CollisionEvents);

impl World {
    /// A world that holds `sim`, whose children will bear its number.
    pub fn new(make: impl FnOnce(u64) -> Result<Sim>) -> Result<Self> {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        Ok(Self { id, sim: Locked::new(make(id)?) })
    }

    /// Waits for the world.
    #[inline]
    pub fn lock(&self) -> impl DerefMut<Target = Sim> + '_ {
        self.sim.lock()
    }

    /// Where a child is, which must be of this world.
    #[inline]
    pub fn key<T: Child>(&self, handle: Handle<T>) -> Result<T::Key> {
        let child = handle.get()?;
        let (world, key) = child.place();
        if world != self.id {
            return Err(handle.refuse(T::OF_ANOTHER_WORLD).into());
        }
        Ok(key)
    }
}

/// The error for a child that left its world between look-up and lock.
#[cold]
pub fn freed<T: Child>(handle: Handle<T>) -> crate::Error {
    handle.refuse(T::FREED).into()
}
