//! Plain sockets: a client that sends what it likes, and a server that answers what it likes.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
    time::Duration,
};

/// Sends `bytes` and reads what comes until the peer closes or `quiet` passes without a byte.
pub fn talk(port: u16, bytes: &[u8], quiet: Duration) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
    stream.set_read_timeout(Some(quiet)).expect("a time limit");
    // A server that refuses early may close before all is sent.
    let _ = stream.write_all(bytes);
    let mut answer = Vec::new();
    let mut piece = [0; 4096];
    while let Ok(count @ 1..) = stream.read(&mut piece) {
        answer.extend_from_slice(&piece[..count]);
    }
    String::from_utf8_lossy(&answer).into_owned()
}

/// The next answer's status and body; the connection stays.
pub fn answer(stream: &mut TcpStream) -> (u16, Vec<u8>) {
    let head = head(stream);
    let length = head
        .lines()
        .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok())
        .expect("a length");
    let mut body = vec![0; length];
    stream.read_exact(&mut body).expect("a body");
    (status(&head), body)
}

/// The status of the first answer in `text`, 0 where there is none.
pub fn status(text: &str) -> u16 {
    text.strip_prefix("HTTP/1.1 ")
        .and_then(|rest| rest.get(..3))
        .and_then(|code| code.parse().ok())
        .unwrap_or(0)
}

/// A server that does with each connection what it is told.
pub struct Wild {
    pub port: u16,
    over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Wild {
    /// Reads a request's head on each connection and then runs `serve`, one connection after the other.
    pub fn new(serve: impl Fn(&mut TcpStream, &str) + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let over = Arc::new(AtomicBool::new(false));
        let seen = over.clone();
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if seen.load(Ordering::SeqCst) {
                    return;
                }
                if let Ok(mut stream) = stream {
                    let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
                    let head = head(&mut stream);
                    serve(&mut stream, &head);
                }
            }
        });
        Self { port, over, thread: Some(thread) }
    }

    /// The address of `path` on it.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

impl Drop for Wild {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Reads a chunked body to its end: what is left unread when a server closes takes its answer with it.
pub fn swallow(stream: &mut TcpStream) {
    const END: &[u8] = b"0\r\n\r\n";
    let (mut piece, mut seen) = (vec![0; 65536], Vec::new());
    while !seen.ends_with(END) {
        match stream.read(&mut piece) {
            Ok(count @ 1..) => {
                seen.extend_from_slice(&piece[..count]);
                seen.drain(..seen.len().saturating_sub(END.len()));
            }
            _ => break,
        }
    }
}

/// Reads up to the empty line after a head.
pub fn head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && matches!(stream.read(&mut byte), Ok(1)) {
        head.push(byte[0]);
    }
    String::from_utf8_lossy(&head).into_owned()
}
