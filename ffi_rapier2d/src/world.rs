//! Worlds: what a handle of one stands for, and how its children are found in it.

use crate::{
    Result,
    ids::{Body, Child, Collider},
    simulation::Simulation,
};
use ffi_core::{Handle, Kind, Locked, object};
use rapier2d_f64::prelude::{self as rapier, ColliderHandle, RigidBody, RigidBodyHandle};
use std::{
    ops::DerefMut,
    sync::atomic::{AtomicU64, Ordering},
};

/// A world and all that is in it.
pub struct World {
    id: u64,
    simulation: Locked<Simulation>,
}
object!(World, Kind::World);

impl World {
    /// A world that holds `simulation`, whose children will bear its number.
    pub fn new(make: impl FnOnce(u64) -> Result<Simulation>) -> Result<Self> {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        Ok(Self { id, simulation: Locked::new(make(id)?) })
    }

    /// Waits for the world.
    #[inline]
    pub fn lock(&self) -> impl DerefMut<Target = Simulation> + '_ {
        self.simulation.lock()
    }

    /// Returns the key of a child, which must be of this world.
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

impl World {
    /// Reads a body.
    #[inline]
    pub fn read_body<R>(&self, handle: Handle<Body>, read: impl FnOnce(&RigidBody) -> R) -> Result<R> {
        let key = self.key(handle)?;
        let simulation = self.lock();
        simulation.physics.bodies.get(key).map(read).ok_or_else(|| freed(handle))
    }

    /// Changes a body.
    pub fn change_body<R>(
        &self,
        handle: Handle<Body>,
        change: impl FnOnce(&mut RigidBody) -> Result<R>,
    ) -> Result<R> {
        self.with_body(handle, |simulation, key| change(&mut simulation.physics.bodies[key]))
    }

    /// Changes a body and what depends on it.
    pub fn with_body<R>(
        &self,
        handle: Handle<Body>,
        change: impl FnOnce(&mut Simulation, RigidBodyHandle) -> Result<R>,
    ) -> Result<R> {
        let key = self.key(handle)?;
        let mut simulation = self.lock();
        if !simulation.physics.bodies.contains(key) || simulation.body_handle(key) == 0 {
            return Err(freed(handle));
        }
        change(&mut simulation, key)
    }

    /// Changes a dynamic body: the only kind that forces act on.
    pub fn push_body(
        &self,
        handle: Handle<Body>,
        push: impl FnOnce(&mut Simulation, RigidBodyHandle),
    ) -> Result<()> {
        self.with_body(handle, |simulation, key| {
            if !simulation.physics.bodies[key].is_dynamic() {
                return Err(handle.refuse("a body that is not dynamic: forces do not move it").into());
            }
            push(simulation, key);
            Ok(())
        })
    }
}

impl World {
    /// Reads a collider.
    pub fn read_collider<R>(
        &self,
        handle: Handle<Collider>,
        read: impl FnOnce(&Simulation, &rapier::Collider) -> R,
    ) -> Result<R> {
        let key = self.key(handle)?;
        let simulation = self.lock();
        let collider = simulation.physics.colliders.get(key).ok_or_else(|| freed(handle))?;
        Ok(read(&simulation, collider))
    }

    /// Changes a collider and what depends on it.
    pub fn with_collider<R>(
        &self,
        handle: Handle<Collider>,
        change: impl FnOnce(&mut Simulation, ColliderHandle) -> R,
    ) -> Result<R> {
        let key = self.key(handle)?;
        let mut simulation = self.lock();
        if !simulation.physics.colliders.contains(key) {
            return Err(freed(handle));
        }
        Ok(change(&mut simulation, key))
    }

    /// Changes a collider.
    pub fn change_collider(
        &self,
        handle: Handle<Collider>,
        change: impl FnOnce(&mut rapier::Collider),
    ) -> Result<()> {
        self.with_collider(handle, |simulation, key| change(&mut simulation.physics.colliders[key]))
    }
}

/// The error for a child that left its world between look-up and lock.
#[cold]
pub fn freed<T: Child>(handle: Handle<T>) -> crate::Error {
    handle.refuse(T::FREED).into()
}
