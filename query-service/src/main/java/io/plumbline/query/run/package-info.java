/** Runs a spec under its caller's tenant and answers with the rows and what they were made of. */
package io.plumbline.query.run;
