package io.plumbline.spec.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFaultsTest {
    @ParameterizedTest
    @CsvSource({
        "57014, TIMEOUT",
        "53300, UNAVAILABLE",
        "53400, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        "08006, UNAVAILABLE",
        "25006, UNAVAILABLE",
        "55P03, UNAVAILABLE",
        "42P01, INTERNAL_ERROR",
        ", INTERNAL_ERROR",
    })
    void tellsThePassingFromThePermanent(String sqlState, CommonProblem expected) {
        var fault = new PgException("relation \"t\" of tenant acme", "ERROR", sqlState, null);
        ProblemException problem = DatabaseFaults.toProblem(fault);
        assertThat(problem.type()).isEqualTo(expected);
        assertThat(problem).hasCause(fault).hasMessageNotContaining("acme");
    }

    @Test
    void asksToTryAgainWhereWaitingHelps() {
        assertThat(DatabaseFaults.toProblem(new ConnectException("refused")).retryAfter())
                .contains(Duration.ofSeconds(2));
        assertThat(DatabaseFaults.toProblem(new SocketException("Connection reset"))
                        .type())
                .isEqualTo(CommonProblem.UNAVAILABLE);
        assertThat(DatabaseFaults.toProblem(new TimeoutException()).type()).isEqualTo(CommonProblem.TIMEOUT);
    }

    @Test
    void aDatabaseThatGivesNoSignIsAway() {
        var silence = new io.smallrye.mutiny.TimeoutException();
        assertThat(DatabaseFaults.toProblem(silence).type()).isEqualTo(CommonProblem.UNAVAILABLE);
        assertThat(DatabaseFaults.toProblem(silence).retryAfter()).isPresent();
        assertThat(DatabaseFaults.withoutConnection(silence).type()).isEqualTo(CommonProblem.OVERLOADED);
    }

    @Test
    void aConnectionThatWasClosedMeanwhileIsAway() {
        var closed = new NoStackTraceThrowable("Connection is not active now, current status: CLOSED");
        assertThat(DatabaseFaults.toProblem(closed).type()).isEqualTo(CommonProblem.UNAVAILABLE);
        assertThat(DatabaseFaults.toProblem(new NoStackTraceThrowable("anything else"))
                        .type())
                .isEqualTo(CommonProblem.INTERNAL_ERROR);
    }

    @Test
    void passesProblemsAsTheyAre() {
        var problem = new ProblemException(CommonProblem.CONFLICT, "no");
        assertThat(DatabaseFaults.toProblem(problem)).isSameAs(problem);
    }
}
