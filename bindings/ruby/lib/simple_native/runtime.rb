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
      # Beside these files, or in the package that they came with.
      name = { /mswin|mingw/ => "simple_native.dll", /darwin/ => "libsimple_native.dylib" }
      name = name.find { |system, _| RUBY_PLATFORM.match?(system) }&.last || "libsimple_native.so"
      places = [name, "../../../../lib/#{name}"].map { File.expand_path(_1, __dir__) }
      path = ENV["SIMPLE_NATIVE_LIBRARY"] || places.find { File.exist?(_1) } || name
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

    LAST_CALL_FAILED = raw("rt_native_last_call_failed", [], BOOL)
    SET_QUIET = raw("rt_native_set_quiet", [BOOL], BOOL)
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
      read_text(pointer)
    ensure
      TEXT_FREE.call(pointer)
    end

    TEXT_IS_NONE = raw("rt_text_is_none", [PTR], BOOL)

    # A returned text, nil where there is nothing.
    def take_optional_text(pointer)
      TEXT_IS_NONE.call(pointer).zero? ? take_text(pointer) : nil
    end

    # A text as C has it, which ends at the first NUL: UTF-8, or bytes as they are.
    def text(value)
      return unless value
      raise TypeError, "a text is a String, not #{value.class}" unless value.is_a?(String)

      value = value.encode(Encoding::UTF_8) unless value.encoding == Encoding::BINARY
      bytes = value.b
      raise ArgumentError, "string contains null byte" if bytes.include?("\0")

      Fiddle::Pointer[bytes << 0]
    end

    # An integer; Fiddle cuts fractions off, and says itself what does not fit.
    def integer(value)
      return value if value.is_a?(Integer)
      raise TypeError, "an integer is no #{value.class}" unless value.is_a?(Numeric) && value.real?
      raise RangeError, "#{value} is no integer" unless value.finite? && value == value.to_i

      value.to_i
    end

    # One that 64 bits hold: `pack` cuts.
    def packed_integer(value)
      value = integer(value)
      raise RangeError, "#{value} does not fit into 64 bits" unless value.bit_length < 64

      value
    end

    BULK_MEMORY = raw("rt_native_bulk_memory", [], I64)
    # The collector does not see the archive's memory: it runs when that has doubled. Asked at every so many objects.
    LEAST_MEMORY = 64 << 20
    OBJECTS = 8
    @objects = 0
    @most_memory = LEAST_MEMORY

    def made_object
      @objects += 1
      return if @objects % OBJECTS != 0 || BULK_MEMORY.call <= @most_memory

      GC.start
      @most_memory = [LEAST_MEMORY, 2 * BULK_MEMORY.call].max
    end

    # An offset into a text in bytes, of one in characters; beyond the end by as much.
    def byte_offset(text, offset)
      offset = integer(offset)
      return offset if !text.is_a?(String) || offset.negative? || text.encoding == Encoding::BINARY || text.ascii_only?

      text = text.encode(Encoding::UTF_8)
      text[0, offset].bytesize + [offset - text.length, 0].max
    end

    # The other way, for offsets in an array or a struct; -1 stands for none.
    def character_offsets(text, offsets)
      return offsets if !text.is_a?(String) || text.encoding == Encoding::BINARY || text.ascii_only?

      text = text.encode(Encoding::UTF_8)
      found = { -1 => -1 }
      before = characters = 0
      offsets.to_a.uniq.reject(&:negative?).sort.each do |offset|
        characters += text.byteslice(before, offset - before).length
        found[offset] = characters
        before = offset
      end
      counted = offsets.to_a.map { |offset| found[offset] }
      offsets.is_a?(Array) ? counted : offsets.class.new(*counted)
    end

    def floats(values) = values ? [Fiddle::Pointer[values.pack("d*")], values.size] : [nil, 0]

    def integers(values) = values ? [Fiddle::Pointer[values.map { |one| packed_integer(one) }.pack("q*")], values.size] : [nil, 0]

    # The numbers of objects; an integer stands for itself.
    def handles(objects) = integers(objects&.map { |one| one.is_a?(Owner) ? one.handle : one })

    # A copy that shares the memory, until another thread changes the string during the call.
    def bytes(value)
      value = value&.dup
      value ? [Fiddle::Pointer[value], value.bytesize] : [nil, 0]
    end

    # A buffer to be filled: a string that is not frozen. The call fills memory of its own, which no thread changes.
    def filling(value)
      return yield([nil, 0]) unless value
      raise FrozenError, "can't modify frozen String" if value.frozen?

      size = value.bytesize
      memory = Fiddle::Pointer[value.b + "\0"]
      result = yield([memory, size])
      value.replace(memory[0, size].force_encoding(value.encoding))
      result
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

    # What a call within the block returns in arrays of texts has nil for those that are nothing.
    def optional_texts
      Thread.current[:simple_native_optional] = true
      yield
    ensure
      Thread.current[:simple_native_optional] = nil
    end

    def take_text_of_array(pointer)
      nothing = Thread.current[:simple_native_optional] && !TEXT_IS_NONE.call(pointer).zero?
      nothing ? nil : read_text(pointer)
    end

    def take_array(kind, data, len)
      pointer = Fiddle::Pointer.new(data)
      bytes = len.zero? ? "".b : pointer[0, kind == :bytes ? len : len * 8]
      case kind
      when :floats then bytes.unpack("d*")
      when :integers then bytes.unpack("q*")
      when :bytes then bytes
      when :texts then bytes.unpack("J*").map { |one| take_text_of_array(Fiddle::Pointer.new(one)) }
      end
    ensure
      RELEASES[kind].call(pointer, len)
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
    def library=(name)
      @library = name
    end

    def declare(name, types, result)
      return Filling.new(name, types, result) unless result.is_a?(Integer)

      Runtime.raw(name, types, result)
    rescue Fiddle::DLError
      ->(*) { raise Error, "this build of simple_native has no #{name}" }
    end

    # Raises where this thread's last call failed; asked where its result may say so.
    def check
      return if Runtime::LAST_CALL_FAILED.call.zero?

      reason = public_send("rt_#{@library}_get_last_error")
      public_send("rt_#{@library}_clear_error")
      raise Error, reason
    end

    # Calls a function that frees. What was freed already is no failure of another call, and the collector comes between
    # a call and the question whether it failed: nothing is said of this one.
    def quietly(release, *handles)
      quiet = Runtime::SET_QUIET.call(1)
      release.call(*handles)
    ensure
      Runtime::SET_QUIET.call(quiet) if quiet
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
        object.__send__(:own, handle, parent, owned)
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

    # Its number, which is the caller's to free from now on.
    def detach
      handle = @handle
      forget
      handle
    end

    # It is freed already.
    def forget
      ObjectSpace.undefine_finalizer(self)
      @handle = 0
    end

    # A copy would be a second owner, and in another process the number is another object's or nobody's.
    def initialize_copy(_other)
      ObjectSpace.undefine_finalizer(self)
      @handle = 0
      refuse
    end

    def marshal_dump = refuse

    def ==(other) = other.instance_of?(self.class) && other.handle == @handle

    alias eql? ==

    def hash = [self.class, @handle].hash

    private

    def refuse
      raise TypeError, "a #{self.class.name} is neither copied nor sent to another process: it stands for one object " \
                       "of the archive; make another one there"
    end

    def own(handle, parent, owned)
      @handle = handle
      @parent = parent
      return unless owned && self.class.collected

      Runtime.made_object
      ObjectSpace.define_finalizer(self, Owner.finalizer(handle, self.class.releaser))
    end
  end
end
