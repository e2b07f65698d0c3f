//! Messages, shown by the program that a desktop has for that, as SDL shows them.

use crate::constants::MessageKind;
use std::{
    io::ErrorKind,
    process::{Command, Stdio},
};

/// Shows one and waits: 0 for the first button, 1 for the second and for closing it.
pub fn show(kind: MessageKind, title: &str, text: &str, accept: &str, cancel: &str) -> Result<u8, String> {
    for command in [zenity(kind, title, text, accept, cancel), kdialog(kind, title, text, accept, cancel)] {
        if let Some(chosen) = run(command)? {
            return Ok(chosen);
        }
    }
    Err("neither zenity nor kdialog is installed, one of which shows messages".into())
}

fn zenity(kind: MessageKind, title: &str, text: &str, accept: &str, cancel: &str) -> Command {
    let mut command = Command::new("zenity");
    command.arg(match kind {
        _ if !cancel.is_empty() => "--question",
        MessageKind::Information => "--info",
        MessageKind::Warning => "--warning",
        MessageKind::Error => "--error",
    });
    command.args(["--no-markup".to_owned(), format!("--title={title}"), format!("--text={text}")]);
    command.arg(format!("--icon-name=dialog-{}", name(kind)));
    if !accept.is_empty() {
        command.arg(format!("--ok-label={accept}"));
    }
    if !cancel.is_empty() {
        command.arg(format!("--cancel-label={cancel}"));
    }
    command
}

fn kdialog(kind: MessageKind, title: &str, text: &str, accept: &str, cancel: &str) -> Command {
    let mut command = Command::new("kdialog");
    command.args(["--title", title]);
    if cancel.is_empty() {
        command.args(match kind {
            MessageKind::Information => ["--msgbox", text],
            MessageKind::Warning => ["--sorry", text],
            MessageKind::Error => ["--error", text],
        });
        if !accept.is_empty() {
            command.args(["--ok-label", accept]);
        }
    } else {
        let asks = if kind == MessageKind::Information { "--yesno" } else { "--warningyesno" };
        command.args([asks, text, "--yes-label", accept, "--no-label", cancel]);
    }
    command
}

fn name(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::Information => "information",
        MessageKind::Warning => "warning",
        MessageKind::Error => "error",
    }
}

/// Nothing where there is no such program.
fn run(mut command: Command) -> Result<Option<u8>, String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let ended = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let said = match ended {
        Ok(said) => said,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(format!("{program} could not be run: {error}")),
    };
    match said.code() {
        Some(0) => Ok(Some(0)),
        Some(1) => Ok(Some(1)),
        _ => Err(format!("{program} failed: {said}")),
    }
}
