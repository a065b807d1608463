package io.plumbline.spec.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.spec.catalog.Weekday;
import io.plumbline.spec.catalog.WorkingCalendar;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The closed form counts as a walk from day to day does. */
class WorkingDaysTest {
    private static final int TRIES = 2_000;
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Prague", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "America/Sao_Paulo");
    private static final WorkingCalendar PRAGUE = new WorkingCalendar(
            WorkingCalendar.STANDARD.workingDays(),
            List.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-26")),
            ZoneId.of("Europe/Prague"));

    private static ScratchDatabase database;
    private static Connection service;

    @BeforeAll
    static void migrate() throws SQLException {
        database = ScratchDatabase.migrated();
        service = database.connect("query_service");
    }

    @AfterAll
    static void drop() throws SQLException {
        service.close();
        database.close();
    }

    /** By hand: Prague is an hour ahead of UTC in winter and two in summer; 25 December 2026 is a Friday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            an hour of a Monday                | 2026-11-02T09:00:00Z | 2026-11-02T10:00:00Z | 3600
            Monday noon to Tuesday noon        | 2026-11-02T11:00:00Z | 2026-11-03T11:00:00Z | 86400
            over a weekend, noon to noon       | 2026-11-06T11:00:00Z | 2026-11-09T11:00:00Z | 86400
            within a weekend                   | 2026-11-07T11:00:00Z | 2026-11-08T11:00:00Z | 0
            from a Saturday to Monday noon     | 2026-11-07T11:00:00Z | 2026-11-09T11:00:00Z | 43200
            a whole week                       | 2026-11-02T11:00:00Z | 2026-11-09T11:00:00Z | 432000
            the week of Christmas              | 2026-12-21T11:00:00Z | 2026-12-28T11:00:00Z | 345600
            on the holiday itself              | 2026-12-25T08:00:00Z | 2026-12-25T10:00:00Z | 0
            until the first local midnight     | 2026-11-01T22:59:59Z | 2026-11-01T23:00:00Z | 0
            from the first local midnight on   | 2026-11-01T23:00:00Z | 2026-11-01T23:00:01Z | 1
            backwards                          | 2026-11-03T11:00:00Z | 2026-11-02T11:00:00Z | 0
            no time at all                     | 2026-11-02T11:00:00Z | 2026-11-02T11:00:00Z | 0
            over the night without 2 a.m.      | 2026-03-27T11:00:00Z | 2026-03-30T10:00:00Z | 86400
            """)
    void countsWorkingSeconds(String what, Instant from, Instant to, long seconds) throws SQLException {
        assertThat(inSql(from, to, PRAGUE).multiply(BigDecimal.valueOf(86_400)))
                .as(what)
                .isCloseTo(BigDecimal.valueOf(seconds), within(new BigDecimal("1e-9")));
        assertThat(WorkingDaysWalk.between(from, to, PRAGUE))
                .as(what)
                .isCloseTo(inSql(from, to, PRAGUE), within(new BigDecimal("1e-14")));
    }

    @Test
    void isTheWalkFromDayToDay() throws SQLException {
        Random random = new Random(20_261_121);
        for (int i = 0; i < TRIES; i++) {
            WorkingCalendar calendar = calendar(random);
            Instant from = instant(random);
            Instant to = from.plusMillis(
                    random.nextLong(-86_400_000L, random.nextBoolean() ? 400_000_000L : 40_000_000_000L));
            assertThat(inSql(from, to, calendar))
                    .as("from %s to %s by %s", from, to, calendar)
                    .isCloseTo(WorkingDaysWalk.between(from, to, calendar), within(new BigDecimal("1e-14")));
        }
    }

    @Test
    void isNothingWhereAnInstantIsMissing() throws SQLException {
        assertThat(inSql(null, Instant.EPOCH, PRAGUE)).isNull();
        assertThat(inSql(Instant.EPOCH, null, PRAGUE)).isNull();
    }

    @Test
    void isForQueriesAlone() throws SQLException {
        try (Connection other = database.connect("job_service")) {
            assertThat(ScratchDatabase.query(other, """
                    SELECT has_function_privilege('query_service', p.oid, 'EXECUTE'), has_function_privilege(p.oid, 'EXECUTE'),
                        p.provolatile, p.prosecdef
                    FROM pg_proc p WHERE p.proname = 'working_days_between'
                    """)).containsExactly("t f i f");
        }
    }

    private static WorkingCalendar calendar(Random random) {
        List<Weekday> days =
                Stream.of(Weekday.values()).filter(_ -> random.nextInt(7) < 5).toList();
        var holidays = new TreeSet<LocalDate>();
        for (int i = random.nextInt(40); i > 0; i--) {
            holidays.add(LocalDate.of(2025, 1, 1).plusDays(random.nextInt(900)));
        }
        return new WorkingCalendar(
                days.isEmpty() ? List.of(Weekday.SUN) : days,
                List.copyOf(holidays),
                ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
    }

    private static Instant instant(Random random) {
        return Instant.parse("2025-03-01T00:00:00Z").plusMillis(random.nextLong(60_000_000_000L));
    }

    private static BigDecimal inSql(Instant from, Instant to, WorkingCalendar calendar) throws SQLException {
        try (PreparedStatement statement = service.prepareStatement(
                "SELECT warehouse.working_days_between(?, ?, ?, cast(? AS integer[]), cast(? AS date[]))")) {
            statement.setObject(1, at(from), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(2, at(to), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setString(3, calendar.timezone().getId());
            statement.setArray(
                    4,
                    service.createArrayOf(
                            "integer",
                            calendar.workingDays().stream().map(Weekday::number).toArray()));
            statement.setArray(
                    5,
                    service.createArrayOf(
                            "text",
                            calendar.holidays().stream()
                                    .filter(day -> calendar.workingDays().contains(Weekday.of(day)))
                                    .toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBigDecimal(1);
            }
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
