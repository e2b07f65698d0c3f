//! A server: its start and its end.

use super::{
    accept, exchange,
    handler::registry,
    listener::{Address, Listener},
    state::{Run, ServerState},
};
use crate::{
    blocking::{blocking, runtime},
    error::{Error, Result},
    ip_address,
};
use ffi_core::Kind;
use std::{net::SocketAddr, sync::Arc};

/// A server as its handle holds it.
pub struct Server(pub Arc<ServerState>);

ffi_core::object!(Server, Kind::HttpServer);

impl Server {
    /// A server that listens, and takes nothing in yet.
    pub fn bind(address: &str, port: i64) -> Result<Self> {
        let ip = ip_address::parse(address)?;
        let port =
            u16::try_from(port).map_err(|_| Error::number("port", port, "and a port is 0 to 65535"))?;
        Self::listen(Address::Ip(SocketAddr::new(ip, port)), &format!("port {port} of {ip}"))
    }

    /// Like `bind`, at a Unix domain socket.
    #[cfg(unix)]
    pub fn bind_unix(path: &str) -> Result<Self> {
        if path.is_empty() {
            return Err(Error::text("path", path, "and a socket has a path"));
        }
        Self::listen(Address::Unix(path.into()), path)
    }

    #[cfg(not(unix))]
    pub fn bind_unix(_path: &str) -> Result<Self> {
        Err(Error::state("Unix domain sockets are not available on this platform"))
    }

    fn listen(asked: Address, name: &str) -> Result<Self> {
        let fail = |error| Error::state(format!("{name} cannot be listened at: {error}"));
        let listener = Listener::bind(&asked).map_err(fail)?;
        let address = listener.address(asked).map_err(fail)?;
        Ok(Self(Arc::new(ServerState::new(address, listener))))
    }

    /// The port it listens at.
    pub fn port(&self) -> u16 {
        self.0.address.port()
    }

    /// Starts serving.
    pub fn start(&self) -> Result<Arc<Run>> {
        registry::survive_forks();
        let state = &self.0;
        let mut current = state.run.lock();
        if current.as_ref().is_some_and(|run| !run.is_finished()) {
            return Err(Error::state("the server runs already"));
        }
        let fail = |error| Error::state(format!("{} cannot be listened at: {error}", state.address));
        let listener = match state.listener.lock().take() {
            Some(listener) => listener,
            None => Listener::bind(&state.address).map_err(fail)?,
        };
        let runtime = runtime()?;
        let listener = {
            let _entered = runtime.enter();
            listener.into_tasks().map_err(fail)?
        };
        let (run, stages) = Run::new();
        let run = Arc::new(run);
        state.queue.open();
        state.sockets.start();
        runtime.spawn(accept::run(state.clone(), listener, stages, run.clone()));
        *current = Some(run.clone());
        Ok(run)
    }

    /// Starts serving, and returns when the server was stopped.
    pub fn serve(&self) -> Result<()> {
        let run = self.start()?;
        run.wait();
        Ok(())
    }

    /// Stops serving; false where it does not serve.
    pub fn stop(&self) -> Result<()> {
        let run = self.0.run.lock().clone();
        let run =
            run.filter(|run| !run.is_finished()).ok_or_else(|| Error::state("the server does not run"))?;
        self.0.queue.give_up().into_iter().for_each(exchange::drop_unanswered);
        blocking(|| run.stop());
        // Inside a callback the exchange in flight is the caller's own.
        if !registry::is_inside() {
            run.wait();
        }
        Ok(())
    }

    /// Ends everything that it serves.
    pub fn end(&self) {
        let _ = self.stop();
        drop(self.0.listener.lock().take());
        self.0.sockets.free_all();
    }
}
