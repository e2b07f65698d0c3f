// Runs the vectors through the Java binding: Run FOLDER ROOT; prints how many calls each library had.

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.File;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

public final class Run {
    private final Map<String, List<String>> params = new HashMap<>();
    private final Map<String, Method> methods = new HashMap<>();
    private Map<String, Object> bound;

    Run(JsonObject manifest) throws Exception {
        for (JsonElement one : manifest.getAsJsonArray("libraries")) {
            JsonObject library = one.getAsJsonObject();
            String name = library.get("name").getAsString();
            Class<?> type = Class.forName(
                    "simplenative." + name.substring(0, 1).toUpperCase() + name.substring(1) + "Library");
            // Of two with one name, the one that takes UTF-8.
            for (Method method : type.getMethods()) {
                boolean strings = Arrays.stream(method.getParameterTypes())
                        .anyMatch(each -> each == String.class || each == String[].class);
                if (!strings) methods.put(method.getName(), method);
            }
            for (JsonElement each : library.getAsJsonArray("functions")) {
                JsonObject function = each.getAsJsonObject();
                List<String> types = new ArrayList<>();
                for (JsonElement param : function.getAsJsonArray("params")) {
                    types.add(param.getAsJsonObject().get("type").getAsString());
                }
                params.put(function.get("name").getAsString(), types);
            }
        }
    }

    Object invoke(String name, Object... arguments) throws Exception {
        try {
            return methods.get(name).invoke(null, arguments);
        } catch (InvocationTargetException error) {
            throw (Exception) error.getCause();
        }
    }

    String joined(JsonArray pieces) {
        StringBuilder out = new StringBuilder();
        for (JsonElement piece : pieces) {
            out.append(piece.isJsonPrimitive() ? piece.getAsString()
                    : bound.get(piece.getAsJsonObject().get("var").getAsString()));
        }
        return out.toString();
    }

    static double number(JsonElement value) {
        if (!value.isJsonObject()) return value.getAsDouble();
        return switch (value.getAsJsonObject().get("f64").getAsString()) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> -0.0;
        };
    }

    static long integer(JsonElement value) {
        if (!value.isJsonObject()) return value.getAsLong();
        return Long.parseLong(value.getAsJsonObject().get("i64").getAsString());
    }

    byte[] text(JsonElement value) {
        if (value.isJsonNull()) return null;
        if (value.isJsonPrimitive()) return value.getAsString().getBytes(StandardCharsets.UTF_8);
        JsonObject one = value.getAsJsonObject();
        if (one.has("bytes")) return HexFormat.of().parseHex(one.get("bytes").getAsString());
        JsonElement text = one.get("text");
        String plain = text.isJsonArray() ? joined(text.getAsJsonArray()) : text.getAsString();
        return plain.repeat(one.has("times") ? one.get("times").getAsInt() : 1).getBytes(StandardCharsets.UTF_8);
    }

    Object argument(JsonElement value, String type) {
        if (value.isJsonObject() && value.getAsJsonObject().has("var")) {
            Object found = bound.get(value.getAsJsonObject().get("var").getAsString());
            return found instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : found;
        }
        if (value.isJsonNull()) return null;
        return switch (type) {
            case "i64" -> integer(value);
            case "f64" -> number(value);
            case "bool" -> value.getAsBoolean();
            case "text" -> text(value);
            case "[u8]" -> HexFormat.of().parseHex(value.getAsJsonObject().get("hex").getAsString());
            case "[u8 out]" -> new byte[value.getAsJsonObject().get("out").getAsInt()];
            default -> items(value, type);
        };
    }

    Object items(JsonElement value, String type) {
        int times = value.isJsonObject() ? value.getAsJsonObject().get("times").getAsInt() : 1;
        JsonArray items = value.isJsonObject() ? value.getAsJsonObject().getAsJsonArray("items") : value.getAsJsonArray();
        Class<?> item = type.equals("[f64]") ? double.class : type.equals("[i64]") ? long.class : byte[].class;
        Object out = Array.newInstance(item, items.size() * times);
        for (int i = 0; i < items.size() * times; i++) {
            Array.set(out, i, argument(items.get(i % items.size()), type.substring(1, type.length() - 1)));
        }
        return out;
    }

    static boolean same(Object seen, Object wanted) {
        if (seen instanceof byte[] bytes && wanted instanceof byte[] others) return Arrays.equals(bytes, others);
        return seen.equals(wanted);
    }

    static int length(Object seen) {
        return seen instanceof String text ? text.getBytes(StandardCharsets.UTF_8).length : Array.getLength(seen);
    }

    static Object item(Object seen, int at) {
        Object item = Array.get(seen, at);
        return item instanceof Byte one ? (Object) (long) (one & 0xff) : item;
    }

    boolean matches(Object seen, JsonElement wanted) throws Exception {
        if (wanted.isJsonNull()) return seen == null;
        if (wanted.isJsonArray()) {
            JsonArray items = wanted.getAsJsonArray();
            if (length(seen) != items.size()) return false;
            for (int i = 0; i < items.size(); i++) if (!matches(item(seen, i), items.get(i))) return false;
            return true;
        }
        if (wanted.isJsonPrimitive()) {
            JsonPrimitive one = wanted.getAsJsonPrimitive();
            if (seen instanceof Long number) return one.isNumber() && number == one.getAsLong();
            if (seen instanceof Double number) return one.isNumber() && number == one.getAsDouble();
            if (seen instanceof Boolean flag) return one.isBoolean() && flag == one.getAsBoolean();
            return one.isString() && one.getAsString().equals(seen);
        }
        JsonObject all = wanted.getAsJsonObject();
        for (Map.Entry<String, JsonElement> one : all.entrySet()) {
            if (!operator(seen, one.getKey(), one.getValue(), all)) return false;
        }
        return true;
    }

    boolean operator(Object seen, String key, JsonElement value, JsonObject wanted) throws Exception {
        switch (key) {
            case "i64": return (long) seen == Long.parseLong(value.getAsString());
            case "f64": return seen.equals(number(wanted));
            case "handle": bound.put(value.getAsString(), seen); return (long) seen > 0;
            case "bind": bound.put(value.getAsString(), seen); return true;
            case "as": case "every":
                if (key.equals("as")) return matches(seen, value);
                for (JsonElement one : value.getAsJsonArray()) if (!matches(seen, one)) return false;
                return true;
            case "var": return same(seen, bound.get(value.getAsString()));
            case "text": return seen.equals(joined(value.getAsJsonArray()));
            case "near": return Math.abs(((Number) seen).doubleValue() - value.getAsDouble()) <= wanted.get("by").getAsDouble();
            case "by": return true;
            case "from": return ((Number) seen).doubleValue() >= value.getAsDouble();
            case "to": return ((Number) seen).doubleValue() <= value.getAsDouble();
            case "contains": return ((String) seen).contains(value.getAsString());
            case "starts": return ((String) seen).startsWith(value.getAsString());
            case "hex":
                byte[] bytes = seen instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) seen;
                return Arrays.equals(bytes, HexFormat.of().parseHex(value.getAsString()));
            case "length": return matches((long) length(seen), value);
            case "each":
                for (int i = 0; i < length(seen); i++) if (!matches(item(seen, i), value)) return false;
                return true;
            case "at":
                for (Map.Entry<String, JsonElement> one : value.getAsJsonObject().entrySet()) {
                    if (!matches(item(seen, Integer.parseInt(one.getKey())), one.getValue())) return false;
                }
                return true;
            case "fields":
                for (Map.Entry<String, JsonElement> one : value.getAsJsonObject().entrySet()) {
                    Object field = seen.getClass().getMethod(one.getKey()).invoke(seen);
                    if (!matches(field, one.getValue())) return false;
                }
                return true;
            case "not": return !matches(seen, value);
            default: throw new IllegalArgumentException(key);
        }
    }

    void expect(Object seen, JsonElement wanted) throws Exception {
        if (!matches(seen, wanted)) throw new IllegalStateException("gave " + seen + ", not " + wanted);
    }

    void call(JsonObject call, String library) throws Exception {
        String name = call.get("call").getAsString();
        List<String> types = params.get(name);
        int times = call.has("repeat") ? call.get("repeat").getAsInt() : 1;
        for (int k = 0; k < times; k++) {
            List<Object> arguments = new ArrayList<>();
            for (int i = 0; i < types.size(); i++) {
                // What the host wants to find again is Java's own affair.
                if (!types.get(i).equals("pointer")) {
                    arguments.add(argument(call.getAsJsonArray("args").get(i), types.get(i)));
                }
            }
            if (call.has("error")) invoke("rt_" + library + "_clear_error");
            Object seen = invoke(name, arguments.toArray());
            if (call.has("gives")) expect(seen, call.get("gives"));
            if (call.has("error")) expect(invoke("rt_" + library + "_get_last_error"), call.get("error"));
            if (call.has("out")) expect(arguments.get(types.indexOf("[u8 out]")), call.get("out"));
        }
    }

    int sequence(JsonObject sequence, String library, String root) throws Exception {
        String where = library + ": " + sequence.get("name").getAsString();
        long before = (long) invoke("rt_native_live_handles");
        Path folder = Files.createTempDirectory("vectors");
        bound = new HashMap<>(Map.of("tmp", folder.toString(), "root", root));
        JsonArray calls = sequence.getAsJsonArray("calls");
        for (int at = 0; at < calls.size(); at++) {
            try {
                call(calls.get(at).getAsJsonObject(), library);
            } catch (Exception error) {
                throw new IllegalStateException(where + ": call " + at + ": " + calls.get(at) + ": " + error, error);
            }
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
        for (int i = 0; i < 500 && (long) invoke("rt_native_live_handles") != before; i++) Thread.sleep(10);
        if ((long) invoke("rt_native_live_handles") != before) throw new IllegalStateException(where + " leaves objects");
        return calls.size();
    }

    static JsonObject read(Path path) throws Exception {
        return new Gson().fromJson(Files.readString(path), JsonObject.class);
    }

    public static void main(String[] arguments) throws Exception {
        Run run = new Run(read(Path.of(arguments[1], "simple_native/simple_native.json")));
        int failures = 0;
        File[] files = new File(arguments[0]).listFiles((folder, name) -> name.endsWith(".json"));
        Arrays.sort(files);
        for (File path : files) {
            JsonObject file = read(path.toPath());
            String library = file.get("library").getAsString();
            int calls = 0;
            for (JsonElement one : file.getAsJsonArray("sequences")) {
                try {
                    calls += run.sequence(one.getAsJsonObject(), library, arguments[1]);
                } catch (IllegalStateException error) {
                    failures++;
                    System.err.println(error.getMessage());
                }
            }
            System.out.println("calls " + library + " " + calls);
        }
        System.exit(failures == 0 ? 0 : 1);
    }
}
