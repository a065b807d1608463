package io.plumbline.query.cache.redis;

import io.plumbline.query.cache.kept.AnswerKey;
import io.plumbline.query.cache.kept.CacheConfig;
import io.plumbline.query.cache.kept.KeptAnswer;
import io.plumbline.query.cache.kept.Question;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Answers kept in Redis. Nothing here fails: what Redis does not give is not there. */
@ApplicationScoped
public class RedisAnswers {
    /** The value while it is valid; else 1 where the lease is now the caller's, 0 where another one has it. */
    private static final String FIND_OR_CLAIM = """
            if redis.call('PTTL', KEYS[1]) > tonumber(ARGV[3]) then return redis.call('GET', KEYS[1]) end
            if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then return 1 end
            return 0""";

    /** Enough for a data version. */
    private static final int VERSION_DIGITS = 20;

    private final RedisLink link;
    private final RedisMeter meter;
    private final CacheConfig config;
    private final AnswerCodec codec;

    RedisAnswers(RedisLink link, RedisMeter meter, CacheConfig config) {
        this.link = link;
        this.meter = meter;
        this.config = config;
        this.codec = new AnswerCodec(config.largest().asLongValue());
    }

    /** The valid answer under that key, or who is to make it. */
    public Uni<Lookup> findOrClaim(AnswerKey key) {
        String holder = UUID.randomUUID().toString();
        Request command = Request.cmd(Command.EVAL)
                .arg(FIND_OR_CLAIM)
                .arg(2)
                .arg(key.text())
                .arg(key.lease())
                .arg(holder)
                .arg(config.lease().toMillis())
                .arg(config.staleFor().toMillis());
        return link.send(command).flatMap(reply -> switch (reply) {
            case Reply.Value(Response value)
            when value != null && value.type() == ResponseType.BULK ->
                decode(key, value)
                        .map(found -> found.<Lookup>map(Lookup.Found::new).orElseGet(Lookup.Unknown::new));
            case Reply.Value(Response value)
            when value != null && value.toInteger() == 1 ->
                item(new Lookup.Claimed(new Lease(link, key.lease(), holder, config.lease())));
            case Reply.Value _ -> item(new Lookup.Taken());
            case Reply.Refused refused -> refused(refused, key.text()).replaceWith(new Lookup.Unknown());
            case Reply.Away _ -> item(new Lookup.Unknown());
        });
    }

    /** The newest answer to the question, of whatever data and however old. */
    public Uni<Optional<KeptAnswer>> findNewest(Question question) {
        String pointer = question.newest();
        return get(pointer)
                .flatMap(version -> version.map(Response::toString)
                        .map(digits -> newest(question, pointer, digits))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Keeps the answer for all instances; done when Redis has it or does not take it. */
    public Uni<Void> keep(KeptAnswer answer) {
        return Uni.createFrom()
                .item(() -> codec.write(answer))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(value -> set(answer.key().text(), value).invoke(() -> meter.stored(value.length)))
                .flatMap(_ -> set(
                        answer.key().question().newest(),
                        Long.toString(answer.key().dataVersion()).getBytes(StandardCharsets.US_ASCII)))
                .replaceWithVoid();
    }

    private Uni<Optional<KeptAnswer>> newest(Question question, String pointer, String digits) {
        if (digits.length() >= VERSION_DIGITS || !digits.chars().allMatch(Character::isDigit) || digits.isEmpty()) {
            return discard(pointer).replaceWith(Optional.empty());
        }
        AnswerKey key = question.at(Long.parseLong(digits));
        return get(key.text())
                .flatMap(value -> value.map(packed -> decode(key, packed))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Response>> get(String key) {
        return link.send(Request.cmd(Command.GET).arg(key)).flatMap(reply -> switch (reply) {
            case Reply.Value(Response value) -> Uni.createFrom().item(Optional.ofNullable(value));
            case Reply.Refused refused -> refused(refused, key).replaceWith(Optional.empty());
            case Reply.Away _ -> Uni.createFrom().item(Optional.empty());
        });
    }

    private Uni<Reply> set(String key, byte[] value) {
        long kept = config.ttl().plus(config.staleFor()).toMillis();
        Request command = Request.cmd(Command.SET).arg(key).arg(value).arg("PX").arg(kept);
        return link.send(command)
                .call(reply -> reply instanceof Reply.Refused refused
                        ? refused(refused, key)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Optional<KeptAnswer>> decode(AnswerKey key, Response packed) {
        Optional<KeptAnswer> answer = codec.read(key, packed.toBytes());
        return answer.isPresent()
                ? Uni.createFrom().item(answer)
                : discard(key.text()).replaceWith(Optional.empty());
    }

    /** What stands under a key of ours is none of ours. */
    private Uni<Void> discard(String key) {
        meter.count(RedisFault.GARBAGE);
        return link.send(Request.cmd(Command.DEL).arg(key)).replaceWithVoid();
    }

    private Uni<Void> refused(Reply.Refused refused, String key) {
        if (refused.is("WRONGTYPE")) {
            return discard(key);
        }
        return count(refused.is("OOM") ? RedisFault.FULL : RedisFault.REFUSED);
    }

    private Uni<Void> count(RedisFault fault) {
        meter.count(fault);
        return Uni.createFrom().voidItem();
    }

    private static Uni<Lookup> item(Lookup lookup) {
        return Uni.createFrom().item(lookup);
    }
}
