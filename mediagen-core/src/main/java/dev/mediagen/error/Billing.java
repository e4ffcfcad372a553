// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.error;

/** Whether money may have been spent on something that failed. */
public enum Billing {
  /** Nothing was spent. */
  NONE,
  /** It is not known. */
  POSSIBLE,
  /** It will be on the bill. */
  CERTAIN
}
