//! What a call can go wrong with.

use ffi_core::error::Category;

/// Why a call failed.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum Error {
    #[error("`gamepad_id` is {0}, and no such pad is connected")]
    NoSuchPad(i64),
    #[error("`gamepad_id` is {0}, which no pad bears: ids are 0 to 65535")]
    BadPadId(i64),
    #[error("`button` is {0}, which is no button: buttons are 0 (South) to 16 (Mode)")]
    BadButton(i64),
    #[error("`axis` is {0}, which is no axis: axes are 0 (LeftStickX) to 7 (DPadY)")]
    BadAxis(i64),
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
            Self::NoSuchPad(_) => Category::NotFound,
            Self::NoRumble(_) => Category::Unsupported,
            Self::Rumble { .. } => Category::Refused,
            _ => Category::InvalidArgument,
        }
    }
}
