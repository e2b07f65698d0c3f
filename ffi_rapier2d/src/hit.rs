//! What rays and moving shapes hit.

use ffi_core::{Kind, ffi_struct, object};

/// What a ray or a moving shape hits, and where.
#[ffi_struct]
#[derive(Clone, Copy)]
pub struct CastHit {
    /// True where it hits something.
    pub hit: bool,
    /// The collider that it hits first, 0 where it hits none.
    #[handle = "collider"]
    pub collider: i64,
    /// The distance until then, in metres.
    pub distance: f64,
    /// x of the place on the collider's surface that is hit.
    pub x: f64,
    /// y of that place.
    pub y: f64,
    /// x of the surface's outward unit normal there; 0, 0 where a ray, or the centre of a circle, begins inside.
    pub normal_x: f64,
    /// y of that normal.
    pub normal_y: f64,
}

/// What was hit, in the order of the way.
pub struct CastHits(pub Vec<CastHit>);
object!(CastHits, Kind::CastHits);
