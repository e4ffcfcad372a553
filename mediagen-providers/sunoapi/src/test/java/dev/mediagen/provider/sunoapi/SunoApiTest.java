// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.sunoapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.music.MusicRequest;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.testkit.GoldenCalls;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SunoApiTest {
  private static final JobHandle SONG =
      JobHandle.builder()
          .model(ModelId.of("sunoapi/V5"))
          .kind(MediaKind.MUSIC)
          .operation("generate")
          .jobId("5c79")
          .stage("poll")
          .putAllData(java.util.Map.of("track.0", "a1", "track.2", "a2"))
          .createdAt(Instant.EPOCH)
          .deadline(Instant.EPOCH.plusSeconds(60))
          .contract(1)
          .build();

  private final SunoApiProvider suno = new SunoApiProvider();
  @AutoClose private final GoldenCalls calls = new GoldenCalls(suno);

  private static MusicRequest.Builder song(String model) {
    return MusicRequest.builder().model("sunoapi/" + model);
  }

  private void add(String title, MediaRequest<?> request) {
    calls.add(title, request);
  }

  private JobUpdate read(String operation, String task) {
    return Objects.requireNonNull(suno.operations().get(operation))
        .onPoll(
            SONG, HttpReply.json(200, "{'code':200,'data':%s}".formatted(task).replace('\'', '"')));
  }

  @Test
  void what_goes_out() {
    add("the least", song("V5").prompt("calm piano").build());
    add("an instrumental", song("V5").prompt("calm piano").instrumental(true).count(2).build());
    add(
        "everything",
        song("V5_5")
            .lyrics("[Verse] a boat")
            .style("jazz")
            .title("Boats")
            .negativePrompt("metal")
            .instrumental(false)
            .duration(Duration.ofSeconds(90))
            .option("vocalGender", "m")
            .option("styleWeight", 0.65)
            .option("weirdnessConstraint", 0.3)
            .option("audioWeight", 0.5)
            .option("personaId", "p1")
            .option("personaModel", "style_persona")
            .build());
    add("words whose style is the idea", song("V4").lyrics("la").prompt("jazz").title("T").build());
    add("words without a title", song("V5").lyrics("la").style("jazz").build());
    add("an idea beside a style", song("V5").prompt("a").style("b").title("T").build());
    add(
        "a cover of a recording",
        song("V5")
            .prompt("as jazz")
            .source(MediaSource.url("https://music.example/a.mp3"))
            .build());
    add(
        "a recording that goes on",
        song("V5")
            .lyrics("la")
            .style("jazz")
            .title("T")
            .source(MediaSource.url("https://music.example/a.mp3"))
            .option("continueAt", 60)
            .build());
    add("a track that goes on as it was", song("V5").source(MediaSource.stored("a1")).build());
    add(
        "a track that goes on otherwise",
        song("V5")
            .lyrics("la")
            .style("jazz")
            .title("T")
            .source(MediaSource.stored("a1"))
            .option("continueAt", 60)
            .build());
    add("lyrics", song("lyrics").prompt("a boat").build());
    add(
        "stems of the second track",
        song("stems").source(MediaSource.job(SONG, 2)).option("type", "split_stem").build());
    add("a picture is no track", song("stems").source(MediaSource.job(SONG, 1)).build());
    add("a song as WAV", song("wav").source(MediaSource.job(SONG, 0)).build());
    add(
        "a music video",
        VideoRequest.builder()
            .model("sunoapi/music-video")
            .source(MediaSource.job(SONG, 0))
            .option("author", "Ann")
            .build());
    add(
        "a cover picture",
        ImageRequest.builder()
            .model("sunoapi/cover-image")
            .source(MediaSource.job(SONG, 0))
            .build());
    calls.check("SunoApiCalls.http");
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, QUEUED",
    "TEXT_SUCCESS, RUNNING",
    "FIRST_SUCCESS, RUNNING",
    "SUCCESS, SUCCEEDED",
    "CREATE_TASK_FAILED, FAILED",
    "GENERATE_AUDIO_FAILED, FAILED",
    "SENSITIVE_WORD_ERROR, FAILED",
    "CALLBACK_EXCEPTION, FAILED",
    "THAWING, RUNNING",
  })
  void words(String word, JobState state) {
    assertThat(read("generate", "{'status':'" + word + "'}").state()).isEqualTo(state);
    assertThat(read("wav", "{'successFlag':'" + word + "'}").state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_REQUEST",
    "401, AUTHENTICATION",
    "404, NOT_FOUND",
    "405, RATE_LIMITED",
    "413, INVALID_REQUEST",
    "429, INSUFFICIENT_CREDITS",
    "430, RATE_LIMITED",
    "455, PROVIDER_UNAVAILABLE",
    "500, PROVIDER_UNAVAILABLE",
  })
  void codes_of_calls(int code, ErrorKind kind) {
    HttpReply reply = HttpReply.json(200, "{\"code\":" + code + ",\"msg\":\"no\"}");

    assertThat(Objects.requireNonNull(suno.operations().get("generate")).reads(reply)).isFalse();
    assertThat(suno.failure(reply).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "400, CONTENT_FILTERED",
    "413, CONTENT_FILTERED",
    "408, TIMEOUT",
    "500, FAILED",
    "501, FAILED",
    "531, PROVIDER_UNAVAILABLE",
  })
  void codes_of_tasks(int code, ErrorKind kind) {
    JobUpdate update =
        read("generate", "{'status':'GENERATE_AUDIO_FAILED','errorCode':" + code + "}");

    assertThat(update.failure().orElseThrow().kind()).isEqualTo(kind);
  }

  @Test
  void news_that_could_not_be_sent_cost_no_song() {
    JobUpdate update =
        read(
            "generate",
            "{'status':'CALLBACK_EXCEPTION','response':{'sunoData':[{'id':'a1','audioUrl':'https://cdn.example/1.mp3'}]}}");

    assertThat(update.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(update.data()).containsEntry("track.0", "a1");
  }

  @Test
  void every_stem_is_an_output_by_its_name() {
    JobUpdate update =
        read(
            "stems",
            "{'successFlag':'SUCCESS','response':{'vocalUrl':'https://cdn.example/v.mp3',"
                + "'instrumentalUrl':'https://cdn.example/i.mp3','drumsUrl':''}}");

    assertThat(update.outputs()).extracting(Output::role).containsExactly("audio", "audio");
    assertThat(update.metadata()).containsEntry("stems", List.of("vocal", "instrumental"));
  }

  @Test
  void lyrics_are_text() throws Exception {
    JobUpdate update =
        read(
            "lyrics",
            "{'status':'SUCCESS','response':{'data':[{'text':'la','title':'T'},{'text':'lo'}]}}");

    assertThat(update.outputs()).hasSize(2);
    try (var in = update.outputs().get(0).blob().orElseThrow().open()) {
      assertThat(in.readAllBytes()).isEqualTo(new byte[] {'l', 'a'});
    }
  }
}
