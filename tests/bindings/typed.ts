import native, { regex, rapier2d, http, lyon, module, NativeError, fn, type Handle } from "simple_native";

const date: regex.Regex = regex.Regex.new("a");
const found: string | undefined = date.find("x");
const groups: (string | undefined)[] = date.capturesArray("x");
const yes: boolean = date.isMatch("x");
const at: regex.RegexSpan | undefined = date.findAt("x", 0n);
const world = rapier2d.World.new(0, 0);
const bodies: rapier2d.Body[] = world.getBodies();
const collider: rapier2d.Collider | null = world.castRay(0, 0, 1, 0, 9).collider;
const number: Handle<"collider"> = rapier2d.rt_rapier2d_world_cast_ray(world.handle, 0, 0, 1, 0, 9).collider;
const kept: number | bigint = bodies[0].getUserData();
world.castRayFiltered(0, 0, 1, 0, 9, 1, 1, false, null);
http.registerHandler("a", (request, greeting) => http.HttpResponse.create(200, greeting + request.path()), "hello ");
http.registerHandler("a", () => null);
module.EventSubscription.subscribe(new Set(["http"])).notify((one) => void one.next(0));
const canvas = lyon.Canvas.new(1, 1);
const circle = lyon.Path.circle(0, 0, 1);
canvas.drawMany([circle], [0, 0, 0, 1], [0]);
canvas.drawMany(new Set([circle.handle]), [0, 0, 0, 1], [0]);
const same: typeof regex = native.regex;
const live: number = fn("rt_native_live_handles")();
const error: Error = new NativeError("x");
{
  using scoped = regex.Regex.new("a");
}
export { date, found, groups, yes, at, collider, number, kept, same, live, error };

// @ts-expect-error A collider is no body.
collider!.setFriction(bodies[0]), world.castRayFiltered(0, 0, 1, 0, 9, 1, 1, false, collider!);
// @ts-expect-error A canvas is no path.
canvas.drawMany([canvas], [0, 0, 0, 1], [0]);
// @ts-expect-error A number is no handle.
regex.rt_regex_find(5, "a");
// @ts-expect-error Nor is another kind's.
regex.rt_regex_find(number, "a");
// @ts-expect-error What may find nothing is no string yet.
date.find("x").length;
// @ts-expect-error A text is no list of texts.
regex.RegexSet.new("abc");
// @ts-expect-error Classes are made by their makers.
new regex.Regex();
// @ts-expect-error A maker always makes or throws, and gives no null to compare with a string.
regex.Regex.new("a") === "a";

// Promises of what the calls give.
const later: Promise<regex.Regex> = regex.Regex.newAsync("a");
const all: Promise<string[]> = later.then((one) => one.findAllArrayAsync("xa"));
const answered: Promise<number> = http.rt_http_get_async("http://127.0.0.1/").then((one) => one.status);
// @ts-expect-error
regex.Regex.newAsync(5);
export { all, answered };
