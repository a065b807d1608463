package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import java.util.List;

/** Sprints as warnings name them: in the order of their ends. */
final class SprintOrder {
    private SprintOrder() {}

    static List<Relation.Named> identity(EntityRows sprints) {
        return List.of(
                new Relation.Named(Names.INSTANCE_ID, sprints.column(Names.INSTANCE_ID)),
                new Relation.Named(Names.SPRINT_ID, sprints.column(Names.SPRINT_ID)),
                new Relation.Named(Names.SPRINT_NAME, sprints.column(Names.SPRINT_NAME)),
                new Relation.Named(Names.ENDED_AT, sprints.column(Names.ENDED_AT)));
    }

    static List<Order> of(String step) {
        return List.of(
                new Order(Terms.column(step, Names.ENDED_AT), false),
                new Order(Terms.column(step, Names.INSTANCE_ID), false),
                new Order(Terms.column(step, Names.SPRINT_ID), false));
    }
}
