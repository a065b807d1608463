package io.plumbline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import redis.embedded.core.ExecutableProvider;

/** The Redis program for this machine, unpacked once from its Maven artifact. */
final class RedisProgram {
    private static final String NAME = "redis-server-6.2";

    private RedisProgram() {}

    static Path unpackedIn(Path parent) {
        Path program = parent.resolve(NAME);
        if (Files.isExecutable(program)) {
            return program;
        }
        try {
            Files.createDirectories(parent);
            Path beside = Files.createTempDirectory(parent, NAME + "-");
            Path unpacked = ExecutableProvider.newJarResourceProvider(beside.toFile())
                    .get()
                    .toPath();
            Files.move(unpacked, program, StandardCopyOption.ATOMIC_MOVE);
            Scratch.delete(beside);
            return program;
        } catch (IOException e) {
            throw new ServerStartException("Could not unpack Redis into " + program + ": " + e.getMessage(), e);
        }
    }
}
