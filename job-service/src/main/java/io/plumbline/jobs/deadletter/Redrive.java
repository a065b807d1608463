package io.plumbline.jobs.deadletter;

import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Set;

/** Takes records in again that were dead letters. A source without one can't be replayed. */
public interface Redrive {
    /** Whose letters it takes. */
    Set<Source> sources();

    /** Whether each letter has a transaction of its own: where taking one in may take a while, or fail alone. */
    default boolean oneByOne() {
        return false;
    }

    /**
     * Takes a record in, in the transaction in which its letter becomes {@code replaying}. It may settle the letter there, or
     * open it again.
     */
    Uni<Void> redrive(SqlConnection connection, Caller caller, StoredLetter letter);

    /** The transaction is committed. */
    void redriven(Caller caller);
}
