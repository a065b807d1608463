/**
 * How far a job is and how long it will still take, as far as anybody can know it: from its own steps and rows, and from
 * past runs of the same shape. Never from the planner's estimates, which would tell of other tenants' data.
 */
package io.plumbline.jobs.progress;
