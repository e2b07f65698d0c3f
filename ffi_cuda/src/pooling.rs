//! Embeddings of texts: one vector of what a model's last layer makes of the tokens.

use crate::{
    error::{CudaError, Result},
    gguf::Gguf,
};
use ffi_core::ffi_enum;

/// How a text's embedding is made of those of its tokens.
#[ffi_enum("CudaPooling")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(i64)]
pub enum Pooling {
    /// As the model's file says; the mean where it says nothing.
    OfModel = 0,
    /// The mean of all.
    Mean = 1,
    /// The first token's.
    First = 2,
    /// The last token's.
    Last = 3,
}

impl Pooling {
    /// The pooling of this number.
    pub(crate) fn numbered(number: i64) -> Result<Self> {
        match number {
            0 => Ok(Self::OfModel),
            1 => Ok(Self::Mean),
            2 => Ok(Self::First),
            3 => Ok(Self::Last),
            _ => Err(CudaError::parameter(format!("`pooling` is {number}, and must be 0 to 3"))),
        }
    }

    /// What a file of this architecture says.
    pub(crate) fn read(file: &Gguf, architecture: &str) -> Result<Self> {
        let key = format!("{architecture}.pooling_type");
        match file.unsigned(&key)?.unwrap_or(0) {
            number @ 0..=3 => Self::numbered(number as i64),
            number => Err(file.fail(format!("metadata key {key} is {number}, and 0 to 3 are known"))),
        }
    }

    /// The embedding of tokens of which each has a row of `width` values.
    pub(crate) fn pool(self, rows: &[f32], width: usize) -> Vec<f64> {
        let of = |row: &[f32]| row.iter().copied().map(f64::from).collect();
        match self {
            Self::First => of(&rows[..width]),
            Self::Last => of(&rows[rows.len() - width..]),
            Self::OfModel | Self::Mean => {
                let mut mean = vec![0.0; width];
                for row in rows.chunks_exact(width) {
                    mean.iter_mut().zip(row).for_each(|(sum, &value)| *sum += f64::from(value));
                }
                let count = (rows.len() / width) as f64;
                mean.iter_mut().for_each(|sum| *sum /= count);
                mean
            }
        }
    }
}
