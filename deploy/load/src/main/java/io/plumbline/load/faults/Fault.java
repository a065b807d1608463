package io.plumbline.load.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What may befall a part while the product is asked. */
enum Fault {
    DATABASE_KILLED("PostgreSQL", "kill -9 of the whole server") {
        @Override
        void strike(Processes processes) throws IOException, InterruptedException {
            processes.signal("KILL", processes.of(part()));
        }
    },
    CONNECTION_KILLED("PostgreSQL", "kill -9 of one connection's process") {
        @Override
        void strike(Processes processes) throws IOException, InterruptedException {
            List<Long> connections = processes.connections();
            if (!connections.isEmpty()) {
                processes.signal("KILL", connections.getLast());
            }
        }
    },
    DATABASE_STOPPED("PostgreSQL", "stopped for 5 s (SIGSTOP), connections too") {
        @Override
        void strike(Processes processes) throws IOException, InterruptedException {
            processes.pause(processes.family(part()), LONG);
        }
    },
    REDIS_KILLED("Redis", "kill -9") {
        @Override
        void strike(Processes processes) throws IOException, InterruptedException {
            processes.signal("KILL", processes.of(part()));
        }
    },
    REDIS_STOPPED("Redis", "stopped for 5 s (SIGSTOP)") {
        @Override
        void strike(Processes processes) throws IOException, InterruptedException {
            processes.pause(List.of(processes.of(part())), LONG);
        }
    },
    SERVICE_KILLED("query-service", "kill -9") {
        @Override
        void strike(Processes processes) throws IOException, InterruptedException {
            processes.signal("KILL", processes.of(part()));
        }
    };

    private static final Duration LONG = Duration.ofSeconds(5);

    private final String part;
    private final String what;

    Fault(String part, String what) {
        this.part = part;
        this.what = what;
    }

    /** The part of the stack that it befalls. */
    String part() {
        return part;
    }

    String what() {
        return what;
    }

    /** Whether PostgreSQL loses what was committed in the last second, unless commits wait for the disk. */
    boolean losesCommits() {
        return this == DATABASE_KILLED || this == CONNECTION_KILLED;
    }

    /** Does it; a fault that lasts is over when this returns. */
    abstract void strike(Processes processes) throws IOException, InterruptedException;
}
