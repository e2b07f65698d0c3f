// Java's classes: objects that own their handles, exceptions, functions that the archive calls.

import simplenative.HttpLibrary;
import simplenative.LyonLibrary;
import simplenative.ModuleLibrary;
import simplenative.NativeException;
import simplenative.NativeLibrary;
import simplenative.Rapier2dLibrary;
import simplenative.RegexLibrary;

public final class Classes {
    static void check(boolean condition) {
        if (!condition) throw new AssertionError();
    }

    static void fails(String part, Runnable call) {
        try {
            call.run();
        } catch (NativeException error) {
            check(error.getMessage().contains(part));
            return;
        }
        throw new AssertionError("no exception");
    }

    static void same(simplenative.NativeObject[] objects, simplenative.NativeObject... others) {
        check(new java.util.HashSet<>(java.util.List.of(objects)).equals(new java.util.HashSet<>(java.util.List.of(others))));
    }

    // A function of Java's gets the subscription that it is told of.
    static void told(String url) throws InterruptedException {
        var seen = new java.util.concurrent.LinkedBlockingQueue<String>();
        try (var subscription = ModuleLibrary.EventSubscription.subscribe(new String[] {"http"})) {
            subscription.notify(one -> {
                for (String event = one.next(0); event != null; event = one.next(0)) seen.add(event);
            });
            check(HttpLibrary.rt_http_get(url).status() == 200);
            check(seen.take().contains("/hello"));
            fails("`function`", () -> subscription.notify(null));
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        long before = NativeLibrary.rt_native_live_handles();
        try (var date = RegexLibrary.Regex.create("(\\d{4})-(\\d{2})")) {
            check(date.find("made in 2026-11").equals("2026-11"));
            check(date.find("never") == null);
            check(!date.isMatch("never") && date.isMatch("2026-11"));
            // An older failure of a function is not a later call's.
            check(RegexLibrary.rt_regex_find_quick("(", "x").isEmpty() && date.find("never") == null);
            // Offsets count chars as Java does.
            String wide = "größe 2026-11 🦜 x";
            try (var either = RegexLibrary.Regex.create("(\\d{4})-(\\d{2})|(x)")) {
                check(java.util.Arrays.equals(either.findAllOffsets(wide), new long[] {6, 13, 17, 18}));
                check(java.util.Arrays.equals(
                        either.capturesOffsets(wide, 14), new long[] {17, 18, -1, -1, -1, -1, 17, 18}));
                check(wide.charAt((int) either.findAt(wide, 14).start()) == 'x');
                check(either.findAt(wide, wide.length()) == null);
                fails("outside", () -> either.findAt(wide, wide.length() + 1));
            }
            fails("`start` is 99", () -> date.findAt("2026-11", 99));
            date.close();
            fails("`handle` is 0", () -> date.find("2026-11"));
        }
        try (var some = RegexLibrary.Regex.create("(?P<a>a)?(b*)");
                var text = RegexLibrary.RegexText.create(new byte[] {99})) {
            check(java.util.Arrays.equals(some.capturesArray("b"), new String[] {"b", null, "b"}));
            check(java.util.Arrays.equals(some.captureNames(), new String[] {null, "a", null}));
            check(some.find("").isEmpty() && some.capturesName("b", "a") == null);
            check(some.capturesName("a", "a").equals("a") && some.findIn(text, 0) != null);
        }
        try (var world = Rapier2dLibrary.World.create(0, -9.81)) {
            var body = world.bodyNewDynamic(0, 10, 0);
            var ball = world.colliderNewCircle(body, 0.5);
            check(ball.getBody().equals(body) && ball.getBody().hashCode() == body.hashCode());
            check(!ball.getBody().equals(world.bodyNewStatic(0, 0, 0)) && !body.equals(null));
            for (int i = 0; i < 10; i++) world.step(1.0 / 60);
            check(body.getPosition().y() < 10);
            check(world.bodyCount() == 2);
        }
        // What arrays and structs stand for are objects, which know their world.
        try (var world = Rapier2dLibrary.World.create(0, 0)) {
            var left = world.bodyNewDynamic(0, 0, 0);
            var right = world.bodyNewDynamic(1, 0, 0);
            var first = world.colliderNewCircle(left, 1);
            var second = world.colliderNewCircle(right, 1);
            same(world.getBodies(), left, right);
            same(world.getColliders(), first, second);
            same(left.getColliders(), first);
            same(world.getJoints());
            var joint = world.jointFixed(left, right);
            same(world.getJoints(), joint);
            world.step(1.0 / 60);
            var hit = world.castRay(-10, 0, 1, 0, 100);
            check(hit.collider().equals(first) && hit.collider().getBody().equals(left));
            check(world.castRayFiltered(-10, 0, 1, 0, 100, 0xFFFF, 0xFFFF, false, null).collider().equals(first));
            check(world.castCircle(-10, 0, 0.1, 1, 0, 100, 0xFFFF, 0xFFFF, false, null).collider().equals(first));
            check(world.queryNearest(-10, 0, 100).collider().equals(first));
            check(world.castRay(-10, 0, -1, 0, 100).collider() == null);
            check(Rapier2dLibrary.rt_rapier2d_world_cast_ray(world.handle(), -10, 0, 1, 0, 100).collider() == first.handle());
            same(world.queryPoint(-0.5, 0), first);
            same(world.queryCircle(-0.9, 0, 0.05), first);
            same(world.queryBox(-0.9, 0, 0.05, 0.05, 0), first);
            try (var contacts = world.getContacts();
                    var events = world.getCollisionEvents()) {
                var touching = contacts.get(0);
                same(contacts.colliders(), touching.collider1(), touching.collider2());
                var begun = events.get(0);
                check(begun.started());
                same(
                        new Rapier2dLibrary.Body[] {begun.collider1().getBody(), begun.collider2().getBody()},
                        left, right);
                fails("`index`", () -> contacts.get(99));
            }
            for (var one : world.getColliders()) one.close();
            check(world.colliderCount() == 0);
            fails("collider", () -> hit.collider().getBody());
        }
        // Where a function takes handles, a method takes objects.
        try (var canvas = LyonLibrary.Canvas.create(3, 1);
                var square = LyonLibrary.Path.rectangle(0, 0, 1, 1);
                var dot = LyonLibrary.Canvas.create(1, 1)) {
            var squares = new LyonLibrary.Path[] {square, square};
            canvas.drawMany(squares, new double[] {0, 0, 0, 1, 2, 0, 0, 1}, new long[] {0xff0000ffL, 0x00ff00ffL});
            dot.clear(0x0000ffffL);
            canvas.drawPictures(new LyonLibrary.Canvas[] {dot}, new double[] {1.5, 0.5, 0, 1}, new double[] {1});
            byte[] all = {-1, 0, 0, -1, 0, 0, -1, -1, 0, -1, 0, -1};
            check(java.util.Arrays.equals(canvas.getPixels(), all));
            squares[1] = null;
            fails("`paths`", () -> canvas.drawMany(squares, new double[] {0, 0, 0, 1}, new long[] {0}));
        }
        // The collector knows of memory that is not its own: 800 MB of pictures, of which nobody holds one.
        for (int i = 0; i < 200; i++) {
            LyonLibrary.Canvas.create(1000, 1000);
            check(NativeLibrary.rt_native_bulk_memory() < 500_000_000);
        }
        long held = NativeLibrary.rt_native_live_handles();
        for (int i = 0; i < 300 && held != before; i++) {
            System.gc();
            Thread.sleep(10);
            held = NativeLibrary.rt_native_live_handles();
        }
        var builder = LyonLibrary.PathBuilder.create();
        builder.begin(0, 0);
        builder.lineTo(3, 4);
        try (var path = builder.build()) {
            check(builder.handle() == 0);
            check(Math.abs(path.length() - 5) < 1e-9);
        }
        try (var server = HttpLibrary.HttpServer.create(0)) {
            check(HttpLibrary.rt_http_register_handler(
                    "answer", request -> HttpLibrary.rt_http_response_create(200, "from Java")));
            server.route("GET", "/hello", "answer");
            server.startBackground();
            String url = "http://127.0.0.1:" + server.port() + "/hello";
            check(HttpLibrary.rt_http_get(url).body().equals("from Java"));
            HttpLibrary.registerHandler("answer", request -> HttpLibrary.HttpResponse.create(200, request.path()));
            check(HttpLibrary.rt_http_get(url).body().equals("/hello"));
            fails("`function`", () -> HttpLibrary.registerHandler("answer", null));
            told(url);
            server.stop();
        }
        check(HttpLibrary.unregisterHandler("answer") && !HttpLibrary.unregisterHandler("answer"));
        check(NativeLibrary.rt_native_live_handles() == before);
        System.out.println("classes: fine");
        System.exit(0);
    }
}
