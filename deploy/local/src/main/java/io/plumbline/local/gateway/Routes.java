package io.plumbline.local.gateway;

import io.plumbline.local.state.Service;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which service answers which path. */
final class Routes {
    static final String PREFIX = "/analytics/";
    private static final String IMPORTS = "imports";
    private static final String WEBHOOKS = "webhooks";

    private static final Map<Service, Set<String>> RESOURCES = Map.of(
            Service.TRANSLATOR, Set.of("translate", "ask", "sessions"),
            Service.QUERY,
                    Set.of(
                            "run",
                            "explain",
                            "drill",
                            "charts",
                            "semantic-search",
                            "schema",
                            "values",
                            "receipts",
                            "audit"),
            Service.JOB,
                    Set.of(
                            "jobs",
                            IMPORTS,
                            "instances",
                            "connections",
                            WEBHOOKS,
                            "exports",
                            "correlations",
                            "dead-letters"),
            Service.CATALOG, Set.of("metrics", "dimensions", "overlay"));

    /** Segments that a service might resolve to another path than the one that was routed, and hidden separators. */
    private static final Pattern DEVIOUS =
            Pattern.compile("//|/\\.{1,2}(/|$)|%2e|%2f|%5c|%00|\\\\|;", Pattern.CASE_INSENSITIVE);

    /** A stream of events, which lasts as long as what it tells of. */
    private static final Pattern STREAM = Pattern.compile(PREFIX + "jobs/[^/]+/stream");

    private Routes() {}

    static boolean isDevious(String path) {
        return DEVIOUS.matcher(path).find();
    }

    /** The service for a path, by the first segment below {@code /analytics}. */
    static Optional<Service> find(String path) {
        return resource(path)
                .flatMap(name -> RESOURCES.entrySet().stream()
                        .filter(entry -> entry.getValue().contains(name))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    /** Imports are streamed and as large as they are; everything else is small. */
    static boolean isUpload(String path) {
        return resource(path).filter(IMPORTS::equals).isPresent();
    }

    static boolean isStream(String path) {
        return STREAM.matcher(path).matches();
    }

    /** What a tracker sends of one issue is sometimes long. */
    static boolean isWebhook(String path) {
        return resource(path).filter(WEBHOOKS::equals).isPresent();
    }

    /** A catalog as a file of another tool. */
    static boolean isCatalogFile(String path) {
        return path.equals(PREFIX + "metrics/import");
    }

    private static Optional<String> resource(String path) {
        if (!path.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String rest = path.substring(PREFIX.length());
        int end = rest.indexOf('/');
        return Optional.of(end < 0 ? rest : rest.substring(0, end));
    }
}
