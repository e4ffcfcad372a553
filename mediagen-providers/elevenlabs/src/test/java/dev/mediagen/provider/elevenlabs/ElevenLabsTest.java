// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaJob;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.speech.SpeechResult;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.UnreadableReplyException;
import dev.mediagen.testkit.FakeClock;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.ScriptedVendor;
import dev.mediagen.transcript.TranscriptRequest;
import dev.mediagen.transcript.TranscriptResult;
import dev.mediagen.transcript.TranscriptSegment;
import dev.mediagen.webhook.WebhookAnswer;
import dev.mediagen.webhook.WebhookDelivery;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElevenLabsTest {
  private static final String SPEECH = "POST /v1/text-to-speech/v1";

  private final ElevenLabsProvider eleven = new ElevenLabsProvider();
  private final FakeClock clock = new FakeClock();
  @AutoClose private final ScriptedVendor vendor = new ScriptedVendor();
  @AutoClose private final MediaClient client = vendor.client(clock, eleven).build();

  private static JobHandle job(Map<String, String> data) {
    return JobHandle.builder()
        .model(ModelId.of("elevenlabs/scribe_v2"))
        .kind(MediaKind.TRANSCRIPT)
        .operation("transcript-job")
        .jobId("r1")
        .stage("poll")
        .putAllData(data)
        .createdAt(Instant.EPOCH)
        .deadline(Instant.EPOCH.plusSeconds(60))
        .contract(1)
        .build();
  }

  private static HttpReply json(int status, String json) {
    return HttpReply.json(status, json.replace('\'', '"'));
  }

  private Operation later() {
    return Objects.requireNonNull(eleven.operations().get("transcript-job"));
  }

  private JobUpdate read(Map<String, String> data, String transcript) {
    return later().onPoll(job(data), json(200, transcript));
  }

  private SpeechResult speak(@Nullable String format) {
    SpeechRequest.Builder request =
        SpeechRequest.builder().model("elevenlabs/eleven_v3").text("Hello").voice("v1");
    return clock.await(
        client.generate(format == null ? request.build() : request.outputFormat(format).build()));
  }

  @ParameterizedTest
  @CsvSource({
    "400, text_too_long, INVALID_REQUEST",
    "400, max_character_limit_exceeded, INVALID_REQUEST",
    "400, invalid_voice_settings, INVALID_REQUEST",
    "400, unsupported_model, INVALID_REQUEST",
    "400, invalid_output_format, INVALID_REQUEST",
    "400, audio_too_long, INVALID_REQUEST",
    "400, malformed_json, INVALID_REQUEST",
    "400, voice_not_found, NOT_FOUND",
    "401, invalid_api_key, AUTHENTICATION",
    "401, missing_api_key, AUTHENTICATION",
    "401, quota_exceeded, INSUFFICIENT_CREDITS",
    "402, insufficient_credits, INSUFFICIENT_CREDITS",
    "402, paid_plan_required, INSUFFICIENT_CREDITS",
    "403, insufficient_permissions, PERMISSION",
    "403, feature_not_available, PERMISSION",
    "403, voice_access_denied, PERMISSION",
    "403, model_access_denied, PERMISSION",
    "403, only_for_creator+, PERMISSION",
    "404, voice_not_found, NOT_FOUND",
    "404, model_not_found, NOT_FOUND",
    "409, already_running, RATE_LIMITED",
    "409, concurrent_modification, RATE_LIMITED",
    "409, something, INVALID_REQUEST",
    "422, bad_prompt, CONTENT_FILTERED",
    "422, bad_composition_plan, CONTENT_FILTERED",
    "429, rate_limit_exceeded, RATE_LIMITED",
    "429, concurrent_limit_exceeded, RATE_LIMITED",
    "429, too_many_concurrent_requests, RATE_LIMITED",
    "429, system_busy, PROVIDER_UNAVAILABLE",
    "500, internal_error, PROVIDER_UNAVAILABLE",
    "503, service_unavailable, PROVIDER_UNAVAILABLE",
    "503, maintenance, PROVIDER_UNAVAILABLE",
  })
  void the_code_decides_by_either_name(int status, String code, ErrorKind kind) {
    HttpReply now = json(status, "{'detail':{'code':'" + code + "','message':'no'}}");
    HttpReply before = json(status, "{'detail':{'status':'" + code + "','message':'no'}}");

    assertThat(eleven.failure(now).kind()).isEqualTo(kind);
    assertThat(eleven.failure(before).kind()).isEqualTo(kind);
    assertThat(eleven.failure(now).vendorCode()).hasValue(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'detail':'Not authenticated'} | Not authenticated",
        "{'detail':[{'loc':['body','text'],'msg':'Field required','type':'missing'}]} | body.text: Field required",
        "{'detail':[{'msg':'bad'},7]} | bad; does not fit",
        "{'detail':[]} | {'detail':[]}",
        "{'detail':''} | {'detail':''}",
        "{'other':1} | {'other':1}",
      })
  void details_of_any_shape(String body, String message) {
    ErrorDetails details = eleven.failure(json(422, body));

    assertThat(details.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(details.message()).isEqualTo(message.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource({
    "audio/mpeg, , audio/mpeg",
    "audio/mpeg, mp3, audio/mpeg",
    "application/octet-stream, mp3, audio/mpeg",
    "audio/wav, wav, audio/wav",
    "application/octet-stream, wav_8000, audio/wav",
    "audio/ogg, opus, audio/ogg",
    "application/octet-stream, opus, audio/opus",
    "application/octet-stream, pcm, audio/pcm",
    "audio/mpeg, pcm_8000, audio/pcm",
    "audio/basic, ulaw, audio/pcmu",
    "application/octet-stream, alaw_8000, audio/pcma",
  })
  void what_was_asked_for_names_the_recording(
      String header, @Nullable String format, String expected) throws IOException {
    byte[] sound = {1, 2, 3, 4};
    vendor.on(SPEECH, Reply.bytes(200, header, sound));

    SpeechResult result = speak(format);

    assertThat(result.audio().mediaType()).isEqualTo(expected);
    assertThat(result.audio().bytes()).isEqualTo(sound);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/html", "text/event-stream"})
  void what_is_no_recording_is_not_taken_for_one(String type) {
    vendor.on(SPEECH, Reply.text(200, type, "{\"ok\":true}"));

    assertThatThrownBy(() -> speak("mp3"))
        .isInstanceOf(MediaException.class)
        .extracting(e -> ((MediaException) e).kind())
        .isEqualTo(ErrorKind.PROTOCOL);
  }

  @Test
  void headers_tell_what_it_is_and_what_it_cost() {
    vendor.on(
        SPEECH,
        Reply.bytes(200, "audio/mpeg", new byte[] {1, 2})
            .header("history-item-id", "h1")
            .header("x-region", "us")
            .header("character-cost", "5"));

    SpeechResult result = speak(null);

    assertThat(result.metadata()).containsEntry("history_item_id", "h1");
    assertThat(result.metadata()).containsEntry("region", "us");
    assertThat(result.cost().units()).containsEntry("character_cost", new BigDecimal("5"));
    // The list price of five characters, since nobody says what a credit is worth.
    assertThat(result.cost().usd().orElseThrow()).isEqualByComparingTo("0.0004");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 425})
  void a_transcript_that_is_not_there_yet_is_waited_for(int status) {
    HttpReply reply = json(status, "{'detail':{'code':'not_found','message':'none'}}");

    assertThat(later().reads(job(Map.of()), reply)).isTrue();
    assertThat(later().reads(reply)).isFalse();
    assertThat(later().onPoll(job(Map.of()), reply).state()).isEqualTo(JobState.RUNNING);
  }

  @Test
  void words_of_one_speaker_go_together() {
    JobUpdate update =
        read(
            Map.of(),
            """
            {'language_code':'eng','text':'Hello you. Hi.','audio_duration_secs':90,'words':[
             {'text':'Hello','start':0.0,'end':0.5,'type':'word','speaker_id':'a'},
             {'text':' ','start':0.5,'end':0.6,'type':'spacing','speaker_id':'a'},
             {'text':'you.','start':0.6,'end':0.9,'type':'word','speaker_id':'a'},
             {'text':'Hi.','start':1,'end':1.5,'type':'word','speaker_id':'b'}]}
            """);

    assertThat(update.segments())
        .extracting(TranscriptSegment::text)
        .containsExactly("Hello you.", "Hi.");
    assertThat(update.segments().get(0).speaker()).hasValue("a");
    assertThat(update.segments().get(0).end()).isEqualTo(Duration.ofMillis(900));
    assertThat(update.language()).hasValue("eng");
    assertThat(update.cost().orElseThrow().units())
        .containsEntry("minute", new BigDecimal("1.500000"));
  }

  @Test
  void words_with_times_stand_alone_and_silence_does_not_count() {
    JobUpdate update =
        read(
            Map.of("times", "word"),
            """
            {'text':'Hello (laughs)','words':[
             {'text':'Hello','start':0.0,'end':0.5,'type':'word'},
             {'text':' ','start':0.5,'end':0.6,'type':'spacing'},
             {'text':'(laughs)','start':0.6,'end':'odd','type':'audio_event'}]}
            """);

    assertThat(update.segments())
        .extracting(TranscriptSegment::text)
        .containsExactly("Hello", "(laughs)");
    assertThat(update.segments().get(1).end()).isEqualTo(Duration.ZERO);
  }

  @Test
  void every_channel_has_its_text() {
    JobUpdate update =
        read(
            Map.of(),
            "{'transcripts':[{'language_code':'eng','text':'Hello'},{'text':'Hi'}],"
                + "'transcription_id':'t1'}");

    assertThat(update.text()).hasValue("Hello\nHi");
    assertThat(update.language()).hasValue("eng");
    assertThat(update.metadata()).containsEntry("transcription_id", "t1");
  }

  @ParameterizedTest
  @CsvSource({
    "srt, srt, false, 1 Hello",
    "text, txt, false, 1 Hello",
    "srt, srt, true, Hello",
    "srt, html, false, Hello",
    "json, srt, false, Hello",
  })
  void the_file_that_was_asked_for_is_the_text(
      String asked, String given, boolean base64, String text) {
    JobUpdate update =
        read(
            Map.of("format", asked),
            ("{'text':'Hello','additional_formats':[{'requested_format':'%s',"
                    + "'is_base64_encoded':%s,'content':'1 Hello'}]}")
                .formatted(given, base64));

    assertThat(update.text()).hasValue(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{'text':null}", "{'transcripts':[]}", "{'transcripts':[{}]}", "[]"})
  void what_has_no_text_is_no_transcript(String body) {
    assertThatThrownBy(() -> read(Map.of(), body)).isInstanceOf(UnreadableReplyException.class);
  }

  @Test
  void silence_is_a_transcript() {
    assertThat(read(Map.of(), "{'text':'','words':[]}").text()).hasValue("");
  }

  @Test
  void a_webhook_brings_the_transcript() {
    JobUpdate update =
        later()
            .onWebhook(
                job(Map.of()),
                json(
                    200,
                    "{'type':'speech_to_text_transcription','event_timestamp':1795000000,'data':"
                        + "{'request_id':'r1','webhook_metadata':{'job':'42'},'transcription':"
                        + "{'language_code':'en','text':'Hello world!','words':[]}}}"))
            .orElseThrow();

    assertThat(update.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(update.text()).hasValue("Hello world!");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'speech_to_text_transcription','data':{'request_id':'r1'}}",
        "{'type':'speech_to_text_transcription','data':{'request_id':'r1','transcription':{}}}",
        "{'type':'flows_generation','data':{}}",
        "{}",
      })
  void a_webhook_without_a_transcript_makes_the_engine_ask(String body) {
    assertThat(later().onWebhook(job(Map.of()), json(200, body))).isEmpty();
  }

  @Test
  void a_signed_delivery_to_the_workspace_ends_the_job() throws Exception {
    vendor.on(
        "POST /v1/speech-to-text",
        Reply.json("{\"request_id\":\"r1\",\"transcription_id\":\"t1\"}"));
    vendor.on("GET /v1/speech-to-text/transcripts/t1", Reply.json(404, "{}"));
    String secret = "wsec_made_up";
    try (MediaClient listening =
        vendor
            .client(clock, eleven)
            .provider("elevenlabs", settings -> settings.setting("webhook_secret", secret))
            .build()) {
      MediaJob<TranscriptResult> job =
          clock.await(
              listening.submit(
                  TranscriptRequest.builder()
                      .model("elevenlabs/scribe_v2")
                      .source(MediaSource.url("https://talks.example/a.mp3"))
                      .option("webhook", true)
                      .build()));
      String body =
          "{\"type\":\"speech_to_text_transcription\",\"data\":{\"request_id\":\"r1\","
              + "\"transcription\":{\"text\":\"Hello\",\"words\":[]}}}";
      long now = clock.now().getEpochSecond();
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String signature =
          HexFormat.of()
              .formatHex(mac.doFinal((now + "." + body).getBytes(StandardCharsets.UTF_8)));

      WebhookAnswer answer =
          listening
              .webhooks()
              .receive(
                  "elevenlabs",
                  WebhookDelivery.of(
                      Map.of("ElevenLabs-Signature", "t=" + now + ",v0=" + signature),
                      body.getBytes(StandardCharsets.UTF_8)))
              .orTimeout(10, TimeUnit.SECONDS)
              .join();

      assertThat(answer.outcome()).isEqualTo(WebhookAnswer.Outcome.TAKEN);
      assertThat(clock.await(job.result()).text()).isEqualTo("Hello");
    }
  }
}
