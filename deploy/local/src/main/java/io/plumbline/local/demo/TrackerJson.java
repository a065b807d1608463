package io.plumbline.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** Projects, people, statuses and sprints as the tracker's REST API gives them. */
final class TrackerJson {
    private TrackerJson() {}

    static Map<String, Object> status(State state) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", state.id());
        json.put("name", state.label());
        json.put("statusCategory", Map.of("key", state.category()));
        return json;
    }

    static Map<String, Object> project(Profile profile) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", profile.id());
        json.put("key", profile.key());
        json.put("name", profile.name());
        return json;
    }

    /** Null for nobody. */
    static Map<String, Object> person(Person person) {
        if (person == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("accountId", person.accountId());
        json.put("displayName", person.displayName());
        json.put("active", true);
        return json;
    }

    /** As the board's sprint list gives it. */
    static Map<String, Object> sprint(Iteration sprint, Profile profile) {
        Map<String, Object> json = summary(sprint, profile);
        json.remove("boardId");
        json.put("originBoardId", profile.board());
        json.put("originBoardName", profile.boardName());
        if (sprint.activated() != null) {
            json.put("activatedDate", Clock.sprintTime(sprint.activated()));
        }
        return json;
    }

    /** As an issue's sprint field gives it. */
    static Map<String, Object> summary(Iteration sprint, Profile profile) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", sprint.id());
        json.put("name", sprint.name());
        json.put("state", sprint.state());
        json.put("boardId", profile.board());
        json.put("goal", sprint.goal());
        json.put("startDate", Clock.sprintTime(sprint.plannedStart()));
        json.put("endDate", Clock.sprintTime(sprint.plannedEnd()));
        if (sprint.completed() != null) {
            json.put("completeDate", Clock.sprintTime(sprint.completed()));
        }
        return json;
    }
}
