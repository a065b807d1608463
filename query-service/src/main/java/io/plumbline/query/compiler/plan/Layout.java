package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.SprintColumn;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.ResolvedMeasure;
import io.plumbline.query.compiler.resolve.ResolvedShow;
import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.query.compiler.resolve.Value;
import io.plumbline.spec.result.ResultColumn;
import io.plumbline.spec.result.ResultType;
import java.util.ArrayList;
import java.util.List;

/** Which columns the answer shows, in which order and of which type. */
final class Layout {
    private final ResolvedSpec spec;
    private final List<Column> columns = new ArrayList<>();

    private Layout(ResolvedSpec spec) {
        this.spec = spec;
    }

    /**
     * A column that is shown.
     *
     * @param source its name in the draft
     */
    record Column(String source, ResultColumn shown) {}

    /** The dimensions, then each measure's columns. */
    static List<Column> of(ResolvedSpec spec) {
        Layout layout = new Layout(spec);
        spec.dimensions().forEach(layout::dimension);
        for (int i = 0; i < spec.measures().size(); i++) {
            layout.measure(i, spec.measures().get(i));
        }
        return layout.columns;
    }

    /** The columns of one dimension. */
    static List<Column> of(ResolvedSpec spec, ResolvedDimension dimension) {
        Layout layout = new Layout(spec);
        layout.dimension(dimension);
        return layout.columns;
    }

    private void dimension(ResolvedDimension dimension) {
        add(dimension.name(), dimension.name(), type(dimension));
        if (dimension.isBySprint()) {
            for (SprintColumn sprint : SprintColumn.values()) {
                add(sprint.column(), sprint.column(), ResultType.TEXT);
            }
        }
    }

    private void measure(int index, ResolvedMeasure measure) {
        ResultType type = Cells.type(measure.value()) == Type.INTEGER ? ResultType.INTEGER : ResultType.DECIMAL;
        add(
                Ordering.value(index),
                measure.column(),
                measure.show().map(Layout::type).orElse(type));
        if (measure.value() instanceof Value.Score) {
            add(Ordering.parts(index), measure.column() + "__parts", ResultType.PARTS);
        }
        if (spec.time().compares()) {
            // A mean of counts is no count.
            ResultType difference = spec.time().previousSprints() > 0 ? ResultType.DECIMAL : type;
            add(Ordering.previous(index), measure.column() + "__previous", difference);
            add(Ordering.delta(index), measure.column() + "__delta", difference);
            add(Ordering.deltaPct(index), measure.column() + "__delta_pct", ResultType.DECIMAL);
        }
        if (measure.n()) {
            add(Ordering.values(index), measure.column() + "__n", ResultType.INTEGER);
        }
    }

    private void add(String source, String name, ResultType type) {
        columns.add(new Column(source, new ResultColumn(name, type)));
    }

    private static ResultType type(ResolvedShow show) {
        return switch (show) {
            case ResolvedShow.Share _ -> ResultType.DECIMAL;
            case ResolvedShow.Rank _ -> ResultType.INTEGER;
        };
    }

    private static ResultType type(ResolvedDimension dimension) {
        return switch (dimension.definition().type()) {
            case TEXT, TEXT_LIST -> ResultType.TEXT;
            case BOOLEAN -> ResultType.BOOLEAN;
            case NUMBER -> ResultType.DECIMAL;
            case TIME -> ResultType.DATE;
        };
    }
}
