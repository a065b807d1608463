/** Tries a definition before it is written: query-service compiles and runs it in a transaction that changes nothing. */
package io.plumbline.catalog.trial;
