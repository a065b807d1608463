/** What several features have to know of the database. Input: its faults; output: what to do about them. */
package io.plumbline.jobs.database;
