# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

module SimpleNative
  VERSION = "0.1.0"
  # What these files were generated from.
  module Abi
    REVISION = 1
    HASH = 6401692175036946059
    LIBRARIES = %w[native audio cuda gamepad http lyon rapier2d regex winit].freeze
  end
end
