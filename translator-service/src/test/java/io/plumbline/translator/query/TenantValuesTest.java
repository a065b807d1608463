package io.plumbline.translator.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.TestTokens;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.translator.Values;
import io.plumbline.translator.testing.Neighbours;
import io.plumbline.translator.testing.Wire;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Neighbours.class, initArgs = @ResourceArg(name = "kept", value = "0.001S"))
class TenantValuesTest {
    private static final Tenant TENANT = Tenant.of("acme");

    @Inject
    TenantValues values;

    @BeforeEach
    void reset() {
        Wire.reset();
    }

    private Values load() throws InterruptedException {
        Thread.sleep(5);
        return values.load(TENANT, TestTokens.viewer("acme")).await().indefinitely();
    }

    @Test
    void keepsTheSameObjectWhileTheDataIsUnchanged() throws InterruptedException {
        var first = load();
        assertThat(load()).isSameAs(first);
        assertThat(Wire.calls("/analytics/values"))
                .extracting(call -> call.get("if_none_match").asText().isEmpty())
                .containsExactly(true, false);
        Wire.answer("/analytics/values", 200, "{\"data\": {\"values\": {\"label\": [\"new\"]}}}");
        assertThat(load().of("label")).containsExactly("new");
    }
}
