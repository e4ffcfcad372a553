// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.speech;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.audio.AudioPlayer;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;

/** Takes the samples that a voice speaks, instead of a loudspeaker. No audio device is opened. */
final class SpokenWave implements AudioPlayer {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private AudioFormat format = new AudioFormat(16_000, 16, 1, true, true);
  private float volume = 1;

  /** What a voice says; the voice is made for this text alone, since voices keep state. */
  static SpokenWave speak(String voiceName, String text, double speed) {
    for (Voice voice : new KevinVoiceDirectory().getVoices()) {
      if (voice.getName().equals(voiceName)) {
        SpokenWave wave = new SpokenWave();
        voice.setAudioPlayer(wave);
        voice.allocate();
        voice.setRate((float) (voice.getRate() * speed));
        voice.speak(text);
        voice.deallocate();
        return wave;
      }
    }
    throw new IllegalArgumentException("no voice " + voiceName);
  }

  int rate() {
    return Math.round(format.getSampleRate());
  }

  short[] samples() {
    ByteOrder order = format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    short[] samples = new short[bytes.size() / 2];
    ByteBuffer.wrap(bytes.toByteArray()).order(order).asShortBuffer().get(samples);
    return samples;
  }

  @Override
  public void setAudioFormat(AudioFormat format) {
    this.format = format;
  }

  @Override
  public AudioFormat getAudioFormat() {
    return format;
  }

  @Override
  public boolean write(byte[] audio) {
    return write(audio, 0, audio.length);
  }

  @Override
  public boolean write(byte[] audio, int offset, int size) {
    bytes.write(audio, offset, size);
    return true;
  }

  @Override
  public float getVolume() {
    return volume;
  }

  @Override
  public void setVolume(float volume) {
    this.volume = volume;
  }

  @Override
  public boolean drain() {
    return true;
  }

  @Override
  public boolean end() {
    return true;
  }

  @Override
  public long getTime() {
    return -1;
  }

  @Override
  public void begin(int size) {}

  @Override
  public void pause() {}

  @Override
  public void resume() {}

  @Override
  public void reset() {}

  @Override
  public void cancel() {}

  @Override
  public void close() {}

  @Override
  public void resetTime() {}

  @Override
  public void startFirstSampleTimer() {}

  @Override
  public void showMetrics() {}
}
