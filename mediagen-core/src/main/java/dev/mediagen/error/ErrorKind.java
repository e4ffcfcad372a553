// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.error;

/** What kind of failure it was; each kind has its own remedy. */
public enum ErrorKind {
  /** A value in the request cannot be right; nothing was spent. */
  INVALID_REQUEST("correct the request"),
  /** The model or vendor does not offer what was asked for. */
  UNSUPPORTED("choose another model, or set onUnsupported"),
  /** The model was shut down by its vendor. */
  RETIRED("use the successor that is named, or another model"),
  /** A key or another setting of the provider is missing. */
  UNCONFIGURED("set the variable that is named"),
  /** The vendor does not accept the key. */
  AUTHENTICATION("check the provider's key"),
  /** The key is good but may not do this. */
  PERMISSION("check what the account is allowed to do"),
  /** The account's credit is used up. */
  INSUFFICIENT_CREDITS("top up the account at the vendor"),
  /** Too many calls in too short a time. */
  RATE_LIMITED("try again later"),
  /** Moderation refused the prompt, an input or the output. */
  CONTENT_FILTERED("change the prompt or the inputs"),
  /** The vendor knows no such model or job. */
  NOT_FOUND("check the model id or the job handle"),
  /** The vendor cannot be reached, is overloaded or had an error of its own. */
  PROVIDER_UNAVAILABLE("try again later, or name a fallback"),
  /** It took longer than the deadline. */
  TIMEOUT("resume the handle, or allow more time"),
  /** The job was cancelled. */
  CANCELED("submit it again if it is still wanted"),
  /** The vendor no longer knows the job or its outputs. */
  EXPIRED("submit it again"),
  /** The vendor worked on the job and failed. */
  FAILED("read the vendor's message; trying again may help"),
  /** The call may have reached the vendor, and no answer came: it may be running, and be billed. */
  SUBMISSION_UNKNOWN("look at the vendor before submitting it again"),
  /** The reply was not what the vendor documents. */
  PROTOCOL("try again; if it stays so, the adapter needs an update"),
  /** An output could not be downloaded or is not what was announced. */
  TRANSFER("download it again before it expires");

  private final String remedy;

  ErrorKind(String remedy) {
    this.remedy = remedy;
  }

  /** What to do about it, in a few words. */
  public String remedy() {
    return remedy;
  }
}
