package io.plumbline.query.compiler.resolve;

/** A condition on what a row of the answer shows, which picks rows after everything is computed. */
public sealed interface AnswerCondition {
    Condition condition();

    /** On the dimension at that place of the spec's. */
    record OfDimension(int index, Condition condition) implements AnswerCondition {}

    /** On a number of the measure at that place. */
    record OfFigure(int index, Figure figure, Condition condition) implements AnswerCondition {}
}
