package io.plumbline.local.cli;

import io.plumbline.embedded.ServerStartException;
import io.plumbline.local.client.ApiProblem;
import io.plumbline.local.state.StackException;
import io.plumbline.local.terminal.ProblemText;
import io.plumbline.local.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into a message and an exit code. */
record Complaints(Terminal terminal) implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult result) throws Exception {
        return switch (failure) {
            case NotRunningException missing -> say(missing.getMessage(), missing.remedy(), ExitCode.NOT_RUNNING);
            case StackException known -> say(known.getMessage(), known.remedy(), ExitCode.FAILED);
            case ServerStartException known -> say(known.getMessage(), "", ExitCode.FAILED);
            case ApiProblem problem -> {
                ProblemText.lines(problem.document(), terminal).forEach(terminal.err()::println);
                yield "cannot_answer".equals(problem.document().path("code").asText())
                        ? ExitCode.UNANSWERED
                        : ExitCode.FAILED;
            }
            default -> throw failure;
        };
    }

    private int say(String message, String remedy, int code) {
        terminal.err().println(terminal.red(message));
        if (!remedy.isEmpty()) {
            terminal.err().println(remedy);
        }
        return code;
    }
}
