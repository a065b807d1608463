package io.plumbline.load.users;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the users do; handed to Gatling's process as system properties.
 *
 * @param url where requests go
 * @param users at once, each of one tenant, with the next request when the answer is there
 * @param cached how many of a hundred requests may be answered from the cache
 */
record Plan(URI url, int users, Duration time, int cached, int tenants) {
    private static final String PREFIX = "plumbline.users.";

    static Plan read() {
        return new Plan(
                URI.create(System.getProperty(PREFIX + "url")),
                Integer.getInteger(PREFIX + "users"),
                Duration.ofSeconds(Long.getLong(PREFIX + "seconds")),
                Integer.getInteger(PREFIX + "cached"),
                Integer.getInteger(PREFIX + "tenants"));
    }

    List<String> properties() {
        return Stream.of(
                        "url=" + url,
                        "users=" + users,
                        "seconds=" + time.toSeconds(),
                        "cached=" + cached,
                        "tenants=" + tenants)
                .map(setting -> "-D" + PREFIX + setting)
                .toList();
    }
}
