package io.plumbline.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.local.state.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoutesTest {
    private static final Pattern PUBLIC = Pattern.compile("@Path\\(\"(/analytics/[^\"]+)\"\\)");

    /** A resource that the gateway does not know could be reached by nobody. */
    @ParameterizedTest
    @EnumSource(Service.class)
    void leadToEveryPublicResourceOfTheServices(Service service) throws IOException {
        Set<String> paths = publicPaths(Path.of("../..", service.title(), "src/main/java"));
        assertThat(paths).isNotEmpty();
        assertThat(paths).allSatisfy(path -> assertThat(Routes.find(path)).contains(service));
    }

    private static Set<String> publicPaths(Path sources) throws IOException {
        Set<String> paths = new TreeSet<>();
        for (Path file : javaFiles(sources)) {
            PUBLIC.matcher(Files.readString(file)).results().forEach(match -> paths.add(match.group(1)));
        }
        return paths;
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
