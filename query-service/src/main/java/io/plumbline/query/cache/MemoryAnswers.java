package io.plumbline.query.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.query.cache.kept.AnswerKey;
import io.plumbline.query.cache.kept.CacheConfig;
import io.plumbline.query.cache.kept.KeptAnswer;
import io.plumbline.query.cache.kept.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Answers kept in this process, bounded by their bytes. */
@ApplicationScoped
public class MemoryAnswers {
    /** Where the newest answers of that many questions are is known. */
    private static final int QUESTIONS = 20_000;

    private final Cache<AnswerKey, KeptAnswer> answers;
    private final Cache<Question, AnswerKey> newest;

    MemoryAnswers(CacheConfig config, MeterRegistry registry) {
        Duration kept = config.ttl().plus(config.staleFor());
        answers = Caffeine.newBuilder()
                .maximumWeight(config.memory().asLongValue())
                .weigher((AnswerKey _, KeptAnswer answer) -> answer.size())
                .expireAfterWrite(kept)
                .build();
        newest = Caffeine.newBuilder()
                .maximumSize(QUESTIONS)
                .expireAfterWrite(kept)
                .build();
        Gauge.builder("cache_memory_entries", answers, Cache::estimatedSize)
                .description("Answers kept in this process")
                .register(registry);
        Gauge.builder("cache_memory_bytes", this, MemoryAnswers::bytes)
                .description("What the answers kept in this process take")
                .baseUnit("bytes")
                .register(registry);
    }

    /** The answer under that key, however old. */
    Optional<KeptAnswer> find(AnswerKey key) {
        return Optional.ofNullable(answers.getIfPresent(key));
    }

    /** The answer to the question that was kept last, of whatever data. */
    Optional<KeptAnswer> findNewest(Question question) {
        return Optional.ofNullable(newest.getIfPresent(question)).flatMap(this::find);
    }

    void keep(KeptAnswer answer) {
        answers.put(answer.key(), answer);
        newest.put(answer.key().question(), answer.key());
    }

    private double bytes() {
        return answers.policy()
                .eviction()
                .flatMap(eviction -> eviction.weightedSize().stream().boxed().findFirst())
                .orElse(0L);
    }
}
