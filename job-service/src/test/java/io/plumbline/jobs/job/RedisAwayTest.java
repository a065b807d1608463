package io.plumbline.jobs.job;

import static io.plumbline.jobs.job.JobCalls.analyst;
import static io.plumbline.jobs.job.JobCalls.rows;
import static io.plumbline.jobs.job.JobCalls.spec;
import static io.plumbline.jobs.job.JobCalls.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.plumbline.embedded.EmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** While nothing counts requests, no long work is begun, and what is there can be looked at. */
@QuarkusTest
@TestProfile(RedisAwayTest.WithoutRedis.class)
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class RedisAwayTest {
    /** Limits hold, and nobody listens where Redis should. */
    public static final class WithoutRedis implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // With the secret there, so that nothing but the limiter can refuse.
            return Map.of(
                    "plumbline.limits.enabled", "true",
                    "plumbline.internal.key", "0123456789abcdef0123456789abcdef",
                    "quarkus.redis.limiter.hosts", "redis://127.0.0.1:1");
        }
    }

    @Test
    void submissionsAreRefusedAndReadsAreNot() {
        for (int i = 0; i < 3; i++) {
            submit("redis", spec(1))
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("unavailable"));
            analyst("redis").get("/analytics/jobs").then().statusCode(200);
        }
        assertThat(rows("SELECT FROM jobs.analytics_jobs WHERE tenant_id = 'redis'"))
                .isEmpty();
    }
}
