//! What requests cost in CPU time, which is steadier than the clock's: of a client beside libcurl, of a server beside
//! nginx, plain hyper and nghttpd.

use crate::{Serving, nginx};
use anyhow::{Context, Result, ensure};
use bench::{median, row};
use rustix::time::{ClockId, clock_gettime};
use simple_native_sys as c;
use std::{
    ffi::CString,
    fs,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Instant,
};

const TURNS: usize = 9;

/// What a client's request costs: CPU seconds, and the median of the seconds that it takes.
type Cost = (f64, f64);

/// CPU seconds of this process.
fn own() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// CPU seconds of the process `id` and of those that it started.
fn of_process(id: u32) -> f64 {
    let tasks = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    tasks
        .map(|task| {
            let read = |name: &str| fs::read_to_string(task.path().join(name)).unwrap_or_default();
            let own = read("schedstat").split(' ').next().and_then(|time| time.parse().ok()).unwrap_or(0.0);
            let children = read("children");
            let children = children.split_whitespace().filter_map(|child| child.parse().ok());
            own / 1e9 + children.map(of_process).sum::<f64>()
        })
        .sum()
}

/// GETs `address` `count` times over one client on each of `threads` threads.
fn gets(client: i64, address: &CString, count: usize, threads: usize) -> Cost {
    let before = own();
    let mut times = thread::scope(|scope| {
        let one = || {
            let get = |_| {
                let start = Instant::now();
                // SAFETY: borrowed for the call.
                let fetch = unsafe {
                    let (none, nothing) = (std::ptr::null(), std::ptr::null());
                    c::rt_http_client_fetch_bytes(
                        client,
                        c"GET".as_ptr(),
                        address.as_ptr(),
                        none,
                        0,
                        nothing,
                        0,
                    )
                };
                assert_eq!(c::rt_http_fetch_status(fetch), 200);
                let body = c::rt_http_fetch_take_body_bytes(fetch);
                // SAFETY: the archive's, freed once.
                unsafe { c::rt_bytes_free(body.data, body.len) };
                c::rt_http_fetch_free(fetch);
                start.elapsed().as_secs_f64()
            };
            (0..count).map(get).collect::<Vec<_>>()
        };
        let all: Vec<_> = (0..threads).map(|_| scope.spawn(one)).collect();
        all.into_iter().flat_map(|thread| thread.join().expect("it ends")).collect::<Vec<_>>()
    });
    ((own() - before) / (count * threads) as f64, median(&mut times))
}

/// Our client beside libcurl's easy handle, which keeps each body in memory too.
pub fn clients() -> Result<()> {
    let folder = tempfile::tempdir()?;
    for (name, size) in [("small", 13), ("1m", 1 << 20), ("16m", 16 << 20)] {
        fs::write(folder.path().join(name), vec![b'x'; size])?;
    }
    let program = folder.path().join("curl_bytes");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("c/curl_bytes.c");
    let built = Command::new("cc")
        .args(["-O2", "-pthread", "-o"])
        .arg(&program)
        .arg(source)
        .arg("-lcurl")
        .status()?;
    ensure!(built.success(), "libcurl4-openssl-dev (`cargo xtask setup`)");
    let server = nginx(folder.path())?;
    let client = c::rt_http_client_create();
    for (what, path, count, threads, aim) in [
        ("GET on a warm connection", "/small", 2000, 1, 1.3),
        ("GET of 1 MiB as bytes", "/1m", 100, 1, 1.2),
        ("GET of 16 MiB as bytes", "/16m", 8, 1, 1.2),
        ("GETs of 64 threads", "/small", 60, 64, 1.1),
    ] {
        let url = server.url(path);
        let address = CString::new(url.as_str())?;
        let mut curl = Command::new(&program)
            .args([&url, &count.to_string(), &threads.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut ask = curl.stdin.take().context("a pipe")?;
        let mut answer = BufReader::new(curl.stdout.take().context("a pipe")?);
        let mut theirs = || -> Result<Cost> {
            let mut line = String::new();
            ask.write_all(b"\n")?;
            answer.read_line(&mut line)?;
            let (cpu, middle) = line.trim().split_once(' ').context("curl_bytes's figures")?;
            Ok((cpu.parse::<f64>()? / (count * threads) as f64, middle.parse()?))
        };
        gets(client, &address, count, threads);
        theirs()?;
        let mut turns = Vec::new();
        for _ in 0..TURNS {
            turns.push((gets(client, &address, count, threads), theirs()?));
        }
        for (kind, of) in [("CPU", (|cost| cost.0) as fn(Cost) -> f64), ("p50", |cost| cost.1)] {
            let mut ours: Vec<_> = turns.iter().map(|turn| of(turn.0)).collect();
            let mut theirs: Vec<_> = turns.iter().map(|turn| of(turn.1)).collect();
            let mut ratios: Vec<_> = ours.iter().zip(&theirs).map(|(a, b)| a / b).collect();
            row(
                &format!("{what}, {kind} / libcurl's"),
                &micro(median(&mut ours)),
                &micro(median(&mut theirs)),
                median(&mut ratios),
                &format!("at most {aim}"),
            );
        }
        drop(ask);
        curl.wait()?;
    }
    c::rt_http_client_destroy(client);
    Ok(())
}

fn micro(seconds: f64) -> String {
    format!("{:.1} us", seconds * 1e6)
}

/// What makes requests for a second, and says how many were answered.
type Load = fn(&str) -> Result<f64>;

fn wrk(url: &str) -> Result<f64> {
    let output = Command::new("wrk").args(["-t1", "-c64", "-d1s", url]).output()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    ensure!(!text.contains("Non-2xx") && !text.contains("Socket errors"), "{text}");
    let line = text.lines().find_map(|line| line.split_once(" requests in")).context("wrk's figure")?;
    Ok(line.0.trim().parse()?)
}

fn h2load(url: &str) -> Result<f64> {
    const COUNT: f64 = 50_000.0;
    let output =
        Command::new("h2load").args(["-t1", "-c8", "-m100", "-n", &COUNT.to_string(), url]).output()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    ensure!(text.contains(&format!("{COUNT} succeeded")), "{text}");
    Ok(COUNT)
}

/// Our server's CPU time beside that of others.
pub fn servers() -> Result<()> {
    let folder = tempfile::tempdir()?;
    for (name, size) in [("small", 13), ("100k", 100 << 10)] {
        fs::write(folder.path().join(name), vec![b'x'; size])?;
    }
    let nginx = nginx(folder.path())?;
    let ours = Serving::of("ours", folder.path())?;
    let hyper = Serving::start("hyper")?;
    let nghttpd = nghttpd(folder.path())?;
    for (what, load, path, peer, theirs, aim) in [
        ("hello by callback, CPU / plain hyper's", wrk as Load, "/call", &hyper, "/", "at most 1.05"),
        ("a static file of 13 bytes, CPU / nginx's", wrk, "/files/small", &nginx, "/small", "at most 1.5"),
        ("a static file of 100 KiB, CPU / nginx's", wrk, "/files/100k", &nginx, "/100k", "at most 1.5"),
        ("HTTP/2, 13 bytes, CPU / nghttpd's", h2load, "/call", &nghttpd, "/small", "at most 1.4"),
    ] {
        let cost = |server: &Serving, path: &str| -> Result<f64> {
            let before = of_process(server.id());
            let answered = load(&server.url(path))?;
            Ok((of_process(server.id()) - before) / answered)
        };
        cost(&ours, path)?;
        cost(peer, theirs)?;
        let (mut a, mut b, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..TURNS {
            let (x, y) = (cost(&ours, path)?, cost(peer, theirs)?);
            a.push(x);
            b.push(y);
            ratios.push(x / y);
        }
        row(what, &micro(median(&mut a)), &micro(median(&mut b)), median(&mut ratios), aim);
    }
    Ok(())
}

/// nghttpd without TLS.
fn nghttpd(folder: &Path) -> Result<Serving> {
    let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let child = Command::new("nghttpd")
        .args(["--no-tls", "--htdocs"])
        .arg(folder)
        .arg(port.to_string())
        .stdout(Stdio::null())
        .spawn()
        .context("nghttp2 (`cargo xtask setup`)")?;
    while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {}
    Ok(Serving { child, port, pid: None })
}
