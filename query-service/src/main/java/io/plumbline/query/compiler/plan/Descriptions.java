package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.Period;
import io.plumbline.query.compiler.resolve.ResolvedSort;
import io.plumbline.query.compiler.resolve.ResolvedSpec;
import java.util.stream.Stream;

/** Says what a plan does, for explain. */
final class Descriptions {
    private Descriptions() {}

    static PlanDescription of(ResolvedSpec spec, Plan plan) {
        return new PlanDescription(
                spec.time().zone().getId(),
                spec.time().asOf().orElse(null),
                range(spec.time().range()),
                spec.time().previous().map(Descriptions::range).orElse(null),
                plan.steps().stream().map(Descriptions::step).toList(),
                Ordering.keys(spec).stream().map(key -> order(spec, key)).toList(),
                spec.limit());
    }

    private static PlanDescription.Range range(Period period) {
        return new PlanDescription.Range(period.start(), period.end());
    }

    private static PlanDescription.Step step(Step step) {
        return new PlanDescription.Step(
                step.name(),
                step.purpose(),
                selects(step.relation()).flatMap(Descriptions::reads).distinct().toList(),
                step.relation().columns());
    }

    private static Stream<Relation.Select> selects(Relation relation) {
        return switch (relation) {
            case Relation.Select select -> Stream.of(select);
            case Relation.UnionAll union -> union.parts().stream();
        };
    }

    private static Stream<String> reads(Relation.Select select) {
        return Stream.concat(Stream.of(select.from()), select.joins().stream().map(Join::source))
                .flatMap(source -> switch (source) {
                    case Source.Scan scan -> Stream.of(scan.relation());
                    case Source.Ref ref -> Stream.of(ref.step());
                    case Source.Calendar _, Source.ListValues _, Source.Stretches _ -> Stream.empty();
                });
    }

    private static String order(ResolvedSpec spec, ResolvedSort key) {
        String column = switch (key) {
            case ResolvedSort.ByDimension by ->
                spec.dimensions().get(by.index()).name();
            case ResolvedSort.BySprint by -> by.column().column();
            case ResolvedSort.ByMeasure by ->
                by.figure().column(spec.measures().get(by.index()).column());
        };
        return column + (key.descending() ? " desc" : " asc");
    }
}
