package io.plumbline.query.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.cache.kept.AnswerKey;
import io.plumbline.query.cache.kept.Answers;
import io.plumbline.query.cache.kept.KeptAnswer;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AnswerCodecTest {
    private static final AnswerKey KEY = Answers.question("acme").at(7);
    private static final KeptAnswer ANSWER = Answers.answer(KEY, Instant.parse("2026-03-01T10:00:00.123456Z"));

    private final AnswerCodec codec = new AnswerCodec(1_000);

    @Test
    void readsWhatItWrote() {
        KeptAnswer read = codec.read(KEY, codec.write(ANSWER)).orElseThrow();
        assertThat(read).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(ANSWER);
    }

    @Test
    void isNoAnswerUnderAnotherKey() {
        byte[] value = codec.write(ANSWER);
        assertThat(codec.read(Answers.question("acme").at(8), value)).isEmpty();
        assertThat(codec.read(Answers.question("umbrella").at(7), value)).isEmpty();
    }

    @Property(tries = 200)
    void readsNoGarbage(@ForAll byte[] garbage) {
        assertThat(codec.read(KEY, garbage)).isEmpty();
    }

    @Property(tries = 200)
    void noticesEachDamagedBit(@ForAll @IntRange(max = 100_000) int place, @ForAll @IntRange(max = 7) int bit) {
        byte[] value = codec.write(ANSWER);
        value[place % value.length] ^= (byte) (1 << bit);
        codec.read(KEY, value)
                .ifPresent(read -> assertThat(read).usingRecursiveComparison().isEqualTo(ANSWER));
    }

    @Property(tries = 100)
    void noticesWhatIsMissing(@ForAll @IntRange(max = 100_000) int length) {
        byte[] value = codec.write(ANSWER);
        assertThat(codec.read(KEY, Arrays.copyOf(value, length % value.length))).isEmpty();
    }

    @Test
    void unpacksNoMoreThanAnAnswerMayHave() {
        assertThat(new AnswerCodec(5).read(KEY, codec.write(ANSWER))).isEmpty();
    }
}
