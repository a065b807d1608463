package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.query.compiler.sql.SqlQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows of a compiled spec against those of a query written by hand: {@code rows/<case>.json} and {@code <case>.sql}. The
 * hand's query says the same in another way, without total and tenant.
 */
class RowsTest {
    private static final Path FILES =
            Path.of(System.getProperty("plumbline.root", ".."), "query-service/src/test/resources/rows");

    static Stream<String> cases() throws IOException {
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
    @MethodSource("cases")
    void givesTheRowsOfTheQueryWrittenByHand(String name) throws IOException {
        SqlQuery query =
                Compiling.query(Files.readString(FILES.resolve(name + ".json"))).rows();
        List<List<Object>> rows = Warehouse.run(Warehouse.TENANT, query.text(), query.binds()).stream()
                .map(row -> Warehouse.shown(row, query.columns()))
                .toList();
        List<List<Object>> expected = Warehouse.byHand(Files.readString(FILES.resolve(name + ".sql")));
        assertThat(expected).as("rows by hand").isNotEmpty();
        assertThat(rows).as(query.text()).hasSameSizeAs(expected);
        for (int i = 0; i < rows.size(); i++) {
            assertRow(name + " row " + i, rows.get(i), expected.get(i), expected.size());
        }
    }

    private static void assertRow(String name, List<Object> row, List<Object> expected, int total) {
        assertThat(row).as(name).hasSize(expected.size() + 1);
        assertThat(row.getLast()).as("total").isEqualTo((long) total);
        for (int i = 0; i < expected.size(); i++) {
            assertValue(name + " column " + i + " of " + row, row.get(i), expected.get(i));
        }
    }

    private static void assertValue(String name, Object value, Object expected) {
        if (value instanceof Number number && expected instanceof Number other) {
            double tolerance = 1e-9 * Math.max(1, Math.abs(other.doubleValue()));
            assertThat(number.doubleValue()).as(name).isCloseTo(other.doubleValue(), within(tolerance));
        } else {
            assertThat(value).as(name).isEqualTo(expected);
        }
    }
}
