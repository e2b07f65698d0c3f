#include "simple_native.hpp"

#include <cstdio>
#include <iostream>

using namespace simple_native;

int main() {
    auto date = regex::Regex::create("\\d{4}-\\d{2}");
    std::cout << "found " << date.find("made in 2026-11").value_or("nothing") << '\n';
    std::cout << "found " << date.find("made long ago").value_or("nothing") << '\n';

    try {
        auto broken = regex::Regex::create("(");
    } catch (const error &why) {
        const std::string text = why.what();
        std::cout << "refused: " << text.substr(text.rfind('\n') + 1) << '\n';
    }

    auto world = rapier2d::World::create(0, -9.81);
    auto ball = world.body_new_dynamic(0, 10, 0);
    world.collider_new_circle(ball, 0.5);
    for (int i = 0; i < 60; i++) world.step(1.0 / 60);
    std::printf("after a second the ball is at %.1f\n", ball.get_position().y);
}

// Prints:
// found 2026-11
// found nothing
// refused: error: unclosed group
// after a second the ball is at 5.1
