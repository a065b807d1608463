/**
 * The closed grammar of metric templates. Input: a template's text; output: an {@link
 * io.plumbline.spec.expression.Expression}, the only form in which a template reaches the compiler. Invariant: what is
 * not written down in this package does not parse, so a template can name no relation, no statement and no function of
 * the database but these.
 *
 * <pre>
 * expression     := conjunction { "or" conjunction }
 * conjunction    := negation { "and" negation }
 * negation       := "not" negation | predicate
 * predicate      := sum [ ("=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=") sum
 *                        | "is" ["not"] "null" | ["not"] "in" "(" expression { "," expression } ")" ]
 * sum            := product { ("+" | "-") product }
 * product        := factor { ("*" | "/") factor }
 * factor         := "-" factor | primary
 * primary        := number | 'text' | "true" | "false" | "null" | column | ":" parameter | "(" expression ")"
 *                 | "case" "when" expression "then" expression { "when" … } [ "else" expression ] "end"
 *                 | function "(" expression { "," expression } ")"
 *                 | aggregate "(" ( "*" | ["distinct"] expression ) ")" [ "filter" "(" "where" expression ")" ]
 * </pre>
 */
package io.plumbline.spec.expression;
