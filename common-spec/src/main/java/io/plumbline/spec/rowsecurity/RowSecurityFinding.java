package io.plumbline.spec.rowsecurity;

/**
 * A place in a database that breaks a rule.
 *
 * @param lint the rule
 * @param object what breaks it: a table, a function, a role …, as PostgreSQL names it
 * @param what how it breaks it
 */
public record RowSecurityFinding(RowSecurityLint lint, String object, String what) {
    /** For people: the rule, the place, and what to do. */
    @Override
    public String toString() {
        return "%s: %s: %s. Mend: %s".formatted(lint.name(), object, what, lint.mend());
    }
}
