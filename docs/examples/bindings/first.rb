require "simple_native"
include SimpleNative

Regex::Regex.new("\\d{4}-\\d{2}") do |date|
  puts "found #{date.find("made in 2026-11").inspect}"
  puts "found #{date.find("made long ago").inspect}"
end

begin
  Regex::Regex.new("(")
rescue Error => error
  puts "refused: #{error.message.lines.last}"
end

Rapier2d::World.new(0, -9.81) do |world|
  ball = world.body_new_dynamic(0, 10, 0)
  world.collider_new_circle(ball, 0.5)
  60.times { world.step(1.0 / 60) }
  puts format("after a second the ball is at %.1f", ball.get_position.y)
end

# Prints:
# found "2026-11"
# found nil
# refused: error: unclosed group
# after a second the ball is at 5.1
