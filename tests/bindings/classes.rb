# Ruby's classes: objects that own their handles, errors that are raised.

require "simple_native"
include SimpleNative

def check(condition) = condition || raise("at #{caller_locations(1, 1)[0]}")

def fails(part)
  yield
rescue Error => e
  check e.message.include?(part)
else
  raise "no error"
end

before = SimpleNative.call("rt_native_live_handles")

Regex::Regex.new("(\\d{4})-(\\d{2})") do |date|
  check date.find("made in 2026-11") == "2026-11"
  check date.find("never").nil?
  check date.is_match("never") == false && date.is_match("2026-11") == true
  # An older failure of a function is not a later call's; a copy would be a second owner.
  check Regex.rt_regex_find_quick("(", "x") == "" && date.find("never").nil?
  [-> { date.dup }, -> { date.clone }, -> { Marshal.dump(date) }].each do |copied|
    copied.call
    raise "copied"
  rescue TypeError => e
    check e.message.include?("neither copied")
  end
  # Offsets count characters as Ruby does, and bytes of binary strings.
  wide = "größe 2026-11 🦜 x"
  Regex::Regex.new("(\\d{4})-(\\d{2})|(x)") do |either|
    check either.find_all_offsets(wide) == [6, 13, 16, 17]
    check either.captures_offsets(wide, 14) == [16, 17, -1, -1, -1, -1, 16, 17]
    check wide[either.find_at(wide, 14).start] == "x" && either.find_at(wide.b, 14).start == 21
    check either.find_at(wide, wide.length).nil?
    fails("outside") { either.find_at(wide, wide.length + 1) }
  end
  fails("`start` is 99") { date.find_at("2026-11", 99) }
end
Regex::Regex.new("(?P<a>a)?(b*)") do |some|
  check some.captures_array("b") == ["b", nil, "b"] && some.captures_all_array("ba") == ["b", nil, "b", "a", "a", ""]
  check some.capture_names == [nil, "a", nil]
  check [some.find(""), some.captures_name("b", "a"), some.captures_name("a", "a")] == ["", nil, "a"]
end
Regex::Regex.new("x") do |other|
  Regex::RegexText.new("b") { |text| check other.captures("b").nil? && other.find_in(text, 0).nil? }
  # The collector frees between a call and the question whether it failed.
  GC.stress = true
  3.times do
    Regex::Regex.new("forgotten")
    fails("`start` is 9") { other.find_at("a", 9) }
  end
  GC.stress = false
end
GC.start
check SimpleNative.call("rt_native_live_handles") == before

date = Regex::Regex.new("a")
date.close
date.close
fails("`handle` is 0") { date.find("a") }

Rapier2d::World.new(0.0, -9.81) do |world|
  body = world.body_new_dynamic(0.0, 10.0, 0.0)
  ball = world.collider_new_circle(body, 0.5)
  check ball.get_body == body
  10.times { world.step(1.0 / 60) }
  check body.get_position.y < 10
  body = nil
  GC.start
  check world.body_count == 1
end

# What arrays and structs stand for are objects, which know their world; under its own name a function gives numbers.
Rapier2d::World.new(0.0, 0.0) do |world|
  left, right = [0.0, 1.0].map { |x| world.body_new_dynamic(x, 0.0, 0.0) }
  first, second = [left, right].map { |body| world.collider_new_circle(body, 1.0) }
  check world.get_bodies == [left, right] && left.get_colliders == [first] && world.get_joints == []
  check world.get_colliders.sort_by(&:handle) == [first, second].sort_by(&:handle)
  check world.get_joints == [] && world.joint_fixed(left, right) == world.get_joints[0]
  world.step(1.0 / 60)
  hits = [
    world.cast_ray(-10.0, 0.0, 1.0, 0.0, 100.0),
    world.cast_ray_filtered(-10.0, 0.0, 1.0, 0.0, 100.0, 0xFFFF, 0xFFFF, false, nil),
    world.cast_circle(-10.0, 0.0, 0.1, 1.0, 0.0, 100.0, 0xFFFF, 0xFFFF, false, nil),
    world.query_nearest(-10.0, 0.0, 100.0)
  ]
  check(hits.all? { |hit| hit.collider == first && hit.collider.get_body == left })
  check Rapier2d.rt_rapier2d_world_get_bodies(world.handle) == [left.handle, right.handle]
  check world.cast_ray(-10.0, 0.0, -1.0, 0.0, 100.0).collider.nil?
  check world.query_point(-0.5, 0.0) == [first] && world.query_circle(-0.9, 0.0, 0.05) == [first]
  check world.query_box(-0.9, 0.0, 0.05, 0.05, 0.0) == [first] && world.query_point(9.0, 9.0) == []
  contacts = world.get_contacts
  touching = contacts.get(0)
  check [touching.collider1, touching.collider2].sort_by(&:handle) == contacts.colliders.sort_by(&:handle)
  check [left, right].include?(touching.collider1.get_body)
  fails("`index`") { contacts.get(99) }
  contacts.close
  events = world.get_collision_events
  begun = events.get(0)
  check begun.started && [begun.collider1.get_body, begun.collider2.get_body].sort_by(&:handle) == [left, right].sort_by(&:handle)
  events.close
  # What was freed is stale for whoever names it.
  world.get_colliders.each(&:close)
  check world.collider_count.zero? && world.body_count == 2
  fails("collider") { touching.collider1.get_body }
end

# Where a function takes handles, a method takes objects, and handles too.
Lyon::Canvas.new(3, 1) do |canvas|
  square = Lyon::Path.rectangle(0.0, 0.0, 1.0, 1.0)
  dot = Lyon::Canvas.new(1, 1)
  canvas.draw_many([square, square.handle], [0.0, 0.0, 0.0, 1.0, 2.0, 0.0, 0.0, 1.0], [0xff0000ff, 0x00ff00ff])
  dot.clear(0x0000ffff)
  canvas.draw_pictures([dot], [1.5, 0.5, 0.0, 1.0], [1.0])
  check canvas.get_pixels.unpack1("H*") == "ff0000ff0000ffff00ff00ff"
  fails("`paths`") { canvas.draw_many([dot], [0.0, 0.0, 0.0, 1.0], [0]) }
  [square, dot].each(&:close)
end

builder = Lyon::PathBuilder.new
builder.begin(0.0, 0.0)
builder.line_to(3.0, 4.0)
path = builder.build
check builder.handle.zero?
check((path.length - 5).abs < 1e-9)
path.close

# Every class has objects, whatever its methods are called (`send`, `method`).
[Audio, Cuda, Gamepad, Http, Lyon, SimpleNative::Module, Rapier2d, Regex, Winit].each do |library|
  classes = library.constants.map { |name| library.const_get(name) }
  classes.select { |one| one.is_a?(Class) && one < Owner }.each do |one|
    object = one.wrap(1, nil, false)
    check object.handle == 1 && object == one.wrap(1, nil, false) && object.detach == 1
  end
end

# The collector knows of memory that is not its own: 800 MB of pictures, of which nobody holds one.
200.times do
  SimpleNative::Lyon::Canvas.new(1000, 1000)
  check SimpleNative.call("rt_native_bulk_memory") < 500e6
end
200.times do
  break if SimpleNative.call("rt_native_live_handles") == before

  GC.start
  sleep 0.01
end

# A function of Ruby's would be called on threads that Ruby does not know.
begin
  Http.rt_http_register_handler("answer", proc { 0 }, nil)
  raise "no error"
rescue ArgumentError => e
  check e.message.include?("one by one")
end
check SimpleNative.call("rt_native_live_handles") == before
puts "classes: fine"
