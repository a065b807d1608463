package io.plumbline.query.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.query.compiler.Compiled;
import io.plumbline.query.compiler.QueryCompiler;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.tenant.Tenant;
import java.time.Instant;
import java.util.Optional;

/** Compiles specs, and remembers what came of the ones asked for last: the same spec is asked for again and again. */
final class CompiledSpecs {
    /** Of some 30 KB each. */
    private static final int KEPT = 500;

    private final QueryCompiler compiler;
    private final Cache<Key, Compiled.Query> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    CompiledSpecs(QueryCompiler compiler) {
        this.compiler = compiler;
    }

    private record Key(Tenant tenant, String catalogVersion, String specHash) {}

    /** As {@link QueryCompiler#compile}. */
    Compiled compile(ReadSpec asked, Catalog catalog, Instant now, Tenant tenant) {
        Key key = new Key(tenant, catalog.version(), asked.hash());
        Optional<Compiled.Query> known =
                Optional.ofNullable(kept.getIfPresent(key)).flatMap(query -> query.at(now));
        if (known.isPresent()) {
            return known.get();
        }
        Compiled compiled = compiler.compile(asked.spec(), catalog, now, tenant.slug());
        if (compiled instanceof Compiled.Query query) {
            kept.put(key, query);
        }
        return compiled;
    }
}
