// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import java.net.UnknownHostException;

/** A reply sent a call to where it must not go; nothing was connected to. */
public final class OutOfReachException extends UnknownHostException {
  private static final long serialVersionUID = 1;

  /** What to do about it. */
  public static final String ADVICE =
      "if the provider really is in your own network, allow it with privateNetwork(true)";

  static final String NO_HTTP = "is no http or https address";

  OutOfReachException(String host, String why) {
    super(host + " " + why);
  }

  /** What it means for a call: the reply was not what the vendor may answer. */
  MediaException asFailure() {
    return new MediaException(
        ErrorDetails.of(ErrorKind.PROTOCOL, "the vendor sends the call elsewhere: " + getMessage())
            .advice(ADVICE)
            .build(),
        this);
  }
}
