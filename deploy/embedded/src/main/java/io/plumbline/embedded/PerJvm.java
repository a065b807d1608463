package io.plumbline.embedded;

import java.util.Properties;
import java.util.function.Supplier;

/**
 * Texts made once per JVM. They are kept in system properties, because a Quarkus test loads this module in more than
 * one class loader, and the servers must be shared between them.
 */
final class PerJvm {
    private static final String PREFIX = "io.plumbline.embedded.";

    private PerJvm() {}

    static String text(String name, Supplier<String> maker) {
        Properties shared = System.getProperties();
        synchronized (shared) {
            String present = shared.getProperty(PREFIX + name);
            if (present != null) {
                return present;
            }
            String made = maker.get();
            shared.setProperty(PREFIX + name, made);
            return made;
        }
    }
}
