from simple_native import Error, rapier2d, regex

with regex.Regex.new(r"\d{4}-\d{2}") as date:
    print("found", date.find("made in 2026-11"))
    print("found", date.find("made long ago"))

try:
    regex.Regex.new("(")
except Error as error:
    print("refused:", str(error).splitlines()[-1])

with rapier2d.World.new(0, -9.81) as world:
    ball = world.body_new_dynamic(0, 10, 0)
    world.collider_new_circle(ball, 0.5)
    for _ in range(60):
        world.step(1 / 60)
    print(f"after a second the ball is at {ball.get_position().y:.1f}")

# Prints:
# found 2026-11
# found None
# refused: error: unclosed group
# after a second the ball is at 5.1
