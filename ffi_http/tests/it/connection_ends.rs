//! hyper's own: what becomes of a request that is sent as its connection ends.

use bytes::Bytes;
use http_body_util::Empty;
use hyper::{Request, client::conn::http1};
use hyper_util::rt::TokioIo;
use std::{
    hint::spin_loop,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    time::Duration,
};
use tokio::{io::duplex, runtime, time::timeout};

/// Else whoever sent it waits for as long as he has patience: `patches/hyper` has the mend.
#[test]
fn a_request_that_meets_the_end_of_its_connection_fails() {
    const ROUNDS: usize = 100_000;
    let runtime = runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let begun = AtomicUsize::new(0);
    let (ending, ends) = mpsc::channel();
    std::thread::scope(|scope| {
        let begun = &begun;
        scope.spawn(move || {
            for (round, connection) in ends.iter().enumerate() {
                while begun.load(Ordering::Acquire) <= round {
                    spin_loop();
                }
                drop(connection);
            }
        });
        runtime.block_on(async {
            for round in 0..ROUNDS {
                let (ours, _theirs) = duplex(64);
                let (mut sender, connection) =
                    http1::handshake::<_, Empty<Bytes>>(TokioIo::new(ours)).await.unwrap();
                ending.send(connection).unwrap();
                begun.store(round + 1, Ordering::Release);
                (0..round % 256).for_each(|_| spin_loop());
                let answer = sender.try_send_request(Request::new(Empty::new()));
                let outcome = timeout(Duration::from_secs(20), answer).await;
                assert!(matches!(outcome, Ok(Err(_))), "round {round}: nobody says");
            }
        });
        drop(ending);
    });
}
