package io.plumbline.spec.tenant;

/** Whether a transaction may write. */
public enum Mode {
    READ_ONLY,
    READ_WRITE
}
