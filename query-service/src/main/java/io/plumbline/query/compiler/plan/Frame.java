package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.Period;
import io.plumbline.query.compiler.resolve.ResolvedTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** One range that all measures are evaluated over: the asked one, or the one it is compared with. */
final class Frame {
    private final String prefix;
    private final Period period;
    private final ResolvedTime time;
    private final Frame narrower;

    private Frame(String prefix, Period period, ResolvedTime time, Frame narrower) {
        this.prefix = prefix;
        this.period = period;
        this.time = time;
        this.narrower = narrower;
    }

    static Frame current(ResolvedTime time) {
        return new Frame("", time.range(), time, null);
    }

    static Frame previous(ResolvedTime time) {
        return new Frame("previous_", time.previous().orElseThrow(), time, null);
    }

    /**
     * The same range with the rows that its windows reach back to.
     *
     * @param name begins the names of its steps and binds
     * @param from the first day of these rows; null where the range is open
     */
    Frame reaching(String name, LocalDate from) {
        return new Frame(prefix + name, new Period(from, period.to(), period.zone()), time, this);
    }

    /** The range that was asked for, without what windows reach back to. */
    Frame asked() {
        return narrower == null ? this : narrower;
    }

    Period period() {
        return period;
    }

    /** The name of a step or column of this range. */
    String name(String name) {
        return prefix + name;
    }

    boolean isFuture() {
        return period.isFuture(time.now());
    }

    /** Whether a part of the range has not happened yet. */
    boolean reachesFuture() {
        return !hasEnd() || period.end().isAfter(time.now());
    }

    boolean hasStart() {
        return period.from() != null;
    }

    boolean hasEnd() {
        return period.to() != null;
    }

    Expr start() {
        return instant("from", period.start());
    }

    Expr end() {
        return instant("to", period.end());
    }

    /** The end of what can be known: that of the range, or the present. */
    Expr until() {
        Instant until = period.until(time.now());
        return new Expr.Bind(name("until"), Type.INSTANT, offset(until), isPresent() && until.equals(time.now()));
    }

    Expr now() {
        return new Expr.Bind("now", Type.INSTANT, offset(time.now()), isPresent());
    }

    /** The conditions that the instant lies in the range; an instant that is missing lies in none. */
    List<Expr> within(Expr instant) {
        List<Expr> bounds = new ArrayList<>();
        if (hasStart()) {
            bounds.add(Terms.atLeast(instant, start()));
        }
        if (hasEnd()) {
            bounds.add(Terms.less(instant, end()));
        }
        return bounds.isEmpty() ? List.of(Terms.exists(instant)) : bounds;
    }

    Expr zone() {
        return zone(time.zone());
    }

    Expr day(String name, LocalDate day) {
        return new Expr.Bind(name(name), Type.DATE, day);
    }

    /** The last day of which something can be known. */
    LocalDate lastKnownDay() {
        return period.until(time.now()).minusNanos(1).atZone(time.zone()).toLocalDate();
    }

    /** Whether open things end at the present, and not at an instant that was asked for. */
    private boolean isPresent() {
        return time.asOf().isEmpty();
    }

    static OffsetDateTime offset(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private Expr instant(String name, Instant instant) {
        return new Expr.Bind(name(name), Type.INSTANT, offset(instant));
    }

    /** PostgreSQL reads a bare offset with the sign turned round (POSIX), so offsets are written as it wants them. */
    private static Expr zone(ZoneId zone) {
        return new Expr.Bind("timezone", Type.TEXT, zoneName(zone));
    }

    private static String zoneName(ZoneId zone) {
        if (!(zone.normalized() instanceof ZoneOffset offset)) {
            return zone.getId();
        }
        if (offset.getTotalSeconds() == 0) {
            return "UTC";
        }
        ZoneOffset inverse = ZoneOffset.ofTotalSeconds(-offset.getTotalSeconds());
        return "<" + offset.getId() + ">" + inverse.getId();
    }
}
