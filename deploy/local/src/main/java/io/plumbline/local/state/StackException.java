package io.plumbline.local.state;

/** The stack can't do what was asked: says what is wrong and, apart, what to do about it. */
public final class StackException extends RuntimeException {
    private final String remedy;

    public StackException(String message, String remedy) {
        this(message, remedy, null);
    }

    public StackException(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
