package io.plumbline.jobs.deadletter;

import java.util.Map;
import java.util.UUID;

/**
 * A kept letter that is to be taken in again.
 *
 * @param instance null where it belongs to none
 * @param redrives how often it was sent again, this time included
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came; never compared
public record StoredLetter(
        UUID id, Source source, String instance, byte[] record, Map<String, String> headers, int redrives) {}
