package io.plumbline.jobs.mapping;

/** One side of a changelog item: the id or ids, and the text for people; either may be null. */
record FieldValue(String id, String text) {
    /** The text, or the id where there is none; null where both are blank. */
    String textOrId() {
        if (text != null && !text.isBlank()) {
            return text.strip();
        }
        return id == null || id.isBlank() ? null : id.strip();
    }

    String idOrText() {
        return id != null && !id.isBlank() ? id.strip() : textOrId();
    }
}
