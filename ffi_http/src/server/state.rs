//! A server: what it is, its start and its end.

use super::{accept, handlers, inline, limits::Limits, queue::Queue, route::Routes};
use crate::{
    error::{Error, Result},
    wait::runtime,
    ws::Sockets,
};
use ffi_core::{Kind, Locked};
use parking_lot::{Condvar, Mutex, RwLock};
use std::{
    net::{IpAddr, SocketAddr, TcpListener},
    sync::Arc,
};
use tokio::sync::watch;

/// How far a server has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Debug)]
pub enum Stage {
    Running,
    /// No new exchange begins.
    Draining,
    /// Those that are left are told so.
    GivingUp,
}

/// Waits until a server has come as far as `stage`, or is gone.
pub async fn reached(stages: &mut watch::Receiver<Stage>, stage: Stage) {
    let _ = stages.wait_for(|now| *now >= stage).await;
}

/// A server as its handle holds it.
pub struct Server(pub Arc<Core>);

ffi_core::object!(Server, Kind::HttpServer);

/// A server as its tasks hold it.
pub struct Core {
    pub address: SocketAddr,
    /// Bound when the server is made, so that its port is known; again at a later start.
    listener: Locked<Option<TcpListener>>,
    pub routes: RwLock<Routes>,
    pub limits: RwLock<Limits>,
    pub queue: Queue,
    pub sockets: Sockets,
    run: Locked<Option<Arc<Run>>>,
}

/// From a start to the end that follows it.
pub struct Run {
    pub stage: watch::Sender<Stage>,
    finished: Mutex<bool>,
    ended: Condvar,
}

impl Run {
    /// Everything has ended.
    pub fn finish(&self) {
        *self.finished.lock() = true;
        self.ended.notify_all();
    }

    fn is_finished(&self) -> bool {
        *self.finished.lock()
    }

    fn wait(&self) {
        inline::blocking(|| {
            let mut finished = self.finished.lock();
            while !*finished {
                self.ended.wait(&mut finished);
            }
        });
    }

    fn stop(&self) {
        self.stage.send_if_modified(|stage| {
            let running = *stage == Stage::Running;
            if running {
                *stage = Stage::Draining;
            }
            running
        });
    }
}

impl Server {
    /// A server that listens, and takes nothing in yet.
    pub fn bind(address: &str, port: i64) -> Result<Self> {
        let ip: IpAddr = address.parse().map_err(|_| {
            Error::text("address", address, "which is no IP address, such as 127.0.0.1 or ::1")
        })?;
        let port =
            u16::try_from(port).map_err(|_| Error::number("port", port, "and a port is 0 to 65535"))?;
        let fail = |error| Error::state(format!("port {port} of {ip} cannot be listened at: {error}"));
        let listener = listen(SocketAddr::new(ip, port)).map_err(fail)?;
        Ok(Self(Arc::new(Core {
            address: listener.local_addr().map_err(fail)?,
            listener: Locked::new(Some(listener)),
            routes: RwLock::default(),
            limits: RwLock::default(),
            queue: Queue::default(),
            sockets: Sockets::default(),
            run: Locked::new(None),
        })))
    }

    /// The port it listens at.
    pub fn port(&self) -> u16 {
        self.0.address.port()
    }

    /// Starts serving.
    pub fn start(&self) -> Result<Arc<Run>> {
        handlers::survive_forks();
        let core = &self.0;
        let mut current = core.run.lock();
        if current.as_ref().is_some_and(|run| !run.is_finished()) {
            return Err(Error::state("the server runs already"));
        }
        let fail = |error| Error::state(format!("{} cannot be listened at: {error}", core.address));
        let listener = match core.listener.lock().take() {
            Some(listener) => listener,
            None => listen(core.address).map_err(fail)?,
        };
        let runtime = runtime()?;
        let listener = {
            let _entered = runtime.enter();
            tokio::net::TcpListener::from_std(listener).map_err(fail)?
        };
        let (stage, stages) = watch::channel(Stage::Running);
        let run = Arc::new(Run { stage, finished: Mutex::new(false), ended: Condvar::new() });
        core.queue.open();
        core.sockets.start();
        runtime.spawn(accept::run(core.clone(), listener, stages, run.clone()));
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
        inline::blocking(|| run.stop());
        // Inside a callback the exchange in flight is the caller's own.
        if !handlers::is_inside() {
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

impl Drop for Run {
    fn drop(&mut self) {
        self.stop();
    }
}

fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    let listener = TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}
