/**
 * Open Semantic Interchange (since 2026 Apache Ossie): the core specification 0.1.1, whose documents have the shape of
 * 0.2.0.dev0 too. Extensions of ours stand under the vendor {@code COMMON}, in an object named {@code plumbline}.
 */
package io.plumbline.catalog.interop.osi;
