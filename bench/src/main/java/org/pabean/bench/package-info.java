/** Measurements that are too long for a test, and the fitting of the figures that are shipped. */
@NullMarked
package org.pabean.bench;

import org.jspecify.annotations.NullMarked;
