package io.plumbline.load.users;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.uniformRandomSwitch;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.plumbline.load.Stack;
import io.plumbline.load.Tenants;
import io.plumbline.load.Tokens;
import io.plumbline.load.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Users of several tenants, each of whom asks one shape after the other, at random. Fails where a request does. */
public final class UsersSimulation extends Simulation {
    private static final String TOKEN = "token";
    private static final double ALL = 100;
    private static final double P99 = 99;
    private static final int GOAL_MILLIS = 1_000;

    private final List<String> tokens = new ArrayList<>();

    public UsersSimulation() throws Exception {
        Plan plan = Plan.read();
        for (String tenant : Tenants.filled(Stack.running(), plan.tenants())) {
            tokens.add(Tokens.of(tenant));
        }
        HttpProtocolBuilder protocol = http.baseUrl(plan.url().toString())
                .header("Authorization", "Bearer #{" + TOKEN + "}")
                .contentTypeHeader("application/json")
                .acceptHeader("application/json");
        setUp(people(plan).injectOpen(atOnceUsers(plan.users())))
                .protocols(protocol)
                .assertions(
                        global().failedRequests().count().is(0L),
                        global().responseTime().percentile(P99).lt(GOAL_MILLIS));
    }

    private ScenarioBuilder people(Plan plan) {
        List<ChainBuilder> questions = Stream.of(Shape.values())
                .map(shape -> ask(shape, plan.cached()))
                .toList();
        return scenario("people")
                .exec(this::login)
                .exec(during(plan.time()).on(uniformRandomSwitch().on(questions)));
    }

    private Session login(Session session) {
        return session.set(TOKEN, tokens.get((int) (session.userId() % tokens.size())));
    }

    private static ChainBuilder ask(Shape shape, int cached) {
        return exec(randomSwitch()
                .on(
                        percent(cached).then(run("any answer", shape, "normal")),
                        percent(ALL - cached).then(run("new answer", shape, "fresh"))));
    }

    private static ChainBuilder run(String title, Shape shape, String cache) {
        return exec(http(title)
                .post("/analytics/run?cache=" + cache)
                .body(StringBody(shape.json()))
                .check(status().is(200)));
    }
}
