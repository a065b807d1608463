/** Judges what jobs did from what is left of them: rows of the tables, records of the topics, and what clients were answered. */
package io.plumbline.load.chaos.check;
