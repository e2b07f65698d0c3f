//! Decoders run on threads of their own, so that one that comes to no end holds nobody up: whoever waits looks at
//! whether it comes on, and gives it up when it does not.

use crate::{block_decoder::Result, error::DecodeError, work::Work};
use ffi_core::thread::Builder;
use std::{
    sync::{
        Arc,
        mpsc::{RecvTimeoutError, sync_channel},
    },
    thread::JoinHandle,
    time::Duration,
};

/// Time between two looks of a waiting thread.
pub const LOOK: Duration = Duration::from_millis(100);
/// So many looks without a step in between, and a decoder is given up: 5 s. Looks are counted and not time, for a
/// machine may sleep, and a process may be stopped.
const MOST_LOOKS: u32 = 50;

/// Starts a decoder's thread.
pub fn spawn(body: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>> {
    Builder::new("simple_native decoder").spawn(body).map_err(DecodeError::Thread)
}

/// Supervision of a decoder: whether it comes on, from the first look on.
pub struct Watch {
    steps: u64,
    looks: u32,
}

impl Watch {
    /// Begins to look.
    pub fn new(work: &Work) -> Self {
        Self { steps: work.steps(), looks: 0 }
    }

    /// Looks once more, a while after the last time; an error where the decoder is to be given up, and is cancelled.
    pub fn look(&mut self, work: &Work) -> Result<()> {
        let steps = work.steps();
        if steps != self.steps {
            (self.steps, self.looks) = (steps, 0);
            return Ok(());
        }
        self.looks += 1;
        if self.looks < MOST_LOOKS {
            return Ok(());
        }
        work.cancel();
        Err(DecodeError::Stalled((LOOK * MOST_LOOKS).as_secs_f64()))
    }
}

/// Does `body` on a thread of its own and waits for it as long as it comes on.
pub fn supervised<T: Send + 'static>(
    work: &Arc<Work>,
    body: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let (done, result) = sync_channel(1);
    let thread = spawn(move || {
        let _ = done.send(body());
    })?;
    let mut watch = Watch::new(work);
    loop {
        match result.recv_timeout(LOOK) {
            Ok(result) => {
                let _ = thread.join();
                return result;
            }
            Err(RecvTimeoutError::Timeout) => watch.look(work)?,
            Err(RecvTimeoutError::Disconnected) => {
                return Err(DecodeError::Panic("its thread ended".into()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        sync::atomic::{AtomicBool, Ordering},
        time::Instant,
    };

    #[test]
    fn what_comes_to_no_end_is_given_up() {
        let end = Arc::new(AtomicBool::new(false));
        let (work, spinning) = (Arc::<Work>::default(), end.clone());
        let result = supervised(&work, move || {
            while !spinning.load(Ordering::Relaxed) {
                std::hint::spin_loop();
            }
            Ok(())
        });
        assert!(matches!(result, Err(DecodeError::Stalled(_))), "{result:?}");
        assert!(work.is_cancelled());
        end.store(true, Ordering::Relaxed);
    }

    #[test]
    fn what_comes_on_is_waited_for() {
        let work = Arc::<Work>::default();
        let own = work.clone();
        let began = Instant::now();
        let result = supervised(&work, move || {
            for _ in 0..3 {
                std::thread::sleep(LOOK);
                own.step();
            }
            Ok(began.elapsed())
        });
        assert!(result.is_ok_and(|took| took >= 3 * LOOK));
    }
}
