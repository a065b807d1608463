package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes sure that no relation of the warehouse is read without its tenant predicate, where it is read: in the select's
 * conditions for its first source, in the join's for a joined one. The second lock is the database's row security.
 */
final class TenantCheck {
    private final Plan plan;
    private final String tenant;

    private TenantCheck(Plan plan, String tenant) {
        this.plan = plan;
        this.tenant = tenant;
    }

    /** The plan itself, once it is known to be bound. */
    static Plan checked(Plan plan, String tenant) {
        new TenantCheck(plan, tenant).check();
        return plan;
    }

    private void check() {
        plan.steps().stream().flatMap(step -> selects(step.relation())).forEach(this::check);
        check(plan.result());
    }

    private static Stream<Relation.Select> selects(Relation relation) {
        return switch (relation) {
            case Relation.Select select -> Stream.of(select);
            case Relation.UnionAll union -> union.parts().stream();
        };
    }

    private void check(Relation.Select select) {
        check(select.from(), select.where());
        select.joins().forEach(join -> check(join.source(), join.on()));
    }

    private void check(Source source, List<Expr> conditions) {
        boolean bound = switch (source) {
            case Source.Scan scan -> conditions.contains(predicate(scan.alias()));
            case Source.Ref _, Source.Calendar _, Source.ListValues _, Source.Stretches _ -> true;
        };
        if (!bound) {
            throw new IllegalStateException(source.alias() + " is not bound to the tenant in " + plan);
        }
    }

    private Expr predicate(String alias) {
        return Terms.eq(Terms.column(alias, Names.TENANT_ID), new Expr.Bind("tenant", Type.TEXT, tenant));
    }
}
