import simplenative.NativeException;
import simplenative.Rapier2dLibrary.World;
import simplenative.RegexLibrary.Regex;

public final class First {
    public static void main(String[] arguments) {
        try (Regex date = Regex.create("\\d{4}-\\d{2}")) {
            System.out.println("found " + date.find("made in 2026-11"));
            System.out.println("found " + date.find("made long ago"));
        }

        try {
            Regex.create("(");
        } catch (NativeException error) {
            System.out.println("refused: " + error.getMessage().lines().reduce("", (before, line) -> line));
        }

        try (World world = World.create(0, -9.81)) {
            var ball = world.bodyNewDynamic(0, 10, 0);
            world.colliderNewCircle(ball, 0.5);
            for (int i = 0; i < 60; i++) world.step(1.0 / 60);
            System.out.printf("after a second the ball is at %.1f%n", ball.getPosition().y());
        }
    }
}

// Prints:
// found 2026-11
// found null
// refused: error: unclosed group
// after a second the ball is at 5.1
