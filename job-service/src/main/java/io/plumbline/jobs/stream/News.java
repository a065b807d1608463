package io.plumbline.jobs.stream;

import java.util.List;

/**
 * What there is behind a position, and how the job stands.
 *
 * @param over whether the job has ended
 * @param lastSeq the last event of its log
 * @param present how it stands, as JSON
 * @param events the next ones in their order, not always all
 */
record News(boolean over, long lastSeq, String present, List<LogEvent> events) {
    News {
        events = List.copyOf(events);
    }
}
