// SPDX-License-Identifier: Apache-2.0

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.xml.parsers.DocumentBuilderFactory;

/** Looks into every file of a folder and says whether it is what its name claims. */
final class CheckFiles {
  public static void main(String[] arguments) throws Exception {
    TreeMap<String, Integer> kinds = new TreeMap<>();
    List<Path> files;
    try (var all = Files.walk(Path.of(arguments[0]))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      String kind = name.substring(name.lastIndexOf('.') + 1);
      System.out.printf("%-24s %s%n", name, look(kind, file));
      kinds.merge(kind, 1, Integer::sum);
    }
    for (String kind : List.of("png", "svg", "mp4", "wav", "glb", "html")) {
      if (!kinds.containsKey(kind)) {
        throw new IllegalStateException("no " + kind + " was made: " + kinds);
      }
    }
  }

  private static String look(String kind, Path file) throws Exception {
    return switch (kind) {
      case "png", "jpg" -> {
        var image = ImageIO.read(file.toFile());
        yield image.getWidth() + " x " + image.getHeight() + " pixels";
      }
      case "svg" -> {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var root = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        require(root.getLocalName().equals("svg"), file, "no svg element");
        yield root.getElementsByTagName("*").getLength() + " elements";
      }
      case "wav" -> wav(file.toFile());
      case "mp4" -> mp4(file);
      case "glb" -> {
        byte[] bytes = Files.readAllBytes(file);
        require(new String(bytes, 0, 4, "US-ASCII").equals("glTF"), file, "no glTF header");
        yield bytes.length + " bytes";
      }
      case "html" -> {
        String page = Files.readString(file);
        for (String element : List.of("<img", "<video", "<audio")) {
          require(page.contains(element), file, "no " + element + ">");
        }
        yield page.length() + " characters";
      }
      default -> Files.size(file) + " bytes";
    };
  }

  private static String wav(File file) throws Exception {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(file)) {
      byte[] samples = in.readAllBytes();
      int loudest = 0;
      for (int i = 1; i < samples.length; i += 2) {
        loudest = Math.max(loudest, Math.abs(samples[i]));
      }
      require(loudest > 8, file.toPath(), "it is silent");
      return in.getFrameLength() / in.getFormat().getFrameRate() + " s";
    }
  }

  /** The boxes of the file: the index must come before the data, so that it plays while it loads. */
  private static String mp4(Path file) throws IOException {
    List<String> boxes = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      long left = Files.size(file);
      while (left > 8) {
        long size = in.readInt() & 0xffffffffL;
        boxes.add(new String(in.readNBytes(4), "US-ASCII"));
        int head = 8;
        if (size == 1) {
          size = in.readLong();
          head = 16;
        }
        in.skipNBytes(size - head);
        left -= size;
      }
    }
    require(boxes.get(0).equals("ftyp"), file, "it does not begin with ftyp");
    require(boxes.contains("moov") && boxes.contains("mdat"), file, "boxes " + boxes);
    require(boxes.indexOf("moov") < boxes.indexOf("mdat"), file, "index behind the data");
    return "boxes " + boxes;
  }

  private static void require(boolean holds, Path file, String what) {
    if (!holds) {
      throw new IllegalStateException(file + ": " + what);
    }
  }
}
