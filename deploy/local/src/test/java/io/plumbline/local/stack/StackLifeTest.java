package io.plumbline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.local.state.Event;
import io.plumbline.local.state.EventLog;
import io.plumbline.local.state.PortPlan;
import io.plumbline.local.state.ProcessRef;
import io.plumbline.local.state.Service;
import io.plumbline.local.state.StackException;
import io.plumbline.local.state.StackRecord;
import io.plumbline.local.state.StackRecord.Part;
import io.plumbline.local.state.StateFolder;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real servers, a real supervisor process, stand-ins for the services. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StackLifeTest {
    private static final PortPlan PORTS = freePorts();

    @TempDir
    Path checkout;

    private StateFolder state;
    private Launcher launcher;
    private StackOptions options;
    private final List<Event> events = new ArrayList<>();

    @BeforeEach
    void prepare() throws Exception {
        FakeCheckout.make(checkout);
        state = StateFolder.locate(checkout, Map.of());
        launcher = new Launcher(checkout, state, PORTS);
        options = new StackOptions(state.defaultData(), false, Optional.empty(), false, 1);
    }

    @AfterEach
    void nothingIsLeft() {
        StackRecord.find(state).ifPresent(stack -> new Teardown(state).end(stack));
    }

    @Test
    void startsStopsAndLeavesNothing() throws Exception {
        up();
        StackRecord stack = StackRecord.find(state).orElseThrow();
        assertThat(stack.parts())
                .extracting(Part::name)
                .contains("gateway", "PostgreSQL", "Redis", "Kafka")
                .contains(List.of(Service.values()).stream().map(Service::title).toArray(String[]::new));
        assertThat(Files.readString(state.stackEnv()))
                .contains("PLUMBLINE_URL=http://127.0.0.1:" + PORTS.gateway(), "PLUMBLINE_TOKEN=ey");
        for (Path secret : List.of(
                state.stackEnv(), state.signingKey(), state.defaultData().resolve("passwords.json"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
        assertThat(new Teardown(state).end(stack)).as("had to be killed").isEmpty();
        assertGone(stack);
    }

    @Test
    void aKilledServiceEndsTheStackAndIsNamed() throws Exception {
        ProcessRef supervisor = up();
        StackRecord stack = StackRecord.find(state).orElseThrow();
        process(stack, "query-service").find().orElseThrow().destroyForcibly();
        Event end = launcher.follow(new EventLog(state.events()), supervisor, event -> {}, Event.Kind.FAILED);
        assertThat(end.text())
                .contains("query-service was killed", state.log("query-service").toString(), "./plumbline up");
        assertThat(supervisor.endWithin(Duration.ofSeconds(60)))
                .as("had to be killed")
                .isFalse();
        assertGone(stack);
    }

    @Test
    void aKilledPartIsStartedAgainWhereAskedFor() throws Exception {
        options = new StackOptions(state.defaultData(), false, Optional.empty(), true, 2);
        ProcessRef supervisor = up();
        EventLog log = new EventLog(state.events());
        for (String part : List.of("PostgreSQL", "Redis", "Kafka", "query-service", "job-service-2")) {
            ProcessRef killed = process(StackRecord.find(state).orElseThrow(), part);
            killed.find().orElseThrow().destroyForcibly();
            Event told = launcher.follow(log, supervisor, events::add, Event.Kind.RESTARTED, Event.Kind.FAILED);
            assertThat(told.part()).as(told.text()).isEqualTo(part);
            ProcessRef fresh = process(StackRecord.find(state).orElseThrow(), part);
            assertThat(fresh).isNotEqualTo(killed);
            assertThat(fresh.alive()).isTrue();
        }
        assertThat(new Teardown(state).end(StackRecord.find(state).orElseThrow()))
                .as("had to be killed")
                .isEmpty();
    }

    @Test
    void aKilledSupervisorTakesEverythingWithIt() throws Exception {
        ProcessRef supervisor = up();
        StackRecord stack = StackRecord.find(state).orElseThrow();
        supervisor.find().orElseThrow().destroyForcibly();
        new Teardown(state).end(stack);
        assertGone(stack);
        assertThat(StackRecord.find(state)).isEmpty();
    }

    @Test
    void refusesToStartOnATakenPortAndSaysHowToMove() throws Exception {
        try (ServerSocket taken = new ServerSocket(PORTS.kafka(), 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> launcher.launch(options)).isInstanceOfSatisfying(StackException.class, refusal -> {
                assertThat(refusal).hasMessageContaining(taken.getLocalPort() + " (Kafka)");
                assertThat(refusal.remedy()).contains("PLUMBLINE_PORT_OFFSET=");
            });
        }
        assertThat(StackRecord.find(state)).isEmpty();
    }

    @Test
    void refusesToStartWhatIsNotBuilt() throws Exception {
        Files.delete(Service.JOB.application(checkout).resolve("quarkus-run.jar"));
        assertThatThrownBy(() -> launcher.launch(options)).hasMessageContaining("Not built: job-service");
    }

    @Test
    void aServiceThatCannotStartIsNamedWithItsLog() throws Exception {
        Files.writeString(Service.CATALOG.application(checkout).resolve("quarkus-run.jar"), "no jar");
        ProcessRef supervisor = launcher.launch(options);
        Event end = launcher.follow(
                new EventLog(state.events()), supervisor, events::add, Event.Kind.FAILED, Event.Kind.UP);
        assertThat(end.text()).contains("catalog-service ended with exit code 1", "Invalid or corrupt jarfile");
    }

    /** Away from the ports of stacks that run here, and below those that systems give to clients. */
    private static PortPlan freePorts() {
        return IntStream.iterate(9_000, offset -> offset < 13_600, offset -> offset + 100)
                .mapToObj(PortPlan::new)
                .filter(StackLifeTest::areFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean areFree(PortPlan ports) {
        try {
            ports.requireFree();
            return true;
        } catch (StackException taken) {
            return false;
        }
    }

    private ProcessRef up() throws InterruptedException {
        ProcessRef supervisor = launcher.launch(options);
        Event end = launcher.follow(
                new EventLog(state.events()), supervisor, events::add, Event.Kind.FAILED, Event.Kind.UP);
        assertThat(end.kind()).as(end.text()).isEqualTo(Event.Kind.UP);
        return supervisor;
    }

    private static ProcessRef process(StackRecord stack, String name) {
        return stack.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow()
                .process();
    }

    private void assertGone(StackRecord stack) {
        assertThat(stack.supervised()).isFalse();
        assertThat(stack.parts().stream().map(Part::process).filter(Objects::nonNull))
                .noneMatch(ProcessRef::alive);
        assertThat(state.stackEnv()).doesNotExist();
    }
}
