package io.plumbline.load.compiler;

import io.plumbline.load.Machine;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.profile.StackProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "compiler",
        description = "Measures the compiler: each shape from spec to SQL, and each part over all shapes.",
        mixinStandardHelpOptions = true)
public final class CompilerCommand implements Callable<Integer> {
    /** The product aims at less, from a checked JSON to SQL. */
    private static final double GOAL_MICROS = 150;

    /** As the launcher starts query-service. */
    private static final String[] JVM_ARGS = {"-Xmx128m", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow"};

    @Option(
            names = "--only",
            paramLabel = "REGEX",
            description = "only benchmarks whose name has it, e.g. Parts, render")
    private String only = ".*";

    @Option(
            names = "--seconds",
            description = "measured for each number (default: ${DEFAULT-VALUE}, after twice as many to warm up)")
    private int seconds = 2;

    @Option(names = "--forks", description = "processes for each number (default: ${DEFAULT-VALUE})")
    private int forks = 1;

    @Option(names = "--profile", description = "also tell the bytes allocated and the lines of code that take the time")
    private boolean profile;

    @Override
    public Integer call() throws Exception {
        System.out.println(Machine.describe());
        System.out.printf("%-16s %-28s %10s %10s %10s  microseconds%n", "", "shape", "median", "p95", "p99");
        for (RunResult result : new Runner(options()).run()) {
            print(result);
        }
        System.out.printf("The goal is a median of compile under %.0f microseconds.%n", GOAL_MICROS);
        System.out.println(Machine.describe());
        return 0;
    }

    private Options options() {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("io\\.plumbline\\.load\\.compiler\\..*" + only)
                .forks(forks)
                .warmupIterations(2 * seconds)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(seconds)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(profile ? VerboseMode.NORMAL : VerboseMode.SILENT)
                .jvmArgs(JVM_ARGS);
        if (profile) {
            options.addProfiler(GCProfiler.class).addProfiler(StackProfiler.class, "lines=8;top=25;detailLine=true");
        }
        return options.build();
    }

    private static void print(RunResult result) {
        var statistics = result.getPrimaryResult().getStatistics();
        String shape = result.getParams().getParam("shape");
        System.out.printf(
                "%-16s %-28s %10.1f %10.1f %10.1f%n",
                result.getPrimaryResult().getLabel(),
                shape == null ? "all in turn" : shape.toLowerCase(Locale.ROOT),
                statistics.getPercentile(50),
                statistics.getPercentile(95),
                statistics.getPercentile(99));
    }
}
