package io.plumbline.catalog.interop.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The tree of one document. Plain scalars are read as JSON reads them; what only YAML takes for a number, a date or a
 * truth value is text. An alias is what it stands for, as long as the whole stays small.
 */
final class NodeTree {
    private static final int MAX_NODES = 100_000;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_DIGITS = 40;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,17})");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d{1,2})?");
    private static final String STANDARD = Tag.PREFIX;

    private int nodes;
    private int depth;

    JsonNode of(Node node) throws YamlException {
        if (++nodes > MAX_NODES) {
            throw fault(node, "too_large", "the file, with its aliases written out, is too large");
        }
        if (++depth > MAX_DEPTH) {
            throw fault(node, "too_deep", "the file is nested too deeply, or an alias holds itself");
        }
        checkTag(node);
        JsonNode tree = switch (node) {
            case MappingNode map -> object(map);
            case SequenceNode list -> array(list);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw fault(node, "not_yaml", "this can't be read");
        };
        depth--;
        return tree;
    }

    private JsonNode object(MappingNode map) throws YamlException {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple member : map.getValue()) {
            if (!(member.getKeyNode() instanceof ScalarNode key)) {
                throw fault(member.getKeyNode(), "wrong_key", "a key is a text");
            }
            if (Tag.MERGE.equals(key.getTag())) {
                throw fault(key, "merge_key", "merge keys (<<) are not taken; write the members out");
            }
            if (object.has(key.getValue())) {
                throw fault(key, "duplicate_key", "the key `%s` stands twice".formatted(shown(key)));
            }
            object.set(key.getValue(), of(member.getValueNode()));
        }
        return object;
    }

    private JsonNode array(SequenceNode list) throws YamlException {
        ArrayNode array = JSON.arrayNode();
        for (Node each : list.getValue()) {
            array.add(of(each));
        }
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) throws YamlException {
        String text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return JSON.textNode(text);
        }
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> JSON.nullNode();
            case "true", "True", "TRUE" -> JSON.booleanNode(true);
            case "false", "False", "FALSE" -> JSON.booleanNode(false);
            default -> plain(scalar, text);
        };
    }

    private static JsonNode plain(ScalarNode scalar, String text) throws YamlException {
        if (INTEGER.matcher(text).matches()) {
            return number(Long.parseLong(text));
        }
        if (!NUMBER.matcher(text).matches()) {
            return JSON.textNode(text);
        }
        if (text.length() > MAX_DIGITS) {
            throw fault(scalar, "too_long", "a number has at most %d digits".formatted(MAX_DIGITS));
        }
        return JSON.numberNode(new BigDecimal(text));
    }

    private static JsonNode number(long value) {
        boolean small = value == (int) value;
        return small ? JSON.numberNode((int) value) : JSON.numberNode(value);
    }

    /** Types of YAML itself are told by their form; any other tag asks for an object. */
    private static void checkTag(Node node) throws YamlException {
        String tag = node.getTag().getValue();
        boolean known = tag.startsWith(STANDARD)
                && switch (tag.substring(STANDARD.length())) {
                    case "str", "int", "float", "bool", "null", "map", "seq", "timestamp", "merge", "value" -> true;
                    default -> false;
                };
        if (!known) {
            throw fault(node, "tag", "tags are not taken; remove it");
        }
    }

    private static String shown(ScalarNode key) {
        String text = key.getValue().replaceAll("\\p{C}", "?");
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static YamlException fault(Node node, String code, String message) {
        return new YamlException(
                code, "Line %d: %s.".formatted(node.getStartMark().getLine() + 1, message));
    }
}
