// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.MediaRequest;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.error.InvalidRequestException.Problem;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.internal.json.RequestView;
import dev.mediagen.music.MusicRequest;
import dev.mediagen.video.VideoRequest;
import java.util.List;

/** Small catalogues and requests for the tests of this package; JSON with single quotes. */
final class Specs {
  private Specs() {}

  static ModelSpec model(String kind, String fields) {
    String json = "{'provider':'toy','models':[{'id':'m','kind':'" + kind + "'," + fields + "}]}";
    return Catalog.read(json.replace('\'', '"')).find("m").orElseThrow();
  }

  static ModelSpec image(String parameters) {
    return model("image", "'parameters':{" + parameters + "}");
  }

  static ModelSpec video(String parameters) {
    return model("video", "'parameters':{" + parameters + "}");
  }

  static ImageRequest.Builder image() {
    return ImageRequest.builder().model("toy/m");
  }

  static VideoRequest.Builder video() {
    return VideoRequest.builder().model("toy/m");
  }

  static MusicRequest.Builder music() {
    return MusicRequest.builder().model("toy/m");
  }

  static List<Problem> problems(MediaRequest<?> request, ModelSpec model) {
    try {
      RequestCheck.check(request, model);
      return List.of();
    } catch (InvalidRequestException e) {
      return e.problems();
    }
  }

  static ObjectNode fields(MediaRequest<?> request, ModelSpec model) {
    return FieldMapper.parameters(RequestView.of(request), model);
  }
}
