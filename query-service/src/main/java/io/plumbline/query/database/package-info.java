/** What is asked of the database before it is trusted with queries, and what queries may ask of it. */
package io.plumbline.query.database;
