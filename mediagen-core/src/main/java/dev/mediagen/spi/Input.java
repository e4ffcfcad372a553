// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.mediagen.JobHandle;
import dev.mediagen.Reference;
import dev.mediagen.catalog.InputSpec.Delivery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One input, ready to be sent in the way the engine chose from those the catalogue allows. Its
 * bytes are streamed when the call is made; in a JSON tree a placeholder stands for them.
 */
public final class Input {
  private final String role;
  private final Delivery delivery;
  private final @Nullable String text;
  private final @Nullable Blob blob;
  private final @Nullable JobHandle job;
  private final String mediaType;
  private final String fileName;
  private final Reference.Role purpose;
  private final int output;

  private Input(
      String role,
      Delivery delivery,
      @Nullable String text,
      @Nullable Blob blob,
      @Nullable JobHandle job,
      int output,
      String mediaType,
      String fileName,
      Reference.Role purpose) {
    this.role = role;
    this.delivery = delivery;
    this.text = text;
    this.blob = blob;
    this.job = job;
    this.output = output;
    this.mediaType = mediaType;
    this.fileName = fileName;
    this.purpose = purpose;
  }

  /** An input that goes as a URL, or as the vendor's id of something stored. */
  public static Input text(String role, Delivery delivery, String text) {
    return new Input(
        role,
        delivery,
        text,
        null,
        null,
        0,
        "application/octet-stream",
        "",
        Reference.Role.SUBJECT);
  }

  /** An input that goes as bytes. */
  public static Input bytes(
      String role, Delivery delivery, Blob blob, String mediaType, String fileName) {
    return new Input(
        role, delivery, null, blob, null, 0, mediaType, fileName, Reference.Role.SUBJECT);
  }

  /** An input that is an output of an earlier job of the same vendor. */
  public static Input job(String role, JobHandle job, int output) {
    return new Input(
        role,
        Delivery.JOB,
        job.jobId(),
        null,
        job,
        output,
        "application/octet-stream",
        "",
        Reference.Role.SUBJECT);
  }

  /** The same input with the purpose of a reference. */
  public Input purpose(Reference.Role newPurpose) {
    return new Input(role, delivery, text, blob, job, output, mediaType, fileName, newPurpose);
  }

  /** The role: source, mask, references, firstFrame... */
  public String role() {
    return role;
  }

  /** How it goes. */
  public Delivery delivery() {
    return delivery;
  }

  /** Whether it goes as text: a URL, a stored id, the id of a job. */
  public boolean isText() {
    return text != null;
  }

  /** The URL or id. */
  public String text() {
    if (text == null) {
      throw new IllegalStateException(role + " goes as bytes, not as text");
    }
    return text;
  }

  /** The bytes. */
  public Blob blob() {
    if (blob == null) {
      throw new IllegalStateException(role + " goes as " + delivery + ", not as bytes");
    }
    return blob;
  }

  /** The earlier job, when it is one. */
  public Optional<JobHandle> job() {
    return Optional.ofNullable(job);
  }

  /** Which output of the earlier job. */
  public int output() {
    return output;
  }

  /** The media type, as the vendor wants it called. */
  public String mediaType() {
    return mediaType;
  }

  /** A file name with the right extension. */
  public String fileName() {
    return fileName;
  }

  /** What a reference is for. */
  public Reference.Role purpose() {
    return purpose;
  }

  /** This input as a node of a JSON call: its text, or a placeholder for its bytes. */
  public JsonNode node() {
    return text != null ? JsonNodeFactory.instance.textNode(text) : new POJONode(this);
  }

  @Override
  public String toString() {
    return text != null ? text : "<" + mediaType + ", " + blob().size() + " bytes>";
  }
}
