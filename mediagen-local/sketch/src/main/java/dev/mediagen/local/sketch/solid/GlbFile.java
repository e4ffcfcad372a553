// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.solid;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Writes a mesh as a binary glTF 2.0 file. */
final class GlbFile {
  private static final String[] ATTRIBUTES = {"POSITION", "NORMAL", "COLOR_0"};

  private GlbFile() {}

  static byte[] of(Mesh mesh, String name) {
    int count = mesh.corners().size();
    ByteBuffer data = ByteBuffer.allocate(count * 36).order(ByteOrder.LITTLE_ENDIAN);
    for (int part = 0; part < 3; part++) {
      for (float[] corner : mesh.corners()) {
        data.putFloat(corner[part * 3]);
        data.putFloat(corner[part * 3 + 1]);
        data.putFloat(corner[part * 3 + 2]);
      }
    }
    byte[] json = describe(mesh, name, count).toString().getBytes(UTF_8);
    byte[] padded = Arrays.copyOf(json, (json.length + 3) / 4 * 4);
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    int total = 12 + 8 + padded.length + 8 + data.capacity();
    ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0x46546C67).putInt(2).putInt(total);
    out.putInt(padded.length).putInt(0x4E4F534A).put(padded);
    out.putInt(data.capacity()).putInt(0x004E4942).put(data.array());
    return out.array();
  }

  private static ObjectNode describe(Mesh mesh, String name, int count) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("asset").put("version", "2.0").put("generator", "mediagen sketch worker");
    json.put("scene", 0).putArray("scenes").addObject().putArray("nodes").add(0);
    json.putArray("nodes").addObject().put("mesh", 0).put("name", name);
    ObjectNode primitive =
        json.putArray("meshes").addObject().putArray("primitives").addObject().put("material", 0);
    ObjectNode attributes = primitive.putObject("attributes");
    ObjectNode material = json.putArray("materials").addObject();
    material
        .putObject("pbrMetallicRoughness")
        .put("metallicFactor", 0)
        .put("roughnessFactor", 0.85);
    json.putArray("buffers").addObject().put("byteLength", count * 36);
    ArrayNode views = json.putArray("bufferViews");
    ArrayNode accessors = json.putArray("accessors");
    for (int part = 0; part < 3; part++) {
      attributes.put(ATTRIBUTES[part], part);
      ObjectNode view = views.addObject().put("buffer", 0).put("byteOffset", part * count * 12);
      view.put("byteLength", count * 12).put("target", 34962);
      ObjectNode accessor = accessors.addObject().put("bufferView", part);
      accessor.put("componentType", 5126).put("count", count).put("type", "VEC3");
      if (part == 0) {
        bounds(mesh, accessor);
      }
    }
    return json;
  }

  private static void bounds(Mesh mesh, ObjectNode accessor) {
    ArrayNode min = accessor.putArray("min");
    ArrayNode max = accessor.putArray("max");
    for (int axis = 0; axis < 3; axis++) {
      float low = Float.MAX_VALUE;
      float high = -Float.MAX_VALUE;
      for (float[] corner : mesh.corners()) {
        low = Math.min(low, corner[axis]);
        high = Math.max(high, corner[axis]);
      }
      min.add(low);
      max.add(high);
    }
  }
}
