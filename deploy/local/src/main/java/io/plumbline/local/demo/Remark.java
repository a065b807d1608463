package io.plumbline.local.demo;

import java.time.Instant;

/** A comment on an issue. */
record Remark(Instant at, Person author, String text) {}
