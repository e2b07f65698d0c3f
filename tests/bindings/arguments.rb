# What Ruby's binding refuses and keeps: arguments that C would cut, memory that must not move under a call, errors
# that are no other call's.

require "simple_native"
include SimpleNative

def check(condition) = condition || raise("at #{caller_locations(1, 1)[0]}")

def fails(kind)
  yield
rescue kind
  nil
else
  raise "no #{kind} at #{caller_locations(1, 1)[0]}"
end

before = SimpleNative.call("rt_native_live_handles")
pattern = Regex::Regex.new("a+")

["a\0b", "a\0b".b, "\0"].each do |cut|
  fails(ArgumentError) { pattern.find(cut) }
  fails(ArgumentError) { Regex.rt_regex_is_match(pattern.handle, cut) }
  fails(ArgumentError) { Regex::RegexSet.new(["a", cut]) }
end
[5, :a, ["a"]].each { |other| fails(TypeError) { pattern.find(other) } }

# Texts are in UTF-8 on the other side.
check pattern.find("xaa".encode(Encoding::UTF_16LE)) == "aa"
check Regex.rt_regex_find_quick(".", "\xe9".dup.force_encoding(Encoding::ISO_8859_1)) == "é"
check Regex.rt_regex_find_quick(".", "é".b) == "é"

[2**64, 2**63, -(2**63) - 1, 2.9, Float::NAN, Float::INFINITY].each do |cut|
  fails(RangeError) { pattern.find_at("aaa", cut) }
  fails(RangeError) { Regex.rt_regex_is_match(cut, "a") }
end
fails(RangeError) { pattern.find_at("aaa", Rational(3, 2)) }
[nil, true, [1], "1", Complex(1, 1)].each { |other| fails(TypeError) { pattern.find_at("aaa", other) } }
check pattern.find_at("aaa", 1.0).start == 1
fails(Error) { pattern.find_at("aaa", 2**63 - 1) }
[[2**64], [1.5]].each { |cut| fails(RangeError) { Runtime.integers(cut) } }

# Bytes stay while a call reads them, also where another thread clears the string.
5.times do
  text = "x" * 100_000_000
  clearing = Thread.new do
    sleep 0.005
    text.clear
    text << "y"
  end
  response = Http.rt_http_response_create_bytes(200, text, "text/plain")
  clearing.join
  check response > 0
  Http.rt_http_response_free(response)
end

# A buffer of one's own is filled, and another that shares its memory stays.
path = Lyon.rt_lyon_path_polygon([0.0, 0.0, 1.0, 0.0, 0.0, 1.0], 3)
tessellation = Lyon.rt_lyon_fill_tessellate(path, 0.1)
buffer = "\0" * 4096
other = buffer.dup
vertices = Lyon.rt_lyon_fill_tessellation_get_vertices(tessellation)
check Lyon.rt_lyon_vertex_buffer_write(vertices, buffer) > 0
check other == "\0" * 4096 && buffer != other && buffer.bytesize == 4096
fails(FrozenError) { Lyon.rt_lyon_vertex_buffer_write(vertices, buffer.freeze) }
Lyon.rt_lyon_vertex_buffer_free(vertices)
Lyon.rt_lyon_fill_tessellation_free(tessellation)
Lyon.rt_lyon_path_free(path)

# What the server freed already is no failure of another call; a reason that stood there before stays.
document = Http::JsonValue.parse_json('{"a":""}')
response = Http::HttpResponse.create(200, "x")
Http.rt_http_response_free(response.handle)
response.close
check Http.rt_http_get_last_error.empty?
check document.get("/a") == ""
Http.rt_http_json_free(12_345)
reason = Http.rt_http_get_last_error
document.close
check !reason.empty? && Http.rt_http_get_last_error == reason
Http.rt_http_clear_error

handle = Regex::Regex.new("a").detach
check Regex.rt_regex_is_match(handle, "a") == 1
Regex.rt_regex_destroy(handle)
pattern.close
check SimpleNative.call("rt_native_live_handles") == before
puts "arguments: fine"
