package io.plumbline.embedded;

import java.nio.file.Path;

/** The server programs, unpacked from their Maven artifacts. */
public final class Programs {
    private Programs() {}

    /**
     * Unpacks what is not there yet. Whoever starts servers side by side calls this first: a program that is being
     * written while another thread starts a process can't be run at that moment ("text file busy").
     */
    public static void unpack(Path folder) {
        PostgresPrograms.unpackedIn(folder);
        RedisProgram.unpackedIn(folder);
    }
}
