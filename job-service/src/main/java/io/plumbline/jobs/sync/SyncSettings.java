package io.plumbline.jobs.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of syncs. */
@ConfigMapping(prefix = "plumbline.sync")
public interface SyncSettings {
    /** How many connections one instance syncs at once. */
    @WithDefault("2")
    int parallel();

    /** How long a connection stays taken by an instance that is no longer heard of. */
    @WithDefault("30S")
    Duration lease();

    /** How often it is looked for connections that are due. */
    @WithDefault("5S")
    Duration lookEvery();

    /** How far before its checkpoint a run begins: Jira's searches lag behind its changes. */
    @WithDefault("5M")
    Duration overlap();

    /** How many issues are merged at once. */
    @WithDefault("1000")
    int batch();

    /** The longest that fetched issues wait for their merge. */
    @WithDefault("30S")
    Duration batchAge();

    /** A full run that would delete more than this share of the known issues deletes none and asks for a person. */
    @WithDefault("0.5")
    double maxDeletedShare();

    /** How often a run is begun without getting anywhere before it fails. */
    @WithDefault("5")
    int attempts();

    /** The pause before a run that met a passing fault is begun again; it doubles. */
    @WithDefault("30S")
    Duration retryAfter();
}
