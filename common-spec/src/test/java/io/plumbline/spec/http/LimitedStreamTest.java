package io.plumbline.spec.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LimitedStreamTest {
    private static final int LIMIT = 100_000;

    private final AtomicBoolean unread = new AtomicBoolean();

    @Test
    void givesABodyUpToTheLimit() throws IOException {
        assertThat(of(LIMIT).readAllBytes()).hasSize(LIMIT);
        assertThat(of(1).read()).isZero();
        assertThat(of(0).read()).isEqualTo(-1);
        assertThat(unread).isFalse();
    }

    @Test
    void countsWhatIsSkippedToo() {
        assertThatThrownBy(() -> of(LIMIT + 1).skipNBytes(LIMIT + 1)).isInstanceOf(ProblemException.class);
        assertThat(unread).isTrue();
    }

    @Test
    void cannotBeReadTwice() {
        assertThat(of(1).markSupported()).isFalse();
    }

    @Test
    void readsAShortRestToItsEndWhenClosed() throws IOException {
        InputStream source = new ByteArrayInputStream(new byte[50_000]);
        limited(source).close();
        assertThat(source.available()).isZero();
        assertThat(unread).isFalse();
    }

    @Test
    void leavesALongRestUnread() throws IOException {
        InputStream source = new ByteArrayInputStream(new byte[90_000]);
        limited(source).close();
        assertThat(unread).isTrue();
    }

    private InputStream of(int length) {
        return limited(new ByteArrayInputStream(new byte[length]));
    }

    private InputStream limited(InputStream source) {
        return new LimitedStream(
                source,
                LIMIT,
                () -> new ProblemException(CommonProblem.PAYLOAD_TOO_LARGE, null),
                () -> unread.set(true));
    }
}
