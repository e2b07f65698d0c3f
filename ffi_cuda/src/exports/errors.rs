use crate::error::CudaErrorCode;
use ffi_core::{Text, export};

/// Returns why this thread's last failed cuda call failed: one sentence, `""` where none did. Like `cudaGetLastError`
/// it forgets it, text and code: ask `rt_cuda_get_last_error_code` first, or use `rt_cuda_peek_last_error`.
#[export]
fn rt_cuda_get_last_error() -> Text {
    let text = Text::new(&crate::LIBRARY.last_error());
    crate::LIBRARY.clear_error();
    text
}

/// Returns what `rt_cuda_get_last_error` does, without forgetting it. A call that succeeds leaves it alone.
#[export]
fn rt_cuda_peek_last_error() -> Text {
    Text::new(&crate::LIBRARY.last_error())
}

/// Returns what an error code means, in a sentence: 0 success, 1 invalid device, 2 out of memory, 3 model load failed,
/// 4 inference failed, 5 invalid parameter, 6 kernel launch failed, 7 VRAM residency failed, 8 device not found; any
/// other number is an unknown error.
#[export(numbers(code = "CudaErrorCode"))]
fn rt_cuda_error_message(code: i64) -> Text {
    Text::new(of(code).meaning())
}

/// Returns the name of an error code: `VRAM_OOM` for 2, `UNKNOWN` for a number that is none.
#[export(numbers(code = "CudaErrorCode"))]
fn rt_cuda_error_name(code: i64) -> Text {
    Text::new(of(code).code_str())
}

/// Tells whether trying again later may help: for out of memory (2) alone.
#[export(numbers(code = "CudaErrorCode"))]
fn rt_cuda_error_is_retriable(code: i64) -> bool {
    of(code).is_retriable()
}

fn of(code: i64) -> CudaErrorCode {
    i32::try_from(code).map_or(CudaErrorCode::Unknown, CudaErrorCode::from_code)
}

/// Returns the code of this thread's last failed cuda call, 0 where none failed since the last `rt_cuda_clear_error` or
/// `rt_cuda_get_last_error`.
#[export(numbers(result = "CudaErrorCode"))]
fn rt_cuda_get_last_error_code() -> i64 {
    crate::LIBRARY.last_error_code()
}

/// Returns the category of this thread's last failed cuda call, by the numbers that other libraries give as
/// `rt_<library>_get_last_error_code`: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2
/// stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a device or the system, 5 timed out,
/// 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
#[export]
fn rt_cuda_get_last_error_category() -> i64 {
    crate::LIBRARY.last_error_category()
}

/// Forgets why this thread's last failed cuda call failed.
#[export]
fn rt_cuda_clear_error() {
    crate::LIBRARY.clear_error();
}
