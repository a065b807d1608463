package io.plumbline.catalog.interop.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

/** Writes a tree as YAML for people. The counterpart is {@link YamlReader}, which gives the same tree back. */
public final class YamlText {
    /** Its name on the wire. */
    public static final String MEDIA_TYPE = "application/yaml";

    private static final int WIDTH = 110;
    private static final int INDENT = 2;

    private YamlText() {}

    public static String of(JsonNode tree) {
        return new Yaml(options()).dump(value(tree));
    }

    private static Object value(JsonNode tree) {
        return switch (tree) {
            case ObjectNode object -> {
                var map = new LinkedHashMap<String, Object>();
                object.properties().forEach(member -> map.put(member.getKey(), value(member.getValue())));
                yield map;
            }
            case ArrayNode array -> array.valueStream().map(YamlText::value).toList();
            case NullNode _ -> null;
            default -> scalar(tree);
        };
    }

    private static Object scalar(JsonNode tree) {
        if (tree.isIntegralNumber()) {
            return tree.numberValue();
        }
        // Written without a fraction it would need a tag that says that it is no whole number.
        return tree.isNumber() ? decimal(tree.decimalValue()) : tree.isBoolean() ? tree.asBoolean() : tree.asText();
    }

    private static BigDecimal decimal(BigDecimal value) {
        return value.scale() < 1 ? value.setScale(1) : value;
    }

    private static DumperOptions options() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setWidth(WIDTH);
        options.setIndent(INDENT);
        options.setDereferenceAliases(true);
        return options;
    }
}
