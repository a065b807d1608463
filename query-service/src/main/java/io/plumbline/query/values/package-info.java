/** The values that a tenant's rows hold, so that words of a question can be linked to them. */
package io.plumbline.query.values;
