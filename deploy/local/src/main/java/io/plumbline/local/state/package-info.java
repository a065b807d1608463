/** What a stack writes down and others read: its folder, its ports, its processes and what it tells of its progress. */
package io.plumbline.local.state;
