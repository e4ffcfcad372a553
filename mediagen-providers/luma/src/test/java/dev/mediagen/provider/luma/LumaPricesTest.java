// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.luma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaSource;
import dev.mediagen.catalog.Quote;
import dev.mediagen.testkit.FakeClock;
import dev.mediagen.testkit.ScriptedVendor;
import dev.mediagen.video.VideoRequest;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LumaPricesTest {
  private static final MediaSource FILM = MediaSource.url("https://pics.example/boat.mp4");

  @AutoClose private final ScriptedVendor vendor = new ScriptedVendor();

  @AutoClose
  private final MediaClient client = vendor.client(new FakeClock(), new LumaProvider()).build();

  private static VideoRequest.Builder video(String model) {
    return VideoRequest.builder().model("luma/" + model).prompt("a boat");
  }

  private static VideoRequest.Builder edit() {
    return video("ray-3.2").source(FILM).option("type", "video_edit");
  }

  private Quote quote(VideoRequest.Builder request) {
    return client.explain(request.build()).quote();
  }

  @Test
  void the_usual_video_and_its_dearer_sisters() {
    assertThat(quote(video("ray-3.2")).usd()).hasValue(new BigDecimal("0.3"));
    assertThat(quote(video("ray-3.2").resolution("1080p").duration(Duration.ofSeconds(10))).usd())
        .hasValue(new BigDecimal("3.6"));
    assertThat(quote(video("ray-3.2").option("hdr", true)).usd()).hasValue(new BigDecimal("0.6"));
    assertThat(quote(video("ray-3.2").option("hdr", true).option("exr_export", true)).usd())
        .hasValue(new BigDecimal("0.9"));
  }

  @Test
  void an_edit() {
    assertThat(quote(edit()).usd()).hasValue(new BigDecimal("1.08"));
    assertThat(quote(edit().option("hdr", true)).usd()).hasValue(new BigDecimal("2.16"));
    assertThat(quote(edit().option("hdr", true).option("exr_export", true)).usd())
        .hasValue(new BigDecimal("3.24"));
  }

  @Test
  void what_is_not_known_is_not_guessed() {
    assertThat(quote(video("ray-3.2").resolution("360p")).usd()).isEmpty();
    assertThat(quote(video("ray-3.2").source(FILM).option("type", "video_reframe")).usd())
        .isEmpty();
    assertThat(quote(video("ray-2").source(FILM).option("mode", "flex_1")).usd()).isEmpty();
    assertThat(quote(video("ray-2").resolution("720p")).usd()).isEmpty();
  }

  @Test
  void dream_machine_by_size_and_length() {
    assertThat(quote(video("ray-2").resolution("720p").duration(Duration.ofSeconds(9))).usd())
        .hasValue(new BigDecimal("1.83"));
  }
}
