package io.plumbline.load.chaos;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Enough different questions that few jobs are of the same one at a time: most are short, some have many rows, some take seconds. */
final class Questions {
    private static final int MONTHS = 12;
    private static final int PERCENT = 100;
    private static final List<String> MEASURES = List.of("created", "closed", "lead_time_p50", "lead_time_p90");
    private static final List<String> GROUPS = List.of("status", "project_key", "issue_type", "priority", "assignee");

    private final List<Question> light = new ArrayList<>();
    private final List<Question> wide = new ArrayList<>();
    private final List<Question> heavy = new ArrayList<>();
    private final int heavyPercent;

    /** @param heavyPercent how many of 100 take seconds; half as many again have thousands of rows */
    Questions(int heavyPercent) {
        this.heavyPercent = heavyPercent;
        LocalDate month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusMonths(1);
        for (int back = 0; back < MONTHS; back++) {
            LocalDate to = month.minusMonths(back);
            for (String measure : MEASURES) {
                for (String group : GROUPS) {
                    light.add(question(
                            "light", measure + "-" + group, back, measure, "\"" + group + "\"", to.minusMonths(3), to));
                }
            }
            if (back % 2 == 0) {
                wide.add(question(
                        "wide",
                        "created",
                        back,
                        "created",
                        day() + ",\"project_key\",\"issue_type\",\"status\"",
                        to.minusMonths(4),
                        to));
            }
            if (back % 3 == 0) {
                heavy.add(question("heavy", "wip", back, "wip", day() + ",\"assignee\"", to.minusMonths(1), to));
            }
        }
    }

    Question pick(RandomGenerator chance) {
        int kind = chance.nextInt(PERCENT);
        List<Question> of = kind < heavyPercent ? heavy : kind < heavyPercent * 3 / 2 ? wide : light;
        return of.get(chance.nextInt(of.size()));
    }

    List<Question> all() {
        List<Question> all = new ArrayList<>(light);
        all.addAll(wide);
        all.addAll(heavy);
        return all;
    }

    private static String day() {
        return "{\"field\":\"metric_time\",\"granularity\":\"day\"}";
    }

    private static Question question(
            String kind, String name, int back, String measure, String dimensions, LocalDate from, LocalDate to) {
        return new Question("%s-%s-%d".formatted(kind, name, back), """
                {"measures":[{"name":"%s"}],"dimensions":[%s],"time":{"from":"%s","to":"%s"},"limit":50000}\
                """.formatted(measure, dimensions, from, to));
    }
}
