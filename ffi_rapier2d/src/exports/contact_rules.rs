//! What colliders do to each other when they meet.

use crate::{
    Error, Result, check,
    groups::groups,
    ids::{Body, Collider},
    world::{World, freed},
};
use ffi_core::{Handle, export};
use rapier2d_f64::prelude::{ActiveEvents, CoefficientCombineRule, ColliderHandle};

fn rule(value: i64, name: &'static str) -> Result<CoefficientCombineRule> {
    Ok(match value {
        0 => CoefficientCombineRule::Average,
        1 => CoefficientCombineRule::Min,
        2 => CoefficientCombineRule::Multiply,
        3 => CoefficientCombineRule::Max,
        4 => CoefficientCombineRule::ClampedSum,
        5 => CoefficientCombineRule::GeometricMean,
        _ => {
            let rule = "and the rules are 0 average, 1 minimum, 2 product, 3 maximum, 4 sum of at most 1, \
                        5 geometric mean";
            return Err(Error::Integer { name, value, rule });
        }
    })
}

/// Sets how the friction and the restitution of two colliders that meet become one: `CombineRule` numbers, 0, the
/// average, in a new collider. Where the two colliders have different rules, the later one in that list counts: the
/// geometric mean before the sum, the maximum, the product, the minimum and the average. Acts on contacts from the next
/// step on; it wakes no body.
#[export(numbers(friction = "CombineRule", restitution = "CombineRule"))]
fn rt_rapier2d_collider_set_combine_rules(
    world: &World,
    handle: Handle<Collider>,
    friction: i64,
    restitution: i64,
) -> Result<()> {
    let friction = rule(friction, "friction")?;
    let restitution = rule(restitution, "restitution")?;
    world.change_collider(handle, |collider| {
        collider.set_friction_combine_rule(friction);
        collider.set_restitution_combine_rule(restitution);
    })
}

/// Sets which colliders this one pushes, and is pushed by, among those that it meets: groups as those of
/// `rt_rapier2d_collider_set_groups`. Two colliders that meet by those groups, but not by these, still make contacts and
/// events, and pass through each other.
#[export]
fn rt_rapier2d_collider_set_solver_groups(
    world: &World,
    handle: Handle<Collider>,
    memberships: i64,
    filter: i64,
) -> Result<()> {
    let groups = groups(memberships, filter)?;
    world.change_collider(handle, |collider| collider.set_solver_groups(groups))
}

/// Makes the collider stop only what comes from the side to which (x, y) points, a direction of any length in the
/// collider's own coordinates: a platform that one can jump through from below has (0, 1). (0, 0) makes it stop
/// everything again, as a new collider does. What touches it within 45° of that direction from outside is stopped, and
/// whatever else touches it passes until it is out again. To let something fall through that stands on it, see
/// `rt_rapier2d_world_ignore_pair`.
#[export(computes)]
fn rt_rapier2d_collider_set_one_way(world: &World, handle: Handle<Collider>, x: f64, y: f64) -> Result<()> {
    let side = if x == 0.0 && y == 0.0 { None } else { Some(check::direction(x, y, ["x", "y"])?) };
    world.with_collider(handle, |simulation, key| {
        match side {
            Some(side) => simulation.hooks.one_way.sides.insert(key.into_raw_parts(), side.into()),
            None => simulation.hooks.one_way.sides.remove(&key.into_raw_parts()),
        };
        simulation.hooks.settle(key, &mut simulation.physics);
        if let Some(parent) = simulation.physics.colliders[key].parent() {
            simulation.look_again(parent);
        }
    })
}

/// Lets two colliders pass through each other without contacts or events, or meet again, from the next step on; wakes
/// their bodies. Queries still see both.
#[export]
fn rt_rapier2d_world_ignore_pair(
    world: &World,
    collider1: Handle<Collider>,
    collider2: Handle<Collider>,
    ignored: bool,
) -> Result<()> {
    let (one, other) = (world.key(collider1)?, world.key(collider2)?);
    let mut simulation = world.lock();
    if !simulation.physics.colliders.contains(one) {
        return Err(freed(collider1));
    }
    if !simulation.physics.colliders.contains(other) {
        return Err(freed(collider2));
    }
    simulation.ignore(&[one], &[other], ignored);
    Ok(())
}

/// Does what `rt_rapier2d_world_ignore_pair` does for all colliders that the two bodies have now.
#[export]
fn rt_rapier2d_world_ignore_bodies(
    world: &World,
    body1: Handle<Body>,
    body2: Handle<Body>,
    ignored: bool,
) -> Result<()> {
    let (key1, key2) = (world.key(body1)?, world.key(body2)?);
    let mut simulation = world.lock();
    let one = simulation.physics.bodies.get(key1).ok_or_else(|| freed(body1))?.colliders().to_vec();
    let other = simulation.physics.bodies.get(key2).ok_or_else(|| freed(body2))?.colliders().to_vec();
    simulation.ignore(&one, &other, ignored);
    Ok(())
}

impl crate::simulation::Simulation {
    fn ignore(&mut self, ones: &[ColliderHandle], others: &[ColliderHandle], ignored: bool) {
        for &one in ones {
            for &other in others.iter().filter(|&&other| other != one) {
                self.hooks.set_ignored(one, other, ignored);
            }
        }
        for &key in ones.iter().chain(others) {
            self.hooks.settle(key, &mut self.physics);
            if let Some(parent) = self.physics.colliders.get(key).and_then(|collider| collider.parent()) {
                self.look_again(parent);
            }
        }
    }
}

/// Sets the force in N above which the collider's contacts with another one are told by
/// `rt_rapier2d_world_get_force_events`; infinity, in a new collider, for never. Of two colliders the lower threshold
/// counts. The force is the sum of what their points push, averaged over the step: a ball that falls on a floor pushes
/// once with its momentum divided by the step's length, and rests with its weight.
#[export]
fn rt_rapier2d_collider_set_force_threshold(
    world: &World,
    handle: Handle<Collider>,
    force: f64,
) -> Result<()> {
    let force = check::bound(force, "force")?;
    world.change_collider(handle, |collider| {
        let mut events = ActiveEvents::COLLISION_EVENTS;
        if force < f64::MAX {
            events |= ActiveEvents::CONTACT_FORCE_EVENTS;
        }
        collider.set_contact_force_event_threshold(force);
        collider.set_active_events(events);
    })
}
