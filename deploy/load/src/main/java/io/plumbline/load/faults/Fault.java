package io.plumbline.load.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/** What may befall a part of the running product. */
public enum Fault {
    DATABASE_KILLED("PostgreSQL", "kill -9 of the whole server") {
        @Override
        public void strike(Processes processes, String one) throws IOException, InterruptedException {
            processes.signal("KILL", processes.of(one));
        }
    },
    CONNECTION_KILLED("PostgreSQL", "kill -9 of one connection's process") {
        @Override
        public void strike(Processes processes, String one) throws IOException, InterruptedException {
            List<Long> connections = processes.connections(QUERY);
            if (!connections.isEmpty()) {
                processes.signal("KILL", connections.getLast());
            }
        }
    },
    DATABASE_STOPPED("PostgreSQL", "stopped for 5 s (SIGSTOP), connections too") {
        @Override
        public void strike(Processes processes, String one) throws IOException, InterruptedException {
            processes.pause(processes.family(one), LONG);
        }
    },
    REDIS_KILLED("Redis", "kill -9") {
        @Override
        public void strike(Processes processes, String one) throws IOException, InterruptedException {
            processes.signal("KILL", processes.of(one));
        }
    },
    REDIS_STOPPED("Redis", "stopped for 5 s (SIGSTOP)") {
        @Override
        public void strike(Processes processes, String one) throws IOException, InterruptedException {
            processes.pause(List.of(processes.of(one)), LONG);
        }
    },
    SERVICE_KILLED("query-service", "kill -9") {
        @Override
        public void strike(Processes processes, String one) throws IOException, InterruptedException {
            processes.signal("KILL", processes.of(one));
        }
    },
    WORKERS_CONNECTION_KILLED("PostgreSQL", "kill -9 of one process of job-service's connections") {
        @Override
        public void strike(Processes processes, String one) throws IOException, InterruptedException {
            List<Long> connections = processes.connections(JOBS);
            if (!connections.isEmpty()) {
                processes.signal("KILL", connections.getLast());
            }
        }
    },
    BROKER_KILLED("Kafka", "kill -9") {
        @Override
        public void strike(Processes processes, String one) throws IOException, InterruptedException {
            processes.signal("KILL", processes.of(one));
        }
    },
    BROKER_STOPPED("Kafka", "stopped for 10 s (SIGSTOP)") {
        @Override
        public void strike(Processes processes, String one) throws IOException, InterruptedException {
            processes.pause(List.of(processes.of(one)), LONGER);
        }
    },
    WORKER_KILLED("job-service", "kill -9") {
        @Override
        public void strike(Processes processes, String one) throws IOException, InterruptedException {
            processes.signal("KILL", processes.of(one));
        }
    },
    WORKER_ENDED("job-service", "told to end (SIGTERM)") {
        @Override
        public void strike(Processes processes, String one) throws IOException, InterruptedException {
            processes.signal("TERM", processes.of(one));
        }
    },
    /** Its jobs are others' when it goes on, and it does not know. */
    WORKER_STOPPED("job-service", "stopped for longer than a lease (SIGSTOP)") {
        @Override
        public void strike(Processes processes, String one) throws IOException, InterruptedException {
            processes.pause(List.of(processes.of(one)), processes.lease().plus(FOR_TAKEOVER));
        }
    };

    /** What PostgreSQL's processes of the services' connections are called. */
    private static final String QUERY = "query_service";

    private static final String JOBS = "job_service";
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration LONGER = Duration.ofSeconds(10);
    /** So long after the end of a lease its job is another worker's for sure. */
    private static final Duration FOR_TAKEOVER = Duration.ofSeconds(4);

    private final String part;
    private final String what;

    Fault(String part, String what) {
        this.part = part;
        this.what = what;
    }

    /** Those that matter to who asks questions. */
    static EnumSet<Fault> ofQuestions() {
        return EnumSet.range(DATABASE_KILLED, SERVICE_KILLED);
    }

    /** The part of the stack that it befalls; where there are several processes of it, one of them. */
    public String part() {
        return part;
    }

    public String what() {
        return what;
    }

    /** Whether PostgreSQL loses what was committed in the last second, unless commits wait for the disk. */
    boolean losesCommits() {
        return this == DATABASE_KILLED || this == CONNECTION_KILLED || this == WORKERS_CONNECTION_KILLED;
    }

    /** Does it; a fault that lasts is over when this returns. */
    public abstract void strike(Processes processes, String one) throws IOException, InterruptedException;
}
