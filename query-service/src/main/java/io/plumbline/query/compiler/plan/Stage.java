package io.plumbline.query.compiler.plan;

/**
 * What is done to the combined answer, one after another: compared, shown in another way, filtered, ordered. A stage that
 * the spec does not ask for hands on the same draft.
 */
interface Stage {
    Draft apply(Draft draft);
}
