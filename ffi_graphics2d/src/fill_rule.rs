//! Fill rules, and the winding numbers that they fill.

use crate::{Result, check};
use lyon::path::FillRule;

/// The fill rule that an argument of that name stands for: even-odd 0, non-zero 1.
pub fn from_argument(fill_rule: i64) -> Result<FillRule> {
    Ok(match check::within("fill_rule", fill_rule, 0, 1)? {
        0 => FillRule::EvenOdd,
        _ => FillRule::NonZero,
    })
}

/// Tells whether a place with this winding number is filled.
pub fn is_filled(rule: FillRule, winding: i64) -> bool {
    match rule {
        FillRule::EvenOdd => winding % 2 != 0,
        FillRule::NonZero => winding != 0,
    }
}
