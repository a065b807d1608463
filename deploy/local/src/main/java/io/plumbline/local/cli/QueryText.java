package io.plumbline.local.cli;

import java.util.StringJoiner;

/** The parameters of an address; those that were not given are left out. */
final class QueryText {
    private final StringJoiner parameters = new StringJoiner("&", "?", "").setEmptyValue("");

    QueryText add(String name, String value) {
        if (value != null) {
            parameters.add(name + "=" + UrlText.of(value));
        }
        return this;
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
