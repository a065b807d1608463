/** How metrics are made, in the terms that semantic layers share: aggregates of rows, quotients, formulas. Pure. */
package io.plumbline.catalog.interop.told;
