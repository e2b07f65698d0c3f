//! Ground made of boxes side by side, without seams.
//!
//! Trap: what rolls or slides from one box to the next one meets that one's corner, and bumps against what is no step
//! at all. So contacts are left out with what lies wholly behind the face on which a thing stands already.

use crate::one_way::is_let_through;
use rapier2d_f64::{
    parry::shape::Shape,
    prelude::{
        Collider, ColliderHandle, ContactModificationContext, ContactPair, PhysicsWorld, Pose, RigidBody,
        RigidBodySet, Vector,
    },
};
use std::mem;

/// The largest difference from 1 of the cosine of the angle between a normal and a face's own.
const ALIGNED: f64 = 1e-9;

/// A face that a collider stands on.
struct Face {
    standing: ColliderHandle,
    tile: ColliderHandle,
    point: Vector,
    normal: Vector,
}

/// The faces that colliders stand on, as of the last step.
#[derive(Default)]
pub struct Seams {
    tiles: Vec<ColliderHandle>,
    /// Some may be there twice, or not be one any more.
    pub tiles_changed: bool,
    faces: Vec<Face>,
    /// The largest distance of tiles from flush, in metres.
    flush: f64,
}

/// Tells whether a collider may be one of the pieces of which ground is made: it has straight faces and does not move.
pub fn is_tile(bodies: &RigidBodySet, collider: &Collider) -> bool {
    let parent = collider.parent().and_then(|parent| bodies.get(parent));
    parent.is_some_and(RigidBody::is_fixed) && has_faces(collider.shape())
}

/// Tells whether a shape has straight faces all around.
fn has_faces(shape: &dyn Shape) -> bool {
    shape.as_cuboid().is_some() || shape.as_convex_polygon().is_some()
}

/// Tells whether a unit vector is the normal of one of a shape's faces, both in the shape's coordinates.
fn is_face(shape: &dyn Shape, normal: Vector) -> bool {
    if shape.as_cuboid().is_some() {
        return normal.x.abs().max(normal.y.abs()) > 1.0 - ALIGNED;
    }
    shape
        .as_convex_polygon()
        .is_some_and(|polygon| polygon.normals().iter().any(|face| face.dot(normal) > 1.0 - ALIGNED))
}

/// Returns the farthest extent of a shape along a unit vector in the world.
fn reach(shape: &dyn Shape, pose: &Pose, along: Vector) -> f64 {
    let local = pose.rotation.inverse() * along;
    let farthest = if let Some(cuboid) = shape.as_cuboid() {
        cuboid.half_extents.dot(local.abs())
    } else if let Some(polygon) = shape.as_convex_polygon() {
        polygon.points().iter().map(|point| point.dot(local)).fold(f64::NEG_INFINITY, f64::max)
    } else {
        f64::INFINITY
    };
    farthest + pose.translation.dot(along)
}

/// Notes the faces on which `pair` holds colliders, and those that it would but for another one.
fn note(pair: &ContactPair, physics: &PhysicsWorld, faces: &mut Vec<Face>) {
    for (tile, standing, outwards) in
        [(pair.collider1, pair.collider2, 1.0), (pair.collider2, pair.collider1, -1.0)]
    {
        let Some(found) = physics.colliders.get(tile).filter(|found| is_tile(&physics.bodies, found)) else {
            continue;
        };
        let pose = found.position();
        let solid = pair.manifolds().iter().filter(|manifold| !is_let_through(manifold));
        faces.extend(solid.filter_map(|manifold| {
            let contact = manifold.points.first()?;
            let point = *pose * if outwards > 0.0 { contact.local_p1 } else { contact.local_p2 };
            // A contact that was left out turned its normal to the face that it was left out for.
            let normal = manifold.data.normal * outwards;
            let is_face = is_face(found.shape(), pose.rotation.inverse() * normal);
            is_face.then_some(Face { standing, tile, point, normal })
        }));
    }
}

impl Seams {
    /// Notes a collider of which ground may be made.
    pub fn add(&mut self, tile: ColliderHandle) {
        self.tiles.push(tile);
        self.tiles_changed = true;
    }

    /// Looks for the faces that colliders stand on.
    pub fn find_faces(&mut self, physics: &PhysicsWorld) {
        self.faces.clear();
        if mem::take(&mut self.tiles_changed) {
            self.tiles.retain(|&tile| {
                physics.colliders.get(tile).is_some_and(|found| is_tile(&physics.bodies, found))
            });
            self.tiles.sort_unstable_by_key(|tile| tile.into_raw_parts());
            self.tiles.dedup();
        }
        // One tile alone has no seam.
        if self.tiles.len() < 2 {
            return;
        }
        self.flush = physics.integration_parameters.allowed_linear_error();
        let pairs_with = |collider: ColliderHandle| physics.narrow_phase.contact_pairs_with(collider);
        let faces = &mut self.faces;
        if self.tiles.len() <= physics.islands.active_bodies().count() {
            self.tiles.iter().copied().flat_map(pairs_with).for_each(|pair| note(pair, physics, faces));
        } else {
            let bodies = physics.islands.active_bodies().filter_map(|key| physics.bodies.get(key));
            let standing = bodies.flat_map(|body| body.colliders().iter().copied());
            standing.flat_map(pairs_with).for_each(|pair| note(pair, physics, faces));
        }
        self.faces.sort_by_key(|face| (face.standing.into_raw_parts(), face.tile.into_raw_parts()));
    }

    /// The normal of the face for which a contact with a tile is none: where they touch is on that face and at its
    /// tile, and all of this one is behind it.
    fn covering(
        &self,
        context: &ContactModificationContext,
        (standing, tile): (ColliderHandle, ColliderHandle),
        found: &Collider,
    ) -> Option<Vector> {
        let rigid = context.rigid().filter(|rigid| !rigid.solver_contacts.is_empty())?;
        let first = context.collider1 == tile;
        let normal = if first { *rigid.normal } else { -*rigid.normal };
        let key = standing.into_raw_parts();
        let from = self.faces.partition_point(|face| face.standing.into_raw_parts() < key);
        let mut faces = self.faces[from..].iter().take_while(|face| face.standing == standing);
        let is_covering = |face: &&Face| {
            let height = |point: Vector| (point - face.point).dot(face.normal);
            let beside = context.colliders.get(face.tile).filter(|_| face.tile != tile);
            normal.dot(face.normal) < 1.0 - ALIGNED
                && beside.is_some_and(|beside| {
                    rigid.solver_contacts.iter().all(|contact| {
                        let point = if first { contact.anchor1 } else { contact.anchor2 };
                        let apart = beside.shape().distance_to_point(beside.position(), point, true);
                        height(point).abs() <= self.flush && apart <= self.flush
                    })
                })
                && reach(found.shape(), found.position(), face.normal) - face.point.dot(face.normal)
                    <= self.flush
        };
        faces.find(is_covering).map(|face| face.normal)
    }
}

impl Seams {
    /// Leaves a contact out with what is no step.
    pub fn smooth(&self, context: &mut ContactModificationContext) {
        if self.faces.is_empty() {
            return;
        }
        for (tile, standing, first) in
            [(context.collider1, context.collider2, true), (context.collider2, context.collider1, false)]
        {
            let Some(found) = context.colliders.get(tile).filter(|found| is_tile(context.bodies, found))
            else {
                continue;
            };
            if let Some(normal) = self.covering(context, (standing, tile), found)
                && let Some(rigid) = context.rigid_mut()
            {
                rigid.solver_contacts.clear();
                *rigid.normal = if first { normal } else { -normal };
            }
        }
    }
}
