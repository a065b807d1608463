package io.plumbline.query.cache;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Lets those who want the same thing at the same time share the work for it. */
final class Flights<K, T> {
    private final ConcurrentHashMap<K, Flight<T>> flights = new ConcurrentHashMap<>();

    /**
     * @param first whether the work is done for this caller
     */
    record Landed<T>(T result, boolean first) {}

    /** The result of the work that is under way for the key, else of this one. */
    Uni<Landed<T>> join(K key, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> board(key, work));
    }

    int running() {
        return flights.size();
    }

    private Uni<Landed<T>> board(K key, Supplier<Uni<T>> work) {
        Flight<T> own = new Flight<>();
        while (true) {
            Flight<T> present = flights.putIfAbsent(key, own);
            Flight<T> flight = present == null ? own : present;
            if (flight.board()) {
                Runnable gone = () -> flights.remove(key, flight);
                Uni<T> ride = flight.ride(gone);
                if (flight == own) {
                    flight.start(Uni.createFrom().deferred(work::get), gone);
                }
                return ride.map(result -> new Landed<>(result, flight == own));
            }
            flights.remove(key, flight);
        }
    }
}
