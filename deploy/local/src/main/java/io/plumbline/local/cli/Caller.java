package io.plumbline.local.cli;

import io.plumbline.local.client.ApiClient;
import io.plumbline.local.issuer.Identity;
import io.plumbline.local.issuer.LocalIssuer;
import io.plumbline.local.stack.Launcher;
import io.plumbline.local.state.StackException;
import io.plumbline.local.state.StackRecord;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Options that say for whom a command speaks. */
final class Caller {
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(10);

    @Option(
            names = "--tenant",
            defaultValue = Identity.DEMO_TENANT,
            paramLabel = "TENANT",
            description = "Tenant (default: ${DEFAULT-VALUE}).")
    private String tenant;

    @Option(
            names = "--user",
            defaultValue = "ana",
            paramLabel = "USER",
            description = "User (default: ${DEFAULT-VALUE}).")
    private String user;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "viewer, analyst or admin (default: what the command needs).")
    private String role;

    Identity identity(String defaultRole) {
        return new Identity(tenant, user, role == null ? defaultRole : role);
    }

    /** A client of the running stack, with tokens of the given role unless the options say another. */
    ApiClient client(Context context, String defaultRole) {
        StackRecord stack = Launcher.running(context.state()).orElseThrow(NotRunningException::new);
        if (stack.phase() != StackRecord.Phase.READY) {
            throw new StackException(
                    "The stack is " + stack.phase().name().toLowerCase(Locale.ROOT) + ".",
                    "Wait for it: ./plumbline status");
        }
        LocalIssuer issuer = LocalIssuer.of(context.state());
        return new ApiClient(
                URI.create(stack.ports().gatewayUrl()), () -> issuer.token(identity(defaultRole), TOKEN_LIFETIME));
    }
}
