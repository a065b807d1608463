package io.plumbline.local.state;

import io.plumbline.embedded.Ports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ports of a stack, all on 127.0.0.1.
 *
 * @param offset added to every port, so that several stacks can run at once
 */
public record PortPlan(int offset) {
    public static final String OFFSET_VARIABLE = "PLUMBLINE_PORT_OFFSET";
    private static final int GREATEST_OFFSET = 40_000;

    /**
     * The ports that the environment asks for.
     *
     * @throws StackException when the offset is not a number from 0 to 40000
     */
    public static PortPlan fromEnvironment(Map<String, String> environment) {
        String text = environment.getOrDefault(OFFSET_VARIABLE, "0").strip();
        try {
            int offset = Integer.parseInt(text);
            if (offset >= 0 && offset <= GREATEST_OFFSET) {
                return new PortPlan(offset);
            }
        } catch (NumberFormatException e) {
            throw wrong(text, e);
        }
        throw wrong(text, null);
    }

    public int gateway() {
        return 8080 + offset;
    }

    /** That of the gateway with TLS, where it has a certificate. */
    public int secureGateway() {
        return 8443 + offset;
    }

    public int postgres() {
        return 15432 + offset;
    }

    public int redis() {
        return 16379 + offset;
    }

    public int kafka() {
        return 19092 + offset;
    }

    public int kafkaController() {
        return 19093 + offset;
    }

    public String gatewayUrl() {
        return "http://127.0.0.1:" + gateway();
    }

    /** Refuses to go on while another program holds a port, naming all of those. */
    public void requireFree() {
        List<String> taken = byOwner().entrySet().stream()
                .filter(port -> !Ports.isFree(port.getValue()))
                .map(port -> port.getValue() + " (" + port.getKey() + ")")
                .toList();
        if (!taken.isEmpty()) {
            throw new StackException(
                    (taken.size() == 1 ? "This port is" : "These ports are") + " taken by another program: "
                            + String.join(", ", taken) + ".",
                    "Stop that program, or move all ports of the stack: " + OFFSET_VARIABLE + "="
                            + (offset == 0 ? 100 : offset + 100) + " ./plumbline up");
        }
    }

    private Map<String, Integer> byOwner() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("gateway", gateway());
        ports.put("PostgreSQL", postgres());
        ports.put("Redis", redis());
        ports.put("Kafka", kafka());
        ports.put("Kafka's controller", kafkaController());
        for (Service service : Service.values()) {
            ports.put(service.title(), service.port(this));
            ports.put(service.title() + "'s health", service.managementPort(this));
        }
        return ports;
    }

    private static StackException wrong(String text, NumberFormatException cause) {
        return new StackException(
                OFFSET_VARIABLE + " is '" + text + "', but must be a whole number from 0 to " + GREATEST_OFFSET + ".",
                "Unset it or choose another value.",
                cause);
    }
}
