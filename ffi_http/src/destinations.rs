//! Destinations of connections, where those are not what the system's resolver says.

use crate::{
    error::{Error, Result},
    ip_address,
};
use reqwest::Url;
use std::{
    collections::BTreeMap,
    io,
    net::{IpAddr, SocketAddr},
    path::Path,
    sync::Arc,
};
use tokio::net::{TcpSocket, TcpStream};

/// Destinations that a client was told of.
#[derive(Clone, Debug, Default)]
pub struct Destinations {
    addresses: BTreeMap<String, IpAddr>,
    socket: Option<Arc<Path>>,
    /// The address of this machine that connections come from, where the system does not choose it.
    local: Option<IpAddr>,
}

impl Destinations {
    /// Has `host` at `address`, or where the resolver says for an empty one.
    pub fn set_address(&mut self, host: &str, address: &str) -> Result<()> {
        let host = name(host)
            .ok_or_else(|| Error::text("host", host, "which is no host's name, such as example.com"))?;
        if address.is_empty() {
            self.addresses.remove(&host);
            return Ok(());
        }
        self.addresses.insert(host, ip_address::parse(address)?);
        Ok(())
    }

    /// Has every host at the socket `path`, or no more at one for an empty path.
    #[cfg(unix)]
    pub fn set_socket(&mut self, path: &str) -> Result<()> {
        if let Err(error) = std::os::unix::net::SocketAddr::from_pathname(path) {
            return Err(Error::text("path", path, format!("which no socket can be at: {error}")));
        }
        self.socket = (!path.is_empty()).then(|| Path::new(path).into());
        Ok(())
    }

    #[cfg(not(unix))]
    pub fn set_socket(&mut self, path: &str) -> Result<()> {
        match path {
            "" => Ok(()),
            _ => Err(Error::state("Unix domain sockets are not available on this platform")),
        }
    }

    /// Has connections come from this address of the machine's, or from where the system says for an empty one.
    pub fn set_local(&mut self, address: &str) -> Result<()> {
        self.local = (!address.is_empty()).then(|| ip_address::parse(address)).transpose()?;
        Ok(())
    }

    /// Where connections come from.
    pub fn local(&self) -> Option<IpAddr> {
        self.local
    }

    /// Each host that has an address of its own.
    pub fn addresses(&self) -> impl Iterator<Item = (&str, SocketAddr)> {
        self.addresses.iter().map(|(host, address)| (host.as_str(), SocketAddr::new(*address, 0)))
    }

    /// The socket that every connection goes to.
    pub fn socket(&self) -> Option<&Arc<Path>> {
        self.socket.as_ref()
    }

    /// Connects to `host` by TCP.
    pub async fn connect(&self, host: &str, port: u16) -> io::Result<TcpStream> {
        let stream = match (self.addresses.get(&host.to_ascii_lowercase()), self.local) {
            (Some(address), None) => TcpStream::connect((*address, port)).await?,
            (None, None) => TcpStream::connect((host, port)).await?,
            (Some(address), Some(local)) => from(local, SocketAddr::new(*address, port)).await?,
            (None, Some(local)) => {
                let mut outcome =
                    Err(io::Error::other(format!("{host} has no address that {local} reaches")));
                for address in tokio::net::lookup_host((host, port)).await? {
                    if address.is_ipv4() == local.is_ipv4() {
                        outcome = from(local, address).await;
                    }
                    if outcome.is_ok() {
                        break;
                    }
                }
                outcome?
            }
        };
        let _ = stream.set_nodelay(true);
        Ok(stream)
    }
}

/// Connects from `local` to `address`.
async fn from(local: IpAddr, address: SocketAddr) -> io::Result<TcpStream> {
    let socket = if local.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.bind(SocketAddr::new(local, 0))?;
    socket.connect(address).await
}

/// A host's name as addresses have it: in lower case, and in ASCII.
fn name(host: &str) -> Option<String> {
    let url = Url::parse(&format!("http://{host}/")).ok()?;
    // The parser takes line breaks and tabs out.
    let is_more =
        host.contains(['/', '\\', '?', '#', '@', ':']) || host.contains(|c: char| c.is_ascii_control());
    url.domain().filter(|_| !is_more).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_names_and_addresses_are_numbers() {
        let mut destinations = Destinations::default();
        for (host, address) in [("Example.COM", "127.0.0.1"), ("bücher.example", "::1")] {
            destinations.set_address(host, address).unwrap();
        }
        let set: Vec<_> =
            destinations.addresses().map(|(host, address)| format!("{host} {address}")).collect();
        assert_eq!(set, ["example.com 127.0.0.1:0", "xn--bcher-kva.example [::1]:0"]);
        destinations.set_address("EXAMPLE.com", "").unwrap();
        assert_eq!(destinations.addresses().count(), 1);
        for host in ["", "127.0.0.1", "[::1]", "a/b", "a:80", "me@a", "a b", "a?b", "a\nb"] {
            assert!(destinations.set_address(host, "127.0.0.1").is_err(), "{host:?}");
        }
        for address in ["localhost", "127.0.0.1:80", "1.2.3"] {
            assert!(destinations.set_address("example.com", address).is_err(), "{address:?}");
        }
    }
}
