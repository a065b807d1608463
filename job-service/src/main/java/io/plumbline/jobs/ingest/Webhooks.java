package io.plumbline.jobs.ingest;

import io.plumbline.jobs.deadletter.DeadLetter;
import io.plumbline.jobs.deadletter.DeadLetters;
import io.plumbline.jobs.deadletter.Source;
import io.plumbline.jobs.imports.InstanceSlug;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Takes signed webhooks in. The signature proves the tenant; before that its name only tells whose secret to look for. */
@ApplicationScoped
public class Webhooks {
    private static final String NOBODYS = "no instance has this secret";

    private final WebhookSecrets secrets;
    private final Inbox inbox;
    private final DeadLetters letters;
    private final Drainer drainer;
    private final IngestMeter meter;
    private final IngestSettings settings;

    Webhooks(
            WebhookSecrets secrets,
            Inbox inbox,
            DeadLetters letters,
            Drainer drainer,
            IngestMeter meter,
            IngestSettings settings) {
        this.secrets = secrets;
        this.inbox = inbox;
        this.letters = letters;
        this.drainer = drainer;
        this.meter = meter;
        this.settings = settings;
    }

    /**
     * Claims a delivery.
     *
     * @return what became of it; fails with a problem where it is refused
     */
    Uni<WebhookView.Receipt> take(String tenantSlug, String instance, String signature, byte[] body) {
        Optional<Tenant> tenant = Tenant.find(tenantSlug).filter(_ -> isSlug(instance));
        Uni<Optional<String>> secret = tenant.map(known -> secrets.find(known, instance))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
        return secret.chain(found -> {
            // The same work whether there is a secret or not.
            boolean right = Signature.isRight(signature, body, found.orElse(NOBODYS));
            if (found.isEmpty() || !right) {
                meter.count(Source.WEBHOOK, "refused", 1);
                throw new ProblemException(
                        WebhookProblem.INVALID_SIGNATURE,
                        "X-Hub-Signature must hold sha256= and the HMAC-SHA256 of the body in hex, under the secret that"
                                + " PUT /analytics/instances/{id}/webhook gave for this address.");
            }
            return takeSigned(tenant.orElseThrow(), instance, body);
        });
    }

    private Uni<WebhookView.Receipt> takeSigned(Tenant tenant, String instance, byte[] body) {
        Optional<WebhookBody> read = WebhookBody.of(body);
        if (read.isEmpty()) {
            return refuse(
                    tenant,
                    instance,
                    body,
                    WebhookProblem.INVALID_WEBHOOK,
                    "The body is no JSON object; expected what Jira sends.");
        }
        if (!read.get().isRecent(Instant.now(), settings.replayWindow())) {
            return refuse(
                    tenant,
                    instance,
                    body,
                    WebhookProblem.STALE_WEBHOOK,
                    "The body's timestamp (milliseconds since 1970) is missing or more than %d seconds away from now."
                            .formatted(settings.replayWindow().toSeconds()));
        }
        if (read.get().isIrrelevant()) {
            meter.count(Source.WEBHOOK, "ignored", 1);
            return Uni.createFrom().item(new WebhookView.Receipt("ignored"));
        }
        return inbox.deliver(
                        tenant,
                        instance,
                        Signature.hash(body),
                        read.get().line(),
                        settings.replayWindow().multipliedBy(3))
                .map(isNew -> {
                    meter.count(Source.WEBHOOK, isNew ? "claimed" : "duplicate", 1);
                    drainer.poke(tenant);
                    return new WebhookView.Receipt(isNew ? "accepted" : "duplicate");
                });
    }

    /** Refused, and kept: it was signed, so that an administrator may want it after all. */
    private Uni<WebhookView.Receipt> refuse(
            Tenant tenant, String instance, byte[] body, WebhookProblem problem, String reason) {
        meter.count(Source.WEBHOOK, "dead_letter", 1);
        return inbox.isNew(tenant, instance, Signature.hash(body))
                .chain(isNew -> isNew
                        ? letters.record(
                                tenant,
                                DeadLetter.of(Source.WEBHOOK, instance, problem.code(), reason, WebhookBody.line(body)))
                        : Uni.createFrom().nullItem())
                .map(_ -> {
                    throw new ProblemException(
                            problem, reason + " It was not merged; GET /analytics/dead-letters shows it.");
                });
    }

    private static boolean isSlug(String instance) {
        try {
            InstanceSlug.require(instance);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }
}
