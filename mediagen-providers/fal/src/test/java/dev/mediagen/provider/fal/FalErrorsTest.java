// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.fal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.HttpReply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FalErrorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | {"detail":"No user found for Key ID and Secret"}                        | AUTHENTICATION
          403 | {"detail":"User is locked. Reason: Exhausted balance. Top up"}          | INSUFFICIENT_CREDITS
          403 | {"detail":"Cannot access application"}                                  | PERMISSION
          404 | {"detail":"Application not found"}                                      | NOT_FOUND
          410 | {"detail":"gone"}                                                       | NOT_FOUND
          422 | {"detail":[{"msg":"no","type":"content_policy_violation"}]}             | CONTENT_FILTERED
          422 | {"detail":[{"msg":"nothing","type":"no_media_generated"}]}              | FAILED
          422 | {"detail":[{"loc":["body","seed"],"msg":"bad","type":"value_error"}]}   | INVALID_REQUEST
          429 | {"detail":"slow","error_type":"concurrent_requests_limit"}              | RATE_LIMITED
          504 | {"detail":"late","error_type":"startup_timeout"}                        | TIMEOUT
          500 | {"detail":"oops","error_type":"internal_server_error"}                  | PROVIDER_UNAVAILABLE
          503 | {"error":{"type":"server_error","message":"down"}}                      | PROVIDER_UNAVAILABLE
          400 | {"detail":"wrong","error_type":"bad_request"}                           | INVALID_REQUEST
          """)
  void the_type_decides_before_the_status(int status, String body, ErrorKind kind) {
    ErrorDetails details = FalErrors.read(HttpReply.json(status, body));

    assertThat(details.kind()).isEqualTo(kind);
    assertThat(details.message()).isNotBlank();
  }

  @Test
  void a_wrong_field_is_named() {
    HttpReply reply =
        HttpReply.json(
            422,
            "{\"detail\":[{\"loc\":[\"body\",\"image_size\",\"width\"],\"msg\":\"too large\","
                + "\"type\":\"less_than_equal\"}]}");

    assertThat(FalErrors.read(reply).message()).isEqualTo("image_size.width: too large");
  }

  @Test
  void the_header_says_whether_trying_again_helps() {
    HttpReply reply =
        HttpReply.of(
            422,
            Map.of("X-Fal-Retryable", "true"),
            HttpReply.json(422, "{\"detail\":\"unlucky\"}").json());

    assertThat(FalErrors.read(reply).retryable()).isTrue();
  }
}
