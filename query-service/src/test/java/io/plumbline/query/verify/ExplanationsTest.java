package io.plumbline.query.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.verify.Verification.Made;
import io.plumbline.query.verify.Verification.MetricChange;
import io.plumbline.query.verify.Verification.RowCounts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
    private static final Made BEFORE = made(7, "2026-03-01T10:00:00Z");
    private static final Made LATER = made(8, "2026-03-02T10:00:00Z");
    private static final RowCounts ONE_CHANGED = new RowCounts(4, 4, 0, 0, 1);

    @Test
    void sayThatNothingChanged() {
        assertThat(Explanations.of(BEFORE, BEFORE, List.of(), List.of(), false, new RowCounts(4, 4, 0, 0, 0)))
                .isEqualTo("The answer is the same.");
    }

    @Test
    void sayThatOtherDataGaveTheSameAnswer() {
        assertThat(Explanations.of(BEFORE, LATER, List.of(), List.of(), false, new RowCounts(4, 4, 0, 0, 0)))
                .isEqualTo("The answer is the same. The data changed since, from version 7 to 8 (as of"
                        + " 2026-03-02T10:00:00Z).");
    }

    @Test
    void nameEveryDefinitionThatChanged() {
        List<MetricChange> metrics = List.of(
                new MetricChange("created", "1.0.0", "1.1.0", false),
                new MetricChange("old", "1.0.0", null, false),
                new MetricChange("part", null, "2.0.0", false),
                new MetricChange("stuck_count", "1.0.0", "1.0.0", true));
        assertThat(Explanations.of(BEFORE, BEFORE, List.of("catalog"), metrics, true, ONE_CHANGED))
                .isEqualTo(
                        "The answer changed: 0 rows added, 0 removed, 1 changed. Definitions changed since: created went"
                                + " from 1.0.0 to 1.1.0, old 1.0.0 is no longer used, part is new (2.0.0), stuck_count 1.0.0 was"
                                + " redefined. The entities or dimensions of the catalog changed since.");
    }

    @Test
    void takeTheBlameWhereNothingElseExplainsTheChange() {
        assertThat(Explanations.of(BEFORE, BEFORE, List.of("fault"), List.of(), false, ONE_CHANGED))
                .isEqualTo(
                        "The answer changed: 0 rows added, 0 removed, 1 changed. Neither the data nor the definitions that"
                                + " it depends on changed since, so this is a fault of the product. Please report it with the"
                                + " receipt's id.");
    }

    @Test
    void sayWhatIsKnownOfRowsThatWereNotKept() {
        assertThat(Explanations.of(
                        BEFORE, LATER, List.of("data"), List.of(), false, new RowCounts(1, 1_000, null, null, null)))
                .startsWith("The answer changed: it had 1 row and has 1000 rows now, too many to have been kept");
        assertThat(Explanations.of(BEFORE, LATER, List.of("data"), List.of(), false, new RowCounts(2, 2, 0, 0, 0)))
                .startsWith("The answer changed: its rows are the same in another order.");
    }

    private static Made made(long version, String asOf) {
        return new Made(version, Instant.parse(asOf), "c", List.of("created@1.0.0"), "hash");
    }
}
