// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.vidu;

import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.HttpReply;
import java.util.Optional;

/**
 * Vidu's errors: {@code {"code", "reason", "message"}}, where the code is only the HTTP status. The
 * reasons stand in the {@code err_code} of failed tasks too.
 */
final class Errors {
  private static final ErrorTable TABLE =
      ErrorTable.usual()
          .code(
              ErrorKind.INVALID_REQUEST,
              "BadRequest",
              "FieldLacking",
              "FieldUnwanted",
              "FieldInvalid",
              "FieldItemCountOutOfRange",
              "PageSizeOutOfRange",
              "ImageDownloadFailure",
              "ImageFormatInvalid",
              "ImageCheckBodyJointsFailed",
              "ImageCheckFaceFailed",
              "ImageObjectsUndetected",
              "ModelUnavailable",
              "OperationInProcess",
              "Conflict")
          .code(
              ErrorKind.CONTENT_FILTERED,
              "TaskPromptPolicyViolation",
              "AuditSubmitIllegal",
              "CreationPolicyViolation")
          .code(ErrorKind.INSUFFICIENT_CREDITS, "CreditInsufficient")
          .code(ErrorKind.CANCELED, "UserCancelled", "Canceled")
          .code(ErrorKind.AUTHENTICATION, "Unauthorized")
          .code(ErrorKind.PERMISSION, "Forbidden")
          .code(ErrorKind.NOT_FOUND, "TaskNotFound", "CreationNotFound", "NotFound")
          .code(ErrorKind.RATE_LIMITED, "QuotaExceeded", "TooManyRequests", "SystemThrottling")
          .code(ErrorKind.PROVIDER_UNAVAILABLE, "InternalServiceFailure")
          .status(ErrorKind.INVALID_REQUEST, 409);

  private Errors() {}

  static ErrorDetails of(HttpReply reply) {
    return TABLE.read(reply, reply.at("/reason"), reply.at("/message"));
  }

  /** Why a task failed: all that Vidu tells is the code. */
  static ErrorDetails ofTask(Optional<String> code) {
    return TABLE.details(200, code, code.orElse("")).build();
  }
}
