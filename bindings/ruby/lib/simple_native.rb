# The native layer under a programming language, for Ruby: each library is a module, loaded when first used.
#
#     require "simple_native"
#
#     SimpleNative::Regex::Regex.new("(\\d{4})-(\\d{2})") { |date| puts date.find("made in 2026-11") }
#
# Classes own their handles and raise SimpleNative::Error; module functions are the exported ones by their own
# names, over plain integers, and return what failure returns. SIMPLE_NATIVE_LIBRARY names the shared object.

require_relative "simple_native/abi"
require_relative "simple_native/runtime"

module SimpleNative
  Abi::LIBRARIES.each { |name| autoload(name.capitalize.to_sym, File.join(__dir__, "simple_native", "#{name}.rb")) }

  # Calls the exported function of this name, with Ruby's types.
  def self.call(name, *arguments)
    library = Abi::PREFIXES.fetch(name.to_s.split("_")[1], "native")
    const_get(library.capitalize).public_send(name, *arguments)
  end
end
