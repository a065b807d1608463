package io.plumbline.jobs.jira;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An account of Jira with its API token. It never shows the token. */
public record Credentials(String email, String token) {
    String header() {
        return "Basic " + Base64.getEncoder().encodeToString((email + ":" + token).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Credentials";
    }
}
