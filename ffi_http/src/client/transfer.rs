//! Requests that nobody waits for: started, looked at, and taken when they have ended.

use super::{
    Client,
    fetch::{self, Fetch},
    file_transfer,
    progress::Progress,
    request::ClientRequest,
};
use crate::{
    blocking::{blocking, runtime},
    error::{Error, Result},
};
use ffi_core::{
    Borrowed, Kind,
    events::{EventKind, publish},
    guard::describe,
    handle,
    sync::{Condvar, Mutex},
};
use futures_util::FutureExt;
use serde_json::json;
use std::{
    panic::AssertUnwindSafe,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{sync::oneshot, task::AbortHandle};

#[cfg(unix)]
use ffi_core::wakeup::Wakeup;

/// Outcome of a transfer.
enum Outcome {
    Answer(Fetch),
    Failed(Error),
    Taken,
}

#[derive(Default)]
struct Ending {
    outcome: Option<Outcome>,
    /// Set once it has ended; made when a host asks for it.
    #[cfg(unix)]
    wakeup: Option<Wakeup>,
}

/// A transfer as its task holds it.
#[derive(Default)]
struct Shared {
    ending: Mutex<Ending>,
    ended: Condvar,
    progress: Progress,
}

impl Shared {
    fn end(&self, outcome: Outcome) {
        let mut ending = self.ending.lock();
        ending.outcome = Some(outcome);
        #[cfg(unix)]
        if let Some(wakeup) = &ending.wakeup {
            wakeup.set();
        }
        drop(ending);
        self.ended.notify_all();
    }
}

/// A request that was sent, and its answer once that has come.
pub struct Transfer {
    shared: Arc<Shared>,
    task: AbortHandle,
}

ffi_core::object!(Transfer, Kind::HttpTransfer);

impl Drop for Transfer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Transfer {
    /// Sends `call`, and returns at once.
    pub fn start(client: &Client, call: ClientRequest) -> Result<Borrowed<Self>> {
        let ready = client.ready()?;
        Self::run(move |shared| async move { fetch::whole(ready, call, &shared.progress).await })
    }

    /// Saves what `call` answers as the file `path`, and returns at once; goes on with a part that is there where it
    /// `resumes`. Its answer has no body.
    pub fn download(
        client: &Client,
        call: ClientRequest,
        path: &str,
        resumes: bool,
    ) -> Result<Borrowed<Self>> {
        file_transfer::check(&call, path, resumes)?;
        let (ready, path) = (client.ready()?, path.to_owned());
        Self::run(move |shared| async move {
            file_transfer::run(ready, call, path, resumes, &shared.progress).await
        })
    }

    /// How many bytes of the body have come.
    pub fn received(&self) -> i64 {
        self.shared.progress.received()
    }

    /// How many are expected, −1 where nobody said it.
    pub fn expected(&self) -> i64 {
        self.shared.progress.expected()
    }

    fn run<W, F>(work: W) -> Result<Borrowed<Self>>
    where
        W: FnOnce(Arc<Shared>) -> F + Send + 'static,
        F: Future<Output = Result<Fetch>> + Send + 'static,
    {
        let shared = Arc::new(Shared::default());
        let (tell, told) = oneshot::channel();
        let ending = shared.clone();
        let task = runtime()?.spawn(async move {
            // What it ends with is told by a handle that is good by then.
            let Ok(handle) = told.await else { return };
            let answer = AssertUnwindSafe(work(ending.clone())).catch_unwind().await;
            let answer = answer.unwrap_or_else(|payload| {
                Err(Error::state(format!("internal error: {}", describe(&*payload))))
            });
            let event = match &answer {
                Ok(answer) => json!({ "type": "transfer", "transfer": handle, "status": answer.status() }),
                Err(error) => json!({ "type": "transfer", "transfer": handle, "error": error.to_string() }),
            };
            ending.end(answer.map_or_else(Outcome::Failed, Outcome::Answer));
            publish(EventKind::Http, || event.to_string());
        });
        let transfer = Self { shared, task: task.abort_handle() };
        let handle = handle::insert(Arc::new(transfer));
        if handle == 0 {
            return Err(Error::state("all numbers of transfers are in use"));
        }
        let _ = tell.send(handle);
        Ok(Borrowed::new(handle))
    }

    /// Tells whether the transfer has ended.
    pub fn is_done(&self) -> bool {
        self.shared.ending.lock().outcome.is_some()
    }

    /// Waits until it has ended; whether it has within `patience`.
    pub fn wait(&self, patience: Duration) -> bool {
        if self.is_done() {
            return true;
        }
        blocking(|| {
            let deadline = Instant::now() + patience;
            let mut ending = self.shared.ending.lock();
            while ending.outcome.is_none() {
                if self.shared.ended.wait_until(&mut ending, deadline).timed_out() {
                    return ending.outcome.is_some();
                }
            }
            true
        })
    }

    /// Ends it; whoever waits for it waits no longer.
    pub fn give_up(&self) {
        self.task.abort();
        if !self.is_done() {
            blocking(|| self.shared.end(Outcome::Failed(Error::state("the transfer was freed"))));
        }
    }

    /// The answer, once.
    pub fn take(&self) -> Result<Fetch> {
        let mut ending = self.shared.ending.lock();
        match ending.outcome.replace(Outcome::Taken) {
            Some(Outcome::Answer(answer)) => Ok(answer),
            Some(Outcome::Failed(error)) => Err(error),
            Some(Outcome::Taken) => Err(Error::state("what the transfer ended with was taken already")),
            None => {
                ending.outcome = None;
                Err(Error::state("the transfer has not ended yet"))
            }
        }
    }

    /// A descriptor that is readable once it has ended.
    #[cfg(unix)]
    pub fn fd(&self) -> Result<i64> {
        // Made outside of the lock, which a fork in the midst of its making would wait for.
        let new = Wakeup::new().map_err(Error::Descriptor)?;
        let mut ending = self.shared.ending.lock();
        let has_ended = ending.outcome.is_some();
        let wakeup = ending.wakeup.get_or_insert(new);
        if has_ended {
            wakeup.set();
        }
        Ok(wakeup.fd().into())
    }

    /// A descriptor that is readable once it has ended.
    #[cfg(not(unix))]
    pub fn fd(&self) -> Result<i64> {
        Err(Error::Descriptor(std::io::ErrorKind::Unsupported.into()))
    }
}
