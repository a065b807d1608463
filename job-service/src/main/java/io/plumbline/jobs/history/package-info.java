/**
 * From changelogs to intervals. Input: what an issue holds today and its changes; output: for each field half-open
 * intervals that partition the time from the creation on, the last one open. Pure: no I/O, no clock.
 */
package io.plumbline.jobs.history;
