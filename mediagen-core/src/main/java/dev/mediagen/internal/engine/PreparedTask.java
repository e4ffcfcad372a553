// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.MediaRequest;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.internal.check.FieldMapper;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.json.RequestView;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Task;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A checked request with its inputs ready to be sent. */
final class PreparedTask implements Task {
  private final Provider provider;
  private final ModelSpec model;
  private final RequestView view;
  private final List<Input> inputs;
  private final String clientId;
  private final Optional<URI> callback;
  private final Map<String, String> prepared = new ConcurrentHashMap<>();

  PreparedTask(
      Provider provider,
      ModelSpec model,
      RequestView view,
      List<Input> inputs,
      String clientId,
      Optional<URI> callback) {
    this.provider = provider;
    this.model = model;
    this.view = view;
    this.inputs = List.copyOf(inputs);
    this.clientId = clientId;
    this.callback = callback;
  }

  @Override
  public ModelSpec model() {
    return model;
  }

  @Override
  public MediaRequest<?> request() {
    return view.request();
  }

  @Override
  public ObjectNode fields() {
    ObjectNode tree = parameters();
    model.inputs().forEach((role, spec) -> FieldMapper.place(tree, spec, inputs(role)));
    return tree;
  }

  @Override
  public ObjectNode parameters() {
    return FieldMapper.parameters(view, model);
  }

  @Override
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(view.parameters().get(name)).map(JsonNode::asText);
  }

  @Override
  public List<Input> inputs(String role) {
    return inputs.stream().filter(input -> input.role().equals(role)).toList();
  }

  @Override
  public List<Input> inputs() {
    return inputs;
  }

  @Override
  public String clientId() {
    return clientId;
  }

  @Override
  public Optional<URI> callback() {
    return callback;
  }

  @Override
  public Optional<String> setting(String name) {
    boolean open =
        provider.info().settings().stream()
            .anyMatch(setting -> setting.name().equals(name) && !setting.secret());
    return open ? provider.setting(name) : Optional.empty();
  }

  @Override
  public String prepared(String name) {
    String value = prepared.get(name);
    if (value == null) {
      throw new IllegalStateException("nothing was prepared under " + name);
    }
    return value;
  }

  void prepared(String name, String value) {
    prepared.put(name, value);
  }
}
