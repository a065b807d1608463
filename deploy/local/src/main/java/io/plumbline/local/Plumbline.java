package io.plumbline.local;

import io.plumbline.local.cli.PlumblineCommand;

/** The command line. */
public final class Plumbline {
    private Plumbline() {}

    public static void main(String[] arguments) {
        System.exit(PlumblineCommand.execute(arguments));
    }
}
