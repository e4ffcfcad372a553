// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import dev.mediagen.JobHandle;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Preparation;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import dev.mediagen.spi.StatusWords;
import dev.mediagen.spi.Task;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Speaks to the {@link FakeJobs} of a {@link FakeProvider}. Unlike a real adapter it has a memory,
 * so that a request comes out of the fake as the very object that went in.
 */
final class FakeAdapter implements ProviderAdapter, Operation {
  private static final StatusWords WORDS =
      StatusWords.of().running("running").succeeded("done").failed("failed").canceled("canceled");
  private static final ErrorTable ERRORS = errors();

  private final String id;
  private final Catalog catalog;
  private final Map<String, MediaRequest<?>> asked = new ConcurrentHashMap<>();

  FakeAdapter(String id) {
    this.id = id;
    this.catalog =
        ServiceLoader.load(ProviderAdapter.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(real -> real.info().id().equals(id))
            .findFirst()
            .map(ProviderAdapter::catalog)
            .orElseGet(() -> Catalog.empty(id));
  }

  private static ErrorTable errors() {
    ErrorTable table = ErrorTable.usual();
    for (ErrorKind kind : ErrorKind.values()) {
      table = table.code(kind, kind.name());
    }
    return table;
  }

  /** The request of a submission. */
  MediaRequest<?> asked(String clientId) {
    return Objects.requireNonNull(asked.get(clientId), clientId);
  }

  @Override
  public int contractVersion() {
    return CONTRACT_VERSION;
  }

  @Override
  public ProviderInfo info() {
    return ProviderInfo.builder().id(id).name("Fake " + id).baseUrl("http://fake.example").build();
  }

  @Override
  public Catalog catalog() {
    return catalog;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("fake", this);
  }

  @Override
  public HttpCall submit(Task task) {
    asked.put(task.clientId(), task.request());
    return HttpCall.post("/jobs/" + task.clientId()).json(task.parameters());
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return update(task.kind(), reply).jobId(task.clientId()).build();
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return HttpCall.get("/jobs/" + job.jobId());
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    return update(job.kind(), reply).build();
  }

  private static JobUpdate.Builder update(MediaKind kind, HttpReply reply) {
    JobUpdate.Builder update = WORDS.read(reply.required("/state")).text(reply.at("/text"));
    reply
        .at("/url")
        .ifPresent(
            url -> update.output(Output.url(role(kind), url).mediaType(reply.at("/type")).build()));
    reply
        .at("/code")
        .ifPresent(
            code -> update.failure(ERRORS.read(reply, reply.at("/code"), reply.at("/message"))));
    return update;
  }

  private static String role(MediaKind kind) {
    return switch (kind) {
      case IMAGE -> "image";
      case VIDEO -> "video";
      case MUSIC, SPEECH, SOUND -> "audio";
      case SEGMENT -> "mask";
      case MODEL3D -> "model";
      case UPSCALE -> "image";
      case TRANSCRIPT -> "text";
    };
  }

  @Override
  public Optional<HttpCall> cancel(JobHandle job) {
    return Optional.of(HttpCall.delete("/jobs/" + job.jobId()));
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return ERRORS.read(reply, reply.at("/code"), reply.at("/message"));
  }

  @Override
  public Optional<Preparation> upload(Input input) {
    return Optional.of(new FakeUpload(input));
  }

  /** Takes any file. */
  private record FakeUpload(Input input) implements Preparation {
    @Override
    public String name() {
      return "upload";
    }

    @Override
    public HttpCall call(String stage, Map<String, String> data) {
      return HttpCall.post("/files").body(new HttpCall.Body.Raw(input));
    }

    @Override
    public Step onReply(String stage, Map<String, String> data, HttpReply reply) {
      return Step.ready(reply.required("/url"));
    }
  }
}
