package io.plumbline.query.paging;

import io.plumbline.query.freshness.Freshness;
import io.plumbline.query.intake.AcceptedSpec;
import io.plumbline.query.intake.SpecIntake;
import io.plumbline.spec.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Takes specs at the page that a cursor names. */
@ApplicationScoped
public class Pages {
    /** How long a cursor holds where nothing changes. */
    private static final Duration LIFE = Duration.ofDays(1);
    /** Clocks of two instances differ by less. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final SpecIntake intake;
    private final Clock clock = Clock.systemUTC();

    Pages(SpecIntake intake) {
        this.intake = intake;
    }

    /**
     * The compiled spec, whose rows begin at the cursor's.
     *
     * @param cursor none for the first page
     * @return fails with a {@link io.plumbline.spec.problem.ProblemException} as {@link SpecIntake#accept} does, and
     *     where the cursor is another spec's or no longer holds
     */
    public Uni<AcceptedSpec> accept(byte[] body, Optional<Cursor> cursor, Tenant tenant) {
        return cursor.map(at -> accept(body, at, tenant)).orElseGet(() -> intake.accept(body, tenant));
    }

    /** @throws io.plumbline.spec.problem.ProblemException where the data is not the cursor's any more */
    public static void requireSame(Optional<Cursor> cursor, Freshness state) {
        if (cursor.isPresent() && cursor.get().dataVersion() != state.dataVersion()) {
            throw CursorFaults.stale("The data has changed since the first page.");
        }
    }

    private Uni<AcceptedSpec> accept(byte[] body, Cursor cursor, Tenant tenant) {
        Instant now = clock.instant();
        if (cursor.evaluatedAt().isBefore(now.minus(LIFE))
                || cursor.evaluatedAt().isAfter(now.plus(SKEW))) {
            return Uni.createFrom().failure(CursorFaults.stale("The first page is more than a day old."));
        }
        return intake.accept(body, cursor.evaluatedAt(), tenant).map(accepted -> at(cursor, accepted));
    }

    private static AcceptedSpec at(Cursor cursor, AcceptedSpec accepted) {
        if (!cursor.tenant().equals(accepted.tenant().slug())
                || !cursor.specHash().equals(accepted.hash())
                || cursor.offset() <= 0) {
            throw CursorFaults.ofAnotherAnswer();
        }
        if (!cursor.catalogVersion().equals(accepted.catalog().version())) {
            throw CursorFaults.stale("The metric definitions have changed since the first page.");
        }
        return accepted.from(cursor.offset());
    }
}
