package io.plumbline.load.chaos.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A completed job has the pages of one attempt, without a gap, with as many rows as its question has; no other has any. */
final class WholeResults implements Rule {
    @Override
    public List<String> broken(History history) {
        List<String> broken = new ArrayList<>();
        Map<JobKey, List<Page>> pages = History.byJob(history.pages(), Page::job);
        for (JobRow job : history.jobs()) {
            List<Page> own = pages.getOrDefault(job.key(), List.of()).stream()
                    .sorted(Comparator.comparingInt(Page::page))
                    .toList();
            String fault = job.state().equals(States.COMPLETED)
                    ? fault(
                            job,
                            own,
                            history.expectedRows().get(History.of(job.key().tenant(), job.label())))
                    : own.isEmpty() ? null : "has " + own.size() + " pages";
            if (fault != null) {
                broken.add("job %s is %s and %s".formatted(job.key(), job.state(), fault));
            }
        }
        return broken;
    }

    private static String fault(JobRow job, List<Page> pages, Long expected) {
        if (job.resultFence() == null || job.resultRows() == null || job.resultPages() == null) {
            return "has no result";
        }
        if (!job.resultRows().equals(expected)) {
            return "has " + job.resultRows() + " rows instead of " + expected;
        }
        if (pages.size() != job.resultPages()) {
            return "has " + pages.size() + " pages instead of " + job.resultPages();
        }
        long row = 0;
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            if (page.fence() != job.resultFence() || page.page() != i || page.firstRow() != row) {
                return "page %d of fence %d begins with row %d instead of %d of fence %d"
                        .formatted(page.page(), page.fence(), page.firstRow(), row, job.resultFence());
            }
            row += page.rowCount();
        }
        return row == job.resultRows() ? null : "its pages have " + row + " rows instead of " + job.resultRows();
    }
}
