package io.plumbline.jobs.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of streams. */
@ConfigMapping(prefix = "plumbline.streams")
public interface StreamSettings {
    /** How often the table is looked at for jobs with listeners; news over Kafka make it sooner. */
    @WithDefault("1S")
    Duration every();

    /** After so long without an event a stream repeats the present progress. Less than 2 s by some room. */
    @WithDefault("1.2S")
    Duration silence();

    /** A client that takes nothing for so long is gone: its connection is closed. */
    @WithDefault("30S")
    Duration stall();

    /** The most streams of one instance. */
    @WithDefault("1000")
    int most();

    /** The most streams of one tenant on one instance. */
    @WithDefault("200")
    int mostOfTenant();

    /** How long a ticket opens its stream. */
    @WithDefault("60S")
    Duration ticketLife();

    /** The services' common secret, by which tickets are signed. Without it there are no tickets. */
    Optional<String> key();
}
