package io.plumbline.catalog.pages;

import java.util.Locale;

/** Names of categories for people. */
final class Families {
    private Families() {}

    static String words(String category) {
        String words = category.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
