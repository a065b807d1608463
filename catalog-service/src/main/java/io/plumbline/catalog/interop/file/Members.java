package io.plumbline.catalog.interop.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Members of objects in a file. */
public final class Members {
    private Members() {}

    /** The text of a member; empty where it is absent or no text. */
    public static Optional<String> text(JsonNode tree, String member) {
        JsonNode value = tree.path(member);
        return value.isTextual() && !value.asText().isBlank() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** @throws Unmappable for the first member that is none of these: it may say what the number is made of */
    public static void refuseOthers(JsonNode tree, Set<String> known, String pointer) {
        tree.fieldNames().forEachRemaining(member -> {
            if (!known.contains(member) && !tree.path(member).isNull()) {
                List<String> allowed = known.stream().sorted().toList();
                throw new Unmappable(
                        pointer + "/" + member.replace("~", "~0").replace("/", "~1"),
                        "unsupported_member",
                        "A member of this name has no counterpart here.%s"
                                .formatted(NearestName.find(member, allowed)
                                        .map(it -> " Did you mean `" + it + "`?")
                                        .orElse("")),
                        allowed);
            }
        });
    }
}
