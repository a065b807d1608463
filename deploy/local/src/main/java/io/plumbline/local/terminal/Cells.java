package io.plumbline.local.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Shows JSON values to people. */
public final class Cells {
    /** Shown for null: there is no value, which is not 0. */
    public static final String NONE = "–";

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
    private static final BigDecimal SMALL = new BigDecimal("0.1");
    private static final int SMALL_DIGITS = 3;

    private Cells() {}

    public static String text(JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return NONE;
        }
        if (value.isNumber()) {
            return number(value.decimalValue());
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(Cells::text)
                    .collect(Collectors.joining(", "));
        }
        return (value.isValueNode() ? value.asText() : value.toString()).replaceAll("\\p{Cntrl}", " ");
    }

    /** A column: where one of its numbers has decimals, all are shown with them, so that they line up. */
    static List<String> texts(List<JsonNode> column) {
        boolean whole = column.stream().filter(JsonNode::isNumber).allMatch(value -> isWhole(value.decimalValue()));
        return column.stream()
                .map(value -> value.isNumber() && !whole ? decimal(value.decimalValue()) : text(value))
                .toList();
    }

    /** Whole numbers in full, others to two decimals, small ones to three digits. */
    static String number(BigDecimal number) {
        return isWhole(number) ? new DecimalFormat("#,##0", SYMBOLS).format(number) : decimal(number);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static String decimal(BigDecimal number) {
        if (number.signum() != 0 && number.abs().compareTo(SMALL) < 0) {
            return number.round(new MathContext(SMALL_DIGITS, RoundingMode.HALF_EVEN))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return new DecimalFormat("#,##0.00", SYMBOLS).format(number);
    }
}
