// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaResult;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.testkit.FakeClock;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.ScriptedVendor;
import dev.mediagen.transcript.TranscriptRequest;
import dev.mediagen.transcript.TranscriptResult;
import dev.mediagen.video.VideoRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleTest {
  private static final String OPERATION =
      "projects/p/locations/us-central1/publishers/google/models/veo-3.1-generate-001/operations/u";

  private final GoogleProvider google = new GoogleProvider();
  @AutoClose private final ScriptedVendor vendor = new ScriptedVendor();
  private final FakeClock clock = new FakeClock();
  @AutoClose private final MediaClient client = vendor.client(clock, google).build();

  private static JobHandle job(String operation, String id, String stage) {
    return JobHandle.builder()
        .model(ModelId.of("google/m"))
        .kind(MediaKind.VIDEO)
        .operation(operation)
        .jobId(id)
        .stage(stage)
        .putAllData(Map.of("name", "files/abc", "uri", "https://g.example/v1beta/files/abc"))
        .createdAt(Instant.EPOCH)
        .deadline(Instant.EPOCH.plusSeconds(60))
        .contract(1)
        .build();
  }

  private Operation operation(String name) {
    return Objects.requireNonNull(google.operations().get(name));
  }

  private JobUpdate interaction(String reply) {
    return operation("interaction").onPoll(job("interaction", "i1", "poll"), json(200, reply));
  }

  private JobUpdate veo(String reply) {
    return operation("veo").onPoll(job("veo", OPERATION, "poll"), json(200, reply));
  }

  private static HttpReply json(int status, String text) {
    return HttpReply.json(status, text.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource({
    "queued, QUEUED",
    "in_progress, RUNNING",
    "failed, FAILED",
    "incomplete, FAILED",
    "budget_exceeded, FAILED",
    "requires_action, FAILED",
    "requires_continuation, FAILED",
    "cancelled, CANCELED",
    "thawing, RUNNING",
  })
  void words_of_interactions(String word, JobState state) {
    assertThat(interaction("{'id':'i1','status':'" + word + "'}").state()).isEqualTo(state);
  }

  @Test
  void completed_without_a_video_is_a_refusal_in_the_models_own_words() {
    ErrorDetails failure =
        interaction(
                "{'status':'completed','steps':[{'type':'thought'},{'type':'model_output',"
                    + "'content':[{'type':'text','text':'I would rather not.'}]}]}")
            .failure()
            .orElseThrow();

    assertThat(failure.kind()).isEqualTo(ErrorKind.CONTENT_FILTERED);
    assertThat(failure.message()).contains("I would rather not.");
  }

  @Test
  void a_video_that_was_counted_and_cannot_be_read_is_no_refusal() {
    ErrorDetails failure =
        interaction(
                "{'status':'completed','steps':[],'usage':{'output_tokens_by_modality':"
                    + "[{'modality':'video','tokens':57920}]}}")
            .failure()
            .orElseThrow();

    assertThat(failure.kind()).isEqualTo(ErrorKind.FAILED);
    assertThat(failure.billing()).isEqualTo(Billing.POSSIBLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'errors':[{'code':'x','message':'no luck'}]",
        "'error':{'code':'x','message':'no luck'}",
        "'steps':[{'error':{'message':'no luck'}}]",
        "'finish_reason':'no luck'",
      })
  void an_interaction_says_in_four_places_why_it_failed(String where) {
    JobUpdate update = interaction("{'status':'failed'," + where + "}");

    assertThat(update.failure().orElseThrow().message()).contains("no luck");
  }

  @Test
  void a_file_that_is_not_active_is_waited_for_and_the_link_gets_what_it_needs() {
    Operation interaction = operation("interaction");
    JobHandle file = job("interaction", "i1", "file");

    assertThat(interaction.poll(file).path()).isEqualTo("/files/abc");
    assertThat(interaction.onPoll(file, json(200, "{'state':'PROCESSING'}")).state())
        .isEqualTo(JobState.RUNNING);
    assertThat(interaction.onPoll(file, json(200, "{'state':'FAILED'}")).state())
        .isEqualTo(JobState.FAILED);
    Output output =
        interaction
            .onPoll(file, json(200, "{'state':'ACTIVE','expirationTime':'2026-11-27T00:00:00Z'}"))
            .outputs()
            .get(0);
    assertThat(output.url())
        .hasValue(URI.create("https://g.example/v1beta/files/abc:download?alt=media"));
    assertThat(output.expiresAt()).hasValue(Instant.parse("2026-11-27T00:00:00Z"));
  }

  @Test
  void an_operation_is_asked_for_where_it_was_started() {
    assertThat(operation("veo").poll(job("veo", OPERATION, "poll")).path())
        .isEqualTo(
            "/projects/p/locations/us-central1/publishers/google/models/veo-3.1-generate-001"
                + ":fetchPredictOperation");
    assertThat(operation("veo").poll(job("veo", OPERATION, "poll")).base()).isEqualTo("vertex");
    assertThat(
            operation("veo")
                .poll(job("veo", OPERATION.replace("us-central1", "global"), "poll"))
                .base())
        .isEqualTo("vertex_global");
    assertThat(
            operation("veo")
                .poll(job("veo", OPERATION.replace("us-central1", "eu"), "poll"))
                .base())
        .isEqualTo("vertex_several");
  }

  @Test
  void videos_in_a_bucket_are_read_with_the_token() {
    JobUpdate update =
        veo(
            "{'done':true,'response':{'raiMediaFilteredCount':1,'raiMediaFilteredReasons':['a face'],"
                + "'videos':[{'gcsUri':'gs://b/out/1 a.mp4','mimeType':'video/mp4'}]}}");

    assertThat(update.outputs().get(0).url())
        .hasValue(
            URI.create(
                "https://storage.googleapis.com/storage/v1/b/b/o/out%2F1%20a.mp4?alt=media"));
    assertThat(update.warnings()).singleElement().asString().contains("1 videos", "a face");
  }

  @ParameterizedTest
  @CsvSource({
    "3, violates our usage guidelines, CONTENT_FILTERED",
    "3, Responsible AI practices, CONTENT_FILTERED",
    "4, too slow, TIMEOUT",
    "7, not yours, PERMISSION",
    "13, oops, PROVIDER_UNAVAILABLE",
    "16, who are you, AUTHENTICATION",
  })
  void codes_of_operations(int code, String message, ErrorKind kind) {
    JobUpdate update =
        veo("{'done':true,'error':{'code':" + code + ",'message':'" + message + "'}}");

    assertThat(update.failure().orElseThrow().kind()).isEqualTo(kind);
  }

  @Test
  void a_cancelled_operation_is_no_failure() {
    assertThat(veo("{'done':true,'error':{'code':1,'message':'cancelled'}}").state())
        .isEqualTo(JobState.CANCELED);
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_ARGUMENT, a bad field, INVALID_REQUEST",
    "400, INVALID_ARGUMENT, API key not valid. Pass a valid one., AUTHENTICATION",
    "400, FAILED_PRECONDITION, User location is not supported, PERMISSION",
    "400, OUT_OF_RANGE, too far, INVALID_REQUEST",
    "400, invalid_request, Invalid interaction name, NOT_FOUND",
    "401, UNAUTHENTICATED, no, AUTHENTICATION",
    "403, PERMISSION_DENIED, no, PERMISSION",
    "404, NOT_FOUND, is no longer available, NOT_FOUND",
    "409, ABORTED, again, PROVIDER_UNAVAILABLE",
    "429, RESOURCE_EXHAUSTED, slow down, RATE_LIMITED",
    "429, RESOURCE_EXHAUSTED, Your prepaid credits are depleted, INSUFFICIENT_CREDITS",
    "429, RESOURCE_EXHAUSTED, 'Quota exceeded, limit: 0', PERMISSION",
    "499, CANCELLED, gone, CANCELED",
    "500, INTERNAL, oops, PROVIDER_UNAVAILABLE",
    "501, UNIMPLEMENTED, never, INVALID_REQUEST",
    "503, UNAVAILABLE, The model is overloaded, PROVIDER_UNAVAILABLE",
    "504, DEADLINE_EXCEEDED, late, TIMEOUT",
  })
  void errors_of_calls(int status, String word, String message, ErrorKind kind) {
    String error =
        "{'error':{'code':"
            + status
            + ",'status':'"
            + word
            + "','message':'"
            + message
            + "','details':[{'@type':'RetryInfo','retryDelay':'34s'}]}}";

    assertThat(google.failure(json(status, error)).kind()).isEqualTo(kind);
    assertThat(google.failure(json(status, "[" + error + "]")).kind()).isEqualTo(kind);
    assertThat(google.failure(json(status, error)).retryAfter()).hasValue(Duration.ofSeconds(34));
  }

  private MediaException refused(String reply) {
    vendor.on(
        "POST /v1beta/models/gemini-nano-banana-2.1:generateContent",
        Reply.json(reply.replace('\'', '"')));
    return Assertions.catchThrowableOfType(
        MediaException.class,
        () ->
            clock.await(
                client.generate(
                    ImageRequest.builder()
                        .model("google/gemini-nano-banana-2.1")
                        .prompt("a boat")
                        .build())));
  }

  @ParameterizedTest
  @CsvSource({
    "SAFETY, CONTENT_FILTERED",
    "IMAGE_SAFETY, CONTENT_FILTERED",
    "IMAGE_PROHIBITED_CONTENT, CONTENT_FILTERED",
    "PROHIBITED_CONTENT, CONTENT_FILTERED",
    "BLOCKLIST, CONTENT_FILTERED",
    "SPII, CONTENT_FILTERED",
    "RECITATION, CONTENT_FILTERED",
    "IMAGE_RECITATION, CONTENT_FILTERED",
    "NO_IMAGE, FAILED",
    "IMAGE_OTHER, FAILED",
    "OTHER, FAILED",
    "STOP, FAILED",
  })
  void a_200_without_a_picture_is_a_refusal_or_a_failure(String reason, ErrorKind kind) {
    MediaException failure =
        refused("{'candidates':[{'content':{'parts':[]},'finishReason':'" + reason + "'}]}");

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(vendor.calls("POST *")).as("nothing is paid for twice").hasSize(1);
  }

  @Test
  void a_blocked_prompt_is_a_refusal() {
    assertThat(refused("{'promptFeedback':{'blockReason':'JAILBREAK'}}").kind())
        .isEqualTo(ErrorKind.CONTENT_FILTERED);
  }

  @Test
  void bare_samples_become_a_file_that_can_be_played() throws IOException {
    byte[] samples = new byte[4800];
    Arrays.fill(samples, (byte) 7);
    vendor.on(
        "POST /v1beta/models/gemini-2.5-flash-preview-tts:generateContent",
        Reply.json(
            """
            {"candidates": [{"content": {"parts": [{"inlineData": {"mimeType":
             "audio/L16;codec=pcm;rate=24000", "data": "%s"}}]}}]}
            """
                .formatted(Base64.getEncoder().encodeToString(samples))));

    MediaResult result =
        clock.await(
            client.generate(
                SpeechRequest.builder()
                    .model("google/gemini-2.5-flash-preview-tts")
                    .text("Ahoy.")
                    .build()));

    byte[] wav = result.assets().get(0).bytes();
    assertThat(result.assets().get(0).mediaType()).isEqualTo("audio/wav");
    assertThat(wav).hasSize(44 + 4800);
    assertThat(wav).startsWith('R', 'I', 'F', 'F');
    assertThat(Arrays.copyOfRange(wav, 24, 28)).containsExactly(0xc0, 0x5d, 0, 0);
    assertThat(Arrays.copyOfRange(wav, 44, 48)).containsExactly(7, 7, 7, 7);
  }

  @Test
  void words_of_a_transcript_have_times_and_speakers() {
    vendor.on(
        "POST /v1beta/interactions",
        Reply.json(
            """
            {"id": "i1", "status": "completed", "steps": [{"type": "model_output", "content": [
              {"type": "text", "text": "Ahoy there.", "annotations": [
                {"type": "word_info", "text": "Ahoy", "start_offset": "1.2s", "end_offset": "1.5s",
                 "speaker": "spk_1"}]}]}]}
            """));

    TranscriptResult result =
        clock.await(
            client.generate(
                TranscriptRequest.builder()
                    .model("google/gemini-3.5-transcribe")
                    .source(MediaSource.bytes(Samples.mp3(), "audio/mpeg"))
                    .diarize(true)
                    .build()));

    assertThat(result.text()).isEqualTo("Ahoy there.");
    assertThat(result.segments().get(0).start()).isEqualTo(Duration.ofMillis(1200));
    assertThat(result.segments().get(0).speaker()).hasValue("spk_1");
  }

  @Test
  void a_large_file_is_uploaded_first_and_waited_for() {
    vendor.on(
        "POST /upload/v1beta/files",
        Reply.json("{}").header("X-Goog-Upload-URL", "{base}/up?id=1"));
    vendor.on(
        "POST /up", Reply.json("{\"file\":{\"name\":\"files/abc\",\"state\":\"PROCESSING\"}}"));
    vendor.on(
        "GET /v1beta/files/abc",
        Reply.json("{\"name\":\"files/abc\",\"state\":\"PROCESSING\"}"),
        Reply.json(
            "{\"name\":\"files/abc\",\"state\":\"ACTIVE\",\"uri\":\"https://g.example/files/abc\"}"));
    vendor.on(
        "POST /v1beta/interactions", Reply.json("{\"id\":\"i1\",\"status\":\"in_progress\"}"));
    byte[] large = Arrays.copyOf(Samples.mp4(), 70_000_001);

    clock.await(
        client.submit(
            VideoRequest.builder()
                .model("google/gemini-omni-1.2-flash")
                .prompt("make it night")
                .source(MediaSource.bytes(large, "video/mp4"))
                .build()));

    assertThat(vendor.calls("POST /up").get(0).body()).hasSize(large.length);
    assertThat(vendor.calls("POST /up").get(0).header("X-Goog-Upload-Command"))
        .hasValue("upload, finalize");
    assertThat(vendor.calls("GET /v1beta/files/abc")).hasSize(2);
    assertThat(
            new String(
                vendor.calls("POST /v1beta/interactions").get(0).body(), StandardCharsets.UTF_8))
        .contains("\"uri\":\"https://g.example/files/abc\"", "\"task\":\"edit\"");
  }
}
