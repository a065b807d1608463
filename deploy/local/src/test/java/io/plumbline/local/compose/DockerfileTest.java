package io.plumbline.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.local.state.PortPlan;
import io.plumbline.local.state.Service;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DockerfileTest {
    private static final String USER = "10001:10001";
    private static final PortPlan PORTS = new PortPlan(0);

    static Collection<String> dockerfiles() {
        return new TreeSet<>(ComposeFile.read().dockerfiles().values());
    }

    @Test
    void isThereForEveryServiceAndTheGateway() {
        assertThat(dockerfiles())
                .hasSize(Service.values().length + 1)
                .allSatisfy(name -> assertThat(Checkout.path(name)).isRegularFile());
    }

    /** Maven refuses to start when the root names a module whose description is missing. */
    @ParameterizedTest
    @MethodSource("dockerfiles")
    void copiesTheDescriptionOfEveryModule(String dockerfile) {
        List<String> modules = Checkout.find("<module>([^<]+)</module>", "pom.xml");
        assertThat(modules).isNotEmpty();
        assertThat(Checkout.find("^COPY (\\S+)/pom\\.xml \\1/$", dockerfile)).containsExactlyElementsOf(modules);
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void copiesOnlyWhatIsThere(String dockerfile) {
        assertThat(Checkout.find("^COPY ([^-\\s]\\S*) ", dockerfile))
                .allSatisfy(source -> assertThat(Checkout.path(source)).exists());
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void runsWithoutRights(String dockerfile) {
        assertThat(Checkout.find("^USER (\\S+)$", dockerfile)).containsExactly(USER);
        assertThat(Checkout.find("^RUN (?:groupadd|useradd).*--(?:uid|gid) (\\d+)", dockerfile))
                .containsOnly(USER.substring(0, USER.indexOf(':')));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void checksTheHealthOfAServiceOnItsOwnPort(Service service) {
        String dockerfile = service.title() + "/Dockerfile";
        String port = Integer.toString(service.managementPort(PORTS));
        assertThat(Checkout.find("/dev/tcp/127\\.0\\.0\\.1/(\\d+) ", dockerfile))
                .containsExactly(port);
        assertThat(Checkout.find("^EXPOSE (.+)$", dockerfile)).containsExactly(service.port(PORTS) + " " + port);
    }
}
