/// \file
/// simple_native for C++17: an owner for each kind of handle, std::string and views for texts and arrays, and a
/// failure that cannot be overlooked. Everything is inline; link what simple_native.h needs and nothing more.
///
/// Generated from the manifest by `cargo xtask abi`; not edited by hand.
///
/// Owners. `lyon::Path` owns a path and frees it; it moves and does not copy. `lyon::PathRef` is the same handle
/// without the ownership: every function takes it, and an owner converts to it by itself. `close()` frees an object now,
/// `detach()` gives the ownership up. What belongs to a world, an engine or an event loop comes as a reference: its
/// parent frees it, or its `close()`. An object whose parent was freed is stale: calls on it fail, freeing it again
/// harms nothing. Classes and methods are called as in the other languages; what makes an object is a static member of
/// its class, or a member of what the object belongs to (`regex::Regex::create`, `world.body_new_dynamic`): `new`, which
/// is C++'s own word, is `create`.
///
/// Failure. By default a call that fails throws `simple_native::error`. With SIMPLE_NATIVE_EXPECTED defined before
/// the include each call that can fail returns `simple_native::result<T>` instead, and -fno-exceptions will do.
/// Files of both ways link into one program.
///
/// Texts are UTF-8. A `std::string` that holds a NUL is refused, for C would read it up to there; a returned text has
/// its whole length.
#ifndef SIMPLE_NATIVE_HPP
#define SIMPLE_NATIVE_HPP

#include "simple_native.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace simple_native {

/// Why a call failed: one sentence that names the argument and the value at fault.
class error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

namespace detail {

inline const error &no_error() {
    static const error none("the call did not fail");
    return none;
}

} // namespace detail

/// What a call returned, or why it failed. As a condition it is whether there is a value, and of a `bool` whether there is
/// one and it is true: `if (pattern.is_match(text))` is asked of the text.
template <class T> class [[nodiscard]] result {
public:
    result(T value) : value_(std::move(value)) {}
    result(error why) : error_(std::move(why)) {}
    explicit operator bool() const noexcept {
        if constexpr (std::is_same_v<T, bool>) return value_.value_or(false);
        return value_.has_value();
    }
    bool has_value() const noexcept { return value_.has_value(); }
    /// The value; there must be one.
    T &operator*() & noexcept { return *value_; }
    const T &operator*() const & noexcept { return *value_; }
    T &&operator*() && noexcept { return std::move(*value_); }
    T *operator->() noexcept { return &*value_; }
    const T *operator->() const noexcept { return &*value_; }
    T value_or(T other) && { return value_ ? std::move(*value_) : std::move(other); }
    /// Why the call failed.
    const error &why() const { return error_ ? *error_ : detail::no_error(); }

private:
    std::optional<T> value_;
    std::optional<error> error_;
};

/// The same for a call that returns nothing.
template <> class [[nodiscard]] result<void> {
public:
    result() = default;
    result(error why) : error_(std::move(why)) {}
    explicit operator bool() const noexcept { return !error_; }
    bool has_value() const noexcept { return !error_; }
    const error &why() const { return error_ ? *error_ : detail::no_error(); }

private:
    std::optional<error> error_;
};

/// A text parameter: anything with a NUL at its end.
class zstring_view {
public:
    zstring_view(const char *text) noexcept : text_(text) {}
    zstring_view(const std::string &text) noexcept
        : text_(text.c_str()), whole_(text.find('\0') == std::string::npos) {}
    const char *c_str() const noexcept { return text_; }
    /// False for a string that C would cut.
    bool whole() const noexcept { return whole_; }

private:
    const char *text_;
    bool whole_ = true;
};

/// An array parameter: anything with data() and size(), or a pointer and a count.
template <class T> class view {
public:
    view() noexcept = default;
    view(T *data, std::size_t size) noexcept : data_(data), size_(size) {}
    template <class C, class = decltype(std::declval<C &>().data() + std::declval<C &>().size())>
    view(C &&items) noexcept : data_(items.data()), size_(items.size()) {}
    T *data() const noexcept { return data_; }
    int64_t size() const noexcept { return static_cast<int64_t>(size_); }

private:
    T *data_ = nullptr;
    std::size_t size_ = 0;
};

/// A parameter of several texts: a list in braces, or any container of strings.
class texts_view {
public:
    texts_view(std::initializer_list<const char *> texts) : texts_(texts) {}
    template <class C, class = decltype(std::begin(std::declval<const C &>())->c_str())> texts_view(const C &texts) {
        for (const auto &text : texts) {
            texts_.push_back(text.c_str());
            whole_ = whole_ && whole(text);
        }
    }
    const char *const *data() const noexcept { return texts_.data(); }
    int64_t size() const noexcept { return static_cast<int64_t>(texts_.size()); }
    /// False where C would cut one.
    bool whole() const noexcept { return whole_; }

private:
    static bool whole(const std::string &text) noexcept { return zstring_view(text).whole(); }
    template <class T> static bool whole(const T &) noexcept { return true; }

    std::vector<const char *> texts_;
    bool whole_ = true;
};

/// A parameter of several objects of one class: a list in braces, or any container of objects, of references or of handles.
template <class Ref> class refs_view {
public:
    refs_view(std::initializer_list<Ref> refs) {
        for (const Ref &ref : refs) handles_.push_back(ref.handle());
    }
    template <class C, class Item = decltype(*std::begin(std::declval<const C &>())),
              class = std::enable_if_t<std::is_convertible_v<Item, const Ref &> || std::is_same_v<std::decay_t<Item>, int64_t>>>
    refs_view(const C &items) {
        for (const auto &item : items) handles_.push_back(handle(item));
    }
    const int64_t *data() const noexcept { return handles_.data(); }
    int64_t size() const noexcept { return static_cast<int64_t>(handles_.size()); }

private:
    static int64_t handle(const Ref &ref) noexcept { return ref.handle(); }
    static int64_t handle(int64_t handle) noexcept { return handle; }

    std::vector<int64_t> handles_;
};

namespace detail {

inline std::string take(char *text) {
    std::string copy(text, static_cast<std::size_t>(rt_text_len(text)));
    rt_text_free(text);
    return copy;
}

/// A text that can be nothing.
inline std::optional<std::string> take_optional(char *text) {
    if (rt_text_is_none(text)) return std::nullopt;
    return take(text);
}

/// While it lives, calls leave no word of themselves: what was freed already is no failure of another call.
class quiet {
public:
    quiet() noexcept : before_(rt_native_set_quiet(true)) {}
    ~quiet() { rt_native_set_quiet(before_); }
    quiet(const quiet &) = delete;
    quiet &operator=(const quiet &) = delete;

private:
    bool before_;
};

template <auto Free> struct free_by {
    void operator()(int64_t handle) const noexcept {
        const quiet quiet;
        static_cast<void>(Free(handle));
    }
};

/// The program's functions that the archive calls: each has a number, which is all that the archive knows of it, and is
/// kept by what it was registered as. They live until the process ends: its threads may call until then.
class functions {
public:
    using function = std::function<int64_t(int64_t)>;

    class number {
    public:
        explicit number(std::uintptr_t value) noexcept : value_(value) {}
        void *pointer() const noexcept { return reinterpret_cast<void *>(value_); }
        std::uintptr_t value() const noexcept { return value_; }

    private:
        std::uintptr_t value_;
    };

    static number keep(function one) {
        auto kept = std::make_shared<const function>(std::move(one));
        auto &all = functions::all();
        const std::lock_guard<std::mutex> lock(all.mutex_);
        all.kept_.emplace(++all.last_, std::move(kept));
        return number(all.last_);
    }

    static void forget(number one) {
        auto &all = functions::all();
        const std::lock_guard<std::mutex> lock(all.mutex_);
        all.kept_.erase(one.value());
    }

    /// Those that are registered so.
    static std::vector<number> of(const char *by, const char *name) {
        auto &all = functions::all();
        const std::lock_guard<std::mutex> lock(all.mutex_);
        const auto found = all.names_.find({by, name});
        return found == all.names_.end() ? std::vector<number>() : found->second;
    }

    /// `one` is registered now, and those that were there `before` it began are not called any more.
    static void took_place(const char *by, const char *name, number one, const std::vector<number> &before) {
        dropped(by, name, before);
        auto &all = functions::all();
        const std::lock_guard<std::mutex> lock(all.mutex_);
        all.names_[{by, name}].push_back(one);
    }

    static void dropped(const char *by, const char *name, const std::vector<number> &gone) {
        auto &all = functions::all();
        // What a function holds goes without the lock: it may be anything.
        std::vector<std::shared_ptr<const function>> ended;
        const std::lock_guard<std::mutex> lock(all.mutex_);
        auto &now = all.names_[{by, name}];
        std::vector<number> left;
        for (const number one : now) {
            bool is_gone = false;
            for (const number other : gone) is_gone = is_gone || other.value() == one.value();
            if (!is_gone) left.push_back(one);
        }
        now = std::move(left);
        if (now.empty()) all.names_.erase({by, name});
        for (const number one : gone) {
            const auto found = all.kept_.find(one.value());
            if (found == all.kept_.end()) continue;
            ended.push_back(std::move(found->second));
            all.kept_.erase(found);
        }
    }

    /// `one` is called with the object `handle` from now on, until that is freed.
    static void told(int64_t handle, number one) {
        auto &all = functions::all();
        const std::lock_guard<std::mutex> lock(all.mutex_);
        all.told_[handle].push_back(one);
    }

    /// The object is freed: what was called with it is not called any more. This needs no memory.
    static void ended(int64_t handle) noexcept {
        auto &all = functions::all();
        for (bool more = true; more;) {
            // What a function holds goes without the lock: it may be anything.
            decltype(all.kept_)::node_type gone;
            const std::lock_guard<std::mutex> lock(all.mutex_);
            const auto found = all.told_.find(handle);
            more = found != all.told_.end();
            if (!more) continue;
            gone = all.kept_.extract(found->second.back().value());
            found->second.pop_back();
            if (found->second.empty()) all.told_.erase(found);
        }
    }

    static int64_t call(int64_t handle, void *pointer) {
#if defined(__cpp_exceptions)
        try {
            return found_and_called(handle, pointer);
        } catch (...) {
            return 0; // No exception may leave it.
        }
#else
        return found_and_called(handle, pointer);
#endif
    }

private:
    static int64_t found_and_called(int64_t handle, void *pointer) {
        std::shared_ptr<const function> one;
        {
            auto &all = functions::all();
            const std::lock_guard<std::mutex> lock(all.mutex_);
            const auto found = all.kept_.find(reinterpret_cast<std::uintptr_t>(pointer));
            if (found != all.kept_.end()) one = found->second;
        }
        return one ? (*one)(handle) : 0;
    }

    static functions &all() {
        static auto *const all = new functions;
        return *all;
    }

    std::mutex mutex_;
    std::uintptr_t last_ = 0;
    std::map<std::uintptr_t, std::shared_ptr<const function>> kept_;
    std::map<std::pair<std::string, std::string>, std::vector<number>> names_;
    std::map<int64_t, std::vector<number>> told_;
};

/// Frees an object, and the functions that are called with it.
template <auto Free> struct end_by {
    void operator()(int64_t handle) const noexcept {
        free_by<Free>()(handle);
        functions::ended(handle);
    }
};

} // namespace detail

/// A handle without its ownership.
class handle_ref {
public:
    handle_ref() noexcept = default;
    explicit handle_ref(int64_t handle) noexcept : handle_(handle) {}
    /// The handle, for calls through simple_native.h. It stays whose it was.
    int64_t handle() const noexcept { return handle_; }
    /// False for "no object".
    explicit operator bool() const noexcept { return handle_ != 0; }
    /// Whether both stand for one object.
    friend bool operator==(handle_ref a, handle_ref b) noexcept { return a.handle_ == b.handle_; }
    friend bool operator!=(handle_ref a, handle_ref b) noexcept { return a.handle_ != b.handle_; }

protected:
    int64_t handle_ = 0;
};

/// A handle that carries another: its parent's, where its functions take both, or that of what it came from.
class child_ref : public handle_ref {
public:
    child_ref() noexcept = default;
    explicit child_ref(int64_t handle, int64_t parent = 0) noexcept : handle_ref(handle), parent_(parent) {}

protected:
    int64_t parent_ = 0;
};

/// Owns the handle that `Ref` refers to. To drop one that a call returned is to free it at once.
template <class Ref, class Free> class [[nodiscard]] owner : public Ref {
public:
    owner() noexcept = default;
    explicit owner(int64_t handle, Free free = {}) noexcept : Ref(handle), free_(free) {}
    owner(int64_t handle, int64_t parent) noexcept : Ref(handle, parent) {}
    owner(owner &&other) noexcept : Ref(other.detach()), free_(other.free_) {}
    owner &operator=(owner &&other) noexcept {
        if (this != &other) {
            close();
            free_ = other.free_;
            static_cast<Ref &>(*this) = other.detach();
        }
        return *this;
    }
    owner(const owner &) = delete;
    owner &operator=(const owner &) = delete;
    ~owner() { close(); }
    /// Frees the object now.
    void close() noexcept {
        if (this->handle_ != 0) free_(this->handle_);
        this->handle_ = 0;
    }
    /// Gives the ownership up: free it yourself, or let its parent do it.
    Ref detach() noexcept {
        const Ref ref = *this;
        this->handle_ = 0;
        return ref;
    }

private:
    Free free_{};
};

/// An array that a call returned, in the memory that it came in.
template <class C, class T, auto Free> class array {
public:
    array() noexcept = default;
    explicit array(C raw) noexcept : raw_(raw) {}
    array(array &&other) noexcept : raw_(std::exchange(other.raw_, C{})) {}
    array &operator=(array &&other) noexcept {
        std::swap(raw_, other.raw_);
        return *this;
    }
    array(const array &) = delete;
    array &operator=(const array &) = delete;
    ~array() { Free(raw_.data, raw_.len); }
    T *data() const noexcept { return raw_.data; }
    std::size_t size() const noexcept { return static_cast<std::size_t>(raw_.len); }
    bool empty() const noexcept { return raw_.len == 0; }
    T *begin() const noexcept { return raw_.data; }
    T *end() const noexcept { return raw_.len == 0 ? raw_.data : raw_.data + raw_.len; }
    T &operator[](std::size_t i) const noexcept { return raw_.data[i]; }

private:
    C raw_{};
};

using Doubles = array<RtF64Array, double, &rt_f64_array_free>;
using Integers = array<RtI64Array, int64_t, &rt_i64_array_free>;
using Bytes = array<RtBytes, uint8_t, &rt_bytes_free>;

/// Texts that a call returned. Each is a `const char *` with a NUL at its end; `view(i)` knows its length, and
/// `is_none(i)` whether it stands for "nothing there" and is empty for that.
class Texts : public array<RtTextArray, char *, &rt_text_array_free> {
public:
    using array::array;
    std::string_view view(std::size_t i) const noexcept {
        return {data()[i], static_cast<std::size_t>(rt_text_len(data()[i]))};
    }
    bool is_none(std::size_t i) const noexcept { return rt_text_is_none(data()[i]); }
    /// The text, nothing where it stands for that.
    std::optional<std::string_view> get(std::size_t i) const noexcept {
        if (is_none(i)) return std::nullopt;
        return view(i);
    }
};

namespace detail {

/// The objects that the handles of a returned array stand for, with what they know beside their own handle.
template <class Class, class... Known> std::vector<Class> objects(const Integers &handles, Known... known) {
    std::vector<Class> made;
    made.reserve(handles.size());
    for (const int64_t handle : handles) made.emplace_back(handle, known...);
    return made;
}

} // namespace detail

#ifdef SIMPLE_NATIVE_EXPECTED
inline namespace expected {
template <class T> using outcome = result<T>;
namespace call {
template <class T> outcome<T> fail(const std::string &why) { return error(why); }
} // namespace call
#else
inline namespace throwing {
template <class T> using outcome = T;
namespace call {
template <class T> [[noreturn]] T fail(const std::string &why) { throw error(why); }
} // namespace call
#endif

namespace call {

/// A returned value that may mean failure: the archive tells whether it does.
template <class T> outcome<T> checked(T value, bool suspect, char *(*why)()) {
    if (suspect && rt_native_last_call_failed()) return fail<T>(detail::take(why()));
    return outcome<T>(std::move(value));
}

inline outcome<void> checked(char *(*why)()) {
    if (rt_native_last_call_failed()) return fail<void>(detail::take(why()));
    return outcome<void>();
}

} // namespace call
