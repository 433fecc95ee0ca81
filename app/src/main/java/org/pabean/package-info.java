/** The program, its start and its database. */
@NullMarked
package org.pabean;

import org.jspecify.annotations.NullMarked;
