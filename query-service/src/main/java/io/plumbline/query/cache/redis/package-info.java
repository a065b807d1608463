/** Answers that all instances share, in Redis. Redis away, slow, full or full of rubbish costs time and nothing else. */
package io.plumbline.query.cache.redis;
