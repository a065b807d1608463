package io.plumbline.jobs.secret;

import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.stream.Collectors;

/** Seals all secrets of a tenant under the first key, wherever they are kept. */
@ApplicationScoped
public class KeyRotation {
    private final Instance<SealedSecrets> kept;

    KeyRotation(@Any Instance<SealedSecrets> kept) {
        this.kept = kept;
    }

    /** @return how many were not under it */
    public Uni<Integer> reseal(Caller caller) {
        return Multi.createFrom()
                .iterable(kept)
                .onItem()
                .transformToUniAndConcatenate(secrets -> secrets.reseal(caller))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }
}
