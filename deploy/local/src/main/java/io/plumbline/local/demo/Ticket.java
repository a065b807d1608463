package io.plumbline.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An issue of the simulated world: its present fields, and every save that led to them. Present fields change only
 * through {@link Save}, so the changelog can't disagree with them.
 */
final class Ticket {
    private final Profile project;
    private final Kind kind;
    private final String summary;
    private final Instant created;
    private final Person reporter;
    private final Ticket parent;
    private final Priority priority;
    private final List<String> labels;
    private final List<String> components;
    private final List<Change> changes = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Effort> efforts = new ArrayList<>();
    private State state = State.OPEN;
    private List<Iteration> sprints = List.of();
    private Integer points;
    private Person assignee;
    private boolean flagged;
    private Instant resolved;
    private Instant last;
    private int number;
    private long id;

    Ticket(Profile project, Kind kind, String summary, Instant created, Person reporter, Ticket parent, Traits traits) {
        this.project = project;
        this.kind = kind;
        this.summary = summary;
        this.created = created;
        this.reporter = reporter;
        this.parent = parent;
        this.priority = traits.priority();
        this.labels = traits.labels();
        this.components = traits.components();
        this.points = traits.points();
        this.last = created;
    }

    /** What an issue is born with. */
    record Traits(Priority priority, List<String> labels, List<String> components, Integer points) {}

    /** Opens a save at an instant, or just after the last event where that is later. */
    Save save(Instant at, Person author) {
        Instant when = at.isAfter(last) ? at : last.plus(Duration.ofSeconds(37));
        return new Save(this, when, author);
    }

    void remark(Instant at, Person author, String text) {
        remarks.add(new Remark(at, author, text));
    }

    void log(Instant at, Person author, int seconds) {
        efforts.add(new Effort(at, author, seconds));
    }

    /** Gives the issue its place among all issues, when all are known. */
    void number(long id, int number) {
        this.id = id;
        this.number = number;
    }

    /** Several fields changed at one instant; nothing is recorded where nothing changes. */
    static final class Save {
        private final Ticket ticket;
        private final Instant at;
        private final Person author;
        private final List<Change.Item> items = new ArrayList<>();

        private Save(Ticket ticket, Instant at, Person author) {
            this.ticket = ticket;
            this.at = at;
            this.author = author;
        }

        Save state(State next) {
            if (next != ticket.state) {
                items.add(Items.status(ticket.state, next));
                ticket.resolved = next == State.DONE ? at : null;
                ticket.state = next;
            }
            return this;
        }

        Save sprints(List<Iteration> next) {
            if (!next.equals(ticket.sprints)) {
                items.add(Items.sprints(ticket.sprints, next));
                ticket.sprints = List.copyOf(next);
            }
            return this;
        }

        Save points(Integer next) {
            if (!Objects.equals(next, ticket.points)) {
                items.add(Items.points(ticket.points, next));
                ticket.points = next;
            }
            return this;
        }

        Save assignee(Person next) {
            if (!Objects.equals(next, ticket.assignee)) {
                items.add(Items.assignee(ticket.assignee, next));
                ticket.assignee = next;
            }
            return this;
        }

        Save flagged(boolean next) {
            if (next != ticket.flagged) {
                items.add(Items.flagged(next));
                ticket.flagged = next;
            }
            return this;
        }

        /** Ends the save and tells when it was. */
        Instant done() {
            if (!items.isEmpty()) {
                ticket.changes.add(new Change(at, author, items));
                ticket.last = at;
            }
            return at;
        }
    }

    boolean isDone() {
        return state == State.DONE;
    }

    /** Whether it counts in the present sprint: closed sprints stay in the field as history. */
    boolean isIn(Iteration sprint) {
        return sprints.contains(sprint);
    }

    Profile project() {
        return project;
    }

    Kind kind() {
        return kind;
    }

    String summary() {
        return summary;
    }

    Instant created() {
        return created;
    }

    Person reporter() {
        return reporter;
    }

    Ticket parent() {
        return parent;
    }

    Priority priority() {
        return priority;
    }

    List<String> labels() {
        return labels;
    }

    List<String> components() {
        return components;
    }

    List<Change> changes() {
        return changes;
    }

    List<Remark> remarks() {
        return remarks;
    }

    List<Effort> efforts() {
        return efforts;
    }

    State state() {
        return state;
    }

    List<Iteration> sprints() {
        return sprints;
    }

    Integer points() {
        return points;
    }

    Person assignee() {
        return assignee;
    }

    boolean flagged() {
        return flagged;
    }

    Instant resolved() {
        return resolved;
    }

    Instant last() {
        return last;
    }

    long id() {
        return id;
    }

    String key() {
        return project.key() + "-" + number;
    }
}
