package io.plumbline.jobs.warehouse;

import io.plumbline.jobs.tracker.IssueEvent;
import io.plumbline.jobs.tracker.Removal;
import java.nio.charset.StandardCharsets;

/** Stages what events add to what is known: an issue's fields of a moment, entries of its changelog, deletions. */
final class EventStaging {
    private final Stage stage;

    EventStaging(Stage stage) {
        this.stage = stage;
    }

    void tell(IssueEvent event) {
        byte[] fields = event.fields().getBytes(StandardCharsets.UTF_8);
        RawLine line = new RawLine(fields, fields.length);
        stage.row(StageTable.S_EVENT)
                .text(event.issue().id())
                .instant(event.issue().updated())
                .instant(event.at())
                .number(line.hash())
                .truth(event.born())
                .binary(line.compressed())
                .end();
        if (event.change() != null) {
            stage.row(StageTable.S_HISTORY)
                    .text(event.issue().id())
                    .text(event.change().id())
                    .instant(event.change().at())
                    .text(event.change().json())
                    .end();
        }
    }

    void tell(Removal removal) {
        stage.row(StageTable.S_REMOVAL)
                .text(removal.kind().column())
                .text(removal.id())
                .text(removal.issueId())
                .instant(removal.at())
                .end();
    }
}
