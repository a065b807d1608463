/** What operators see of jobs: a tenant's own ones in the API, and how much waits in all, as metrics without names. */
package io.plumbline.jobs.overview;
