/** First stage: a question's characters to tokens. Output: words without case, accents and endings, in order. */
package io.plumbline.translator.offline.text;
