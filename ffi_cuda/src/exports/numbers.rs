//! Tokens as numbers of the boundary.

use crate::error::{CudaError, Result};

pub(super) fn numbers(tokens: Vec<u32>) -> Vec<i64> {
    tokens.into_iter().map(i64::from).collect()
}

/// Tokens of a vocabulary of this size.
pub(super) fn checked(vocabulary: u32, tokens: &[i64]) -> Result<Vec<u32>> {
    let known = |&token: &i64| {
        u32::try_from(token).ok().filter(|&id| id < vocabulary).ok_or_else(|| {
            CudaError::parameter(format!("token {token} is beyond the vocabulary of {vocabulary}"))
        })
    };
    tokens.iter().map(known).collect()
}
