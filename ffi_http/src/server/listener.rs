//! Listening of a server: at a port, or at a path.

use super::io::socket::{Peer, Socket};
use std::{
    fmt, io,
    net::{SocketAddr, TcpListener},
};
#[cfg(unix)]
use std::{
    fs,
    os::unix::{
        fs::{FileTypeExt, MetadataExt},
        net::{UnixListener, UnixStream},
    },
    path::{Path, PathBuf},
};

/// The place.
pub enum Address {
    Ip(SocketAddr),
    #[cfg(unix)]
    Unix(PathBuf),
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ip(address) => address.fmt(f),
            #[cfg(unix)]
            Self::Unix(path) => path.display().fmt(f),
        }
    }
}

impl Address {
    /// The port, 0 where there is none.
    pub fn port(&self) -> u16 {
        match self {
            Self::Ip(address) => address.port(),
            #[cfg(unix)]
            Self::Unix(_) => 0,
        }
    }
}

/// A socket that listens there.
pub enum Listener {
    Tcp(TcpListener),
    #[cfg(unix)]
    Unix(UnixListener, SocketFile),
}

impl Listener {
    /// Listens at `address`. A socket that nobody listens at any more is replaced, any other file refused.
    pub fn bind(address: &Address) -> io::Result<Self> {
        match address {
            Address::Ip(address) => {
                let listener = TcpListener::bind(address)?;
                listener.set_nonblocking(true)?;
                Ok(Self::Tcp(listener))
            }
            #[cfg(unix)]
            Address::Unix(path) => {
                let listener = match UnixListener::bind(path) {
                    Err(error) if error.kind() == io::ErrorKind::AddrInUse && is_left_behind(path) => {
                        fs::remove_file(path)?;
                        UnixListener::bind(path)?
                    }
                    other => other?,
                };
                listener.set_nonblocking(true)?;
                Ok(Self::Unix(listener, SocketFile::of(path)?))
            }
        }
    }

    /// The address with the port that the system chose.
    pub fn address(&self, asked: Address) -> io::Result<Address> {
        match self {
            Self::Tcp(listener) => Ok(Address::Ip(listener.local_addr()?)),
            #[cfg(unix)]
            Self::Unix(..) => Ok(asked),
        }
    }

    /// The same listener for tasks, inside of a runtime.
    pub fn into_tasks(self) -> io::Result<TaskListener> {
        Ok(match self {
            Self::Tcp(listener) => TaskListener::Tcp(tokio::net::TcpListener::from_std(listener)?),
            #[cfg(unix)]
            Self::Unix(listener, file) => {
                TaskListener::Unix(tokio::net::UnixListener::from_std(listener)?, file)
            }
        })
    }
}

/// A socket that listens, for tasks.
pub enum TaskListener {
    Tcp(tokio::net::TcpListener),
    #[cfg(unix)]
    Unix(tokio::net::UnixListener, #[allow(dead_code, reason = "removed with it")] SocketFile),
}

impl TaskListener {
    /// The next connection.
    pub async fn accept(&self) -> io::Result<(Socket, Peer)> {
        match self {
            Self::Tcp(listener) => {
                let (stream, address) = listener.accept().await?;
                Ok((Socket::Tcp(stream), Peer::Ip(address)))
            }
            #[cfg(unix)]
            Self::Unix(listener, _) => Ok((Socket::Unix(listener.accept().await?.0), Peer::Unix)),
        }
    }
}

/// A socket whose program ended without removing it.
#[cfg(unix)]
fn is_left_behind(path: &Path) -> bool {
    let is_socket = fs::symlink_metadata(path).is_ok_and(|file| file.file_type().is_socket());
    is_socket
        && UnixStream::connect(path).is_err_and(|error| error.kind() == io::ErrorKind::ConnectionRefused)
}

/// A socket's file: removed when nobody listens at it any more, if it is still this one, and by whoever made it: not by
/// a child of a fork.
#[cfg(unix)]
pub struct SocketFile {
    path: PathBuf,
    identity: (u64, u64),
    process: u32,
}

#[cfg(unix)]
impl SocketFile {
    fn of(path: &Path) -> io::Result<Self> {
        let identity = Self::identity(path)?;
        // The host may go to another folder.
        Ok(Self { path: std::path::absolute(path)?, identity, process: std::process::id() })
    }

    fn identity(path: &Path) -> io::Result<(u64, u64)> {
        let file = fs::symlink_metadata(path)?;
        Ok((file.dev(), file.ino()))
    }
}

#[cfg(unix)]
impl Drop for SocketFile {
    fn drop(&mut self) {
        let is_ours = self.process == std::process::id();
        if is_ours && Self::identity(&self.path).is_ok_and(|now| now == self.identity) {
            let _ = fs::remove_file(&self.path);
        }
    }
}
