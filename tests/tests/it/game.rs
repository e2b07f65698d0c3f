//! The small game of `examples/`, in Python and in C++, played by a user's hands on a display without a screen.

use super::bindings::{staged, with_shared};
use rigs::x11::Display;
use std::{
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};
use tests::archive;
use xtask::{
    build::include_folder,
    workspace::{root, run, stdout},
};

const WIDTH: usize = 800;
const HEIGHT: usize = 600;
const ROWS: [[u8; 3]; 5] =
    [[0xe4, 0x57, 0x2e], [0xf3, 0xa7, 0x12], [0xa8, 0xc6, 0x86], [0x66, 0x9b, 0xbc], [0x8e, 0x6c, 0x8a]];
const PAPER: [u8; 3] = [0xf4, 0xef, 0xe6];

struct Player {
    display: Display,
    game: Child,
    window: String,
}

impl Drop for Player {
    fn drop(&mut self) {
        let _ = self.game.kill();
        let _ = self.game.wait();
    }
}

impl Player {
    fn start(game: &mut Command) -> Self {
        let display = Display::start();
        let game = game.envs(display.variables()).stderr(Stdio::piped()).spawn().unwrap();
        let mut player = Self { display, game, window: String::new() };
        let found = player.hands(&["search", "--sync", "--onlyvisible", "--name", "^Bricks$"]);
        found.lines().next().unwrap().clone_into(&mut player.window);
        player.hands(&["windowfocus", "--sync", &player.window]);
        player
    }

    fn hands(&self, words: &[&str]) -> String {
        let mut tool = Command::new("timeout");
        stdout(tool.arg("60").arg("xdotool").args(words).envs(self.display.variables())).unwrap()
    }

    /// Watches the window until `wanted` finds what it looks for in it.
    fn sees<T>(&mut self, what: &str, wanted: impl Fn(&Picture) -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            assert!(self.game.try_wait().unwrap().is_none(), "{what}: the game has ended");
            let mut import = Command::new("import");
            import.args(["-window", &self.window, "-depth", "8", "rgb:-"]).envs(self.display.variables());
            let picture = Picture(run(&mut import).unwrap().stdout);
            assert_eq!(picture.0.len(), WIDTH * HEIGHT * 3);
            if let Some(found) = wanted(&picture) {
                return found;
            }
            assert!(start.elapsed() < Duration::from_secs(60), "{what} is never seen");
            sleep(Duration::from_millis(20));
        }
    }
}

struct Picture(Vec<u8>);

impl Picture {
    fn at(&self, x: usize, y: usize) -> [u8; 3] {
        self.0[(y * WIDTH + x) * 3..][..3].try_into().unwrap()
    }

    /// Number of bricks that are there, by the colours of their middles.
    fn bricks(&self) -> usize {
        let middles = (0..ROWS.len()).flat_map(|row| (0..10).map(move |column| (row, column)));
        middles.filter(|&(row, column)| self.at(74 + 73 * column, 71 + 28 * row) == ROWS[row]).count()
    }

    /// The middle of the paddle.
    fn paddle(&self) -> Option<usize> {
        let mut across = (0..WIDTH).filter(|&x| self.at(x, 568) == PAPER);
        let first = across.next()?;
        Some(usize::midpoint(first, across.next_back()?))
    }
}

#[test]
fn the_game_in_python_is_played() {
    let mut python = Command::new("python3");
    python.arg(root().join("examples/game.py")).env("PYTHONPATH", staged().join("python"));
    python.env("SIMPLE_NATIVE_LIBRARY", &archive().shared).env("PYTHONDONTWRITEBYTECODE", "1");
    play(&mut python);
}

#[test]
fn the_game_in_cplusplus_is_played() {
    let work = tempfile::tempdir().unwrap();
    let built = work.path().join("bricks");
    let mut cc = Command::new("c++");
    cc.args(["-std=c++17", "-Wall", "-Wextra", "-Werror", "-I"]).arg(include_folder());
    cc.arg("-I").arg(staged().join("cpp")).arg(root().join("examples/game.cpp")).arg("-o").arg(&built);
    run(with_shared(&mut cc, work.path())).unwrap();
    play(&mut Command::new(&built));
}

fn play(game: &mut Command) {
    let mut player = Player::start(game);
    player.sees("the wall", |picture| (picture.bricks() == 50).then_some(()));
    let middle = player.sees("the paddle", Picture::paddle);
    assert!(middle.abs_diff(400) <= 1, "{middle}");
    // Words stand where the ball waits.
    let words = player.sees("the words", |picture| {
        let ink = (300..500).flat_map(|x| (295..335).map(move |y| (x, y)));
        Some(ink.filter(|&(x, y)| picture.at(x, y) == PAPER).count()).filter(|&count| count > 0)
    });
    assert!((500..5000).contains(&words), "{words} pixels of words");
    player.hands(&["keydown", "Right"]);
    player.sees("the paddle on the right", |picture| picture.paddle().filter(|&x| x >= 740));
    player.hands(&["keyup", "Right"]);
    player.hands(&["mousemove", "--window", &player.window, "490", "300"]);
    player.sees("the paddle under the mouse", |picture| picture.paddle().filter(|x| x.abs_diff(490) <= 1));
    player.hands(&["key", "space"]);
    player.sees("a brick that is hit", |picture| (picture.bricks() < 50).then_some(()));
    player.hands(&["key", "Escape"]);
    let status = player.game.wait().unwrap();
    assert!(status.success(), "{status}");
}
