package io.plumbline.query.compiler.sql;

import io.plumbline.spec.result.ResultColumn;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One statement, ready for the PostgreSQL client.
 *
 * @param text SQL with placeholders {@code $1} to {@code $n}; equal for specs of equal shape; holds no value of a caller
 * @param parameters what stands for the placeholders, in their order
 * @param columns the columns by position; of an answer's rows the last is {@link #TOTAL}
 */
public record SqlQuery(String text, List<Parameter> parameters, List<ResultColumn> columns) {
    /** The name of an answer's last column: the number of rows before the limit, the same in each row. */
    public static final String TOTAL = "total";

    public SqlQuery {
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
    }

    /** The values in the order of the placeholders. */
    public List<Object> binds() {
        return Collections.unmodifiableList(
                parameters.stream().map(Parameter::value).toList());
    }

    /** The same rows without the first ones; only for a statement that ends with its limit. */
    public SqlQuery skip(long first) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter("offset", first, false));
        return new SqlQuery(text + "\noffset $" + more.size(), more, columns);
    }

    /** The same with another present. */
    public SqlQuery at(Instant now) {
        OffsetDateTime present = now.atOffset(ZoneOffset.UTC);
        return new SqlQuery(
                text,
                parameters.stream().map(parameter -> parameter.at(present)).toList(),
                columns);
    }

    /**
     * A bind value.
     *
     * @param name what it is, for explain: {@code tenant}, {@code timezone}, {@code from}, {@code filter_1} …
     * @param value {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code LocalDate}, {@code
     *     OffsetDateTime}, {@code String[]}, {@code Integer[]}, {@code LocalDate[]} or {@code Boolean[]}; never null
     * @param isPresent whether it is the instant that the spec was compiled for
     */
    public record Parameter(String name, Object value, boolean isPresent) {
        private Parameter at(OffsetDateTime present) {
            return isPresent ? new Parameter(name, present, true) : this;
        }
    }
}
