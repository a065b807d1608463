package io.plumbline.local.stack;

import io.plumbline.local.state.ProcessRef;
import io.plumbline.local.state.StackRecord;
import io.plumbline.local.state.StackRecord.Part;
import io.plumbline.local.state.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ends a stack and makes sure that nothing of it is left, also when its supervisor was killed. */
public final class Teardown {
    private static final Duration PATIENCE = Duration.ofSeconds(75);
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(20);

    private final StateFolder state;

    public Teardown(StateFolder state) {
        this.state = state;
    }

    /** Ends the stack; gives the names of the parts that had to be killed. */
    public List<String> end(StackRecord stack) {
        List<String> killed = new ArrayList<>();
        stack.supervisor().find().ifPresent(ProcessHandle::destroy);
        if (stack.supervisor().endWithin(PATIENCE)) {
            killed.add("supervisor");
        }
        // The supervisor ends its children, and a killed one's children notice; these are the stubborn ones.
        for (Part part : stack.parts().reversed()) {
            ProcessRef process = part.process();
            if (process != null && process.endWithin(ORPHAN_PATIENCE)) {
                killed.add(part.name());
            }
        }
        forget();
        return killed;
    }

    /** Removes what tells of a running stack. */
    private void forget() {
        try {
            Files.deleteIfExists(state.stackEnv());
            Files.deleteIfExists(state.record());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
