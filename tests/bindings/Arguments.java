// What Java's binding refuses: texts that C would cut, results that no array can hold. Objects that functions give back,
// and errors that are no other call's.

import java.nio.charset.StandardCharsets;
import simplenative.HttpLibrary;
import simplenative.NativeLibrary;
import simplenative.RegexLibrary;

public final class Arguments {
    static void check(boolean condition) {
        if (!condition) throw new AssertionError();
    }

    static void fails(Class<? extends Throwable> kind, Runnable call) {
        try {
            call.run();
        } catch (Throwable error) {
            if (kind.isInstance(error)) return;
            throw new AssertionError(error);
        }
        throw new AssertionError("no " + kind);
    }

    static long resident() throws Exception {
        try (var file = new java.util.Scanner(new java.io.File("/proc/self/statm"))) {
            file.nextLong();
            return file.nextLong() * 4096;
        }
    }

    public static void main(String[] arguments) throws Exception {
        long before = NativeLibrary.rt_native_live_handles();
        var pattern = RegexLibrary.Regex.create("a+");
        fails(IllegalArgumentException.class, () -> pattern.find("a\0b"));
        fails(IllegalArgumentException.class, () -> pattern.replaceAll("a\0b", "a\0b"));
        fails(IllegalArgumentException.class, () -> RegexLibrary.RegexSet.create(new String[] {"a", "a\0b", "c"}));
        // Java would write a question mark for half of a surrogate pair.
        for (String half : new String[] {"\ud800", "a\udc00", "\udc00\ud800"}) {
            fails(IllegalArgumentException.class, () -> pattern.find(half));
        }
        check(RegexLibrary.rt_regex_find_quick(".", "\ud83e\udd9c").equals("\ud83e\udd9c"));
        byte[] cut = "a\0b".getBytes(StandardCharsets.UTF_8);
        fails(IllegalArgumentException.class, () -> RegexLibrary.rt_regex_is_match(pattern.handle(), cut));
        fails(IllegalArgumentException.class, () -> HttpLibrary.rt_http_register_handler("a\0b", request -> 0));
        check(pattern.find("xaa").equals("aa"));

        // The collector may run before the archive looks at what a function gave back.
        var server = HttpLibrary.HttpServer.create(0);
        server.route("GET", "/", "answer");
        server.startBackground();
        check(HttpLibrary.rt_http_register_handler("answer", request -> {
            long number = HttpLibrary.HttpResponse.create(200, "an object").detach();
            for (int i = 0; i < 5; i++) {
                System.gc();
                Thread.yield();
            }
            return number;
        }));
        String url = "http://127.0.0.1:" + server.port() + "/";
        for (int i = 0; i < 5; i++) check(HttpLibrary.rt_http_get(url).body().equals("an object"));
        server.stop();
        server.close();
        check(HttpLibrary.rt_http_unregister_handler("answer"));

        // What was freed already is no failure of another call; a reason that stood there before stays.
        var document = HttpLibrary.JsonValue.parseJson("{\"a\":\"\"}");
        var response = HttpLibrary.HttpResponse.create(200, "x");
        HttpLibrary.rt_http_response_free(response.handle());
        response.close();
        check(HttpLibrary.rt_http_get_last_error().isEmpty());
        check(document.get("/a").isEmpty());
        HttpLibrary.rt_http_json_free(12345);
        String reason = HttpLibrary.rt_http_get_last_error();
        document.close();
        check(!reason.isEmpty() && HttpLibrary.rt_http_get_last_error().equals(reason));
        HttpLibrary.rt_http_clear_error();

        // A text of 2 GiB is refused and freed.
        byte[] many = "ab".repeat(1024).getBytes(StandardCharsets.UTF_8);
        byte[] lengthy = "c".repeat(1 << 21).getBytes(StandardCharsets.UTF_8);
        long start = resident();
        for (int i = 0; i < 2; i++) {
            fails(OutOfMemoryError.class,
                    () -> RegexLibrary.rt_regex_replace_all_literal(pattern.handle(), many, lengthy));
        }
        check(resident() - start < 1L << 30);
        pattern.close();
        check(NativeLibrary.rt_native_live_handles() == before);
        System.out.println("arguments: fine");
        System.exit(0);
    }
}
