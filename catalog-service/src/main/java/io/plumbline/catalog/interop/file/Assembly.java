package io.plumbline.catalog.interop.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.definition.MetricDocument;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a definition together: what the file's own members say, what our extension beside them says, and what has to be
 * filled in. The file's own members win, so that an edit of what everybody sees is never lost.
 */
public final class Assembly {
    private static final String COMPUTATION = "computation";
    private static final String PARAMETERS = "parameters";
    private static final String NAME = "name";
    /** A hint for files of others, no member of a definition. */
    private static final Set<String> HINTS = Set.of("event_time");

    private final String title;
    private final String name;
    private final String pointer;
    private final ObjectNode extension;
    private final ObjectNode said = JsonNodeFactory.instance.objectNode();
    private final Map<String, String> places = new HashMap<>();
    private final List<String> assumed = new ArrayList<>();

    /**
     * @param title the format's name for people
     * @param name the metric's name in the file
     * @param extension what our extension says; empty where there is none
     */
    public Assembly(String title, String name, String pointer, Optional<ObjectNode> extension) {
        this.title = title;
        this.name = name;
        this.pointer = pointer;
        this.extension = extension.map(ObjectNode::deepCopy).orElseGet(() -> JsonNodeFactory.instance.objectNode());
        places.put("", pointer);
    }

    /** A member that the file itself says; an absent one is passed over. */
    public Assembly say(String member, JsonNode value, String place) {
        if (!value.isMissingNode() && !value.isNull()) {
            said.set(member, value);
            places.put("/" + member, place);
        }
        return this;
    }

    public Assembly assume(String words) {
        assumed.add(words);
        return this;
    }

    public Assembly place(String member, String place) {
        places.put(member, place);
        return this;
    }

    /** The definition that the extension alone means, to be compared with the file; empty where it is none. */
    public Optional<MetricDefinition> extended() {
        return extension.has(COMPUTATION)
                ? MetricDocument.bind(tree().set(COMPUTATION, extension.get(COMPUTATION)))
                : Optional.empty();
    }

    /** The time that our extension names; empty where it names none. */
    public Optional<String> eventTime() {
        JsonNode named = extension.path(COMPUTATION).path("event_time");
        return Optional.ofNullable(
                named.isTextual()
                        ? named.asText()
                        : extension.path("event_time").asText(null));
    }

    /** The definition whose number is made as the extension says. */
    public Reading.Taken kept() {
        return taken(tree().set(COMPUTATION, extension.get(COMPUTATION)));
    }

    /** The definition whose number is made as the file says. */
    public Reading.Taken made(ObjectNode computation) {
        ObjectNode tree = tree();
        if (extension.has(COMPUTATION)) {
            // Parameters belong to templates that the file no longer holds.
            tree.remove(PARAMETERS);
            assumed.add("The expression was edited, so it is taken as it stands, without parameters.");
        }
        return taken(tree.set(COMPUTATION, computation));
    }

    private Reading.Taken taken(ObjectNode tree) {
        Completion.of(tree, title, name, assumed);
        return new Reading.Taken(name, pointer, tree, places, assumed);
    }

    private ObjectNode tree() {
        ObjectNode tree = extension.deepCopy();
        tree.remove(HINTS);
        tree.setAll(said);
        String own = extension.path(NAME).asText("");
        // A name that the format does not take was written in another form.
        tree.put(NAME, !own.isEmpty() && name.startsWith(FileNames.plain(own)) ? own : name);
        return tree;
    }
}
