package io.plumbline.local.demo;

import java.util.List;

/**
 * A project's character.
 *
 * @param id the tracker's id of the project
 * @param board the id of its board
 * @param issues about how many issues it sees in the whole time
 * @param sprints how many sprints its board has, the active and the future one included; before them work flows freely
 * @param evenWeeks whether its sprints begin in the even weeks, so that boards do not close on the same day
 * @param bugShare the share of bugs among new issues
 * @param blocking the chance that work in progress is blocked on a day
 * @param reopening the chance that finished work comes back
 * @param churn the chance on a day that the sprint's scope changes
 * @param overcommitment planned points over the points that usually get done
 * @param improvement how much faster the team is at the end than at the beginning: 0.5 is half again as fast
 */
record Profile(
        String id,
        String key,
        String name,
        int board,
        List<Person> team,
        int issues,
        int sprints,
        boolean evenWeeks,
        double bugShare,
        double blocking,
        double reopening,
        double churn,
        double overcommitment,
        double improvement,
        List<String> labels,
        List<String> components,
        List<String> subjects) {
    Profile {
        team = List.copyOf(team);
        labels = List.copyOf(labels);
        components = List.copyOf(components);
        subjects = List.copyOf(subjects);
    }

    Person lead() {
        return team.getFirst();
    }

    String boardName() {
        return key + " board";
    }
}
