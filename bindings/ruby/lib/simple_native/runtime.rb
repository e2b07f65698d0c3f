# Finding and loading the shared object, converting what goes in and comes out, objects that own handles.

require "fiddle"

module SimpleNative
  # A call failed; the message says why.
  class Error < StandardError; end

  # The shared object is missing, or of another version than these files.
  class MismatchError < LoadError; end

  # The types of parameters and results.
  I64 = Fiddle::TYPE_LONG_LONG
  F64 = Fiddle::TYPE_DOUBLE
  BOOL = -Fiddle::TYPE_CHAR
  PTR = Fiddle::TYPE_VOIDP
  VOID = Fiddle::TYPE_VOID

  # What every generated file uses.
  module Runtime
    module_function

    def load
      packaged = File.expand_path("../../../../lib/libsimple_native.so", __dir__)
      path = ENV["SIMPLE_NATIVE_LIBRARY"] || (File.exist?(packaged) ? packaged : "libsimple_native.so")
      library = Fiddle.dlopen(path)
      begin
        check = Fiddle::Function.new(library["rt_native_check_abi"], [I64, I64], BOOL)
      rescue Fiddle::DLError
        raise MismatchError, "simple_native: #{path} is older than these files: it knows no rt_native_check_abi"
      end
      if check.call(Abi::REVISION, Abi::HASH).zero?
        reason = Fiddle::Function.new(library["rt_native_get_last_error"], [], PTR).call.to_s
        raise MismatchError, "simple_native: these files do not fit #{path}: #{reason}"
      end
      library
    end

    LIBRARY = load

    def raw(name, types, result) = Fiddle::Function.new(LIBRARY[name], types, result)

    TEXT_LEN = raw("rt_text_len", [PTR], I64)
    TEXT_FREE = raw("rt_text_free", [PTR], VOID)
    RELEASES = {
      floats: raw("rt_f64_array_free", [PTR, I64], VOID),
      integers: raw("rt_i64_array_free", [PTR, I64], VOID),
      bytes: raw("rt_bytes_free", [PTR, I64], VOID),
      texts: raw("rt_text_array_free", [PTR, I64], VOID)
    }.freeze

    def read_text(pointer) = pointer[0, TEXT_LEN.call(pointer)].force_encoding(Encoding::UTF_8)

    def take_text(pointer)
      text = read_text(pointer)
      TEXT_FREE.call(pointer)
      text
    end

    # A text as C has it; Ruby's own string may end without a NUL.
    def text(value) = value && Fiddle::Pointer[value.b << 0]

    def floats(values) = values ? [Fiddle::Pointer[values.pack("d*")], values.size] : [nil, 0]

    def integers(values) = values ? [Fiddle::Pointer[values.pack("q*")], values.size] : [nil, 0]

    def bytes(value) = value ? [Fiddle::Pointer[value], value.bytesize] : [nil, 0]

    # A buffer to be filled: a string that is not frozen. Setting a byte gives it memory that no copy shares.
    def buffer(value)
      value.setbyte(0, value.getbyte(0)) unless value.nil? || value.empty?
      bytes(value)
    end

    # A function of C. One of Ruby's would be called on threads that Ruby does not know, and end the process.
    def callback(value)
      return value unless value.is_a?(Proc) || value.is_a?(Fiddle::Closure)

      raise ArgumentError, "no Ruby function can be called on other threads: take requests and events one by one instead"
    end

    # The pointers keep their strings for the call.
    def texts(values)
      return [nil, 0] unless values

      pointers = values.map { |value| text(value) }
      packed = Fiddle::Pointer[pointers.map { |pointer| pointer ? pointer.to_i : 0 }.pack("J*")]
      packed.instance_variable_set(:@kept, pointers)
      [packed, values.size]
    end

    def take_array(kind, data, len)
      pointer = Fiddle::Pointer.new(data)
      bytes = len.zero? ? "".b : pointer[0, kind == :bytes ? len : len * 8]
      values =
        case kind
        when :floats then bytes.unpack("d*")
        when :integers then bytes.unpack("q*")
        when :bytes then bytes
        when :texts then bytes.unpack("J*").map { |one| read_text(Fiddle::Pointer.new(one)) }
        end
      RELEASES[kind].call(pointer, len)
      values
    end

    # A Ruby struct with the layout of the C one.
    def structure(size, format, kinds, *names)
      Struct.new(*names) do
        const_set(:SIZE, size)
        define_singleton_method(:read) do |memory|
          values = memory.unpack(format).zip(kinds).map do |value, kind|
            case kind
            when :bool then value != 0
            when :text then Runtime.take_text(Fiddle::Pointer.new(value))
            else value
            end
          end
          new(*values)
        end
      end
    end
  end

  # A function that returns a struct or an array: through its twin that fills memory.
  class Filling
    def initialize(name, types, result)
      @function = Runtime.raw("#{name}_into", types + [PTR], BOOL)
      @result = result
    end

    def call(*arguments)
      memory = Fiddle::Pointer[+"\0".b * (@result.is_a?(Symbol) ? 16 : @result::SIZE)]
      @function.call(*arguments, memory)
      bytes = memory[0, memory.size]
      return Runtime.take_array(@result, *bytes.unpack("Jq")) if @result.is_a?(Symbol)

      @result.read(bytes)
    end
  end

  # What the module of each library has.
  module Library
    attr_writer :library

    def declare(name, types, result)
      return Filling.new(name, types, result) unless result.is_a?(Integer)

      Runtime.raw(name, types, result)
    rescue Fiddle::DLError
      ->(*) { raise Error, "this build of simple_native has no #{name}" }
    end

    # Raises where a call failed; a call that only found nothing left no error.
    def check
      reason = public_send("rt_#{@library}_get_last_error")
      return if reason.empty?

      public_send("rt_#{@library}_clear_error")
      raise Error, reason
    end
  end

  # An object of the archive.
  class Owner
    class << self
      attr_accessor :collected, :releaser

      private :new

      # The object of a handle, nil for 0; with a block, what that returns, and the object is freed.
      def wrap(handle, parent, owned)
        return if handle.zero?

        object = allocate
        object.send(:own, handle, parent, owned)
        return object unless block_given?

        begin
          yield object
        ensure
          object.close
        end
      end

      def finalizer(handle, releaser) = proc { releaser.call(handle, nil) }
    end

    # Its number, 0 once it was freed.
    attr_reader :handle

    # Frees it; a second time does nothing.
    def close
      return if @handle.zero?

      self.class.releaser&.call(@handle, @parent)
      forget
    end

    # It is freed already.
    def forget
      ObjectSpace.undefine_finalizer(self)
      @handle = 0
    end

    def ==(other) = other.instance_of?(self.class) && other.handle == @handle

    private

    def own(handle, parent, owned)
      @handle = handle
      @parent = parent
      return unless owned && self.class.collected

      ObjectSpace.define_finalizer(self, Owner.finalizer(handle, self.class.releaser))
    end
  end
end
