//! HTTP: our server beside plain hyper and nginx under one load tool, our client beside reqwest, libcurl and
//! curl.
#![allow(unsafe_code)]

mod cost;

use anyhow::{Context, Result, ensure};
use bench::{compare, median, row, seconds, table};
use http_body_util::Full;
use hyper::{Request, Response, body::Bytes, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use std::{
    convert::Infallible,
    ffi::{CString, c_void},
    fs,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
};
use tokio::net::TcpListener;

// Links the exported functions into this program.
use simple_native as _;
use simple_native_sys as c;

fn main() -> Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("ours") => ours(),
        Some("hyper") => plain_hyper(),
        Some("cost") => {
            table();
            cost::clients()?;
            cost::servers()
        }
        _ => {
            table();
            servers()?;
            clients()?;
            transfers()?;
            cost::clients()?;
            cost::servers()
        }
    }
}

extern "C-unwind" fn hello(_: i64, _: *mut c_void) -> i64 {
    // SAFETY: borrowed for the call.
    unsafe { c::rt_http_response_create(200, c"hello".as_ptr()) }
}

/// Our server: `/call` by callback, `/pull` by pull, `/up` for uploads, `/files` for those of a folder where one is
/// named. Prints its port.
fn ours() -> Result<()> {
    let server = c::rt_http_server_create(0);
    // SAFETY: borrowed for the call.
    unsafe { c::rt_http_register_handler(c"hello".as_ptr(), Some(hello), std::ptr::null_mut()) };
    c::rt_http_server_set_body_limit(server, 1 << 30);
    // SAFETY: borrowed for the call.
    unsafe { c::rt_http_server_route(server, c"GET".as_ptr(), c"/call".as_ptr(), c"hello".as_ptr()) };
    // SAFETY: borrowed for the call.
    unsafe { c::rt_http_server_route(server, c"GET".as_ptr(), c"/pull".as_ptr(), c"pulled".as_ptr()) };
    // SAFETY: borrowed for the call.
    unsafe { c::rt_http_server_route(server, c"POST".as_ptr(), c"/up".as_ptr(), c"hello".as_ptr()) };
    if let Some(folder) = std::env::args().nth(2) {
        let folder = CString::new(folder)?;
        // SAFETY: borrowed for the call.
        unsafe { c::rt_http_server_static(server, c"/files".as_ptr(), folder.as_ptr()) };
    }
    ensure!(c::rt_http_server_start_background(server), "the server does not start");
    println!("{}", c::rt_http_server_port(server));
    loop {
        let request = c::rt_http_server_next_request(server, 1000);
        if request > 0 {
            // SAFETY: borrowed for the call.
            c::rt_http_server_respond(request, unsafe { c::rt_http_response_create(200, c"hello".as_ptr()) });
        }
    }
}

/// The hello of hyper's own guide, on tokio's own runtime.
fn plain_hyper() -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        println!("{}", listener.local_addr()?.port());
        loop {
            let (stream, _) = listener.accept().await?;
            stream.set_nodelay(true)?;
            tokio::spawn(async move {
                let service = service_fn(|_: Request<Incoming>| async {
                    let mut response = Response::new(Full::new(Bytes::from_static(b"hello")));
                    let kind = hyper::header::HeaderValue::from_static("text/plain; charset=utf-8");
                    response.headers_mut().insert(hyper::header::CONTENT_TYPE, kind);
                    Ok::<_, Infallible>(response)
                });
                let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
            });
        }
    })
}

/// A server in a process of its own, ended when dropped.
struct Serving {
    child: Child,
    port: u16,
    /// The file with the process's id, where the process ends those that it started when it is asked to, and not when
    /// it is killed.
    pid: Option<PathBuf>,
}

impl Serving {
    fn start(which: &str) -> Result<Self> {
        Self::begin(Command::new(std::env::current_exe()?).arg(which))
    }

    /// One that serves `folder` too.
    fn of(which: &str, folder: &Path) -> Result<Self> {
        Self::begin(Command::new(std::env::current_exe()?).arg(which).arg(folder))
    }

    fn begin(command: &mut Command) -> Result<Self> {
        let mut child = command.stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().context("a pipe")?).read_line(&mut line)?;
        Ok(Self { child, port: line.trim().parse()?, pid: None })
    }

    fn id(&self) -> u32 {
        self.child.id()
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        match self.pid.as_ref().and_then(|path| fs::read_to_string(path).ok()) {
            Some(pid) => drop(Command::new("kill").arg(pid.trim()).status()),
            None => drop(self.child.kill()),
        }
        let _ = self.child.wait();
    }
}

/// nginx with as many workers as there are cores.
fn nginx(folder: &Path) -> Result<Serving> {
    let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let name = folder.display();
    let config = format!(
        "daemon off; master_process on; worker_processes auto; pid {name}/pid; error_log /dev/null; user root;\n\
         events {{ worker_connections 512; }} http {{ access_log off; keepalive_requests 100000000; sendfile on;\n\
         client_body_temp_path {name}/b; proxy_temp_path {name}/p; fastcgi_temp_path {name}/f;\n\
         uwsgi_temp_path {name}/u; scgi_temp_path {name}/s; default_type text/plain;\n\
         server {{ listen 127.0.0.1:{port}; root {name}; location = /hello {{ return 200 hello; }} }} }}"
    );
    let path = folder.join("nginx.conf");
    fs::write(&path, config)?;
    let child = Command::new("nginx").arg("-c").arg(&path).spawn().context("nginx (`cargo xtask setup`)")?;
    while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {}
    Ok(Serving { child, port, pid: Some(folder.join("pid")) })
}

/// Requests per second that `wrk` gets answered over 64 connections.
fn load(url: &str) -> Result<f64> {
    let output = Command::new("wrk")
        .args(["-t1", "-c64", "-d1s", url])
        .output()
        .context("wrk (`cargo xtask setup`)")?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    ensure!(!text.contains("Non-2xx") && !text.contains("Socket errors"), "{text}");
    let line = text.lines().find_map(|line| line.strip_prefix("Requests/sec:")).context("wrk's figure")?;
    Ok(line.trim().parse()?)
}

const TURNS: usize = 15;

fn servers() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (ours, hyper, nginx_server) =
        (Serving::start("ours")?, Serving::start("hyper")?, nginx(folder.path())?);
    let urls = [ours.url("/call"), ours.url("/pull"), hyper.url("/"), nginx_server.url("/hello")];
    for url in &urls {
        load(url)?;
    }
    let mut turns: Vec<[f64; 4]> = Vec::new();
    for _ in 0..TURNS {
        let mut turn = [0.0; 4];
        for (figure, url) in turn.iter_mut().zip(&urls) {
            *figure = load(url)?;
        }
        turns.push(turn);
    }
    let figure =
        |i: usize| format!("{:.0}/s", median(&mut turns.iter().map(|turn| turn[i]).collect::<Vec<_>>()));
    let ratio =
        |a: usize, b: usize| median(&mut turns.iter().map(|turn| turn[a] / turn[b]).collect::<Vec<_>>());
    for (what, a, b, aim) in [
        ("hello by callback / plain hyper's (higher is better)", 0, 2, "at least 0.9"),
        ("hello by pull / plain hyper's (higher is better)", 1, 2, "at least 0.7"),
        ("hello by callback / nginx's (higher is better)", 0, 3, ""),
    ] {
        row(what, &figure(a), &figure(b), ratio(a, b), aim);
    }
    Ok(())
}

const GETS: usize = 300;

fn clients() -> Result<()> {
    let hyper = Serving::start("hyper")?;
    let url = hyper.url("/");
    let address = CString::new(url.as_str())?;
    let ours = || {
        for _ in 0..GETS {
            // SAFETY: borrowed for the call.
            let result = unsafe { c::rt_http_get(address.as_ptr()) };
            assert_eq!(result.status, 200);
            // SAFETY: the archive's, freed once.
            unsafe { c::rt_text_free(result.body) };
            // SAFETY: the archive's, freed once.
            unsafe { c::rt_text_free(result.error) };
        }
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let client = reqwest::Client::builder().no_proxy().tls_backend_preconfigured(no_tls()?).build()?;
    let direct = compare(ours, || {
        for _ in 0..GETS {
            let text = runtime.block_on(async { client.get(&url).send().await?.text().await });
            assert_eq!(text.as_deref().ok(), Some("hello"));
        }
    });
    let micro = |seconds: f64| format!("{:.1} us", seconds * 1e6 / GETS as f64);
    row(
        "GET on a warm connection / reqwest's",
        &micro(direct.ours),
        &micro(direct.theirs),
        direct.ratio,
        "at most 1.1",
    );

    let folder = tempfile::tempdir()?;
    let program = folder.path().join("curl_get");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("c/curl_get.c");
    let built = Command::new("cc").args(["-O2", "-o"]).arg(&program).arg(source).arg("-lcurl").status()?;
    ensure!(built.success(), "libcurl4-openssl-dev (`cargo xtask setup`)");
    let mut child = Command::new(program)
        .arg(&url)
        .arg(GETS.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let (mut ask, mut answer) =
        (child.stdin.take().context("a pipe")?, BufReader::new(child.stdout.take().context("a pipe")?));
    let curl = compare(ours, || {
        let mut line = String::new();
        ask.write_all(b"\n").and_then(|()| answer.read_line(&mut line)).expect("curl_get answers");
        assert_eq!(line, "done\n");
    });
    drop(ask);
    child.wait()?;
    row(
        "GET on a warm connection / libcurl's easy handle",
        &micro(curl.ours),
        &micro(curl.theirs),
        curl.ratio,
        "",
    );
    Ok(())
}

/// reqwest wants to be told how to speak TLS even where it is not to.
fn no_tls() -> Result<rustls::ClientConfig> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder =
        rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    Ok(builder.with_root_certificates(rustls::RootCertStore::empty()).with_no_client_auth())
}

const BIG: u64 = 256 << 20;

fn transfers() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = |name: &str| folder.path().join(name).display().to_string();
    fs::write(path("big"), (0..BIG).map(|i| ((i * 31) >> 3) as u8).collect::<Vec<u8>>())?;
    let nginx_server = nginx(folder.path())?;
    let (url, target) = (nginx_server.url("/big"), path("ours"));
    let (address, file) = (CString::new(url.as_str())?, CString::new(target)?);
    let rate = |seconds: f64| format!("{:.0} MB/s", BIG as f64 / seconds / 1e6);
    let turns =
        |ours: &mut dyn FnMut() -> Result<()>, theirs: &mut dyn FnMut() -> Result<()>| -> Result<[f64; 3]> {
            let (mut a, mut b, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
            for _ in 0..TURNS {
                let mut good = Ok(());
                let x = seconds(|| good = ours());
                good?;
                let mut good = Ok(());
                let y = seconds(|| good = theirs());
                good?;
                a.push(x);
                b.push(y);
                ratios.push(x / y);
            }
            Ok([median(&mut a), median(&mut b), median(&mut ratios)])
        };
    let curl = |arguments: &[&str]| -> Result<()> {
        let status = Command::new("curl")
            .args(["--silent", "--fail"])
            .args(arguments)
            .stdout(Stdio::null())
            .status()?;
        ensure!(status.success(), "curl {arguments:?}");
        Ok(())
    };
    let down = turns(
        &mut || {
            // SAFETY: borrowed for the call.
            let saved = unsafe { c::rt_http_download(address.as_ptr(), file.as_ptr()) };
            // SAFETY: the archive's, freed once.
            unsafe { c::rt_text_free(saved.error) };
            ensure!(saved.status == 200 && saved.bytes == BIG as i64, "the download failed");
            Ok(())
        },
        &mut || curl(&["-o", &path("theirs"), &url]),
    )?;
    row("a download of 256 MiB / curl's", &rate(down[0]), &rate(down[1]), down[2], "");
    drop(nginx_server);

    let ours = Serving::start("ours")?;
    let url = ours.url("/up");
    let (address, file) = (CString::new(url.as_str())?, CString::new(path("big"))?);
    let form = format!("file=@{}", path("big"));
    let up = turns(
        &mut || {
            // SAFETY: borrowed for the call.
            let answer = unsafe { c::rt_http_upload(address.as_ptr(), file.as_ptr(), c"file".as_ptr()) };
            // SAFETY: the archive's, freed once.
            unsafe { c::rt_text_free(answer.body) };
            // SAFETY: the archive's, freed once.
            unsafe { c::rt_text_free(answer.error) };
            ensure!(answer.status == 200, "the upload failed");
            Ok(())
        },
        &mut || curl(&["-F", &form, &url]),
    )?;
    row("an upload of 256 MiB as a form / curl's", &rate(up[0]), &rate(up[1]), up[2], "");
    Ok(())
}
