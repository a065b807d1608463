package io.plumbline.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that holds a child on a leash until it is killed. */
public final class LeashHolder {
    private LeashHolder() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Leash leash = Leash.start("TERM", List.of("sleep", "600"), Map.of(), folder, folder.resolve("sleep.log"));
        Files.writeString(
                folder.resolve("child.pid"), Long.toString(leash.handle().pid()));
        Thread.sleep(600_000);
    }
}
