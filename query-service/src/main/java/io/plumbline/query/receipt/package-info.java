/** What each answer was made of: written beside it, shown again by its id. Counterpart: {@code verify}, which makes it again. */
package io.plumbline.query.receipt;
