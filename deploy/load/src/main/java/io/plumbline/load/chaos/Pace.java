package io.plumbline.load.chaos;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** When clients submit: as soon as there are fewer jobs under way than wanted, until there were enough and all faults are over. */
final class Pace {
    private static final long LOOK_EVERY_MILLIS = 50;

    private final IntSupplier sent;
    private final IntSupplier underWay;
    private final int wanted;
    private final int mostUnderWay;
    private final AtomicBoolean faultsOver = new AtomicBoolean();

    Pace(IntSupplier sent, IntSupplier underWay, int wanted, int mostUnderWay) {
        this.sent = sent;
        this.underWay = underWay;
        this.wanted = wanted;
        this.mostUnderWay = mostUnderWay;
    }

    void faultsAreOver() {
        faultsOver.set(true);
    }

    /** For one client: waits until its next submission is due; false where there is none. */
    BooleanSupplier turns(long pauseMillis) {
        return () -> {
            try {
                Thread.sleep(pauseMillis);
                while (!isOver()) {
                    if (underWay.getAsInt() < mostUnderWay) {
                        return true;
                    }
                    Thread.sleep(LOOK_EVERY_MILLIS);
                }
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }

    private boolean isOver() {
        return faultsOver.get() && sent.getAsInt() >= wanted;
    }
}
