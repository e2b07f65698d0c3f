//! Folders: parts, codings and options, as the bytes that go over the wire.

use crate::support::{Server, api::*, raw};
use std::{
    fs::{self, File},
    time::{Duration, SystemTime},
};

const QUIET: Duration = Duration::from_secs(10);

/// An answer as it came.
struct Got {
    status: u16,
    head: String,
    body: String,
}

impl Got {
    fn field(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (known, value) = line.split_once(": ")?;
            known.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

fn ask(server: &Server, method: &str, path: &str, fields: &[&str]) -> Got {
    let fields: String = fields.iter().map(|field| format!("{field}\r\n")).collect();
    let request = format!("{method} {path} HTTP/1.1\r\nHost: x\r\n{fields}Connection: close\r\n\r\n");
    let text = raw::talk(server.port(), request.as_bytes(), QUIET);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    Got { status: raw::status(&text), head: head.to_owned(), body: body.to_owned() }
}

/// The parts of a multipart answer: the fields of each and its bytes.
fn parts(got: &Got) -> Vec<(String, String)> {
    let kind = got.field("content-type").unwrap_or_default();
    let boundary = kind.strip_prefix("multipart/byteranges; boundary=").unwrap_or_else(|| panic!("{kind}"));
    assert_eq!(got.field("content-length"), Some(got.body.len().to_string().as_str()));
    let body = got.body.strip_suffix(&format!("\r\n--{boundary}--\r\n")).expect("an end");
    let between = format!("\r\n--{boundary}\r\n");
    let mut parts = body.split(&between);
    assert_eq!(parts.next(), Some(""));
    parts
        .map(|part| part.split_once("\r\n\r\n").expect("a part"))
        .map(|(head, bytes)| (head.into(), bytes.into()))
        .collect()
}

#[test]
fn several_ranges_are_several_parts() {
    let folder = tempfile::tempdir().unwrap();
    let bytes: String = (0..2000).map(|i| format!("{i:04}.")).collect();
    fs::write(folder.path().join("f.txt"), &bytes).unwrap();
    let server =
        Server::start(|server| assert!(server_static(server, "/s", folder.path().to_str().unwrap())));
    let whole = ask(&server, "GET", "/s/f.txt", &[]);
    for (range, expected) in [
        ("0-1,5-6", vec![(0, 1), (5, 6)]),
        ("9000-, 0-0 ,-1,20000-", vec![(9000, 9999), (0, 0)]),
        ("-1,0-0", vec![(9999, 9999), (0, 0)]),
        ("100-4999,7000-7000,50-200", vec![(50, 4999), (7000, 7000)]),
    ] {
        let got = ask(&server, "GET", "/s/f.txt", &[&format!("Range: bytes={range}")]);
        assert_eq!(got.status, 206, "{range}: {}", got.head);
        assert_eq!(got.field("content-range"), None, "{range}");
        assert_eq!(got.field("etag"), whole.field("etag"));
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(first, last)| {
                let head = format!(
                    "Content-Type: text/plain; charset=utf-8\r\nContent-Range: bytes {first}-{last}/10000"
                );
                (head, bytes[first..=last].to_owned())
            })
            .collect();
        assert_eq!(parts(&got), expected, "{range}");
    }
    // What touches is one part, and one part is no list of parts.
    let got = ask(&server, "GET", "/s/f.txt", &["Range: bytes=0-4,3-9,10-14"]);
    assert_eq!((got.status, got.field("content-range")), (206, Some("bytes 0-14/10000")));
    assert_eq!(got.body, bytes[..15]);
    let many: Vec<String> = (0..65).map(|i| format!("{}-{}", i * 10, i * 10)).collect();
    let got = ask(&server, "GET", "/s/f.txt", &[&format!("Range: bytes={}", many[..64].join(","))]);
    assert_eq!(parts(&got).len(), 64);
    let got = ask(&server, "GET", "/s/f.txt", &[&format!("Range: bytes={}", many.join(","))]);
    assert_eq!((got.status, got.body.len()), (200, 10_000));
    assert_eq!(ask(&server, "GET", "/s/f.txt", &["Range: bytes=10000-,20000-20001"]).status, 416);
    assert_eq!(ask(&server, "HEAD", "/s/f.txt", &["Range: bytes=0-1,5-6"]).status, 200);
    let stale = ask(&server, "GET", "/s/f.txt", &["Range: bytes=0-1,5-6", "If-Range: \"other\""]);
    assert_eq!(stale.status, 200);
}

#[test]
fn a_precompressed_file_stands_for_another_where_its_coding_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let date = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    // Of one size and one date: their validators differ all the same.
    let files = [
        ("x.txt", "plain bytes"),
        ("x.txt.gz", "gzip--bytes"),
        ("x.txt.br", "brotlibytes"),
        ("y.txt", "only plain"),
    ];
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        File::options().write(true).open(&path).unwrap().set_modified(date).unwrap();
    }
    fs::create_dir(folder.path().join("y.txt.gz")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc/hostname", folder.path().join("y.txt.br")).unwrap();
    let dir = folder.path().to_str().unwrap();
    let server = Server::start(|server| {
        assert!(
            server_static_with_options(server, "/p", dir, r#"{"precompressed": true}"#),
            "{}",
            last_error()
        );
        assert!(server_static(server, "/s", dir));
    });
    let mut tags = Vec::new();
    for (accepted, body, coding) in [
        ("X: none", "plain bytes", None),
        ("Accept-Encoding: gzip", "gzip--bytes", Some("gzip")),
        ("Accept-Encoding: deflate, br, gzip", "brotlibytes", Some("br")),
        ("Accept-Encoding: br;q=0.5, gzip;q=0.9", "gzip--bytes", Some("gzip")),
        ("Accept-Encoding: gzip;q=0, identity", "plain bytes", None),
        ("Accept-Encoding: zstd", "plain bytes", None),
    ] {
        let got = ask(&server, "GET", "/p/x.txt", &[accepted]);
        assert_eq!((got.status, got.body.as_str()), (200, body), "{accepted}");
        assert_eq!(got.field("content-encoding"), coding, "{accepted}");
        assert_eq!(got.field("vary"), Some("accept-encoding"), "{accepted}");
        assert_eq!(got.field("content-type"), Some("text/plain; charset=utf-8"));
        assert_eq!(got.field("last-modified"), Some("Tue, 14 Nov 2023 22:13:20 GMT"));
        let tag = got.field("etag").unwrap().to_owned();
        let head = ask(&server, "HEAD", "/p/x.txt", &[accepted]);
        assert_eq!((head.field("etag"), head.field("content-encoding")), (Some(tag.as_str()), coding));
        // The validator is that of this coding and of no other.
        let known = format!("If-None-Match: {tag}");
        let unchanged = ask(&server, "GET", "/p/x.txt", &[accepted, &known]);
        assert_eq!((unchanged.status, unchanged.field("vary")), (304, Some("accept-encoding")));
        tags.push((coding, tag, known));
    }
    for (coding, tag, known) in &tags {
        assert!(tags.iter().all(|other| (other.0 == *coding) == (other.1 == *tag)), "{tags:?}");
        let other = if coding.is_none() { "Accept-Encoding: gzip" } else { "Accept-Encoding: identity" };
        assert_eq!(ask(&server, "GET", "/p/x.txt", &[other, known]).status, 200);
    }
    let part = ask(&server, "GET", "/p/x.txt", &["Accept-Encoding: gzip", "Range: bytes=0-3"]);
    assert_eq!(
        (part.status, part.field("content-encoding"), part.body.as_str()),
        (206, Some("gzip"), "gzip")
    );
    // No field says that the parts alone have a coding: several are answered with the whole, as a server may.
    let several = ask(&server, "GET", "/p/x.txt", &["Accept-Encoding: gzip", "Range: bytes=0-0,5-6"]);
    assert_eq!(
        (several.status, several.field("content-encoding"), several.body.as_str()),
        (200, Some("gzip"), "gzip--bytes")
    );
    assert_eq!((several.field("content-length"), several.field("content-range")), (Some("11"), None));
    assert_eq!(several.field("content-type"), Some("text/plain; charset=utf-8"));
    let several = ask(&server, "GET", "/p/x.txt", &["Accept-Encoding: identity", "Range: bytes=0-0,5-6"]);
    assert_eq!((several.status, several.field("content-encoding")), (206, None));
    assert!(several.field("content-type").is_some_and(|kind| kind.starts_with("multipart/byteranges")));
    // What is no file stands for none, and nothing does where that was not asked for.
    for (path, body) in [("/p/y.txt", "only plain"), ("/s/x.txt", "plain bytes")] {
        let got = ask(&server, "GET", path, &["Accept-Encoding: gzip, br"]);
        assert_eq!((got.body.as_str(), got.field("content-encoding")), (body, None), "{path}");
        let head = ask(&server, "HEAD", path, &["Accept-Encoding: gzip, br"]);
        assert_eq!(
            (head.field("content-encoding"), head.field("content-length")),
            (None, got.field("content-length"))
        );
        assert_eq!((head.body.as_str(), head.field("etag")), ("", got.field("etag")));
    }
    assert_eq!(ask(&server, "GET", "/s/x.txt.gz", &[]).body, "gzip--bytes");
}

#[test]
fn options_of_a_folder_are_taken() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("x.txt", "fine"), (".dot", "seen")] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let dir = folder.path().to_str().unwrap();
    let options = r#"{"headers": ["Cache-Control: max-age=60", "X-A: 1"], "dotfiles": true}"#;
    let server = Server::start(|server| {
        assert!(server_static_with_options(server, "/o", dir, options), "{}", last_error());
        assert!(server_static_with_options(server, "/s", dir, ""), "{}", last_error());
        for bad in ["{\"dotfile\": true}", "[]", "{\"headers\": [\"ETag: x\"]}"] {
            assert!(!server_static_with_options(server, "/bad", dir, bad), "{bad}");
            assert!(last_error().contains("options_json"), "{}", last_error());
        }
    });
    let got = ask(&server, "GET", "/o/x.txt", &[]);
    let tag = format!("If-None-Match: {}", got.field("etag").unwrap());
    for (fields, status) in [(vec![], 200), (vec![tag.as_str()], 304), (vec!["Range: bytes=0-0,2-2"], 206)] {
        let got = ask(&server, "GET", "/o/x.txt", &fields);
        let own = (got.status, got.field("cache-control"), got.field("x-a"));
        assert_eq!(own, (status, Some("max-age=60"), Some("1")), "{}", got.head);
    }
    for path in ["/o/..%2f..%2fetc/hostname", "/o/../etc/hostname", "/o/%2e%2e/x.txt", "/o/./.dot/.."] {
        assert_eq!(ask(&server, "GET", path, &[]).status, 404, "{path}");
    }
    let got = ask(&server, "GET", "/o/none", &[]);
    assert_eq!((got.status, got.field("x-a")), (404, None));
    assert_eq!(
        (ask(&server, "GET", "/o/.dot", &[]).status, ask(&server, "GET", "/s/.dot", &[]).status),
        (200, 404)
    );
}

#[test]
fn a_compressed_answer_has_no_strong_validator() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("x.txt"), "compressible ".repeat(100)).unwrap();
    let server = Server::start(|server| {
        assert!(server_set_compression(server, true));
        assert!(server_static(server, "/s", folder.path().to_str().unwrap()));
    });
    let plain = ask(&server, "GET", "/s/x.txt", &[]);
    let strong = plain.field("etag").unwrap().to_owned();
    assert!(strong.starts_with('"') && plain.field("content-encoding").is_none());
    let coded = ask(&server, "GET", "/s/x.txt", &["Accept-Encoding: gzip"]);
    assert_eq!(coded.field("content-encoding"), Some("gzip"));
    assert_eq!(coded.field("etag"), Some(format!("W/{strong}").as_str()));
    assert_eq!(coded.field("vary"), Some("accept-encoding"));
    // RFC 9110, 15.4.5: it comes with the fields that the whole would have had.
    for (known, tag) in [(format!("W/{strong}"), format!("W/{strong}")), (strong.clone(), strong.clone())] {
        let known = format!("If-None-Match: \"other\", {known}");
        let got = ask(&server, "GET", "/s/x.txt", &["Accept-Encoding: gzip", &known]);
        assert_eq!((got.status, got.field("vary")), (304, Some("accept-encoding")));
        assert_eq!(got.field("etag"), Some(tag.as_str()));
    }
    // 8.6: and HEAD tells no other length than GET does, which is none for what is compressed on its way.
    for accepted in ["gzip", "identity", "identity;q=0, *;q=0"] {
        let accepted = format!("Accept-Encoding: {accepted}");
        let [got, head] = ["GET", "HEAD"].map(|method| ask(&server, method, "/s/x.txt", &[&accepted]));
        assert_eq!((got.status, head.status, head.body.as_str()), (200, 200, ""), "{accepted}");
        for field in ["content-encoding", "etag", "vary", "content-length", "content-type"] {
            assert_eq!(got.field(field), head.field(field), "{accepted}: {field}");
        }
        assert_eq!(got.field("content-encoding").is_some(), accepted.ends_with("gzip"));
    }
    // Parts are those of the file.
    let got = ask(&server, "GET", "/s/x.txt", &["Accept-Encoding: gzip", "Range: bytes=0-99,500-699"]);
    assert_eq!((got.status, got.field("content-encoding"), parts(&got).len()), (206, None, 2));
    assert_eq!(got.field("vary"), Some("accept-encoding"));
}

/// A file that the kernel has forgotten is read from the disk, by another thread; where it has forgotten the end alone
/// that goes on where the beginning ended.
#[test]
#[cfg(target_os = "linux")]
fn a_file_comes_whole_whether_or_not_it_is_in_memory() {
    use rustix::fs::{Advice, fadvise};
    // Below the build's own folder: what lies in /tmp may be in memory for good.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let bytes: String = (0..600_000).map(|i| format!("{i:06}.")).collect();
    let path = folder.path().join("f.txt");
    fs::write(&path, &bytes).unwrap();
    let file = File::open(&path).unwrap();
    file.sync_all().unwrap();
    let server =
        Server::start(|server| assert!(server_static(server, "/s", folder.path().to_str().unwrap())));
    for kept in [0, 300 << 10, 1 << 20, bytes.len()] {
        fadvise(&file, 0, None, Advice::Random).unwrap();
        fadvise(&file, 0, None, Advice::DontNeed).unwrap();
        let mut beginning = vec![0; kept];
        std::os::unix::fs::FileExt::read_exact_at(&file, &mut beginning, 0).unwrap();
        let got = ask(&server, "GET", "/s/f.txt", &[]);
        assert_eq!(got.field("content-length"), Some(bytes.len().to_string().as_str()));
        assert!(got.body == bytes, "with {kept} bytes kept: {} bytes", got.body.len());
        let part = ask(&server, "GET", "/s/f.txt", &["Range: bytes=1000000-2000000"]);
        assert!(
            part.body == bytes[1_000_000..=2_000_000],
            "with {kept} bytes kept: a part of {}",
            part.body.len()
        );
    }
}
