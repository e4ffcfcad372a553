// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.solid;

import dev.mediagen.local.sketch.model.Artifact;
import dev.mediagen.local.sketch.model.CommonFields;
import dev.mediagen.local.sketch.model.Input;
import dev.mediagen.local.sketch.model.ModelCard;
import dev.mediagen.local.sketch.model.SketchModel;
import dev.mediagen.local.sketch.scene.Scene;
import java.util.List;

/** {@code sketch-3d}: a small coloured body, or an island landscape, as binary glTF. */
public final class SolidSketch implements SketchModel {

  @Override
  public ModelCard card() {
    return new ModelCard(
        "sketch-3d",
        "model3d",
        "Models a ball, box, vase, tree, house or landscape by rule. No AI model.",
        List.of(CommonFields.PROMPT, CommonFields.SEED),
        List.of("model/gltf-binary"));
  }

  @Override
  public Work plan(Input input) {
    String prompt = input.text(CommonFields.PROMPT);
    long seed = input.seed();
    return progress -> {
      Mesh mesh = Bodies.of(Scene.read(prompt, seed));
      progress.step(1, 2, "shaped");
      byte[] bytes = GlbFile.of(mesh, prompt.substring(0, Math.min(80, prompt.length())));
      progress.step(2, 2, "written");
      return List.of(Artifact.of(bytes, "model/gltf-binary", "glb", "model3d").seeded(seed));
    };
  }
}
