package io.plumbline.query.drill;

import io.plumbline.query.compiler.Opened;
import io.plumbline.query.freshness.Freshness;
import io.plumbline.query.intake.AcceptedSpec;
import io.plumbline.query.intake.OpenedCell;
import io.plumbline.query.run.Answer;
import io.plumbline.spec.result.ResultColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts what is behind a cell together. */
final class DrillWriter {
    /** The sum and the total, which end each row. */
    private static final int TOTALS = 2;

    private DrillWriter() {}

    /** The last two values of a row. */
    static List<Object> totals(List<Object> row) {
        return row.subList(row.size() - TOTALS, row.size());
    }

    static DrillAnswer write(
            OpenedCell opened, Freshness state, List<List<Object>> rows, List<Object> totals, double millis) {
        Opened.Query query = opened.query();
        List<ResultColumn> columns =
                query.page().columns().subList(0, query.page().columns().size() - TOTALS);
        return new DrillAnswer(
                true,
                new DrillAnswer.Data(
                        rows.stream().map(row -> named(row, columns)).toList(),
                        (Long) totals.getLast(),
                        (Double) totals.getFirst(),
                        opened.request().limit(),
                        opened.request().offset(),
                        millis),
                new DrillAnswer.Meta(
                        AcceptedSpec.VERSION,
                        opened.hash(),
                        query.measure(),
                        query.part(),
                        query.metric().id(),
                        state.dataAsOf(),
                        state.dataVersion(),
                        opened.catalogVersion(),
                        query.notes(),
                        columns.stream().map(DrillWriter::described).toList()));
    }

    private static Map<String, Object> named(List<Object> row, List<ResultColumn> columns) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            named.put(columns.get(i).name(), row.get(i));
        }
        return named;
    }

    private static Answer.Column described(ResultColumn column) {
        return new Answer.Column(column.name(), column.type().wireName(), null);
    }
}
