/** What is kept by the week: ids that begin with their time, and the partitions that hold them. */
package io.plumbline.query.retention;
