package io.plumbline.local.cli;

import io.plumbline.local.state.ProcessRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory a process holds. */
final class ResidentMemory {
    private static final long KILOBYTES = 1024;

    private ResidentMemory() {}

    /** Megabytes; empty for a process that has gone, or where the system does not tell. */
    static OptionalLong megabytes(ProcessRef process) {
        if (!process.alive()) {
            return OptionalLong.empty();
        }
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.exists(status) ? ofLinux(status) : ofPs(process.pid());
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong ofLinux(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES)
                .findFirst();
    }

    private static OptionalLong ofPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        String text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return OptionalLong.of(Long.parseLong(text) / KILOBYTES);
    }
}
