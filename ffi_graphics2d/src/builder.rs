//! A path in the making.

use crate::{Error, Result, path::PathData};
use ffi_core::{Kind, Locked};
use lyon::geom::Point;
use std::ops::DerefMut;

/// A path in the making.
#[derive(Default)]
pub struct PathBuilder(Locked<Draft>);

ffi_core::object!(PathBuilder, Kind::PathBuilder);

impl PathBuilder {
    pub(crate) fn lock(&self) -> impl DerefMut<Target = Draft> + '_ {
        self.0.lock()
    }

    /// Like [`lock`](Self::lock), with room made for a piece.
    pub(crate) fn grow(&self) -> Result<impl DerefMut<Target = Draft> + '_> {
        let mut draft = self.0.lock();
        draft.data.reserve()?;
        Ok(draft)
    }
}

/// The subpaths so far.
#[derive(Default)]
pub struct Draft {
    pub data: PathData,
    /// True where the last subpath takes further pieces.
    pub open: bool,
}

impl Draft {
    /// The data, where a subpath is open, and its end.
    pub fn open(&mut self) -> Result<(&mut PathData, Point<f64>)> {
        match self.data.current() {
            Some(current) if self.open => Ok((&mut self.data, current)),
            _ => Err(Error::NoSubpath),
        }
    }
}
