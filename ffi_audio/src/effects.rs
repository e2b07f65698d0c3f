//! All effects that a playback or a bus can have.

use crate::{echo::Echo, effect::Change, filter::Filters, reverb::Reverb};

/// Those on their way to the mixing thread.
#[derive(Default)]
pub struct Effects {
    /// The echo.
    pub echo: Change<Echo>,
    /// The room.
    pub reverb: Change<Reverb>,
    /// The filters.
    pub filters: Change<Filters>,
}
