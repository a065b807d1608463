package io.plumbline.local.compose;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml, with its anchors and merged maps resolved. */
record ComposeFile(Map<String, Map<String, Object>> services, Set<String> volumes) {

    @SuppressWarnings("unchecked")
    static ComposeFile read() {
        Map<String, Object> document = new Yaml().load(Checkout.text("docker-compose.yml"));
        return new ComposeFile(
                (Map<String, Map<String, Object>>) document.get("services"),
                ((Map<String, Object>) document.get("volumes")).keySet());
    }

    /** Dockerfiles by the service that is built from them. */
    Map<String, String> dockerfiles() {
        return services.entrySet().stream()
                .filter(service -> service.getValue().containsKey("build"))
                .collect(Collectors.toMap(Map.Entry::getKey, service ->
                        (String) map(service.getValue(), "build").get("dockerfile")));
    }

    Map<String, Object> environment(String service) {
        return map(services.get(service), "environment");
    }

    /** The volumes and files that a service mounts, as written: source:target[:ro]. */
    @SuppressWarnings("unchecked")
    List<String> mounts(String service) {
        return (List<String>) services.get(service).getOrDefault("volumes", List.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.getOrDefault(name, Map.of());
    }
}
