//! The server for chats of `examples/`, asked by OpenAI's own client.

use super::bindings::staged;
use serde_json::Value;
use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};
use tests::archive;
use xtask::{
    python,
    workspace::{root, stdout},
};

/// The version is fixed so that the test never changes by itself.
const PACKAGES: &[&str] = &["openai==3.57.0"];

struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn openais_client_talks_with_the_example() {
    let folder = tempfile::tempdir().unwrap();
    let template = folder.path().join("template.jinja");
    std::fs::write(&template, "{% for message in messages %}{{ message.content }}{% endfor %}").unwrap();
    let mut python = Command::new("python3");
    python.arg(root().join("examples/chat_server.py")).arg(root().join("cuda/model/parrot.gguf"));
    python.args(["--port", "0", "--template"]).arg(template).env("PYTHONPATH", staged().join("python"));
    python.env("SIMPLE_NATIVE_LIBRARY", &archive().shared).env("PYTHONDONTWRITEBYTECODE", "1");
    let mut server = Server(python.stdout(Stdio::piped()).spawn().unwrap());
    let mut address = String::new();
    BufReader::new(server.0.stdout.take().unwrap()).read_line(&mut address).unwrap();

    let environment = python::environment("openai-client", PACKAGES).unwrap();
    let mut client = python::script(&environment, &root().join("tests/python/chat_client.py"));
    client.arg(address.trim()).env_remove("http_proxy").env_remove("HTTP_PROXY").env("NO_PROXY", "127.0.0.1");
    let heard: Value = serde_json::from_str(&stdout(&mut client).unwrap()).unwrap();
    let said = heard["said"].as_str().unwrap();
    assert!(said.starts_with(" and its light fell"), "{heard}");
    assert_eq!((heard["finish"].as_str(), heard["made"].as_i64()), (Some("length"), Some(12)));
    let logprobs = heard["logprobs"].as_array().unwrap();
    assert!(logprobs.len() == 12 && logprobs.iter().all(|one| one.as_f64().unwrap() <= 0.0), "{heard}");
    // The role, twelve pieces or fewer, the end, the usage.
    let streamed = heard["streamed"].as_array().unwrap();
    assert_eq!((streamed[0].as_str(), streamed[2].as_str()), (Some(said), Some("length")));
    assert!((4..=15).contains(&streamed[1].as_i64().unwrap()) && streamed[3] == 12, "{heard}");
    assert!(heard["cached"].as_i64().unwrap() >= heard["given"].as_i64().unwrap(), "{heard}");
    assert_eq!(heard["stopped"], " and its ");
    assert!(heard["refused"].as_str().unwrap().contains("`temperature` is 5"), "{heard}");
    assert_eq!(heard["together"], serde_json::json!([said, said, said, said]));
    let lengths = heard["lengths"].as_array().unwrap();
    assert!(
        lengths.len() == 2 && lengths.iter().all(|one| (one.as_f64().unwrap() - 1.0).abs() < 1e-6),
        "{heard}"
    );
    // A schema shapes one answer, and none after it.
    let shaped: Value = serde_json::from_str(heard["shaped"][0].as_str().unwrap()).unwrap();
    assert!(["on", "off"].contains(&shaped["light"].as_str().unwrap()), "{heard}");
    assert!((1..=9).contains(&shaped["turns"].as_i64().unwrap()), "{heard}");
    assert_eq!((&heard["shaped"][1], heard["plain"].as_str()), (&Value::from("stop"), Some(said)));
    assert_eq!(heard["models"].as_array().unwrap().len(), 1);
}
