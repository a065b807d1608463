package io.plumbline.query.jobs;

import io.plumbline.query.run.Answer;
import java.util.List;

/**
 * A spec that a job can run.
 *
 * @param specHash SHA-256 of the canonical spec: equal for specs of equal meaning
 * @param shapeHash the same without values, dates and the limit: runs of one shape take a like time
 * @param columns of each row, in order
 */
record CheckedSpec(String specHash, String shapeHash, List<Answer.Column> columns) {}
