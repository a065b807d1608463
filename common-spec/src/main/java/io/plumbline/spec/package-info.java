/** The AnalyticsSpec: the closed query language that every part of the product shares. */
package io.plumbline.spec;
