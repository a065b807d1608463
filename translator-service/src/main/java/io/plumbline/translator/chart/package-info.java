/** A small Vega-Lite chart that suits an answer. */
package io.plumbline.translator.chart;
