package io.plumbline.local.cli;

import io.plumbline.local.client.ApiClient;
import io.plumbline.local.issuer.Identity;
import io.plumbline.local.issuer.LocalIssuer;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Options that say for whom a command speaks. */
final class Caller {
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(10);

    @Option(
            names = "--tenant",
            defaultValue = Identity.DEMO_TENANT,
            paramLabel = "TENANT",
            converter = TenantConverter.class,
            description = "Whose data: the tenant's short name (default: ${DEFAULT-VALUE}).")
    private String tenant;

    @Option(
            names = "--user",
            defaultValue = "ana",
            paramLabel = "USER",
            description = "In whose name (default: ${DEFAULT-VALUE}).")
    private String user;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            converter = RoleConverter.class,
            description = "viewer, analyst or admin (default: what the command needs).")
    private String role;

    Identity identity(String defaultRole) {
        return new Identity(tenant, user, role == null ? defaultRole : role);
    }

    /** A client of the gateway that commands talk to, with tokens of the given role unless the options say another. */
    ApiClient client(Context context, String defaultRole) {
        Target target = Target.of(context);
        LocalIssuer issuer = LocalIssuer.of(context.state());
        return new ApiClient(target.url(), () -> issuer.token(identity(defaultRole), TOKEN_LIFETIME));
    }
}
