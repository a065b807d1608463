package io.plumbline.jobs.secret;

import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;

/** A table of sealed secrets. Whatever keeps secrets has one, so that none is left under a key that is to be dropped. */
public interface SealedSecrets {
    /** Seals anew all of the caller's tenant that the first key did not seal; gives how many those were. */
    Uni<Integer> reseal(Caller caller);
}
