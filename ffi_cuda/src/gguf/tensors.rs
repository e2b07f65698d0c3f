//! The tensors of a file: where each lies, and that none lies outside or in another.

use super::value::{Span, shown};
use crate::{bridge::ffi, error::Result, model_file::ModelFile};
use ffi_core::memory;

/// A tensor as a header says it.
pub(super) struct RawTensor {
    pub(super) name: Span,
    pub(super) rank: u32,
    /// The fastest first, 1 from `rank` on.
    pub(super) dimensions: [u64; 4],
    /// The product of the dimensions.
    pub(super) values: u64,
    pub(super) kind: u32,
    /// Into the data.
    pub(super) offset: u64,
}

/// Bytes that a tensor takes in the table, here and in C++, beside its name.
const OF_A_TENSOR: usize = 320;
/// Bytes for each byte of a name, which is there lossily as UTF-8, then in C++.
const COPIES: usize = 4;

/// Bounds of the tensors' data: where tensors may begin.
pub(super) struct Data {
    /// End of the header.
    pub(super) header_end: u64,
    pub(super) alignment: u64,
}

/// Makes the table of all tensors, in the file's order, with offsets into the file.
pub(super) fn table(
    file: &ModelFile,
    header: &[u8],
    raw: &[RawTensor],
    data: &Data,
) -> Result<Vec<ffi::TensorInfo>> {
    refuse_twins(file, header, raw)?;
    let names: usize = raw.iter().map(|tensor| tensor.name.of(header).len()).sum();
    memory::room_for_input(names * COPIES + raw.len() * OF_A_TENSOR, 1)?;
    let mut tensors = Vec::with_capacity(raw.len());
    for (index, tensor) in raw.iter().enumerate() {
        tensors.push(placed(file, header, index, tensor, data)?);
    }
    refuse_overlaps(file, &tensors)?;
    Ok(tensors)
}

fn refuse_twins(file: &ModelFile, header: &[u8], raw: &[RawTensor]) -> Result<()> {
    let mut names = memory::collect(raw.iter().map(|tensor| tensor.name.of(header)))?;
    names.sort_unstable();
    match names.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(file.fail(format!("has tensor {} twice", shown(pair[0])))),
        None => Ok(()),
    }
}

fn placed(
    file: &ModelFile,
    header: &[u8],
    index: usize,
    raw: &RawTensor,
    data: &Data,
) -> Result<ffi::TensorInfo> {
    let name = raw.name.of(header);
    let bytes = bytes_of(raw).map_err(|why| file.fail(format!("tensor {index} ({}) {why}", shown(name))))?;
    if !raw.offset.is_multiple_of(data.alignment) {
        return Err(file.fail(format!(
            "tensor {} begins at {}, no multiple of the alignment {}",
            shown(name),
            raw.offset,
            data.alignment
        )));
    }
    // The header's end lies below 2^28, and an alignment is at most 2^30.
    let start = data.header_end.next_multiple_of(data.alignment);
    let offset = start.checked_add(raw.offset);
    let end = offset.and_then(|offset| offset.checked_add(bytes));
    let (Some(offset), Some(..)) = (offset, end.filter(|&end| end <= file.size())) else {
        return Err(file.fail(format!(
            "tensor {} has {bytes} bytes at {} of the data, and the file ends before",
            shown(name),
            raw.offset
        )));
    };
    Ok(ffi::TensorInfo {
        name: String::from_utf8_lossy(name).into_owned(),
        kind: raw.kind,
        dimensions: raw.dimensions[..raw.rank as usize].to_vec(),
        offset,
        bytes,
        file: 0,
    })
}

/// The bytes of a tensor's blocks, or why it has none.
fn bytes_of(raw: &RawTensor) -> Result<u64, String> {
    let format = ffi::weight_format(raw.kind);
    let (values, bytes) = (u64::from(format.values), u64::from(format.bytes));
    if values == 0 {
        return Err(format!("has weight type {}, and {} are supported", format.name, ffi::weight_types()));
    }
    if !raw.dimensions[0].is_multiple_of(values) {
        return Err(format!(
            "has rows of {} values, no multiple of the {values} of a {} block",
            raw.dimensions[0], format.name
        ));
    }
    (raw.values / values).checked_mul(bytes).ok_or_else(|| "is larger than any file".to_owned())
}

/// All tensors together are then no larger than the file, however many say that they are large.
fn refuse_overlaps(file: &ModelFile, tensors: &[ffi::TensorInfo]) -> Result<()> {
    let mut sorted = memory::collect(tensors.iter())?;
    sorted.sort_by_key(|tensor| tensor.offset);
    match sorted.windows(2).find(|pair| pair[1].offset - pair[0].offset < pair[0].bytes) {
        Some(pair) => Err(file.fail(format!(
            "tensor {} begins inside tensor {}",
            shown(pair[1].name.as_bytes()),
            shown(pair[0].name.as_bytes())
        ))),
        None => Ok(()),
    }
}
