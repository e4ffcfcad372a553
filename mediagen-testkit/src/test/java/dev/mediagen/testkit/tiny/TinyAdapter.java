// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.tiny;

import dev.mediagen.ModelId;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Preparation;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import dev.mediagen.spi.Setting;
import dev.mediagen.spi.Task;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An adapter made of lambdas, for tests that need one behaviour and no more. By default it is
 * called {@code tiny}, signs with a bearer key, and has the one image model {@code tiny/m}.
 */
public final class TinyAdapter implements ProviderAdapter {
  private static final String MODEL =
      "'id':'m','kind':'image','typicalTime':'PT0.2S','parameters':"
          + "{'prompt':{'field':'prompt'},'seed':{'field':'seed'},'count':{'field':'n'}}";

  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private ProviderInfo info =
      ProviderInfo.builder()
          .id("tiny")
          .name("Tiny")
          .baseUrl("https://api.tiny.example")
          .auth(Auth.bearer())
          .setting(Setting.key("TINY_API_KEY"))
          .build();
  private String[] models = {MODEL};
  private ErrorTable errors = ErrorTable.usual();
  private Function<Task, String> choice = ProviderAdapter.super::operation;
  private Function<Input, Optional<Preparation>> upload = ProviderAdapter.super::upload;
  private Supplier<Optional<HttpCall>> describe = Optional::empty;
  private BiFunction<ModelId, HttpReply, Optional<ModelSpec>> onDescribe =
      ProviderAdapter.super::onDescribe;

  /** An adapter with one operation. */
  public static TinyAdapter of(Operation operation) {
    return new TinyAdapter().operation("make", operation);
  }

  /** An adapter with the usual operation. */
  public static TinyAdapter usual() {
    return of(new TinyOperation());
  }

  public TinyAdapter operation(String name, Operation operation) {
    operations.put(name, operation);
    return this;
  }

  public TinyAdapter chooses(Function<Task, String> which) {
    choice = which;
    return this;
  }

  public TinyAdapter id(String id) {
    return info(builder -> builder.id(id).name(id));
  }

  public TinyAdapter info(Consumer<ProviderInfo.Builder> change) {
    ProviderInfo.Builder builder = ProviderInfo.builder().from(info);
    change.accept(builder);
    info = builder.build();
    return this;
  }

  /** The fields of the one model, in JSON with single quotes. */
  public TinyAdapter model(String fields) {
    return models(fields);
  }

  /** The fields of each model, in JSON with single quotes. */
  public TinyAdapter models(String... fields) {
    models = fields;
    return this;
  }

  public TinyAdapter errors(ErrorTable table) {
    errors = table;
    return this;
  }

  public TinyAdapter uploads(Function<Input, Preparation> step) {
    upload = input -> Optional.of(step.apply(input));
    return this;
  }

  public TinyAdapter describes(
      HttpCall call, BiFunction<ModelId, HttpReply, Optional<ModelSpec>> meaning) {
    return describes(() -> call, meaning);
  }

  /** The same with a call that may be another one each time. */
  public TinyAdapter describes(
      Supplier<HttpCall> call, BiFunction<ModelId, HttpReply, Optional<ModelSpec>> meaning) {
    describe = () -> Optional.of(call.get());
    onDescribe = meaning;
    return this;
  }

  public static Catalog catalog(String provider, String... models) {
    String json = "{'provider':'" + provider + "','models':[{" + String.join("},{", models) + "}]}";
    return Catalog.read(json.replace('\'', '"'));
  }

  @Override
  public int contractVersion() {
    return CONTRACT_VERSION;
  }

  @Override
  public ProviderInfo info() {
    return info;
  }

  @Override
  public Catalog catalog() {
    return catalog(info.id(), models);
  }

  @Override
  public Map<String, Operation> operations() {
    return operations;
  }

  @Override
  public String operation(Task task) {
    return choice.apply(task);
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return errors.read(reply, reply.at("/code"), reply.at("/message"));
  }

  @Override
  public Optional<Preparation> upload(Input input) {
    return upload.apply(input);
  }

  @Override
  public Optional<HttpCall> describe(ModelId model) {
    return describe.get();
  }

  @Override
  public Optional<ModelSpec> onDescribe(ModelId model, HttpReply reply) {
    return onDescribe.apply(model, reply);
  }
}
