package io.plumbline.jobs.mapping;

import io.plumbline.jobs.tracker.HistoryItem;
import java.util.List;
import java.util.function.Function;

/**
 * What an issue holds in one field.
 *
 * @param present today's value
 * @param items the changelog items of the field
 * @param value how a side of an item is read
 */
record FieldReading<V>(V present, List<HistoryItem> items, Function<FieldValue, V> value) {}
