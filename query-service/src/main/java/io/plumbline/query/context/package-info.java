/** Which thread work continues on. */
package io.plumbline.query.context;
