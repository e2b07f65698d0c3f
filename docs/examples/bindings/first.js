const { NativeError, rapier2d, regex } = require("simple_native");

const date = regex.Regex.new("\\d{4}-\\d{2}");
console.log("found", date.find("made in 2026-11"));
console.log("found", date.find("made long ago"));
date.close();

try {
  regex.Regex.new("(");
} catch (error) {
  if (!(error instanceof NativeError)) throw error;
  console.log("refused:", error.message.split("\n").at(-1));
}

const world = rapier2d.World.new(0, -9.81);
const ball = world.bodyNewDynamic(0, 10, 0);
world.colliderNewCircle(ball, 0.5);
for (let i = 0; i < 60; i++) world.step(1 / 60);
console.log(`after a second the ball is at ${ball.getPosition().y.toFixed(1)}`);
world.close();

// Prints:
// found 2026-11
// found undefined
// refused: error: unclosed group
// after a second the ball is at 5.1
