package io.plumbline.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.local.state.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposeTest {
    private static final String SHARED = "common-spec/src/main/resources/META-INF/microprofile-config.properties";
    private static final ComposeFile COMPOSE = ComposeFile.read();

    @ParameterizedTest
    @EnumSource(Service.class)
    void setsOnlyVariablesThatAServiceReads(Service service) {
        assertThat(COMPOSE.environment(service.title()).keySet())
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(isRead(variable, service))
                        .as("%s is read by %s", variable, service.title())
                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void tellsEveryServiceWhereItsNeighboursAre(Service service) {
        Set<String> told = COMPOSE.environment(service.title()).keySet();
        assertThat(told).containsAll(Checkout.find("\\$\\{(PLUMBLINE_(?:\\w+_URL|REDIS))\\b", ownSettings(service)));
        assertThat(told).contains("PLUMBLINE_KAFKA", "PLUMBLINE_ISSUER", "PLUMBLINE_JWKS");
        if (!Checkout.text(ownSettings(service)).contains("quarkus.datasource.active=false")) {
            assertThat(told).contains("PLUMBLINE_DB", "PLUMBLINE_DB_PASSWORD", "PLUMBLINE_MIGRATOR_PASSWORD");
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void namesAServiceByHostAndPort(Service service) {
        List<Object> urls = COMPOSE.services().keySet().stream()
                .map(name -> COMPOSE.environment(name).get(service.urlVariable()))
                .filter(url -> url != null)
                .toList();
        String port = Checkout.find("^quarkus\\.http\\.port=(\\d+)$", ownSettings(service))
                .getFirst();
        assertThat(urls).isNotEmpty().containsOnly("http://" + service.title() + ":" + port);
    }

    @Test
    void leadsTheGatewayToEveryService() {
        assertThat(COMPOSE.environment("gateway"))
                .containsKeys(
                        Stream.of(Service.values()).map(Service::urlVariable).toArray(String[]::new));
    }

    @Test
    void setsOnlyVariablesThatTheGatewayReads() {
        String help = Checkout.text("deploy/local/src/main/java/io/plumbline/local/cli/GatewayCommand.java");
        assertThat(COMPOSE.environment("gateway").keySet())
                .allSatisfy(name -> assertThat(help).contains(name));
    }

    @Test
    void mountsOnlyVolumesAndFilesThatAre() {
        List<String> sources = COMPOSE.services().keySet().stream()
                .flatMap(name -> COMPOSE.mounts(name).stream())
                .filter(mount -> !mount.startsWith("$"))
                .map(mount -> mount.substring(0, mount.indexOf(':')))
                .toList();
        assertThat(sources)
                .allSatisfy(source -> assertThat(
                                COMPOSE.volumes().contains(source) || (source.startsWith("./") && exists(source)))
                        .as(source)
                        .isTrue());
    }

    @Test
    void asksForNothingThatTheExampleDoesNotName() {
        List<String> needed = Checkout.find("\\$\\{(\\w+):\\?", "docker-compose.yml");
        List<String> optional = Checkout.find("\\$\\{(\\w+):-", "docker-compose.yml");
        assertThat(Checkout.find("^(\\w+)=$", "deploy/compose/example.env"))
                .as("without a value: nobody shall start with a known password")
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(needed));
        assertThat(Checkout.find("^#(\\w+)=.+$", "deploy/compose/example.env"))
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(optional));
        assertThat(Checkout.find("^(\\w+)=", "deploy/compose/example.env")).hasSameSizeAs(Set.copyOf(needed));
    }

    @Test
    void createsEveryTopic() {
        List<String> created = new ArrayList<>();
        for (String names : Checkout.find("^create \\d+ ((?:\\\\\n|[^\n])*)$", "deploy/compose/topics.sh")) {
            created.addAll(List.of(names.replace("\\\n", " ").strip().split("\\s+", -1)));
        }
        assertThat(created)
                .containsExactlyInAnyOrderElementsOf(Checkout.find(
                        " = \"([^\"]+)\";", "common-spec/src/main/java/io/plumbline/spec/event/Topics.java"));
    }

    @Test
    void setsThePasswordOfEveryServiceThatLogsIn() {
        String script = Checkout.text("deploy/compose/passwords.sh");
        Map<String, Object> given = COMPOSE.environment("postgres");
        assertThat(given.keySet().stream().filter(name -> name.startsWith("PLUMBLINE_")))
                .allSatisfy(name -> assertThat(script).contains(name));
        Stream.of(Service.values())
                .filter(service -> COMPOSE.environment(service.title()).containsKey("PLUMBLINE_DB_PASSWORD"))
                .forEach(service -> assertThat(script).contains("ALTER ROLE " + service.role() + " PASSWORD"));
    }

    private static boolean exists(String path) {
        return Checkout.path(path).toFile().exists();
    }

    /** Its own settings or the shared ones name it, or the property that it stands for. */
    private static boolean isRead(String variable, Service service) {
        String property = variable.toLowerCase(Locale.ROOT).replace('_', '.');
        return Stream.of(ownSettings(service), SHARED)
                .map(Checkout::text)
                .map(text -> text.lines().filter(line -> !line.startsWith("%")).collect(Collectors.joining("\n")))
                .anyMatch(text -> text.contains("${" + variable) || text.contains("\n" + property + "="));
    }

    private static String ownSettings(Service service) {
        return service.title() + "/src/main/resources/application.properties";
    }
}
