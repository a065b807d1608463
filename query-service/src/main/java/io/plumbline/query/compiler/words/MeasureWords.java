package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.spec.Measure;
import io.plumbline.spec.catalog.MetricDefinition.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says what a measure asks for beyond its metric. */
final class MeasureWords {
    private final ResolvedSpec bound;

    MeasureWords(ResolvedSpec bound) {
        this.bound = bound;
    }

    List<String> all(List<Measure> measures) {
        return IntStream.range(0, measures.size())
                .boxed()
                .flatMap(i ->
                        of(measures.get(i), bound.measures().get(i).metric().parameters()))
                .toList();
    }

    private Stream<String> of(Measure measure, List<Parameter> parameters) {
        List<String> sentences = new ArrayList<>();
        parameters.forEach(parameter -> sentences.add(parameter(measure, parameter)));
        if (measure.per() != null) {
            sentences.add(PerWords.of(measure.column(), measure.per(), bound.catalog()));
        }
        if (measure.window() != null) {
            sentences.add(WindowWords.of(measure.column(), measure.window(), bound));
        }
        if (measure.show() != null) {
            sentences.add(ShowWords.of(measure.column(), measure.show(), bound.catalog()));
        }
        if (Boolean.TRUE.equals(measure.n())) {
            sentences.add("%1$s__n says how many values stand behind %1$s.".formatted(measure.column()));
        }
        if (measure.minN() != null) {
            sentences.add("%s is empty where fewer than %d values stand behind it."
                    .formatted(measure.column(), measure.minN()));
        }
        return sentences.stream();
    }

    private static String parameter(Measure measure, Parameter parameter) {
        Object set = measure.params().get(parameter.name());
        String usual = Integer.toString(parameter.defaultValue());
        return set == null || set.toString().equals(usual)
                ? "The parameter %s of %s is %s, as usual.".formatted(parameter.name(), measure.column(), usual)
                : "The parameter %s of %s is %s here; usually it is %s."
                        .formatted(parameter.name(), measure.column(), set, usual);
    }
}
