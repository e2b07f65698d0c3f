// Owners, strings and views: nothing is freed by hand.
#include <simple_native.hpp>
#include <array>
#include <iostream>

namespace sn = simple_native;

int main() {
    sn::regex::Regex word = sn::regex::Regex::create("\\w+");
    for (const char *found : word.find_all_array("one two")) std::cout << found << '\n';

    const std::array<double, 8> corners{0, 0, 2, 0, 2, 2, 0, 2};
    sn::lyon::Path square = sn::lyon::Path::polygon(corners, 4);
    sn::lyon::Path moved = std::move(square); // `square` owns nothing now
    std::cout << moved.get_bounds().max_x << '\n';

    try {
        static_cast<void>(sn::regex::Regex::create("("));
    } catch (const sn::error &why) {
        std::cout << "refused\n";
    }
    word.close();
    moved.close();
    std::cout << sn::native::live_handles() << " objects are left\n";
}

// Prints:
// one
// two
// 2
// refused
// 0 objects are left
