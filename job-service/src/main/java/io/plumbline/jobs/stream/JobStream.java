package io.plumbline.jobs.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One client's stream. It keeps at most one look's events; a client that takes nothing is not asked for any more and
 * reads on from the table later. Its events are sent one after the other, each when the one before is on its way.
 */
final class JobStream implements Flow.Publisher<StreamEvent>, Flow.Subscription {
    private final Visit visit;
    private final Listening listening;
    private final Runnable cut;
    private final Deque<StreamEvent> waiting = new ArrayDeque<>();
    private final AtomicInteger draining = new AtomicInteger();
    private Flow.Subscriber<? super StreamEvent> client;
    private long cursor;
    private long demand;
    private boolean behind = true;
    private boolean last;
    private boolean gone;
    private String present;
    private long presentAt;
    private long sentAt = System.nanoTime();

    /** Hears when a stream wants to read on, and when it is over. */
    record Listening(Consumer<JobStream> hungry, Consumer<JobStream> over) {}

    /** @param cut breaks the connection of a client that takes nothing any more */
    JobStream(Visit visit, Listening listening, Runnable cut) {
        this.visit = visit;
        this.listening = listening;
        this.cut = cut;
        this.cursor = visit.after();
    }

    Visit visit() {
        return visit;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super StreamEvent> subscriber) {
        client = subscriber;
        subscriber.onSubscribe(this);
    }

    @Override
    public void request(long count) {
        boolean hungry;
        synchronized (this) {
            demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
            hungry = behind && isReady();
        }
        drain();
        if (hungry) {
            listening.hungry().accept(this);
        }
    }

    /** The client has left. */
    @Override
    public void cancel() {
        synchronized (this) {
            gone = true;
            waiting.clear();
        }
        listening.over().accept(this);
    }

    /** Where to read on; null while the client is busy with what it has. */
    synchronized Position wanted() {
        return isReady() ? new Position(visit.job(), cursor) : null;
    }

    /** There is something new in the log, which is read when the client can take it. */
    synchronized void newsAhead() {
        behind = true;
    }

    /** What the table holds behind a position that was wanted; null where the job is not there any more. */
    void read(Position position, News news) {
        synchronized (this) {
            if (!isReady() || position.after() != cursor) {
                return;
            }
            if (news == null) {
                finish(StreamEvent.end("{\"state\":\"gone\"}"));
            } else {
                take(news);
            }
        }
        drain();
    }

    /** Time goes by: repeats the progress in silence, and ends what has lasted too long. */
    void tick(StreamSettings settings) {
        boolean stalled;
        synchronized (this) {
            long silence = System.nanoTime() - sentAt;
            stalled = !gone && demand == 0 && silence > settings.stall().toNanos();
            if (isReady() && !Instant.now().isBefore(visit.until())) {
                finish(StreamEvent.reauth());
            } else if (isReady() && silence > settings.silence().toNanos()) {
                waiting.add(sign(settings.every().multipliedBy(3)));
            }
        }
        if (stalled) {
            cut.run();
            cancel();
        } else {
            drain();
        }
    }

    /** The instance is about to end. What was not sent yet is read again by the instance that the client comes to. */
    void reconnect() {
        synchronized (this) {
            if (!last) {
                waiting.clear();
                finish(StreamEvent.reconnect());
            }
        }
        drain();
    }

    private StreamEvent sign(Duration fresh) {
        boolean known = present != null && System.nanoTime() - presentAt < fresh.toNanos();
        return known ? StreamEvent.progress(present) : StreamEvent.heartbeat();
    }

    private void take(News news) {
        present = news.present();
        presentAt = System.nanoTime();
        for (LogEvent event : news.events()) {
            waiting.add(StreamEvent.of(event));
            cursor = event.seq();
        }
        behind = cursor < news.lastSeq();
        if (news.over() && !behind) {
            finish(StreamEvent.end(present));
        }
    }

    private void finish(StreamEvent event) {
        waiting.add(event);
        last = true;
    }

    private boolean isReady() {
        return demand > 0 && waiting.isEmpty() && !last && !gone;
    }

    private void drain() {
        if (draining.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        while (missed != 0) {
            for (StreamEvent event = next(); event != null; event = next()) {
                client.onNext(event);
            }
            if (isOver()) {
                client.onComplete();
                listening.over().accept(this);
            }
            missed = draining.addAndGet(-missed);
        }
    }

    private synchronized StreamEvent next() {
        if (gone || demand == 0 || waiting.isEmpty()) {
            return null;
        }
        demand--;
        sentAt = System.nanoTime();
        return waiting.poll();
    }

    /** True once. */
    private synchronized boolean isOver() {
        boolean over = last && !gone && waiting.isEmpty();
        gone |= over;
        return over;
    }
}
