/** The metrics as callers see them: list, one by name and version, search. */
package io.plumbline.catalog.metric;
