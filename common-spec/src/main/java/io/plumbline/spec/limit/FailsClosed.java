package io.plumbline.spec.limit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A request that costs money: while Redis is away it is refused (503, {@code unavailable}), where others are
 * let in at a quarter of the rates.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface FailsClosed {
    /** The setting that it depends on; empty: it always does. */
    String unless() default "";

    /** The value of that setting with which it does not. */
    String is() default "";
}
