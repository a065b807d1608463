package io.plumbline.query.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.plumbline.query.compiler.Compiling;
import io.plumbline.spec.catalog.Entity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenantCheckTest {
    private static final Expr BIND = new Expr.Bind("tenant", Type.TEXT, "acme");
    private static final Source ISSUES = new Source.Scan(entity("issue"), "issue", Optional.empty());
    private static final Source PROJECTS = new Source.Scan(entity("project"), "project", Optional.empty());

    @Test
    void passesAPlanWhoseRelationsAreAllBound() {
        Plan plan = plan(List.of(join(bound("project"))), bound("issue"));
        assertThat(TenantCheck.checked(plan, "acme")).isSameAs(plan);
    }

    @Test
    void refusesAnUnboundRelationAndShowsThePlan() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TenantCheck.checked(plan(List.of(), bound("project")), "acme"))
                .withMessageContaining("issue is not bound to the tenant")
                .withMessageContaining("some purpose");
    }

    @Test
    void refusesAJoinThatIsBoundOnlyInTheConditionsOfTheSelect() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TenantCheck.checked(
                        plan(List.of(join(Expr.Constant.TRUE)), bound("issue"), bound("project")), "acme"))
                .withMessageContaining("project is not bound");
    }

    @Test
    void refusesTheTenantOfAnother() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TenantCheck.checked(plan(List.of(), bound("issue")), "rival"));
    }

    @Test
    void looksIntoUnions() {
        Relation.Select unbound = select(List.of());
        assertThatIllegalStateException()
                .isThrownBy(() -> TenantCheck.checked(plan(new Relation.UnionAll(List.of(unbound))), "acme"));
    }

    private static Plan plan(List<Join> joins, Expr... where) {
        return plan(select(joins, where));
    }

    private static Plan plan(Relation relation) {
        Step step = new Step("some_step", "some purpose", relation);
        var result = new Relation.Select(List.of(), Source.Ref.to("some_step"), List.of(), List.of(), 0);
        return new Plan(List.of(step), result, List.of(), new Expr.Bind("limit", Type.INTEGER, 1L), List.of());
    }

    private static Relation.Select select(List<Join> joins, Expr... where) {
        var output = new Relation.Named("issue_id", Terms.column("issue", "issue_id"));
        return new Relation.Select(List.of(output), ISSUES, joins, List.of(where), 0);
    }

    private static Join join(Expr on) {
        return new Join(Join.Kind.LEFT, PROJECTS, List.of(on));
    }

    private static Expr bound(String alias) {
        return Terms.eq(Terms.column(alias, "tenant_id"), BIND);
    }

    private static Entity entity(String name) {
        return Compiling.CATALOG.entities().stream()
                .filter(entity -> entity.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
