/** How catalog-service asks query-service whether metrics that nobody uses yet can be compiled and run. */
package io.plumbline.spec.trial;
