// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.MediaAsset;
import dev.mediagen.catalog.Cost;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.catalog.Price;
import dev.mediagen.catalog.Quote;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How facts are told to people. Money that nobody knows is «unknown», never zero. */
final class Words {
  private Words() {}

  static String cost(Cost cost) {
    return amount(cost) + " (" + costBasis(cost) + ")";
  }

  /** Where a cost comes from. */
  static String costBasis(Cost cost) {
    String source =
        switch (cost.source()) {
          case VENDOR -> "the vendor says: ";
          case COUNTED -> "from what the vendor counted: ";
          case ESTIMATED -> "estimated: ";
          case UNKNOWN -> "";
        };
    String counted =
        cost.units().entrySet().stream()
            .map(unit -> unit.getValue().toPlainString() + " " + unit.getKey())
            .collect(Collectors.joining(", "));
    return source + cost.basis() + (counted.isEmpty() ? "" : "; counted: " + counted);
  }

  /** The bare sum, or that it is unknown. */
  static String amount(Cost cost) {
    return cost.usd().map(Words::usd).orElse("unknown");
  }

  static String quote(Quote quote) {
    String from =
        quote.source().map(source -> "; " + source).orElse("")
            + quote.asOf().map(date -> ", as of " + date).orElse("");
    return quote.usd().map(Words::usd).orElse("unknown") + " (" + quote.basis() + from + ")";
  }

  static String price(Price price) {
    String when =
        price.when().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    List<String> limits = new ArrayList<>();
    if (!when.isEmpty()) {
      limits.add(when);
    }
    price.conditions().ifPresent(limits::add);
    return usd(price.usd())
        + " per "
        + price.unit()
        + (limits.isEmpty() ? "" : " (" + String.join("; ", limits) + ")");
  }

  static String usd(BigDecimal usd) {
    BigDecimal plain = usd.stripTrailingZeros();
    return "$"
        + plain.setScale(Math.max(plain.scale(), plain.signum() == 0 ? 0 : 2)).toPlainString();
  }

  static String endOfLife(ModelSpec model, LocalDate today) {
    String instead = model.successor().map(id -> ", then " + id).orElse("");
    if (model.retired().isPresent()) {
      LocalDate day = model.retired().get();
      return gone(model, today)
          ? "shut down " + day + model.successor().map(id -> ", use " + id).orElse("")
          : "until " + day + instead;
    }
    return model.deprecated().map(day -> "deprecated " + day + instead).orElse("");
  }

  static boolean gone(ModelSpec model, LocalDate today) {
    return model.retired().filter(day -> !day.isAfter(today)).isPresent();
  }

  static String time(Duration time) {
    if (time.toMinutes() >= 1) {
      return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " bytes";
    }
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /** What is known of an output's size: pixels and playing time. */
  static String extent(MediaAsset asset) {
    List<String> facts = new ArrayList<>();
    if (asset.width().isPresent() && asset.height().isPresent()) {
      facts.add(asset.width().get() + " × " + asset.height().get() + " pixels");
    }
    asset.duration().ifPresent(duration -> facts.add(time(duration)));
    return String.join(", ", facts);
  }

  /** Why a file could not be used: the messages of the JDK are often only the name. */
  static String why(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    } else if (e instanceof AccessDeniedException) {
      return "access denied";
    } else if (e instanceof FileAlreadyExistsException) {
      return "there is a file of that name";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
