package io.plumbline.jobs.outbox;

import java.util.List;
import java.util.UUID;

/**
 * What became of a batch.
 *
 * @param ids of what the broker has
 * @param away whether something else failed in a way that time mends: the broker or a topic is not there
 */
record Published(List<UUID> ids, boolean away) {
    Published {
        ids = List.copyOf(ids);
    }
}
