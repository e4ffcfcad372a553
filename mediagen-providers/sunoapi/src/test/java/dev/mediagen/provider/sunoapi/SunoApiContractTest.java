// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.sunoapi;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.music.MusicRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;

class SunoApiContractTest extends ProviderContract {
  private static final String RECORD = "GET /api/v1/generate/record-info";

  SunoApiContractTest() {
    super(
        new SunoApiProvider(),
        Life.of(
                MusicRequest.builder()
                    .model("sunoapi/V5")
                    .lyrics("[Verse] a boat")
                    .style("jazz, mellow")
                    .title("Boats")
                    .negativePrompt("metal")
                    .option("vocalGender", "f")
                    .option("styleWeight", 0.65)
                    .build())
            .submit(
                "POST /api/v1/generate",
                Reply.json("{\"code\":200,\"msg\":\"success\",\"data\":{\"taskId\":\"5c79\"}}"))
            .poll(
                RECORD,
                Reply.json(
                    "{\"code\":200,\"data\":{\"taskId\":\"5c79\",\"response\":null,\"status\":\"PENDING\"}}"),
                Reply.json(
                    """
                    {"code": 200, "data": {"taskId": "5c79", "status": "FIRST_SUCCESS", "response":
                     {"sunoData": [{"id": "a1", "streamAudioUrl": "{cdn}/stream"}]}}}
                    """),
                Reply.json(
                    """
                    {"code": 200, "msg": "success", "data": {"taskId": "5c79", "status": "SUCCESS",
                     "response": {"sunoData": [
                      {"id": "a1", "audioUrl": "{cdn}/1.mp3", "imageUrl": "{cdn}/1.png",
                       "title": "Boats", "duration": 198.44},
                      {"id": "a2", "audioUrl": "{cdn}/2.mp3", "duration": 201}]}}}
                    """))
            .with("GET /1.mp3", Reply.bytes(200, "audio/mpeg", Samples.mp3()))
            .with("GET /1.png", Reply.png())
            .with("GET /2.mp3", Reply.bytes(200, "audio/mpeg", Samples.mp3()))
            .failed(
                RECORD,
                Reply.json(
                    "{\"code\":200,\"data\":{\"status\":\"GENERATE_AUDIO_FAILED\",\"errorCode\":500,\"errorMessage\":\"no luck\"}}"),
                ErrorKind.FAILED)
            .moderated(
                RECORD,
                Reply.json(
                    "{\"code\":200,\"data\":{\"status\":\"SENSITIVE_WORD_ERROR\",\"errorMessage\":\"a word\"}}"))
            .unauthorized(Reply.json(200, "{\"code\":401,\"msg\":\"unauthorized\"}"))
            .limited(Reply.json(200, "{\"code\":430,\"msg\":\"call frequency too high\"}")));
  }
}
