package io.plumbline.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Tokens of the running stack, from its own command line. */
public final class Tokens {
    private Tokens() {}

    /** A viewer's token of that tenant. */
    public static String of(String tenant) throws IOException, InterruptedException {
        return of(tenant, "viewer", Duration.ofHours(1));
    }

    /** A token of that tenant and role. */
    public static String of(String tenant, String role, Duration valid) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("plumbline.root", "."));
        Process process = new ProcessBuilder(
                        root.resolve("plumbline").toString(),
                        "token",
                        "--tenant",
                        tenant,
                        "--role",
                        role,
                        "--minutes",
                        Long.toString(valid.toMinutes()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String token = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0 || token.isEmpty()) {
            throw new IOException("./plumbline token --tenant " + tenant + " gave none");
        }
        return token;
    }
}
