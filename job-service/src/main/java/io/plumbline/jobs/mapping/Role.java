package io.plumbline.jobs.mapping;

import java.util.Locale;
import java.util.Set;

/** What a custom field is for, as its name tells; in the order of preference where several are for the same. */
public enum Role {
    STORY_POINTS,
    STORY_POINT_ESTIMATE,
    FLAG,
    SPRINT,
    /** Known to be for something else, although its id is often used for one of the above. */
    OTHER;

    private static final Set<String> POINTS = Set.of("story points", "story point", "storypoints");

    static Role ofName(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        if (POINTS.contains(plain)) {
            return STORY_POINTS;
        }
        return switch (plain) {
            case "story point estimate", "story points estimate" -> STORY_POINT_ESTIMATE;
            case "flagged" -> FLAG;
            case "sprint" -> SPRINT;
            default -> OTHER;
        };
    }
}
