/** Answers as a Parquet file. */
package io.plumbline.query.format.parquet;
