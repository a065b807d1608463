package io.plumbline.jobs.ingest;

import io.plumbline.jobs.deadletter.Source;
import java.util.UUID;

/**
 * A record to be kept in the inbox.
 *
 * @param id the same for the same record, so that one which is read again is claimed once
 * @param record a line of the import format
 * @param letter the dead letter whose replay it is; null where it is none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came; never compared
record Claim(UUID id, String instance, Source source, byte[] record, UUID letter) {}
