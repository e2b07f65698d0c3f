/// \file
/// simple_native for C++17: an owner for each kind of handle, std::string and views for texts and arrays, and a
/// failure that cannot be overlooked. Everything is inline; link what simple_native.h needs and nothing more.
///
/// Generated from the manifest by `cargo xtask abi`; not edited by hand.
///
/// Owners. `lyon::Path` owns a path and frees it; it moves and does not copy. `lyon::PathRef` is the same handle
/// without the ownership: every function takes it, and an owner converts to it by itself. `detach()` gives the
/// ownership up. An object whose parent was freed is stale: calls on it fail, freeing it again harms nothing.
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
#include <initializer_list>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace simple_native {

/// Why a call failed: one sentence that names the argument and the value at fault.
class error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What a call returned, or why it failed.
template <class T> class [[nodiscard]] result {
public:
    result(T value) : value_(std::move(value)) {}
    result(error why) : error_(std::move(why)) {}
    explicit operator bool() const noexcept { return value_.has_value(); }
    bool has_value() const noexcept { return value_.has_value(); }
    /// The value; there must be one.
    T &operator*() & noexcept { return *value_; }
    const T &operator*() const & noexcept { return *value_; }
    T &&operator*() && noexcept { return std::move(*value_); }
    T *operator->() noexcept { return &*value_; }
    const T *operator->() const noexcept { return &*value_; }
    T value_or(T other) && { return value_ ? std::move(*value_) : std::move(other); }
    /// Why the call failed; there must be no value.
    const error &why() const noexcept { return *error_; }

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
    const error &why() const noexcept { return *error_; }

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

namespace detail {

inline std::string take(char *text) {
    std::string copy(text, static_cast<std::size_t>(rt_text_len(text)));
    rt_text_free(text);
    return copy;
}

/// Frees by a function of the handle alone.
template <auto Free> struct free_alone {
    void operator()(int64_t handle) const noexcept { static_cast<void>(Free(handle)); }
};

/// Frees by a function that wants the parent too.
template <auto Free> struct free_in_parent {
    int64_t parent;
    void operator()(int64_t handle) const noexcept { static_cast<void>(Free(parent, handle)); }
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

protected:
    int64_t handle_ = 0;
};

/// Owns the handle that `Ref` refers to.
template <class Ref, class Free> class owner : public Ref {
public:
    owner() noexcept = default;
    explicit owner(int64_t handle, Free free = {}) noexcept : Ref(handle), free_(free) {}
    owner(owner &&other) noexcept : Ref(other.detach()), free_(other.free_) {}
    owner &operator=(owner &&other) noexcept {
        if (this != &other) {
            reset();
            free_ = other.free_;
            this->handle_ = other.detach().handle();
        }
        return *this;
    }
    owner(const owner &) = delete;
    owner &operator=(const owner &) = delete;
    ~owner() { reset(); }
    /// Frees the object now.
    void reset() noexcept {
        if (this->handle_ != 0) free_(this->handle_);
        this->handle_ = 0;
    }
    /// Gives the ownership up: free it yourself, or let its parent do it.
    Ref detach() noexcept { return Ref(std::exchange(this->handle_, 0)); }

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

/// Texts that a call returned. Each is a `const char *` with a NUL at its end; `view(i)` knows its length.
class Texts : public array<RtTextArray, char *, &rt_text_array_free> {
public:
    using array::array;
    std::string_view view(std::size_t i) const noexcept {
        return {data()[i], static_cast<std::size_t>(rt_text_len(data()[i]))};
    }
};

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

/// A returned value that may mean failure: it does where there is a reason.
template <class T> outcome<T> checked(T value, bool suspect, char *(*why)()) {
    if (suspect) {
        const std::string reason = detail::take(why());
        if (!reason.empty()) return fail<T>(reason);
    }
    return outcome<T>(std::move(value));
}

inline outcome<void> checked(char *(*why)()) {
    const std::string reason = detail::take(why());
    if (!reason.empty()) return fail<void>(reason);
    return outcome<void>();
}

} // namespace call

namespace audio {
class EngineRef;
class Engine;
using EngineFree = detail::free_alone<&rt_audio_shutdown>;
class MixerRef;
class Mixer;
using MixerFree = detail::free_alone<&rt_audio_mixer_free>;
class PlaybackRef;
class Playback;
using PlaybackFree = detail::free_alone<&rt_audio_playback_stop>;
class SourceRef;
class Source;
using SourceFree = detail::free_alone<&rt_audio_source_free>;
}

namespace cuda {
class ContextRef;
class Context;
using ContextFree = detail::free_alone<&rt_cuda_destroy>;
class FunctionRef;
class InferenceRef;
class Inference;
using InferenceFree = detail::free_alone<&rt_cuda_inference_free>;
class ModelRef;
class Model;
using ModelFree = detail::free_alone<&rt_cuda_unload_model>;
class ModuleRef;
class Module;
using ModuleFree = detail::free_alone<&rt_cuda_unload_module>;
class StreamRef;
class Stream;
using StreamFree = detail::free_alone<&rt_cuda_stream_destroy>;
}

namespace gamepad {
class ContextRef;
class Context;
using ContextFree = detail::free_alone<&rt_gamepad_shutdown>;
class EventRef;
class Event;
using EventFree = detail::free_alone<&rt_gamepad_event_free>;
}

namespace http {
class ClientRef;
class Client;
using ClientFree = detail::free_alone<&rt_http_client_destroy>;
class FetchedResponseRef;
class FetchedResponse;
using FetchedResponseFree = detail::free_alone<&rt_http_fetch_free>;
class RequestRef;
class Request;
using RequestFree = detail::free_alone<&rt_http_request_free>;
class ResponseRef;
class Response;
using ResponseFree = detail::free_alone<&rt_http_response_free>;
class ServerRef;
class Server;
using ServerFree = detail::free_alone<&rt_http_server_destroy>;
class StreamRef;
class Stream;
using StreamFree = detail::free_alone<&rt_http_stream_free>;
class JsonValueRef;
class JsonValue;
using JsonValueFree = detail::free_alone<&rt_http_json_free>;
class WebsocketRef;
class Websocket;
using WebsocketFree = detail::free_alone<&rt_ws_close>;
}

namespace lyon {
class AnimationRef;
class Animation;
using AnimationFree = detail::free_alone<&rt_lyon_animation_free>;
class FillTessellationRef;
class FillTessellation;
using FillTessellationFree = detail::free_alone<&rt_lyon_fill_tessellation_free>;
class IndexBufferRef;
class IndexBuffer;
using IndexBufferFree = detail::free_alone<&rt_lyon_index_buffer_free>;
class PathRef;
class Path;
using PathFree = detail::free_alone<&rt_lyon_path_free>;
class PathBuilderRef;
class PathBuilder;
using PathBuilderFree = detail::free_alone<&rt_lyon_path_builder_free>;
class StrokeTessellationRef;
class StrokeTessellation;
using StrokeTessellationFree = detail::free_alone<&rt_lyon_stroke_tessellation_free>;
class TransformRef;
class Transform;
using TransformFree = detail::free_alone<&rt_lyon_transform_free>;
class VertexBufferRef;
class VertexBuffer;
using VertexBufferFree = detail::free_alone<&rt_lyon_vertex_buffer_free>;
}

namespace module {
class EventSubscriptionRef;
class EventSubscription;
using EventSubscriptionFree = detail::free_alone<&rt_events_unsubscribe>;
class ModuleRef;
class Module;
using ModuleFree = detail::free_alone<&rt_module_unload>;
}

namespace rapier2d {
class BodyRef;
class Body;
using BodyFree = detail::free_in_parent<&rt_rapier2d_body_free>;
class ColliderRef;
class Collider;
using ColliderFree = detail::free_in_parent<&rt_rapier2d_collider_free>;
class CollisionEventsRef;
class CollisionEvents;
using CollisionEventsFree = detail::free_alone<&rt_rapier2d_collision_events_free>;
class ContactsRef;
class Contacts;
using ContactsFree = detail::free_alone<&rt_rapier2d_contacts_free>;
class JointRef;
class Joint;
using JointFree = detail::free_in_parent<&rt_rapier2d_joint_free>;
class WorldRef;
class World;
using WorldFree = detail::free_alone<&rt_rapier2d_world_free>;
}

namespace regex {
class RegexRef;
class Regex;
using RegexFree = detail::free_alone<&rt_regex_destroy>;
class SetRef;
class Set;
using SetFree = detail::free_alone<&rt_regex_set_destroy>;
}

namespace winit {
class EventLoopRef;
class EventLoop;
using EventLoopFree = detail::free_alone<&rt_winit_event_loop_free>;
class WindowRef;
class Window;
using WindowFree = detail::free_alone<&rt_winit_window_free>;
class WindowEventRef;
class WindowEvent;
using WindowEventFree = detail::free_alone<&rt_winit_event_free>;
}

namespace native {
}

namespace audio {

/// A handle of kind "audio engine", without its ownership.
class EngineRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Stops everything that `engine` plays, closes its device and frees the engine with all its sources,
    /// playbacks and mixers: their handles are stale afterwards. Returns when its threads have ended.
    outcome<bool> shutdown() const;
    /// Sets the gain over everything that `engine` plays: 0 is silent, 1 leaves it as it is. Values outside are
    /// clamped to that range; NaN and infinities are refused. The change takes 10 ms, without a click.
    outcome<bool> set_master_volume(double volume) const;
    /// The gain over everything that `engine` plays, from 0 to 1.
    outcome<double> get_master_volume() const;
    /// Halts everything that `engine` plays, until `rt_audio_resume_all`. What is started meanwhile waits too.
    outcome<bool> pause_all() const;
    /// Ends what `rt_audio_pause_all` began. A playback that was paused by itself stays paused.
    outcome<bool> resume_all() const;
    /// Decodes the sound file at `path` and gives a source that any number of playbacks share. The format is
    /// found out from the content; `rt_audio_get_supported_formats` lists those there are. A file that breaks off
    /// gives what can be decoded of it, and so do a WAV and an AIFF whose header states other sizes than the file
    /// has. Of a chained Ogg file all links are heard, up to one of another rate or number of channels: there the
    /// sound ends. 0 where nothing can be decoded, and where the sound takes more than 1 GiB decoded, at 4 bytes
    /// per sample: play that as music. Release the source with `rt_audio_source_free`.
    outcome<Source> load_from_file(zstring_view path) const;
    /// The same from the bytes of a whole sound file, which are not needed afterwards.
    outcome<Source> load_from_memory(view<const uint8_t> data) const;
    /// Starts a source on `engine`, at volume 1 and speed 1. The playback is the caller's; it stays valid when the
    /// sound has ended. Release it with `rt_audio_playback_stop`, or many at once with `rt_audio_free_ended`.
    outcome<Playback> play_sound(SourceRef source) const;
    /// The same at another volume, from the first sample: a linear gain of 0 and more.
    outcome<Playback> play_sound_with_volume(SourceRef source, double volume) const;
    /// The same again and again, without a gap, until it is stopped.
    outcome<Playback> play_sound_looped(SourceRef source) const;
    /// Plays the sound file at `path` while reading it: one second at most is held decoded, whatever its length.
    /// The playback is the caller's, to be released with `rt_audio_stop_music`.
    outcome<Playback> play_music(zstring_view path) const;
    /// The same again and again, without a gap, until it is stopped.
    outcome<Playback> play_music_looped(zstring_view path) const;
    /// Starts a source at a place in the room, in metres. All its channels become one point: it is attenuated by
    /// its distance d from the listener, with 1 / max(d, 1), and panned by its direction with constant power:
    /// where s is the sine of the angle to the right, the gains are cos((s + 1) · π/4) on the left and
    /// sin((s + 1) · π/4) on the right. On an engine with one channel it is attenuated only.
    outcome<Playback> play_sound_spatial(SourceRef source, double x, double y, double z) const;
    /// Moves the listener, in metres, within 10 ms and without a click. It starts at the origin.
    outcome<bool> set_listener_position(double x, double y, double z) const;
    /// Where the listener is.
    outcome<RtAudioPosition> get_listener_position() const;
    /// Turns the listener: where it looks, and where the top of its head points. It starts looking along −z with y
    /// up, so that x is to its right. The lengths do not matter, and `up` need not be square to `forward`; zero
    /// and parallel directions are refused.
    outcome<bool> set_listener_orientation(double forward_x, double forward_y, double forward_z, double up_x, double up_y, double up_z) const;
    /// A mixer that plays several sources together, empty as yet. It belongs to `engine`; release it with
    /// `rt_audio_mixer_free`.
    outcome<Mixer> mixer_create() const;
    /// The next `frames` frames of an offline engine, interleaved: sample c of frame f is item f · channels + c.
    /// They are not clipped: loud sounds together go beyond −1 and 1. At most 134,217,728 samples a call.
    outcome<Doubles> render(int64_t frames) const;
    /// Frames per second that an engine plays.
    outcome<int64_t> get_sample_rate() const;
    /// Samples per frame that an engine plays.
    outcome<int64_t> get_channels() const;
    /// True while a device plays the engine. False where it was lost and until another is there, and for an
    /// offline engine.
    outcome<bool> is_device_playing() const;
    /// Why the engine's device was lost, told once for each loss: `""` where none was since the last call.
    outcome<std::string> take_device_error() const;
    /// A source of the caller's own samples, −1 to 1 at full scale, interleaved: `samples` holds whole frames of
    /// `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz). It is copied.
    outcome<Source> load_from_samples(view<const double> samples, int64_t sample_rate, int64_t channels) const;
    /// Frees the handles of all playbacks of `engine` that have ended; says how many. For hosts that start sounds
    /// and forget them.
    outcome<int64_t> free_ended() const;
};

/// Owns a handle of kind "audio engine".
class Engine : public owner<EngineRef, EngineFree> {
public:
    using owner::owner;
};

/// A handle of kind "audio mixer", without its ownership.
class MixerRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Frees a mixer. What it started plays on.
    outcome<bool> free() const;
    /// Adds a source to what the mixer plays from the next `rt_audio_mixer_play` on. A source that was added twice
    /// sounds twice.
    outcome<bool> add_source(SourceRef source) const;
    /// Sets the mixer's linear gain, 0 and more, over everything that it plays and has started. The change takes
    /// 10 ms, without a click.
    outcome<bool> set_volume(double volume) const;
    /// Starts all sources of the mixer at the same sample, as one playback that ends with the longest. The
    /// playback has its own volume besides the mixer's. A mixer without sources fails.
    outcome<Playback> play() const;
};

/// Owns a handle of kind "audio mixer".
class Mixer : public owner<MixerRef, MixerFree> {
public:
    using owner::owner;
};

/// A handle of kind "audio playback", without its ownership.
class PlaybackRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Stops a playback at the next buffer and frees its handle. The same as `rt_audio_playback_stop`.
    outcome<bool> stop_music() const;
    /// Stops a playback at the next buffer, wherever it is, and frees its handle. To stop without a click, fade it
    /// out first.
    outcome<bool> stop() const;
    /// Halts a playback at the next buffer; it keeps its place. Fades and effects halt with it.
    outcome<bool> pause() const;
    /// Goes on with a playback that was paused.
    outcome<bool> resume() const;
    /// True while a playback is heard or about to be: it has not ended, is not paused, and its engine is not
    /// paused. The tail of an effect counts.
    outcome<bool> is_playing() const;
    /// True where a playback has not ended and is paused, by itself or with all others.
    outcome<bool> is_paused() const;
    /// Sets a playback's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click;
    /// before the first sample it is immediate.
    outcome<bool> set_volume(double volume) const;
    /// The gain that was set, whatever a fade makes of it.
    outcome<double> get_volume() const;
    /// Sets a playback's speed, from 0.1 to 10 times; the pitch goes with it. Values outside are refused.
    outcome<bool> set_speed(double speed) const;
    /// The speed that was set.
    outcome<double> get_speed() const;
    /// Moves a playback to a place in the room, in metres, within 10 ms and without a click. A playback that had
    /// no position has one from now on.
    outcome<bool> set_position(double x, double y, double z) const;
    /// Where a playback is. A playback without a position fails.
    outcome<RtAudioPosition> get_position() const;
    /// Raises a playback in a straight line to its volume, from now and for `duration_ms` milliseconds: from
    /// silence, or from where a fade-out under way has come to.
    outcome<bool> fade_in(int64_t duration_ms) const;
    /// Lowers a playback in a straight line to silence, from now and for `duration_ms` milliseconds; then it has
    /// ended. Its handle stays valid until it is stopped.
    outcome<bool> fade_out(int64_t duration_ms) const;
    /// Puts a playback, and it alone, into a room. `room_size` from 0 to 1: how long the tail takes to fall by
    /// 60 dB, from 0.7 s to 12 s for the longest of its delays; `damping` from 0 to 1: how much faster its high
    /// tones die away. The sound itself stays as loud as it was, and the tail outlives it. Freeverb, by Jezar at
    /// Dreampoint. `rt_audio_playback_clear_effects` takes the room away.
    outcome<bool> set_reverb(double room_size, double damping) const;
    /// Gives a playback, and it alone, an echo: out(t) = in(t) + decay · out(t − delay), with `delay_ms` from 1 to
    /// 10,000 milliseconds and `decay` from 0 to below 1. A decay of 0 takes the echo away. It outlives the sound.
    outcome<bool> set_delay(int64_t delay_ms, double decay) const;
    /// How far a playback has come, in seconds of its sound; for a loop, since it last began.
    outcome<double> get_time() const;
    /// The length of what a playback plays, in seconds at speed 1. −1 where it is not known: for a loop of a
    /// source, and for music whose file does not say. What the file says may be wrong, and of a chained Ogg file it
    /// is the first link's; once music was decoded to its end, its length was counted.
    outcome<double> get_duration() const;
    /// Moves a playback to `seconds` of its sound, at the next buffer. Beyond the end it ends, or begins anew where
    /// it is looped. A playback that has ended cannot be moved; start it again. Music is moved to the very frame:
    /// where its container finds no way there, it is decoded from the beginning up to it. Where the file can no longer be
    /// read it fails, and what was decoded before is heard to its end.
    outcome<bool> seek(double seconds) const;
    /// Takes a playback's echo and room away, their tails included.
    outcome<bool> clear_effects() const;
};

/// Owns a handle of kind "audio playback".
class Playback : public owner<PlaybackRef, PlaybackFree> {
public:
    using owner::owner;
};

/// A handle of kind "audio source", without its ownership.
class SourceRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Frees a source. What plays it goes on to its end.
    outcome<bool> free() const;
    /// The length of a source in seconds, at its own speed.
    outcome<double> duration() const;
    /// Frames per second of a source, as its file has them.
    outcome<int64_t> get_sample_rate() const;
    /// Samples per frame of a source: 1 for mono, 2 for stereo.
    outcome<int64_t> get_channels() const;
    /// The samples of a source as they were decoded, interleaved, −1 to 1 at full scale.
    outcome<Doubles> get_samples() const;
};

/// Owns a handle of kind "audio source".
class Source : public owner<SourceRef, SourceFree> {
public:
    using owner::owner;
};
}

namespace cuda {

/// A piece of a continued text.
struct InferenceToken {
    /// False at the end, and on failure.
    bool has_token;
    /// What the token adds to the text: valid UTF-8, empty where it completes no character.
    std::string token;
    /// The token's place, from 0.
    int64_t index;
};

/// A handle of kind "cuda context", without its ownership.
class ContextRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Frees a context; its models and their inferences are stale. Calls that use them end first.
    outcome<bool> destroy() const;
    /// Loads a GGUF file (version 2 or 3) onto the context's device. Architectures: llama, qwen2, qwen3, phi3,
    /// gemma2. Weights: F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K. A file that cannot be
    /// loaded gives code 3 and leaves nothing allocated; too little memory code 2, before anything is copied.
    outcome<Model> load_model(zstring_view path) const;
    /// The bytes that this process has allocated on the context's device.
    outcome<int64_t> get_process_vram_usage() const;
    /// True where the context's device answers; last error says what is wrong with it.
    outcome<bool> check_device_health() const;
};

/// Owns a handle of kind "cuda context".
class Context : public owner<ContextRef, ContextFree> {
public:
    using owner::owner;
};

/// A handle of kind "cuda function", without its ownership.
class FunctionRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Starts a kernel with `gx` × `gy` × `gz` blocks of `blk_x` × `blk_y` × `blk_z` threads and `shared_mem`
    /// bytes of dynamic shared memory (as much as the GPU lets one block have: 227 KiB on an H100), behind all work
    /// queued before on its device, and does not wait for it.
    ///
    /// `args` has one 64-bit slot for each of the kernel's parameters: an integer (its low bytes are taken where
    /// the parameter is smaller), the bits of a float (a 32-bit float's in the low half) or a device address.
    /// A count of slots that is not the kernel's, and a parameter larger than 8 bytes, are refused. What a
    /// kernel does with the addresses is its own affair: one that writes outside its memory leaves the device
    /// unusable for this process, as `rt_cuda_check_device_health` then says.
    outcome<bool> launch_kernel(int64_t gx, int64_t gy, int64_t gz, int64_t blk_x, int64_t blk_y, int64_t blk_z, int64_t shared_mem, view<const int64_t> args) const;
};

/// A handle of kind "cuda inference", without its ownership.
class InferenceRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// The next token of an inference. It ends at the model's end-of-text or end-of-turn token, after
    /// `max_tokens`, or where the model's context is full. The first call takes the prompt in. A second thread
    /// that calls while one is inside gets an error.
    outcome<InferenceToken> next_token() const;
    /// Frees an inference and what it holds on the device, once no call uses it any more.
    outcome<bool> free() const;
    /// How many tokens an inference took in and made, and in what time.
    outcome<RtInferenceStatistics> statistics() const;
};

/// Owns a handle of kind "cuda inference".
class Inference : public owner<InferenceRef, InferenceFree> {
public:
    using owner::owner;
};

/// A handle of kind "cuda model", without its ownership.
class ModelRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Unloads a model; its inferences are stale. Calls that use it end first.
    outcome<bool> unload_model() const;
    /// The bytes of a model's weights on its device.
    outcome<int64_t> get_vram_usage() const;
    /// Starts to continue `prompt` (not empty) by up to `max_tokens` (1 to 2048) tokens at a `temperature` of 0
    /// (always the likeliest) to 2. The same model, prompt, `seed` (any number) and device give the same text.
    outcome<Inference> inference_start(zstring_view prompt, int64_t max_tokens, double temperature, int64_t seed) const;
    /// True where every allocation of the model lies in its device's own memory.
    outcome<bool> check_vram_residency() const;
    /// The bytes of a model's weights and of its inferences that are alive.
    outcome<int64_t> cuda_get_vram_usage() const;
    /// The same with options, a JSON object; all keys are optional and an unknown one is refused by name:
    ///
    /// - `max_tokens` (1 to 2048, 256 if absent), `temperature` (0 to 2, 0.8), `seed` (0)
    /// - `top_k` (only the likeliest so many tokens; 0 for all), `top_p` (only the likeliest that together have
    ///   this probability; 1), `min_p` (only those with at least this part of the likeliest one's probability; 0)
    /// - `repeat_penalty` (1: none) of the last `repeat_last` (64) tokens; it comes first, then `top_k`, then
    ///   `top_p` of what that leaves, then `min_p`, and the temperature last
    /// - `stop`: texts that end it and are left out
    /// - `special`: whether texts of control tokens in the prompt are those tokens, and the model's own begin
    ///   token is added (true)
    outcome<Inference> inference_start_with_options(zstring_view prompt, zstring_view options_json) const;
    /// What a model is, as a JSON object: `name`, `architecture`, `parameters`, `bytes`, `vocabulary`,
    /// `context_length`, `layers`, `width`, `heads`, `key_heads`, `bos_token`, `eos_token`.
    outcome<std::string> info() const;
    /// How the model was taught conversations: the template in Jinja's language that its file has, `""` where it has
    /// none. It is given out and not run here: it is a program, and files are not trusted.
    outcome<std::string> chat_template() const;
    /// The tokens of a text. Where `special`, texts of control tokens in it are those tokens, and what the model
    /// wants at the beginning and the end is added, as for a prompt.
    outcome<Integers> tokenize(zstring_view text, bool special) const;
    /// The text of tokens; what is no UTF-8 turns into U+FFFD, and control tokens into nothing.
    outcome<std::string> detokenize(view<const int64_t> tokens) const;
    /// One token as the vocabulary lists it, control tokens included.
    outcome<std::string> token_text(int64_t token) const;
    /// What the model expects after `text`: one logit for each token of the vocabulary. A softmax makes
    /// probabilities of them.
    outcome<Doubles> logits(zstring_view text) const;
    /// How much `text` surprises the model: e to the mean of minus the logarithm of each token's probability,
    /// the first token's left out. At least 1; the smaller, the better expected. 0 on failure.
    outcome<double> perplexity(zstring_view text) const;
};

/// Owns a handle of kind "cuda model".
class Model : public owner<ModelRef, ModelFree> {
public:
    using owner::owner;
};

/// A handle of kind "cuda module", without its ownership.
class ModuleRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// A kernel of a module, by the name after `.entry`. It is stale once the module is unloaded.
    outcome<FunctionRef> get_function(zstring_view name) const;
    /// Unloads a module; its functions are stale.
    outcome<bool> unload_module() const;
};

/// Owns a handle of kind "cuda module".
class Module : public owner<ModuleRef, ModuleFree> {
public:
    using owner::owner;
};

/// A handle of kind "cuda stream", without its ownership.
class StreamRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Frees a stream; its work is finished first.
    outcome<bool> destroy() const;
    /// Waits for a stream's work. Fails where something of it failed.
    outcome<bool> synchronize() const;
};

/// Owns a handle of kind "cuda stream".
class Stream : public owner<StreamRef, StreamFree> {
public:
    using owner::owner;
};
}

namespace gamepad {

/// A handle of kind "gamepad context", without its ownership.
class ContextRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Closes a context and frees those of its events that were not freed. A rumble goes on until its time is
    /// up.
    outcome<bool> shutdown() const;
    /// Takes in what happened since the last call: afterwards `rt_gamepad_poll_event` hands it out, and the
    /// pads' states are those after it.
    outcome<bool> update() const;
    /// How many pads are connected, as of the last update.
    outcome<int64_t> count() const;
    /// Whether pad `gamepad_id` is connected, as of the last update. A pad that returns keeps its id.
    outcome<bool> is_connected(int64_t gamepad_id) const;
    /// The name of a connected pad: its model's where that is known, else the one that its driver gives.
    outcome<std::string> get_name(int64_t gamepad_id) const;
    /// How a connected pad is powered, at this moment.
    outcome<RtGamepadPower> get_power_info(int64_t gamepad_id) const;
    /// The next event that an update took in, or 0 where there is none; where none waits it updates first. At
    /// most 4,096 events wait, and at most 4,096 stay alive unfreed: past that, the oldest goes.
    ///
    /// A press is followed by a change with the button's value. Triggers and the D-pad are axes too: their
    /// changes are followed by an axis change. The event lives until `rt_gamepad_event_free` or its context's
    /// shutdown.
    outcome<Event> poll_event() const;
    /// Whether a button was held down at the last update.
    outcome<bool> button_is_pressed(int64_t gamepad_id, int64_t button) const;
    /// A button's state at the last update.
    outcome<RtGamepadButton> button_data(int64_t gamepad_id, int64_t button) const;
    /// An axis's position at the last update: sticks and the D-pad -1 to 1 with up and right positive, triggers 0
    /// to 1. A stick near its middle, in its dead zone, is at 0.
    outcome<double> axis_data(int64_t gamepad_id, int64_t axis) const;
    /// Makes a pad rumble, instead of what it does now: `strong` and `weak` are the strengths of its two motors,
    /// clamped to 0 to 1; `duration_ms` is 0 (none, like a stop) to 3,600,000, in steps of 50 ms, rounded up.
    /// It starts within 50 ms. False where the pad cannot rumble.
    outcome<bool> set_rumble(int64_t gamepad_id, double strong, double weak, int64_t duration_ms) const;
    /// Ends a pad's rumble, within 50 ms. False where the pad cannot rumble.
    outcome<bool> stop_rumble(int64_t gamepad_id) const;
    /// For tests and for replay: puts an event into the context, as though a pad had sent it, to be taken in by
    /// the next update. `event_type`, `code` and `value` are what the event's getters will give: `code` is the button
    /// of a button's event and the axis of an axis's, and is ignored for others. A pad that is not there is
    /// there from its first event on, a disconnected event removes it, and nobody but this context sees it.
    outcome<bool> inject_event(int64_t gamepad_id, int64_t event_type, int64_t code, double value) const;
    /// The ids of the pads that are connected, as of the last update, ascending.
    outcome<Integers> ids() const;
    /// The identity of a connected pad's model that SDL's mappings go by: 32 hexadecimal digits.
    outcome<std::string> get_uuid(int64_t gamepad_id) const;
    /// Whether a connected pad can rumble.
    outcome<bool> can_rumble(int64_t gamepad_id) const;
};

/// Owns a handle of kind "gamepad context".
class Context : public owner<ContextRef, ContextFree> {
public:
    using owner::owner;
};

/// A handle of kind "gamepad event", without its ownership.
class EventRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Frees an event.
    outcome<bool> free() const;
    /// What kind of event it is: button pressed 1, button released 2, button changed 3, axis changed 4, connected
    /// 10, disconnected 11, dropped 12.
    outcome<int64_t> get_type() const;
    /// The id of the pad that it is about.
    outcome<int64_t> get_gamepad_id() const;
    /// The button that it is about: South 0, East 1, North 2, West 3, LeftTrigger 4, RightTrigger 5, LeftBumper
    /// 6, RightBumper 7, DPadUp 8, DPadDown 9, DPadLeft 10, DPadRight 11, LeftStick 12, RightStick 13, Select 14,
    /// Start 15, Mode 16; 255 for one that has no number, and where it is about none.
    outcome<int64_t> get_button() const;
    /// The axis that it is about: LeftStickX 0, LeftStickY 1, RightStickX 2, RightStickY 3, LeftTrigger 4,
    /// RightTrigger 5, DPadX 6, DPadY 7; 255 for one that has no number, and where it is about none.
    outcome<int64_t> get_axis() const;
    /// The button's or axis's value at that moment: a button's and a trigger's 0 to 1, another axis's -1 to 1
    /// with up and right positive. 0 where the event is about neither.
    outcome<double> get_value() const;
};

/// Owns a handle of kind "gamepad event".
class Event : public owner<EventRef, EventFree> {
public:
    using owner::owner;
};
}

namespace http {

/// The answer to a request, or why there is none.
struct HttpResult {
    /// The HTTP status, or 0 where no answer came.
    int64_t status;
    /// The answer's body as text, decoded by its charset.
    std::string body;
    /// Why no answer came, empty where one did (4xx and 5xx are answers).
    std::string error;
};

/// What came of a download.
struct HttpDownload {
    /// The HTTP status, or 0 where no whole answer came.
    int64_t status;
    /// How many bytes the file now has; 0 where the status is not 2xx and nothing was written.
    int64_t bytes;
    /// Why the download failed, empty where an answer came (4xx and 5xx are answers).
    std::string error;
};

/// A handle of kind "http client", without its ownership.
class ClientRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Sets how long an exchange of `client` may take in all, from the connection to the last byte: 1 ms to a day.
    /// For `rt_http_client_download`, `_upload`, `_send_file` and streams there is no such limit until it is set
    /// (only 30 s without any progress).
    outcome<bool> set_timeout(int64_t timeout_ms) const;
    /// Sends the header `key` with every request of `client`, unless the request has one of that name itself.
    outcome<bool> set_header(zstring_view key, zstring_view value) const;
    /// As `rt_http_request`, with the settings of `client`.
    outcome<HttpResult> request(zstring_view method, zstring_view url, const texts_view & headers, zstring_view body) const;
    /// Frees a client and ends its idle connections. Requests under way finish.
    outcome<void> destroy() const;
    /// Sets how long a connection of `client` may take to come about: 1 ms to a day, 10 s at first.
    outcome<bool> set_connect_timeout(int64_t timeout_ms) const;
    /// Sets how many redirects `client` follows: 0 to 100, 10 at first. With 0 a redirect is the answer; with more,
    /// one redirect too many is a failure.
    outcome<bool> set_max_redirects(int64_t count) const;
    /// Sets the longest body, in bytes after decompression, that `client` takes into memory: 256 MiB at first. A
    /// longer one is a failure, found out without keeping it. Downloads and streams have no such limit.
    outcome<bool> set_body_limit(int64_t bytes) const;
    /// Sends the requests of `client` through the proxy at `url` (http:, https:, socks5: or socks5h:, with
    /// `user:password@` where it asks for it), or past any proxy where `url` is empty. At first the environment
    /// decides (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY).
    outcome<bool> set_proxy(zstring_view url) const;
    /// Makes `client` trust the certificates in `pem` as roots too: a company's own, say, or a test's.
    outcome<bool> add_root_certificates(zstring_view pem) const;
    /// As `rt_http_download`, with the settings of `client` and these headers.
    outcome<HttpDownload> download(zstring_view url, const texts_view & headers, zstring_view output_path) const;
    /// As `rt_http_upload`, with the settings of `client` and these headers.
    outcome<HttpResult> upload(zstring_view url, const texts_view & headers, zstring_view file_path, zstring_view field_name) const;
    /// Sends the file `file_path` as the body of a request, streaming, with the content type of its extension
    /// unless `headers` have one. As for `rt_http_upload` only a standstill ends it. `method` is PUT, POST, ….
    outcome<HttpResult> send_file(zstring_view method, zstring_view url, const texts_view & headers, zstring_view file_path) const;
    /// Sends a request as `rt_http_client_request` does and keeps the whole answer, 4xx and 5xx included. The caller
    /// frees it with `rt_http_fetch_free`. 0 where no whole answer came.
    outcome<FetchedResponse> fetch(zstring_view method, zstring_view url, const texts_view & headers, zstring_view body) const;
    /// As `rt_http_client_fetch` with a body of bytes.
    outcome<FetchedResponse> fetch_bytes(zstring_view method, zstring_view url, const texts_view & headers, view<const uint8_t> body) const;
    /// Prepares a request whose body and answer are not held in memory: `rt_http_stream_write` as often as needed
    /// (not at all for a GET), then `rt_http_stream_finish`, then `rt_http_stream_read` until it returns 0. The
    /// caller frees it with `rt_http_stream_free`, at any time.
    outcome<Stream> stream_open(zstring_view method, zstring_view url, const texts_view & headers) const;
    /// As `rt_ws_connect`, with the time limits, trusted roots and headers of `client`, and with these headers:
    /// `Sec-WebSocket-Protocol: chat`, say.
    outcome<Websocket> websocket(zstring_view url, const texts_view & headers) const;
};

/// Owns a handle of kind "http client".
class Client : public owner<ClientRef, ClientFree> {
public:
    using owner::owner;
};

/// A handle of kind "http fetched response", without its ownership.
class FetchedResponseRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// The HTTP status.
    outcome<int64_t> fetch_status() const;
    /// The protocol that it came by: `HTTP/1.1`, `HTTP/2`, ….
    outcome<std::string> fetch_version() const;
    /// The address that answered, after redirects.
    outcome<std::string> fetch_url() const;
    /// The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
    outcome<std::string> fetch_header(zstring_view key) const;
    /// All headers, as `name: value` with the name in lower case.
    outcome<Texts> fetch_headers() const;
    /// The body as text, decoded by the answer's charset (UTF-8 by default, invalid bytes replaced).
    outcome<std::string> fetch_body() const;
    /// The body as it came, decompressed.
    outcome<Bytes> fetch_body_bytes() const;
    /// Frees an answer.
    outcome<void> fetch_free() const;
};

/// Owns a handle of kind "http fetched response".
class FetchedResponse : public owner<FetchedResponseRef, FetchedResponseFree> {
public:
    using owner::owner;
};

/// A handle of kind "http request", without its ownership.
class RequestRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// The method, in capitals as a rule.
    outcome<std::string> method() const;
    /// The path as it was sent, escapes and all, without the query.
    outcome<std::string> path() const;
    /// The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
    outcome<std::string> header(zstring_view key) const;
    /// The body as text; invalid UTF-8 is replaced.
    outcome<std::string> body() const;
    /// The query parameter `key`, decoded (`+` is a space): the first of that name, `""` where there is none.
    outcome<std::string> query(zstring_view key) const;
    /// The query as it was sent, without the question mark.
    outcome<std::string> query_string() const;
    /// The route's parameter `name`, decoded; `""` where the route has none of that name.
    outcome<std::string> param(zstring_view name) const;
    /// The name of the handler that the route names.
    outcome<std::string> handler() const;
    /// All headers, as `name: value` with the name in lower case.
    outcome<Texts> headers() const;
    /// The body as it came.
    outcome<Bytes> body_bytes() const;
    /// The client's address and port: `127.0.0.1:53412`.
    outcome<std::string> remote_address() const;
    /// Frees a request before its exchange is over. One that waits for `rt_http_server_respond` gets a 503.
    outcome<void> free() const;
    /// Accepts the WebSocket that a request of `rt_http_server_websocket`'s path asks for. The caller closes it with
    /// `rt_ws_close`; the server's end closes it too. The exchange is over then: a request that was pulled is freed
    /// (read what it says before), one of a callback stays until that returns.
    outcome<Websocket> ws_accept() const;
    /// As `rt_ws_accept`, choosing `protocol` among those that the client offers in `Sec-WebSocket-Protocol`.
    outcome<Websocket> ws_accept_protocol(zstring_view protocol) const;
    /// Answers `request` with `response`; both are freed, also where it returns false because nobody waits for the
    /// answer any more: the client went away or time ran out. Where `request` never was a request `response` stays.
    outcome<bool> server_respond(ResponseRef response) const;
};

/// Owns a handle of kind "http request".
class Request : public owner<RequestRef, RequestFree> {
public:
    using owner::owner;
};

/// A handle of kind "http response", without its ownership.
class ResponseRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Sets a header in place of any of that name. Content-Length, Transfer-Encoding and Upgrade are the server's to
    /// set, and Connection can be `close` only.
    outcome<bool> set_header(zstring_view key, zstring_view value) const;
    /// Makes `json` the body, with the content type for it. False where `json` is not well-formed.
    outcome<bool> json(zstring_view json) const;
    /// Adds a header beside those of the same name: another `Set-Cookie`, say.
    outcome<bool> add_header(zstring_view key, zstring_view value) const;
    /// Frees a response that is not sent.
    outcome<void> free() const;
};

/// Owns a handle of kind "http response".
class Response : public owner<ResponseRef, ResponseFree> {
public:
    using owner::owner;
};

/// A handle of kind "http server", without its ownership.
class ServerRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Sends requests with this method and path to the handler named `handler`. `*` is any method; GET answers HEAD
    /// too. In `path`, a segment `:name` is a parameter, and a last segment `*name` is one that takes the rest of
    /// the path; a literal segment goes before a parameter. The same method and path again replaces the route.
    /// Routes may be added while the server runs. Other methods of a known path get a 405, other paths a 404.
    outcome<bool> route(zstring_view method, zstring_view path, zstring_view handler) const;
    /// Serves the files of folder `dir` under the prefix `path`, written without escapes, with GET and HEAD: content
    /// types, ranges, conditional requests, `index.html` for a folder. Nothing outside of `dir` is ever served, whatever the path says and
    /// wherever symbolic links lead. Routes go first, then the longest prefix.
    outcome<bool> static_(zstring_view path, zstring_view dir) const;
    /// Serves, and returns true when `rt_http_server_stop` was called, on any thread, and everything has ended.
    outcome<bool> start() const;
    /// Stops serving: no new connection is taken, WebSockets are told, those accepted meanwhile too, and requests in
    /// flight have up to 5 s to finish, all at the same time, and get a 503 then. Returns when all has ended; inside a callback of a server, at once. The server can be
    /// started again. False where it does not run.
    outcome<bool> stop() const;
    /// Frees a server, stopped first where it runs. Its WebSockets' handles are stale afterwards.
    outcome<void> destroy() const;
    /// The port that the server listens at.
    outcome<int64_t> port() const;
    /// Serves as `rt_http_server_start` does, and returns at once.
    outcome<bool> start_background() const;
    /// The next request whose handler is not registered as a callback, waiting up to `timeout_ms` (0 to a day). The
    /// host answers it with `rt_http_server_respond`; a request that nobody answers within 30 s gets a 503. 0 where
    /// none came in time, and, with a last error, where the server was stopped and none is left.
    outcome<Request> next_request(int64_t timeout_ms) const;
    /// Makes GET requests of this path (as in `rt_http_server_route`) WebSockets: the handler named `handler` accepts
    /// each with `rt_ws_accept`, or answers it like any other request to refuse it. A callback runs on a thread of
    /// its own here, so it may stay and talk for as long as the connection lasts.
    outcome<bool> websocket(zstring_view path, zstring_view handler) const;
    /// Sets the longest body of a request in bytes, 10 MiB at first; a longer one gets a 413. Like all limits it
    /// counts for connections made from then on.
    outcome<bool> set_body_limit(int64_t bytes) const;
    /// Sets the longest head of a request in bytes, 8 KiB to 1 MiB, 64 KiB at first; a longer one gets a 431. So does
    /// one with more than 100 fields, or, where the limit is above 64 KiB, more than one for each 256 bytes of it.
    outcome<bool> set_header_limit(int64_t bytes) const;
    /// Sets how long a request's head may take to come, and a connection to stay idle: 1 ms to a day, 10 s at
    /// first. After that the connection ends.
    outcome<bool> set_header_timeout(int64_t timeout_ms) const;
    /// Sets how long a request's body may take to come: 1 ms to a day, 60 s at first. After that it gets a 408.
    outcome<bool> set_body_timeout(int64_t timeout_ms) const;
    /// Sets how long a handler may take to answer: 1 ms to a day, 30 s at first. After that the client gets a 503. A
    /// callback that has always been quick is called without a way back: where it takes longer for the first time, its
    /// own client gets its late answer and no 503; all others are served meanwhile.
    outcome<bool> set_answer_timeout(int64_t timeout_ms) const;
    /// Sets how long a client may take nothing of what it is sent: 1 ms to a day, 30 s at first. After that the
    /// connection ends.
    outcome<bool> set_write_timeout(int64_t timeout_ms) const;
    /// Sets how long `rt_http_server_stop` lets requests in flight finish: 1 ms to a day, 5 s at first.
    outcome<bool> set_stop_timeout(int64_t timeout_ms) const;
    /// Sets how many connections may be open, WebSockets included: 1 to 1,000,000, 1024 at first. More wait. It
    /// counts from the next start.
    outcome<bool> set_max_connections(int64_t count) const;
    /// Whether answers are compressed (brotli, gzip, zstd) for clients that ask for it; not at first.
    outcome<bool> set_compression(bool enabled) const;
};

/// Owns a handle of kind "http server".
class Server : public owner<ServerRef, ServerFree> {
public:
    using owner::owner;
};

/// A handle of kind "http stream", without its ownership.
class StreamRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Sends the next piece of the request's body; waits while the server takes nothing, up to 30 s or the client's
    /// time limit. False where the server takes no more of it, or has answered already with a status that is no 2xx:
    /// `rt_http_stream_finish` has that answer.
    outcome<bool> write(view<const uint8_t> data) const;
    /// Ends the request's body and waits for the head of the answer: its HTTP status, or −1 where none came.
    outcome<int64_t> finish() const;
    /// The HTTP status once `rt_http_stream_finish` had it.
    outcome<int64_t> status() const;
    /// The answer's header `key`, whatever its case; several of that name are joined with `, `. `""` where there is
    /// none.
    outcome<std::string> header(zstring_view key) const;
    /// All headers of the answer, as `name: value` with the name in lower case.
    outcome<Texts> headers() const;
    /// Fills `buffer` with the next bytes of the answer's body, decompressed, and says how many: at least 1, fewer
    /// than there is room for where fewer have come, 0 at the end, −1 on failure (a body cut off, say).
    outcome<int64_t> read(view<uint8_t> buffer) const;
    /// Frees a stream. An exchange that is not over is given up.
    outcome<void> free() const;
};

/// Owns a handle of kind "http stream".
class Stream : public owner<StreamRef, StreamFree> {
public:
    using owner::owner;
};

/// A handle of kind "json value", without its ownership.
class JsonValueRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// `obj` as compact JSON; an object's members in the order they came.
    outcome<std::string> stringify_json() const;
    /// What is at `pointer` (RFC 6901: `""` is all, `/users/0/name` a name): a string's text, anything else as JSON.
    /// `""`, with a last error, where there is nothing.
    outcome<std::string> json_get(zstring_view pointer) const;
    /// The number at `pointer`. 0.0, with a last error, where there is none.
    outcome<double> json_number(zstring_view pointer) const;
    /// What kind of value is at `pointer`: `null`, `bool`, `number`, `string`, `array` or `object`. `""` where there
    /// is nothing.
    outcome<std::string> json_type(zstring_view pointer) const;
    /// How many items or members the array or object at `pointer` has. −1 where there is none.
    outcome<int64_t> json_length(zstring_view pointer) const;
    /// The names of the members of the object at `pointer`, in the order they came.
    outcome<Texts> json_keys(zstring_view pointer) const;
    /// Frees a JSON value.
    outcome<void> json_free() const;
};

/// Owns a handle of kind "json value".
class JsonValue : public owner<JsonValueRef, JsonValueFree> {
public:
    using owner::owner;
};

/// A handle of kind "websocket", without its ownership.
class WebsocketRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Sends a text message; it has gone to the system when this returns true. A peer that takes nothing for 30 s is
    /// given up.
    outcome<bool> ws_send(zstring_view message) const;
    /// The next text message, for which it waits as long as it takes; `""`, with a last error, where the peer closed
    /// or the connection failed. Binary messages stay where they are. Up to 256 messages, or 16 MiB and one message,
    /// may wait; then the peer is held up. A message has at most 64 MiB.
    outcome<std::string> ws_receive() const;
    /// Says goodbye to the peer, waits up to 5 s for its goodbye, and frees the WebSocket, whatever came of it. True
    /// where the peer said goodbye, before or now. Messages that wait are thrown away; a thread that waits in
    /// `rt_ws_receive` or `rt_ws_send` returns.
    outcome<bool> ws_close() const;
    /// Sends a text message of `data`, which may hold NUL bytes and has to be UTF-8. Otherwise as `rt_ws_send`.
    outcome<bool> ws_send_text(view<const uint8_t> data) const;
    /// Sends a binary message. Otherwise as `rt_ws_send`.
    outcome<bool> ws_send_bytes(view<const uint8_t> data) const;
    /// The next text message, waiting up to `timeout_ms` (0 to a day); `""` with a last error where none came.
    outcome<std::string> ws_receive_timeout(int64_t timeout_ms) const;
    /// The next binary message, for which it waits as long as it takes; empty, with a last error, where the peer
    /// closed or the connection failed. Text messages stay where they are.
    outcome<Bytes> ws_receive_bytes() const;
    /// The next binary message, waiting up to `timeout_ms` (0 to a day); empty with a last error where none came.
    outcome<Bytes> ws_receive_bytes_timeout(int64_t timeout_ms) const;
    /// What comes next, left where it is: 1 a text message, 2 a binary one, 0 nothing within `timeout_ms` (0 to a
    /// day), −1 nothing any more.
    outcome<int64_t> ws_wait(int64_t timeout_ms) const;
    /// Sends a ping, which the peer answers by itself.
    outcome<bool> ws_ping() const;
    /// The code that the peer said goodbye with (1000 is normal, 1005 means it gave none), 0 where it has not.
    outcome<int64_t> ws_close_code() const;
    /// As `rt_ws_close`, with a code (1000 to 1003, 1007 to 1013, 3000 to 4999) and a reason of at most 123 bytes.
    outcome<bool> ws_close_with(int64_t code, zstring_view reason) const;
};

/// Owns a handle of kind "websocket".
class Websocket : public owner<WebsocketRef, WebsocketFree> {
public:
    using owner::owner;
};
}

namespace lyon {

/// A handle of kind "animation", without its ownership.
class AnimationRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Adds the next frame: width · height · 4 bytes, as for `rt_lyon_png_save`. Fails where all frames are there.
    outcome<bool> add_frame(view<const uint8_t> pixels) const;
    /// Completes the file and frees the animation. Fails, and removes the file, where frames are missing or it
    /// cannot be written.
    outcome<bool> finish() const;
    /// Frees an animation that is not wanted any more, and removes its file.
    outcome<bool> free() const;
};

/// Owns a handle of kind "animation".
class Animation : public owner<AnimationRef, AnimationFree> {
public:
    using owner::owner;
};

/// A handle of kind "fill tessellation", without its ownership.
class FillTessellationRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Frees a tessellation. Buffers got from it stay valid.
    outcome<bool> free() const;
    /// The vertices, as a buffer of its own to be freed. Nothing is copied.
    outcome<VertexBuffer> get_vertices() const;
    /// The indices, as a buffer of its own to be freed. Nothing is copied.
    outcome<IndexBuffer> get_indices() const;
    /// How many vertices there are.
    outcome<int64_t> vertex_count() const;
    /// How many indices there are: 3 for each triangle.
    outcome<int64_t> index_count() const;
    /// Lays a filled path over a picture. `transform` takes the path's coordinates to pixels, with (0, 0) the top
    /// left corner of the picture and y downwards; 0 stands for the transform that changes nothing. `color` is
    /// 0xRRGGBBAA. `pixels` is the picture: width · height · 4 bytes of red, green, blue and alpha, not
    /// premultiplied, row after row from the top. Edges are smoothed: a pixel takes as much of the colour as
    /// the path covers of it, seen along 16 lines a row: what is lower than a sixteenth of a pixel may be missed or
    /// come out too strong. What lies outside the picture is left out.
    outcome<bool> draw(TransformRef transform, int64_t color, view<uint8_t> pixels, int64_t width, int64_t height) const;
    /// Whether a point lies in one of the triangles.
    outcome<bool> contains_point(double x, double y) const;
};

/// Owns a handle of kind "fill tessellation".
class FillTessellation : public owner<FillTessellationRef, FillTessellationFree> {
public:
    using owner::owner;
};

/// A handle of kind "index buffer", without its ownership.
class IndexBufferRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Frees an index buffer. The tessellation it came from stays valid.
    outcome<bool> free() const;
    /// The index of a triangle's corner among the vertices: items 3·n to 3·n + 2 are triangle n. Fails where
    /// there is no item of that index.
    outcome<int64_t> get(int64_t index) const;
    /// How many indices there are: 3 for each triangle.
    outcome<int64_t> size() const;
    /// All indices, 3 for each triangle.
    outcome<Integers> to_array() const;
    /// All indices as a GPU takes them: 4 bytes each, unsigned 32-bit integers in the machine's byte order.
    outcome<Bytes> bytes() const;
    /// Writes the bytes of `rt_lyon_index_buffer_bytes` into memory of the caller's and returns how many. Fails, and
    /// writes nothing, where it is smaller than 4 bytes for each index.
    outcome<int64_t> write(view<uint8_t> out) const;
};

/// Owns a handle of kind "index buffer".
class IndexBuffer : public owner<IndexBufferRef, IndexBufferFree> {
public:
    using owner::owner;
};

/// A handle of kind "path", without its ownership.
class PathRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Frees a path.
    outcome<bool> free() const;
    /// The exact extent of the path's lines and curves; control points that the curves do not reach do not
    /// count. Fails for a path without points.
    outcome<RtPathBounds> get_bounds() const;
    /// Whether a point lies inside the path, by the non-zero rule; open subpaths count as closed. Exact for
    /// curves too. A point on the outline itself may be either.
    outcome<bool> contains_point(double x, double y) const;
    /// The path with each point moved: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty. Fails where a coordinate
    /// would leave -1e30 to 1e30.
    outcome<Path> transform(double m11, double m12, double m21, double m22, double tx, double ty) const;
    /// Triangles that fill a path by the even-odd rule; open subpaths count as closed. `tolerance` is how far a
    /// triangle's edge may lie from the curve it stands for, in the path's units. Vertices are 32-bit numbers
    /// relative to the path's own place and size: to about 1e-7 of its extent. Fails for a tolerance that is not
    /// above 0, or so small that the curves would take more than 1,048,576 lines.
    outcome<FillTessellation> fill_tessellate(double tolerance) const;
    /// The same by a fill rule: even-odd 0, non-zero 1.
    outcome<FillTessellation> fill_tessellate_with_rule(double tolerance, int64_t fill_rule) const;
    /// Triangles that stroke a path with a line of this width, with butt caps, miter joins and a miter limit of 4.
    /// `tolerance` is how far the middle of the stroke may lie from the curve, and a round cap's or join's edge from
    /// its circle. Triangles may overlap where the path turns sharply or crosses itself. A width of 0 gives no
    /// triangles; one below 0, or below 1e-7 of the path's extent, fails, and so does a tolerance as for filling.
    outcome<StrokeTessellation> stroke_tessellate(double width, double tolerance) const;
    /// The same with options, a JSON object: `line_cap` "butt", "square" or "round"; `line_join` "miter", "round" or
    /// "bevel"; `miter_limit` from 1 to 1000000, SVG's: a join whose length, from its inner corner to its tip, is
    /// more line widths than that becomes a bevel. An unknown key or value fails, and last error names it. `{}` changes nothing.
    outcome<StrokeTessellation> stroke_tessellate_with_options(double width, double tolerance, zstring_view options_json) const;
    /// A new picture, transparent but for the path filled with a colour (0xRRGGBBAA) by a fill rule (even-odd 0,
    /// non-zero 1). The path's coordinates are pixels. Width and height are 1 to 32,768.
    outcome<Bytes> rasterize(int64_t fill_rule, int64_t color, int64_t width, int64_t height) const;
    /// The same with a transform: `rt_lyon_path_transform` with the six numbers that `rt_lyon_transform_get` gives.
    outcome<Path> apply_transform(TransformRef transform) const;
    /// Whether a point lies inside the path by a fill rule: even-odd 0, non-zero 1.
    outcome<bool> contains_point_with_rule(double x, double y, int64_t fill_rule) const;
    /// The length of all subpaths together; a closed one's closing line counts. To about 1e-9 of the length.
    outcome<double> length() const;
    /// The point at a distance along the path, from 0 to `rt_lyon_path_length`, and the direction there. Subpaths
    /// follow one another; the jump between them takes no length. Fails for a path without length and for a
    /// distance beyond its ends.
    outcome<RtPathPoint> point_at(double distance) const;
    /// The path cut into dashes: `pattern` holds the lengths of dash, gap, dash, gap and so on, and repeats (an odd
    /// number of lengths is taken twice over, as in SVG). The pattern starts `offset` into itself at the start of
    /// each subpath. Curves stay curves. On a closed subpath, a dash that runs across its start stays one piece.
    /// Fails for a length below 0, for a pattern that adds up to 0, and for more than 1,000,000 dashes.
    outcome<Path> dash(view<const double> pattern, double offset) const;
    /// The path as SVG path data, in absolute M, L, Q, C and Z. Read back, it gives the same path, bit for bit.
    outcome<std::string> to_svg() const;
    /// Whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
    /// tolerance of a hundredth of the width. For many points, make the tessellation once.
    outcome<bool> stroke_contains_point(double width, zstring_view options_json, double x, double y) const;
};

/// Owns a handle of kind "path".
class Path : public owner<PathRef, PathFree> {
public:
    using owner::owner;
};

/// A handle of kind "path builder", without its ownership.
class PathBuilderRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Frees a path builder, and what was drawn with it.
    outcome<bool> free() const;
    /// Begins a subpath at a point. A subpath that is still open ends there, unclosed. Coordinates go from -1e30
    /// to 1e30, here and everywhere.
    outcome<bool> begin(double x, double y) const;
    /// A line to a point. Fails where no subpath is open.
    outcome<bool> line_to(double x, double y) const;
    /// A quadratic Bézier curve to a point. Fails where no subpath is open.
    outcome<bool> quadratic_bezier_to(double ctrl_x, double ctrl_y, double to_x, double to_y) const;
    /// A cubic Bézier curve to a point. Fails where no subpath is open.
    outcome<bool> cubic_bezier_to(double ctrl1_x, double ctrl1_y, double ctrl2_x, double ctrl2_y, double to_x, double to_y) const;
    /// An arc of a circle around a centre: a line to its start where the subpath ends elsewhere, then the arc.
    /// Angles in radians, from the direction of x towards that of y; a negative sweep turns the other way, and
    /// one beyond 2π goes round more than once (1,000 times at most). Within 7e-8 of the radius of the true
    /// circle. Fails where no subpath is open or the radius is below 0.
    outcome<bool> arc_to(double center_x, double center_y, double radius, double start_angle, double sweep_angle) const;
    /// Closes the open subpath with a line back to its start. Fails where no subpath is open.
    outcome<bool> close() const;
    /// Ends the open subpath, unclosed, and makes the path. Frees the builder.
    outcome<Path> build() const;
    /// Adds all subpaths of a path. A subpath that is still open ends there, unclosed, and none is open afterwards.
    outcome<void> add_path(PathRef path) const;
};

/// Owns a handle of kind "path builder".
class PathBuilder : public owner<PathBuilderRef, PathBuilderFree> {
public:
    using owner::owner;
};

/// A handle of kind "stroke tessellation", without its ownership.
class StrokeTessellationRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Frees a tessellation. Buffers got from it stay valid.
    outcome<bool> free() const;
    /// The vertices, as a buffer of its own to be freed. Nothing is copied.
    outcome<VertexBuffer> get_vertices() const;
    /// The indices, as a buffer of its own to be freed. Nothing is copied.
    outcome<IndexBuffer> get_indices() const;
    /// How many vertices there are.
    outcome<int64_t> vertex_count() const;
    /// How many indices there are: 3 for each triangle.
    outcome<int64_t> index_count() const;
    /// Lays a stroked path over a picture, as `rt_lyon_fill_tessellation_draw` does a filled one. Where triangles
    /// overlap, the colour is laid once.
    outcome<bool> draw(TransformRef transform, int64_t color, view<uint8_t> pixels, int64_t width, int64_t height) const;
    /// Whether a point lies in one of the triangles.
    outcome<bool> contains_point(double x, double y) const;
};

/// Owns a handle of kind "stroke tessellation".
class StrokeTessellation : public owner<StrokeTessellationRef, StrokeTessellationFree> {
public:
    using owner::owner;
};

/// A handle of kind "transform", without its ownership.
class TransformRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// The transform that does t1 first and then t2.
    outcome<Transform> multiply(TransformRef t2) const;
    /// Frees a transform.
    outcome<bool> free() const;
    /// The six numbers of a transform.
    outcome<RtTransformMatrix> get() const;
    /// The transform that undoes another. Fails where there is none: for a transform that flattens the plane.
    outcome<Transform> inverse() const;
    /// Where a transform takes a point.
    outcome<RtTransformedPoint> apply(double x, double y) const;
};

/// Owns a handle of kind "transform".
class Transform : public owner<TransformRef, TransformFree> {
public:
    using owner::owner;
};

/// A handle of kind "vertex buffer", without its ownership.
class VertexBufferRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Frees a vertex buffer. The tessellation it came from stays valid.
    outcome<bool> free() const;
    /// Where a vertex is. Fails where there is no vertex of that index, which counts from 0.
    outcome<RtVertexPosition> get_position(int64_t index) const;
    /// The normal of a vertex of a stroke: how far it lies from the middle of the stroke, in half line widths (1 on
    /// a straight edge, more on a miter). Zeros for a fill. Fails where there is no vertex of that index.
    outcome<RtVertexNormal> get_normal(int64_t index) const;
    /// How many vertices there are.
    outcome<int64_t> size() const;
    /// All vertices: x, y, normal_x, normal_y for each.
    outcome<Doubles> to_array() const;
    /// All vertices as a GPU takes them: 16 bytes each, four 32-bit floats in the machine's byte order: x, y,
    /// normal_x, normal_y.
    outcome<Bytes> bytes() const;
    /// Writes the bytes of `rt_lyon_vertex_buffer_bytes` into memory of the caller's, a mapped GPU buffer say, and
    /// returns how many. Fails, and writes nothing, where it is smaller than 16 bytes for each vertex.
    outcome<int64_t> write(view<uint8_t> out) const;
};

/// Owns a handle of kind "vertex buffer".
class VertexBuffer : public owner<VertexBufferRef, VertexBufferFree> {
public:
    using owner::owner;
};
}

namespace module {

/// A handle of kind "event subscription", without its ownership.
class EventSubscriptionRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// The next event, as JSON: `{"kind":"http","sequence":17,"dropped":0,"data":{…}}`. `sequence` counts all events
    /// of the process, `dropped` those that this subscription lost just before this one. Waits `timeout_ms`
    /// milliseconds where there is none, without limit if it is -1; `""` when the time is over or another thread
    /// ends the subscription.
    ///
    /// The data of each kind has a `type`, and says what it is about. A `window` is the number that
    /// `rt_winit_window_id` gives, a `gamepad` the pad's id, and the types are those of their own libraries, which
    /// hand the events out as before. `http` tells of each `request` that reaches a server of this process (`port`,
    /// `peer`, `method`, `path`) and of its `response` (also `status`); answering is the server's matter.
    /// `audio-ended` tells of a `playback`, by its handle, that came to its end by itself. A module is `loaded`,
    /// `unloaded`, `unanswered` or `dead`.
    outcome<std::string> events_next(int64_t timeout_ms) const;
    /// Calls `function` with the subscription's handle and `user_data`, on a thread of the archive's own, when events
    /// have arrived: take them with `rt_events_next(subscription, 0)` until it gives `""`. What the function returns
    /// is not looked at. It is called until the subscription ends; a second function is called besides the first.
    outcome<bool> events_notify(int64_t (*function)(int64_t handle, void *user_data), void *user_data) const;
    /// Ends a subscription; whoever waits for it gets `""`. Waits for calls of the functions of `rt_events_notify` that
    /// run: after this returns they neither run nor are called. From inside such a function it does not wait, so that
    /// what still runs then is that call, and another thread's.
    outcome<void> events_unsubscribe() const;
};

/// Owns a handle of kind "event subscription".
class EventSubscription : public owner<EventSubscriptionRef, EventSubscriptionFree> {
public:
    using owner::owner;
};

/// A handle of kind "module", without its ownership.
class ModuleRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Sends a message and returns the module's answer: `message_type` is `init`, `command`, `query`, `mutation` or
    /// `event`, `payload` is JSON. The answer is JSON too, `{"status":"success","data":…}` or
    /// `{"status":"error","error":"…"}`. What a call fails with (a wrong argument, a module that misbehaves) comes as
    /// an answer of the second shape, and is the last error besides; an error that the module itself answers is not.
    ///
    /// A module handles one message at a time; the call waits for those before it, and for the answer, however long
    /// that takes. A WebAssembly module that takes longer than its time, traps, or gives back what is no memory of
    /// its own is dead: every later message fails. A module that sends itself a message from within one fails.
    ///
    /// The module `native` takes `{"call":"rt_regex_find","args":[…]}` in a message of any type but `init`, calls
    /// the function, and its answer's data is what that returns; where the call fails, the answer is an error that
    /// holds the reason, and the failure value as data. Arguments and results are as in JSON, one for each parameter
    /// of the manifest; null is NULL; a struct is an object; bytes are `{"hex":"00ff"}`, or an array of numbers
    /// going in; a text that is not UTF-8 is `{"bytes":"c328"}`; a float that JSON cannot write is `{"f64":"nan"}`,
    /// `"inf"` or `"-inf"`; a buffer to fill is its size, and then the data is `{"result":…,"out":{"hex":…}}`.
    /// Callbacks and memory can only be null. `init` gives the names of the functions. Any number of messages are
    /// inside it at the same time.
    outcome<std::string> send(zstring_view message_type, zstring_view payload) const;
    /// The same within `ms` milliseconds. A native module's message that takes longer is left behind on a thread of
    /// its own: until it ends, every further message to that module fails at once and the module cannot be unloaded;
    /// after that it can be used again. A WebAssembly module that takes longer is dead. A call of `native` that takes
    /// longer goes on, and its answer is lost. The host goes on.
    outcome<std::string> send_timeout(zstring_view message_type, zstring_view payload, int64_t ms) const;
    /// What a module is and how it is, as JSON: `name`, `path`, `kind` (`native`, `wasm`, `built-in`),
    /// `abi_version`, `state` (`ready`, `busy`, `unanswered`: a message ran out of time and has not ended, `dead`
    /// with its `reason`), how many `messages` it got and how many `failures` there were among them, and `limits`.
    outcome<std::string> info() const;
    /// Unloads a module: its `destroy_module` runs, and its code leaves the process where nobody else uses it.
    /// False while a message is inside it, or the thread of one that had a time limit has not ended (what the module
    /// keeps for each thread may end slowly; it is waited for a tenth of a second); try again when that has.
    outcome<bool> unload() const;
};

/// Owns a handle of kind "module".
class Module : public owner<ModuleRef, ModuleFree> {
public:
    using owner::owner;
};
}

namespace rapier2d {

/// A handle of kind "body", without its ownership.
class BodyRef : public handle_ref {
public:
    using handle_ref::handle_ref;
};

/// Owns a handle of kind "body".
class Body : public owner<BodyRef, BodyFree> {
public:
    using owner::owner;
};

/// A handle of kind "collider", without its ownership.
class ColliderRef : public handle_ref {
public:
    using handle_ref::handle_ref;
};

/// Owns a handle of kind "collider".
class Collider : public owner<ColliderRef, ColliderFree> {
public:
    using owner::owner;
};

/// A handle of kind "collision events", without its ownership.
class CollisionEventsRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// How many events there are.
    outcome<int64_t> count() const;
    /// The event at `index`, in the order they happened.
    outcome<RtCollisionEvent> get(int64_t index) const;
    /// Frees the events.
    outcome<bool> free() const;
};

/// Owns a handle of kind "collision events".
class CollisionEvents : public owner<CollisionEventsRef, CollisionEventsFree> {
public:
    using owner::owner;
};

/// A handle of kind "contacts", without its ownership.
class ContactsRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// How many touching points there are.
    outcome<int64_t> count() const;
    /// The touching point at `index`.
    outcome<RtContact> get(int64_t index) const;
    /// Frees the contacts.
    outcome<bool> free() const;
    /// All touching points at once: point x, y, normal x, y and penetration of each.
    outcome<Doubles> values() const;
    /// The two colliders of each touching point, in the same order.
    outcome<Integers> colliders() const;
    /// All touching points as packed 32-bit floats for a GPU's buffer: point x, y and normal x, y, 16 bytes each.
    outcome<Bytes> bytes() const;
};

/// Owns a handle of kind "contacts".
class Contacts : public owner<ContactsRef, ContactsFree> {
public:
    using owner::owner;
};

/// A handle of kind "joint", without its ownership.
class JointRef : public handle_ref {
public:
    using handle_ref::handle_ref;
};

/// Owns a handle of kind "joint".
class Joint : public owner<JointRef, JointFree> {
public:
    using owner::owner;
};

/// A handle of kind "world", without its ownership.
class WorldRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Frees the world with all its bodies, colliders and joints, whose handles are stale at once. Waits for a
    /// step that another thread has under way. Contacts and events that were taken from it live on.
    outcome<bool> free() const;
    /// Advances the world by `dt` seconds, above 0 and at most 1. Steps of equal length, 1/60 or 1/120, behave
    /// best. Speeds above 400 m/s (see `rt_rapier2d_world_set_max_speed`) and turns of more than 45° a substep
    /// (see `rt_rapier2d_body_set_fast_rotation`) are cut down to that.
    outcome<bool> step(double dt) const;
    /// Changes the gravity, in m/s², and wakes every body.
    outcome<bool> set_gravity(double x, double y) const;
    /// A dynamic body: gravity, forces and contacts move it. It weighs what its colliders weigh, or what
    /// `rt_rapier2d_body_set_mass` says; without either, neither gravity nor forces move it. The world owns it.
    outcome<Body> body_new_dynamic(double x, double y, double rotation) const;
    /// A static body: nothing moves it but `rt_rapier2d_body_set_position`. The world owns it.
    outcome<Body> body_new_static(double x, double y, double rotation) const;
    /// A kinematic body: it moves at the velocity that it is given, or where `rt_rapier2d_body_move_to` sends
    /// it, pushes dynamic bodies, and is pushed by none. The world owns it.
    outcome<Body> body_new_kinematic(double x, double y, double rotation) const;
    /// Frees the body with its colliders and joints, whose handles are stale at once.
    outcome<bool> body_free(BodyRef handle) const;
    /// Where the body is now.
    outcome<RtBodyPosition> body_get_position(BodyRef handle) const;
    /// Puts the body somewhere at once, without moving through what is between, and wakes it. Its velocity
    /// stays. Queries see it there from now on.
    outcome<bool> body_set_position(BodyRef handle, double x, double y, double rotation) const;
    /// How fast the body moves.
    outcome<RtBodyVelocity> body_get_velocity(BodyRef handle) const;
    /// Gives a dynamic or kinematic body a velocity and wakes it. A kinematic body keeps it until it is given
    /// another.
    outcome<bool> body_set_velocity(BodyRef handle, double vx, double vy, double angular) const;
    /// Pushes a dynamic body at its centre of mass with a force in newtons, during the next step only: call
    /// again before each step for a lasting push. Forces of several calls add up. A sleeping body that is not
    /// woken by it does not move.
    outcome<bool> body_apply_force(BodyRef handle, double fx, double fy, bool wake_up) const;
    /// Changes a dynamic body's velocity at once by an impulse in newton seconds at its centre of mass.
    outcome<bool> body_apply_impulse(BodyRef handle, double ix, double iy, bool wake_up) const;
    /// Turns a dynamic body with a torque in newton metres, counter-clockwise, during the next step only. A body
    /// without colliders has no moment of inertia and does not turn.
    outcome<bool> body_apply_torque(BodyRef handle, double torque, bool wake_up) const;
    /// Makes the body weigh `mass` kilograms in all, whatever colliders it has or gets; its moment of inertia is
    /// that of its colliders, scaled to this mass.
    outcome<bool> body_set_mass(BodyRef handle, double mass) const;
    /// What the body weighs in kilograms: what it was given, else the sum of its colliders.
    outcome<double> body_get_mass(BodyRef handle) const;
    /// How fast the body's velocity fades, per second: with no force it falls to 1/(1 + damping·dt) in dt. 0 in
    /// a new body.
    outcome<bool> body_set_linear_damping(BodyRef handle, double damping) const;
    /// How fast the body's spin fades, per second, as with linear damping. 0 in a new body.
    outcome<bool> body_set_angular_damping(BodyRef handle, double damping) const;
    /// True where the body rests and is left out of the simulation until something wakes it.
    outcome<bool> body_is_sleeping(BodyRef handle) const;
    /// Wakes the body.
    outcome<bool> body_wake_up(BodyRef handle) const;
    /// A circle about the body's origin. A new collider has density 1 kg/m², friction 0.5, restitution 0, no
    /// offset, is solid, and belongs to and meets all groups.
    outcome<Collider> collider_new_circle(BodyRef body, double radius) const;
    /// A box of twice these sizes about the body's origin.
    outcome<Collider> collider_new_box(BodyRef body, double half_width, double half_height) const;
    /// A capsule about the body's origin: all points no farther than `radius` from the segment that goes from
    /// `half_height` below to `half_height` above it, along the body's y axis.
    outcome<Collider> collider_new_capsule(BodyRef body, double half_height, double radius) const;
    /// A polygon whose outline is `vertices`, x, y pairs in the body's coordinates, in either winding, at least
    /// 3 points, which does not cross or touch itself. A convex one, of up to 16,384 points, is taken as it is;
    /// another, of up to 2,048, is cut into convex pieces that together are exactly it, and is one collider all
    /// the same.
    outcome<Collider> collider_new_polygon(BodyRef body, view<const double> vertices) const;
    /// Frees the collider. Its body stays, and weighs less by it unless it was given a mass.
    outcome<bool> collider_free(ColliderRef handle) const;
    /// Moves and turns the collider relative to its body.
    outcome<bool> collider_set_offset(ColliderRef handle, double x, double y, double rotation) const;
    /// How much of its speed a bounce gives back: 0 none, 1 all. Two colliders that meet use the average of
    /// theirs. What lands flat on two corners at once comes back slower, a box to three quarters of the height:
    /// the solver works through the corners one after the other.
    outcome<bool> collider_set_restitution(ColliderRef handle, double coef) const;
    /// The coefficient of friction. Two colliders that meet use the average of theirs.
    outcome<bool> collider_set_friction(ColliderRef handle, double coef) const;
    /// The density in kg/m², from which its body's mass follows at once. 0 for a collider without mass.
    outcome<bool> collider_set_density(ColliderRef handle, double density) const;
    /// A sensor feels what touches it (`rt_rapier2d_world_intersection_test`, collision events) without stopping
    /// it: it makes no contacts, and rays pass through. It still weighs what its density says.
    outcome<bool> collider_set_sensor(ColliderRef handle, bool is_sensor) const;
    /// The touching points after the last step, at the places where the colliders are now, as an object that
    /// the caller frees with `rt_rapier2d_contacts_free`: it does not change with the world. Sensors make none.
    outcome<Contacts> get_contacts() const;
    /// True where the two colliders overlap or touch as they are now, whatever their groups and whether or not
    /// they are sensors.
    outcome<bool> intersection_test(ColliderRef collider1, ColliderRef collider2) const;
    /// The first collider on a ray from a point along a direction of any length but 0, up to `max_dist` metres,
    /// which may be infinite. Shapes are solid: from inside the distance is 0. Sensors are not hit. To hit
    /// nothing is no failure.
    outcome<RtRayHit> cast_ray(double origin_x, double origin_y, double dir_x, double dir_y, double max_dist) const;
    /// Holds two points, one of each body and in that body's coordinates, `distance` metres apart, above 0: a
    /// massless rod. Bodies that a joint ties still collide with each other; see
    /// `rt_rapier2d_joint_set_contacts`. The world owns the joint.
    outcome<Joint> joint_distance(BodyRef body1, BodyRef body2, double anchor1_x, double anchor1_y, double anchor2_x, double anchor2_y, double distance) const;
    /// A hinge at a point of the world, which both bodies keep there. Its angle is 0 as they are now and grows
    /// as `body2` turns counter-clockwise.
    outcome<Joint> joint_revolute(BodyRef body1, BodyRef body2, double anchor_x, double anchor_y) const;
    /// Lets `body2` slide along an axis, given in `body1`'s coordinates with any length but 0, without turning.
    /// Its position is 0 m as they are now and grows along the axis.
    outcome<Joint> joint_prismatic(BodyRef body1, BodyRef body2, double axis_x, double axis_y) const;
    /// Keeps two bodies as they are now relative to each other.
    outcome<Joint> joint_fixed(BodyRef body1, BodyRef body2) const;
    /// Frees the joint; its bodies go on without it, awake.
    outcome<bool> joint_free(JointRef handle) const;
    /// Keeps a revolute joint's angle (radians, less than a full turn apart) or a prismatic joint's position
    /// (metres) from `min` to `max`.
    outcome<bool> joint_set_limits(JointRef joint, double min, double max) const;
    /// Drives a revolute joint towards `target_vel` rad/s, or a prismatic one towards m/s, with a torque (N·m)
    /// or force (N) of at most `max_force`, which may be infinite. With 0 the joint moves freely.
    outcome<bool> joint_set_motor(JointRef joint, double target_vel, double max_force) const;
    /// How many bodies the world has.
    outcome<int64_t> body_count() const;
    /// How many colliders the world has.
    outcome<int64_t> collider_count() const;
    /// How many joints the world has.
    outcome<int64_t> joint_count() const;
    /// What moves the body: 0 dynamic, 1 static, 2 kinematic; −1 on failure.
    outcome<int64_t> body_get_type(BodyRef handle) const;
    /// Changes what moves the body: 0 dynamic, 1 static, 2 kinematic. Wakes it.
    outcome<bool> body_set_type(BodyRef handle, int64_t body_type) const;
    /// Takes the body with its colliders and joints out of the simulation, or puts it back in. A step does so
    /// itself with a body whose numbers have grown beyond all bounds.
    outcome<bool> body_set_enabled(BodyRef handle, bool enabled) const;
    /// True where the body is in the simulation.
    outcome<bool> body_is_enabled(BodyRef handle) const;
    /// Sends a kinematic body somewhere: the next step moves it there, pushing what is in the way as fast as
    /// that takes, and then it stands still.
    outcome<bool> body_move_to(BodyRef handle, double x, double y, double rotation) const;
    /// Pushes a dynamic body with a force in newtons at a point of the world, during the next step only.
    outcome<bool> body_apply_force_at(BodyRef handle, double fx, double fy, double x, double y, bool wake_up) const;
    /// Changes a dynamic body's velocity and spin at once by an impulse in newton seconds at a point of the
    /// world.
    outcome<bool> body_apply_impulse_at(BodyRef handle, double ix, double iy, double x, double y, bool wake_up) const;
    /// Changes a dynamic body's spin at once by an angular impulse in newton metre seconds.
    outcome<bool> body_apply_angular_impulse(BodyRef handle, double impulse, bool wake_up) const;
    /// The body's moment of inertia about its centre of mass in kg·m²; 0 where it has none and does not turn.
    outcome<double> body_get_inertia(BodyRef handle) const;
    /// The body's centre of mass, as a point of the world.
    outcome<RtPhysicsVector> body_get_center_of_mass(BodyRef handle) const;
    /// Where the body will be after `dt` seconds, 0 to 1, at its present velocity, were nothing in the way.
    outcome<RtBodyPosition> body_predict_position(BodyRef handle, double dt) const;
    /// Multiplies the gravity that acts on the body; 1 in a new body, 0 for none, below 0 to rise. Wakes it.
    outcome<bool> body_set_gravity_scale(BodyRef handle, double scale) const;
    /// Keeps the body from turning, or lets it turn again.
    outcome<bool> body_lock_rotation(BodyRef handle, bool locked) const;
    /// Whether the body falls asleep when it rests, as a new one does.
    outcome<bool> body_set_can_sleep(BodyRef handle, bool can_sleep) const;
    /// Full continuous collision detection for a fast dynamic body: it cannot pass through moving bodies
    /// between two steps either. Static colliders stop every fast body as it is.
    outcome<bool> body_set_ccd(BodyRef handle, bool enabled) const;
    /// Lets the body turn by more than 45° in a substep, of which a step has 4: a wheel, say. A new body may not,
    /// so that continuous collision detection stays exact.
    outcome<bool> body_set_fast_rotation(BodyRef handle, bool allowed) const;
    /// A number of the host's own, kept with the body and in snapshots; 0 in a new body.
    outcome<bool> body_set_user_data(BodyRef handle, int64_t user_data) const;
    /// The number that `rt_rapier2d_body_set_user_data` left; 0 on failure.
    outcome<int64_t> body_get_user_data(BodyRef handle) const;
    /// The handles of the body's colliders.
    outcome<Integers> body_get_colliders(BodyRef handle) const;
    /// The handles of all bodies, in the order of all bulk calls: it changes only when bodies come and go, and a
    /// restored world has the same.
    outcome<Integers> get_bodies() const;
    /// The handles of all colliders, in an order that a restored world shares.
    outcome<Integers> get_colliders() const;
    /// The handles of all joints, in an order that a restored world shares.
    outcome<Integers> get_joints() const;
    /// Where all bodies are: x, y and rotation of each, in the order of `rt_rapier2d_world_get_bodies`.
    outcome<Doubles> get_transforms() const;
    /// How fast all bodies move: vx, vy and spin of each, in the order of `rt_rapier2d_world_get_bodies`.
    outcome<Doubles> get_velocities() const;
    /// Where all bodies are as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation,
    /// 16 bytes each, in the order of `rt_rapier2d_world_get_bodies`.
    outcome<Bytes> get_transform_bytes() const;
    /// Which colliders this one meets: `memberships` are the groups that it belongs to and `filter` those it
    /// meets, 32 of them, a bit each. Two colliders meet where each one's filter has a group of the other.
    outcome<bool> collider_set_groups(ColliderRef handle, int64_t memberships, int64_t filter) const;
    /// Where the collider is in the world.
    outcome<RtBodyPosition> collider_get_position(ColliderRef handle) const;
    /// The handle of the body that the collider belongs to.
    outcome<BodyRef> collider_get_body(ColliderRef handle) const;
    /// A number of the host's own, kept with the collider and in snapshots; 0 in a new collider.
    outcome<bool> collider_set_user_data(ColliderRef handle, int64_t user_data) const;
    /// The number that `rt_rapier2d_collider_set_user_data` left; 0 on failure.
    outcome<int64_t> collider_get_user_data(ColliderRef handle) const;
    /// What started and stopped touching during the last step, sensors included: an object that the caller
    /// frees with `rt_rapier2d_collision_events_free`. The next step forgets them, so ask after each. Two bodies
    /// that are both static, or a static and a kinematic one, or two kinematic ones, make none unless one of the
    /// two colliders is a sensor; two static bodies make none at all.
    outcome<CollisionEvents> get_collision_events() const;
    /// Whether the two bodies of the joint collide with each other, as they do at first.
    outcome<bool> joint_set_contacts(JointRef joint, bool enabled) const;
    /// Where the joint is: a revolute joint's angle in radians, above −π and up to π, a prismatic joint's
    /// position in metres, a distance joint's length.
    outcome<double> joint_get_position(JointRef joint) const;
    /// A ray as in `rt_rapier2d_world_cast_ray` that also says where it hits, and is choosy: it hits what the
    /// groups of `memberships` and `filter` meet (4294967295 for all), sensors too where `sensors` is true, and
    /// no collider of `exclude_body`, which may be 0.
    outcome<RtCastHit> cast_ray_filtered(double origin_x, double origin_y, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, BodyRef exclude_body) const;
    /// The first collider that a circle touches on its way from a point along a direction, choosy as in
    /// `rt_rapier2d_world_cast_ray_filtered`. The distance is how far its centre goes.
    outcome<RtCastHit> cast_circle(double x, double y, double radius, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, BodyRef exclude_body) const;
    /// The colliders that a point is in, sensors too.
    outcome<Integers> query_point(double x, double y) const;
    /// The collider closest to a point, no farther than `max_dist` metres, which may be infinite; sensors too.
    outcome<RtNearestCollider> query_nearest(double x, double y, double max_dist) const;
    /// The colliders that overlap or touch a circle, sensors too.
    outcome<Integers> query_circle(double x, double y, double radius) const;
    /// The colliders that overlap or touch a box of twice these sizes about a point, turned by `rotation`;
    /// sensors too.
    outcome<Integers> query_box(double x, double y, double half_width, double half_height, double rotation) const;
    /// The whole world as bytes: bodies, colliders, joints, contacts, settings and user data. A world restored
    /// from them goes on exactly as this one does, bit for bit, also in another process of the same build on a
    /// machine of the same kind.
    outcome<Bytes> snapshot() const;
    /// The gravity in m/s².
    outcome<RtPhysicsVector> get_gravity() const;
    /// How often the solver works through contacts and joints in a step, 1 to 100; 4 in a new world. More is
    /// stiffer and slower.
    outcome<bool> set_iterations(int64_t iterations) const;
    /// The speed in m/s that no body exceeds, 400 in a new world: it keeps a scene that bursts apart in reach of
    /// continuous collision detection. Infinity for none.
    outcome<bool> set_max_speed(double speed) const;
};

/// Owns a handle of kind "world".
class World : public owner<WorldRef, WorldFree> {
public:
    using owner::owner;
};
}

namespace regex {

/// A handle of kind "regex", without its ownership.
class RegexRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Frees a compiled pattern.
    outcome<void> destroy() const;
    /// Whether `handle` matches anywhere in `text`: 1 or 0.
    outcome<int64_t> is_match(zstring_view text) const;
    /// The first match in `text`, `""` where there is none.
    outcome<std::string> find(zstring_view text) const;
    /// All matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none.
    /// Where matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.
    outcome<std::string> find_all(zstring_view text) const;
    /// The groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group
    /// that took no part is an empty piece; `""` where there is no match. `rt_regex_captures_array` keeps the
    /// pieces apart.
    outcome<std::string> captures(zstring_view text) const;
    /// How many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
    /// there is no match.
    outcome<int64_t> captures_len(zstring_view text) const;
    /// `text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
    /// and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty. Without
    /// braces a name is as long as it can be: `$1a` is the group "1a", and `${1}a` group 1 with an `a` after it.
    outcome<std::string> replace(zstring_view text, zstring_view replacement) const;
    /// `text` with all matches replaced, as in `rt_regex_replace`.
    outcome<std::string> replace_all(zstring_view text, zstring_view replacement) const;
    /// The pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.
    outcome<std::string> split(zstring_view text) const;
    /// The groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is
    /// `""`; the array is empty where there is no match.
    outcome<Texts> captures_array(zstring_view text) const;
    /// Where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
    /// first, -1 and -1 for a group that took no part; empty where there is no match.
    outcome<Integers> captures_offsets(zstring_view text, int64_t start) const;
    /// The group called `name` of the first match in `text`; `""` where there is no match or the group took no
    /// part. A name that the pattern does not have is a failure.
    outcome<std::string> captures_name(zstring_view text, zstring_view name) const;
    /// The names of the pattern's groups by number, group 0 first; `""` for a group without a name.
    outcome<Texts> capture_names() const;
    /// All matches in `text` that do not overlap, in order.
    outcome<Texts> find_all_array(zstring_view text) const;
    /// All matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
    /// boundary for a whole text.
    outcome<Integers> find_all_offsets(zstring_view text) const;
    /// How many matches that do not overlap `text` holds.
    outcome<int64_t> count(zstring_view text) const;
    /// Where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
    /// before `start` counts as context for `^`, `$` and `\b`. Allocates nothing.
    outcome<RtRegexSpan> find_at(zstring_view text, int64_t start) const;
    /// The pattern that `handle` was compiled from.
    outcome<std::string> pattern() const;
    /// `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
    outcome<std::string> replace_n(zstring_view text, zstring_view replacement, int64_t limit) const;
    /// `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
    outcome<std::string> replace_all_literal(zstring_view text, zstring_view replacement) const;
    /// The pieces of `text` between matches; the whole text where there is none.
    outcome<Texts> split_array(zstring_view text) const;
    /// The same with at most `limit` pieces, the last of which holds the rest; 0 gives none.
    outcome<Texts> split_n_array(zstring_view text, int64_t limit) const;
};

/// Owns a handle of kind "regex".
class Regex : public owner<RegexRef, RegexFree> {
public:
    using owner::owner;
};

/// A handle of kind "regex set", without its ownership.
class SetRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Frees a set.
    outcome<void> destroy() const;
    /// How many patterns the set has.
    outcome<int64_t> len() const;
    /// Whether any pattern of the set matches anywhere in `text`: 1 or 0.
    outcome<int64_t> is_match(zstring_view text) const;
    /// The numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
    /// were given.
    outcome<Integers> matches(zstring_view text) const;
};

/// Owns a handle of kind "regex set".
class Set : public owner<SetRef, SetFree> {
public:
    using owner::owner;
};
}

namespace winit {

/// What an input method is composing.
struct ImePreedit {
    /// The text so far; empty where there is none.
    std::string text;
    /// Where the cursor in it begins, in bytes; -1 where none is to be shown.
    int64_t cursor_start;
    /// Where it ends.
    int64_t cursor_end;
};

/// A handle of kind "event loop", without its ownership.
class EventLoopRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Frees an event loop with its windows, whose handles are stale then. Calls that wait in it fail.
    outcome<bool> free() const;
    /// Waits until every window of the loop is closed: freed, or asked to close by the user, which while this
    /// waits frees the window. Events go on to queue up, for another thread or for later. True at once where
    /// there is no window; false where the loop is freed or the display lost.
    outcome<bool> run_return() const;
    /// The next event's handle, or 0 where there is none. `max_events` is the most events that may be taken: 0
    /// takes none.
    ///
    /// At most 65,536 events wait: past that, motion of the pointer or of a finger that a later motion outdates
    /// goes first, then the oldest. The event lives until `rt_winit_event_free`, whatever becomes of its window.
    outcome<WindowEvent> poll_events(int64_t max_events) const;
    /// The next event's handle; where there is none, waits for it, up to `timeout_ms` milliseconds, or without end
    /// where that is negative. 0 when the time is up, and where the loop is freed or the display lost meanwhile.
    outcome<WindowEvent> wait_events(int64_t timeout_ms) const;
    /// Opens a window of this inner size (each side 1 to 32,767) and title. Its events go to `event_loop`, and it
    /// is freed with it at the latest. The user's wish to close it arrives as an event; it stays until
    /// `rt_winit_window_free`. On Wayland, where a window is seen from its first picture on, it starts black.
    outcome<Window> window_new(int64_t width, int64_t height, zstring_view title) const;
    /// Opens a window as a JSON object describes it: `width` (800), `height` (600), `title` (""), `resizable`
    /// (true), `decorations` (true), `transparent` (false), `always_on_top` (false), `fullscreen` (false),
    /// `maximized` (false), `visible` (true), `min_width`, `min_height`, `max_width`, `max_height` (0: none), `x` and
    /// `y` (where its frame's upper left corner is to be), `app_id` (the name of the application's desktop entry, by
    /// which a desktop groups windows and, on Wayland, finds their icon). An unknown key, and what the window system
    /// cannot do, fails and is named.
    outcome<Window> window_new_with_config(zstring_view config_json) const;
    /// The handles of the next events, at most `max_events` (0 and up), in order; none where there are none. Each
    /// is freed like that of a single one.
    outcome<Integers> poll_all(int64_t max_events) const;
    /// Ends a wait in `rt_winit_event_loop_wait_events`, which gives 0: that of a thread which is there, else the next
    /// one. May be called on any thread, to tell that there is something else to do.
    outcome<bool> wake() const;
};

/// Owns a handle of kind "event loop".
class EventLoop : public owner<EventLoopRef, EventLoopFree> {
public:
    using owner::owner;
};

/// A handle of kind "window", without its ownership.
class WindowRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// Closes a window. Its loop gets a destroyed event.
    outcome<bool> free() const;
    /// The inner size, as the window system last confirmed it.
    outcome<RtWindowSize> get_size() const;
    /// Asks for an inner size (each side 1 to 32,767). Waits up to 200 ms for the window system to agree, so that
    /// a get right after gives it. The window system may choose another: within the limits, on a tiled desktop.
    outcome<bool> set_size(int64_t width, int64_t height) const;
    /// The position of the upper left corner of the window with its frame. Fails on Wayland, which does not tell.
    outcome<RtWindowPosition> get_position() const;
    /// Asks for a position of the upper left corner of the window with its frame (-32,768 to 32,767). Waits up to
    /// 200 ms for the window system to agree. Fails on Wayland, where the user places windows.
    outcome<bool> set_position(int64_t x, int64_t y) const;
    /// The inner size: that of what can be drawn on. The same as `rt_winit_window_get_size`.
    outcome<RtWindowSize> get_inner_size() const;
    /// The size with the frame that the window system draws around it.
    outcome<RtWindowSize> get_outer_size() const;
    /// The least inner size that the user can give it; 0 for no limit. Refused where it is above the greatest.
    outcome<bool> set_min_size(int64_t width, int64_t height) const;
    /// The greatest inner size that the user can give it; 0 for no limit. Refused where it is below the least.
    outcome<bool> set_max_size(int64_t width, int64_t height) const;
    /// Sets the title, of at most 65,535 bytes.
    outcome<bool> set_title(zstring_view title) const;
    /// Shows or hides the window. Hiding fails on Wayland.
    outcome<bool> set_visible(bool visible) const;
    /// Whether the window is shown, if perhaps covered by others.
    outcome<bool> is_visible() const;
    /// Lets the user change the window's size, or not.
    outcome<bool> set_resizable(bool resizable) const;
    /// Minimises the window, or brings it back; bringing it back fails on Wayland.
    outcome<bool> set_minimized(bool minimized) const;
    /// Maximises the window, or brings it back to its size.
    outcome<bool> set_maximized(bool maximized) const;
    /// Whether the window is maximised, as the window system says.
    outcome<bool> is_maximized() const;
    /// Makes the window fill its monitor, without a frame, or brings it back to its size.
    outcome<bool> set_fullscreen(bool fullscreen) const;
    /// Whether the window fills its monitor, as the window system says.
    outcome<bool> is_fullscreen() const;
    /// Gives the window a frame with a title bar, or none.
    outcome<bool> set_decorations(bool decorations) const;
    /// Keeps the window above others, or lets it be covered. The former fails on Wayland.
    outcome<bool> set_always_on_top(bool on_top) const;
    /// Asks for the keyboard. Fails on Wayland, where the user gives it.
    outcome<bool> focus() const;
    /// Asks for a redraw-requested event.
    outcome<bool> request_redraw() const;
    /// The window system's number for the window, which its events bear: on X11 its XID.
    outcome<int64_t> id() const;
    /// Physical pixels for each logical one: 1.0 on an ordinary monitor, 2.0 on a dense one.
    outcome<double> scale_factor() const;
    /// Shows or hides the pointer over the window.
    outcome<bool> set_cursor_visible(bool visible) const;
    /// Keeps the pointer inside the window, or where that cannot be, in its place; or lets it go.
    outcome<bool> set_cursor_grab(bool grab) const;
    /// Puts the pointer to a place in the window (-32,768 to 32,767). Fails on Wayland.
    outcome<bool> set_cursor_position(int64_t x, int64_t y) const;
    /// Shows a picture in the window, without a GPU: `width` times `height` pixels (each 1 to 32,767) of four bytes
    /// red, green, blue, alpha, line by line from the top. It lies in the window's upper left corner, pixel for
    /// pixel, with black around it and cut off at the window's edges; translucent pixels lie over black. In a window
    /// that was made `transparent`, on X11 with a compositor, what is behind it takes black's place. A
    /// redraw-requested event says that it must be shown anew. Fails on X screens of fewer than 24 bits a pixel, and
    /// on Wayland in windows of more than 268 million pixels.
    ///
    /// The call returns once the picture is on its way to the screen; nothing more is needed for it to arrive. While
    /// two before it still are on theirs, it waits.
    outcome<bool> present_rgba(int64_t width, int64_t height, view<const uint8_t> pixels) const;
    /// Whether the window has the keyboard.
    outcome<bool> has_focus() const;
    /// Asks the user to look at the window, which does not have the keyboard: it flashes, or whatever the desktop does;
    /// or asks no longer. It ends by itself when the window gets the keyboard.
    outcome<bool> request_attention(bool wanted) const;
    /// The number of the monitor that most of the window is on.
    outcome<int64_t> get_monitor() const;
    /// Makes the window fill the monitor of this number, without a frame; `rt_winit_window_set_fullscreen` brings it
    /// back to its size.
    outcome<bool> set_fullscreen_on(int64_t monitor_id) const;
    /// What a GPU library makes a surface of. Valid until the window is freed.
    outcome<RtWindowRawHandle> raw_handle() const;
    /// Gives the window an icon, in the form of `rt_winit_window_present_rgba` (each side 1 to 1,024), or with no
    /// bytes and sides of 0 takes it away. Fails on Wayland, which takes icons from installed programs only.
    outcome<bool> set_icon(int64_t width, int64_t height, view<const uint8_t> pixels) const;
    /// Lets an input method (for Chinese, Japanese, Korean, …) take the keyboard, or not, as at first. What it
    /// composes arrives as preedit events, what it has composed as received characters.
    outcome<bool> set_ime_allowed(bool allowed) const;
    /// Where in the window text is entered, so that an input method shows its choices beside it: coordinates -32,768
    /// to 32,767, sides 0 to 32,767.
    outcome<bool> set_ime_area(int64_t x, int64_t y, int64_t width, int64_t height) const;
    /// Lets the mouse steer, as games turn a view by it, or no longer. While the window has the keyboard, the pointer
    /// is hidden and stays in its place, and the mouse's motion arrives in mouse-motion events, which no edge ends,
    /// and not in mouse-moved ones. The user who goes to another window has the pointer back meanwhile. Afterwards it
    /// is kept and shown as `rt_winit_window_set_cursor_grab` and `rt_winit_window_set_cursor_visible` ask for it.
    outcome<bool> set_relative_mouse(bool relative) const;
    /// Gives the pointer over the window another shape, by its name in CSS: `default`, `pointer`, `text`,
    /// `crosshair`, `wait`, `grab`, `ew-resize` and so on.
    outcome<bool> set_cursor_icon(zstring_view icon) const;
    /// Gives the pointer over the window a picture of its own, in the form of `rt_winit_window_present_rgba` (each side
    /// 1 to 256). The pixel at `hot_x`, `hot_y` (inside the picture) is the one that points.
    outcome<bool> set_cursor_image(int64_t width, int64_t height, int64_t hot_x, int64_t hot_y, view<const uint8_t> pixels) const;
};

/// Owns a handle of kind "window".
class Window : public owner<WindowRef, WindowFree> {
public:
    using owner::owner;
};

/// A handle of kind "window event", without its ownership.
class WindowEventRef : public handle_ref {
public:
    using handle_ref::handle_ref;
    /// The type: resized 1, moved 2, close requested 3, destroyed 4, focused 5, unfocused 6, scale factor changed
    /// 7, keyboard input 10, received character 11, mouse button 20, mouse moved 21, mouse wheel 22, cursor
    /// entered 23, cursor left 24, mouse motion 25, touch 30, redraw requested 40, file dropped 50, file hovered 51, file hover
    /// cancelled 52, input method enabled 60, its preedit 61, disabled 62.
    outcome<int64_t> event_get_type() const;
    /// The number of the window that it happened to, as `rt_winit_window_id` gives it.
    outcome<int64_t> event_get_window_id() const;
    /// Frees an event.
    outcome<bool> event_free() const;
    /// A resized window's new inner size.
    outcome<RtWindowSize> event_window_resized() const;
    /// A moved window's new position.
    outcome<RtWindowPosition> event_window_moved() const;
    /// Whether this is the user's wish to close the window.
    outcome<bool> event_window_close_requested() const;
    /// True where the window got the keyboard, false where it lost it.
    outcome<bool> event_window_focused() const;
    /// The new scale factor.
    outcome<double> event_window_scale_factor_changed() const;
    /// Which key went down or up. A key that is held repeats its going down.
    ///
    /// `scancode` is the number of the key's place: 30 is the key right of CapsLock whatever it bears; on Linux the
    /// kernel's. `keycode` is the Windows virtual-key code of what the key bears in the layout that is set: A to
    /// Z 65 to 90, digits 48 to 57, Escape 27, Enter 13, Space 32, Backspace 8, Tab 9, Left 37, Up 38, Right 39,
    /// Down 40, F1 to F24 112 to 135, left and right Shift 160 and 161, Control 162 and 163, Alt 164 and 165; 0
    /// where it has none. What is typed arrives as received characters.
    outcome<RtKeyInput> event_keyboard_input() const;
    /// The number of the key's place.
    outcome<int64_t> event_keyboard_scancode() const;
    /// The key's Windows virtual-key code, 0 where it has none.
    outcome<int64_t> event_keyboard_virtual_keycode() const;
    /// The modifiers that were held, of this event of a key, a mouse button, the wheel or motion: Shift 1, Control
    /// 2, Alt 4, Super 8, added up.
    outcome<int64_t> event_keyboard_modifiers() const;
    /// What was typed: mostly one character, composed where it was composed (dead keys, an input method), and
    /// never a control character. Empty where this is another type of event.
    outcome<std::string> event_received_character() const;
    /// Which mouse button went down or up: left 0, right 1, middle 2, others from 3.
    outcome<RtMouseButtonInput> event_mouse_button() const;
    /// Where in the window the pointer is now.
    outcome<RtMousePosition> event_mouse_moved() const;
    /// How far the wheel turned, in clicks; a touchpad gives fractions, of 10 logical pixels each.
    outcome<RtMouseWheelDelta> event_mouse_wheel() const;
    /// Whether this is the pointer coming into the window.
    outcome<bool> event_cursor_entered() const;
    /// Whether this is the pointer leaving the window.
    outcome<bool> event_cursor_left() const;
    /// What a finger does on a touch screen.
    outcome<RtTouchInput> event_touch() const;
    /// Whether this going down of a key is a repetition, because it is held, also where it was held already when the
    /// window got the keyboard.
    outcome<bool> event_keyboard_repeat() const;
    /// The path of a file that is dragged over the window or was dropped on it; each of several has its own event.
    outcome<std::string> event_file_path() const;
    /// What an input method is composing.
    outcome<ImePreedit> event_ime_preedit() const;
    /// The same as `rt_winit_event_window_scale_factor_changed`, under its older name.
    outcome<double> event_window_scale_factor() const;
    /// How far the mouse itself moved, of a mouse-motion event, which comes where
    /// `rt_winit_window_set_relative_mouse` asked for it: in the mouse's own counts, without the acceleration that
    /// the pointer gets. On X11, devices that tell places instead of motion (tablets, some remote desktops) tell
    /// them here too.
    outcome<RtMouseMotion> event_mouse_motion() const;
};

/// Owns a handle of kind "window event".
class WindowEvent : public owner<WindowEventRef, WindowEventFree> {
public:
    using owner::owner;
};
}

namespace native {

/// The version of the boundary's rules: how texts, arrays, handles and failure work. It changes only with
/// them, not with every new function.
inline int64_t abi_version() {
    return ::rt_native_abi_version();
}

/// A hash of every signature that this archive was built with. A host compares it with the
/// `SIMPLE_NATIVE_ABI_HASH` of the header it was compiled against: where they differ, one of the two is of
/// another version.
inline int64_t abi_hash() {
    return ::rt_native_abi_hash();
}

/// How often the interface has changed so far: of two archives, headers or manifests that differ, the one with
/// the smaller revision is the older.
inline int64_t abi_revision() {
    return ::rt_native_abi_revision();
}

/// Whether a caller fits this archive: one that was compiled with a header of revision `abi_revision` and hash
/// `abi_hash`, or generated from such a manifest. Where it does not, the last error says which of the two is
/// older. In C, `SIMPLE_NATIVE_FITS()` asks this.
inline outcome<bool> check_abi(int64_t abi_revision, int64_t abi_hash) {
    ::rt_native_clear_error();
    const auto raw = ::rt_native_check_abi(abi_revision, abi_hash);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_native_get_last_error);
}

/// The version of this archive.
inline std::string version() {
    return detail::take(::rt_native_version());
}

/// The manifest of this build, as JSON: every function that it holds, with parameter names, types,
/// ownership, thread rule, failure value and meaning.
inline std::string manifest() {
    return detail::take(::rt_native_manifest());
}

/// How many objects are alive: handles that were given out and not freed. A host's tests assert with it that
/// they leak none.
inline int64_t live_handles() {
    return ::rt_native_live_handles();
}

/// Panics inside the archive with `message`, so that a host can see for itself that its build catches panics:
/// the call fails, `rt_native_get_last_error` begins with `internal error:` and holds the message, and every
/// later call works. Never succeeds.
inline outcome<bool> provoke_panic(zstring_view message) {
    if (!message.whole()) return call::fail<bool>("`message` holds a NUL, at which C would cut it");
    ::rt_native_clear_error();
    const auto raw = ::rt_native_provoke_panic(message.c_str());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_native_get_last_error);
}

/// Why this thread's last failed `rt_native_` call failed: one sentence, `""` where none did.
inline std::string get_last_error() {
    return detail::take(::rt_native_get_last_error());
}

/// Forgets why this thread's last failed `rt_native_` call failed.
inline void clear_error() {
    ::rt_native_clear_error();
}
}

namespace audio {

/// Opens the system's default audio output and gives an engine that plays on it, at the device's own rate and
/// channels. 0 where no output can be opened; last error says why.
///
/// A device that is lost later does not end the engine: it goes on silently, at the same pace, and plays
/// aloud again when an output can be opened. `rt_audio_is_device_playing` and `rt_audio_take_device_error`
/// tell. The engine is the caller's; release it with `rt_audio_shutdown`.
inline outcome<Engine> init() {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_init();
    const bool suspect = raw == 0;
    return call::checked<Engine>(Engine(raw), suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> EngineRef::shutdown() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_shutdown(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> EngineRef::set_master_volume(double volume) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_set_master_volume(handle_, volume);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<double> EngineRef::get_master_volume() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_get_master_volume(handle_);
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> EngineRef::pause_all() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_pause_all(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> EngineRef::resume_all() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_resume_all(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<Source> EngineRef::load_from_file(zstring_view path) const {
    if (!path.whole()) return call::fail<Source>("`path` holds a NUL, at which C would cut it");
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_load_from_file(handle_, path.c_str());
    const bool suspect = raw == 0;
    return call::checked<Source>(Source(raw), suspect, &::rt_audio_get_last_error);
}

inline outcome<Source> EngineRef::load_from_memory(view<const uint8_t> data) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_load_from_memory(handle_, data.data(), data.size());
    const bool suspect = raw == 0;
    return call::checked<Source>(Source(raw), suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> SourceRef::free() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_source_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<double> SourceRef::duration() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_source_duration(handle_);
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<Playback> EngineRef::play_sound(SourceRef source) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_play_sound(handle_, source.handle());
    const bool suspect = raw == 0;
    return call::checked<Playback>(Playback(raw), suspect, &::rt_audio_get_last_error);
}

inline outcome<Playback> EngineRef::play_sound_with_volume(SourceRef source, double volume) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_play_sound_with_volume(handle_, source.handle(), volume);
    const bool suspect = raw == 0;
    return call::checked<Playback>(Playback(raw), suspect, &::rt_audio_get_last_error);
}

inline outcome<Playback> EngineRef::play_sound_looped(SourceRef source) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_play_sound_looped(handle_, source.handle());
    const bool suspect = raw == 0;
    return call::checked<Playback>(Playback(raw), suspect, &::rt_audio_get_last_error);
}

inline outcome<Playback> EngineRef::play_music(zstring_view path) const {
    if (!path.whole()) return call::fail<Playback>("`path` holds a NUL, at which C would cut it");
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_play_music(handle_, path.c_str());
    const bool suspect = raw == 0;
    return call::checked<Playback>(Playback(raw), suspect, &::rt_audio_get_last_error);
}

inline outcome<Playback> EngineRef::play_music_looped(zstring_view path) const {
    if (!path.whole()) return call::fail<Playback>("`path` holds a NUL, at which C would cut it");
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_play_music_looped(handle_, path.c_str());
    const bool suspect = raw == 0;
    return call::checked<Playback>(Playback(raw), suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> PlaybackRef::stop_music() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_stop_music(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> PlaybackRef::stop() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_stop(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> PlaybackRef::pause() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_pause(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> PlaybackRef::resume() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_resume(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> PlaybackRef::is_playing() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_is_playing(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> PlaybackRef::is_paused() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_is_paused(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> PlaybackRef::set_volume(double volume) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_set_volume(handle_, volume);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<double> PlaybackRef::get_volume() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_get_volume(handle_);
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> PlaybackRef::set_speed(double speed) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_set_speed(handle_, speed);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<double> PlaybackRef::get_speed() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_get_speed(handle_);
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<Playback> EngineRef::play_sound_spatial(SourceRef source, double x, double y, double z) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_play_sound_spatial(handle_, source.handle(), x, y, z);
    const bool suspect = raw == 0;
    return call::checked<Playback>(Playback(raw), suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> PlaybackRef::set_position(double x, double y, double z) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_set_position(handle_, x, y, z);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<RtAudioPosition> PlaybackRef::get_position() const {
    ::rt_audio_clear_error();
    RtAudioPosition out{};
    const bool done = ::rt_audio_playback_get_position_into(handle_, &out);
    return call::checked<RtAudioPosition>(out, !done, &::rt_audio_get_last_error);
}

inline outcome<bool> EngineRef::set_listener_position(double x, double y, double z) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_set_listener_position(handle_, x, y, z);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<RtAudioPosition> EngineRef::get_listener_position() const {
    ::rt_audio_clear_error();
    RtAudioPosition out{};
    const bool done = ::rt_audio_get_listener_position_into(handle_, &out);
    return call::checked<RtAudioPosition>(out, !done, &::rt_audio_get_last_error);
}

inline outcome<bool> EngineRef::set_listener_orientation(double forward_x, double forward_y, double forward_z, double up_x, double up_y, double up_z) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_set_listener_orientation(handle_, forward_x, forward_y, forward_z, up_x, up_y, up_z);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> PlaybackRef::fade_in(int64_t duration_ms) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_fade_in(handle_, duration_ms);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> PlaybackRef::fade_out(int64_t duration_ms) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_fade_out(handle_, duration_ms);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> PlaybackRef::set_reverb(double room_size, double damping) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_set_reverb(handle_, room_size, damping);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> PlaybackRef::set_delay(int64_t delay_ms, double decay) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_set_delay(handle_, delay_ms, decay);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<Mixer> EngineRef::mixer_create() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_mixer_create(handle_);
    const bool suspect = raw == 0;
    return call::checked<Mixer>(Mixer(raw), suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> MixerRef::free() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_mixer_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> MixerRef::add_source(SourceRef source) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_mixer_add_source(handle_, source.handle());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> MixerRef::set_volume(double volume) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_mixer_set_volume(handle_, volume);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<Playback> MixerRef::play() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_mixer_play(handle_);
    const bool suspect = raw == 0;
    return call::checked<Playback>(Playback(raw), suspect, &::rt_audio_get_last_error);
}

inline outcome<int64_t> SourceRef::get_sample_rate() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_source_get_sample_rate(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<int64_t> SourceRef::get_channels() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_source_get_channels(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_audio_get_last_error);
}

/// The formats that can be decoded, by their usual file name extension.
inline Texts get_supported_formats() {
    return Texts(::rt_audio_get_supported_formats());
}

/// Why this thread's last failed audio call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
inline std::string get_last_error() {
    return detail::take(::rt_audio_get_last_error());
}

/// True where this build holds the audio library, as it does where this links.
inline bool available() {
    return ::rt_audio_available();
}

/// Forgets why this thread's last failed audio call failed.
inline void clear_error() {
    ::rt_audio_clear_error();
}

/// The version of the wrapped library, the crate `rodio`.
inline std::string version() {
    return detail::take(::rt_audio_version());
}

/// An engine without a device, which mixes only when `rt_audio_render` tells it to: for tests, for files, for
/// servers. `sample_rate` from 8,000 to 384,000 Hz, `channels` from 1 to 8. Everything else is as on a device;
/// the same calls give the same samples. Release it with `rt_audio_shutdown`.
inline outcome<Engine> init_offline(int64_t sample_rate, int64_t channels) {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_init_offline(sample_rate, channels);
    const bool suspect = raw == 0;
    return call::checked<Engine>(Engine(raw), suspect, &::rt_audio_get_last_error);
}

inline outcome<Doubles> EngineRef::render(int64_t frames) const {
    ::rt_audio_clear_error();
    RtF64Array out{};
    const bool done = ::rt_audio_render_into(handle_, frames, &out);
    return call::checked<Doubles>(Doubles(out), !done, &::rt_audio_get_last_error);
}

inline outcome<int64_t> EngineRef::get_sample_rate() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_get_sample_rate(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<int64_t> EngineRef::get_channels() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_get_channels(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> EngineRef::is_device_playing() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_is_device_playing(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<std::string> EngineRef::take_device_error() const {
    ::rt_audio_clear_error();
    auto raw = detail::take(::rt_audio_take_device_error(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_audio_get_last_error);
}

inline outcome<Source> EngineRef::load_from_samples(view<const double> samples, int64_t sample_rate, int64_t channels) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_load_from_samples(handle_, samples.data(), samples.size(), sample_rate, channels);
    const bool suspect = raw == 0;
    return call::checked<Source>(Source(raw), suspect, &::rt_audio_get_last_error);
}

inline outcome<Doubles> SourceRef::get_samples() const {
    ::rt_audio_clear_error();
    RtF64Array out{};
    const bool done = ::rt_audio_source_get_samples_into(handle_, &out);
    return call::checked<Doubles>(Doubles(out), !done, &::rt_audio_get_last_error);
}

inline outcome<double> PlaybackRef::get_time() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_get_time(handle_);
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<double> PlaybackRef::get_duration() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_get_duration(handle_);
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> PlaybackRef::seek(double seconds) const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_seek(handle_, seconds);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<bool> PlaybackRef::clear_effects() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_playback_clear_effects(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_audio_get_last_error);
}

inline outcome<int64_t> EngineRef::free_ended() const {
    ::rt_audio_clear_error();
    const auto raw = ::rt_audio_free_ended(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_audio_get_last_error);
}
}

namespace cuda {

/// True where at least one GPU can be used: the build has GPU code, and a driver offers a device.
inline bool is_available() {
    return ::rt_cuda_is_available();
}

/// How many GPUs there are; 0 without a driver. The CPU reference (-1) is not counted.
inline int64_t device_count() {
    return ::rt_cuda_device_count();
}

/// Makes a device the calling thread's, for all calls that name none: 0, 1, … is a GPU, -1 the CPU
/// reference. Until it is called, a thread's device is GPU 0.
inline outcome<bool> set_device(int64_t id) {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_set_device(id);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_cuda_peek_last_error);
}

/// The calling thread's device. -1 is the CPU reference where the thread has set it, and else failure: no
/// GPU, as last error then says.
inline outcome<int64_t> get_device() {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_get_device();
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_cuda_peek_last_error);
}

/// What a device is called: `NVIDIA H100`, or `CPU reference` for -1.
inline outcome<std::string> device_name(int64_t id) {
    ::rt_cuda_clear_error();
    auto raw = detail::take(::rt_cuda_device_name(id));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_cuda_peek_last_error);
}

/// A device's memory in bytes; the host's for the CPU reference.
inline outcome<int64_t> device_memory(int64_t id) {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_device_memory(id);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_cuda_peek_last_error);
}

/// A GPU's compute capability; the CPU reference has none.
inline outcome<RtComputeCapability> compute_capability(int64_t id) {
    ::rt_cuda_clear_error();
    RtComputeCapability out{};
    const bool done = ::rt_cuda_compute_capability_into(id, &out);
    return call::checked<RtComputeCapability>(out, !done, &::rt_cuda_peek_last_error);
}

/// Allocates `size` bytes on the calling thread's device: their address there, aligned to 256 bytes, for the
/// caller to give to `rt_cuda_free`. The bytes are not set.
inline outcome<int64_t> malloc(int64_t size) {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_malloc(size);
    const bool suspect = raw == 0;
    return call::checked<int64_t>(raw, suspect, &::rt_cuda_peek_last_error);
}

/// Frees an allocation, whichever device it is on, once no call uses it any more.
inline outcome<bool> free(int64_t ptr) {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_free(ptr);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_cuda_peek_last_error);
}

/// Copies the first `size` bytes of `src_host` to the device. `dst_device` may point into an allocation;
/// nothing is copied where the bytes do not fit into it.
inline outcome<bool> memcpy_h2d(int64_t dst_device, view<const uint8_t> src_host, int64_t size) {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_memcpy_h2d(dst_device, src_host.data(), src_host.size(), size);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_cuda_peek_last_error);
}

/// Copies `size` bytes from the device into the caller's buffer, after all work queued before.
inline outcome<bool> memcpy_d2h(view<uint8_t> dst_host, int64_t src_device, int64_t size) {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_memcpy_d2h(dst_host.data(), dst_host.size(), src_device, size);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_cuda_peek_last_error);
}

/// Copies `size` bytes between allocations, of one GPU or of two. Within one allocation the ranges may
/// overlap on the CPU reference only.
inline outcome<bool> memcpy_d2d(int64_t dst, int64_t src, int64_t size) {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_memcpy_d2d(dst, src, size);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_cuda_peek_last_error);
}

/// Sets `size` bytes from `ptr` on to `value`, 0 to 255.
inline outcome<bool> memset(int64_t ptr, int64_t value, int64_t size) {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_memset(ptr, value, size);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_cuda_peek_last_error);
}

/// Compiles PTX for the calling thread's GPU and loads it. Last error holds the compiler's own words.
inline outcome<Module> compile_ptx(zstring_view ptx_source) {
    if (!ptx_source.whole()) return call::fail<Module>("`ptx_source` holds a NUL, at which C would cut it");
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_compile_ptx(ptx_source.c_str());
    const bool suspect = raw == 0;
    return call::checked<Module>(Module(raw), suspect, &::rt_cuda_peek_last_error);
}

inline outcome<FunctionRef> ModuleRef::get_function(zstring_view name) const {
    if (!name.whole()) return call::fail<FunctionRef>("`name` holds a NUL, at which C would cut it");
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_get_function(handle_, name.c_str());
    const bool suspect = raw == 0;
    return call::checked<FunctionRef>(FunctionRef(raw), suspect, &::rt_cuda_peek_last_error);
}

inline outcome<bool> FunctionRef::launch_kernel(int64_t gx, int64_t gy, int64_t gz, int64_t blk_x, int64_t blk_y, int64_t blk_z, int64_t shared_mem, view<const int64_t> args) const {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_launch_kernel(handle_, gx, gy, gz, blk_x, blk_y, blk_z, shared_mem, args.data(), args.size());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_cuda_peek_last_error);
}

inline outcome<bool> ModuleRef::unload_module() const {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_unload_module(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_cuda_peek_last_error);
}

/// Waits for all work on the calling thread's device. Fails where something of it failed.
inline outcome<bool> synchronize() {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_synchronize();
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_cuda_peek_last_error);
}

/// A new queue of work on the calling thread's device.
inline outcome<Stream> stream_create() {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_stream_create();
    const bool suspect = raw == 0;
    return call::checked<Stream>(Stream(raw), suspect, &::rt_cuda_peek_last_error);
}

inline outcome<bool> StreamRef::destroy() const {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_stream_destroy(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_cuda_peek_last_error);
}

inline outcome<bool> StreamRef::synchronize() const {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_stream_synchronize(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_cuda_peek_last_error);
}

/// Why this thread's last failed cuda call failed: one sentence, `""` where none did. Like `cudaGetLastError`
/// it forgets it, text and code: ask `rt_cuda_get_last_error_code` first, or use `rt_cuda_peek_last_error`.
inline std::string get_last_error() {
    return detail::take(::rt_cuda_get_last_error());
}

/// The same without forgetting it. A call that succeeds leaves it alone.
inline std::string peek_last_error() {
    return detail::take(::rt_cuda_peek_last_error());
}

/// Takes a device into use for models: 0, 1, … is a GPU, -1 the CPU reference.
inline outcome<Context> init(int64_t device) {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_init(device);
    const bool suspect = raw == 0;
    return call::checked<Context>(Context(raw), suspect, &::rt_cuda_peek_last_error);
}

inline outcome<bool> ContextRef::destroy() const {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_destroy(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_cuda_peek_last_error);
}

inline outcome<Model> ContextRef::load_model(zstring_view path) const {
    if (!path.whole()) return call::fail<Model>("`path` holds a NUL, at which C would cut it");
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_load_model(handle_, path.c_str());
    const bool suspect = raw == 0;
    return call::checked<Model>(Model(raw), suspect, &::rt_cuda_peek_last_error);
}

inline outcome<bool> ModelRef::unload_model() const {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_unload_model(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_cuda_peek_last_error);
}

inline outcome<int64_t> ModelRef::get_vram_usage() const {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_model_get_vram_usage(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_cuda_peek_last_error);
}

inline outcome<Inference> ModelRef::inference_start(zstring_view prompt, int64_t max_tokens, double temperature, int64_t seed) const {
    if (!prompt.whole()) return call::fail<Inference>("`prompt` holds a NUL, at which C would cut it");
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_inference_start(handle_, prompt.c_str(), max_tokens, temperature, seed);
    const bool suspect = raw == 0;
    return call::checked<Inference>(Inference(raw), suspect, &::rt_cuda_peek_last_error);
}

inline outcome<InferenceToken> InferenceRef::next_token() const {
    ::rt_cuda_clear_error();
    RtInferenceToken out{};
    const bool done = ::rt_cuda_inference_next_token_into(handle_, &out);
    return call::checked<InferenceToken>(InferenceToken{out.has_token, detail::take(out.token), out.index}, !done, &::rt_cuda_peek_last_error);
}

inline outcome<bool> InferenceRef::free() const {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_inference_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_cuda_peek_last_error);
}

inline outcome<bool> ModelRef::check_vram_residency() const {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_check_vram_residency(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_cuda_peek_last_error);
}

inline outcome<int64_t> ModelRef::cuda_get_vram_usage() const {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_get_vram_usage(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_cuda_peek_last_error);
}

inline outcome<int64_t> ContextRef::get_process_vram_usage() const {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_get_process_vram_usage(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_cuda_peek_last_error);
}

inline outcome<bool> ContextRef::check_device_health() const {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_check_device_health(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_cuda_peek_last_error);
}

/// What an error code means, in a sentence: 0 success, 1 invalid device, 2 out of memory, 3 model load
/// failed, 4 inference failed, 5 invalid parameter, 6 kernel launch failed, 7 VRAM residency failed, 8
/// device not found; any other number is an unknown error.
inline std::string error_message(int64_t code) {
    return detail::take(::rt_cuda_error_message(code));
}

/// The code of this thread's last failed cuda call, 0 where none failed since the last
/// `rt_cuda_clear_error` or `rt_cuda_get_last_error`.
inline int64_t get_last_error_code() {
    return ::rt_cuda_get_last_error_code();
}

/// Forgets why this thread's last failed cuda call failed.
inline void clear_error() {
    ::rt_cuda_clear_error();
}

/// True where this build holds the cuda library, as it does where this links. Whether there is a GPU says
/// `rt_cuda_is_available`.
inline bool available() {
    return ::rt_cuda_available();
}

/// The version of the CUDA runtime inside (`13.0`), `cpu` for a build without GPU code.
inline std::string version() {
    return detail::take(::rt_cuda_version());
}

/// The bytes of a device's memory that are free now; the host's for the CPU reference.
inline outcome<int64_t> device_free_memory(int64_t id) {
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_device_free_memory(id);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_cuda_peek_last_error);
}

/// The name of an error code: `VRAM_OOM` for 2, `UNKNOWN` for a number that is none.
inline std::string error_name(int64_t code) {
    return detail::take(::rt_cuda_error_name(code));
}

/// True where trying again later may help: for out of memory (2) alone.
inline bool error_is_retriable(int64_t code) {
    return ::rt_cuda_error_is_retriable(code);
}

inline outcome<Inference> ModelRef::inference_start_with_options(zstring_view prompt, zstring_view options_json) const {
    if (!prompt.whole()) return call::fail<Inference>("`prompt` holds a NUL, at which C would cut it");
    if (!options_json.whole()) return call::fail<Inference>("`options_json` holds a NUL, at which C would cut it");
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_inference_start_with_options(handle_, prompt.c_str(), options_json.c_str());
    const bool suspect = raw == 0;
    return call::checked<Inference>(Inference(raw), suspect, &::rt_cuda_peek_last_error);
}

inline outcome<RtInferenceStatistics> InferenceRef::statistics() const {
    ::rt_cuda_clear_error();
    RtInferenceStatistics out{};
    const bool done = ::rt_cuda_inference_statistics_into(handle_, &out);
    return call::checked<RtInferenceStatistics>(out, !done, &::rt_cuda_peek_last_error);
}

inline outcome<std::string> ModelRef::info() const {
    ::rt_cuda_clear_error();
    auto raw = detail::take(::rt_cuda_model_info(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_cuda_peek_last_error);
}

inline outcome<std::string> ModelRef::chat_template() const {
    ::rt_cuda_clear_error();
    auto raw = detail::take(::rt_cuda_model_chat_template(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_cuda_peek_last_error);
}

inline outcome<Integers> ModelRef::tokenize(zstring_view text, bool special) const {
    if (!text.whole()) return call::fail<Integers>("`text` holds a NUL, at which C would cut it");
    ::rt_cuda_clear_error();
    RtI64Array out{};
    const bool done = ::rt_cuda_model_tokenize_into(handle_, text.c_str(), special, &out);
    return call::checked<Integers>(Integers(out), !done, &::rt_cuda_peek_last_error);
}

inline outcome<std::string> ModelRef::detokenize(view<const int64_t> tokens) const {
    ::rt_cuda_clear_error();
    auto raw = detail::take(::rt_cuda_model_detokenize(handle_, tokens.data(), tokens.size()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_cuda_peek_last_error);
}

inline outcome<std::string> ModelRef::token_text(int64_t token) const {
    ::rt_cuda_clear_error();
    auto raw = detail::take(::rt_cuda_model_token_text(handle_, token));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_cuda_peek_last_error);
}

inline outcome<Doubles> ModelRef::logits(zstring_view text) const {
    if (!text.whole()) return call::fail<Doubles>("`text` holds a NUL, at which C would cut it");
    ::rt_cuda_clear_error();
    RtF64Array out{};
    const bool done = ::rt_cuda_model_logits_into(handle_, text.c_str(), &out);
    return call::checked<Doubles>(Doubles(out), !done, &::rt_cuda_peek_last_error);
}

inline outcome<double> ModelRef::perplexity(zstring_view text) const {
    if (!text.whole()) return call::fail<double>("`text` holds a NUL, at which C would cut it");
    ::rt_cuda_clear_error();
    const auto raw = ::rt_cuda_model_perplexity(handle_, text.c_str());
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_cuda_peek_last_error);
}
}

namespace gamepad {

/// Opens a view of the game pads, with its own queue of events and its own idea of what is pressed. Any
/// number of contexts can be open; each sees every pad under the same ids. Where the system has no game-pad
/// subsystem (a container without udev, say) the context is valid and has no pads. A pad that is connected
/// already gives no connected event.
///
/// The context lives until `rt_gamepad_shutdown`.
inline Context init() {
    return Context(::rt_gamepad_init());
}

inline outcome<bool> ContextRef::shutdown() const {
    ::rt_gamepad_clear_error();
    const auto raw = ::rt_gamepad_shutdown(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_gamepad_get_last_error);
}

inline outcome<bool> ContextRef::update() const {
    ::rt_gamepad_clear_error();
    const auto raw = ::rt_gamepad_update(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_gamepad_get_last_error);
}

inline outcome<int64_t> ContextRef::count() const {
    ::rt_gamepad_clear_error();
    const auto raw = ::rt_gamepad_count(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_gamepad_get_last_error);
}

inline outcome<bool> ContextRef::is_connected(int64_t gamepad_id) const {
    ::rt_gamepad_clear_error();
    const auto raw = ::rt_gamepad_is_connected(handle_, gamepad_id);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_gamepad_get_last_error);
}

inline outcome<std::string> ContextRef::get_name(int64_t gamepad_id) const {
    ::rt_gamepad_clear_error();
    auto raw = detail::take(::rt_gamepad_get_name(handle_, gamepad_id));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_gamepad_get_last_error);
}

inline outcome<RtGamepadPower> ContextRef::get_power_info(int64_t gamepad_id) const {
    ::rt_gamepad_clear_error();
    RtGamepadPower out{};
    const bool done = ::rt_gamepad_get_power_info_into(handle_, gamepad_id, &out);
    return call::checked<RtGamepadPower>(out, !done, &::rt_gamepad_get_last_error);
}

inline outcome<Event> ContextRef::poll_event() const {
    ::rt_gamepad_clear_error();
    const auto raw = ::rt_gamepad_poll_event(handle_);
    const bool suspect = raw == 0;
    return call::checked<Event>(Event(raw), suspect, &::rt_gamepad_get_last_error);
}

inline outcome<bool> EventRef::free() const {
    ::rt_gamepad_clear_error();
    const auto raw = ::rt_gamepad_event_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_gamepad_get_last_error);
}

inline outcome<int64_t> EventRef::get_type() const {
    ::rt_gamepad_clear_error();
    const auto raw = ::rt_gamepad_event_get_type(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_gamepad_get_last_error);
}

inline outcome<int64_t> EventRef::get_gamepad_id() const {
    ::rt_gamepad_clear_error();
    const auto raw = ::rt_gamepad_event_get_gamepad_id(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_gamepad_get_last_error);
}

inline outcome<int64_t> EventRef::get_button() const {
    ::rt_gamepad_clear_error();
    const auto raw = ::rt_gamepad_event_get_button(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_gamepad_get_last_error);
}

inline outcome<int64_t> EventRef::get_axis() const {
    ::rt_gamepad_clear_error();
    const auto raw = ::rt_gamepad_event_get_axis(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_gamepad_get_last_error);
}

inline outcome<double> EventRef::get_value() const {
    ::rt_gamepad_clear_error();
    const auto raw = ::rt_gamepad_event_get_value(handle_);
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_gamepad_get_last_error);
}

inline outcome<bool> ContextRef::button_is_pressed(int64_t gamepad_id, int64_t button) const {
    ::rt_gamepad_clear_error();
    const auto raw = ::rt_gamepad_button_is_pressed(handle_, gamepad_id, button);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_gamepad_get_last_error);
}

inline outcome<RtGamepadButton> ContextRef::button_data(int64_t gamepad_id, int64_t button) const {
    ::rt_gamepad_clear_error();
    RtGamepadButton out{};
    const bool done = ::rt_gamepad_button_data_into(handle_, gamepad_id, button, &out);
    return call::checked<RtGamepadButton>(out, !done, &::rt_gamepad_get_last_error);
}

inline outcome<double> ContextRef::axis_data(int64_t gamepad_id, int64_t axis) const {
    ::rt_gamepad_clear_error();
    const auto raw = ::rt_gamepad_axis_data(handle_, gamepad_id, axis);
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_gamepad_get_last_error);
}

inline outcome<bool> ContextRef::set_rumble(int64_t gamepad_id, double strong, double weak, int64_t duration_ms) const {
    ::rt_gamepad_clear_error();
    const auto raw = ::rt_gamepad_set_rumble(handle_, gamepad_id, strong, weak, duration_ms);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_gamepad_get_last_error);
}

inline outcome<bool> ContextRef::stop_rumble(int64_t gamepad_id) const {
    ::rt_gamepad_clear_error();
    const auto raw = ::rt_gamepad_stop_rumble(handle_, gamepad_id);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_gamepad_get_last_error);
}

/// Why this thread's last failed gamepad call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
inline std::string get_last_error() {
    return detail::take(::rt_gamepad_get_last_error());
}

inline outcome<bool> ContextRef::inject_event(int64_t gamepad_id, int64_t event_type, int64_t code, double value) const {
    ::rt_gamepad_clear_error();
    const auto raw = ::rt_gamepad_inject_event(handle_, gamepad_id, event_type, code, value);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_gamepad_get_last_error);
}

inline outcome<Integers> ContextRef::ids() const {
    ::rt_gamepad_clear_error();
    RtI64Array out{};
    const bool done = ::rt_gamepad_ids_into(handle_, &out);
    return call::checked<Integers>(Integers(out), !done, &::rt_gamepad_get_last_error);
}

inline outcome<std::string> ContextRef::get_uuid(int64_t gamepad_id) const {
    ::rt_gamepad_clear_error();
    auto raw = detail::take(::rt_gamepad_get_uuid(handle_, gamepad_id));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_gamepad_get_last_error);
}

inline outcome<bool> ContextRef::can_rumble(int64_t gamepad_id) const {
    ::rt_gamepad_clear_error();
    const auto raw = ::rt_gamepad_can_rumble(handle_, gamepad_id);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_gamepad_get_last_error);
}

/// True where this build holds the gamepad library, as it does where this links.
inline bool available() {
    return ::rt_gamepad_available();
}

/// Forgets why this thread's last failed gamepad call failed.
inline void clear_error() {
    ::rt_gamepad_clear_error();
}

/// The version of the wrapped library, the crate `gilrs`.
inline std::string version() {
    return detail::take(::rt_gamepad_version());
}
}

namespace http {

/// GETs `url`. Waits for the whole answer: 10 s to connect, 30 s in all, up to 10 redirects, a body of up to 256
/// MiB. HTTP/1.1 or HTTP/2, TLS with the system's trusted roots (SSL_CERT_FILE and SSL_CERT_DIR are honoured),
/// proxies from the environment; connections are kept for later calls.
///
/// `status` is the HTTP status, 4xx and 5xx included, and `body` the text that came, decoded by the answer's
/// charset. Where no whole answer came, `status` is 0 and `error` says why.
inline outcome<HttpResult> get(zstring_view url) {
    if (!url.whole()) return call::fail<HttpResult>("`url` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    RtHttpResult out{};
    const bool done = ::rt_http_get_into(url.c_str(), &out);
    return call::checked<HttpResult>(HttpResult{out.status, detail::take(out.body), detail::take(out.error)}, !done, &::rt_http_get_last_error);
}

/// POSTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
/// `rt_http_get`.
inline outcome<HttpResult> post(zstring_view url, zstring_view body, zstring_view content_type) {
    if (!url.whole()) return call::fail<HttpResult>("`url` holds a NUL, at which C would cut it");
    if (!body.whole()) return call::fail<HttpResult>("`body` holds a NUL, at which C would cut it");
    if (!content_type.whole()) return call::fail<HttpResult>("`content_type` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    RtHttpResult out{};
    const bool done = ::rt_http_post_into(url.c_str(), body.c_str(), content_type.c_str(), &out);
    return call::checked<HttpResult>(HttpResult{out.status, detail::take(out.body), detail::take(out.error)}, !done, &::rt_http_get_last_error);
}

/// PUTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
/// `rt_http_get`.
inline outcome<HttpResult> put(zstring_view url, zstring_view body, zstring_view content_type) {
    if (!url.whole()) return call::fail<HttpResult>("`url` holds a NUL, at which C would cut it");
    if (!body.whole()) return call::fail<HttpResult>("`body` holds a NUL, at which C would cut it");
    if (!content_type.whole()) return call::fail<HttpResult>("`content_type` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    RtHttpResult out{};
    const bool done = ::rt_http_put_into(url.c_str(), body.c_str(), content_type.c_str(), &out);
    return call::checked<HttpResult>(HttpResult{out.status, detail::take(out.body), detail::take(out.error)}, !done, &::rt_http_get_last_error);
}

/// DELETEs `url`. Otherwise as `rt_http_get`.
inline outcome<HttpResult> delete_(zstring_view url) {
    if (!url.whole()) return call::fail<HttpResult>("`url` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    RtHttpResult out{};
    const bool done = ::rt_http_delete_into(url.c_str(), &out);
    return call::checked<HttpResult>(HttpResult{out.status, detail::take(out.body), detail::take(out.error)}, !done, &::rt_http_get_last_error);
}

/// PATCHes `url` with `body` and this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
/// `rt_http_get`.
inline outcome<HttpResult> patch(zstring_view url, zstring_view body, zstring_view content_type) {
    if (!url.whole()) return call::fail<HttpResult>("`url` holds a NUL, at which C would cut it");
    if (!body.whole()) return call::fail<HttpResult>("`body` holds a NUL, at which C would cut it");
    if (!content_type.whole()) return call::fail<HttpResult>("`content_type` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    RtHttpResult out{};
    const bool done = ::rt_http_patch_into(url.c_str(), body.c_str(), content_type.c_str(), &out);
    return call::checked<HttpResult>(HttpResult{out.status, detail::take(out.body), detail::take(out.error)}, !done, &::rt_http_get_last_error);
}

/// Asks for the head of `url` alone: `body` is empty. Otherwise as `rt_http_get`.
inline outcome<HttpResult> head(zstring_view url) {
    if (!url.whole()) return call::fail<HttpResult>("`url` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    RtHttpResult out{};
    const bool done = ::rt_http_head_into(url.c_str(), &out);
    return call::checked<HttpResult>(HttpResult{out.status, detail::take(out.body), detail::take(out.error)}, !done, &::rt_http_get_last_error);
}

/// Sends any `method` but CONNECT, with up to 8192 `headers` like `Name: value`. Content-Length and
/// Transfer-Encoding are not the caller's to set. With a `Host` of its own a request does not follow a redirect to
/// another host: that is the answer then. An empty `body` is none. Otherwise as `rt_http_get`.
inline outcome<HttpResult> request(zstring_view method, zstring_view url, const texts_view & headers, zstring_view body) {
    if (!method.whole()) return call::fail<HttpResult>("`method` holds a NUL, at which C would cut it");
    if (!url.whole()) return call::fail<HttpResult>("`url` holds a NUL, at which C would cut it");
    if (!headers.whole()) return call::fail<HttpResult>("`headers` holds a NUL, at which C would cut it");
    if (!body.whole()) return call::fail<HttpResult>("`body` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    RtHttpResult out{};
    const bool done = ::rt_http_request_into(method.c_str(), url.c_str(), headers.data(), headers.size(), body.c_str(), &out);
    return call::checked<HttpResult>(HttpResult{out.status, detail::take(out.body), detail::take(out.error)}, !done, &::rt_http_get_last_error);
}

/// Saves what `url` answers as the file `output_path`, whatever its size: it streams into a temporary file
/// beside the target, which is replaced once all has come, with the permissions that it had; only a regular file,
/// or what a symbolic link leads to, is replaced. A transfer may take as long as it likes but stand
/// still for no more than 30 s.
///
/// `bytes` is the file's size. Where the status is not 2xx nothing is written, `bytes` is 0 and `error` empty.
/// Where the download failed `status` is 0 and `error` says why; an existing file is as it was.
inline outcome<HttpDownload> download(zstring_view url, zstring_view output_path) {
    if (!url.whole()) return call::fail<HttpDownload>("`url` holds a NUL, at which C would cut it");
    if (!output_path.whole()) return call::fail<HttpDownload>("`output_path` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    RtHttpDownload out{};
    const bool done = ::rt_http_download_into(url.c_str(), output_path.c_str(), &out);
    return call::checked<HttpDownload>(HttpDownload{out.status, out.bytes, detail::take(out.error)}, !done, &::rt_http_get_last_error);
}

/// POSTs the file `file_path` to `url` as part `field_name` of a `multipart/form-data` form, streaming, with the
/// content type of its extension. A transfer may take as long as it likes but stand still for no more than
/// 30 s. The result is as for `rt_http_get`.
inline outcome<HttpResult> upload(zstring_view url, zstring_view file_path, zstring_view field_name) {
    if (!url.whole()) return call::fail<HttpResult>("`url` holds a NUL, at which C would cut it");
    if (!file_path.whole()) return call::fail<HttpResult>("`file_path` holds a NUL, at which C would cut it");
    if (!field_name.whole()) return call::fail<HttpResult>("`field_name` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    RtHttpResult out{};
    const bool done = ::rt_http_upload_into(url.c_str(), file_path.c_str(), field_name.c_str(), &out);
    return call::checked<HttpResult>(HttpResult{out.status, detail::take(out.body), detail::take(out.error)}, !done, &::rt_http_get_last_error);
}

/// A client with settings and connections of its own, which begins with those that `rt_http_get` names. The
/// caller frees it with `rt_http_client_destroy`.
inline Client client_create() {
    return Client(::rt_http_client_create());
}

inline outcome<bool> ClientRef::set_timeout(int64_t timeout_ms) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_client_set_timeout(handle_, timeout_ms);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ClientRef::set_header(zstring_view key, zstring_view value) const {
    if (!key.whole()) return call::fail<bool>("`key` holds a NUL, at which C would cut it");
    if (!value.whole()) return call::fail<bool>("`value` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_client_set_header(handle_, key.c_str(), value.c_str());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<HttpResult> ClientRef::request(zstring_view method, zstring_view url, const texts_view & headers, zstring_view body) const {
    if (!method.whole()) return call::fail<HttpResult>("`method` holds a NUL, at which C would cut it");
    if (!url.whole()) return call::fail<HttpResult>("`url` holds a NUL, at which C would cut it");
    if (!headers.whole()) return call::fail<HttpResult>("`headers` holds a NUL, at which C would cut it");
    if (!body.whole()) return call::fail<HttpResult>("`body` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    RtHttpResult out{};
    const bool done = ::rt_http_client_request_into(handle_, method.c_str(), url.c_str(), headers.data(), headers.size(), body.c_str(), &out);
    return call::checked<HttpResult>(HttpResult{out.status, detail::take(out.body), detail::take(out.error)}, !done, &::rt_http_get_last_error);
}

inline outcome<void> ClientRef::destroy() const {
    ::rt_http_clear_error();
    ::rt_http_client_destroy(handle_);
    return call::checked(&::rt_http_get_last_error);
}

/// A server that listens at 127.0.0.1 and this port, 0 for any free one. It answers from
/// `rt_http_server_start` on; connections made earlier wait. HTTP/1.1, without TLS. The caller frees it with
/// `rt_http_server_destroy`. 0 where the port is taken.
inline outcome<Server> server_create(int64_t port) {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_create(port);
    const bool suspect = raw == 0;
    return call::checked<Server>(Server(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ServerRef::route(zstring_view method, zstring_view path, zstring_view handler) const {
    if (!method.whole()) return call::fail<bool>("`method` holds a NUL, at which C would cut it");
    if (!path.whole()) return call::fail<bool>("`path` holds a NUL, at which C would cut it");
    if (!handler.whole()) return call::fail<bool>("`handler` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_route(handle_, method.c_str(), path.c_str(), handler.c_str());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ServerRef::static_(zstring_view path, zstring_view dir) const {
    if (!path.whole()) return call::fail<bool>("`path` holds a NUL, at which C would cut it");
    if (!dir.whole()) return call::fail<bool>("`dir` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_static(handle_, path.c_str(), dir.c_str());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ServerRef::start() const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_start(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ServerRef::stop() const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_stop(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<void> ServerRef::destroy() const {
    ::rt_http_clear_error();
    ::rt_http_server_destroy(handle_);
    return call::checked(&::rt_http_get_last_error);
}

inline outcome<std::string> RequestRef::method() const {
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_request_method(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<std::string> RequestRef::path() const {
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_request_path(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<std::string> RequestRef::header(zstring_view key) const {
    if (!key.whole()) return call::fail<std::string>("`key` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_request_header(handle_, key.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<std::string> RequestRef::body() const {
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_request_body(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<std::string> RequestRef::query(zstring_view key) const {
    if (!key.whole()) return call::fail<std::string>("`key` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_request_query(handle_, key.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

/// A response with this status (200 to 599) and text. Returned from a callback or given to
/// `rt_http_server_respond` it is freed; otherwise the caller frees it with `rt_http_response_free`.
inline outcome<Response> response_create(int64_t status, zstring_view body) {
    if (!body.whole()) return call::fail<Response>("`body` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_response_create(status, body.c_str());
    const bool suspect = raw == 0;
    return call::checked<Response>(Response(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ResponseRef::set_header(zstring_view key, zstring_view value) const {
    if (!key.whole()) return call::fail<bool>("`key` holds a NUL, at which C would cut it");
    if (!value.whole()) return call::fail<bool>("`value` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_response_set_header(handle_, key.c_str(), value.c_str());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ResponseRef::json(zstring_view json) const {
    if (!json.whole()) return call::fail<bool>("`json` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_response_json(handle_, json.c_str());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

/// Connects to a WebSocket at a ws: or wss: address; 10 s to connect, 30 s in all. The caller closes it with
/// `rt_ws_close`. Pings are answered by themselves. 0 where the server refuses.
inline outcome<Websocket> ws_connect(zstring_view url) {
    if (!url.whole()) return call::fail<Websocket>("`url` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_ws_connect(url.c_str());
    const bool suspect = raw == 0;
    return call::checked<Websocket>(Websocket(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<bool> WebsocketRef::ws_send(zstring_view message) const {
    if (!message.whole()) return call::fail<bool>("`message` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_ws_send(handle_, message.c_str());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<std::string> WebsocketRef::ws_receive() const {
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_ws_receive(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<bool> WebsocketRef::ws_close() const {
    ::rt_http_clear_error();
    const auto raw = ::rt_ws_close(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

/// `text` with every byte escaped that is not in RFC 3986's unreserved set (letters, digits, `-._~`).
inline outcome<std::string> url_encode(zstring_view text) {
    if (!text.whole()) return call::fail<std::string>("`text` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_url_encode(text.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

/// `text` with its escapes decoded; `+` is a plus. `""` where an escape is malformed or the bytes are not UTF-8.
inline outcome<std::string> url_decode(zstring_view text) {
    if (!text.whole()) return call::fail<std::string>("`text` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_url_decode(text.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

/// A JSON value, to be freed with `rt_http_json_free`. 0 where `json` is not well-formed or nested deeper than
/// 127 levels; the last error tells where.
inline outcome<JsonValue> parse_json(zstring_view json) {
    if (!json.whole()) return call::fail<JsonValue>("`json` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_parse_json(json.c_str());
    const bool suspect = raw == 0;
    return call::checked<JsonValue>(JsonValue(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<std::string> JsonValueRef::stringify_json() const {
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_stringify_json(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ClientRef::set_connect_timeout(int64_t timeout_ms) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_client_set_connect_timeout(handle_, timeout_ms);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ClientRef::set_max_redirects(int64_t count) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_client_set_max_redirects(handle_, count);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ClientRef::set_body_limit(int64_t bytes) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_client_set_body_limit(handle_, bytes);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ClientRef::set_proxy(zstring_view url) const {
    if (!url.whole()) return call::fail<bool>("`url` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_client_set_proxy(handle_, url.c_str());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ClientRef::add_root_certificates(zstring_view pem) const {
    if (!pem.whole()) return call::fail<bool>("`pem` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_client_add_root_certificates(handle_, pem.c_str());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<HttpDownload> ClientRef::download(zstring_view url, const texts_view & headers, zstring_view output_path) const {
    if (!url.whole()) return call::fail<HttpDownload>("`url` holds a NUL, at which C would cut it");
    if (!headers.whole()) return call::fail<HttpDownload>("`headers` holds a NUL, at which C would cut it");
    if (!output_path.whole()) return call::fail<HttpDownload>("`output_path` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    RtHttpDownload out{};
    const bool done = ::rt_http_client_download_into(handle_, url.c_str(), headers.data(), headers.size(), output_path.c_str(), &out);
    return call::checked<HttpDownload>(HttpDownload{out.status, out.bytes, detail::take(out.error)}, !done, &::rt_http_get_last_error);
}

inline outcome<HttpResult> ClientRef::upload(zstring_view url, const texts_view & headers, zstring_view file_path, zstring_view field_name) const {
    if (!url.whole()) return call::fail<HttpResult>("`url` holds a NUL, at which C would cut it");
    if (!headers.whole()) return call::fail<HttpResult>("`headers` holds a NUL, at which C would cut it");
    if (!file_path.whole()) return call::fail<HttpResult>("`file_path` holds a NUL, at which C would cut it");
    if (!field_name.whole()) return call::fail<HttpResult>("`field_name` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    RtHttpResult out{};
    const bool done = ::rt_http_client_upload_into(handle_, url.c_str(), headers.data(), headers.size(), file_path.c_str(), field_name.c_str(), &out);
    return call::checked<HttpResult>(HttpResult{out.status, detail::take(out.body), detail::take(out.error)}, !done, &::rt_http_get_last_error);
}

inline outcome<HttpResult> ClientRef::send_file(zstring_view method, zstring_view url, const texts_view & headers, zstring_view file_path) const {
    if (!method.whole()) return call::fail<HttpResult>("`method` holds a NUL, at which C would cut it");
    if (!url.whole()) return call::fail<HttpResult>("`url` holds a NUL, at which C would cut it");
    if (!headers.whole()) return call::fail<HttpResult>("`headers` holds a NUL, at which C would cut it");
    if (!file_path.whole()) return call::fail<HttpResult>("`file_path` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    RtHttpResult out{};
    const bool done = ::rt_http_client_send_file_into(handle_, method.c_str(), url.c_str(), headers.data(), headers.size(), file_path.c_str(), &out);
    return call::checked<HttpResult>(HttpResult{out.status, detail::take(out.body), detail::take(out.error)}, !done, &::rt_http_get_last_error);
}

inline outcome<FetchedResponse> ClientRef::fetch(zstring_view method, zstring_view url, const texts_view & headers, zstring_view body) const {
    if (!method.whole()) return call::fail<FetchedResponse>("`method` holds a NUL, at which C would cut it");
    if (!url.whole()) return call::fail<FetchedResponse>("`url` holds a NUL, at which C would cut it");
    if (!headers.whole()) return call::fail<FetchedResponse>("`headers` holds a NUL, at which C would cut it");
    if (!body.whole()) return call::fail<FetchedResponse>("`body` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_client_fetch(handle_, method.c_str(), url.c_str(), headers.data(), headers.size(), body.c_str());
    const bool suspect = raw == 0;
    return call::checked<FetchedResponse>(FetchedResponse(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<FetchedResponse> ClientRef::fetch_bytes(zstring_view method, zstring_view url, const texts_view & headers, view<const uint8_t> body) const {
    if (!method.whole()) return call::fail<FetchedResponse>("`method` holds a NUL, at which C would cut it");
    if (!url.whole()) return call::fail<FetchedResponse>("`url` holds a NUL, at which C would cut it");
    if (!headers.whole()) return call::fail<FetchedResponse>("`headers` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_client_fetch_bytes(handle_, method.c_str(), url.c_str(), headers.data(), headers.size(), body.data(), body.size());
    const bool suspect = raw == 0;
    return call::checked<FetchedResponse>(FetchedResponse(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<int64_t> FetchedResponseRef::fetch_status() const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_fetch_status(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<std::string> FetchedResponseRef::fetch_version() const {
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_fetch_version(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<std::string> FetchedResponseRef::fetch_url() const {
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_fetch_url(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<std::string> FetchedResponseRef::fetch_header(zstring_view key) const {
    if (!key.whole()) return call::fail<std::string>("`key` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_fetch_header(handle_, key.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<Texts> FetchedResponseRef::fetch_headers() const {
    ::rt_http_clear_error();
    RtTextArray out{};
    const bool done = ::rt_http_fetch_headers_into(handle_, &out);
    return call::checked<Texts>(Texts(out), !done, &::rt_http_get_last_error);
}

inline outcome<std::string> FetchedResponseRef::fetch_body() const {
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_fetch_body(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<Bytes> FetchedResponseRef::fetch_body_bytes() const {
    ::rt_http_clear_error();
    RtBytes out{};
    const bool done = ::rt_http_fetch_body_bytes_into(handle_, &out);
    return call::checked<Bytes>(Bytes(out), !done, &::rt_http_get_last_error);
}

inline outcome<void> FetchedResponseRef::fetch_free() const {
    ::rt_http_clear_error();
    ::rt_http_fetch_free(handle_);
    return call::checked(&::rt_http_get_last_error);
}

inline outcome<std::string> JsonValueRef::json_get(zstring_view pointer) const {
    if (!pointer.whole()) return call::fail<std::string>("`pointer` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_json_get(handle_, pointer.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<double> JsonValueRef::json_number(zstring_view pointer) const {
    if (!pointer.whole()) return call::fail<double>("`pointer` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_json_number(handle_, pointer.c_str());
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<std::string> JsonValueRef::json_type(zstring_view pointer) const {
    if (!pointer.whole()) return call::fail<std::string>("`pointer` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_json_type(handle_, pointer.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<int64_t> JsonValueRef::json_length(zstring_view pointer) const {
    if (!pointer.whole()) return call::fail<int64_t>("`pointer` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_json_length(handle_, pointer.c_str());
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<Texts> JsonValueRef::json_keys(zstring_view pointer) const {
    if (!pointer.whole()) return call::fail<Texts>("`pointer` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    RtTextArray out{};
    const bool done = ::rt_http_json_keys_into(handle_, pointer.c_str(), &out);
    return call::checked<Texts>(Texts(out), !done, &::rt_http_get_last_error);
}

inline outcome<void> JsonValueRef::json_free() const {
    ::rt_http_clear_error();
    ::rt_http_json_free(handle_);
    return call::checked(&::rt_http_get_last_error);
}

inline outcome<std::string> RequestRef::query_string() const {
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_request_query_string(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<std::string> RequestRef::param(zstring_view name) const {
    if (!name.whole()) return call::fail<std::string>("`name` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_request_param(handle_, name.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<std::string> RequestRef::handler() const {
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_request_handler(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<Texts> RequestRef::headers() const {
    ::rt_http_clear_error();
    RtTextArray out{};
    const bool done = ::rt_http_request_headers_into(handle_, &out);
    return call::checked<Texts>(Texts(out), !done, &::rt_http_get_last_error);
}

inline outcome<Bytes> RequestRef::body_bytes() const {
    ::rt_http_clear_error();
    RtBytes out{};
    const bool done = ::rt_http_request_body_bytes_into(handle_, &out);
    return call::checked<Bytes>(Bytes(out), !done, &::rt_http_get_last_error);
}

inline outcome<std::string> RequestRef::remote_address() const {
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_request_remote_address(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<void> RequestRef::free() const {
    ::rt_http_clear_error();
    ::rt_http_request_free(handle_);
    return call::checked(&::rt_http_get_last_error);
}

inline outcome<Websocket> RequestRef::ws_accept() const {
    ::rt_http_clear_error();
    const auto raw = ::rt_ws_accept(handle_);
    const bool suspect = raw == 0;
    return call::checked<Websocket>(Websocket(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<Websocket> RequestRef::ws_accept_protocol(zstring_view protocol) const {
    if (!protocol.whole()) return call::fail<Websocket>("`protocol` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_ws_accept_protocol(handle_, protocol.c_str());
    const bool suspect = raw == 0;
    return call::checked<Websocket>(Websocket(raw), suspect, &::rt_http_get_last_error);
}

/// A response with this status (200 to 599), bytes and content type. Otherwise as `rt_http_response_create`.
inline outcome<Response> response_create_bytes(int64_t status, view<const uint8_t> body, zstring_view content_type) {
    if (!content_type.whole()) return call::fail<Response>("`content_type` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_response_create_bytes(status, body.data(), body.size(), content_type.c_str());
    const bool suspect = raw == 0;
    return call::checked<Response>(Response(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ResponseRef::add_header(zstring_view key, zstring_view value) const {
    if (!key.whole()) return call::fail<bool>("`key` holds a NUL, at which C would cut it");
    if (!value.whole()) return call::fail<bool>("`value` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_response_add_header(handle_, key.c_str(), value.c_str());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<void> ResponseRef::free() const {
    ::rt_http_clear_error();
    ::rt_http_response_free(handle_);
    return call::checked(&::rt_http_get_last_error);
}

/// A server as `rt_http_server_create` makes it, at another IP address: `0.0.0.0` for all, `::1`, ….
inline outcome<Server> server_create_at(zstring_view address, int64_t port) {
    if (!address.whole()) return call::fail<Server>("`address` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_create_at(address.c_str(), port);
    const bool suspect = raw == 0;
    return call::checked<Server>(Server(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<int64_t> ServerRef::port() const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_port(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ServerRef::start_background() const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_start_background(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

/// Registers `function` as the handler named `name`, for all servers, in place of an earlier one. It gets a
/// request and `user_data`, and returns a response, which is freed when it was sent; so is the request, and so
/// are responses made inside the call and not returned. 0, a handle that is no response, and a panic are a 500. A
/// client that ends its side of the connection still gets its answer (one whose request is pulled counts as gone).
/// The function is called on the server's threads, on several at once; it may block, call this library, and
/// stop the server. No exception of another language may leave it.
inline outcome<bool> register_handler(zstring_view name, int64_t (*function)(int64_t handle, void *user_data), void *user_data) {
    if (!name.whole()) return call::fail<bool>("`name` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_register_handler(name.c_str(), function, user_data);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

/// Takes a registered handler away and waits for its calls to end, the caller's own excepted, and those that
/// themselves wait here (two handlers may take each other away); its `user_data` is not used any more. False where
/// there is none of that name.
inline outcome<bool> unregister_handler(zstring_view name) {
    if (!name.whole()) return call::fail<bool>("`name` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_unregister_handler(name.c_str());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<Request> ServerRef::next_request(int64_t timeout_ms) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_next_request(handle_, timeout_ms);
    const bool suspect = raw == 0;
    return call::checked<Request>(Request(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<bool> RequestRef::server_respond(ResponseRef response) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_respond(handle_, response.handle());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ServerRef::websocket(zstring_view path, zstring_view handler) const {
    if (!path.whole()) return call::fail<bool>("`path` holds a NUL, at which C would cut it");
    if (!handler.whole()) return call::fail<bool>("`handler` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_websocket(handle_, path.c_str(), handler.c_str());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ServerRef::set_body_limit(int64_t bytes) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_set_body_limit(handle_, bytes);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ServerRef::set_header_limit(int64_t bytes) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_set_header_limit(handle_, bytes);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ServerRef::set_header_timeout(int64_t timeout_ms) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_set_header_timeout(handle_, timeout_ms);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ServerRef::set_body_timeout(int64_t timeout_ms) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_set_body_timeout(handle_, timeout_ms);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ServerRef::set_answer_timeout(int64_t timeout_ms) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_set_answer_timeout(handle_, timeout_ms);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ServerRef::set_write_timeout(int64_t timeout_ms) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_set_write_timeout(handle_, timeout_ms);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ServerRef::set_stop_timeout(int64_t timeout_ms) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_set_stop_timeout(handle_, timeout_ms);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ServerRef::set_max_connections(int64_t count) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_set_max_connections(handle_, count);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> ServerRef::set_compression(bool enabled) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_server_set_compression(handle_, enabled);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<Stream> ClientRef::stream_open(zstring_view method, zstring_view url, const texts_view & headers) const {
    if (!method.whole()) return call::fail<Stream>("`method` holds a NUL, at which C would cut it");
    if (!url.whole()) return call::fail<Stream>("`url` holds a NUL, at which C would cut it");
    if (!headers.whole()) return call::fail<Stream>("`headers` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_stream_open(handle_, method.c_str(), url.c_str(), headers.data(), headers.size());
    const bool suspect = raw == 0;
    return call::checked<Stream>(Stream(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<bool> StreamRef::write(view<const uint8_t> data) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_stream_write(handle_, data.data(), data.size());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<int64_t> StreamRef::finish() const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_stream_finish(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<int64_t> StreamRef::status() const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_stream_status(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<std::string> StreamRef::header(zstring_view key) const {
    if (!key.whole()) return call::fail<std::string>("`key` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_http_stream_header(handle_, key.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<Texts> StreamRef::headers() const {
    ::rt_http_clear_error();
    RtTextArray out{};
    const bool done = ::rt_http_stream_headers_into(handle_, &out);
    return call::checked<Texts>(Texts(out), !done, &::rt_http_get_last_error);
}

inline outcome<int64_t> StreamRef::read(view<uint8_t> buffer) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_http_stream_read(handle_, buffer.data(), buffer.size());
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<void> StreamRef::free() const {
    ::rt_http_clear_error();
    ::rt_http_stream_free(handle_);
    return call::checked(&::rt_http_get_last_error);
}

inline outcome<Websocket> ClientRef::websocket(zstring_view url, const texts_view & headers) const {
    if (!url.whole()) return call::fail<Websocket>("`url` holds a NUL, at which C would cut it");
    if (!headers.whole()) return call::fail<Websocket>("`headers` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_http_client_websocket(handle_, url.c_str(), headers.data(), headers.size());
    const bool suspect = raw == 0;
    return call::checked<Websocket>(Websocket(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<bool> WebsocketRef::ws_send_text(view<const uint8_t> data) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_ws_send_text(handle_, data.data(), data.size());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> WebsocketRef::ws_send_bytes(view<const uint8_t> data) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_ws_send_bytes(handle_, data.data(), data.size());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<std::string> WebsocketRef::ws_receive_timeout(int64_t timeout_ms) const {
    ::rt_http_clear_error();
    auto raw = detail::take(::rt_ws_receive_timeout(handle_, timeout_ms));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_http_get_last_error);
}

inline outcome<Bytes> WebsocketRef::ws_receive_bytes() const {
    ::rt_http_clear_error();
    RtBytes out{};
    const bool done = ::rt_ws_receive_bytes_into(handle_, &out);
    return call::checked<Bytes>(Bytes(out), !done, &::rt_http_get_last_error);
}

inline outcome<Bytes> WebsocketRef::ws_receive_bytes_timeout(int64_t timeout_ms) const {
    ::rt_http_clear_error();
    RtBytes out{};
    const bool done = ::rt_ws_receive_bytes_timeout_into(handle_, timeout_ms, &out);
    return call::checked<Bytes>(Bytes(out), !done, &::rt_http_get_last_error);
}

inline outcome<int64_t> WebsocketRef::ws_wait(int64_t timeout_ms) const {
    ::rt_http_clear_error();
    const auto raw = ::rt_ws_wait(handle_, timeout_ms);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> WebsocketRef::ws_ping() const {
    ::rt_http_clear_error();
    const auto raw = ::rt_ws_ping(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<int64_t> WebsocketRef::ws_close_code() const {
    ::rt_http_clear_error();
    const auto raw = ::rt_ws_close_code(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_http_get_last_error);
}

inline outcome<bool> WebsocketRef::ws_close_with(int64_t code, zstring_view reason) const {
    if (!reason.whole()) return call::fail<bool>("`reason` holds a NUL, at which C would cut it");
    ::rt_http_clear_error();
    const auto raw = ::rt_ws_close_with(handle_, code, reason.c_str());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_http_get_last_error);
}

/// True where this build holds the http library, as it does where this links.
inline bool available() {
    return ::rt_http_available();
}

/// Forgets why this thread's last failed http call failed.
inline void clear_error() {
    ::rt_http_clear_error();
}

/// Why this thread's last failed http call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
inline std::string get_last_error() {
    return detail::take(::rt_http_get_last_error());
}

/// The version of the wrapped library, the crate `reqwest`.
inline std::string version() {
    return detail::take(::rt_http_version());
}
}

namespace lyon {

/// A new, empty path builder. Free it with `rt_lyon_path_builder_free`, or turn it into a path with
/// `rt_lyon_path_builder_build`, which frees it too.
inline PathBuilder path_builder_new() {
    return PathBuilder(::rt_lyon_path_builder_new());
}

inline outcome<bool> PathBuilderRef::free() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_builder_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> PathBuilderRef::begin(double x, double y) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_builder_begin(handle_, x, y);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> PathBuilderRef::line_to(double x, double y) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_builder_line_to(handle_, x, y);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> PathBuilderRef::quadratic_bezier_to(double ctrl_x, double ctrl_y, double to_x, double to_y) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_builder_quadratic_bezier_to(handle_, ctrl_x, ctrl_y, to_x, to_y);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> PathBuilderRef::cubic_bezier_to(double ctrl1_x, double ctrl1_y, double ctrl2_x, double ctrl2_y, double to_x, double to_y) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_builder_cubic_bezier_to(handle_, ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> PathBuilderRef::arc_to(double center_x, double center_y, double radius, double start_angle, double sweep_angle) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_builder_arc_to(handle_, center_x, center_y, radius, start_angle, sweep_angle);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> PathBuilderRef::close() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_builder_close(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<Path> PathBuilderRef::build() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_builder_build(handle_);
    const bool suspect = raw == 0;
    return call::checked<Path>(Path(raw), suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> PathRef::free() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<RtPathBounds> PathRef::get_bounds() const {
    ::rt_lyon_clear_error();
    RtPathBounds out{};
    const bool done = ::rt_lyon_path_get_bounds_into(handle_, &out);
    return call::checked<RtPathBounds>(out, !done, &::rt_lyon_get_last_error);
}

inline outcome<bool> PathRef::contains_point(double x, double y) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_contains_point(handle_, x, y);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<Path> PathRef::transform(double m11, double m12, double m21, double m22, double tx, double ty) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_transform(handle_, m11, m12, m21, m22, tx, ty);
    const bool suspect = raw == 0;
    return call::checked<Path>(Path(raw), suspect, &::rt_lyon_get_last_error);
}

/// A rectangle with corners at (x, y) and (x + width, y + height), drawn from x towards x + width first.
/// Fails where width or height is below 0.
inline outcome<Path> path_rectangle(double x, double y, double width, double height) {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_rectangle(x, y, width, height);
    const bool suspect = raw == 0;
    return call::checked<Path>(Path(raw), suspect, &::rt_lyon_get_last_error);
}

/// A rectangle whose corners are quarter circles. A radius of more than half the width or height counts as
/// that half. Fails where width, height or radius is below 0.
inline outcome<Path> path_rounded_rectangle(double x, double y, double width, double height, double radius) {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_rounded_rectangle(x, y, width, height, radius);
    const bool suspect = raw == 0;
    return call::checked<Path>(Path(raw), suspect, &::rt_lyon_get_last_error);
}

/// A circle, drawn from its rightmost point towards growing y. Within 7e-8 of its radius of the true circle.
/// Fails where the radius is below 0.
inline outcome<Path> path_circle(double center_x, double center_y, double radius) {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_circle(center_x, center_y, radius);
    const bool suspect = raw == 0;
    return call::checked<Path>(Path(raw), suspect, &::rt_lyon_get_last_error);
}

/// An ellipse with axes along x and y, drawn like a circle. Fails where a radius is below 0.
inline outcome<Path> path_ellipse(double center_x, double center_y, double radius_x, double radius_y) {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_ellipse(center_x, center_y, radius_x, radius_y);
    const bool suspect = raw == 0;
    return call::checked<Path>(Path(raw), suspect, &::rt_lyon_get_last_error);
}

/// A closed polygon through `num_points` points, given as x, y pairs in `points`; further numbers are not
/// looked at. Fails for fewer than 3 points, and where `points` holds fewer than 2 · num_points numbers.
inline outcome<Path> path_polygon(view<const double> points, int64_t num_points) {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_polygon(points.data(), points.size(), num_points);
    const bool suspect = raw == 0;
    return call::checked<Path>(Path(raw), suspect, &::rt_lyon_get_last_error);
}

/// A star with `num_points` tips (3 to 1,000,000) at `outer_radius` and as many notches at `inner_radius`,
/// evenly spaced. The first tip is at (center_x, center_y − outer_radius): upwards where y grows downwards.
/// Its area is num_points · inner_radius · outer_radius · sin(π / num_points). Fails where a radius is
/// below 0.
inline outcome<Path> path_star(double center_x, double center_y, double inner_radius, double outer_radius, int64_t num_points) {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_star(center_x, center_y, inner_radius, outer_radius, num_points);
    const bool suspect = raw == 0;
    return call::checked<Path>(Path(raw), suspect, &::rt_lyon_get_last_error);
}

inline outcome<FillTessellation> PathRef::fill_tessellate(double tolerance) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_fill_tessellate(handle_, tolerance);
    const bool suspect = raw == 0;
    return call::checked<FillTessellation>(FillTessellation(raw), suspect, &::rt_lyon_get_last_error);
}

inline outcome<FillTessellation> PathRef::fill_tessellate_with_rule(double tolerance, int64_t fill_rule) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_fill_tessellate_with_rule(handle_, tolerance, fill_rule);
    const bool suspect = raw == 0;
    return call::checked<FillTessellation>(FillTessellation(raw), suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> FillTessellationRef::free() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_fill_tessellation_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<VertexBuffer> FillTessellationRef::get_vertices() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_fill_tessellation_get_vertices(handle_);
    const bool suspect = raw == 0;
    return call::checked<VertexBuffer>(VertexBuffer(raw), suspect, &::rt_lyon_get_last_error);
}

inline outcome<IndexBuffer> FillTessellationRef::get_indices() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_fill_tessellation_get_indices(handle_);
    const bool suspect = raw == 0;
    return call::checked<IndexBuffer>(IndexBuffer(raw), suspect, &::rt_lyon_get_last_error);
}

inline outcome<int64_t> FillTessellationRef::vertex_count() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_fill_tessellation_vertex_count(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<int64_t> FillTessellationRef::index_count() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_fill_tessellation_index_count(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<StrokeTessellation> PathRef::stroke_tessellate(double width, double tolerance) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_stroke_tessellate(handle_, width, tolerance);
    const bool suspect = raw == 0;
    return call::checked<StrokeTessellation>(StrokeTessellation(raw), suspect, &::rt_lyon_get_last_error);
}

inline outcome<StrokeTessellation> PathRef::stroke_tessellate_with_options(double width, double tolerance, zstring_view options_json) const {
    if (!options_json.whole()) return call::fail<StrokeTessellation>("`options_json` holds a NUL, at which C would cut it");
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_stroke_tessellate_with_options(handle_, width, tolerance, options_json.c_str());
    const bool suspect = raw == 0;
    return call::checked<StrokeTessellation>(StrokeTessellation(raw), suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> StrokeTessellationRef::free() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_stroke_tessellation_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<VertexBuffer> StrokeTessellationRef::get_vertices() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_stroke_tessellation_get_vertices(handle_);
    const bool suspect = raw == 0;
    return call::checked<VertexBuffer>(VertexBuffer(raw), suspect, &::rt_lyon_get_last_error);
}

inline outcome<IndexBuffer> StrokeTessellationRef::get_indices() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_stroke_tessellation_get_indices(handle_);
    const bool suspect = raw == 0;
    return call::checked<IndexBuffer>(IndexBuffer(raw), suspect, &::rt_lyon_get_last_error);
}

inline outcome<int64_t> StrokeTessellationRef::vertex_count() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_stroke_tessellation_vertex_count(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<int64_t> StrokeTessellationRef::index_count() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_stroke_tessellation_index_count(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> VertexBufferRef::free() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_vertex_buffer_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<RtVertexPosition> VertexBufferRef::get_position(int64_t index) const {
    ::rt_lyon_clear_error();
    RtVertexPosition out{};
    const bool done = ::rt_lyon_vertex_buffer_get_position_into(handle_, index, &out);
    return call::checked<RtVertexPosition>(out, !done, &::rt_lyon_get_last_error);
}

inline outcome<RtVertexNormal> VertexBufferRef::get_normal(int64_t index) const {
    ::rt_lyon_clear_error();
    RtVertexNormal out{};
    const bool done = ::rt_lyon_vertex_buffer_get_normal_into(handle_, index, &out);
    return call::checked<RtVertexNormal>(out, !done, &::rt_lyon_get_last_error);
}

inline outcome<int64_t> VertexBufferRef::size() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_vertex_buffer_size(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<Doubles> VertexBufferRef::to_array() const {
    ::rt_lyon_clear_error();
    RtF64Array out{};
    const bool done = ::rt_lyon_vertex_buffer_to_array_into(handle_, &out);
    return call::checked<Doubles>(Doubles(out), !done, &::rt_lyon_get_last_error);
}

inline outcome<bool> IndexBufferRef::free() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_index_buffer_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<int64_t> IndexBufferRef::get(int64_t index) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_index_buffer_get(handle_, index);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<int64_t> IndexBufferRef::size() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_index_buffer_size(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<Integers> IndexBufferRef::to_array() const {
    ::rt_lyon_clear_error();
    RtI64Array out{};
    const bool done = ::rt_lyon_index_buffer_to_array_into(handle_, &out);
    return call::checked<Integers>(Integers(out), !done, &::rt_lyon_get_last_error);
}

/// The transform that changes nothing.
inline Transform transform_identity() {
    return Transform(::rt_lyon_transform_identity());
}

/// A shift by (tx, ty).
inline outcome<Transform> transform_translate(double tx, double ty) {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_transform_translate(tx, ty);
    const bool suspect = raw == 0;
    return call::checked<Transform>(Transform(raw), suspect, &::rt_lyon_get_last_error);
}

/// A turn around the origin, in radians, from the direction of x towards that of y: a positive angle turns
/// (1, 0) towards (0, 1).
inline outcome<Transform> transform_rotate(double angle) {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_transform_rotate(angle);
    const bool suspect = raw == 0;
    return call::checked<Transform>(Transform(raw), suspect, &::rt_lyon_get_last_error);
}

/// Multiplies x by sx and y by sy; negative factors mirror.
inline outcome<Transform> transform_scale(double sx, double sy) {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_transform_scale(sx, sy);
    const bool suspect = raw == 0;
    return call::checked<Transform>(Transform(raw), suspect, &::rt_lyon_get_last_error);
}

inline outcome<Transform> TransformRef::multiply(TransformRef t2) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_transform_multiply(handle_, t2.handle());
    const bool suspect = raw == 0;
    return call::checked<Transform>(Transform(raw), suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> TransformRef::free() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_transform_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

/// Why this thread's last failed lyon call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
inline std::string get_last_error() {
    return detail::take(::rt_lyon_get_last_error());
}

/// Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
/// milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
/// `rt_lyon_animation_finish`. A file that is there already is replaced.
inline outcome<Animation> animation_new(zstring_view file, int64_t width, int64_t height, int64_t frames, int64_t frame_ms) {
    if (!file.whole()) return call::fail<Animation>("`file` holds a NUL, at which C would cut it");
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_animation_new(file.c_str(), width, height, frames, frame_ms);
    const bool suspect = raw == 0;
    return call::checked<Animation>(Animation(raw), suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> AnimationRef::add_frame(view<const uint8_t> pixels) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_animation_add_frame(handle_, pixels.data(), pixels.size());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> AnimationRef::finish() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_animation_finish(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> AnimationRef::free() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_animation_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<Bytes> VertexBufferRef::bytes() const {
    ::rt_lyon_clear_error();
    RtBytes out{};
    const bool done = ::rt_lyon_vertex_buffer_bytes_into(handle_, &out);
    return call::checked<Bytes>(Bytes(out), !done, &::rt_lyon_get_last_error);
}

inline outcome<Bytes> IndexBufferRef::bytes() const {
    ::rt_lyon_clear_error();
    RtBytes out{};
    const bool done = ::rt_lyon_index_buffer_bytes_into(handle_, &out);
    return call::checked<Bytes>(Bytes(out), !done, &::rt_lyon_get_last_error);
}

inline outcome<int64_t> VertexBufferRef::write(view<uint8_t> out) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_vertex_buffer_write(handle_, out.data(), out.size());
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<int64_t> IndexBufferRef::write(view<uint8_t> out) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_index_buffer_write(handle_, out.data(), out.size());
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<void> PathBuilderRef::add_path(PathRef path) const {
    ::rt_lyon_clear_error();
    ::rt_lyon_path_builder_add_path(handle_, path.handle());
    return call::checked(&::rt_lyon_get_last_error);
}

inline outcome<bool> FillTessellationRef::draw(TransformRef transform, int64_t color, view<uint8_t> pixels, int64_t width, int64_t height) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_fill_tessellation_draw(handle_, transform.handle(), color, pixels.data(), pixels.size(), width, height);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> StrokeTessellationRef::draw(TransformRef transform, int64_t color, view<uint8_t> pixels, int64_t width, int64_t height) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_stroke_tessellation_draw(handle_, transform.handle(), color, pixels.data(), pixels.size(), width, height);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<Bytes> PathRef::rasterize(int64_t fill_rule, int64_t color, int64_t width, int64_t height) const {
    ::rt_lyon_clear_error();
    RtBytes out{};
    const bool done = ::rt_lyon_path_rasterize_into(handle_, fill_rule, color, width, height, &out);
    return call::checked<Bytes>(Bytes(out), !done, &::rt_lyon_get_last_error);
}

inline outcome<bool> FillTessellationRef::contains_point(double x, double y) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_fill_tessellation_contains_point(handle_, x, y);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

/// True where this build holds the lyon library, as it does where this links.
inline bool available() {
    return ::rt_lyon_available();
}

/// Forgets why this thread's last failed lyon call failed.
inline void clear_error() {
    ::rt_lyon_clear_error();
}

/// The version of the wrapped library, the crate `lyon`.
inline std::string version() {
    return detail::take(::rt_lyon_version());
}

inline outcome<Path> PathRef::apply_transform(TransformRef transform) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_apply_transform(handle_, transform.handle());
    const bool suspect = raw == 0;
    return call::checked<Path>(Path(raw), suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> PathRef::contains_point_with_rule(double x, double y, int64_t fill_rule) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_contains_point_with_rule(handle_, x, y, fill_rule);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<double> PathRef::length() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_length(handle_);
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<RtPathPoint> PathRef::point_at(double distance) const {
    ::rt_lyon_clear_error();
    RtPathPoint out{};
    const bool done = ::rt_lyon_path_point_at_into(handle_, distance, &out);
    return call::checked<RtPathPoint>(out, !done, &::rt_lyon_get_last_error);
}

inline outcome<Path> PathRef::dash(view<const double> pattern, double offset) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_dash(handle_, pattern.data(), pattern.size(), offset);
    const bool suspect = raw == 0;
    return call::checked<Path>(Path(raw), suspect, &::rt_lyon_get_last_error);
}

/// The path that SVG path data describes (the `d` of a `<path>`): all commands, absolute and relative. The empty
/// text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.
inline outcome<Path> path_from_svg(zstring_view d) {
    if (!d.whole()) return call::fail<Path>("`d` holds a NUL, at which C would cut it");
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_from_svg(d.c_str());
    const bool suspect = raw == 0;
    return call::checked<Path>(Path(raw), suspect, &::rt_lyon_get_last_error);
}

inline outcome<std::string> PathRef::to_svg() const {
    ::rt_lyon_clear_error();
    auto raw = detail::take(::rt_lyon_path_to_svg(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_lyon_get_last_error);
}

/// A picture as the bytes of a PNG file. `pixels` are 4 bytes each: red, green, blue, alpha (not premultiplied),
/// row after row from the top.
inline outcome<Bytes> png_encode(view<const uint8_t> pixels, int64_t width, int64_t height) {
    ::rt_lyon_clear_error();
    RtBytes out{};
    const bool done = ::rt_lyon_png_encode_into(pixels.data(), pixels.size(), width, height, &out);
    return call::checked<Bytes>(Bytes(out), !done, &::rt_lyon_get_last_error);
}

/// Writes a picture to a PNG file. A file that is there already is replaced.
inline outcome<bool> png_save(zstring_view file, view<const uint8_t> pixels, int64_t width, int64_t height) {
    if (!file.whole()) return call::fail<bool>("`file` holds a NUL, at which C would cut it");
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_png_save(file.c_str(), pixels.data(), pixels.size(), width, height);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> StrokeTessellationRef::contains_point(double x, double y) const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_stroke_tessellation_contains_point(handle_, x, y);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

inline outcome<bool> PathRef::stroke_contains_point(double width, zstring_view options_json, double x, double y) const {
    if (!options_json.whole()) return call::fail<bool>("`options_json` holds a NUL, at which C would cut it");
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_path_stroke_contains_point(handle_, width, options_json.c_str(), x, y);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_lyon_get_last_error);
}

/// The transform with these six numbers: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
inline outcome<Transform> transform_new(double m11, double m12, double m21, double m22, double tx, double ty) {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_transform_new(m11, m12, m21, m22, tx, ty);
    const bool suspect = raw == 0;
    return call::checked<Transform>(Transform(raw), suspect, &::rt_lyon_get_last_error);
}

inline outcome<RtTransformMatrix> TransformRef::get() const {
    ::rt_lyon_clear_error();
    RtTransformMatrix out{};
    const bool done = ::rt_lyon_transform_get_into(handle_, &out);
    return call::checked<RtTransformMatrix>(out, !done, &::rt_lyon_get_last_error);
}

inline outcome<Transform> TransformRef::inverse() const {
    ::rt_lyon_clear_error();
    const auto raw = ::rt_lyon_transform_inverse(handle_);
    const bool suspect = raw == 0;
    return call::checked<Transform>(Transform(raw), suspect, &::rt_lyon_get_last_error);
}

inline outcome<RtTransformedPoint> TransformRef::apply(double x, double y) const {
    ::rt_lyon_clear_error();
    RtTransformedPoint out{};
    const bool done = ::rt_lyon_transform_apply_into(handle_, x, y, &out);
    return call::checked<RtTransformedPoint>(out, !done, &::rt_lyon_get_last_error);
}
}

namespace module {

/// Loads the module at `path`: a shared library with the entry points of `simple_module.h`, or a WebAssembly
/// file (`.wasm`) in a build that holds wasmtime. `native` loads the built-in module, which calls the functions
/// of this archive by name (see `rt_module_send`). 0 where it cannot be loaded; last error says why.
///
/// A native module's own code runs while it is loaded; an exception that leaves a constructor of its global objects
/// in C++ ends the process. The system loads a file once, however often this is
/// called; each call makes an instance of its own.
inline outcome<Module> load(zstring_view path) {
    if (!path.whole()) return call::fail<Module>("`path` holds a NUL, at which C would cut it");
    ::rt_module_clear_error();
    const auto raw = ::rt_module_load(path.c_str());
    const bool suspect = raw == 0;
    return call::checked<Module>(Module(raw), suspect, &::rt_module_get_last_error);
}

/// The same with limits and grants for a WebAssembly module, as JSON, all optional:
/// `{"memory_mib": 64, "time_ms": 5000, "table": 10000, "code_kib": 16384, "compile_ms": 30000, "grants":
/// {"clock": false, "environment": ["NAME"], "files": ["/path"]}}`. `time_ms` is for each message, the table's size
/// for all tables together, `code_kib` for the file. A module reads the clock, variables and files (what is no file, a
/// pipe or a device, it does not) that it is granted, and nothing else of the world; one that imports what it is not
/// granted is not loaded. A native module is held to nothing.
///
/// A module is compiled while it is loaded, one at a time, within `compile_ms`: a real module of 2.4 MiB, made of
/// Rust, took 7 s of one core's time and 190 MiB of memory. A compiler that runs out of time is left behind on a thread of its
/// own, and the next load waits for it, within its own time. Modules that would keep a compiler busy out of
/// proportion (very many functions, or loops, blocks, calls or locals in one function) are refused.
inline outcome<Module> load_with_options(zstring_view path, zstring_view options_json) {
    if (!path.whole()) return call::fail<Module>("`path` holds a NUL, at which C would cut it");
    if (!options_json.whole()) return call::fail<Module>("`options_json` holds a NUL, at which C would cut it");
    ::rt_module_clear_error();
    const auto raw = ::rt_module_load_with_options(path.c_str(), options_json.c_str());
    const bool suspect = raw == 0;
    return call::checked<Module>(Module(raw), suspect, &::rt_module_get_last_error);
}

/// The path of the module called `name`, for `rt_module_load`: `libNAME.so`, `NAME.so` or `NAME.wasm`, in the
/// folders that the environment variable `SIMPLE_MODULE_PATH` lists (separated as in `PATH`), then beside the
/// executable, then in the user's data folder (`~/.local/share/simple_native/modules`, or under
/// `XDG_DATA_HOME`). `""` where there is none, and last error lists the folders, or where the path is not UTF-8.
inline outcome<std::string> find(zstring_view name) {
    if (!name.whole()) return call::fail<std::string>("`name` holds a NUL, at which C would cut it");
    ::rt_module_clear_error();
    auto raw = detail::take(::rt_module_find(name.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_module_get_last_error);
}

inline outcome<std::string> ModuleRef::send(zstring_view message_type, zstring_view payload) const {
    if (!message_type.whole()) return call::fail<std::string>("`message_type` holds a NUL, at which C would cut it");
    if (!payload.whole()) return call::fail<std::string>("`payload` holds a NUL, at which C would cut it");
    ::rt_module_clear_error();
    auto raw = detail::take(::rt_module_send(handle_, message_type.c_str(), payload.c_str()));
    const bool suspect = raw == "<reason>";
    return call::checked<std::string>(std::move(raw), suspect, &::rt_module_get_last_error);
}

inline outcome<std::string> ModuleRef::send_timeout(zstring_view message_type, zstring_view payload, int64_t ms) const {
    if (!message_type.whole()) return call::fail<std::string>("`message_type` holds a NUL, at which C would cut it");
    if (!payload.whole()) return call::fail<std::string>("`payload` holds a NUL, at which C would cut it");
    ::rt_module_clear_error();
    auto raw = detail::take(::rt_module_send_timeout(handle_, message_type.c_str(), payload.c_str(), ms));
    const bool suspect = raw == "<reason>";
    return call::checked<std::string>(std::move(raw), suspect, &::rt_module_get_last_error);
}

inline outcome<std::string> ModuleRef::info() const {
    ::rt_module_clear_error();
    auto raw = detail::take(::rt_module_info(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_module_get_last_error);
}

/// What `rt_module_info` says of each loaded module, in the order of loading.
inline Texts list() {
    return Texts(::rt_module_list());
}

inline outcome<bool> ModuleRef::unload() const {
    ::rt_module_clear_error();
    const auto raw = ::rt_module_unload(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_module_get_last_error);
}

/// Listens to events from now on: of the kinds `window`, `gamepad`, `http`, `audio-ended` and `module`, or of
/// all of them where `kinds` is empty. They are queued in the order in which they happened, whatever their kind;
/// where 4096 wait, the oldest makes room and is counted.
inline outcome<EventSubscription> events_subscribe(const texts_view & kinds) {
    if (!kinds.whole()) return call::fail<EventSubscription>("`kinds` holds a NUL, at which C would cut it");
    ::rt_module_clear_error();
    const auto raw = ::rt_events_subscribe(kinds.data(), kinds.size());
    const bool suspect = raw == 0;
    return call::checked<EventSubscription>(EventSubscription(raw), suspect, &::rt_module_get_last_error);
}

inline outcome<std::string> EventSubscriptionRef::events_next(int64_t timeout_ms) const {
    ::rt_module_clear_error();
    auto raw = detail::take(::rt_events_next(handle_, timeout_ms));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_module_get_last_error);
}

inline outcome<bool> EventSubscriptionRef::events_notify(int64_t (*function)(int64_t handle, void *user_data), void *user_data) const {
    ::rt_module_clear_error();
    const auto raw = ::rt_events_notify(handle_, function, user_data);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_module_get_last_error);
}

inline outcome<void> EventSubscriptionRef::events_unsubscribe() const {
    ::rt_module_clear_error();
    ::rt_events_unsubscribe(handle_);
    return call::checked(&::rt_module_get_last_error);
}

/// True where this build holds the module library, as it does where this links.
inline bool available() {
    return ::rt_module_available();
}

/// Forgets why this thread's last failed module call failed.
inline void clear_error() {
    ::rt_module_clear_error();
}

/// Why this thread's last failed module call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
inline std::string get_last_error() {
    return detail::take(::rt_module_get_last_error());
}

/// The version of the wrapped library, the crate `libloading`.
inline std::string version() {
    return detail::take(::rt_module_version());
}
}

namespace rapier2d {

/// An empty world with this gravity in m/s², (0, −9.81) on Earth with y up. The caller frees it.
inline outcome<World> world_new(double gravity_x, double gravity_y) {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_world_new(gravity_x, gravity_y);
    const bool suspect = raw == 0;
    return call::checked<World>(World(raw), suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::free() const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_world_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::step(double dt) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_world_step(handle_, dt);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::set_gravity(double x, double y) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_world_set_gravity(handle_, x, y);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<Body> WorldRef::body_new_dynamic(double x, double y, double rotation) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_new_dynamic(handle_, x, y, rotation);
    const bool suspect = raw == 0;
    return call::checked<Body>(Body(raw, BodyFree{handle_}), suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<Body> WorldRef::body_new_static(double x, double y, double rotation) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_new_static(handle_, x, y, rotation);
    const bool suspect = raw == 0;
    return call::checked<Body>(Body(raw, BodyFree{handle_}), suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<Body> WorldRef::body_new_kinematic(double x, double y, double rotation) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_new_kinematic(handle_, x, y, rotation);
    const bool suspect = raw == 0;
    return call::checked<Body>(Body(raw, BodyFree{handle_}), suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_free(BodyRef handle) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_free(handle_, handle.handle());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<RtBodyPosition> WorldRef::body_get_position(BodyRef handle) const {
    ::rt_rapier2d_clear_error();
    RtBodyPosition out{};
    const bool done = ::rt_rapier2d_body_get_position_into(handle_, handle.handle(), &out);
    return call::checked<RtBodyPosition>(out, !done, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_set_position(BodyRef handle, double x, double y, double rotation) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_set_position(handle_, handle.handle(), x, y, rotation);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<RtBodyVelocity> WorldRef::body_get_velocity(BodyRef handle) const {
    ::rt_rapier2d_clear_error();
    RtBodyVelocity out{};
    const bool done = ::rt_rapier2d_body_get_velocity_into(handle_, handle.handle(), &out);
    return call::checked<RtBodyVelocity>(out, !done, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_set_velocity(BodyRef handle, double vx, double vy, double angular) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_set_velocity(handle_, handle.handle(), vx, vy, angular);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_apply_force(BodyRef handle, double fx, double fy, bool wake_up) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_apply_force(handle_, handle.handle(), fx, fy, wake_up);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_apply_impulse(BodyRef handle, double ix, double iy, bool wake_up) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_apply_impulse(handle_, handle.handle(), ix, iy, wake_up);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_apply_torque(BodyRef handle, double torque, bool wake_up) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_apply_torque(handle_, handle.handle(), torque, wake_up);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_set_mass(BodyRef handle, double mass) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_set_mass(handle_, handle.handle(), mass);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<double> WorldRef::body_get_mass(BodyRef handle) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_get_mass(handle_, handle.handle());
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_set_linear_damping(BodyRef handle, double damping) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_set_linear_damping(handle_, handle.handle(), damping);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_set_angular_damping(BodyRef handle, double damping) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_set_angular_damping(handle_, handle.handle(), damping);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_is_sleeping(BodyRef handle) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_is_sleeping(handle_, handle.handle());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_wake_up(BodyRef handle) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_wake_up(handle_, handle.handle());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<Collider> WorldRef::collider_new_circle(BodyRef body, double radius) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_collider_new_circle(handle_, body.handle(), radius);
    const bool suspect = raw == 0;
    return call::checked<Collider>(Collider(raw, ColliderFree{handle_}), suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<Collider> WorldRef::collider_new_box(BodyRef body, double half_width, double half_height) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_collider_new_box(handle_, body.handle(), half_width, half_height);
    const bool suspect = raw == 0;
    return call::checked<Collider>(Collider(raw, ColliderFree{handle_}), suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<Collider> WorldRef::collider_new_capsule(BodyRef body, double half_height, double radius) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_collider_new_capsule(handle_, body.handle(), half_height, radius);
    const bool suspect = raw == 0;
    return call::checked<Collider>(Collider(raw, ColliderFree{handle_}), suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<Collider> WorldRef::collider_new_polygon(BodyRef body, view<const double> vertices) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_collider_new_polygon(handle_, body.handle(), vertices.data(), vertices.size());
    const bool suspect = raw == 0;
    return call::checked<Collider>(Collider(raw, ColliderFree{handle_}), suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::collider_free(ColliderRef handle) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_collider_free(handle_, handle.handle());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::collider_set_offset(ColliderRef handle, double x, double y, double rotation) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_collider_set_offset(handle_, handle.handle(), x, y, rotation);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::collider_set_restitution(ColliderRef handle, double coef) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_collider_set_restitution(handle_, handle.handle(), coef);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::collider_set_friction(ColliderRef handle, double coef) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_collider_set_friction(handle_, handle.handle(), coef);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::collider_set_density(ColliderRef handle, double density) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_collider_set_density(handle_, handle.handle(), density);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::collider_set_sensor(ColliderRef handle, bool is_sensor) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_collider_set_sensor(handle_, handle.handle(), is_sensor);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<Contacts> WorldRef::get_contacts() const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_world_get_contacts(handle_);
    const bool suspect = raw == 0;
    return call::checked<Contacts>(Contacts(raw), suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<int64_t> ContactsRef::count() const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_contacts_count(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<RtContact> ContactsRef::get(int64_t index) const {
    ::rt_rapier2d_clear_error();
    RtContact out{};
    const bool done = ::rt_rapier2d_contacts_get_into(handle_, index, &out);
    return call::checked<RtContact>(out, !done, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> ContactsRef::free() const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_contacts_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::intersection_test(ColliderRef collider1, ColliderRef collider2) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_world_intersection_test(handle_, collider1.handle(), collider2.handle());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<RtRayHit> WorldRef::cast_ray(double origin_x, double origin_y, double dir_x, double dir_y, double max_dist) const {
    ::rt_rapier2d_clear_error();
    RtRayHit out{};
    const bool done = ::rt_rapier2d_world_cast_ray_into(handle_, origin_x, origin_y, dir_x, dir_y, max_dist, &out);
    return call::checked<RtRayHit>(out, !done, &::rt_rapier2d_get_last_error);
}

inline outcome<Joint> WorldRef::joint_distance(BodyRef body1, BodyRef body2, double anchor1_x, double anchor1_y, double anchor2_x, double anchor2_y, double distance) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_joint_distance(handle_, body1.handle(), body2.handle(), anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance);
    const bool suspect = raw == 0;
    return call::checked<Joint>(Joint(raw, JointFree{handle_}), suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<Joint> WorldRef::joint_revolute(BodyRef body1, BodyRef body2, double anchor_x, double anchor_y) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_joint_revolute(handle_, body1.handle(), body2.handle(), anchor_x, anchor_y);
    const bool suspect = raw == 0;
    return call::checked<Joint>(Joint(raw, JointFree{handle_}), suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<Joint> WorldRef::joint_prismatic(BodyRef body1, BodyRef body2, double axis_x, double axis_y) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_joint_prismatic(handle_, body1.handle(), body2.handle(), axis_x, axis_y);
    const bool suspect = raw == 0;
    return call::checked<Joint>(Joint(raw, JointFree{handle_}), suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<Joint> WorldRef::joint_fixed(BodyRef body1, BodyRef body2) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_joint_fixed(handle_, body1.handle(), body2.handle());
    const bool suspect = raw == 0;
    return call::checked<Joint>(Joint(raw, JointFree{handle_}), suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::joint_free(JointRef handle) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_joint_free(handle_, handle.handle());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::joint_set_limits(JointRef joint, double min, double max) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_joint_set_limits(handle_, joint.handle(), min, max);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::joint_set_motor(JointRef joint, double target_vel, double max_force) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_joint_set_motor(handle_, joint.handle(), target_vel, max_force);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<int64_t> WorldRef::body_count() const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_world_body_count(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<int64_t> WorldRef::collider_count() const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_world_collider_count(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<int64_t> WorldRef::joint_count() const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_world_joint_count(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_rapier2d_get_last_error);
}

/// Why this thread's last failed rapier2d call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
inline std::string get_last_error() {
    return detail::take(::rt_rapier2d_get_last_error());
}

inline outcome<int64_t> WorldRef::body_get_type(BodyRef handle) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_get_type(handle_, handle.handle());
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_set_type(BodyRef handle, int64_t body_type) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_set_type(handle_, handle.handle(), body_type);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_set_enabled(BodyRef handle, bool enabled) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_set_enabled(handle_, handle.handle(), enabled);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_is_enabled(BodyRef handle) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_is_enabled(handle_, handle.handle());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_move_to(BodyRef handle, double x, double y, double rotation) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_move_to(handle_, handle.handle(), x, y, rotation);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_apply_force_at(BodyRef handle, double fx, double fy, double x, double y, bool wake_up) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_apply_force_at(handle_, handle.handle(), fx, fy, x, y, wake_up);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_apply_impulse_at(BodyRef handle, double ix, double iy, double x, double y, bool wake_up) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_apply_impulse_at(handle_, handle.handle(), ix, iy, x, y, wake_up);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_apply_angular_impulse(BodyRef handle, double impulse, bool wake_up) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_apply_angular_impulse(handle_, handle.handle(), impulse, wake_up);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<double> WorldRef::body_get_inertia(BodyRef handle) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_get_inertia(handle_, handle.handle());
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<RtPhysicsVector> WorldRef::body_get_center_of_mass(BodyRef handle) const {
    ::rt_rapier2d_clear_error();
    RtPhysicsVector out{};
    const bool done = ::rt_rapier2d_body_get_center_of_mass_into(handle_, handle.handle(), &out);
    return call::checked<RtPhysicsVector>(out, !done, &::rt_rapier2d_get_last_error);
}

inline outcome<RtBodyPosition> WorldRef::body_predict_position(BodyRef handle, double dt) const {
    ::rt_rapier2d_clear_error();
    RtBodyPosition out{};
    const bool done = ::rt_rapier2d_body_predict_position_into(handle_, handle.handle(), dt, &out);
    return call::checked<RtBodyPosition>(out, !done, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_set_gravity_scale(BodyRef handle, double scale) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_set_gravity_scale(handle_, handle.handle(), scale);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_lock_rotation(BodyRef handle, bool locked) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_lock_rotation(handle_, handle.handle(), locked);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_set_can_sleep(BodyRef handle, bool can_sleep) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_set_can_sleep(handle_, handle.handle(), can_sleep);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_set_ccd(BodyRef handle, bool enabled) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_set_ccd(handle_, handle.handle(), enabled);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_set_fast_rotation(BodyRef handle, bool allowed) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_set_fast_rotation(handle_, handle.handle(), allowed);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::body_set_user_data(BodyRef handle, int64_t user_data) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_set_user_data(handle_, handle.handle(), user_data);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<int64_t> WorldRef::body_get_user_data(BodyRef handle) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_body_get_user_data(handle_, handle.handle());
    const bool suspect = raw == 0;
    return call::checked<int64_t>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<Integers> WorldRef::body_get_colliders(BodyRef handle) const {
    ::rt_rapier2d_clear_error();
    RtI64Array out{};
    const bool done = ::rt_rapier2d_body_get_colliders_into(handle_, handle.handle(), &out);
    return call::checked<Integers>(Integers(out), !done, &::rt_rapier2d_get_last_error);
}

inline outcome<Integers> WorldRef::get_bodies() const {
    ::rt_rapier2d_clear_error();
    RtI64Array out{};
    const bool done = ::rt_rapier2d_world_get_bodies_into(handle_, &out);
    return call::checked<Integers>(Integers(out), !done, &::rt_rapier2d_get_last_error);
}

inline outcome<Integers> WorldRef::get_colliders() const {
    ::rt_rapier2d_clear_error();
    RtI64Array out{};
    const bool done = ::rt_rapier2d_world_get_colliders_into(handle_, &out);
    return call::checked<Integers>(Integers(out), !done, &::rt_rapier2d_get_last_error);
}

inline outcome<Integers> WorldRef::get_joints() const {
    ::rt_rapier2d_clear_error();
    RtI64Array out{};
    const bool done = ::rt_rapier2d_world_get_joints_into(handle_, &out);
    return call::checked<Integers>(Integers(out), !done, &::rt_rapier2d_get_last_error);
}

inline outcome<Doubles> WorldRef::get_transforms() const {
    ::rt_rapier2d_clear_error();
    RtF64Array out{};
    const bool done = ::rt_rapier2d_world_get_transforms_into(handle_, &out);
    return call::checked<Doubles>(Doubles(out), !done, &::rt_rapier2d_get_last_error);
}

inline outcome<Doubles> WorldRef::get_velocities() const {
    ::rt_rapier2d_clear_error();
    RtF64Array out{};
    const bool done = ::rt_rapier2d_world_get_velocities_into(handle_, &out);
    return call::checked<Doubles>(Doubles(out), !done, &::rt_rapier2d_get_last_error);
}

inline outcome<Bytes> WorldRef::get_transform_bytes() const {
    ::rt_rapier2d_clear_error();
    RtBytes out{};
    const bool done = ::rt_rapier2d_world_get_transform_bytes_into(handle_, &out);
    return call::checked<Bytes>(Bytes(out), !done, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::collider_set_groups(ColliderRef handle, int64_t memberships, int64_t filter) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_collider_set_groups(handle_, handle.handle(), memberships, filter);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<RtBodyPosition> WorldRef::collider_get_position(ColliderRef handle) const {
    ::rt_rapier2d_clear_error();
    RtBodyPosition out{};
    const bool done = ::rt_rapier2d_collider_get_position_into(handle_, handle.handle(), &out);
    return call::checked<RtBodyPosition>(out, !done, &::rt_rapier2d_get_last_error);
}

inline outcome<BodyRef> WorldRef::collider_get_body(ColliderRef handle) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_collider_get_body(handle_, handle.handle());
    const bool suspect = raw == 0;
    return call::checked<BodyRef>(BodyRef(raw), suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::collider_set_user_data(ColliderRef handle, int64_t user_data) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_collider_set_user_data(handle_, handle.handle(), user_data);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<int64_t> WorldRef::collider_get_user_data(ColliderRef handle) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_collider_get_user_data(handle_, handle.handle());
    const bool suspect = raw == 0;
    return call::checked<int64_t>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<Doubles> ContactsRef::values() const {
    ::rt_rapier2d_clear_error();
    RtF64Array out{};
    const bool done = ::rt_rapier2d_contacts_values_into(handle_, &out);
    return call::checked<Doubles>(Doubles(out), !done, &::rt_rapier2d_get_last_error);
}

inline outcome<Integers> ContactsRef::colliders() const {
    ::rt_rapier2d_clear_error();
    RtI64Array out{};
    const bool done = ::rt_rapier2d_contacts_colliders_into(handle_, &out);
    return call::checked<Integers>(Integers(out), !done, &::rt_rapier2d_get_last_error);
}

inline outcome<Bytes> ContactsRef::bytes() const {
    ::rt_rapier2d_clear_error();
    RtBytes out{};
    const bool done = ::rt_rapier2d_contacts_bytes_into(handle_, &out);
    return call::checked<Bytes>(Bytes(out), !done, &::rt_rapier2d_get_last_error);
}

inline outcome<CollisionEvents> WorldRef::get_collision_events() const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_world_get_collision_events(handle_);
    const bool suspect = raw == 0;
    return call::checked<CollisionEvents>(CollisionEvents(raw), suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<int64_t> CollisionEventsRef::count() const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_collision_events_count(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<RtCollisionEvent> CollisionEventsRef::get(int64_t index) const {
    ::rt_rapier2d_clear_error();
    RtCollisionEvent out{};
    const bool done = ::rt_rapier2d_collision_events_get_into(handle_, index, &out);
    return call::checked<RtCollisionEvent>(out, !done, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> CollisionEventsRef::free() const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_collision_events_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::joint_set_contacts(JointRef joint, bool enabled) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_joint_set_contacts(handle_, joint.handle(), enabled);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<double> WorldRef::joint_get_position(JointRef joint) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_joint_get_position(handle_, joint.handle());
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_rapier2d_get_last_error);
}

/// True where this build holds the rapier2d library, as it does where this links.
inline bool available() {
    return ::rt_rapier2d_available();
}

/// Forgets why this thread's last failed rapier2d call failed.
inline void clear_error() {
    ::rt_rapier2d_clear_error();
}

/// The version of the wrapped library, the crate `rapier2d-f64`.
inline std::string version() {
    return detail::take(::rt_rapier2d_version());
}

inline outcome<RtCastHit> WorldRef::cast_ray_filtered(double origin_x, double origin_y, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, BodyRef exclude_body) const {
    ::rt_rapier2d_clear_error();
    RtCastHit out{};
    const bool done = ::rt_rapier2d_world_cast_ray_filtered_into(handle_, origin_x, origin_y, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body.handle(), &out);
    return call::checked<RtCastHit>(out, !done, &::rt_rapier2d_get_last_error);
}

inline outcome<RtCastHit> WorldRef::cast_circle(double x, double y, double radius, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, BodyRef exclude_body) const {
    ::rt_rapier2d_clear_error();
    RtCastHit out{};
    const bool done = ::rt_rapier2d_world_cast_circle_into(handle_, x, y, radius, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body.handle(), &out);
    return call::checked<RtCastHit>(out, !done, &::rt_rapier2d_get_last_error);
}

inline outcome<Integers> WorldRef::query_point(double x, double y) const {
    ::rt_rapier2d_clear_error();
    RtI64Array out{};
    const bool done = ::rt_rapier2d_world_query_point_into(handle_, x, y, &out);
    return call::checked<Integers>(Integers(out), !done, &::rt_rapier2d_get_last_error);
}

inline outcome<RtNearestCollider> WorldRef::query_nearest(double x, double y, double max_dist) const {
    ::rt_rapier2d_clear_error();
    RtNearestCollider out{};
    const bool done = ::rt_rapier2d_world_query_nearest_into(handle_, x, y, max_dist, &out);
    return call::checked<RtNearestCollider>(out, !done, &::rt_rapier2d_get_last_error);
}

inline outcome<Integers> WorldRef::query_circle(double x, double y, double radius) const {
    ::rt_rapier2d_clear_error();
    RtI64Array out{};
    const bool done = ::rt_rapier2d_world_query_circle_into(handle_, x, y, radius, &out);
    return call::checked<Integers>(Integers(out), !done, &::rt_rapier2d_get_last_error);
}

inline outcome<Integers> WorldRef::query_box(double x, double y, double half_width, double half_height, double rotation) const {
    ::rt_rapier2d_clear_error();
    RtI64Array out{};
    const bool done = ::rt_rapier2d_world_query_box_into(handle_, x, y, half_width, half_height, rotation, &out);
    return call::checked<Integers>(Integers(out), !done, &::rt_rapier2d_get_last_error);
}

inline outcome<Bytes> WorldRef::snapshot() const {
    ::rt_rapier2d_clear_error();
    RtBytes out{};
    const bool done = ::rt_rapier2d_world_snapshot_into(handle_, &out);
    return call::checked<Bytes>(Bytes(out), !done, &::rt_rapier2d_get_last_error);
}

/// A new world from a snapshot, with handles of its own: its bodies, colliders and joints are in the same
/// order in `rt_rapier2d_world_get_bodies` and its like. Damaged bytes are refused; bytes that were forged on
/// purpose are not recognised, so restore only what you wrote.
inline outcome<World> world_restore(view<const uint8_t> snapshot) {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_world_restore(snapshot.data(), snapshot.size());
    const bool suspect = raw == 0;
    return call::checked<World>(World(raw), suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<RtPhysicsVector> WorldRef::get_gravity() const {
    ::rt_rapier2d_clear_error();
    RtPhysicsVector out{};
    const bool done = ::rt_rapier2d_world_get_gravity_into(handle_, &out);
    return call::checked<RtPhysicsVector>(out, !done, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::set_iterations(int64_t iterations) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_world_set_iterations(handle_, iterations);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}

inline outcome<bool> WorldRef::set_max_speed(double speed) const {
    ::rt_rapier2d_clear_error();
    const auto raw = ::rt_rapier2d_world_set_max_speed(handle_, speed);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_rapier2d_get_last_error);
}
}

namespace regex {

/// Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
/// so that every search takes time linear in the text. A bad pattern's last error shows the place.
inline outcome<Regex> create(zstring_view pattern) {
    if (!pattern.whole()) return call::fail<Regex>("`pattern` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    const auto raw = ::rt_regex_new(pattern.c_str());
    const bool suspect = raw == 0;
    return call::checked<Regex>(Regex(raw), suspect, &::rt_regex_get_last_error);
}

inline outcome<void> RegexRef::destroy() const {
    ::rt_regex_clear_error();
    ::rt_regex_destroy(handle_);
    return call::checked(&::rt_regex_get_last_error);
}

inline outcome<int64_t> RegexRef::is_match(zstring_view text) const {
    if (!text.whole()) return call::fail<int64_t>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    const auto raw = ::rt_regex_is_match(handle_, text.c_str());
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_regex_get_last_error);
}

inline outcome<std::string> RegexRef::find(zstring_view text) const {
    if (!text.whole()) return call::fail<std::string>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    auto raw = detail::take(::rt_regex_find(handle_, text.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_regex_get_last_error);
}

inline outcome<std::string> RegexRef::find_all(zstring_view text) const {
    if (!text.whole()) return call::fail<std::string>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    auto raw = detail::take(::rt_regex_find_all(handle_, text.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_regex_get_last_error);
}

inline outcome<std::string> RegexRef::captures(zstring_view text) const {
    if (!text.whole()) return call::fail<std::string>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    auto raw = detail::take(::rt_regex_captures(handle_, text.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_regex_get_last_error);
}

inline outcome<int64_t> RegexRef::captures_len(zstring_view text) const {
    if (!text.whole()) return call::fail<int64_t>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    const auto raw = ::rt_regex_captures_len(handle_, text.c_str());
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_regex_get_last_error);
}

inline outcome<std::string> RegexRef::replace(zstring_view text, zstring_view replacement) const {
    if (!text.whole()) return call::fail<std::string>("`text` holds a NUL, at which C would cut it");
    if (!replacement.whole()) return call::fail<std::string>("`replacement` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    auto raw = detail::take(::rt_regex_replace(handle_, text.c_str(), replacement.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_regex_get_last_error);
}

inline outcome<std::string> RegexRef::replace_all(zstring_view text, zstring_view replacement) const {
    if (!text.whole()) return call::fail<std::string>("`text` holds a NUL, at which C would cut it");
    if (!replacement.whole()) return call::fail<std::string>("`replacement` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    auto raw = detail::take(::rt_regex_replace_all(handle_, text.c_str(), replacement.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_regex_get_last_error);
}

inline outcome<std::string> RegexRef::split(zstring_view text) const {
    if (!text.whole()) return call::fail<std::string>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    auto raw = detail::take(::rt_regex_split(handle_, text.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_regex_get_last_error);
}

/// `rt_regex_is_match` with a pattern instead of a handle: 1 or 0. The `_quick` functions keep the 64 patterns
/// that each thread used last compiled; of those that compile to more than 256 KiB, the last 4.
inline outcome<int64_t> is_match_quick(zstring_view pattern, zstring_view text) {
    if (!pattern.whole()) return call::fail<int64_t>("`pattern` holds a NUL, at which C would cut it");
    if (!text.whole()) return call::fail<int64_t>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    const auto raw = ::rt_regex_is_match_quick(pattern.c_str(), text.c_str());
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_regex_get_last_error);
}

/// `rt_regex_find` with a pattern instead of a handle.
inline outcome<std::string> find_quick(zstring_view pattern, zstring_view text) {
    if (!pattern.whole()) return call::fail<std::string>("`pattern` holds a NUL, at which C would cut it");
    if (!text.whole()) return call::fail<std::string>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    auto raw = detail::take(::rt_regex_find_quick(pattern.c_str(), text.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_regex_get_last_error);
}

/// `rt_regex_replace` with a pattern instead of a handle.
inline outcome<std::string> replace_quick(zstring_view pattern, zstring_view text, zstring_view replacement) {
    if (!pattern.whole()) return call::fail<std::string>("`pattern` holds a NUL, at which C would cut it");
    if (!text.whole()) return call::fail<std::string>("`text` holds a NUL, at which C would cut it");
    if (!replacement.whole()) return call::fail<std::string>("`replacement` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    auto raw = detail::take(::rt_regex_replace_quick(pattern.c_str(), text.c_str(), replacement.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_regex_get_last_error);
}

/// `rt_regex_replace_all` with a pattern instead of a handle.
inline outcome<std::string> replace_all_quick(zstring_view pattern, zstring_view text, zstring_view replacement) {
    if (!pattern.whole()) return call::fail<std::string>("`pattern` holds a NUL, at which C would cut it");
    if (!text.whole()) return call::fail<std::string>("`text` holds a NUL, at which C would cut it");
    if (!replacement.whole()) return call::fail<std::string>("`replacement` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    auto raw = detail::take(::rt_regex_replace_all_quick(pattern.c_str(), text.c_str(), replacement.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_regex_get_last_error);
}

/// `rt_regex_split` with a pattern instead of a handle.
inline outcome<std::string> split_quick(zstring_view pattern, zstring_view text) {
    if (!pattern.whole()) return call::fail<std::string>("`pattern` holds a NUL, at which C would cut it");
    if (!text.whole()) return call::fail<std::string>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    auto raw = detail::take(::rt_regex_split_quick(pattern.c_str(), text.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_regex_get_last_error);
}

inline outcome<Texts> RegexRef::captures_array(zstring_view text) const {
    if (!text.whole()) return call::fail<Texts>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    RtTextArray out{};
    const bool done = ::rt_regex_captures_array_into(handle_, text.c_str(), &out);
    return call::checked<Texts>(Texts(out), !done, &::rt_regex_get_last_error);
}

inline outcome<Integers> RegexRef::captures_offsets(zstring_view text, int64_t start) const {
    if (!text.whole()) return call::fail<Integers>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    RtI64Array out{};
    const bool done = ::rt_regex_captures_offsets_into(handle_, text.c_str(), start, &out);
    return call::checked<Integers>(Integers(out), !done, &::rt_regex_get_last_error);
}

inline outcome<std::string> RegexRef::captures_name(zstring_view text, zstring_view name) const {
    if (!text.whole()) return call::fail<std::string>("`text` holds a NUL, at which C would cut it");
    if (!name.whole()) return call::fail<std::string>("`name` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    auto raw = detail::take(::rt_regex_captures_name(handle_, text.c_str(), name.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_regex_get_last_error);
}

inline outcome<Texts> RegexRef::capture_names() const {
    ::rt_regex_clear_error();
    RtTextArray out{};
    const bool done = ::rt_regex_capture_names_into(handle_, &out);
    return call::checked<Texts>(Texts(out), !done, &::rt_regex_get_last_error);
}

/// True where this build holds the regex library, as it does where this links.
inline bool available() {
    return ::rt_regex_available();
}

/// Forgets why this thread's last failed regex call failed.
inline void clear_error() {
    ::rt_regex_clear_error();
}

/// Why this thread's last failed regex call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
inline std::string get_last_error() {
    return detail::take(::rt_regex_get_last_error());
}

/// The version of the wrapped library, the crate `regex`.
inline std::string version() {
    return detail::take(::rt_regex_version());
}

inline outcome<Texts> RegexRef::find_all_array(zstring_view text) const {
    if (!text.whole()) return call::fail<Texts>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    RtTextArray out{};
    const bool done = ::rt_regex_find_all_array_into(handle_, text.c_str(), &out);
    return call::checked<Texts>(Texts(out), !done, &::rt_regex_get_last_error);
}

inline outcome<Integers> RegexRef::find_all_offsets(zstring_view text) const {
    if (!text.whole()) return call::fail<Integers>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    RtI64Array out{};
    const bool done = ::rt_regex_find_all_offsets_into(handle_, text.c_str(), &out);
    return call::checked<Integers>(Integers(out), !done, &::rt_regex_get_last_error);
}

inline outcome<int64_t> RegexRef::count(zstring_view text) const {
    if (!text.whole()) return call::fail<int64_t>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    const auto raw = ::rt_regex_count(handle_, text.c_str());
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_regex_get_last_error);
}

inline outcome<RtRegexSpan> RegexRef::find_at(zstring_view text, int64_t start) const {
    if (!text.whole()) return call::fail<RtRegexSpan>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    RtRegexSpan out{};
    const bool done = ::rt_regex_find_at_into(handle_, text.c_str(), start, &out);
    return call::checked<RtRegexSpan>(out, !done, &::rt_regex_get_last_error);
}

/// Compiles `pattern` with options, a JSON object. All keys are optional; an unknown one is refused by name:
///
/// - `case_insensitive`, `multi_line` (`^` and `$` match at line breaks), `dot_matches_new_line`, `crlf` (a
///   line break is `\r\n` too), `swap_greed` (`a*` is lazy, `a*?` greedy), `ignore_whitespace` (and `#`
///   comments), `octal`: booleans, false if absent
/// - `unicode`: boolean, true if absent
/// - `size_limit`, `dfa_size_limit`: bytes that the compiled pattern, and its search cache, may take
/// - `nest_limit`: how deep groups and repetitions may nest, 250 if absent, at most 5000
inline outcome<Regex> new_with_options(zstring_view pattern, zstring_view options_json) {
    if (!pattern.whole()) return call::fail<Regex>("`pattern` holds a NUL, at which C would cut it");
    if (!options_json.whole()) return call::fail<Regex>("`options_json` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    const auto raw = ::rt_regex_new_with_options(pattern.c_str(), options_json.c_str());
    const bool suspect = raw == 0;
    return call::checked<Regex>(Regex(raw), suspect, &::rt_regex_get_last_error);
}

/// `text` with every character that means something in a pattern escaped: the pattern that matches just
/// `text`.
inline outcome<std::string> escape(zstring_view text) {
    if (!text.whole()) return call::fail<std::string>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    auto raw = detail::take(::rt_regex_escape(text.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_regex_get_last_error);
}

inline outcome<std::string> RegexRef::pattern() const {
    ::rt_regex_clear_error();
    auto raw = detail::take(::rt_regex_pattern(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_regex_get_last_error);
}

inline outcome<std::string> RegexRef::replace_n(zstring_view text, zstring_view replacement, int64_t limit) const {
    if (!text.whole()) return call::fail<std::string>("`text` holds a NUL, at which C would cut it");
    if (!replacement.whole()) return call::fail<std::string>("`replacement` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    auto raw = detail::take(::rt_regex_replace_n(handle_, text.c_str(), replacement.c_str(), limit));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_regex_get_last_error);
}

inline outcome<std::string> RegexRef::replace_all_literal(zstring_view text, zstring_view replacement) const {
    if (!text.whole()) return call::fail<std::string>("`text` holds a NUL, at which C would cut it");
    if (!replacement.whole()) return call::fail<std::string>("`replacement` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    auto raw = detail::take(::rt_regex_replace_all_literal(handle_, text.c_str(), replacement.c_str()));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_regex_get_last_error);
}

/// Compiles `patterns` into one set, which finds in one pass over a text which of them match.
inline outcome<Set> set_new(const texts_view & patterns) {
    if (!patterns.whole()) return call::fail<Set>("`patterns` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    const auto raw = ::rt_regex_set_new(patterns.data(), patterns.size());
    const bool suspect = raw == 0;
    return call::checked<Set>(Set(raw), suspect, &::rt_regex_get_last_error);
}

/// The same with options for all patterns, as in `rt_regex_new_with_options`.
inline outcome<Set> set_new_with_options(const texts_view & patterns, zstring_view options_json) {
    if (!patterns.whole()) return call::fail<Set>("`patterns` holds a NUL, at which C would cut it");
    if (!options_json.whole()) return call::fail<Set>("`options_json` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    const auto raw = ::rt_regex_set_new_with_options(patterns.data(), patterns.size(), options_json.c_str());
    const bool suspect = raw == 0;
    return call::checked<Set>(Set(raw), suspect, &::rt_regex_get_last_error);
}

inline outcome<void> SetRef::destroy() const {
    ::rt_regex_clear_error();
    ::rt_regex_set_destroy(handle_);
    return call::checked(&::rt_regex_get_last_error);
}

inline outcome<int64_t> SetRef::len() const {
    ::rt_regex_clear_error();
    const auto raw = ::rt_regex_set_len(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_regex_get_last_error);
}

inline outcome<int64_t> SetRef::is_match(zstring_view text) const {
    if (!text.whole()) return call::fail<int64_t>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    const auto raw = ::rt_regex_set_is_match(handle_, text.c_str());
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_regex_get_last_error);
}

inline outcome<Integers> SetRef::matches(zstring_view text) const {
    if (!text.whole()) return call::fail<Integers>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    RtI64Array out{};
    const bool done = ::rt_regex_set_matches_into(handle_, text.c_str(), &out);
    return call::checked<Integers>(Integers(out), !done, &::rt_regex_get_last_error);
}

inline outcome<Texts> RegexRef::split_array(zstring_view text) const {
    if (!text.whole()) return call::fail<Texts>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    RtTextArray out{};
    const bool done = ::rt_regex_split_array_into(handle_, text.c_str(), &out);
    return call::checked<Texts>(Texts(out), !done, &::rt_regex_get_last_error);
}

inline outcome<Texts> RegexRef::split_n_array(zstring_view text, int64_t limit) const {
    if (!text.whole()) return call::fail<Texts>("`text` holds a NUL, at which C would cut it");
    ::rt_regex_clear_error();
    RtTextArray out{};
    const bool done = ::rt_regex_split_n_array_into(handle_, text.c_str(), limit, &out);
    return call::checked<Texts>(Texts(out), !done, &::rt_regex_get_last_error);
}
}

namespace winit {

/// Makes an event loop: a queue of events, and the windows that send to it. Any number can be open at a time
/// and one after another, on any thread; behind them works one thread of the process, started by the first.
///
/// 0 where there is no display: none that WAYLAND_DISPLAY, WAYLAND_SOCKET or DISPLAY names answers. Once
/// there was one, the process keeps to it; where it goes away, its windows are gone, every call that needs
/// it fails, and the process goes on. The loop lives until `rt_winit_event_loop_free`.
inline outcome<EventLoop> event_loop_new() {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_loop_new();
    const bool suspect = raw == 0;
    return call::checked<EventLoop>(EventLoop(raw), suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> EventLoopRef::free() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_loop_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> EventLoopRef::run_return() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_loop_run_return(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<WindowEvent> EventLoopRef::poll_events(int64_t max_events) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_loop_poll_events(handle_, max_events);
    const bool suspect = raw == 0;
    return call::checked<WindowEvent>(WindowEvent(raw), suspect, &::rt_winit_get_last_error);
}

inline outcome<WindowEvent> EventLoopRef::wait_events(int64_t timeout_ms) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_loop_wait_events(handle_, timeout_ms);
    const bool suspect = raw == 0;
    return call::checked<WindowEvent>(WindowEvent(raw), suspect, &::rt_winit_get_last_error);
}

inline outcome<Window> EventLoopRef::window_new(int64_t width, int64_t height, zstring_view title) const {
    if (!title.whole()) return call::fail<Window>("`title` holds a NUL, at which C would cut it");
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_new(handle_, width, height, title.c_str());
    const bool suspect = raw == 0;
    return call::checked<Window>(Window(raw), suspect, &::rt_winit_get_last_error);
}

inline outcome<Window> EventLoopRef::window_new_with_config(zstring_view config_json) const {
    if (!config_json.whole()) return call::fail<Window>("`config_json` holds a NUL, at which C would cut it");
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_new_with_config(handle_, config_json.c_str());
    const bool suspect = raw == 0;
    return call::checked<Window>(Window(raw), suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::free() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<RtWindowSize> WindowRef::get_size() const {
    ::rt_winit_clear_error();
    RtWindowSize out{};
    const bool done = ::rt_winit_window_get_size_into(handle_, &out);
    return call::checked<RtWindowSize>(out, !done, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_size(int64_t width, int64_t height) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_size(handle_, width, height);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<RtWindowPosition> WindowRef::get_position() const {
    ::rt_winit_clear_error();
    RtWindowPosition out{};
    const bool done = ::rt_winit_window_get_position_into(handle_, &out);
    return call::checked<RtWindowPosition>(out, !done, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_position(int64_t x, int64_t y) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_position(handle_, x, y);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<RtWindowSize> WindowRef::get_inner_size() const {
    ::rt_winit_clear_error();
    RtWindowSize out{};
    const bool done = ::rt_winit_window_get_inner_size_into(handle_, &out);
    return call::checked<RtWindowSize>(out, !done, &::rt_winit_get_last_error);
}

inline outcome<RtWindowSize> WindowRef::get_outer_size() const {
    ::rt_winit_clear_error();
    RtWindowSize out{};
    const bool done = ::rt_winit_window_get_outer_size_into(handle_, &out);
    return call::checked<RtWindowSize>(out, !done, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_min_size(int64_t width, int64_t height) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_min_size(handle_, width, height);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_max_size(int64_t width, int64_t height) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_max_size(handle_, width, height);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_title(zstring_view title) const {
    if (!title.whole()) return call::fail<bool>("`title` holds a NUL, at which C would cut it");
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_title(handle_, title.c_str());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_visible(bool visible) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_visible(handle_, visible);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::is_visible() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_is_visible(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_resizable(bool resizable) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_resizable(handle_, resizable);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_minimized(bool minimized) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_minimized(handle_, minimized);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_maximized(bool maximized) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_maximized(handle_, maximized);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::is_maximized() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_is_maximized(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_fullscreen(bool fullscreen) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_fullscreen(handle_, fullscreen);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::is_fullscreen() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_is_fullscreen(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_decorations(bool decorations) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_decorations(handle_, decorations);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_always_on_top(bool on_top) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_always_on_top(handle_, on_top);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::focus() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_focus(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::request_redraw() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_request_redraw(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<int64_t> WindowRef::id() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_id(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<double> WindowRef::scale_factor() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_scale_factor(handle_);
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_cursor_visible(bool visible) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_cursor_visible(handle_, visible);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_cursor_grab(bool grab) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_cursor_grab(handle_, grab);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_cursor_position(int64_t x, int64_t y) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_cursor_position(handle_, x, y);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<int64_t> WindowEventRef::event_get_type() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_get_type(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<int64_t> WindowEventRef::event_get_window_id() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_get_window_id(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowEventRef::event_free() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_free(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<RtWindowSize> WindowEventRef::event_window_resized() const {
    ::rt_winit_clear_error();
    RtWindowSize out{};
    const bool done = ::rt_winit_event_window_resized_into(handle_, &out);
    return call::checked<RtWindowSize>(out, !done, &::rt_winit_get_last_error);
}

inline outcome<RtWindowPosition> WindowEventRef::event_window_moved() const {
    ::rt_winit_clear_error();
    RtWindowPosition out{};
    const bool done = ::rt_winit_event_window_moved_into(handle_, &out);
    return call::checked<RtWindowPosition>(out, !done, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowEventRef::event_window_close_requested() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_window_close_requested(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowEventRef::event_window_focused() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_window_focused(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<double> WindowEventRef::event_window_scale_factor_changed() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_window_scale_factor_changed(handle_);
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<RtKeyInput> WindowEventRef::event_keyboard_input() const {
    ::rt_winit_clear_error();
    RtKeyInput out{};
    const bool done = ::rt_winit_event_keyboard_input_into(handle_, &out);
    return call::checked<RtKeyInput>(out, !done, &::rt_winit_get_last_error);
}

inline outcome<int64_t> WindowEventRef::event_keyboard_scancode() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_keyboard_scancode(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<int64_t> WindowEventRef::event_keyboard_virtual_keycode() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_keyboard_virtual_keycode(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<int64_t> WindowEventRef::event_keyboard_modifiers() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_keyboard_modifiers(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<std::string> WindowEventRef::event_received_character() const {
    ::rt_winit_clear_error();
    auto raw = detail::take(::rt_winit_event_received_character(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_winit_get_last_error);
}

inline outcome<RtMouseButtonInput> WindowEventRef::event_mouse_button() const {
    ::rt_winit_clear_error();
    RtMouseButtonInput out{};
    const bool done = ::rt_winit_event_mouse_button_into(handle_, &out);
    return call::checked<RtMouseButtonInput>(out, !done, &::rt_winit_get_last_error);
}

inline outcome<RtMousePosition> WindowEventRef::event_mouse_moved() const {
    ::rt_winit_clear_error();
    RtMousePosition out{};
    const bool done = ::rt_winit_event_mouse_moved_into(handle_, &out);
    return call::checked<RtMousePosition>(out, !done, &::rt_winit_get_last_error);
}

inline outcome<RtMouseWheelDelta> WindowEventRef::event_mouse_wheel() const {
    ::rt_winit_clear_error();
    RtMouseWheelDelta out{};
    const bool done = ::rt_winit_event_mouse_wheel_into(handle_, &out);
    return call::checked<RtMouseWheelDelta>(out, !done, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowEventRef::event_cursor_entered() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_cursor_entered(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowEventRef::event_cursor_left() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_cursor_left(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<RtTouchInput> WindowEventRef::event_touch() const {
    ::rt_winit_clear_error();
    RtTouchInput out{};
    const bool done = ::rt_winit_event_touch_into(handle_, &out);
    return call::checked<RtTouchInput>(out, !done, &::rt_winit_get_last_error);
}

/// How many monitors there are; 0 where there is no display.
inline outcome<int64_t> monitor_count() {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_monitor_count();
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_winit_get_last_error);
}

/// A monitor's name, as the window system has it.
inline outcome<std::string> monitor_get_name(int64_t monitor_id) {
    ::rt_winit_clear_error();
    auto raw = detail::take(::rt_winit_monitor_get_name(monitor_id));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_winit_get_last_error);
}

/// A monitor's size in physical pixels.
inline outcome<RtWindowSize> monitor_get_size(int64_t monitor_id) {
    ::rt_winit_clear_error();
    RtWindowSize out{};
    const bool done = ::rt_winit_monitor_get_size_into(monitor_id, &out);
    return call::checked<RtWindowSize>(out, !done, &::rt_winit_get_last_error);
}

/// The place of a monitor's upper left corner on the desktop, in physical pixels.
inline outcome<RtWindowPosition> monitor_get_position(int64_t monitor_id) {
    ::rt_winit_clear_error();
    RtWindowPosition out{};
    const bool done = ::rt_winit_monitor_get_position_into(monitor_id, &out);
    return call::checked<RtWindowPosition>(out, !done, &::rt_winit_get_last_error);
}

/// A monitor's physical pixels for each logical one.
inline outcome<double> monitor_get_scale_factor(int64_t monitor_id) {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_monitor_get_scale_factor(monitor_id);
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_winit_get_last_error);
}

/// The clipboard's text. `""` where it holds the empty text, and on failure: where it holds no text, where there
/// is no display, and where the program that offers the text does not answer for 2 seconds.
inline outcome<std::string> clipboard_get_text() {
    ::rt_winit_clear_error();
    auto raw = detail::take(::rt_winit_clipboard_get_text());
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_winit_get_last_error);
}

/// Puts a text into the clipboard, where it stays until another program or call puts something there, while
/// this process lives. X servers take some 16 million bytes; a longer text fails.
inline outcome<bool> clipboard_set_text(zstring_view text) {
    if (!text.whole()) return call::fail<bool>("`text` holds a NUL, at which C would cut it");
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_clipboard_set_text(text.c_str());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

/// Why this thread's last failed winit call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
inline std::string get_last_error() {
    return detail::take(::rt_winit_get_last_error());
}

inline outcome<Integers> EventLoopRef::poll_all(int64_t max_events) const {
    ::rt_winit_clear_error();
    RtI64Array out{};
    const bool done = ::rt_winit_event_loop_poll_all_into(handle_, max_events, &out);
    return call::checked<Integers>(Integers(out), !done, &::rt_winit_get_last_error);
}

/// Frees many events at once; gives how many of them were alive.
inline outcome<int64_t> event_free_all(view<const int64_t> events) {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_free_all(events.data(), events.size());
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowEventRef::event_keyboard_repeat() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_keyboard_repeat(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::present_rgba(int64_t width, int64_t height, view<const uint8_t> pixels) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_present_rgba(handle_, width, height, pixels.data(), pixels.size());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> EventLoopRef::wake() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_loop_wake(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::has_focus() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_has_focus(handle_);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::request_attention(bool wanted) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_request_attention(handle_, wanted);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<int64_t> WindowRef::get_monitor() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_get_monitor(handle_);
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_fullscreen_on(int64_t monitor_id) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_fullscreen_on(handle_, monitor_id);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

/// The number of the desktop's main monitor. Fails on Wayland, which has none.
inline outcome<int64_t> monitor_primary() {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_monitor_primary();
    const bool suspect = raw == -1;
    return call::checked<int64_t>(raw, suspect, &::rt_winit_get_last_error);
}

/// How often a monitor shows a picture, in hertz; 0 where the window system does not tell.
inline outcome<double> monitor_get_refresh_rate(int64_t monitor_id) {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_monitor_get_refresh_rate(monitor_id);
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<RtWindowRawHandle> WindowRef::raw_handle() const {
    ::rt_winit_clear_error();
    RtWindowRawHandle out{};
    const bool done = ::rt_winit_window_raw_handle_into(handle_, &out);
    return call::checked<RtWindowRawHandle>(out, !done, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_icon(int64_t width, int64_t height, view<const uint8_t> pixels) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_icon(handle_, width, height, pixels.data(), pixels.size());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<std::string> WindowEventRef::event_file_path() const {
    ::rt_winit_clear_error();
    auto raw = detail::take(::rt_winit_event_file_path(handle_));
    const bool suspect = raw.empty();
    return call::checked<std::string>(std::move(raw), suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_ime_allowed(bool allowed) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_ime_allowed(handle_, allowed);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_ime_area(int64_t x, int64_t y, int64_t width, int64_t height) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_ime_area(handle_, x, y, width, height);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<ImePreedit> WindowEventRef::event_ime_preedit() const {
    ::rt_winit_clear_error();
    RtImePreedit out{};
    const bool done = ::rt_winit_event_ime_preedit_into(handle_, &out);
    return call::checked<ImePreedit>(ImePreedit{detail::take(out.text), out.cursor_start, out.cursor_end}, !done, &::rt_winit_get_last_error);
}

inline outcome<double> WindowEventRef::event_window_scale_factor() const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_event_window_scale_factor(handle_);
    const bool suspect = raw == 0.0;
    return call::checked<double>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_relative_mouse(bool relative) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_relative_mouse(handle_, relative);
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<RtMouseMotion> WindowEventRef::event_mouse_motion() const {
    ::rt_winit_clear_error();
    RtMouseMotion out{};
    const bool done = ::rt_winit_event_mouse_motion_into(handle_, &out);
    return call::checked<RtMouseMotion>(out, !done, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_cursor_icon(zstring_view icon) const {
    if (!icon.whole()) return call::fail<bool>("`icon` holds a NUL, at which C would cut it");
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_cursor_icon(handle_, icon.c_str());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

inline outcome<bool> WindowRef::set_cursor_image(int64_t width, int64_t height, int64_t hot_x, int64_t hot_y, view<const uint8_t> pixels) const {
    ::rt_winit_clear_error();
    const auto raw = ::rt_winit_window_set_cursor_image(handle_, width, height, hot_x, hot_y, pixels.data(), pixels.size());
    const bool suspect = raw == false;
    return call::checked<bool>(raw, suspect, &::rt_winit_get_last_error);
}

/// True where this build holds the winit library, as it does where this links.
inline bool available() {
    return ::rt_winit_available();
}

/// Forgets why this thread's last failed winit call failed.
inline void clear_error() {
    ::rt_winit_clear_error();
}

/// The version of the wrapped library, the crate `winit`.
inline std::string version() {
    return detail::take(::rt_winit_version());
}
}

} // inline namespace
} // namespace simple_native

#endif // SIMPLE_NATIVE_HPP
