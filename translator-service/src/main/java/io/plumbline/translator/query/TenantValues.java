package io.plumbline.translator.query;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.translator.Values;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The values of each tenant, read anew after a while; of callers at the same time only one asks. */
@ApplicationScoped
public class TenantValues {
    private final QueryClient queries;
    private final AsyncCache<Tenant, Values> cache;

    TenantValues(QueryClient queries, QueryConfig config) {
        this.queries = queries;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(config.valuesKept())
                .maximumSize(config.tenantsKept())
                .buildAsync();
    }

    /**
     * The values seen in a tenant's data.
     *
     * @param token of a caller of that tenant, for the case that they have to be read
     */
    public Uni<Values> load(Tenant tenant, String token) {
        return Uni.createFrom()
                .completionStage(() ->
                        cache.get(tenant, (t, executor) -> queries.values(token).subscribeAsCompletionStage()));
    }
}
