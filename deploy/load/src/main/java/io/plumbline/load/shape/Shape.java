package io.plumbline.load.shape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** What people ask most: each a spec in {@code shapes/<name>.json} and beside it the SQL of a person. */
public enum Shape {
    COUNT_BY_STATUS,
    LEAD_TIME_BY_MONTH,
    VELOCITY_OF_PROJECT,
    SPILLOVER_TOP,
    CREATED_AND_CLOSED_BY_WEEK,
    WIP_BY_ASSIGNEE,
    REOPEN_RATE,
    SINGLE_NUMBER;

    /** The name in commands and reports. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The spec as JSON. */
    public String json() {
        return dated(resource(".json"));
    }

    /** The same question as somebody who knows the tables would write it; the tenant is that of {@code app.tenant_id}. */
    public String sql() {
        return dated(resource(".sql"));
    }

    /** Ranges are whole months up to the first day of this one. */
    private static String dated(String text) {
        LocalDate month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
        return text.replace("{today}", month.toString())
                .replace("{year_ago}", month.minusYears(1).toString())
                .replace("{two_years_ago}", month.minusYears(2).toString());
    }

    private String resource(String ending) {
        String name = "/shapes/" + title() + ending;
        try (InputStream file = Shape.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
