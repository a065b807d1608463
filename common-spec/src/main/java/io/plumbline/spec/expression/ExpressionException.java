package io.plumbline.spec.expression;

/** A template that does not parse. */
public final class ExpressionException extends RuntimeException {
    private final transient ExpressionFault fault;

    ExpressionException(ExpressionFault fault) {
        super(fault.describe());
        this.fault = fault;
    }

    /** The first fault of the text. */
    public ExpressionFault fault() {
        return fault;
    }
}
