// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.spi.Blob;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/**
 * A place of your own where inputs are put for vendors that take only URLs: a bucket with presigned
 * links, a file server. Asked when an input fits neither into the call nor into an upload of the
 * vendor. Must be thread-safe.
 *
 * <pre>{@code
 * MediaClient.builder().assetHost((bytes, mediaType, fileName) ->
 *     CompletableFuture.supplyAsync(() -> bucket.put(fileName, mediaType, bytes.open(), bytes.size())));
 * }</pre>
 */
@FunctionalInterface
public interface AssetHost {
  /**
   * Puts bytes where the vendor can fetch them, for as long as a job may take. Called once for each
   * input and each model that is tried; must not block the caller's thread for long.
   *
   * @param bytes the input, which can be read more than once
   * @param mediaType its media type, for example {@code image/png}
   * @param fileName a name with an extension; not unique, and it may come from a user
   * @return the http or https URL; when it fails, so does the request, and nothing was submitted
   */
  CompletableFuture<URI> host(Blob bytes, String mediaType, String fileName);
}
