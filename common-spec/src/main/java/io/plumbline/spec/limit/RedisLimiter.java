package io.plumbline.spec.limit;

import io.quarkus.redis.client.RedisClientName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.RedisClientType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Decides for all services together, by a script that Redis runs in one piece and by its own clock. */
@Singleton
final class RedisLimiter {
    static final String CLIENT = "limiter";

    private final Redis redis;
    private final Patience patience;
    private final boolean cluster;
    private final Script script = Script.load();

    RedisLimiter(
            @RedisClientName(CLIENT) Redis redis,
            @ConfigProperty(name = "quarkus.redis.limiter.timeout") Duration patience,
            LimitConfig config,
            @ConfigProperty(name = "quarkus.redis.limiter.client-type", defaultValue = "standalone")
                    RedisClientType type) {
        this.redis = redis;
        this.patience = new Patience(patience, config.warmUp(), System::nanoTime);
        this.cluster = type == RedisClientType.CLUSTER;
    }

    /**
     * Decides on a request.
     *
     * @param groups of meters; a cluster keeps those of one group on one node, so it is asked once for each. What an
     *     earlier group admitted stays counted where a later one refuses.
     * @return fails where Redis does not decide in time, whatever the reason
     */
    Uni<Verdict> decide(List<List<Meter>> groups) {
        return cluster
                ? inTurn(groups)
                : ask(groups.stream().flatMap(List::stream).toList());
    }

    /** Ends well where Redis can decide again. */
    Uni<Verdict> probe() {
        return ask(List.of(new Meter("rl:probe", List.of(Rate.perSecond(Rate.Owner.GLOBAL, 1)))));
    }

    private Uni<Verdict> inTurn(List<List<Meter>> groups) {
        Uni<Verdict> first = ask(groups.getFirst());
        if (groups.size() == 1) {
            return first;
        }
        List<List<Meter>> rest = groups.subList(1, groups.size());
        return first.flatMap(verdict -> verdict.admitted()
                ? inTurn(rest).map(verdict::and)
                : Uni.createFrom().item(verdict));
    }

    private Uni<Verdict> ask(List<Meter> meters) {
        return redis.send(request(Command.EVALSHA, script.hash(), meters))
                .onFailure(RedisLimiter::isUnknownScript)
                // Evaluating the text also makes the script known.
                .recoverWithUni(() -> redis.send(request(Command.EVAL, script.text(), meters)))
                .map(answer -> read(answer, meters))
                .ifNoItem()
                .after(patience.now())
                .fail();
    }

    private static boolean isUnknownScript(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
    }

    private static Request request(Command command, String script, List<Meter> meters) {
        Request request = Request.cmd(command).arg(script).arg(meters.size());
        meters.forEach(meter -> request.arg(meter.key()));
        for (Meter meter : meters) {
            request.arg(meter.rates().size());
            for (Rate rate : meter.rates()) {
                request.arg(rate.interval()).arg(rate.tolerance());
            }
        }
        return request;
    }

    private static Verdict read(Response answer, List<Meter> meters) {
        List<Rate> rates =
                meters.stream().flatMap(meter -> meter.rates().stream()).toList();
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            standings.add(new Standing(rates.get(i), answer.get(i + 1).toLong()));
        }
        return new Verdict(answer.get(0).toInteger() == 1, standings);
    }
}
