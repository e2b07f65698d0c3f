//! Collision groups.

use crate::Result;
use rapier2d_f64::prelude::{Group, InteractionGroups, InteractionTestMode};

/// Two sets of groups from their bits.
pub fn groups(memberships: i64, filter: i64) -> Result<InteractionGroups> {
    let set = |value: i64, name: &'static str| {
        let rule = "and a set of groups has 32 bits, 0 to 4294967295";
        let bits = u32::try_from(value).map_err(|_| crate::Error::Integer { name, value, rule })?;
        Ok::<_, crate::Error>(Group::from_bits_truncate(bits))
    };
    let memberships = set(memberships, "memberships")?;
    Ok(InteractionGroups::new(memberships, set(filter, "filter")?, InteractionTestMode::And))
}
