package io.plumbline.jobs.stream;

import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;

/**
 * What is sent to a client.
 *
 * @param id the event's number in the log; null for what is not in the log
 * @param name null for a comment
 * @param data JSON; null for a comment
 */
record StreamEvent(Long id, String name, String data) {
    private static final StreamEvent HEARTBEAT = new StreamEvent(null, null, null);
    private static final long RETRY_MILLIS = 1_000;

    static StreamEvent of(LogEvent event) {
        return new StreamEvent(event.seq(), event.kind(), event.data());
    }

    /** How the job stands, while its log tells nothing new. */
    static StreamEvent progress(String present) {
        return new StreamEvent(null, "progress", present);
    }

    /** The connection lives, and nothing is known. */
    static StreamEvent heartbeat() {
        return HEARTBEAT;
    }

    /** The job is over, and everything was told. */
    static StreamEvent end(String present) {
        return new StreamEvent(null, "end", present);
    }

    /** The client is to come back, to whichever instance. */
    static StreamEvent reconnect() {
        return new StreamEvent(null, "reconnect", "{\"retry_ms\":" + RETRY_MILLIS + "}");
    }

    /** The client is to come back with a new token. */
    static StreamEvent reauth() {
        return new StreamEvent(null, "reauth", "{\"reason\":\"token_expired\"}");
    }

    OutboundSseEventImpl written() {
        var event = new OutboundSseEventImpl.BuilderImpl();
        if (name == null) {
            return event.comment("hb").build();
        }
        if (id != null) {
            event.id(Long.toString(id));
        }
        if (name.equals("reconnect")) {
            event.reconnectDelay(RETRY_MILLIS);
        }
        return event.name(name).data(data).build();
    }
}
