package io.plumbline.local.stack;

import io.plumbline.embedded.EmbeddedPostgres;
import io.plumbline.embedded.EmbeddedRedis;
import io.plumbline.embedded.KafkaProcess;
import io.plumbline.embedded.Leash;
import io.plumbline.embedded.PostgresAddress;
import io.plumbline.embedded.Programs;
import io.plumbline.embedded.ServerStartException;
import io.plumbline.local.gateway.Door;
import io.plumbline.local.gateway.Gateway;
import io.plumbline.local.gateway.Origins;
import io.plumbline.local.gateway.Traces;
import io.plumbline.local.issuer.LocalIssuer;
import io.plumbline.local.state.Event;
import io.plumbline.local.state.EventLog;
import io.plumbline.local.state.PortPlan;
import io.plumbline.local.state.StackException;
import io.plumbline.local.state.StackRecord.Phase;
import io.plumbline.local.state.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts a stack, watches it, and ends it as a whole: on a signal, or as soon as one part fails. What it holds ends in
 * the reverse order of its start.
 */
public final class Supervisor {
    private static final int STARTING_AT_ONCE = 3;
    /** A part that can't start does not keep the machine busy. */
    private static final Duration RESTART_PAUSE = Duration.ofSeconds(1);

    private final Path checkout;
    private final StateFolder state;
    private final PortPlan ports;
    private final StackOptions options;
    private final Parts parts;
    private final LocalIssuer issuer;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Void> trouble = new CompletableFuture<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Deque<Runnable> ends = new ArrayDeque<>();
    private final HttpClient health = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    public Supervisor(Path checkout, StateFolder state, PortPlan ports, StackOptions options) {
        this.checkout = checkout;
        this.state = state;
        this.ports = ports;
        this.options = options;
        this.parts = new Parts(state, ports, options.data(), new EventLog(state.events()));
        this.issuer = LocalIssuer.of(state);
    }

    /** Runs the stack until a signal (then it does not return) or a failure (then it returns 1). */
    public int run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopBySignal, "stop"));
        try {
            start();
            trouble.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            fail(e.getCause());
        } catch (RuntimeException e) {
            fail(e);
        }
        return 1;
    }

    private void start() throws InterruptedException, ExecutionException {
        Door door = Door.fromEnvironment(System.getenv());
        hold(
                Gateway.start(
                                Gateway.LOOPBACK,
                                ports,
                                Origins.local(ports),
                                issuer::jwks,
                                door,
                                Traces.in(state.traces()))::close);
        parts.addInside("gateway", ports.gateway(), "supervisor");
        Programs.unpack(state.programs());
        Servers servers = new Servers(state, ports, options.data());
        CompletableFuture<Void> redis = beside(() -> startRedis(servers));
        // Before the services, so that it ends after them.
        CompletableFuture<Void> kafka = beside(() -> startKafka(servers));
        PostgresAddress postgres = startPostgres(servers);
        DemoTenants demo = DemoTenants.besides(options.data());
        if (options.demo()) {
            demo.forgetOthers(postgres, options.demoUntil());
        }
        CompletableFuture<Void> ready = startServices(postgres);
        CompletableFuture.anyOf(CompletableFuture.allOf(redis, kafka, ready), trouble)
                .get();
        hold(new StackEnv(state, ports, postgres, issuer)::close);
        parts.phase(Phase.READY, null);
        if (options.demo()) {
            CompletableFuture.anyOf(beside(() -> loadDemo(demo)), trouble).get();
        }
        parts.tell(Event.Kind.UP, "", ports.gatewayUrl());
    }

    private PostgresAddress startPostgres(Servers servers) {
        parts.tell(Event.Kind.STARTING, "PostgreSQL", "");
        EmbeddedPostgres server = servers.postgres();
        parts.add("PostgreSQL", ports.postgres(), server.process(), "postgres");
        hold(server::close);
        watch("PostgreSQL", server.process(), "postgres");
        parts.tell(Event.Kind.STARTED, "PostgreSQL", "port " + ports.postgres());
        return server.address();
    }

    private void startRedis(Servers servers) {
        parts.tell(Event.Kind.STARTING, "Redis", "");
        EmbeddedRedis server = servers.redis();
        parts.add("Redis", ports.redis(), server.process(), "redis");
        hold(server::close);
        watch("Redis", server.process(), "redis");
        parts.tell(Event.Kind.STARTED, "Redis", "port " + ports.redis());
    }

    private void startKafka(Servers servers) {
        parts.tell(Event.Kind.STARTING, "Kafka", "");
        KafkaProcess server = servers.kafka();
        parts.add("Kafka", ports.kafka(), server.process(), "kafka");
        hold(server::close);
        watch("Kafka", server.process(), "kafka");
        server.awaitReady();
        parts.tell(Event.Kind.STARTED, "Kafka", "port " + ports.kafka());
    }

    /** Completes when all services are ready. They stop side by side. */
    private CompletableFuture<Void> startServices(PostgresAddress postgres) {
        List<ServiceProcess> running = new ArrayList<>();
        hold(() -> stopAll(running));
        // Three at a time: more of them would only make each other time out on a small machine.
        Semaphore places = new Semaphore(STARTING_AT_ONCE, true);
        List<CompletableFuture<Void>> ready = new ArrayList<>();
        for (Instance instance : Instance.all(options.jobServices())) {
            ready.add(beside(() -> {
                places.acquireUninterruptibly();
                try {
                    awaitReady(startService(instance, postgres, running));
                } finally {
                    places.release();
                }
            }));
        }
        return CompletableFuture.allOf(ready.toArray(CompletableFuture[]::new));
    }

    private ServiceProcess startService(Instance instance, PostgresAddress postgres, List<ServiceProcess> running) {
        String title = instance.title();
        Path application =
                new Applications(state.applications()).copy(instance.service().application(checkout), title);
        synchronized (running) {
            if (stopping.get()) {
                throw new CancellationException("The stack is being stopped");
            }
            ServiceProcess process = ServiceProcess.start(
                    instance,
                    application,
                    ServiceEnvironment.of(instance, ports, postgres, state, options.data()),
                    state.log(title));
            running.add(process);
            parts.add(title, instance.port(ports), process.leash(), title);
            watch(title, process.leash(), title);
            parts.tell(Event.Kind.STARTING, title, "");
            return process;
        }
    }

    private void awaitReady(ServiceProcess process) {
        try {
            process.awaitReady(health, process.instance().managementPort(ports));
            parts.tell(
                    Event.Kind.STARTED,
                    process.instance().title(),
                    "port " + process.instance().port(ports));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopAll(List<ServiceProcess> running) {
        synchronized (running) {
            CompletableFuture.allOf(running.stream()
                            .map(process -> CompletableFuture.runAsync(process::stop, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    /** The stack is of use without demo data: a fault is told, not fatal. */
    private void loadDemo(DemoTenants demo) {
        try {
            demo.load(URI.create(ports.gatewayUrl()), issuer, options.demoUntil(), parts::tell);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            parts.tell(Event.Kind.WARNING, DemoTenants.PART, "not loaded: " + Failure.describe(e));
        }
    }

    /** Ends the stack when a child ends before it is asked to, or starts the child again. */
    private void watch(String name, Leash leash, String log) {
        threads.execute(() -> {
            int code = leash.onExit().join();
            while (options.restart() && !stopping.get()) {
                restart(name, leash, code);
                code = leash.onExit().join();
            }
            if (!stopping.get()) {
                trouble.completeExceptionally(Failure.ended(name, code, state.log(log)));
            }
        });
    }

    private void restart(String name, Leash leash, int code) {
        LockSupport.parkNanos(RESTART_PAUSE.toNanos());
        synchronized (stopping) {
            if (stopping.get()) {
                return;
            }
            leash.restart();
        }
        parts.renew(name, leash);
        parts.tell(Event.Kind.RESTARTED, name, Failure.how(code) + " and was started again");
    }

    /** Does a step of the start beside others; its failure is at once that of the stack. */
    private CompletableFuture<Void> beside(Runnable step) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        step.run();
                    } catch (RuntimeException e) {
                        trouble.completeExceptionally(e);
                        throw e;
                    }
                },
                threads);
    }

    private void hold(Runnable end) {
        synchronized (ends) {
            ends.push(end);
        }
    }

    private void fail(Throwable failure) {
        String text = Failure.describe(failure);
        System.Logger log = System.getLogger(Supervisor.class.getName());
        if (failure instanceof StackException || failure instanceof ServerStartException) {
            log.log(System.Logger.Level.ERROR, "The stack failed: " + text);
        } else {
            log.log(System.Logger.Level.ERROR, "The stack failed", failure);
        }
        parts.tell(Event.Kind.FAILED, "", text);
        stop(Phase.FAILED, text);
    }

    private void stopBySignal() {
        stop(Phase.STOPPING, null);
    }

    private void stop(Phase phase, String why) {
        if (!beginStop()) {
            awaitStopped();
            return;
        }
        parts.phase(phase, why);
        parts.tell(Event.Kind.STOPPING, "", "");
        for (Runnable end = next(); end != null; end = next()) {
            try {
                end.run();
            } catch (RuntimeException e) {
                System.getLogger(Supervisor.class.getName()).log(System.Logger.Level.WARNING, "while stopping", e);
            }
        }
        parts.tell(Event.Kind.DOWN, "", "");
        stopped.countDown();
    }

    /** Nothing is started again from here on; false where another one stops the stack already. */
    private boolean beginStop() {
        synchronized (stopping) {
            return stopping.compareAndSet(false, true);
        }
    }

    private void awaitStopped() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Runnable next() {
        synchronized (ends) {
            return ends.poll();
        }
    }
}
