package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.compiler.sql.SqlQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The SQL of each form, kept in files: {@code golden/<form>.json} is the spec, {@code <form>.sql} what comes of it. After a
 * wanted change run this test with {@code -Dplumbline.golden=write}, which writes the files anew, and read the difference.
 */
class GoldenSqlTest {
    static final Path FILES =
            Path.of(System.getProperty("plumbline.root", ".."), "query-service/src/test/resources/golden");

    static Stream<String> forms() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void writesTheSqlOfTheForm(String form) throws IOException {
        String written = text(
                Compiling.query(Files.readString(FILES.resolve(form + ".json"))).rows());
        Path file = FILES.resolve(form + ".sql");
        if ("write".equals(System.getProperty("plumbline.golden"))) {
            Files.writeString(file, written);
        }
        assertThat(written).isEqualTo(Files.readString(file));
    }

    private static String text(SqlQuery query) {
        return query.text() + "\n\n-- parameters\n" + parameters(query) + "\n-- columns\n" + columns(query) + "\n";
    }

    private static String parameters(SqlQuery query) {
        return IntStream.range(0, query.parameters().size())
                .mapToObj(
                        i -> "-- $" + (i + 1) + " " + query.parameters().get(i).name() + " = "
                                + value(query.binds().get(i)))
                .collect(Collectors.joining("\n"));
    }

    private static String value(Object value) {
        return value instanceof Object[] list ? List.of(list).toString() : value.toString();
    }

    private static String columns(SqlQuery query) {
        return query.columns().stream()
                .map(column -> "-- " + column.name() + " " + column.type())
                .collect(Collectors.joining("\n"));
    }
}
