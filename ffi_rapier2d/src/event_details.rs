//! What the events of a step tell of who met, where and how hard.

use crate::{
    contacts,
    events::{Event, Party, Told},
    simulation::Simulation,
};
use rapier2d_f64::prelude::{Collider, ColliderHandle};

impl Simulation {
    /// Puts the last step's events together.
    pub fn collect_events(&mut self) {
        let collisions = std::mem::take(&mut *self.recorder.collisions.lock());
        let forces = std::mem::take(&mut *self.recorder.forces.lock());
        self.events = collisions.into_iter().map(|told| self.event(told)).collect();
        self.force_events = forces.into_iter().map(|told| self.event(told)).collect();
        self.gone.clear();
    }

    fn event(&self, told: Told) -> Event {
        let Told { colliders, started, sensor, speed } = told;
        let parties = colliders.map(|key| self.party(key));
        let empty =
            Event { parties, started, sensor, point: [0.0; 2], normal: [0.0; 2], impulse: 0.0, speed };
        let pair = self.physics.narrow_phase.contact_pair(colliders[0], colliders[1]);
        let Some(touch) = pair.and_then(|pair| contacts::touch(self, pair)) else { return empty };
        // Rapier keeps the pair in an order of its own.
        let turned = if touch.first == colliders[0] { 1.0 } else { -1.0 };
        Event {
            point: touch.point.into(),
            normal: (touch.normal * turned).into(),
            impulse: touch.impulse,
            ..empty
        }
    }

    /// Who a collider of an event is, or was: its index may have a new owner by now.
    fn party(&self, key: ColliderHandle) -> Party {
        if self.physics.colliders.contains(key) {
            return self.present(key);
        }
        self.gone.iter().find(|(gone, _)| *gone == key).map_or_else(Party::default, |&(_, party)| party)
    }

    /// Who a collider is that is in the world.
    pub fn present(&self, key: ColliderHandle) -> Party {
        let collider = self.physics.colliders.get(key);
        let parent = collider.and_then(Collider::parent);
        let body = parent.and_then(|parent| self.physics.bodies.get(parent));
        let number = |data: u128| (data as u64).cast_signed();
        Party {
            collider: self.collider_handle(key),
            body: parent.map_or(0, |parent| self.body_handle(parent)),
            collider_data: collider.map_or(0, |collider| number(collider.user_data)),
            body_data: body.map_or(0, |body| number(body.user_data)),
        }
    }
}
