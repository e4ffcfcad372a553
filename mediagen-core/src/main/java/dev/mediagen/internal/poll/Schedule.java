// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

/** When jobs of a model are asked for, by the time already waited, in seconds. Immutable. */
interface Schedule {
  /**
   * The pause until the next question, above 0.
   *
   * @param waited since the job began, from 0
   * @param phase where between its neighbours this job stands, from -0.5 to 0.5
   */
  double pause(double waited, double phase);

  /** The longest pause that is right after so long a wait, whatever a vendor foretells. */
  double longest(double waited);
}
