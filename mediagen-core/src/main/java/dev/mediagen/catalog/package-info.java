// SPDX-License-Identifier: Apache-2.0
/**
 * What is known of models: parameters, limits, prices, end of life. Facts, with source and date.
 */
@NullMarked
package dev.mediagen.catalog;

import org.jspecify.annotations.NullMarked;
