/**
 * Demo data: a small simulated world of teams, sprints and issues, written as the raw records a tracker's REST API gives.
 * Deterministic: the same last day gives the same bytes. Knows nothing of the warehouse; it goes through the import.
 */
package io.plumbline.local.demo;
