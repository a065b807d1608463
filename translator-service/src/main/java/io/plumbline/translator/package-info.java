/** What every translator takes and gives, whatever stands behind it: rules, or later a language model. */
package io.plumbline.translator;
