package io.plumbline.local.stack;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person asks of {@code up}.
 *
 * @param data folder of the servers' data
 * @param demo whether the demo tenants are wanted
 * @param demoUntil first day that has not happened yet in the demo data; empty: what is loaded stays, or today
 * @param restart whether a part that ends by itself is started again; else that ends the stack
 * @param jobServices how many processes share the jobs
 */
public record StackOptions(Path data, boolean demo, Optional<LocalDate> demoUntil, boolean restart, int jobServices) {

    /** The command line options that say the same to the supervisor. */
    public List<String> arguments() {
        List<String> arguments =
                new ArrayList<>(List.of("--data", data.toString(), "--job-services", Integer.toString(jobServices)));
        if (!demo) {
            arguments.add("--no-demo");
        }
        if (restart) {
            arguments.add("--restart");
        }
        demoUntil.ifPresent(day -> arguments.addAll(List.of("--demo-until", day.toString())));
        return arguments;
    }
}
