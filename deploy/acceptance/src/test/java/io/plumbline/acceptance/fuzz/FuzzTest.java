package io.plumbline.acceptance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import io.plumbline.acceptance.product.Product;
import io.plumbline.acceptance.product.Reply;
import io.plumbline.acceptance.product.RunningProduct;
import io.plumbline.acceptance.product.Workers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Right specs are answered, wrong ones refused with reasons, and no answer tells what its caller must not know. */
@ExtendWith(RunningProduct.class)
class FuzzTest {
    private static final int SPECS = Integer.getInteger("plumbline.fuzz.specs", 10_000);
    private static final long SEED = Long.getLong("plumbline.seed", 1);

    private final Product product;
    private final Findings findings = new Findings();
    private final AtomicInteger ownCanary = new AtomicInteger();
    private List<CanaryTenant> tenants;
    private LogWatch logs;
    private long begun;

    FuzzTest(Product product) {
        this.product = product;
    }

    @BeforeEach
    void importTenants() {
        tenants = CanaryTenant.three(product, SEED);
        logs = new LogWatch(product.logs());
        begun = System.nanoTime();
    }

    @Test
    void answersEachValidSpec() {
        Workers.each(SEED, SPECS, this::valid);
        report("valid");
        assertThat(findings.all()).isEmpty();
        assertThat(ownCanary).as("answers with texts of their own tenant").hasValueGreaterThan(SPECS / 50);
        assertQuietLogs();
    }

    @Test
    void refusesEachBrokenSpec() {
        Workers.each(SEED, SPECS, this::broken);
        report("broken");
        assertThat(findings.all()).isEmpty();
        assertQuietLogs();
    }

    @Test
    void valuesAndNamesOfOthersAreUnknown() {
        for (CanaryTenant tenant : tenants) {
            String values = product.get("/analytics/values", tenant.token()).text();
            assertThat(tenant.seesOwn(values)).isTrue();
            assertThat(tenant.seesForeign(values)).isFalse();
            for (CanaryTenant other : tenants) {
                String spec = """
                        {"measures":[{"name":"created"}],"dimensions":["project_name"],
                        "filters":[{"field":"project_name","op":"contains","value":"%s"}]}""".formatted(other.canary());
                Reply reply = product.post("/analytics/run", tenant.token(), spec);
                assertThat(reply.json().at("/data/total").asInt() > 0).isEqualTo(tenant.equals(other));
            }
        }
    }

    private void assertQuietLogs() {
        assertThat(logs.wrongSql()).as("wrong SQL in the logs").isEmpty();
        assertThat(logs.linesWith(tenants.stream().map(CanaryTenant::canary).toList()))
                .as("rows in the logs")
                .isEmpty();
    }

    private void report(String what) {
        System.out.printf(
                Locale.ROOT,
                "fuzz: %d %s specs, seeds from %d, in %d s: %d with rows of their tenant, findings %s%n",
                SPECS,
                what,
                SEED,
                (System.nanoTime() - begun) / 1_000_000_000,
                ownCanary.get(),
                findings.counts());
    }

    private void valid(long seed) {
        CanaryTenant tenant = tenants.get((int) (seed % tenants.size()));
        Chance chance = new Chance(seed);
        Marker marker = Marker.of(chance);
        ObjectNode spec = new ValidSpec(tenant.catalog(), chance, marker).make();
        Verdict verdict = new ValidVerdict(product, tenant, marker).on(spec);
        switch (verdict) {
            case Verdict.Fine fine -> ownCanary.addAndGet(tenant.seesOwn(fine.answer()) ? 1 : 0);
            case Verdict.Wrong wrong -> found(wrong, seed, spec, new ValidVerdict(product, tenant, marker));
        }
    }

    private void found(Verdict.Wrong wrong, long seed, ObjectNode spec, ValidVerdict verdict) {
        if (findings.count(wrong.kind())) {
            JsonNode shrunk =
                    new Shrinker(s -> verdict.on(s) instanceof Verdict.Wrong w && w.isLike(wrong)).shrink(spec);
            findings.keep(new Finding(wrong.kind(), seed, spec.toString(), shrunk.toString(), wrong.answer()));
        }
    }

    private void broken(long seed) {
        CanaryTenant tenant = tenants.get((int) (seed % tenants.size()));
        Chance chance = new Chance(seed);
        ObjectNode spec = new ValidSpec(tenant.catalog(), chance, Marker.of(chance)).make();
        BrokenSpec broken = BrokenSpec.of(spec, chance);
        String path = chance.of(0.8) ? "/analytics/run" : "/analytics/explain";
        Reply reply = product.post(path, tenant.token(), broken.body());
        faults(reply, tenant).ifPresent(fault -> {
            String kind = broken.how() + ": " + fault;
            if (findings.count(kind)) {
                findings.keep(
                        new Finding(kind, seed, new String(broken.body(), StandardCharsets.UTF_8), null, reply.text()));
            }
        });
    }

    /** What is wrong with an answer to a broken spec. */
    private static Optional<String> faults(Reply reply, CanaryTenant tenant) {
        List<String> faults = new ArrayList<>();
        if (reply.status() < 400 || reply.status() >= 500 || !reply.isProblem()) {
            faults.add("answered " + reply.status());
        } else if (reply.status() != 413 && !reply.json().path("errors").has(0)) {
            faults.add("no errors");
        } else if (!reply.json()
                .path("errors")
                .valueStream()
                .allMatch(e -> e.path("pointer").isTextual()
                        && !e.path("message").asText().isBlank())) {
            faults.add("an error without pointer or message");
        }
        Inside.find(reply.text()).ifPresent(told -> faults.add("tells " + told));
        if (tenant.seesForeign(reply.text())) {
            faults.add("tells of another tenant");
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", faults));
    }
}
