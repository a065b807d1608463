package io.plumbline.load.fill;

import io.plumbline.load.Machine;
import io.plumbline.load.Stack;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "fill",
        description = {
            "Fills the warehouse of the running stack with tenants load-001, load-002, …; replaces them if they are there.",
            "The same options give the same rows."
        },
        mixinStandardHelpOptions = true)
public final class FillCommand implements Callable<Integer> {
    @Option(names = "--tenants", description = "default: ${DEFAULT-VALUE}")
    private int tenants = 4;

    @Option(names = "--issues", description = "over all tenants (default: ${DEFAULT-VALUE})")
    private int issues = 40_000;

    @Option(names = "--transitions", description = "over all tenants, about (default: ${DEFAULT-VALUE})")
    private int transitions = 400_000;

    @Option(names = "--sprints", description = "over all tenants (default: ${DEFAULT-VALUE})")
    private int sprints = 400;

    @Option(names = "--full", description = "100 tenants, 1,000,000 issues, 10,000,000 transitions, 10,000 sprints")
    private boolean full;

    @Option(names = "--until", paramLabel = "DATE", description = "the day that the data ends before (default: today)")
    private LocalDate until = LocalDate.now(ZoneOffset.UTC);

    @Override
    public Integer call() throws Exception {
        Size size = full ? Size.FULL : new Size(tenants, issues, transitions, sprints);
        Instant end = until.atStartOfDay(ZoneOffset.UTC).toInstant();
        System.out.println(Machine.describe());
        try (Connection connection = Stack.running().superuser()) {
            Warehouse warehouse = new Warehouse(connection);
            warehouse.clear();
            fill(warehouse, size, end);
        }
        return 0;
    }

    private static void fill(Warehouse warehouse, Size size, Instant end) throws Exception {
        Instant begin = Instant.now();
        long rows = 0;
        for (int tenant = 1; tenant <= size.tenants(); tenant++) {
            Rows made = TenantRows.make(size, tenant, end);
            warehouse.copy(made);
            rows += made.count();
            System.out.printf("%s  %,d rows%n", TenantRows.name(tenant), made.count());
        }
        double copied = seconds(begin);
        warehouse.analyze();
        double analyzed = seconds(begin);
        warehouse.deriveSprints();
        System.out.printf(
                "%,d rows in %.1f s: %,.0f rows/s; vacuum and analyze %.1f s; sprints' sets %.1f s%n",
                rows, copied, rows / copied, analyzed - copied, seconds(begin) - analyzed);
        System.out.println(Machine.describe());
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }
}
