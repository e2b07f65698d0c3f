#include "model/gguf.h"
#include "ops/error.h"
#include <algorithm>
#include <cmath>
#include <cstring>

namespace sncuda {

namespace {

constexpr uint64_t read_step = uint64_t(1) << 20;
constexpr uint64_t longest_name = 1 << 16;
// A vocabulary of a quarter of a million tokens has about 16 MiB, with its merges.
constexpr uint64_t largest_header = uint64_t(128) << 20;
constexpr uint64_t most_entries = 1 << 16;

// The bytes of a value of fixed size; 0 for strings, arrays and unknown types.
uint64_t fixed_size(ValueType type) {
    switch (type) {
    case ValueType::u8: case ValueType::i8: case ValueType::boolean: return 1;
    case ValueType::u16: case ValueType::i16: return 2;
    case ValueType::u32: case ValueType::i32: case ValueType::f32: return 4;
    case ValueType::u64: case ValueType::i64: case ValueType::f64: return 8;
    default: return 0;
    }
}

bool multiply_overflows(uint64_t a, uint64_t b, uint64_t &product) {
    if (b != 0 && a > UINT64_MAX / b) return true;
    product = a * b;
    return false;
}

} // namespace

std::string shown(std::string_view name) {
    std::string text;
    for (unsigned char byte : name.substr(0, 80)) text += byte >= 0x20 && byte < 0x7f ? char(byte) : '?';
    return text;
}

uint64_t Tensor::rows() const {
    uint64_t rows = 1;
    for (size_t i = 1; i < dimensions.size(); i++) rows *= dimensions[i];
    return rows;
}

std::string Tensor::shape() const {
    std::string text;
    for (uint64_t dimension : dimensions) text += (text.empty() ? "" : "x") + std::to_string(dimension);
    return text;
}

void Gguf::fail(const std::string &why) const {
    throw Error(Code::model_load, "`path` is \"" + file_.path() + "\": " + why);
}

Gguf::Gguf(const std::string &path) : file_(path) {
    if (file_.size() < 24) fail("is no GGUF file: it has " + std::to_string(file_.size()) + " bytes");
    need(24);
    check_magic();
    position_ = 4;
    check_version(take<uint32_t>());
    auto tensor_count = take<uint64_t>();
    auto value_count = take<uint64_t>();
    if (tensor_count > most_entries || value_count > most_entries) {
        fail("has " + std::to_string(tensor_count) + " tensors and " + std::to_string(value_count) +
             " metadata keys, and " + std::to_string(most_entries) + " of each are the most");
    }
    read_metadata(value_count);
    check_whole();
    read_tensors(tensor_count);
    auto alignment = integer("general.alignment").value_or(32);
    if (alignment == 0 || alignment > (uint64_t(1) << 30) || (alignment & (alignment - 1)) != 0) {
        fail("general.alignment is " + std::to_string(alignment) + " and must be a power of two up to 2^30");
    }
    place(alignment);
}

// The formats before GGUF begin with their names backwards.
void Gguf::check_magic() const {
    static const struct {
        const char *magic, *name;
    } before[] = {{"lmgg", "GGML"}, {"fmgg", "GGMF"}, {"tjgg", "GGJT"}, {"algg", "GGLA"}};
    if (std::memcmp(header_.data(), "GGUF", 4) == 0) return;
    for (auto &old : before) {
        if (std::memcmp(header_.data(), old.magic, 4) == 0) {
            fail(std::string("is a file of the format ") + old.name + ", from before GGUF, and GGUF versions 2 and 3 can be read");
        }
    }
    fail("is no GGUF file: it does not begin with GGUF");
}

void Gguf::check_version(uint32_t version) const {
    if (version == 2 || version == 3) return;
    uint32_t swapped = version >> 24 | (version >> 8 & 0xff00) | (version << 8 & 0xff0000) | version << 24;
    if (swapped >= 1 && swapped <= 3) {
        fail("is a big-endian GGUF file (version " + std::to_string(swapped) + "), and little-endian ones can be read");
    }
    fail("is GGUF version " + std::to_string(version) + ", and versions 2 and 3 can be read");
}

void Gguf::check_whole() const {
    auto count = integer("split.count").value_or(0);
    if (count <= 1) return;
    auto number = integer("split.no").value_or(0);
    fail("is one of the " + std::to_string(count) + " files that a model was split into (split.no is " + std::to_string(number) +
         "), and a model in one file can be read: llama-gguf-split --merge puts them together");
}

// Makes sure that the next `bytes` bytes of the header are in memory.
void Gguf::need(uint64_t bytes) {
    if (bytes > file_.size() - position_) {
        fail("ends too early: " + std::to_string(bytes) + " more bytes are due at offset " +
             std::to_string(position_) + " of " + std::to_string(file_.size()));
    }
    if (bytes > largest_header - position_) {
        fail("has more than " + std::to_string(largest_header) + " bytes of metadata");
    }
    uint64_t wanted = position_ + bytes;
    uint64_t have = header_.size();
    if (wanted <= have) return;
    wanted = std::min(file_.size(), std::max(wanted, have + read_step));
    header_.resize(wanted);
    file_.read(have, header_.data() + have, wanted - have);
}

template <class T> T Gguf::at(uint64_t offset) const {
    T value;
    std::memcpy(&value, header_.data() + offset, sizeof value);
    return value;
}

template <class T> T Gguf::take() {
    need(sizeof(T));
    T value = at<T>(position_);
    position_ += sizeof(T);
    return value;
}

std::string_view Gguf::take_string(const char *what) {
    auto length = take<uint64_t>();
    if (length > longest_name) {
        fail(std::string(what) + " at offset " + std::to_string(position_) + " has " + std::to_string(length) +
             " bytes");
    }
    need(length);
    std::string_view text(header_.data() + position_, length);
    position_ += length;
    return text;
}

void Gguf::read_metadata(uint64_t count) {
    for (uint64_t i = 0; i < count; i++) {
        std::string key(take_string("a metadata key"));
        Value value = take_value(key);
        if (!values_.emplace(key, value).second) fail("has metadata key " + shown(key) + " twice");
    }
}

Value Gguf::take_value(const std::string &key) {
    Value value{};
    value.type = ValueType(take<uint32_t>());
    value.start = position_;
    if (value.type == ValueType::string) {
        auto length = take<uint64_t>();
        need(length);
        position_ += length;
    } else if (value.type == ValueType::array) {
        skip_array(value, key);
    } else if (uint64_t size = fixed_size(value.type)) {
        need(size);
        position_ += size;
    } else {
        fail("metadata key " + shown(key) + " has type " + std::to_string(uint32_t(value.type)) +
             ", which GGUF does not know");
    }
    value.end = position_;
    return value;
}

void Gguf::skip_array(Value &value, const std::string &key) {
    value.item = ValueType(take<uint32_t>());
    value.count = take<uint64_t>();
    value.start = position_;
    uint64_t size = fixed_size(value.item);
    if (value.item == ValueType::string) {
        for (uint64_t i = 0; i < value.count; i++) {
            auto length = take<uint64_t>();
            need(length);
            position_ += length;
        }
    } else if (size != 0) {
        uint64_t bytes;
        if (multiply_overflows(value.count, size, bytes)) bytes = UINT64_MAX;
        need(bytes);
        position_ += bytes;
    } else {
        fail("metadata key " + shown(key) + " is an array of type " + std::to_string(uint32_t(value.item)) +
             ", which is not supported");
    }
}

void Gguf::read_tensors(uint64_t count) {
    for (uint64_t i = 0; i < count; i++) {
        Tensor tensor = take_tensor(i);
        if (!by_name_.emplace(tensor.name, tensors_.size()).second) {
            fail("has tensor " + shown(tensor.name) + " twice");
        }
        tensors_.push_back(std::move(tensor));
    }
}

Tensor Gguf::take_tensor(uint64_t index) {
    Tensor tensor;
    tensor.name = std::string(take_string("a tensor name"));
    auto who = "tensor " + std::to_string(index) + " (" + shown(tensor.name) + ")";
    auto dimensions = take<uint32_t>();
    if (dimensions < 1 || dimensions > 4) fail(who + " has " + std::to_string(dimensions) + " dimensions");
    uint64_t elements = 1;
    for (uint32_t i = 0; i < dimensions; i++) {
        auto size = take<uint64_t>();
        if (size == 0 || multiply_overflows(elements, size, elements)) {
            fail(who + " has dimension " + std::to_string(i) + " of " + std::to_string(size));
        }
        tensor.dimensions.push_back(size);
    }
    auto type = take<uint32_t>();
    tensor.offset = take<uint64_t>();
    const BlockFormat *format = block_format(type);
    if (!format) fail(who + " has weight type " + weight_type_name(type) + ", and " + weight_types() + " are supported");
    tensor.type = format->type;
    if (tensor.columns() % format->values != 0) {
        fail(who + " has rows of " + std::to_string(tensor.columns()) + " values, no multiple of the " +
             std::to_string(format->values) + " of a " + format->name + " block");
    }
    if (multiply_overflows(elements / format->values, format->bytes, tensor.bytes)) {
        fail(who + " is larger than any file");
    }
    return tensor;
}

// Turns offsets into the data into offsets into the file.
void Gguf::place(uint64_t alignment) {
    uint64_t start = position_ + (alignment - position_ % alignment) % alignment;
    for (Tensor &tensor : tensors_) {
        auto who = "tensor " + shown(tensor.name);
        if (tensor.offset % alignment != 0) {
            fail(who + " begins at " + std::to_string(tensor.offset) + ", no multiple of the alignment " +
                 std::to_string(alignment));
        }
        if (start > file_.size() || tensor.offset > file_.size() - start ||
            tensor.bytes > file_.size() - start - tensor.offset) {
            fail(who + " has " + std::to_string(tensor.bytes) + " bytes at " + std::to_string(tensor.offset) +
                 " of the data, and the file ends before");
        }
        tensor.offset += start;
    }
    refuse_overlaps();
    header_.resize(position_);
    header_.shrink_to_fit();
}

// All tensors together are then no larger than the file, however many say that they are large.
void Gguf::refuse_overlaps() const {
    std::vector<const Tensor *> sorted;
    for (const Tensor &tensor : tensors_) sorted.push_back(&tensor);
    std::sort(sorted.begin(), sorted.end(), [](const Tensor *a, const Tensor *b) { return a->offset < b->offset; });
    for (size_t i = 1; i < sorted.size(); i++) {
        const Tensor &before = *sorted[i - 1], &tensor = *sorted[i];
        if (tensor.offset - before.offset < before.bytes) {
            fail("tensor " + shown(tensor.name) + " begins inside tensor " + shown(before.name));
        }
    }
}

std::vector<std::string> Gguf::keys() const {
    std::vector<std::string> keys;
    for (const auto &entry : values_) keys.push_back(entry.first);
    std::sort(keys.begin(), keys.end());
    return keys;
}

const Value *Gguf::value(const std::string &key) const {
    auto found = values_.find(key);
    return found == values_.end() ? nullptr : &found->second;
}

void Gguf::wrong_type(const std::string &key, const char *wanted) const {
    fail("metadata key " + shown(key) + " is not " + wanted);
}

double Gguf::item_number(ValueType type, uint64_t offset) const {
    switch (type) {
    case ValueType::u8: return at<uint8_t>(offset);
    case ValueType::i8: return at<int8_t>(offset);
    case ValueType::u16: return at<uint16_t>(offset);
    case ValueType::i16: return at<int16_t>(offset);
    case ValueType::u32: return at<uint32_t>(offset);
    case ValueType::i32: return at<int32_t>(offset);
    case ValueType::f32: return double(at<float>(offset));
    case ValueType::u64: return double(at<uint64_t>(offset));
    case ValueType::i64: return double(at<int64_t>(offset));
    case ValueType::f64: return at<double>(offset);
    default: return std::nan("");
    }
}

std::optional<int64_t> Gguf::signed_integer(const std::string &key) const {
    const Value *found = value(key);
    if (!found) return {};
    switch (found->type) {
    case ValueType::u64: {
        auto wide = at<uint64_t>(found->start);
        if (wide > uint64_t(INT64_MAX)) wrong_type(key, "an integer below 2^63");
        return int64_t(wide);
    }
    case ValueType::i64: return at<int64_t>(found->start);
    case ValueType::f32: case ValueType::f64: case ValueType::boolean: case ValueType::string:
    case ValueType::array: wrong_type(key, "an integer");
    default: return int64_t(item_number(found->type, found->start));
    }
}

std::optional<uint64_t> Gguf::integer(const std::string &key) const {
    auto number = signed_integer(key);
    if (!number) return {};
    if (*number < 0) wrong_type(key, "an integer of at least 0");
    return uint64_t(*number);
}

std::optional<double> Gguf::number(const std::string &key) const {
    const Value *found = value(key);
    if (!found) return {};
    double number = item_number(found->type, found->start);
    if (!std::isfinite(number)) wrong_type(key, "a finite number");
    return number;
}

std::optional<bool> Gguf::boolean(const std::string &key) const {
    const Value *found = value(key);
    if (!found) return {};
    if (found->type != ValueType::boolean) wrong_type(key, "a boolean");
    return at<uint8_t>(found->start) != 0;
}

std::optional<std::string_view> Gguf::string(const std::string &key) const {
    const Value *found = value(key);
    if (!found) return {};
    if (found->type != ValueType::string) wrong_type(key, "a string");
    return std::string_view(header_.data() + found->start + 8, found->end - found->start - 8);
}

uint64_t Gguf::count(const std::string &key) const {
    const Value *found = value(key);
    return found ? found->count : 0;
}

void Gguf::strings(const std::string &key, const std::function<void(std::string_view)> &each) const {
    const Value *found = value(key);
    if (!found) return;
    if (found->type != ValueType::array || found->item != ValueType::string) wrong_type(key, "an array of strings");
    uint64_t offset = found->start;
    for (uint64_t i = 0; i < found->count; i++) {
        auto length = at<uint64_t>(offset);
        each({header_.data() + offset + 8, length});
        offset += 8 + length;
    }
}

std::vector<double> Gguf::numbers(const std::string &key) const {
    const Value *found = value(key);
    std::vector<double> items;
    if (!found) return items;
    uint64_t size = fixed_size(found->item);
    if (found->type != ValueType::array || size == 0) wrong_type(key, "an array of numbers");
    items.reserve(found->count);
    for (uint64_t i = 0; i < found->count; i++) items.push_back(item_number(found->item, found->start + i * size));
    return items;
}

const Tensor *Gguf::find(const std::string &name) const {
    auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : &tensors_[found->second];
}

} // namespace sncuda
