package io.plumbline.acceptance.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Instants that hurt: period ends, clock changes and the edges of sprints, exactly, just before and just after. */
final class Instants {
    static final LocalDate FIRST = LocalDate.of(2024, 10, 20);
    static final LocalDate LAST = LocalDate.of(2025, 4, 10);

    private static final List<Long> OFFSETS = List.of(
            0L,
            0L,
            0L,
            -1L,
            1L,
            -1_000L,
            1_000L,
            60_000L,
            -60_000L,
            3_600_000L,
            -3_600_000L,
            -119_999L,
            -120_000L,
            -120_001L);

    private final Chance chance;
    private final List<Instant> edges = new ArrayList<>();

    Instants(Chance chance) {
        this.chance = chance;
        for (String zone : List.of("UTC", "Europe/Prague", "America/New_York")) {
            for (String day : List.of(
                    "2024-10-27",
                    "2024-10-28",
                    "2024-11-01",
                    "2024-11-03",
                    "2024-11-04",
                    "2024-12-01",
                    "2024-12-30",
                    "2025-01-01",
                    "2025-02-01",
                    "2025-03-01",
                    "2025-03-09",
                    "2025-03-10",
                    "2025-03-30",
                    "2025-03-31",
                    "2025-04-01")) {
                edges.add(LocalDate.parse(day).atStartOfDay(ZoneId.of(zone)).toInstant());
            }
        }
        edges.add(Instant.parse("2025-03-30T01:00:00Z"));
        edges.add(Instant.parse("2024-10-27T01:00:00Z"));
    }

    void addEdge(Instant at) {
        edges.add(at);
    }

    Instant any() {
        if (chance.of(0.4)) {
            return between(FIRST, LAST);
        }
        return chance.any(edges).plusMillis(chance.any(OFFSETS));
    }

    private Instant between(LocalDate from, LocalDate to) {
        Instant start = from.atStartOfDay(ZoneId.of("UTC")).toInstant();
        long length = Duration.between(start, to.atStartOfDay(ZoneId.of("UTC")).toInstant())
                .toMillis();
        return start.plusMillis(chance.below(length));
    }
}
