//! Characters on their way.

use crate::{
    Error, Result,
    cast::Dispatcher,
    character::Character,
    hit::CastHit,
    moving::Moving,
    query::{cast_hit, enabled, queries},
    simulation::Simulation,
};
use ffi_core::memory;
use rapier2d_f64::{
    control::{CharacterCollision, EffectiveCharacterMovement},
    math::Vector,
    pipeline::QueryFilter,
    prelude::{Collider, ColliderHandle, Pose, RigidBodyHandle, RigidBodyType},
};

/// What came of a movement.
pub struct Movement {
    pub made: EffectiveCharacterMovement,
    pub hits: Vec<CastHit>,
}

impl Simulation {
    /// The only solid collider of a body.
    fn body_shape(&self, key: RigidBodyHandle) -> Option<(ColliderHandle, &Collider)> {
        let colliders = &self.physics.colliders;
        let keys = self.physics.bodies.get(key)?.colliders().iter();
        let mut solid = keys
            .filter_map(|&key| Some((key, colliders.get(key)?)))
            .filter(|(_, collider)| !collider.is_sensor());
        solid.next().filter(|_| solid.next().is_none())
    }

    /// Sends a body towards `wanted` from where it is, as far as it gets, with the next step.
    pub fn move_character(&mut self, key: RigidBodyHandle, wanted: Vector, dt: f64) -> Result<Movement> {
        let character = self.body_record(key).character.unwrap_or_default();
        let (made, collisions) = self.way_of(key, &character, wanted, dt)?;
        let hits = collisions.iter().map(|collision| {
            let CharacterCollision { handle, translation_applied, hit, .. } = collision;
            cast_hit(self, *handle, translation_applied.length(), hit.witness1, hit.normal1)
        });
        let hits = memory::collect(hits)?;
        if character.mass > 0.0 {
            self.push_with(key, &character, &collisions, dt);
        }
        let body = &mut self.physics.bodies[key];
        let pose = *body.position();
        body.set_body_type(RigidBodyType::KinematicPositionBased, true);
        body.set_next_kinematic_position(Pose::from_parts(
            pose.translation + made.translation,
            pose.rotation,
        ));
        Ok(Movement { made, hits })
    }

    /// How far a character gets, and what it meets.
    fn way_of(
        &self,
        key: RigidBodyHandle,
        character: &Character,
        wanted: Vector,
        dt: f64,
    ) -> Result<(EffectiveCharacterMovement, Vec<CharacterCollision>)> {
        let (own, collider) = self.body_shape(key).ok_or(Error::CharacterShape)?;
        let (shape, pose) = (collider.shape(), collider.position());
        let enabled = enabled(self);
        let meets = |other: ColliderHandle, found: &Collider| {
            enabled(other, found)
                && !self.hooks.is_ignored(own, other)
                && self.hooks.one_way.stops(other, found, shape, pose)
        };
        let filter = QueryFilter::new().groups(collider.collision_groups()).exclude_sensors();
        let mut queries = queries(self, filter.exclude_rigid_body(key).predicate(&meets))?;
        // Parry's iterations lose a step in twelve on level ground.
        let exact = Dispatcher { moving: Moving::freely(shape)? };
        queries.dispatcher = &exact;
        let mut collisions = Vec::new();
        let met = |collision| collisions.push(collision);
        let mut made = character.controller.move_shape(dt, &queries, shape, pose, wanted, met);
        if !made.translation.is_finite() {
            made.translation = Vector::ZERO;
        }
        Ok((made, collisions))
    }

    /// Pushes the dynamic bodies that a character ran into.
    fn push_with(
        &mut self,
        key: RigidBodyHandle,
        character: &Character,
        collisions: &[CharacterCollision],
        dt: f64,
    ) {
        let Some((own, collider)) = self.body_shape(key) else { return };
        let (shape, groups) = (collider.shared_shape().clone(), collider.collision_groups());
        let ignored: Vec<_> = collisions
            .iter()
            .map(|collision| collision.handle)
            .filter(|&other| self.hooks.is_ignored(own, other))
            .collect();
        let meets = |other: ColliderHandle, found: &Collider| found.is_enabled() && !ignored.contains(&other);
        let filter =
            QueryFilter::new().groups(groups).exclude_sensors().exclude_rigid_body(key).predicate(&meets);
        let physics = &mut self.physics;
        let dispatcher = physics.narrow_phase.query_dispatcher();
        let mut queries = physics.broad_phase.as_query_pipeline_mut(
            dispatcher,
            &mut physics.bodies,
            &mut physics.colliders,
            filter,
        );
        character.controller.solve_character_collision_impulses(
            dt,
            &mut queries,
            &*shape,
            character.mass,
            collisions,
        );
    }
}
