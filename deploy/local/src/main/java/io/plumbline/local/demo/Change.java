package io.plumbline.local.demo;

import java.time.Instant;
import java.util.List;

/** One save of an issue: what somebody changed at one instant. */
record Change(Instant at, Person author, List<Item> items) {
    Change {
        items = List.copyOf(items);
    }

    /** One changed field, in the shape of a changelog item; ids and texts may be null. */
    record Item(String field, String fieldId, String from, String fromText, String to, String toText) {}
}
