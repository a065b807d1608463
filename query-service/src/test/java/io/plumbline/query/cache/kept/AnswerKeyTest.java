package io.plumbline.query.cache.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whoever may not share an answer has no key in common. */
class AnswerKeyTest {
    @Property(tries = 2_000)
    void differentKeysHaveDifferentTexts(@ForAll("keys") AnswerKey one, @ForAll("keys") AnswerKey other) {
        assertThat(one.text().equals(other.text())).isEqualTo(one.equals(other));
        assertThat(one.lease().equals(other.lease())).isEqualTo(one.equals(other));
        assertThat(one.question().newest().equals(other.question().newest()))
                .isEqualTo(one.question().equals(other.question()));
    }

    @Property(tries = 200)
    void namesOfDifferentThingsNeverMeet(@ForAll("keys") AnswerKey one, @ForAll("keys") AnswerKey other) {
        assertThat(Set.of(one.text(), one.lease(), one.question().newest())).hasSize(3);
        assertThat(one.text()).isNotIn(other.lease(), other.question().newest());
    }

    @Test
    void twoTenantsPoliciesCatalogsAndDataVersionsShareNothing() {
        List<String> texts = new ArrayList<>();
        for (String tenant : List.of("acme", "umbrella")) {
            for (Policy policy : policies()) {
                for (String catalog : List.of("1", "2")) {
                    for (long data : new long[] {7, 8}) {
                        texts.add(new Question(Tenant.of(tenant), policy, catalog, "a".repeat(64))
                                .at(data)
                                .text());
                    }
                }
            }
        }
        assertThat(texts).hasSize(32).doesNotHaveDuplicates();
    }

    @Test
    void groupsThatAreNoRolesAreNoPolicy() {
        Tenant acme = Tenant.of("acme");
        assertThat(Policy.of(new Caller(acme, "ana", Set.of(Roles.VIEWER, "golf", "a:b"))))
                .isEqualTo(Policy.of(new Caller(acme, "ben", Set.of(Roles.VIEWER))))
                .isNotEqualTo(Policy.of(new Caller(acme, "ana", Set.of(Roles.VIEWER, Roles.ADMIN))));
    }

    @Test
    void rolesSurviveTheirText() {
        for (Set<String> roles : List.of(Set.<String>of(), Set.of(Roles.VIEWER), Set.of(Roles.ADMIN, Roles.VIEWER))) {
            Policy policy = Policy.of(new Caller(Tenant.of("acme"), "ana", roles));
            assertThat(Policy.roles(policy.rolesText())).isEqualTo(roles);
        }
    }

    private static List<Policy> policies() {
        return Stream.of(1, 2)
                .flatMap(
                        version -> Stream.of(Roles.VIEWER, Roles.ADMIN).map(role -> new Policy(version, List.of(role))))
                .toList();
    }

    /** From few values, so that parts are often equal, and with catalog versions made to look like other parts. */
    @Provide
    Arbitrary<AnswerKey> keys() {
        Arbitrary<Tenant> tenants = Arbitraries.of("a", "b", "a-1", "1", "11").map(Tenant::of);
        Arbitrary<Policy> policies = Combinators.combine(
                        Arbitraries.of(1, 2, 11),
                        Arbitraries.of(List.<String>of(), List.of("viewer"), List.of("admin", "viewer")))
                .as(Policy::new);
        Arbitrary<String> catalogs = Arbitraries.of("1", "1:1", "1.viewer", "}:1", "a:1.viewer:b", "");
        Arbitrary<String> hashes = Arbitraries.of("a".repeat(64), "1".repeat(64));
        return Combinators.combine(tenants, policies, catalogs, hashes, Arbitraries.of(0L, 1L, 11L))
                .as((tenant, policy, catalog, hash, data) -> new Question(tenant, policy, catalog, hash).at(data));
    }
}
