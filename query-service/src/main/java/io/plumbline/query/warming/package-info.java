/** Makes the answers that are asked most before they are asked again, after what they were made of has changed. */
package io.plumbline.query.warming;
