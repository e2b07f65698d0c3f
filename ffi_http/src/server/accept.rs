//! The task that takes connections in, and stops.

use super::{
    connection,
    core::{Core, Run, Stage, reached},
};
use std::{sync::Arc, time::Duration};
use tokio::{
    net::TcpListener,
    sync::{Semaphore, watch},
    task::JoinSet,
    time::{sleep, timeout},
};

/// How long exchanges may take to say that they were not answered.
const GIVING_UP: Duration = Duration::from_millis(250);

/// Takes connections in until the server is stopped, and ends those that are left.
pub async fn run(core: Arc<Core>, listener: TcpListener, mut stage: watch::Receiver<Stage>, run: Arc<Run>) {
    let mut open = JoinSet::new();
    take_in(&core, listener, &mut stage, &mut open).await;
    core.queue.close();
    let patience = core.limits.read().stop_time;
    let ended = async { tokio::join!(core.sockets.stop(patience), all(&mut open)) };
    if timeout(patience, ended).await.is_err() {
        run.stage.send_replace(Stage::GivingUp);
        let _ = timeout(GIVING_UP, all(&mut open)).await;
        open.shutdown().await;
    }
    run.finish();
}

async fn all(open: &mut JoinSet<()>) {
    while open.join_next().await.is_some() {}
}

async fn take_in(
    core: &Arc<Core>,
    listener: TcpListener,
    stage: &mut watch::Receiver<Stage>,
    open: &mut JoinSet<()>,
) {
    let stages = stage.clone();
    let free = Arc::new(Semaphore::new(core.limits.read().connections));
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
                Some((permit, Ok((stream, peer)))) => {
                    open.spawn(connection::serve(core.clone(), stream, peer, stages.clone(), permit));
                }
                // No descriptors left, say: connections that end give some back.
                _ => sleep(Duration::from_millis(20)).await,
            },
        }
    }
}
