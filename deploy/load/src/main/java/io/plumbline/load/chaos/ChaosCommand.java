package io.plumbline.load.chaos;

import io.plumbline.load.Machine;
import io.plumbline.load.Stack;
import io.plumbline.load.Tenants;
import io.plumbline.load.Tokens;
import io.plumbline.load.faults.Fault;
import io.plumbline.load.faults.Processes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has clients submit jobs without pause, does one fault after the other, and checks what became of each job. */
@Command(
        name = "chaos",
        description = {
            "Kills and stops job-service, query-service, PostgreSQL, Kafka and Redis of the running stack while clients submit,",
            "cancel and read jobs, by the interface and by the topic; every fourth submission is sent 2 to 5 times.",
            "Then it waits until all is over and checks the history: no job lost, none done twice, states and events in order.",
            "Needs the tenants that 'fill' makes, and a stack that starts its parts again, with a second job-service:",
            "  ./plumbline up --detach --no-demo --restart --job-services 2",
            "Fails (1) where a promise is broken or a client was answered what none is told to expect, and (3) where all were kept but",
            "the faults did not bite: no job was taken over, or too few workers that came back were fenced off."
        },
        mixinStandardHelpOptions = true)
public final class ChaosCommand implements Callable<Integer> {
    private static final int TOOTHLESS = 3;
    private static final Duration TOKENS_VALID = Duration.ofHours(6);

    @Option(
            names = "--jobs",
            description = "at least so many, and as long as there are faults (default: ${DEFAULT-VALUE})")
    private int jobs = 2_000;

    @Option(names = "--faults", description = "how many (default: ${DEFAULT-VALUE})")
    private int faults = 33;

    @Option(names = "--only", split = ",", description = "only these: ${COMPLETION-CANDIDATES}")
    private List<Fault> only = List.copyOf(EnumSet.complementOf(EnumSet.of(Fault.CONNECTION_KILLED)));

    @Option(
            names = "--spacing",
            description = "seconds between two faults, half as many more or less (default: ${DEFAULT-VALUE})")
    private double spacing = 5;

    @Option(
            names = "--seed",
            description = "of the order of faults and of all that clients do (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--clients", description = "by the interface; one more uses the topic (default: ${DEFAULT-VALUE})")
    private int clients = 6;

    @Option(names = "--tenants", description = "of how many tenants (default: ${DEFAULT-VALUE})")
    private int tenants = 4;

    @Option(names = "--under-way", description = "how many jobs wait or run at most (default: ${DEFAULT-VALUE})")
    private int underWay = 60;

    @Option(names = "--heavy", description = "how many of 100 jobs take seconds (default: ${DEFAULT-VALUE})")
    private int heavy = 4;

    @Option(
            names = "--fenced",
            description = "how many fenced workers there must be (default: one for each two stopped ones)")
    private Integer leastFenced;

    @Option(
            names = "--lease",
            description = "seconds of a job's lease, as the stack is set (default: ${DEFAULT-VALUE})")
    private int lease = 15;

    @Option(names = "--heal", description = "seconds until all must be over (default: ${DEFAULT-VALUE})")
    private int heal = 300;

    @Override
    public Integer call() throws Exception {
        System.out.println(Machine.describe());
        System.out.println("seed " + seed);
        Stack stack = Stack.running();
        Processes processes = new Processes(Duration.ofSeconds(lease));
        if (processes.all("job-service").size() < 2) {
            System.err.println(
                    "The stack has one job-service only. Start it with: ./plumbline up --restart --job-services 2");
            return 2;
        }
        String run = "chaos" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        Map<String, String> tokens = new HashMap<>();
        for (String tenant : Tenants.filled(stack, tenants)) {
            tokens.put(tenant, Tokens.of(tenant, "analyst", TOKENS_VALID));
        }
        try (Looker looker = new Looker(stack, processes, run);
                Topics topics = new Topics(stack.kafka(), tokens)) {
            Scene scene = new Scene(
                    stack,
                    processes,
                    new Api(stack.gateway(), tokens),
                    topics,
                    tokens.keySet().stream().sorted().toList(),
                    new Questions(heavy),
                    new Ledger(run),
                    looker);
            looker.start();
            return run(scene);
        }
    }

    private int run(Scene scene) throws Exception {
        long began = System.nanoTime();
        Pace pace = new Pace(
                () -> scene.looker().counts().jobs(),
                () -> scene.looker().counts().waiting(),
                jobs,
                underWay);
        List<Strikes.Struck> struck;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients + 1)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(new Client(scene, seed * 100 + i, pace.turns(20))));
            }
            running.add(threads.submit(new BatchClient(scene, seed * 100 + clients, pace.turns(150))));
            struck = new Strikes(scene, seed, Duration.ofMillis(Math.round(spacing * 1_000))).strike(only, faults);
            pace.faultsAreOver();
            for (Future<Void> client : running) {
                client.get();
            }
        }
        List<String> left = new Healing(scene).await(Duration.ofSeconds(heal));
        double seconds = (System.nanoTime() - began) / 1e9;
        Verdict verdict = Verdict.of(scene, left, struck, leastFenced(struck));
        new Report(scene, struck, verdict, seconds).print();
        System.out.println(Machine.describe());
        if (verdict.isToothless()) {
            return TOOTHLESS;
        }
        return verdict.isGood() ? 0 : 1;
    }

    private int leastFenced(List<Strikes.Struck> struck) {
        if (leastFenced != null) {
            return leastFenced;
        }
        long stopped = struck.stream()
                .filter(one -> one.fault() == Fault.WORKER_STOPPED)
                .count();
        return (int) ((stopped + 1) / 2);
    }
}
