package io.plumbline.acceptance.oracle.answer;

import java.util.List;
import java.util.Map;

/**
 * The rows of an answer in their order.
 *
 * @param rows values are null, texts, booleans, doubles, or maps of a composite's parts
 * @param total the number of rows before the limit
 */
public record Answer(List<Map<String, Object>> rows, int total) {}
