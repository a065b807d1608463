/**
 * A tenant's own metrics from their first version to their last: written by administrators, checked whole before
 * anything is written, and remembered.
 */
package io.plumbline.catalog.lifecycle;
