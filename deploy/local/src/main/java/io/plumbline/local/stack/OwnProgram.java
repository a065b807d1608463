package io.plumbline.local.stack;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where this program itself comes from. */
public final class OwnProgram {
    private static final String MAIN = "io.plumbline.local.Plumbline";

    private OwnProgram() {}

    /** The jar, or the folder of classes. */
    public static Path location() {
        try {
            return Path.of(OwnProgram.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What java needs to run this program again, from where it is. */
    static List<String> javaArguments() {
        Path location = location();
        return Files.isDirectory(location)
                ? List.of("-cp", System.getProperty("java.class.path"), MAIN)
                : List.of("-jar", location.toString());
    }

    /** What java needs to run this program again; a packaged one is copied, so that a build may replace it meanwhile. */
    static List<String> javaArguments(Applications applications) {
        Path location = location();
        if (Files.isDirectory(location)) {
            return javaArguments();
        }
        applications.copy(location.resolveSibling("lib"), "local/lib");
        return List.of(
                "-jar", applications.copy(location, "local/plumbline.jar").toString());
    }
}
