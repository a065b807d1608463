/** What people see: tables, numbers, progress, problems. */
package io.plumbline.local.terminal;
