package io.plumbline.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The endpoints that the four services describe themselves to have. */
final class Endpoints {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");
    private static final int FIRST_MANAGEMENT_PORT = 9081;
    private static final int SERVICES = 4;

    private Endpoints() {}

    /**
     * One of them.
     *
     * @param path with its parameters in braces
     * @param bodyType the media type of its body; null where it takes none
     */
    record Endpoint(String method, String path, String bodyType) {
        String name() {
            return method + " " + path;
        }

        /** The path with something in the place of its parameters. */
        String address() {
            return path.replace("{id}", "00000000-0000-7000-8000-000000000000").replaceAll("\\{\\w+}", "nothing");
        }
    }

    /** By method and path. */
    static Map<String, Endpoint> of(Product product) {
        Map<String, Endpoint> endpoints = new TreeMap<>();
        IntStream.range(FIRST_MANAGEMENT_PORT, FIRST_MANAGEMENT_PORT + SERVICES)
                .mapToObj(port -> product.managed(port, "/q/openapi?format=json"))
                .forEach(document -> document.path("paths")
                        .properties()
                        .forEach(path -> path.getValue().properties().stream()
                                .filter(method -> METHODS.contains(method.getKey()))
                                .map(method -> endpoint(path.getKey(), method.getKey(), method.getValue()))
                                .forEach(endpoint -> endpoints.put(endpoint.name(), endpoint))));
        return endpoints;
    }

    private static Endpoint endpoint(String path, String method, JsonNode described) {
        var types = described.at("/requestBody/content").fieldNames();
        return new Endpoint(method.toUpperCase(Locale.ROOT), path, types.hasNext() ? types.next() : null);
    }
}
