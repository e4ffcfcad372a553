// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mediagen.MediaRequest;
import dev.mediagen.OnUnsupported;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.catalog.ParameterSpec;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.error.InvalidRequestException.Problem;
import dev.mediagen.internal.json.RequestView;
import dev.mediagen.internal.json.Similar;
import dev.mediagen.internal.json.ValueCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a request against what is known of its model, before anything is sent. What the model
 * cannot honour is refused, left out or moved to the nearest valid value, as the request wishes.
 */
public final class RequestCheck {
  /**
   * A request that may be sent.
   *
   * @param request as it was, or as it had to be changed
   * @param warnings what was changed
   */
  public record Checked(RequestView request, List<String> warnings) {}

  private final ModelSpec model;
  private final OnUnsupported policy;
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private RequestView view;

  private RequestCheck(MediaRequest<?> request, ModelSpec model) {
    this.model = model;
    this.policy = request.onUnsupported();
    this.view = RequestView.of(request);
  }

  /**
   * Checks a request.
   *
   * @throws InvalidRequestException with all that is wrong
   */
  public static Checked check(MediaRequest<?> request, ModelSpec model) {
    return new RequestCheck(request, model).run();
  }

  private Checked run() {
    if (view.request().kind() != model.kind()) {
      throw InvalidRequestException.of(
          model.id(),
          List.of(
              InvalidRequestException.problem(
                  "kind",
                  view.request().kind().word(),
                  "this model makes " + model.kind().word())));
    }
    problems.addAll(Sanity.problems(view));
    if (model.known()) {
      checkParameters();
      checkInputs();
      model.options().forEach(this::checkOption);
      model.rules().forEach(rule -> RuleCheck.problems(rule, view).forEach(this::settle));
      checkRequired();
    } else {
      // Without any template the adapter knows best.
      if (!model.parameters().isEmpty()) {
        checkNames();
      }
      warnings.add(
          model.id() + " is not in the catalogue: nothing was checked, and no price is known");
    }
    if (!problems.isEmpty()) {
      throw InvalidRequestException.of(model.id(), problems);
    }
    return new Checked(view, List.copyOf(warnings));
  }

  /** Of a model that is not listed the fields are guessed, and what has none cannot be sent. */
  private void checkNames() {
    String size = model.parameters().containsKey("size") ? "width height" : "";
    view.parameters()
        .forEach(
            (name, value) -> {
              if (!model.parameters().containsKey(name) && !size.contains(name)) {
                settle(
                    new Finding(
                        name,
                        value,
                        "no field of an unlisted model is known for it; give it as an option, under"
                            + " the vendor's own name",
                        Optional.empty()));
              }
            });
    view.inputs()
        .forEach(
            (role, references) -> {
              if (!model.inputs().containsKey(role)) {
                problems.add(
                    InvalidRequestException.problem(
                        role,
                        references.get(0).source(),
                        "no field of an unlisted model is known for it"));
              }
            });
  }

  private void checkParameters() {
    boolean size = model.parameters().containsKey("size");
    for (Map.Entry<String, JsonNode> given : view.parameters().entrySet()) {
      String name = given.getKey();
      ParameterSpec spec = model.parameters().get(name);
      if (spec != null) {
        check(name, given.getValue(), spec);
      } else if (!(size && (name.equals("width") || name.equals("height")))) {
        settle(new Finding(name, given.getValue(), unsupported(name), Optional.empty()));
      }
    }
    if (size) {
      checkSize(model.parameters().get("size"));
    }
  }

  private void check(String name, JsonNode value, @Nullable ParameterSpec spec) {
    if (spec == null) {
      return;
    }
    Bounds.check(value, spec)
        .ifPresent(v -> settle(new Finding(name, value, v.allowed(), v.nearest())));
  }

  private void checkSize(@Nullable ParameterSpec spec) {
    JsonNode width = view.parameters().get("width");
    JsonNode height = view.parameters().get("height");
    if (width == null && height == null) {
      return;
    }
    if (width == null || height == null) {
      problems.add(
          InvalidRequestException.problem(
              width == null ? "width" : "height",
              null,
              "is missing: the model takes both or none"));
      return;
    }
    if (spec == null || Bounds.choices(spec).isEmpty()) {
      check("width", width, spec);
      check("height", height, spec);
      return;
    }
    JsonNode size = TextNode.valueOf(width.asText() + "x" + height.asText());
    Bounds.check(size, spec)
        .ifPresent(
            v -> {
              String[] nearest = v.nearest().orElse("auto").split("x", 2);
              boolean snaps = policy == OnUnsupported.SNAP && nearest.length == 2;
              if (policy == OnUnsupported.FAIL) {
                problems.add(InvalidRequestException.problem("size", size.asText(), v.allowed()));
              } else {
                change("width", width, snaps ? nearest[0] : null);
                change("height", height, snaps ? nearest[1] : null);
                warnings.add(
                    "size " + size.asText() + ": " + v.allowed() + (snaps ? "" : "; left out"));
              }
            });
  }

  private void checkInputs() {
    view.inputs()
        .forEach(
            (role, references) -> {
              var spec = model.inputs().get(role);
              if (spec == null) {
                problems.add(
                    InvalidRequestException.problem(
                        role,
                        references.get(0).source(),
                        "is not taken by this model"
                            + (model.inputs().isEmpty()
                                ? "; it takes no inputs"
                                : "; it takes " + String.join(", ", model.inputs().keySet()))));
              } else if (references.size() > spec.max()) {
                problems.add(
                    InvalidRequestException.problem(
                        role, references.size() + " of them", "takes at most " + spec.max()));
              }
            });
  }

  private void checkOption(String name, ParameterSpec spec) {
    Object value = view.request().options().get(name);
    if (value != null) {
      Bounds.check(ValueCodec.encode(value), spec)
          .ifPresent(
              v ->
                  problems.add(
                      InvalidRequestException.problem("option " + name, value, v.allowed())));
    } else if (spec.required()) {
      missing("option " + name);
    }
  }

  private void checkRequired() {
    model
        .parameters()
        .forEach(
            (name, spec) -> {
              if (spec.required() && view.parameter(name).isEmpty()) {
                missing(name);
              }
            });
    model
        .inputs()
        .forEach(
            (role, spec) -> {
              if (spec.required() && !view.inputs().containsKey(role)) {
                missing(role);
              }
            });
  }

  private void missing(String name) {
    if (problems.stream().noneMatch(problem -> problem.field().equals(name))) {
      problems.add(
          InvalidRequestException.problem(name, null, "is missing: the model cannot do without"));
    }
  }

  private String unsupported(String name) {
    List<String> near = Similar.to(name, model.parameters().keySet(), 1);
    return "is not taken by this model; it takes "
        + (model.parameters().isEmpty()
            ? "no parameters"
            : String.join(", ", model.parameters().keySet()))
        + (near.isEmpty() || near.get(0).equals(name) ? "" : " (nearest: " + near.get(0) + ")");
  }

  /** Refuses, leaves out or moves one value, as the request wishes. */
  private void settle(Finding finding) {
    JsonNode value = view.parameters().get(finding.name());
    if (policy == OnUnsupported.FAIL || value == null) {
      problems.add(
          InvalidRequestException.problem(
              finding.name(),
              finding.value() == null ? null : Values.text(finding.value()),
              finding.allowed()));
      return;
    }
    String nearest = policy == OnUnsupported.SNAP ? finding.nearest().orElse(null) : null;
    change(finding.name(), value, nearest);
    warnings.add(
        finding.name()
            + " "
            + Values.text(value)
            + ": "
            + finding.allowed()
            + (nearest == null ? "; left out" : "; " + nearest + " is used"));
  }

  private void change(String name, JsonNode old, @Nullable String value) {
    view = view.with(name, value == null ? null : Values.like(old, value));
  }

  /** Something a model cannot honour. */
  record Finding(String name, @Nullable JsonNode value, String allowed, Optional<String> nearest) {}
}
