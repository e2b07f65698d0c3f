# Runs the vectors through the Ruby binding: run.rb FOLDER ROOT; prints how many calls each library had.

require "json"
require "tmpdir"
require "simple_native"

class Mismatch < StandardError; end

class Runner
  def initialize(root)
    @root = root
    manifest = JSON.parse(File.read("#{root}/simple_native/simple_native.json"))
    functions = manifest["libraries"].flat_map { |library| library["functions"] }
    @params = functions.to_h { |function| [function["name"], function["params"].map { |param| param["type"] }] }
  end

  def fn(name, ...) = SimpleNative.call(name, ...)

  def joined(pieces) = pieces.map { |piece| piece.is_a?(String) ? piece : @bound[piece["var"]].to_s }.join

  def float(text)
    { "nan" => Float::NAN, "inf" => Float::INFINITY, "-inf" => -Float::INFINITY, "-0" => -0.0 }.fetch(text)
  end

  def argument(value)
    case value
    when Array then value.map { |item| argument(item) }
    when Hash
      return value["i64"].to_i if value["i64"]
      return float(value["f64"]) if value["f64"]
      return [value["bytes"] || value["hex"]].pack("H*") if value["bytes"] || value["hex"]
      return "\0".b * value["out"] if value["out"]
      return argument(value["items"]) * value["times"] if value["items"]
      return @bound[value["var"]] unless value["text"]

      text = value["text"].is_a?(String) ? value["text"] : joined(value["text"])
      text * (value["times"] || 1)
    else value
    end
  end

  def expect(seen, wanted)
    raise Mismatch, "gave #{seen.inspect[0, 300]}, not #{wanted.to_json[0, 300]}" unless matches(seen, wanted)
  end

  def matches(seen, wanted)
    case wanted
    when Array then seen.size == wanted.size && seen.zip(wanted).all? { |pair| matches(*pair) }
    when Hash then wanted.all? { |key, value| operator(seen, key, value, wanted) }
    else seen == wanted
    end
  end

  def item(seen, at) = seen.is_a?(String) ? seen.getbyte(at) : seen[at]

  def operator(seen, key, value, wanted)
    case key
    when "i64" then seen == value.to_i
    when "f64" then value == "nan" ? seen.nan? : seen == float(value)
    when "handle" then (@bound[value] = seen) > 0
    when "bind" then @bound[value] = seen; true
    when "as" then matches(seen, value)
    when "var" then seen == @bound[value]
    when "text" then seen == joined(value)
    when "near" then (seen - value).abs <= wanted["by"]
    when "by" then true
    when "from" then seen >= value
    when "to" then seen <= value
    when "contains" then seen.include?(value)
    when "starts" then seen.start_with?(value)
    when "hex" then seen.b == [value].pack("H*")
    when "length" then matches(seen.is_a?(String) ? seen.bytesize : seen.size, value)
    when "each" then seen.all? { |one| matches(one, value) }
    when "at" then value.all? { |at, one| matches(item(seen, at.to_i), one) }
    when "fields" then value.all? { |name, one| matches(seen[name], one) }
    when "not" then !matches(seen, value)
    when "every" then value.all? { |one| matches(seen, one) }
    else raise ArgumentError, key
    end
  end

  def call(call, library)
    name = call["call"]
    (call["repeat"] || 1).times do
      arguments = call["args"].map { |value| argument(value) }
      fn("rt_#{library}_clear_error") if call["error"]
      seen = fn(name, *arguments)
      expect(seen, call["gives"]) if call.key?("gives")
      expect(fn("rt_#{library}_get_last_error"), call["error"]) if call["error"]
      expect(arguments[@params[name].index("[u8 out]")], call["out"]) if call["out"]
    end
  end

  def sequence(sequence, library)
    before = fn("rt_native_live_handles")
    Dir.mktmpdir do |folder|
      @bound = { "tmp" => folder, "root" => @root }
      sequence["calls"].each_with_index do |one, at|
        call(one, library)
      rescue StandardError => e
        raise Mismatch, "#{library}: #{sequence["name"]}: call #{at}: #{one.to_json[0, 300]}: #{e.message}"
      end
    end
    500.times do
      return sequence["calls"].size if fn("rt_native_live_handles") == before

      sleep 0.01
    end
    raise Mismatch, "#{library}: #{sequence["name"]} leaves objects"
  end
end

folder, root = ARGV
runner = Runner.new(root)
failures = 0
Dir["#{folder}/*.json"].sort.each do |path|
  file = JSON.parse(File.read(path))
  calls = file["sequences"].sum do |sequence|
    runner.sequence(sequence, file["library"])
  rescue Mismatch => e
    warn e.message
    failures += 1
    0
  end
  puts "calls #{file["library"]} #{calls}"
end
exit failures.zero?
