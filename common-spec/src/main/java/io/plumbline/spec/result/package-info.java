/** What an answer's columns are, for whoever reads or writes its rows. */
package io.plumbline.spec.result;
