"""What type checkers know of the binding: each line that is wrong is one that they must refuse."""

from typing import List, Optional, Tuple

from simple_native import Error, function, http, lyon, module, rapier2d, regex

date: regex.Regex = regex.Regex.new("a")
found: Optional[str] = date.find("x")
groups: List[Optional[str]] = date.captures_array(b"x")
yes: bool = date.is_match("x")
at: Optional[regex.RegexSpan] = date.find_at("x", 0)
count: int = regex.rt_regex_find_at(date.handle, "x", 0).start
with regex.Regex.new("a") as scoped:
    name: str = scoped.pattern()
world = rapier2d.World.new(0.0, 0.0)
bodies: List[rapier2d.Body] = world.get_bodies()
hit: rapier2d.RayHit = world.cast_ray(0.0, 0.0, 1.0, 0.0, 9.0)
collider: Optional[rapier2d.Collider] = hit.collider
number: int = rapier2d.rt_rapier2d_world_cast_ray(world.handle, 0.0, 0.0, 1.0, 0.0, 9.0).collider
world.cast_ray_filtered(0.0, 0.0, 1.0, 0.0, 9.0, 1, 1, False, None)
error: Exception = Error("x")
version: object = function("rt_native_version")()
again = regex.Regex(date.detach())


def answer(request: http.HttpRequest, greeting: str) -> Optional[http.HttpResponse]:
    return http.HttpResponse.create(200, greeting + request.path())


def take(subscription: module.EventSubscription, seen: List[Optional[str]]) -> None:
    seen.append(subscription.next(0))


http.register_handler("a", answer, "hello ")
module.EventSubscription.subscribe(("http",)).notify(take, [])

with lyon.Canvas.new(1, 1) as canvas, lyon.Path.circle(0.0, 0.0, 1.0) as circle:
    canvas.draw_many([circle, circle.handle], (0.0, 0.0, 0.0, 1.0), [0])
    # A canvas is no path.
    canvas.draw_many([canvas], (0.0, 0.0, 0.0, 1.0), [0])  # type: ignore

# What may find nothing is no string yet.
date.find("x").upper()  # type: ignore
# A collider is no body, and a miss is none.
world.cast_ray_filtered(0.0, 0.0, 1.0, 0.0, 9.0, 1, 1, False, hit.collider)  # type: ignore
hit.collider.get_body()  # type: ignore
# A number is no text, and an object no number.
date.find(1)  # type: ignore
regex.rt_regex_find(date, "x")  # type: ignore
# A handler gets a request and gives a response.
http.register_handler("a", lambda request, _: 5)  # type: ignore
# A step is a number of seconds.
pair: Tuple[int, int] = world.step(1.0 / 60.0)  # type: ignore
