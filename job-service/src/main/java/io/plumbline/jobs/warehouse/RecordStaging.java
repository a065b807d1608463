package io.plumbline.jobs.warehouse;

import io.plumbline.jobs.mapping.DetectedFields;
import io.plumbline.jobs.mapping.FieldMapping;
import io.plumbline.jobs.mapping.IssueMapper;
import io.plumbline.jobs.mapping.MappedIssue;
import io.plumbline.jobs.tracker.CommentRecord;
import io.plumbline.jobs.tracker.InvalidRecord;
import io.plumbline.jobs.tracker.IssueEvent;
import io.plumbline.jobs.tracker.IssueRecord;
import io.plumbline.jobs.tracker.ProjectFacts;
import io.plumbline.jobs.tracker.RecordReader;
import io.plumbline.jobs.tracker.Removal;
import io.plumbline.jobs.tracker.SprintFacts;
import io.plumbline.jobs.tracker.SprintNews;
import io.plumbline.jobs.tracker.StatusFacts;
import io.plumbline.jobs.tracker.Texts;
import io.plumbline.jobs.tracker.Tombstone;
import io.plumbline.jobs.tracker.UserFacts;
import io.plumbline.jobs.tracker.WorklogRecord;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** Stages a file's lines, one after another. */
final class RecordStaging implements RecordSource.LineSink {
    private static final int EXCERPT = 200;

    private final RecordReader reader = new RecordReader();
    private final Stage stage;
    private final FactStaging facts;
    private final IssueStaging issues;
    private final EventStaging events;
    private final FieldMapping mapping;
    private final DetectedFields detected;
    private final ImportProgress progress;
    private IssueMapper mapper;
    private boolean outdated;

    RecordStaging(Stage stage, FieldMapping mapping, DetectedFields detected, ImportProgress progress) {
        this.stage = stage;
        this.facts = new FactStaging(stage);
        this.issues = new IssueStaging(stage, 0);
        this.events = new EventStaging(stage);
        this.mapping = mapping;
        this.mapper = new IssueMapper(mapping, detected);
        this.detected = detected;
        this.progress = progress;
    }

    @Override
    public void line(long number, byte[] bytes, int length, boolean tooLong) throws SQLException {
        try {
            if (tooLong) {
                throw new InvalidRecord("the line is longer than 20 MB");
            }
            stage(bytes, length);
            progress.accepted();
        } catch (InvalidRecord e) {
            String beginning = new String(bytes, 0, Math.min(length, 4 * EXCERPT), StandardCharsets.UTF_8);
            progress.rejected(number, e.getMessage(), Texts.excerpt(beginning, EXCERPT));
        }
        stage.relieve();
    }

    /** Whether a record told what fields are for in such a way that the records before it were staged wrongly. */
    boolean isOutdated() {
        return outdated;
    }

    void finish() throws SQLException {
        facts.finish();
        stage.finish();
    }

    private void stage(byte[] bytes, int length) {
        switch (reader.read(bytes, length)) {
            case IssueRecord issue -> {
                learn(issue);
                if (outdated) {
                    return; // all of them come once more, with what is learned until the end
                }
                MappedIssue mapped = mapper.map(issue);
                RawLine line = new RawLine(bytes, length);
                issues.stage(mapped, line, line.hash());
                facts.tell(mapped);
            }
            case Tombstone tombstone -> facts.tombstone(tombstone);
            case IssueEvent event -> {
                learn(event.issue());
                if (outdated) {
                    return;
                }
                facts.tell(mapper.map(event.issue()));
                events.tell(event);
            }
            case Removal removal -> events.tell(removal);
            case SprintFacts sprint -> facts.sprint(sprint);
            case SprintNews news -> facts.sprint(news);
            case StatusFacts status -> facts.status(status);
            case ProjectFacts project -> facts.project(project);
            case UserFacts user -> facts.user(user);
            case CommentRecord comment -> facts.comment(comment);
            case WorklogRecord worklog -> facts.worklog(worklog);
        }
    }

    private void learn(IssueRecord issue) {
        if (detected.learn(issue)) {
            IssueMapper next = new IssueMapper(mapping, detected);
            outdated |= !mapper.isContinuedBy(next);
            mapper = next;
        }
    }
}
