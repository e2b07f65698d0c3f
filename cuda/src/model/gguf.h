// GGUF files (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md), versions 2 and 3.
//
// A malformed file is an expected input: every count, length and offset is checked against what the file
// holds. A file may be sparse, and large for nothing: what stands before the tensors' data has a largest size too.
#pragma once
#include "ops/blocks.h"
#include "model/file.h"
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sncuda {

// The numbers that GGUF gives to the types of metadata values.
enum class ValueType : uint32_t {
    u8, i8, u16, i16, u32, i32, f32, boolean, string, array, u64, i64, f64,
};

// A metadata value: where it lies in the header.
struct Value {
    ValueType type;
    ValueType item; // of an array
    uint64_t count; // of an array's items
    uint64_t start; // of the value, or of an array's first item
    uint64_t end;
};

struct Tensor {
    std::string name;
    WeightType type;
    std::vector<uint64_t> dimensions; // fastest first
    uint64_t offset;                  // in the file
    uint64_t bytes;

    uint64_t columns() const { return dimensions[0]; }
    uint64_t rows() const;
    std::string shape() const;
};

// A name of a file's as it may stand in a message.
std::string shown(std::string_view name);

class Gguf {
public:
    explicit Gguf(const std::string &path);

    const File &file() const { return file_; }
    bool has(const std::string &key) const { return values_.count(key) != 0; }
    // In their order.
    std::vector<std::string> keys() const;
    // Nothing where the key is absent; an Error where it has another type or does not fit.
    std::optional<uint64_t> integer(const std::string &key) const;
    std::optional<int64_t> signed_integer(const std::string &key) const;
    std::optional<double> number(const std::string &key) const;
    std::optional<bool> boolean(const std::string &key) const;
    std::optional<std::string_view> string(const std::string &key) const;
    // An array's items, 0 where the key is absent or no array.
    uint64_t count(const std::string &key) const;
    void strings(const std::string &key, const std::function<void(std::string_view)> &each) const;
    std::vector<double> numbers(const std::string &key) const;

    const Tensor *find(const std::string &name) const;
    const std::vector<Tensor> &tensors() const { return tensors_; }

    [[noreturn]] void fail(const std::string &why) const;

private:
    void check_magic() const;
    void check_version(uint32_t version) const;
    void check_whole() const;
    void need(uint64_t bytes);
    template <class T> T take();
    std::string_view take_string(const char *what);
    Value take_value(const std::string &key);
    void skip_array(Value &value, const std::string &key);
    void read_metadata(uint64_t count);
    void read_tensors(uint64_t count);
    Tensor take_tensor(uint64_t index);
    void place(uint64_t alignment);
    void refuse_overlaps() const;
    const Value *value(const std::string &key) const;
    [[noreturn]] void wrong_type(const std::string &key, const char *wanted) const;
    double item_number(ValueType type, uint64_t at) const;
    template <class T> T at(uint64_t offset) const;

    File file_;
    std::vector<char> header_; // from the file's start to where the data begins, as far as it was read
    uint64_t position_ = 0;
    std::unordered_map<std::string, Value> values_;
    std::vector<Tensor> tensors_;
    std::unordered_map<std::string, size_t> by_name_;
};

} // namespace sncuda
