package io.plumbline.query.compiler.plan;

/** The steps that say what a sprint's values are measured against. */
sealed interface BaselineSteps permits InstanceBaseline, BoardBaseline {
    String POPULATION = "population";

    /** The step with the population's size and the center and spread of each part. */
    String plan();

    static String center(int part) {
        return "center_" + (part + 1);
    }

    static String spread(int part) {
        return "spread_" + (part + 1);
    }
}
