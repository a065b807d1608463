package io.plumbline.load.chaos;

import io.plumbline.load.chaos.Ledger.Entry;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** Submits one job after the other by the topic, again and again until the broker confirms it. */
final class BatchClient implements Callable<Void> {
    private static final int PERCENT = 100;
    private static final int REPEATED = 25;
    private static final int MOST_COPIES = 5;
    private static final int TRIES = 10;

    private final Scene scene;
    private final Random chance;
    private final BooleanSupplier goesOn;

    /** @param goesOn waits for the time of the next submission; false where there is none */
    BatchClient(Scene scene, long seed, BooleanSupplier goesOn) {
        this.scene = scene;
        this.chance = new Random(seed);
        this.goesOn = goesOn;
    }

    @Override
    public Void call() throws InterruptedException {
        while (goesOn.getAsBoolean()) {
            Question question = scene.questions().pick(chance);
            String tenant = scene.tenants().get(chance.nextInt(scene.tenants().size()));
            Entry entry = scene.ledger().begin(tenant, question);
            String body = Bodies.of(entry, question, chance.nextBoolean() ? "high" : "low");
            int copies = chance.nextInt(PERCENT) < REPEATED ? 2 + chance.nextInt(MOST_COPIES - 1) : 1;
            if (copies > 1) {
                scene.ledger().repeated();
            }
            untilConfirmed(entry, body, copies);
        }
        return null;
    }

    private void untilConfirmed(Entry entry, String body, int copies) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            if (scene.topics().submit(entry, body, copies)) {
                scene.ledger().accepted(entry);
                scene.ledger().answered("topic confirmed");
                return;
            }
            scene.ledger().answered("topic not confirmed");
            Thread.sleep(1_000);
        }
    }
}
