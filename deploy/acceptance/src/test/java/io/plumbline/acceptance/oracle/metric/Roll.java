package io.plumbline.acceptance.oracle.metric;

import java.util.List;

/** Aggregations of plain numbers. */
final class Roll {
    private Roll() {}

    /** Count and sum of nothing are 0, all else of nothing is null. */
    static Double up(String aggregation, List<Double> values) {
        if (isAdditive(aggregation)) {
            return aggregation.equals("sum") ? (Double) sum(values) : Double.valueOf(values.size());
        }
        if (values.isEmpty()) {
            return null;
        }
        return switch (aggregation) {
            case "avg" -> sum(values) / values.size();
            case "min" -> values.stream().min(Double::compare).orElseThrow();
            case "max" -> values.stream().max(Double::compare).orElseThrow();
            case "median" -> percentile(values, 50);
            case "stddev" -> values.size() < 2 ? null : (Double) deviation(values);
            default -> percentile(values, Integer.parseInt(aggregation.substring(1)));
        };
    }

    static boolean isAdditive(String aggregation) {
        return aggregation.equals("sum") || aggregation.startsWith("count");
    }

    static double sum(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Interpolates between the two nearest values. */
    static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        double place = (sorted.size() - 1) * percent / 100.0;
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (place - below);
    }

    /** The sample deviation; of less than two values there is none. */
    static double deviation(List<Double> values) {
        if (values.size() < 2) {
            return 0;
        }
        double mean = sum(values) / values.size();
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / (values.size() - 1));
        // Equal values can differ from their mean by a rounding error; that is no spread.
        return deviation <= 1e-12 * Math.abs(mean) ? 0 : deviation;
    }
}
