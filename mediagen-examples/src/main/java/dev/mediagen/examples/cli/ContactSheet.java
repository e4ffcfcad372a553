// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.MediaAsset;
import dev.mediagen.MediaResult;
import dev.mediagen.catalog.Cost;
import dev.mediagen.transcript.TranscriptResult;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A web page that shows what was made, and tells what it took: one file beside the others, without
 * scripts and without anything from elsewhere.
 */
final class ContactSheet {
  private final Path folder;

  ContactSheet(Path folder) {
    this.folder = folder;
  }

  /** Writes {@code index.html} into the folder of the files. */
  Path write(String prompt, List<Exhibit> exhibits, Duration elapsed, String note)
      throws IOException {
    String page = html(prompt, exhibits, elapsed, note);
    return Files.writeString(folder.resolve("index.html"), page);
  }

  String html(String prompt, List<Exhibit> exhibits, Duration elapsed, String note)
      throws IOException {
    Html page = new Html();
    page.add("<!doctype html>").add("<html lang=\"en\">").add("<head>");
    page.add("<meta charset=\"utf-8\">");
    page.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.add("<meta name=\"color-scheme\" content=\"light dark\">");
    page.add("<title>%s – mediagen</title>", prompt);
    page.add("<style>").raw(style()).add("</style>").add("</head>").add("<body>");
    page.add("<header>").add("<p class=\"brand\">mediagen contact sheet</p>");
    page.add("<h1>%s</h1>", prompt);
    page.add("<p class=\"sum\">%s</p>", sum(exhibits, elapsed)).add("</header>");
    page.add("<main>");
    for (Exhibit exhibit : exhibits) {
      page.add("%s", card(exhibit));
    }
    page.add("</main>").add("<footer><p>%s</p></footer>", note);
    return page.add("</body>").add("</html>").toString();
  }

  private static String sum(List<Exhibit> exhibits, Duration elapsed) {
    List<MediaResult> results =
        exhibits.stream().<MediaResult>flatMap(one -> one.result().stream()).toList();
    List<BigDecimal> known =
        results.stream().map(MediaResult::cost).flatMap(cost -> cost.usd().stream()).toList();
    String total = Words.usd(known.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    int unknown = results.size() - known.size();
    String cost =
        known.isEmpty()
            ? "cost unknown"
            : unknown == 0 ? "cost " + total : "cost " + total + ", and unknown for " + unknown;
    int failed = exhibits.size() - results.size();
    return results.size()
        + " made"
        + (failed == 0 ? "" : ", " + failed + " failed")
        + " · "
        + Words.time(elapsed)
        + " · "
        + cost;
  }

  private Html card(Exhibit exhibit) {
    Html card = new Html();
    card.add("<article>");
    exhibit
        .result()
        .ifPresentOrElse(
            result -> card.add("<div class=\"show\">%s</div>", shown(exhibit, result)),
            () -> card.add("<div class=\"show failed\"><p>nothing was made</p></div>"));
    card.add("<div class=\"text\"><h2>%s</h2>", exhibit.title());
    card.add("<p class=\"asked\">%s</p>", exhibit.caption());
    card.add("<dl>").add("<dt>model</dt><dd><code>%s</code></dd>", exhibit.model());
    exhibit.result().ifPresent(result -> facts(card, exhibit, result));
    card.add("</dl>");
    exhibit
        .result()
        .ifPresent(
            result ->
                result
                    .warnings()
                    .forEach(warning -> card.add("<p class=\"warning\">Warning: %s</p>", warning)));
    if (exhibit.result().isEmpty()) {
      card.add("<p class=\"warning\">%s</p>", exhibit.failure());
    }
    return card.add("</div>").add("</article>");
  }

  private void facts(Html card, Exhibit exhibit, MediaResult result) {
    card.add("<dt>time</dt><dd>%s</dd>", Words.time(result.elapsed()));
    for (int i = 0; i < exhibit.files().size(); i++) {
      Path file = exhibit.files().get(i);
      String extent = i < result.assets().size() ? Words.extent(result.assets().get(i)) : "";
      card.add(
          "<dt>file</dt><dd><a href=\"%s\" download>%s</a> <span>%s</span></dd>",
          link(file), link(file), (extent.isEmpty() ? "" : extent + ", ") + size(file));
    }
    Cost cost = result.cost();
    card.add(
        "<dt>cost</dt><dd>%s <span class=\"basis\">%s</span></dd>",
        Words.amount(cost), Words.costBasis(cost));
  }

  /** The outputs, each as what it is. */
  private Html shown(Exhibit exhibit, MediaResult result) {
    Html shown = new Html();
    for (int i = 0; i < result.assets().size(); i++) {
      MediaAsset asset = result.assets().get(i);
      String link = link(exhibit.files().get(i));
      String what = exhibit.title() + ": " + exhibit.caption();
      String family = asset.mediaType().split("/", 2)[0];
      switch (family) {
        case "image" -> shown.add("<img src=\"%s\" alt=\"%s\">", link, what);
        case "video" ->
            shown.add(
                "<video src=\"%s\" aria-label=\"%s\" controls loop muted playsinline preload=\"auto\"></video>",
                link, what);
        case "audio" ->
            shown.add(
                "<div class=\"sound\"><audio src=\"%s\" aria-label=\"%s\" controls"
                    + " preload=\"metadata\"></audio></div>",
                link, what);
        default ->
            shown.add(
                "<a class=\"file\" href=\"%s\" download>Download %s <span>%s</span></a>",
                link, link, asset.mediaType());
      }
    }
    if (result instanceof TranscriptResult transcript) {
      shown.add("<blockquote>%s</blockquote>", transcript.text());
    }
    return shown;
  }

  private String link(Path file) {
    return folder.toAbsolutePath().relativize(file.toAbsolutePath()).toString().replace('\\', '/');
  }

  private static String size(Path file) {
    try {
      return Words.bytes(Files.size(file));
    } catch (IOException e) {
      return "size unknown";
    }
  }

  private static String style() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ContactSheet.class.getResourceAsStream("sheet.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
