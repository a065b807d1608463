package io.plumbline.spec;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A condition on a dimension. {@code value} is a text, number or boolean; a list of them for {@code in} and
 * {@code not_in}; a list of two, both inclusive, for {@code between}; null for {@code is_null} and {@code is_not_null}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Filter(String field, Operator op, Object value) {}
