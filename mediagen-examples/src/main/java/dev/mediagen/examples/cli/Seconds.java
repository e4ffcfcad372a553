// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as people write them: {@code 5}, {@code 2.5}, {@code 90s}, {@code 3m}. */
final class Seconds implements ITypeConverter<Duration> {
  private static final Pattern PLAIN = Pattern.compile("(\\d+(?:\\.\\d+)?)(s|m|h)?");

  @Override
  public Duration convert(String text) {
    Matcher plain = PLAIN.matcher(text);
    if (plain.matches()) {
      int unit = "m".equals(plain.group(2)) ? 60 : "h".equals(plain.group(2)) ? 3600 : 1;
      BigDecimal seconds = new BigDecimal(plain.group(1)).multiply(BigDecimal.valueOf(unit));
      return Duration.ofNanos(seconds.movePointRight(9).longValue());
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + text + "' is no time: give seconds, such as 5 or 2.5, or 3m, or PT5S");
    }
  }
}
