package io.plumbline.local.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Writes the demo tenants' raw tracker records as gzipped NDJSON, ready for the import. */
public final class DemoData {
    private static final long SEED = 20_240_101;

    private DemoData() {}

    /**
     * Tenant {@code demo}: four projects over the 18 months before {@code until}, about 4,000 issues and 100 sprints.
     *
     * @param until the first day that has not happened yet
     */
    public static void writeDemo(Path file, LocalDate until) throws IOException {
        write(file, new World(Cast.demo(), SEED, until.minusMonths(18), until));
    }

    /**
     * Tenant {@code globex}: two small projects over half a year, with ids and keys that the other tenant has too.
     *
     * @param until the first day that has not happened yet
     */
    public static void writeGlobex(Path file, LocalDate until) throws IOException {
        write(file, new World(Cast.globex(), SEED + 1, until.minusMonths(6), until));
    }

    private static void write(Path file, World world) throws IOException {
        try (OutputStream out = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            write(new Records(out), world);
        }
    }

    private static void write(Records records, World world) throws IOException {
        for (State state : State.values()) {
            records.write("status", TrackerJson.status(state));
        }
        for (Person person : world.people()) {
            records.write("user", TrackerJson.person(person));
        }
        for (Profile profile : world.profiles()) {
            records.write("project", TrackerJson.project(profile));
            for (Iteration sprint : world.sprints(profile)) {
                records.write("sprint", TrackerJson.sprint(sprint, profile));
            }
        }
        for (Ticket ticket : world.tickets()) {
            IssueJson issue = new IssueJson(ticket);
            records.write("issue", issue.json());
            for (Map<String, Object> worklog : issue.worklogs()) {
                records.write("worklog", worklog);
            }
        }
    }
}
