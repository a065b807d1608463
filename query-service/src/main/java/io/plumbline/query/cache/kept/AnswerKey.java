package io.plumbline.query.cache.kept;

/** Where an answer is kept: all that it depends on, but the present. */
public record AnswerKey(Question question, long dataVersion) {
    /** Different for different keys. */
    public String text() {
        return "answer:" + dataVersion + ":" + question.text();
    }

    /** Who holds it makes the answer. */
    public String lease() {
        return "lease:" + dataVersion + ":" + question.text();
    }
}
