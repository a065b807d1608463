package io.plumbline.load.run;

/** The table of figures; times in milliseconds. */
final class Report {
    private static final String LINE = "%-28s %-9s %8s %8s %8s %9s %8s %8s %8s%n";

    private Report() {}

    static void heading(int clients) {
        System.out.printf("%n%d client%s%n", clients, clients == 1 ? "" : "s");
        System.out.printf(LINE, "shape", "", "p50 ms", "p95 ms", "p99 ms", "per s", "ratio", "over ms", "per s : 1");
    }

    /** @param by what medians and calls in a second are compared with */
    static void line(String shape, String kind, Measured measured, Measured by) {
        System.out.printf(
                LINE,
                shape,
                kind,
                millis(measured.millis(50)),
                millis(measured.millis(95)),
                millis(measured.millis(99)),
                "%.0f".formatted(measured.perSecond()),
                "%.2f".formatted(measured.millis(50) / by.millis(50)),
                "%+.2f".formatted(measured.millis(50) - by.millis(50)),
                "%.2f".formatted(measured.perSecond() / by.perSecond()));
        if (measured.failures() > 0) {
            System.out.printf("%-28s %,d calls failed%n", "", measured.failures());
        }
    }

    private static String millis(double value) {
        return "%.2f".formatted(value);
    }
}
