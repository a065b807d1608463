package io.plumbline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void givesTheExitCode() {
        assertThat(leash("sh", "-c", "exit 7").onExit())
                .succeedsWithin(PATIENCE)
                .isEqualTo(7);
    }

    @Test
    void stopEndsTheChildByTheSignal() throws IOException {
        Leash leash = leash("sh", "-c", "trap 'echo asked; exit 0' TERM; echo up; while :; do sleep 0.05; done");
        awaitLog("up");
        leash.stop(PATIENCE);
        assertThat(leash.isAlive()).isFalse();
        assertThat(Files.readString(log())).contains("asked");
    }

    @Test
    void killsAChildThatWillNotEnd() throws IOException {
        Leash leash = leash("sh", "-c", "trap '' TERM; echo up; while :; do sleep 0.05; done");
        awaitLog("up");
        leash.stop(Duration.ofMillis(200));
        assertThat(leash.isAlive()).isFalse();
    }

    @Test
    void reportsAMissingProgram() {
        assertThat(leash("no-such-program").onExit()).succeedsWithin(PATIENCE).isEqualTo(127);
        assertThatThrownBy(() -> Leash.start("TERM", List.of("true"), Map.of(), folder.resolve("absent"), log()))
                .isInstanceOf(ServerStartException.class);
    }

    /** A JVM that is killed can't close anything: its child must end all the same. */
    @Test
    void theChildOfAKilledJvmEnds() throws Exception {
        Process parent = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeashHolder.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("parent.log").toFile())
                .start();
        Path number = folder.resolve("child.pid");
        await(() -> Files.exists(number) && !read(number).isEmpty());
        Optional<ProcessHandle> child = ProcessHandle.of(Long.parseLong(read(number)));
        assertThat(child).get().matches(ProcessHandle::isAlive);
        parent.destroyForcibly().waitFor();
        await(() -> hasEnded(child.orElseThrow()));
    }

    /** Where nobody asks for its exit code, an ended process stays in the list as a zombie. */
    private static boolean hasEnded(ProcessHandle process) {
        return !process.isAlive()
                || read(Path.of("/proc", Long.toString(process.pid()), "stat")).contains(") Z ");
    }

    private Leash leash(String... command) {
        return Leash.start("TERM", List.of(command), Map.of(), folder, log());
    }

    private Path log() {
        return folder.resolve("child.log");
    }

    private void awaitLog(String text) {
        await(() -> read(log()).contains(text));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
