package io.plumbline.jobs.job;

import static io.plumbline.jobs.job.JobCalls.rows;
import static io.plumbline.jobs.job.JobCalls.spec;
import static io.plumbline.jobs.job.JobCalls.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import io.plumbline.embedded.EmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** While Redis counts no requests, jobs are taken all the same, at the rate that a process allows by itself. */
@QuarkusTest
@TestProfile(RedisAwayTest.WithoutRedis.class)
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
@QuarkusTestResource(value = JobNeighbours.class, restrictToAnnotatedClass = true)
class RedisAwayTest {
    /** Limits hold, and nobody listens where Redis should. */
    public static final class WithoutRedis implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("plumbline.limits.enabled", "true", "quarkus.redis.limiter.hosts", "redis://127.0.0.1:1");
        }
    }

    private static QueryStandIn query;

    @BeforeAll
    static void startNeighbours() {
        query = QueryStandIn.start();
    }

    @AfterAll
    static void stopNeighbours() {
        query.close();
    }

    @Test
    void submissionsAreTakenAtTheRateOfTheProcess() {
        int taken = 0;
        int refused = 0;
        // More than a quarter of what a user may send in a minute.
        for (int i = 1; i <= 40; i++) {
            Response answer = submit("redis", spec(i));
            if (answer.statusCode() == 202) {
                taken++;
            } else {
                answer.then().statusCode(429).header("Retry-After", notNullValue());
                refused++;
            }
        }
        assertThat(taken).isPositive();
        assertThat(refused).isPositive();
        assertThat(rows("SELECT FROM jobs.analytics_jobs WHERE tenant_id = 'redis'"))
                .hasSize(taken);
    }
}
