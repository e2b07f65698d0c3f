//! Where the bytes of an answer's body come from.

#[cfg(target_os = "linux")]
use super::direct::DirectBody;
use bytes::Bytes;
use ffi_core::growing_bytes::GrowingBytes;
use futures_util::{StreamExt, TryStreamExt, stream, stream::BoxStream};
use reqwest::Response;
use std::io;

/// A body as it is transferred.
pub enum Source {
    /// Driven by the runtime's threads.
    Pooled(Box<Response>),
    /// Driven by the thread that asks for it.
    #[cfg(target_os = "linux")]
    Direct(Box<DirectBody>),
}

/// Why a body did not come.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error(transparent)]
    Pooled(reqwest::Error),
    #[error(transparent)]
    Direct(io::Error),
}

impl Source {
    /// The length that was announced.
    pub fn announced(&self) -> Option<u64> {
        match self {
            Self::Pooled(response) => response.content_length(),
            #[cfg(target_os = "linux")]
            Self::Direct(body) => body.announced(),
        }
    }

    /// The next bytes; none at the end.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Unread> {
        match self {
            Self::Pooled(response) => response.chunk().await.map_err(Unread::Pooled),
            #[cfg(target_os = "linux")]
            Self::Direct(body) => body.chunk().map_err(Unread::Direct),
        }
    }

    /// Appends all to `into`, which has room for it, where that takes no copy; whether it did.
    #[cfg_attr(not(target_os = "linux"), allow(unused_variables))]
    pub fn rest(&mut self, into: &mut GrowingBytes, note: impl FnMut(usize)) -> Result<bool, Unread> {
        match self {
            Self::Pooled(_) => Ok(false),
            #[cfg(target_os = "linux")]
            Self::Direct(body) => body.rest(into, note).map_err(Unread::Direct),
        }
    }

    /// All of it, as a reader takes it; its errors are [`Unread`].
    pub fn into_stream(self) -> BoxStream<'static, io::Result<Bytes>> {
        match self {
            Self::Pooled(response) => {
                response.bytes_stream().map_err(|error| io::Error::other(Unread::Pooled(error))).boxed()
            }
            #[cfg(target_os = "linux")]
            Self::Direct(body) => stream::unfold(Some(body), |body| async {
                let mut body = body?;
                match body.chunk() {
                    Ok(piece) => piece.map(|piece| (Ok(piece), Some(body))),
                    Err(error) => Some((Err(io::Error::other(Unread::Direct(error))), None)),
                }
            })
            .boxed(),
        }
    }
}
