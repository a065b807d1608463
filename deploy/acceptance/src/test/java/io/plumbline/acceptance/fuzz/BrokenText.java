package io.plumbline.acceptance.fuzz;

import static io.plumbline.acceptance.fuzz.Mutation.utf8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.util.List;

/** Bodies that are no JSON, or JSON that the reader must not take in. */
final class BrokenText {
    static final List<Mutation> ALL = List.of(
            new Mutation("cut off", (spec, chance) -> cutOff(spec.toString(), chance)),
            new Mutation(
                    "text after it", (spec, chance) -> utf8(spec + chance.any("{}", "x", ",", "]", "\u0000", " 1"))),
            new Mutation("duplicate member", (spec, chance) -> duplicated(spec, chance)),
            new Mutation("no UTF-8", (spec, chance) -> noUtf8(spec)),
            new Mutation("half a surrogate pair", (spec, chance) -> inValue("\\ud83d")),
            new Mutation("NUL", (spec, chance) -> inValue(chance.any("a\\u0000b", "\\u0000", "\\u001f", "\\u0085"))),
            new Mutation("raw control character", (spec, chance) -> inValue(chance.any("\u0000", "\n", "\u0007"))),
            new Mutation("megabyte of text", (spec, chance) -> inValue("x".repeat(1_000_000))),
            new Mutation("megabyte of a name", (spec, chance) -> named("y".repeat(1_000_000))),
            new Mutation("deep nesting", (spec, chance) -> nested(chance.any(41, 500, 20_000))),
            new Mutation("deep filters", (spec, chance) -> deepFilters(chance.any(6, 12, 300))),
            new Mutation(
                    "huge number",
                    (spec, chance) -> number(chance.any(
                            "1e400",
                            "1e999999999",
                            "-1e-999999999",
                            "9".repeat(200),
                            "9".repeat(99),
                            "1." + "0".repeat(300) + "1"))),
            new Mutation(
                    "strange number",
                    (spec, chance) -> number(chance.any("NaN", "Infinity", "0x1F", "01", "+1", ".5", "1."))),
            new Mutation("comment", (spec, chance) -> utf8("/* a */" + spec)),
            new Mutation("single quotes", (spec, chance) -> utf8(spec.toString().replace('"', '\''))),
            new Mutation(
                    "other value",
                    (spec, chance) -> utf8(chance.any("", " ", "null", "[]", "7", "\"created\"", "[{}]", "true"))),
            new Mutation("list of specs", (spec, chance) -> utf8("[" + spec + "]")));

    private BrokenText() {}

    private static byte[] cutOff(String text, Chance chance) {
        return utf8(text.substring(0, chance.between(1, text.length() - 1)));
    }

    private static byte[] duplicated(ObjectNode spec, Chance chance) {
        String measures = spec.path("measures").toString();
        String text = spec.toString();
        return utf8(
                chance.of(0.5)
                        ? text.substring(0, text.length() - 1) + ",\"measures\":" + measures + "}"
                        : text.replaceFirst("\"name\":", "\"name\":\"created\",\"name\":"));
    }

    private static byte[] noUtf8(ObjectNode spec) {
        byte[] text = utf8(spec.toString());
        text[text.length / 2] = (byte) 0xff;
        return text;
    }

    private static byte[] inValue(String json) {
        return utf8("{\"measures\":[{\"name\":\"created\"}],\"filters\":[{\"field\":\"label\",\"op\":\"=\",\"value\":\""
                + json + "\"}]}");
    }

    private static byte[] named(String name) {
        return utf8("{\"measures\":[{\"name\":\"" + name + "\"}]}");
    }

    private static byte[] number(String json) {
        return utf8("{\"measures\":[{\"name\":\"created\"}],\"limit\":" + json + "}");
    }

    private static byte[] nested(int depth) {
        return utf8("{\"measures\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
    }

    private static byte[] deepFilters(int depth) {
        return utf8("{\"measures\":[{\"name\":\"created\"}],\"filters\":[" + "{\"not\":".repeat(depth)
                + "{\"field\":\"label\",\"op\":\"is_null\"}" + "}".repeat(depth) + "]}");
    }
}
