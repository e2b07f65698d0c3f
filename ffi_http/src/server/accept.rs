//! The task that takes connections in, and stops.

use super::{
    listener::TaskListener,
    protocol,
    state::{Run, ServerState, Stage, reached},
};
use ffi_core::reserve;
use std::{sync::Arc, time::Duration};
use tokio::{
    sync::{Semaphore, watch},
    task::JoinSet,
    time::{sleep, timeout},
};

/// Time that exchanges have to say that they were not answered.
const ABORTING: Duration = Duration::from_millis(250);

/// Takes connections in until the server is stopped, and ends those that are left.
pub async fn run(
    state: Arc<ServerState>,
    listener: TaskListener,
    mut stage: watch::Receiver<Stage>,
    run: Arc<Run>,
) {
    let mut open = JoinSet::new();
    take_in(&state, listener, &mut stage, &mut open).await;
    state.queue.close();
    let patience = state.limits.read().stop_time;
    let ended = async { tokio::join!(state.sockets.stop(patience), all(&mut open)) };
    if timeout(patience, ended).await.is_err() {
        run.stage.send_replace(Stage::Aborting);
        let _ = timeout(ABORTING, all(&mut open)).await;
        // A handler that runs in place and does not return keeps its own connection, and nothing else.
        let _ = timeout(ABORTING, open.shutdown()).await;
    }
    run.finish();
}

async fn all(open: &mut JoinSet<()>) {
    while open.join_next().await.is_some() {}
}

async fn take_in(
    state: &Arc<ServerState>,
    listener: TaskListener,
    stage: &mut watch::Receiver<Stage>,
    open: &mut JoinSet<()>,
) {
    let stages = stage.clone();
    let free = Arc::new(Semaphore::new(state.limits.read().connections));
    loop {
        let accepted = async {
            // Permits are never closed.
            let permit = free.clone().acquire_owned().await.ok()?;
            Some((permit, listener.accept().await))
        };
        tokio::select! {
            biased;
            () = reached(stage, Stage::Draining) => return,
            Some(_) = open.join_next() => {}
            accepted = accepted => match accepted {
                // Where there is no memory, whoever comes is sent away at once.
                Some((_, Ok(_))) if reserve::check().is_err() => {}
                Some((permit, Ok((stream, peer)))) => {
                    open.spawn(protocol::serve(state.clone(), stream, peer, stages.clone(), permit));
                }
                // No descriptors left, say: connections that end give some back.
                _ => sleep(Duration::from_millis(20)).await,
            },
        }
    }
}
