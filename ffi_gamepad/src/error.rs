//! Errors of calls.

use ffi_core::error::Category;

/// Why a call failed.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum Error {
    #[error("`gamepad_id` is {0}, and no such pad is connected")]
    NoSuchPad(i64),
    #[error("`gamepad_id` is {0}, which no pad bears: ids are 0 to 65535")]
    BadPadId(i64),
    #[error("`button` is {0}, which is no button: buttons are 0 (South) to 22 (Touchpad)")]
    BadButton(i64),
    #[error("`axis` is {0}, which is no axis: axes are 0 (LeftStickX) to 7 (DPadY)")]
    BadAxis(i64),
    #[error("`gamepad_id` is {0}, a pad that exists by injected events alone and has no driver")]
    NoDriver(i64),
    #[error("`number` is {number}, and pad {pad} has {count} of what is asked for ({what}), numbered from 0")]
    NoSuchElement { pad: i64, what: &'static str, number: i64, count: usize },
    #[error("pad {pad} has no {what}, or its driver tells of none")]
    NoExtra { pad: i64, what: &'static str },
    #[error("the {what} of pad {pad} could not be used: {reason}")]
    Extra { pad: i64, what: &'static str, reason: String },
    #[error("`{name}` is {value}, but a colour's part lies between 0 and 255")]
    BadColor { name: &'static str, value: i64 },
    #[error("`event_type` is {0}, which is no type of event: they are 1 to 4 and 10 to 12")]
    BadType(i64),
    #[error("`code` is {code}, which is no {of}")]
    BadCode { code: i64, of: &'static str },
    #[error("`value` is {value}, but a {of} lies between {low} and 1")]
    BadValue { value: f64, of: &'static str, low: i64 },
    #[error("`{name}` is {value}, but a strength is a number between 0 and 1")]
    BadStrength { name: &'static str, value: f64 },
    #[error("`duration_ms` is {0}, but a rumble lasts between 0 and 3600000 ms")]
    BadDuration(i64),
    #[error("`gamepad_id` is {0}, a pad that cannot rumble")]
    NoRumble(i64),
    #[error("the rumble of pad {pad} could not be changed: {reason}")]
    Rumble { pad: i64, reason: String },
}

impl ffi_core::Failure for Error {
    fn category(&self) -> Category {
        match self {
            Self::NoSuchPad(_) | Self::NoSuchElement { .. } => Category::NotFound,
            Self::NoRumble(_) | Self::NoDriver(_) | Self::NoExtra { .. } => Category::Unsupported,
            Self::Rumble { .. } | Self::Extra { .. } => Category::Refused,
            _ => Category::InvalidArgument,
        }
    }
}
