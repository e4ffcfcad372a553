// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.bytes;

import dev.mediagen.catalog.Catalog;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import dev.mediagen.spi.Task;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The adapter of {@link BytesVendor}: its output is at a URL, or in the reply itself. */
final class BytesAdapter implements ProviderAdapter, Operation {
  private final String url;
  private final boolean json;

  BytesAdapter(String url, boolean json) {
    this.url = url;
    this.json = json;
  }

  @Override
  public int contractVersion() {
    return CONTRACT_VERSION;
  }

  @Override
  public ProviderInfo info() {
    return ProviderInfo.builder().id("bytes").name("Bytes").build();
  }

  @Override
  public Catalog catalog() {
    return Catalog.empty("bytes");
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("make", this);
  }

  @Override
  public HttpCall submit(Task task) {
    return json
        ? HttpCall.to("POST", URI.create(url)).json(task.fields()).binary("image")
        : HttpCall.post("/json/3").json(task.fields());
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    Output.Builder output =
        json
            ? Output.bytes("image", reply.blob(reply.json().at("/image")))
            : Output.url("image", url);
    return JobUpdate.succeeded(List.of(output.build())).build();
  }

  @Override
  public boolean synchronous() {
    return true;
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return ErrorTable.usual().read(reply, Optional.empty(), Optional.empty());
  }
}
