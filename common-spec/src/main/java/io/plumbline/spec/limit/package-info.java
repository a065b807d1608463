/**
 * How many requests a user, a tenant and all together may send. Redis decides for all services at once; while it is
 * away, each process decides alone with a quarter of the rates.
 */
package io.plumbline.spec.limit;
