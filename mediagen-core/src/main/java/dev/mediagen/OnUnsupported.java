// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

/** What to do with a parameter that the chosen model cannot honour. */
public enum OnUnsupported {
  /** Refuse the request before anything is sent, naming the nearest valid value. The default. */
  FAIL,
  /** Leave the parameter out and put a warning on the result. */
  WARN,
  /** Use the nearest valid value, or leave the parameter out when there is none, and warn. */
  SNAP
}
