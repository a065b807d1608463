/** What opens one cell of an answer. Read by the stages that plan it. */
package io.plumbline.query.compiler.drill;
