package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Sprint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What a sprint's value is measured against, and how far from usual it is. */
record Baseline(List<SprintNumbers> population, boolean robust) {
    static final int MINIMUM = 5;
    private static final int WINDOW = 8;
    private static final double CLIP = 3;
    private static final double MAD_TO_DEVIATION = 1.4826;

    /** 1.0.0: all closed sprints of the instance. */
    static Baseline ofInstance(Sprint scored, List<Sprints.Part> all) {
        List<SprintNumbers> population = new ArrayList<>();
        for (Sprints.Part part : all) {
            Sprint other = part.subject().sprint();
            if (other.instance().equals(scored.instance()) && other.start() != null) {
                population.add(part.numbers());
            }
        }
        return new Baseline(population, false);
    }

    /** 2.0.0: the eight closed sprints of the board that ended before. */
    static Baseline ofBoard(Sprint scored, List<Sprints.Part> all) {
        List<Sprints.Part> before = new ArrayList<>();
        for (Sprints.Part part : all) {
            Sprint other = part.subject().sprint();
            if (other.instance().equals(scored.instance())
                    && scored.boardId() != null
                    && scored.boardId().equals(other.boardId())
                    && other.end().isBefore(scored.end())) {
                before.add(part);
            }
        }
        before.sort(
                Comparator.comparing((Sprints.Part p) -> p.subject().sprint().end(), Comparator.reverseOrder()));
        return new Baseline(
                before.stream().limit(WINDOW).map(Sprints.Part::numbers).toList(), true);
    }

    boolean isTooSmall() {
        return population.size() < MINIMUM;
    }

    /** 0 where nothing varies; cut to ±3. */
    double z(String metric, double x) {
        List<Double> values = population.stream()
                .map(n -> n.value(metric))
                .filter(Objects::nonNull)
                .toList();
        double spread = robust ? mad(values) : Roll.deviation(values);
        if (values.isEmpty() || spread == 0 || Double.isNaN(spread)) {
            return 0;
        }
        double middle = robust ? Roll.percentile(values, 50) : Roll.sum(values) / values.size();
        return Math.max(-CLIP, Math.min(CLIP, (x - middle) / spread));
    }

    private static double mad(List<Double> values) {
        if (values.isEmpty()) {
            return 0;
        }
        double median = Roll.percentile(values, 50);
        return MAD_TO_DEVIATION
                * Roll.percentile(values.stream().map(v -> Math.abs(v - median)).toList(), 50);
    }
}
