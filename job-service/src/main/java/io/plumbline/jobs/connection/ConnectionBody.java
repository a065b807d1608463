package io.plumbline.jobs.connection;

import io.plumbline.jobs.mapping.FieldMapping;
import java.util.List;

/**
 * What an administrator says of a connection.
 *
 * @param instance the name that the tracker has in the warehouse; can't be changed later
 * @param site for example {@code https://acme.atlassian.net}
 * @param email of the account that reads
 * @param token the account's API token; null in a change that keeps it
 * @param projects keys; null or empty: all that the account sees
 * @param everyMinutes how often it is synced, at least 5; 0: by hand only; null: 15
 * @param mapping what the tracker's fields mean; null leaves it as it is
 */
record ConnectionBody(
        String instance,
        String site,
        String email,
        String token,
        List<String> projects,
        Integer everyMinutes,
        FieldMapping mapping) {
    private static final int USUAL_MINUTES = 15;

    List<String> projectsOrAll() {
        return projects == null ? List.of() : projects.stream().distinct().toList();
    }

    int everyMinutesOrUsual() {
        return everyMinutes == null ? USUAL_MINUTES : everyMinutes;
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "ConnectionBody[" + site + "]";
    }
}
