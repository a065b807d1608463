package io.plumbline.jobs.sync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.jobs.jira.Account;
import io.plumbline.jobs.jira.JiraSite;
import io.plumbline.jobs.jira.JiraStopped;
import io.plumbline.jobs.jira.Jql;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One run from its beginning, or from where it was interrupted, to its end. Its thread is interrupted to stop it. */
final class SyncRun implements IssueWalk.Sink {
    /** A few missing issues are believed whatever their share is. */
    private static final int BELIEVED = 20;

    private static final double BEFORE_ISSUES = 0.05;
    private static final double ISSUES = 0.85;

    private final SyncClaim claim;
    private final JiraSite jira;
    private final SyncStore store;
    private final Merger merger;
    private final SyncSettings settings;
    private final Batch batch;
    private final SiteFacts facts;
    private Instant reached;
    private long pages;
    private long issues;
    private long expected = -1;
    private boolean merged;

    SyncRun(SyncClaim claim, JiraSite jira, SyncStore store, Merger merger, SyncSettings settings, Batch batch) {
        this.claim = claim;
        this.jira = jira;
        this.store = store;
        this.merger = merger;
        this.settings = settings;
        this.batch = batch;
        this.facts = new SiteFacts(jira, batch);
    }

    /** Whether it has merged anything: then it got somewhere. */
    boolean hasMerged() {
        return merged;
    }

    SyncClaim.Counts counts() {
        SyncClaim.Counts before = claim.counted();
        return new SyncClaim.Counts(
                before.pages() + pages,
                before.issues(),
                before.deleted(),
                before.rejected(),
                before.requests() + jira.requests(),
                before.throttled() + jira.throttled());
    }

    void run() throws SQLException, IOException {
        report("connecting", 0);
        Account account = jira.myself();
        facts.fields();
        report("projects", 0.01);
        facts.statuses();
        facts.projects(claim.projects());
        report("sprints", 0.02);
        boolean first = claim.checkpoint() == null;
        facts.sprints(claim.full() || first ? null : store.openSprints(claim));
        Instant from = beginning();
        expected = jira.count(Jql.counted(from, account.zone(), claim.projects()));
        report("issues", BEFORE_ISSUES);
        new IssueWalk(jira, claim.projects(), account.zone(), from).run(this);
        flush(0);
        if (claim.full()) {
            report("deletions", BEFORE_ISSUES + ISSUES);
            deletions();
        }
        store.complete(claim, reached, counts());
    }

    /** Where this run was interrupted, else a little before the checkpoint; null: everything. */
    private Instant beginning() {
        if (claim.position() != null) {
            return claim.position();
        }
        return claim.full() || claim.checkpoint() == null
                ? null
                : claim.checkpoint().minus(settings.overlap());
    }

    @Override
    public void issue(ObjectNode issue) throws IOException {
        facts.name(issue);
        batch.addIssue(issue);
        issues++;
    }

    @Override
    public void page(Instant until) throws IOException, SQLException {
        pages++;
        if (until != null && (reached == null || until.isAfter(reached))) {
            reached = until;
        }
        batch.reached(reached);
        if (batch.isFull(settings.batch(), settings.batchAge())) {
            flush(0);
        }
        double share = expected <= 0 ? 0.5 : Math.min(1, (double) issues / expected);
        report("issues", BEFORE_ISSUES + ISSUES * share);
    }

    private void flush(long deleted) throws SQLException, IOException {
        stopIfInterrupted();
        if (!batch.isEmpty()) {
            merger.merge(claim, batch, deleted);
            merged |= !batch.issues().isEmpty();
            batch.clear();
        }
    }

    /** What is known and was not met is asked for by name: only what Jira then does not show is taken for deleted. */
    private void deletions() throws SQLException, IOException {
        List<String> missing = store.missing(claim);
        long known = missing.size() + store.seen(claim);
        Instant noticed = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<String> gone = new ArrayList<>();
        for (int at = 0; at < missing.size(); at += JiraSite.BULK) {
            List<String> asked = missing.subList(at, Math.min(missing.size(), at + JiraSite.BULK));
            Set<String> existing = jira.existing(asked);
            asked.stream().filter(id -> !existing.contains(id)).forEach(gone::add);
        }
        if (gone.size() > BELIEVED && gone.size() > settings.maxDeletedShare() * known) {
            throw new SyncFault(
                    "too_many_deletions",
                    "Jira no longer shows %d of %d known issues, so none was marked as deleted. Where the account lost a"
                                    .formatted(gone.size(), known)
                            + " permission, give it back and sync in full again; where they are gone indeed, an operator can"
                            + " raise PLUMBLINE_SYNC_MAX_DELETED_SHARE for one run.");
        }
        for (String id : gone) {
            ObjectNode tombstone = JsonNodeFactory.instance.objectNode();
            batch.add("issue", tombstone.put("id", id).put("deleted", true).put("deletedAt", noticed.toString()));
        }
        flush(gone.size());
    }

    private void report(String stage, double share) throws SQLException {
        stopIfInterrupted();
        store.progress(claim, stage, share, counts());
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new JiraStopped();
        }
    }
}
