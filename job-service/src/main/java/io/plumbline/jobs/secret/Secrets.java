package io.plumbline.jobs.secret;

import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jboss.logging.Logger;

/**
 * Seals and opens secrets of tenants. What is sealed for one tenant and purpose opens for these only, so a row that was
 * copied to another tenant or column is worth nothing. Without keys the service runs; only what needs them answers 503.
 */
@ApplicationScoped
public class Secrets {
    private static final Logger LOG = Logger.getLogger(Secrets.class);
    private static final String MAKE =
            "set PLUMBLINE_SECRET_KEYS to 1:<key>, with a key of `openssl rand -hex 32`, and keep"
                    + " it as long as the database";
    private static final String LOST =
            "A stored secret can't be opened: PLUMBLINE_SECRET_KEYS does not hold the key that"
                    + " sealed it. Put that key back behind the first one, or set the secret anew.";

    private final Keyring keyring;
    private final String fault;

    Secrets(SecretSettings settings) {
        Keyring read = null;
        String reason = "PLUMBLINE_SECRET_KEYS is not set";
        try {
            read = settings.keys()
                    .filter(text -> !text.isBlank())
                    .map(Keyring::of)
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            reason = "PLUMBLINE_SECRET_KEYS can't be used: " + e.getMessage();
        }
        this.keyring = read;
        this.fault = reason;
    }

    void start(@Observes StartupEvent event) {
        if (keyring == null) {
            LOG.warnf("%s: connections and webhooks answer 503 until an operator sets it", fault);
        }
    }

    /**
     * Seals a secret under the first key.
     *
     * @param purpose what it is for, with the id of its owner, for example {@code connection-token:<id>}
     * @throws ProblemException (503, secret_keys_missing) where no key is set
     */
    public byte[] seal(Tenant tenant, String purpose, String secret) {
        return keys().seal(secret.getBytes(StandardCharsets.UTF_8), context(tenant, purpose));
    }

    /**
     * Opens what {@link #seal} gave for the same tenant and purpose.
     *
     * @throws ProblemException (503) secret_keys_missing, or secret_unreadable where its key is gone
     */
    public String open(Tenant tenant, String purpose, byte[] sealed) {
        try {
            return new String(keys().open(sealed, context(tenant, purpose)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new ProblemException(SecretProblem.SECRET_UNREADABLE, LOST);
        }
    }

    /** Whether the first key sealed it; what is not should be sealed anew when it is used. */
    public boolean isCurrent(byte[] sealed) {
        return keys().isCurrent(sealed);
    }

    /** The same secret under the first key. */
    public byte[] reseal(Tenant tenant, String purpose, byte[] sealed) {
        return isCurrent(sealed) ? sealed : seal(tenant, purpose, open(tenant, purpose, sealed));
    }

    /** What may be shown of a secret: its last 4 characters where it has 12 or more, else nothing. */
    public static String hint(String secret) {
        return secret.length() < 12 ? "…" : "…" + secret.substring(secret.length() - 4);
    }

    private Keyring keys() {
        if (keyring == null) {
            throw new ProblemException(SecretProblem.SECRET_KEYS_MISSING, fault + ". An operator has to " + MAKE + ".");
        }
        return keyring;
    }

    /** The lengths keep two contexts apart, whatever characters they hold. */
    private static byte[] context(Tenant tenant, String purpose) {
        return "plumbline/1/%d:%s/%d:%s"
                .formatted(tenant.slug().length(), tenant.slug(), purpose.length(), purpose)
                .getBytes(StandardCharsets.UTF_8);
    }
}
