package io.plumbline.load;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a figure must be read with: when, on how many processors and beside how much other work it was measured. */
public final class Machine {
    private Machine() {}

    public static String describe() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return "%s, %d processors, load average %.1f, Java %s"
                .formatted(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        system.getAvailableProcessors(),
                        system.getSystemLoadAverage(),
                        Runtime.version());
    }
}
