package io.plumbline.local.demo;

/** Somebody who works with the tracker. */
record Person(String accountId, String displayName) {}
