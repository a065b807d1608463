package io.plumbline.jobs.warehouse;

import io.plumbline.jobs.history.Interval;
import io.plumbline.jobs.history.Membership;
import io.plumbline.jobs.mapping.MappedIssue;
import io.plumbline.jobs.mapping.MetricField;
import io.plumbline.jobs.tracker.HistoryItem;
import io.plumbline.jobs.tracker.IssueRecord;
import io.plumbline.jobs.tracker.UserFacts;
import java.util.List;
import java.util.function.BiConsumer;

/** Stages one version of an issue: its present fields, its changes and its intervals. */
final class IssueStaging {
    private final Stage stage;
    private long rows;

    /** @param firstRow the number of the first version staged by this object */
    IssueStaging(Stage stage, long firstRow) {
        this.stage = stage;
        this.rows = firstRow;
    }

    /**
     * Stages a version.
     *
     * @param line the raw record, kept where this version is the newest; null where it comes from the store
     */
    void stage(MappedIssue mapped, RawLine line, long hash) {
        long row = rows++;
        issue(row, mapped, line == null, hash);
        if (line != null) {
            stage.row(StageTable.S_RECORD).number(row).binary(line.compressed()).end();
        }
        mapped.changes().forEach((field, items) -> changes(row, field, items));
        intervals(StageTable.S_STATUS, row, mapped.statuses(), CopyRow::text);
        intervals(StageTable.S_ESTIMATE, row, mapped.estimates(), CopyRow::decimal);
        intervals(StageTable.S_ASSIGNEE, row, mapped.assignees(), CopyRow::text);
        intervals(StageTable.S_FLAG, row, mapped.flagged(), null);
        mapped.memberships().forEach(membership -> membership(row, membership));
    }

    private void issue(long row, MappedIssue mapped, boolean restaged, long hash) {
        IssueRecord issue = mapped.issue();
        stage.row(StageTable.S_ISSUE)
                .number(row)
                .truth(restaged)
                .text(issue.id())
                .instant(issue.updated())
                .number(rank(issue))
                .number(hash)
                .text(issue.key())
                .text(issue.project().id())
                .text(issue.summary())
                .text(issue.type())
                .truth(issue.subtask())
                .truth(mapped.bug())
                .truth(mapped.escaped())
                .text(issue.priority())
                .text(mapped.assignees().getLast().value())
                .text(idOf(issue.reporter()))
                .array(issue.labels())
                .array(issue.components())
                .decimal(mapped.estimates().getLast().value())
                .instant(issue.created())
                .instant(issue.updated())
                .instant(issue.deleted())
                .truth(issue.hasHistory())
                .text(mapped.custom())
                .end();
    }

    /** Of two versions with the same time: a deletion tells more than none, the longer changelog more than the other. */
    private static int rank(IssueRecord issue) {
        return (issue.deleted() != null ? 3 : 0) + issue.extent().rank();
    }

    private void changes(long row, MetricField field, List<HistoryItem> items) {
        for (HistoryItem item : items) {
            boolean byText = field == MetricField.ESTIMATE || field == MetricField.FLAG;
            stage.row(StageTable.S_CHANGE)
                    .number(row)
                    .instant(item.point().at())
                    .text(item.point().historyId())
                    .number(item.point().itemIndex())
                    .text(field.column())
                    .text(byText && item.fromText() != null ? item.fromText() : item.from())
                    .text(byText && item.toText() != null ? item.toText() : item.to())
                    .end();
        }
    }

    /** {@code column} null: the table has no column for the value. */
    private <V> void intervals(StageTable table, long row, List<Interval<V>> intervals, BiConsumer<CopyRow, V> column) {
        int seq = 0;
        for (Interval<V> interval : intervals) {
            CopyRow values = stage.row(table).number(row).number(seq++);
            if (column != null) {
                column.accept(values, interval.value());
            }
            values.instant(interval.from()).instant(interval.to()).end();
        }
    }

    private void membership(long row, Membership membership) {
        stage.row(StageTable.S_MEMBERSHIP)
                .number(row)
                .text(membership.sprintId())
                .number(membership.seq())
                .instant(membership.from())
                .instant(membership.to())
                .end();
    }

    private static String idOf(UserFacts person) {
        return person == null ? null : person.id();
    }
}
