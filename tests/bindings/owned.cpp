// What belongs to an engine or a world stays without a name for it, as in every other language; what is the caller's
// alone is freed with its name. Copies of owners do not compile.
#include <cmath>
#include <cstdio>
#include <simple_native.hpp>
#include <type_traits>
#include <vector>

using namespace simple_native;

static int failures = 0;

static void check(bool condition, const char *what) {
    if (!condition) failures += std::printf("not so: %s\n", what);
}

static_assert(!std::is_copy_constructible_v<regex::Regex> && !std::is_copy_assignable_v<regex::Regex>);
static_assert(!std::is_convertible_v<regex::RegexRef, regex::Regex>, "a reference does not become an owner");

int main() {
    const int64_t before = native::live_handles();
    {
        const auto engine = audio::AudioEngine::init_offline(44100, 1);
        const auto source = engine.load_from_samples(std::vector<double>(441, 0.5), 44100, 1);
        engine.play_sound(source);
        double loudest = 0;
        for (double value : engine.render(441)) loudest = std::fmax(loudest, std::fabs(value));
        check(loudest == 0.5, "a sound is heard that nobody keeps the playback of");
        const auto world = rapier2d::World::create(0, -9.81);
        {
            const auto floor = world.body_new_static(0, -1, 0);
            world.collider_new_box(floor, 5, 0.1);
        }
        check(world.body_count() == 1 && world.collider_count() == 1, "a body outlives its name");
        const auto body = world.body_new_dynamic(0, 0, 0);
        check(world.collider_new_circle(body, 1).get_body() == body, "two names of one body are equal");
        check(body.get_position().y == 0 && body.set_position(1, 2, 0) && body.get_position().y == 2, "a body is an object");
        body.close();
        body.close();
        check(world.body_count() == 1, "a body is freed when it is told to be");
        const auto some = regex::Regex::create("(?P<a>a)?(b*)");
        check(some.find("") == "" && !regex::Regex::create("x").find("b"), "no match is told from an empty one");
        check(!some.captures_name("b", "a") && some.captures_name("a", "a") == "a", "a group that took no part is none");
        const auto groups = some.captures_array("b");
        check(groups.get(0) == "b" && !groups.get(1) && groups.get(2) == "b", "groups are there or not");
    }
    {
        const auto server = http::HttpServer::create(0);
        server.route("GET", "/hello/:name", "answer");
        server.start_background();
        const std::string url = "http://127.0.0.1:" + std::to_string(server.port()) + "/hello/you";
        auto held = std::make_shared<int>(1);
        std::weak_ptr<int> seen = held;
        check(http::register_handler("answer", [held](http::HttpRequestRef request) {
            return http::HttpResponse::create(200, *request.param("name") + (request.header("x-none") ? "!" : "?"));
        }), "a handler is registered");
        held.reset();
        check(http::get(url).body == "you?", "a handler gets a request and gives a response");
        // A handler that throws is a failure of the server's; the one before it is kept no longer.
        check(http::register_handler("answer", [](http::HttpRequestRef) -> http::HttpResponse { throw 1; }), "again");
        check(seen.expired() && http::get(url).status == 500, "an exception stays inside");
        server.stop();
        check(http::unregister_handler("answer"), "a handler is taken away");
    }
    check(native::live_handles() == before, "engine and world free what is theirs");
    if (failures == 0) std::puts("owned: fine");
    return failures;
}
