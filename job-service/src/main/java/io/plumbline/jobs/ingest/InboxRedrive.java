package io.plumbline.jobs.ingest;

import io.plumbline.jobs.deadletter.Redrive;
import io.plumbline.jobs.deadletter.Source;
import io.plumbline.jobs.deadletter.StoredLetter;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Puts dead letters of tracker records back into the inbox. */
@ApplicationScoped
public class InboxRedrive implements Redrive {
    private final Inbox inbox;
    private final Drainer drainer;

    InboxRedrive(Inbox inbox, Drainer drainer) {
        this.inbox = inbox;
        this.drainer = drainer;
    }

    @Override
    public Set<Source> sources() {
        return EnumSet.of(Source.TOPIC, Source.WEBHOOK, Source.SYNC);
    }

    @Override
    public Uni<Void> redrive(SqlConnection connection, Caller caller, StoredLetter letter) {
        String instance = letter.instance() == null ? Changes.DEFAULT_INSTANCE : letter.instance();
        return inbox.claim(
                connection,
                caller.tenant(),
                List.of(new Claim(UUID.randomUUID(), instance, letter.source(), letter.record(), letter.id())));
    }

    @Override
    public void redriven(Caller caller) {
        drainer.poke(caller.tenant());
    }
}
