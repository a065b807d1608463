package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import java.util.ArrayList;
import java.util.List;

/** All closed sprints of the instance: mean and sample deviation. */
record InstanceBaseline(ScoredSprints scored) implements BaselineSteps {
    static final List<String> KEY = List.of(Names.INSTANCE_ID);

    @Override
    public String plan() {
        String population = scored.population();
        return scored.context()
                .steps()
                .shared(
                        scored.cell().column() + "_baseline",
                        "mean and deviation of each part over the closed sprints of each instance",
                        () -> statistics(population));
    }

    private Relation statistics(String population) {
        List<Relation.Named> outputs = new ArrayList<>();
        outputs.add(new Relation.Named(Names.INSTANCE_ID, Terms.column(population, Names.INSTANCE_ID)));
        outputs.add(new Relation.Named(POPULATION, Terms.countOfRows(null)));
        for (int i = 0; i < scored.parts(); i++) {
            Expr value = Terms.column(population, scored.part(i));
            outputs.add(new Relation.Named(BaselineSteps.center(i), Terms.aggregate(Expr.Aggregate.Kind.AVG, value)));
            outputs.add(
                    new Relation.Named(BaselineSteps.spread(i), Terms.aggregate(Expr.Aggregate.Kind.DEVIATION, value)));
        }
        return new Relation.Select(outputs, Source.Ref.to(population), List.of(), List.of(), KEY.size());
    }
}
