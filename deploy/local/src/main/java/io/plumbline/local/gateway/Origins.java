package io.plumbline.local.gateway;

import io.plumbline.local.state.PortPlan;
import io.plumbline.local.state.Service;
import io.plumbline.local.state.StackException;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/** Where the gateway reaches the services. */
public record Origins(Map<Service, SocketAddress> addresses) {
    private static final int HTTP_PORT = 80;

    public Origins {
        addresses = Map.copyOf(addresses);
    }

    /** Those of a stack on this machine. */
    public static Origins local(PortPlan ports) {
        return fromEnvironment(Map.of(), ports);
    }

    /**
     * Those that the environment names ({@link Service#urlVariable}); a service that it does not name is on this
     * machine.
     *
     * @throws StackException when a value is not an address
     */
    public static Origins fromEnvironment(Map<String, String> environment, PortPlan ports) {
        Map<Service, SocketAddress> addresses = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            String url = environment.getOrDefault(service.urlVariable(), service.url(ports));
            addresses.put(service, address(service.urlVariable(), url));
        }
        return new Origins(addresses);
    }

    SocketAddress of(Service service) {
        return addresses.get(service);
    }

    private static SocketAddress address(String variable, String text) {
        try {
            URI url = URI.create(text.strip());
            boolean address = "http".equals(url.getScheme()) && url.getHost() != null;
            if (address && (url.getPath().isEmpty() || url.getPath().equals("/"))) {
                return SocketAddress.inetSocketAddress(url.getPort() < 0 ? HTTP_PORT : url.getPort(), url.getHost());
            }
        } catch (IllegalArgumentException e) {
            throw wrong(variable, text, e);
        }
        throw wrong(variable, text, null);
    }

    private static StackException wrong(String variable, String text, Exception cause) {
        return new StackException(
                variable + " is '" + text + "', but must be an address without a path, such as http://localhost:8082.",
                "Correct or unset it.",
                cause);
    }
}
