//! Downloads that go on by themselves: how far they are, and that they go on where they broke off, beside nginx.

use crate::support::{api::*, eventually, free_port, nginx::Nginx, noise, raw::Wild};
use std::{
    fs,
    io::Write,
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

const LONG: Duration = Duration::from_secs(20);
const LONG_MS: i64 = 20_000;

fn client() -> i64 {
    let client = client_create();
    assert!(client_set_proxy(client, ""));
    client
}

/// Downloads to the end: the status, or −1 with a last error.
fn download(client: i64, url: &str, path: &Path, resume: bool) -> (i64, i64) {
    let transfer = transfer_download(client, url, &[], path.to_str().unwrap(), resume);
    assert!(transfer > 0, "{}", last_error());
    assert!(transfer_wait(transfer, LONG_MS));
    let received = transfer_received(transfer);
    let answer = transfer_take(transfer);
    let status = if answer == 0 { -1 } else { fetch_status(answer) };
    fetch_free(answer);
    transfer_free(transfer);
    (status, received)
}

/// A server of `content` that breaks off after so many bytes where it is told to, and keeps what it was asked for.
fn broken(content: Vec<u8>, tag: &'static str, breaks: Arc<AtomicBool>) -> (Wild, Arc<Mutex<Vec<String>>>) {
    let heads = Arc::new(Mutex::new(Vec::new()));
    let kept = heads.clone();
    let wild = Wild::new(move |stream, head| {
        let head = head.to_ascii_lowercase();
        let field = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
        let from: usize =
            field("range: bytes=").map_or(0, |range| range.trim_end_matches('-').parse().unwrap());
        let same = field("if-range: ").is_some_and(|asked| asked == tag.to_ascii_lowercase());
        kept.lock().unwrap().push(format!("{from} {}", field("if-range: ").unwrap_or_default()));
        let whole = content.len();
        let (status, begin, range) = match same {
            true if from >= whole => ("416 No", whole, format!("Content-Range: bytes */{whole}\r\n")),
            true => ("206 Part", from, format!("Content-Range: bytes {from}-{}/{whole}\r\n", whole - 1)),
            false => ("200 OK", 0, String::new()),
        };
        let length = whole - begin;
        let tag = if tag.is_empty() { String::new() } else { format!("ETag: {tag}\r\n") };
        let _ = write!(
            stream,
            "HTTP/1.1 {status}\r\n{range}{tag}Content-Length: {length}\r\nConnection: close\r\n\r\n"
        );
        let end = if breaks.load(Ordering::SeqCst) { begin + length / 2 } else { whole };
        let _ = stream.write_all(&content[begin..end]);
    });
    (wild, heads)
}

#[test]
fn a_download_goes_on_where_it_broke_off() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    let at = |end: &str| folder.path().join(format!("file{end}"));
    let content = noise(1_000_000);
    let breaks = Arc::new(AtomicBool::new(true));
    let (wild, heads) = broken(content.clone(), "\"v1\"", breaks.clone());
    let url = wild.url("/x");
    let client = client();
    assert_eq!(download(client, &url, &path, true), (-1, 500_000));
    assert_eq!(fs::metadata(at(".part")).unwrap().len(), 500_000);
    assert!(!path.exists());
    assert_eq!(download(client, &url, &path, true), (-1, 750_000));
    breaks.store(false, Ordering::SeqCst);
    assert_eq!(download(client, &url, &path, true), (206, 1_000_000));
    assert!(fs::read(&path).unwrap() == content);
    assert!(!at(".part").exists() && !at(".part.json").exists());
    assert_eq!(*heads.lock().unwrap(), ["0 ", "500000 \"v1\"", "750000 \"v1\""]);
    // Another address, another content, and no way to tell begin anew.
    heads.lock().unwrap().clear();
    breaks.store(true, Ordering::SeqCst);
    assert_eq!(download(client, &url, &path, true).0, -1);
    breaks.store(false, Ordering::SeqCst);
    assert_eq!(download(client, &wild.url("/y"), &path, true), (200, 1_000_000));
    breaks.store(true, Ordering::SeqCst);
    assert_eq!(download(client, &url, &path, true).0, -1);
    let (newer, asked) = broken(noise(2_000_000), "\"v2\"", Arc::new(AtomicBool::new(false)));
    let note = fs::read_to_string(at(".part.json")).unwrap();
    fs::write(at(".part.json"), note.replace(&url, &newer.url("/x"))).unwrap();
    assert_eq!(download(client, &newer.url("/x"), &path, true), (200, 2_000_000));
    assert_eq!(*asked.lock().unwrap(), ["500000 \"v1\""]);
    assert!(fs::read(&path).unwrap() == noise(2_000_000));
    let (untold, asked) = broken(content.clone(), "", breaks.clone());
    assert_eq!(download(client, &untold.url("/x"), &path, true).0, -1);
    breaks.store(false, Ordering::SeqCst);
    assert_eq!(download(client, &untold.url("/x"), &path, true), (200, 1_000_000));
    assert_eq!(*asked.lock().unwrap(), ["0 ", "0 "]);
    // All of it was there.
    breaks.store(true, Ordering::SeqCst);
    assert_eq!(download(client, &url, &path, true).0, -1);
    fs::write(at(".part"), &content).unwrap();
    assert_eq!(download(client, &url, &path, true), (416, 1_000_000));
    assert!(fs::read(&path).unwrap() == content && !at(".part").exists());
    client_destroy(client);
}

#[test]
fn what_is_no_part_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    let (wild, _) = broken(noise(1000), "\"v1\"", Arc::new(AtomicBool::new(false)));
    let client = client();
    fs::write(folder.path().join("precious"), "precious").unwrap();
    std::os::unix::fs::symlink(folder.path().join("precious"), folder.path().join("file.part")).unwrap();
    assert_eq!(download(client, &wild.url("/"), &path, true).0, -1);
    assert_eq!(fs::read_to_string(folder.path().join("precious")).unwrap(), "precious");
    fs::remove_file(folder.path().join("file.part")).unwrap();
    // A note that says anything.
    fs::write(folder.path().join("file.part"), "old").unwrap();
    for note in
        ["", "{", "{\"url\": 1}", &format!("{{\"url\": \"{}\", \"validator\": \"a\\r\\nb\"}}", wild.url("/"))]
    {
        fs::write(folder.path().join("file.part.json"), note).unwrap();
        assert_eq!(download(client, &wild.url("/"), &path, true), (200, 1000), "{note}");
    }
    for (url, headers, path) in [
        (wild.url("/"), &[][..], folder.path().to_str().unwrap().to_owned()),
        (wild.url("/"), &[], String::new()),
        (wild.url("/"), &["Range: bytes=1-"], path.to_str().unwrap().to_owned()),
        ("nowhere".to_owned(), &[], path.to_str().unwrap().to_owned()),
    ] {
        assert_eq!(transfer_download(client, &url, headers, &path, true), 0, "{url} {path}");
    }
    client_destroy(client);
}

#[test]
fn progress_is_told_while_it_goes_on_and_a_download_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    let go = Arc::new(AtomicBool::new(false));
    let going = go.clone();
    let wild = Wild::new(move |stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 1000\r\n\r\n");
        let _ = stream.write_all(&[7; 400]);
        eventually(LONG, || going.load(Ordering::SeqCst));
        let _ = stream.write_all(&[7; 600]);
    });
    let client = client();
    let name = path.to_str().unwrap();
    let transfer = transfer_download(client, &wild.url("/"), &[], name, true);
    assert!(eventually(LONG, || transfer_received(transfer) == 400));
    assert_eq!((transfer_expected(transfer), transfer_is_done(transfer)), (1000, false));
    let second = transfer_download(client, &wild.url("/"), &[], name, true);
    assert!(transfer_wait(second, LONG_MS) && transfer_take(second) == 0);
    assert!(last_error().contains("under way"), "{}", last_error());
    transfer_free(second);
    transfer_free(transfer);
    go.store(true, Ordering::SeqCst);
    assert_eq!(transfer_received(transfer), -1);
    assert!(!path.exists() && fs::metadata(folder.path().join("file.part")).unwrap().len() == 400);
    // One that is kept in memory tells of itself, too.
    let transfer = transfer_start(client, "GET", &wild.url("/"), &[], b"");
    assert!(transfer_wait(transfer, LONG_MS));
    assert_eq!((transfer_received(transfer), transfer_expected(transfer)), (1000, 1000));
    transfer_free(transfer);
    client_destroy(client);
}

#[test]
fn nginx_sends_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let content = noise(3_000_000);
    fs::write(folder.path().join("content"), &content).unwrap();
    let port = free_port();
    let nginx = Nginx::start(folder, port, &format!("server {{ listen 127.0.0.1:{port}; root @; }}"));
    let url = format!("http://127.0.0.1:{port}/content");
    let client = client();
    let path = nginx.folder().join("down");
    // What came before, as it is left behind.
    let answer = client_fetch_headers(client, &url);
    fs::write(nginx.folder().join("down.part"), &content[..1_000_000]).unwrap();
    let note = serde_json::json!({ "url": url, "validator": answer });
    fs::write(nginx.folder().join("down.part.json"), note.to_string()).unwrap();
    assert_eq!(download(client, &url, &path, true), (206, 3_000_000));
    assert!(fs::read(&path).unwrap() == content);
    assert_eq!(download(client, &url, &path, false), (200, 3_000_000));
    assert_eq!(download(client, &format!("{url}-none"), &path, true).0, 404);
    assert!(fs::read(&path).unwrap() == content);
    client_destroy(client);
}

/// The `ETag` of what is there.
fn client_fetch_headers(client: i64, url: &str) -> String {
    let answer = fetch(client, "HEAD", url, &[], "");
    let tag = fetch_header(answer, "etag");
    fetch_free(answer);
    tag
}
