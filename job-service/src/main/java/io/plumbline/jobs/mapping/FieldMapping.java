package io.plumbline.jobs.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What an administrator says of an instance. Names of statuses, types, labels and components are compared without case;
 * a status may be given by id too. What is null or empty is detected or has the default of metrics.md.
 *
 * @param storyPointsField id of the field with the estimate, for example {@code customfield_10016}
 * @param sprintField id of the field with the sprints
 * @param flaggedField id of the field that flags an impediment
 * @param blockedStatuses statuses in which an issue is blocked; default {@code Blocked}
 * @param todoStatuses statuses that mean to do, whatever the tracker says; the same for the next two
 * @param bugTypes issue types that are bugs; default {@code Bug}
 * @param production what marks a bug as found in production; default: the labels production and escaped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldMapping(
        String storyPointsField,
        String sprintField,
        String flaggedField,
        List<String> blockedStatuses,
        List<String> todoStatuses,
        List<String> inProgressStatuses,
        List<String> doneStatuses,
        List<String> bugTypes,
        Production production) {
    public static final FieldMapping EMPTY = new FieldMapping(null, null, null, null, null, null, null, null, null);

    /**
     * Any one of these marks a bug as found in production.
     *
     * @param field id of a field that marks it by one of {@code fieldValues}; without values, by any value
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Production(
            List<String> labels,
            List<String> components,
            List<String> environments,
            String field,
            List<String> fieldValues) {
        static final Production DEFAULT = new Production(List.of("production", "escaped"), null, null, null, null);

        boolean isEmpty() {
            return isNone(labels) && isNone(components) && isNone(environments) && field == null;
        }
    }

    /** The same with the defaults of metrics.md where lists are empty. */
    FieldMapping withDefaults() {
        return new FieldMapping(
                storyPointsField,
                sprintField,
                flaggedField,
                isNone(blockedStatuses) ? List.of("Blocked") : blockedStatuses,
                orEmpty(todoStatuses),
                orEmpty(inProgressStatuses),
                orEmpty(doneStatuses),
                isNone(bugTypes) ? List.of("Bug") : bugTypes,
                production == null || production.isEmpty() ? Production.DEFAULT : production);
    }

    private static boolean isNone(List<String> list) {
        return list == null || list.isEmpty();
    }

    static List<String> orEmpty(List<String> list) {
        return list == null ? List.of() : list;
    }
}
