package io.plumbline.load.chaos;

/**
 * What a job asks.
 *
 * @param name by which its jobs are labelled
 * @param spec as JSON, with a range of fixed days: it has the same answer whenever it is asked
 */
record Question(String name, String spec) {}
