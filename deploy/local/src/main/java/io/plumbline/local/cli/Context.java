package io.plumbline.local.cli;

import io.plumbline.local.stack.Launcher;
import io.plumbline.local.stack.OwnProgram;
import io.plumbline.local.state.PortPlan;
import io.plumbline.local.state.StateFolder;
import io.plumbline.local.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command works on.
 *
 * @param checkout root of the project
 */
record Context(Path checkout, StateFolder state, Map<String, String> environment, Terminal terminal) {

    /** The checkout is the one that holds this program, unless PLUMBLINE_HOME names another. */
    static Context ofProcess(PrintWriter out, PrintWriter err, Map<String, String> environment) {
        String home = environment.get(Launcher.CHECKOUT_VARIABLE);
        Path checkout = home == null ? ownCheckout() : Path.of(home).toAbsolutePath();
        return new Context(
                checkout, StateFolder.locate(checkout, environment), environment, Terminal.of(out, err, environment));
    }

    PortPlan ports() {
        return PortPlan.fromEnvironment(environment);
    }

    /** The program is at deploy/local/target below the root. */
    private static Path ownCheckout() {
        return OwnProgram.location().resolve("../../../..").normalize();
    }
}
