package io.plumbline.jobs.instances;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.jobs.mapping.FieldMapping;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an instance's fields and statuses mean.
 *
 * @param mapping as the administrator set it
 * @param detected custom field → what its name tells it is for
 * @param statuses every status seen, with its meaning
 * @param deriveId the import that derives the data again; only after a change
 */
public record MappingView(
        FieldMapping mapping,
        Map<String, String> detected,
        List<Status> statuses,
        @JsonInclude(JsonInclude.Include.NON_NULL) UUID deriveId) {

    /** @param category todo, in_progress or done */
    public record Status(String id, String name, String category, boolean blocked) {}

    MappingView derivedBy(UUID id) {
        return new MappingView(mapping, detected, statuses, id);
    }
}
