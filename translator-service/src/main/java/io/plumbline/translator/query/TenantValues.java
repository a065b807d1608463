package io.plumbline.translator.query;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.translator.Values;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The values of each tenant, checked anew after a while; of callers at the same time only one asks. Unchanged values
 * stay the same object, so that what was derived from them still serves.
 */
@ApplicationScoped
public class TenantValues {
    private final QueryClient queries;
    private final AsyncCache<Tenant, TaggedValues> fresh;
    private final Cache<Tenant, TaggedValues> last;

    TenantValues(QueryClient queries, QueryConfig config) {
        this.queries = queries;
        this.fresh = Caffeine.newBuilder()
                .expireAfterWrite(config.valuesKept())
                .maximumSize(config.tenantsKept())
                .buildAsync();
        this.last = Caffeine.newBuilder().maximumSize(config.tenantsKept()).build();
    }

    /**
     * The values seen in a tenant's data.
     *
     * @param token of a caller of that tenant, for the case that they have to be read
     */
    public Uni<Values> load(Tenant tenant, String token) {
        return Uni.createFrom()
                .completionStage(() ->
                        fresh.get(tenant, (t, executor) -> read(tenant, token).subscribeAsCompletionStage()))
                .map(TaggedValues::values);
    }

    private Uni<TaggedValues> read(Tenant tenant, String token) {
        return queries.values(token, last.getIfPresent(tenant)).invoke(values -> last.put(tenant, values));
    }
}
