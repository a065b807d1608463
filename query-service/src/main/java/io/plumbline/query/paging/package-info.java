/** Answers in pages: what a cursor says, and whether it still holds. */
package io.plumbline.query.paging;
