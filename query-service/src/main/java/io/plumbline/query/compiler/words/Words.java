package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.spec.AnalyticsSpec;
import java.util.List;
import java.util.stream.Stream;

/** Says how the numbers of an answer are computed. */
public final class Words {
    private Words() {}

    /**
     * The sentences, in the order of meaning: the numbers, the rows, what counts, when, and what is made of it.
     *
     * @param spec as written
     * @param bound the same
     */
    public static List<String> of(AnalyticsSpec spec, ResolvedSpec bound) {
        return Stream.of(
                        new MetricWords(bound).all(spec.measures()),
                        new MeasureWords(bound).all(spec.measures()),
                        GroupWords.of(bound),
                        new FilterWords(spec, bound.catalog()).ofRows(),
                        PopulationWords.of(bound),
                        RangeWords.of(bound.time()),
                        AsOfWords.of(bound.time()),
                        GapWords.of(bound),
                        CompareWords.of(spec, bound.time()),
                        new FilterWords(spec, bound.catalog()).ofAnswer(),
                        OrderWords.of(spec, bound))
                .flatMap(List::stream)
                .toList();
    }
}
