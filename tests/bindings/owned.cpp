// What belongs to an engine or a world stays without a name for it, as in every other language; what is the caller's
// alone is freed with its name. Copies of owners do not compile.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <future>
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

/// Whether both hold the same objects, in any order.
template <class Ref> static bool same(std::vector<Ref> some, std::vector<Ref> others) {
    for (const auto &one : some) {
        if (std::find(others.begin(), others.end(), one) == others.end()) return false;
    }
    return some.size() == others.size();
}

/// What is called with a subscription is kept until that ends.
static void told(const std::string &url) {
    auto held = std::make_shared<std::promise<std::string>>();
    const std::weak_ptr<std::promise<std::string>> kept = held;
    auto seen = held->get_future();
    {
        const auto subscription = module::EventSubscription::subscribe({"http"});
        check(subscription.notify([held = std::move(held)](module::EventSubscriptionRef one) {
            for (auto event = one.next(0); event; event = one.next(0)) {
                if (event->find("\"request\"") != std::string::npos) held->set_value(*event);
            }
        }), "a function is told of events");
        check(http::get(url).status == 200 && seen.get().find("/hello/you") != std::string::npos, "it gets the subscription");
        check(!kept.expired(), "it is kept for as long as that");
    }
    check(kept.expired(), "and no longer");
}

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
        told(url);
        // A handler that throws is a failure of the server's; the one before it is kept no longer.
        check(http::register_handler("answer", [](http::HttpRequestRef) -> http::HttpResponse { throw 1; }), "again");
        check(seen.expired() && http::get(url).status == 500, "an exception stays inside");
        server.stop();
        check(http::unregister_handler("answer"), "a handler is taken away");
    }
    {
        const auto world = rapier2d::World::create(0, 0);
        const auto left = world.body_new_dynamic(0, 0, 0), right = world.body_new_dynamic(1, 0, 0);
        const auto first = world.collider_new_circle(left, 1), second = world.collider_new_circle(right, 1);
        const auto joint = world.joint_fixed(left, right);
        check(same(world.get_bodies(), {left, right}) && same(left.get_colliders(), {first}), "handles of an array are objects");
        check(same(world.get_colliders(), {first, second}) && same(world.get_joints(), {joint}), "of every array");
        check(world.step(1.0 / 60), "a step");
        const auto hit = world.cast_ray(-10, 0, 1, 0, 100);
        check(hit.hit && hit.collider == first && hit.collider.get_body() == left, "a handle of a struct is an object");
        check(world.cast_ray_filtered(-10, 0, 1, 0, 100, 0xFFFF, 0xFFFF, false, {}).collider.get_body() == left, "of every struct");
        check(world.cast_circle(-10, 0, 0.1, 1, 0, 100, 0xFFFF, 0xFFFF, false, {}).collider.get_body() == left, "of a circle");
        check(world.query_nearest(-10, 0, 100).collider.get_body() == left, "of the nearest");
        check(!world.cast_ray(-10, 0, -1, 0, 100).collider, "no object is false");
        check(same(world.query_point(-0.5, 0), {first}) && same(world.query_circle(-0.9, 0, 0.05), {first}), "of a query");
        check(same(world.query_box(-0.9, 0, 0.05, 0.05, 0), {first}) && world.query_point(9, 9).empty(), "of a box");
        auto contacts = world.get_contacts();
        const auto touching = contacts.get(0);
        check(same(contacts.colliders(), {touching.collider1, touching.collider2}), "contacts know their world");
        auto moved = std::move(contacts);
        check(!contacts && same(std::vector{moved.get(0).collider1.get_body(), moved.get(0).collider2.get_body()}, {left, right}), "moved, too");
        contacts = std::move(moved);
        check(contacts.get(0).collider1.get_body() == touching.collider1.get_body(), "and assigned");
        const auto events = world.get_collision_events();
        check(events.get(0).started && same(std::vector{events.get(0).collider1, events.get(0).collider2}, {first, second}), "events, too");
        for (const auto &one : world.get_colliders()) one.close();
        check(world.collider_count() == 0 && world.body_count() == 2, "what an array gives can be freed");
    }
    {
        // Where a function takes handles, a method takes objects, references to them, and handles too.
        const auto canvas = lyon::Canvas::create(3, 1);
        const auto square = lyon::Path::rectangle(0, 0, 1, 1);
        const auto dot = lyon::Canvas::create(1, 1);
        const std::vector<double> places{0, 0, 0, 1, 2, 0, 0, 1}, place{1.5, 0.5, 0, 1}, opaque{1};
        const std::vector<int64_t> colors{0xff0000ff, 0x00ff00ff}, handles{square.handle(), square.handle()};
        canvas.draw_many({square, square}, places, colors);
        canvas.draw_many(handles, places, colors);
        canvas.draw_many(std::vector<std::reference_wrapper<const lyon::Path>>{square}, places, colors);
        dot.clear(0x0000ffff);
        canvas.draw_pictures({dot}, place, opaque);
        const auto pixels = canvas.get_pixels();
        const std::vector<uint8_t> all{255, 0, 0, 255, 0, 0, 255, 255, 0, 255, 0, 255};
        check(std::equal(pixels.begin(), pixels.end(), all.begin(), all.end()), "many objects are drawn");
    }
    check(native::live_handles() == before, "engine and world free what is theirs");
    if (failures == 0) std::puts("owned: fine");
    return failures;
}
