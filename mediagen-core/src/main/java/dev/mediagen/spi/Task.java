// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import dev.mediagen.catalog.ModelSpec;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A checked request, ready to be put into a vendor's words. What the catalogue entry declares is
 * already translated: {@link #fields()} has every portable parameter, input, constant and option
 * under the vendor's field names and in the vendor's form.
 */
public interface Task {
  /** The model, as the catalogue knows it or as it is assumed. */
  ModelSpec model();

  /** The vendor's own id of the model. */
  default String modelName() {
    return model().id().name();
  }

  /** The request, as the user made it or as {@code onUnsupported} changed it. */
  MediaRequest<?> request();

  /** The kind of media that is wanted. */
  default MediaKind kind() {
    return request().kind();
  }

  /** Everything that goes to the vendor: a fresh tree, the caller's to change. */
  ObjectNode fields();

  /** {@link #fields()} without the inputs, for adapters that place these themselves. */
  ObjectNode parameters();

  /** The value of a portable parameter as text, for adapters that place it themselves. */
  Optional<String> parameter(String name);

  /** The inputs of a role, ready to be sent; empty when there are none. */
  List<Input> inputs(String role);

  /** All inputs, in the order in which the catalogue lists their roles. */
  List<Input> inputs();

  /** An id made for this submission, for vendors that take one; a retry has the same. */
  String clientId();

  /** Where the vendor should send news of this job; none unless the provider declares webhooks. */
  Optional<URI> callback();

  /** A setting of the provider that is no secret, for example an account id. */
  Optional<String> setting(String name);

  /** The value of a {@link Preparation}. */
  String prepared(String name);
}
