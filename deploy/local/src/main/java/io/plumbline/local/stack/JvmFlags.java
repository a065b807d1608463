package io.plumbline.local.stack;

import io.plumbline.local.state.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the JVMs of the stack are started: small, since four services share a laptop with everything else. */
final class JvmFlags {
    private static final List<String> COMMON = List.of(
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            // What the compilers and buffers gave back goes back to the system too.
            "-XX:TrimNativeHeapInterval=5000",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private JvmFlags() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static List<String> supervisor() {
        List<String> flags = new ArrayList<>(COMMON);
        flags.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
        return flags;
    }

    static List<String> broker() {
        List<String> flags = new ArrayList<>(COMMON);
        flags.addAll(List.of("-Xmx160m", "-XX:TieredStopAtLevel=1", "-XX:MaxDirectMemorySize=64m"));
        return flags;
    }

    static List<String> service(Service service) {
        List<String> flags = new ArrayList<>(COMMON);
        flags.add("-XX:MaxMetaspaceSize=192m");
        flags.addAll(
                switch (service) {
                    // Imports and the compiling of specs are work for the processor: the second compiler pays.
                    case JOB -> List.of("-Xmx256m");
                    case QUERY -> List.of("-Xmx128m");
                    case TRANSLATOR -> List.of("-Xmx192m", "-XX:TieredStopAtLevel=1");
                    case CATALOG -> List.of("-Xmx128m", "-XX:TieredStopAtLevel=1");
                });
        return flags;
    }
}
