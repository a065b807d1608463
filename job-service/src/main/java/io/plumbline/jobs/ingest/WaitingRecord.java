package io.plumbline.jobs.ingest;

import io.plumbline.jobs.deadletter.Source;
import java.time.Instant;
import java.util.UUID;

/**
 * A record of the inbox.
 *
 * @param letter the dead letter whose replay it is; null where it is none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came; never compared
record WaitingRecord(UUID id, Source source, byte[] record, UUID letter, Instant receivedAt) {}
