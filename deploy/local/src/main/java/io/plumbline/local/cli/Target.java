package io.plumbline.local.cli;

import io.plumbline.local.state.StackException;
import io.plumbline.local.state.StackRecord;
import java.net.URI;
import java.nio.file.Path;

/**
 * The stack that a command talks to: behind the gateway that PLUMBLINE_URL names, else the one of the state folder.
 *
 * @param data where notes on its data are kept
 */
record Target(URI url, Path data) {
    private static final String VARIABLE = "PLUMBLINE_URL";

    static Target of(Context context) {
        String named = context.environment().getOrDefault(VARIABLE, "").strip();
        return named.isEmpty()
                ? running(context)
                : new Target(address(named), context.state().folder());
    }

    private static Target running(Context context) {
        StackRecord stack = StackRecord.find(context.state()).orElseThrow(NotRunningException::never);
        return switch (stack.phase()) {
            case FAILED -> throw NotRunningException.failed();
            case STOPPING -> throw NotRunningException.never();
            case STARTING, READY -> {
                if (!stack.supervised()) {
                    throw NotRunningException.failed();
                }
                if (stack.phase() == StackRecord.Phase.STARTING) {
                    throw new StackException("The stack is still starting.", "See how far it is: ./plumbline status");
                }
                yield new Target(URI.create(stack.ports().gatewayUrl()), Path.of(stack.data()));
            }
        };
    }

    private static URI address(String text) {
        try {
            URI url = URI.create(text);
            boolean known = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (known && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(text, e);
        }
        throw wrong(text, null);
    }

    private static StackException wrong(String text, Exception cause) {
        return new StackException(
                VARIABLE + " is '" + text + "', but must be the address of a gateway, such as http://localhost:8080.",
                "Correct it, or unset it to use the stack of this machine.",
                cause);
    }
}
