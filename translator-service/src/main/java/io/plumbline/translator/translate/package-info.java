/** A question in, a spec out: reads and checks the request, asks the translator, writes the answer or the refusal. */
package io.plumbline.translator.translate;
