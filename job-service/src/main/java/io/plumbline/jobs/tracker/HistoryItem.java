package io.plumbline.jobs.tracker;

import io.plumbline.jobs.history.ChangePoint;

/**
 * One item of a changelog as the tracker writes it.
 *
 * @param fieldId null where the tracker gives the field's name alone
 * @param from id or list of ids; null where empty or where the field has no ids
 * @param fromText the same for people
 */
public record HistoryItem(
        ChangePoint point, String field, String fieldId, String from, String fromText, String to, String toText) {

    /** Whether it changes a field, by id or, where the tracker gives no id, by its name. */
    public boolean isOf(String id, String name) {
        return fieldId == null ? name.equalsIgnoreCase(field) : id.equals(fieldId);
    }
}
