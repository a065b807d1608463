package io.plumbline.local.demo;

import java.time.Instant;

/** Time that somebody logged on an issue. */
record Effort(Instant at, Person author, int seconds) {}
