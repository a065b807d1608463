package io.plumbline.spec;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How to draw the answer. Without influence on its rows, and so no part of the spec's hash.
 *
 * @param type for example {@code bar} or {@code line}
 * @param x column on the horizontal axis; null lets the product choose, as for the others
 * @param y column on the vertical axis
 * @param color column that splits the series
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Chart(String type, String x, String y, String color) {}
