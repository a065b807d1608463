package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.index.SprintColumn;
import io.plumbline.spec.Dimension;
import java.util.List;

/** The columns of a sprint on the axis: those that the answer shows, and those that tell sprints apart and order them. */
final class SprintColumns {
    /** The day of the start. */
    static final String DAY = Dimension.METRIC_TIME;

    static final String SPRINT = SprintColumn.SPRINT.column();
    static final String BOARD = SprintColumn.BOARD.column();
    static final String INSTANCE = DAY + "__instance";
    static final String ID = DAY + "__id";
    static final String ENDED = DAY + "__ended";
    static final String STARTED = DAY + "__started";
    static final String BOARD_ID = DAY + "__board_id";

    /** The number of the sprint on its board, in the order of the ends. */
    static final String PLACE = DAY + "__place";

    /** A sprint of the window of the one beside it. */
    static final String MEMBER = "member";

    /** A project that takes part in the sprint. */
    static final String PROJECT = "project";

    /** What each row of the answer has of its sprint. */
    static final List<String> KEYS = List.of(DAY, SPRINT, BOARD, INSTANCE, ID, ENDED);

    private SprintColumns() {}

    /** The conditions that both steps speak of the same sprint. */
    static List<Expr> same(String one, String other) {
        return List.of(
                Terms.eq(Terms.column(one, INSTANCE), Terms.column(other, INSTANCE)),
                Terms.eq(Terms.column(one, ID), Terms.column(other, ID)));
    }

    /** The conditions that a row of the warehouse is of the step's sprint. */
    static List<Expr> of(EntityRows rows, String step, String id) {
        return List.of(
                Terms.eq(Terms.column(step, INSTANCE), rows.column(Names.INSTANCE_ID)),
                Terms.eq(Terms.column(step, id), rows.column(Names.SPRINT_ID)));
    }

    /** The conditions that one sprint is of the other's board; a sprint without a board is alone. */
    static List<Expr> sameBoard(String one, String other) {
        return List.of(
                Terms.eq(Terms.column(one, INSTANCE), Terms.column(other, INSTANCE)),
                new Expr.Either(List.of(
                        Terms.eq(Terms.column(one, BOARD_ID), Terms.column(other, BOARD_ID)),
                        Terms.eq(Terms.column(one, ID), Terms.column(other, ID)))));
    }

    /** How many places the one comes before the other on their board. */
    static Expr distance(String one, String other) {
        return Terms.minus(Terms.column(other, PLACE), Terms.column(one, PLACE));
    }

    /** The order of sprints: by their ends, then by instance and id. */
    static List<Order> order(Axis.Bucket sprint, boolean descending) {
        return List.of(
                new Order(sprint.column(ENDED), descending),
                new Order(Terms.call(Expr.Function.BINARY_ORDER, sprint.column(INSTANCE)), descending),
                new Order(Terms.call(Expr.Function.BINARY_ORDER, sprint.column(ID)), descending));
    }
}
