//! Errors, by number.

use ffi_core::{
    Failure,
    error::{ArgumentError, Category},
    json,
    memory::OutOfMemory,
};

/// The numbers of the errors, as they cross the boundary.
#[ffi_core::ffi_enum]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[repr(i32)]
pub enum CudaErrorCode {
    /// No call failed.
    Success = 0,
    /// A device of this number cannot be used.
    InvalidDevice = 1,
    /// The device has no memory left.
    OutOfMemory = 2,
    /// The file is no model that can be loaded.
    ModelLoadFailed = 3,
    /// The model could not go on.
    InferenceFailed = 4,
    /// An argument was refused.
    InvalidParameter = 5,
    /// A kernel could not be started, or failed.
    KernelLaunchFailed = 6,
    /// The weights are not where they have to be.
    VramResidencyFailed = 7,
    /// There is no such device.
    DeviceNotFound = 8,
    /// Anything else.
    Unknown = 99,
}

impl CudaErrorCode {
    /// The code with this number; `Unknown` for a number that is none.
    pub fn from_code(code: i32) -> Self {
        match code {
            0 => Self::Success,
            1 => Self::InvalidDevice,
            2 => Self::OutOfMemory,
            3 => Self::ModelLoadFailed,
            4 => Self::InferenceFailed,
            5 => Self::InvalidParameter,
            6 => Self::KernelLaunchFailed,
            7 => Self::VramResidencyFailed,
            8 => Self::DeviceNotFound,
            _ => Self::Unknown,
        }
    }

    /// The code's number.
    pub fn code(self) -> i32 {
        self as i32
    }

    /// The code's name.
    pub fn code_str(self) -> &'static str {
        match self {
            Self::Success => "SUCCESS",
            Self::InvalidDevice => "INVALID_DEVICE",
            Self::OutOfMemory => "VRAM_OOM",
            Self::ModelLoadFailed => "MODEL_LOAD_FAILED",
            Self::InferenceFailed => "INFERENCE_FAILED",
            Self::InvalidParameter => "INVALID_PARAMETER",
            Self::KernelLaunchFailed => "KERNEL_LAUNCH_FAILED",
            Self::VramResidencyFailed => "VRAM_RESIDENCY_FAILED",
            Self::DeviceNotFound => "DEVICE_NOT_FOUND",
            Self::Unknown => "UNKNOWN",
        }
    }

    /// The code's meaning, in a sentence.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Success => "the call succeeded",
            Self::InvalidDevice => "the device number is no device's, or the device cannot do this",
            Self::OutOfMemory => "the device has too little free memory",
            Self::ModelLoadFailed => "the model could not be loaded",
            Self::InferenceFailed => "the inference failed",
            Self::InvalidParameter => "an argument is outside its range",
            Self::KernelLaunchFailed => "a kernel could not be launched",
            Self::VramResidencyFailed => "an allocation is not in the device's memory",
            Self::DeviceNotFound => "there is no such device on this machine",
            Self::Unknown => "an unknown error",
        }
    }

    /// True where trying again later may succeed: memory may become free.
    pub fn is_retriable(self) -> bool {
        self == Self::OutOfMemory
    }
}

/// Why a call failed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum CudaError {
    #[error("{0}")]
    InvalidDevice(String),
    #[error("{0}")]
    OutOfMemory(String),
    #[error("{0}")]
    ModelLoadFailed(String),
    #[error("{0}")]
    InferenceFailed(String),
    #[error("{0}")]
    InvalidParameter(String),
    #[error("{0}")]
    KernelLaunchFailed(String),
    #[error("{0}")]
    VramResidencyFailed(String),
    #[error("{0}")]
    DeviceNotFound(String),
    #[error("{0}")]
    Unknown(String),
    #[error(transparent)]
    Argument(#[from] ArgumentError),
}

/// Result of most functions of this crate.
pub type Result<T, E = CudaError> = std::result::Result<T, E>;

impl CudaError {
    /// The error with this number and text; a number that is no error's makes an unknown one.
    pub fn new(code: i32, text: impl Into<String>) -> Self {
        let text = text.into();
        match CudaErrorCode::from_code(code) {
            CudaErrorCode::InvalidDevice => Self::InvalidDevice(text),
            CudaErrorCode::OutOfMemory => Self::OutOfMemory(text),
            CudaErrorCode::ModelLoadFailed => Self::ModelLoadFailed(text),
            CudaErrorCode::InferenceFailed => Self::InferenceFailed(text),
            CudaErrorCode::InvalidParameter => Self::InvalidParameter(text),
            CudaErrorCode::KernelLaunchFailed => Self::KernelLaunchFailed(text),
            CudaErrorCode::VramResidencyFailed => Self::VramResidencyFailed(text),
            CudaErrorCode::DeviceNotFound => Self::DeviceNotFound(text),
            CudaErrorCode::Success | CudaErrorCode::Unknown => Self::Unknown(text),
        }
    }

    /// A parameter that is JSON is none that can be used, or there is no room for it.
    pub(crate) fn unusable_json(name: &str, error: &serde_json::Error) -> Self {
        let text = format!("`{name}` is not usable: {error}");
        match json::category(error) {
            Category::Limit => Self::OutOfMemory(text),
            _ => Self::parameter(text),
        }
    }

    /// The error with this number and its meaning for a text.
    pub fn from_code(code: i32) -> Self {
        Self::new(code, CudaErrorCode::from_code(code).meaning())
    }

    /// An argument outside its range.
    pub(crate) fn parameter(text: impl Into<String>) -> Self {
        Self::InvalidParameter(text.into())
    }

    /// The error's code.
    pub fn error_code(&self) -> CudaErrorCode {
        match self {
            Self::InvalidDevice(_) => CudaErrorCode::InvalidDevice,
            Self::OutOfMemory(_) => CudaErrorCode::OutOfMemory,
            Self::ModelLoadFailed(_) => CudaErrorCode::ModelLoadFailed,
            Self::InferenceFailed(_) => CudaErrorCode::InferenceFailed,
            Self::InvalidParameter(_) | Self::Argument(_) => CudaErrorCode::InvalidParameter,
            Self::KernelLaunchFailed(_) => CudaErrorCode::KernelLaunchFailed,
            Self::VramResidencyFailed(_) => CudaErrorCode::VramResidencyFailed,
            Self::DeviceNotFound(_) => CudaErrorCode::DeviceNotFound,
            Self::Unknown(_) => CudaErrorCode::Unknown,
        }
    }

    /// The number of the error's code.
    pub fn code(&self) -> i32 {
        self.error_code().code()
    }

    /// The name of its code.
    pub fn code_str(&self) -> &'static str {
        self.error_code().code_str()
    }

    /// True where trying again later may succeed.
    pub fn is_retriable(&self) -> bool {
        self.error_code().is_retriable()
    }
}

impl From<OutOfMemory> for CudaError {
    fn from(error: OutOfMemory) -> Self {
        Self::OutOfMemory(error.to_string())
    }
}

impl Failure for CudaError {
    fn category(&self) -> Category {
        match self {
            Self::InvalidParameter(_) => Category::InvalidArgument,
            Self::Argument(error) => error.category(),
            Self::InvalidDevice(_) | Self::DeviceNotFound(_) => Category::NotFound,
            Self::OutOfMemory(_) => Category::Limit,
            Self::Unknown(_) => Category::Internal,
            _ => Category::Refused,
        }
    }

    fn code(&self) -> i64 {
        i64::from(CudaError::code(self))
    }
}
