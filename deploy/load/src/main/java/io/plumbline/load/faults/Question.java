package io.plumbline.load.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.load.shape.Shape;

/**
 * What is asked, and its right answer.
 *
 * @param results the rows that it had while nothing was wrong
 */
record Question(String tenant, String token, Shape shape, JsonNode results) {}
