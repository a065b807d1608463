package io.plumbline.load.chaos;

import io.plumbline.load.faults.Fault;
import io.plumbline.load.faults.Processes.Running;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One fault after the other, in an order that the seed gives, whether the one before has healed or not. */
final class Strikes {
    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration READY = Duration.ofSeconds(60);
    /** A worker that comes back has time to see that its jobs are others' before it is killed. */
    private static final Duration COME_BACK = Duration.ofSeconds(4);

    private static final double NANOS = 1e9;

    private final Scene scene;
    private final Random chance;
    private final Duration spacing;
    private final List<Struck> struck = new CopyOnWriteArrayList<>();

    Strikes(Scene scene, long seed, Duration spacing) {
        this.scene = scene;
        this.chance = new Random(seed);
        this.spacing = spacing;
    }

    /**
     * What a fault did.
     *
     * @param accepted seconds from its end until a submission that was sent since was accepted; negative: none was
     * @param ended seconds from its end until a job ended
     */
    record Struck(Fault fault, double accepted, double ended) {}

    /** Does so many; returns when the last has healed or is given up. */
    List<Struck> strike(List<Fault> kinds, int count) throws InterruptedException, IOException {
        try (ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor()) {
            int number = 0;
            for (Fault fault : order(kinds, count)) {
                Thread.sleep(spacing.toMillis() / 2 + chance.nextInt((int) spacing.toMillis() + 1));
                Running one = target(fault);
                number++;
                System.out.printf("%4d/%d  %-14s %-55s", number, count, one.name(), fault.what());
                fault.strike(scene.processes(), one.name());
                long end = System.nanoTime();
                int before = scene.looker().counts().ended();
                var unused = watchers.submit(() -> struck.add(watch(fault, end, before)));
                System.out.printf(
                        "%,7d accepted %,7d ended %5d wait or run %5d fenced%n",
                        scene.ledger().acceptedCount(),
                        scene.looker().counts().ended(),
                        scene.looker().counts().waiting(),
                        scene.looker().metrics().fenced());
                if (fault == Fault.WORKER_STOPPED) {
                    Thread.sleep(COME_BACK);
                }
            }
        }
        return List.copyOf(struck);
    }

    private List<Fault> order(List<Fault> kinds, int count) {
        List<Fault> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(kinds.get(i % kinds.size()));
        }
        Collections.shuffle(all, chance);
        return all;
    }

    /** Of several processes one by chance, of those that are ready and run jobs where there are some, so that the fault bites. */
    private Running target(Fault fault) throws IOException, InterruptedException {
        List<Running> all = scene.processes().all(fault.part());
        if (all.isEmpty()) {
            throw new IOException("The stack has no part " + fault.part());
        }
        if (!fault.part().endsWith("-service")) {
            return all.getFirst();
        }
        long end = System.nanoTime() + READY.toNanos();
        while (System.nanoTime() < end) {
            List<Running> ready = new ArrayList<>(scene.processes().all(fault.part()));
            ready.removeIf(one -> !scene.looker().metrics().isReady(one) || !bites(fault, one));
            if (!ready.isEmpty()) {
                return ready.get(chance.nextInt(ready.size()));
            }
            Thread.sleep(STEP);
        }
        return scene.processes().all(fault.part()).getFirst();
    }

    /** One of two jobs may be over before the process stands still. */
    private boolean bites(Fault fault, Running one) {
        int least = fault == Fault.WORKER_STOPPED ? 2 : 1;
        return !one.name().startsWith("job-service") || scene.looker().running(one.pid()) >= least;
    }

    private Struck watch(Fault fault, long end, int before) throws InterruptedException {
        double accepted = -1;
        double ended = -1;
        while (System.nanoTime() - end < RECOVERY.toNanos() && (accepted < 0 || ended < 0)) {
            double now = (System.nanoTime() - end) / NANOS;
            if (accepted < 0 && scene.ledger().lastAccepted() > end) {
                accepted = now;
            }
            if (ended < 0
                    && !scene.looker().isBlind()
                    && scene.looker().counts().ended() > before) {
                ended = now;
            }
            Thread.sleep(STEP);
        }
        return new Struck(fault, accepted, ended);
    }
}
