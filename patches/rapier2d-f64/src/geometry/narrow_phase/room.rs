//! Patched: memory that a step takes, asked for where its amount gets known.

use super::{NarrowPhase, PAIR_HINT_COUNT_MASK};
use crate::dynamics::{ImpulseJointSet, RigidBodySet};
use crate::geometry::BoundingVolume;
use crate::math::{Pose, Real};
use crate::utils::room;
use parry::shape::{CompositeShape, Shape};

/// A contact manifold with its place in a shape's table.
const OF_A_MANIFOLD: usize = 3072;
/// What the solver takes for a manifold, a body and a joint.
const OF_A_SOLVED_MANIFOLD: usize = 4096;
const OF_A_SOLVED_BODY: usize = 1024;
const OF_A_SOLVED_JOINT: usize = 2048;

/// Room for the manifolds of shapes that are made of parts, each of which may have one.
pub(super) struct RoomForParts {
    /// What all pairs may take beside.
    pairs: usize,
    /// What is known to be there.
    left: usize,
}

impl RoomForParts {
    const AT_ONCE: usize = 1 << 20;

    pub(super) fn new(pairs: usize) -> Self {
        Self { pairs: pairs * OF_A_MANIFOLD, left: 0 }
    }

    /// Unwinds where there is no memory for the manifolds between two shapes.
    pub(super) fn require(&mut self, pos12: &Pose, shape1: &dyn Shape, shape2: &dyn Shape, prediction: Real) {
        let composites = (shape1.as_composite_shape(), shape2.as_composite_shape());
        if let (None, None) = composites {
            return;
        }
        let most = parts(composites.0).saturating_mul(parts(composites.1));
        if self.take(most) {
            return;
        }
        let count = match composites {
            (Some(one), Some(other)) => near_pairs(pos12, one, other, prediction),
            (Some(one), None) => near(one, pos12, shape2, prediction),
            (None, Some(other)) => near(other, &pos12.inverse(), shape1, prediction),
            (None, None) => 0,
        };
        if !self.take(count) {
            room::require(count.saturating_mul(OF_A_MANIFOLD) + self.pairs + Self::AT_ONCE);
            self.left = Self::AT_ONCE;
        }
    }

    fn take(&mut self, manifolds: usize) -> bool {
        let bytes = manifolds.saturating_mul(OF_A_MANIFOLD);
        let enough = bytes <= self.left;
        if enough {
            self.left -= bytes;
        }
        enough
    }
}

fn parts(shape: Option<&(dyn CompositeShape + Sync)>) -> usize {
    shape.map_or(1, |shape| shape.bvh().leaf_count() as usize)
}

/// How many parts a shape at `position` may touch.
fn near(composite: &dyn CompositeShape, position: &Pose, shape: &dyn Shape, prediction: Real) -> usize {
    let aabb = shape.compute_aabb(position).loosened(prediction);
    composite.bvh().intersect_aabb(&aabb).count()
}

/// How many pairs of parts may touch.
fn near_pairs(
    pos12: &Pose,
    composite1: &dyn CompositeShape,
    composite2: &dyn CompositeShape,
    prediction: Real,
) -> usize {
    let aabb2 = composite2.bvh().root_aabb().transform_by(pos12).loosened(prediction);
    let pos21 = pos12.inverse();
    let mut count = 0;
    for leaf in composite1.bvh().intersect_aabb(&aabb2) {
        composite1.map_part_at(leaf, &mut |position, part, _| {
            let position = position.map_or(pos21, |position| pos21 * position);
            count += near(composite2, &position, part, prediction);
        });
    }
    count
}

impl NarrowPhase {
    /// Unwinds where there is no memory to solve what touches.
    pub(crate) fn require_room_to_solve(&self, bodies: &RigidBodySet, joints: &ImpulseJointSet) {
        let edges = &self.contact_graph.graph.edges;
        let manifolds: usize = (self.pair_solver_hints.iter().zip(edges))
            .map(|(hint, edge)| match hint & PAIR_HINT_COUNT_MASK {
                // As many or more.
                PAIR_HINT_COUNT_MASK => edge.weight.rigid().map_or(0, |pair| pair.manifolds.len()),
                count => count as usize,
            })
            .sum();
        room::require(
            manifolds * OF_A_SOLVED_MANIFOLD
                + bodies.len() * OF_A_SOLVED_BODY
                + joints.len() * OF_A_SOLVED_JOINT,
        );
    }
}
