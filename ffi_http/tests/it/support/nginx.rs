//! nginx, in a folder of its own.

use std::{
    fs,
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};
use tempfile::TempDir;

/// A running nginx, ended when dropped.
pub struct Nginx {
    child: Child,
    folder: TempDir,
}

impl Nginx {
    /// One with these `server` blocks, in which `@` is its folder. Waits until `port` answers.
    pub fn start(folder: TempDir, port: u16, servers: &str) -> Self {
        let config = format!(
            "daemon off; worker_processes 1; pid @/nginx.pid; error_log @/error.log; user root;\n\
             events {{ worker_connections 512; }}\n\
             http {{ access_log off; include /etc/nginx/mime.types; client_body_temp_path @/body;\n\
             proxy_temp_path @/proxy; fastcgi_temp_path @/fastcgi; uwsgi_temp_path @/uwsgi; scgi_temp_path @/scgi;\n\
             client_max_body_size 1g; dav_methods PUT;\n{servers}\n}}\n"
        );
        let config = config.replace('@', &folder.path().display().to_string());
        let path = folder.path().join("nginx.conf");
        fs::write(&path, config).expect("nginx.conf");
        let child = Command::new("nginx")
            .arg("-p")
            .arg(folder.path())
            .arg("-c")
            .arg(&path)
            .stderr(Stdio::null())
            .spawn()
            .expect("nginx (`cargo xtask setup`)");
        let up =
            super::eventually(Duration::from_secs(10), || TcpStream::connect(("127.0.0.1", port)).is_ok());
        let log = fs::read_to_string(folder.path().join("error.log")).unwrap_or_default();
        assert!(up, "nginx does not answer: {log}");
        Self { child, folder }
    }

    /// The server's folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // The master ends its workers on SIGTERM; a kill would leave them.
        let pid: PathBuf = self.folder.path().join("nginx.pid");
        if let Ok(pid) = fs::read_to_string(pid) {
            let _ = Command::new("kill").arg(pid.trim()).status();
        }
        let _ = self.child.wait();
    }
}

/// Runs a program that has to succeed, and returns what it printed.
pub fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{program}: {error} (`cargo xtask setup`)"));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {}\n{errors}", output.status);
    String::from_utf8_lossy(&output.stdout).into_owned()
}
