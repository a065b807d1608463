package io.plumbline.local.issuer;

import io.plumbline.embedded.TokenClaims;
import io.plumbline.embedded.TokenSigner;
import io.plumbline.local.state.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Signs tokens for the local stack. */
public final class LocalIssuer {
    public static final String ISSUER = "https://plumbline.local";

    private final TokenSigner signer;

    private LocalIssuer(TokenSigner signer) {
        this.signer = signer;
    }

    /** The issuer of a state folder, whose key is made at first use. */
    public static LocalIssuer of(StateFolder state) {
        try {
            if (!Files.exists(state.signingKey())) {
                TokenSigner made = TokenSigner.generate();
                StateFolder.writePrivately(state.signingKey(), made.privateKey());
            }
            TokenSigner signer = TokenSigner.of(Files.readString(state.signingKey()));
            if (!Files.exists(state.jwks())) {
                StateFolder.writePrivately(state.jwks(), signer.jwks());
            }
            return new LocalIssuer(signer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The public keys, as a JWKS document. */
    public String jwks() {
        return signer.jwks();
    }

    public String token(Identity identity, Duration lifetime) {
        return signer.sign(TokenClaims.of(
                ISSUER, identity.tenant(), identity.user(), List.of(identity.role()), Instant.now(), lifetime));
    }
}
