package io.plumbline.load.faults;

import io.plumbline.load.Machine;
import io.plumbline.load.Stack;
import io.plumbline.load.Tenants;
import io.plumbline.load.Tokens;
import io.plumbline.load.shape.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has clients ask without pause, and does one fault after the other. */
@Command(
        name = "faults",
        description = {
            "Kills and stops PostgreSQL, Redis and query-service of the running stack while clients ask, and checks every answer.",
            "Needs the tenants that 'fill' makes, and a stack that starts its parts again: ./plumbline up --detach --no-demo --restart.",
            "Fails where an answer is wrong, is refused in another way than with 429, 502, 503 or 504 and a problem document, or is missing in the audit."
        },
        mixinStandardHelpOptions = true)
public final class FaultsCommand implements Callable<Integer> {
    private static final Duration RECOVERY = Duration.ofSeconds(90);
    /** What was committed so shortly before a crash of PostgreSQL may be gone: commits do not wait for the disk. */
    private static final Duration LOST = Duration.ofMillis(1_200);

    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final double NANOS = 1e9;

    @Option(names = "--rounds", description = "how often each fault comes (default: ${DEFAULT-VALUE})")
    private int rounds = 3;

    @Option(names = "--only", split = ",", description = "only these: ${COMPLETION-CANDIDATES}")
    private List<Fault> only = List.copyOf(Fault.ofQuestions());

    @Option(names = "--clients", description = "who ask without pause (default: ${DEFAULT-VALUE})")
    private int clients = 8;

    @Option(names = "--tenants", description = "of how many tenants (default: ${DEFAULT-VALUE})")
    private int tenants = 4;

    @Option(names = "--seed", description = "of the order of faults and requests (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    private final Tally tally = new Tally();
    private final List<Long> crashes = new CopyOnWriteArrayList<>();
    private final AtomicBoolean ended = new AtomicBoolean();

    @Override
    public Integer call() throws Exception {
        System.out.println(Machine.describe());
        Stack stack = Stack.running();
        Asker asker = new Asker(stack.gateway());
        List<Question> questions = questions(stack, asker);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Void>> askers = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Random chance = new Random(seed + i + 1);
                askers.add(threads.submit(() -> ask(asker, questions, chance)));
            }
            strike();
            ended.set(true);
            for (Future<Void> client : askers) {
                client.get();
            }
        }
        List<String> ids =
                tally.made().stream().filter(this::isKept).map(Tally.Made::id).toList();
        AuditCheck audit = AuditCheck.of(stack, ids);
        print(audit);
        System.out.println(Machine.describe());
        return tally.faulty() == 0 && audit.isComplete() ? 0 : 1;
    }

    private boolean isKept(Tally.Made made) {
        return crashes.stream().noneMatch(crash -> Math.abs(crash - made.at()) < LOST.toNanos());
    }

    private List<Question> questions(Stack stack, Asker asker) throws Exception {
        List<Question> questions = new ArrayList<>();
        for (String tenant : Tenants.filled(stack, tenants)) {
            String token = Tokens.of(tenant);
            for (Shape shape : Shape.values()) {
                questions.add(new Question(tenant, token, shape, asker.rows(token, shape)));
            }
        }
        return questions;
    }

    private Void ask(Asker asker, List<Question> questions, Random chance) throws InterruptedException {
        Asker.Mode[] modes = Asker.Mode.values();
        while (!ended.get()) {
            Question question = questions.get(chance.nextInt(questions.size()));
            long sent = System.nanoTime();
            Asker.Answer answer = asker.ask(question, modes[chance.nextInt(modes.length)]);
            tally.add(answer, sent);
            if (!(answer.reply() instanceof Reply.Right)) {
                // As a client does that is told to try again.
                Thread.sleep(100);
            }
        }
        return null;
    }

    private void strike() throws Exception {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            faults.addAll(only);
        }
        Random chance = new Random(seed);
        Collections.shuffle(faults, chance);
        Processes processes = new Processes(Duration.ZERO);
        System.out.printf("%n%-15s %-45s %s%n", "part", "what happens to it", "first new answer after, s");
        for (Fault fault : faults) {
            Thread.sleep(3_000 + chance.nextInt(3_000));
            fault.strike(processes, fault.part());
            if (fault.losesCommits()) {
                crashes.add(System.nanoTime());
            }
            System.out.printf("%-15s %-45s %s%n", fault.part(), fault.what(), recovery());
        }
        Thread.sleep(5_000);
    }

    /** The time until the first right answer that was made anew and asked for since. */
    private String recovery() throws InterruptedException {
        long since = System.nanoTime();
        while (tally.lastFresh() <= since) {
            if (System.nanoTime() - since > RECOVERY.toNanos()) {
                return "none within " + RECOVERY.toSeconds() + " s";
            }
            Thread.sleep(LOOK_EVERY);
        }
        return "%.2f".formatted((System.nanoTime() - since) / NANOS);
    }

    private void print(AuditCheck audit) {
        System.out.printf("%nright answers %,d; wrong or undeclared %,d%n", tally.right(), tally.faulty());
        tally.refused().forEach((code, count) -> System.out.printf("refused with %s: %,d%n", code, count));
        tally.findings().forEach(finding -> System.out.println("FINDING " + finding));
        System.out.printf(
                "answers made anew (but for %,d in the second before PostgreSQL was killed) %,d; in the audit once %,d; with their outcome %,d%n",
                tally.made().size() - audit.answers(), audit.answers(), audit.entered(), audit.told());
        audit.missing().forEach(id -> System.out.println("FINDING not in the audit: request " + id));
    }
}
