/** The thin HTTP glue that services get by depending on this jar: problems, request ids, the JSON settings. */
package io.plumbline.spec.http;
