package io.plumbline.catalog.interop.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.spec.Json;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {

    @Test
    void readsWhatPeopleWrite() throws Exception {
        var tree = YamlReader.read("""
                # a comment
                name: &n wip
                list: [1, 2.50, -3, 1e2, yes, 2026-01-01, 12:30, 0x1F, 1_000, .5]
                flags: {a: true, b: null, c: ~, d: "true"}
                text: >-
                  two
                  lines
                again: *n
                """);
        assertThat(tree).isEqualTo(Json.mapper().readTree("""
                {"name": "wip", "list": [1, 2.5, -3, 100.0, "yes", "2026-01-01", "12:30", "0x1F", "1_000", ".5"],
                 "flags": {"a": true, "b": null, "c": null, "d": "true"}, "text": "two lines", "again": "wip"}
                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: 1\\na: 2                          | duplicate_key | Line 2
            a: !!python/name x                   | tag           | Line 1
            a: !Ref x                            | tag           | Line 1
            a: !!binary aGk=                     | tag           | Line 1
            b: &b {c: 1}\\na: {<<: *b}           | merge_key     | Line 2
            a: *nobody                           | not_yaml      | Line 1
            a: 1\\n---\\nb: 2                    | not_yaml      | one YAML document
            a: [1, 2                             | not_yaml      | Line
            {a: 1}: 2                            | wrong_key     | Line 1
            a: 1234567890123456789012345678901234567890123 | too_long | 40 digits
            """)
    void refusesWhatIsNotPlain(String text, String code, String message) {
        assertThatThrownBy(() -> YamlReader.read(text.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        YamlException.class, fault -> assertThat(fault.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "# nothing"})
    void refusesNothing(String text) {
        assertThatThrownBy(() -> YamlReader.read(text)).isInstanceOf(YamlException.class);
    }

    @Test
    void boundsWhatAliasesRepeat() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String one = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", List.of(one, one, one, one, one, one))));
        }
        assertThatThrownBy(() -> YamlReader.read(bomb.toString()))
                .isInstanceOfSatisfying(
                        YamlException.class, fault -> assertThat(fault.code()).isEqualTo("too_large"));
    }

    @Test
    void boundsDepthAndLength() {
        assertThatThrownBy(() -> YamlReader.read("a: &a [*a]")).isInstanceOf(YamlException.class);
        assertThatThrownBy(() -> YamlReader.read("[".repeat(60) + "]".repeat(60)))
                .isInstanceOf(YamlException.class);
        assertThatThrownBy(() -> YamlReader.read("[".repeat(100_000))).isInstanceOf(YamlException.class);
        assertThatThrownBy(() -> YamlReader.read("a: " + "x".repeat(YamlReader.MAX_LENGTH)))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("1,000,000");
    }

    @Property(tries = 200)
    void givesBackEveryTextThatItWrote(@ForAll("texts") String text) throws Exception {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("text", text).putArray("list").add(text).add(7).add(true);
        tree.putObject("deep").put("name", text);
        assertThat(YamlReader.read(YamlText.of(tree))).isEqualTo(tree);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(40),
                Arbitraries.strings()
                        .withChars(" :#-?*&!|>'\"%@`{}[],~=<\n\täž01.eE_yntf")
                        .ofMaxLength(12),
                Arbitraries.of(
                        "yes",
                        "no",
                        "on",
                        "~",
                        "null",
                        "Null",
                        "1",
                        "1.0",
                        "-0",
                        "1e5",
                        "0x1",
                        "true",
                        "True",
                        "<<",
                        "=",
                        "2026-01-01",
                        "12:30",
                        "",
                        " ",
                        "- a",
                        "? b",
                        ".5",
                        "1_0",
                        ".inf",
                        "a: b",
                        "a #b",
                        "y",
                        "n"));
    }
}
