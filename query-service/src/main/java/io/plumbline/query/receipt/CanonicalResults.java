package io.plumbline.query.receipt;

import io.plumbline.spec.canonical.CanonicalJson;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows in the one form that equal answers share: members sorted, no spaces, and fractions to twelve significant digits,
 * because the last digits of a floating point sum depend on the order in which the database adds.
 */
public final class CanonicalResults {
    private static final MathContext DIGITS = new MathContext(12);

    private CanonicalResults() {}

    /** JSON, in UTF-8. */
    public static byte[] write(List<Map<String, Object>> rows) {
        return CanonicalJson.write(rows.stream().map(CanonicalResults::value).toList())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Object value(Object value) {
        return switch (value) {
            case Double number -> Double.isFinite(number) ? rounded(number) : number.toString();
            case Map<?, ?> members -> {
                Map<String, Object> all = new LinkedHashMap<>();
                members.forEach((name, member) -> all.put((String) name, value(member)));
                yield all;
            }
            case null -> null;
            default -> value;
        };
    }

    private static BigDecimal rounded(double number) {
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
