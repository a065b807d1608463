/** Answers as a Parquet file. */
package io.plumbline.spec.format.parquet;
