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
        const auto engine = audio::init_offline(44100, 1);
        const auto source = engine.load_from_samples(std::vector<double>(441, 0.5), 44100, 1);
        engine.play_sound(source);
        double loudest = 0;
        for (double value : engine.render(441)) loudest = std::fmax(loudest, std::fabs(value));
        check(loudest == 0.5, "a sound is heard that nobody keeps the playback of");
        const auto world = rapier2d::world_new(0, -9.81);
        {
            const auto floor = world.body_new_static(0, -1, 0);
            world.collider_new_box(floor, 5, 0.1);
        }
        check(world.body_count() == 1 && world.collider_count() == 1, "a body outlives its name");
        const auto body = world.body_new_dynamic(0, 0, 0);
        world.body_free(body);
        check(world.body_count() == 1, "a body is freed by the call that says so");
        const auto some = regex::create("(?P<a>a)?(b*)");
        check(some.find("") == "" && !regex::create("x").find("b"), "no match is told from an empty one");
        check(!some.captures_name("b", "a") && some.captures_name("a", "a") == "a", "a group that took no part is none");
        const auto groups = some.captures_array("b");
        check(groups.get(0) == "b" && !groups.get(1) && groups.get(2) == "b", "groups are there or not");
    }
    check(native::live_handles() == before, "engine and world free what is theirs");
    if (failures == 0) std::puts("owned: fine");
    return failures;
}
