package io.plumbline.jobs.job;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * Of tests that need the service started with settings of their own: they come after those that share one, because gauges of a
 * service that was started again in the same process are lost.
 */
public final class LastOfAll implements QuarkusTestProfile {}
