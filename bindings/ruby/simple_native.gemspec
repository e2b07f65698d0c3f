Gem::Specification.new do |gem|
  gem.name = "simple_native"
  gem.version = "0.1.0"
  gem.summary = "The native layer under a programming language: regular expressions, HTTP, physics, graphics, sound"
  gem.authors = ["The simple_native authors"]
  gem.licenses = ["MIT", "Apache-2.0"]
  gem.files = Dir["lib/**/*.{rb,so}", "LICENSE*", "THIRD-PARTY.txt", base: __dir__]
  # With the shared object inside.
  gem.platform = ENV["SIMPLE_NATIVE_PLATFORM"] if ENV["SIMPLE_NATIVE_PLATFORM"]
  gem.required_ruby_version = ">= 3.0"
end
