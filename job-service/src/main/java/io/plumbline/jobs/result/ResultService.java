package io.plumbline.jobs.result;

import io.plumbline.spec.format.AnswerFormat;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Gives results out, a page or whole. */
@ApplicationScoped
public class ResultService {
    private final ResultRepository results;
    private final ResultConfig config;

    ResultService(ResultRepository results, ResultConfig config) {
        this.results = results;
        this.config = config;
    }

    Uni<ResultView> page(Caller caller, UUID job, PageRequest page) {
        return results.load(caller, job)
                .invoke(page::requireIn)
                .flatMap(result -> rows(caller, result, page.firstRow(), page.endRow(result))
                        .map(rows -> ResultViews.of(result, page, rows)));
    }

    /** The whole result, page after page while it is taken. */
    Uni<ResultDocument> whole(Caller caller, UUID job, AnswerFormat format) {
        return results.load(caller, job)
                .map(result ->
                        new ResultDocument(result, format, config.readPatience(), page -> page(caller, result, page)));
    }

    private Uni<List<List<Object>>> page(Caller caller, Result result, int page) {
        return results.pages(caller, result, page, page)
                .map(found -> StoredRows.read(found.getFirst(), result.columns()));
    }

    private Uni<List<List<Object>>> rows(Caller caller, Result result, long first, long end) {
        if (first >= end) {
            return Uni.createFrom().item(List.of());
        }
        int from = (int) (first / PageWriter.ROWS);
        int to = (int) ((end - 1) / PageWriter.ROWS);
        long skipped = (long) from * PageWriter.ROWS;
        return results.pages(caller, result, from, to).map(found -> {
            List<List<Object>> rows = new ArrayList<>();
            found.forEach(page -> rows.addAll(StoredRows.read(page, result.columns())));
            return rows.subList((int) (first - skipped), (int) (end - skipped));
        });
    }
}
