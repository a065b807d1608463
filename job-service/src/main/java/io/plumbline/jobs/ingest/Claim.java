package io.plumbline.jobs.ingest;

import io.plumbline.jobs.deadletter.Source;
import java.util.UUID;

/**
 * A record to be kept in the inbox.
 *
 * @param record a line of the import format
 * @param letter the dead letter whose replay it is; null where it is none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came; never compared
record Claim(String instance, Source source, byte[] record, UUID letter) {}
