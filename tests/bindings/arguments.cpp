// What the C++ header refuses: strings that C would cut. Built twice, with exceptions and without.
#include <cstdio>
#include <cstring>
#include <simple_native.hpp>

using namespace simple_native;

static int failures = 0;

static void check(bool condition, const char *what) {
    if (!condition) failures += std::printf("not so: %s\n", what);
}

#ifdef SIMPLE_NATIVE_EXPECTED
template <class Call> static void refused(Call call, const char *what) {
    const auto made = call();
    check(!made && std::strstr(made.why().what(), "NUL") != nullptr, what);
}
#else
template <class Call> static void refused(Call call, const char *what) {
    try {
        static_cast<void>(call());
    } catch (const error &why) {
        check(std::strstr(why.what(), "NUL") != nullptr, what);
        return;
    }
    check(false, what);
}
#endif

template <class T> static T value(T made) { return made; }
template <class T> static T value(result<T> made) { return *std::move(made); }

int main() {
    const std::string cut("a\0b", 3), whole("aab");
    const std::vector<std::string> some{"a", cut};
    const auto pattern = value(regex::Regex::create("a+"));
    refused([&] { return pattern.is_match(cut); }, "a text");
    refused([&] { return pattern.replace("a", cut); }, "a second text");
    refused([&] { return regex::Regex::create(cut); }, "a text of a static member");
    refused([&] { return regex::RegexSet::create(some); }, "one of several texts");
    check(value(pattern.is_match(whole)) == 1, "a string");
    check(value(pattern.is_match("aab")) == 1, "a literal");
    const auto asked = pattern.is_match("zzz"), found = pattern.is_match("zza");
    check(!asked, "a predicate that is false");
    check(found ? true : false, "a predicate that is true");
    check(static_cast<bool>(value(regex::RegexSet::create({"a", "b"}))), "several literals");
#ifdef SIMPLE_NATIVE_EXPECTED
    check(asked.has_value() && !pattern.is_match(cut).has_value(), "whether a predicate failed");
    check(std::strcmp(asked.why().what(), "the call did not fail") == 0, "why nothing failed");
#endif
    if (failures == 0) std::puts("arguments: fine");
    return failures;
}
