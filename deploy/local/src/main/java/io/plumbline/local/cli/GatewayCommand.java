package io.plumbline.local.cli;

import io.plumbline.local.gateway.Door;
import io.plumbline.local.gateway.Gateway;
import io.plumbline.local.gateway.Origins;
import io.plumbline.local.gateway.Traces;
import io.plumbline.local.issuer.LocalIssuer;
import io.plumbline.local.state.PortPlan;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** The gateway alone, for containers; 'up' has one of its own inside the supervisor. */
@Command(
        name = "gateway",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = {
            "Runs the gateway in the foreground, with the public keys of the local token issuer at",
            "/.well-known/jwks.json, until SIGTERM. The image of the gateway runs it; 'up' has a gateway of its own."
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  PLUMBLINE_GATEWAY_HOST     address to listen on (default: 127.0.0.1)",
            "  PLUMBLINE_PORT_OFFSET      added to the port 8080 (default: 0)",
            "  PLUMBLINE_TRANSLATOR_URL, PLUMBLINE_QUERY_URL, PLUMBLINE_JOBS_URL, PLUMBLINE_CATALOG_URL",
            "                             where the services are (default: http://127.0.0.1:8081 to :8084)",
            "  PLUMBLINE_TLS_CERT, PLUMBLINE_TLS_KEY",
            "                             PEM files: with them it also listens on port 8443, by TLS 1.3",
            "  PLUMBLINE_CORS_ORIGINS     web pages that may call it, exact origins by comma (default: none)",
            "  PLUMBLINE_MAX_CONNECTIONS  connections at once (default: 2000)",
            "  PLUMBLINE_TRACES           folder to keep its part of the traces in (default: none)",
            "  PLUMBLINE_STATE            folder of the signing key, which is made at first use",
            "",
            "GET /q/health answers 200 while the gateway takes requests."
        })
final class GatewayCommand implements Callable<Integer> {
    private static final String TRACES_VARIABLE = "PLUMBLINE_TRACES";
    private static final String HOST_VARIABLE = "PLUMBLINE_GATEWAY_HOST";

    private final Context context;

    GatewayCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        ConsoleLog.configure();
        Map<String, String> environment = context.environment();
        PortPlan ports = context.ports();
        String host = environment.getOrDefault(HOST_VARIABLE, Gateway.LOOPBACK);
        Origins origins = Origins.fromEnvironment(environment, ports);
        Door door = Door.fromEnvironment(environment);
        String folder = environment.getOrDefault(TRACES_VARIABLE, "");
        Traces traces = folder.isBlank() ? Traces.none() : Traces.in(Path.of(folder));
        Gateway gateway = Gateway.start(host, ports, origins, LocalIssuer.of(context.state())::jwks, door, traces);
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "stop"));
        System.Logger log = System.getLogger(GatewayCommand.class.getName());
        log.log(System.Logger.Level.INFO, "The gateway listens on {0}:{1,number,#}", host, ports.gateway());
        // Until a signal comes.
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }
}
