package io.plumbline.load.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantRowsTest {
    private static final Size SIZE = new Size(2, 4_000, 40_000, 200);
    private static final Instant UNTIL = Instant.parse("2026-07-01T00:00:00Z");

    @Test
    void isTheSameEachTime() {
        Rows rows = TenantRows.make(SIZE, 1, UNTIL);
        Rows again = TenantRows.make(SIZE, 1, UNTIL);
        for (Table table : Table.values()) {
            assertThat(rows.of(table)).isEqualTo(again.of(table)).isNotEmpty();
        }
    }

    @Test
    void makesAsMuchAsAsked() {
        Rows rows = TenantRows.make(SIZE, 2, UNTIL);
        assertThat(lines(rows, Table.ISSUES)).hasSize(2_000);
        assertThat(lines(rows, Table.SPRINTS)).hasSize(100);
        assertThat(lines(rows, Table.ISSUE_TRANSITIONS)).hasSizeBetween(18_000, 22_000);
    }

    @Test
    void leavesWorkInProgressReopensSomeAndMovesSomeOn() {
        Rows rows = TenantRows.make(SIZE, 1, UNTIL);
        assertThat(lines(rows, Table.ISSUES)).anyMatch(line -> line.contains("\tin_progress\t"));
        assertThat(lines(rows, Table.ISSUE_TRANSITIONS)).anyMatch(line -> line.endsWith("\ttrue"));
        assertThat(lines(rows, Table.SPRINT_ISSUES)).anyMatch(line -> line.endsWith("Z"));
    }

    private static List<String> lines(Rows rows, Table table) {
        return new String(rows.of(table), StandardCharsets.UTF_8).lines().toList();
    }
}
