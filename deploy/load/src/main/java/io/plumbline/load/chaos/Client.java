package io.plumbline.load.chaos;

import io.plumbline.load.chaos.Api.Answer;
import io.plumbline.load.chaos.Ledger.Entry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Submits one job after the other by the interface, again and again under the same key until it knows; cancels and reads some. */
final class Client implements Callable<Void> {
    private static final int PERCENT = 100;
    private static final int REPEATED = 25;
    private static final int MOST_COPIES = 5;
    private static final int CANCELLED = 5;
    private static final int READ = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Scene scene;
    private final Random chance;
    private final BooleanSupplier goesOn;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param goesOn waits for the time of the next submission; false where there is none */
    Client(Scene scene, long seed, BooleanSupplier goesOn) {
        this.scene = scene;
        this.chance = new Random(seed);
        this.goesOn = goesOn;
    }

    @Override
    public Void call() throws Exception {
        while (goesOn.getAsBoolean()) {
            Question question = scene.questions().pick(chance);
            String tenant = scene.tenants().get(chance.nextInt(scene.tenants().size()));
            Entry entry = scene.ledger().begin(tenant, question);
            String body = Bodies.of(entry, question, chance.nextBoolean() ? "high" : "low");
            int copies = chance.nextInt(PERCENT) < REPEATED ? 2 + chance.nextInt(MOST_COPIES - 1) : 1;
            submit(entry, body, copies);
            follow(entry);
        }
        threads.close();
        return null;
    }

    private void submit(Entry entry, String body, int copies) throws Exception {
        if (copies > 1) {
            scene.ledger().repeated();
        }
        boolean atOnce = chance.nextBoolean();
        List<Future<Void>> sent = new ArrayList<>();
        for (int i = 0; i < copies; i++) {
            Future<Void> copy = threads.submit(() -> untilKnown(entry, body));
            if (atOnce) {
                sent.add(copy);
            } else {
                copy.get();
            }
        }
        for (Future<Void> copy : sent) {
            copy.get();
        }
    }

    private Void untilKnown(Entry entry, String body) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            long sent = System.nanoTime();
            try {
                Answer answer = scene.api().submit(entry.tenant(), entry.key(), body);
                tell("submit", answer);
                if (answer.status() == 202 || answer.status() == 200) {
                    scene.ledger()
                            .accepted(
                                    entry,
                                    UUID.fromString(answer.data().path("id").asText()),
                                    sent);
                    return null;
                }
                if (!answer.isPassing() && !answer.isUndeclared()) {
                    scene.ledger()
                            .finding("submit answered " + answer.status() + " " + answer.code() + " to " + entry.key());
                    return null;
                }
            } catch (IOException e) {
                scene.ledger().answered("submit " + e.getClass().getSimpleName());
            }
            Thread.sleep(200 + chance.nextInt(600));
        }
        scene.ledger().finding("submit of " + entry.key() + " was not answered within " + PATIENCE.toSeconds() + " s");
        return null;
    }

    /** Now and then: cancels what it submitted, or reads something. */
    private void follow(Entry entry) throws InterruptedException {
        int what = chance.nextInt(PERCENT);
        if (what >= CANCELLED + READ) {
            return;
        }
        for (UUID job : entry.answers()) {
            try {
                if (what < CANCELLED) {
                    Thread.sleep(chance.nextInt(500));
                    known("cancel", entry, scene.api().cancel(entry.tenant(), job.toString()));
                } else {
                    Thread.sleep(500 + chance.nextInt(1_000));
                    read(entry, scene.api().result(entry.tenant(), job.toString()));
                }
            } catch (IOException e) {
                scene.ledger().answered("follow " + e.getClass().getSimpleName());
            }
        }
    }

    private void read(Entry entry, Answer answer) {
        known("result", entry, answer);
        if (answer.status() == 200) {
            scene.ledger().read(entry, answer.data().path("total").asLong(-1));
        }
    }

    private void known(String what, Entry entry, Answer answer) {
        tell(what, answer);
        if (answer.status() == 404) {
            scene.ledger().finding(what + " does not know the job of " + entry.key());
        }
    }

    private void tell(String what, Answer answer) {
        scene.ledger().answered(what + " " + answer.status() + " " + answer.code());
        if (answer.isUndeclared()) {
            scene.ledger().finding(what + " answered " + answer.status() + ": " + answer.document());
        }
    }
}
