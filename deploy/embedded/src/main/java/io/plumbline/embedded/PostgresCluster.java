package io.plumbline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A data folder of PostgreSQL and the programs that work on it. */
final class PostgresCluster {
    private final Path data;
    private final Path log;
    private final PostgresPrograms programs;
    private final Unprivileged user;

    PostgresCluster(Path folder, Path log, PostgresPrograms programs, Unprivileged user) {
        this.data = folder.resolve("data");
        this.log = log;
        this.programs = programs;
        this.user = user;
    }

    /** Makes the data folder where there is none; text sorts by code point, the same on every machine. */
    void initialize(String superuserPassword) {
        try {
            if (Files.exists(data.resolve("PG_VERSION"))) {
                requireVersion();
                return;
            }
            Files.createDirectories(data.getParent());
            // Half-made data of an initdb that was killed.
            Scratch.delete(data);
            Files.createDirectories(
                    data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            initdb(superuserPassword);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Leash run(List<String> options) {
        List<String> command = new ArrayList<>(List.of(programs.path("postgres"), "-D", data.toString()));
        for (String option : options) {
            command.addAll(List.of("-c", option));
        }
        // INT asks for a fast shutdown: sessions end, the data is written.
        return Leash.start("INT", user.command(command), Map.of(), data.getParent(), log);
    }

    String logTail() {
        return LogTail.of(log);
    }

    private void initdb(String superuserPassword) throws IOException {
        Path password = Files.createTempFile(
                data.getParent(),
                "password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, superuserPassword);
            user.handOver(data);
            user.handOver(password);
            List<String> command = user.command(List.of(
                    programs.path("initdb"),
                    "--pgdata=" + data,
                    "--username=" + PostgresAddress.SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-sync"));
            Process process = new ProcessBuilder(command)
                    .directory(data.getParent().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new ServerStartException("PostgreSQL's initdb failed:\n" + logTail());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerStartException("Interrupted while PostgreSQL's data folder was made", e);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private void requireVersion() throws IOException {
        String version = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!version.equals(PostgresPrograms.MAJOR)) {
            throw new ServerStartException(
                    "%s holds data of PostgreSQL %s, but this is PostgreSQL %s. Remove the folder to start anew."
                            .formatted(data, version, PostgresPrograms.MAJOR));
        }
    }
}
