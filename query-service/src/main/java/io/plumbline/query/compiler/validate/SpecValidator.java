package io.plumbline.query.compiler.validate;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.problem.FieldError;
import java.time.Instant;
import java.util.List;

/** Applies every rule, so that a caller learns of all mistakes at once. */
public final class SpecValidator {
    private static final List<Rule> RULES = List.of(
            new SomeMeasure(),
            new KnownMetric(),
            new KnownVersion(),
            new AggregationFitsMetric(),
            new KnownParameter(),
            new ParameterInRange(),
            new KnownDimension(),
            new GranularityFitsDimension(),
            new SprintAxisFitsDimension(),
            new SprintAxisFitsMetric(),
            new ReachableDimension(),
            new KnownFilterField(),
            new FilterableField(),
            new FilterNeedsDimension(),
            new ReachableFilter(),
            new OperatorFitsType(),
            new ValueFitsType(),
            new ValueInClosedSet(),
            new CompletePattern(),
            new RollupAddsDimensions(),
            new RollupNests(),
            new RollupSumAdds(),
            new ShowWithoutComparison(),
            new ShowWithinDimensions(),
            new ShareOfSum(),
            new UniqueColumns(),
            new SortByColumn(),
            new SharedZone(),
            new RangeInOrder(),
            new AsOfNotInFuture(),
            new ComparisonHasRange(),
            new ComparisonFitsAxis(),
            new PeriodsWithinLimit(),
            new WindowHasTime(),
            new WindowNests(),
            new WindowChangesSomething(),
            new WindowFitsComparison());

    private SpecValidator() {}

    /** All faults in the order of the rules; empty where the spec can be compiled. */
    public static List<FieldError> faults(AnalyticsSpec spec, CatalogIndex catalog, Instant now) {
        Subject subject = new Subject(spec, catalog, now);
        Faults faults = new Faults();
        RULES.forEach(rule -> rule.check(subject, faults));
        return faults.all();
    }
}
