/** What answers can be grouped and filtered by, as callers see it. */
package io.plumbline.catalog.dimension;
