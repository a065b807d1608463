package io.plumbline.spec.limit;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.TenantContext;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Counts each request of an authenticated caller, after its token and role were checked and before its body is read.
 * What needs no token gives nothing of any tenant and is not counted. Public, because the framework calls it from
 * classes that it generates in a service's class loader.
 */
public final class RateLimitFilter {
    private final LimitConfig config;
    private final TenantContext context;
    private final RateLimiter limiter;
    private final AdmissionMark mark;
    private final ClosedRequests closed;

    RateLimitFilter(
            LimitConfig config, TenantContext context, RateLimiter limiter, AdmissionMark mark, ClosedRequests closed) {
        this.config = config;
        this.context = context;
        this.limiter = limiter;
        this.mark = mark;
        this.closed = closed;
    }

    @ServerRequestFilter(nonBlocking = true)
    public Uni<Void> limit(ResourceInfo resource, RoutingContext request) {
        if (!config.enabled()
                || isAnonymous(request)
                || mark.holds(request.request().headers())) {
            return Uni.createFrom().voidItem();
        }
        return limiter.decide(context.caller(), closed.contain(resource.getResourceMethod()))
                .invoke(verdict -> {
                    RateLimitHeaders.put(request.response().headers(), verdict);
                    verdict.refusal().ifPresent(RateLimitFilter::refuse);
                })
                .replaceWithVoid();
    }

    private static boolean isAnonymous(RoutingContext request) {
        return !(request.user() instanceof QuarkusHttpUser user)
                || user.getSecurityIdentity().isAnonymous();
    }

    private static void refuse(Standing standing) {
        Rate rate = standing.rate();
        // A whole second, so that who waits as told finds room.
        Duration wait = Duration.ofSeconds(RateLimitHeaders.seconds(standing.untilNext()));
        throw new ProblemException(
                        CommonProblem.RATE_LIMITED,
                        "The limit `%s` is used up: %s, %s. Try again in %d s."
                                .formatted(rate.name(), rate.owner().words(), rate.words(), wait.toSeconds()))
                .withRetryAfter(wait);
    }
}
