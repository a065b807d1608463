package io.plumbline.local.demo;

import java.time.LocalDate;

/** How busy a time of the year is. */
final class Season {
    private Season() {}

    /** About 1 on average: quiet over Christmas and in summer, busy in spring and autumn. */
    static double factor(LocalDate day) {
        if (isChristmas(day)) {
            return 0.2;
        }
        return switch (day.getMonth()) {
            case JULY, AUGUST -> 0.75;
            case MARCH, OCTOBER -> 1.2;
            case NOVEMBER -> 1.15;
            case JANUARY, FEBRUARY, APRIL, MAY, JUNE, SEPTEMBER, DECEMBER -> 1.05;
        };
    }

    private static boolean isChristmas(LocalDate day) {
        return (day.getMonthValue() == 12 && day.getDayOfMonth() >= 22)
                || (day.getMonthValue() == 1 && day.getDayOfMonth() <= 3);
    }
}
